"""Early warning: groups of one's own school and the card, for schools that take part alone."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from leerloopbaan.release.recipients import recipients
from leerloopbaan.release.school_site import write_school_pages
from leerloopbaan.release.school_tables import school_tables, tables_of, write_school_tables
from leerloopbaan.release.source import read_source
from leerloopbaan.release.verify_schools import verify_school_files
from leerloopbaan.vroegsignaal.train import ROWS, model_rows
from pages.reading import tables_of as tables_on
from schools.conftest import COLUMNS, PROTOCOL, TODAY, A, B, C
from vroegsignaal.test_model import town


def _group(
    school: str, leerjaar: str, oki: str, part: int | None, whole: int | None
) -> tuple[object, ...]:
    hidden = part is None or whole is None
    value = None if part is None or whole is None else round(100 * part / whole, 1)
    first = ("oki_klasse", oki) if oki != "totaal" else ("leerjaargroep", leerjaar)
    second = ("leerjaargroep", leerjaar) if oki != "totaal" else ("totaal", "totaal")
    if leerjaar == "totaal":
        first = second = ("totaal", "totaal")
    return (
        "2024-2025", 2025, "01/02", "early_warning", "vroegsignaal", "instelling", school,
        f"School {school}", *first, *second, part, whole, value, "%",
        "onderdrukt" if hidden else None, "Bron: DOV", "antwerpen-1",
    )  # fmt: skip


@pytest.fixture
def written(vault: duckdb.DuckDBPyConnection, tmp_path: Path) -> Path:
    """The files of who takes part: A, and the worker assigned to it."""
    mart = "warehouse.eigen_school.mart_school_early_warning"
    vault.execute(f"create table {mart} ({COLUMNS})")
    rows = [
        row
        for school in (A, B, C)
        for row in (
            _group(school, "totaal", "totaal", 24, 61),
            _group(school, "okan", "totaal", 12, 30),
            _group(school, "graad_2", "totaal", 12, 31),
            _group(school, "okan", "oki_3", 7, 14),
            _group(school, "graad_2", "oki_3", 8, 17),
            _group(school, "okan", "oki_4", None, None),
            _group(school, "graad_2", "oki_4", None, None),
        )
    ]
    vault.executemany(f"insert into {mart} values ({','.join('?' * 19)})", rows)
    vault.execute(
        "insert into warehouse.marts.dim_uitsplitsing values "
        "('leerjaargroep', 'Groep van leerjaren', 'okan', 'OKAN', 3), "
        "('leerjaargroep', 'Groep van leerjaren', 'graad_2', 'Tweede graad', 4), "
        "('oki_klasse', 'OKI', 'oki_3', 'OKI 3', 5), ('oki_klasse', 'OKI', 'oki_4', 'OKI 4', 6)"
    )
    vault.execute(
        "insert into warehouse.marts.dim_indicator select * replace ('vroegsignaal' as indicator, "
        "'Verhoogde kans' as naam, '%' as eenheid, 9 as volgorde) "
        "from warehouse.marts.dim_indicator limit 1"
    )
    card = [list(values) for values in zip(*model_rows(town(1, 6000)), strict=True)]
    vault.register("kaart", pa.table(card, names=list(ROWS)))
    vault.execute("create table warehouse.eigen_school.dim_vroegsignaal as from kaart")
    vault.execute(
        "insert into landing.levering.ref_projectscholen values "
        f"('abc', '{A}', 'early_warning', 'rol-1', '2021-09-01', null), "
        f"('abc', '{B}', 'early_warning', 'rol-1', '2021-09-01', '2024-08-31')"
    )
    tables = school_tables(vault)
    found = recipients(vault, PROTOCOL, tables.products, today=TODAY)
    for recipient in found:
        getting = {g.school for g in recipient.grants if g.product == "early_warning"}
        assert getting <= {A}
        assert ("dim_vroegsignaal" in tables_of(recipient, tables)) == bool(getting)
        assert "mart_vergelijking_early_warning" not in tables_of(recipient, tables)
    write_school_tables(vault, read_source(vault), tables, found, tmp_path)
    write_school_pages(PROTOCOL, tables, found, tmp_path)
    verify_school_files(tmp_path, PROTOCOL, tables, found, {A, B, C})
    return tmp_path


def test_only_who_takes_part_gets_groups_and_card(written: Path) -> None:
    with_it = {p.parent.name for p in written.glob("*/*/early_warning")}
    assert with_it == {A, "bestuur-B1", "rol-1"}
    for place in (p.parent for p in written.glob("*/*/early_warning")):
        names = {f.name for f in (place / "early_warning").iterdir()}
        assert names == {"index.html", "modelkaart.html", "modelkaart.json", "modelkaart.md"} | (
            {f"{A}.html"} if place.name != A else set()
        )
        (database,) = place.glob("*.duckdb")
        with duckdb.connect(str(database), read_only=True) as connection:
            count = connection.execute("select count(*) from dim_vroegsignaal").fetchone()
            schools = connection.execute(
                "select distinct geo_code from mart_school_early_warning"
            ).fetchall()
        assert (
            count
            == duckdb.read_parquet(str(place / "parquet" / "dim_vroegsignaal.parquet"))
            .aggregate("count(*)")
            .fetchone()
        )
        assert schools == [(A,)]
    assert not list(written.glob(f"school/{B}/**/*vroegsignaal*"))


def test_the_page_shows_groups_by_characteristic_and_leads_to_the_card(written: Path) -> None:
    html = (written / "school" / A / "early_warning" / "index.html").read_text(encoding="utf-8")
    crossed = next(t for t in tables_on(html) if t.rows[0][0] == "OKI naar groep van leerjaren")
    assert crossed.rows == [
        ["OKI naar groep van leerjaren", "OKAN", "Tweede graad"],
        ["OKI 3", "50,0 %", "47,1 %"],
        ["OKI 4", "onderdrukt", "onderdrukt"],
    ]
    single = next(t for t in tables_on(html) if t.rows[0][0] == "Groep van leerjaren")
    assert single.rows[1:] == [["OKAN", "40,0 %"], ["Tweede graad", "38,7 %"]]
    assert 'href="modelkaart.html"' in html
    card = json.loads((written / "school" / A / "early_warning" / "modelkaart.json").read_text())
    assert card["geschat"] is True
    assert len(card["coefficienten"]) > 30
