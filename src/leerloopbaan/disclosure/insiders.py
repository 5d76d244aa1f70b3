"""A person or a school that is alone in a cell must not learn another cell by subtracting itself.

An insider knows some counts exactly. For every target that the insider does not know already,
there must be a world in which the target differs and everything the insider knows is true. Worlds
that serve the targets often do this already; where they do not, one more world is found.
"""

from __future__ import annotations

from collections import Counter

import numpy as np

from leerloopbaan.disclosure.model import IntArray
from leerloopbaan.disclosure.search import DOWN, UP, Search


def guard_insiders(
    search: Search, targets: IntArray, insiders: list[tuple[str, frozenset[int]]]
) -> list[tuple[int, str, int]]:
    """Extend the search until no insider can compute a target; (target, insider, world) added,
    world -1 for what the insider knows already.

    A target that equals what the insider knows by the equations alone (the same population under
    two names, a node with one child) is the insider's own knowledge and is passed over.
    """
    target_set = set(targets.tolist())
    found: list[tuple[int, str, int]] = []
    for code, known in insiders:
        for cell in _exposed(search, target_set, known):
            index = _covering(search, cell, known)
            if index is None:
                index = _another_world(search, cell, known)
            found.append((cell, code, -1 if index is None else index))
    return found


def _exposed(search: Search, targets: set[int], known: frozenset[int]) -> list[int]:
    """Targets of which every world in use also moves something that the insider knows."""
    touching = {w for cell in known for w in search.uses.get(cell, ())}
    seen: Counter[int] = Counter()
    for index in touching:
        witness = search.witnesses[index]
        if witness is not None:
            seen.update(c for c in witness.cell.tolist() if c in targets and c not in known)
    exposed = []
    for cell in sorted(seen):
        own = {search.chosen.get((cell, way), -1) for way in (UP, DOWN)} - {-1}
        if own <= touching:
            exposed.append(cell)
    return exposed


def _covering(search: Search, cell: int, known: frozenset[int]) -> int | None:
    for index in sorted(search.uses.get(cell, ())):
        witness = search.witnesses[index]
        if witness is not None and not known.intersection(witness.cell.tolist()):
            return index
    return None


def _another_world(search: Search, cell: int, known: frozenset[int]) -> int | None:
    for only_hidden in (True, False):
        for need in (1, -1):
            if need < 0 and search.system.count[cell] == search.system.lower[cell]:
                continue
            way = UP if need > 0 else DOWN
            for window in search.ladder.rungs(cell, need):
                change = search.push(
                    window,
                    (cell, way),
                    barred=known,
                    only_hidden=only_hidden,
                    need=need,
                    mip=not only_hidden,
                )
                if change is not None and np.rint(change[window.place(cell)]) != 0:
                    return search.accept(window, change)
    return None
