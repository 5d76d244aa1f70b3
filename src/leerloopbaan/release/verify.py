"""The last look before publication, at the written files: what may not be there is refused."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

import duckdb

from leerloopbaan.audit import audit
from leerloopbaan.errors import RefusedError
from leerloopbaan.release.plan import Audience

COLUMNS = (
    "schooljaar", "schooljaar_eind", "meetmoment", "product", "indicator", "geo_niveau",
    "geo_code", "geo_naam", "uitsplitsing", "categorie", "uitsplitsing_2", "categorie_2",
    "teller", "noemer", "waarde", "eenheid", "status", "bron", "release_id",
)  # fmt: skip
_TEXT = {".csv", ".html", ".json"}
_BINARY = {".duckdb", ".parquet"}
_BYTES = re.compile(rb"(?<!\d)\d{6}(?!\d)")
NUMBER = re.compile(r"(?<!\d)\d{6}(?!\d)")

RULES = {
    "kleine teller (R-42)": "teller between 0 and 5",
    "kleine noemer (R-42)": "noemer between 0 and 5",
    "klein complement (R-42)": "noemer - teller between 0 and 5",
    "waarde naast een status": "(waarde is null) <> (status is not null)",
    "geen bronvermelding (R-49)": "coalesce(trim(bron), '') = ''",
    "ander product (R-52)": "product <> $1",
    "ander niveau (R-52)": "not list_contains($2, geo_niveau)",
}


def verify_files(folder: Path, audience: Audience, schools: Collection[str]) -> None:
    """Check one audience's files; raises RefusedError naming file and rule, never a value.

    `schools` are the numbers and names of institutions: none may stand in a text, a table or the
    bytes of a file (R-47).
    """
    database = folder / f"{audience.code}.duckdb"
    with duckdb.connect(str(database), read_only=True) as connection:
        for output in audience.outputs:
            _figures(connection, output.mart, output.product, sorted(output.levels))
    numbers = {s for s in schools if s.isdigit()}
    names = sorted(s for s in schools if len(s) > 5 and not s.isdigit())
    _no_school_in_tables(database, audience, numbers, names)
    for file in sorted(f for f in folder.rglob("*") if f.suffix in _BINARY):
        if {n.encode() for n in numbers} & set(_BYTES.findall(file.read_bytes())):
            raise _school_in(audience, file.relative_to(folder).as_posix())
    for file in sorted(f for f in folder.rglob("*") if f.suffix in _TEXT):
        text = file.read_text(encoding="utf-8")
        place = file.relative_to(folder).as_posix()
        if numbers & set(NUMBER.findall(text)) or any(name in text for name in names):
            raise _school_in(audience, place)
        if file.suffix == ".csv" and re.search(r'(^|,)"?[=+@\t]', text, re.MULTILINE):
            raise RefusedError(
                f"{audience.code}/{place}: een tekst begint als een formule.",
                remedy="Verbeter de naam in de referentielijst.",
            )


def _no_school_in_tables(
    database: Path, audience: Audience, numbers: set[str], names: list[str]
) -> None:
    """No text in any column of any table of the file holds a school's number or name."""
    with duckdb.connect(str(database), read_only=True) as connection:
        columns = connection.execute(
            "select table_name, column_name from duckdb_columns() "
            "where data_type = 'VARCHAR' and not internal"
        ).fetchall()
        for table, column in columns:
            found = connection.execute(
                f"select distinct {column} from {table} where {column} is not null"
            ).fetchall()
            text = "\n".join(str(value) for (value,) in found)
            if numbers & set(NUMBER.findall(text)) or any(name in text for name in names):
                raise _school_in(audience, f"{table}.{column}")


def _school_in(audience: Audience, place: str) -> RefusedError:
    return RefusedError(
        f"{audience.code}/{place}: er staat een school in (artikel 4, R-47).",
        remedy="Verwijder het schoolniveau uit deze mart.",
    )


def _figures(
    connection: duckdb.DuckDBPyConnection, mart: str, product: str, levels: list[str]
) -> None:
    columns = tuple(
        name
        for (name,) in connection.execute(f"select column_name from (describe {mart})").fetchall()
    )
    if columns != COLUMNS:
        raise RefusedError(
            f"{mart}: de kolommen zijn niet die van het contract.",
            remedy="Zie docs/architecture.md, Marts.",
        )
    for rule, condition in RULES.items():
        parameters: list[object] = (
            [product] if "$1" in condition else [levels] if "$2" in condition else []
        )
        query = f"select count(*) from {mart} where {condition.replace('$2', '$1')}"
        (count,) = connection.execute(query, parameters).fetchone() or (0,)
        if count:
            raise RefusedError(
                f"{mart}: {rule}, op {count} rijen.", remedy="De vrijgave is niet gemaakt."
            )


def refuse_leaks(folder: Path) -> None:
    """Attack what becomes public before it does; refuse what gives a hidden count away."""
    report = audit(folder / "parquet")
    if not report.safe:
        kinds = ", ".join(sorted({finding.kind for finding in report.findings})) or "niet nagegaan"
        raise RefusedError(
            f"het publieke deel geeft verborgen aantallen prijs ({kinds}).",
            remedy="Er is niets vrijgegeven. Meld het aan wie de geheimhouding beheert.",
        )
