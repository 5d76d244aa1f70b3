"""Every cell of areas, with all that disclosure control is told of it: zeros and left-overs too.

From the facts, the register's plan and the places of the city; nothing of the SQL of the cells.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

import duckdb

from facts.comparing import Row, different, rows_of
from facts.counting import Cell, Count, Place, categories, counted
from leerloopbaan.register.cellplan import (
    WHOLE,
    Feitplan,
    Meting,
    Tabel,
    base_code,
    cell_plan,
    tables_of,
)
from leerloopbaan.register.load import load_register
from leerloopbaan.register.schema import Protocol

ELSEWHERE = "elders"


def cell_id(cell: Cell) -> str:
    """The key of a count: the same place in the same population is the same in every build."""
    return hashlib.md5("|".join(cell).encode()).hexdigest()[:16]


def wrong_cells(connection: duckdb.DuckDBPyConnection, city: str) -> list[str]:
    """Cells and columns of a built city that say otherwise; empty when all is well."""
    rows = expected_cells(connection, load_register(city))
    return different(connection, "cellen.cellen", ("cel_id",), rows)


def wrong_figures(connection: duckdb.DuckDBPyConnection, city: str) -> list[str]:
    """Figures whose cells are other ones than the register says."""
    key = ("indicator", "cel_noemer")
    rows = expected_figures(connection, load_register(city))
    return different(connection, "cellen.indicatorcellen", key, rows)


def expected_cells(connection: duckdb.DuckDBPyConnection, register: Protocol) -> Iterator[Row]:
    """The rows of `cellen`."""
    city = register.stad
    impossible = {
        (base_code(register, i), breakdown, one)
        for i in register.indicatoren.indicatoren
        for breakdown, ones in i.onmogelijk.items()
        for one in ones
    }
    plans = cell_plan(register)
    found: Found = {}
    for plan in plans:
        fact = f"warehouse.intermediate.int_{city}__feit_{plan.feit.code}"
        for meting, cell, count in counted(connection, register, plan, fact, _levels(register)):
            found[cell] = (meting, count)
    asked = [
        Asked(plan, meting, table, level)
        for plan in plans
        for meting in plan.metingen
        for table in meting.tabellen
        for level in _with_elsewhere(meting, table)
    ]
    for visible, cells in _grid_and_rest(register, asked, found, _places_of(connection)):
        for cell, (one, parent) in cells.items():
            known = found.get(cell)
            pairs = ((cell.breakdown, cell.category), (cell.breakdown_2, cell.category_2))
            yield {
                **_row(one, cell, known[1] if known else None),
                "geo_ouder": parent,
                "zichtbaar": visible and one.meting.zichtbaar,
                "structureel_nul": any((cell.base, *pair) in impossible for pair in pairs),
            }


class Asked(NamedTuple):
    """A count in one table at one level."""

    plan: Feitplan
    meting: Meting
    table: Tabel
    level: str


Found = dict[Cell, tuple[Meting, Count]]
Placed = dict[Cell, tuple[Asked, str | None]]
# Level and school year → code and next wider place.
Places = dict[tuple[str, str], list[tuple[str, str | None]]]


def _levels(register: Protocol) -> dict[str, tuple[Place, ...]]:
    """Where a person is at each level. Somebody without a known place stands in its parent."""
    city = register.stad
    levels = {
        "populatie": (Place("populatie", "'populatie'", "null"),),
        "stad": (
            Place("stad", f"'{city}'", "'populatie'", "in_stad"),
            Place(ELSEWHERE, f"'{ELSEWHERE}'", "'populatie'", "not in_stad"),
        ),
    }
    above = [*register.indicatoren.geografie[1:], None]
    for geo, wider in zip(register.indicatoren.geografie, above, strict=True):
        if wider is None:
            parent, unknown = f"'{city}'", "'onbekend'"
        else:
            parent = f"coalesce({wider.kolom}, 'onbekend')"
            unknown = f"concat({parent}, '/onbekend')"
        code = f"coalesce({geo.kolom}, {unknown})"
        levels[geo.niveau] = (Place(geo.niveau, code, parent, "in_stad"),)
    return levels


def _places_of(connection: duckdb.DuckDBPyConnection) -> Places:
    found: Places = {}
    for level, year, code, parent in connection.execute(
        "select geo_niveau, schooljaar, geo_code, geo_ouder from warehouse.cellen.geografie"
    ).fetchall():
        found.setdefault((level, year), []).append((code, parent))
    return found


def _times(found: Found) -> dict[str, set[tuple[str, str]]]:
    """When a population has anybody at all: elsewhere it does not exist, and nothing is told."""
    times: dict[str, set[tuple[str, str]]] = {}
    for cell in found:
        if cell.trait == WHOLE:
            times.setdefault(cell.base, set()).add((cell.year, cell.moment))
    return times


def _grid_and_rest(
    register: Protocol, asked: list[Asked], found: Found, where: Places
) -> Iterator[tuple[bool, Placed]]:
    """Everything that is asked, whether anybody is in it or not; then who is left over of it, and
    every other count of the places where they stand."""
    times = _times(found)
    grid: Placed = {}
    for one in asked:
        if one.level == one.table.niveau:
            for year, moment in times.get(one.meting.basis, ()):
                for place in where.get((one.level, year), ()):
                    grid.update(_of(register, one, year, moment, place))
    yield True, grid
    shapes = {
        (one.meting.basis, one.meting.kenmerk, one.level, *one.table[1:]): one for one in asked
    }
    rest: Placed = {}
    unlisted: dict[tuple[str, str], set[tuple[str, str | None]]] = {}
    for cell, (_, count) in found.items():
        shape = (cell.base, cell.trait, cell.level, cell.breakdown, cell.breakdown_2)
        if cell not in grid and shape in shapes:
            rest[cell] = (shapes[shape], count.parent)
            listed = {code for code, _ in where.get((cell.level, cell.year), ())}
            if cell.code not in listed:
                unlisted.setdefault((cell.level, cell.year), set()).add((cell.code, count.parent))
    for one in asked:
        for year, moment in times.get(one.meting.basis, ()):
            for place in unlisted.get((one.level, year), ()):
                for cell, placed in _of(register, one, year, moment, place):
                    rest.setdefault(cell, placed)
    yield False, rest


def _with_elsewhere(meting: Meting, table: Tabel) -> Iterator[str]:
    """Outside the city is what is left of everybody where the city is counted as well."""
    yield table.niveau
    if table.niveau == "stad" and Tabel("populatie", *table[1:]) in meting.tabellen:
        yield ELSEWHERE


def _of(
    register: Protocol, one: Asked, year: str, moment: str, place: tuple[str, str | None]
) -> Iterator[tuple[Cell, tuple[Asked, str | None]]]:
    meting, (_, first, second) = one.meting, one.table
    code, parent = place
    both = product(*(categories(register.indicatoren, name) for name in (first, second)))
    for a, b in both:
        cell = Cell(
            meting.basis, meting.kenmerk, year, moment, one.level, code, first, a, second, b
        )
        yield cell, (one, parent)


def _row(one: Asked, cell: Cell, count: Count | None) -> Row:
    return {
        **named(cell, count),
        "n_scholen": count.schools if count else 0,
        "n_besturen": count.boards if count else 0,
        "grootste_aandeel": count.share if count else None,
        "plaats": one.plan.feit.plaats,
        "gevoelig": one.meting.gevoelig,
        "moet_getoond": False,
    }


def named(cell: Cell, count: Count | None) -> Row:
    """The columns that say which count it is, and how many are in it."""
    columns = ("basis", "kenmerk", "schooljaar", "meetmoment", "geo_niveau", "geo_code",
               "uitsplitsing", "categorie", "uitsplitsing_2", "categorie_2")  # fmt: skip
    return {
        "cel_id": cell_id(cell),
        **dict(zip(columns, cell, strict=True)),
        "aantal": count.persons if count else 0,
        "vingerafdruk": count.print if count else "",
    }


def expected_figures(connection: duckdb.DuckDBPyConnection, register: Protocol) -> Iterator[Row]:
    """The rows of `indicatorcellen`: the cells of numerator, denominator and complement."""
    whole: dict[str, list[Row]] = {}
    for row in rows_of(connection, "cellen.cellen"):
        if row["kenmerk"] == WHOLE and row["zichtbaar"]:
            whole.setdefault(row["basis"], []).append(row)
    for indicator in register.indicatoren.indicatoren:
        base = base_code(register, indicator)
        tables = set(tables_of(register, indicator))
        for row in whole.get(base, ()):
            table = Tabel(row["geo_niveau"], row["uitsplitsing"], row["uitsplitsing_2"])
            if table not in tables or (
                indicator.meetmomenten and row["meetmoment"] not in indicator.meetmomenten
            ):
                continue
            yield figure(row, indicator.code, indicator.teller is not None)


def figure(row: Row, code: str, is_share: bool) -> Row:
    """A figure of an indicator, from the cell of its denominator."""
    place = [row[c] for c in ("schooljaar", "meetmoment", "geo_niveau", "geo_code")]
    where = [row[c] for c in ("uitsplitsing", "categorie", "uitsplitsing_2", "categorie_2")]

    def of(trait: str) -> str | None:
        return cell_id(Cell(row["basis"], trait, *place, *where)) if is_share else None

    kept = ("schooljaar", "meetmoment", "geo_niveau", "geo_code", "uitsplitsing", "categorie",
            "uitsplitsing_2", "categorie_2", "structureel_nul")  # fmt: skip
    return {
        "indicator": code,
        **{c: row[c] for c in kept},
        "cel_noemer": row["cel_id"],
        "cel_teller": of(code),
        "cel_complement": of(f"!{code}"),
    }
