"""Parts that share no equation: cut out of the system, and recognised when they come back.

After a breakdown has been dropped everything is asked again, with fewer targets and more cells that
nobody publishes. A pattern that was found before is still proof wherever only that changed: its
worlds move what is hidden and keep the bounds, and more is hidden and less is known now.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import scipy.sparse as sp

from leerloopbaan.disclosure.model import (
    BoolArray,
    Insider,
    IntArray,
    Pattern,
    System,
    Targets,
)


@dataclass(frozen=True, eq=False)
class Part:
    """A system with its targets, what is `hidden` from the start, and who knows what."""

    system: System
    targets: Targets
    hidden: BoolArray
    insiders: list[Insider]


@dataclass(eq=False)
class Solved:
    """The parts that were solved so far."""

    _known: dict[str, tuple[Part, Pattern]] = field(default_factory=dict)
    _unnamed: list[tuple[Part, Pattern]] = field(default_factory=list)

    def keep(self, part: Part, pattern: Pattern) -> None:
        """Remember a part and its pattern. It is named when one is asked for: few ever are."""
        self._unnamed.append((part, pattern))

    def pattern_for(self, part: Part) -> Pattern | None:
        """A pattern that is proof for this part as well; None when it must be solved."""
        self._known |= {_name(solved): (solved, pattern) for solved, pattern in self._unnamed}
        self._unnamed.clear()
        if not self._known:
            return None
        before, found = self._known.get(_name(part), (None, None))
        return _adapted(found, before, part) if before and found else None


def _name(part: Part) -> str:
    """What does not change when a breakdown is dropped."""
    system = part.system
    known = [(i.code, i.cells.tobytes()) for i in part.insiders]
    same = (
        *(system.codes, system.count, system.fixed),
        *(system.matrix.indptr, system.matrix.indices, system.matrix.data, known),
    )
    return hashlib.sha256(pickle.dumps(same)).hexdigest()


def _adapted(pattern: Pattern, before: Part, now: Part) -> Pattern | None:
    old, new = before.system, now.system
    movable = pattern.hidden | new.unpublished
    if (old.unpublished | now.hidden)[~movable].any():
        return None
    if (new.lower > old.lower).any() or (new.upper < old.upper).any():
        return None
    at = np.searchsorted(before.targets.cell, now.targets.cell)
    at = np.minimum(at, len(before.targets.cell) - 1)
    for name in ("cell", "up", "down"):
        if (getattr(before.targets, name)[at] != getattr(now.targets, name)).any():
            return None
    wanted = set(now.targets.cell.tolist())
    return replace(
        pattern,
        hidden=pattern.hidden & ~now.system.unpublished,
        up=pattern.up[at],
        down=pattern.down[at],
        floor=pattern.floor[at],
        insider=tuple(found for found in pattern.insider if found[0] in wanted),
    )


def parts_of(system: System, targets: Targets) -> list[IntArray]:
    """The cells of every connected part that holds a target."""
    free = sp.diags((~system.fixed).astype(float))
    link = abs(system.matrix) @ free
    count, label = sp.csgraph.connected_components(
        sp.bmat([[None, link.T], [link, None]]), directed=False
    )
    label = label[: system.size]
    wanted = np.zeros(count, bool)
    wanted[label[targets.cell]] = True
    order = np.argsort(label, kind="stable")
    groups = np.split(order, np.flatnonzero(np.diff(label[order])) + 1)
    return [np.sort(g) for g in groups if len(g) and wanted[label[g[0]]]]


def cut(
    system: System,
    targets: Targets,
    hidden: BoolArray,
    insiders: Sequence[Insider],
    parts: Sequence[IntArray],
) -> list[Part]:
    """The parts of these cells, each numbered from 0 in the order of its cells."""
    place, owner = np.full((2, system.size), -1, np.int64)
    for number, cells in enumerate(parts):
        place[cells] = np.arange(len(cells))
        owner[cells] = number
    columns = system.matrix.tocsc()
    known: list[list[Insider]] = [[] for _ in parts]
    for insider in insiders:
        of = owner[insider.cells]
        for number in np.unique(of[of >= 0]).tolist():
            inside = np.sort(place[insider.cells[of == number]])
            known[number].append(Insider(insider.code, inside))
    of = owner[targets.cell]
    wanted = [np.flatnonzero(of == number) for number in range(len(parts))]
    return [
        Part(
            _subsystem(system, columns, cells),
            Targets(place[targets.cell[mine]], targets.up[mine], targets.down[mine]),
            hidden[cells],
            inside,
        )
        for cells, mine, inside in zip(parts, wanted, known, strict=True)
    ]


def _subsystem(system: System, columns: sp.csc_matrix, cells: IntArray) -> System:
    part = columns[:, cells]
    rows, row = np.unique(part.indices, return_inverse=True)
    shape = (len(rows), len(cells))
    return System(
        codes=tuple(system.codes[c] for c in cells.tolist()),
        count=system.count[cells],
        matrix=sp.csc_matrix((part.data, row, part.indptr), shape=shape).tocsr(),
        fixed=system.fixed[cells],
        unpublished=system.unpublished[cells],
        lower=system.lower[cells],
        upper=system.upper[cells],
        cost=system.cost[cells],
        node=system.node[cells],
        node_parent=system.node_parent,
        ladder=system.ladder[rows],
    )
