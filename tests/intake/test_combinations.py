"""Two or three faults at once: the strictest verdict, and every rule named.

A file that cannot be used stops the gate before the rows are looked at, and forbidden content
before the other rules: of the faults that remain unseen nothing can be said.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leerloopbaan import home
from leerloopbaan.intake.deliver import deliver

from .conftest import rules
from .corpus.case import RECEIVED
from .corpus.cells import CELLS
from .small import Tables, changed, csv_bytes, faultless

# Persons who are alike in all that the rules look at: each carries one fault.
ALIKE = (0, 4, 8)
WEIGHT = ("geweigerd", "quarantaine", "aanvaard")


@dataclass(frozen=True)
class Cell:
    """A fault of one cell, on whichever of the persons."""

    table: str
    row: int
    column: str
    value: str
    verdict: str
    rules: frozenset[str]

    @property
    def stage(self) -> int:
        return 1 if self.verdict == "geweigerd" else 2


@dataclass(frozen=True)
class File:
    """A fault of a file as a whole: `old` bytes of it, once, become `new` ones."""

    table: str
    old: bytes
    new: bytes
    rules: frozenset[str]
    verdict: str = "geweigerd"
    stage: int = 0


CELL_FAULTS = tuple(Cell(*cell[:5], frozenset(cell[5])) for cell in CELLS if cell[5])
FILE_FAULTS = tuple(
    File(table, old, new, frozenset(found))
    for table, old, new, found in (
        ("11a", b"persoon_code;", b"klasgroep;", ("onbekende_kolom", "ontbrekende_kolom")),
        ("11a", b";geslacht;", b";voornaam;", ("verboden_naam", "ontbrekende_kolom")),
        ("11a", b";oki", b";geslacht", ("dubbele_kolom", "ontbrekende_kolom")),
        ("11b", b"ZZ-P0003", b"ZZ-\x00\x00", ("onleesbaar",)),
        ("11b", b";J;J;", b';J;J;"', ("onleesbaar",)),
        ("11c", b"vsv;", b"spijbelt;", ("onbekende_kolom", "ontbrekende_kolom")),
        ("11c", b";oki;", b";e-mail;", ("verboden_contactgegeven", "ontbrekende_kolom")),
    )
)
# How many rows of 11b the persons before this one have.
_STARTS = [0, *accumulate(3 if i % 2 else 2 for i in range(max(ALIKE)))]


def combinations() -> st.SearchStrategy[list[Cell | File]]:
    faults: st.SearchStrategy[Cell | File] = st.one_of(
        st.sampled_from(CELL_FAULTS), st.sampled_from(CELL_FAULTS), st.sampled_from(FILE_FAULTS)
    )
    return st.lists(faults, min_size=2, max_size=3, unique=True).filter(_stand_apart)


def _stand_apart(faults: list[Cell | File]) -> bool:
    """Only the first person is in 11c; a file carries one fault of the whole."""
    files = [fault.table for fault in faults if isinstance(fault, File)]
    leavers = [fault for fault in faults if isinstance(fault, Cell) and fault.table == "11c"]
    return len(files) == len(set(files)) and len(leavers) <= 1


def write(directory: Path, faults: list[Cell | File]) -> None:
    cells = sorted((f for f in faults if isinstance(f, Cell)), key=lambda f: f.table != "11c")

    def plant(tables: Tables) -> None:
        for person, cell in zip(ALIKE, cells, strict=False):
            first = {"11a": person, "11b": _STARTS[person], "11c": 0}[cell.table]
            tables[cell.table][first + cell.row][cell.column] = cell.value

    for table, rows in changed(faultless(), plant).items():
        content = csv_bytes(rows)
        for fault in faults:
            if isinstance(fault, File) and fault.table == table:
                assert fault.old in content
                content = content.replace(fault.old, fault.new, 1)
        (directory / f"{table}.csv").write_bytes(content)


def _check(faults: list[Cell | File], vaults: Path) -> None:
    shutil.copy(vaults / "antwerpen.duckdb", home.landing_file("antwerpen"))
    with tempfile.TemporaryDirectory() as name:
        write(Path(name), faults)
        result = deliver("antwerpen", [Path(name)], RECEIVED, synthetic=True)
    reached = min(fault.stage for fault in faults)
    seen = [fault for fault in faults if fault.stage == reached]
    assert result.status == min((fault.verdict for fault in faults), key=WEIGHT.index)
    assert rules(result, warnings=True) == set().union(*(fault.rules for fault in seen))


@settings(max_examples=4)
@given(faults=combinations())
def test_the_strictest_verdict_and_every_rule(faults: list[Cell | File], vaults: Path) -> None:
    _check(faults, vaults)


@pytest.mark.full
@settings(max_examples=200)
@given(faults=combinations())
def test_the_strictest_verdict_and_every_rule_many(faults: list[Cell | File], vaults: Path) -> None:
    _check(faults, vaults)
