"""A later release is protected together with the earlier one that is still out."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from disclosure.small import random_town
from leerloopbaan.disclosure import EarlierRelease, Policy, protect, verify
from leerloopbaan.disclosure.cells import read_cells

POLICY = Policy(min_schools=0, min_boards=0, bands=False)


def _hidden(besluiten: pa.Table) -> frozenset[str]:
    return frozenset(r["cel_id"] for r in besluiten.to_pylist() if r["status"] is not None)


def _earlier(cellen: pa.Table, besluiten: pa.Table) -> EarlierRelease:
    return EarlierRelease("r1", tuple(read_cells(cellen)), _hidden(besluiten))


def _with_one_more(cellen: pa.Table, wijk: str) -> pa.Table:
    """One more girl in route x of a wijk, without the trait: every total above her grows."""
    rows: list[dict[str, Any]] = cellen.to_pylist()
    for row in rows:
        geo, sex, route, trait = row["cel_id"].split("-")
        if geo in (wijk, "S") and sex in ("v", "*") and route in ("x", "*") and trait == "T":
            row["aantal"] += 1
    return pa.Table.from_pylist(rows, schema=cellen.schema)


def test_unchanged_data_keep_the_pattern_hidden() -> None:
    cellen = random_town(4, 12.0)
    first = protect(cellen, POLICY)
    second = protect(cellen, POLICY, (_earlier(cellen, first.besluiten),))
    assert _hidden(second.besluiten) == _hidden(first.besluiten)


def test_a_small_correction_is_hidden_and_proven() -> None:
    cellen = random_town(4, 12.0)
    first = protect(cellen, POLICY)
    later = _with_one_more(cellen, "A")
    second = protect(later, POLICY, (_earlier(cellen, first.besluiten),))
    assert _hidden(first.besluiten) <= _hidden(second.besluiten)
    before = {r["cel_id"]: r["aantal"] for r in cellen.to_pylist()}
    for row in later.to_pylist():
        if row["cel_id"] not in _hidden(first.besluiten) and row["aantal"] != before[row["cel_id"]]:
            assert row["cel_id"] in _hidden(second.besluiten)
    tables = second.certificates.tables() | {"cellen": later, "besluiten": second.besluiten}
    assert verify(tables) == []
