"""The last look before publication, at the written files: what may not be there is refused."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Collection, Iterator
from html import unescape
from pathlib import Path

import duckdb

from leerloopbaan.audit import audit
from leerloopbaan.errors import RefusedError
from leerloopbaan.release.plan import Audience
from leerloopbaan.release.search import footer, name_finder, names_of, numbers_in, numbers_of

COLUMNS = (
    "schooljaar", "schooljaar_eind", "meetmoment", "product", "indicator", "geo_niveau",
    "geo_code", "geo_naam", "uitsplitsing", "categorie", "uitsplitsing_2", "categorie_2",
    "teller", "noemer", "waarde", "eenheid", "status", "bron", "release_id",
)  # fmt: skip
_FORMULA = re.compile(rb'(^|,)"?[=+@\t]', re.MULTILINE)

RULES = {
    "kleine teller (R-42)": "teller between 0 and 5",
    "kleine noemer (R-42)": "noemer between 0 and 5",
    "klein complement (R-42)": "noemer - teller between 0 and 5",
    "waarde naast een status": "(waarde is null) <> (status is not null)",
    "geen bronvermelding (R-49)": "coalesce(trim(bron), '') = ''",
    "ander product (R-52)": "product <> $product",
    "ander niveau (R-52)": "not list_contains($niveaus, geo_niveau)",
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
    numbers, find = numbers_of(schools), name_finder(names_of(schools))
    for file in sorted(f for f in folder.rglob("*") if f.is_file()):
        place = file.relative_to(folder).as_posix()
        for data, is_text in _contents(file):
            if numbers & numbers_in(data) or (is_text and find(unescape(data.decode("utf-8")))):
                raise _school_in(audience, place)
            if file.suffix == ".csv" and _FORMULA.search(data):
                raise RefusedError(
                    f"{audience.code}/{place}: een tekst begint als een formule.",
                    remedy="Verbeter de naam in de referentielijst.",
                )


def _contents(file: Path) -> Iterator[tuple[bytes, bool]]:
    """What can be read in a file, and whether it is text: values, parts of a workbook, bytes."""
    match file.suffix:
        case ".duckdb":
            with duckdb.connect(str(file), read_only=True) as connection:
                tables = connection.execute("select table_name from duckdb_tables()").fetchall()
                for (table,) in tables:
                    yield from _values(connection.table(table))
            yield file.read_bytes(), False
        case ".parquet":
            yield from _values(duckdb.read_parquet(str(file)))
            yield footer(file.read_bytes()), False
        case ".xlsx":
            with zipfile.ZipFile(file) as book:
                for name in book.namelist():
                    yield name.encode() + b"\n" + book.read(name), True
        case _:
            yield file.read_bytes(), True


def _values(relation: duckdb.DuckDBPyRelation) -> Iterator[tuple[bytes, bool]]:
    """The names of the columns, and the texts in each."""
    yield "\n".join(relation.columns).encode(), True
    for name, kind in zip(relation.columns, relation.types, strict=True):
        if str(kind) == "VARCHAR":
            found = relation.project(f'"{name}"').distinct().fetchall()
            yield "\n".join(str(value) for (value,) in found).encode(), True


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
    check_rules(connection, mart, mart, parameters={"product": product, "niveaus": levels})


def check_rules(
    connection: duckdb.DuckDBPyConnection,
    relation: str,
    name: str,
    *,
    parameters: dict[str, object],
    rules: dict[str, str] = RULES,
) -> None:
    """Refuse a relation of which any row breaks a rule, reading it once."""
    counts = ", ".join(f"count(*) filter ({condition})" for condition in rules.values())
    query = f"select {counts} from {relation}"
    used = {key: value for key, value in parameters.items() if f"${key}" in query}
    found = connection.execute(query, used).fetchone() or ()
    for rule, count in zip(rules, found, strict=True):
        if count:
            raise RefusedError(
                f"{name}: {rule}, op {count} rijen.", remedy="De vrijgave is niet gemaakt."
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
