"""What a page may show: the tables of one audience's published DuckDB file, nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import duckdb

Row = dict[str, Any]

TOTAL = "totaal"
_BREAK = re.compile(r"(\d{4})-(\d{4})[^:]*:\s*([^;|]+)")


@dataclass(frozen=True)
class SeriesBreak:
    """A break in a series: from the school year that ends in `year` on, and what changed."""

    year: int
    text: str


@dataclass(frozen=True)
class Published:
    """One mart with its dimensions, as rows (dictionaries of column → value)."""

    product: str
    figures: list[Row]
    indicators: dict[str, Row]
    areas: list[Row]
    breakdowns: dict[tuple[str, str], Row]
    release: Row

    @property
    def synthetic(self) -> bool:
        """Whether the release was made from synthetic deliveries."""
        return bool(self.release.get("synthetisch"))

    @property
    def families(self) -> dict[str, list[Row]]:
        """Indicators that the mart holds, by family, both in the order of `dim_indicator`."""
        present = {row["indicator"] for row in self.figures}
        result: dict[str, list[Row]] = {}
        for code, row in self.indicators.items():
            if code in present:
                result.setdefault(row["familie"], []).append(row)
        return result

    def series(self, indicator: str, level: str) -> list[Row]:
        """Totals of an indicator over the years at one level, by area and year."""
        return [r for r in self.rows(indicator, level) if r["uitsplitsing"] == TOTAL]

    def breakdown(self, indicator: str, level: str, year: int) -> list[Row]:
        """One indicator's single breakdowns at one level in one school year."""
        return [
            row
            for row in self.rows(indicator, level)
            if row["schooljaar_eind"] == year
            and row["uitsplitsing"] != TOTAL
            and row["uitsplitsing_2"] == TOTAL
        ]

    def rows(self, indicator: str, level: str) -> list[Row]:
        """All figures of an indicator at one level, in the order of `figures`."""
        return self._by_level.get((indicator, level), [])

    @cached_property
    def _by_level(self) -> dict[tuple[str, str], list[Row]]:
        found: dict[tuple[str, str], list[Row]] = {}
        for row in self.figures:
            found.setdefault((row["indicator"], row["geo_niveau"]), []).append(row)
        return found

    def in_order(self, rows: list[Row]) -> list[Row]:
        """Rows of one breakdown in the register's order of its categories."""
        order = {key: place for place, key in enumerate(self.breakdowns)}
        return sorted(rows, key=lambda r: order.get((r["uitsplitsing"], r["categorie"]), 0))

    def category(self, row: Row) -> tuple[str, str]:
        """Dutch names of a row's breakdown and category."""
        found = self.breakdowns.get((row["uitsplitsing"], row["categorie"]), {})
        return (
            str(found.get("uitsplitsing_naam") or row["uitsplitsing"]),
            str(found.get("categorie_naam") or row["categorie"]),
        )


def read_published(file: Path, mart: str) -> Published:
    """The mart `mart_<product>` of a published file with `dim_*` and `release` beside it."""
    with duckdb.connect(str(file), read_only=True) as connection:
        figures = _rows(
            connection,
            f"select * from {mart} order by indicator, geo_niveau, geo_code, uitsplitsing, "
            "categorie, uitsplitsing_2, categorie_2, meetmoment, schooljaar",
        )
        indicators = _rows(connection, "select * from dim_indicator order by volgorde")
        areas = _rows(connection, "select * from dim_geografie order by geo_niveau, geo_code")
        breakdowns = _rows(connection, "select * from dim_uitsplitsing order by volgorde")
        release = _rows(connection, "select * from release")
    return Published(
        product=mart.removeprefix("mart_"),
        figures=figures,
        indicators={row["indicator"]: row for row in indicators},
        areas=areas,
        breakdowns={(row["uitsplitsing"], row["categorie"]): row for row in breakdowns},
        release=release[0] if release else {},
    )


def series_breaks(indicator: Row) -> list[SeriesBreak]:
    """The dated series breaks of an indicator (`<schooljaar>...: <wat>`)."""
    text = indicator.get("reeksbreuken") or ""
    if not isinstance(text, str):
        text = "; ".join(text)
    return [SeriesBreak(int(m[2]), m[3].strip()) for m in _BREAK.finditer(text)]


def _rows(connection: duckdb.DuckDBPyConnection, query: str) -> list[Row]:
    cursor = connection.execute(query)
    names = [column[0] for column in cursor.description or []]
    return [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]
