"""What occurs in a fact, counted the plain way: one query per table, from the register's plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import duckdb

from leerloopbaan.register.cellplan import Feitplan, Meting
from leerloopbaan.register.indicators import Indicatoren, Uitsplitsing
from leerloopbaan.register.schema import Protocol

TOTAL = "totaal"
NOT_CLASSIFIED = "niet_ingedeeld"


class Cell(NamedTuple):
    """What makes a count another count; in the order of the key of `cellen`."""

    base: str
    trait: str
    year: str
    moment: str
    level: str
    code: str
    breakdown: str
    category: str
    breakdown_2: str
    category_2: str


class Count(NamedTuple):
    """Somebody is in it: how many, of how many schools and boards, the largest school's share, an
    order-free hash of the persons, and the next wider place."""

    persons: int
    schools: int
    boards: int
    share: float
    print: str
    parent: str | None


@dataclass(frozen=True)
class Place:
    """A level: its name, and the code and parent of a person's place there, as SQL."""

    level: str
    code: str
    parent: str
    who: str = "true"


def person_key(register: Protocol) -> str:
    """The column of facts that says who it is."""
    return next(v.kolom for t in register.tabellen for v in t.velden if v.persoonssleutel)


def counted(
    connection: duckdb.DuckDBPyConnection,
    register: Protocol,
    plan: Feitplan,
    fact: str,
    places: dict[str, tuple[Place, ...]],
) -> Iterator[tuple[Meting, Cell, Count]]:
    """Every count of a fact's plan that is not zero. `fact`: the relation, a name or a query."""
    known = {u.code: category(u) for u in register.indicatoren.uitsplitsingen}
    key = person_key(register)
    for table in plan.tabellen:
        asked = [m for m in plan.metingen if table in m.tabellen]
        columns = [
            f"coalesce({known[code]}, '{NOT_CLASSIFIED}')" if code != TOTAL else f"'{TOTAL}'"
            for code in (table.uitsplitsing, table.uitsplitsing_2)
        ]
        who = [_who(plan, meting) for meting in asked]
        for place in places[table.niveau]:
            rows = connection.execute(_query(fact, key, place, columns, who)).fetchall()
            for number, year, moment, code, parent, first, second, *told in rows:
                meting = asked[number]
                cell = Cell(
                    meting.basis, meting.kenmerk, year, moment, place.level, code,
                    table.uitsplitsing, first, table.uitsplitsing_2, second,
                )  # fmt: skip
                yield meting, cell, Count._make([*told, parent])


def _query(fact: str, key: str, place: Place, columns: list[str], who: list[str]) -> str:
    """Per count of `who`, place and pair of categories; schools first, then all of them."""
    first, second = columns
    persons = ", ".join(f"sum(({one})::integer)" for one in who)
    prints = ", ".join(f"bit_xor(case when {one} then hash({key}) else 0 end)" for one in who)
    return f"""
        with per_school as (
            select schooljaar, meetmoment, {place.code} as code, {place.parent} as ouder,
                {first} as eerste, {second} as tweede, school_eenheid,
                min(schoolbestuur_code) as bestuur,
                [{persons}] as aantallen, [{prints}] as afdrukken
            from {fact}
            where {place.who}
            group by schooljaar, meetmoment, code, ouder, eerste, tweede, school_eenheid
        ),

        per_count as (
            select * exclude (aantallen, afdrukken),
                unnest(range({len(who)})) as nr,
                unnest(aantallen) as aantal,
                unnest(afdrukken) as afdruk
            from per_school
        )

        select nr, schooljaar, meetmoment, code, any_value(ouder), eerste, tweede,
            sum(aantal)::bigint, count(school_eenheid), count(distinct bestuur),
            max(aantal) / sum(aantal), bit_xor(afdruk)::varchar
        from per_count
        where aantal > 0
        group by nr, schooljaar, meetmoment, code, eerste, tweede
    """


def _who(plan: Feitplan, meting: Meting) -> str:
    """The persons of a count: those whom its condition holds for, or of one count and no other."""
    conditions = {(m.basis, m.kenmerk): m.filter for m in plan.metingen}
    if meting.rest is None:
        return f"coalesce({meting.filter}, false)"
    within, without = (conditions[key] for key in meting.rest)
    return f"coalesce({within}, false) and not coalesce({without}, false)"


def category(breakdown: Uitsplitsing) -> str:
    """A person's category of a breakdown, as SQL; NULL: none of them."""
    branches = " ".join(
        f"when {breakdown.kolom}::varchar in ("
        + ", ".join(f"'{alias}'" for alias in (one.aliassen or (one.code,)))
        + f") then '{one.code}'"
        for one in breakdown.categorieen
    )
    return f"case {branches} end"


def categories(register: Indicatoren, breakdown: str) -> tuple[str, ...]:
    """The categories in which a breakdown is published."""
    if breakdown == TOTAL:
        return (TOTAL,)
    found = next(u for u in register.uitsplitsingen if u.code == breakdown)
    return tuple(one.code for one in found.categorieen)
