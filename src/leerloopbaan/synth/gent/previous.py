"""What a row says of the pupil's previous school year."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from leerloopbaan.synth.basis import Bools, Ints, pick_from
from leerloopbaan.synth.gent.background import IN_CITY
from leerloopbaan.synth.gent.city import ELSEWHERE, Ghent
from leerloopbaan.synth.gent.stages import LEVEL, NONE, group_of, previous_weights
from leerloopbaan.synth.groups import OFFER_OF, POSITION
from leerloopbaan.synth.landscape import OFFER


def before_this_year(
    rng: np.random.Generator, year: int, position: Ints, choice: Ints, *, repeats: Bools, age: Ints
) -> tuple[Ints, Ints]:
    """(position, group) of the year before; NONE for who was not in Flemish education."""
    before = pick_from(rng, previous_weights(), position)
    before = np.where(repeats, _same_grade(rng, position), before)
    absent = np.where(position == POSITION["OKAN"], 0.76, 0.018)
    absent = np.where(
        (position == POSITION["K"]) & (age <= 3), np.where(age == 2, 1.0, 0.5), absent
    )
    gone = rng.random(len(position)) < absent
    changed = rng.random(len(position)) < 0.12
    old_choice = np.where(changed, rng.integers(0, 12, len(position)), choice)
    old_choice = np.where(before == POSITION["OKAN"], 0, old_choice)
    group = group_of(max(year - 1, 0), before, old_choice)
    return np.where(gone, NONE, before), np.where(gone, NONE, group)


def _same_grade(rng: np.random.Generator, position: Ints) -> Ints:
    """Position of a repeater the year before: the same, or a form higher in the same year."""
    higher = np.arange(len(POSITION))
    for grade in range(3, 7):
        higher[POSITION[f"{grade}TSO"]] = POSITION[f"{grade}ASO"]
        higher[POSITION[f"{grade}BSO"]] = POSITION[f"{grade}TSO"]
    higher[POSITION["1B"]] = POSITION["1A"]
    higher[POSITION["2B"]] = POSITION["2A"]
    drops = rng.random(len(position)) < 0.25
    return np.where(drops, higher[position], position)


@dataclass(frozen=True)
class Standing:
    """Where pupils are this year: what last year's school depends on."""

    year: int
    position: Ints
    site: Ints
    home: Ints
    anchor: Ints  # the wijk from which they look at schools


def school_before(
    rng: np.random.Generator, city: Ghent, t: Standing, before: Ints
) -> tuple[Ints, Ints]:
    """(site in the city, school elsewhere) of the year before; both NONE without one."""
    n, last = len(t.position), max(t.year - 1, 0)
    known = before >= 0
    offer = OFFER_OF[np.clip(before, 0, None)]
    offered = city.schools.offers[t.site, offer] & city.schools.site_open[last, t.site]
    stays = np.where(LEVEL[t.position] < 3, 0.945, 0.905)
    stays = np.where((offer != OFFER_OF[t.position]) & (LEVEL[t.position] == 3), 0.82, stays)
    same = known & offered & (rng.random(n) < stays)
    other = city.schools.choose(rng, offer, t.anchor, last, newcomer=False)
    was_outside = np.where(t.home == IN_CITY, 0.035, np.where(offer <= OFFER["BUBAO"], 0.93, 0.4))
    outside = known & ~same & (rng.random(n) < was_outside)
    previous = np.where(same, t.site, np.where(outside, NONE, other))
    elsewhere = np.where(outside, rng.integers(0, ELSEWHERE, n), NONE)
    return np.where(known, previous, NONE), elsewhere
