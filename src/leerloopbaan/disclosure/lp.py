"""One window on a system as a small linear program: the cheapest other world that moves a target.

A window is a set of cells that may move while every other cell stands still. HiGHS solves it
without presolve: the truth (nothing moves) is a dual feasible start, so a push takes a handful of
dual simplex pivots. One thread and a fixed seed: the same window gives the same world anywhere.
"""

from __future__ import annotations

from typing import Any

import highspy
import numpy as np
import scipy.sparse as sp

from leerloopbaan.disclosure.frame import Frame
from leerloopbaan.disclosure.model import UNBOUNDED, BoolArray, FloatArray, IntArray, System

#: Largest rise that a witness may use; keeps the deltas small and the arithmetic exact.
MAX_RISE = 100_000
_TOLERANCE = 1e-6
#: Price of movement when goals are met together: less than any goal is worth.
_FRICTION = 1e-4


class Window:
    """A reusable program over the `cells` of a system; columns are rises, then falls."""

    def __init__(
        self,
        system: System,
        columns: sp.csc_matrix,
        cells: IntArray,
        frame: Frame | None = None,
    ) -> None:
        """`columns` is the system's matrix in column form, so that a window is cut out quickly.

        With a `frame` the program is written in the free cells: quicker where much is hidden.
        """
        self.cells = cells
        self.size = len(cells)
        self.count = system.count[cells]
        self.rise = np.minimum(
            np.minimum(system.upper[cells], UNBOUNDED) - self.count, MAX_RISE
        ).astype(float)
        self.fall = (self.count - system.lower[cells]).astype(float)
        part = _equations(columns if self.size == columns.shape[1] else columns[:, cells])
        self._of_row = abs(part)
        self._of_cell = self._of_row.T.tocsr()
        self._live = self._settle(np.ones(self.size))
        self._total = np.zeros(0, np.int64)
        if frame is not None:
            part = self._framed(system, frame)
        self._loose = np.zeros(len(self._total), bool)
        self._price, self._low, self._high = np.zeros((3, 2 * self.size))
        self._integer = False
        self._highs = program(_both_ways(part.tocsc()))

    def _framed(self, system: System, frame: Frame) -> sp.csr_matrix:
        """Rows that say what each total is made of, then what must stand still or be equal."""
        cells = self.cells[self._live > 0]
        moving = np.zeros(system.size, bool)
        moving[cells] = True
        inside = np.flatnonzero(moving[frame.free])
        sums = frame.sums[:, inside].tocsr()
        moved = np.diff(sums.indptr) > 0
        still = ~moving & moved & (frame.parts @ moving.astype(float) > 0)
        free = frame.free[inside]
        moving[free] = False
        total = np.flatnonzero(moving)
        self._total = np.searchsorted(self.cells, total)
        self._free = np.searchsorted(self.cells, free)
        self._sums = sums[total]
        self._bounded = (self.fall < self.count) | (system.upper[self.cells] < UNBOUNDED)
        rest = frame.rest[:, inside]
        rows = sp.vstack([self._sums, sums[np.flatnonzero(still)], rest]).tocoo()
        own = np.arange(len(total))
        return sp.csr_matrix(
            (
                np.concatenate([rows.data, np.full(len(own), -1.0)]),
                (
                    np.concatenate([rows.row, own]),
                    np.concatenate([self._free[rows.col], self._total]),
                ),
            ),
            shape=(rows.shape[0], self.size),
        )

    def place(self, cell: int) -> int:
        """Position of a cell in the window (the cells are sorted)."""
        return int(np.searchsorted(self.cells, cell))

    def movable(self, allowed: FloatArray, at: int) -> FloatArray | None:
        """What of `allowed` can move at all, or None when the target at `at` cannot.

        That settles most pushes that lead nowhere without a program.
        """
        if not self._live[at]:
            return None
        if allowed.all():
            return self._live
        left = allowed * self._live
        left[at] = 1
        left = self._settle(left)
        return left if left[at] else None

    def _settle(self, left: FloatArray) -> FloatArray:
        """Hold still what stands alone in an equation, and what stands alone because of that."""
        while (alone := self._of_row @ left == 1).any():
            left[(self._of_cell @ alone.astype(float) > 0) & (left > 0)] = 0
        return left

    def reach(self, allowed: FloatArray, at: IntArray, need: IntArray) -> FloatArray | None:
        """One change in which as many of the goals as possible are met together.

        allowed: 1 where the cell may move, else 0; at: positions of the goals; need: the change
        that each asks for (> 0 up, < 0 down). Nothing obliges: a goal may be met in part.
        """
        size = self.size
        high = np.concatenate([self.rise * allowed, self.fall * allowed])
        price = np.full(2 * size, _FRICTION)
        high[at], high[size + at] = 0, 0
        way = np.where(need > 0, at, size + at)
        bound = np.where(need > 0, self.rise[at], self.fall[at])
        high[way] = np.minimum(np.abs(need), bound) * allowed[at]
        price[way] = _FRICTION - 1.0 / np.abs(need)
        loose = allowed > 0
        loose[at] = False
        return self._run(np.zeros(2 * size), high, price, loose, integer=False)

    def solve(
        self,
        cost: FloatArray,
        allowed: FloatArray,
        hidden: BoolArray,
        push: tuple[int, int],
        integer: bool = False,
    ) -> FloatArray | None:
        """The cheapest change per cell of the window, or None when there is no such world.

        cost: price per unit of movement; allowed: 1 where the cell may move, else 0; hidden: what
        is hidden already; push: (position of the target, change that it must reach: > 0 up,
        < 0 down).
        """
        size = self.size
        low = np.zeros(2 * size)
        high = np.concatenate([self.rise * allowed, self.fall * allowed])
        price = np.concatenate([cost, cost])
        at, need = push
        if need > self.rise[at] or -need > self.fall[at]:
            return None
        if need > 0:
            low[at], high[at], high[size + at] = need, self.rise[at], 0
        else:
            low[size + at], high[size + at], high[at] = -need, self.fall[at], 0
        loose = hidden & (allowed > 0)
        loose[at] = False
        return self._run(low, high, price, loose, integer)

    def _run(
        self, low: FloatArray, high: FloatArray, price: FloatArray, loose: BoolArray, integer: bool
    ) -> FloatArray | None:
        highs, size, count = self._highs, self.size, 2 * self.size
        follow = self._let_follow(loose, low, high)
        self._tell(price, low, high)
        if integer or self._integer:
            kind = np.full(count, 1 if integer else 0, np.uint8)
            highs.changeColsIntegrality(count, np.arange(count, dtype=np.int32), kind)
            highs.setOptionValue("presolve", "on" if integer else "off")
            self._integer = integer
        highs.clearSolver()
        highs.run()
        if not _has_world(highs, integer):
            return None
        x = np.asarray(highs.getSolution().col_value)
        change: FloatArray = x[:size] - x[size:]
        if len(follow):
            change[self._total] = self._sums @ change[self._free]
        return change

    def _tell(self, price: FloatArray, low: FloatArray, high: FloatArray) -> None:
        """Hand over what differs from the last program: little does, and handing over is slow."""
        at = np.flatnonzero(price != self._price).astype(np.int32)
        if len(at):
            self._highs.changeColsCost(len(at), at, price[at])
        at = np.flatnonzero((low != self._low) | (high != self._high)).astype(np.int32)
        if len(at):
            self._highs.changeColsBounds(len(at), at, low[at], high[at])
        self._price, self._low, self._high = price, low, high

    def _let_follow(self, loose: BoolArray, low: FloatArray, high: FloatArray) -> IntArray:
        """Take totals that may move freely out of the program: their parts say where they go."""
        if not len(self._total):
            return self._total
        loose = (loose & ~self._bounded)[self._total]
        follow = self._total[loose]
        high[follow] = high[self.size + follow] = 0
        changed = np.flatnonzero(loose != self._loose)
        if len(changed):
            wide = np.where(loose[changed], highspy.kHighsInf, 0.0)
            self._highs.changeRowsBounds(len(changed), changed.astype(np.int32), -wide, wide)
            self._loose = loose
        return follow


def _equations(columns: sp.csc_matrix) -> sp.csr_matrix:
    """The rows that are not empty."""
    rows = columns.tocsr()
    filled = np.diff(rows.indptr) > 0
    return rows if filled.all() else rows[np.flatnonzero(filled)]


def _both_ways(part: sp.csc_matrix) -> sp.csc_matrix:
    """The columns, and beside them the same with the other sign."""
    end = part.indptr[-1]
    return sp.csc_matrix(
        (
            np.concatenate([part.data, -part.data]),
            np.concatenate([part.indices, part.indices]),
            np.concatenate([part.indptr, part.indptr[1:] + end]),
        ),
        shape=(part.shape[0], 2 * part.shape[1]),
    )


def is_integer(change: FloatArray) -> bool:
    """Whether every change is a whole number, within the solver's tolerance."""
    return bool(np.abs(change - np.rint(change)).max(initial=0.0) < _TOLERANCE)


def _has_world(highs: Any, integer: bool) -> bool:
    """Whether a world was found. A search for whole numbers stops at its first one, or at its
    limit of nodes: what it holds by then is a world all the same.
    """
    if not integer:
        optimal: bool = highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
        return optimal
    found: bool = highs.getInfo().primal_solution_status == int(
        highspy.SolutionStatus.kSolutionStatusFeasible
    )
    return found


def program(matrix: sp.csc_matrix) -> Any:
    """An empty program over the columns of a matrix whose rows sum to zero; bounds come later."""
    rows, columns = matrix.shape
    highs: Any = highspy.Highs()  # type: ignore[no-untyped-call]  # the bindings are untyped
    for option, value in {
        "output_flag": False,
        "threads": 1,
        "random_seed": 0,
        "presolve": "off",
        "simplex_scale_strategy": 0,
        "mip_rel_gap": 0.5,
        "mip_max_improving_sols": 1,
        "mip_max_nodes": 2000,
    }.items():
        highs.setOptionValue(option, value)
    nothing, still = np.zeros(columns), np.zeros(rows)
    highs.passModel(
        *(columns, rows, matrix.nnz),
        *(int(highspy.MatrixFormat.kColwise), int(highspy.ObjSense.kMinimize), 0.0),
        *(nothing, nothing, nothing, still, still),
        *(matrix.indptr, matrix.indices, matrix.data, np.zeros(columns, np.int32)),
    )
    return highs
