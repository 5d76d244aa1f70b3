"""Where every newcomer stands between two school years, and the move to the next one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leerloopbaan.synth.antwerpen.persons import Persons
from leerloopbaan.synth.antwerpen.results import YearResult
from leerloopbaan.synth.antwerpen.switches import Switch
from leerloopbaan.synth.basis import MOMENT_DAY, RUNNING, YEARS, Bools, Floats, Ints, sigmoid
from leerloopbaan.synth.groups import OFFER_OF, POSITION, POSITIONS
from leerloopbaan.synth.landscape import OUTSIDE, Landscape
from leerloopbaan.synth.transitions import OUT, QUALIFYING, transitions

if TYPE_CHECKING:
    from leerloopbaan.synth.antwerpen.careers import Careers

NEVER, IN_SCHOOL, GAP, AWAY, GONE = range(5)
ABSENT = -2

_IN_PRIMARY = np.array([p.hoofdstructuur == "211" for p in POSITIONS])
_IN_SECONDARY = np.array([p.hoofdstructuur[0] == "3" for p in POSITIONS])
# Who leaves from here is in the vsv indicator: not OKAN, not opleidingsvorm 1 or 2.
_QUALIFYING_TRACK = np.array(
    [_IN_SECONDARY[i] and p.code not in ("OKAN", "OV1", "OV2") for i, p in enumerate(POSITIONS)]
)


@dataclass(frozen=True)
class Course:
    """How one school year went for the pupils in `rows` (arrays over them)."""

    rows: Ints
    year: int
    switch: Switch
    leaves: Ints  # day after 1 September on which a drop-out leaves; -1: nobody
    result: YearResult


@dataclass
class State:
    """Where every person stands between two school years."""

    status: Ints
    position: Ints
    choice: Ints
    site: Ints
    wijk: Ints  # -1 lives outside the city
    okan_years: Ints
    qualified: Bools
    neighbourhood: Floats

    @classmethod
    def start(cls, rng: np.random.Generator, persons: Persons) -> State:
        n = len(persons)
        age = np.array(YEARS)[persons.entry_year] - persons.birth_year
        return cls(
            status=np.full(n, NEVER),
            position=persons.entry_position.copy(),
            # Even choices for the young: OKAN 16+ is an odd one.
            choice=rng.integers(0, 12, n) & np.where(age < 15, ~1, ~0),
            site=np.full(n, ABSENT),
            wijk=np.where(persons.outside, OUTSIDE, persons.wijk),
            okan_years=np.zeros(n, dtype=np.int64),
            qualified=np.zeros(n, dtype=bool),
            neighbourhood=rng.random(n),
        )

    def arrive(self, persons: Persons, year: int) -> None:
        """Those who enter, and those who come back after a year away."""
        new = persons.entry_year == year
        if year == RUNNING:
            # Nothing after the second moment of the running year is known yet.
            known = persons.late * 302 <= MOMENT_DAY[1]
            new = new & known
        self.status = np.where(new, IN_SCHOOL, self.status)
        self.status = np.where(self.status == AWAY, IN_SCHOOL, self.status)
        self.status = np.where(self.status == GAP, AWAY, self.status)

    def settle(self, rng: np.random.Generator, landscape: Landscape, rows: Ints, year: int) -> None:
        """A home and a site for the year: most stay, and move when the offer ends."""
        wijk, site = self.wijk[rows], self.site[rows]
        draw = rng.random(len(rows))
        fresh = site == ABSENT
        out, back = (wijk >= 0) & ~fresh & (draw < 0.022), (wijk < 0) & ~fresh & (draw < 0.16)
        within = (wijk >= 0) & ~fresh & (draw > 0.95)
        somewhere = rng.choice(
            len(landscape.wijken.code), len(rows),
            p=landscape.wijken.newcomers / landscape.wijken.newcomers.sum(),
        )  # fmt: skip
        wijk = np.where(out, OUTSIDE, np.where(back | within, somewhere, wijk))
        offer = OFFER_OF[self.position[rows]]
        held = np.clip(site, 0, None)
        possible = (site >= 0) & landscape.offers[held, offer] & landscape.site_open[year, held]
        outside_school = site == OUTSIDE
        stays = (possible & ~out & ~(within & (rng.random(len(rows)) < 0.4))) | (
            outside_school & ~back
        )
        stays &= rng.random(len(rows)) < np.where(offer <= 2, 0.955, 0.93)
        abroad = np.where(wijk < 0, 0.90, 0.028)
        goes_out = rng.random(len(rows)) < abroad
        anchor = np.where(wijk < 0, somewhere, wijk)
        chosen = landscape.choose(rng, offer, anchor, year)
        chosen = np.where(goes_out, OUTSIDE, chosen)
        # Some move to another site of their own school.
        sister = landscape.sister(rng, held, offer, year)
        site = np.where((site >= 0) & stays & (rng.random(len(rows)) < 0.03), sister, site)
        self.wijk[rows] = wijk
        self.site[rows] = np.where(stays, site, chosen)

    def move_on(self, rng: np.random.Generator, c: Careers, course: Course) -> None:
        """Next year's position; who leaves school, the country, or takes a year out."""
        persons, rows, year, switch = c.persons, course.rows, course.year, course.switch
        age = YEARS[year] - persons.birth_year[rows]
        held = np.where(switch.switched, switch.position, self.position[rows])
        self.site[rows] = np.where(switch.switched, switch.site, self.site[rows])
        self.choice[rows] = np.where(switch.switched, switch.choice, self.choice[rows])
        self.okan_years[rows] += held == POSITION["OKAN"]
        bewijs = course.result.bewijs
        self.qualified[rows] |= (bewijs >= 0) & (bewijs < QUALIFYING)
        target = self._target(rng, persons, course, held, age)

        draw = rng.random(len(rows))
        young = year - persons.entry_year[rows] <= 1
        emigrates = (draw < np.where(young, 0.045, 0.025)) & (target != OUT)
        pauses = (draw > 0.992) & (target != OUT)
        out = (target == OUT) | emigrates
        counted = (target == OUT) & _QUALIFYING_TRACK[held] & (age + 1 >= 18)
        if year < RUNNING:
            kind = np.where(self.qualified[rows], 0, 1)
            c.leaving[rows, year] = np.where(counted, kind, -1)
        returns = counted & ~self.qualified[rows] & (rng.random(len(rows)) < 0.03)
        target = np.where(target == OUT, POSITION["MOD"], target)
        fresh_choice = rng.integers(0, 12, len(rows))
        new_track = OFFER_OF[target] != OFFER_OF[held]
        self.choice[rows] = np.where(new_track, fresh_choice, self.choice[rows])
        self.position[rows] = target
        self.status[rows] = np.where(returns | pauses, GAP, np.where(out, GONE, IN_SCHOOL))

    def _target(
        self, rng: np.random.Generator, persons: Persons, course: Course, held: Ints, age: Ints
    ) -> Ints:
        """Position of the next school year, or OUT."""
        rows, ability = course.rows, persons.ability[course.rows]
        target = transitions().next(rng, held, course.result.outcome, age=age + 1, ability=ability)
        again = _okan_again(rng, self.okan_years[rows], persons.late[rows], ability)
        stays = (held == POSITION["OKAN"]) & again & (age < 18)
        target = np.where(stays, POSITION["OKAN"], target)
        # Too old for primary: to 1B, on age.
        stuck = _IN_PRIMARY[held] & (target != OUT) & _IN_PRIMARY[target % OUT] & (age >= 12)
        target = np.where(stuck, POSITION["1B"], target)
        return np.where(course.leaves >= 0, OUT, target)


def _okan_again(rng: np.random.Generator, years: Ints, late: Floats, ability: Floats) -> Bools:
    """Whether OKAN goes on for another year: more often after a late arrival."""
    second = sigmoid(-0.75 + 2.3 * (late - 0.25) - 0.25 * ability)
    chance = np.where(years == 1, second, np.where(years == 2, 0.07, 0.0))
    result: Bools = rng.random(len(years)) < chance
    return result
