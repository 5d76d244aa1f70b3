"""The model card of the Piloot Early Warning System as a page."""

from __future__ import annotations

from typing import Any

from leerloopbaan.pages.render import Table, page
from leerloopbaan.pages.source import Published
from leerloopbaan.vroegsignaal import card as cards

FILE = "modelkaart.html"


def render_card(
    published: Published, rows: list[dict[str, Any]], *, menu: list[tuple[str, str]]
) -> str:
    """The page, from the rows of `dim_vroegsignaal` beside the published mart."""
    card = cards.read_card(rows)

    def titled(title: str) -> Any:
        return lambda headings, lines: Table(title, headings, lines)

    coefficients = [[f"{f}: {c}" if c else f, cards.number(v, 3)] for f, c, v in card.coefficients]
    return page(
        "modelkaart.html.j2",
        published,
        titel="Modelkaart: Piloot Early Warning System",
        kop="Modelkaart: Piloot Early Warning System",
        menu=menu,
        hier=FILE,
        kaart=card,
        doel=cards.PURPOSE,
        niet_voor=cards.NOT_FOR,
        methode=cards.METHOD,
        toets=cards.TESTED,
        aandeel=cards.number(card.share),
        drempel=cards.number(card.threshold, 3),
        coefficienten=Table("Coëfficiënten", ["Kenmerk en categorie", "Coëfficiënt"], coefficients),
        terugtoets=cards.metrics_table(card, titled("Terugtoets")),
        ijking=cards.calibration_table(card, titled("IJking: geschat en vastgesteld")),
    )
