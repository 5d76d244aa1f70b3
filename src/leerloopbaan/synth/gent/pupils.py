"""One block of pupils of one school year, as they stand on 1 February and on 30 June.

Cross-sections: a block knows one school year and what it says of the year before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from leerloopbaan.synth.basis import YEARS, Bools, Floats, Ints, logit, sigmoid
from leerloopbaan.synth.gent.background import IN_CITY, Homes, draw_background, draw_homes
from leerloopbaan.synth.gent.city import Ghent
from leerloopbaan.synth.gent.previous import Standing, before_this_year, school_before
from leerloopbaan.synth.gent.stages import (
    DELAY,
    DELAY_VORM,
    LEVEL,
    NONE,
    REPEAT,
    REPEAT_VORM,
    SPECIAL,
    WORK,
    by_position,
    group_of,
    stage_counts,
)
from leerloopbaan.synth.groups import GRADE, OFFER_OF, POSITION, catalogue

TYPES = ("BA", "1", "2", "3", "4", "6", "7", "8", "9")
_TYPE_BASE = np.array([30.0, 6.0, 25.0, 9.0, 5.0, 1.0, 3.0, 8.0, 20.0])
_NO_GRADE: Mapping[str, tuple[Sequence[int], Sequence[float]]] = {
    "K": ((2, 3, 4, 5, 6), (13.5, 28, 28.7, 28.6, 1.2)),
    "BUK": ((3, 4, 5, 6), (10, 25, 45, 20)),
    "BUL": (range(6, 14), (5, 9, 13, 16, 18, 19, 15, 5)),
    "OKAN": (range(12, 18), (10, 13, 16, 18, 23, 20)),
    "7BSO": ((18, 19, 20), (50, 36, 14)),
    "MOD": ((16, 17, 18, 19), (25, 35, 25, 15)),
    "DBSO": ((15, 16, 17, 18, 19), (8, 25, 35, 22, 10)),
    "DUAAL": ((16, 17, 18, 19), (20, 35, 30, 15)),
    "SYNTRA": ((16, 17, 18, 19), (20, 35, 30, 15)),
    "OV1": (range(13, 21), [1] * 8),
    "OV2": (range(13, 20), [1] * 7),
    "OV3": (range(12, 19), [1] * 7),
    "OV4": (range(12, 19), [1] * 7),
}


@dataclass(frozen=True)
class Pupils:
    """Arrays over the pupils of one block; positions and sites as on 1 February."""

    year: int
    position: Ints
    group: Ints
    site: Ints
    birth_year: Ints
    sex: Ints
    country: Ints
    home: Ints  # kind of home
    sector: Ints  # in the city's sectors, in OUTSIDE_SECTORS, or NONE
    foreign: Ints  # index in ABROAD, or NONE
    dutch_at_home: Bools
    mother_qualified: Bools
    allowance: Bools
    deprived: Bools
    delay: Ints
    delay_known: Bools
    repeats: Bools
    repeat_known: Bools
    kleuter: Bools
    special_type: Ints  # index in TYPES, or NONE
    previous_group: Ints  # NONE: not in Flemish education the year before
    previous_site: Ints  # in the city's sites; NONE elsewhere
    previous_elsewhere: Ints  # index of a school elsewhere; NONE
    hardship: Floats  # latent, drives absences

    def __len__(self) -> int:
        return len(self.position)


TYPES = ("BA", "1", "2", "3", "4", "6", "7", "8", "9")
_TYPE_BASE = np.array([30.0, 6.0, 25.0, 9.0, 5.0, 1.0, 3.0, 8.0, 20.0])


def draw_pupils(rng: np.random.Generator, city: Ghent, year: int, count: int) -> Pupils:
    """A block of pupils in school year `year` (index), in the calibrated shares."""
    shares = stage_counts()[year]
    position = rng.choice(len(shares), count, p=shares / shares.sum())
    homes = draw_homes(rng, city, position)
    deprived = _deprived(rng, city, homes)
    wijken = city.schools.wijken
    inside = homes.kind == IN_CITY
    local = np.where(inside, wijken.deprivation[np.clip(homes.wijk, 0, None)], -0.8)
    home = draw_background(rng, year, position, homes.kind, local=local + 0.35 * deprived)

    anchor = np.where(inside, homes.wijk, rng.integers(0, len(wijken.code), count))
    site = city.schools.choose(rng, OFFER_OF[position], anchor, year, newcomer=False)
    method = city.method[city.schools.site_institution[site]] >= 0
    chance = _chance(by_position(REPEAT, REPEAT_VORM)[position], home.hardship)
    repeats = rng.random(count) < chance
    choice = rng.integers(0, 12, count)
    age, delay = _ages(rng, year, position, hardship=home.hardship, repeats=repeats)
    choice = np.where((position == POSITION["OKAN"]) & (age < 16), 0, choice)
    group = group_of(year, position, choice)
    before, before_group = before_this_year(rng, year, position, choice, repeats=repeats, age=age)
    standing = Standing(year, position, site, homes.kind, anchor)
    previous_site, elsewhere = school_before(rng, city, standing, before)
    delay, in_delay = _delivered_delay(year, position, group, age, delay)
    regular = (GRADE >= 1) & (GRADE <= 12)
    comparable = regular[position] & (before >= 0) & regular[np.clip(before, 0, None)]
    return Pupils(
        year=year,
        position=position,
        group=group,
        site=site,
        birth_year=YEARS[year] - age,
        sex=_sexes(rng, position),
        country=home.country,
        home=homes.kind,
        sector=homes.sector,
        foreign=homes.foreign,
        dutch_at_home=home.dutch,
        mother_qualified=home.qualified,
        allowance=home.allowance,
        deprived=deprived,
        delay=delay,
        delay_known=in_delay & ~method,
        repeats=repeats & comparable,
        repeat_known=comparable & ~method,
        kleuter=LEVEL[position] == 1,
        special_type=_types(rng, year, position),
        previous_group=before_group,
        previous_site=previous_site,
        previous_elsewhere=elsewhere,
        hardship=home.hardship,
    )


def _deprived(rng: np.random.Generator, city: Ghent, homes: Homes) -> Bools:
    """Whether the home's neighbourhood has much delay: a property of the sector."""
    known = city.sector_deprived[np.clip(homes.sector, 0, len(city.sector_code) - 1)]
    return np.where(homes.kind == IN_CITY, known, rng.random(len(known)) < 0.12)


def _delivered_delay(
    year: int, position: Ints, group: Ints, age: Ints, delay: Ints
) -> tuple[Ints, Bools]:
    """(years of delay, whether it is determined): lager, regular secondary, and duaal."""
    groups = catalogue().groups
    graad = np.array([g.graad or 0 for g in groups])[group]
    leerjaar = np.array([g.leerjaar or 0 for g in groups])[group]
    dual = np.array([g.dual for g in groups])[group] & (YEARS[year] >= 2016)
    delay = np.where(dual, age - 5 - (6 + 2 * (graad - 1) + leerjaar), delay)
    result: Ints = delay
    return result, dual | ((GRADE[position] >= 1) & (GRADE[position] <= 12))


def _chance(base: Floats, hardship: Floats) -> Floats:
    """A base rate moved by hardship, zero where the base is."""
    moved = sigmoid(logit(np.clip(base, 1e-9, 1 - 1e-9)) + 0.45 * hardship - 0.15)
    return np.where(base > 0, moved, 0.0)


def _ages(
    rng: np.random.Generator, year: int, position: Ints, *, hardship: Floats, repeats: Bools
) -> tuple[Ints, Ints]:
    """(age on 31 December, years of delay)."""
    n = len(position)
    base = by_position(DELAY, DELAY_VORM)[position] * (1.06 - 0.018 * year)
    behind = rng.random(n) < _chance(base, hardship)
    two = np.where(LEVEL[position] == 2, 0.07, np.where(GRADE[position] <= 8, 0.1, 0.21))
    extra = (rng.random(n) < two).astype(np.int64)
    ahead = ~behind & (rng.random(n) < 0.012) & (GRADE[position] >= 2)
    delay = np.where(behind, 1 + extra, np.where(ahead, -1, 0))
    delay = np.where(repeats & (delay < 1), 1, delay)
    age = 5 + GRADE[position] + delay
    for code, (ages, weights) in _NO_GRADE.items():
        at = np.flatnonzero(position == POSITION[code])
        age[at] = rng.choice(list(ages), len(at), p=np.array(weights) / np.sum(weights))
    return age, delay


def _sexes(rng: np.random.Generator, position: Ints) -> Ints:
    boys = np.where(SPECIAL[position], 0.64, np.where(np.isin(position, WORK), 0.66, 0.505))
    sex = np.where(rng.random(len(position)) < boys, 0, 1)
    return np.where(rng.random(len(position)) < 0.0003, 2, sex)


def _types(rng: np.random.Generator, year: int, position: Ints) -> Ints:
    """Type of special education: 1 and 8 were phased out, basisaanbod took their place."""
    weights = _TYPE_BASE.copy()
    fading = max(0.0, 1.0 - year / 3)
    for old in ("1", "8"):
        weights[TYPES.index("BA")] += weights[TYPES.index(old)] * (1 - fading)
        weights[TYPES.index(old)] *= fading
    kind = rng.choice(len(TYPES), len(position), p=weights / weights.sum())
    return np.where(SPECIAL[position], kind, NONE)
