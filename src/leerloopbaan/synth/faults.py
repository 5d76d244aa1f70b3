"""Plant named faults in a delivery, and keep the ledger of what was planted where.

Faults work on text, as a supplier's file would hold them, and on the first block of persons
only; a fault of a column or of a header goes through the whole file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import numpy as np
import pyarrow as pa

from leerloopbaan.errors import LeerloopbaanError
from leerloopbaan.synth.basis import Bools, Ints

Gebrek = Literal["foutief", "onnauwkeurig", "onvolledig", "ontbrekend", "verouderd", "overtollig"]
PER_FAULT = 12


@dataclass
class Delivered:
    """One block of a delivery before it is written, as text; and what follows the writing."""

    tables: dict[str, pa.Table]
    after: dict[str, Callable[[Path], None]] = field(default_factory=dict)

    def column(self, table: str, name: str) -> np.ndarray[tuple[int], np.dtype[np.object_]]:
        """One column as Python text; None where blank."""
        return np.array(self.tables[table][name].to_pylist(), dtype=object)

    def filled(self, table: str, name: str) -> Bools:
        """Where a column is not blank."""
        return np.asarray(self.tables[table][name].is_valid())

    def some(self, table: str, among: Bools | None = None, most: int = PER_FAULT) -> Ints:
        """Row numbers, spread evenly over those that qualify."""
        rows = np.arange(self.tables[table].num_rows) if among is None else np.flatnonzero(among)
        if len(rows) == 0:
            raise LeerloopbaanError(
                f"no row of {table} can carry the fault.", remedy="Choose a larger --scale."
            )
        count = min(most, len(rows))
        return rows[np.linspace(0, len(rows) - 1, count).astype(np.int64)]

    def set(self, table: str, rows: Ints, **columns: str | Sequence[str | None] | None) -> int:
        """Overwrite cells; one value for all rows, or one per row. Returns the number of rows."""
        current = self.tables[table]
        for name, value in columns.items():
            cells = self.column(table, name)
            cells[rows] = value if value is None or isinstance(value, str) else list(value)
            index = current.schema.get_field_index(name)
            current = current.set_column(index, name, pa.array(cells.tolist(), pa.string()))
        self.tables[table] = current
        return len(rows)

    def repeat(self, table: str, rows: Ints, **columns: str | Sequence[str | None] | None) -> int:
        """Append copies of rows, with some cells changed. Returns the number of rows."""
        before = self.tables[table].num_rows
        self.tables[table] = pa.concat_tables(
            [self.tables[table], self.tables[table].take(pa.array(rows))]
        ).combine_chunks()
        self.set(table, np.arange(before, before + len(rows)), **columns)
        return len(rows)

    def keep(self, table: str, among: Bools) -> int:
        """Drop the other rows. Returns how many were dropped."""
        self.tables[table] = self.tables[table].filter(pa.array(among))
        return int((~among).sum())

    def change(self, table: str, changed: pa.Table) -> int:
        """Put another table in its place. Returns its number of rows."""
        self.tables[table] = changed
        return int(changed.num_rows)


@dataclass(frozen=True)
class Fault:
    """A named fault: where it is planted and which rule of the register must find it.

    `everywhere`: in every block; else in some rows of the first one. `plant` returns how many
    rows are at fault.
    """

    name: str
    table: str
    rule: str
    gebrek: Gebrek
    description: str
    plant: Callable[[Delivered], int]
    everywhere: bool = False


@dataclass
class Ledger:
    """Plants the chosen faults block by block, and counts the rows at fault."""

    faults: Sequence[Fault]
    rows: dict[str, int] = field(default_factory=dict)
    after: dict[str, Callable[[Path], None]] = field(default_factory=dict)

    def plant(self, tables: dict[str, pa.Table], *, first: bool) -> dict[str, pa.Table]:
        """The tables of one block with the faults in them; untouched when there are none."""
        if not self.faults:
            return tables
        delivered = Delivered({name: text_table(t) for name, t in tables.items()})
        for fault in self.faults:
            if first or fault.everywhere:
                self.rows[fault.name] = self.rows.get(fault.name, 0) + fault.plant(delivered)
        self.after |= delivered.after
        return delivered.tables

    def finish(self, files: Mapping[str, Path]) -> None:
        """What is done to a file once it is written."""
        for table, action in self.after.items():
            action(files[table])

    def entries(self) -> list[dict[str, str | int]]:
        """As the faults stand in the ground truth."""
        return [
            {
                "naam": fault.name,
                "tabel": fault.table,
                "regel": fault.rule,
                "gebrek": fault.gebrek,
                "rijen": self.rows.get(fault.name, 0),
                "omschrijving": fault.description,
            }
            for fault in self.faults
        ]


def chosen(names: Iterable[str], catalogue: Sequence[Fault]) -> list[Fault]:
    """The faults called `names`, in that order; raises LeerloopbaanError for an unknown one."""
    by_name = {fault.name: fault for fault in catalogue}
    for name in names:
        if name not in by_name:
            raise LeerloopbaanError(
                f"there is no fault called {name}.", remedy="See: leerloopbaan synth --list-faults"
            )
    return [by_name[name] for name in names]


def text_table(table: pa.Table) -> pa.Table:
    """Every column as text (dates ISO): what faults work on."""
    return pa.table(
        [c.cast(pa.string()).combine_chunks() for c in table.columns], table.schema.names
    )


# -- building blocks of the cities' catalogues


def overwrite(table: str, column: str, value: str | None) -> Callable[[Delivered], int]:
    """Some rows get `value` in `column`."""
    return lambda d: d.set(table, d.some(table), **{column: value})


def extra_column(table: str, name: str, values: Sequence[str]) -> Callable[[Delivered], int]:
    """A column that the protocol does not list, filled in turn with `values`."""

    def plant(d: Delivered) -> int:
        chunk = d.tables[table]
        cells = [values[i % len(values)] for i in range(chunk.num_rows)]
        return d.change(table, chunk.append_column(name, pa.array(cells, pa.string())))

    return plant


def missing_column(table: str, name: str) -> Callable[[Delivered], int]:
    """A column of the protocol is not there."""
    return lambda d: d.change(table, d.tables[table].drop_columns([name]))


def double_column(table: str, name: str) -> Callable[[Delivered], int]:
    """A column stands there twice."""
    return lambda d: d.change(table, d.tables[table].append_column(name, d.tables[table][name]))


def national_numbers(count: int) -> list[str]:
    """Numbers with a valid check digit and no birth date: recognisable, and nobody's."""
    bases = [int(f"{n // 999 % 100:02d}0000{n % 999 + 1:03d}") for n in range(count)]
    return [f"{base:09d}{97 - base % 97:02d}" for base in bases]


def cut_short(path: Path) -> None:
    """Cut the file off in the middle of its last line."""
    content = path.read_bytes()
    path.write_bytes(content[: len(content) - len(content) // 10 - 7])
