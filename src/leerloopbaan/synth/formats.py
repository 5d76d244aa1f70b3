"""Write tables as the department would: CSV (`;`, cp1252), one XLSX workbook, or Parquet.

A table arrives in chunks. Logical column types are Arrow's: text, whole numbers, dates.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from leerloopbaan.errors import LeerloopbaanError
from leerloopbaan.synth.basis import Format

XLSX_ROWS = 1_048_000
# A workbook carries its moment of making; a fixed one keeps the bytes the same.
WORKBOOK_DATE = dt.datetime(2025, 6, 13, 9, 0, 0)


@dataclass(frozen=True)
class TableSpec:
    """One delivered table: its name, file stem, and (technical name, Dutch wording) per column."""

    name: str
    stem: str
    columns: tuple[tuple[str, str], ...]
    title: str
    numbers_in_xlsx: tuple[str, ...] = ("instellingsnummer", "intern_volgnummer")

    @property
    def technical(self) -> list[str]:
        """The technical column names, in order."""
        return [name for name, _ in self.columns]

    def header(self, chunk: pa.Table) -> list[str]:
        """The Dutch wording of the chunk's columns; what the table does not know stays as is."""
        wording = dict(self.columns)
        return [wording.get(name, name) for name in chunk.column_names]


@dataclass
class DeliveryWriter:
    """Writes the tables of one directory; chunk by chunk; use as a context manager."""

    directory: Path
    format: Format
    workbook: str
    specs: Sequence[TableSpec]
    files: dict[str, str] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    _sinks: dict[str, Any] = field(default_factory=dict)
    _book: Any = None
    _date: Any = None

    def __enter__(self) -> DeliveryWriter:
        self.directory.mkdir(parents=True, exist_ok=True)
        for spec in self.specs:
            self.rows[spec.name] = 0
        if self.format == "xlsx":
            self._open_workbook()
        else:
            for spec in self.specs:
                path = self.directory / f"{spec.stem}.{self.format}"
                self.files[spec.name] = path.name
                self._sinks[spec.name] = path
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._book is not None:
            self._book.close()
        for sink in self._sinks.values():
            if hasattr(sink, "close"):
                sink.close()

    def write(self, name: str, chunk: pa.Table) -> None:
        """Append a chunk to table `name`; the first one decides the header."""
        spec = next(s for s in self.specs if s.name == name)
        writer = {"csv": self._csv, "xlsx": self._xlsx, "parquet": self._parquet}[self.format]
        writer(spec, chunk)
        self.rows[name] += chunk.num_rows

    def _csv(self, spec: TableSpec, chunk: pa.Table) -> None:
        import pyarrow.csv as pcsv

        sink = self._sinks[spec.name]
        if isinstance(sink, Path):
            sink = sink.open("wb")
            self._sinks[spec.name] = sink
            sink.write((";".join(spec.header(chunk)) + "\r\n").encode("cp1252"))
        buffer = io.BytesIO()
        options = pcsv.WriteOptions(
            include_header=False, delimiter=";", quoting_style="none", eol="\r\n"
        )
        pcsv.write_csv(_as_text(chunk), buffer, options)
        sink.write(buffer.getvalue().decode("utf-8").encode("cp1252"))

    def _parquet(self, spec: TableSpec, chunk: pa.Table) -> None:
        import pyarrow.parquet as pq

        sink = self._sinks[spec.name]
        if isinstance(sink, Path):
            sink = pq.ParquetWriter(sink, chunk.schema, compression="snappy")
            self._sinks[spec.name] = sink
        sink.write_table(chunk)

    def _open_workbook(self) -> None:
        import xlsxwriter

        path = self.directory / self.workbook
        self._book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
        self._date = self._book.add_format({"num_format": "dd/mm/yyyy"})
        self._book.set_properties({"title": "Synthetische levering", "created": WORKBOOK_DATE})
        for spec in self.specs:
            self.files[spec.name] = f"{path.name}/{spec.stem}"

    def _xlsx(self, spec: TableSpec, chunk: pa.Table) -> None:
        if self.rows[spec.name] + chunk.num_rows > XLSX_ROWS:
            raise LeerloopbaanError(
                f"table {spec.name} has more rows than an XLSX sheet holds.",
                remedy="Choose --format csv or parquet, or a smaller --scale.",
            )
        if spec.name not in self._sinks:
            sheet = self._book.add_worksheet(spec.stem[:31])
            sheet.write_row(0, 0, [f"{spec.title} (SYNTHETISCH, geen persoonsgegevens)"])
            sheet.write_row(1, 0, ["Bron: fictief, gegenereerd"])
            sheet.write_row(3, 0, spec.header(chunk))
            self._sinks[spec.name] = sheet
        sheet = self._sinks[spec.name]
        columns = [
            _xlsx_cells(spec, name, column)
            for name, column in zip(chunk.column_names, chunk.columns, strict=True)
        ]
        first = 4 + self.rows[spec.name]
        # constant_memory needs rows in order: all cells of a row before the next row.
        for offset, cells in enumerate(zip(*columns, strict=True)):
            for column, cell in enumerate(cells):
                if cell is None:
                    continue
                if isinstance(cell, dt.date):
                    sheet.write_datetime(first + offset, column, cell, self._date)
                elif isinstance(cell, str):
                    sheet.write_string(first + offset, column, cell)
                else:
                    sheet.write_number(first + offset, column, cell)


def _as_text(chunk: pa.Table) -> pa.Table:
    """Every column as text; dates as day/month/year, the way a Belgian export shows them."""
    columns = []
    for column in chunk.columns:
        if pa.types.is_date(column.type):
            columns.append(pc.strftime(column.cast(pa.timestamp("s")), format="%d/%m/%Y"))
        else:
            columns.append(column.cast(pa.string()))
    return pa.table(columns, names=chunk.column_names)


def _xlsx_cells(spec: TableSpec, name: str, column: pa.ChunkedArray) -> list[Any]:
    """Cell values; school numbers and school years become numbers, as a spreadsheet makes them."""
    cells: list[Any] = column.to_pylist()
    if name == "schooljaar":
        # The department's workbooks give the year in which the school year starts.
        return [int(c[:4]) if c is not None and c[:4].isdigit() else c for c in cells]
    if name in spec.numbers_in_xlsx and all(c is None or str(c).isdigit() for c in cells):
        return [None if c is None else int(c) for c in cells]
    return cells


def text_column(codes: Sequence[str | None], index: Any) -> pa.Array:
    """Text from a list of codes and an index per row; an index of -1 is blank."""
    import numpy as np

    position = np.asarray(index)
    dictionary = pa.DictionaryArray.from_arrays(
        pa.array(position.astype(np.int32), mask=position < 0), pa.array(codes, pa.string())
    )
    return dictionary.cast(pa.string())
