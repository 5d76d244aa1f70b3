"""A flow diagram, for which Altair has no mark: plain SVG, for a screen and for a phone."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

_HIGH = 300.0
_GAP = 8.0
_HIDDEN = 3.0


@dataclass(frozen=True)
class Flow:
    """A share that goes to one destination, in percent; `value` None: not shown as a number."""

    name: str
    value: float | None
    shown: str


@dataclass(frozen=True)
class _Shape:
    """narrow: the name of a destination stands below its figure, that of the source above."""

    width: float
    bar: float
    end: float
    line: float
    narrow: bool


_SHAPES = {"breed": _Shape(760, 110, 400, 18, False), "smal": _Shape(300, 4, 96, 34, True)}


def flow_diagram(source: str, flows: list[Flow], *, title: str, description: str) -> str:
    """Ribbons from one source to its destinations, in every width; the whole bar is 100 %.

    The order of the destinations is the given one (never by size). What is not shown as a number is
    thin and dashed; what goes elsewhere is the part of the bar without a ribbon.
    """
    return "".join(
        _drawing(kind, shape, source, flows, title=title, description=description)
        for kind, shape in _SHAPES.items()
    )


def _drawing(
    kind: str, shape: _Shape, source: str, flows: list[Flow], *, title: str, description: str
) -> str:
    top = 28.0 if shape.narrow else 8.0
    left = right = top
    parts: list[str] = []
    for number, flow in enumerate(flows):
        thick = _HIDDEN if flow.value is None else max(1.0, _HIGH * flow.value / 100)
        shown = "stroom verborgen" if flow.value is None else f"stroom tint-{number % 2}"
        parts.append(f'<path class="{shown}" d="{_ribbon(shape, left, right, thick)}"/>')
        x, middle = shape.end + 8, right + max(thick, shape.line) / 2
        figure = f'<tspan class="waarde">{escape(flow.shown)}</tspan>'
        name = f'<tspan x="{x:g}" dy="16">{escape(flow.name)}</tspan>'
        parts.append(
            f'<text x="{x:g}" y="{middle - 4:.1f}">{figure}{name}</text>'
            if shape.narrow
            else f'<text x="{x:g}" y="{middle + 4:.1f}">{figure} {escape(flow.name)}</text>'
        )
        left += thick
        right += max(thick, shape.line) + _GAP
    parts.append(
        f'<rect class="bron" x="{shape.bar:g}" y="{top:g}" width="10" height="{_HIGH:g}"/>'
        + (
            f'<text x="{shape.bar:g}" y="16">{escape(source)}: 100 %</text>'
            if shape.narrow
            else f'<text x="{shape.bar - 10:g}" y="{top + _HIGH / 2:g}" text-anchor="end">'
            f"{escape(source)}: 100 %</text>"
        )
    )
    height = max(top + _HIGH, right) + 8
    name = escape(title)
    return (
        f'<svg class="tekening {kind}" viewBox="0 0 {shape.width:g} {height:.0f}" '
        f'style="max-width:{shape.width:g}px" role="img" aria-label="{name}">'
        f"<title>{name}</title><desc>{escape(description)}</desc>{''.join(parts)}</svg>"
    )


def _ribbon(shape: _Shape, left: float, right: float, thick: float) -> str:
    start, end = shape.bar + 10, shape.end
    middle = (start + end) / 2
    return (
        f"M{start:g},{left:.1f} C{middle:g},{left:.1f} {middle:g},{right:.1f} {end:g},{right:.1f} "
        f"L{end:g},{right + thick:.1f} C{middle:g},{right + thick:.1f} "
        f"{middle:g},{left + thick:.1f} {start:g},{left + thick:.1f} Z"
    )
