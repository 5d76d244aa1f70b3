"""No estimate of a pupil is ever written: not in a table, not in a file, not in a log."""

from __future__ import annotations

import ast
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pytest

from conftest import Built
from leerloopbaan import home
from leerloopbaan.duck import vault_connection
from leerloopbaan.vroegsignaal.features import FEATURES, columns, encode
from leerloopbaan.vroegsignaal.fit import Model
from vroegsignaal.scores import correlated, named, written

PACKAGE = Path(home.project_root()) / "src" / "leerloopbaan" / "vroegsignaal"


def _scores(connection: duckdb.DuckDBPyConnection) -> pa.Table:
    """The estimates as anyone with the vault could compute them, kept in memory."""
    points = {
        (feature, category): value
        for feature, category, value in connection.execute(
            "select kenmerk, categorie, waarde from warehouse.intermediate."
            "int_antwerpen__vroegsignaal_model where onderdeel = 'coefficient'"
        ).fetchall()
    }
    (threshold,) = connection.execute(
        "select waarde from warehouse.intermediate.int_antwerpen__vroegsignaal_model "
        "where onderdeel = 'model' and maat = 'drempel'"
    ).fetchone() or (None,)
    table = connection.execute(
        f"select persoon_id, {', '.join(FEATURES)} from warehouse.intermediate."
        "int_antwerpen__vroegsignaal_kenmerken where in_model "
        "qualify startjaar = max(startjaar) over () order by persoon_id"
    ).to_arrow_table()
    model = Model(points.pop(("intercept", "")), tuple(points[c] for c in columns()))
    chance = model.probability(encode({f: table.column(f).to_pylist() for f in FEATURES}))
    return pa.table(
        {
            "persoon_id": table.column("persoon_id"),
            "kans": pa.array(chance),
            "verhoogd": pa.array(chance >= threshold),
        }
    )


@pytest.mark.warehouse
def test_no_table_and_no_file_holds_an_estimate_of_a_pupil(warehouse: Built) -> None:
    with vault_connection("antwerpen", landing="read_only", warehouse="read_only") as connection:
        scores = _scores(connection)
        chances = scores.column("kans").to_pylist()
        assert len(set(chances)) > 20, "there is something to hide"
        connection.register("schattingen", scores)
        assert named(connection) == []
        assert correlated(connection, "schattingen") == []
        # The counts did use them: a group that was counted has its raised pupils.
        (raised,) = connection.execute(
            "select sum(aantal) from warehouse.eigen_school.schooltellingen "
            "where kenmerk = 'vroegsignaal' and uitsplitsing = 'totaal'"
        ).fetchone() or (0,)
        in_city = connection.execute(
            "select count(*) from schattingen as s inner join warehouse.intermediate."
            "int_antwerpen__vroegsignaal_kenmerken as k on s.persoon_id = k.persoon_id "
            "where s.verhoogd and k.in_stad and k.startjaar = "
            "(select max(startjaar) from warehouse.intermediate."
            "int_antwerpen__vroegsignaal_kenmerken)"
        ).fetchone()
        assert in_city is not None and 0 < raised <= in_city[0]
    folders = [warehouse.home, warehouse.target, warehouse.logs]
    assert written([f for f in folders if f.exists()], chances) == []


def test_an_estimate_would_be_found(tmp_path: Path) -> None:
    chance = np.random.default_rng(1).random(200)
    persons = [f"p{number}" for number in range(200)]
    scores = pa.table({"persoon_id": persons, "kans": chance, "verhoogd": chance > 0.8})
    with duckdb.connect(str(tmp_path / "kluis.duckdb")) as connection:
        connection.register("schattingen", scores)
        connection.execute("create table goed as select persoon_id, 1 as leeftijd from schattingen")
        assert named(connection) == correlated(connection, "schattingen") == []
        connection.execute("create table naam as select persoon_id, 3 as risicoklasse from goed")
        connection.execute("create view int__feit_vroegsignaal as select persoon_id from goed")
        assert len(named(connection)) == 2
        connection.execute(
            "create table a as select persoon_id, 10 * kans as getal from schattingen"
        )
        connection.execute(
            "create table b as select persoon_id, not verhoogd as vlag from schattingen"
        )
        found = correlated(connection, "schattingen")
        assert [name.rpartition(".")[2] for name in found] == ["getal", "vlag"]
    (tmp_path / "goed.log").write_text("AUC 0.712, 0.100000", encoding="utf-8")
    assert written([tmp_path], chance.tolist()) == []
    (tmp_path / "fout.log").write_text(f"p7 {chance[7]!r}", encoding="utf-8")
    assert written([tmp_path], chance.tolist()) == ["fout.log"]


def test_the_code_of_the_model_never_meets_a_person_key_and_writes_nothing() -> None:
    for file in PACKAGE.glob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        texts = {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant)}
        assert not any(
            "persoon_id" in t or "persoon_code" in t for t in texts if isinstance(t, str)
        )
        if file.name == "card.py":
            continue
        called = {
            node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            for node in ast.walk(tree)
            if isinstance(node, ast.Call)
        }
        assert not called & {"open", "write_text", "write_bytes", "print", "to_csv", "to_parquet"}
