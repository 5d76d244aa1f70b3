"""Readers: a delivered file becomes raw text columns in DuckDB, sheet by sheet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from leerloopbaan.intake.readers import csv, parquet, xlsx
from leerloopbaan.intake.readers.unit import Score, Unit
from leerloopbaan.intake.sources import Bron

__all__ = ["Score", "Unit", "units"]


def units(source: Bron, scratch: Path) -> Iterator[Unit]:
    """The sheets of one file, one in memory at a time (CSV and Parquet have one)."""
    if source.soort == "csv":
        yield csv.unit(source, scratch)
    elif source.soort == "parquet":
        yield parquet.unit(source)
    else:
        yield from xlsx.units(source)
