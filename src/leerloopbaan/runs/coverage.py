"""Coverage of descriptions and tests, computed by dbt-coverage from the manifest.

dbt-coverage reads a catalogue of the database. The columns that stand in the manifest are those
of the database here (contracts and guards see to it), so the catalogue is made from it: no
second dbt command after every build.
"""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CONSTRAINTS = ("not_null", "primary_key", "unique", "check", "foreign_key")


@dataclass(frozen=True)
class Coverage:
    """Shares between 0 and 1. `tested`: columns with a test of their own (dbt-coverage);
    `guarded`: models with at least one test or enforced constraint; `unit_tested`: models with
    a unit test (dbt-coverage)."""

    described: float
    tested: float
    guarded: float
    unit_tested: float
    without_test: tuple[str, ...]


def coverage(manifest: dict[str, Any]) -> Coverage:
    """Coverage of one city's project."""
    from dbt_coverage import CoverageReport, CoverageType, load_files

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
        (folder / "catalog.json").write_text(json.dumps(_catalogue(manifest)), encoding="utf-8")
        catalogue = load_files(folder, folder)
    shares = {
        kind: CoverageReport.from_catalog(catalogue, kind).coverage or 0.0 for kind in CoverageType
    }
    models = {k: n for k, n in manifest["nodes"].items() if n["resource_type"] == "model"}
    guarded = {key for key, node in models.items() if _constrained(node)}
    for node in manifest["nodes"].values():
        if node["resource_type"] == "test":
            guarded |= set(node["depends_on"]["nodes"]) & models.keys()
    bare = tuple(sorted(models[key]["name"] for key in models.keys() - guarded))
    return Coverage(
        described=shares[CoverageType.DOC],
        tested=shares[CoverageType.TEST],
        guarded=1 - len(bare) / len(models) if models else 0.0,
        unit_tested=shares[CoverageType.UNIT_TEST],
        without_test=bare,
    )


def _constrained(node: dict[str, Any]) -> bool:
    constraints = [
        *node.get("constraints", []),
        *(c for column in node["columns"].values() for c in column.get("constraints", [])),
    ]
    enforced = node["config"]["contract"]["enforced"] and node["config"]["materialized"] == "table"
    return enforced and any(c["type"] in CONSTRAINTS for c in constraints)


def _catalogue(manifest: dict[str, Any]) -> dict[str, Any]:
    def entry(node: dict[str, Any]) -> dict[str, Any]:
        columns = {
            name.lower(): {"name": name.lower(), "type": "", "index": index}
            for index, name in enumerate(node["columns"])
        }
        return {"unique_id": node["unique_id"], "columns": columns}

    nodes = {
        key: entry(node)
        for key, node in manifest["nodes"].items()
        if node["resource_type"] in ("model", "seed") and node["package_name"] == "leerloopbaan"
    }
    return {"nodes": nodes, "sources": {k: entry(n) for k, n in manifest["sources"].items()}}
