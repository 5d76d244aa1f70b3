"""Where most counts are hidden anyway, serve many targets with one program instead of one each.

A sweep moves only what is hidden already, so it hides nothing more: it finds together the worlds
that the targets would find one by one. Its solution falls apart into pieces that share no
equation; every piece of whole numbers is a world.
"""

from __future__ import annotations

import numpy as np
import scipy.sparse as sp

from leerloopbaan.disclosure.lp import Window, is_integer
from leerloopbaan.disclosure.model import FloatArray, Witness
from leerloopbaan.disclosure.search import DOWN, UP, Direction, Search

#: Targets that are covered one by one between two sweeps.
_BETWEEN = 50


def cover_by_sweeps(search: Search, order: list[Direction]) -> None:
    """Give every direction a world, like `Search.cover`, with sweeps in between."""
    left = order
    while left:
        for way in (UP, DOWN):
            while sweep(search, way):
                pass
        left = [direction for direction in left if direction not in search.chosen]
        search.cover(left[:_BETWEEN])
        left = left[_BETWEEN:]


def sweep(search: Search, way: int) -> int:
    """Serve open directions of one way together; returns how many."""
    goals = [
        cell
        for cell, other in sorted(search.level)
        if other == way and (cell, way) not in search.chosen and search.needed((cell, way))
    ]
    if not goals:
        return 0
    window = search.ladder.whole()
    need = np.array([search.needed((cell, way)) for cell in goals], np.int64)
    hidden = search.hidden[window.cells] | search.system.unpublished[window.cells]
    search.effort["sweep"] += 1
    change = window.reach(hidden.astype(float), np.searchsorted(window.cells, goals), need)
    before = len(search.chosen)
    if change is not None:
        for piece in _pieces(search, window, change):
            if _serves_an_open_one(search, window, piece):
                search.accept(window, piece)
    return len(search.chosen) - before


def _pieces(search: Search, window: Window, change: FloatArray) -> list[FloatArray]:
    moved = np.flatnonzero(np.abs(change) > 1e-7)
    if not len(moved):
        return []
    link = abs(search.system.matrix.tocsc()[:, window.cells[moved]])
    count, label = sp.csgraph.connected_components(link.T @ link, directed=False)
    pieces = []
    for part in range(count):
        own = moved[label == part]
        if is_integer(change[own]):
            piece = np.zeros_like(change)
            piece[own] = change[own]
            pieces.append(piece)
    return pieces


def _serves_an_open_one(search: Search, window: Window, change: FloatArray) -> bool:
    at = np.flatnonzero(change)
    witness = Witness(window.cells[at], np.rint(change[at]).astype(np.int64))
    return any(
        direction in search.level
        and direction not in search.chosen
        and search.serves(witness, direction)
        for cell in witness.cell.tolist()
        for direction in ((cell, UP), (cell, DOWN))
    )
