"""The guarantee, confirmed by an attacker that shares no code with the engine."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.attacker import bounds
from disclosure.small import random_town
from leerloopbaan.disclosure import DisclosureError, Policy, protect, verify

POLICY = Policy(min_schools=0, min_boards=0)


def _column(table: pa.Table, name: str) -> dict[str, Any]:
    return dict(
        zip(table.column("cel_id").to_pylist(), table.column(name).to_pylist(), strict=True)
    )


def _split(cellen: pa.Table, besluiten: pa.Table) -> tuple[dict[str, int], list[str]]:
    status = dict(
        zip(*[besluiten.column(c).to_pylist() for c in ("cel_id", "status")], strict=True)
    )
    counts = _column(cellen, "aantal")
    shown = {c: n for c, n in counts.items() if status[c] is None}
    return shown, [c for c in counts if c not in shown]


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 10_000), mean=st.sampled_from([3.0, 8.0, 20.0]))
def test_no_small_count_can_be_pinned_down(seed: int, mean: float) -> None:
    cellen = random_town(seed, mean)
    try:
        decisions = protect(cellen, POLICY)
    except DisclosureError as error:
        assert error.cells  # failing closed names its cells
        return
    counts = _column(cellen, "aantal")
    shown, hidden = _split(cellen, decisions.besluiten)
    small = [c for c in hidden if counts[c] <= 5]
    assert not [c for c, n in shown.items() if n <= 5]
    for cell, (low, high) in bounds(cellen, shown, small).items():
        assert low == 0 and high >= 6, cell


@pytest.mark.parametrize("seed", range(6))
def test_certificates_pass_the_verifier(seed: int) -> None:
    cellen = random_town(seed, 8.0)
    decisions = protect(cellen, POLICY)
    tables = decisions.certificates.tables() | {"cellen": cellen, "besluiten": decisions.besluiten}
    assert verify(tables) == []


def test_complement_of_a_shown_total_is_safe() -> None:
    """A trait held by all but a few: showing both trait and total would show the few."""
    cellen = random_town(3, 20.0)
    decisions = protect(cellen, POLICY)
    shown, _ = _split(cellen, decisions.besluiten)
    for cell, n in shown.items():
        if cell.endswith("-k"):
            total = shown.get(cell[:-1] + "T")
            assert total is None or total - n > 5


def test_same_input_same_bytes_whatever_the_number_of_processes() -> None:
    cellen = random_town(1, 8.0)
    two_years = pa.concat_tables([cellen, _next_year(cellen)])
    one = protect(two_years, POLICY)
    two = protect(two_years, Policy(min_schools=0, min_boards=0, workers=2))
    shuffled = two_years.take(pa.array(list(range(two_years.num_rows))[::-1]))
    three = protect(shuffled, POLICY)
    assert one.certificates.digest() == two.certificates.digest()
    assert one.besluiten.equals(two.besluiten) and one.besluiten.equals(three.besluiten)


def _next_year(cellen: pa.Table) -> pa.Table:
    rows = cellen.to_pylist()
    for row in rows:
        row["schooljaar"] = "2024-2025"
        row["cel_id"] += "-2"
    return pa.Table.from_pylist(rows)
