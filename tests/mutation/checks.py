"""Tests of whole tables, as the fast suite runs them on a city: what they read and compare."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import duckdb

from facts import cells, ghent, schools, shown
from facts.dims import wrong_dims
from facts.recount import in_cells, recounted
from facts.shown import Faults
from facts.truth import counted_in_facts, true_counts
from leerloopbaan import home

PARTS = ("besluiten", "redenen", "variabelen", "vergelijkingen", "cel_variabelen", "getuigen",
         "bewijzen", "insiders")  # fmt: skip


@dataclass(frozen=True)
class Check:
    """A test of tables that passes on the unbroken city.

    `compared`: the tables that it tells something of. `in_full`: it compares every row and column
    of them with what it computes from `reads` alone. So a change of the one without a change of
    the other fails, and the test itself need not run to know that.
    """

    name: str
    faults: Faults
    compared: frozenset[str]
    reads: frozenset[str] = frozenset()
    in_full: bool = False


def checks_of(city: str, models: Collection[str]) -> list[Check]:
    """The checks of a city, of the tables that are built."""
    built = frozenset(models)
    facts = frozenset(name for name in built if f"int_{city}__feit_" in name)
    staging = frozenset(name for name in built if name.startswith("stg_"))
    areas = _marts(built, "mart_") - _marts(built, "mart_school_", "mart_vergelijking_")
    own = _marts(built, "mart_school_", "mart_vergelijking_")

    def whole(
        name: str, faults: Faults, compared: Collection[str], reads: Collection[str]
    ) -> Check:
        return Check(name, faults, built.intersection(compared), frozenset(reads), in_full=True)

    checks = [
        Check("truth", _untrue_facts, facts),
        whole("facts", ghent.wrong_facts, facts if city == "gent" else (), staging),
        Check("recount", _wrong_counts, frozenset({"cellen", "indicatorcellen"}), facts),
        whole("cells", cells.wrong_cells, ("cellen",), facts | {"geografie"}),
        whole("figures", cells.wrong_figures, ("indicatorcellen",), ("cellen",)),
        whole(
            "school cells",
            schools.wrong_school_cells,
            ("schoolcellen",),
            # The one fact that is in no table is computed anew from what it is made of.
            facts - {"int_antwerpen__feit_vroegsignaal"}
            | {
                "schoolplaatsen",
                "stg_antwerpen__ref_projectscholen",
                "int_antwerpen__schooljaren",
                "int_antwerpen__vroegsignaal_kenmerken",
                "int_antwerpen__vroegsignaal_model",
            },
        ),
        whole(
            "school figures",
            schools.wrong_school_figures,
            ("schoolindicatorcellen",),
            ("schoolcellen",),
        ),
        Check(
            "dimensions",
            wrong_dims,
            frozenset({"dim_indicator", "dim_uitsplitsing", "dim_geografie", "geografie"}),
        ),
        whole("school places", shown.wrong_school_places, ("dim_schoolgeografie",),
              ("schoolplaatsen",)),
        whole("parts", shown.wrong_parts, (*PARTS, *(f"school{part}" for part in PARTS)), ()),
        whole("marts", shown.wrong_marts, areas,
              ("cellen", "indicatorcellen", "besluiten", "dim_geografie", "release")),
        whole("school marts", shown.wrong_school_marts, own,
              ("schoolcellen", "schoolindicatorcellen", "schoolbesluiten", "dim_schoolgeografie",
               "schoolvergelijking", "release")),
        whole("release", shown.wrong_release, ("release", "schoolvingerafdruk"),
              ("cellen", "besluiten", "schoolcellen", "schoolbesluiten", "schoolvergelijking")),
    ]  # fmt: skip
    return [check for check in checks if check.compared]


def _marts(built: frozenset[str], *prefixes: str) -> frozenset[str]:
    return frozenset(name for name in built if name.startswith(prefixes))


def _untrue_facts(connection: duckdb.DuckDBPyConnection, city: str) -> list[str]:
    truth = true_counts(home.home() / "synthetisch" / city / "grondwaarheid.json", city)
    counted = counted_in_facts(connection, city, {str(key[0]) for key in truth})
    return [
        f"{key[0]} is not what is true"
        for key in truth.keys() | counted.keys()
        if counted.get(key) != truth.get(key) and (key in truth or counted[key][0])
    ]


def _wrong_counts(connection: duckdb.DuckDBPyConnection, city: str) -> list[str]:
    plain, counted = recounted(connection, city), in_cells(connection, city)
    return [
        f"{key[0]} in another cell"
        for key in plain.keys() | counted.keys()
        if plain.get(key) != counted.get(key)
    ]
