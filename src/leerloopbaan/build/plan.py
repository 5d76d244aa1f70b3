"""What to build, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Plan:
    """What to build: one city, the size and seed of its synthetic deliveries."""

    city: str
    scale: float = 1.0
    seed: int = 1
    force: bool = False


@dataclass
class Outcome:
    """What happened: per step its seconds, or None when it needed no repeating.

    `at` is the step that is under way (at which the build stopped); `report` the run report.
    """

    city: str
    synthetic: bool
    seconds: dict[str, float | None] = field(default_factory=dict)
    at: str | None = None
    report: Path | None = None
