"""The register of deliveries inside the landing file: its tables and how they are read."""

from __future__ import annotations

from leerloopbaan.register.schema import Protocol, Tabel

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
    van_kracht boolean not null
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
