"""What a rule is made of, and how the rules of a delivery are run: counts and places only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import duckdb

from leerloopbaan.errors import RegisterError
from leerloopbaan.intake.canonical import is_unmapped
from leerloopbaan.intake.delivery import Gelezen
from leerloopbaan.intake.findings import Bevinding
from leerloopbaan.register.schema import Protocol, Regel, Tabel


@dataclass(frozen=True)
class Context:
    """A delivery on its way through the gate.

    `tabellen` maps the name of each delivered table to its definition; its rows stand in
    `invoer.<relatie>` (bestand, rij, one text column per field). What is in force stands in
    `van_kracht.<relatie>`, with what its deliveries hold back in `weerhouden.<relatie>`, for
    every table of the protocol.
    """

    con: duckdb.DuckDBPyConnection
    protocol: Protocol
    tabellen: Mapping[str, Tabel]
    ontvangen: dt.datetime
    levering_id: str = ""
    bestanden: tuple[Gelezen, ...] = field(default=())

    def applies(self, code: str, table: str | None = None) -> bool:
        """Whether the register has the rule, and for this table when one is named."""
        found: Regel | None = next((r for r in self.protocol.regels if r.code == code), None)
        return found is not None and (
            table is None or not found.tabellen or table in found.tabellen
        )

    def limits(self, code: str) -> tuple[int, int]:
        """The lowest and highest value that the rule allows."""
        found = next(r for r in self.protocol.regels if r.code == code)
        if found.minimum is None or found.maximum is None:
            raise RegisterError(
                f"rule {code} of {self.protocol.stad} has no limits.",
                remedy="Give it a minimum and a maximum in the register.",
            )
        return found.minimum, found.maximum

    def tables_of(self, code: str, *columns: str) -> Iterator[Tabel]:
        """The delivered tables to which the rule applies and that have all these columns."""
        for table in self.tabellen.values():
            names = {v.naam for v in table.velden}
            if self.applies(code, table.naam) and names.issuperset(columns):
                yield table

    def defined(self, name: str) -> Tabel | None:
        """The protocol's table or reference list `name`, or None."""
        for table in (*self.protocol.tabellen, *self.protocol.referentielijsten):
            if table.naam == name:
                return table
        return None

    def is_known(self, name: str) -> bool:
        """Whether table `name` is in this delivery or in force with at least one row."""
        if name in self.tabellen:
            return True
        table = self.defined(name)
        if table is None:
            return False
        row = self.con.execute(f"select 1 from van_kracht.{table.relatie} limit 1").fetchone()
        return row is not None

    def known(self, name: str, *, with_held_back: bool = False) -> str:
        """SQL relation of a table's rows: this delivery's, and those in force that it leaves so.

        A delivery takes the place of what is in force per school year, unless that was received
        later; a table without school year is replaced whole.
        """
        table = self.protocol.tabel(name)
        columns = ", ".join(f'"{v.naam}"' for v in table.velden)
        in_force = f"select {columns} from van_kracht.{table.relatie}"
        if with_held_back:
            in_force += f" union all select {columns} from weerhouden.{table.relatie}"
        if name not in self.tabellen:
            return f"({in_force})"
        delivered = f"select {columns} from invoer.{table.relatie}"
        if table.schooljaar_kolom is None:
            return f"({in_force})" if self._later_in_force(table) else f"({delivered})"
        year = f'"{table.schooljaar_kolom}"'
        later = (
            f"select schooljaar from delen_van_kracht where tabel = '{table.relatie}' "
            f"and ontvangen_op > timestamp '{self.ontvangen.isoformat(sep=' ')}'"
        )
        years = f"select {year} from invoer.{table.relatie} where {year} is not null"
        return (
            f"({delivered} where {year} is null or {year} not in ({later}) "
            f"union all select {columns} from ({in_force}) "
            f"where {year} not in ({years}) or {year} in ({later}))"
        )

    def _later_in_force(self, table: Tabel) -> bool:
        row = self.con.execute(
            "select 1 from delen_van_kracht where tabel = ? and ontvangen_op > ?",
            [table.relatie, self.ontvangen],
        ).fetchone()
        return row is not None


@dataclass(frozen=True)
class RowCheck:
    """Rows of one delivered table that break a rule.

    Either a `conditie` on the columns of `invoer.<relatie>`, or a `query` that gives `bestand`
    and `rij` of each broken row.
    """

    regel: str
    tabel: str
    toelichting: str
    kolom: str | None = None
    conditie: str | None = None
    query: str | None = None


# A module of rules: what it has to say about a delivery, row by row or as a whole.
RowRules = Callable[[Context], Iterable[RowCheck]]
WholeRules = Callable[[Context], Iterable[Bevinding]]


def create_pointers(con: duckdb.DuckDBPyConnection) -> None:
    """The scratch table of places where a rule is broken."""
    con.execute(
        "create or replace table wijzers "
        "(regel varchar, tabel varchar, bestand varchar, rij bigint, kolom varchar)"
    )


def run_row_checks(context: Context, checks: Iterable[RowCheck]) -> list[Bevinding]:
    """Run the checks; add a pointer per broken row, give one finding per check, file, column."""
    by_table: dict[str, list[RowCheck]] = {}
    queries: list[RowCheck] = []
    for check in checks:
        if check.conditie is not None:
            by_table.setdefault(check.tabel, []).append(check)
        else:
            queries.append(check)
    broken = [
        check for name, group in by_table.items() for check in _broken_ones(context, name, group)
    ]
    return [finding for check in (*broken, *queries) for finding in point(context, check)]


def point(context: Context, check: RowCheck) -> list[Bevinding]:
    """Add the check's broken rows to `wijzers`; one finding per file that has any."""
    relation = context.tabellen[check.tabel].relatie
    query = check.query or f"select bestand, rij from invoer.{relation} where {check.conditie}"
    context.con.execute(
        f"create or replace temp table gevonden as select distinct bestand, rij from ({query})"
    )
    context.con.execute(
        "insert into wijzers select ?, ?, bestand, rij, ? from gevonden",
        [check.regel, check.tabel, check.kolom],
    )
    rows = context.con.execute(
        "select bestand, count(*), min(rij) from gevonden group by bestand order by bestand"
    ).fetchall()
    return [
        Bevinding(
            check.regel,
            check.toelichting,
            tabel=check.tabel,
            bestand=bestand,
            kolom=check.kolom,
            rij=first,
            aantal=count,
        )
        for bestand, count, first in rows
    ]


def _broken_ones(context: Context, name: str, checks: list[RowCheck]) -> list[RowCheck]:
    """Those of a table's conditions that any row meets: one scan for all of them."""
    relation = context.tabellen[name].relatie
    counts = context.con.execute(
        "select "
        + ", ".join(f"count_if({check.conditie})" for check in checks)
        + f" from invoer.{relation}"
    ).fetchone()
    return [check for check, count in zip(checks, counts or (), strict=True) if count]


def readable(column: str) -> str:
    """SQL condition: the column holds a value that maps; another rule tells of what does not."""
    return f"({column} is not null and not {is_unmapped(column)})"


def start_year(column: str) -> str:
    """SQL integer: the calendar year in which school year `column` (`2023-2024`) starts."""
    return f"try_cast(left({column}, 4) as integer)"
