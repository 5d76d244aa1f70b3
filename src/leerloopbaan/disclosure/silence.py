"""A part of which nothing can be shown needs no search: two worlds prove all of it at once.

Where every published count is unsafe, all of them are hidden and nothing is left to choose. In the
world without anybody each is at its minimum; in one large world each reaches its upper level. The
equations are sums without constants, so a world times a whole number is a world. Somebody who
knows some counts exactly gets a world of their own that leaves those as they are.
"""

from __future__ import annotations

import highspy
import numpy as np
import scipy.sparse as sp

from leerloopbaan.disclosure.lp import MAX_RISE, program
from leerloopbaan.disclosure.model import (
    BoolArray,
    FloatArray,
    IntArray,
    Pattern,
    System,
    Targets,
    Witness,
)

#: A vertex of these programs that is not whole is so after one of these factors, or is given up.
_FACTORS = range(1, 13)


def silent_pattern(
    system: System, targets: Targets, forced: BoolArray, insiders: list[tuple[str, IntArray]]
) -> Pattern | None:
    """The pattern and proof of a part of which nothing is shown; None where something may be.

    insiders: code and the cells that each knows exactly.
    """
    hidden = forced.copy()
    hidden[targets.cell] = True
    if not (hidden | system.unpublished | system.fixed).all() or system.lower.any():
        return None
    if system.count[system.fixed].any() or targets.down.clip(0).sum() < targets.down.sum():
        return None
    asked = np.zeros(system.size)
    asked[targets.cell] = np.maximum(targets.up, 0)
    large = _world(system, asked)
    if large is None or (large > system.upper).any():
        return None
    worlds = [_difference(system, large), _difference(system, np.zeros(system.size, np.int64))]
    found: list[tuple[int, str, int]] = []
    for code, known in insiders:
        for cell, change in _around(system, targets, known):
            if change is not None:
                worlds.append(change)
            found.append((cell, code, -1 if change is None else len(worlds) - 1))
    if any(len(world.cell) == 0 for world in worlds[2:]):
        return None
    return _pattern(system, targets, hidden, worlds, found)


def _pattern(
    system: System,
    targets: Targets,
    hidden: BoolArray,
    worlds: list[Witness],
    insider: list[tuple[int, str, int]],
) -> Pattern:
    count = system.count[targets.cell]
    empty = len(worlds[1].cell) == 0
    kept = worlds if not empty else [worlds[0], *worlds[2:]]
    moved = [(c, code, w if w < 0 or not empty else w - 1) for c, code, w in insider]
    return Pattern(
        hidden=hidden & ~system.unpublished,
        witnesses=tuple(kept),
        up=np.where((targets.up >= 0) & (targets.up > count), 0, -1).astype(np.int64),
        down=np.where(targets.down < count, 1, -1).astype(np.int64),
        floor=targets.down.copy(),
        insider=tuple(moved),
        effort={"lp": 1 + len(worlds) - 2},
    )


def _difference(system: System, world: IntArray) -> Witness:
    delta = world - system.count
    cell = np.flatnonzero(delta)
    return Witness(cell, delta[cell])


def _around(system: System, targets: Targets, known: IntArray) -> list[tuple[int, Witness | None]]:
    """Per target that the insider does not know: a world that leaves the known counts as they are.

    None where there is no such world: the insider computes that count from what he knows.
    """
    todo = np.setdiff1d(targets.cell, known)
    result: list[tuple[int, Witness | None]] = []
    while len(todo):
        world = _other(system, known, todo)
        change = None if world is None else _difference(system, world)
        moved = todo[:0] if change is None else np.intersect1d(todo, change.cell)
        if not len(moved):
            result += [(int(cell), None) for cell in todo]
            break
        result += [(int(cell), change) for cell in moved]
        todo = np.setdiff1d(todo, moved)
    return result


def _other(system: System, known: IntArray, todo: IntArray) -> IntArray | None:
    """A world in which as many of `todo` as possible differ, first by rising, then by falling."""
    count = system.count.astype(float)
    for way in (1.0, -1.0):
        size, extra = system.size, len(todo)
        matrix = _with_links(system.matrix, todo, way)
        low = np.concatenate([np.zeros(size), np.zeros(extra)])
        high = np.concatenate([_ceiling(system), np.ones(extra)])
        low[known] = high[known] = count[known]
        floor = np.concatenate([np.zeros(system.matrix.shape[0]), way * count[todo]])
        top = np.concatenate([np.zeros(system.matrix.shape[0]), np.full(extra, highspy.kHighsInf)])
        price = np.concatenate([np.full(size, 1e-6), -np.ones(extra)])
        x = _solve(matrix, price, (low, high), (floor, top))
        if x is None or x[size:].max(initial=0.0) < 1e-6:
            continue
        for factor in _FACTORS:
            world = count + factor * (x[:size] - count)
            whole = np.rint(world)
            if np.abs(world - whole).max(initial=0.0) < 1e-6 and (whole >= 0).all():
                return np.asarray(whole, np.int64)
    return None


def _with_links(matrix: sp.csr_matrix, todo: IntArray, way: float) -> sp.csc_matrix:
    """The equations, and per cell of `todo` a row `way * cell - column of its own`."""
    (rows, size), extra = matrix.shape, len(todo)
    entries, own = matrix.tocoo(), np.arange(extra)
    value = np.concatenate([entries.data, np.full(extra, way), np.full(extra, -1.0)])
    row = np.concatenate([entries.row, rows + own, rows + own])
    column = np.concatenate([entries.col, todo, size + own])
    return sp.csc_matrix((value, (row, column)), shape=(rows + extra, size + extra))


def _world(system: System, asked: FloatArray) -> IntArray | None:
    """The smallest world in which every count reaches what is asked of it."""
    rows = np.zeros(system.matrix.shape[0])
    x = _solve(system.matrix.tocsc(), np.ones(system.size), (asked, _ceiling(system)), (rows, rows))
    if x is None:
        return None
    for factor in _FACTORS:
        whole = np.rint(factor * x)
        if np.abs(factor * x - whole).max(initial=0.0) < 1e-6:
            return np.asarray(whole, np.int64)
    return None


def _ceiling(system: System) -> FloatArray:
    ceiling: FloatArray = np.where(system.fixed, 0.0, np.minimum(system.upper, MAX_RISE)).astype(
        float
    )
    return ceiling


def _solve(
    matrix: sp.csc_matrix,
    price: FloatArray,
    bounds: tuple[FloatArray, FloatArray],
    rows: tuple[FloatArray, FloatArray],
) -> FloatArray | None:
    highs = program(matrix)
    columns = np.arange(matrix.shape[1], dtype=np.int32)
    highs.changeColsCost(len(columns), columns, price)
    highs.changeColsBounds(len(columns), columns, *bounds)
    at = np.arange(matrix.shape[0], dtype=np.int32)
    highs.changeRowsBounds(len(at), at, *rows)
    highs.run()
    if highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    x: FloatArray = np.asarray(highs.getSolution().col_value)
    return x
