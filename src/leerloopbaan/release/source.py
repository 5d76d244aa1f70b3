"""What a release is made of: the marts of the warehouse and the register of deliveries."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

import duckdb

from leerloopbaan.errors import RefusedError

CERTIFICATES = "geheimhouding"
#: Where the figures of own schools stand, with their own certificates (`school<table>`).
SCHOOL_CERTIFICATES = "eigen_school"
CERTIFICATE_TABLES = (
    "variabelen",
    "vergelijkingen",
    "cel_variabelen",
    "getuigen",
    "bewijzen",
    "insiders",
)


@dataclass(frozen=True)
class Column:
    """A column of a mart and its Dutch description."""

    name: str
    type: str
    comment: str


@dataclass(frozen=True)
class Source:
    """Facts about the built warehouse that a release states."""

    release_id: str
    city: str
    protocol_version: str
    register_version: int
    source_line: str
    synthetic: bool
    deliveries: list[dict[str, str]]
    certificates: str
    tables: dict[str, tuple[Column, ...]]


def read_source(connection: duckdb.DuckDBPyConnection) -> Source:
    """Read the built warehouse; both files of the city are attached.

    Raises RefusedError when there is no built release, no source line, or no certificates.
    """
    tables = _tables(connection)
    if "release" not in tables:
        raise RefusedError("de marts zijn nog niet gebouwd.", remedy="Voer eerst `dbt build` uit.")
    row = connection.execute(
        "select release_id, stad, protocolversie, registerversie, bron from warehouse.marts.release"
    ).fetchone()
    if row is None or not str(row[4] or "").strip():
        raise RefusedError(
            "een vrijgave zonder bronvermelding wordt geweigerd (artikel 4, R-49).",
            remedy="Vul `bronvermelding` in het register in.",
        )
    deliveries = _deliveries(connection)
    return Source(
        release_id=str(row[0]),
        city=str(row[1]),
        protocol_version=str(row[2]),
        register_version=int(row[3]),
        source_line=str(row[4]),
        synthetic=any(d["synthetisch"] == "ja" for d in deliveries),
        deliveries=deliveries,
        certificates=_certificates(connection),
        tables=tables,
    )


def _tables(connection: duckdb.DuckDBPyConnection) -> dict[str, tuple[Column, ...]]:
    rows = connection.execute(
        "select table_name, column_name, data_type, coalesce(comment, '') "
        "from duckdb_columns() where database_name = 'warehouse' and schema_name = 'marts' "
        "order by table_name, column_index"
    ).fetchall()
    tables: dict[str, list[Column]] = {}
    for table, name, kind, comment in rows:
        tables.setdefault(table, []).append(Column(name, kind, comment))
    return {table: tuple(columns) for table, columns in tables.items()}


def _deliveries(connection: duckdb.DuckDBPyConnection) -> list[dict[str, str]]:
    rows = connection.execute(
        "select distinct l.levering_id, l.ontvangen_op::date, l.synthetisch "
        "from landing.intake.leveringen as l "
        "inner join landing.intake.leveringsdelen as d using (levering_id) "
        "where d.van_kracht order by all"
    ).fetchall()
    return [
        {"levering": i, "ontvangen": str(day), "synthetisch": "ja" if synthetic else "nee"}
        for i, day, synthetic in rows
    ]


def _certificates(connection: duckdb.DuckDBPyConnection) -> str:
    """One hash over all certificate tables; the certificates themselves stay in the vault."""
    present = {
        f"{schema}.{name}"
        for schema, name in connection.execute(
            "select schema_name, table_name from duckdb_tables() where database_name = 'warehouse'"
        ).fetchall()
    }
    wanted = [f"{CERTIFICATES}.{table}" for table in CERTIFICATE_TABLES]
    if any(name.startswith(f"{SCHOOL_CERTIFICATES}.mart_") for name in present):
        wanted += [f"{SCHOOL_CERTIFICATES}.school{table}" for table in CERTIFICATE_TABLES]
    if missing := [table for table in wanted if table not in present]:
        raise RefusedError(
            f"er is geen bewijs van geheimhouding ({', '.join(missing)} ontbreekt).",
            remedy="Bouw de geheimhouding met `dbt build`; zonder bewijs geen vrijgave.",
        )
    digests = [[table, *relation_digest(connection, f"warehouse.{table}")] for table in wanted]
    return hashlib.sha256(json.dumps(digests).encode("ascii")).hexdigest()


def relation_digest(connection: duckdb.DuckDBPyConnection, name: str) -> list[str]:
    """Rows of a relation and a sum over their hashes: the same for the same rows in any order."""
    row = connection.execute(
        f"select count(*), coalesce(sum(hash(t)::hugeint), 0) from {name} as t"
    ).fetchone()
    return [str(value) for value in row or ()]
