"""The vocabulary of the engine: a system of counts, what may not be known about them, and proof.

A *system* is every count that an audience can see or relate, as one set of unknowns with the
equations that tie them (total minus parts is zero). A *target* is a count that nobody may pin
down. A *witness* is another world: a sparse integer change of the true counts that keeps every
equation, every shown count and every bound, so nobody who sees the release can rule it out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from leerloopbaan.errors import LeerloopbaanError

IntArray = npt.NDArray[np.int64]
FloatArray = npt.NDArray[np.float64]
BoolArray = npt.NDArray[np.bool_]

#: "No bound that anyone knows": larger than any number of pupils in a city.
UNBOUNDED = 1_000_000_000


class DisclosureError(LeerloopbaanError):
    """A release that cannot be made safe, or input that cannot be trusted.

    `rule` names the broken rule; `cells` holds cell codes, never counts or persons: the text may
    be shown and logged.
    """

    def __init__(self, rule: str, message: str, cells: tuple[str, ...] = ()) -> None:
        """Keep at most twenty codes in the message; `cells` has them all."""
        self.rule = rule
        self.message = message
        self.cells = cells
        named = "".join(f"\n  - {code}" for code in cells[:20])
        more = f"\n  ... and {len(cells) - 20} more" if len(cells) > 20 else ""
        super().__init__(f"{rule}: {message}{named}{more}")

    def __reduce__(self) -> tuple[type[DisclosureError], tuple[str, str, tuple[str, ...]]]:
        """Pickled whole: a worker process hands it to its parent."""
        return DisclosureError, (self.rule, self.message, self.cells)


@dataclass(frozen=True, eq=False)
class System:
    """Counts and equations; arrays have one element per cell, the matrix one row per equation.

    count: true counts; lower, upper: what everyone knows about a hidden count (0 and UNBOUNDED
    when nothing); fixed: known to everyone and never hidden (must-publish, structural zero);
    unpublished: in nobody's table, but tied to cells that are; cost: price of hiding the cell;
    node: place of the cell in the tree that splits the work (an index in node_parent, 0 = root);
    ladder: marks the equations along that tree.
    """

    codes: tuple[str, ...]
    count: IntArray
    matrix: sp.csr_matrix
    fixed: BoolArray
    unpublished: BoolArray
    lower: IntArray
    upper: IntArray
    cost: FloatArray
    node: IntArray
    node_parent: IntArray
    ladder: BoolArray

    @property
    def size(self) -> int:
        """Number of cells."""
        return len(self.codes)


@dataclass(frozen=True, eq=False)
class Targets:
    """What nobody may know. cell: index; up: some world reaches at least this count; down: some
    world goes at most this low. -1 in `up` means that no upward world is asked for.
    """

    cell: IntArray
    up: IntArray
    down: IntArray


@dataclass(frozen=True, eq=False)
class Insider:
    """Someone who knows some counts exactly: a person alone in cells, a school alone in cells."""

    code: str
    cells: IntArray


@dataclass(frozen=True, eq=False)
class Witness:
    """Another world, as the cells that differ from the truth and by how much (never 0)."""

    cell: IntArray
    delta: IntArray


@dataclass(frozen=True, eq=False)
class Pattern:
    """Which cells are hidden, and the proof: a witness per target and direction (-1 = truth)."""

    hidden: BoolArray
    witnesses: tuple[Witness, ...]
    up: IntArray
    down: IntArray
    floor: IntArray
    insider: tuple[tuple[int, str, int], ...] = ()
    effort: dict[str, Any] = field(default_factory=dict)


def build_system(
    codes: tuple[str, ...],
    count: IntArray,
    equations: list[tuple[int, list[int]]],
    *,
    ladder: BoolArray | None = None,
    fixed: BoolArray | None = None,
    unpublished: BoolArray | None = None,
    lower: IntArray | None = None,
    upper: IntArray | None = None,
    node: IntArray | None = None,
    node_parent: IntArray | None = None,
    headline: BoolArray | None = None,
) -> System:
    """Assemble a system from `(total, parts)` pairs of cell indices; everything else has a default.

    The price of hiding is log2(1 + count) + 1, headline cells eight times that, unpublished cells
    nothing. Raises DisclosureError ("som") when a total is not the sum of its parts.
    """
    size = len(codes)
    lengths = [1 + len(parts) for _, parts in equations]
    column = np.fromiter((c for t, ps in equations for c in (t, *ps)), np.int64, sum(lengths))
    row = np.repeat(np.arange(len(equations)), lengths)
    value = -np.ones(len(column))
    starts = np.cumsum([0, *lengths[:-1]]) if equations else np.zeros(0, np.int64)
    value[starts.astype(np.int64)] = 1
    matrix = sp.csr_matrix((value, (row, column)), shape=(len(equations), size))
    off = np.flatnonzero(matrix @ count.astype(float))
    if len(off):
        raise DisclosureError(
            "som",
            "a total is not the sum of its parts; check the model that counts these cells",
            tuple(codes[equations[e][0]] for e in off),
        )
    none = np.zeros(size, bool)
    hidden_free = none if unpublished is None else unpublished
    price = np.where(hidden_free, 0.0, np.log2(1.0 + count) + 1.0)
    if headline is not None:
        price = np.where(headline, 8.0 * price, price)
    return System(
        codes=codes,
        count=count,
        matrix=matrix,
        fixed=none if fixed is None else fixed,
        unpublished=hidden_free,
        lower=np.zeros(size, np.int64) if lower is None else lower,
        upper=np.full(size, UNBOUNDED, np.int64) if upper is None else upper,
        cost=price,
        node=np.zeros(size, np.int64) if node is None else node,
        node_parent=np.full(1, -1, np.int64) if node_parent is None else node_parent,
        ladder=np.zeros(len(equations), bool) if ladder is None else ladder,
    )
