"""Files of 600 schools: seconds for Parquet, and for everything (CSV, DuckDB, pages, the check).

The figures are made up by one statement, as many per school as Antwerp's two products have.
BENCH_SCHOOLS (default 600) sets the number of schools.
"""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path
from typing import Any

import duckdb

GOALS = {"parquet": 5, "alles": 60}
_FIGURES = """
    create table warehouse.eigen_school.mart_{kind}_{product} as
    select
        format('{{}}-{{}}', y - 1, y) as schooljaar, y::integer as schooljaar_eind,
        '01/02' as meetmoment, '{product}' as product, i.indicator,
        '{level}' as geo_niveau, (900000 + s)::varchar as geo_code,
        format('{name}', s) as geo_naam, 'totaal' as uitsplitsing, 'totaal' as categorie,
        'totaal' as uitsplitsing_2, 'totaal' as categorie_2,
        {counts}, 30.0::double as waarde, '%' as eenheid, null::varchar as status,
        'Bron: verzonnen' as bron, 'proef-1' as release_id
    from range(1, {schools} + 1) as t(s), range(2021, 2026) as u(y),
        (select unnest(range({figures}))::varchar as indicator) as i
"""


def run() -> list[dict[str, Any]]:
    """One row: the number of schools, and seconds per part beside the goal."""
    from leerloopbaan.register.load import load_register
    from leerloopbaan.release import school_tables
    from leerloopbaan.release.recipients import Grant, Recipient
    from leerloopbaan.release.school_site import write_school_pages
    from leerloopbaan.release.source import read_source
    from leerloopbaan.release.verify_schools import verify_school_files

    schools = int(os.environ.get("BENCH_SCHOOLS", "600"))
    protocol = load_register("antwerpen")
    recipients = [
        Recipient(
            "school", code, code,
            tuple(Grant(p, code, True) for p in ("area_up", "schoolportretten")),
        )
        for code in (str(900000 + s) for s in range(1, schools + 1))
    ]  # fmt: skip
    seconds: dict[str, float] = {}
    write_kind = school_tables.write_kind

    def timed(*arguments: Any) -> None:
        begin = time.perf_counter()
        write_kind(*arguments)
        seconds[str(arguments[-1])] = time.perf_counter() - begin

    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as connection:
        _vault(connection, schools)
        tables = school_tables.school_tables(connection)
        source = read_source(connection)
        school_tables.write_kind = timed
        start = time.perf_counter()
        try:
            school_tables.write_school_tables(connection, source, tables, recipients, Path(folder))
        finally:
            school_tables.write_kind = write_kind
        seconds["tabellen"] = time.perf_counter() - start
        write_school_pages(protocol, tables, recipients, Path(folder))
        seconds["met bladzijden"] = time.perf_counter() - start
        known = {r.code for r in recipients} | {f"Verzonnen school {r.code}" for r in recipients}
        verify_school_files(Path(folder), protocol, tables, recipients, known)
        seconds["alles"] = time.perf_counter() - start
    return [
        {"scholen": schools, "deel": part, "seconden": round(value, 1), "doel": GOALS.get(part, "")}
        for part, value in seconds.items()
    ]


def _vault(connection: duckdb.DuckDBPyConnection, schools: int) -> None:
    from leerloopbaan.release.source import CERTIFICATE_TABLES

    connection.execute("attach ':memory:' as warehouse; attach ':memory:' as landing")
    for schema in ("warehouse.marts", "warehouse.eigen_school", "warehouse.geheimhouding",
                   "landing.intake"):  # fmt: skip
        connection.execute(f"create schema {schema}")
    for product, figures in (("area_up", 35), ("schoolportretten", 15)):
        for kind, level, name, counts in (
            ("school", "instelling", "Verzonnen school {}", "9 as teller, 30 as noemer"),
            ("vergelijking", "vergelijkingsgroep", "Vergelijkbare scholen",
             "null::integer as teller, null::integer as noemer"),
        ):  # fmt: skip
            connection.execute(
                _FIGURES.format(kind=kind, product=product, level=level, name=name,
                                counts=counts, schools=schools, figures=figures)
            )  # fmt: skip
    connection.execute(
        "create table warehouse.eigen_school.dim_schoolgeografie as select 'instelling' as "
        "geo_niveau, (900000 + s)::varchar as geo_code, format('Verzonnen school {}', s) as "
        "geo_naam, null::varchar as geo_ouder, '2020-2021' as eerste_schooljaar, '2024-2025' as "
        f"laatste_schooljaar from range(1, {schools} + 1) as t(s)"
    )
    connection.execute(
        "create table warehouse.marts.dim_indicator as select unnest(range(35))::varchar as "
        "indicator, 'Cijfer' as naam, 'familie' as familie, '%' as eenheid, 'Wat het is' as "
        "definitie, '3, L120' as artikel, 1 as volgorde"
    )
    connection.execute(
        "create table warehouse.marts.dim_uitsplitsing as select 'geslacht' as uitsplitsing, "
        "'Geslacht' as uitsplitsing_naam, 'm' as categorie, 'Man' as categorie_naam, 1 as volgorde"
    )
    connection.execute(
        "create table warehouse.marts.release as select 'proef-1' as release_id, 'antwerpen' as "
        "stad, date '2024-05-31' as protocolversie, 1 as registerversie, 'Bron: verzonnen' as bron"
    )
    connection.execute(
        "create table landing.intake.leveringen as select 'abc' as levering_id, "
        "timestamp '2025-06-16' as ontvangen_op, true as synthetisch"
    )
    connection.execute(
        "create table landing.intake.leveringsdelen as select 'abc' as levering_id, "
        "'ref_instellingen' as tabel, true as van_kracht"
    )
    for table in CERTIFICATE_TABLES:
        for place in (f"geheimhouding.{table}", f"eigen_school.school{table}"):
            connection.execute(f"create table warehouse.{place} as select 1 as getal")
