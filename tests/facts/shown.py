"""Every row of every mart, read off decisions and counts figure by figure; dimensions of schools,
the parts of the engine's relation, the number of a release. Nothing of the SQL of marts."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

import duckdb

from facts.comparing import Row, different, rows_of
from leerloopbaan.disclosure.certificates import Certificates
from leerloopbaan.register.indicators import Indicator
from leerloopbaan.register.load import load_register
from leerloopbaan.register.schema import Protocol

Faults = Callable[[duckdb.DuckDBPyConnection, str], list[str]]
AREAS = {
    "figures": "cellen.indicatorcellen", "cells": "cellen.cellen",
    "decisions": "geheimhouding.besluiten", "places": "marts.dim_geografie",
}  # fmt: skip
SCHOOLS = {
    "figures": "eigen_school.schoolindicatorcellen", "cells": "eigen_school.schoolcellen",
    "decisions": "eigen_school.schoolbesluiten", "places": "eigen_school.dim_schoolgeografie",
}  # fmt: skip
KEY = ("indicator", "schooljaar", "meetmoment", "geo_niveau", "geo_code", "uitsplitsing",
       "categorie", "uitsplitsing_2", "categorie_2")  # fmt: skip
PLACE = ("geo_niveau", "geo_code")


def wrong_marts(connection: duckdb.DuckDBPyConnection, city: str) -> list[str]:
    """Marts of areas that show something else than their decisions let them."""
    return list(_wrong_marts(connection, load_register(city), "marts", "mart_", AREAS))


def wrong_school_marts(connection: duckdb.DuckDBPyConnection, city: str) -> list[str]:
    """Marts of own schools that do, with the benchmark beside them."""
    register = load_register(city)
    schools = _wrong_marts(connection, register, "eigen_school", "mart_school_", SCHOOLS)
    return [*schools, *_wrong_benchmarks(connection, register)]


def _wrong_marts(
    connection: duckdb.DuckDBPyConnection,
    register: Protocol,
    schema: str,
    prefix: str,
    source: dict[str, str],
) -> Iterator[str]:
    use = "gebied" if source is AREAS else "eigen_school"
    levels = {n.code for n in register.niveaus if n.gebruik == use}
    figures, places, counts, bands = (
        rows_of(connection, source["figures"]),
        {tuple(r[c] for c in PLACE): r for r in rows_of(connection, source["places"])},
        *_told(connection, source),
    )
    release = _source(connection)
    for product in register.producten:
        mart = f"{prefix}{product.code}"
        if not _exists(connection, schema, mart):
            continue
        shown_at = {n for u in product.uitgaven for n in u.niveaus} & levels
        indicators = {
            i.code: i
            for i in register.indicatoren.indicatoren
            if product.code in i.producten and (source is AREAS or i.eigen_school)
        }
        expected = (
            {
                **{c: row[c] for c in KEY},
                **_figure(row, indicators[row["indicator"]], counts, bands),
                "geo_naam": places[tuple(row[c] for c in PLACE)]["geo_naam"],
                "schooljaar_eind": int(row["schooljaar"][:4]) + 1,
                "product": product.code,
                **release,
            }
            for row in figures
            if row["indicator"] in indicators and row["geo_niveau"] in shown_at
        )
        yield from different(connection, f"{schema}.{mart}", KEY, expected)


def _told(
    connection: duckdb.DuckDBPyConnection, source: dict[str, str]
) -> tuple[dict[str, int], dict[str, str]]:
    """The counts that are shown, and the bands that stand for shares, by cell."""
    decided = {r["cel_id"]: r for r in rows_of(connection, source["decisions"])}
    counts = {
        r["cel_id"]: r["aantal"]
        for r in rows_of(connection, source["cells"])
        if decided[r["cel_id"]]["status"] is None and not r["structureel_nul"]
    }
    return counts, {cell: r["band"] for cell, r in decided.items() if r["band"] is not None}


def _figure(row: Row, indicator: Indicator, counts: dict[str, int], bands: dict[str, str]) -> Row:
    """Numerator, denominator, value and status: a share needs all of its counts."""
    whole, part, rest = (
        counts.get(row[f"cel_{name}"]) for name in ("noemer", "teller", "complement")
    )
    if whole is not None and rest is None:
        # Beside the whole, the part would tell the rest.
        part = None
    value: float | None
    if indicator.eenheid == "aantal":
        value = whole
    else:
        # To one decimal, a half upwards.
        value = (2000 * part + whole) // (2 * whole) / 10 if part is not None and whole else None
    status = None
    if value is None and row["structureel_nul"]:
        status = "niet_van_toepassing"
    elif value is None:
        band = bands.get(row["cel_teller"]) if whole is not None else None
        status = band or "onderdrukt"
    return {
        "teller": part,
        "noemer": whole,
        "waarde": value,
        "eenheid": indicator.eenheid,
        "status": status,
    }


def _wrong_benchmarks(connection: duckdb.DuckDBPyConnection, register: Protocol) -> Iterator[str]:
    release = _source(connection)
    for product in register.producten:
        mart = f"mart_vergelijking_{product.code}"
        if not _exists(connection, "eigen_school", mart):
            continue
        units = {
            i.code: i.eenheid
            for i in register.indicatoren.indicatoren
            if product.code in i.producten and i.eigen_school
        }
        expected = (
            {
                "schooljaar": row["schooljaar"],
                "schooljaar_eind": int(row["schooljaar"][:4]) + 1,
                "meetmoment": row["meetmoment"],
                "product": product.code,
                "indicator": row["indicator"],
                "geo_niveau": "vergelijkingsgroep",
                "geo_code": row["instellingsnummer"],
                "geo_naam": "Vergelijkbare scholen",
                **dict.fromkeys(KEY[5:], "totaal"),
                "teller": None,
                "noemer": None,
                "waarde": row["waarde"],
                "eenheid": units[row["indicator"]],
                "status": None,
                **release,
            }
            for row in rows_of(connection, "eigen_school.schoolvergelijking")
            if row["indicator"] in units
        )
        yield from different(connection, f"eigen_school.{mart}", KEY, expected)


def _source(connection: duckdb.DuckDBPyConnection) -> Row:
    (release,) = rows_of(connection, "marts.release")
    return {"bron": release["bron"], "release_id": release["release_id"]}


def wrong_school_places(connection: duckdb.DuckDBPyConnection, city: str) -> list[str]:
    """Schools and sites that are not called by their newest name, or not in all their years."""
    expected: dict[tuple[str, str], Row] = {}
    places = rows_of(connection, "eigen_school.schoolplaatsen")
    for row in sorted(places, key=lambda r: r["schooljaar"]):
        year = row["schooljaar"]
        of_place = expected.setdefault(
            (row["geo_niveau"], row["geo_code"]),
            {c: row[c] for c in PLACE} | {"eerste_schooljaar": year},
        )
        of_place |= {
            "geo_naam": row["geo_naam"],
            "geo_ouder": row["geo_ouder"],
            "laatste_schooljaar": year,
        }
    return different(connection, "eigen_school.dim_schoolgeografie", PLACE, expected.values())


def wrong_parts(connection: duckdb.DuckDBPyConnection, city: str) -> list[str]:
    """Parts of the engine's one relation that hold other rows than those of their kind."""
    kinds = ("besluiten", "redenen", *Certificates.__dataclass_fields__)
    runs = {"geheimhouding.": "onthulling", "eigen_school.school": "schoolonthulling"}
    faults = []
    for prefix, engine in runs.items():
        schema = prefix.partition(".")[0]
        if not _exists(connection, schema, engine):
            continue
        for kind in kinds:
            faults += _wrong_part(connection, f"{prefix}{kind}", f"{schema}.{engine}", kind)
    return faults


def _wrong_part(
    connection: duckdb.DuckDBPyConnection, part: str, engine: str, kind: str
) -> list[str]:
    columns = [name for name, *_ in connection.execute(f"describe warehouse.{part}").fetchall()]
    of = ", ".join(columns)
    sums = [
        connection.execute(
            f"select count(*), sum(hash({of})::hugeint) from warehouse.{relation}"
        ).fetchone()
        for relation in (part, f"{engine} where soort = '{kind}'")
    ]
    return [] if sums[0] == sums[1] else [f"{part}: not the rows of its kind"]


def wrong_release(connection: duckdb.DuckDBPyConnection, city: str) -> list[str]:
    """The number of a release is made of what it shows, and of the register."""
    register = load_register(city)
    areas = _print(_shown_counts(connection, AREAS))
    schools = ""
    if register.indicatoren.eigen_school is not None:
        key = ("instellingsnummer", "schooljaar", "meetmoment", "indicator")
        compared = [
            "|".join(str(part) for part in line)
            for line in sorted(
                tuple(row[c] for c in (*key, "waarde"))
                for row in rows_of(connection, "eigen_school.schoolvergelijking")
            )
        ]
        schools = _md5("|".join((_print(_shown_counts(connection, SCHOOLS)), _print(compared))))
        if rows_of(connection, "eigen_school.schoolvingerafdruk") != [{"vingerafdruk": schools}]:
            return ["schoolvingerafdruk: not of what schools are shown"]
    version = str(register.versie)
    number = _md5("|".join((areas, schools, version, str(register.registerversie))))[:12]
    (told,) = rows_of(connection, "marts.release")
    wanted = {
        "release_id": f"{city}-{number}",
        "stad": city,
        "protocolversie": register.versie,
        "registerversie": register.registerversie,
        "bron": register.bronvermelding,
    }
    return [f"release: {c}" for c in wanted if told[c] != wanted[c]]


def _shown_counts(connection: duckdb.DuckDBPyConnection, source: dict[str, str]) -> Iterable[str]:
    """Every visible cell, with its count where that is shown."""
    decided = {r["cel_id"]: r["status"] for r in rows_of(connection, source["decisions"])}
    return sorted(
        row["cel_id"] if decided[row["cel_id"]] else f"{row['cel_id']}|{row['aantal']}"
        for row in rows_of(connection, source["cells"])
        if row["zichtbaar"]
    )


def _print(lines: Iterable[str]) -> str:
    return _md5(",".join(lines))


def _md5(text: str) -> str:
    return hashlib.md5(text.encode()).hexdigest()


def _exists(connection: duckdb.DuckDBPyConnection, schema: str, table: str) -> bool:
    names = connection.execute(
        "select table_name from duckdb_tables() "
        "where database_name = 'warehouse' and schema_name = $1",
        [schema],
    ).fetchall()
    return table in chain.from_iterable(names)
