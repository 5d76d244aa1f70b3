"""When deliveries are expected: early, late and out of order are named, not stopped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from leerloopbaan.intake.findings import Bevinding
from leerloopbaan.intake.rules.check import Context, start_year
from leerloopbaan.register.schema import Tabel

# The protocols name the moments, not the days of delivery: consolidation takes some months.
_LATE_AFTER_DAYS = 365


def calendar_rules(context: Context) -> Iterator[Bevinding]:
    """Findings about the moment on which the delivery came."""
    newest: dict[str | None, tuple[int, Tabel]] = {}
    for table in context.tabellen.values():
        if table.schooljaar_kolom is not None:
            year = start_year(f'"{table.schooljaar_kolom}"')
            row = context.con.execute(
                f"select coalesce(max({year}), 0) from invoer.{table.relatie}"
            ).fetchone()
            # Files of one periodic delivery reach as far as the one that reaches furthest.
            last = (int(row[0]) if row else 0, table)
            newest[table.meetmoment] = max(newest.get(table.meetmoment, last), last, key=_year)
            yield from _out_of_order(context, table)
    for start, table in newest.values():
        if start:
            yield from _against_calendar(context, table, start)


def _year(item: tuple[int, Tabel]) -> int:
    return item[0]


def first_moment(table: Tabel, year: int) -> dt.date:
    """The day from which rows of the school year that starts in `year` can exist."""
    if table.meetmoment is None:
        return dt.date(year, 9, 1)
    day, month = (int(part) for part in table.meetmoment.split("/"))
    return dt.date(year if month >= 9 else year + 1, month, day)


def _against_calendar(context: Context, table: Tabel, year: int) -> Iterator[Bevinding]:
    received = context.ontvangen.date()
    moment = first_moment(table, year)
    if context.applies("levering_vroeg", table.naam) and received < moment:
        yield Bevinding(
            "levering_vroeg", f"Ontvangen voor {moment.isoformat()}.", table.naam, aantal=1
        )
    last_day = moment if table.meetmoment else dt.date(year + 1, 8, 31)
    late = (received - last_day).days > _LATE_AFTER_DAYS
    if (
        late
        and context.applies("levering_laat", table.naam)
        and not context.con.execute(f"select 1 from van_kracht.{table.relatie} limit 1").fetchone()
    ):
        yield Bevinding(
            "levering_laat",
            "Ontvangen meer dan een jaar na het laatste schooljaar van de rijen.",
            table.naam,
        )


def _out_of_order(context: Context, table: Tabel) -> Iterator[Bevinding]:
    code = "levering_buiten_volgorde"
    if not context.applies(code, table.naam):
        return
    row = context.con.execute(
        f"""
        select count(*) from (
            select distinct "{table.schooljaar_kolom}" as schooljaar from invoer.{table.relatie}
        ) join delen_van_kracht as d using (schooljaar)
        where d.tabel = ? and d.ontvangen_op > ?
        """,
        [table.relatie, context.ontvangen],
    ).fetchone()
    if row and row[0]:
        yield Bevinding(
            code,
            f"Voor {'één schooljaar' if row[0] == 1 else f'{row[0]} schooljaren'} is een later "
            "ontvangen levering van kracht.",
            table.naam,
            aantal=int(row[0]),
        )
