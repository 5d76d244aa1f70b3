"""The walls hold in both cities, and every way around them that we know is caught."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from guards.cheats import CELLS, CHEATS, HARMLESS, INT, MARTS, Cheat
from guards.manifest import Manifest, Node, models
from leerloopbaan.lineage.flow import Relation
from leerloopbaan.lineage.graph import project_nodes, relation_of
from leerloopbaan.lineage.walls import breaches, judge, survey
from leerloopbaan.lineage.write import LineageError, write_lineage
from leerloopbaan.register.load import load_register
from leerloopbaan.register.schema import Protocol

FACTS = {"antwerpen": "int_antwerpen__feit_stand", "gent": "int_gent__leerlingen"}


@pytest.fixture(scope="module")
def protocol(manifest: Manifest) -> Protocol:
    city = next(n["fqn"][2] for n in models(manifest) if n["name"].startswith("stg_"))
    return load_register(city)


@pytest.fixture(scope="module")
def relations(protocol: Protocol, manifest: Manifest) -> dict[str, Relation]:
    return survey(protocol, manifest)


def test_every_wall_holds(protocol: Protocol, manifest: Manifest) -> None:
    assert [str(breach) for breach in breaches(protocol, manifest)] == []


def test_persons_are_followed_to_where_they_are_counted(
    protocol: Protocol, manifest: Manifest, relations: dict[str, Relation]
) -> None:
    """The survey sees persons where there are, so that no wall holds by seeing nothing."""
    persons = {n["name"] for n in models(manifest) if relations[relation_of(n)].persons}
    facts = {f"int_{protocol.stad}__feit_{f.code}" for f in protocol.indicatoren.feiten}
    assert facts <= persons
    assert not any(n["name"] in persons for n in models(manifest) if n["fqn"][1] in (CELLS, MARTS))


def _added(manifest: Manifest, cheat: Cheat) -> tuple[Node, dict[str, Node]]:
    """The cheat as a model of the project."""
    nodes = project_nodes(manifest)
    by_name = {n["name"]: n for n in models(manifest)}
    fact = by_name[FACTS[cheat.city]]
    years, cells = by_name[f"int_{cheat.city}__schooljaren"], by_name["cellen"]
    sql = cheat.sql.format(
        fact=fact["relation_name"], cells=cells["relation_name"], years=years["relation_name"],
        key=next(c for c in fact["columns"] if c in ("persoon_id", "leerling_id")),
    )  # fmt: skip
    node: Node = copy.deepcopy(cells)
    node |= {"name": "bedrog", "alias": "bedrog", "compiled_code": sql, "columns": {},
             "fqn": ["leerloopbaan", cheat.layer, "bedrog"],
             "depends_on": {"nodes": [n["unique_id"] for n in (fact, cells, years)]}}  # fmt: skip
    node["config"] = {
        **node["config"],
        "access": "private" if cheat.city == "gent" or cheat.rule is None else "protected",
        "materialized": "table",
    }
    return node, nodes


@pytest.mark.parametrize(
    "cheat", [*CHEATS, *HARMLESS], ids=lambda c: f"{c.layer}-{c.name}".replace(" ", "_")
)
def test_a_way_around_is_caught(
    protocol: Protocol, manifest: Manifest, relations: dict[str, Relation], cheat: Cheat
) -> None:
    if cheat.city != protocol.stad:
        return
    node, nodes = _added(manifest, cheat)
    found = judge(protocol, node, nodes, relations)[1]
    if cheat.layer == MARTS:
        # It reads the fact itself, which alone is caught: look at what it shows.
        found = [b for b in found if "leest int_" not in b.what]
    if cheat.rule is None:
        assert found == []
        return
    assert any(cheat.rule in b.rule for b in found), found
    assert all(b.place.startswith("bedrog") and b.what and b.remedy for b in found)


@pytest.mark.parametrize("layer", [INT, CELLS, MARTS])
def test_python_that_nobody_reviewed_is_named(
    protocol: Protocol, manifest: Manifest, relations: dict[str, Relation], layer: str
) -> None:
    node, nodes = _added(manifest, Cheat(layer, "python", None, "", protocol.stad))
    node["language"] = "python"
    assert any("Python" in b.what for b in judge(protocol, node, nodes, relations)[1])


def test_a_mart_that_reads_persons_is_named_whatever_it_shows(
    protocol: Protocol, manifest: Manifest, relations: dict[str, Relation]
) -> None:
    node, nodes = _added(manifest, Cheat(MARTS, "x", None, "select 1 as n", protocol.stad))
    found = judge(protocol, node, nodes, relations)[1]
    assert [b.what for b in found if "met een rij per persoon" in b.what]


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"config": {"post-hook": [{"sql": "copy (select 1) to 'x'"}]}}, "hook"),
        ({"config": {"materialized": "external"}}, "materialisatie external"),
        ({"resource_type": "snapshot"}, "snapshot"),
        ({"resource_type": "operation"}, "on-run-start"),
    ],
)
def test_what_no_model_shows_is_named(
    protocol: Protocol, manifest: Manifest, change: dict[str, Any], what: str
) -> None:
    node = copy.deepcopy(next(n for n in models(manifest) if n["name"] == "dim_uitsplitsing"))
    node["config"] |= change.get("config", {})
    node |= {k: v for k, v in change.items() if k != "config"} | {"name": "bedrog"}
    broken = {**manifest, "nodes": {**manifest["nodes"], "x": node}}
    assert [b for b in breaches(protocol, broken) if b.place == "bedrog" and what in b.what]


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"product": "reclame"}, "geen product"),
        ({"publiek": "pers"}, "een publiek dat dit product niet krijgt"),
        ({"doeleinde": "handhaving"}, "een ander doeleinde"),
        ({"clausule": "artikel 1, L1"}, "een andere clausule"),
    ],
)
def test_an_output_that_the_register_does_not_know_is_named(
    protocol: Protocol, manifest: Manifest, change: dict[str, str], what: str
) -> None:
    exposures = copy.deepcopy(manifest["exposures"])
    exposure = next(iter(exposures.values()))
    exposure["config"]["meta"] |= change
    found = breaches(protocol, {**manifest, "exposures": exposures})
    assert [b for b in found if b.place == exposure["name"] and what in b.what]


def test_an_output_reads_the_marts_of_its_own_product(
    protocol: Protocol, manifest: Manifest
) -> None:
    exposures = copy.deepcopy(manifest["exposures"])
    exposure = next(iter(exposures.values()))
    exposure["depends_on"]["nodes"].append("model.leerloopbaan.mart_iets_anders")
    found = breaches(protocol, {**manifest, "exposures": exposures})
    assert any("mart_iets_anders, van een ander product" in b.what for b in found)


def test_lineage_is_not_written_while_a_wall_is_broken(
    protocol: Protocol, manifest: Manifest, tmp_path: Any
) -> None:
    broken = copy.deepcopy(manifest)
    node = next(n for n in models(broken) if n["name"].startswith("mart_"))
    node["config"]["post-hook"] = [{"sql": "select 1"}]
    file = tmp_path / "manifest.json"
    file.write_text(json.dumps(broken), encoding="utf-8")
    with pytest.raises(LineageError, match=rf"{node['name']}: een hook .*R-31.*Lees enkel") as said:
        write_lineage(protocol, file, tmp_path / "uit")
    assert said.value.exit_code == 2
    assert not (tmp_path / "uit").exists()
