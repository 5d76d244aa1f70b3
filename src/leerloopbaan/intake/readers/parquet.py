"""Parquet: every column as DuckDB's text of it."""

from __future__ import annotations

import os

import duckdb

from leerloopbaan.intake.readers.unit import Head, Score, Unit
from leerloopbaan.intake.sources import Bron, unreadable

_MAGIC = b"PAR1"
_ROWS_MATTER_FROM = 1_000_000


def unit(source: Bron) -> Unit:
    """The one sheet of a Parquet file; its column names are the headings."""
    return Unit(
        bron=source,
        blad=None,
        find_head=lambda score: _find_head(source, score),
        load=lambda con, relation, head: _load(con, source, relation, head),
    )


def _find_head(source: Bron, score: Score) -> Head:
    import pyarrow.parquet as pq
    from pyarrow.lib import ArrowException

    with source.pad.open("rb") as file:
        file.seek(-len(_MAGIC), os.SEEK_END)
        if file.read() != _MAGIC:
            raise unreadable(source.naam, "Het einde ontbreekt.", rule="onvolledig_bestand")
    try:
        with pq.ParquetFile(source.pad) as parquet:
            names, rows = parquet.schema_arrow.names, parquet.metadata.num_rows
    except (ArrowException, OSError, ValueError):
        raise unreadable(source.naam, "Het Parquet-bestand is beschadigd.") from None
    # Every row of a delivery has something of its own, which takes at least a byte.
    if rows > max(_ROWS_MATTER_FROM, source.grootte):
        raise unreadable(source.naam, "Uitgepakt is het Parquet-bestand onredelijk groot.")
    return Head(koppen=tuple(name if name.strip() else None for name in names), overslaan=0)


def _load(con: duckdb.DuckDBPyConnection, source: Bron, relation: str, head: Head) -> None:
    aliases = ", ".join(f"c{i}" for i in range(len(head.koppen)))
    casts = ", ".join(f"c{i}::varchar as c{i}" for i in range(len(head.koppen)))
    try:
        con.execute(
            f"create or replace table {relation} as "
            f"select {casts} from read_parquet($path) as p({aliases})",
            {"path": str(source.pad)},
        )
    except (duckdb.OutOfMemoryException, duckdb.PermissionException):
        raise
    except duckdb.Error:
        raise unreadable(source.naam, "Het Parquet-bestand is beschadigd.") from None
