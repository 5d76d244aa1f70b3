"""Two drawings that Altair has no mark for: a flow diagram and a tile map, as plain SVG."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import escape

from leerloopbaan.pages.charts import label

_HEIGHT = 320.0
_GAP = 10.0
_TOP = 14.0


@dataclass(frozen=True)
class Flow:
    """A share that goes to one destination; `value` None: hidden."""

    name: str
    value: float | None
    shown: str


def flow_diagram(source: str, flows: list[Flow], *, title: str, description: str) -> str:
    """Ribbons from one source to its destinations, widths by share; hidden ones are thin, dashed.

    The order of the destinations is the given one (never by size).
    """
    known = sum(flow.value or 0.0 for flow in flows) or 1.0
    usable = _HEIGHT - _GAP * (len(flows) - 1)
    hidden = 3.0
    parts: list[str] = []
    left, right = _TOP, _TOP
    for number, flow in enumerate(flows):
        thick = hidden if flow.value is None else max(1.0, usable * flow.value / known)
        top = f"M160,{left:.1f} C300,{left:.1f} 300,{right:.1f} 440,{right:.1f}"
        back = (
            f"L440,{right + thick:.1f} C300,{right + thick:.1f} "
            f"300,{left + thick:.1f} 160,{left + thick:.1f} Z"
        )
        style = "stroom verborgen" if flow.value is None else f"stroom tint-{number % 4}"
        parts.append(f'<path class="{style}" d="{top} {back}"/>')
        parts.append(
            f'<text x="450" y="{right + thick / 2 + 4:.1f}">{escape(flow.name)}: '
            f"{escape(flow.shown)}</text>"
        )
        left += thick
        right += max(thick, 14.0) + _GAP
    height = max(left, right) + 10
    parts.append(
        f'<rect class="bron" x="150" y="{_TOP}" width="10" height="{left - _TOP:.1f}"/>'
        f'<text x="140" y="{left / 2:.1f}" text-anchor="end">{escape(source)}</text>'
    )
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="tekening" width="760" '
        f'height="{height:.0f}" viewBox="0 0 760 {height:.0f}">{"".join(parts)}</svg>'
    )
    return label(svg, title, description)


@dataclass(frozen=True)
class Tile:
    """One area of a tile map: its class of colour (0 … 4), or None when hidden."""

    group: str
    code: str
    shade: int | None
    shown: str
    name: str = ""


def tile_map(
    tiles: list[Tile], *, title: str, description: str, classes: list[str] | None = None
) -> str:
    """Equal tiles per area, grouped per district in alphabetical order; a schematic map.

    `classes` are the names of the colours, lightest first: the legend above the map.
    """
    columns, size, width = 14, 46, 760
    parts = _legend(classes or [])
    y = 34 if parts else 0
    for group in sorted({tile.group for tile in tiles}):
        members = [tile for tile in tiles if tile.group == group]
        parts.append(f'<text class="groep" x="0" y="{y + 16}">{escape(group)}</text>')
        y += 24
        for number, tile in enumerate(members):
            x = (number % columns) * (size + 6)
            row = y + (number // columns) * (size + 6)
            shade = "verborgen" if tile.shade is None else f"klasse-{tile.shade}"
            parts.append(
                f'<rect class="tegel {shade}" x="{x}" y="{row}" width="{size}" height="{size}">'
                f"<title>{escape(tile.name or tile.code)}: {escape(tile.shown)}</title></rect>"
                f'<text class="op-{shade}" x="{x + size / 2:.0f}" y="{row + 20}" '
                f'text-anchor="middle">{escape(tile.code)}</text>'
                f'<text class="op-{shade}" x="{x + size / 2:.0f}" y="{row + 36}" '
                f'text-anchor="middle">{escape(tile.shown)}</text>'
            )
        y += ((len(members) - 1) // columns + 1) * (size + 6) + 10
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="tekening" width="{width}" '
        f'height="{y}" viewBox="0 0 {width} {y}">{"".join(parts)}</svg>'
    )
    return label(svg, title, description)


def _legend(classes: list[str]) -> list[str]:
    parts = []
    x = 0
    for shade, name in enumerate([*classes, "onderdrukt"] if classes else []):
        kind = "verborgen" if shade == len(classes) else f"klasse-{shade}"
        parts.append(
            f'<rect class="tegel {kind}" x="{x + 1}" y="3" width="16" height="16"/>'
            f'<text x="{x + 23}" y="16">{escape(name)}</text>'
        )
        x += 40 + 8 * len(name)
    return parts
