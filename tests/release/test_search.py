"""What is looked for in files is found wherever it stands, and nothing else is."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
from hypothesis import given
from hypothesis import strategies as st

from leerloopbaan.release.search import footer, name_finder, names_of, numbers_in, numbers_of

# Short alphabets, so that runs of six and more, and names within names, come up.
_BYTES = st.text("0129 -\x00", max_size=60).map(str.encode)
_TEXTS = st.text("Sintja-&", max_size=60)
_NAMES = st.lists(st.text("Sintja-&", min_size=6, max_size=12), max_size=4)


@given(_BYTES)
def test_numbers_are_runs_of_exactly_six_digits(data: bytes) -> None:
    assert numbers_in(data) == set(re.findall(rb"(?<!\d)\d{6}(?!\d)", data))


@given(_TEXTS, _NAMES)
def test_names_are_found_where_they_stand(text: str, names: list[str]) -> None:
    assert name_finder(names)(text) == {name for name in names if name in text}


def test_bytes_that_are_no_text_are_read_too() -> None:
    assert numbers_in(bytes(range(256)) + b"\xff910003\x00") == {b"910003"}
    assert numbers_in(b"91000") == numbers_in(b"") == set()


def test_of_a_parquet_file_the_compressed_pages_are_no_text(tmp_path: Path) -> None:
    file = tmp_path / "cijfers.parquet"
    duckdb.sql("select 'code 910003' as code, 1 as n").write_parquet(str(file))
    data = file.read_bytes()
    assert footer(data).endswith(b"PAR1") and b"910003" in footer(data)  # in the statistics
    start = len(data) - len(footer(data))
    joined = data[:start] + b"910004" + data[start:]
    assert numbers_in(joined) == {b"910003", b"910004"}
    assert numbers_in(footer(joined)) == {b"910003"}


def test_numbers_and_names_of_schools_are_told_apart() -> None:
    schools = {"910003", "Sint-Jan", "De Ark", "Kort", "9100033"}
    assert numbers_of(schools) == {b"910003"}
    assert names_of(schools) == ("De Ark", "Sint-Jan")
