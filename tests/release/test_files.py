"""The files of an audience: complete, described, equal to the mart, and checked before they go."""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import duckdb
import openpyxl
import pytest

from leerloopbaan.errors import RefusedError
from leerloopbaan.register.load import load_register
from leerloopbaan.release.plan import area_audiences, choose
from leerloopbaan.release.publish import file_hashes
from leerloopbaan.release.site import write_site
from leerloopbaan.release.source import CERTIFICATES, read_source
from leerloopbaan.release.swing import MISSING, variable, write_swing
from leerloopbaan.release.tables import write_tables
from leerloopbaan.release.verify import verify_files
from release.conftest import EMPTY, PUBLIC

PROTOCOL = load_register("antwerpen")
#: How a value of each CSVW datatype that is used is read; what is wrong raises.
CSVW_TYPES: dict[str, Callable[[str], object]] = {
    "string": str,
    "integer": int,
    "double": float,
    "boolean": {"true": True, "false": False}.__getitem__,
    "date": dt.date.fromisoformat,
}


@pytest.fixture
def written(warehouse_connection: duckdb.DuckDBPyConnection, folder: Path) -> Path:
    write_tables(warehouse_connection, read_source(warehouse_connection), PUBLIC, folder)
    return folder


def test_every_format_holds_the_mart_and_only_the_audience_s_levels(
    warehouse_connection: duckdb.DuckDBPyConnection, written: Path
) -> None:
    expected = warehouse_connection.execute(
        "select * from warehouse.marts.mart_onderwijsmonitor "
        "where geo_niveau <> 'wijk' order by all"
    ).fetchall()
    with duckdb.connect(str(written / "publiek.duckdb"), read_only=True) as connection:
        found = connection.execute("select * from mart_onderwijsmonitor order by all").fetchall()
        comment = connection.execute(
            "select comment from duckdb_columns() where column_name = 'teller'"
        ).fetchone()
        marked = connection.execute("select synthetisch from release").fetchone()
    parquet = duckdb.read_parquet(str(written / "parquet" / "mart_onderwijsmonitor.parquet"))
    assert found == expected
    assert parquet.order("all").fetchall() == expected
    csv = duckdb.read_csv(str(written / "csv" / "mart_onderwijsmonitor.csv"), all_varchar=True)
    assert len(csv.fetchall()) == len(expected)
    assert comment == ("Aantal leerlingen",)
    assert marked == (True,)
    described = json.loads(
        (written / "csv" / "mart_onderwijsmonitor.csv-metadata.json").read_text(encoding="utf-8")
    )
    names = [column["name"] for column in described["tableSchema"]["columns"]]
    assert names == csv.columns


def test_csvw_describes_every_column_of_every_csv(written: Path) -> None:
    files = sorted((written / "csv").glob("*.csv"))
    assert {f.stem for f in files} > {"mart_onderwijsmonitor", "release", "dim_geografie"}
    for file in files:
        text = file.with_name(f"{file.name}-metadata.json").read_text(encoding="utf-8")
        described = json.loads(text)
        assert described["@context"][0] == "http://www.w3.org/ns/csvw"
        assert described["url"] == file.name
        columns = described["tableSchema"]["columns"]
        with file.open(encoding=described["dialect"]["encoding"], newline="") as opened:
            heading, *rows = csv.reader(opened, delimiter=described["dialect"]["delimiter"])
        assert [column["titles"] for column in columns] == heading
        assert len({column["name"] for column in columns}) == len(columns)
        for column, values in zip(columns, zip(*rows, strict=True), strict=False):
            read = CSVW_TYPES[column["datatype"]]
            for value in values:
                if value != "":
                    read(value)


def test_the_release_row_is_described_too(written: Path) -> None:
    with duckdb.connect(str(written / "publiek.duckdb"), read_only=True) as connection:
        comments = dict(
            connection.execute(
                "select column_name, comment from duckdb_columns() where table_name = 'release'"
            ).fetchall()
        )
    assert {"synthetisch", "leveringen", "certificaten_sha256"} <= comments.keys()
    assert all(comments[name] for name in ("synthetisch", "leveringen", "certificaten_sha256"))


def test_the_same_rows_give_the_same_bytes_whatever_was_in_memory_before(
    warehouse_connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    # Many rows, so that there are gaps in the blocks of the file.
    warehouse_connection.execute(
        "insert into warehouse.marts.mart_onderwijsmonitor select m.* replace ("
        "'vertraging_' || i as indicator, 100 + i as teller, 300 + i as noemer) "
        "from warehouse.marts.mart_onderwijsmonitor as m, range(400) as r(i) "
        "where m.status is null"
    )
    found = set()
    for attempt in range(4):
        warehouse_connection.execute(
            f"create table landing.levering.leerling{attempt} as select 'LEERLING' || "
            f"(i * {attempt + 7}) as code, random() as r from range({attempt} * 40000 + 20000) t(i)"
        )
        warehouse_connection.execute(
            f"select max(n) from (select count(*) as n from landing.levering.leerling{attempt} "
            "group by code)"
        )
        folder = tmp_path / str(attempt)
        folder.mkdir()
        write_tables(warehouse_connection, read_source(warehouse_connection), PUBLIC, folder)
        found.add(tuple(sorted(file_hashes(folder).items())))
        assert b"LEERLING" not in (folder / "publiek.duckdb").read_bytes()
    assert len(found) == 1


def test_the_files_pass_their_own_check(written: Path) -> None:
    write_site(written / "publiek.duckdb", PUBLIC, PROTOCOL, written)
    verify_files(written, PUBLIC, {"900123", "Fictieve school De Proef"})
    assert (written / "onderwijsmonitor" / "index.html").exists()


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ("set teller = 3 where geo_code = 'D1'", "kleine teller"),
        ("set teller = 0 where geo_code = 'D1'", "kleine teller"),
        ("set noemer = 5, teller = null where geo_code = 'D1'", "kleine noemer"),
        ("set teller = 96 where geo_code = 'D1'", "klein complement"),
        ("set waarde = 12 where status is not null", "waarde naast een status"),
        ("set bron = ' '", "R-49"),
        ("set product = 'stadsfoto'", "ander product"),
        ("set geo_niveau = 'instelling' where geo_code = 'D1'", "ander niveau"),
    ],
)
def test_a_figure_that_may_not_go_out_stops_the_release(
    written: Path, change: str, rule: str
) -> None:
    with duckdb.connect(str(written / "publiek.duckdb")) as connection:
        connection.execute(f"update mart_onderwijsmonitor {change}")
    with pytest.raises(RefusedError, match=rule):
        verify_files(written, PUBLIC, set())


def test_an_extra_column_stops_the_release(written: Path) -> None:
    with duckdb.connect(str(written / "publiek.duckdb")) as connection:
        connection.execute("alter table mart_onderwijsmonitor add column instellingsnummer text")
    with pytest.raises(RefusedError, match="contract"):
        verify_files(written, PUBLIC, set())


@pytest.mark.parametrize(
    ("text", "rule"),
    [("naam\nFictieve school De Proef\n", "R-47"), ("code\n900123\n", "R-47"),
     ('naam\n"=SOM(A1)"\n', "formule")],
)  # fmt: skip
def test_a_school_or_a_formula_in_a_text_stops_the_release(
    written: Path, text: str, rule: str
) -> None:
    (written / "csv" / "extra.csv").write_text(text, encoding="utf-8")
    with pytest.raises(RefusedError, match=rule) as caught:
        verify_files(written, PUBLIC, {"900123", "Fictieve school De Proef"})
    assert "900123" not in str(caught.value)
    assert "De Proef" not in str(caught.value)


def test_a_school_in_a_workbook_stops_the_release(written: Path) -> None:
    write_swing(written / "publiek.duckdb", PUBLIC, written / "swing")
    schools = {"900123", "Fictieve school De Proef"}
    verify_files(written, PUBLIC, schools)
    file = written / "swing" / "mart_onderwijsmonitor_stad.xlsx"
    for change in ({"title": "Fictieve school De Proef"}, {"subject": "over 900123"}):
        book = openpyxl.load_workbook(file)
        for name, text in change.items():
            setattr(book.properties, name, text)
        book.save(file)
        with pytest.raises(RefusedError, match="R-47"):
            verify_files(written, PUBLIC, schools)
        book.properties.title = book.properties.subject = None
        book.save(file)
    verify_files(written, PUBLIC, schools)


def test_swing_gets_each_level_by_itself_and_hidden_as_missing(written: Path) -> None:
    write_swing(written / "publiek.duckdb", PUBLIC, written / "swing")
    files = sorted(path.name for path in (written / "swing").iterdir())
    assert files == ["mart_onderwijsmonitor_district.xlsx", "mart_onderwijsmonitor_stad.xlsx"]
    sheet = openpyxl.load_workbook(written / "swing" / files[0])["Data"]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == ("PERIOD", "GEOLEVEL", "GEOITEM", "vertraging_0102")
    assert {row[1] for row in rows[1:]} == {"district"}
    assert (2024, "district", "D2", MISSING) in rows
    assert (2024, "district", "D1", 20) in rows


def test_swing_codes_are_short_and_plain() -> None:
    code = variable("Een heel lange indicator met spaties en accenten à é en nog meer", "30/06")
    assert len(code) <= 50
    assert set(code) <= set("abcdefghijklmnopqrstuvwxyz0123456789_")


def test_the_register_decides_who_gets_what() -> None:
    audiences = area_audiences(PROTOCOL, ["mart_onderwijsmonitor", "mart_stadsfoto"])
    outputs = {a.code: [o.mart for o in a.outputs] for a in audiences}
    assert outputs["publiek"] == ["mart_onderwijsmonitor"]
    assert outputs["beleid"] == ["mart_onderwijsmonitor", "mart_stadsfoto"]
    assert "school" not in outputs
    with pytest.raises(RefusedError, match="onbekend publiek: pers"):
        choose(audiences, ["pers"])


def test_an_audience_without_products_gets_the_dimensions_alone(
    warehouse_connection: duckdb.DuckDBPyConnection, folder: Path
) -> None:
    write_tables(warehouse_connection, read_source(warehouse_connection), EMPTY, folder)
    assert not list(folder.rglob("mart_*"))


def test_no_source_line_no_certificates_no_marts_no_release(
    warehouse_connection: duckdb.DuckDBPyConnection,
) -> None:
    good = read_source(warehouse_connection)
    warehouse_connection.execute(f"insert into warehouse.{CERTIFICATES}.getuigen values (2)")
    assert read_source(warehouse_connection).certificates != good.certificates
    warehouse_connection.execute(f"drop table warehouse.{CERTIFICATES}.bewijzen")
    with pytest.raises(RefusedError, match="bewijzen ontbreekt"):
        read_source(warehouse_connection)
    warehouse_connection.execute(f"create table warehouse.{CERTIFICATES}.bewijzen as select 1 as g")
    warehouse_connection.execute("update warehouse.marts.release set bron = ''")
    with pytest.raises(RefusedError, match="bronvermelding"):
        read_source(warehouse_connection)
    warehouse_connection.execute("update warehouse.marts.release set bron = 'Bron: DOV'")
    warehouse_connection.execute("drop table warehouse.marts.release")
    with pytest.raises(RefusedError, match="nog niet gebouwd"):
        read_source(warehouse_connection)
