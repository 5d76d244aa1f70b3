"""The fact tables and the cells tell what the synthetic generator knows to be true.

All indicators, moments, levels and both sexes, of every city.
"""

from __future__ import annotations

import pytest

from conftest import Built
from facts.dims import wrong_dims
from facts.recount import in_cells, recounted
from facts.truth import (
    AREA,
    Counts,
    counted_in_cells,
    counted_in_facts,
    shown_in_marts,
    true_counts,
)
from leerloopbaan.duck import vault_connection
from leerloopbaan.register.load import load_register

SHOWN = 5
pytestmark = [pytest.mark.warehouse, pytest.mark.parametrize("city", sorted(AREA))]


def _truth(built: Built, city: str) -> Counts:
    return true_counts(built.home / "synthetisch" / city / "grondwaarheid.json", city)


def test_the_facts_give_every_true_value(warehouse: Built, city: str) -> None:
    truth = _truth(warehouse, city)
    assert len(truth) > 1_000
    with vault_connection(city, warehouse="read_only") as connection:
        counted = counted_in_facts(connection, city, {str(key[0]) for key in truth})
    different = [
        (key, counted.get(key), truth.get(key))
        for key in sorted(truth.keys() | counted.keys(), key=str)
        if counted.get(key) != truth.get(key) and (key in truth or counted[key][0])
    ]
    assert not different, f"{len(different)} of {len(truth)} differ: {different[:SHOWN]}"


def test_the_cells_give_every_true_value(warehouse: Built, city: str) -> None:
    truth = _truth(warehouse, city)
    with vault_connection(city, warehouse="read_only") as connection:
        cells = counted_in_cells(connection, city)
    both = sorted(truth.keys() & cells.keys(), key=str)
    assert len(both) > 1_000
    assert {key[3] for key in both} == {"populatie", "stad", AREA[city]}
    # A figure that the register asks for and whose truth is known stands in the cells.
    different = [(key, cells[key], truth[key]) for key in both if cells[key] != truth[key]]
    unknown = [key for key, (numerator, _) in cells.items() if key not in truth and numerator]
    assert not different, f"{len(different)} of {len(both)} differ: {different[:SHOWN]}"
    assert not unknown, f"{len(unknown)} cells that nothing is known of: {unknown[:SHOWN]}"


def test_the_marts_show_the_truth_or_nothing(warehouse: Built, city: str) -> None:
    truth = _truth(warehouse, city)
    with vault_connection(city, warehouse="read_only") as connection:
        marts = shown_in_marts(connection, city)
    shown = {key: row for key, row in marts.items() if row[2] is not None and key in truth}
    assert len(shown) > 500
    for key, (numerator, denominator, value) in shown.items():
        true_numerator, true_denominator = truth[key]
        assert denominator == true_denominator, key
        if numerator is None:
            assert value == denominator, key
        else:
            assert numerator == true_numerator, key
            assert value == pytest.approx(100 * numerator / true_denominator, abs=0.0501), key
    smallest = min(count for row in marts.values() for count in row[:2] if count is not None)
    assert smallest > load_register(city).drempels.minimum_getoond - 1


def test_every_cell_is_what_a_plain_count_gives(warehouse: Built, city: str) -> None:
    with vault_connection(city, warehouse="read_only") as connection:
        plain, cells = recounted(connection, city), in_cells(connection, city)
    assert len(plain) > 5_000
    different = [
        (key, plain.get(key), cells.get(key))
        for key in sorted(plain.keys() | cells.keys(), key=str)
        if plain.get(key) != cells.get(key)
    ]
    assert not different, f"{len(different)} of {len(plain)} differ: {different[:SHOWN]}"


def test_the_dimensions_say_what_the_register_says(warehouse: Built, city: str) -> None:
    with vault_connection(city, warehouse="read_only") as connection:
        assert wrong_dims(connection, city) == []


def test_every_layer_accounts_for_its_rows(warehouse: Built, city: str) -> None:
    with vault_connection(city, warehouse="read_only") as connection:
        differences = connection.execute(
            f"select verschil from warehouse.kwaliteit.kwaliteit_{city}__rijentelling"
        ).fetchall()
    assert len(differences) >= len(load_register(city).tabellen)
    assert {difference for (difference,) in differences} == {0}
