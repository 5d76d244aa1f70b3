"""Count true indicator values block by block, and write them down for the ground truth."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from leerloopbaan.synth.basis import MOMENTS, SCHOOLJAREN, Bools, Ints

YEAR = len(MOMENTS)  # moment index of events that belong to a whole school year
MOMENT_NAMES = (*MOMENTS, "jaar")


@dataclass(frozen=True)
class Figure:
    """One indicator in one block: a row per person and event that is in the population."""

    indicator: str
    person: Ints
    year: Ints
    moment: Ints
    area: Ints  # index of the area of the place; -1: outside the city or unknown
    trait: Bools | None  # None: a plain count


@dataclass
class Tally:
    """Sums over blocks: `[year, moment, area (last: outside), category, teller/noemer]`."""

    areas: Sequence[str]
    area_level: str
    categories: Sequence[str]
    breakdown: str
    counts: dict[str, Ints] = field(default_factory=dict)
    plain: set[str] = field(default_factory=set)

    def add(self, figures: Iterable[Figure], category: Ints) -> None:
        """Add a block; `category` is each person's category of the breakdown."""
        shape = (len(SCHOOLJAREN), len(MOMENT_NAMES), len(self.areas) + 1, len(self.categories))
        for f in figures:
            area = np.where(f.area < 0, len(self.areas), f.area)
            key = np.ravel_multi_index((f.year, f.moment, area, category[f.person]), shape)
            size = int(np.prod(shape))
            noemer = np.bincount(key, minlength=size)
            teller = noemer if f.trait is None else np.bincount(key[f.trait], minlength=size)
            both = np.stack([teller, noemer], axis=-1).reshape(*shape, 2).astype(np.int64)
            self.counts[f.indicator] = self.counts.get(f.indicator, np.zeros_like(both)) + both
            if f.trait is None:
                self.plain.add(f.indicator)

    def rows(self) -> list[dict[str, str | int | None]]:
        """Every true value with a population, by indicator, school year, moment and place."""
        result: list[dict[str, str | int | None]] = []
        for indicator in sorted(self.counts):
            table = self.counts[indicator]
            for year, schooljaar in enumerate(SCHOOLJAREN):
                for moment, name in enumerate(MOMENT_NAMES):
                    head = {"indicator": indicator, "schooljaar": schooljaar, "meetmoment": name}
                    result += self._places(head, table[year, moment], indicator in self.plain)
        return result

    def _places(
        self, head: dict[str, str], table: Ints, plain: bool
    ) -> list[dict[str, str | int | None]]:
        places = [("populatie", None, table.sum(axis=0)), ("stad", None, table[:-1].sum(axis=0))]
        rows: list[dict[str, str | int | None]] = []

        def emit(level: str, code: str | None, breakdown: str, category: str, pair: Ints) -> None:
            if pair[1] > 0:
                rows.append(
                    {
                        **head,
                        "geo_niveau": level,
                        "geo_code": code,
                        "uitsplitsing": breakdown,
                        "categorie": category,
                        "teller": None if plain else int(pair[0]),
                        "noemer": int(pair[1]),
                    }
                )

        for level, code, values in places:
            emit(level, code, "totaal", "totaal", values.sum(axis=0))
            for c, category in enumerate(self.categories):
                emit(level, code, self.breakdown, category, values[c])
        for a, area in enumerate(self.areas):
            emit(self.area_level, area, "totaal", "totaal", table[a].sum(axis=0))
        return rows
