"""Populations that are one, or add up, across places and breakdowns: found in the microdata.

Whoever reads the definitions knows that all pupils of the city's schools are in the city, that a
trait is two categories of a breakdown, that who arrived elsewhere is not counted in the city. No
hierarchy of one table shows it. A cell's fingerprint is the exclusive or of its persons' hashes, so
it adds up over parts that share nobody, and such an identity shows: one population is the other, or
is some categories of a breakdown together, in every school year and about several groups.

What holds within one category and not without it is a coincidence of small numbers. What only
holds because nobody happened to be in a cell (in small numbers a whole and a part of it are often
the same) is not known to a reader either, and must not be taken for known: the engine would believe
that an empty cell has to be empty. So an identity is left out when it follows from the equations
and the empty cells alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import scipy.sparse as sp

from leerloopbaan.disclosure.cells import Cell, Key
from leerloopbaan.disclosure.model import FloatArray

Split = tuple[tuple[str, str], ...]
#: Different groups of persons that an identity must be about.
_EVIDENCE = 3
#: Persons, over the school years, that an identity between two moments must be about: among fewer
#: it is likely that nobody happened to come or go in between.
_UNMOVED = 200
#: A breakdown of more categories is looked at category by category only.
_MOST_CATEGORIES = 13
#: Fingerprints are unsigned numbers of 64 bits; any other text is no sum of anything.
_DIGITS = 20
#: What follows is zero but for rounding; what does not is of order one.
_FOLLOWS = 1e-4


class Name(NamedTuple):
    """A population in every school year; `split` holds its breakdowns with their category."""

    basis: str
    trait: str
    moment: str
    level: str
    split: Split


@dataclass(frozen=True)
class Identity:
    """`whole` counts whom `parts` count together, who share nobody."""

    whole: Name
    parts: tuple[Name, ...]


@dataclass(frozen=True)
class _Series:
    """Per school year: key, fingerprint (0 for nobody) and count."""

    key: dict[str, Key]
    mark: dict[str, int]
    count: dict[str, int]


@dataclass(frozen=True)
class Identities:
    """What the fingerprints of one release say."""

    found: tuple[Identity, ...]
    keys: Mapping[Name, Mapping[str, Key]]

    def in_years(self, identity: Identity) -> Iterator[tuple[Key, list[Key]]]:
        """The identity in every school year in which all of it is counted."""
        for year, whole in self.keys[identity.whole].items():
            parts = [self.keys[part].get(year) for part in identity.parts]
            if None not in parts:
                yield whole, [part for part in parts if part is not None]


def find_identities(cells: Iterable[Cell]) -> Identities:
    """Look for identities wherever a level is one place."""
    series = _series(cells)
    years = sorted({year for one in series.values() for year in one.mark})
    equal = dict.fromkeys(identity for year in years for identity in _equal(series, year))
    others = {identity.whole for identity in equal}
    leaders = {name: one for name, one in series.items() if name not in others}
    sums = dict.fromkeys(_sums(leaders, years))
    return Identities((*equal, *sums), {name: one.key for name, one in series.items()})


def name_of(key: Key, level: str) -> Name:
    """The name of a population whatever the school year."""
    moment = key.meetmoment.partition("@")[0].rstrip("+")
    return Name(key.basis, key.trait, moment, level, key.split)


def _series(cells: Iterable[Cell]) -> dict[Name, _Series]:
    """The populations of levels that are one place, with what they hold per school year."""
    cells = list(cells)
    places: dict[tuple[str, str], set[str]] = defaultdict(set)
    for cell in cells:
        places[cell.key.schooljaar, cell.geo_niveau].add(cell.key.geo)
    found: dict[Name, _Series] = {}
    for cell in cells:
        year = cell.key.schooljaar
        mark = "0" if cell.aantal == 0 else cell.vingerafdruk or ""
        if len(places[year, cell.geo_niveau]) > 1 or not mark.isdecimal() or len(mark) > _DIGITS:
            continue
        one = found.setdefault(name_of(cell.key, cell.geo_niveau), _Series({}, {}, {}))
        one.key[year], one.mark[year], one.count[year] = cell.key, int(mark), cell.aantal
    return found


def _holds(series: Mapping[Name, _Series], whole: Name, parts: tuple[Name, ...]) -> bool:
    """In every year in which all are counted, and not only within a category that all share."""
    for pair in set(whole.split).intersection(*(part.split for part in parts)):
        wider = [_without(name, pair) for name in (whole, *parts)]
        if all(name in series for name in wider) and not _agree(series, wider[0], tuple(wider[1:])):
            return False
    return _agree(series, whole, parts)


def _without(name: Name, pair: tuple[str, str]) -> Name:
    return name._replace(split=tuple(other for other in name.split if other != pair))


def _agree(series: Mapping[Name, _Series], whole: Name, parts: tuple[Name, ...]) -> bool:
    """In every year in which all are counted, about enough different groups, and enough persons
    where the moments differ.
    """
    one, others = series[whole], [series[part] for part in parts]
    groups: dict[int, int] = {}
    for year, mark in one.mark.items():
        if not all(year in other.mark for other in others):
            continue
        together = 0
        for other in others:
            together ^= other.mark[year]
        if mark != together or one.count[year] != sum(o.count[year] for o in others):
            return False
        if mark:
            groups[mark] = one.count[year]
    unmoved = any(part.moment != whole.moment for part in parts)
    return len(groups) >= _EVIDENCE and (not unmoved or sum(groups.values()) >= _UNMOVED)


def _equal(series: Mapping[Name, _Series], year: str) -> list[Identity]:
    alike: dict[int, list[Name]] = defaultdict(list)
    for name in sorted(series):
        if mark := series[name].mark.get(year):
            alike[mark].append(name)
    found = []
    for names in alike.values():
        leaders: list[Name] = []
        for name in names:
            leader = next((one for one in leaders if _holds(series, name, (one,))), None)
            if leader is None:
                leaders.append(name)
            else:
                found.append(Identity(name, (leader,)))
    return found


def _sums(series: Mapping[Name, _Series], years: list[str]) -> Iterator[Identity]:
    """Populations that are some categories of one breakdown of one population.

    The same categories at every level: one that is empty in a place belongs to it all the same.
    """
    found = dict.fromkeys(i for year in years for i in _sums_of_filled(series, year))
    everywhere: dict[tuple[Name, Name], set[str]] = defaultdict(set)
    for identity in found:
        breakdown = _breakdown(identity)
        everywhere[_kind(identity)] |= {dict(part.split)[breakdown] for part in identity.parts}
    for identity in found:
        parts = tuple(
            part
            for category in sorted(everywhere[_kind(identity)])
            if (part := _with(identity.parts[0], _breakdown(identity), category)) in series
        )
        if identity.whole not in parts and _holds(series, identity.whole, parts):
            yield Identity(identity.whole, parts)


def _kind(identity: Identity) -> tuple[Name, Name]:
    """What an identity is about, whatever the level and the categories."""
    part = _with(identity.parts[0], _breakdown(identity), "")
    return identity.whole._replace(level=""), part._replace(level="")


def _breakdown(identity: Identity) -> str:
    """The breakdown whose categories are added up."""
    one, other, *_ = identity.parts
    return next(name for name, category in one.split if (name, category) not in other.split)


def _with(name: Name, breakdown: str, category: str) -> Name:
    return name._replace(split=tuple((b, category if b == breakdown else c) for b, c in name.split))


def _sums_of_filled(series: Mapping[Name, _Series], year: str) -> Iterator[Identity]:
    names = [name for name in sorted(series) if series[name].mark.get(year)]
    # A complement is what its trait leaves: its own sum would say that empty categories must be.
    wholes = [name for name in names if not name.trait.startswith(("!", "buiten:"))]
    marks = np.array([series[name].mark[year] for name in wholes], np.uint64)
    order = np.argsort(marks, kind="stable")
    for parts in _breakdowns(names):
        together = np.zeros(1, np.uint64)
        for part in parts:
            together = np.concatenate([together, together ^ np.uint64(series[part].mark[year])])
        at = np.searchsorted(marks[order], together)
        hit = (at < len(marks)) & (marks[order][np.minimum(at, len(marks) - 1)] == together)
        for subset in np.flatnonzero(hit).tolist():
            some = tuple(part for bit, part in enumerate(parts) if subset >> bit & 1)
            if len(some) < 2 or len(some) == len(parts):
                continue
            whole = wholes[order[at[subset]]]
            if whole not in parts and _holds(series, whole, some):
                yield Identity(whole, some)


def _breakdowns(names: list[Name]) -> Iterator[tuple[Name, ...]]:
    """The categories, somebody in them, of every population by one breakdown."""
    parts: dict[tuple[Name, str], list[Name]] = defaultdict(list)
    for name in names:
        if name.trait.startswith("!"):
            continue  # follows from the trait's own and those of its basis
        for pair in name.split:
            parts[_without(name, pair), pair[0]].append(name)
    return (tuple(p) for p in parts.values() if 2 < len(p) <= _MOST_CATEGORIES)


def of_themselves(
    equations: list[tuple[int, list[int]]],
    empty: set[int],
    candidates: list[tuple[int, list[int]]],
) -> list[bool]:
    """Which candidates say more than the equations and the empty unknowns do.

    All are (total, parts) over unknowns. One random change that keeps the equations and leaves the
    empty unknowns empty tells: what is zero in it follows from them.
    """
    if not candidates:
        return []
    used = sorted({u for t, ps in (*equations, *candidates) for u in (t, *ps)} - empty)
    place = {unknown: at for at, unknown in enumerate(used)}

    def rows(some: list[tuple[int, list[int]]]) -> sp.csr_matrix:
        entries = [
            (row, place[u], 1.0 if u == t else -1.0)
            for row, (t, ps) in enumerate(some)
            for u in (t, *ps)
            if u in place
        ]
        row, column, value = zip(*entries, strict=True) if entries else ((), (), ())
        return sp.csr_matrix((value, (row, column)), shape=(len(some), len(used)))

    direction = np.random.default_rng(0).standard_normal(len(used))
    matrix = rows(equations)
    answer = sp.linalg.lsqr(matrix.T.tocsr(), direction, atol=1e-13, btol=1e-13, iter_lim=20_000)
    change: FloatArray = direction - matrix.T @ answer[0]
    return [bool(told) for told in np.abs(rows(candidates) @ change) > _FOLLOWS]
