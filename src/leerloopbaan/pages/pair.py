"""A small trend of a school beside its comparison, drawn without a chart library.

Hundreds of schools get the same few charts: drawing them as text takes a millisecond. The two
lines differ in dash and marker as well as in colour, and the table below has the same figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from leerloopbaan.pages.render import number

_WIDTH, _HEIGHT = 340, 150
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 12, 18, 24
_STEPS = (1, 2, 2.5, 5, 10)

Series = Sequence[float | None]


def pair_chart(
    years: Sequence[int], own: Series, compared: Series, unit: str, *, title: str, description: str
) -> str:
    """Own figures (solid, circles) and comparison (dashed, squares) per year; None is a gap."""
    top = ceiling([v for v in (*own, *compared) if v is not None])
    across = [_x(i, len(years)) for i in range(len(years))]
    parts = [_axes(years, across, top, unit)]
    parts.append(_line(across, compared, top, "lijn-groep"))
    parts += [
        _square(x, _y(v, top)) for x, v in zip(across, compared, strict=True) if v is not None
    ]
    parts.append(_line(across, own, top, "lijn-eigen"))
    parts += [
        f'<circle class="punt-eigen" cx="{x:.1f}" cy="{_y(v, top):.1f}" r="4"/>'
        for x, v in zip(across, own, strict=True)
        if v is not None
    ]
    name = escape(title, quote=True)
    return (
        f'<svg class="paar" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{name}">'
        f"<title>{name}</title><desc>{escape(description)}</desc>{''.join(parts)}</svg>"
    )


def ceiling(values: Sequence[float]) -> float:
    """The top of the axis: a round number at or above every value."""
    highest = max(values, default=1.0)
    size = 1.0
    while size * 10 <= highest:
        size *= 10
    return next(size * step for step in _STEPS if size * step >= highest)


def _x(place: int, count: int) -> float:
    inner = _WIDTH - _LEFT - _RIGHT
    return _LEFT + (inner / 2 if count == 1 else 10 + place * (inner - 20) / (count - 1))


def _y(value: float, top: float) -> float:
    return _HEIGHT - _BOTTOM - value / top * (_HEIGHT - _TOP - _BOTTOM)


def _axes(years: Sequence[int], across: Sequence[float], top: float, unit: str) -> str:
    lines = "".join(
        f'<line class="raster" x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{_y(v, top):.1f}" '
        f'y2="{_y(v, top):.1f}"/><text x="{_LEFT - 6}" y="{_y(v, top) + 4:.1f}" '
        f'text-anchor="end">{_tick(v, unit)}</text>'
        for v in (0.0, top / 2, top)
    )
    labels = "".join(
        f'<text x="{x:.1f}" y="{_HEIGHT - 6}" text-anchor="middle">{year}</text>'
        for x, year in zip(across, years, strict=True)
    )
    return lines + labels


def _tick(value: float, unit: str) -> str:
    if value == int(value):
        return number(value, "aantal") + (" %" if unit == "%" else "")
    return f"{value:.1f}".replace(".", ",") + (" %" if unit == "%" else "")


def _line(across: Sequence[float], values: Series, top: float, kind: str) -> str:
    pieces: list[list[str]] = [[]]
    for x, value in zip(across, values, strict=True):
        if value is None:
            pieces.append([])
        else:
            pieces[-1].append(f"{x:.1f},{_y(value, top):.1f}")
    drawn = [" ".join(piece) for piece in pieces if len(piece) > 1]
    return "".join(f'<polyline class="{kind}" points="{points}"/>' for points in drawn)


def _square(x: float, y: float) -> str:
    return f'<rect class="punt-groep" x="{x - 3.5:.1f}" y="{y - 3.5:.1f}" width="7" height="7"/>'
