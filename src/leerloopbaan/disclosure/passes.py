"""A large part of which most is hidden, covered several times: what served many gets cheaper.

The first pass cannot know which cells later targets will need as well, so it spreads over more
than it has to. Each further pass begins anew, with what the last one hid cheaper the more
directions leaned on it, and gathers the worlds in fewer cells. Every cell costs the same here, its
count aside: where most is hidden, cells with small counts have nothing left to spare.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from leerloopbaan.disclosure.ends import start
from leerloopbaan.disclosure.model import DisclosureError, FloatArray
from leerloopbaan.disclosure.parts import Part
from leerloopbaan.disclosure.refine import score_of
from leerloopbaan.disclosure.search import HEADLINE, Direction, Search
from leerloopbaan.disclosure.windows import Ladder

#: Passes after the first; the later ones give ever less.
_AGAIN = 2
#: What hiding a cell costs, whatever its count; a headline eight times that.
_FLAT = 5.0
#: How slowly the price falls with the directions that leaned on a cell.
_SLOWLY = 6.0


def cover_in_passes(part: Part, ladder: Ladder, order: list[Direction]) -> Search:
    """The smallest pattern of the passes; raises DisclosureError when the first finds none."""
    system = part.system
    flat = _FLAT * system.cost / (np.log2(1.0 + system.count) + 1.0)
    best = _cover(part, flat, ladder, order)
    last = best
    for _ in range(_AGAIN):
        try:
            last = _cover(part, _cheaper(flat, last), ladder, order)
        except DisclosureError:
            break
        if score_of(last) < score_of(best):
            best = last
    return best


def _cover(part: Part, price: FloatArray, ladder: Ladder, order: list[Direction]) -> Search:
    system = replace(part.system, cost=price)
    search = start(system, ladder, part.targets, part.hidden)
    search.cover(order)
    return search


def _cheaper(flat: FloatArray, search: Search) -> FloatArray:
    leaning = np.zeros(len(flat))
    for cell, worlds in search.uses.items():
        leaning[cell] = sum(len(search.leans.get(world, ())) for world in worlds)
    useful = search.hidden & (flat < HEADLINE)
    return np.where(useful, flat / (1.0 + np.log2(1.0 + leaning) / _SLOWLY), flat)
