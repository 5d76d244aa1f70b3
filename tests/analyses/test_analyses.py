"""Every worked analysis compiles, runs on the warehouse's facts, and shows no small count."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest

from conftest import Built
from leerloopbaan import home
from leerloopbaan.duck import vault_connection
from leerloopbaan.register.load import load_register

CITY = "antwerpen"
MEASURES = ["noemer", "teller", "aandeel", "status"]
FOLDER = Path("analyses") / CITY


def _names() -> list[str]:
    return sorted(path.stem for path in (home.project_root() / FOLDER).glob("*.sql"))


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Directory of the analyses as dbt compiles them; needs no vault."""
    target = tmp_path_factory.mktemp("analyses")
    done = subprocess.run(
        [sys.executable, "-m", "dbt.cli.main", "--quiet", "compile", "--select", f"path:{FOLDER}"],
        cwd=home.project_root(),
        env=os.environ
        | {
            "DBT_TARGET": CITY,
            "DBT_TARGET_PATH": str(target),
            "DBT_LOG_PATH": str(target),
            "LEERLOOPBAAN_NO_VAULT": "1",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return target / "compiled" / "leerloopbaan" / FOLDER


def _result(sql: str) -> list[dict[str, Any]]:
    with vault_connection(CITY, warehouse="read_only") as connection:
        table = connection.execute(sql).to_arrow_table()
        return list(table.to_pylist())


def test_there_are_at_least_six() -> None:
    assert len(_names()) >= 6


@pytest.mark.warehouse
@pytest.mark.parametrize("name", _names())
def test_analysis_runs_and_hides_small_counts(warehouse: Built, compiled: Path, name: str) -> None:
    minimum = load_register(CITY).drempels.minimum_getoond
    rows = _result((compiled / f"{name}.sql").read_text(encoding="utf-8"))
    assert rows, "no groups at all: the analysis does not reach its facts"
    assert list(rows[0])[-4:] == MEASURES
    groups = [tuple(row[c] for c in row if c not in MEASURES) for row in rows]
    assert len(set(groups)) == len(groups), "a group stands in it twice"
    for row in rows:
        hidden = [row[m] is None for m in ("noemer", "teller", "aandeel")]
        assert all(hidden) == any(hidden) == (row["status"] == "onderdrukt")
        if row["status"] is None:
            assert row["teller"] >= minimum
            assert row["noemer"] - row["teller"] >= minimum


@pytest.mark.parametrize(
    ("teller", "noemer", "shown"),
    [(5, 20, False), (6, 12, True), (6, 11, False), (15, 20, False), (0, 20, False)],
)
def test_the_shared_macro_knows_numerator_denominator_and_complement(
    compiled: Path, teller: int, noemer: int, shown: bool
) -> None:
    """The last select of a compiled analysis, on one group of known counts."""
    sql = (compiled / "herkleuteren_van_de_jongsten.sql").read_text(encoding="utf-8")
    last = sql[sql.index(")", sql.index("group by jaren_op_school")) + 1 :]
    counts = (
        f"with telling as (select 'x' as jaren_op_school, {noemer} as noemer, {teller} as teller)"
    )
    row = duckdb.sql(f"{counts} {last}").fetchone()
    assert row is not None
    assert (row[1] is not None) == shown
    assert (row[4] is None) == shown
