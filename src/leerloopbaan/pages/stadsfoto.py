"""The Stadsfoto: where OKAN leads to, and how newcomers are spread over the wijken."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from leerloopbaan.pages import words
from leerloopbaan.pages.flow import Flow, Tile, flow_diagram, tile_map
from leerloopbaan.pages.render import Figure, Table, figures_table, page, shown
from leerloopbaan.pages.source import Published, Row

# Destinations in the order of the educational system, never by size.
DESTINATIONS = (
    "okan_naar_a_stroom",
    "okan_naar_b_strikt",
    "okan_naar_aso_tso_kso",
    "okan_naar_bso",
    "okan_naar_dbso",
    "okan_naar_buitengewoon",
)
SPREAD = "an_leerlingen"
SPREAD_MOMENT = "01/02"
CLASSES = 5


def render_stadsfoto(
    published: Published,
    *,
    title: str,
    menu: list[tuple[str, str]],
    downloads: Iterable[tuple[str, str]] = (),
) -> str:
    """The overview page of the Stadsfoto, as HTML; charts without figures are left out."""
    figures = [figure for figure in (_flow(published), _spread(published)) if figure]
    return page(
        "stadsfoto.html.j2",
        published,
        titel=title,
        kop=title,
        menu=menu,
        hier="overzicht.html",
        populatie=words.population(str(published.release.get("stad", ""))),
        figuren=figures,
        downloads=list(downloads),
    )


def _flow(published: Published) -> Figure | None:
    rows = [row for code in DESTINATIONS for row in published.series(code, "stad")]
    year = _latest_visible(rows)
    if year is None:
        return None
    named: list[Row] = []
    for row in rows:
        if row["schooljaar_eind"] == year:
            name = published.indicators[row["indicator"]]["naam"]
            named.append({**row, "naam": name.removeprefix("Van OKAN naar ")})
    named.sort(key=lambda row: DESTINATIONS.index(row["indicator"]))
    label = f"Van OKAN naar de eerste opleiding erna, {named[0]['geo_naam']}, {year - 1}-{year}"
    flows = [
        Flow(row["naam"], None if row["waarde"] is None else float(row["waarde"]), shown(row))
        for row in named
    ]
    svg = flow_diagram(
        "OKAN",
        flows,
        title=label,
        description="Stromen van OKAN naar zes bestemmingen; de aandelen staan in de tabel.",
    )
    return Figure(
        svg,
        f"{label}. Een stippellijn: onderdrukt. De rest gaat naar andere opleidingen.",
        figures_table(label, named, "naam", "Bestemming"),
    )


def _spread(published: Published) -> Figure | None:
    rows = [
        row for row in published.series(SPREAD, "wijk") if str(row["meetmoment"]) == SPREAD_MOMENT
    ]
    year = _latest_visible(rows)
    if year is None:
        return None
    current = [row for row in rows if row["schooljaar_eind"] == year]
    names = {(a["geo_niveau"], a["geo_code"]): a for a in published.areas}
    edges = _edges([float(row["waarde"]) for row in current if row["waarde"] is not None])
    tiles = []
    for row in current:
        area = names.get(("wijk", row["geo_code"]), {})
        district = names.get(("district", area.get("geo_ouder")), {})
        value = None if row["waarde"] is None else float(row["waarde"])
        shade = None if value is None else sum(value > edge for edge in edges)
        tiles.append(
            Tile(
                str(district.get("geo_naam") or "Zonder district"),
                str(row["geo_code"])[-4:],
                shade,
                "–" if value is None else shown(row),
                str(row["geo_naam"]),
            )
        )
    label = f"Anderstalige nieuwkomers naar wijk van de school op 1 februari {year}"
    table = figures_table(label, current, "geo_naam", "Wijk")
    legend = Table(label, ["Wijk", "Code", "Aantal"], [
        [row[0], str(source["geo_code"]), row[1]]
        for row, source in zip(table.rijen, current, strict=True)
    ])  # fmt: skip
    svg = tile_map(
        tiles,
        title=label,
        description="Eén tegel per wijk, alfabetisch per district; donkerder is meer.",
        classes=_classes(edges),
    )
    return Figure(
        svg,
        f"{label}. Eén tegel is één wijk (code en aantal; de namen staan in de tabel). De plaats "
        "is die van de school, niet van de woning.",
        legend,
    )


def _classes(edges: list[float]) -> list[str]:
    """`tot 32`, `33 tot 65`, …: whole numbers, as counts are."""
    whole = [int(edge) for edge in edges]
    if not whole or not whole[0]:
        return []
    between = [f"{low + 1} tot {high}" for low, high in pairwise(whole)]
    return [f"tot {whole[0]}", *between, f"meer dan {whole[-1]}"]


def _edges(values: list[float]) -> list[float]:
    """Equal steps between 0 and the largest shown value: no quantiles, so no positions."""
    top = max(values, default=0.0)
    return [top * step / CLASSES for step in range(1, CLASSES)]


def _latest_visible(rows: list[Row]) -> int | None:
    years = [int(row["schooljaar_eind"]) for row in rows if row["status"] is None]
    return max(years, default=None)
