"""The two ends of a search: what is hidden before it begins, and the pattern that it leaves."""

from __future__ import annotations

import numpy as np

from leerloopbaan.disclosure.model import BoolArray, IntArray, Pattern, System, Targets, Witness
from leerloopbaan.disclosure.opening import Opening
from leerloopbaan.disclosure.search import DOWN, UP, Direction, Search
from leerloopbaan.disclosure.windows import Ladder


def start(system: System, ladder: Ladder, targets: Targets, hidden: BoolArray) -> Search:
    """A search in which only `hidden` (and the targets) are hidden yet."""
    level: dict[Direction, int] = {}
    for cell, up, down in zip(targets.cell, targets.up, targets.down, strict=True):
        if up >= 0:
            level[int(cell), UP] = int(up)
        level[int(cell), DOWN] = int(down)
    begin = hidden | system.unpublished
    begin[targets.cell] = True
    opening = Opening(system)
    return Search(system, ladder, level, begin, begin.copy(), opening, opening.prices(begin))


def finish(search: Search, targets: Targets, insider: list[tuple[int, str, int]]) -> Pattern:
    """The pattern of a finished search, with only the witnesses that are still in use."""
    used = set(search.chosen.values()) | {world for _, _, world in insider}
    alive = sorted(used - {-1})
    renumber = {old: new for new, old in enumerate(alive)}
    kept: list[Witness] = []
    for index in alive:
        witness = search.witnesses[index]
        assert witness is not None
        kept.append(witness)

    hidden = search.kept_hidden.copy()
    for witness in kept:
        hidden[witness.cell] = True

    def of(cell: int, way: int) -> int:
        return renumber.get(search.chosen.get((cell, way), -1), -1)

    cells: list[int] = targets.cell.tolist()
    floor: IntArray = np.array(
        [search.floor.get(c, int(d)) for c, d in zip(cells, targets.down, strict=True)], np.int64
    )
    return Pattern(
        hidden=hidden & ~search.system.unpublished,
        witnesses=tuple(kept),
        up=np.array([of(c, UP) for c in cells], np.int64),
        down=np.array([of(c, DOWN) for c in cells], np.int64),
        floor=floor,
        insider=tuple((cell, code, renumber.get(w, -1)) for cell, code, w in insider),
        effort=dict(search.effort),
    )
