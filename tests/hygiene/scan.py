"""Look for marked values in anything that a run leaves behind, decoded as well as raw."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import json
import re
import tarfile
import urllib.parse
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import duckdb

DEPTH = 4
BASE64_RUN = re.compile(rb"[A-Za-z0-9+/_-]{16,}={0,2}")
HEX_RUN = re.compile(rb"(?:[0-9a-fA-F]{2}){8,}")
WRAPPED = (b"\x1f\x8b", b"\x78", b"PK\x03\x04")


def needles(value: str) -> set[bytes]:
    """Forms in which a value may stand in a file: spellings, encodings, unkeyed hashes."""
    spellings = {value, value.lower(), value.upper(), value[::-1], urllib.parse.quote(value)}
    spellings.add(json.dumps(value)[1:-1])
    forms = {s.encode(code) for s in spellings for code in ("utf-8", "utf-16-le", "utf-16-be")}
    for spelling in (value, value.lower(), value.upper()):
        for algorithm in ("md5", "sha1", "sha256", "sha512", "blake2b"):
            digest = hashlib.new(algorithm, spelling.encode())
            forms |= {digest.digest(), digest.hexdigest().encode()}
    return forms


def hits(label: str, content: bytes, wanted: dict[str, set[bytes]]) -> Iterator[str]:
    """`label: value` for every marked value in `content`, however it is wrapped."""
    # Without case: a text that holds a form holds it in small letters too.
    small = {name: {form.lower() for form in forms} for name, forms in wanted.items()}
    for place, view in _views(label, content, DEPTH):
        lowered = view.lower()
        for name, forms in small.items():
            if any(form in lowered for form in forms):
                yield f"{place}: {name}"


def hits_below(folders: Iterable[Path], wanted: dict[str, set[bytes]]) -> list[str]:
    """What `hits` finds in every file (and file name) below the folders."""
    found = []
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            name = str(path.relative_to(folder))
            found += list(hits(f"name of {name}", name.encode(), wanted))
            if path.is_file():
                found += list(hits(name, path.read_bytes(), wanted))
                found += list(hits(f"{name} (tables)", _tables(path), wanted))
    return found


def _views(label: str, content: bytes, depth: int) -> Iterator[tuple[str, bytes]]:
    yield label, content
    if depth == 0 or not content:
        return
    for name, inner in _unwrapped(content):
        yield from _views(f"{label} > {name}", inner, depth - 1)


def _unwrapped(content: bytes) -> Iterator[tuple[str, bytes]]:
    if content.startswith(b"\x1f\x8b"):
        yield "gzip", _or_nothing(gzip.decompress, content)
    if content[:1] == b"\x78":
        yield "zlib", _or_nothing(zlib.decompress, content)
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield name, _or_nothing(archive.read, name)
    elif content[257:262] == b"ustar":
        with tarfile.open(fileobj=io.BytesIO(content)) as archive:
            for member in archive.getmembers():
                if (file := archive.extractfile(member)) is not None:
                    yield member.name, file.read()
    for name, pieces in (("base64", _from_base64(content)), ("hex", _from_hex(content))):
        # All together for speed; a wrapped file also by itself, to be unwrapped in turn.
        yield name, b"\n".join(pieces)
        for piece in pieces:
            if piece.startswith(WRAPPED):
                yield name, piece


def _from_base64(content: bytes) -> list[bytes]:
    return [
        _or_nothing(base64.b64decode, run[skip : skip + (len(run) - skip) // 4 * 4], alphabet)
        for run in set(BASE64_RUN.findall(content))
        for skip in range(4)
        for alphabet in (b"+/", b"-_")
    ]


def _from_hex(content: bytes) -> list[bytes]:
    return [bytes.fromhex(run.decode()) for run in set(HEX_RUN.findall(content))]


def _or_nothing(decode: Callable[..., bytes], *arguments: object) -> bytes:
    try:
        return decode(*arguments)
    except Exception:
        return b""


def _tables(path: Path) -> bytes:
    """Every value of an unencrypted DuckDB or Parquet file, as text; empty for other files."""
    with duckdb.connect() as connection:
        try:
            if path.suffix == ".parquet":
                return _text(connection, [f"read_parquet('{path}')"])
            if path.read_bytes()[8:12] != b"DUCK":
                return b""
            connection.execute(f"attach '{path}' as bestand (read_only)")
        except (duckdb.Error, OSError):
            return b""
        return database_text(connection, "bestand")


def database_text(
    connection: duckdb.DuckDBPyConnection, database: str, schemas: str = "%"
) -> bytes:
    """Every name, comment and value of an attached database (of the schemas like that), as text."""
    tables = connection.execute(
        "select schema_name, table_name from duckdb_tables() where database_name = $database "
        "and schema_name like $schemas union all "
        "select schema_name, view_name from duckdb_views() where database_name = $database "
        "and schema_name like $schemas",
        {"database": database, "schemas": schemas},
    ).fetchall()
    catalogue = connection.execute(
        "select string_agg(coalesce(sql, '') || coalesce(comment, ''), '\n') "
        "from duckdb_tables() where database_name = ?",
        [database],
    ).fetchone()
    named = [f'"{database}"."{schema}"."{name}"' for schema, name in tables]
    return str(catalogue).encode() + b"\n" + _text(connection, named)


def _text(connection: duckdb.DuckDBPyConnection, relations: Iterable[str]) -> bytes:
    """The name of every column, and every value as text: each once, wherever it stands."""
    texts: set[str] = set()
    for relation in relations:
        for column, *_ in connection.execute(f"describe select * from {relation}").fetchall():
            name = '"' + column.replace('"', '""') + '"'
            rows = connection.execute(f"select distinct {name}::varchar from {relation}").fetchall()
            texts |= {column, *(str(row[0]) for row in rows)}
    return "\n".join(sorted(texts)).encode()
