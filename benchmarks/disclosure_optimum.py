"""The proven best pattern of a small table, by one mixed-integer program over all worlds at once.

Every unsafe cell has its own upward and downward world; a cell may move in any of them only when
it is hidden; the number of hidden cells is least. Small tables only: the program has a copy of
the table per unsafe cell and direction.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import scipy.optimize as so
import scipy.sparse as sp

from leerloopbaan.disclosure.engine import protect_system
from leerloopbaan.disclosure.model import System, Targets
from leerloopbaan.disclosure.tables import Table, system_from_table

_TREES = {
    "area": {"S": ["A", "B", "C"]},
    "kind": {"T": ["x", "y", "z"]},
    "sex": {"T": ["m", "v"]},
}
_MOST = 60


def small_table(seed: int) -> System:
    """A random area × kind × sex table of 48 cells."""
    rng = np.random.default_rng(seed)
    inner = rng.poisson(np.outer([9, 4, 14], [3, 1, 0.4])[:, :, None] * [0.6, 0.5], (3, 3, 2))
    codes = [["S", "A", "B", "C"], ["T", "x", "y", "z"], ["T", "m", "v"]]
    keys, counts = [], []
    for i, a in enumerate(codes[0]):
        for j, k in enumerate(codes[1]):
            for h, s in enumerate(codes[2]):
                part = inner[slice(None) if i == 0 else slice(i - 1, i)]
                part = part[:, slice(None) if j == 0 else slice(j - 1, j)]
                part = part[:, :, slice(None) if h == 0 else slice(h - 1, h)]
                keys.append((a, k, s))
                counts.append(int(part.sum()))
    return system_from_table(Table(tuple(_TREES), tuple(keys), tuple(counts)), _TREES)


def targets_of(system: System) -> Targets:
    """Every count of 0..5."""
    cells = np.flatnonzero(system.count <= 5)
    return Targets(cells, np.full(len(cells), 6), np.zeros(len(cells), np.int64))


def optimum(system: System, targets: Targets, seconds: float = 20.0) -> tuple[float, float]:
    """Fewest hidden cells and the proven lower bound (equal when solved to the end)."""
    size, wishes = system.size, []
    for cell, up, down in zip(targets.cell, targets.up, targets.down, strict=True):
        wishes.append((cell, up - system.count[cell], _MOST))
        if system.count[cell] > down:
            wishes.append((cell, -_MOST, down - system.count[cell]))
    copies = len(wishes)
    zero = sp.csr_matrix((system.matrix.shape[0] * copies, size))
    sums = sp.hstack([zero, sp.block_diag([system.matrix] * copies)])
    eye = sp.identity(size * copies)
    fall = np.tile(system.count, copies)
    stack = sp.vstack([sp.identity(size)] * copies)
    rises = sp.hstack([-_MOST * stack, eye])
    falls = sp.hstack([sp.diags(fall.astype(float)) @ stack, eye])
    low = np.concatenate([np.zeros(size), -fall])
    high = np.concatenate([np.ones(size), np.full(size * copies, _MOST)])
    low[targets.cell] = 1
    for n, (cell, least, most) in enumerate(wishes):
        at = size + n * size + cell
        low[at], high[at] = max(low[at], least), min(high[at], most)
    result = so.milp(
        np.concatenate([np.ones(size), np.zeros(size * copies)]),
        constraints=[
            so.LinearConstraint(sums, 0, 0),
            so.LinearConstraint(rises, -np.inf, 0),
            so.LinearConstraint(falls, 0, np.inf),
        ],
        integrality=np.ones(size * (copies + 1)),
        bounds=so.Bounds(low, high),
        options={"time_limit": seconds},
    )
    best = float(result.fun) if result.fun is not None else float("nan")
    return best, float(result.mip_dual_bound)


def gap(seed: int) -> dict[str, Any]:
    """The engine's pattern beside the optimum of one small table."""
    system = small_table(seed)
    targets = targets_of(system)
    pattern = protect_system(system, targets)
    best, bound = optimum(system, targets)
    return {
        "case": f"small table {seed}",
        "cells": system.size,
        "unsafe": len(targets.cell),
        "suppressed": int(pattern.hidden.sum()),
        "optimum": best,
        "proven bound": round(bound, 1),
    }
