"""A small built warehouse in memory with four schools, two of one board, two in the programme."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from leerloopbaan.register.load import load_register
from leerloopbaan.release.recipients import Recipient, recipients
from leerloopbaan.release.school_site import write_school_pages
from leerloopbaan.release.school_tables import SchoolTables, school_tables, write_school_tables
from leerloopbaan.release.source import CERTIFICATE_TABLES, read_source

PROTOCOL = load_register("antwerpen")
TODAY = dt.date(2025, 10, 1)
A, B, C, EMPTY = "900001", "900002", "900003", "900004"
NAMES = {A: "School De Aardbei", B: "School De Braam", C: "School De Citroen", EMPTY: "School Leeg"}
COLUMNS = (
    "schooljaar text, schooljaar_eind int, meetmoment text, product text, indicator text, "
    "geo_niveau text, geo_code text, geo_naam text, uitsplitsing text, categorie text, "
    "uitsplitsing_2 text, categorie_2 text, teller int, noemer int, waarde double, eenheid text, "
    "status text, bron text, release_id text"
)


def figure(
    product: str, school: str, year: int, indicator: str = "vertraging", *, part: int | None = None,
    whole: int | None = None, moment: str = "01/02", site: str = "", category: str = "totaal",
) -> tuple[object, ...]:  # fmt: skip
    """A row of a mart of own schools; without a numerator it is hidden."""
    count = indicator.startswith("an_")
    hidden = whole is None if count else part is None
    value = None if hidden else float(whole or 0) if count else round(100 * part / whole, 1)  # type: ignore[operator]  # not None when shown
    return (
        f"{year - 1}-{year}", year, moment, product, indicator,
        "vestigingsplaats" if site else "instelling", f"{school}-{site}" if site else school,
        f"Vestigingsplaats {site}" if site else NAMES[school],
        "totaal" if category == "totaal" else "geslacht", category, "totaal", "totaal",
        None if count else part, whole, value, "aantal" if count else "%",
        "onderdrukt" if hidden else None, "Bron: DOV", "antwerpen-1",
    )  # fmt: skip


def own_rows(product: str) -> list[tuple[object, ...]]:
    """Figures of four schools over three years; the last one has none that may be shown."""
    rows = []
    for at, school in enumerate((A, B, C)):
        for year in (2023, 2024, 2025):
            rows.append(figure(product, school, year, part=12 + at, whole=31 + year - 2023))
            rows.append(figure(product, school, year, "zittenblijven", whole=30 + at))
            rows += [
                figure(product, school, year, "an_leerlingen", whole=40 + at, moment=moment)
                for moment in ("01/10", "01/02", "30/06")
            ]
            rows += [
                figure(product, school, year, "an_leerlingen", whole=whole, category=category)
                for category, whole in (("m", 21 + at), ("v_x", 19))
            ]
            rows += [figure(product, school, year, "an_leerlingen", whole=20, site="01")]
            rows += [figure(product, school, year, "an_leerlingen", site="02")]
    rows += [figure(product, EMPTY, y, i) for y in (2024, 2025)
             for i in ("vertraging", "an_leerlingen")]  # fmt: skip
    return rows


def compared_rows(product: str) -> list[tuple[object, ...]]:
    """The benchmark of the first two schools in one year."""
    return [
        (
            "2024-2025", 2025, "01/02", product, "vertraging", "vergelijkingsgroep", school,
            "Vergelijkbare scholen", "totaal", "totaal", "totaal", "totaal", None, None, 44.4, "%",
            None, "Bron: DOV", "antwerpen-1",
        )
        for school in (A, B)
    ]  # fmt: skip


@pytest.fixture
def vault() -> Iterator[duckdb.DuckDBPyConnection]:
    """Connection with `warehouse` and `landing` attached in memory."""
    with _vault() as connection:
        yield connection


@contextmanager
def _vault() -> Iterator[duckdb.DuckDBPyConnection]:
    connection = duckdb.connect(":memory:")
    connection.execute("attach ':memory:' as warehouse; attach ':memory:' as landing")
    for schema in ("warehouse.marts", "warehouse.eigen_school", "warehouse.geheimhouding",
                   "landing.intake", "landing.levering"):  # fmt: skip
        connection.execute(f"create schema {schema}")
    for product in ("area_up", "schoolportretten"):
        for kind, rows in (("school", own_rows), ("vergelijking", compared_rows)):
            table = f"warehouse.eigen_school.mart_{kind}_{product}"
            connection.execute(f"create table {table} ({COLUMNS})")
            connection.executemany(
                f"insert into {table} values ({','.join('?' * 19)})", rows(product)
            )
            connection.execute(f"comment on column {table}.waarde is 'Het cijfer'")
    connection.execute(
        "create table warehouse.eigen_school.dim_schoolgeografie (geo_niveau text, geo_code text, "
        "geo_naam text, geo_ouder text, eerste_schooljaar text, laatste_schooljaar text)"
    )
    for school, name in NAMES.items():
        connection.execute(
            "insert into warehouse.eigen_school.dim_schoolgeografie values "
            "('instelling', $1, $2, null, '2022-2023', '2024-2025')", [school, name])  # fmt: skip
    connection.execute(
        "create table warehouse.marts.dim_indicator as select * from (values "
        "('an_leerlingen', 'Leerlingen', 'aantal', 1), ('vertraging', 'Vertraging', '%', 2), "
        "('zittenblijven', 'Zittenblijven', '%', 3)) as t(indicator, naam, eenheid, volgorde) "
        "cross join (select 'familie' as familie, 'Wat het is' as definitie, 'Wie' as "
        "teller_omschrijving, 'Op wie' as noemer_omschrijving, '' as beperkingen, "
        "'' as reeksbreuken, '3, L120' as artikel, true as beschikbaar)"
    )
    connection.execute(
        "create table warehouse.marts.dim_uitsplitsing as select * from (values "
        "('geslacht', 'Geslacht', 'm', 'Man', 1), ('geslacht', 'Geslacht', 'v_x', 'Vrouw', 2)) "
        "as t(uitsplitsing, uitsplitsing_naam, categorie, categorie_naam, volgorde)"
    )
    connection.execute(
        "create table warehouse.marts.release as select 'antwerpen-1' as release_id, "
        "'antwerpen' as stad, date '2024-05-31' as protocolversie, 1 as registerversie, "
        "'Bron: DOV' as bron"
    )
    for table in CERTIFICATE_TABLES:
        for place in (f"geheimhouding.{table}", f"eigen_school.school{table}"):
            connection.execute(f"create table warehouse.{place} as select 1 as getal")
    _landing(connection)
    yield connection
    connection.close()


def _landing(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute(
        "create table landing.intake.leveringen as select 'abc' as levering_id, "
        "timestamp '2025-06-16' as ontvangen_op, true as synthetisch"
    )
    connection.execute(
        "create table landing.intake.leveringsdelen as select * from (values "
        "('abc', 'ref_instellingen', true), ('abc', 'ref_projectscholen', true), "
        "('oud', 'ref_projectscholen', false)) as t(levering_id, tabel, van_kracht)"
    )
    connection.execute(
        "create table landing.levering.ref_instellingen as select 'abc' as levering_id, * from ("
        f"values ('{A}', 'B1', 'G1', '2015-09-01', null), "
        f"('{B}', 'B1', 'G2', '2015-09-01', null), "
        f"('{C}', 'B9', 'G1', '2015-09-01', '2020-08-31'), "
        f"('{C}', 'B2', 'G1', '2020-09-01', null), "
        f"('{EMPTY}', 'B3', null, '2015-09-01', null)) as t(instellingsnummer, schoolbestuur_code, "
        "scholengemeenschap_code, geldig_van, geldig_tot)"
    )
    connection.execute(
        "create table landing.levering.ref_projectscholen as select * from (values "
        f"('abc', '{A}', 'area_up', 'rol-1', '2021-09-01', null), "
        f"('abc', '{B}', 'area_up', 'rol-1', '2021-09-01', '2025-08-31'), "
        f"('abc', '{C}', 'area_up', 'rol-2', '2021-09-01', null), "
        f"('abc', '{A}', 'schoolportretten', 'rol-2', '2021-09-01', null), "
        f"('abc', '{C}', 'schoolportretten', 'rol-2', '2026-09-01', null), "
        f"('oud', '{B}', 'schoolportretten', 'rol-1', '2021-09-01', null)) "
        "as t(levering_id, instellingsnummer, product, medewerker_rol, geldig_van, geldig_tot)"
    )


@pytest.fixture
def tables(vault: duckdb.DuckDBPyConnection) -> SchoolTables:
    return school_tables(vault)


@pytest.fixture
def found(vault: duckdb.DuckDBPyConnection, tables: SchoolTables) -> tuple[Recipient, ...]:
    return recipients(vault, PROTOCOL, tables.products, today=TODAY)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files and pages of every recipient, made once: read only."""
    folder = tmp_path_factory.mktemp("scholen")
    with _vault() as connection:
        built = school_tables(connection)
        who = recipients(connection, PROTOCOL, built.products, today=TODAY)
        write_school_tables(connection, read_source(connection), built, who, folder)
        write_school_pages(PROTOCOL, built, who, folder)
    return folder


@pytest.fixture
def written(made: Path, tmp_path: Path) -> Path:
    """A copy of those files, to change."""
    return Path(shutil.copytree(made, tmp_path / "vrijgave"))
