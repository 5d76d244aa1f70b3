"""The attacks that need arithmetic: elimination, linear bounds, whole-number bounds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import scipy.sparse as sp

from leerloopbaan.audit.knowledge import Knowledge

_PRIME = 2_147_483_629
_FAR = 1_000_000.0
# Attempts with many unknowns at once that free nobody, before each is tried by itself.
_FRUITLESS = 2


@dataclass
class Block:
    """Hidden unknowns that share equations, with what is known on the right-hand side."""

    unknowns: list[int]
    matrix: sp.csr_matrix
    right: np.ndarray
    low: np.ndarray
    high: np.ndarray


@dataclass
class Ranges:
    """What an outsider can still believe of each hidden unknown."""

    exact: dict[int, int] = field(default_factory=dict)
    at_most: dict[int, float] = field(default_factory=dict)
    whole: dict[int, tuple[int, int]] = field(default_factory=dict)
    contradictions: list[int] = field(default_factory=list)
    unchecked: int = 0


def blocks(knowledge: Knowledge, extra: dict[int, int] | None = None) -> list[Block]:
    """Split the hidden unknowns; `extra` are counts that an insider knows besides."""
    value: list[int | None] = list(knowledge.count)
    for at, count in (extra or {}).items():
        value[at] = count
    hidden = [i for i, v in enumerate(value) if v is None]
    place = {at: i for i, at in enumerate(hidden)}
    rows: list[int] = []
    columns: list[int] = []
    data: list[float] = []
    right: list[float] = []
    for equation in knowledge.equations:
        free = [(place[at], sign) for at, sign in equation.items() if at in place]
        if not free:
            continue
        for column, sign in free:
            rows.append(len(right))
            columns.append(column)
            data.append(float(sign))
        right.append(
            -sum(sign * (value[at] or 0) for at, sign in equation.items() if at not in place)
        )
    matrix = sp.csr_matrix((data, (rows, columns)), shape=(len(right), len(hidden)))
    low = np.array([knowledge.bounds.get(at, (0.0, _FAR))[0] for at in hidden])
    high = np.array([min(knowledge.bounds.get(at, (0.0, _FAR))[1], _FAR) for at in hidden])
    both = (
        sp.bmat([[None, matrix.T], [matrix, None]])
        if right
        else sp.csr_matrix((len(hidden), len(hidden)))
    )
    count, label = sp.csgraph.connected_components(both, directed=False)
    right_side = np.array(right, float)
    out = []
    member = label[: len(hidden)]
    of_row = label[len(hidden) :]
    for block in range(count):
        cells = np.flatnonzero(member == block)
        lines = np.flatnonzero(of_row == block)
        if len(cells) and len(lines):
            out.append(
                Block(
                    [hidden[c] for c in cells],
                    matrix[lines][:, cells].tocsr(),
                    right_side[lines],
                    low[cells],
                    high[cells],
                )
            )
    return out


def determined(block: Block) -> list[int]:
    """Unknowns that elimination alone gives, by row reduction over a finite field."""
    rows: list[dict[int, int]] = []
    for i in range(block.matrix.shape[0]):
        part = slice(block.matrix.indptr[i], block.matrix.indptr[i + 1])
        rows.append(
            {
                int(c): int(v) % _PRIME
                for c, v in zip(block.matrix.indices[part], block.matrix.data[part], strict=True)
            }
        )
    pivots: dict[int, dict[int, int]] = {}
    for row in sorted(rows, key=len):
        current = row
        while current:
            lead = next((c for c in sorted(current) if c in pivots), None)
            if lead is None:
                break
            current = _subtract(current, pivots[lead], current[lead])
        if not current:
            continue
        lead = min(current)
        inverse = pow(current[lead], -1, _PRIME)
        current = {c: v * inverse % _PRIME for c, v in current.items()}
        for other, line in list(pivots.items()):
            if lead in line:
                pivots[other] = _subtract(line, current, line[lead])
        pivots[lead] = current
    return [block.unknowns[lead] for lead, line in sorted(pivots.items()) if len(line) == 1]


def _subtract(row: dict[int, int], pivot: dict[int, int], factor: int) -> dict[int, int]:
    out = dict(row)
    for column, value in pivot.items():
        left = (out.get(column, 0) - factor * value) % _PRIME
        if left:
            out[column] = left
        else:
            out.pop(column, None)
    return out


class _Program:
    """One block as a program that is asked again and again with another objective."""

    def __init__(self, block: Block) -> None:
        import highspy

        self._ok = highspy.HighsModelStatus.kOptimal
        self._max = highspy.ObjSense.kMaximize
        self._min = highspy.ObjSense.kMinimize
        self.size = len(block.unknowns)
        self._highs: Any = highspy.Highs()  # type: ignore[no-untyped-call]  # untyped bindings
        for option, value in {"output_flag": False, "threads": 1, "random_seed": 0}.items():
            self._highs.setOptionValue(option, value)
        program = highspy.HighsLp()
        columns = block.matrix.tocsc()
        program.num_col_, program.num_row_ = self.size, columns.shape[0]
        program.col_cost_ = np.zeros(self.size)
        program.col_lower_, program.col_upper_ = block.low, block.high
        program.row_lower_ = program.row_upper_ = block.right
        program.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        program.a_matrix_.start_ = columns.indptr
        program.a_matrix_.index_ = columns.indices
        program.a_matrix_.value_ = columns.data
        self._highs.passModel(program)
        self._columns = np.arange(self.size, dtype=np.int32)
        self._whole = False

    def best(self, cost: np.ndarray, maximise: bool, whole: bool = False) -> np.ndarray | None:
        """The world that is best for the objective; None when no world fits what is shown."""
        self._highs.changeColsCost(self.size, self._columns, cost)
        self._highs.changeObjectiveSense(self._max if maximise else self._min)
        if whole != self._whole:
            kind = np.full(self.size, 1 if whole else 0, np.uint8)
            self._highs.changeColsIntegrality(self.size, self._columns, kind)
            self._whole = whole
        self._highs.run()
        if self._highs.getModelStatus() != self._ok:
            return None
        return np.asarray(self._highs.getSolution().col_value)


class _Seen:
    """The extremes over all worlds found so far, for all unknowns of a block at once."""

    def __init__(self, world: np.ndarray) -> None:
        self.least, self.most = world.copy(), world.copy()
        self.whole_least = np.full(len(world), np.inf)
        self.whole_most = np.full(len(world), -np.inf)
        self.add(world)

    def add(self, world: np.ndarray | None) -> None:
        if world is None:
            return
        np.minimum(self.least, world, out=self.least)
        np.maximum(self.most, world, out=self.most)
        if np.abs(world - np.rint(world)).max() < 1e-6:
            np.minimum(self.whole_least, np.rint(world), out=self.whole_least)
            np.maximum(self.whole_most, np.rint(world), out=self.whole_most)

    def free(self, i: int, threshold: int) -> bool:
        """Whether whole worlds show the unknown above the threshold and at another count."""
        high: bool = self.whole_most[i] > threshold and self.whole_most[i] > self.whole_least[i]
        return high


def ranges(block: Block, threshold: int, out: Ranges, most_mips: int = 400) -> None:
    """Bounds of every unknown of the block; a world found for one speaks for all others too."""
    fixed = set(determined(block))
    program = _Program(block)
    size = len(block.unknowns)
    some = program.best(np.zeros(size), True)
    if some is None:
        out.contradictions += block.unknowns
        return
    seen = _Seen(some)
    for maximise in (True, False):
        for i in range(size):
            low = seen.most[i] < threshold + 1 - 1e-6
            near = low if maximise else seen.most[i] - seen.least[i] < 0.5
            if near:
                seen.add(program.best(_only(size, i), maximise))
    for i, at in enumerate(block.unknowns):
        if at in fixed or seen.most[i] - seen.least[i] < 1e-6:
            out.exact[at] = round(seen.most[i])
        elif seen.most[i] < threshold + 1 - 1e-6:
            out.at_most[at] = float(seen.most[i])
    _whole_numbers(block, program, seen, threshold=threshold, out=out, left=most_mips)


def _whole_numbers(
    block: Block, program: _Program, seen: _Seen, *, threshold: int, out: Ranges, left: int
) -> None:
    size = len(block.unknowns)
    asked = [
        i for i, at in enumerate(block.unknowns) if at not in out.at_most and at not in out.exact
    ]
    _many_at_once(program, seen, asked, size, threshold)
    for i in asked:
        at = block.unknowns[i]
        if seen.free(i, threshold):
            continue
        if left == 0:
            out.unchecked += 1
            continue
        left -= 1
        for maximise in (True, False):
            seen.add(program.best(_only(size, i), maximise, whole=True))
        if not seen.free(i, threshold):
            out.whole[at] = (int(seen.whole_least[i]), int(seen.whole_most[i]))


def _many_at_once(
    program: _Program, seen: _Seen, asked: list[int], size: int, threshold: int
) -> None:
    """Whole worlds that push many unknowns up and down together, until they free nobody more.

    With weights by chance (always the same ones), because counts that add up to a shown total
    cannot all be high.
    """
    chance = np.random.default_rng(0)
    left = [i for i in asked if not seen.free(i, threshold)]
    fruitless = 0
    while len(left) > 1 and fruitless < _FRUITLESS:
        cost = np.zeros(size)
        cost[left] = chance.standard_normal(len(left))
        for maximise in (True, False):
            seen.add(program.best(cost, maximise, whole=True))
        still = [i for i in left if not seen.free(i, threshold)]
        fruitless = 0 if len(still) < len(left) else fruitless + 1
        left = still


def _only(size: int, i: int) -> np.ndarray:
    cost = np.zeros(size)
    cost[i] = 1.0
    return cost
