"""How a case of the corpus writes its delivery: faultless tables, and one thing changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ..small import Row, Tables, changed, faultless, write_csv, write_parquet, write_xlsx
from .case import Build

Change = Callable[[Tables], object]
Source = Callable[[], Tables]


def with_tables(
    *changes: Change, names: Mapping[str, str] | None = None, source: Source = faultless
) -> Build:
    """One CSV per table, after changes to the rows, perhaps under other names."""

    def work(tables: Tables) -> None:
        for change in changes:
            change(tables)

    return lambda directory: [write_csv(directory, changed(source(), work), names)]


def with_bytes(
    change: Callable[[bytes], bytes], name: str = "11b.csv", source: Source = faultless
) -> Build:
    """A faultless delivery in which one file's bytes are changed."""

    def build(directory: Path) -> list[Path]:
        write_csv(directory, source())
        path = directory / name
        path.write_bytes(change(path.read_bytes()))
        return [directory]

    return build


def with_heading(old: str, new: str, name: str = "11a.csv", source: Source = faultless) -> Build:
    """One heading written otherwise."""
    return with_bytes(lambda b: b.replace(old.encode(), new.encode(), 1), name, source)


def with_headings(
    spell: Callable[[str, str], str], source: Source = faultless, **writing: Any
) -> Build:
    """Every heading as `spell(table, column)` has it; `writing` goes to `csv_bytes`."""
    from ..small import csv_bytes

    def build(directory: Path) -> list[Path]:
        directory.mkdir(parents=True)
        for table, rows in source().items():
            heads = [spell(table, column) for column in rows[0]]
            (directory / f"{table}.csv").write_bytes(csv_bytes(rows, header=heads, **writing))
        return [directory]

    return build


def with_book(
    change: Callable[[Path], object] | None = None, source: Source = faultless, **options: Any
) -> Build:
    """One workbook with a sheet per table, changed once it is written."""

    def build(directory: Path) -> list[Path]:
        directory.mkdir(parents=True)
        path = write_xlsx(directory / "levering.xlsx", source(), **options)
        if change:
            change(path)
        return [path]

    return build


def edited(fill: Callable[[Any, Any], object]) -> Callable[[Path], None]:
    """Rewrite the workbook with openpyxl after `fill(book, first sheet)`."""

    def change(path: Path) -> None:
        import openpyxl

        book = openpyxl.load_workbook(path)
        fill(book, book.worksheets[0])
        book.save(path)

    return change


def set_cell(cell: str, value: object) -> Callable[[Path], None]:
    """One cell of the first sheet."""

    def fill(_: Any, sheet: Any) -> None:
        sheet[cell] = value

    return edited(fill)


def with_parquet(
    change: Callable[[Path], object], name: str = "11b", source: Source = faultless
) -> Build:
    """Parquet files, of which one is changed."""

    def build(directory: Path) -> list[Path]:
        write_parquet(directory, source())
        change(directory / f"{name}.parquet")
        return [directory]

    return build


def single(name: str, content: bytes) -> Build:
    """One file with this content."""

    def build(directory: Path) -> list[Path]:
        directory.mkdir(parents=True)
        (directory / name).write_bytes(content)
        return [directory / name]

    return build


def copied(name: str, new: str, source: Source = faultless) -> Build:
    """A faultless delivery with one file twice, the second time as `new`."""

    def build(directory: Path) -> list[Path]:
        write_csv(directory, source())
        (directory / new).write_bytes((directory / name).read_bytes())
        return [directory]

    return build


def cell(table: str, row: int, source: Source = faultless, /, **values: str) -> Build:
    """Some cells of one row."""
    return with_tables(lambda t: t[table][row].update(values), source=source)


def everywhere(**values: str) -> Change:
    """The same values in every row of every table that has the column."""

    def change(tables: Tables) -> None:
        for row in [row for rows in tables.values() for row in rows]:
            row.update({name: value for name, value in values.items() if name in row})

    return change


def person(code: str, new: str) -> Change:
    """Another code for one person, wherever that person is."""

    def change(tables: Tables) -> None:
        for row in [row for rows in tables.values() for row in rows]:
            for name in ("persoon_code", "aim_code"):
                if row.get(name) == code:
                    row[name] = new

    return change


def adding(table: str, column: str, value: str = "x") -> Change:
    """A further column."""
    return lambda tables: [row.update({column: value}) for row in tables[table]]


def dropping(table: str, column: str) -> Change:
    """A column less."""
    return lambda tables: [row.pop(column) for row in tables[table]]


def a_list(name: str, change: Callable[[list[Row]], object], lists: Callable[[], Tables]) -> Build:
    """One reference list, changed."""
    return lambda directory: [
        write_csv(directory, {name: changed(lists(), lambda t: change(t[name]))[name]})
    ]
