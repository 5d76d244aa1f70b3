"""Find a small set of cells to hide, and the worlds that prove it is enough, for one system.

Every target asks for a world in which it is high and one in which it is low. Each world is the
cheapest that HiGHS finds; the cells that differ in it must be hidden, which makes them nearly
free for the next target. Afterwards cells are shown again, fullest first, wherever the targets
that leaned on them find another world among what stays hidden.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import numpy as np

from leerloopbaan.disclosure.lp import Window, is_integer
from leerloopbaan.disclosure.model import (
    BoolArray,
    DisclosureError,
    FloatArray,
    System,
    Witness,
)
from leerloopbaan.disclosure.opening import Opening
from leerloopbaan.disclosure.windows import Ladder

_HIDDEN_PRICE = 1e-3
#: A cell that more targets lean on is hardly ever spared; trying costs more than it gives.
MOST_LEANING = 80
UP, DOWN = 0, 1
#: No ordinary cell costs as much.
HEADLINE = 40.0
_MOVES = 0.5
Direction = tuple[int, int]


@dataclass(eq=False)
class Search:
    """The state of one search; `chosen` holds the witness of each (target cell, UP or DOWN).

    cost: what hiding a cell costs now, given what is hidden (`opening`).
    """

    system: System
    ladder: Ladder
    level: dict[Direction, int]
    hidden: BoolArray
    kept_hidden: BoolArray
    opening: Opening
    cost: FloatArray
    witnesses: list[Witness | None] = field(default_factory=list)
    uses: dict[int, set[int]] = field(default_factory=dict)
    chosen: dict[Direction, int] = field(default_factory=dict)
    floor: dict[int, int] = field(default_factory=dict)
    leans: dict[int, set[Direction]] = field(default_factory=dict)
    effort: Counter[str] = field(default_factory=Counter)

    # -- what a world does ----------------------------------------------------------------

    def needed(self, direction: Direction) -> int:
        """The change that the direction asks for (0 or the wrong sign: the truth is enough)."""
        cell, way = direction
        low = self.floor.get(cell, self.level[direction]) if way == DOWN else 0
        return (low if way == DOWN else self.level[direction]) - int(self.system.count[cell])

    def serves(self, witness: Witness, direction: Direction) -> bool:
        """Whether the world satisfies the direction."""
        at = np.searchsorted(witness.cell, direction[0])
        if at == len(witness.cell) or witness.cell[at] != direction[0]:
            return False
        need, change = self.needed(direction), int(witness.delta[at])
        return change >= need if direction[1] == UP else change <= need

    def accept(self, window: Window, change: FloatArray) -> int:
        """Store a world, hide what it moves, and let it serve every open direction it can."""
        moved = np.rint(change).astype(np.int64)
        at = np.flatnonzero(moved)
        witness = Witness(window.cells[at], moved[at])
        index = len(self.witnesses)
        self.witnesses.append(witness)
        if not self.hidden[witness.cell].all():
            self.hidden[witness.cell] = True
            self.cost = self.opening.prices(self.hidden)
        for cell in witness.cell.tolist():
            self.uses.setdefault(cell, set()).add(index)
            for way in (UP, DOWN):
                direction = (cell, way)
                if (
                    direction in self.level
                    and direction not in self.chosen
                    and self.serves(witness, direction)
                ):
                    self._choose(direction, index)
        return index

    def _choose(self, direction: Direction, index: int) -> None:
        self.leans.get(self.chosen.get(direction, -1), set()).discard(direction)
        self.chosen[direction] = index
        self.leans.setdefault(index, set()).add(direction)

    # -- one push -------------------------------------------------------------------------

    def push(
        self,
        window: Window,
        direction: Direction,
        *,
        barred: Iterable[int] = (),
        only_hidden: bool = False,
        need: int | None = None,
        mip: bool = True,
    ) -> FloatArray | None:
        """The cheapest integer world in the window that serves the direction, or None."""
        cells = window.cells
        hidden = self.hidden[cells] | self.system.unpublished[cells]
        allowed = hidden.astype(float) if only_hidden else np.ones(window.size)
        for cell in barred:
            at = window.place(cell)
            if at < window.size and cells[at] == cell:
                allowed[at] = 0
        price = np.where(hidden, _HIDDEN_PRICE, self.cost[cells])
        need = self.needed(direction) if need is None else need
        at = window.place(direction[0])
        goal = (at, need)
        left = window.movable(allowed, at)
        if left is None:
            return None
        allowed = left
        self.effort["lp"] += 1
        change = window.solve(price, allowed, hidden, goal)
        if change is None or is_integer(change):
            return change
        return self._whole_numbers(
            window, price=price, allowed=allowed, goal=goal, change=change, mip=mip
        )

    def _whole_numbers(
        self,
        window: Window,
        *,
        price: FloatArray,
        allowed: FloatArray,
        goal: tuple[int, int],
        change: FloatArray,
        mip: bool,
    ) -> FloatArray | None:
        """A fractional world solved again: with other prices, then as a MIP."""
        hidden = self.hidden[window.cells] | self.system.unpublished[window.cells]
        self.effort["fractional"] += 1
        ripple = 1.0 + 0.1 * np.modf(np.arange(window.size) * 0.6180339887)[0]
        for trial in (price * ripple, price * ripple[::-1]):
            self.effort["lp"] += 1
            again = window.solve(trial, allowed, hidden, goal)
            if again is not None and is_integer(again):
                return again
        if not mip:
            return None
        support = np.abs(change) > 1e-7
        for scope in (allowed * (hidden | support), allowed):
            self.effort["mip"] += 1
            again = window.solve(price, scope, hidden, goal, integer=True)
            if again is not None:
                return np.rint(again)
        return None

    # -- the search -----------------------------------------------------------------------

    def cover(self, order: list[Direction]) -> None:
        """Give every direction a world, in the given order; raises when one has none."""
        stuck: list[int] = []
        for direction in order:
            if direction in self.chosen:
                continue
            need = self.needed(direction)
            if (direction[1] == UP and need <= 0) or (direction[1] == DOWN and need >= 0):
                self.chosen[direction] = -1
                continue
            if not self._climb(direction, need) and not self._lift_floor(direction):
                stuck.append(direction[0])
        if stuck:
            raise DisclosureError(
                "onoplosbaar",
                "what is already known about these cells cannot be hidden any more; drop the "
                "finest level of their breakdown or what must be shown around them",
                tuple(self.system.codes[c] for c in sorted(set(stuck))),
            )

    def _climb(self, direction: Direction, need: int) -> bool:
        """A world from the lowest rung that has one of whole numbers; a MIP only when none has.

        One that hides a headline is taken only when no rung has another, and then the cheapest.
        """
        whole = self.ladder.whole()
        split: list[Window] = []
        dear: list[tuple[float, Window, FloatArray]] = []
        for window in self.ladder.rungs(direction[0], need):
            if window is whole:
                break
            fractional = self.effort["fractional"]
            if self._try(window, direction, dear, mip=False):
                return True
            if self.effort["fractional"] > fractional:
                split.append(window)
        if any(self._try(window, direction, dear, mip=True) for window in (*split, whole)):
            return True
        if dear:
            _, window, change = min(dear, key=lambda found: found[0])
            self.accept(window, change)
        return bool(dear)

    def _try(
        self,
        window: Window,
        direction: Direction,
        dear: list[tuple[float, Window, FloatArray]],
        *,
        mip: bool,
    ) -> bool:
        change = self.push(window, direction, mip=mip)
        if change is None:
            return False
        moved = window.cells[np.abs(change) > _MOVES]
        price = float(self.system.cost[moved[~self.hidden[moved]]].max(initial=0.0))
        if price >= HEADLINE:
            dear.append((price, window, change))
            return False
        self.accept(window, change)
        return True

    def _lift_floor(self, direction: Direction) -> bool:
        """Find the structural minimum of a cell that nothing can bring down all the way."""
        cell, way = direction
        if way == UP:
            return False
        for floor in range(self.level[direction] + 1, int(self.system.count[cell])):
            change = self.push(
                self.ladder.whole(), direction, need=floor - int(self.system.count[cell])
            )
            if change is not None:
                self.floor[cell] = floor
                self.accept(self.ladder.whole(), change)
                return True
        if (cell, UP) not in self.level:
            return False  # neither more nor fewer: it would be exact
        self.floor[cell] = int(self.system.count[cell])
        self.chosen[direction] = -1
        return True

    def clean_up(self, protected: BoolArray, most_leaning: int = MOST_LEANING) -> None:
        """Show again, fullest first, what no target needs; `protected` cells stay hidden.

        Cells on which more than `most_leaning` directions lean are passed over.
        """
        spare = np.flatnonzero(self.hidden & ~protected & ~self.system.unpublished)
        for cell in spare[np.lexsort((spare, -self.system.cost[spare]))].tolist():
            self._try_to_show(cell, most_leaning)

    def _try_to_show(self, cell: int, most_leaning: int) -> bool:
        leaning = self._leaning_on(cell)
        if len(leaning) > most_leaning:
            return False
        instead: dict[Direction, int] = {}
        added: list[int] = []
        for direction in leaning:
            other = self._other_witness(direction, cell)
            if other is None:
                window = next(self.ladder.rungs(direction[0], self.needed(direction)))
                change = self.push(window, direction, barred=(cell,), only_hidden=True, mip=False)
                if change is None:
                    for index in added:
                        self._forget(index)
                    return False
                other = self.accept(window, change)
                added.append(other)
            instead[direction] = other
        for direction, index in instead.items():
            self._choose(direction, index)
        self.hidden[cell] = False
        for index in list(self.uses.get(cell, ())):
            self._forget(index)
        return True

    def show(self, cells: list[int]) -> list[Direction]:
        """Show cells again whatever leans on them; returns the directions that lost their world."""
        orphans: set[Direction] = set()
        for cell in cells:
            self.hidden[cell] = False
            for index in list(self.uses.get(cell, ())):
                orphans |= self.leans.pop(index, set())
                self._forget(index)
        for direction in orphans:
            del self.chosen[direction]
        return sorted(orphans)

    def copy(self) -> Search:
        """The same state, to try something with."""
        return replace(
            self,
            hidden=self.hidden.copy(),
            witnesses=list(self.witnesses),
            uses={cell: set(worlds) for cell, worlds in self.uses.items()},
            chosen=dict(self.chosen),
            floor=dict(self.floor),
            leans={world: set(directions) for world, directions in self.leans.items()},
        )

    def _leaning_on(self, cell: int) -> list[Direction]:
        touching = self.uses.get(cell, set())
        return [d for index in sorted(touching) for d in sorted(self.leans.get(index, ()))]

    def _other_witness(self, direction: Direction, barred: int) -> int | None:
        for index in sorted(self.uses.get(direction[0], ())):
            witness = self.witnesses[index]
            if (
                witness is not None
                and index not in self.uses.get(barred, ())
                and self.serves(witness, direction)
            ):
                return index
        return None

    def _forget(self, index: int) -> None:
        for cell in _cells(self.witnesses[index]):
            self.uses[cell].discard(index)
        self.witnesses[index] = None


def _cells(witness: Witness | None) -> list[int]:
    return [] if witness is None else [int(c) for c in witness.cell]
