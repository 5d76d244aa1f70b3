"""What was kept, as a heat map per product: a table whose cells are tinted by their share.

A table needs no drawing beside it for who cannot see the tints, prints as it is, and holds no
script.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from leerloopbaan.evidence.kept import UNDIVIDED, Information, Kept, Persons
from leerloopbaan.register.schema import Protocol

TINTS = 5


@dataclass(frozen=True)
class Tile:
    """One cell: its share, what it was before, and its tint (0 palest); None: no such figures."""

    shown: str
    before: str
    banded: str
    tint: int


@dataclass(frozen=True)
class HeatMap:
    """The heat map of one product: levels across, breakdowns down, persons in the last row."""

    product: str
    levels: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Tile | None, ...]], ...]
    persons: tuple[Tile | None, ...]


def heat_maps(protocol: Protocol, kept: Information) -> list[HeatMap]:
    """One heat map per product of which figures are built, in the order of the register."""
    names = {u.code: u.naam for u in protocol.indicatoren.uitsplitsingen} | {UNDIVIDED: "Totaal"}
    levels = {n.code: n.naam for n in protocol.niveaus}
    maps = []
    for product in protocol.producten:
        own = [cell for cell in kept.cells if cell.product == product.code]
        people = {p.level: p for p in kept.persons if p.product == product.code}
        shown = [code for code in levels if any(cell.level == code for cell in own)]
        if own:
            rows = tuple(
                (_name(breakdown, names), tuple(_tile(own, breakdown, level) for level in shown))
                for breakdown in dict.fromkeys(_in_order(own))
            )
            maps.append(
                HeatMap(
                    product.naam,
                    tuple(levels[code] for code in shown),
                    rows,
                    tuple(_of(people[code]) if code in people else None for code in shown),
                )
            )
    return maps


def _in_order(cells: Iterable[Kept]) -> list[str]:
    """Breakdowns as the register lists them; the undivided figures first, crossings last."""
    found = list(dict.fromkeys(cell.breakdown for cell in cells))
    return sorted(found, key=lambda b: (b != UNDIVIDED, " x " in b))


def _name(breakdown: str, names: dict[str, str]) -> str:
    return " × ".join(names.get(part, part) for part in breakdown.split(" x "))


def _tile(cells: list[Kept], breakdown: str, level: str) -> Tile | None:
    for cell in cells:
        if (cell.breakdown, cell.level) == (breakdown, level):
            return _of(cell)
    return None


def _of(cell: Kept | Persons) -> Tile:
    banded = cell.banded if isinstance(cell, Kept) else 0
    before = "" if cell.before is None or cell.before == cell.after else f"{cell.before} %"
    return Tile(
        f"{cell.after} %",
        before,
        f"{banded} %" if banded else "",
        min(cell.after * TINTS // 100, TINTS - 1),
    )
