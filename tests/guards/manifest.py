"""A dbt manifest as the guards read it: the project's own models, their layer, keys and columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sqlglot
from sqlglot import exp

Manifest = dict[str, Any]
Node = dict[str, Any]

PROJECT = "leerloopbaan"
LAYERS = ("staging", "intermediate", "cells", "suppression", "marts", "quality")
PERSON_KEYS = frozenset({"persoon_id", "leerling_id", "persoon_code", "aim_code"})
# A delivered row points at a person as well as a key does.
ROW_POINTERS = frozenset({"rij"})


def models(manifest: Manifest) -> Iterator[Node]:
    """The enabled models of the project."""
    for node in manifest["nodes"].values():
        if node["resource_type"] == "model" and node["package_name"] == PROJECT:
            yield node


def tests(manifest: Manifest) -> Iterator[Node]:
    """The enabled data tests of the project."""
    for node in manifest["nodes"].values():
        if node["resource_type"] == "test" and node["package_name"] == PROJECT:
            yield node


def exposures(manifest: Manifest) -> Iterator[Node]:
    """The enabled exposures of the project."""
    for node in manifest.get("exposures", {}).values():
        if node["package_name"] == PROJECT:
            yield node


def layer(node: Node) -> str:
    """Folder directly under `models/`."""
    return str(node["fqn"][1])


def parents(manifest: Manifest, node: Node) -> Iterator[Node]:
    """Nodes and sources that a node reads."""
    for name in node["depends_on"]["nodes"]:
        parent = manifest["nodes"].get(name) or manifest["sources"].get(name)
        if parent is not None:
            yield parent


def statement(node: Node) -> exp.Expr | None:
    """The compiled SQL of a model, parsed; None for a Python model."""
    if node["language"] != "sql" or not node.get("compiled_code"):
        return None
    return sqlglot.parse_one(node["compiled_code"], dialect="duckdb")


def output_columns(node: Node) -> set[str]:
    """Columns of a model: as documented, and as its outermost select names them."""
    documented = {column.lower() for column in node["columns"]}
    parsed = statement(node)
    if parsed is None:
        return documented
    assert isinstance(parsed, exp.Selectable)
    return documented | ({name.lower() for name in parsed.named_selects} - {"*"})


def is_person_level(node: Node) -> bool:
    """Whether a row of the model is about, or points at, one person."""
    return bool(output_columns(node) & PERSON_KEYS)
