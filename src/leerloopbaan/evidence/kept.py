"""Which information was kept: shares of figures and of persons shown, before and after.

Before: only what is unsafe by itself is hidden. After: as it is shown, with what protects it hidden
as well. Shares in whole percents over many figures; persons only per product and level, where they
add up over indicators and years. Never a count of persons.

The share before tells how many of the hidden figures are small. Where nearly all are, or where
there are few figures, it would say so of each of them: then it is not told.
"""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from leerloopbaan import home
from leerloopbaan.duck import vault_connection
from leerloopbaan.errors import LeerloopbaanError
from leerloopbaan.register.schema import Protocol

UNDIVIDED = "totaal"
# The share before is told of so many figures at least, when so many percent protect others.
MANY, APART = 200, 5
# Where figures stand with the cells that they are made of: of areas, and of schools themselves.
_PLACES = (
    ("marts", "mart_", "cellen.indicatorcellen", "cellen.cellen", "geheimhouding.redenen"),
    (
        "eigen_school", "mart_school_", "eigen_school.schoolindicatorcellen",
        "eigen_school.schoolcellen", "eigen_school.schoolredenen",
    ),
)  # fmt: skip
_FIGURE = ("indicator", "schooljaar", "meetmoment", "geo_niveau", "geo_code", "uitsplitsing",
           "categorie", "uitsplitsing_2", "categorie_2")  # fmt: skip


@dataclass(frozen=True, order=True)
class Kept:
    """One cell of the heat map: figures of a product at a level, with a breakdown.

    Of its figures `before` percent are safe by themselves (None: not told), `after` percent are
    shown, and `banded` percent are told as a band of an extreme share.
    """

    product: str
    level: str
    breakdown: str
    before: int | None
    after: int
    banded: int


@dataclass(frozen=True, order=True)
class Persons:
    """Percent of persons in the denominators of undivided figures: before, and as shown."""

    product: str
    level: str
    before: int | None
    after: int


@dataclass(frozen=True)
class Information:
    """What was kept of everything that is built."""

    cells: tuple[Kept, ...] = ()
    persons: tuple[Persons, ...] = ()


def information(protocol: Protocol) -> Information:
    """What was kept in the city's warehouse as it stands; empty when nothing is built."""
    city = protocol.stad
    if not home.warehouse_file(city).exists():
        return Information()
    cells: list[Kept] = []
    persons: list[Persons] = []
    try:
        with vault_connection(city, warehouse="read_only") as connection:
            for place in _PLACES:
                for mart in _marts(connection, place[0], place[1]):
                    _prepare(connection, mart, *place[2:])
                    cells += _cells(connection)
                    persons += _persons(connection)
    except (duckdb.CatalogException, duckdb.BinderException, LeerloopbaanError):
        return Information()
    order = {n.code: i for i, n in enumerate(protocol.niveaus)}
    breakdowns = [u.code for u in protocol.indicatoren.uitsplitsingen]

    def place_of(kept: Kept) -> tuple[str, int, int, list[int], str]:
        parts = kept.breakdown.split(" x ")
        where = [breakdowns.index(p) if p in breakdowns else -1 for p in parts]
        return kept.product, len(parts), order.get(kept.level, 99), where, kept.breakdown

    return Information(
        tuple(sorted(cells, key=place_of)),
        tuple(sorted(persons, key=lambda p: (p.product, order.get(p.level, 99)))),
    )


def _marts(connection: duckdb.DuckDBPyConnection, schema: str, prefix: str) -> list[str]:
    rows = connection.execute(
        "select table_name from duckdb_tables() where database_name = 'warehouse' "
        "and schema_name = ? and starts_with(table_name, ?) order by all",
        [schema, prefix],
    ).fetchall()
    return [f"{schema}.{name}" for (name,) in rows]


def _prepare(
    connection: duckdb.DuckDBPyConnection, mart: str, figures: str, cells: str, reasons: str
) -> None:
    """Every figure of a mart: its place, whether it is safe by itself, and whether it is shown."""
    connection.execute(
        f"""
        create or replace temp table cijfers as
        with onveilig as (
            select cel_id from warehouse.{reasons} where reden <> 'secundair'
        )
        select
            m.product, m.geo_niveau, m.uitsplitsing, m.uitsplitsing_2,
            m.status is null as getoond,
            coalesce(m.status <> 'onderdrukt', false) as band,
            n.aantal as personen,
            i.cel_noemer not in (from onveilig) and (
                m.eenheid = 'aantal'
                or i.cel_teller not in (from onveilig) and i.cel_complement not in (from onveilig)
            ) as veilig
        from warehouse.{mart} as m
        inner join warehouse.{figures} as i using ({", ".join(_FIGURE)})
        inner join warehouse.{cells} as n on i.cel_noemer = n.cel_id
        where m.status is distinct from 'niet_van_toepassing'
        """
    )


def _cells(connection: duckdb.DuckDBPyConnection) -> list[Kept]:
    rows = connection.execute(
        """
        select
            product, geo_niveau,
            if(uitsplitsing_2 = 'totaal', uitsplitsing, uitsplitsing || ' x ' || uitsplitsing_2),
            count(*), round(100 * avg(veilig::int)), round(100 * avg(getoond::int)),
            round(100 * avg(band::int))
        from cijfers group by all order by all
        """
    ).fetchall()
    return [Kept(p, g, u, _told(n, int(a), int(b)), int(b), int(c)) for p, g, u, n, a, b, c in rows]


def _persons(connection: duckdb.DuckDBPyConnection) -> list[Persons]:
    rows = connection.execute(
        """
        select
            product, geo_niveau,
            count(*), round(100 * sum(personen) filter (where veilig) / sum(personen)),
            round(100 * sum(personen) filter (where getoond) / sum(personen))
        from cijfers
        where uitsplitsing = 'totaal' and uitsplitsing_2 = 'totaal'
        group by all having sum(personen) >= 1000 order by all
        """
    ).fetchall()
    return [
        Persons(p, g, _told(n, int(a or 0), int(b or 0)), int(b or 0)) for p, g, n, a, b in rows
    ]


def _told(figures: int, before: int, after: int) -> int | None:
    """The share before, where it says nothing of a single hidden figure."""
    return before if after == 100 or (figures >= MANY and before - after >= APART) else None
