"""Take a finished pattern apart place by place, and keep what comes back smaller.

Showing cells again one by one stops where every single cell is needed. Where several hidden cells
of one place serve one target together, another choice of fewer cells may serve it too: all of them
are shown, the targets that leaned on them are covered anew, and the better of the two stays.
"""

from __future__ import annotations

import numpy as np

from leerloopbaan.disclosure.model import BoolArray, DisclosureError
from leerloopbaan.disclosure.search import Search


def refine(search: Search, protected: BoolArray) -> Search:
    """A search whose pattern is no larger; `protected` cells stay hidden."""
    best, score = search, score_of(search)
    spare = search.hidden & ~protected & ~search.system.unpublished
    for node in np.unique(search.system.node[spare]).tolist():
        cells = np.flatnonzero(
            best.hidden & ~protected & ~best.system.unpublished & (best.system.node == node)
        )
        if len(cells) < 2:
            continue
        trial = best.copy()
        before = trial.hidden.copy()
        orphans = trial.show(cells.tolist())
        try:
            trial.cover(orphans)
        except DisclosureError:
            continue
        trial.clean_up(protected | (before & (best.system.node != node)))
        if (found := score_of(trial)) < score:
            best, score = trial, found
    return best


def score_of(search: Search) -> tuple[int, int]:
    """What a smaller pattern has less of: hidden cells, then the persons in them."""
    shown = search.hidden & ~search.system.unpublished
    return int(shown.sum()), int(search.system.count[shown].sum())
