"""Sizes of the patterns on the reference tables: counts, so they are exact and repeatable."""

from __future__ import annotations

import numpy as np
import pytest
from benchmarks.bench_disclosure import failures, solve
from benchmarks.disclosure_tables import committed


@pytest.mark.parametrize(
    ("name", "zeros", "unsafe", "most"),
    [("T1", False, 293, 449), ("T1", True, 484, 662), ("T2", False, 476, 880)],
)
def test_the_pattern_is_no_larger_than_before(
    name: str, zeros: bool, unsafe: int, most: int
) -> None:
    system, targets, pattern, _ = solve(name, committed(2014), zeros=zeros)
    assert len(targets.cell) == unsafe
    assert int(pattern.hidden.sum()) <= most
    assert failures(system, targets, pattern) == 0
    assert not np.any(pattern.floor > targets.down)
