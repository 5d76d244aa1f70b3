"""Article 7: what the supplier is told, and by when each step is due."""

from __future__ import annotations

import calendar
import datetime as dt

from leerloopbaan.register.schema import Kwaliteitsklok


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
