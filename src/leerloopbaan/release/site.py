"""The pages of one audience, from its own published DuckDB file."""

from __future__ import annotations

from pathlib import Path

from leerloopbaan.pages import words
from leerloopbaan.pages.monitor import menu_of, render_monitor
from leerloopbaan.pages.source import Published, read_published
from leerloopbaan.pages.stadsfoto import render_stadsfoto
from leerloopbaan.register.schema import Protocol
from leerloopbaan.release.plan import Audience, Output

OVERVIEW = ("overzicht.html", "Overzicht")


def write_site(database: Path, audience: Audience, protocol: Protocol, folder: Path) -> None:
    """Write `<product>/*.html` for every product of the audience."""
    for output in audience.outputs:
        published = read_published(database, output.mart)
        target = folder / output.product
        target.mkdir()
        for name, html in _pages(published, output, protocol).items():
            (target / name).write_text(html, encoding="utf-8")


def _pages(published: Published, output: Output, protocol: Protocol) -> dict[str, str]:
    product = next(p for p in protocol.producten if p.code == output.product)
    city = protocol.stad.capitalize()
    extra = (OVERVIEW,) if output.product == "stadsfoto" else ()
    title = words.quoted(output.title if city in output.title else f"{output.title} {city}")
    downloads = [
        (f"../csv/{output.mart}.csv", "Alle cijfers (CSV)"),
        (f"../parquet/{output.mart}.parquet", "Alle cijfers (Parquet)"),
        ("../csv/dim_indicator.csv", "Definities (CSV)"),
    ]
    pages = render_monitor(
        published, title=title, introduction=product.doel, downloads=downloads, extra=extra
    )
    if extra:
        menu = menu_of(published, extra)
        pages[OVERVIEW[0]] = render_stadsfoto(
            published, title=title, heading=OVERVIEW[1], menu=menu, downloads=downloads
        )
    return pages
