"""A breakdown that is dropped goes whole, under every name that the same persons have."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import Any

import pyarrow as pa

from disclosure.small import random_town
from leerloopbaan.disclosure import Policy, protect, verify
from leerloopbaan.disclosure.assemble import Assembly
from leerloopbaan.disclosure.cells import Cell, read_cells
from leerloopbaan.disclosure.protect import Decisions, _group, _with_the_same

POLICY = Policy(min_schools=0, min_boards=0)


def _town_without_room() -> list[dict[str, Any]]:
    """A town in which a small group is known to all: what it consists of cannot be hidden."""
    rows: list[dict[str, Any]] = random_town(1, 8.0).to_pylist()
    for row in rows:
        row["vingerafdruk"] = row["cel_id"]
    finest = [r for r in rows if "*" not in r["cel_id"] and r["kenmerk"] == "T"]
    next(r for r in finest if 0 < r["aantal"] <= 5)["moet_getoond"] = True
    return rows


def _left_over(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Who have the trait, once more as a population of their own that nobody is shown."""
    return [
        {**row, "basis": "c", "kenmerk": "T", "cel_id": f"c-{row['cel_id']}", "zichtbaar": False}
        for row in rows
        if row["kenmerk"] == "k"
    ]


def _dropped(decisions: Decisions) -> set[str]:
    reasons = decisions.redenen.to_pylist()
    return {row["cel_id"] for row in reasons if row["reden"] == "vergroofd"}


def test_a_left_over_of_the_same_persons_is_asked_as_little_as_what_was_dropped() -> None:
    rows = _town_without_room()
    cellen = pa.Table.from_pylist(rows + _left_over(rows))
    decisions = protect(cellen, POLICY)
    assert any(cel.startswith("c-") for cel in _dropped(decisions))
    tables = decisions.certificates.tables() | {"cellen": cellen, "besluiten": decisions.besluiten}
    assert verify(tables, floors=True) == []


def test_a_left_over_of_which_something_is_shown_is_asked_for_its_proof() -> None:
    rows = _town_without_room()
    left_over = _left_over(rows)
    cellen = pa.Table.from_pylist(rows + left_over)
    decisions = protect(cellen, POLICY)
    of_left_over = [row for row in left_over if row["cel_id"] in _dropped(decisions)]
    largest = max(of_left_over, key=lambda row: row["aantal"])["cel_id"]
    told = decisions.besluiten.to_pylist()
    for row in told:
        row["status"] = None if row["cel_id"] == largest else row["status"]
    tables = decisions.certificates.tables() | {
        "cellen": cellen,
        "besluiten": pa.Table.from_pylist(told, schema=decisions.besluiten.schema),
    }
    assert "geen bewijs" in {failure.regel for failure in verify(tables, floors=True)}


def test_what_shares_some_of_its_persons_is_dropped_whole() -> None:
    cell = read_cells(random_town(1))[0]

    def named(basis: str, year: str) -> Cell:
        return replace(cell, key=cell.key._replace(basis=basis, trait="T", schooljaar=year))

    first, second, third, other = (named(basis, "2023-2024") for basis in "bcde")
    assembly = Assembly()
    for unknown, rows in enumerate(
        ([first, second], [named("c", "2022-2023"), third], [named("d", "2021-2022")], [other])
    ):
        assembly.cells[unknown] = rows
    assert isinstance(assembly.cells, defaultdict)
    groups = _with_the_same(assembly, {_group(first)})
    assert {basis for basis, *_ in groups} == {"b", "c", "d"}
