"""The predictors: categories only, so that a coefficient is a point for a box that is ticked.

The first category of each is the reference (coefficient 0). Sex and nationality are no predictors:
the back-test only looks whether the model does right by both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# Column of the features → (Dutch name, categories). Article 2, L76 names OKI, zittenblijven,
# attestering and schoolwissels; the rest is what articles 3, 11a and 11b deliver for it.
FEATURES: dict[str, tuple[str, tuple[str, ...]]] = {
    "oki_klasse": ("OKI", ("0-1", "2", "3", "4", "onbekend")),
    "opleiding_moeder": ("Opleiding van de moeder", ("niet_laag", "laag", "onbekend")),
    "leeftijdsklasse": ("Leeftijd in het schooljaar", ("15", "16", "17", "18", "19_plus")),
    "leeftijd_instap": (
        "Leeftijd bij instap",
        ("6-11", "2-5", "12-15", "16-17", "18+", "onbekend"),
    ),
    "instapmaand": (
        "Maand van instap",
        ("september", "okt_dec", "jan_mrt", "apr_jun", "jul_aug", "onbekend"),
    ),
    "vertragingsklasse": ("Schoolse vertraging", ("op_leeftijd", "1_jaar", "2_plus", "onbepaald")),
    "wisselklasse": ("Schoolwissels tot nu", ("0", "1", "2_plus")),
    "attest_vorig": ("Attest van vorig schooljaar", ("A", "B", "C", "geen")),
    "leerweg": (
        "Leerweg",
        ("aso_tso_kso", "eerste_graad", "bso", "okan", "deeltijds"),
    ),
}
GROUPS = {"geslacht": "Geslacht", "nationaliteitsgroep": "Nationaliteit"}
INTERCEPT = ("intercept", "")


@dataclass(frozen=True)
class Patterns:
    """Pupils counted per pattern: `x` [pattern, column] of 0 and 1, outcome, count, cohort, groups.

    `cohort` is the start year of the school year in which the pupils were looked at.
    """

    x: Floats
    outcome: NDArray[np.bool_]
    count: NDArray[np.int64]
    cohort: NDArray[np.int64]
    groups: dict[str, NDArray[np.str_]]

    def where(self, chosen: NDArray[np.bool_]) -> Patterns:
        """The patterns for which `chosen` is true."""
        groups = {name: values[chosen] for name, values in self.groups.items()}
        return Patterns(
            self.x[chosen], self.outcome[chosen], self.count[chosen], self.cohort[chosen], groups
        )

    @property
    def total(self) -> int:
        """Pupils, once per cohort."""
        return int(self.count.sum())

    @property
    def positives(self) -> int:
        """Of them, those who left without a qualification."""
        return int(self.count[self.outcome].sum())


def columns() -> list[tuple[str, str]]:
    """(feature, category) of every column of `x`, in order; references have none."""
    return [(name, value) for name, (_, values) in FEATURES.items() for value in values[1:]]


def count_patterns(features: Any) -> Patterns:
    """Patterns of a relation with the features, `startjaar`, `uitkomst` and the groups.

    Only rows with a known outcome (`uitkomst` not NULL). The rows leave DuckDB counted, in the
    order of their values: the same pupils in another order give the same arrays.
    """
    names = [*FEATURES, *GROUPS]
    text = ", ".join(f"cast({name} as varchar) as {name}" for name in names)
    table = features.query(
        "kenmerken",
        f"select startjaar, uitkomst, {text}, count(*) as aantal from kenmerken "
        "where in_model and uitkomst is not null group by all order by all",
    ).to_arrow_table()
    values = {name: table.column(name).to_pylist() for name in names}
    return Patterns(
        x=encode(values),
        outcome=np.array(table.column("uitkomst").to_pylist(), dtype=bool),
        count=np.array(table.column("aantal").to_pylist(), dtype=np.int64),
        cohort=np.array(table.column("startjaar").to_pylist(), dtype=np.int64),
        groups={name: np.array(values[name], dtype=np.str_) for name in GROUPS},
    )


def encode(values: dict[str, Sequence[str]]) -> Floats:
    """Columns of 0 and 1 [pattern, column]; a category that is not in the list is an error."""
    rows = len(next(iter(values.values())))
    for name, (_, known) in FEATURES.items():
        if unknown := set(values[name]) - set(known):
            raise ValueError(f"{name}: {len(unknown)} unknown categories")
    made = [
        np.array([v == value for v in values[name]], dtype=np.float64) for name, value in columns()
    ]
    return np.stack(made, axis=1) if made else np.zeros((rows, 0))
