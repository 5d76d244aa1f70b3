"""Changes during the school year: of site, of group, or of both."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from leerloopbaan.synth.basis import MOMENT_DAY, RUNNING, Bools, Floats, Ints
from leerloopbaan.synth.groups import OFFER_OF, POSITION, catalogue
from leerloopbaan.synth.landscape import OUTSIDE, Landscape

JANUARY_15 = 136


@dataclass(frozen=True)
class Standing:
    """Where pupils stand at the start of the year; `start` in days after 1 September."""

    position: Ints
    choice: Ints
    site: Ints
    wijk: Ints
    ability: Floats
    start: Ints


@dataclass(frozen=True)
class Switch:
    """Per pupil: whether and when (days after 1 September), and where to."""

    switched: Bools
    day: Ints
    position: Ints
    choice: Ints
    site: Ints


def _downward() -> Ints:
    """Position after a change of track within the year (before 15 January); itself if none."""
    target = np.arange(len(POSITION))
    for year in (3, 4, 5):
        target[POSITION[f"{year}ASO"]] = POSITION[f"{year}TSO"]
        target[POSITION[f"{year}TSO"]] = POSITION[f"{year}BSO"]
        target[POSITION[f"{year}KSO"]] = POSITION[f"{year}BSO"]
    target[POSITION["1A"]] = POSITION["1B"]
    target[POSITION["2A"]] = POSITION["2B"]
    return target


def draw_switches(
    rng: np.random.Generator, landscape: Landscape, year: int, standing: Standing
) -> Switch:
    """Who changes during the year; weaker pupils somewhat more often."""
    position, choice, site, wijk = standing.position, standing.choice, standing.site, standing.wijk
    n = len(position)
    unrest = np.exp(-0.22 * standing.ability)
    day = rng.integers(35, 285, n)
    possible = day > standing.start + 12
    if year == RUNNING:
        possible &= day <= MOMENT_DAY[1]
    changes_site = possible & (rng.random(n) < 0.042 * unrest)
    early = day < JANUARY_15
    down = _downward()[position]
    changes_track = possible & early & (down != position) & (rng.random(n) < 0.05 * unrest)
    several = catalogue().choices[position] > 1
    secondary = OFFER_OF[position] >= 3
    # A new school often means a new studierichting too.
    chance = np.where(changes_site, 0.35, 0.016)
    changes_choice = several & secondary & (position != POSITION["OKAN"])
    changes_choice &= possible & (rng.random(n) < chance)
    new_position = np.where(changes_track, down, position)
    new_choice = np.where(changes_choice & ~changes_track, choice + 1, choice)
    held = np.clip(site, 0, None)
    offer = OFFER_OF[new_position]
    unable = changes_track & (site >= 0) & ~landscape.offers[held, offer]
    anchor = np.where(wijk < 0, rng.integers(0, len(landscape.wijken.code), n), wijk)
    chosen = landscape.choose(rng, offer, anchor, year)
    border = rng.random(n) < 0.07
    # Across the city's border, in either direction, now and then.
    other = np.where((site >= 0) & border, OUTSIDE, chosen)
    other = np.where((site == OUTSIDE) & ~border & (wijk < 0), OUTSIDE, other)
    moves = changes_site | unable
    new_site = np.where(moves, other, site)
    same = (new_site == site) & (new_position == position) & (new_choice == choice)
    switched = (changes_site | changes_track | changes_choice) & ~same
    return Switch(switched, day, new_position, new_choice, new_site)
