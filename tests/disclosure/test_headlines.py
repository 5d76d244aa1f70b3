"""A count of the whole city is hidden last: only where no wider window has another world."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from leerloopbaan.disclosure.ends import start
from leerloopbaan.disclosure.lp import Window
from leerloopbaan.disclosure.model import System, Targets, build_system
from leerloopbaan.disclosure.search import DOWN, HEADLINE, UP
from leerloopbaan.disclosure.windows import Ladder

CITY, SECRET, OTHER = 0, 1, 2


class _TwoRungs(Ladder):
    """First a window in which only the city's count can give way, then everything."""

    def rungs(self, cell: int, need: int) -> Iterator[Window]:
        yield Window(self.system, self.system.matrix.tocsc(), np.array([CITY, SECRET]))
        yield self.whole()


def _town(*, other_is_known: bool) -> System:
    """A city of two places; in one of them three pupils."""
    known = np.array([False, False, other_is_known])
    return build_system(
        ("city", "secret", "other"),
        np.array([1000, 3, 997]),
        [(CITY, [SECRET, OTHER])],
        fixed=known,
        headline=np.array([True, False, False]),
    )


@pytest.mark.parametrize(
    ("other_is_known", "hidden"), [(False, {SECRET, OTHER}), (True, {SECRET, CITY})]
)
def test_a_city_total_gives_way_only_when_nothing_else_can(
    other_is_known: bool, hidden: set[int]
) -> None:
    system = _town(other_is_known=other_is_known)
    assert system.cost[CITY] >= HEADLINE > system.cost[OTHER]
    targets = Targets(np.array([SECRET]), np.array([6]), np.array([0]))
    search = start(system, _TwoRungs(system), targets, np.zeros(3, bool))
    search.cover([(SECRET, UP), (SECRET, DOWN)])
    assert set(np.flatnonzero(search.hidden).tolist()) == hidden
