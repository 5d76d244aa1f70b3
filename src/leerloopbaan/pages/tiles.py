"""A tile map: equal tiles per area, grouped by district where the district lies, as plain HTML.

Text and not a drawing, so that names can be read, and that a phone puts the districts below each
other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from leerloopbaan.pages.render import HIDDEN, number

CLASSES = 5
#: Round numbers at which a colour changes.
_LADDER = (5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 25_000, 50_000)


@dataclass(frozen=True)
class Tile:
    """One area: its district, its name, its count (None: hidden) and what is written there."""

    group: str
    name: str
    value: float | None
    shown: str


def tile_map(tiles: list[Tile], places: Mapping[str, tuple[int, int]]) -> str:
    """The legend and the tiles; districts in alphabetical order, tiles in the order given.

    places: row and column of a district on the map; one that is not there comes behind.
    """
    edges = class_edges([tile.value for tile in tiles if tile.value is not None])
    groups = sorted({tile.group for tile in tiles})
    drawn = "".join(
        _group(group, [t for t in tiles if t.group == group], edges, places.get(group))
        for group in groups
    )
    return f'{_legend(edges)}<div class="tegelkaart">{drawn}</div>'


def class_edges(values: list[float]) -> list[int]:
    """Four round numbers below the largest value: no quantiles, so no positions."""
    below = [edge for edge in _LADDER if edge < max(values, default=0.0)]
    return below[-(CLASSES - 1) :]


def class_names(edges: list[int]) -> list[str]:
    """`tot 100`, `101 tot 250`, …, `meer dan 1.000`."""
    if not edges:
        return []
    texts = [number(edge, "aantal") for edge in edges]
    between = [
        f"{number(low + 1, 'aantal')} tot {high}"
        for low, high in zip(edges, texts[1:], strict=False)
    ]
    return [f"tot {texts[0]}", *between, f"meer dan {texts[-1]}"]


def _group(group: str, tiles: list[Tile], edges: list[int], place: tuple[int, int] | None) -> str:
    where = f' style="grid-area:{place[0]}/{place[1]}"' if place else ""
    items = "".join(
        f'<li class="tegel {_shade(tile.value, edges)}"><span>'
        f"{escape(tile.name.removeprefix(group).strip() or tile.name)}</span> "
        f"<b>{escape(tile.shown)}</b></li>"
        for tile in tiles
    )
    return f'<div class="deel"{where}><h3>{escape(group)}</h3><ul class="tegels">{items}</ul></div>'


def _shade(value: float | None, edges: list[int]) -> str:
    return "verborgen" if value is None else f"klasse-{sum(value > edge for edge in edges)}"


def _legend(edges: list[int]) -> str:
    names = [*class_names(edges), HIDDEN]
    kinds = [*(f"klasse-{shade}" for shade in range(len(names) - 1)), "verborgen"]
    items = "".join(
        f'<li><span class="tegel {kind}"></span>{name}</li>'
        for kind, name in zip(kinds, names, strict=True)
    )
    return f'<ul class="klassen" aria-label="Legende">{items}</ul>'
