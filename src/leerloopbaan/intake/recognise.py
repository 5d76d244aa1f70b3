"""Which table a sheet is, and which of its columns is which field."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from leerloopbaan.errors import LeerloopbaanError
from leerloopbaan.intake.findings import Bevinding, Refused
from leerloopbaan.intake.text import heading_key, plain
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
    raise Refused(
        Bevinding("onbekende_tabel", "Geen tabel van het protocol in de naam.", bestand=file)
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


def heading_map(table: Tabel) -> dict[str, str]:
    """Every accepted heading (as `heading_key`) with its field; ambiguous ones left out."""
    result: dict[str, str] = {}
    taken: set[str] = set()
    for spellings in (
        [(v.naam, v.naam) for v in table.velden],
        [(spelling, v.naam) for v in table.velden for spelling in (*v.aliassen, v.omschrijving)],
    ):
        seen: dict[str, set[str]] = {}
        for spelling, field in spellings:
            seen.setdefault(heading_key(spelling), set()).add(field)
        for key, fields in seen.items():
            if key and key not in taken and len(fields) == 1:
                result[key] = next(iter(fields))
        taken.update(seen)
    return result


def score(row: Row, table: Tabel) -> int:
    """How many different fields of the table this row names."""
    known = heading_map(table)
    return len({known[k] for cell in row if cell and (k := heading_key(cell)) in known})


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
        field = known.get(heading_key(cell)) if cell else None
        place = f"nr. {position + 1}"
        if field is None and position not in empty:
            problems.append(
                Bevinding(
                    "onbekende_kolom",
                    "Deze kolom hoort niet bij de tabel.",
                    tabel=table.naam,
                    bestand=bestand,
                    kolom=place,
                )
            )
        elif field in found:
            problems.append(
                Bevinding(
                    "dubbele_kolom",
                    "Dit veld komt meer dan eens voor.",
                    tabel=table.naam,
                    bestand=bestand,
                    kolom=f"{field} ({place})",
                )
            )
        elif field is not None:
            found[field] = position
    problems.extend(
        Bevinding(
            "ontbrekende_kolom",
            "Deze kolom ontbreekt.",
            tabel=table.naam,
            bestand=bestand,
            kolom=v.naam,
        )
        for v in table.velden
        if v.naam not in found
    )
    if problems:
        other = _fits_better(heads, table, protocol)
        if other is not None:
            problems.insert(0, _wrong_table(bestand, table, other))
        raise Refused(*problems)
    return Koppeling(found)


def _fits_better(heads: Row, table: Tabel, protocol: Protocol) -> Tabel | None:
    """Another table that the headings name whole, when this one they do not."""
    for candidate in all_tables(protocol):
        if candidate.naam != table.naam and score(heads, candidate) == len(candidate.velden):
            return candidate
    return None


def _wrong_table(bestand: str, table: Tabel, other: Tabel) -> Bevinding:
    return Bevinding(
        "verkeerde_tabel",
        f"De kolommen zijn die van {other.naam}, de naam is die van {table.naam}.",
        tabel=table.naam,
        bestand=bestand,
    )
