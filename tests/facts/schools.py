"""Every cell of own schools: lists say which schools and sites there are, facts who is in them.

From facts, lists and the register's plan of schools; nothing of the SQL of the cells.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator
from itertools import product

import duckdb
import pyarrow as pa

from facts.cells import figure, named
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
from leerloopbaan.register.schoolview import school_view

SITE, SCHOOL = "vestigingsplaats", "instelling"
# The only fact that is no relation: its estimates stand nowhere.
WARNING, PILOT = "vroegsignaal", "early_warning"
BESIDE = "buiten:"
# Base → the moments of each of its figures; none: whenever the fact has any.
Moments = dict[str, list[tuple[str, ...]]]
LEVELS: dict[str, tuple[Place, ...]] = {
    SCHOOL: (Place(SCHOOL, "instellingsnummer", "null"),),
    SITE: (
        Place(
            SITE,
            "coalesce(vestiging, concat(instellingsnummer, '/onbekend'))",
            "instellingsnummer",
            "heeft_vestigingen",
        ),
    ),
}


def wrong_school_cells(connection: duckdb.DuckDBPyConnection, city: str) -> list[str]:
    """Cells and columns that say otherwise; empty when all is well."""
    rows = expected_school_cells(connection, _view(city))
    return different(connection, "eigen_school.schoolcellen", ("cel_id",), rows)


def wrong_school_figures(connection: duckdb.DuckDBPyConnection, city: str) -> list[str]:
    """Figures of schools whose cells are other ones than the register says."""
    rows = _expected_figures(connection, _view(city))
    key = ("indicator", "cel_noemer")
    return different(connection, "eigen_school.schoolindicatorcellen", key, rows)


def _view(city: str) -> Protocol:
    view = school_view(load_register(city))
    assert view is not None, f"{city} has no school level"
    return view


def expected_school_cells(
    connection: duckdb.DuckDBPyConnection, register: Protocol
) -> Iterator[Row]:
    """The rows of `schoolcellen`."""
    places = rows_of(connection, "eigen_school.schoolplaatsen")
    of_base = _moments(register)
    taking_part = _taking_part(connection, register.stad)
    for plan in cell_plan(register):
        fact = _fact(connection, register.stad, plan.feit.code)
        moments = connection.execute(
            f"select distinct schooljaar, meetmoment from {fact} where in_stad"
        ).fetchall()
        at_school = _at_known_schools(fact)
        found = {
            cell: (meting, count)
            for meting, cell, count in counted(connection, register, plan, at_school, LEVELS)
            if _is_asked(of_base, meting, cell.moment)
        }
        grid: set[Cell] = set()
        in_it = [
            place
            for place in places
            if plan.feit.deelname is None
            or (plan.feit.deelname, place["schooljaar"], place["instellingsnummer"]) in taking_part
        ]
        for meting, table, place, moment in _asked(of_base, plan, in_it, moments):
            for cell in _cells(register, meting, table, place, moment):
                grid.add(cell)
                known = found.get(cell)
                yield {
                    **_row(meting, cell, known[1] if known else None),
                    "instellingsnummer": place["instellingsnummer"],
                    "geo_ouder": place["geo_ouder"],
                    "zichtbaar": meting.zichtbaar,
                }
        for cell, (meting, count) in found.items():
            if cell not in grid:
                yield {
                    **_row(meting, cell, count),
                    "instellingsnummer": count.parent or cell.code,
                    "geo_ouder": count.parent,
                    "zichtbaar": False,
                }


def _taking_part(connection: duckdb.DuckDBPyConnection, city: str) -> set[tuple[str, str, str]]:
    """(product, school year, school) of every participation that has a day in the year."""
    return {
        (row["product"], year, row["instellingsnummer"])
        for row in rows_of(connection, f"staging.stg_{city}__ref_projectscholen")
        for (year,) in connection.execute(
            f"select schooljaar from warehouse.intermediate.int_{city}__schooljaren"
        ).fetchall()
        if row["geldig_van"] < dt.date(int(year[:4]) + 1, 9, 1)
        and (row["geldig_tot"] is None or row["geldig_tot"] >= dt.date(int(year[:4]), 9, 1))
    }


def _asked(
    of_base: Moments, plan: Feitplan, places: list[Row], moments: list[tuple[str, str]]
) -> Iterator[tuple[Meting, Tabel, Row, str]]:
    """Every count of every school, at every moment that the fact has anywhere in the city."""
    per_level: dict[tuple[str, str], list[Row]] = {}
    for place in places:
        per_level.setdefault((place["geo_niveau"], place["schooljaar"]), []).append(place)
    for meting, (year, moment) in product(plan.metingen, moments):
        if _is_asked(of_base, meting, moment):
            for table in meting.tabellen:
                for place in per_level.get((table.niveau, year), ()):
                    yield meting, table, place, moment


def _is_asked(of_base: Moments, meting: Meting, moment: str) -> bool:
    """A base is counted at the moments of its figures; what lies beside it, where it is."""
    trait = meting.kenmerk
    base = trait.removeprefix(BESIDE) if trait.startswith(BESIDE) else meting.basis
    moments = of_base.get(base, ())
    return not moments or any(not some or moment in some for some in moments)


def _moments(register: Protocol) -> Moments:
    found: Moments = {}
    for indicator in register.indicatoren.indicatoren:
        found.setdefault(base_code(register, indicator), []).append(indicator.meetmomenten)
    return found


def _cells(
    register: Protocol, meting: Meting, table: Tabel, place: Row, moment: str
) -> Iterator[Cell]:
    known = register.indicatoren
    first, second = table.uitsplitsing, table.uitsplitsing_2
    for one, other in product(categories(known, first), categories(known, second)):
        yield Cell(
            meting.basis, meting.kenmerk, place["schooljaar"], moment, table.niveau,
            place["geo_code"], first, one, second, other,
        )  # fmt: skip


def _row(meting: Meting, cell: Cell, count: Count | None) -> Row:
    return {
        **named(cell, count),
        "plaats": "school",
        "gevoelig": meting.gevoelig,
        "structureel_nul": False,
        "moet_getoond": False,
    }


def _fact(connection: duckdb.DuckDBPyConnection, city: str, code: str) -> str:
    if code != WARNING:
        return f"warehouse.intermediate.int_{city}__feit_{code}"
    connection.register("vroegsignaal_nu", _warnings(connection, city))
    return "vroegsignaal_nu"


def _warnings(connection: duckdb.DuckDBPyConnection, city: str) -> pa.Table:
    """Who is judged and who is raised: the model's points added up, pupil by pupil, in memory."""
    model = rows_of(connection, f"intermediate.int_{city}__vroegsignaal_model")
    points = {
        (r["kenmerk"], r["categorie"]): r["waarde"]
        for r in model
        if r["onderdeel"] == "coefficient"
    }
    features = {feature for feature, _ in points} - {"intercept"}
    threshold = next(
        (r["waarde"] for r in model if (r["onderdeel"], r["maat"]) == ("model", "drempel")), None
    )
    pupils = rows_of(connection, f"intermediate.int_{city}__vroegsignaal_kenmerken")
    newest = max(r["startjaar"] for r in pupils)
    taking_part = _taking_part(connection, city)
    now = [
        r
        for r in pupils
        if r["startjaar"] == newest
        and (PILOT, r["schooljaar"], r["instellingsnummer"]) in taking_part
    ]
    for row in now:
        told = [points.get((feature, row[feature])) for feature in features]
        known = row["in_model"] and threshold is not None and None not in told
        score = points["intercept", ""] + sum(t for t in told if t is not None) if known else 0.0
        row["beoordeeld"] = row["in_model"] and threshold is not None
        row["verhoogd"] = bool(
            known and threshold is not None and 1 / (1 + math.exp(-score)) >= threshold
        )
        del row["uitkomst"]
    return pa.Table.from_pylist(now)


def _at_known_schools(fact: str) -> str:
    """Who is in a school of the list: a site that it does not know is left over of its school."""
    return f"""(
        select feit.*, school.heeft_vestigingen, site.geo_code as vestiging
        from {fact} as feit
        inner join warehouse.eigen_school.schoolplaatsen as school
            on feit.schooljaar = school.schooljaar and feit.instellingsnummer = school.geo_code
                and school.geo_niveau = '{SCHOOL}'
        left join warehouse.eigen_school.schoolplaatsen as site
            on feit.schooljaar = site.schooljaar and feit.vestigingsplaats = site.geo_code
                and site.geo_niveau = '{SITE}'
        where feit.in_stad
    )"""


def _expected_figures(connection: duckdb.DuckDBPyConnection, register: Protocol) -> Iterator[Row]:
    whole: dict[tuple[str, Tabel], list[Row]] = {}
    for row in rows_of(connection, "eigen_school.schoolcellen"):
        if row["kenmerk"] == WHOLE and row["zichtbaar"]:
            table = Tabel(row["geo_niveau"], row["uitsplitsing"], row["uitsplitsing_2"])
            whole.setdefault((row["basis"], table), []).append(row)
    for indicator in register.indicatoren.indicatoren:
        for table in set(tables_of(register, indicator)):
            for row in whole.get((base_code(register, indicator), table), ()):
                if not indicator.meetmomenten or row["meetmoment"] in indicator.meetmomenten:
                    school = {"instellingsnummer": row["instellingsnummer"]}
                    yield school | figure(row, indicator.code, indicator.teller is not None)
