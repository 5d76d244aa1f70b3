"""Earlier releases that are still out: what readers already have, and may subtract.

A count that did not change is one unknown in both releases: shown once means known for good,
hidden once means hidden still. A count that changed is two unknowns, each in its own release's
equations. A count that was shown and changed by 1 to 5 would show how many records were corrected:
it is hidden now, and there must be a world in which nothing changed and one in which at least
six did.
"""

from __future__ import annotations

from dataclasses import dataclass

from leerloopbaan.disclosure.cells import Cell, Key


@dataclass(frozen=True)
class EarlierRelease:
    """A release that is still out: its id, its cells (true counts, vault only) and what it hid."""

    release_id: str
    cells: tuple[Cell, ...]
    hidden: frozenset[str]


@dataclass(frozen=True)
class Known:
    """What earlier releases say about the cells of a new one.

    fixed: shown before with the same count; hide: must stay hidden, or changed too little;
    span: (low, high) that some world must reach, for counts that changed by 1 to `threshold`.
    """

    fixed: frozenset[Key]
    hide: frozenset[Key]
    span: dict[Key, tuple[int, int]]


def compare(cells: list[Cell], earlier: tuple[EarlierRelease, ...], threshold: int) -> Known:
    """Compare the new cells with every earlier release."""
    now = {cell.key: cell for cell in cells}
    fixed: set[Key] = set()
    hide: set[Key] = set()
    span: dict[Key, tuple[int, int]] = {}
    for release in earlier:
        for old in release.cells:
            new = now.get(old.key)
            if new is None:
                continue
            was_hidden = old.cel_id in release.hidden
            if was_hidden:
                hide.add(old.key)
            elif same(old, new):
                fixed.add(old.key)
            elif 1 <= abs(new.aantal - old.aantal) <= threshold:
                hide.add(old.key)
                step = threshold + 1
                low, high = (
                    (old.aantal, old.aantal + step)
                    if new.aantal > old.aantal
                    else (max(0, old.aantal - step), old.aantal)
                )
                before = span.get(old.key, (low, high))
                span[old.key] = (min(low, before[0]), max(high, before[1]))
    return Known(frozenset(fixed), frozenset(hide - fixed), span)


def same(old: Cell, new: Cell) -> bool:
    """Whether a cell holds the same pupils (or, without fingerprints, as many)."""
    if old.aantal != new.aantal:
        return False
    if old.vingerafdruk is None or new.vingerafdruk is None:
        return True
    return old.vingerafdruk == new.vingerafdruk or old.aantal == 0
