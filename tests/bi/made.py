"""Releases with invented figures, in the folders and columns of a real one, quickly made.

Every figure of a school is its own (a multiple of 1000 plus a small number), so that a figure
of another school, or of another release, is recognised wherever it turns up.
"""

from __future__ import annotations

import json
from pathlib import Path

import duckdb

from leerloopbaan.release.publish import switch, write_manifest
from leerloopbaan.release.source import Source
from leerloopbaan.release.verify import COLUMNS

SCHOOLS = ("900101", "900202", "900303")
NUMBERS = frozenset({"schooljaar_eind", "teller", "noemer"})
COMMENT = "Aantal leerlingen van de populatie"


def release_id(number: int) -> str:
    return f"antwerpen-{number:04d}"


def write_release(
    root: Path, number: int, *, schools: tuple[str, ...] = SCHOOLS, synthetic: bool = True
) -> Path:
    """Write release `number`, switch `current` to it, and return its folder."""
    aside = root / f".bouw-{number}"
    public = [_row(number, "onderwijsmonitor", ("stad", "11002", "Antwerpen"), 100_000 + number)]
    public.append({**public[0], "geo_niveau": "district", "geo_code": "D1", "geo_naam": "Een",
                   "noemer": None, "waarde": None, "status": "onderdrukt"})  # fmt: skip
    _write(aside / "publiek", "publiek", "mart_onderwijsmonitor", public, number)
    _write(aside / "beleid", "beleid", "mart_stadsfoto",
           [{**public[0], "product": "stadsfoto"}], number)  # fmt: skip
    for school in schools:
        count = int(school) * 1000 + number
        rows = [
            _row(number, "schoolportretten", ("instelling", school, f"School {school}"), count),
            _row(number, "schoolportretten", ("benchmark", "benchmark", "Benchmark"), number),
        ]
        _write(aside / "school" / school, school, "mart_schoolportretten", rows, number)
    source = Source(
        release_id(number), "antwerpen", "2024-05-31", 1, "Bron: DOV", synthetic, [], "c" * 64, {}
    )
    write_manifest(aside, source)
    return switch(root, aside, release_id(number))


def _row(number: int, product: str, place: tuple[str, str, str], count: int) -> dict[str, object]:
    row: dict[str, object] = dict.fromkeys(COLUMNS, "totaal")
    row |= dict(zip(("geo_niveau", "geo_code", "geo_naam"), place, strict=True))
    row |= {
        "schooljaar": "2023-2024", "schooljaar_eind": 2024, "meetmoment": "01/02",
        "product": product, "indicator": "an_leerlingen", "teller": None, "noemer": count,
        "waarde": float(count), "eenheid": "aantal", "status": None, "bron": "Bron: DOV",
        "release_id": release_id(number),
    }  # fmt: skip
    return row


def _write(folder: Path, name: str, mart: str, rows: list[dict[str, object]], number: int) -> None:
    for kind in ("parquet", "csv"):
        (folder / kind).mkdir(parents=True)
    with duckdb.connect(str(folder / f"{name}.duckdb")) as connection:
        kinds = ", ".join(
            f"{c} {'integer' if c in NUMBERS else 'double' if c == 'waarde' else 'varchar'}"
            for c in COLUMNS
        )
        connection.execute(f"create table {mart} ({kinds})")
        connection.executemany(
            f"insert into {mart} values ({','.join('?' * len(COLUMNS))})",
            [[row[c] for c in COLUMNS] for row in rows],
        )
        connection.execute(f"create table release as select '{release_id(number)}' as release_id")
        for table in (mart, "release"):
            file = folder / "parquet" / f"{table}.parquet"
            connection.execute(f"copy {table} to '{file}' (format parquet, compression zstd)")
    described = {"tableSchema": {"columns": [{"name": "noemer", "dc:description": COMMENT}]}}
    metadata = folder / "csv" / f"{mart}.csv-metadata.json"
    metadata.write_text(json.dumps(described), encoding="utf-8")
