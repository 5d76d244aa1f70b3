"""A small built warehouse in memory, and the release of it that two audiences get."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from leerloopbaan.release.plan import Audience, Output
from leerloopbaan.release.source import CERTIFICATE_TABLES, CERTIFICATES

LEVELS = frozenset({"stad", "district"})
PUBLIC = Audience(
    "publiek",
    "Publiek",
    "publiek",
    (Output("onderwijsmonitor", "Onderwijsmonitor", "mart_onderwijsmonitor", LEVELS),),
)
EMPTY = Audience("beleid", "Beleid", "beleid", ())

ROWS = [
    # level, area, category, numerator, denominator, value, status
    ("stad", "11002", "totaal", 120, 400, 30.0, None),
    ("stad", "11002", "m", 60, 200, 30.0, None),
    ("stad", "11002", "v_x", 60, 200, 30.0, None),
    ("district", "D1", "totaal", 20, 100, 20.0, None),
    ("district", "D2", "totaal", None, None, None, "onderdrukt"),
    ("wijk", "W1", "totaal", 10, 50, 20.0, None),
]


@pytest.fixture
def warehouse_connection() -> Iterator[duckdb.DuckDBPyConnection]:
    """Connection with `warehouse` and `landing` attached in memory."""
    connection = duckdb.connect(":memory:")
    connection.execute("attach ':memory:' as warehouse; attach ':memory:' as landing")
    connection.execute(
        "create schema warehouse.marts; create schema landing.intake; "
        "create schema landing.levering"
    )
    connection.execute(
        "create table warehouse.marts.mart_onderwijsmonitor (schooljaar text, schooljaar_eind int, "
        "meetmoment text, product text, indicator text, geo_niveau text, geo_code text, "
        "geo_naam text, uitsplitsing text, categorie text, uitsplitsing_2 text, categorie_2 text, "
        "teller int, noemer int, waarde double, eenheid text, status text, bron text, "
        "release_id text)"
    )
    for year in (2023, 2024):
        for level, area, category, part, whole, value, status in ROWS:
            connection.execute(
                f"insert into warehouse.marts.mart_onderwijsmonitor values ({','.join('?' * 19)})",
                [
                    f"{year - 1}-{year}", year, "01/02", "onderwijsmonitor", "vertraging", level,
                    area, f"Gebied {area}", "totaal" if category == "totaal" else "geslacht",
                    category, "totaal", "totaal", part, whole, value, "%", status, "Bron: DOV",
                    "antwerpen-1",
                ],
            )  # fmt: skip
    connection.execute(
        "comment on column warehouse.marts.mart_onderwijsmonitor.teller is 'Aantal leerlingen'"
    )
    connection.execute(
        "create table warehouse.marts.dim_indicator as select 'vertraging' as indicator, "
        "'Schoolse vertraging' as naam, 'schoolse_vordering' as familie, '%' as eenheid, "
        "'Definitie' as definitie, 'teller' as teller_omschrijving, "
        "'noemer' as noemer_omschrijving, '' as beperkingen, '' as reeksbreuken, "
        "'artikel 3' as artikel, true as beschikbaar, 1 as volgorde"
    )
    connection.execute(
        "create table warehouse.marts.dim_geografie as select 'stad' as geo_niveau, "
        "'11002' as geo_code, 'Antwerpen' as geo_naam, null::text as geo_ouder"
    )
    connection.execute(
        "create table warehouse.marts.dim_uitsplitsing as select 'geslacht' as uitsplitsing, "
        "'Geslacht' as uitsplitsing_naam, 'm' as categorie, 'Man' as categorie_naam, 1 as volgorde"
    )
    connection.execute(
        "create table warehouse.marts.release as select 'antwerpen-1' as release_id, "
        "'antwerpen' as stad, date '2024-05-31' as protocolversie, 1 as registerversie, "
        "'Bron: DOV' as bron"
    )
    connection.execute(
        "create table landing.intake.leveringen as select 'abc' as levering_id, "
        "timestamp '2025-06-16' as ontvangen_op, true as synthetisch"
    )
    connection.execute(
        "create table landing.intake.leveringsdelen as select 'abc' as levering_id, "
        "true as van_kracht"
    )
    connection.execute(f"create schema warehouse.{CERTIFICATES}")
    for table in CERTIFICATE_TABLES:
        connection.execute(f"create table warehouse.{CERTIFICATES}.{table} as select 1 as getal")
    yield connection
    connection.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "publiek"
    path.mkdir()
    return path
