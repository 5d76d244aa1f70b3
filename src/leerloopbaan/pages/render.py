"""Templates, numbers and tables that every page shares."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import jinja2
from markupsafe import Markup

from leerloopbaan.pages.source import Published, Row

HIDDEN = "onderdrukt"


@dataclass(frozen=True)
class Table:
    """A table under a chart: Dutch title, headings, rows of text (first cell is the row's name)."""

    titel: str
    koppen: list[str]
    rijen: list[list[str]]


@dataclass(frozen=True)
class Figure:
    """A chart with its caption and the table of its figures."""

    svg: str
    bijschrift: str
    tabel: Table


def page(template: str, published: Published, **context: Any) -> str:
    """One page as HTML text, with the house style, source line and release."""
    release = published.release
    return (
        _environment()
        .get_template(template)
        .render(
            stijl=Markup(_style()),
            synthetisch=published.synthetic,
            bron=release.get("bron") or "",
            release_id=release.get("release_id") or "",
            **context,
        )
    )


def shown(row: Row) -> str:
    """A figure as text: Dutch decimals, its unit, `onderdrukt`, or a band such as `< 5 %`."""
    status = row["status"]
    if status is not None:
        text = str(status)
        return f"{text[0]} {text[1:]} %" if text[0] in "<>" else text.replace("_", " ")
    return number(row["waarde"], row["eenheid"])


def count(value: Any, row: Row) -> str:
    """A numerator or denominator as text."""
    if value is None:
        return HIDDEN if row["status"] is not None else "–"
    return number(value, "aantal")


def number(value: Any, unit: str) -> str:
    """Dutch notation: `1.234` persons, `12,5 %`."""
    if unit == "aantal":
        return f"{round(value):,}".replace(",", ".")
    return f"{float(value):.1f}".replace(".", ",") + (" %" if unit == "%" else f" {unit}")


def figures_table(title: str, rows: list[Row], name: str, heading: str) -> Table:
    """Rows as a table with value, numerator and denominator; `name` is the naming column."""
    share = any(row["eenheid"] == "%" for row in rows)
    if not share:
        return Table(title, [heading, "Aantal"], [[str(r[name]), shown(r)] for r in rows])
    return Table(
        title,
        [heading, "Waarde", "Teller", "Noemer"],
        [[str(r[name]), shown(r), count(r["teller"], r), count(r["noemer"], r)] for r in rows],
    )


def years_table(title: str, rows: list[Row], heading: str) -> Table:
    """Areas (alphabetical) by school years, the value in each cell."""
    years = sorted({str(row["schooljaar"]) for row in rows})
    areas = {str(row["geo_code"]): str(row["geo_naam"]) for row in rows}
    values = {(str(row["geo_code"]), str(row["schooljaar"])): shown(row) for row in rows}
    twice = [name for name in areas.values() if list(areas.values()).count(name) > 1]
    named = {c: f"{name} ({c})" if name in twice else name for c, name in areas.items()}
    return Table(
        title,
        [heading, *years],
        [
            [named[code], *(values.get((code, year), "–") for year in years)]
            for code in sorted(named, key=lambda code: named[code])
        ],
    )


@lru_cache(maxsize=1)
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("leerloopbaan.pages"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
    )


@lru_cache(maxsize=1)
def _style() -> str:
    text = resources.files("leerloopbaan.pages").joinpath("style.css").read_text(encoding="utf-8")
    return text.replace("</", "<\\/")
