"""Every published column of the small warehouse resolves to a clause, and breaks are seen."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from conftest import Built
from leerloopbaan.errors import LeerloopbaanError
from leerloopbaan.lineage.clauses import matrix, readable_person_keys, unresolved
from leerloopbaan.lineage.graph import Graph, origins, read_manifest
from leerloopbaan.lineage.write import LineageError, write_lineage
from leerloopbaan.register.load import load_register

pytestmark = pytest.mark.warehouse

PROTOCOL = load_register("antwerpen")


@pytest.fixture(scope="module")
def manifest(built: Built) -> dict[str, Any]:
    return read_manifest(built.target / "antwerpen" / "manifest.json")


@pytest.fixture(scope="module")
def graph(manifest: dict[str, Any]) -> Graph:
    return origins(manifest)


def test_every_mart_column_has_a_clause_and_no_person_key(
    built: Built, manifest: dict[str, Any], tmp_path: Path
) -> None:
    rows = write_lineage(PROTOCOL, built.target / "antwerpen" / "manifest.json", tmp_path)
    marts = [n for n in manifest["nodes"].values() if n["schema"] == "marts"]
    assert marts
    columns = json.loads((tmp_path / "kolommen.json").read_text(encoding="utf-8"))
    for node in marts:
        assert set(columns[node["name"]]) == {c.lower() for c in node["columns"]}
    assert rows
    assert "herkomst" in (tmp_path / "herkomst.html").read_text(encoding="utf-8").lower()


def test_every_delivered_field_serves_an_indicator(graph: Graph) -> None:
    rows = matrix(PROTOCOL, graph)
    delivered = {(t.naam, v.naam) for t in PROTOCOL.tabellen for v in t.velden}
    assert {(r.tabel, r.veld) for r in rows} == delivered
    assert [(r.tabel, r.veld) for r in rows if not r.product] == []


def test_a_field_outside_the_register_is_seen(manifest: dict[str, Any], graph: Graph) -> None:
    veld = PROTOCOL.tabellen[1].velden[1]
    tables = tuple(
        t.model_copy(update={"velden": tuple(v for v in t.velden if v.naam != veld.naam)})
        for t in PROTOCOL.tabellen
    )
    poorer = PROTOCOL.model_copy(update={"tabellen": tables})
    found = unresolved(poorer, manifest, graph)
    assert any(veld.naam in u.reason for u in found)


def test_a_person_key_in_a_mart_is_seen(manifest: dict[str, Any], tmp_path: Path) -> None:
    broken = copy.deepcopy(manifest)
    node = next(n for n in broken["nodes"].values() if n["name"] == "mart_stadsfoto")
    fact = next(n for n in broken["nodes"].values() if n["name"] == "int_antwerpen__feit_vsv")
    node["compiled_code"] = f"select persoon_id as lek from {fact['relation_name']}"
    node["columns"] = {"lek": {"name": "lek", "config": {"meta": {}}}}
    node["depends_on"]["nodes"] = [fact["unique_id"]]
    values = origins(broken, values_only=True)
    assert [u.column for u in readable_person_keys(PROTOCOL, broken, values)] == ["lek"]
    file = tmp_path / "manifest.json"
    file.write_text(json.dumps(broken), encoding="utf-8")
    with pytest.raises(LineageError, match="de sleutel van een persoon"):
        write_lineage(PROTOCOL, file, tmp_path / "uit")
    assert not (tmp_path / "uit").exists()


def test_a_constant_column_must_say_that_the_register_fills_it(manifest: dict[str, Any]) -> None:
    broken = copy.deepcopy(manifest)
    node = next(n for n in broken["nodes"].values() if n["name"] == "mart_stadsfoto")
    node["compiled_code"] = "select 1 as zomaar"
    node["columns"] = {"zomaar": {"name": "zomaar", "config": {"meta": {}}}}
    found = unresolved(PROTOCOL, broken, origins(broken))
    assert [(u.column, u.reason) for u in found if u.model == node["name"]] == [
        ("zomaar", "geen herkomst")
    ]
    node["columns"]["zomaar"]["config"]["meta"] = {"herkomst": "register"}
    again = unresolved(PROTOCOL, broken, origins(broken))
    assert all(u.model != node["name"] for u in again)


def test_a_missing_manifest_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(LeerloopbaanError, match="dbt compile"):
        read_manifest(tmp_path / "manifest.json")
