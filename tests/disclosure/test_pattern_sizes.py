"""Sizes of the patterns on the reference tables: counts, so they are exact and repeatable."""

from __future__ import annotations

import numpy as np
import pytest
from benchmarks.bench_disclosure import failures, solve
from benchmarks.disclosure_tables import committed

from leerloopbaan.disclosure import engine
from leerloopbaan.disclosure.model import build_system
from leerloopbaan.disclosure.opening import Opening


@pytest.mark.parametrize(
    ("name", "zeros", "unsafe", "most"),
    [("T1", False, 293, 449), ("T1", True, 484, 662), ("T2", False, 476, 866)],
)
def test_the_pattern_is_no_larger_than_before(
    name: str, zeros: bool, unsafe: int, most: int
) -> None:
    system, targets, pattern, _ = solve(name, committed(2014), zeros=zeros)
    assert len(targets.cell) == unsafe
    assert int(pattern.hidden.sum()) <= most
    assert failures(system, targets, pattern) == 0
    assert not np.any(pattern.floor > targets.down)


def test_a_dense_city_is_covered_branch_by_branch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "HUGE", 500)
    monkeypatch.setattr(engine, "_DENSE", 0.1)
    system, targets, pattern, _ = solve("T1", committed(2014))
    assert failures(system, targets, pattern) == 0
    assert "sweep" not in pattern.effort
    assert int(pattern.hidden.sum()) <= 470


def test_a_cell_costs_more_for_every_equation_that_it_opens() -> None:
    # 0 = 1 + 2, 1 = 3 + 4: with 3 hidden, 0 opens one equation, 1 opens the other of its two.
    system = build_system(tuple("abcde"), np.array([9, 4, 5, 1, 3]), [(0, [1, 2]), (1, [3, 4])])
    priced = Opening(system).prices(np.arange(5) == 3)
    assert (priced / system.cost).tolist() == [2, 2, 2, 1, 1]
