"""Of every city: each published column leads to a clause, and no person's key can be read off."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from guards.manifest import Manifest, models
from leerloopbaan.lineage.clauses import matrix, readable_person_keys, unresolved
from leerloopbaan.lineage.graph import Graph, origins
from leerloopbaan.register.load import load_register
from leerloopbaan.register.schema import Protocol


@pytest.fixture(scope="module")
def graph(manifest: Manifest) -> Graph:
    return origins(manifest)


@pytest.fixture
def protocol(compiled: object, request: pytest.FixtureRequest) -> Protocol:
    return load_register(request.node.callspec.params["compiled"])


def test_every_published_column_has_a_clause(
    protocol: Protocol, manifest: Manifest, graph: Graph
) -> None:
    assert unresolved(protocol, manifest, graph) == []


def test_no_person_key_can_be_read_off_a_published_column(
    protocol: Protocol, manifest: Manifest
) -> None:
    assert readable_person_keys(protocol, manifest, origins(manifest, values_only=True)) == []


def test_every_column_of_every_model_is_followed(manifest: Manifest, graph: Graph) -> None:
    missing = [
        f"{node['name']}.{column}"
        for node in models(manifest)
        for column in node["columns"]
        if (node["name"], column.lower()) not in graph
    ]
    assert missing == []


def test_the_matrix_names_every_field_with_moment_purpose_and_recipient(
    protocol: Protocol, graph: Graph
) -> None:
    rows = matrix(protocol, graph)
    fields = {(t.naam, v.naam) for t in protocol.tabellen for v in t.velden}
    assert {(row.tabel, row.veld) for row in rows} == fields
    assert all(row.artikel and row.regels for row in rows)
    used = [row for row in rows if row.product]
    assert used
    assert all(row.doeleinde and row.publiek and row.indicatoren for row in used)
    audiences = {(p.code, u.publiek) for p in protocol.producten for u in p.uitgaven}
    assert {(row.product, row.publiek) for row in used} <= audiences
    # A renamed key is still a key: lineage follows the value, not the name.
    keys = {v.naam for t in protocol.tabellen for v in t.velden if v.persoonssleutel}
    assert keys & {row.veld for row in used}


def _leak(manifest: Manifest, sql: str) -> Manifest:
    """The project with a published model that reads a fact, its column called something else."""
    broken = copy.deepcopy(manifest)
    fact = next(n for n in models(broken) if "__feit_stand" in n["name"])
    key = next(c for c in fact["columns"] if c in ("persoon_id", "leerling_id"))
    leak: dict[str, Any] = copy.deepcopy(fact)
    leak |= {
        "name": "mart_lek", "alias": "mart_lek", "schema": "marts", "unique_id": "model.x.mart_lek",
        "compiled_code": sql.format(fact=fact["relation_name"], key=key),
        "columns": {"cijfer": {"name": "cijfer", "config": {"meta": {}}, "data_type": "varchar"}},
        "depends_on": {"nodes": [fact["unique_id"]]},
    }  # fmt: skip
    leak["config"]["meta"] = {}
    broken["nodes"][leak["unique_id"]] = leak
    return broken


@pytest.mark.parametrize(
    ("sql", "leaks"),
    [
        ("select md5({key}) as cijfer from {fact}", True),
        ("select max({key}) over (partition by schooljaar) as cijfer from {fact}", True),
        ("select x as cijfer from (select {key} as x from {fact}) where x is not null", True),
        ("select count(distinct {key})::varchar as cijfer from {fact}", False),
        ("select schooljaar as cijfer from {fact}", False),
    ],
)
def test_a_key_under_another_name_is_seen(
    protocol: Protocol, manifest: Manifest, sql: str, leaks: bool
) -> None:
    broken = _leak(manifest, sql)
    found = readable_person_keys(protocol, broken, origins(broken, values_only=True))
    assert {u.model for u in found} == ({"mart_lek"} if leaks else set())


def test_a_published_constant_without_a_clause_is_named(
    protocol: Protocol, manifest: Manifest
) -> None:
    broken = _leak(manifest, "select 'zomaar' as cijfer")
    assert [(u.model, u.reason) for u in unresolved(protocol, broken, origins(broken))] == [
        ("mart_lek", "geen herkomst")
    ]
