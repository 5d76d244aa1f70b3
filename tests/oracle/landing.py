"""Careers as one accepted delivery in an encrypted landing file (docs/architecture.md)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import duckdb
import pyarrow as pa

from leerloopbaan.duck import vault_connection
from leerloopbaan.keys.secrets import make_demo_secret
from leerloopbaan.register.load import load_register
from oracle.model import Career, Row, World

CITY = "antwerpen"
DELIVERY = "orakel"

_INTAKE = """
create schema landing.intake;
create schema landing.levering;
create table landing.intake.leveringen (
    levering_id varchar, stad varchar, ontvangen_op timestamp, ingelezen_op timestamp,
    synthetisch boolean, status varchar, protocolversie varchar, registerversie varchar
);
create table landing.intake.bestanden (
    levering_id varchar, bestand varchar, tabel varchar, sha256 varchar, rijen bigint
);
create table landing.intake.leveringsdelen (
    levering_id varchar, tabel varchar, schooljaar varchar, meetmoment varchar, rijen bigint,
    ontvangen_op timestamp, van_kracht boolean
);
create table landing.intake.bevindingen (
    bevinding_id varchar, levering_id varchar, regel varchar, ernst varchar, gebrek varchar,
    tabel varchar, kolom varchar, aantal bigint, vastgesteld_op timestamp, toelichting varchar
);
insert into landing.intake.leveringen values
    ('orakel', 'antwerpen', '2025-06-16', '2025-06-16', true, 'aanvaard', '2024-05-31', '1');
"""


def person_code(index: int) -> str:
    """The delivered code of career number `index`."""
    return f"ORAKEL{index:06d}"


def tables(careers: Sequence[Career], world: World) -> dict[str, list[dict[str, str | None]]]:
    """Rows per register table, person codes filled in."""

    def coded(rows: Iterable[tuple[int, Row]]) -> list[dict[str, str | None]]:
        return [{"persoon_code": person_code(i), **row} for i, row in rows]

    numbered = list(enumerate(careers))
    return {
        "11a": coded((i, c.entry) for i, c in numbered),
        "11b": coded((i, row) for i, c in numbered for row in c.enrolments),
        "11c": coded((i, row) for i, c in numbered for row in c.vsv),
        "ref_vestigingsplaatsen": [dict(r) for r in world.sites],
        "ref_administratieve_groepen": [dict(r) for r in world.groups],
        "ref_instellingen": [dict(r) for r in world.institutions],
        "ref_projectscholen": [],
    }


def land(careers: Sequence[Career], world: World) -> None:
    """Write the landing file of LEERLOOPBAAN_HOME; it must not exist yet."""
    make_demo_secret(CITY)
    rows = tables(careers, world)
    with vault_connection(CITY, landing="read_write") as connection:
        connection.execute(_INTAKE)
        register = load_register(CITY)
        for table in (*register.tabellen, *register.referentielijsten):
            fields = [f.naam for f in table.velden]
            _write(connection, table.relatie, fields, rows[table.naam])
            year = table.schooljaar_kolom
            years = f"select {year}, count(*) from landing.levering.{table.relatie} group by all"
            if year is None:
                years = f"select null, count(*) from landing.levering.{table.relatie}"
            connection.execute(
                "insert into landing.intake.leveringsdelen "
                f"select '{DELIVERY}', '{table.relatie}', y, null, n, '2025-06-16', true "
                f"from ({years}) as parts(y, n)"
            )


def _write(
    connection: duckdb.DuckDBPyConnection,
    relation: str,
    fields: Sequence[str],
    rows: Sequence[dict[str, str | None]],
) -> None:
    unknown = {column for row in rows for column in row} - set(fields)
    if unknown:
        raise ValueError(f"{relation}: not in the register: {sorted(unknown)}")
    arrow = pa.table({f: pa.array([r.get(f) for r in rows], type=pa.string()) for f in fields})
    connection.register("rows", arrow)
    listed = ", ".join(fields)
    connection.execute(
        f"create table landing.levering.{relation} as "
        f"select '{DELIVERY}' as levering_id, 'orakel.csv' as bestand, "
        f"row_number() over () as rij, {listed} from rows"
    )
    connection.unregister("rows")
