"""School years and dates: within the protocol, within each other, not in the future."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leerloopbaan.intake.rules.check import Context, RowCheck, start_year
from leerloopbaan.register.schema import Tabel

_YEAR_PAIR = re.compile(r"(?<!\d)(20\d{2})\s?[-_/]\s?(20\d{2}|\d{2})(?![-_/]?\d)")
_YEAR_ALONE = re.compile(r"(?<![\d-])(20[1-9]\d)(?![-_]?\d)")


def date_rules(context: Context) -> Iterator[RowCheck]:
    """Rules on the school year of a row and on its dates."""
    received = context.ontvangen.date().isoformat()
    first = int(context.protocol.eerste_schooljaar[:4])
    for table in context.tabellen.values():
        if table.schooljaar_kolom is None:
            continue
        year = start_year(f'"{table.schooljaar_kolom}"')
        if context.applies("schooljaar_voor_bereik", table.naam):
            yield RowCheck(
                "schooljaar_voor_bereik",
                table.naam,
                f"Het schooljaar ligt voor {context.protocol.eerste_schooljaar}.",
                table.schooljaar_kolom,
                conditie=f"{year} < {first}",
            )
        if context.applies("schooljaar_in_toekomst", table.naam):
            what = (
                f"Het meetmoment ({table.meetmoment}) moest op {received} nog komen."
                if table.meetmoment
                else f"Het schooljaar was op {received} nog niet begonnen."
            )
            yield RowCheck(
                "schooljaar_in_toekomst",
                table.naam,
                what,
                table.schooljaar_kolom,
                conditie=f"{first_day(table, year)} > date '{received}'",
            )
        yield from _against_file_name(context, table, year)
    yield from _new_arrival_dates(context)


def first_day(table: Tabel, year: str) -> str:
    """SQL date from which rows of the school year that starts in `year` can exist."""
    if table.meetmoment is None:
        return f"make_date({year}, 9, 1)"
    return moment_day(table.meetmoment, year)


def moment_day(moment: str, year: str) -> str:
    """SQL date of a census moment (`01/02`) in the school year that starts in `year`."""
    day, month = (int(part) for part in moment.split("/"))
    return f"make_date({year} + {0 if month >= 9 else 1}, {month}, {day})"


def year_in_name(name: str) -> tuple[int, ...]:
    """The start years that a file name may mean: `2023-2024` gives one, `2024` gives two."""
    for match in _YEAR_PAIR.finditer(name):
        start, end = int(match[1]), int(match[2])
        if end in {start + 1, (start + 1) % 100}:
            return (start,)
    alone = {int(match[1]) for match in _YEAR_ALONE.finditer(name)}
    if len(alone) == 1:
        year = alone.pop()
        return (year - 1, year)
    return ()


def _against_file_name(context: Context, table: Tabel, year: str) -> Iterator[RowCheck]:
    """The newest school year of a file is the one in its name."""
    code = "schooljaar_tegen_bestand"
    if not context.applies(code, table.naam):
        return
    for sheet in context.bestanden:
        meant = year_in_name(sheet.bestand)
        if sheet.tabel != table.naam or not meant:
            continue
        file = sheet.bestand.replace("'", "''")
        newest = f"select max({year}) from invoer.{table.relatie} where bestand = '{file}'"
        allowed = ", ".join(str(y) for y in meant)
        yield RowCheck(
            code,
            table.naam,
            "Het laatste schooljaar van de rijen is niet dat van de bestandsnaam.",
            table.schooljaar_kolom,
            query=f"""
                select bestand, rij from invoer.{table.relatie}
                where bestand = '{file}' and {year} = ({newest}) and {year} not in ({allowed})
            """,
        )


def _new_arrival_dates(context: Context) -> Iterator[RowCheck]:
    start = "try_cast(an_inschrijfdatum as date)"
    end = "try_cast(an_einddatum as date)"
    for table in context.tables_of("einde_voor_begin", "an_inschrijfdatum", "an_einddatum"):
        yield RowCheck(
            "einde_voor_begin",
            table.naam,
            "De einddatum ligt voor de inschrijfdatum.",
            "an_einddatum",
            conditie=f"{end} < {start}",
        )
    received = context.ontvangen.date().isoformat()
    for table in context.tables_of("datum_in_toekomst", "an_inschrijfdatum"):
        yield RowCheck(
            "datum_in_toekomst",
            table.naam,
            f"De inschrijfdatum moest op {received} nog komen.",
            "an_inschrijfdatum",
            conditie=f"{start} > date '{received}'",
        )
    for table in context.tables_of("einddatum_buiten_schooljaar", "an_einddatum", "schooljaar"):
        yield RowCheck(
            "einddatum_buiten_schooljaar",
            table.naam,
            "De einddatum ligt na het schooljaar.",
            "an_einddatum",
            conditie=f"{end} > make_date({start_year('schooljaar')} + 1, 8, 31)",
        )
    for table in context.tables_of("datum_buiten_schooljaar", "an_inschrijfdatum", "schooljaar"):
        year = start_year("schooljaar")
        yield RowCheck(
            "datum_buiten_schooljaar",
            table.naam,
            "De inschrijfdatum valt niet in het schooljaar.",
            "an_inschrijfdatum",
            conditie=f"{start} not between make_date({year}, 9, 1) "
            f"and make_date({year} + 1, 8, 31)",
        )
