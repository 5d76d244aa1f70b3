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

from leerloopbaan.disclosure.model import UNBOUNDED, FloatArray, IntArray, System

#: Largest rise that a witness may use; keeps the deltas small and the arithmetic exact.
MAX_RISE = 100_000
_TOLERANCE = 1e-6
#: Price of movement when goals are met together: less than any goal is worth.
_FRICTION = 1e-4


class Window:
    """A reusable program over the `cells` of a system; columns are rises, then falls."""

    def __init__(self, system: System, columns: sp.csc_matrix, cells: IntArray) -> None:
        """`columns` is the system's matrix in column form, so that a window is cut out quickly."""
        self.cells = cells
        self.size = len(cells)
        self.count = system.count[cells]
        self.rise = np.minimum(
            np.minimum(system.upper[cells], UNBOUNDED) - self.count, MAX_RISE
        ).astype(float)
        self.fall = (self.count - system.lower[cells]).astype(float)
        part = columns[:, cells].tocsr()
        part = part[np.diff(part.indptr) > 0]
        matrix = sp.hstack([part, -part], format="csc")
        self._of_row = abs(part)
        self._of_cell = self._of_row.T.tocsr()
        self._columns = np.arange(2 * self.size, dtype=np.int32)
        self._integer = False
        self._highs = program(matrix)

    def place(self, cell: int) -> int:
        """Position of a cell in the window (the cells are sorted)."""
        return int(np.searchsorted(self.cells, cell))

    def movable(self, allowed: FloatArray, at: int) -> FloatArray | None:
        """What of `allowed` can move at all, or None when the target at `at` cannot.

        An equation with one movable cell left holds that cell still, and so may every equation it
        stands in: that settles most pushes that lead nowhere without a program.
        """
        left = allowed.copy()
        left[at] = 1
        while (alone := self._of_row @ left == 1).any():
            held = (self._of_cell @ alone.astype(float) > 0) & (left > 0)
            if held[at]:
                return None
            left[held] = 0
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
        return self._run(np.zeros(2 * size), high, price, integer=False)

    def solve(
        self,
        cost: FloatArray,
        allowed: FloatArray,
        push: tuple[int, int],
        integer: bool = False,
    ) -> FloatArray | None:
        """The cheapest change per cell of the window, or None when there is no such world.

        cost: price per unit of movement; allowed: 1 where the cell may move, else 0;
        push: (position of the target, change that it must reach: > 0 up, < 0 down).
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
        return self._run(low, high, price, integer)

    def _run(
        self, low: FloatArray, high: FloatArray, price: FloatArray, integer: bool
    ) -> FloatArray | None:
        highs, size, count = self._highs, self.size, 2 * self.size
        highs.changeColsCost(count, self._columns, price)
        highs.changeColsBounds(count, self._columns, low, high)
        if integer or self._integer:
            kind = np.full(count, 1 if integer else 0, np.uint8)
            highs.changeColsIntegrality(count, self._columns, kind)
            highs.setOptionValue("presolve", "on" if integer else "off")
            self._integer = integer
        highs.clearSolver()
        highs.run()
        if not _has_world(highs, integer):
            return None
        x = np.asarray(highs.getSolution().col_value)
        change: FloatArray = x[:size] - x[size:]
        return change


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
    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = columns, rows
    program.col_cost_ = np.zeros(columns)
    program.col_lower_ = np.zeros(columns)
    program.col_upper_ = np.zeros(columns)
    program.row_lower_ = np.zeros(rows)
    program.row_upper_ = np.zeros(rows)
    program.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    program.a_matrix_.start_ = matrix.indptr
    program.a_matrix_.index_ = matrix.indices
    program.a_matrix_.value_ = matrix.data
    highs.passModel(program)
    return highs
