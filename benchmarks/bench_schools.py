"""Files of 600 schools: seconds for Parquet, and for everything (CSV, DuckDB, pages, the check).

The figures are made up by one statement, as many per school as Antwerp's two products have.
BENCH_SCHOOLS (default 600) sets the number of schools.
"""

from __future__ import annotations

import os
import resource
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from leerloopbaan.workers import pool

PRODUCTS = {"area_up": 35, "schoolportretten": 15}
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
    """One row per part: seconds on the clock and of the processors, beside the goal (clock)."""
    from leerloopbaan.release.recipients import Grant, Recipient
    from leerloopbaan.release.schools import shares
    from leerloopbaan.workers import processes

    schools = int(os.environ.get("BENCH_SCHOOLS", "600"))
    codes = [str(900000 + s) for s in range(1, schools + 1)]
    found = [
        Recipient("school", code, code, tuple(Grant(p, code, True) for p in PRODUCTS))
        for code in codes
    ]
    known = {*codes, *(f"Verzonnen school {int(code) - 900000}" for code in codes)}
    rows = []
    with tempfile.TemporaryDirectory() as place:
        _vault(Path(place), schools)
        for part, work in (("parquet", _parquet), ("alles", _everything)):
            begin, before = time.perf_counter(), _processor()
            with pool(processes()) as jobs:
                for job in [
                    jobs.submit(work, Path(place), Path(place) / part, share, known)
                    for share in shares(found, processes())
                ]:
                    job.result()
            rows.append(
                {
                    "scholen": schools,
                    "deel": part,
                    "klok": round(time.perf_counter() - begin, 1),
                    "processor": round(_processor() - before, 1),
                    "doel (klok)": GOALS[part],
                }
            )
    return rows


def _processor() -> float:
    """Processor seconds of this process and of those that it started and that ended."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(part.ru_utime + part.ru_stime for part in used)


def _parquet(vault: Path, folder: Path, share: Any, known: set[str]) -> None:
    """What a share needs to have its Parquet files, and nothing else."""
    from leerloopbaan.release import school_tables
    from leerloopbaan.release.source import read_source

    with _opened(vault) as connection:
        tables = school_tables.school_tables(connection)
        school_tables.write_parquet(connection, read_source(connection), tables, share, folder)


def _everything(vault: Path, folder: Path, share: Any, known: set[str]) -> None:
    """All files of a share, its pages, and the check."""
    from leerloopbaan.register.load import load_register
    from leerloopbaan.release.schools import write_recipients
    from leerloopbaan.release.source import read_source

    with _opened(vault) as connection:
        write_recipients(
            connection,
            read_source(connection),
            load_register("antwerpen"),
            folder,
            share,
            schools=known,
        )


@contextmanager
def _opened(vault: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        for name in ("warehouse", "landing"):
            connection.execute(f"attach '{vault / name}.duckdb' as {name} (read_only)")
        yield connection


def _vault(place: Path, schools: int) -> None:
    """Two files in the place of a city's, with what a release of schools reads."""
    with duckdb.connect() as connection:
        for name in ("warehouse", "landing"):
            connection.execute(f"attach '{place / name}.duckdb' as {name}")
        _fill(connection, schools)


def _fill(connection: duckdb.DuckDBPyConnection, schools: int) -> None:
    from leerloopbaan.release.source import CERTIFICATE_TABLES

    for schema in ("warehouse.marts", "warehouse.eigen_school", "warehouse.geheimhouding",
                   "landing.intake"):  # fmt: skip
        connection.execute(f"create schema {schema}")
    for product, figures in PRODUCTS.items():
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
