"""Newcomers as they arrive: when, how old, from where, with which home background."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from leerloopbaan.synth.basis import YEARS, Bools, Dates, Floats, Ints, pick_row
from leerloopbaan.synth.groups import POSITION
from leerloopbaan.synth.landscape import Wijken

CANDIDATES_PER_SCALE = 35_000
# Arrivals per school year: Syria 2015, COVID 2020, Ukraine from spring 2022.
ARRIVALS = np.array([3.5, 3.0, 2.7, 2.7, 2.8, 2.1, 3.5, 4.4, 3.5, 3.0])
AGE_WEIGHTS = np.array([9, 10, 9, 8, 7.5, 7, 6.5, 8.5, 8.5, 9.5, 11, 12.5, 10.5])  # 5 .. 17
SEXES = ("M", "V", "X")

# Code, group for the home profile, base share.
COUNTRIES = (
    ("BE", 0, 2.5), ("NL", 1, 5.0), ("ES", 1, 4.5), ("PT", 1, 2.5), ("IT", 1, 2.2),
    ("FR", 1, 1.2), ("DE", 1, 1.0), ("GR", 1, 1.2), ("BG", 2, 8.0), ("RO", 2, 6.5),
    ("PL", 2, 6.0), ("HU", 2, 1.2), ("SK", 2, 1.0), ("TR", 3, 7.0), ("MA", 3, 8.5),
    ("AL", 3, 1.5), ("RS", 3, 1.6), ("SY", 4, 8.0), ("IQ", 4, 4.0), ("AF", 4, 7.5),
    ("PS", 4, 3.0), ("IR", 4, 1.0), ("SO", 4, 2.8), ("ER", 4, 2.0), ("ET", 4, 0.8),
    ("GN", 5, 1.6), ("GH", 5, 2.4), ("NG", 5, 1.6), ("CM", 5, 1.0), ("CD", 5, 1.5),
    ("UA", 6, 0.5), ("RU", 6, 1.6), ("GE", 6, 0.8), ("AM", 6, 0.7), ("IN", 7, 4.0),
    ("CN", 7, 1.6), ("NP", 7, 0.8), ("PK", 7, 1.4), ("BD", 7, 0.9), ("BR", 5, 1.6),
    ("EC", 5, 0.8), ("CO", 5, 0.9), ("DO", 5, 0.9), ("onbekend", 4, 0.9),
)  # fmt: skip
COUNTRY_CODES = tuple(code for code, *_ in COUNTRIES)
COUNTRY_GROUP: Ints = np.array([group for _, group, _ in COUNTRIES])
ACCESSION = 2  # the group of countries that joined the European Union since 2004
BELGIUM = COUNTRY_CODES.index("BE")
# By group: mother low-educated, school allowance, deprived wijk, effect on results.
GROUP_MOTHER = np.array([0.35, 0.33, 0.58, 0.72, 0.80, 0.66, 0.25, 0.42])
GROUP_ALLOWANCE = np.array([0.50, 0.42, 0.55, 0.72, 0.86, 0.72, 0.72, 0.36])
GROUP_RESULT = np.array([0.1, 0.25, -0.15, -0.15, -0.3, -0.1, 0.35, 0.45])


@dataclass(frozen=True)
class Persons:
    """One block of candidates; arrays over persons."""

    first: int
    entry_year: Ints  # index in YEARS
    entry_date: Dates
    late: Floats  # 0 (September) .. 1 (June): share of the school year that was missed
    birth_year: Ints
    sex: Ints
    country: Ints
    ability: Floats
    mother_low: Bools
    home_language: Bools
    allowance_need: Floats  # uniform: below the year's share, the allowance is granted
    wijk: Ints
    outside: Bools  # lives outside the city at the start
    entry_position: Ints

    def __len__(self) -> int:
        return len(self.entry_year)


def draw_persons(rng: np.random.Generator, first: int, count: int, wijken: Wijken) -> Persons:
    """Candidates `first` .. `first + count - 1`; some never reach the city (see careers)."""
    entry_year = rng.choice(len(YEARS), count, p=ARRIVALS / ARRIVALS.sum())
    age = 5 + rng.choice(len(AGE_WEIGHTS), count, p=AGE_WEIGHTS / AGE_WEIGHTS.sum())
    start = np.array([f"{y}-09-01" for y in YEARS], dtype="datetime64[D]")[entry_year]
    later = rng.random(count) < np.where((entry_year == 6), 0.72, 0.56)
    # In 2021-2022 most newcomers came in spring.
    delay = np.where(entry_year == 6, rng.integers(120, 288, count), rng.integers(8, 288, count))
    shift = np.where(later, delay, 0)
    date = start + shift.astype("timedelta64[D]")
    weekday = (date.astype("int64") + 3) % 7  # 0 is Monday
    date = date + np.where(later & (weekday > 4), 7 - weekday, 0).astype("timedelta64[D]")
    late = (date - start).astype(np.int64) / 302.0

    country = _countries(rng, entry_year)
    group = COUNTRY_GROUP[country]
    # Teenagers who came alone from war zones are mostly boys.
    boys = np.where((group == 4) & (age >= 15), 0.66, 0.51)
    sex = np.where(rng.random(count) < boys, 0, 1)
    sex = np.where(rng.random(count) < 0.0003, 2, sex)
    mother_low = rng.random(count) < GROUP_MOTHER[group]
    home_language = rng.random(count) < np.where(group == 1, 0.972, 0.993)
    hardship = np.clip(GROUP_ALLOWANCE[group] + 0.10 * (mother_low - 0.6), 0.05, 0.97)
    allowance_need = rng.random(count) / hardship  # scaled: < 1 means entitled when rules are wide

    preference = wijken.newcomers[None, :] * np.exp(
        np.where(mother_low, 0.5, -0.1)[:, None] * wijken.deprivation[None, :]
    )
    ability = (
        rng.normal(0.0, 1.0, count)
        + GROUP_RESULT[group]
        - 0.22 * mother_low
        - 0.12 * (allowance_need < 1)
        - 0.75 * (late - 0.25)
        - 0.035 * (age - 10)
    )
    return Persons(
        first=first,
        entry_year=entry_year,
        entry_date=date,
        late=late,
        birth_year=np.array(YEARS)[entry_year] - age,
        sex=sex,
        country=country,
        ability=ability,
        mother_low=mother_low,
        home_language=home_language,
        allowance_need=allowance_need,
        wijk=pick_row(rng, preference),
        outside=rng.random(count) < 0.17,
        entry_position=_entry_position(rng, age, late, ability),
    )


def _countries(rng: np.random.Generator, entry_year: Ints) -> Ints:
    """Nationality by year of arrival: waves of refugees, and steady migration within Europe."""
    base = np.tile(np.array([share for *_, share in COUNTRIES]), (len(YEARS), 1))
    waves = {"SY": (0, 2, 2.6), "IQ": (0, 2, 1.9), "AF": (0, 3, 1.6), "PS": (3, 10, 1.9)}
    for code, (since, until, factor) in waves.items():
        base[since:until, COUNTRY_CODES.index(code)] *= factor
    base[6, COUNTRY_CODES.index("UA")] = 26.0
    base[7:, COUNTRY_CODES.index("UA")] = 17.0
    return pick_row(rng, base[entry_year])


# At each age: positions with their weight; a later arrival starts lower.
ENTRY: Mapping[int, Mapping[str, float]] = {
    5: {"K": 98, "BUK": 0.8},
    6: {"L1": 80, "K": 19, "BUL": 0.5},
    7: {"L2": 47, "L1": 51, "BUL": 0.8},
    8: {"L3": 42, "L2": 41, "L1": 16, "BUL": 1},
    9: {"L4": 40, "L3": 40, "L2": 19, "BUL": 1},
    10: {"L5": 40, "L4": 39, "L3": 20, "BUL": 1},
    11: {"L6": 36, "L5": 41, "L4": 22, "BUL": 1},
    12: {"OKAN": 80, "L6": 11, "1A": 4, "1B": 4, "OV2": 0.4},
    13: {"OKAN": 90, "1A": 4, "1B": 5, "2B": 1, "OV2": 0.5},
    14: {"OKAN": 90, "2A": 3, "2B": 4, "3BSO": 2, "OV3": 0.5},
    15: {"OKAN": 90, "3BSO": 4, "3TSO": 2, "3ASO": 2, "4BSO": 1, "OV3": 0.5},
    16: {"OKAN": 89, "3BSO": 3, "4BSO": 3, "4ASO": 2, "DBSO": 2, "OV1": 0.4},
    17: {"OKAN": 86, "4BSO": 4, "5BSO": 3, "5ASO": 2, "DBSO": 4, "OV1": 0.4},
}


def _entry_position(rng: np.random.Generator, age: Ints, late: Floats, ability: Floats) -> Ints:
    weights = np.zeros((18, len(POSITION)))
    for years, options in ENTRY.items():
        for code, weight in options.items():
            weights[years, POSITION[code]] = weight
    rank = np.zeros(len(POSITION))
    for grade in range(1, 7):
        rank[POSITION[f"L{grade}"]] = 0.45 * grade
    tilt = 0.5 * ability - 1.2 * (late - 0.25)
    return pick_row(rng, weights[age] * np.exp(tilt[:, None] * rank[None, :]))
