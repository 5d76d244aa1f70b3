"""The project keeps the house rules, and every rule can say no."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from guards.manifest import Manifest, Node
from guards.rules import EXPOSURE_META, RULES


@pytest.mark.parametrize("rule", RULES)
def test_the_project_keeps(rule: str, manifest: Manifest) -> None:
    faults = RULES[rule](manifest)
    assert not faults, f"{RULES[rule].__doc__}\n" + "\n".join(faults)


def _model(name: str, layer: str, reads: list[str], sql: str, **config: Any) -> Node:
    group = {"marts": "publicatie", "suppression": "geheimhouding"}.get(layer, "persoonsgegevens")
    access = {"staging": "private", "intermediate": "private", "marts": "public"}
    columns = sql.removeprefix("select ").split(" from ")[0].split(", ")
    return {
        "unique_id": f"model.leerloopbaan.{name}",
        "name": name,
        "resource_type": "model",
        "package_name": "leerloopbaan",
        "language": "sql",
        "fqn": ["leerloopbaan", layer, "antwerpen", name],
        "description": "Een model.",
        "columns": {
            c: {"name": c, "description": "Een kolom.", "constraints": []} for c in columns
        },
        "constraints": [],
        "depends_on": {"nodes": reads},
        "compiled_code": sql,
        "config": {
            "enabled": True,
            "group": group,
            "access": access.get(layer, "protected"),
            "materialized": "table",
            "meta": {"eigenaar": "Data-engineering", "korrel": "een rij"},
            "contract": {"enforced": layer in ("staging", "marts")},
            **config,
        },
    }


def _test(model: str) -> Node:
    return {
        "unique_id": f"test.leerloopbaan.{model}",
        "name": f"unique_{model}",
        "resource_type": "test",
        "package_name": "leerloopbaan",
        "fqn": ["leerloopbaan", model],
        "attached_node": f"model.leerloopbaan.{model}",
        "test_metadata": {"name": "unique"},
        "config": {"enabled": True, "severity": "ERROR", "store_failures": False},
        "depends_on": {"nodes": []},
    }


def _good() -> Manifest:
    source = "source.leerloopbaan.levering_antwerpen.deel_11a"
    made = [
        _model("stg", "staging", [source], "select persoon_id, rij from bron"),
        _model("int", "intermediate", ["model.leerloopbaan.stg"], "select persoon_id from stg"),
        _model("cel", "cells", ["model.leerloopbaan.int"], "select cel_id, aantal from int"),
        _model("besluit", "suppression", ["model.leerloopbaan.cel"], "select cel_id from cel"),
        _model("mart", "marts", ["model.leerloopbaan.besluit"], "select indicator from besluit"),
        *map(_test, ("stg", "int", "cel", "besluit", "mart")),
    ]
    sources = {
        source: {
            "unique_id": source,
            "name": "deel_11a",
            "source_name": "levering_antwerpen",
            "resource_type": "source",
            "package_name": "leerloopbaan",
            "fqn": ["leerloopbaan", "staging", "antwerpen", "levering_antwerpen", "deel_11a"],
        }
    }
    exposure = {
        "unique_id": "exposure.leerloopbaan.product",
        "name": "product",
        "resource_type": "exposure",
        "package_name": "leerloopbaan",
        "owner": {"name": "Stad"},
        "depends_on": {"nodes": ["model.leerloopbaan.mart"]},
        "config": {"enabled": True, "meta": dict.fromkeys(EXPOSURE_META, "zo")},
    }
    return {
        "nodes": {node["unique_id"]: node for node in made},
        "sources": sources,
        "exposures": {exposure["unique_id"]: exposure},
    }


def _node(manifest: Manifest, name: str) -> Node:
    node: Node = next(n for n in manifest["nodes"].values() if n["name"] == name)
    return node


def _reads(name: str, parent: str) -> Callable[[Manifest], None]:
    return lambda m: _node(m, name)["depends_on"]["nodes"].append(parent)


def _config(name: str, **values: Any) -> Callable[[Manifest], None]:
    return lambda m: _node(m, name)["config"].update(values)


def _sql(name: str, sql: str) -> Callable[[Manifest], None]:
    return lambda m: _node(m, name).update(compiled_code=sql)


def _set(name: str, **values: Any) -> Callable[[Manifest], None]:
    return lambda m: _node(m, name).update(values)


def _exposure(manifest: Manifest) -> Node:
    node: Node = next(iter(manifest["exposures"].values()))
    return node


def _exposes(name: str) -> Callable[[Manifest], None]:
    return lambda m: _exposure(m)["depends_on"]["nodes"].append(f"model.leerloopbaan.{name}")


def _without(key: str) -> Callable[[Manifest], None]:
    return lambda m: _exposure(m)["config"]["meta"].pop(key)


def _scored_and_kept(manifest: Manifest) -> None:
    _node(manifest, "int")["config"]["materialized"] = "ephemeral"
    kept = _model(
        "kenmerken", "intermediate", ["model.leerloopbaan.int"], "select persoon_id from s"
    )
    manifest["nodes"][kept["unique_id"]] = kept
    _node(manifest, "int")["name"] = "int__feit_vroegsignaal"


def _other_city(manifest: Manifest) -> None:
    node = _model("stg_gent__leerlingen", "staging", [], "select leerling_id from bron")
    node["fqn"][2] = "gent"
    manifest["nodes"][node["unique_id"]] = node


BROKEN: list[tuple[str, str, Callable[[Manifest], object]]] = [
    ("one_way", "mart", _reads("mart", "model.leerloopbaan.stg")),
    ("one_way", "int", _reads("int", "source.leerloopbaan.levering_antwerpen.deel_11a")),
    ("one_way", "stg", _reads("stg", "model.leerloopbaan.mart")),
    ("one_way", "cel", _reads("cel", "model.leerloopbaan.besluit")),
    ("one_way", "int", _set("int", fqn=["leerloopbaan", "tussendoor", "int"])),
    ("owned", "int", _config("int", group=None)),
    ("owned", "int", _config("int", meta={"korrel": "een rij"})),
    ("grain", "int", _config("int", meta={"eigenaar": "iemand"})),
    ("described", "int", _set("int", description=" ")),
    ("described", "int", _set("int", columns={})),
    ("described", "int.extra", _sql("int", "select persoon_id, 1 as extra from stg")),
    ("primary_key", "cel", lambda m: m["nodes"].pop("test.leerloopbaan.cel")),
    ("primary_key", "cel", _set("unique_cel", test_metadata={"name": "not_null"})),
    ("primary_key", "cel", lambda m: _node(m, "unique_cel")["config"].update(severity="warn")),
    ("contracts", "stg", _config("stg", contract={"enforced": False})),
    ("contracts", "mart", _config("mart", contract={"enforced": False})),
    ("no_person_leaves", "cel", _sql("cel", "select persoon_id, aantal from int")),
    ("no_person_leaves", "mart", _sql("mart", "select x, rij from besluit")),
    ("wall", "int", _config("int", access="protected")),
    ("wall", "int", _config("int", group="publicatie")),
    ("wall", "mart", _config("mart", group="persoonsgegevens")),
    ("wall", "mart", _reads("mart", "model.leerloopbaan.int")),
    ("own_school_apart", "besluit reads cel, of schools", _config("cel", group="eigen_school")),
    ("own_school_apart", "mart: public", _config("mart", group="eigen_school")),
    (
        "own_school_apart",
        "Ghent",
        lambda m: (
            _config("mart", group="eigen_school", access="protected")(m),
            _set("mart", fqn=["leerloopbaan", "marts", "gent", "mart"])(m),
        ),
    ),
    (
        "own_school_apart",
        "besluit reads schooltellingen",
        lambda m: _node(m, "cel").update(name="schooltellingen"),
    ),
    ("one_city", "stg_gent__leerlingen", _other_city),
    ("nothing_stored", "unique_cel", _config("unique_cel", store_failures=True)),
    ("nothing_stored", "unique_cel", _config("unique_cel", store_failures_as="table")),
    ("no_ranking", "int", _sql("int", "select rank() over (order by a) as n from stg")),
    ("no_ranking", "int", _sql("int", "select dense_rank() over (order by a) as n from stg")),
    ("no_ranking", "int", _sql("int", "select ntile(4) over (order by a) as n from stg")),
    ("no_ranking", "int", _sql("int", "select percent_rank() over (order by a) as n from stg")),
    ("no_ranking", "int", _sql("int", "select cume_dist() over (order by a) as n from stg")),
    ("no_ranking", "int", _sql("int", "select median(a) as n from stg")),
    ("no_ranking", "int", _sql("int", "select quantile_cont(a, 0.9) as n from stg")),
    ("no_ranking", "int", _sql("int", "select approx_quantile(a, 0.9) as n from stg")),
    (
        "no_ranking",
        "int",
        _sql("int", "select row_number() over (partition by school order by a) as n from stg"),
    ),
    (
        "no_ranking",
        "int",
        _sql("int", "with s as (select rank() over (order by a) as n from stg) select n from s"),
    ),
    ("no_ranking", "mart", _sql("mart", "select indicator from besluit order by waarde limit 5")),
    (
        "no_score_is_built",
        "built as a table",
        lambda m: _node(m, "int").update(name="x__feit_vroegsignaal"),
    ),
    ("no_score_is_built", "kenmerken reads", _scored_and_kept),
    ("exposed", "reads the private int", _exposes("int")),
    ("exposed", "reads cel of cells", _exposes("cel")),
    *(("exposed", f"no {key}", _without(key)) for key in EXPOSURE_META),
    ("exposed", "no owner", lambda m: _exposure(m).update(owner=None)),
    ("exposed", "mart: a mart without", lambda m: _exposure(m)["depends_on"]["nodes"].clear()),
]


def test_the_good_manifest_keeps_every_rule() -> None:
    good = _good()
    assert {name: rule(good) for name, rule in RULES.items()} == {name: [] for name in RULES}


def test_a_number_within_one_person_s_rows_is_no_ranking() -> None:
    good = _good()
    _sql("int", "select row_number() over (partition by persoon_id order by a) as n from stg")(good)
    assert RULES["no_ranking"](good) == []


@pytest.mark.parametrize(
    ("rule", "named", "break_it"),
    BROKEN,
    ids=[f"{rule}-{i}" for i, (rule, _, _) in enumerate(BROKEN)],
)
def test_a_broken_manifest_is_caught(
    rule: str, named: str, break_it: Callable[[Manifest], object]
) -> None:
    broken = copy.deepcopy(_good())
    break_it(broken)
    faults = RULES[rule](broken)
    assert faults
    assert any(named in fault for fault in faults)


def test_every_rule_is_broken_at_least_once() -> None:
    assert {rule for rule, _, _ in BROKEN} == set(RULES)
