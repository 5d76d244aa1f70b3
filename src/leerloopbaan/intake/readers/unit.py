"""What every reader yields: a sheet that shows its first rows and loads the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import duckdb

from leerloopbaan.intake.sources import Bron

Row = Sequence[str | None]
# How many of a row's cells are headings of the table looked for.
Score = Callable[[Row], int]
HEAD_ROWS = 40


@dataclass(frozen=True)
class Head:
    """The heading row that was found, and where the data begin."""

    koppen: tuple[str | None, ...]
    overslaan: int
    scheiding: str = ""


@dataclass(frozen=True)
class Unit:
    """One file or sheet.

    `find_head(score)` finds the heading row among the first rows; `load(con, relation, head)`
    creates `relation` with text columns c0, c1, ... in the order of the file, so that
    `rowid + 1` is the 1-based data row.
    """

    bron: Bron
    blad: str | None
    find_head: Callable[[Score], Head]
    load: Callable[[duckdb.DuckDBPyConnection, str, Head], None]

    @property
    def bestand(self) -> str:
        """How the sheet is named in the register of deliveries."""
        return self.bron.naam if self.blad is None else f"{self.bron.naam}/{self.blad}"


def best_head(rows: Sequence[Row], score: Score) -> int:
    """Index of the row with most headings (the first of them; 0 when there is none)."""
    scores = [score(row) for row in rows]
    return scores.index(max(scores)) if scores else 0
