"""The fact tables tell what the synthetic generator knows to be true of its careers.

Generator and SQL implement docs/business-rules separately; the register's conditions, counted on
the facts, must give every true value: all indicators, moments, levels and both sexes.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from conftest import Built
from leerloopbaan.duck import vault_connection
from leerloopbaan.register.load import load_register

CITY = "antwerpen"
SHOWN = 5
# How the generator names a level and a sex, as a place and a condition on a fact.
PLACES = {
    "populatie": ("null", "true"),
    "stad": ("null", "in_stad"),
    "district": ("district_code", "district_code is not null"),
}
CATEGORIES = {
    ("totaal", "totaal"): "true",
    ("geslacht", "m"): "geslacht = 'M'",
    ("geslacht", "v_x"): "geslacht in ('V', 'X')",
}

Key = tuple[Any, ...]
Counts = dict[Key, tuple[int | None, int]]


def _truth(built: Built) -> Counts:
    file = built.home / "synthetisch" / CITY / "grondwaarheid.json"
    content = json.loads(file.read_text(encoding="utf-8"))
    return {
        (
            row["indicator"],
            row["schooljaar"],
            row["meetmoment"],
            row["geo_niveau"],
            row["geo_code"],
            row["uitsplitsing"],
            row["categorie"],
        ): (row["teller"], row["noemer"])
        for row in content["indicatoren"]
        if row["noemer"]
    }


def _counted(known: set[str]) -> Counts:
    register = load_register(CITY).indicatoren
    condition = {(f.code, p.code): p.conditie for f in register.feiten for p in f.populaties}
    counts: Counts = {}
    with vault_connection(CITY, warehouse="read_only") as connection:
        for indicator in register.indicatoren:
            if indicator.code not in known:
                continue
            trait = f"count(*) filter (where {indicator.teller})" if indicator.teller else "null"
            population = condition[indicator.feit, indicator.populatie]
            for level, (place, within) in PLACES.items():
                for (breakdown, category), who in CATEGORIES.items():
                    if level == "district" and breakdown != "totaal":
                        continue
                    rows = connection.execute(
                        f"""
                        select schooljaar, meetmoment, {place}, {trait}, count(*)
                        from warehouse.intermediate.int_{CITY}__feit_{indicator.feit}
                        where ({population}) and ({indicator.noemer}) and {within} and {who}
                        group by all
                        """
                    ).fetchall()
                    for year, moment, code, numerator, denominator in rows:
                        key = (indicator.code, year, moment, level, code, breakdown, category)
                        counts[key] = (numerator, denominator)
    return counts


@pytest.mark.warehouse
def test_the_facts_give_every_true_value(warehouse: Built) -> None:
    truth = _truth(warehouse)
    assert len(truth) > 1_000
    counted = _counted({key[0] for key in truth})
    different = [
        (key, counted.get(key), truth.get(key))
        for key in sorted(truth.keys() | counted.keys(), key=str)
        if counted.get(key) != truth.get(key)
    ]
    assert not different, f"{len(different)} of {len(truth)} differ: {different[:SHOWN]}"


@pytest.mark.warehouse
def test_every_layer_accounts_for_its_rows(warehouse: Built) -> None:
    with vault_connection(CITY, warehouse="read_only") as connection:
        differences = connection.execute(
            f"select verschil from warehouse.kwaliteit.kwaliteit_{CITY}__rijentelling"
        ).fetchall()
    assert len(differences) > len(load_register(CITY).tabellen)
    assert {difference for (difference,) in differences} == {0}
