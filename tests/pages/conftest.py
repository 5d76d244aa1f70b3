"""A published file with invented figures, in the columns that a release has."""

from __future__ import annotations

import random
from pathlib import Path

import duckdb
import pytest

from leerloopbaan.pages.source import Published, read_published

YEARS = range(2016, 2026)
DISTRICTS = [f"D{n:02d}" for n in range(10)]
INDICATORS = [
    ("an_instroom", "Nieuwe anderstalige nieuwkomers", "instroom", "aantal"),
    ("vertraging", "Schoolse vertraging", "schoolse vordering", "%"),
    ("vsv", "Vroegtijdig schoolverlaten", "vsv", "%"),
]


@pytest.fixture(scope="session")
def published_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pages") / "publiek.duckdb"
    chance = random.Random(7)
    rows: list[tuple[object, ...]] = []
    for code, _, _, unit in INDICATORS:
        places = [("stad", "11002", "Antwerpen")]
        places += [("district", d, f"District {d}") for d in DISTRICTS]
        for level, area, name in places:
            for year in YEARS:
                for part, category in [
                    ("totaal", "totaal"),
                    ("geslacht", "m"),
                    ("geslacht", "v_x"),
                ]:
                    hidden = level == "district" and chance.random() < 0.2
                    below = chance.randrange(200, 900)
                    above = chance.randrange(20, below - 20)
                    value = below if unit == "aantal" else round(100 * above / below, 1)
                    rows.append((
                        f"{year - 1}-{year}", year, "jaar", "onderwijsmonitor", code, level, area,
                        name, part, category, "totaal", "totaal",
                        None if hidden or unit == "aantal" else above,
                        None if hidden else below,
                        None if hidden else value,
                        unit, "onderdrukt" if hidden else None, "Bron: DOV", "r1",
                    ))  # fmt: skip
    with duckdb.connect(str(path)) as connection:
        connection.execute(
            "create table mart_onderwijsmonitor (schooljaar text, schooljaar_eind int, "
            "meetmoment text, product text, indicator text, geo_niveau text, geo_code text, "
            "geo_naam text, uitsplitsing text, categorie text, uitsplitsing_2 text, "
            "categorie_2 text, teller int, noemer int, waarde double, eenheid text, status text, "
            "bron text, release_id text)"
        )
        connection.executemany(
            f"insert into mart_onderwijsmonitor values ({','.join('?' * 19)})", rows
        )
        connection.execute(
            "create table dim_indicator (indicator text, naam text, familie text, eenheid text, "
            "definitie text, teller_omschrijving text, noemer_omschrijving text, "
            "beperkingen text, reeksbreuken text, artikel text, beschikbaar boolean, volgorde int)"
        )
        for order, (code, name, family, unit) in enumerate(INDICATORS):
            connection.execute(
                "insert into dim_indicator values (?, ?, ?, ?, 'Wat het is <b>', 'Wie telt', "
                "'Op wie', 'Wat het niet is', '2019-2020: schooltoeslag', 'artikel 2', true, ?)",
                [code, name, family, unit, order],
            )
        connection.execute(
            "insert into dim_indicator values ('spijbelen', 'Spijbelen', 'afwezigheid', '%', "
            "'Niet geleverd', '', '', '', '', 'artikel 3', false, 99)"
        )
        connection.execute(
            "create table dim_geografie as select 'stad' as geo_niveau, '11002' as geo_code, "
            "'Antwerpen' as geo_naam, null as geo_ouder"
        )
        connection.execute(
            "create table dim_uitsplitsing as select * from (values "
            "('geslacht', 'Geslacht', 'm', 'Man', 1), "
            "('geslacht', 'Geslacht', 'v_x', 'Vrouw of x', 2)) "
            "as t (uitsplitsing, uitsplitsing_naam, categorie, categorie_naam, volgorde)"
        )
        connection.execute(
            "create table release as select 'r1' as release_id, true as synthetisch, "
            "'Bron: DOV, verwerking stad Antwerpen' as bron"
        )
    return path


@pytest.fixture(scope="session")
def published(published_file: Path) -> Published:
    return read_published(published_file, "mart_onderwijsmonitor")
