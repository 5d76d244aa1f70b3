"""A small history of builds, one JSON line per dbt run: names, states, seconds; no count of rows.

It stands in the city's vault (`runs/geschiedenis.jsonl`) and keeps the last hundred runs.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from leerloopbaan import home
from leerloopbaan.runs.results import Run

KEPT = 100
COMPARED = 10


@dataclass(frozen=True)
class Past:
    """One earlier run: when, how large its deliveries were (a power of two), seconds per model."""

    id: str
    moment: str
    size: int
    failed: bool
    seconds: dict[str, float]


@dataclass(frozen=True)
class Timing:
    """A model's seconds now, beside the median of the last runs of the same size."""

    model: str
    layer: str
    seconds: float
    median: float | None
    runs: int


def folder(city: str) -> Path:
    """Where the reports and the history of one city stand."""
    path = home.vault(city) / "runs"
    path.mkdir(mode=0o700, exist_ok=True)
    return path


def read(city: str) -> list[Past]:
    """Earlier runs, oldest first; a line that cannot be read is passed over."""
    path = folder(city) / "geschiedenis.jsonl"
    if not path.exists():
        return []
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            found.append(Past(**json.loads(line)))
        except (TypeError, ValueError):
            continue
    return found


def remember(city: str, run: Run, size: int) -> list[Past]:
    """Add a run unless it stands there already; returns the runs before it, oldest first."""
    runs = read(city)
    if any(past.id == run.id for past in runs):
        return [past for past in runs if past.id != run.id]
    seconds = {n.name: n.seconds for n in run.nodes if n.kind == "model" and n.state == "goed"}
    now = Past(run.id, run.moment, size, bool(run.failed), seconds)
    lines = [json.dumps(past.__dict__, sort_keys=True) + "\n" for past in [*runs, now][-KEPT:]]
    fresh = folder(city) / "geschiedenis.nieuw"
    fresh.write_text("".join(lines), encoding="utf-8")
    fresh.replace(folder(city) / "geschiedenis.jsonl")
    return runs


def timings(run: Run, before: list[Past], size: int) -> list[Timing]:
    """Seconds per model, slowest first, against the last ten runs on deliveries of this size."""
    same = [past for past in before if past.size == size][-COMPARED:]
    result = []
    for node in run.nodes:
        if node.kind != "model" or node.state != "goed":
            continue
        past = [p.seconds[node.name] for p in same if node.name in p.seconds]
        middle = round(median(past), 2) if past else None
        result.append(Timing(node.name, node.layer, node.seconds, middle, len(past)))
    return sorted(result, key=lambda t: (-t.seconds, t.model))
