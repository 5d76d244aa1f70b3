"""What was proven before a breakdown was dropped is not searched again, and still is proof."""

from __future__ import annotations

import importlib
from collections import Counter
from dataclasses import replace
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from disclosure.small import random_town
from leerloopbaan.disclosure import Policy, protect, verify
from leerloopbaan.disclosure.engine import protect_system
from leerloopbaan.disclosure.model import System, Targets, build_system
from leerloopbaan.disclosure.parts import Part, Solved

POLICY = Policy(min_schools=0, min_boards=0)
engine = importlib.import_module("leerloopbaan.disclosure.engine")


def _two_years() -> pa.Table:
    """One year that can be protected, and one in which a secret leaves no room (a known 3)."""
    first, second = random_town(1, 8.0).to_pylist(), random_town(1, 8.0).to_pylist()
    for row in second:
        row["schooljaar"] = "2024-2025"
        row["cel_id"] += "-2"
    finest = [r for r in second if "*" not in r["cel_id"] and r["kenmerk"] == "T"]
    small = next(r for r in finest if 0 < r["aantal"] <= 5)
    small["moet_getoond"] = True
    return pa.Table.from_pylist(first + second)


def test_a_year_that_is_proven_is_not_searched_again(monkeypatch: pytest.MonkeyPatch) -> None:
    searched: Counter[str] = Counter()
    original = engine._solve

    def counting(part: Part, thorough: bool) -> object:
        searched["2023-2024" if "2023-2024" in part.system.codes[0] else "2024-2025"] += 1
        return original(part, thorough)

    monkeypatch.setattr(engine, "_solve", counting)
    cellen = _two_years()
    decisions = protect(cellen, POLICY)
    assert "vergroofd" in decisions.redenen.column("reden").to_pylist()
    assert searched["2024-2025"] > 1 and searched["2023-2024"] == 1
    tables = decisions.certificates.tables() | {"cellen": cellen, "besluiten": decisions.besluiten}
    assert verify(tables, floors=True) == []  # the known 2 or 3 holds up the cell above it


def _square() -> tuple[System, Targets]:
    """A total, two rows and two columns of two by two cells; one of the four is small."""
    counts = np.array([100, 50, 50, 40, 60, 3, 47, 37, 13])
    equations = [(0, [1, 2]), (0, [3, 4]), (1, [5, 6]), (2, [7, 8]), (3, [5, 7]), (4, [6, 8])]
    system = build_system(tuple("tabcdefgh"), counts, equations)
    return system, Targets(np.array([5, 8]), np.array([6, 14]), np.array([0, 12]))


#: What differs from the part that was solved (`_solved`), and whether its pattern is kept.
CHANGES: list[tuple[dict[str, Any], bool]] = [
    ({"unpublished": [6]}, True),  # more is free to move than before
    ({"lower": [0, 0]}, True),  # less is known
    ({"lower": [1, 5]}, False),  # more is known
    ({"upper": 60}, False),
    ({"fixed": [7]}, False),
    ({"count": [6]}, False),
    ({"cell": 1}, True),  # less is asked
    ({"up": 7}, False),  # more is asked
    ({"hidden": [0]}, False),
]


def _solved() -> tuple[Part, Solved]:
    system, targets = _square()
    known = replace(system, lower=np.array([1, *[0] * 8]))
    part = Part(known, targets, np.zeros(9, bool), [])
    solved = Solved()
    solved.keep(part, protect_system(known, targets))
    return part, solved


def _changed(part: Part, what: str, value: Any) -> Part:
    system, targets, cells = part.system, part.targets, np.arange(9)
    match what:
        case "unpublished":
            system = replace(system, unpublished=np.isin(cells, value))
        case "fixed":
            system = replace(system, fixed=np.isin(cells, value))
        case "lower":
            system = replace(system, lower=np.array([*value, *[0] * 7]))
        case "upper":
            system = replace(system, upper=np.full(9, value))
        case "count":
            system = replace(system, count=system.count + np.isin(cells, value))
        case "cell":
            targets = Targets(targets.cell[:value], targets.up[:value], targets.down[:value])
        case "up":
            targets = replace(targets, up=np.array([value, targets.up[1]]))
    hidden = np.isin(cells, value) if what == "hidden" else part.hidden
    return replace(part, system=system, targets=targets, hidden=hidden)


@pytest.mark.parametrize(("change", "kept"), CHANGES)
def test_only_what_stays_true_is_kept(change: dict[str, Any], kept: bool) -> None:
    part, solved = _solved()
    assert solved.pattern_for(part) is not None
    ((what, value),) = change.items()
    now = _changed(part, what, value)
    pattern = solved.pattern_for(now)
    assert (pattern is not None) == kept
    if pattern is not None:
        assert len(pattern.up) == len(now.targets.cell)
        assert not (pattern.hidden & now.system.unpublished).any()
