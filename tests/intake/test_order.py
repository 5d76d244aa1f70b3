"""A delivery that comes after one that was received later is named (R-73)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from .conftest import Gate, rules
from .small import Tables, changed, faultless, reference_lists, write_csv


def _another_row(tables: Tables) -> None:
    """Other bytes: the very same files twice would be the same delivery."""
    tables["11b"].pop()


def test_a_delivery_behind_a_later_one_is_named(gate: Gate, tmp_path: Path) -> None:
    gate(write_csv(tmp_path / "lijsten", reference_lists()))
    later = gate(write_csv(tmp_path / "later", faultless()), received=dt.datetime(2025, 3, 1))
    assert "levering_buiten_volgorde" not in rules(later, warnings=True)
    earlier = write_csv(tmp_path / "eerder", changed(faultless(), _another_row))
    assert "levering_buiten_volgorde" in rules(gate(earlier), warnings=True)
