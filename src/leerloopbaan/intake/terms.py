"""Until when person-level data may be kept (art. 3), per table and school year."""

from __future__ import annotations

import datetime as dt
import os

import duckdb

from leerloopbaan.errors import LeerloopbaanError, RefusedError
from leerloopbaan.intake.article7 import add_months
from leerloopbaan.register.schema import Protocol, Tabel


def keep_until(
    protocol: Protocol, table: Tabel, school_year: str | None, received: dt.datetime
) -> dt.date | None:
    """Last day on which the rows may be kept; None for tables without personal data.

    Where the protocol states no term the city's setting decides, and without a setting the end
    of the protocol. Raises LeerloopbaanError for a setting that is no date.
    """
    if not table.persoonsgegevens:
        return None
    term = protocol.bewaring
    if term.instelling and (setting := os.environ.get(term.instelling)):
        try:
            return dt.date.fromisoformat(setting)
        except ValueError:
            raise LeerloopbaanError(
                f"{term.instelling} is no date.", remedy="Write it as YYYY-MM-DD."
            ) from None
    if term.jaren is None:
        return protocol.geldigheid.einde
    start = received.date()
    if term.vanaf == "meetmoment" and school_year:
        start = _moment(table, school_year)
    elif term.vanaf == "einde_protocol":
        end = protocol.geldigheid.einde
        if end is None:
            return None
        start = end
    return add_months(start, 12 * term.jaren)


def outdated_terms(
    con: duckdb.DuckDBPyConnection, protocol: Protocol
) -> list[tuple[dt.date | None, str, str, str | None]]:
    """(term, delivery, relation, school year) of parts that note another term beside them.

    A renewal, or the city's own setting, changes the terms of what has landed before.
    """
    tables = {t.relatie: t for t in (*protocol.tabellen, *protocol.referentielijsten)}
    parts = con.execute(
        "select levering_id, tabel, schooljaar, ontvangen_op, bewaren_tot "
        "from landing.intake.leveringsdelen order by all"
    ).fetchall()
    found = []
    for delivery, relation, year, received, noted in parts:
        known = year if year and year[:4].isdigit() else None
        term = keep_until(protocol, tables[relation], known, received)
        if term != noted:
            found.append((term, delivery, relation, year))
    return found


def set_terms(con: duckdb.DuckDBPyConnection, protocol: Protocol) -> None:
    """Until when each part may be kept, beside it: whoever builds can see what is overdue."""
    for part in outdated_terms(con, protocol):
        con.execute(
            "update landing.intake.leveringsdelen set bewaren_tot = ? "
            "where levering_id = ? and tabel = ? and schooljaar is not distinct from ?",
            part,
        )


def refuse_after_end(con: duckdb.DuckDBPyConnection, protocol: Protocol, day: dt.date) -> None:
    """Refuse to use what was really delivered once the protocol has ended (art. 12; R-74, A-25).

    Synthetic deliveries and the city's own lists are no personal data. Raises RefusedError.
    """
    if protocol.geldigheid.geldt_op(day):
        return
    try:
        real = con.execute(
            "select 1 from landing.intake.leveringsdelen as d "
            "inner join landing.intake.leveringen as l using (levering_id) "
            "where d.van_kracht and d.bewaren_tot is not null and not l.synthetisch limit 1"
        ).fetchone()
    except duckdb.CatalogException:  # nothing was ever delivered
        return
    if real:
        raise RefusedError(
            f"het protocol van {protocol.stad} geldt niet op {day:%d/%m/%Y}: enkel vernietiging en "
            "bewijs zijn nog toegelaten (artikel 12, R-74).",
            remedy="Leg de verlenging vast in het register (geldigheid.verlengingen), of voer "
            "`leerloopbaan retention --enforce` uit.",
        )


def _moment(table: Tabel, school_year: str) -> dt.date:
    """The census moment of the rows; the start of the school year when the table has none."""
    start = int(school_year[:4])
    if table.meetmoment is None:
        return dt.date(start, 9, 1)
    day, month = (int(part) for part in table.meetmoment.split("/"))
    return dt.date(start if month >= 9 else start + 1, month, day)
