"""The public set of a real release holds no school: not in a column, a text, a byte or metadata.

Written apart from the check that a release makes of itself: it unpacks every file by other means.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from conftest import Built
from leerloopbaan import home
from leerloopbaan.duck import vault_connection

pytestmark = pytest.mark.warehouse

#: What a column that tells of a school would be called.
TELLING = ("instelling", "school", "vestiging", "bestuur", "campus", "adres", "straat", "net")


@pytest.fixture
def schools(warehouse: Built) -> set[str]:
    """Numbers, sites, names, boards, scholengemeenschappen and campuses of the city's lists."""
    with vault_connection("antwerpen", landing="read_only") as connection:
        rows = connection.execute(
            "select instellingsnummer, naam, schoolbestuur_code, scholengemeenschap_code "
            "from landing.levering.ref_instellingen union all "
            "select instellingsnummer || '-' || intern_volgnummer, campus_code, "
            "schoolbestuur_code, statsector from landing.levering.ref_vestigingsplaatsen"
        ).fetchall()
    found = {str(value) for row in rows for value in row if value and len(str(value)) > 4}
    assert len(found) > 500
    return found


@pytest.fixture
def public(warehouse: Built) -> Path:
    """The public folder of Antwerp's release."""
    return home.releases("antwerpen") / "current" / "publiek"


def _texts(file: Path) -> Iterator[tuple[str, str]]:
    """Everything that can be read in a file, unpacked: (where, text)."""
    match file.suffix:
        case ".parquet":
            table = pq.read_table(file)
            yield "names", " ".join(table.column_names)
            yield "metadata", str(pq.read_metadata(file).metadata)
            yield "statistics", str(pq.read_metadata(file).to_dict())
            for name in table.column_names:
                yield name, "\n".join(str(v) for v in set(table.column(name).to_pylist()))
        case ".xlsx":
            with zipfile.ZipFile(file) as book:
                for name in book.namelist():
                    yield name, book.read(name).decode("utf-8")
        case ".duckdb":
            with duckdb.connect(str(file), read_only=True) as connection:
                for query in ("select * from duckdb_tables()", "select * from duckdb_columns()"):
                    yield query, str(connection.execute(query).fetchall())
                tables = connection.execute("select table_name from duckdb_tables()").fetchall()
                for (table,) in tables:
                    yield table, str(connection.execute(f"from {table}").fetchall())
    yield "bytes", file.read_bytes().decode("latin-1")


def test_the_public_set_holds_no_school(public: Path, schools: set[str]) -> None:
    kinds: set[str] = set()
    for file in sorted(f for f in public.rglob("*") if f.is_file()):
        kinds.add(file.suffix)
        for where, text in _texts(file):
            found = [school for school in schools if school in text]
            # In raw bytes six digits in a row can be part of a longer number.
            found = [
                s for s in found if not (s.isdigit() and where == "bytes" and _within(s, text))
            ]
            assert not found, f"{file.relative_to(public)} ({where})"
    assert kinds == {".csv", ".json", ".parquet", ".duckdb", ".xlsx", ".html"}


def _within(number: str, text: str) -> bool:
    """Whether a number stands in a text within longer numbers only."""
    starts = [i for i in range(len(text)) if text.startswith(number, i)]
    return all(
        text[i - 1 : i].isdigit() or text[i + len(number) : i + len(number) + 1].isdigit()
        for i in starts
    )


def test_it_would_be_seen(public: Path, schools: set[str], tmp_path: Path) -> None:
    school = min(s for s in schools if s.isdigit())
    file = tmp_path / "cijfers.parquet"
    duckdb.sql(f"select '{school}' as code, 1 as n").write_parquet(str(file), compression="zstd")
    assert any(school in text for where, text in _texts(file) if where != "bytes")
    book = tmp_path / "boek.xlsx"
    with zipfile.ZipFile(book, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("docProps/core.xml", f"<dc:creator>{school}</dc:creator>")
    assert any(school in text for _, text in _texts(book))
    assert not _within(school, f"x{school} y")
    assert _within(school, f"1{school}")


def test_no_table_has_a_column_or_a_level_of_schools(public: Path) -> None:
    with duckdb.connect(str(public / "publiek.duckdb"), read_only=True) as connection:
        names = connection.execute("select column_name from duckdb_columns()").fetchall()
        assert names
        told = {n for (n,) in names if any(n.startswith(word) for word in TELLING)}
        assert told == {"schooljaar", "schooljaar_eind"}  # years tell of no school
        for table in ("mart_onderwijsmonitor", "dim_geografie"):
            levels = connection.execute(f"select distinct geo_niveau from {table}").fetchall()
            assert {level for (level,) in levels} <= {"populatie", "stad", "district", "wijk"}
