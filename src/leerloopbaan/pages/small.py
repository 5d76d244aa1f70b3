"""Small multiples: one small line per area in alphabetical order, all on one scale.

Each area is a drawing by itself, so that they stand four in a row on a screen and two on a phone.
"""

from __future__ import annotations

from html import escape

from leerloopbaan.pages.lines import Frame, ceiling
from leerloopbaan.pages.render import HIDDEN, shown
from leerloopbaan.pages.source import Row, SeriesBreak

_WIDTH, _HEIGHT = 176.0, 84.0


def small_multiples(
    areas: dict[str, list[Row]], unit: str, breaks: list[SeriesBreak], *, title: str
) -> str:
    """One block per area (name → rows), in the order given; a hidden year is a gap.

    For a screen reader it is one image with a name: the figures are in the table below.
    """
    everything = [row for rows in areas.values() for row in rows]
    years = sorted({int(row["schooljaar_eind"]) for row in everything})
    top = ceiling([float(r["waarde"]) for r in everything if r["waarde"] is not None])
    frame = Frame(_WIDTH, _HEIGHT, 48, 4, 8, 18, len(years), top)
    marked = [years.index(b.year) for b in breaks if b.year in years[1:]]
    # What is the same in each: scale, first and last year, breaks.
    ground = frame.grid(unit, 1) + _ends(frame, years) + "".join(_rule(frame, i) for i in marked)
    blocks = "".join(_block(name, rows, years, frame, ground) for name, rows in areas.items())
    return f'<div class="velden" role="img" aria-label="{escape(title)}">{blocks}</div>'


def sparkline(rows: list[Row]) -> str:
    """The course of one figure without axes, for beside the figure itself; a decoration."""
    values = [None if row["waarde"] is None else float(row["waarde"]) for row in rows]
    shown_values = [v for v in values if v is not None]
    if len(shown_values) < 2:
        return ""
    frame = Frame(160, 40, 2, 6, 6, 4, len(values), ceiling(shown_values))
    last = max(i for i, v in enumerate(values) if v is not None)
    return (
        '<svg class="vonk" viewBox="0 0 160 40" aria-hidden="true">'
        f'<line class="raster" x1="0" x2="160" y1="{frame.y(0):.1f}" y2="{frame.y(0):.1f}"/>'
        f"{frame.lines(values, 'lijn-eigen')}"
        f'<circle class="punt-eigen" cx="{frame.x(last):.1f}" '
        f'cy="{frame.y(values[last] or 0.0):.1f}" r="4"/></svg>'
    )


def _block(name: str, rows: list[Row], years: list[int], frame: Frame, ground: str) -> str:
    found = {int(row["schooljaar_eind"]): row["waarde"] for row in rows}
    values = [None if found.get(year) is None else float(found[year]) for year in years]
    visible = [row for row in rows if row["status"] is None]
    if visible:
        newest = max(rows, key=lambda row: int(row["schooljaar_eind"]))
        points = "".join(
            f'<circle class="punt-eigen" cx="{frame.x(i):.1f}" cy="{frame.y(v):.1f}" r="2.2"/>'
            for i, v in enumerate(values)
            if v is not None
        )
        drawn, told = f"{frame.lines(values, 'lijn-eigen')}{points}", shown(newest)
    else:
        drawn, told = "", HIDDEN
    hidden = ' class="verborgen"' if told == HIDDEN else ""
    return (
        f'<div class="veld"><p><span>{escape(name)}</span> <b{hidden}>{escape(told)}</b></p>'
        f'<svg viewBox="0 0 {_WIDTH:g} {_HEIGHT:g}">{ground}{drawn}</svg></div>'
    )


def _ends(frame: Frame, years: list[int]) -> str:
    if len(years) == 1:
        return f'<text x="{frame.x(0):.1f}" y="81" text-anchor="middle">{years[0]}</text>'
    return (
        f'<text x="{frame.left:g}" y="81">{years[0]}</text>'
        f'<text x="{frame.width - frame.right:g}" y="81" text-anchor="end">{years[-1]}</text>'
    )


def _rule(frame: Frame, place: int) -> str:
    x = frame.x(place)
    return (
        f'<line class="breuk" x1="{x:.1f}" x2="{x:.1f}" y1="{frame.upper:g}" '
        f'y2="{frame.height - frame.lower:g}"/>'
    )
