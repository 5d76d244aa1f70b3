"""What the report asks of the vault: row accounting, freshness, open findings. Rounded.

Row accounting adds up by definition, so two exact totals could give back a small difference:
totals are shown in two digits, a difference only as present or absent.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import duckdb

from leerloopbaan import home
from leerloopbaan.duck import vault_connection
from leerloopbaan.errors import LeerloopbaanError
from leerloopbaan.evidence.rows import about, shown
from leerloopbaan.intake.overview import finding_overview
from leerloopbaan.register.schema import Protocol


@dataclass(frozen=True)
class Account:
    """One equation of the row accounting: what equals what, about how many, and whether it does."""

    equation: str
    about: str
    balanced: bool


@dataclass(frozen=True)
class Freshness:
    """The newest delivery in force of one table."""

    table: str
    received: dt.date
    age_days: int
    late: bool


@dataclass(frozen=True)
class Finding:
    """Findings of one rule that are not closed; `count` is never 1 to 5 exactly."""

    rule: str
    table: str
    column: str
    count: str
    state: str
    investigate_by: dt.date
    measures_by: dt.date
    overdue: bool


def accounting(city: str) -> list[Account] | None:
    """Row accounting as the last build left it; None when there is none."""
    if not home.warehouse_file(city).exists():
        return None
    try:
        with vault_connection(city, warehouse="read_only") as connection:
            rows = connection.execute(
                "select telling, verwacht, geteld from "
                f"warehouse.kwaliteit.kwaliteit_{city}__rijentelling order by telling"
            ).fetchall()
    except (duckdb.Error, LeerloopbaanError):
        return None
    return [Account(str(t), about(int(left)), left == right) for t, left, right in rows]


def release_built(city: str) -> str | None:
    """Number of the release that the built marts would make; None without marts."""
    if not home.warehouse_file(city).exists():
        return None
    try:
        with vault_connection(city, warehouse="read_only") as connection:
            row = connection.execute("select release_id from warehouse.marts.release").fetchone()
    except (duckdb.Error, LeerloopbaanError):
        return None
    return str(row[0]) if row else None


def freshness(protocol: Protocol, today: dt.date) -> list[Freshness]:
    """Age of what is in force, per delivered table; late after the register's number of days."""
    if not home.landing_file(protocol.stad).exists():
        return []
    with vault_connection(protocol.stad, landing="read_only") as connection:
        try:
            rows = connection.execute(
                "select tabel, max(ontvangen_op)::date from landing.intake.leveringsdelen "
                "where van_kracht group by tabel order by tabel"
            ).fetchall()
        except duckdb.CatalogException:
            return []
    limit = protocol.periodiciteit.laat_na_dagen
    delivered = {table.relatie for table in protocol.tabellen}
    return [
        Freshness(table, day, (today - day).days, (today - day).days > limit)
        for table, day in rows
        if table in delivered
    ]


def landed_size(city: str) -> int:
    """The deliveries in force as a power of two, to compare like with like; 0 when none."""
    if not home.landing_file(city).exists():
        return 0
    with vault_connection(city, landing="read_only") as connection:
        try:
            row = connection.execute(
                "select sum(rijen) from landing.intake.leveringsdelen where van_kracht"
            ).fetchone()
        except duckdb.CatalogException:
            return 0
    return int((row or (0,))[0] or 0).bit_length()


def open_findings(city: str, today: dt.date) -> list[Finding]:
    """Findings that are not closed, the most urgent first."""
    return [
        Finding(
            rule=str(row["regel"]),
            table=str(row["tabel"] or ""),
            column=str(row["kolom"] or ""),
            count=shown(int(row["aantal"] or 0)),
            state=str(row["status"]),
            investigate_by=row["onderzoek_tegen"],
            measures_by=row["maatregel_tegen"],
            overdue=row["maatregel_tegen"] < today,
        )
        for row in sorted(
            finding_overview(city),
            key=lambda r: (r["maatregel_tegen"], r["regel"], str(r["tabel"])),
        )
        if row["status"] != "gesloten"
    ]


def _urgency(finding: Mapping[str, Any]) -> tuple[dt.date, str, str, str]:
    rule, table, column = (str(finding[name] or "") for name in ("regel", "tabel", "kolom"))
    return finding["maatregel_tegen"], rule, table, column
