"""The scanner finds a marked value in every wrapping; else its silence would mean nothing."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import json
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from hygiene.scan import hits_below, needles

VALUE = "SYNKANARIE0042"
TEXT = f'{{"rij": "voor {VALUE} na"}}'


def _zip(text: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("binnen/blad.xml", text)
    return buffer.getvalue()


def _tar(text: str) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
        info = tarfile.TarInfo("blad.txt")
        info.size = len(text)
        archive.addfile(info, io.BytesIO(text.encode()))
    return buffer.getvalue()


WRAPPINGS: dict[str, Callable[[str], bytes]] = {
    "plain": str.encode,
    "lower case": lambda t: t.lower().encode(),
    "reversed": lambda t: t[::-1].encode(),
    "utf-16": lambda t: t.encode("utf-16"),
    "json": lambda t: json.dumps(t).encode(),
    "base64": lambda t: base64.b64encode(t.encode()),
    "base64, shifted by one": lambda t: base64.b64encode(b"x" + t.encode()),
    "base64, shifted by two": lambda t: base64.b64encode(b"xx" + t.encode()),
    "base64, for addresses": lambda t: base64.urlsafe_b64encode("ÿþ~".encode() + t.encode()),
    "hex": lambda t: t.encode().hex().encode(),
    "gzip": lambda t: gzip.compress(t.encode()),
    "zlib": lambda t: zlib.compress(t.encode()),
    "zip": _zip,
    "tar": _tar,
    "base64 of gzip": lambda t: b"x=" + base64.b64encode(gzip.compress(t.encode())),
    "zip of gzip": lambda t: _zip(base64.b64encode(gzip.compress(t.encode())).decode()),
    "unkeyed hash": lambda t: hashlib.sha256(VALUE.encode()).hexdigest().encode(),
}


@pytest.mark.parametrize("wrap", WRAPPINGS.values(), ids=WRAPPINGS.keys())
def test_found_in_every_wrapping(wrap: Callable[[str], bytes], tmp_path: Path) -> None:
    (tmp_path / "bestand").write_bytes(wrap(TEXT))
    assert hits_below([tmp_path], {"code": needles(VALUE)})


def test_found_in_tables_and_names(tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "a.duckdb")) as connection:
        connection.execute("create table t as select repeat(?, 1) as x from range(3000)", [VALUE])
        connection.execute(f"copy t to '{tmp_path / 'a.parquet'}' (compression zstd)")
    (tmp_path / f"{VALUE}.txt").write_text("leeg")
    found = " ".join(hits_below([tmp_path], {"code": needles(VALUE)}))
    for place in ("a.duckdb (tables)", "a.parquet (tables)", f"name of {VALUE}.txt"):
        assert place in found


def test_silent_when_there_is_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("SYNKANARI0042 en andere tekst")
    (tmp_path / "b.zip").write_bytes(_zip("niets"))
    assert hits_below([tmp_path], {"code": needles(VALUE)}) == []
