"""A small trend of a school beside its comparison.

The two lines differ in dash and marker as well as in colour, and the table below has the same
figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from leerloopbaan.pages.lines import Frame, Series, ceiling


def pair_chart(
    years: Sequence[int], own: Series, compared: Series, unit: str, *, title: str, description: str
) -> str:
    """Own figures (solid, circles) and comparison (dashed, squares) per year; None is a gap."""
    top = ceiling([v for v in (*own, *compared) if v is not None])
    frame = Frame(340, 132, 44, 8, 12, 22, len(years), top)
    name = escape(title, quote=True)
    labels = "".join(
        f'<text x="{frame.x(i):.1f}" y="127" text-anchor="middle">{year}</text>'
        for i, year in enumerate(years)
    )
    squares = "".join(
        f'<rect class="punt-groep" x="{frame.x(i) - 3.5:.1f}" y="{frame.y(v) - 3.5:.1f}" '
        'width="7" height="7"/>'
        for i, v in enumerate(compared)
        if v is not None
    )
    circles = "".join(
        f'<circle class="punt-eigen" cx="{frame.x(i):.1f}" cy="{frame.y(v):.1f}" r="4"/>'
        for i, v in enumerate(own)
        if v is not None
    )
    return (
        f'<svg class="paar" viewBox="0 0 340 132" role="img" aria-label="{name}">'
        f"<title>{name}</title><desc>{escape(description)}</desc>{frame.grid(unit)}{labels}"
        f"{frame.lines(compared, 'lijn-groep')}{squares}"
        f"{frame.lines(own, 'lijn-eigen')}{circles}</svg>"
    )
