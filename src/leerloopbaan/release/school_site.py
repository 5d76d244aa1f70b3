"""The pages of every recipient of school figures, from the Parquet files that it gets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb
from markupsafe import Markup

from leerloopbaan.pages import words
from leerloopbaan.pages.modelkaart import FILE as CARD_PAGE
from leerloopbaan.pages.modelkaart import render_card
from leerloopbaan.pages.schoolportret import (
    Portrait,
    portrait_body,
    render_index,
    render_portrait,
)
from leerloopbaan.pages.source import Published, Row
from leerloopbaan.register.schema import Product, Protocol
from leerloopbaan.release.recipients import Grant, Recipient
from leerloopbaan.release.school_tables import CARD, CARD_OF, COMPARED, OWN, SchoolTables, tables_of
from leerloopbaan.release.tables import quoted
from leerloopbaan.vroegsignaal.card import card_json, card_markdown

INDEX = "index.html"
_ORDER = (
    "indicator, geo_niveau, geo_code, uitsplitsing, categorie, uitsplitsing_2, categorie_2, "
    "meetmoment, schooljaar"
)


def write_school_pages(
    protocol: Protocol, tables: SchoolTables, recipients: Sequence[Recipient], folder: Path
) -> None:
    """Write `<audience>/<recipient>/<product>/*.html`: a page per school, and a list of several."""
    if not recipients:
        return
    products = {p.code: p for p in protocol.producten}
    settings = protocol.indicatoren.eigen_school
    group = settings.vergelijking.omschrijving if settings else ""
    with duckdb.connect() as connection:
        first = folder / recipients[0].audience / recipients[0].code / "parquet"
        shared = _shared(connection, first)
        _write_cards(connection, shared, tables, recipients, folder)
        for code in sorted({grant.product for r in recipients for grant in r.grants}):
            getting = [r for r in recipients if any(g.product == code for g in r.grants)]
            compared = f"{COMPARED}{code}"
            beside = [r for r in getting if compared in tables_of(r, tables)]
            figures = _Figures(
                replace(shared, product=code),
                _by_place(connection, folder, f"{OWN}{code}", getting),
                _by_place(connection, folder, compared, beside),
                group,
                {},
            )
            for recipient in getting:
                target = folder / recipient.audience / recipient.code / code
                target.mkdir(exist_ok=True)
                for name, html in _pages(products[code], recipient, figures):
                    (target / name).write_text(html, encoding="utf-8")


def _write_cards(
    connection: duckdb.DuckDBPyConnection,
    shared: Published,
    tables: SchoolTables,
    recipients: Sequence[Recipient],
    folder: Path,
) -> None:
    """The card of the early warning model beside the pages of who gets that product."""
    getting = [r for r in recipients if any(g.product == CARD_OF for g in r.grants)]
    if CARD not in tables.columns or not getting:
        return
    places = [folder / r.audience / r.code for r in getting]
    rows = _rows(connection, places[0] / "parquet" / f"{CARD}.parquet", "all")
    texts = {
        CARD_PAGE: render_card(shared, rows, menu=[(INDEX, "Cijfers"), (CARD_PAGE, "Modelkaart")]),
        "modelkaart.json": card_json(rows, shared.release),
        "modelkaart.md": card_markdown(rows, shared.release),
    }
    for place in places:
        (place / CARD_OF).mkdir(exist_ok=True)
        for name, text in texts.items():
            (place / CARD_OF / name).write_text(text, encoding="utf-8")


@dataclass(frozen=True)
class _Figures:
    """Published rows of one product: shared by all, and of each (`audience/code`, school).

    bodies: what was made of the rows of a school, for its next recipient.
    """

    shared: Published
    own: dict[tuple[str, str], list[Row]]
    compared: dict[tuple[str, str], list[Row]]
    group: str
    bodies: dict[tuple[str, bool], tuple[Portrait, Markup]]

    def portrait(self, place: str, grant: Grant) -> Portrait:
        """What the page of a school is made of, from the rows that this recipient gets."""
        rows = self.own.get((place, grant.school), [])
        whole = (row["geo_naam"] for row in rows if row["geo_code"] == grant.school)
        return Portrait(
            grant.school,
            str(next(whole, f"Instelling {grant.school}")),
            replace(self.shared, figures=rows),
            self.compared.get((place, grant.school), []),
            grant.compared,
        )

    def body(self, portrait: Portrait) -> Markup:
        """The body of a page, made once for recipients that get the same rows."""
        key = portrait.school, portrait.with_comparison
        made = self.bodies.get(key)
        if made is None or made[0] != portrait:
            made = self.bodies[key] = (portrait, portrait_body(portrait, group=self.group))
        return made[1]


def _pages(product: Product, recipient: Recipient, figures: _Figures) -> Iterator[tuple[str, str]]:
    place = f"{recipient.audience}/{recipient.code}"
    several = recipient.schools != (recipient.code,)
    menu = [(INDEX, "Alle scholen")] if several else []
    if product.code == CARD_OF:
        menu = [*(menu or [(INDEX, "Cijfers")]), (CARD_PAGE, "Modelkaart")]
    names = []
    for grant in (g for g in recipient.grants if g.product == product.code):
        portrait = figures.portrait(place, grant)
        file = f"{grant.school}.html" if several else INDEX
        names.append((file, grant.school, portrait.name))
        yield (
            file,
            render_portrait(
                portrait,
                figures.body(portrait),
                title=words.quoted(product.naam),
                purpose=product.doel,
                menu=menu,
                file=file,
                downloads=[
                    (f"../csv/{OWN}{product.code}.csv", "alle cijfers (CSV)"),
                    ("../csv/dim_indicator.csv", "definities (CSV)"),
                ],
            ),
        )
    if several:
        yield (
            INDEX,
            render_index(
                figures.shared,
                title=words.quoted(product.naam),
                heading=recipient.name,
                purpose=product.doel,
                menu=menu if product.code == CARD_OF else [],
                schools=sorted(names),
            ),
        )


def _by_place(
    connection: duckdb.DuckDBPyConnection, folder: Path, table: str, getting: Sequence[Recipient]
) -> dict[tuple[str, str], list[Row]]:
    """Rows of one published table by recipient (`audience/code`) and school."""
    if not getting:
        return {}
    places = {
        str(folder / r.audience / r.code / "parquet" / f"{table}.parquet"): f"{r.audience}/{r.code}"
        for r in getting
    }
    cursor = connection.execute(
        "select filename, split_part(geo_code, '-', 1), * exclude (filename) "
        f"from read_parquet($1, filename = true) order by filename, {_ORDER}",
        [list(places)],
    )
    names = [column[0] for column in cursor.description or []][2:]
    found: dict[tuple[str, str], list[Row]] = {}
    for file, school, *values in cursor.fetchall():
        row = dict(zip(names, values, strict=True))
        found.setdefault((places[file], school), []).append(row)
    return found


def _shared(connection: duckdb.DuckDBPyConnection, folder: Path) -> Published:
    def rows(table: str, order: str) -> list[Row]:
        return _rows(connection, folder / f"{table}.parquet", order)

    return Published(
        product="",
        figures=[],
        indicators={row["indicator"]: row for row in rows("dim_indicator", "volgorde")},
        areas=[],
        breakdowns={
            (row["uitsplitsing"], row["categorie"]): row
            for row in rows("dim_uitsplitsing", "volgorde")
        },
        release=rows("release", "1")[0],
    )


def _rows(connection: duckdb.DuckDBPyConnection, file: Path, order: str) -> list[Row]:
    cursor = connection.execute(f"select * from '{quoted(file)}' order by {order}")
    names = [column[0] for column in cursor.description or []]
    return [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]
