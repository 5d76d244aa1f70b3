"""Populations that are one under two names, found from fingerprints: never from one coincidence.

A fingerprint is an order-free hash of the pupils in a cell. Equal fingerprints of one pair of
cells prove nothing: in a small wijk the girls and the early leavers can be the same two pupils by
accident, and every empty cell has the same fingerprint. Tying such cells would make the engine
believe that an empty complement *must* be empty, and leave it unprotected. So two families
(basis, trait) are one only when they agree in every place where both are counted, in at least
three places that are not empty, empty in the same places, and are not a whole and a part of the
same basis. Merging is on the safe side: it takes worlds away from the engine, not from the reader.
"""

from __future__ import annotations

from collections import defaultdict

from leerloopbaan.disclosure.cells import Cell, Key

Family = tuple[str, str]
Place = tuple[str, str, str, tuple[tuple[str, str], ...]]
_EVIDENCE = 3


def linked_families(cells: list[Cell]) -> dict[Family, Family]:
    """Family -> the family (the alphabetically first of its group) whose unknowns it shares."""
    prints: dict[Family, dict[Place, str]] = defaultdict(dict)
    for cell in cells:
        if cell.vingerafdruk is not None:
            mark = cell.vingerafdruk if cell.aantal else ""
            prints[cell.key.basis, cell.key.trait][_place(cell.key)] = mark
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
    for a, b in sorted(candidates):
        ours, theirs = group.get(a, {a}), group.get(b, {b})
        bases = [basis for basis, _ in ours | theirs]
        if ours is theirs or len(set(bases)) < len(bases) or not _same(prints[a], prints[b]):
            continue  # a whole and its part in one basis are never the same unknown
        for family in ours | theirs:
            group[family] = ours | theirs
    return {family: min(members) for family, members in group.items()}


def _same(one: dict[Place, str], other: dict[Place, str]) -> bool:
    common = one.keys() & other.keys()
    agree = all(one[place] == other[place] for place in common)
    return agree and sum(1 for place in common if one[place]) >= _EVIDENCE


def _place(key: Key) -> Place:
    return key.schooljaar, key.meetmoment, key.geo, key.split
