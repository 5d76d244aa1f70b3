"""The house rules, each a function from manifest to the list of what breaks it.

They read the manifest, not the files: what dbt resolved is what counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from sqlglot import exp

from guards.manifest import (
    LAYERS,
    PERSON_KEYS,
    ROW_POINTERS,
    Manifest,
    Node,
    exposures,
    is_person_level,
    layer,
    models,
    output_columns,
    parents,
    statement,
    tests,
)

Rule = Callable[[Manifest], list[str]]

# What a layer may read. Nothing flows back.
READS = {
    "staging": {"source", "seed", "staging"},
    "intermediate": {"staging", "intermediate", "seed"},
    "cells": {"intermediate", "cells", "seed"},
    "suppression": {"cells", "suppression", "seed"},
    "marts": {"cells", "suppression", "marts", "seed", "intermediate"},
    "quality": {"source", "seed", *LAYERS},
}
# What a school is shown of itself: its own group, and the counting before it. Of all that, one hash
# reaches the release's number.
OWN_SCHOOL = "eigen_school"
SCHOOL_COUNTS = frozenset(
    {"schooltellingen", "signaaltellingen", "schoolplaatsen", "schoolmomenten", "schoolprofiel"}
)
FROM_SCHOOLS = frozenset({("release", "schoolvingerafdruk")})
CONTRACTED = ("staging", "marts")
WITHOUT_PERSONS = ("cells", "suppression", "marts")
EXPOSURE_META = ("product", "publiek", "doeleinde", "doel", "rechtsgrond", "clausule")
# The fact in which a pupil has an estimate.
SCORED = "__feit_vroegsignaal"
PRIMARY_KEY_TESTS = ("unique", "unique_combination_of_columns")
RANKINGS = (exp.Quantile, exp.PercentileCont, exp.PercentileDisc, exp.Median)
RANKING_NAMES = frozenset(
    {"rank", "dense_rank", "percent_rank", "cume_dist", "ntile"}
    | {"quantile", "quantile_cont", "quantile_disc", "approx_quantile", "median"}
)


def one_way(manifest: Manifest) -> list[str]:
    """A model reads only the layers before it; sources are read by staging alone."""
    faults = []
    for node in models(manifest):
        if layer(node) not in LAYERS:
            faults.append(f"{node['name']}: models/{layer(node)} is not a layer")
            continue
        for parent in parents(manifest, node):
            kind = layer(parent) if parent["resource_type"] == "model" else parent["resource_type"]
            if kind not in READS[layer(node)]:
                faults.append(f"{node['name']} ({layer(node)}) reads {parent['name']} ({kind})")
    return faults


def owned(manifest: Manifest) -> list[str]:
    """Every model has a group and names who answers for it."""
    return [
        f"{node['name']}: no {what}"
        for node in models(manifest)
        for what, value in (
            ("group", node["config"].get("group")),
            ("meta.eigenaar", node["config"]["meta"].get("eigenaar")),
        )
        if not value
    ]


def grain(manifest: Manifest) -> list[str]:
    """Every model says what one row is."""
    return [
        f"{node['name']}: no meta.korrel"
        for node in models(manifest)
        if not node["config"]["meta"].get("korrel")
    ]


def described(manifest: Manifest) -> list[str]:
    """Every model and every column of it has a description."""
    faults = []
    for node in models(manifest):
        if not node["description"].strip():
            faults.append(f"{node['name']}: no description")
        columns = {name.lower(): column for name, column in node["columns"].items()}
        for name in sorted(output_columns(node)):
            if not columns.get(name, {}).get("description", "").strip():
                faults.append(f"{node['name']}.{name}: no description")
        if not columns:
            faults.append(f"{node['name']}: no columns are described")
    return faults


def primary_key(manifest: Manifest) -> list[str]:
    """Every model's grain is guarded, by a test or by a constraint that DuckDB enforces."""
    tested = {
        test.get("attached_node")
        for test in tests(manifest)
        if (test.get("test_metadata") or {}).get("name") in PRIMARY_KEY_TESTS
        and test["config"]["severity"].lower() == "error"
    }
    return [
        f"{node['name']}: neither a primary-key test nor a constraint"
        for node in models(manifest)
        if node["unique_id"] not in tested and not _constrained(node)
    ]


def _constrained(node: Node) -> bool:
    enforced = node["config"]["contract"]["enforced"] and node["config"]["materialized"] == "table"
    constraints = [
        *node.get("constraints", []),
        *(c for column in node["columns"].values() for c in column.get("constraints", [])),
    ]
    return enforced and any(c["type"] in ("primary_key", "unique") for c in constraints)


def contracts(manifest: Manifest) -> list[str]:
    """Staging and marts enforce their contract."""
    return [
        f"{node['name']}: no enforced contract"
        for node in models(manifest)
        if layer(node) in CONTRACTED and not node["config"]["contract"]["enforced"]
    ]


def no_person_leaves(manifest: Manifest) -> list[str]:
    """No person key, and no pointer at a delivered row, beyond intermediate."""
    return [
        f"{node['name']}.{name}: a person key in {layer(node)}"
        for node in models(manifest)
        if layer(node) in WITHOUT_PERSONS
        for name in sorted(output_columns(node) & (PERSON_KEYS | ROW_POINTERS))
    ]


def wall(manifest: Manifest) -> list[str]:
    """A person-level model is private, and out of reach of the marts' group."""
    faults = []
    for node in models(manifest):
        group = node["config"].get("group")
        if is_person_level(node) and node["config"].get("access") != "private":
            faults.append(f"{node['name']}: person-level and not private")
        if group != OWN_SCHOOL and (layer(node) == "marts") != (group == "publicatie"):
            faults.append(f"{node['name']}: {layer(node)} in the group {group}")
        if layer(node) != "marts":
            continue
        faults.extend(
            f"{node['name']} reads the person-level {parent['name']}"
            for parent in parents(manifest, node)
            if parent["resource_type"] == "model" and is_person_level(parent)
        )
    return faults


def own_school_apart(manifest: Manifest) -> list[str]:
    """School-grain counts go to the models of own schools only, of a city that has such a level."""
    faults = []
    for node in models(manifest):
        own = node["config"].get("group") == OWN_SCHOOL
        if own and "gent" in node["fqn"]:
            faults.append(f"{node['name']}: Ghent has no school level")
        if own and node["config"].get("access") == "public":
            faults.append(f"{node['name']}: public, of a school")
        for parent in parents(manifest, node):
            at_school = parent["name"] in SCHOOL_COUNTS or (
                parent["resource_type"] == "model" and parent["config"].get("group") == OWN_SCHOOL
            )
            allowed = (
                node["name"] in SCHOOL_COUNTS or (node["name"], parent["name"]) in FROM_SCHOOLS
            )
            if at_school and not own and not allowed:
                faults.append(f"{node['name']} reads {parent['name']}, of schools")
    return faults


def one_city(manifest: Manifest) -> list[str]:
    """The nodes of one manifest, and what they read, are of one city."""
    cities: dict[str, list[str]] = defaultdict(list)
    for node in (*manifest["nodes"].values(), *manifest["sources"].values()):
        if node["package_name"] != "leerloopbaan" or not node.get("config", {}).get(
            "enabled", True
        ):
            continue
        text = " ".join((node["name"], *node["fqn"], str(node.get("source_name", ""))))
        for city in ("antwerpen", "gent"):
            if city in text.replace("_", " ").split() or f"{city}__" in text:
                cities[city].append(node["name"])
    if len(cities) < 2:
        return []
    few = min(cities.values(), key=len)
    return [f"{name}: of another city than the rest" for name in sorted(few)]


def nothing_stored(manifest: Manifest) -> list[str]:
    """No test keeps failing rows: they may be a pupil's."""
    return [
        f"{test['name']}: stores failing rows"
        for test in tests(manifest)
        if test["config"].get("store_failures")
        or test["config"].get("store_failures_as") not in (None, "ephemeral")
    ]


def no_ranking(manifest: Manifest) -> list[str]:
    """No order, quantile or position of schools, anywhere (strict: of anything but own rows).

    A number within one person's own rows is no ranking; any other ordered number is.
    """
    faults = []
    for node in models(manifest):
        parsed = statement(node)
        if parsed is None:
            continue
        if any(parsed.find_all(*RANKINGS)):
            faults.append(f"{node['name']}: a quantile")
        for function in parsed.find_all(exp.Func):
            if function.sql_name().lower() in RANKING_NAMES or (
                isinstance(function, exp.Anonymous) and function.name.lower() in RANKING_NAMES
            ):
                faults.append(f"{node['name']}: {function.sql_name().lower()}")
        for window in parsed.find_all(exp.Window):
            if isinstance(window.this, exp.RowNumber) and window.args.get("order"):
                keys = {c.name.lower() for p in window.args["partition_by"] for c in _columns(p)}
                if not keys & PERSON_KEYS:
                    faults.append(f"{node['name']}: row_number beyond one person's rows")
        if layer(node) == "marts" and any(s.args.get("limit") for s in parsed.find_all(exp.Select)):
            faults.append(f"{node['name']}: a limit picks the first of an order")
    return faults


def exposed(manifest: Manifest) -> list[str]:
    """What is published is published for someone, for a purpose, under a clause; never privately.

    An exposure reads marts only, and every mart is read by one.
    """
    faults = []
    read: set[str] = set()
    for exposure in exposures(manifest):
        for key in EXPOSURE_META:
            if not exposure["config"]["meta"].get(key):
                faults.append(f"{exposure['name']}: no {key}")
        if not (exposure.get("owner") or {}).get("name"):
            faults.append(f"{exposure['name']}: no owner")
        for name in exposure["depends_on"]["nodes"]:
            read.add(name)
            model = manifest["nodes"][name]
            if model["config"].get("access") == "private" or is_person_level(model):
                faults.append(f"{exposure['name']} reads the private {model['name']}")
            if layer(model) != "marts":
                faults.append(f"{exposure['name']} reads {model['name']} of {layer(model)}")
    faults.extend(
        f"{node['name']}: a mart without a purpose (no exposure reads it)"
        for node in models(manifest)
        if layer(node) == "marts" and node["unique_id"] not in read
    )
    return faults


def no_score_is_built(manifest: Manifest) -> list[str]:
    """A pupil's estimate exists only inside the query that counts groups, never as a relation."""
    faults = []
    estimates = {
        node["unique_id"]: node for node in models(manifest) if node["name"].endswith(SCORED)
    }
    for node in estimates.values():
        if node["config"]["materialized"] != "ephemeral":
            faults.append(f"{node['name']} is built as a {node['config']['materialized']}")
    for node in models(manifest):
        for name in set(node["depends_on"]["nodes"]) & estimates.keys():
            if layer(node) != "cells" or is_person_level(node):
                faults.append(f"{node['name']} reads {estimates[name]['name']} and does not count")
    return faults


def _columns(expression: exp.Expr) -> list[exp.Column]:
    return list(expression.find_all(exp.Column))


RULES: dict[str, Rule] = {
    rule.__name__: rule
    for rule in (
        one_way,
        owned,
        grain,
        described,
        primary_key,
        contracts,
        no_person_leaves,
        wall,
        own_school_apart,
        one_city,
        nothing_stored,
        no_ranking,
        exposed,
        no_score_is_built,
    )
}
