"""The benchmark's tables: from the committed pupils, or from a generator with another seed.

All pupils are fictitious. The committed ones are those of the reference figures (18,000 a school
year, skewed like a segregated city); the generator draws towns of the same make.
"""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

Record = dict[str, str]
DATA = Path(__file__).parent / "data" / "disclosure"

#: The dimensions of each benchmark table.
TABLES: Mapping[str, Sequence[Sequence[str]]] = {
    "T1": [("area", "sex", "nat")],
    "T2": [("area", "sex", "nat"), ("area", "niveau", "vertraging"), ("school", "nat")],
    "T3": [("area", "sex", "nat", "niveau", "vertraging")],
}


def hierarchies() -> dict[str, dict[str, list[str]]]:
    """Parent -> children per dimension."""
    loaded: dict[str, dict[str, list[str]]] = json.loads((DATA / "hierarchies.json").read_text())
    return loaded


def dimensions(name: str) -> dict[str, dict[str, list[str]]]:
    """The hierarchies that a table uses."""
    used = {d for table in TABLES[name] for d in table}
    return {d: tree for d, tree in hierarchies().items() if d in used}


def committed(year: int) -> list[Record]:
    """The pupils of 2014 or 2015 in the committed file."""
    with gzip.open(DATA / "pupils_2014_2015.csv.gz", "rt", encoding="utf-8") as file:
        return [
            {
                "area": row["wijk"],
                "school": row["vest"],
                **{n: row[n] for n in ("sex", "nat", "niveau", "vertraging")},
            }
            for row in csv.DictReader(file)
            if row["jaar"] == str(year)
        ]


def generated(seed: int, pupils: int = 18_000) -> list[Record]:
    """Another fictitious town over the same places and schools; the same seed, the same town."""
    rng = np.random.default_rng(seed)
    trees = hierarchies()
    districts = trees["area"]["STAD"]
    wijken = [w for d in districts for w in trees["area"][d]]
    size = rng.lognormal(0, 0.8, len(wijken))
    wijk = rng.choice(len(wijken), pupils, p=size / size.sum())
    mixes = rng.dirichlet(np.array([8.0, 1.6, 1.0, 0.8, 0.4, 0.2]), len(wijken))
    draw = rng.random(pupils)
    nat = (draw[:, None] > mixes.cumsum(axis=1)[wijk]).sum(axis=1).clip(0, 5)
    sites = [v for i in trees["school"]["STAD"] for v in trees["school"][i]]
    level = rng.choice(3, len(sites), p=[0.25, 0.4, 0.35])
    level[:3] = [0, 1, 2]
    weight = rng.lognormal(0, 0.6, len(sites))
    site = rng.choice(len(sites), pupils, p=weight / weight.sum())
    sex = rng.integers(0, 2, pupils)
    late = rng.random(pupils) < 0.06 + 0.05 * level[site] + 0.02 * nat
    levels = trees["niveau"]["T"]
    return [
        {
            "area": wijken[wijk[i]],
            "school": sites[site[i]],
            "sex": "MV"[sex[i]],
            "nat": f"N{nat[i]}",
            "niveau": levels[level[site[i]]],
            "vertraging": "J" if late[i] else "N",
        }
        for i in range(pupils)
    ]
