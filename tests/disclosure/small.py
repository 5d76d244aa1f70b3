"""Small random towns for property tests: a table whose every equation holds by construction."""

from __future__ import annotations

import itertools
from collections import Counter
from typing import Any

import numpy as np
import pyarrow as pa

GEO = [("stad", "S", None), ("wijk", "A", "S"), ("wijk", "B", "S"), ("wijk", "C", "S")]
SEX = ("m", "v")
ROUTE = ("x", "y", "z")


def town(counts: dict[tuple[str, str, str, bool], int], **extra: Any) -> pa.Table:
    """`cellen` of wijk x sex x route x trait, from the number of pupils per inner cell."""
    persons: Counter[tuple[str, str, str, str]] = Counter()
    for (wijk, sex, route, has_trait), n in counts.items():
        for geo, s, r in itertools.product((wijk, "S"), (sex, "*"), (route, "*")):
            persons[geo, s, r, "T"] += n
            persons[geo, s, r, "k"] += n * has_trait
    rows = []
    for niveau, geo, ouder in GEO:
        for s, r, trait in itertools.product(("*", *SEX), ("*", *ROUTE), ("T", "k")):
            rows.append(
                {
                    "cel_id": f"{geo}-{s}-{r}-{trait}",
                    "basis": "b",
                    "kenmerk": trait,
                    "schooljaar": "2023-2024",
                    "meetmoment": "01/02",
                    "geo_niveau": niveau,
                    "geo_code": geo,
                    "geo_ouder": ouder,
                    "uitsplitsing": "totaal" if s == "*" else "geslacht",
                    "categorie": "totaal" if s == "*" else s,
                    "uitsplitsing_2": "totaal" if r == "*" else "richting",
                    "categorie_2": "totaal" if r == "*" else r,
                    "aantal": persons[geo, s, r, trait],
                    "gevoelig": trait == "k",
                    "structureel_nul": False,
                    "moet_getoond": False,
                    "zichtbaar": True,
                    **extra,
                }
            )
    return pa.Table.from_pylist(rows)


def random_town(seed: int, mean: float = 6.0) -> pa.Table:
    """A town with skewed counts; the same seed gives the same town."""
    rng = np.random.default_rng(seed)
    counts = {}
    for wijk, sex, route, trait in itertools.product("ABC", SEX, ROUTE, (True, False)):
        rate = mean * {"A": 4, "B": 1, "C": 2}[wijk] * {"x": 3, "y": 1, "z": 0.4}[route]
        counts[wijk, sex, route, trait] = int(rng.poisson(rate * (0.25 if trait else 0.75)))
    return town(counts)
