"""The Stadsfoto: where OKAN leads to, and how newcomers are spread over the wijken."""

from __future__ import annotations

from collections.abc import Iterable

from leerloopbaan.pages import words
from leerloopbaan.pages.flow import Flow, flow_diagram
from leerloopbaan.pages.render import Figure, Table, figures_table, page, shown
from leerloopbaan.pages.source import Published, Row
from leerloopbaan.pages.tiles import Tile, tile_map

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
#: Row and column of the districts of Antwerp, roughly as they lie.
PLACES = {
    "Berendrecht-Zandvliet-Lillo": (1, 1),
    "Ekeren": (1, 2),
    "Merksem": (1, 3),
    "Antwerpen": (2, 1),
    "Borgerhout": (2, 2),
    "Deurne": (2, 3),
    "Hoboken": (3, 1),
    "Berchem": (3, 2),
    "Borsbeek": (3, 3),
    "Wilrijk": (4, 2),
}


def render_stadsfoto(
    published: Published,
    *,
    title: str,
    heading: str,
    menu: list[tuple[str, str]],
    downloads: Iterable[tuple[str, str]] = (),
) -> str:
    """The overview page of the Stadsfoto, as HTML; charts without figures are left out."""
    figures = [figure for figure in (_flow(published), _spread(published)) if figure]
    return page(
        "stadsfoto.html.j2",
        published,
        titel=f"{heading} – {title}",
        opschrift=title,
        kop=heading,
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
        "De hele balk is iedereen die van OKAN naar een andere opleiding ging. Een stippellijn: "
        "niet als getal getoond. Wat van de balk overblijft, gaat naar andere opleidingen.",
        figures_table(label, named, "naam", "Bestemming", compare=True),
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
    tiles, lines = [], []
    for row in current:
        area = names.get(("wijk", row["geo_code"]), {})
        district = names.get(("district", area.get("geo_ouder")), {})
        group = str(district.get("geo_naam") or "Zonder district")
        value = None if row["waarde"] is None else float(row["waarde"])
        text = "–" if value is None else shown(row)
        tiles.append(Tile(group, str(row["geo_naam"]), value, text))
        lines.append([str(row["geo_naam"]), str(row["geo_code"]), shown(row)])
    label = f"Anderstalige nieuwkomers naar wijk van de school op 1 februari {year}"
    return Figure(
        tile_map(tiles, PLACES),
        "Eén tegel is één wijk, alfabetisch per district; de districten staan ongeveer waar ze "
        "liggen. De plaats is die van de school, niet van de woning.",
        Table(label, ["Wijk", "Code", "Aantal"], lines),
    )


def _latest_visible(rows: list[Row]) -> int | None:
    years = [int(row["schooljaar_eind"]) for row in rows if row["status"] is None]
    return max(years, default=None)
