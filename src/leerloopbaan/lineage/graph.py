"""From columns of models to delivered fields, through the whole dbt graph."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leerloopbaan.errors import LeerloopbaanError
from leerloopbaan.lineage.columns import ColumnRef, Columns, OpaqueError, statement_lineage

Node = dict[str, Any]

DELIVERY_SOURCE = "levering"
ROWS = "*"


@dataclass(frozen=True, order=True)
class Origin:
    """Where a value comes from: a delivered field, a seed, or the register of deliveries.

    `kind` is `veld` (relation and column of the landing file; column `*`: its rows), `seed`,
    or `intake`.
    """

    kind: str
    relation: str
    column: str


Graph = dict[tuple[str, str], frozenset[Origin]]


def read_manifest(path: Path) -> dict[str, Any]:
    """A dbt manifest with compiled code (after `dbt compile`, `build` or `docs generate`)."""
    try:
        manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise LeerloopbaanError(
            f"er is geen {path.name}.", remedy="Voer eerst `dbt compile` uit."
        ) from None
    return manifest


def origins(manifest: dict[str, Any], *, values_only: bool = False) -> Graph:
    """For every (model name, column) of the project: the origins that it depends on.

    With `values_only`: the origins of which single values may still be read off (nothing that
    was aggregated, nothing that a Python model computed). An empty set is a constant (a label
    from the register). A Python model, or one whose YAML declares `meta.herkomst` (`geteld`: it
    only counts; or a mapping of column to `model.column`), depends on what that says, else on
    every column of what it reads.
    """
    nodes = project_nodes(manifest)
    by_relation = {relation_of(node): node for node in nodes.values()}
    relations: Columns = {relation_of(node): columns_of(node) for node in nodes.values()}
    result: Graph = {}
    resolved: dict[ColumnRef, frozenset[Origin]] = {}
    for node in in_order(nodes):
        relation = relation_of(node)
        own = _leaf(node) if node["resource_type"] != "model" else None
        for column, read in (own or _reads(node, nodes, relations, values_only)).items():
            found = frozenset(r for r in read if isinstance(r, Origin))
            for ref in (r for r in read if isinstance(r, ColumnRef)):
                found |= _resolve(ref, by_relation, relations, resolved)
            resolved[ColumnRef(relation, column)] = found
            if node["resource_type"] == "model":
                result[node["name"], column] = found
        resolved[ColumnRef(relation, ROWS)] = _rows_of(node, resolved)
    return result


def _resolve(
    ref: ColumnRef,
    by_relation: dict[str, Node],
    relations: Columns,
    resolved: dict[ColumnRef, frozenset[Origin]],
) -> frozenset[Origin]:
    if ref in resolved:
        return resolved[ref]
    if ref.relation in by_relation:
        raise LeerloopbaanError(
            f"de herkomst van kolom {ref.column} van {ref.relation} is onbekend.",
            remedy="Beschrijf de kolom in de YAML van het model.",
        )
    raise LeerloopbaanError(
        f"{ref.relation} is geen model, bron of seed van dit project.",
        remedy="Lees enkel via ref() en source().",
    )


def _rows_of(node: Node, resolved: dict[ColumnRef, frozenset[Origin]]) -> frozenset[Origin]:
    """The rows of a relation: of a delivered table the table itself, else all its columns."""
    if node["resource_type"] == "source":
        return frozenset({_origin(node, ROWS)})
    columns = (resolved.get(ColumnRef(relation_of(node), c), frozenset()) for c in columns_of(node))
    return frozenset().union(*columns)


def _reads(
    node: Node, nodes: dict[str, Node], relations: Columns, values_only: bool
) -> dict[str, frozenset[ColumnRef]]:
    parents = _parents(node, nodes)
    declared = node["config"].get("meta", {}).get("herkomst")
    if node["language"] == "sql" and declared is None:
        own = {relation_of(p): relations[relation_of(p)] for p in parents}
        try:
            return statement_lineage(node["compiled_code"], own, values_only=values_only)
        except OpaqueError:
            raise LeerloopbaanError(
                f"de kolommen van {node['name']} zijn niet te volgen (pivot).",
                remedy="Leg in zijn YAML vast: meta: {herkomst: geteld}, of per kolom.",
            ) from None
    if values_only:
        # What is declared is counted or decided: no single value passes through.
        return {column: frozenset() for column in columns_of(node)}
    everything = frozenset(ColumnRef(relation_of(p), c) for p in parents for c in columns_of(p))
    by_name = {p["name"]: p for p in parents}
    per_column: dict[str, list[str]] = declared if isinstance(declared, dict) else {}
    return {
        column: frozenset(_declared(per_column[column], by_name))
        if column in per_column
        else everything
        for column in columns_of(node)
    }


def _parents(node: Node, nodes: dict[str, Node]) -> list[Node]:
    """What a model's compiled SQL reads: an ephemeral model stands in it with all that it reads."""
    found: dict[str, Node] = {}
    for key in node["depends_on"]["nodes"]:
        if key not in nodes:
            continue
        found[key] = nodes[key]
        if nodes[key]["config"].get("materialized") == "ephemeral":
            found |= {parent["unique_id"]: parent for parent in _parents(nodes[key], nodes)}
    return list(found.values())


def _declared(names: Iterable[str], parents: dict[str, Node]) -> Iterable[ColumnRef]:
    for name in names:
        model, column = name.split(".")
        yield ColumnRef(relation_of(parents[model]), column)


def _leaf(node: Node) -> dict[str, frozenset[Origin]]:
    return {column: frozenset({_origin(node, column)}) for column in columns_of(node)}


def _origin(node: Node, column: str) -> Origin:
    if node["resource_type"] == "seed":
        return Origin("seed", node["name"], column)
    kind = "veld" if node["source_name"] == DELIVERY_SOURCE else "intake"
    return Origin(kind, node["name"], column)


def project_nodes(manifest: dict[str, Any]) -> dict[str, Node]:
    """Models, seeds and sources by unique id."""
    wanted = ("model", "seed")
    nodes = {k: n for k, n in manifest["nodes"].items() if n["resource_type"] in wanted}
    return {**manifest["sources"], **nodes}


def in_order(nodes: dict[str, Node]) -> list[Node]:
    """Nodes after everything that they read."""
    ordered: dict[str, Node] = {}

    def visit(key: str) -> None:
        if key in ordered or key not in nodes:
            return
        for parent in nodes[key].get("depends_on", {}).get("nodes", []):
            visit(parent)
        ordered[key] = nodes[key]

    for key in sorted(nodes):
        visit(key)
    return list(ordered.values())


def relation_of(node: Node) -> str:
    """`database.schema.name` of what a node makes, in lower case."""
    name = node.get("alias") or node.get("identifier") or node["name"]
    return f"{node['database']}.{node['schema']}.{name}".lower()


def columns_of(node: Node) -> dict[str, str]:
    """The described columns of a node with their types, in lower case."""
    return {
        name.lower(): (column.get("data_type") or "varchar")
        for name, column in node["columns"].items()
    }
