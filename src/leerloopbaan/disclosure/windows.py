"""Where to look for another world: small windows first, then a district, then everything.

Most witnesses move a few pupils between two or three neighbouring nodes. A window around those
nodes is solved in milliseconds; the whole city takes a second. So each target climbs a ladder.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from leerloopbaan.disclosure.lp import Window
from leerloopbaan.disclosure.model import IntArray, System

#: A district with at most this many movable cells is one window from the start.
SMALL = 900
#: A district with more movable cells than this is skipped on the way to the whole system.
LARGE = 4000
#: In a system of more cells everything at once is the last resort: it takes seconds.
HUGE = 8000


class Ladder:
    """The windows of one system, cut out once and kept."""

    def __init__(self, system: System) -> None:
        """Index the tree of nodes and the equations that run along it."""
        self.system = system
        self._columns = system.matrix.tocsc()
        self._movable = ~system.fixed
        self._cells_of = _cells_of(system)
        self._district = _district_of(system.node_parent)
        self._cache: dict[frozenset[int] | str, Window] = {}
        self._node_size = {n: int(system.count[c].max()) for n, c in self._cells_of.items()}
        self._as_part, self._as_total = _ladder_equations(system)

    def rungs(self, cell: int, need: int) -> Iterator[Window]:
        """Windows in which `cell` may be movable by `need` (> 0 up, < 0 down), smallest first."""
        district = int(self._district[int(self.system.node[cell])])
        whole = self.whole()
        if whole.size > SMALL:
            home = np.flatnonzero(self._district[self.system.node] == district)
            size = int(self._movable[home].sum()) if district else 0
            if 0 < size <= SMALL:
                yield self._window(frozenset([-district]), home)
            if size > SMALL or whole.size > HUGE or not district:
                yield from self._near(cell, need)
            if SMALL < size <= LARGE:
                yield self._window(frozenset([-district]), home)
            if whole.size > HUGE:
                yield from self._crown(cell)
        yield whole

    def _crown(self, cell: int) -> Iterator[Window]:
        """All districts as wholes, for a cell of one of them; else with the inside of its own."""
        node = int(self.system.node[cell])
        top = (self._district == np.arange(len(self._district))) | (self._district == 0)
        name, members = "crown", top[self.system.node]
        if not top[node]:
            district = int(self._district[node])
            name, members = (
                f"crown and {district}",
                members | (self._district[self.system.node] == district),
            )
        crown = np.flatnonzero(members)
        if int(self._movable[crown].sum()) <= LARGE:
            yield self._window(name, crown)

    def whole(self) -> Window:
        """Everything that may move."""
        return self._window("all", np.arange(self.system.size))

    def _window(self, key: frozenset[int] | str, cells: IntArray) -> Window:
        if key not in self._cache:
            self._cache[key] = Window(self.system, self._columns, cells[self._movable[cells]])
        return self._cache[key]

    def _near(self, cell: int, need: int) -> Iterator[Window]:
        """The target's own node and those of the fullest cells of its kind, ever farther away."""
        count = self.system.count
        own = [cell, *self._below(cell, 2)]
        donors = self._siblings(cell)
        enough = need < 0 or int(count[donors].sum()) >= need
        node = int(self.system.node[cell])
        if donors and enough and self.system.node_parent[node] > 0:
            yield self._nodes([*own, *donors[:2]])
            if len(donors) > 2:
                yield self._nodes([*own, *donors[:4]])
        above = self._parent(cell)
        bridge = cell if above is None or not self._siblings(above) else above
        across = self._siblings(bridge) or self._below(bridge, 1)
        for reach, width in ((1, 1), (2, 2), (3, 3)):
            if across:
                far = [c for d in across[:reach] for c in (d, *self._below(d, width))]
                yield self._nodes([bridge, *self._below(bridge, width), *own, *far])

    def _nodes(self, cells: list[int]) -> Window:
        nodes = sorted({int(self.system.node[c]) for c in cells})
        members = np.concatenate([self._cells_of[n] for n in nodes])
        return self._window(frozenset(nodes), np.sort(members))

    def _below(self, cell: int, width: int) -> list[int]:
        """Under a cell: its fullest parts, and the parts at the fullest nodes."""
        equation = self._as_total.get(cell)
        if equation is None:
            return []
        parts = self._fullest(equation)
        size = self._node_size
        big = sorted(parts, key=lambda c: (-size[int(self.system.node[c])], c))
        return [*parts[:width], *big[:width]]

    def _siblings(self, cell: int) -> list[int]:
        equation = self._as_part.get(cell)
        if equation is None:
            return []
        return [c for c in self._fullest(equation) if c != cell]

    def _parent(self, cell: int) -> int | None:
        equation = self._as_part.get(cell)
        if equation is None:
            return None
        matrix = self.system.matrix
        row = slice(matrix.indptr[equation], matrix.indptr[equation + 1])
        total = matrix.indices[row][matrix.data[row] > 0]
        return int(total[0])

    def _fullest(self, equation: int) -> list[int]:
        matrix = self.system.matrix
        row = slice(matrix.indptr[equation], matrix.indptr[equation + 1])
        parts = matrix.indices[row][matrix.data[row] < 0]
        return [int(c) for c in parts[np.lexsort((parts, -self.system.count[parts]))]]


def _cells_of(system: System) -> dict[int, IntArray]:
    order = np.argsort(system.node, kind="stable")
    edges = np.flatnonzero(np.diff(system.node[order])) + 1
    groups = np.split(order, edges)
    return {int(system.node[g[0]]): np.sort(g) for g in groups if len(g)}


def _district_of(parent: IntArray) -> IntArray:
    """The ancestor just below the root, per node; 0 for the root itself."""
    top = np.arange(len(parent))
    while True:
        above = parent[top]
        climb = above > 0
        if not climb.any():
            break
        top = np.where(climb, above, top)
    return np.where(parent[top] < 0, 0, top)


def _ladder_equations(system: System) -> tuple[dict[int, int], dict[int, int]]:
    as_part: dict[int, int] = {}
    as_total: dict[int, int] = {}
    matrix = system.matrix
    for equation in np.flatnonzero(system.ladder):
        row = slice(matrix.indptr[equation], matrix.indptr[equation + 1])
        for cell, sign in zip(matrix.indices[row], matrix.data[row], strict=True):
            (as_total if sign > 0 else as_part).setdefault(int(cell), int(equation))
    return as_part, as_total
