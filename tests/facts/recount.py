"""Every published cell counted again, straight from the facts and the register, figure by figure.

`models/cells` counts all cells at once, in generated SQL. This counts one figure at a time, the
plain way: same register, none of the plan, the macros or the shared scans.
"""

from __future__ import annotations

from collections.abc import Iterator

import duckdb

from facts.counting import category
from leerloopbaan.register.indicators import Indicator, Indicatoren, Uitsplitsing
from leerloopbaan.register.load import load_register

# Indicator, school year, moment, level, area, breakdown, category, second breakdown and category.
Key = tuple[str | None, ...]
Counts = dict[Key, tuple[int | None, int]]
TOTAL = "totaal"


def recounted(connection: duckdb.DuckDBPyConnection, city: str) -> Counts:
    """Numerator and denominator of every figure that the register asks for."""
    register = load_register(city).indicatoren
    counts: Counts = {}
    for indicator in register.indicatoren:
        for level in indicator.niveaus:
            for breakdowns in _tables(indicator, register, level):
                counts.update(_table(connection, city, indicator, level, breakdowns))
    return counts


def in_cells(connection: duckdb.DuckDBPyConnection, city: str) -> Counts:
    """The same figures as the cells have them that publication starts from."""
    rows = connection.execute(
        """
        select i.indicator, i.schooljaar, i.meetmoment, i.geo_niveau, i.geo_code,
            i.uitsplitsing, i.categorie, i.uitsplitsing_2, i.categorie_2,
            teller.aantal, noemer.aantal, complement.aantal, i.cel_teller is not null
        from warehouse.cellen.indicatorcellen as i
        inner join warehouse.cellen.cellen as noemer on i.cel_noemer = noemer.cel_id
        left join warehouse.cellen.cellen as teller on i.cel_teller = teller.cel_id
        left join warehouse.cellen.cellen as complement on i.cel_complement = complement.cel_id
        where noemer.aantal > 0
        """
    ).fetchall()
    for row in rows:
        parts = (row[9], row[11])
        assert not row[12] or (None not in parts and sum(parts) == row[10]), f"parts: {row[:9]}"
    return {_key(city, *row[:9]): (row[9] if row[12] else None, row[10]) for row in rows}


def _key(city: str, *parts: str) -> Key:
    place = None if parts[3] in ("populatie", "stad") else parts[4]
    first, second = sorted([(parts[5], parts[6]), (parts[7], parts[8])], key=_total_last)
    return (*parts[:4], place, *first, *second)


def _total_last(pair: tuple[str, str]) -> tuple[bool, tuple[str, str]]:
    return pair[0] == TOTAL, pair


def _tables(
    indicator: Indicator, register: Indicatoren, level: str
) -> Iterator[tuple[Uitsplitsing, ...]]:
    known = {u.code: u for u in register.uitsplitsingen}
    yield ()
    for code in indicator.uitsplitsingen:
        if level in known[code].niveaus:
            yield (known[code],)
    for pair in indicator.kruisingen:
        if level in ("populatie", "stad"):
            yield tuple(known[code] for code in pair)


def _table(
    connection: duckdb.DuckDBPyConnection,
    city: str,
    indicator: Indicator,
    level: str,
    breakdowns: tuple[Uitsplitsing, ...],
) -> Counts:
    register = load_register(city).indicatoren
    column = next((g.kolom for g in register.geografie if g.niveau == level), None)
    fact = next(f for f in register.feiten if f.code == indicator.feit)
    population = next(p.conditie for p in fact.populaties if p.code == indicator.populatie)
    conditions = [population, indicator.noemer]
    if level == "stad":
        conditions.append("in_stad")
    if column:
        conditions.append(f"{column} is not null")
    if indicator.meetmomenten:
        moments = ", ".join(f"'{moment}'" for moment in indicator.meetmomenten)
        conditions.append(f"meetmoment in ({moments})")
    categories = [category(b) for b in breakdowns]
    trait = f"count(*) filter (where {indicator.teller})" if indicator.teller else "null"
    rows = connection.execute(
        f"""
        select {", ".join(["schooljaar", "meetmoment", column or "null", *categories])},
            {trait}, count(*)
        from warehouse.intermediate.int_{city}__feit_{indicator.feit}
        where {" and ".join(f"({condition})" for condition in conditions)}
        group by all
        """
    ).fetchall()
    counts: Counts = {}
    for year, moment, place, *told, numerator, denominator in rows:
        if None in told:
            continue
        pairs = [(b.code, category) for b, category in zip(breakdowns, told, strict=True)]
        pairs += [(TOTAL, TOTAL)] * (2 - len(pairs))
        flat = [part for pair in pairs for part in pair]
        key = _key(city, indicator.code, year, moment, level, place or "", *flat)
        counts[key] = (numerator, denominator)
    return counts
