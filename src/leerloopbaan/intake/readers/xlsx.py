"""XLSX: one or several sheets, title rows above the heading, typed cells by calamine."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator
from itertools import islice
from typing import Any

import duckdb

from leerloopbaan.intake.readers.unit import HEAD_ROWS, Head, Row, Score, Unit, best_head
from leerloopbaan.intake.sources import Bron, unreadable

_ROWS_PER_BATCH = 20_000
# A million rows of sixteen columns are some 700 MB of XML; more is no delivery.
_MAX_UNPACKED = 1 << 30
_MAX_RATIO = 400
_RATIO_MATTERS_FROM = 1 << 26
_CHUNK = 1 << 20
_OVERLAP = 64
# A sheet becomes a rectangle in memory, however few of its cells are filled.
_MAX_CELLS = 40_000_000
_EMPTY_MATTERS_FROM = 1_000_000
_MAX_EMPTY_RATIO = 20
_REFERENCE = re.compile(rb"""\sr=["']([A-Za-z]{1,7})(\d+)["']""")
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
_ERROR_CELL = re.compile(rb"""<(?:\w+:)?c [^>]*\bt=["']e["']""")
# One of these stands wherever those two find anything, and is found much faster.
_FORMULA_SIGNS = (b"<f>", b"<f ", b"<f/", b":f")
_ERROR_SIGNS = (b't="e"', b"t='e'")
_WORKBOOK = "xl/workbook.xml"
# calamine goes by the suffix of a path, and by the content of anything else.
_SUFFIXES = (".xlsx", ".xlsm")
_SHEET_PART = re.compile(r"xl/worksheets/[^/]+\.xml$")


def units(source: Bron) -> Iterator[Unit]:
    """The sheets of a workbook that hold anything, one in memory at a time."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, ZipError

    _check_package(source)
    try:
        workbook = (
            CalamineWorkbook.from_path(str(source.pad))
            if source.pad.suffix.lower() in _SUFFIXES
            else CalamineWorkbook.from_filelike(io.BytesIO(source.pad.read_bytes()))
        )
        names = workbook.sheet_names
    except PasswordError:
        raise unreadable(source.naam, "Het werkboek is met een wachtwoord beveiligd.") from None
    except (CalamineError, ZipError, OSError, ValueError):
        raise unreadable(source.naam, "Het werkboek is beschadigd.") from None
    found = False
    for position, name in enumerate(names):
        try:
            sheet = workbook.get_sheet_by_index(position)
        except (CalamineError, ZipError, OSError, ValueError):
            raise unreadable(source.naam, f"Blad {position + 1} is beschadigd.") from None
        if sheet.end is None:
            continue
        found = True
        yield _unit(source, name if len(names) > 1 else None, sheet)
    if not found:
        raise unreadable(source.naam, "Het werkboek is leeg.", rule="leeg_bestand")


def _unit(source: Bron, label: str | None, sheet: Any) -> Unit:
    return Unit(
        bron=source,
        blad=label,
        find_head=lambda score: _find_head(sheet, score),
        load=lambda con, relation, head: _load(con, relation, head, sheet),
    )


def _check_package(source: Bron) -> None:
    """Refuse a damaged package, a zip bomb, and cells that a formula or an error fills."""
    try:
        with zipfile.ZipFile(source.pad) as package:
            parts = package.infolist()
            if _WORKBOOK not in package.namelist():
                raise unreadable(source.naam, "Het is geen XLSX-werkboek.")
            unpacked = sum(part.file_size for part in parts)
            if unpacked > _MAX_UNPACKED or (
                unpacked > _RATIO_MATTERS_FROM and unpacked > _MAX_RATIO * source.grootte
            ):
                raise unreadable(source.naam, "Uitgepakt is het werkboek onredelijk groot.")
            for part in parts:
                _check_part(source, package, part)
    except zipfile.BadZipFile:
        raise unreadable(
            source.naam, "Het werkboek is niet volledig.", rule="onvolledig_bestand"
        ) from None
    # What zipfile raises for damage, a compression that it does not know, a password.
    except (EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
        raise unreadable(source.naam, "Het werkboek is beschadigd.") from None
    except Exception as error:
        if type(error).__module__ == "zlib":
            raise unreadable(source.naam, "Het werkboek is beschadigd.") from None
        raise


def _check_part(source: Bron, package: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Read a part to its end (false sizes and checksums show) and look at the cells of a sheet.

    A formula's result depends on more than the delivery; an error cell reads as blank; one cell
    far away makes a sheet as large as memory.
    """
    is_sheet = bool(_SHEET_PART.match(part.filename))
    tail = b""
    cells = width = height = 0
    with package.open(part) as file:
        while chunk := file.read(_CHUNK):
            # A workbook may name its sheets as it likes.
            is_sheet = is_sheet or b"sheetData" in chunk
            if not is_sheet:
                continue
            text = tail + chunk
            if any(sign in text for sign in _FORMULA_SIGNS) and _FORMULA.search(text):
                raise unreadable(source.naam, "Een cel bevat een formule.", rule="formule_in_cel")
            if any(sign in text for sign in _ERROR_SIGNS) and _ERROR_CELL.search(text):
                raise unreadable(source.naam, "Een cel bevat een rekenfout, geen waarde.")
            found = _REFERENCE.findall(text)
            cells += len(found)
            width = max([width, *map(_column, {letters for letters, _ in found})])
            height = max([height, *(int(row) for row in {row for _, row in found})])
            tail = text[-_OVERLAP:]
    area = width * height
    if area > _MAX_CELLS or area > max(_EMPTY_MATTERS_FROM, _MAX_EMPTY_RATIO * cells):
        raise unreadable(source.naam, "Een blad reikt veel verder dan zijn gegevens.")


def _column(letters: bytes) -> int:
    """The number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = 26 * number + letter - ord("A") + 1
    return number


def _find_head(sheet: Any, score: Score) -> Head:
    rows: list[Row] = [
        [_text(cell) for cell in row] for row in islice(sheet.iter_rows(), HEAD_ROWS)
    ]
    index = best_head(rows, score)
    head = list(rows[index])
    return Head(koppen=tuple(head), overslaan=index + 1)


def _load(con: duckdb.DuckDBPyConnection, relation: str, head: Head, sheet: Any) -> None:
    import pyarrow as pa

    width = len(head.koppen)
    names = [f"c{i}" for i in range(width)]
    con.execute(f"create or replace table {relation} ({', '.join(f'{n} varchar' for n in names)})")
    rows = islice(sheet.iter_rows(), head.overslaan, None)
    while batch := list(islice(rows, _ROWS_PER_BATCH)):
        columns = [
            pa.array([_text(cell) for cell in column], type=pa.string())
            for column in zip(*batch, strict=True)
        ]
        block = pa.table(columns, names=names)
        con.register("blok", block)
        con.execute(f"insert into {relation} from blok")
        con.unregister("blok")


def _text(cell: Any) -> str | None:
    """The text of one cell as someone would have typed it; None when it is blank."""
    if isinstance(cell, str):
        return cell if cell.strip() else None
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, dt.datetime):
        return cell.isoformat(sep=" ")
    if cell is None:
        return None
    return str(cell)
