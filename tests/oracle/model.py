"""What the oracle reads: one career, the reference lists, and what holds for a whole delivery.

Rows are delivered rows: text in canonical form (docs/architecture.md), None for blank.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Row = Mapping[str, str | None]
Fact = dict[str, Any]

MOMENTS = ("01/10", "01/02", "30/06")
FLAGS = {"01/10": "toestand_0110", "01/02": "toestand_0102", "30/06": "toestand_3006"}


@dataclass(frozen=True)
class Career:
    """Every delivered row of one person: one of 11a, any number of 11b and 11c."""

    entry: Row
    enrolments: tuple[Row, ...] = ()
    vsv: tuple[Row, ...] = ()


@dataclass(frozen=True)
class World:
    """The dated reference lists (rows as delivered) and the dated seeds."""

    sites: tuple[Row, ...]
    groups: tuple[Row, ...]
    institutions: tuple[Row, ...]
    nationalities: tuple[Row, ...] = ()


@dataclass(frozen=True)
class Delivery:
    """What a rule needs to know of all careers together."""

    running_years: frozenset[str] = field(default_factory=frozenset)
    last_completed: int | None = None


def start(schooljaar: str) -> int:
    """S: the calendar year in which a school year starts."""
    return int(schooljaar[:4])


def label(year: int) -> str:
    """`2023-2024` for 2023."""
    return f"{year}-{year + 1}"


def delivery_of(careers: list[Career]) -> Delivery:
    """Running school years and the newest that is not (meetmomenten: A-44)."""
    years = {str(r["schooljaar"]) for c in careers for r in c.enrolments}
    filled = {
        str(r["schooljaar"])
        for c in careers
        for r in c.enrolments
        if r["toestand_3006"] is not None
    }
    completed = [start(y) for y in filled]
    return Delivery(frozenset(years - filled), max(completed) if completed else None)
