"""Dated lookups (docs/business-rules/meetmomenten.md): what is valid on 1 February of S + 1."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from oracle.model import Row, World, start


def census_day(schooljaar: str) -> dt.date:
    return dt.date(start(schooljaar) + 1, 2, 1)


def valid_row(rows: Iterable[Row], day: dt.date) -> Row | None:
    for row in rows:
        begin, end = row["geldig_van"], row["geldig_tot"]
        if begin is None or dt.date.fromisoformat(begin) > day:
            continue
        if end is None or dt.date.fromisoformat(end) >= day:
            return row
    return None


def group(world: World, row: Row) -> Row | None:
    """The reference row of an administratieve groep, None when the list does not know it."""
    code = row["administratieve_groep_code"]
    candidates = (g for g in world.groups if g["administratieve_groep_code"] == code)
    return valid_row(candidates, census_day(str(row["schooljaar"])))


def is_yes(found: Row | None, column: str) -> bool:
    return found is not None and found[column] == "J"


def text(found: Row | None, column: str) -> str | None:
    return None if found is None else found[column]


def number(found: Row | None, column: str) -> int | None:
    value = text(found, column)
    return None if value is None else int(value)


def in_city(row: Row) -> bool:
    return row["instellingsnummer"] is not None and row["intern_volgnummer"] is not None


def place(world: World, row: Row) -> dict[str, object]:
    """The place columns that every fact carries."""
    site = None
    if in_city(row):
        candidates = (
            s
            for s in world.sites
            if s["instellingsnummer"] == row["instellingsnummer"]
            and s["intern_volgnummer"] == row["intern_volgnummer"]
        )
        site = valid_row(candidates, census_day(str(row["schooljaar"])))
    inside = in_city(row)
    return {
        "in_stad": inside,
        "instellingsnummer": row["instellingsnummer"],
        "vestigingsplaats": (
            f"{row['instellingsnummer']}-{row['intern_volgnummer']}" if inside else None
        ),
        "school_eenheid": text(site, "campus_code") or row["instellingsnummer"],
        "schoolbestuur_code": text(site, "schoolbestuur_code"),
        "wijk_code": text(site, "wijk_code"),
        "district_code": text(site, "district_code"),
        "locatie": "antwerpen" if inside else "buiten_of_onbekend",
    }


def group_columns(world: World, row: Row) -> dict[str, object]:
    """What the reference list says of the row's administratieve groep; an unknown group is
    neither OKAN nor modular nor duaal, and has nothing else."""
    found = group(world, row)
    columns: dict[str, object] = {
        "administratieve_groep_code": row["administratieve_groep_code"],
        "graad": number(found, "graad"),
        "leerjaar": number(found, "leerjaar"),
    }
    columns |= {c: text(found, c) for c in ("onderwijsvorm", "finaliteit", "stroom")}
    for column in ("is_okan", "is_modulair", "is_duaal"):
        columns[column] = is_yes(found, column)
    return columns


def stem(world: World, institution: str) -> str:
    """The oldest ancestor of an institution number, along `opvolger_van`; a circle is one stem."""
    parents = {
        str(i["instellingsnummer"]): i["opvolger_van"]
        for i in world.institutions
        if i["opvolger_van"]
    }
    path = [institution]
    while (parent := parents.get(path[-1])) is not None:
        if parent in path:
            return min(path[path.index(parent) :])
        path.append(parent)
    return path[-1]


def nationality_group(world: World, code: str | None, schooljaar: str) -> str:
    candidates = (n for n in world.nationalities if n["nationaliteit_code"] == code)
    found = valid_row(candidates, census_day(schooljaar))
    return text(found, "nationaliteitsgroep") or "onbekend"
