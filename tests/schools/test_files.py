"""Every recipient's files: its own rows in every form, no other school, and what checks that."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from leerloopbaan.errors import RefusedError
from leerloopbaan.release.publish import file_hashes
from leerloopbaan.release.recipients import Recipient
from leerloopbaan.release.school_tables import SchoolTables, tables_of
from leerloopbaan.release.schools import recipients_of, shares, write_recipients
from leerloopbaan.release.source import read_source
from leerloopbaan.release.verify_schools import verify_school_files
from schools.conftest import EMPTY, NAMES, PROTOCOL, TODAY, A, B, C

ALL = {*NAMES, *NAMES.values()}


def _rows(file: Path) -> list[tuple[object, ...]]:
    return duckdb.read_parquet(str(file)).order("all").fetchall()


def test_every_form_holds_the_own_rows_of_the_mart(
    vault: duckdb.DuckDBPyConnection, written: Path
) -> None:
    expected = vault.execute(
        "select * from warehouse.eigen_school.mart_school_schoolportretten "
        f"where left(geo_code, 6) = '{A}' order by all"
    ).fetchall()
    place = written / "school" / A
    assert _rows(place / "parquet" / "mart_school_schoolportretten.parquet") == expected
    with duckdb.connect(str(place / "school.duckdb"), read_only=True) as connection:
        own = connection.execute(
            "select * from mart_school_schoolportretten order by all"
        ).fetchall()
        comment = connection.execute(
            "select comment from duckdb_columns() where column_name = 'waarde' limit 1"
        ).fetchone()
        tables = {
            t for (t,) in connection.execute("select table_name from duckdb_tables()").fetchall()
        }
    assert own == expected
    assert comment == ("Het cijfer",)
    assert tables == {f.stem for f in (place / "parquet").iterdir()}
    assert tables == {f.stem for f in (place / "csv").glob("*.csv")}
    described = json.loads(
        (place / "csv" / "mart_school_schoolportretten.csv-metadata.json").read_text("utf-8")
    )
    assert described["tableSchema"]["columns"][14]["dc:description"] == "Het cijfer"


def test_a_directory_holds_its_own_codes_and_names_only(
    written: Path, found: tuple[Recipient, ...]
) -> None:
    number = re.compile(rb"(?<!\d)9000\d\d(?!\d)")
    for recipient in found:
        place = written / recipient.audience / recipient.code
        mine = {s.encode() for s in recipient.schools}
        foreign = [n for s, n in NAMES.items() if s not in recipient.schools]
        for file in (f for f in place.rglob("*") if f.is_file()):
            data = file.read_bytes()
            assert set(number.findall(data)) <= mine, file
            assert not any(name.encode() in data for name in foreign), file


def test_the_files_pass_the_check(
    written: Path, tables: SchoolTables, found: tuple[Recipient, ...]
) -> None:
    verify_school_files(written, PROTOCOL, tables, found, ALL)


def _other_row(place: Path) -> None:
    for kind in ("parquet", "csv"):
        file = place / kind / f"mart_school_schoolportretten.{kind}"
        foreign = place.parent / B / kind / f"mart_school_schoolportretten.{kind}"
        file.write_bytes(foreign.read_bytes())


def _in_page(place: Path) -> None:
    page = place / "schoolportretten" / "index.html"
    page.write_text(page.read_text("utf-8").replace("</main>", f"<!-- {C} --></main>"), "utf-8")


def _named_in_page(place: Path) -> None:
    page = place / "schoolportretten" / "index.html"
    page.write_text(page.read_text("utf-8").replace("</main>", f"{NAMES[C]}</main>"), "utf-8")


def _in_metadata(place: Path) -> None:
    file = place / "csv" / "dim_geografie.csv-metadata.json"
    file.write_text(file.read_text("utf-8").replace("Bron: DOV", f"Bron: DOV {B}"), "utf-8")


def _in_database(place: Path) -> None:
    with duckdb.connect(str(place / "school.duckdb")) as connection:
        connection.execute(f"comment on table release is 'na {B} gemaakt'")


def _in_parquet_metadata(place: Path) -> None:
    file = place / "parquet" / "dim_geografie.parquet"
    duckdb.sql(f"create or replace temp table dim as from '{file}'")
    duckdb.sql(f"copy dim to '{file}' (format parquet, kv_metadata {{bron: '{B}'}})")


def _in_parquet_text(place: Path) -> None:
    file = place / "parquet" / "mart_school_schoolportretten.parquet"
    duckdb.sql(f"create or replace temp table mart as from '{file}'")
    duckdb.sql(f"update mart set bron = 'Bron: DOV {B}' where schooljaar_eind = 2025")
    duckdb.sql(f"copy mart to '{file}' (format parquet, compression zstd)")


def _in_csv_alone(place: Path) -> None:
    file = place / "csv" / "mart_school_schoolportretten.csv"
    text = file.read_text("utf-8")
    file.write_text(text + text.splitlines()[1].replace(A, C) + "\n", "utf-8")


def _small_count(place: Path) -> None:
    file = place / "parquet" / "mart_school_schoolportretten.parquet"
    duckdb.sql(f"create or replace temp table mart as from '{file}'")
    duckdb.sql("update mart set teller = 3 where teller is not null")
    duckdb.sql(f"copy mart to '{file}' (format parquet)")


def _count_in_comparison(place: Path) -> None:
    file = place / "parquet" / "mart_vergelijking_schoolportretten.parquet"
    duckdb.sql(f"create or replace temp table mart as from '{file}'")
    duckdb.sql("update mart set noemer = 90")
    duckdb.sql(f"copy mart to '{file}' (format parquet)")


LEAKS: list[Callable[[Path], None]] = [
    _other_row, _in_page, _named_in_page, _in_metadata, _in_database, _in_parquet_metadata,
    _in_parquet_text, _in_csv_alone, _small_count, _count_in_comparison,
]  # fmt: skip


@pytest.mark.parametrize("leak", LEAKS, ids=[leak.__name__ for leak in LEAKS])
def test_a_planted_leak_is_refused(
    written: Path,
    tables: SchoolTables,
    found: tuple[Recipient, ...],
    leak: Callable[[Path], None],
) -> None:
    leak(written / "school" / A)
    with pytest.raises(RefusedError) as refused:
        verify_school_files(written, PROTOCOL, tables, found, ALL)
    assert not any(secret in str(refused.value) for secret in ALL)


def test_a_recipient_without_benchmark_gets_no_table_of_it(
    found: tuple[Recipient, ...], tables: SchoolTables
) -> None:
    staff = next(r for r in found if r.code == "rol-1")
    plain = Recipient(staff.audience, staff.code, staff.name,
                      tuple(type(g)(g.product, g.school, False) for g in staff.grants))  # fmt: skip
    assert "mart_vergelijking_area_up" in tables_of(staff, tables)
    assert "mart_vergelijking_area_up" not in tables_of(plain, tables)


def test_an_audience_without_recipients_says_so(
    vault: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    vault.execute("delete from landing.levering.ref_projectscholen")
    source = read_source(vault)
    made = recipients_of(
        vault, source, PROTOCOL, tmp_path, audiences=["school", "programma"], today=TODAY
    )
    write_recipients(vault, source, PROTOCOL, tmp_path, made, schools=ALL)
    assert {r.audience for r in made} == {"school"}
    assert "niemand" in (tmp_path / "programma" / "LEEG.txt").read_text("utf-8")
    assert not (tmp_path / "school" / A / "area_up").exists()


def test_a_release_needs_the_certificates_of_schools(vault: duckdb.DuckDBPyConnection) -> None:
    before = read_source(vault).certificates
    vault.execute("update warehouse.eigen_school.schoolgetuigen set getal = 2")
    assert read_source(vault).certificates != before
    vault.execute("drop table warehouse.eigen_school.schoolgetuigen")
    with pytest.raises(RefusedError, match="bewijs"):
        read_source(vault)


def test_the_empty_school_has_files_that_say_so(written: Path) -> None:
    rows = _rows(written / "school" / EMPTY / "parquet" / "mart_school_schoolportretten.parquet")
    assert rows
    assert all(row[14] is None and row[16] == "onderdrukt" for row in rows)
    compared = written / "school" / EMPTY / "parquet" / "mart_vergelijking_schoolportretten.parquet"
    assert _rows(compared) == []


def test_shares_are_of_even_work_and_keep_a_board_beside_its_schools(
    found: tuple[Recipient, ...],
) -> None:
    parts = shares(found, 2)
    assert sorted((r.audience, r.code) for part in parts for r in part) == [
        (r.audience, r.code) for r in found
    ]
    work = [sum(len(r.grants) for r in part) for part in parts]
    assert len(work) == 2 and max(work) <= 2 * min(work)
    board = next(part for part in parts if any(r.code == "bestuur-B1" for r in part))
    assert {A, B} <= {r.code for r in board}
    assert shares(found, 1) == [tuple(sorted(found, key=lambda r: (r.audience, r.code)))]
    assert shares((), 2) == []


def test_the_files_are_the_same_in_one_share_or_two(
    vault: duckdb.DuckDBPyConnection, found: tuple[Recipient, ...], tmp_path: Path
) -> None:
    source = read_source(vault)
    for name, parts in (("een", shares(found, 1)), ("twee", shares(found, 2))):
        for part in parts:
            write_recipients(vault, source, PROTOCOL, tmp_path / name, part, schools=ALL)
    assert file_hashes(tmp_path / "een") == file_hashes(tmp_path / "twee")
