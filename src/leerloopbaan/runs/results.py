"""What dbt says of its last run: one entry per model, seed and test, with its clause.

Only names, states and seconds are read. dbt's own messages stay out: a failed test's message
counts rows, and such a count may be small.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leerloopbaan.register.schema import Protocol, Tabel

FINE = frozenset({"success", "pass"})
WARNED = frozenset({"warn"})
KINDS = {"model": "model", "seed": "seed", "test": "toets", "unit_test": "eenheidstoets"}
# A test says in its leading comment what to do: "To resolve: ...".
_REMEDY = re.compile(r"to resolve:\s*(.+?)(?:-#}|\*/|\n(?!\s*--|\s{4}\S)|$)", re.I | re.S)


@dataclass(frozen=True)
class Node:
    """One node of a dbt run: `state` is `goed`, `waarschuwing`, `fout` or `overgeslagen`."""

    name: str
    kind: str
    layer: str
    state: str
    seconds: float
    clauses: tuple[str, ...] = ()
    remedy: str = ""


@dataclass(frozen=True)
class Run:
    """A dbt run; `id` is dbt's invocation, `moment` when it ended (UTC)."""

    id: str
    moment: str
    nodes: tuple[Node, ...]

    @property
    def failed(self) -> tuple[Node, ...]:
        """What failed or was skipped because something before it failed."""
        return tuple(n for n in self.nodes if n.state in ("fout", "overgeslagen"))


def read_run(target: Path, protocol: Protocol) -> Run | None:
    """The last dbt run in a target directory; None when dbt left nothing readable there."""
    try:
        results = json.loads((target / "run_results.json").read_text(encoding="utf-8"))
        manifest = json.loads((target / "manifest.json").read_text(encoding="utf-8"))
    except (FileNotFoundError, json.JSONDecodeError):
        return None
    known = {**manifest["nodes"], **manifest.get("unit_tests", {})}
    duties = _duties(protocol)
    nodes = tuple(
        _node(result, known[result["unique_id"]], manifest, protocol, duties)
        for result in results["results"]
        if result["unique_id"] in known
    )
    metadata = results["metadata"]
    return Run(str(metadata["invocation_id"]), str(metadata["generated_at"])[:19], nodes)


def _node(
    result: Mapping[str, Any],
    node: Mapping[str, Any],
    manifest: Mapping[str, Any],
    protocol: Protocol,
    duties: Mapping[str, tuple[str, ...]],
) -> Node:
    status = str(result["status"])
    state = (
        "goed" if status in FINE
        else "waarschuwing" if status in WARNED
        else "overgeslagen" if status == "skipped"
        else "fout"
    )  # fmt: skip
    bad = state in ("fout", "overgeslagen", "waarschuwing")
    return Node(
        name=str(node["name"]),
        kind=KINDS.get(str(node["resource_type"]), str(node["resource_type"])),
        layer=_layer(node, manifest),
        state=state,
        seconds=round(float(result.get("execution_time") or 0.0), 2),
        clauses=clauses_of(node, manifest, protocol, duties) if bad else (),
        remedy=remedy_of(node, manifest) if bad else "",
    )


def _layer(node: Mapping[str, Any], manifest: Mapping[str, Any]) -> str:
    if node["resource_type"] in ("test", "unit_test"):
        for key in node["depends_on"]["nodes"]:
            read = manifest["nodes"].get(key)
            if read and read["resource_type"] == "model":
                return str(read["fqn"][1])
        return "tests"
    return str(node["fqn"][1]) if node["resource_type"] == "model" else "seeds"


def clauses_of(
    node: Mapping[str, Any],
    manifest: Mapping[str, Any],
    protocol: Protocol,
    duties: Mapping[str, tuple[str, ...]] | None = None,
) -> tuple[str, ...]:
    """The clauses that a node guards.

    First the obligations whose checks name it (`dbt:<name>`); else, for a test on a staging
    column, the clause of that delivered field; else, for staging, that of the delivered table.
    """
    duties = duties if duties is not None else _duties(protocol)
    names = [str(node["name"]), str((node.get("test_metadata") or {}).get("name", ""))]
    named = tuple(clause for name in names for clause in duties.get(name, ()))
    if named:
        return tuple(dict.fromkeys(named))
    table = _table(node, manifest, protocol)
    if table is None:
        return ()
    column = str(node.get("column_name") or "").lower()
    for veld in table.velden:
        if veld.kolom.lower() == column:
            return (f"artikel {veld.clausule.artikel}, {veld.clausule.regels}",)
    return (f"artikel {table.clausule.artikel}, {table.clausule.regels}",)


def _table(
    node: Mapping[str, Any], manifest: Mapping[str, Any], protocol: Protocol
) -> Tabel | None:
    keys = [str(node.get("attached_node") or node["unique_id"]), *node["depends_on"]["nodes"]]
    for key in keys:
        name = str((manifest["nodes"].get(key) or {"name": ""})["name"])
        for table in (*protocol.tabellen, *protocol.referentielijsten):
            if name == f"stg_{protocol.stad}__{table.relatie}":
                return table
    return None


def _duties(protocol: Protocol) -> dict[str, tuple[str, ...]]:
    """Per dbt name in a check of the register: `R-03 (artikel 3, L88-92)`."""
    found: dict[str, tuple[str, ...]] = {}
    for article in protocol.artikelen:
        for duty in article.verplichtingen:
            for check in duty.controle:
                kind, _, name = check.partition(":")
                if kind == "dbt":
                    text = f"{duty.code} (artikel {article.nummer}, {duty.clausule.regels})"
                    found[name] = (*found.get(name, ()), text)
    return found


def remedy_of(node: Mapping[str, Any], manifest: Mapping[str, Any]) -> str:
    """What to do when a test fails, from the comment above its SQL; English, as the code."""
    for text in _codes(node, manifest):
        if match := _REMEDY.search(text):
            words = re.sub(r"^\s*--\s?", "", match.group(1), flags=re.M).split()
            return " ".join(words).rstrip()
    return ""


def _codes(node: Mapping[str, Any], manifest: Mapping[str, Any]) -> Iterator[str]:
    yield str(node.get("raw_code") or "")
    name = (node.get("test_metadata") or {}).get("name")
    for macro in manifest.get("macros", {}).values():
        if name and macro["name"] == f"test_{name}" and macro["package_name"] == "leerloopbaan":
            path = Path(str(macro["original_file_path"]))
            yield path.read_text(encoding="utf-8") if path.exists() else macro["macro_sql"]
