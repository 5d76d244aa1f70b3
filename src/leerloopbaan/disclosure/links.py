"""Populations that are one under two names, found from fingerprints: never from one coincidence.

A fingerprint is an order-free hash of the pupils in a cell. Equal fingerprints of one pair of
cells prove nothing: in a small wijk the girls and the early leavers can be the same two pupils by
accident, and every empty cell has the same fingerprint. Tying such cells would make the engine
believe that an empty complement *must* be empty, and leave it unprotected. So two families
(basis, trait) are one only when they agree in every place where both are counted, about at least
three groups of persons, are empty in the same places, and are not a whole and a part of the same
basis. The same two pupils in five school years are one group, and one coincidence. Merging is on
the safe side: it takes worlds away from the engine, not from the reader.
"""

from __future__ import annotations

from collections import defaultdict

from leerloopbaan.disclosure.cells import Cell, Key

#: Basis, trait, moment, level and breakdowns: two populations can be one in the city and differ in
#: its districts (a pupil who moves between them), or be one at 01/02 and differ at 01/10.
Family = tuple[str, str, str, str, tuple[str, ...]]
Place = tuple[str, str, str, tuple[tuple[str, str], ...]]
_EVIDENCE = 3


def linked_families(cells: list[Cell]) -> dict[Family, Family]:
    """Family -> the family (the alphabetically first of its group) whose unknowns it shares."""
    prints: dict[Family, dict[Place, str]] = defaultdict(dict)
    level = {cell.key.geo: cell.geo_niveau for cell in cells}
    for cell in cells:
        if cell.vingerafdruk is not None:
            mark = cell.vingerafdruk if cell.aantal else ""
            prints[family_of(cell.key, level)][_place(cell.key)] = mark
    by_mark: dict[tuple[Place, str], list[Family]] = defaultdict(list)
    for family in sorted(prints):
        for place, mark in prints[family].items():
            if mark:
                by_mark[place, mark].append(family)
    candidates = {
        (a, b)
        for families in by_mark.values()
        for i, a in enumerate(families)
        for b in families[i + 1 :]
        if a[0] != b[0]
    }
    group: dict[Family, set[Family]] = {}
    # A whole first: should everyone have a trait by accident, it is the whole that is the same.
    wholes_first = sorted(candidates, key=lambda pair: (sum(f[1] != "T" for f in pair), pair))
    for a, b in wholes_first:
        ours, theirs = group.get(a, {a}), group.get(b, {b})
        bases = [basis for basis, *_ in ours | theirs]
        if ours is theirs or len(set(bases)) < len(bases) or not _same(prints[a], prints[b]):
            continue  # a whole and its part in one basis are never the same unknown
        if not all(_agree(prints[x], prints[y]) for x in ours for y in theirs):
            continue  # the same as a third one in other years only
        for family in ours | theirs:
            group[family] = ours | theirs
    return {family: min(members) for family, members in group.items()}


def family_of(key: Key, level: dict[str, str]) -> Family:
    """The family of a key; `level` gives the level of a place. Releases share their families."""
    moment = key.meetmoment.partition("@")[0].rstrip("+")
    names = tuple(name for name, _ in key.split)
    return key.basis, key.trait, moment, level.get(key.geo, ""), names


def _same(one: dict[Place, str], other: dict[Place, str]) -> bool:
    groups = {one[place] for place in one.keys() & other.keys()} - {""}
    return len(groups) >= _EVIDENCE and _agree(one, other)


def _agree(one: dict[Place, str], other: dict[Place, str]) -> bool:
    return all(one[place] == other[place] for place in one.keys() & other.keys())


def _place(key: Key) -> Place:
    return key.schooljaar, key.meetmoment, key.geo, key.split
