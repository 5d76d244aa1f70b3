"""Which table a sheet is, and which of its columns is which field."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from leerloopbaan.errors import LeerloopbaanError
from leerloopbaan.home import CITIES
from leerloopbaan.intake.findings import Bevinding, Refused
from leerloopbaan.intake.headings import heading_map, unknown_heading
from leerloopbaan.intake.text import heading_key, plain
from leerloopbaan.register.load import load_register, register_file
from leerloopbaan.register.schema import Protocol, Tabel

Row = Sequence[str | None]


@dataclass(frozen=True)
class Koppeling:
    """For each field that was delivered, the position of its column in the file."""

    kolommen: Mapping[str, int]


def parse_as(options: Sequence[str], protocol: Protocol) -> dict[str, str]:
    """`--as TABLE=FILE` options as {file name or `file/sheet`: table name}."""
    result: dict[str, str] = {}
    for option in options:
        name, separator, file = option.partition("=")
        table = _table_called(name, protocol)
        if not separator or not file or table is None:
            known = ", ".join(t.naam for t in all_tables(protocol))
            raise LeerloopbaanError(
                "--as wants TABLE=FILE.", remedy=f"Tables of {protocol.stad}: {known}."
            )
        result[file] = table.naam
    return result


def all_tables(protocol: Protocol) -> tuple[Tabel, ...]:
    """Delivered tables and reference lists, in register order."""
    return (*protocol.tabellen, *protocol.referentielijsten)


def recognise(file: str, sheet: str | None, given: Mapping[str, str], protocol: Protocol) -> Tabel:
    """The table of a sheet, by `--as`, by the sheet's name, or by the file's name.

    Raises Refused (`onbekende_tabel`) when no name or more than one name fits.
    """
    label = file if sheet is None else f"{file}/{sheet}"
    for key in (label, file):
        if key in given:
            return protocol.tabel(given[key])
    for name in (sheet, file.rsplit(".", 1)[0]):
        if name is None:
            continue
        found = _named_in(name, protocol)
        if len(found) == 1:
            return found[0]
        if len(found) > 1:
            raise Refused(
                Bevinding(
                    "onbekende_tabel",
                    f"De naam past bij {len(found)} tabellen: "
                    + ", ".join(t.naam for t in found)
                    + ".",
                    bestand=file,
                )
            )
    if _of_another_city(file, sheet, protocol):
        raise Refused(
            Bevinding("verkeerde_stad", "De naam is die van een andere stad.", bestand=file)
        )
    raise Refused(
        Bevinding("onbekende_tabel", "Geen tabel van het protocol in de naam.", bestand=file)
    )


def _of_another_city(file: str, sheet: str | None, protocol: Protocol) -> bool:
    return any(
        len(_named_in(name, load_register(city))) == 1
        for city in CITIES
        if city != protocol.stad and register_file(city).exists()
        for name in (sheet, file.rsplit(".", 1)[0])
        if name is not None
    )


def _table_called(name: str, protocol: Protocol) -> Tabel | None:
    wanted = heading_key(name)
    for table in all_tables(protocol):
        if wanted in {heading_key(table.naam), heading_key(table.relatie)}:
            return table
    return None


def _named_in(text: str, protocol: Protocol) -> list[Tabel]:
    """The tables whose name stands in `text`; the longest names win over their parts."""
    hits: list[tuple[int, Tabel]] = []
    for table in all_tables(protocol):
        lengths = [
            match.end() - match.start()
            for name in {table.naam, table.relatie, *table.herkenning}
            for match in re.finditer(_name_pattern(name), plain(text))
        ]
        if lengths:
            hits.append((max(lengths), table))
    longest = max((length for length, _ in hits), default=0)
    return [table for length, table in hits if length == longest]


@lru_cache(maxsize=256)
def _name_pattern(name: str) -> str:
    """`leerlingen_0102` also as `leerlingen 01-02`, but `11a` not inside `2011abc`."""
    letters = r"[^a-z0-9]*".join(re.escape(c) for c in plain(name) if c.isalnum())
    return rf"(?<![0-9]){letters}(?![a-z0-9])"


def score(row: Row, table: Tabel) -> int:
    """How many different fields of the table this row names."""
    known = heading_map(table)
    keys = {heading_key(cell) for cell in row if cell}
    return len({known[key] for key in keys if key in known})


def connect(
    bestand: str, heads: Row, empty: frozenset[int], table: Tabel, protocol: Protocol
) -> Koppeling:
    """Field → column; `empty` are the positions of columns without heading and without data.

    Raises Refused naming every unknown, missing and duplicated column. The text of an
    unknown heading is never shown: in a file without headings it is a pupil's value.
    """
    known = heading_map(table)
    found: dict[str, int] = {}
    problems: list[Bevinding] = []
    for position, cell in enumerate(heads):
        key = heading_key(cell) if cell else ""
        field = known.get(key)
        place = f"nr. {position + 1}"
        if field in found:
            place, code, why = (
                f"{field} ({place})",
                "dubbele_kolom",
                "Dit veld komt meer dan eens voor.",
            )
        elif field is not None:
            found[field] = position
            continue
        elif position in empty:
            continue
        else:
            code, why = unknown_heading(key, table, protocol)
        problems.append(Bevinding(code, why, tabel=table.naam, bestand=bestand, kolom=place))
    missing = [v.naam for v in table.velden if v.naam not in found]
    problems.extend(
        Bevinding(
            "ontbrekende_kolom",
            "Deze kolom ontbreekt.",
            tabel=table.naam,
            bestand=bestand,
            kolom=name,
        )
        for name in missing
    )
    if missing:
        problems[:0] = _other_table(bestand, heads, table, protocol)
    if problems:
        raise Refused(*problems)
    return Koppeling(found)


def _other_table(bestand: str, heads: Row, table: Tabel, protocol: Protocol) -> list[Bevinding]:
    """Another table, moment or city whose columns these are, when they are all there."""
    for candidate in all_tables(protocol):
        if candidate.naam != table.naam and _is_named_whole(heads, candidate):
            moments = {candidate.meetmoment, table.meetmoment}
            wrong_moment = None not in moments and len(moments) == 2
            return [
                Bevinding(
                    "verkeerd_meetmoment" if wrong_moment else "verkeerde_tabel",
                    f"De kolommen zijn die van {candidate.naam}.",
                    tabel=table.naam,
                    bestand=bestand,
                )
            ]
    for city in CITIES:
        if city == protocol.stad or not register_file(city).exists():
            continue
        if any(_is_named_whole(heads, t) for t in all_tables(load_register(city))):
            return [
                Bevinding(
                    "verkeerde_stad",
                    "De kolommen zijn die van een andere stad.",
                    tabel=table.naam,
                    bestand=bestand,
                )
            ]
    return []


def _is_named_whole(heads: Row, table: Tabel) -> bool:
    return score(heads, table) == len(table.velden)
