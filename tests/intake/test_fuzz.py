"""Whatever the bytes: a reader reads them or says why not. It never crashes, hangs or fills up."""

from __future__ import annotations

import io
import re
import tempfile
import threading
import zipfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leerloopbaan.intake.findings import Refused
from leerloopbaan.intake.read import read_all
from leerloopbaan.intake.sources import inspect
from leerloopbaan.register.load import load_register

from .small import csv_bytes, faultless, write_parquet, write_xlsx

RULES = {rule.code for rule in load_register("antwerpen").regels}
# Far beyond what any of these small files may take: this guards against a hang, it measures none.
PATIENCE_SECONDS = 60
# DuckDB may take 600.
MORE_MB = 1024
FEW, MANY = settings(max_examples=15), settings(max_examples=600)
Mutation = Callable[[bytes], bytes]


def read(content: bytes, name: str) -> None:
    """Read one file as the gate does; any outcome but reading and refusing is an error."""
    # From here on: what other tests took in this process is not this file's.
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    before = _memory("VmRSS")
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as con:
        con.execute("set memory_limit = '600MB'; set threads = 1")
        con.execute("set autoinstall_known_extensions = false")
        con.execute("set autoload_known_extensions = false")
        con.execute(f"set temp_directory = '{folder}/spill'")
        path = Path(folder) / name
        path.write_bytes(content)
        timer = threading.Timer(PATIENCE_SECONDS, con.interrupt)
        timer.start()
        try:
            read_all(con, [inspect(path)], {}, load_register("antwerpen"), Path(folder),
                     progress=lambda _: None)  # fmt: skip
        except Refused as refused:
            assert {finding.regel for finding in refused.findings} <= RULES
            for finding in refused.findings:
                assert "\n" not in finding.regeltekst() and "ZZ-P" not in finding.regeltekst()
        finally:
            timer.cancel()
    assert _memory("VmHWM") - before < MORE_MB


def _memory(name: str) -> float:
    """Megabytes of this process: resident now (VmRSS), or at most since it was reset (VmHWM)."""
    for line in Path("/proc/self/status").read_text(encoding="ascii", errors="replace").split("\n"):
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) / 1024
    raise AssertionError(f"no {name}")


@lru_cache(maxsize=8)
def valid(kind: str) -> bytes:
    tables = {"11a": faultless()["11a"]}
    if kind == "csv":
        return csv_bytes(tables["11a"])
    with tempfile.TemporaryDirectory() as folder:
        if kind == "xlsx":
            return write_xlsx(Path(folder) / "b.xlsx", tables, typed=("oki",)).read_bytes()
        return (write_parquet(Path(folder), tables) / "11a.parquet").read_bytes()


# What upsets a reader: ends of lines and of quotes, marks of encodings, numbers that are too large.
_TOKENS = (
    b'"', b'""', b";", b",", b"\t", b"\n", b"\r", b"\r\n", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf",
    b"\x81", b"\xc3", b"\xf0\x9f\x98\x80", b"=1+1", b"\x1b[31m", b"'", b"\\", b"%s%n", b"{}",
    b"9" * 400, b";" * 3000, b'"' * 999, b"\n" * 2000, b"A" * 300_000, b"<f>", b"&#0;", b"]]>",
    b"\xff\xff\xff\x7f", b"\x00\x00\x00\x80", b"PK\x05\x06", b"PAR1",
)  # fmt: skip


@st.composite
def mutations(draw: st.DrawFn) -> Mutation:
    """Some cuts, copies, flips and insertions at relative places."""
    place = st.floats(0, 1, exclude_max=True)
    steps = draw(
        st.lists(
            st.tuples(
                st.sampled_from(("insert", "cut", "copy", "flip", "set", "end")),
                place,
                place,
                st.one_of(st.sampled_from(_TOKENS), st.binary(min_size=1, max_size=40)),
            ),
            min_size=1,
            max_size=4,
        )
    )

    def apply(data: bytes) -> bytes:
        for what, first, second, token in steps:
            low, high = sorted((int(first * len(data)), int(second * len(data))))
            if what == "insert":
                data = data[:low] + token + data[low:]
            elif what == "cut":
                data = data[:low] + data[min(high, low + 200) :]
            elif what == "copy":
                data = data[:high] + data[low : low + 2000] + data[high:]
            elif what == "flip" and data:
                data = data[:low] + bytes([data[low] ^ 1 << (high % 8)]) + data[low + 1 :]
            elif what == "set":
                data = data[:low] + token + data[low + len(token) :]
            elif what == "end":
                data = data[:high]
        return data

    return apply


def deliveries(kind: str) -> st.SearchStrategy[bytes]:
    magic = {"csv": b"", "xlsx": b"PK\x03\x04", "parquet": b"PAR1"}[kind]
    random = st.binary(max_size=3000).map(lambda tail: magic + tail)
    damaged = mutations().map(lambda change: change(valid(kind)))
    return st.one_of(damaged, damaged, damaged, random)


@st.composite
def packages(draw: st.DrawFn) -> bytes:
    """Workbooks whose package is sound and whose parts are not."""
    source = zipfile.ZipFile(io.BytesIO(valid("xlsx")))
    names = source.namelist()
    chosen = draw(st.sampled_from([*names, "xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"]))
    change = draw(mutations())
    trick = draw(st.sampled_from(("damage", "drop", "double", "rename", "reference", "entity")))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name in names:
            data = source.read(name)
            if name != chosen:
                package.writestr(name, data)
            elif trick == "damage":
                package.writestr(name, change(data))
            elif trick == "double":
                package.writestr(name, data)
                package.writestr(name.upper(), change(data))
            elif trick == "rename":
                package.writestr(f"../../{name}", data)
            elif trick == "reference":
                cell = draw(st.from_regex(r"[A-Z]{1,4}[1-9][0-9]{0,8}", fullmatch=True))
                text = re.sub(rb'r="[A-Z]+2"', f'r="{cell}"'.encode(), data, count=1)
                package.writestr(name, text)
            elif trick == "entity":
                head = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
                package.writestr(name, data.replace(b"?>", b"?>" + head, 1).replace(b"oki", b"&b;"))
    return buffer.getvalue()


@pytest.mark.parametrize("kind", ["csv", "xlsx", "parquet"])
@FEW
@given(data=st.data())
def test_any_bytes_are_read_or_refused(kind: str, data: st.DataObject) -> None:
    read(data.draw(deliveries(kind)), f"11a.{kind}")


@FEW
@given(content=packages())
def test_any_workbook_is_read_or_refused(content: bytes) -> None:
    read(content, "11a.xlsx")


@pytest.mark.full
@pytest.mark.parametrize("kind", ["csv", "xlsx", "parquet"])
@MANY
@given(data=st.data())
def test_any_bytes_are_read_or_refused_many(kind: str, data: st.DataObject) -> None:
    read(data.draw(deliveries(kind)), f"11a.{kind}")


@pytest.mark.full
@MANY
@given(content=packages())
def test_any_workbook_is_read_or_refused_many(content: bytes) -> None:
    read(content, "11a.xlsx")


@pytest.mark.parametrize("cell", ["XFD1048576", "B1048576", "AAAAAA1", "A99999999999999999999"])
def test_one_cell_far_away_does_not_fill_the_memory(cell: str) -> None:
    source = zipfile.ZipFile(io.BytesIO(valid("xlsx")))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name in source.namelist():
            far = f'<row r="99"><c r="{cell}"><v>1</v></c></row></sheetData>'.encode()
            package.writestr(name, source.read(name).replace(b"</sheetData>", far))
    with tempfile.TemporaryDirectory() as folder, pytest.raises(Refused) as refused:
        path = Path(folder) / "11a.xlsx"
        path.write_bytes(buffer.getvalue())
        with duckdb.connect() as con:
            read_all(con, [inspect(path)], {}, load_register("antwerpen"), Path(folder),
                     progress=lambda _: None)  # fmt: skip
    assert "veel verder" in refused.value.findings[0].toelichting


def test_a_parquet_of_nothing_but_repetition_is_refused(tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    row = faultless()["11a"][0]
    with pq.ParquetWriter(
        tmp_path / "11a.parquet", pa.schema([(name, pa.string()) for name in row])
    ) as writer:
        block = pa.table({name: [value] * 100_000 for name, value in row.items()})
        for _ in range(12):
            writer.write_table(block)
    with duckdb.connect() as con, pytest.raises(Refused) as refused:
        read_all(con, [inspect(tmp_path / "11a.parquet")], {}, load_register("antwerpen"),
                 tmp_path, progress=lambda _: None)  # fmt: skip
    assert "onredelijk groot" in refused.value.findings[0].toelichting
