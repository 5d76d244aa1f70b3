"""The pages of every recipient of school figures, from the Parquet files that it gets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import duckdb

from leerloopbaan.pages.modelkaart import FILE as CARD_PAGE
from leerloopbaan.pages.modelkaart import render_card
from leerloopbaan.pages.schoolportret import Portrait, render_index, render_portrait
from leerloopbaan.pages.source import Published, Row
from leerloopbaan.register.schema import Product, Protocol
from leerloopbaan.release.recipients import Recipient
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
    products = {p.code: p for p in protocol.producten}
    with duckdb.connect() as connection:
        if not recipients:
            return
        first = folder / recipients[0].audience / recipients[0].code / "parquet"
        shared = _shared(connection, first)
        _write_cards(connection, shared, tables, recipients, folder)
        for product in sorted({grant.product for r in recipients for grant in r.grants}):
            own = _by_place(connection, folder, f"{OWN}{product}")
            compared = (
                _by_place(connection, folder, f"{COMPARED}{product}")
                if any(f"{COMPARED}{product}" in tables_of(r, tables) for r in recipients)
                else {}
            )
            for recipient in recipients:
                figures = _Figures(shared, own, compared)
                for name, html in _pages(protocol, products[product], recipient, figures):
                    target = folder / recipient.audience / recipient.code / product
                    target.mkdir(exist_ok=True)
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
    """Published rows: shared by all, and of each (`audience/code`, school)."""

    shared: Published
    own: dict[tuple[str, str], list[Row]]
    compared: dict[tuple[str, str], list[Row]]


def _pages(
    protocol: Protocol,
    product: Product,
    recipient: Recipient,
    figures: _Figures,
) -> Iterator[tuple[str, str]]:
    grants = [grant for grant in recipient.grants if grant.product == product.code]
    if not grants:
        return
    place = f"{recipient.audience}/{recipient.code}"
    several = recipient.schools != (recipient.code,)
    menu = [(INDEX, "Alle scholen van deze ontvanger")] if several else []
    if product.code == CARD_OF:
        menu = [*(menu or [(INDEX, "Cijfers")]), (CARD_PAGE, "Modelkaart")]
    names = []
    settings = protocol.indicatoren.eigen_school
    for grant in grants:
        rows = figures.own.get((place, grant.school), [])
        whole = (row["geo_naam"] for row in rows if row["geo_code"] == grant.school)
        name = str(next(whole, f"Instelling {grant.school}"))
        file = f"{grant.school}.html" if several else INDEX
        names.append((file, grant.school, name))
        portrait = Portrait(
            grant.school,
            name,
            replace(figures.shared, product=product.code, figures=rows),
            figures.compared.get((place, grant.school), []),
            grant.compared,
        )
        yield (
            file,
            render_portrait(
                portrait,
                title=product.naam,
                purpose=product.doel,
                group=settings.vergelijking.omschrijving if settings else "",
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
                title=f"{product.naam}: {recipient.name}",
                purpose=product.doel,
                schools=sorted(names),
            ),
        )


def _by_place(
    connection: duckdb.DuckDBPyConnection, folder: Path, table: str
) -> dict[tuple[str, str], list[Row]]:
    """Rows of one published table by recipient (`audience/code`) and school."""
    cursor = connection.execute(
        f"select *, split_part(geo_code, '-', 1) as school from read_parquet("
        f"'{quoted(folder)}/*/*/parquet/{table}.parquet', filename = true) "
        f"order by filename, {_ORDER}"
    )
    names = [column[0] for column in cursor.description or []]
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for values in cursor.fetchall():
        row: dict[str, Any] = dict(zip(names, values, strict=True))
        audience, code = Path(row.pop("filename")).parts[-4:-2]
        found[f"{audience}/{code}", row.pop("school")].append(row)
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
