"""The relation `cellen` as data: read, checked, and identified by population."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

from leerloopbaan.disclosure.model import DisclosureError

#: Columns of `cellen` that the engine cannot do without.
REQUIRED = (
    "cel_id",
    "basis",
    "kenmerk",
    "schooljaar",
    "meetmoment",
    "geo_niveau",
    "geo_code",
    "geo_ouder",
    "uitsplitsing",
    "categorie",
    "uitsplitsing_2",
    "categorie_2",
    "aantal",
)
#: Columns that may be absent, with the value that then holds.
OPTIONAL: dict[str, Any] = {
    "n_scholen": None,
    "n_besturen": None,
    "grootste_aandeel": None,
    "gevoelig": False,
    "structureel_nul": False,
    "moet_getoond": False,
    "vingerafdruk": None,
    "zichtbaar": True,
    "plaats": None,
}
TOTAL = "totaal"


class Key(NamedTuple):
    """The population of a count, totals dropped: the same key is the same unknown."""

    basis: str
    schooljaar: str
    meetmoment: str
    geo: str
    trait: str
    split: tuple[tuple[str, str], ...]

    def with_trait(self, trait: str) -> Key:
        """The same place for another trait."""
        return self._replace(trait=trait)

    def code(self) -> str:
        """A readable code without a count."""
        parts = [f"{u}={c}" for u, c in self.split] or [TOTAL]
        head = [self.basis, self.trait, self.schooljaar, self.meetmoment, self.geo]
        return "|".join([*head, *parts])


@dataclass(frozen=True)
class Cell:
    """One row of `cellen`."""

    cel_id: str
    key: Key
    geo_niveau: str
    geo_ouder: str | None
    aantal: int
    n_scholen: int | None
    n_besturen: int | None
    grootste_aandeel: float | None
    gevoelig: bool
    structureel_nul: bool
    moet_getoond: bool
    vingerafdruk: str | None
    zichtbaar: bool = True
    plaats: str | None = None


def read_cells(relation: Any) -> list[Cell]:
    """Rows of a DuckDB relation or Arrow table, in the order of cel_id.

    Raises DisclosureError: `kolom` (missing columns), `leeg` (NULL where a value must stand),
    `negatief`, `dubbel` (a cel_id twice).
    """
    table = relation.arrow() if hasattr(relation, "arrow") else relation
    table = table.read_all() if hasattr(table, "read_all") else table
    missing = [c for c in REQUIRED if c not in table.column_names]
    if missing:
        raise DisclosureError("kolom", "columns missing from cellen", tuple(missing))
    column = {name: table.column(name).to_pylist() for name in REQUIRED}
    for name, default in OPTIONAL.items():
        present = name in table.column_names
        column[name] = table.column(name).to_pylist() if present else [default] * table.num_rows
    cells = [_cell({n: column[n][i] for n in column}) for i in range(table.num_rows)]
    cells.sort(key=lambda c: c.cel_id)
    twice = [a.cel_id for a, b in pairwise(cells) if a.cel_id == b.cel_id]
    if twice:
        raise DisclosureError("dubbel", "a cel_id occurs twice", tuple(twice))
    _refuse("negatief", "counts below zero", (c.cel_id for c in cells if c.aantal < 0))
    _refuse(
        "structureel",
        "impossible by definition, and yet somebody is in it",
        (c.cel_id for c in cells if c.structureel_nul and c.aantal > 0),
    )
    return cells


def _cell(row: dict[str, Any]) -> Cell:
    cel_id = row["cel_id"]
    for name in ("cel_id", "basis", "kenmerk", "schooljaar", "geo_code", "aantal"):
        if row[name] is None:
            raise DisclosureError("leeg", f"column {name} is NULL", (str(cel_id),))
    split = {
        str(u): str(c)
        for u, c in (
            (row["uitsplitsing"], row["categorie"]),
            (row["uitsplitsing_2"], row["categorie_2"]),
        )
        if u is not None and c is not None and TOTAL not in (u, c)
    }
    key = Key(
        basis=str(row["basis"]),
        schooljaar=str(row["schooljaar"]),
        meetmoment=str(row["meetmoment"] or ""),
        geo=str(row["geo_code"]),
        trait=str(row["kenmerk"]),
        split=tuple(sorted(split.items())),
    )
    return Cell(
        cel_id=str(cel_id),
        key=key,
        geo_niveau=str(row["geo_niveau"] or ""),
        geo_ouder=None if row["geo_ouder"] is None else str(row["geo_ouder"]),
        aantal=int(row["aantal"]),
        n_scholen=None if row["n_scholen"] is None else int(row["n_scholen"]),
        n_besturen=None if row["n_besturen"] is None else int(row["n_besturen"]),
        grootste_aandeel=row["grootste_aandeel"],
        gevoelig=bool(row["gevoelig"]),
        structureel_nul=bool(row["structureel_nul"]),
        moet_getoond=bool(row["moet_getoond"]),
        vingerafdruk=None if row["vingerafdruk"] is None else str(row["vingerafdruk"]),
        zichtbaar=bool(row["zichtbaar"]),
        plaats=None if row["plaats"] is None else str(row["plaats"]),
    )


def _refuse(rule: str, message: str, codes: Iterable[str]) -> None:
    found = tuple(codes)
    if found:
        raise DisclosureError(rule, message, found)


Place = tuple[str, str]


def parents_of(cells: Iterable[Cell]) -> dict[Place, str]:
    """(schooljaar, geo_code) -> geo_ouder; refuses two parents and cycles (`hierarchie`)."""
    parent: dict[Place, str] = {}
    for cell in cells:
        up = cell.geo_ouder
        if up is None or up == cell.key.geo:
            continue
        if parent.setdefault((cell.key.schooljaar, cell.key.geo), up) != up:
            raise DisclosureError("hierarchie", "a node has two parents", (cell.key.geo,))
    for year, node in parent:
        seen = {node}
        above = node
        while (year, above) in parent:
            above = parent[year, above]
            if above in seen:
                raise DisclosureError("hierarchie", "the geography has a cycle", (node,))
            seen.add(above)
    return parent


def complement(trait: str) -> str:
    """`!x` for `x` and the other way round."""
    return trait[1:] if trait.startswith("!") else f"!{trait}"
