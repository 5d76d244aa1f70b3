"""Where to look for another world: small windows first, then wider ones, then everything.

Most witnesses move a few pupils between two or three neighbouring nodes. A window around those
nodes is solved in milliseconds; the whole city takes a second. So each target climbs a ladder: the
widest place around it that is still small, its neighbours, wider places, everything. Where most is
hidden the ladder is `broad`: it begins with the whole branch (the district), and goes on to another
branch that always is the same, so that what is hidden there serves every target.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import numpy as np

from leerloopbaan.disclosure.frame import Frame, frame_of
from leerloopbaan.disclosure.lp import Window
from leerloopbaan.disclosure.model import BoolArray, IntArray, System

#: A place with at most this many movable cells, all under it included, is one window at once.
SMALL = 900
#: A place with more is skipped on the way to the whole system.
LARGE = 4000
#: In a system of more cells everything at once is the last resort: it takes seconds.
HUGE = 8000


class Ladder:
    """The windows of one system, cut out once and kept."""

    def __init__(self, system: System, broad: bool = False) -> None:
        """Nothing is indexed before it is asked for."""
        self.system = system
        self.broad = broad
        self._columns = system.matrix.tocsc()
        self._movable = ~system.fixed
        self._subtrees: dict[int, IntArray] = {}
        self._cache: dict[frozenset[int] | str, Window] = {}

    # What only a system of several rungs needs: most systems are one small window.

    @cached_property
    def _cells_of(self) -> dict[int, IntArray]:
        return _cells_of(self.system)

    @cached_property
    def _under(self) -> BoolArray:
        return _under(self.system.node_parent)

    @cached_property
    def _node_size(self) -> dict[int, int]:
        return {n: int(self.system.count[c].max()) for n, c in self._cells_of.items()}

    @cached_property
    def _equations(self) -> tuple[dict[int, int], dict[int, int]]:
        """Per cell the equation of the tree of which it is a part, and of which the total."""
        return _ladder_equations(self.system)

    def rungs(self, cell: int, need: int) -> Iterator[Window]:
        """Windows in which `cell` may be movable by `need` (> 0 up, < 0 down), smallest first."""
        whole = self.whole()
        if self.broad:
            yield from self._branches(cell, need)
        elif whole.size > SMALL:
            around = [a for a in self._ancestors(int(self.system.node[cell])) if a]
            size = {a: int(self._movable[self._inside(a)].sum()) for a in around}
            home = [a for a in around if 0 < size[a] <= SMALL]
            if home:
                yield self._subtree(home[-1])
            if whole.size > HUGE or len(home) < len(around) or not around:
                yield from self._near(cell, need)
            for place in around:
                if SMALL < size[place] <= LARGE:
                    yield self._subtree(place)
        yield whole

    def _branches(self, cell: int, need: int) -> Iterator[Window]:
        """The branch of a cell; the fullest other one beside it; its own kind; all branches."""
        branch = [a for a in self._ancestors(int(self.system.node[cell])) if a][-1:]
        others = [b for b in self._fullest_under(0) if b not in branch]
        if branch:
            yield self._subtree(branch[0])
            if others:
                yield self._beside(branch, [others[0], *self._fullest_under(others[0])[:2]])
            yield from self._near(cell, need)
        lean = [n for b in others for n in (b, *self._fullest_under(b)[:1])]
        yield self._beside(branch, [0, *lean])

    def _beside(self, branch: list[int], nodes: list[int]) -> Window:
        """A branch (or none) with some nodes outside it."""
        places = [*(self._inside(b) for b in branch), *(self._cells_of[n] for n in nodes)]
        key = frozenset([*(-b for b in branch), *nodes])
        return self._window(key, np.sort(np.concatenate(places)))

    def _fullest_under(self, node: int) -> list[int]:
        children = np.flatnonzero(self.system.node_parent == node).tolist()
        size = self._node_size
        return sorted((c for c in children if c in size), key=lambda c: (-size[c], c))

    def _ancestors(self, node: int) -> list[int]:
        """The node itself and what lies above it, the root last."""
        path = [node]
        while (above := int(self.system.node_parent[path[-1]])) >= 0:
            path.append(above)
        return path

    def _inside(self, node: int) -> IntArray:
        """The cells of a node and of all that lies under it."""
        if node not in self._subtrees:
            self._subtrees[node] = np.flatnonzero(self._under[node][self.system.node])
        return self._subtrees[node]

    def _subtree(self, node: int) -> Window:
        return self._window(frozenset([-node]), self._inside(node))

    def whole(self) -> Window:
        """Everything that may move."""
        return self._window("all", np.arange(self.system.size))

    def _window(self, key: frozenset[int] | str, cells: IntArray) -> Window:
        if key not in self._cache:
            inside = cells[self._movable[cells]]
            wide = len(inside) > (SMALL if self.broad else LARGE)
            frame = self._frame if wide else None
            self._cache[key] = Window(self.system, self._columns, inside, frame)
        return self._cache[key]

    @cached_property
    def _frame(self) -> Frame:
        return frame_of(self.system)

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
        if self._siblings(bridge) and 0 < int(count[across].sum()) < need:
            return
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
        equation = self._equations[1].get(cell)
        if equation is None:
            return []
        parts = self._fullest(equation)
        size = self._node_size
        big = sorted(parts, key=lambda c: (-size[int(self.system.node[c])], c))
        return [*parts[:width], *big[:width]]

    def _siblings(self, cell: int) -> list[int]:
        equation = self._equations[0].get(cell)
        if equation is None:
            return []
        return [c for c in self._fullest(equation) if c != cell]

    def _parent(self, cell: int) -> int | None:
        equation = self._equations[0].get(cell)
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


def _under(parent: IntArray) -> BoolArray:
    """Node × node: whether the second is the first or lies under it."""
    under = np.eye(len(parent), dtype=bool)
    above = parent
    while (climbing := above >= 0).any():
        under[above[climbing], np.flatnonzero(climbing)] = True
        above = np.where(climbing, parent[above], -1)
    return under


def _ladder_equations(system: System) -> tuple[dict[int, int], dict[int, int]]:
    as_part: dict[int, int] = {}
    as_total: dict[int, int] = {}
    matrix = system.matrix
    for equation in np.flatnonzero(system.ladder):
        row = slice(matrix.indptr[equation], matrix.indptr[equation + 1])
        for cell, sign in zip(matrix.indices[row], matrix.data[row], strict=True):
            (as_total if sign > 0 else as_part).setdefault(int(cell), int(equation))
    return as_part, as_total
