"""Article 7: a finding opens by itself, is reported, gets feedback, and closes with a correction.

Terms run in calendar months from the moment of detection: first the supplier's investigation,
then the measures.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Mapping
from typing import Any

import duckdb

from leerloopbaan.errors import LeerloopbaanError
from leerloopbaan.intake import store
from leerloopbaan.register.schema import Kwaliteitsklok

# A defect is to be reported "immediately": after this many days it is a reminder.
REMIND_AFTER_DAYS = 2


def due_dates(detected: dt.datetime, clock: Kwaliteitsklok) -> tuple[dt.date, dt.date]:
    """Last day for the investigation and for the measures, in calendar months."""
    return (
        add_months(detected.date(), clock.onderzoek_maanden),
        add_months(detected.date(), clock.maatregel_maanden),
    )


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day `months` later, or the last day of that month when it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def finding_state(finding: Mapping[str, Any]) -> str:
    """`open`, `gemeld`, `teruggekoppeld` or `gesloten`."""
    for state in ("gesloten", "teruggekoppeld", "gemeld"):
        if finding.get(f"{state}_op"):
            return state
    return "open"


def is_unsent_too_long(finding: Mapping[str, Any], today: dt.date) -> bool:
    """Whether a finding should have been reported already."""
    waiting = (today - finding["vastgesteld_op"].date()).days
    return finding_state(finding) == "open" and waiting > REMIND_AFTER_DAYS


def mark_reported(city: str, findings: list[str], by: str, now: dt.datetime) -> int:
    """Record that findings were sent to the supplier; how many were not reported yet."""
    return _step(city, findings, step="gemeld", text=f"gemeld door {by}", now=now)


def mark_feedback(city: str, finding: str, text: str, now: dt.datetime) -> int:
    """Record the supplier's answer on a finding that was reported."""
    _require(city, finding, ("gemeld", "teruggekoppeld"), "report it first (terugmelding --sent)")
    return _step(city, [finding], step="teruggekoppeld", text=text, now=now)


def close(city: str, finding: str, correction: str, now: dt.datetime) -> int:
    """Close a finding: only with feedback, and with the accepted delivery that corrects it."""
    from leerloopbaan.intake.overview import query

    _require(city, finding, ("teruggekoppeld",), "record the supplier's feedback first")
    accepted = query(
        city,
        "select 1 from landing.intake.leveringen "
        "where levering_id = $id and status in ('aanvaard', 'vervangen')",
        {"id": correction},
    )
    if not accepted:
        raise LeerloopbaanError(
            "the correcting delivery is not an accepted one.", remedy="See `deliveries`."
        )
    text = "gesloten met de correctie"
    return _step(city, [finding], step="gesloten", text=text, now=now, correction=correction)


def _require(city: str, finding: str, states: tuple[str, ...], remedy: str) -> None:
    from leerloopbaan.intake.overview import finding_overview

    found = [f for f in finding_overview(city) if f["bevinding_id"] == finding]
    if not found:
        raise LeerloopbaanError("there is no such finding.", remedy="See `findings`.")
    if found[0]["status"] not in states:
        raise LeerloopbaanError(
            f"this finding is {found[0]['status']}.", remedy=f"{remedy[0].upper()}{remedy[1:]}."
        )


def _step(
    city: str,
    findings: list[str],
    *,
    step: str,
    text: str,
    now: dt.datetime,
    correction: str | None = None,
) -> int:
    added = 0

    def write(con: duckdb.DuckDBPyConnection) -> None:
        nonlocal added
        for finding in findings:
            row = con.execute(
                "insert into landing.intake.meldingen "
                "select ?, ?, ?, ?, ? where not exists (select 1 from landing.intake.meldingen "
                "where bevinding_id = ? and stap = ?) returning 1",
                [finding, step, now, text, correction, finding, step],
            ).fetchone()
            added += row is not None

    with store.exclusive(city) as scratch, store.gate_connection(city, scratch) as con:
        store.change(con, city, write)
    return added
