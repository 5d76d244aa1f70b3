"""One good row per delivered table, and one per field and defect: what staging makes of them.

The expectation is written from docs/architecture.md (the landing file, canonical text), not from
the macros: a blank in a required field, or text that its type cannot hold, rejects the row.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import duckdb

from leerloopbaan.register.schema import Protocol, Tabel, Veld, Veldtype

IN_FORCE, SUPERSEDED = "l1", "l0"
YEAR, LATER = "2020-2021", "2021-2022"
# Per type: two good texts and a text that it cannot hold; None: any text will do.
TEXTS: dict[Veldtype, tuple[str, str, str | None]] = {
    Veldtype.schooljaar: (YEAR, LATER, "2020"),
    Veldtype.instellingsnummer: ("012345", "999999", "12345"),
    Veldtype.volgnummer: ("01", "99", "1"),
    Veldtype.geheel: ("7", "-3", "zeven"),
    Veldtype.decimaal: ("7.5", "-0.25", "7,5"),
    Veldtype.datum: ("2020-09-01", "2019-12-31", "01/09/2020"),
    Veldtype.janee: ("J", "N", "ja"),
}
ANY = ("SYN", "SYN 2", None)


@dataclass(frozen=True)
class Row:
    """A landed row and what becomes of it: the column and reason, or None when it is staged."""

    number: int
    values: dict[str, str | None]
    rejected: tuple[str, str] | None
    delivery: str = IN_FORCE


def rows_of(table: Tabel) -> list[Row]:
    """Two good rows, a good and a wrong one delivered earlier, and one per field and defect."""
    good: dict[str, str | None] = {v.naam: TEXTS.get(v.type, ANY)[0] for v in table.velden}
    other: dict[str, str | None] = {v.naam: TEXTS.get(v.type, ANY)[1] for v in table.velden}
    required = [v.naam for v in table.velden if v.verplicht and v.naam != table.schooljaar_kolom]
    wrong_before = {**good, required[-1]: None}
    rows = [
        Row(1, good, None),
        Row(2, good, None, SUPERSEDED),
        Row(3, wrong_before, None, SUPERSEDED),
        Row(4, other, None),
    ]
    for veld in table.velden:
        blank = (veld.naam, "leeg") if veld.verplicht else None
        rows.append(Row(len(rows) + 1, {**good, veld.naam: None}, blank))
        wrong = TEXTS.get(veld.type, ANY)[2]
        if wrong is not None:
            reason = (veld.naam, f"geen_{veld.type.value}")
            rows.append(Row(len(rows) + 1, {**good, veld.naam: wrong}, reason))
    return rows


def land(connection: duckdb.DuckDBPyConnection, protocol: Protocol) -> dict[str, list[Row]]:
    """Write the rows of every table as a landing file in memory; returns them per relation."""
    connection.execute("attach ':memory:' as landing")
    connection.execute("create schema landing.intake; create schema landing.levering")
    connection.execute(
        "create table landing.intake.leveringsdelen "
        "(levering_id text, tabel text, schooljaar text, van_kracht boolean)"
    )
    arguments = "code, jaar" if protocol.identiteit.bereik != "over_schooljaren" else "code"
    connection.execute(f"create macro pseudoniem({arguments}) as concat('p:', code)")
    landed = {}
    for table in (*protocol.tabellen, *protocol.referentielijsten):
        rows = landed[table.relatie] = rows_of(table)
        columns = ", ".join(f'"{v.naam}" text' for v in table.velden)
        relation = f"landing.levering.{table.relatie}"
        connection.execute(
            f"create table {relation} (levering_id text, bestand text, rij bigint, {columns})"
        )
        marks = ", ".join("?" for _ in range(3 + len(table.velden)))
        for row in rows:
            values = [row.values[v.naam] for v in table.velden]
            connection.execute(
                f"insert into {relation} values ({marks})",
                [f"{row.delivery} {table.relatie}", "bestand.csv", row.number, *values],
            )
        year = table.schooljaar_kolom
        years = {row.values[year] for row in rows} if year else {None}
        for delivery, in_force in ((IN_FORCE, True), (SUPERSEDED, False)):
            connection.executemany(
                "insert into landing.intake.leveringsdelen values (?, ?, ?, ?)",
                [
                    # What is in force of another table of the delivery says nothing.
                    [f"{delivery} {table.relatie}", name, one, counts]
                    for one in sorted(years, key=str)
                    for name, counts in ((table.relatie, in_force), ("een andere tabel", True))
                ],
            )
    return landed


def faults(protocol: Protocol, sql_of: Callable[[str], str]) -> list[str]:
    """Where staging does something else; `sql_of` gives a model's SQL by its name."""
    found = []
    with duckdb.connect(":memory:") as connection:
        connection.execute("attach ':memory:' as warehouse")
        landed = land(connection, protocol)
        told = connection.execute(
            f"select tabel, rij, kolom, reden from ({sql_of(f'stg_{protocol.stad}__afgekeurd')})"
        ).fetchall()
        rejected = {(table, number): (column, reason) for table, number, column, reason in told}
        if len(told) != len(rejected):
            found.append(f"{len(told) - len(rejected)} rows are rejected more than once")
        for table in (*protocol.tabellen, *protocol.referentielijsten):
            name = f"stg_{protocol.stad}__{table.relatie}"
            cursor = connection.execute(f"select * from ({sql_of(name)})")
            columns = [column[0] for column in cursor.description or []]
            rows = [dict(zip(columns, values, strict=True)) for values in cursor.fetchall()]
            staged = {row["rij"]: row for row in rows}
            if len(rows) != len(staged):
                found.append(f"{name}: {len(rows) - len(staged)} rows are staged more than once")
            for row in landed[table.relatie]:
                found += [f"{name}: {f}" for f in _row_faults(table, row, staged, rejected)]
    return found


def _row_faults(
    table: Tabel,
    row: Row,
    staged: dict[int, dict[str, Any]],
    rejected: dict[tuple[str, int], tuple[str, str]],
) -> list[str]:
    # A row without a school year belongs to no part of a delivery: it is in force nowhere.
    year = table.schooljaar_kolom
    nowhere = row.delivery == SUPERSEDED or (year is not None and row.values[year] is None)
    wanted = None if nowhere else row.rejected
    told = rejected.get((table.relatie, row.number))
    if told != wanted:
        return [f"row {row.number} is rejected for {told}, not for {wanted}"]
    if (row.number in staged) != (wanted is None and not nowhere):
        return [f"row {row.number} is {'' if row.number in staged else 'not '}staged"]
    if row.number not in staged:
        return []
    return [
        f"{veld.kolom} of row {row.number} is another value"
        for veld in table.velden
        if str(staged[row.number][veld.kolom]) != str(_typed(veld, row.values[veld.naam]))
    ]


def _typed(veld: Veld, text: str | None) -> object:
    if text is None:
        return None
    if veld.persoonssleutel:
        return f"p:{text}"
    if veld.type is Veldtype.janee:
        return (text == "J") != (veld.kansarm_waarde == "N")
    return text
