"""Templates, numbers and tables that every page shares."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from importlib import resources
from typing import Any

import jinja2
from markupsafe import Markup

from leerloopbaan.pages.source import Published, Row

HIDDEN = "onderdrukt"
NOT_APPLICABLE = "niet_van_toepassing"


@dataclass(frozen=True)
class Table:
    """A table under a chart: Dutch title, headings, rows of text (first cell is the row's name).

    balken: per row how long the bar behind its first figure is (0 to 1; None: no bar).
    kort: columns are narrow, so `onderdrukt` is shortened.
    """

    titel: str
    koppen: list[str]
    rijen: list[list[str]]
    balken: tuple[float | None, ...] = ()
    kort: bool = False


@dataclass(frozen=True)
class Figure:
    """A chart with its caption and the table of its figures."""

    svg: str
    bijschrift: str
    tabel: Table


def table_html(table: Table) -> Markup:
    """The table as HTML, in a region that can be scrolled when it is wider than the page.

    Written here and not in a template: a release has thousands of tables.
    """
    title = escape(table.titel)
    parts = [
        f'<div class="schuif" tabindex="0" role="region" aria-label="{title}">\n'
        f"<table><caption>{title}</caption>\n<thead><tr>"
    ]
    parts += [f'<th scope="col">{escape(heading)}</th>' for heading in table.koppen]
    parts.append("</tr></thead>\n<tbody>")
    bars = table.balken or (None,) * len(table.rijen)
    hidden = f'<abbr title="{HIDDEN}">ond.</abbr>' if table.kort else HIDDEN
    for row, bar in zip(table.rijen, bars, strict=True):
        parts.append(f'<tr><th scope="row">{escape(row[0])}</th>')
        for place, cell in enumerate(row[1:]):
            if cell == HIDDEN:
                parts.append(f'<td class="verborgen">{hidden}</td>')
            elif place == 0 and bar is not None:
                parts.append(f'<td class="balk" style="--deel:{bar:.1%}">{escape(cell)}</td>')
            else:
                parts.append(f"<td>{escape(cell)}</td>")
        parts.append("</tr>\n")
    parts.append("</tbody></table>\n</div>")
    return Markup("".join(parts))


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
            **{"opschrift": "", "menu": [], **context},
        )
    )


def part(template: str, **context: Any) -> Markup:
    """A part of a page, for pages that share it."""
    return Markup(_environment().get_template(template).render(**context))


def shown(row: Row) -> str:
    """A figure as text: Dutch decimals, its unit, `onderdrukt`, or a band such as `< 5 %`."""
    if is_band(row):
        return f"{row['status'][0]} {row['status'][1:]} %"
    if row["status"] is not None:
        return str(row["status"]).replace("_", " ")
    return number(row["waarde"], row["eenheid"])


def is_band(row: Row) -> bool:
    """Whether only a class is told, such as `<5` percent."""
    return str(row["status"] or "")[:1] in ("<", ">")


def count(value: Any, row: Row) -> str:
    """A numerator or denominator as text."""
    if value is None:
        return "–" if row["status"] in (None, NOT_APPLICABLE) else HIDDEN
    return number(value, "aantal")


def number(value: Any, unit: str) -> str:
    """Dutch notation: `1.234` persons, `12,5 %`."""
    if unit == "aantal":
        return f"{round(value):,}".replace(",", ".")
    return f"{float(value):.1f}".replace(".", ",") + (" %" if unit == "%" else f" {unit}")


def figures_table(
    title: str, rows: list[Row], name: str, heading: str, *, compare: bool = False
) -> Table:
    """Rows as a table with value, numerator and denominator; `name` is the naming column.

    compare: with bars, for rows that are categories of one thing.
    """
    share = any(row["eenheid"] == "%" for row in rows)
    bars = _bars(rows, 100.0 if share else None) if compare else ()
    if not share:
        lines = [[str(r[name]), shown(r)] for r in rows]
        return Table(title, [heading, "Aantal"], lines, bars)
    return Table(
        title,
        [heading, "Waarde", "Teller", "Noemer"],
        [[str(r[name]), shown(r), count(r["teller"], r), count(r["noemer"], r)] for r in rows],
        bars,
    )


def _bars(rows: list[Row], whole: float | None) -> tuple[float | None, ...]:
    """Lengths of bars: shares of `whole`, or of the largest shown value."""
    values = [None if row["waarde"] is None else float(row["waarde"]) for row in rows]
    top = whole or max((v for v in values if v is not None), default=0.0) or 1.0
    return tuple(None if v is None else max(0.0, min(1.0, v / top)) for v in values)


def years_table(title: str, rows: list[Row], heading: str) -> Table:
    """Areas (alphabetical) by school years, the value in each cell."""
    years = sorted({str(row["schooljaar"]) for row in rows})
    values = {(str(row["geo_code"]), str(row["schooljaar"])): shown(row) for row in rows}
    named = area_names(rows)
    return Table(
        title,
        [heading, *years],
        [
            [named[code], *(values.get((code, year), "–") for year in years)]
            for code in sorted(named, key=lambda code: named[code])
        ],
    )


def area_names(rows: list[Row]) -> dict[str, str]:
    """Code → name of the areas; where two share a name, with the code behind it."""
    areas = {str(row["geo_code"]): str(row["geo_naam"]) for row in rows}
    times = Counter(areas.values())
    return {c: f"{name} ({c})" if times[name] > 1 else name for c, name in areas.items()}


@lru_cache(maxsize=1)
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("leerloopbaan.pages"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
    )
    environment.filters["tabel"] = table_html
    return environment


@lru_cache(maxsize=1)
def _style() -> str:
    text = resources.files("leerloopbaan.pages").joinpath("style.css").read_text(encoding="utf-8")
    return text.replace("</", "<\\/")
