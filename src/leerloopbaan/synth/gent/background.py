"""Where pupils live and what their home is like."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from leerloopbaan.synth.antwerpen.persons import COUNTRY_CODES, COUNTRY_GROUP
from leerloopbaan.synth.basis import YEARS, Bools, Floats, Ints, sigmoid
from leerloopbaan.synth.gent.city import ABROAD, OUTSIDE_SECTORS, SECTORS_PER_WIJK, Ghent
from leerloopbaan.synth.gent.stages import LEVEL, NONE, SPECIAL, WORK
from leerloopbaan.synth.groups import POSITION, POSITIONS

# Kinds of home.
IN_CITY, IN_BELGIUM, IN_BELGIUM_UNPLACED, ABROAD_HOME = range(4)
BELGIAN = COUNTRY_CODES.index("BE")


@dataclass(frozen=True)
class Homes:
    """Where pupils live; NONE where it does not apply."""

    kind: Ints
    sector: Ints  # in the city's sectors, or in OUTSIDE_SECTORS
    wijk: Ints
    foreign: Ints  # index in ABROAD


@dataclass(frozen=True)
class Background:
    """Home background; `hardship` is latent and moves everything else."""

    country: Ints
    dutch: Bools
    qualified: Bools
    allowance: Bools
    hardship: Floats


def draw_homes(rng: np.random.Generator, city: Ghent, position: Ints) -> Homes:
    """Basisonderwijs is near home; half of the secondary pupils live outside the city."""
    n = len(position)
    inside = np.select(
        [LEVEL[position] < 3, SPECIAL[position], position == POSITION["OKAN"]],
        [0.885, 0.45, 0.78],
        0.5,
    )
    inside = np.where(SPECIAL[position] & (LEVEL[position] < 3), 0.62, inside)
    lives_in = rng.random(n) < inside
    odd = rng.random(n)
    weights = city.schools.wijken.newcomers
    wijk = np.where(lives_in, rng.choice(len(weights), n, p=weights / weights.sum()), NONE)
    foreign = ~lives_in & (odd < 0.012)
    unplaced = ~lives_in & (odd > 0.994)
    home = np.select(
        [lives_in, foreign, unplaced], [IN_CITY, ABROAD_HOME, IN_BELGIUM_UNPLACED], IN_BELGIUM
    )
    within = wijk * SECTORS_PER_WIJK + rng.integers(0, SECTORS_PER_WIJK, n)
    around = rng.choice(len(OUTSIDE_SECTORS), n, p=_near(len(OUTSIDE_SECTORS)))
    # A home without a known sector keeps its municipality.
    sector = np.where(lives_in, within, np.where(foreign, NONE, around))
    country = np.where(foreign, rng.choice(len(ABROAD), n, p=[0.75, 0.18, 0.05, 0.02]), NONE)
    return Homes(home, sector, wijk, country)


def _near(count: int) -> Floats:
    weights = 1.0 / (np.arange(count) // 6 + 3.0)
    result: Floats = weights / weights.sum()
    return result


def draw_background(
    rng: np.random.Generator, year: int, position: Ints, home: Ints, local: Floats
) -> Background:
    """Nationality and the four pupil characteristics, all moved by the same hardship."""
    n = len(position)
    special = np.select(
        [position == POSITION["OKAN"], SPECIAL[position], np.isin(position, WORK)],
        [2.0, 0.7, 0.9],
        0.0,
    )
    vocational = np.array([p.vorm == "BSO" for p in POSITIONS])[position] * 0.7
    academic = np.array([p.vorm == "ASO" for p in POSITIONS])[position] * -0.5
    pressure = local + special + vocational + academic
    hardship = pressure + rng.normal(0.0, 0.8, n)
    okan = position == POSITION["OKAN"]
    trend = 0.015 * year
    non_belgian = sigmoid(-2.35 + trend * 2 + 0.8 * hardship) + 0.9 * okan
    codes = np.arange(len(COUNTRY_CODES))
    shares = np.where(
        codes == BELGIAN, 0.0, np.array([3.0 if g in (1, 2) else 1.0 for g in COUNTRY_GROUP])
    )
    drawn = rng.choice(len(codes), n, p=shares / shares.sum())
    country = np.where(rng.random(n) < non_belgian, drawn, BELGIAN)
    other = (country != BELGIAN) & (home == IN_CITY)
    foreign_language = sigmoid(-1.55 + 0.95 * hardship + 1.9 * other + 3.0 * okan)
    dutch = rng.random(n) >= foreign_language
    qualified = rng.random(n) >= sigmoid(-1.65 + 0.95 * hardship + 0.7 * ~dutch)
    wide = 0.0 if YEARS[year] >= 2019 else -0.62
    allowance = rng.random(n) < sigmoid(-0.55 + wide + 0.75 * hardship + 0.6 * ~qualified)
    return Background(country, dutch, qualified, allowance, hardship)
