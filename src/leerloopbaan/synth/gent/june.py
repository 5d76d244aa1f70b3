"""The same pupils on 30 June: who is still there, attendance and absences."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from leerloopbaan.synth.basis import RUNNING, YEARS, Bools, Ints
from leerloopbaan.synth.gent.background import IN_CITY
from leerloopbaan.synth.gent.city import SECTORS_PER_WIJK, Ghent
from leerloopbaan.synth.gent.pupils import Pupils
from leerloopbaan.synth.gent.stages import LEVEL, NONE, SPECIAL
from leerloopbaan.synth.groups import OFFER_OF, POSITION

# How absences are delivered: None as counts, else the lower bounds of the bands.
BANDS: dict[int, tuple[int, ...]] = {
    2017: (0, 5, 10, 15, 30),
    2018: (0, 5, 10, 15, 30),
    2022: (0, 5, 15, 30),
}
WORK_PLACE = tuple(POSITION[code] for code in ("DBSO", "DUAAL", "SYNTRA"))


@dataclass(frozen=True)
class June:
    """Arrays over the pupils of the block (NONE: not applicable)."""

    here: Bools
    site: Ints
    sector: Ints
    present: Ints  # half days, kleuter only
    b: Ints
    z: Ints
    m: Ints


def draw_june(rng: np.random.Generator, city: Ghent, p: Pupils) -> June:
    """30 June for a block: a few left or changed school, some moved house."""
    n, year = len(p), p.year
    here = rng.random(n) >= 0.009 + 0.006 * (LEVEL[p.position] == 3)
    # The running year has not come to 30 June yet.
    here &= year < RUNNING
    anchor = np.where(
        p.home == IN_CITY,
        np.clip(p.sector, 0, None) // SECTORS_PER_WIJK,
        rng.integers(0, len(city.schools.wijken.code), n),
    )
    other = city.schools.choose(rng, OFFER_OF[p.position], anchor, year, newcomer=False)
    # Not between a method school and another: that would change what the ministry determines.
    method = city.method[city.schools.site_institution] >= 0
    changes = (rng.random(n) < 0.011) & (method[other] == method[p.site])
    site = np.where(changes, other, p.site)
    moved = (p.home == IN_CITY) & (rng.random(n) < 0.016)
    sector = np.where(moved, rng.integers(0, len(city.sector_code), n), p.sector)
    lager = LEVEL[p.position] == 2
    taught = LEVEL[p.position] >= 2
    b = _problematic(rng, p, lager)
    z = _ill(rng, p)
    m = rng.negative_binomial(0.8, 0.06, n)
    work = np.isin(p.position, WORK_PLACE)
    return June(
        here=here,
        site=site,
        sector=sector,
        present=np.where(p.kleuter, _attendance(rng, p), NONE),
        b=np.where(taught, b, NONE),
        z=np.where(taught, z, NONE),
        m=np.where(work, m, NONE),
    )


def _attendance(rng: np.random.Generator, p: Pupils) -> Ints:
    """Half days of kleuters: fewer for the youngest and in hardship; COVID counted as present."""
    n, year = len(p), YEARS[p.year]
    age = year - p.birth_year
    possible = np.select([age <= 2, age == 3], [190, 312], 318)
    mean = np.select([age <= 2, age == 3, age == 4], [42.0, 34.0, 25.0], 17.0)
    mean = mean * np.exp(0.30 * p.hardship)
    mean = mean * {2019: 0.62, 2020: 0.68, 2021: 1.1}.get(year, 0.95)
    missed = rng.gamma(1.1, mean / 1.1, n)
    spread = rng.integers(-6, 7, n)
    result: Ints = np.clip(possible + spread - missed, 0, 330).astype(np.int64)
    return result


def _problematic(rng: np.random.Generator, p: Pupils, lager: Bools) -> Ints:
    """Code B: most pupils none, a long tail that grows with age and hardship."""
    n, year = len(p), YEARS[p.year]
    calm = {2019: 0.62, 2020: 0.85}.get(year, 1.0) * (1 + 0.02 * p.year)
    age = np.clip(year - p.birth_year - 11, 0, 8)
    some = np.where(lager, 0.11, 0.17 + 0.02 * age) * np.exp(0.42 * p.hardship)
    some = np.where(np.isin(p.position, WORK_PLACE) | SPECIAL[p.position], some * 1.6, some)
    has = rng.random(n) < np.clip(some * calm, 0, 0.9)
    size = rng.lognormal(np.where(lager, 1.25, 1.9) + 0.12 * p.hardship, 1.1, n)
    return np.where(has, np.clip(np.ceil(size), 1, 280), 0).astype(np.int64)


def _ill(rng: np.random.Generator, p: Pupils) -> Ints:
    """Code Z: since 2019-2020 with the medical certificates (the old code D) in it."""
    year = YEARS[p.year]
    mean = 6.0 if year < 2019 else 12.5
    if year in (2020, 2021):
        mean *= 1.15
    mean_each = mean * np.exp(0.10 * p.hardship)
    result: Ints = rng.negative_binomial(1.1, 1.1 / (1.1 + mean_each))
    return result


def band_label(value: int, bounds: tuple[int, ...]) -> str:
    """`10-14` for 12 in the bounds 0, 5, 10, 15; the last band is open: `30+`."""
    index = max(i for i, low in enumerate(bounds) if value >= low)
    low = bounds[index]
    return f"{low}+" if index == len(bounds) - 1 else f"{low}-{bounds[index + 1] - 1}"
