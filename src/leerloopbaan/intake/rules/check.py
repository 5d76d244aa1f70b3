"""What a rule is made of, and how the rules of a delivery are run: counts and places only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import duckdb

from leerloopbaan.intake.findings import Bevinding
from leerloopbaan.register.schema import Protocol, Tabel


@dataclass(frozen=True)
class Context:
    """A delivery on its way through the gate.

    `tabellen` maps the name of each delivered table to its definition; its rows stand in
    `invoer.<relatie>` (bestand, rij, one text column per field). What is in force stands in
    `van_kracht.<relatie>` with the same columns, for every table of the protocol.
    """

    con: duckdb.DuckDBPyConnection
    protocol: Protocol
    tabellen: Mapping[str, Tabel]
    ontvangen: dt.datetime
    levering_id: str = ""
    synthetisch: bool = True


@dataclass(frozen=True)
class RowCheck:
    """Rows of one delivered table that break a rule.

    Either a `conditie` on the columns of `invoer.<relatie>`, or a `query` that gives `bestand`
    and `rij` of each broken row.
    """

    regel: str
    tabel: str
    toelichting: str
    kolom: str | None = None
    conditie: str | None = None
    query: str | None = None


# A module of rules: what it has to say about a delivery, row by row or as a whole.
RowRules = Callable[[Context], Iterable[RowCheck]]
WholeRules = Callable[[Context], Iterable[Bevinding]]


def create_pointers(con: duckdb.DuckDBPyConnection) -> None:
    """The scratch table of places where a rule is broken."""
    con.execute(
        "create or replace table wijzers "
        "(regel varchar, tabel varchar, bestand varchar, rij bigint, kolom varchar)"
    )


def run_row_checks(context: Context, checks: Iterable[RowCheck]) -> list[Bevinding]:
    """Run the checks; add a pointer per broken row, give one finding per check, file, column."""
    by_table: dict[str, list[RowCheck]] = {}
    queries: list[RowCheck] = []
    for check in checks:
        if check.conditie is not None:
            by_table.setdefault(check.tabel, []).append(check)
        else:
            queries.append(check)
    broken = [
        check for name, group in by_table.items() for check in _broken_ones(context, name, group)
    ]
    findings: list[Bevinding] = []
    for check in (*broken, *queries):
        findings.extend(_point(context, check))
    return findings


def _broken_ones(context: Context, name: str, checks: list[RowCheck]) -> list[RowCheck]:
    """Those of a table's conditions that any row meets: one scan for all of them."""
    relation = context.tabellen[name].relatie
    counts = context.con.execute(
        "select "
        + ", ".join(f"count_if({check.conditie})" for check in checks)
        + f" from invoer.{relation}"
    ).fetchone()
    return [check for check, count in zip(checks, counts or (), strict=True) if count]


def _point(context: Context, check: RowCheck) -> list[Bevinding]:
    relation = context.tabellen[check.tabel].relatie
    query = check.query or f"select bestand, rij from invoer.{relation} where {check.conditie}"
    context.con.execute(
        f"create or replace temp table gevonden as select distinct bestand, rij from ({query})"
    )
    context.con.execute(
        "insert into wijzers select ?, ?, bestand, rij, ? from gevonden",
        [check.regel, check.tabel, check.kolom],
    )
    rows = context.con.execute(
        "select bestand, count(*), min(rij) from gevonden group by bestand order by bestand"
    ).fetchall()
    return [
        Bevinding(
            check.regel,
            check.toelichting,
            tabel=check.tabel,
            bestand=bestand,
            kolom=check.kolom,
            rij=first,
            aantal=count,
        )
        for bestand, count, first in rows
    ]
