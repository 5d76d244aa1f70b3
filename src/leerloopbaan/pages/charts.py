"""Trend charts as inline SVG (Altair → Vega → SVG), in two widths: for a screen and for a phone.

The drawing is specified with Altair and compiled once per width; a chart is that drawing with other
rows. Colours are CSS variables, so that light and dark both work. Every chart has a title and a
description for screen readers, and stands above the table with the same figures: a chart never
carries information alone.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import Any, Literal

from leerloopbaan.pages.lines import ceiling
from leerloopbaan.pages.render import number
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
_POINTS, _TOP, _UNIT = "punten", "top", "eenheid"
_Align = Literal["left", "right"]
# On which side of its rule the name of a break stands; where the first and last figure stand.
_BREAK_SIDES: tuple[tuple[str, _Align, int], ...] = (("rechts", "left", 5), ("links", "right", -5))
_ENDS: tuple[tuple[str, _Align, int], ...] = (("", "left", -5), ("!", "right", 7))
#: CSS class → width and height of the drawing; the style sheet shows one of them.
WIDTHS = {"breed": (640, 230), "smal": (288, 190)}


def trend(
    rows: list[Row], unit: str, breaks: list[SeriesBreak], *, title: str, description: str
) -> str:
    """A line over the years (school year's end); hidden years are crosses on the axis.

    Breaks are dashed rules with their name. `rows` hold `schooljaar_eind` and `waarde` (None when
    hidden) of one area and moment. Returns the drawing in every width.
    """
    text = json.dumps(_data(rows, unit, breaks), sort_keys=True)
    top = ceiling([float(row["waarde"]) * 1.1 for row in rows if row["waarde"] is not None])
    return "".join(
        _label(_drawn(kind, text, top, unit), title, description, kind) for kind in WIDTHS
    )


def _data(rows: list[Row], unit: str, breaks: list[SeriesBreak]) -> list[dict[str, Any]]:
    """One point per year; the first and the newest shown figure are written beside it."""
    years = sorted({int(row["schooljaar_eind"]) for row in rows})
    # The first year has nothing before it to differ from.
    broken = {b.year for b in breaks} & set(years[1:])
    late = years[len(years) * 2 // 3]
    visible = [int(row["schooljaar_eind"]) for row in rows if row["waarde"] is not None]
    return [
        {
            "jaar": year,
            "waarde": None if value is None else float(value),
            "tekst": number(value, unit) if year in (visible[:1] + visible[-1:]) else "",
            "eerste": bool(visible) and year == visible[0] != visible[-1],
            "breuk": "" if year not in broken else "links" if year >= late else "rechts",
        }
        for year, value in sorted((int(row["schooljaar_eind"]), row["waarde"]) for row in rows)
    ]


@lru_cache(maxsize=2048)
def _drawn(kind: str, data: str, top: float, unit: str) -> str:
    """The drawing of these rows; one that several audiences see is drawn once."""
    import vl_convert

    drawing = json.loads(_compiled(kind))
    for source in drawing["data"]:
        if source["name"] == _POINTS:
            source["values"] = json.loads(data)
    settings = {_TOP: top, _UNIT: " %" if unit == "%" else ""}
    for signal in drawing["signals"]:
        signal["value"] = settings.get(signal["name"], signal.get("value"))
    svg = str(vl_convert.vega_to_svg(drawing))
    for placeholder, variable in _COLOURS.items():
        svg = svg.replace(placeholder, variable)
    return svg


@lru_cache(maxsize=len(WIDTHS))
def _compiled(kind: str) -> str:
    """The drawing of one width, compiled to Vega: it only waits for its rows."""
    import altair as alt
    import vl_convert

    width, height = WIDTHS[kind]
    base = alt.Chart()
    x = alt.X(
        "jaar:O",
        title=None,
        axis=alt.Axis(
            labelAngle=0, labelOverlap=True, labelSeparation=8, ticks=False, labelPadding=6
        ),
    )
    y = alt.Y(
        "waarde:Q",
        title=None,
        scale=alt.Scale(domainMin=0, domainMax=alt.ExprRef(_TOP), nice=False),
        axis=alt.Axis(
            tickCount=4, domain=False, ticks=False, labelExpr=f"format(datum.value, ',') + {_UNIT}"
        ),
    )
    rule = base.transform_filter("datum.breuk != ''")
    layers = [
        rule.mark_rule(color=_BREAK, strokeDash=[5, 4]).encode(x),
        *(
            base.transform_filter(f"datum.breuk == '{side}'")
            .mark_text(text="reeksbreuk", color=_BREAK, fontSize=12, align=align, dx=dx, dy=8)
            .encode(x, y=alt.value(0))
            for side, align, dx in _BREAK_SIDES
        ),
        base.mark_line(color=_SERIES, strokeWidth=2.5).encode(x, y),
        base.transform_filter("isValid(datum.waarde)")
        .mark_point(color=_SERIES, filled=True, opacity=1, size=50)
        .encode(x, y),
        *(
            base.transform_filter(f"datum.tekst != '' && {which}datum.eerste")
            .mark_text(dy=-13, color=_TEXT, fontSize=13, align=align, dx=dx)
            .encode(x, y, text="tekst:N")
            for which, align, dx in _ENDS
        ),
        base.transform_filter("!isValid(datum.waarde)")
        .mark_text(text="✕", color=_TEXT, fontSize=11, dy=-7)
        .encode(x, y=alt.value(height)),
    ]  # fmt: skip
    chart = (
        alt.layer(*layers, data=alt.InlineData(name=_POINTS, values=[{"jaar": 0, "waarde": 1.0}]))
        .add_params(alt.param(name=_TOP, value=1), alt.param(name=_UNIT, value=""))
        .properties(width=width, height=height)
    )
    axis = {"labelColor": _TEXT, "gridColor": _GRID, "domainColor": _GRID, "labelFontSize": 12}
    grouping = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["€ ", ""]}
    specification = {
        **chart.to_dict(),
        "background": "transparent",
        "config": {
            "axis": axis,
            "view": {"stroke": None},
            "font": "sans-serif",
            "locale": {"number": grouping},
        },
    }
    return json.dumps(vl_convert.vegalite_to_vega(specification))


def _label(svg: str, title: str, description: str, kind: str) -> str:
    """The SVG as one image with a name and a description, scaling with its column."""
    inner = re.sub(r' (role|aria-[a-z]+)="[^"]*"', "", svg)
    width = re.search(r'width="(\d+)"', inner)
    style = f' style="max-width:{width[1]}px"' if width else ""
    head = re.sub(r' (class|width|height)="[^"]*"', "", inner[: inner.index(">")])
    return (
        f'{head} class="{kind}" role="img" aria-label="{_escape(title)}"{style}>'
        f"<title>{_escape(title)}</title><desc>{_escape(description)}</desc>"
        f"{inner[inner.index('>') + 1 :]}"
    )


def _escape(text: str) -> str:
    for plain, safe in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(plain, safe)
    return text
