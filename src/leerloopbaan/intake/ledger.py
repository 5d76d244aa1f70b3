"""The register of deliveries inside the landing file: its tables and how they are read."""

from __future__ import annotations

import duckdb

from leerloopbaan.register.schema import Protocol, Tabel

# Delivery, table and school year.
Part = tuple[str, str, str | None]

# Append-only: a state is never changed, a new one is added (`toestanden`). `status` in
# `leveringen` and `van_kracht` in `leveringsdelen` follow from it and are kept beside it for
# whoever reads.
_INTAKE_TABLES = """
create schema if not exists landing.intake;
create schema if not exists landing.levering;
create schema if not exists landing.wachtkamer;

create table if not exists landing.intake.leveringen (
    levering_id varchar primary key,
    stad varchar not null,
    ontvangen_op timestamp not null,
    ingelezen_op timestamp not null,
    synthetisch boolean not null,
    status varchar not null check (
        status in ('aanvaard', 'quarantaine', 'geweigerd', 'vervangen', 'ingetrokken', 'vervallen')
    ),
    protocolversie varchar not null,
    registerversie integer not null,
    afzender varchar,
    kanaal varchar
);
create table if not exists landing.intake.bestanden (
    levering_id varchar not null,
    bestand varchar not null,
    tabel varchar not null,
    sha256 varchar not null,
    rijen bigint not null
);
create table if not exists landing.intake.leveringsdelen (
    levering_id varchar not null,
    tabel varchar not null,
    schooljaar varchar,
    meetmoment varchar,
    rijen bigint not null,
    ontvangen_op timestamp not null,
    van_kracht boolean not null,
    weerhouden bigint not null default 0,
    bewaren_tot date
);
create table if not exists landing.intake.bevindingen (
    bevinding_id varchar primary key,
    levering_id varchar not null,
    regel varchar not null,
    ernst varchar not null,
    gebrek varchar not null,
    tabel varchar,
    kolom varchar,
    aantal bigint not null,
    vastgesteld_op timestamp not null,
    toelichting varchar not null,
    bestand varchar,
    eerste_rij bigint
);
create table if not exists landing.intake.wijzers (
    levering_id varchar not null,
    regel varchar not null,
    ernst varchar not null,
    tabel varchar not null,
    bestand varchar not null,
    rij bigint not null,
    kolom varchar
);
create table if not exists landing.intake.beslissingen (
    levering_id varchar not null,
    regel varchar not null,
    beslist_door varchar not null,
    reden varchar not null,
    beslist_op timestamp not null
);
create table if not exists landing.intake.meldingen (
    bevinding_id varchar not null,
    stap varchar not null check (stap in ('gemeld', 'teruggekoppeld', 'gesloten')),
    tijdstip timestamp not null,
    toelichting varchar not null,
    correctie varchar
);
create table if not exists landing.intake.vernietigingen (
    certificaat varchar not null,
    levering_id varchar not null,
    tabel varchar not null,
    schooljaar varchar,
    rijen bigint not null,
    bewaren_tot date not null,
    vernietigd_op timestamp not null
);
create table if not exists landing.intake.sleutelvernietigingen (
    schooljaar varchar primary key,
    certificaat varchar not null,
    vernietigd_op timestamp not null,
    vernietigd_door varchar not null,
    rijen bigint not null
);
create table if not exists landing.intake.toestanden (
    volgnummer bigint primary key,
    levering_id varchar not null,
    toestand varchar not null,
    tijdstip timestamp not null,
    reden varchar not null
);
"""


def create_tables_sql(protocol: Protocol) -> str:
    """Statements that create what is missing in the attached landing file."""
    statements = [_INTAKE_TABLES]
    for table in (*protocol.tabellen, *protocol.referentielijsten):
        for schema in ("levering", "wachtkamer"):
            statements.append(_create_delivered(schema, table))
    return "\n".join(statements)


def _create_delivered(schema: str, table: Tabel) -> str:
    name = f"landing.{schema}.{table.relatie}"
    columns = ", ".join(f'"{v.naam}" varchar' for v in table.velden)
    # A field that the register gained later is added to a table that stands already.
    later = "".join(
        f'\nalter table {name} add column if not exists "{v.naam}" varchar;' for v in table.velden
    )
    return (
        f"create table if not exists {name} (levering_id varchar not null, "
        f"bestand varchar not null, rij bigint not null, {columns});{later}"
    )


def has_ledger(con: duckdb.DuckDBPyConnection) -> bool:
    """Whether the attached landing file holds a register of deliveries yet."""
    row = con.execute(
        "select count(*) from duckdb_tables() where database_name = 'landing' "
        "and schema_name = 'intake' and table_name = 'vernietigingen'"
    ).fetchone()
    return bool(row and row[0])


def status_of(con: duckdb.DuckDBPyConnection, levering_id: str) -> str | None:
    """The status of a delivery, or None when it is not in the register."""
    if not has_ledger(con):
        return None
    row = con.execute(
        "select status from landing.intake.leveringen where levering_id = ?", [levering_id]
    ).fetchone()
    return str(row[0]) if row else None


def parts_in_force(con: duckdb.DuckDBPyConnection) -> frozenset[Part]:
    """What is in force: delivery, table and school year of each part."""
    if not has_ledger(con):
        return frozenset()
    rows = con.execute(
        "select levering_id, tabel, schooljaar from landing.intake.leveringsdelen where van_kracht"
    ).fetchall()
    return frozenset((str(row[0]), str(row[1]), row[2]) for row in rows)


def decisions(con: duckdb.DuckDBPyConnection, levering_id: str) -> frozenset[str]:
    """The rules that a recorded decision eases for one delivery."""
    if not has_ledger(con):
        return frozenset()
    rows = con.execute(
        "select distinct regel from landing.intake.beslissingen where levering_id = ?",
        [levering_id],
    ).fetchall()
    return frozenset(str(row[0]) for row in rows)
