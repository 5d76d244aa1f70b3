"""What the synthetic generator knows to be true, and the same counted in a built warehouse.

Generator and SQL implement docs/business-rules separately. Counts are made twice: on the fact
tables with the register's conditions, and as the cells that publication starts from.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import duckdb

from leerloopbaan.register.load import load_register

# The generator's name of the level that has a code of its own in the truth.
AREA = {"antwerpen": "district", "gent": "deelgemeente"}
# How the generator names a sex, as a condition on a fact.
CATEGORIES = {
    ("totaal", "totaal"): "true",
    ("geslacht", "m"): "geslacht = 'M'",
    ("geslacht", "v_x"): "geslacht in ('V', 'X')",
}

Key = tuple[Any, ...]
Counts = dict[Key, tuple[int | None, int]]


def true_counts(file: Path, city: str) -> Counts:
    """Indicator, school year, moment, level, area, breakdown, category → numerator, denominator.

    Left out: what the register does not ask for, and school years whose delivered bands straddle
    an indicator's threshold (no figure at all: docs/business-rules/gent-aanwezigheid.md).
    """
    content = json.loads(file.read_text(encoding="utf-8"))
    asked = {i.code: i.meetmomenten for i in load_register(city).indicatoren.indicatoren}
    edges: dict[str, list[int]] = content.get("banden", {})
    names = ("indicator", "schooljaar", "meetmoment", "geo_niveau", "geo_code", "uitsplitsing",
             "categorie")  # fmt: skip
    return {
        tuple(row[name] for name in names): (row["teller"], row["noemer"])
        for row in content["indicatoren"]
        if row["noemer"]
        and row["indicator"] in asked
        and row["meetmoment"] in (asked[row["indicator"]] or (row["meetmoment"],))
        and _decided(row["indicator"], edges.get(row["schooljaar"]))
    }


def _decided(indicator: str, edges: list[int] | None) -> bool:
    threshold = indicator.rpartition("_")[2]
    banded = indicator.startswith("afwezig_") and edges is not None
    return not banded or int(threshold) in (edges or ())


def counted_in_facts(connection: duckdb.DuckDBPyConnection, city: str, known: set[str]) -> Counts:
    """The same counts of these indicators, on the fact tables."""
    register = load_register(city).indicatoren
    conditions = {(f.code, p.code): p.conditie for f in register.feiten for p in f.populaties}
    places = {
        "populatie": ("null", "true"),
        "stad": ("null", "in_stad"),
        AREA[city]: ("district_code", "district_code is not null"),
    }
    counts: Counts = {}
    for indicator in register.indicatoren:
        if indicator.code not in known:
            continue
        trait = f"count(*) filter (where {indicator.teller})" if indicator.teller else "null"
        population = conditions[indicator.feit, indicator.populatie]
        moments = ", ".join(f"'{moment}'" for moment in indicator.meetmomenten)
        when = f"meetmoment in ({moments})" if moments else "true"
        for level, (place, within) in places.items():
            for (breakdown, category), who in CATEGORIES.items():
                if level == AREA[city] and breakdown != "totaal":
                    continue
                rows = connection.execute(
                    f"""
                    select schooljaar, meetmoment, {place}, {trait}, count(*)
                    from warehouse.intermediate.int_{city}__feit_{indicator.feit}
                    where ({population}) and ({indicator.noemer})
                        and {within} and {who} and {when}
                    group by all
                    """
                ).fetchall()
                for year, moment, code, numerator, denominator in rows:
                    key = (indicator.code, year, moment, level, code, breakdown, category)
                    counts[key] = (numerator, denominator)
    return counts


def counted_in_cells(connection: duckdb.DuckDBPyConnection, city: str) -> Counts:
    """The same counts as the cells have them that published figures are made of."""
    rows = connection.execute(
        f"""
        select i.indicator, i.schooljaar, i.meetmoment, i.geo_niveau,
            case when i.geo_niveau = '{AREA[city]}' then i.geo_code end,
            i.uitsplitsing, i.categorie, teller.aantal, noemer.aantal
        from warehouse.cellen.indicatorcellen as i
        inner join warehouse.cellen.cellen as noemer on i.cel_noemer = noemer.cel_id
        left join warehouse.cellen.cellen as teller on i.cel_teller = teller.cel_id
        where i.uitsplitsing in ('totaal', 'geslacht') and i.uitsplitsing_2 = 'totaal'
            and i.geo_niveau in ('populatie', 'stad', '{AREA[city]}') and noemer.aantal > 0
        """
    ).fetchall()
    return {tuple(row[:7]): (row[7], row[8]) for row in rows}


def shown_in_marts(
    connection: duckdb.DuckDBPyConnection, city: str
) -> dict[Key, tuple[int | None, int | None, float | None]]:
    """What is published of them: numerator, denominator and value, None where hidden."""
    marts = connection.execute(
        "select table_name from duckdb_tables() "
        "where database_name = 'warehouse' and schema_name = 'marts' and table_name[:5] = 'mart_'"
    ).fetchall()
    rows: list[tuple[Any, ...]] = []
    for (mart,) in marts:
        rows += connection.execute(
            f"""
            select indicator, schooljaar, meetmoment, geo_niveau,
                case when geo_niveau = '{AREA[city]}' then geo_code end,
                uitsplitsing, categorie, teller, noemer, waarde
            from warehouse.marts.{mart}
            where uitsplitsing in ('totaal', 'geslacht') and uitsplitsing_2 = 'totaal'
                and geo_niveau in ('populatie', 'stad', '{AREA[city]}')
            """
        ).fetchall()
    return {tuple(row[:7]): (row[7], row[8], row[9]) for row in rows}
