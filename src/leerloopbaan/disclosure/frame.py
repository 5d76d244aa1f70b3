"""Every count of a system as a sum of free ones: what a program needs of the equations.

Most equations of a table say the same thing along another dimension. Written in the free counts
(those that are nobody's total), a world is non-negative as soon as the free counts are; a total
needs a row of its own only while it is shown or bounded.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from leerloopbaan.disclosure.model import IntArray, System


@dataclass(frozen=True, eq=False)
class Frame:
    """free: indices of the free cells; sums: cell × free, whole numbers >= 0, the identity for free
    cells; rest: equations over the free cells that the sums do not imply; parts: cell × cell, the
    parts of the equation by which a total is written.
    """

    free: IntArray
    sums: sp.csr_matrix
    rest: sp.csr_matrix
    parts: sp.csr_matrix


def frame_of(system: System) -> Frame:
    """Write each total by its equation with fewest parts, as long as none depends on itself."""
    matrix = system.matrix
    size = system.size
    total = _totals(matrix)
    rows = _one_per_total(matrix, total)
    parts = -matrix[rows].minimum(0)
    of = total[rows]
    written = np.zeros(size, bool)
    written[of] = True
    known, left = ~written, np.ones(len(rows), bool)
    waves: list[IntArray] = []
    while True:
        missing = parts @ (~known).astype(float)
        ready = np.flatnonzero(left & (missing == 0))
        if not len(ready):
            break
        waves.append(ready)
        left[ready] = False
        known[of[ready]] = True
    free = np.flatnonzero(~known | ~written)
    sums = _at(free, np.arange(len(free)), (size, len(free)))
    for wave in waves:
        place = _at(of[wave], np.arange(len(wave)), (size, len(wave)))
        sums = (sums + place @ (parts[wave] @ sums)).tocsr()
    rest = (matrix @ sums).tocsr()
    rest.eliminate_zeros()
    used = np.concatenate(waves) if waves else np.zeros(0, np.int64)
    return Frame(
        free=free,
        sums=sums,
        rest=rest[np.flatnonzero(np.diff(rest.indptr))],
        parts=(_at(of[used], np.arange(len(used)), (size, len(used))) @ parts[used]).tocsr(),
    )


def _totals(matrix: sp.csr_matrix) -> IntArray:
    """The total of each equation (its one positive coefficient)."""
    entries = matrix.tocoo()
    positive = entries.data > 0
    total = np.full(matrix.shape[0], -1, np.int64)
    total[entries.row[positive]] = entries.col[positive]
    return total


def _one_per_total(matrix: sp.csr_matrix, total: IntArray) -> IntArray:
    order = np.lexsort((np.arange(len(total)), np.diff(matrix.indptr)))
    order = order[total[order] >= 0]
    _, first = np.unique(total[order], return_index=True)
    return np.sort(order[first])


def _at(row: IntArray, column: IntArray, shape: tuple[int, int]) -> sp.csr_matrix:
    return sp.csr_matrix((np.ones(len(row)), (row, column)), shape=shape)
