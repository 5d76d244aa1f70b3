"""What cannot be trusted is refused, with the cells named by code."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pytest

from disclosure.small import random_town
from leerloopbaan.disclosure import DisclosureError, Policy, protect
from leerloopbaan.disclosure.structure import core, dependences
from leerloopbaan.disclosure.tables import root_of

POLICY = Policy(min_schools=0, min_boards=0)


def _refused(rows: list[dict[str, Any]]) -> DisclosureError:
    with pytest.raises(DisclosureError) as caught:
        protect(pa.Table.from_pylist(rows), POLICY)
    return caught.value


def _town() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = random_town(1, 8.0).to_pylist()
    return rows


def test_a_total_that_is_not_its_sum() -> None:
    rows = _town()
    rows[0]["aantal"] += 1
    error = _refused(rows)
    assert error.rule == "som"
    assert any("S" in code for code in error.cells)


def test_a_hierarchy_with_a_cycle() -> None:
    rows = _town()
    for row in rows:
        if row["geo_code"] == "S":
            row["geo_ouder"] = "A"
    assert _refused(rows).rule == "hierarchie"


def test_a_node_with_two_parents() -> None:
    rows = _town()
    next(r for r in rows if r["geo_code"] == "A")["geo_ouder"] = "B"
    assert _refused(rows).rule == "hierarchie"


def test_a_threshold_below_the_protocols() -> None:
    with pytest.raises(DisclosureError) as caught:
        Policy(threshold=4)
    assert caught.value.rule == "drempel"


@pytest.mark.parametrize("gone", ["A-m-x-T", "B-*-*-T", "S-*-x-T"])
def test_a_missing_cell(gone: str) -> None:
    error = _refused([r for r in _town() if r["cel_id"] != gone])
    assert error.rule == "ontbreekt"


def test_a_negative_count() -> None:
    rows = _town()
    rows[5]["aantal"] = -1
    assert _refused(rows).rule == "negatief"


def test_a_cell_twice() -> None:
    rows = _town()
    assert _refused([*rows, rows[0]]).rule == "dubbel"


def test_somebody_in_a_structural_zero() -> None:
    rows = _town()
    next(r for r in rows if r["aantal"] > 0)["structureel_nul"] = True
    assert _refused(rows).rule == "structureel"


def test_missing_columns_are_named() -> None:
    table = random_town(1, 8.0).drop_columns(["aantal"])
    with pytest.raises(DisclosureError) as caught:
        protect(table, POLICY)
    assert caught.value.cells == ("aantal",)


def test_no_count_stands_in_an_error() -> None:
    rows = _town()
    rows[0]["aantal"] = 987_654
    assert "987654" not in str(_refused(rows))


def test_a_cell_that_is_known_to_all_and_too_small_around_a_secret_fails_closed() -> None:
    """A total of 3 that everybody knows leaves no room for a world with 6."""
    rows = _town()
    small = next(r for r in rows if r["cel_id"].endswith("-T") and 0 < r["aantal"] <= 5)
    small["moet_getoond"] = True
    with pytest.raises(DisclosureError) as caught:
        protect(pa.Table.from_pylist(rows), Policy(min_schools=0, min_boards=0, coarsen=False))
    assert caught.value.rule == "onoplosbaar"
    assert caught.value.cells


def test_hierarchies_of_plain_tables() -> None:
    assert root_of("d", {"S": ["A", "B"]}) == "S"
    for tree in ({"S": ["A"], "A": ["S"]}, {"S": ["A"], "T": ["A"]}, {"S": ["A"], "T": ["B"]}):
        with pytest.raises(DisclosureError):
            root_of("d", tree)


def test_links_nobody_wrote_down() -> None:
    records = [{"site": f"V{i % 4}", "level": "ab"[i % 2], "sex": "mv"[i % 3 == 0]}
               for i in range(40)]  # fmt: skip
    assert list(dependences(records, ["site", "level", "sex"])) == ["site>level"]


def test_the_core_of_linked_tables() -> None:
    assert core([{"a", "b"}, {"b", "c"}]) == []
    cyclic = core([{"a", "b", "x"}, {"b", "c"}, {"a", "c", "y"}])
    assert {frozenset(e) for e in cyclic} == {
        frozenset("ab"), frozenset("bc"), frozenset("ac"),
    }  # fmt: skip
