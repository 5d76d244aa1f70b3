"""Charts as inline SVG (Altair → SVG); colours are CSS variables, so that light and dark both work.

Every chart has a title and a description for screen readers, and stands above the table with the
same figures: a chart never carries information alone.
"""

from __future__ import annotations

import json
import math
import re
from functools import lru_cache
from typing import Any

import altair as alt
import vl_convert

from leerloopbaan.pages.source import Row, SeriesBreak

# Placeholder colours in the specification → CSS variables (see style.css).
_COLOURS = {
    "#000011": "var(--reeks)",
    "#000022": "var(--tekst-zacht)",
    "#000033": "var(--raster)",
    "#000044": "var(--breuk)",
    "#000055": "var(--paneel)",
}
_SERIES, _TEXT, _GRID, _BREAK, _PANEL = _COLOURS


def trend(
    rows: list[Row], unit: str, breaks: list[SeriesBreak], *, title: str, description: str
) -> str:
    """A line over the years (school year's end); hidden years are crosses on the axis.

    Breaks are dashed rules. `rows` hold `schooljaar_eind` and `waarde` (None when hidden) of one
    area and moment.
    """
    data = [_point(row) for row in rows]
    years = sorted({int(row["schooljaar_eind"]) for row in rows})
    x = alt.X("jaar:O", title=None, scale=alt.Scale(domain=years), axis=alt.Axis(labelAngle=0))
    y = alt.Y(
        "waarde:Q",
        title=_axis_title(unit),
        scale=alt.Scale(domain=[0, _top(data)], nice=False),
        axis=alt.Axis(tickCount=5),
    )
    visible = [point for point in data if point["waarde"] is not None]
    lines = alt.Chart(_values(data)).mark_line(color=_SERIES, strokeWidth=2.5).encode(x, y)
    points = (
        alt.Chart(_values(visible)).mark_point(color=_SERIES, filled=True, size=55).encode(x, y)
    )
    layers: list[alt.Chart] = [lines, points]
    if visible:
        newest = [{**visible[-1], "tekst": _dutch(visible[-1]["waarde"], unit)}]
        label = alt.Chart(_values(newest)).mark_text(color=_TEXT, dy=-13, fontSize=13)
        layers.append(label.encode(x, y, text="tekst:N"))
    if hidden := [{"jaar": p["jaar"], "waarde": 0} for p in data if p["waarde"] is None]:
        crosses = alt.Chart(_values(hidden)).mark_text(text="✕", color=_TEXT, fontSize=11, dy=-7)
        layers.append(crosses.encode(x, y))
    layers += _break_rules(alt.Chart(_values(data)), breaks, years, x)
    chart = alt.layer(*layers).properties(width=660, height=230)
    return _svg(chart, title, description)


def small_multiples(
    rows: list[Row], unit: str, breaks: list[SeriesBreak], *, title: str, description: str
) -> str:
    """One small line per area, in alphabetical order, all on one scale; never sorted by value."""
    data = [{**_point(row), "gebied": str(row["geo_naam"])} for row in rows]
    years = sorted({int(row["schooljaar_eind"]) for row in rows})
    ticks = [years[0], years[-1]]
    x = alt.X(
        "jaar:O",
        title=None,
        scale=alt.Scale(domain=years),
        axis=alt.Axis(values=ticks, labelAngle=0),
    )
    y = alt.Y(
        "waarde:Q",
        title=_axis_title(unit),
        scale=alt.Scale(domain=[0, _top(data)], nice=False),
        axis=alt.Axis(tickCount=3),
    )
    names = sorted({str(row["geo_naam"]) for row in rows})
    facet = alt.Facet(
        "gebied:N",
        title=None,
        sort=names,
        header=alt.Header(labelColor=_TEXT, labelFontSize=12, labelLimit=170),
    )
    base = alt.Chart(_values(data))
    line = base.mark_line(color=_SERIES, strokeWidth=2).encode(x, y)
    points = (
        base.transform_filter("isValid(datum.waarde)")
        .mark_point(color=_SERIES, filled=True, size=18)
        .encode(x, y)
    )
    chart = (
        alt.layer(line, points, *_break_rules(base, breaks, years, x))
        .properties(width=165, height=84)
        .facet(facet=facet, columns=4, spacing={"row": 18, "column": 20})
    )
    return _svg(chart, title, description)


def _break_rules(base: Any, breaks: list[SeriesBreak], years: list[int], x: Any) -> list[Any]:
    # The first year has nothing before it to differ from.
    marked = [b.year for b in breaks if b.year in years[1:]]
    if not marked:
        return []
    chosen = base.transform_filter(alt.FieldOneOfPredicate(field="jaar", oneOf=marked))
    return [chosen.mark_rule(color=_BREAK, strokeDash=[5, 4]).encode(x)]


def _top(data: list[dict[str, Any]]) -> float:
    """A round number with some air above the largest shown value."""
    largest = max((p["waarde"] for p in data if p["waarde"] is not None), default=1.0)
    wanted = 1.12 * largest or 1.0
    step = 10.0 ** math.floor(math.log10(wanted))
    return next(m * step for m in (1, 1.5, 2, 3, 4, 5, 6, 8, 10) if m * step >= wanted)


def _axis_title(unit: str) -> str:
    return "leerlingen" if unit == "aantal" else unit


def _dutch(value: float, unit: str) -> str:
    if unit == "aantal":
        return f"{round(value):,}".replace(",", ".")
    return f"{value:.1f} %".replace(".", ",")


def bars(rows: list[Row], unit: str, *, title: str, description: str) -> str:
    """Horizontal bars, one per category (`naam`), in the order given; hidden ones stay empty."""
    data = [{"naam": str(row["naam"]), "waarde": _number(row["waarde"])} for row in rows]
    names = [str(point["naam"]) for point in data]
    y = alt.Y("naam:N", title=None, sort=names, axis=alt.Axis(labelLimit=260))
    x = alt.X("waarde:Q", title=unit, scale=alt.Scale(zero=True))
    base = alt.Chart(_values(data))
    drawn = base.mark_bar(color=_SERIES, height={"band": 0.7}).encode(x, y)
    chart = drawn.properties(width=420, height=max(40, 24 * len(names)))
    return _svg(chart, title, description)


def _point(row: Row) -> dict[str, Any]:
    return {"jaar": int(row["schooljaar_eind"]), "waarde": _number(row["waarde"])}


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def _values(data: list[dict[str, Any]]) -> Any:
    return alt.InlineData(values=data)


def _svg(chart: Any, title: str, description: str) -> str:
    axis = {
        "labelColor": _TEXT,
        "titleColor": _TEXT,
        "gridColor": _GRID,
        "domainColor": _GRID,
        "tickColor": _GRID,
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
    }
    specification = {
        # The specifications are fixed and rendered in tests: checking each again costs most time.
        **chart.to_dict(validate=False),
        "background": "transparent",
        "config": {
            "axis": axis,
            "view": {"stroke": None},
            "font": "sans-serif",
            "locale": {
                "number": {
                    "decimal": ",",
                    "thousands": ".",
                    "grouping": [3],
                    "currency": ["€ ", ""],
                }
            },
        },
    }
    return label(_rendered(json.dumps(specification, sort_keys=True)), title, description)


@lru_cache(maxsize=512)
def _rendered(specification: str) -> str:
    """The drawing of a specification; one that several audiences see is drawn once."""
    svg = str(vl_convert.vegalite_to_svg(specification))
    for placeholder, variable in _COLOURS.items():
        svg = svg.replace(placeholder, variable)
    return svg


def label(svg: str, title: str, description: str) -> str:
    """The SVG as one image with a name and a description, scaling with its column."""
    inner = re.sub(r' (role|aria-[a-z]+)="[^"]*"', "", svg)
    width = re.search(r'width="(\d+)"', inner)
    style = f' style="max-width:{width[1]}px"' if width else ""
    head = re.sub(r' (width|height)="\d+"', "", inner[: inner.index(">")], count=2)
    names = f"<title>{_escape(title)}</title><desc>{_escape(description)}</desc>"
    accessible = f'{head} role="img" aria-label="{_escape(title)}"{style}>'
    return accessible + names + inner[inner.index(">") + 1 :]


def _escape(text: str) -> str:
    for plain, safe in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(plain, safe)
    return text
