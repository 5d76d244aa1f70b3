"""True values of what is compared from year to year: delay, repeating, ladders, results."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from leerloopbaan.synth.antwerpen.known import UNKNOWN, Known, S, group_facts
from leerloopbaan.synth.antwerpen.results import BLANK, NO_ATTEST
from leerloopbaan.synth.basis import RUNNING, YEARS, Bools, Ints
from leerloopbaan.synth.groups import VORMEN
from leerloopbaan.synth.transitions import FAIL, QUALIFYING
from leerloopbaan.synth.truth import Figure

FEBRUARY, JUNE = 1, 2
RUNG_OF_VORM = np.array([{"ASO": 4, "TSO": 3, "KSO": 3, "BSO": 2}[v] for v in VORMEN])


def year_figures(k: Known) -> Iterator[Figure]:
    """Facts at 01/02 of every year, the move to secondary, and results at 30/06."""
    group = k.group[:, FEBRUARY::3]
    yield from _delay(k, group)
    yield from _ladder(k, group)
    yield from _to_secondary(k, group)
    yield from _results(k)


def _at(k: Known, name: str, moment: int, among: Bools, trait: Bools) -> Figure:
    """A figure over [person, year] at one moment."""
    person, year = np.nonzero(among)
    area = k.area[:, moment::3][person, year]
    return Figure(name, person, year, np.full(len(person), moment), area, trait[person, year])


def _delay(k: Known, group: Ints) -> Iterator[Figure]:
    f = group_facts()
    here, structure = group >= 0, k.of_group(f.structure, group)
    actual = k.of_group(f.career_year, group)
    known = actual >= 0
    age = S[None, :] - k.careers.persons.birth_year[:, None]
    delay = age - 5 - actual
    yield _at(k, "vertraging", FEBRUARY, known, delay >= 1)
    yield _at(k, "vertraging_2_plus", FEBRUARY, known, delay >= 2)

    repeats, determined = np.zeros_like(known), np.zeros_like(known)
    regular = known & np.isin(structure, (211, 311))
    determined[:, 1:] = regular[:, 1:] & regular[:, :-1]
    repeats[:, 1:] = determined[:, 1:] & (actual[:, 1:] == actual[:, :-1])
    yield _at(k, "zittenblijven", FEBRUARY, determined, repeats)
    since = np.logical_or.accumulate(determined, axis=1) & here
    yield _at(k, "vertraging_herhaling", FEBRUARY, since, np.cumsum(repeats, axis=1) >= 1)

    more, earlier = np.zeros_like(known), np.zeros_like(known)
    latest, seen = np.zeros(k.persons, dtype=np.int64), np.zeros(k.persons, dtype=bool)
    for y in range(len(YEARS)):
        earlier[:, y] = known[:, y] & seen
        more[:, y] = earlier[:, y] & (delay[:, y] > latest)
        latest = np.where(known[:, y], delay[:, y], latest)
        seen |= known[:, y]
    yield _at(k, "bijkomende_vertraging", FEBRUARY, earlier, more)

    first = f.structure[k.careers.entry_spell[1]]
    young = np.isin(first, (111, 121))[:, None] & (age == 6)
    young &= np.isin(structure, (111, 121, 211, 221))
    yield _at(k, "herkleuteren", FEBRUARY, young, structure < 200)


def _ladder(k: Known, group: Ints) -> Iterator[Figure]:
    f = group_facts()
    structure = k.of_group(f.structure, group)
    no_rung = (structure == 321) | (k.of_group(f.okan.astype(np.int64), group) == 1)
    vorm = k.of_group(f.vorm, group)
    by_form = np.where(vorm >= 0, RUNG_OF_VORM[np.clip(vorm, 0, None)], UNKNOWN)
    part_time = (structure == 312) & (k.of_group(f.dual.astype(np.int64), group) == 0)
    by_form = np.where(part_time, 1, by_form)
    by_stream = np.where(k.of_group(f.graad, group) == 1, k.of_group(f.stroom, group), UNKNOWN)
    undecided = np.ones((k.persons, len(YEARS)), dtype=bool)
    compared, lower = np.zeros_like(undecided), np.zeros_like(undecided)
    for ladder in (by_form, k.of_group(f.finaliteit, group), by_stream):
        rung = np.where(no_rung, UNKNOWN, ladder)
        both = np.zeros_like(undecided)
        both[:, 1:] = (rung[:, 1:] >= 0) & (rung[:, :-1] >= 0)
        decides = both & undecided
        compared |= decides
        lower[:, 1:] |= decides[:, 1:] & (rung[:, 1:] < rung[:, :-1])
        undecided &= ~both
    yield _at(k, "waterval", FEBRUARY, compared, lower)


def _to_secondary(k: Known, group: Ints) -> Iterator[Figure]:
    f = group_facts()
    level = k.of_group(f.structure, group) // 100
    arrives = np.zeros((k.persons, len(YEARS)), dtype=bool)
    arrives[:, 1:] = (level[:, 1:] == 3) & np.isin(level[:, :-1], (1, 2))
    first = arrives & (np.cumsum(arrives, axis=1) == 1)
    okan = k.of_group(f.okan.astype(np.int64), group) == 1
    structure = k.of_group(f.structure, group)
    first_grade = (structure == 311) & (k.of_group(f.graad, group) == 1) & ~okan
    stream = k.of_group(f.stroom, group)
    yield _at(k, "overgang_a_stroom", FEBRUARY, first, first_grade & (stream == 2))
    yield _at(k, "overgang_b_stroom", FEBRUARY, first, first_grade & (stream == 1))
    yield _at(k, "overgang_buitengewoon", FEBRUARY, first, structure == 321)


def _results(k: Known) -> Iterator[Figure]:
    f, c = group_facts(), k.careers
    group = k.group[:, JUNE::3].copy()
    group[:, RUNNING:] = UNKNOWN
    structure = k.of_group(f.structure, group)
    plain = (structure == 311) & (k.of_group(f.okan.astype(np.int64), group) == 0)
    plain &= k.of_group(f.modular.astype(np.int64), group) == 0
    attested = plain & (c.attest != BLANK) & (c.attest != NO_ATTEST)
    yield _at(k, "geen_a_attest", JUNE, attested, c.attest > 0)
    yield _at(k, "c_attest", JUNE, attested, c.attest == FAIL)
    qualified = (c.bewijs >= 0) & (c.bewijs < QUALIFYING)
    outside = np.isin(structure, (312, 313, 315, 321))
    yield _at(k, "kwalificatie_buiten_voltijds", JUNE, outside, qualified)
    final = plain & (k.of_group(f.graad, group) == 3) & (k.of_group(f.leerjaar, group) >= 2)
    yield _at(k, "kwalificatie_zevende_of_zesde", JUNE, final, qualified)
