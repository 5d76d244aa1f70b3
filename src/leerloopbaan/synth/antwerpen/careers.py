"""The careers of one block of newcomers, year by year, vectorised over persons.

A school year has up to two spells (a switch ends the first); three census moments fall in
them. The arrays of `Careers` are all that is ever known about a pupil: the delivered rows and
the ground truth are both read from them, separately.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from leerloopbaan.synth.antwerpen.persons import BELGIUM, COUNTRY_GROUP, Persons
from leerloopbaan.synth.antwerpen.results import BLANK, YearResult, year_results
from leerloopbaan.synth.antwerpen.state import ABSENT, IN_SCHOOL, Course, State
from leerloopbaan.synth.antwerpen.switches import Standing, Switch, draw_switches
from leerloopbaan.synth.basis import MOMENT_DAY, RUNNING, YEARS, Bools, Dates, Ints, sigmoid
from leerloopbaan.synth.groups import OFFER_OF, POSITION, POSITIONS, catalogue
from leerloopbaan.synth.landscape import OUTSIDE, Landscape

_SPECIAL = np.array([p.hoofdstructuur in ("121", "221", "321") for p in POSITIONS])
_IN_SECONDARY = np.array([p.hoofdstructuur[0] == "3" for p in POSITIONS])


@dataclass
class Careers:
    """Arrays [person, year, spell]; `site`/`group` ABSENT without a spell, site -1 outside."""

    persons: Persons
    site: Ints
    group: Ints
    flag: Bools  # [person, year, spell, moment]
    parallel: Ints  # [person, year]: another site at the moments of the last spell, or ABSENT
    attest: Ints  # [person, year], of the enrolment at 30/06
    bewijs: Ints
    allowance: Bools
    oki: Ints  # -1: not computed
    country: Ints
    leaving: Ints  # [person, year]: -1 not in the indicator, 0 qualified, 1 early leaver
    an_end: Dates  # NaT: still running

    @property
    def entry_spell(self) -> tuple[Ints, Ints]:
        """(site, group) of the first AN enrolment."""
        rows = np.arange(len(self.persons))
        year = self.persons.entry_year
        return self.site[rows, year, 0], self.group[rows, year, 0]


def simulate(rng: np.random.Generator, persons: Persons, landscape: Landscape) -> Careers:
    """Every year of every person in the block, up to the running year."""
    n, years = len(persons), len(YEARS)
    c = Careers(
        persons=persons,
        site=np.full((n, years, 2), ABSENT),
        group=np.full((n, years, 2), ABSENT),
        flag=np.zeros((n, years, 2, 3), dtype=bool),
        parallel=np.full((n, years), ABSENT),
        attest=np.full((n, years), BLANK),
        bewijs=np.full((n, years), BLANK),
        allowance=np.zeros((n, years), dtype=bool),
        oki=np.full((n, years), BLANK),
        country=np.tile(persons.country[:, None], (1, years)),
        leaving=np.full((n, years), -1),
        an_end=np.full(n, np.datetime64("NaT"), dtype="datetime64[D]"),
    )
    state = State.start(rng, persons)
    for year in range(years):
        state.arrive(persons, year)
        course = _school_year(rng, c, state, landscape, year)
        _record(c, state, course)
        _characteristics(rng, c, landscape, state, course)
        _record_an_end(rng, c, course)
        state.move_on(rng, c, course)
    _parallels(rng, c, landscape)
    return c


def _start_day(persons: Persons, rows: Ints, year: int) -> Ints:
    """Days after 1 September on which the enrolment of this year begins."""
    day = np.round(persons.late[rows] * 302).astype(np.int64)
    return np.where(persons.entry_year[rows] == year, day, 0)


def _drop_outs(
    rng: np.random.Generator, c: Careers, state: State, rows: Ints, *, year: int, switch: Switch
) -> Ints:
    """Day on which an adult pupil of secondary drops out before 30 June; -1: nobody."""
    position, age = state.position[rows], YEARS[year] - c.persons.birth_year[rows]
    may = (age >= 18) & _IN_SECONDARY[position] & ~switch.switched & (position != POSITION["OKAN"])
    drops = may & (rng.random(len(rows)) < 0.07)
    return np.where(drops, rng.integers(40, 290, len(rows)), -1)


def _school_year(
    rng: np.random.Generator, c: Careers, state: State, landscape: Landscape, year: int
) -> Course:
    """Draw one school year for everyone who is in school."""
    persons, rows = c.persons, np.flatnonzero(state.status == IN_SCHOOL)
    state.settle(rng, landscape, rows, year)
    standing = Standing(
        position=state.position[rows],
        choice=state.choice[rows],
        site=state.site[rows],
        wijk=state.wijk[rows],
        ability=persons.ability[rows],
        start=_start_day(persons, rows, year),
    )
    switch = draw_switches(rng, landscape, year, standing)
    leaves = _drop_outs(rng, c, state, rows, year=year, switch=switch)
    result = year_results(
        rng,
        year,
        standing.position,
        age=YEARS[year] - persons.birth_year[rows],
        ability=standing.ability,
        years_here=year - persons.entry_year[rows],
    )
    unknown = (leaves >= 0) | (year == RUNNING)
    result = YearResult(
        result.outcome,
        np.where(unknown, BLANK, result.attest),
        np.where(unknown, BLANK, result.bewijs),
    )
    return Course(rows, year, switch, leaves, result)


def _record(c: Careers, state: State, course: Course) -> None:
    """Write the spells, their census flags and the results of the year."""
    rows, year, switch = course.rows, course.year, course.switch
    lookup = catalogue().lookup[year]
    c.site[rows, year, 0] = state.site[rows]
    c.group[rows, year, 0] = _group(lookup, state.position[rows], state.choice[rows])
    second = rows[switch.switched]
    c.site[second, year, 1] = switch.site[switch.switched]
    c.group[second, year, 1] = _group(
        lookup, switch.position[switch.switched], switch.choice[switch.switched]
    )
    start = _start_day(c.persons, rows, year)[:, None]
    end = np.where(course.leaves >= 0, course.leaves, 400)[:, None]
    turn = np.where(switch.switched, switch.day, 400)[:, None]
    day = MOMENT_DAY[None, :]
    c.flag[rows, year, 0] = (day >= start) & (day < turn) & (day < end)
    c.flag[rows, year, 1] = day >= turn
    if year == RUNNING:
        c.flag[:, year, :, 2] = False
    c.attest[rows, year] = course.result.attest
    c.bewijs[rows, year] = course.result.bewijs


def _group(lookup: Ints, position: Ints, choice: Ints) -> Ints:
    number = catalogue().choices[position]
    group = lookup[position, choice % number]
    # A code that does not hold yet (OKAN 16+) falls back on the first of its position.
    result: Ints = np.where(group < 0, lookup[position, 0], group)
    return result


def _characteristics(
    rng: np.random.Generator, c: Careers, landscape: Landscape, state: State, course: Course
) -> None:
    """Allowance, OKI and nationality of the year."""
    persons, rows, year = c.persons, course.rows, course.year
    # The school allowance became the wider schooltoeslag in 2019-2020.
    reach = 1.0 if YEARS[year] >= 2019 else 0.72
    allowance = persons.allowance_need[rows] < reach
    wijk = state.wijk[rows]
    deprived = np.where(wijk < 0, -0.5, landscape.wijken.deprivation[np.clip(wijk, 0, None)])
    ticks = (state.neighbourhood[rows] < sigmoid(-0.35 + 1.3 * deprived)).astype(np.int64)
    oki = ticks + allowance + persons.mother_low[rows] + persons.home_language[rows]
    unknown = _SPECIAL[state.position[rows]] & (rng.random(len(rows)) < 0.12)
    c.allowance[rows, year] = allowance
    c.oki[rows, year] = np.where(unknown, BLANK, oki)
    c.country[:, year] = c.country[:, max(year - 1, 0)]
    stay = year - persons.entry_year[rows]
    eu = np.isin(COUNTRY_GROUP[persons.country[rows]], (1, 2))
    chance = np.where(stay >= 5, np.where(eu, 0.02, 0.07), 0.0)
    becomes = rng.random(len(rows)) < chance
    c.country[rows[becomes], year] = BELGIUM


def _record_an_end(rng: np.random.Generator, c: Careers, course: Course) -> None:
    """End of the first AN enrolment: the switch, or the registration default of 31 August."""
    rows, year, switch = course.rows, course.year, course.switch
    first = c.persons.entry_year[rows] == year
    september = np.datetime64(f"{YEARS[year]}-09-01")
    default = np.where(
        rng.random(len(rows)) < 0.86,
        np.datetime64(f"{YEARS[year] + 1}-08-31"),
        np.datetime64(f"{YEARS[year] + 1}-06-30"),
    )
    turned = september + (switch.day - 1).astype("timedelta64[D]")
    end = np.where(switch.switched, turned, default)
    if year == RUNNING:
        blank = (rng.random(len(rows)) < 0.2) & ~switch.switched
        end = np.where(blank, np.datetime64("NaT"), end)
    c.an_end[rows[first]] = end[first]


def _parallels(rng: np.random.Generator, c: Careers, landscape: Landscape) -> None:
    """A second enrolment beside the main one, now and then.

    The main enrolment is the one in the city, then the one with the lower number: where the
    drawn site comes first, the two change places.
    """
    spell = np.where(c.site[:, :, 1] != ABSENT, 1, 0)
    site = np.take_along_axis(c.site, spell[:, :, None], axis=2)[:, :, 0]
    double = (site >= 0) & (rng.random(site.shape) < 0.003)
    double &= np.take_along_axis(c.flag, spell[:, :, None, None], axis=2)[:, :, 0].any(axis=2)
    person, year = np.nonzero(double)
    group = np.take_along_axis(c.group, spell[:, :, None], axis=2)[person, year, 0]
    position = np.array([g.position for g in catalogue().groups])[group]
    abroad = rng.random(len(person)) < 0.5
    for y in range(len(YEARS)):
        at = np.flatnonzero(year == y)
        wijk = rng.integers(0, len(landscape.wijken.code), len(at))
        other = landscape.choose(rng, OFFER_OF[position[at]], wijk, y)
        mine = site[person[at], y]
        other = np.where(abroad[at] | (other == mine), OUTSIDE, other)
        first = np.where(other >= 0, landscape.order(other, y) < landscape.order(mine, y), False)
        main = np.where(first, other, mine)
        c.parallel[person[at], y] = np.where(first, mine, other)
        c.site[person[at], y, spell[person[at], y]] = main
