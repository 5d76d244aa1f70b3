"""Reads pages as a person does: which figure stands where, and is it the mart's?"""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from leerloopbaan.pages.render import count, shown
from leerloopbaan.pages.source import TOTAL, Published, Row

NAMED_LEVELS = ("district", "deelgemeente", "wijk")


@dataclass
class Table:
    """A table on a page: the article it stands in, its caption, headings and rows."""

    article: str
    caption: str = ""
    rows: list[list[str]] = field(default_factory=list)

    def cell(self, row: str, column: str) -> list[str]:
        """Texts where the row and the column of these names meet."""
        headings = self.rows[0]
        if column not in headings:
            return []
        place = headings.index(column)
        return [cells[place] for cells in self.rows[1:] if cells[0] == row]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tables: list[Table] = []
        self.article = ""
        self.open = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "article":
            self.article = str(dict(attrs).get("id", ""))
        if tag == "table":
            self.tables.append(Table(self.article))
        if tag == "tr":
            self.tables[-1].rows.append([])
        if tag in ("td", "th"):
            self.tables[-1].rows[-1].append("")
        if tag in ("td", "th", "caption"):
            self.open = tag

    def handle_endtag(self, tag: str) -> None:
        self.open = ""

    def handle_data(self, data: str) -> None:
        if self.open == "caption":
            self.tables[-1].caption += data
        elif self.open:
            self.tables[-1].rows[-1][-1] += data


def tables_of(html: str) -> list[Table]:
    """Every table of a page."""
    reader = _Reader()
    reader.feed(html)
    return reader.tables


def foreign_figures(published: Published, pages: dict[str, str]) -> list[str]:
    """Articles with a figure in a table that the mart does not have for that indicator."""
    known: dict[str, set[str]] = {}
    for row in published.figures:
        texts = known.setdefault(row["indicator"], {"–"})
        texts |= {shown(row), count(row["teller"], row), count(row["noemer"], row)}
    return [
        f"{name}#{table.article}: {table.caption}"
        for name, html in pages.items()
        for table in tables_of(html)
        if table.article in known
        for cells in table.rows[1:]
        if not set(cells[1:]) <= known[table.article]
    ]


def missing_figures(published: Published, pages: dict[str, str], most_areas: int) -> list[Row]:
    """Visible totals of the city and its areas that no table shows where they belong."""
    tables: dict[str, list[Table]] = {}
    for html in pages.values():
        for table in tables_of(html):
            tables.setdefault(table.article, []).append(table)
    areas = {
        level: len({a["geo_code"] for a in published.figures if a["geo_niveau"] == level})
        for level in NAMED_LEVELS
    }
    return [
        row
        for row in published.figures
        if row["status"] is None
        and row["uitsplitsing"] == row["uitsplitsing_2"] == TOTAL
        and (row["geo_niveau"] == "stad" or 0 < areas.get(row["geo_niveau"], 0) <= most_areas)
        and not _stands(row, tables.get(row["indicator"], []))
    ]


def _stands(row: Row, tables: list[Table]) -> bool:
    year, name = str(row["schooljaar"]), str(row["geo_naam"])
    value = "Waarde" if row["eenheid"] == "%" else "Aantal"
    found = [
        text
        for table in tables
        for text in (
            table.cell(year, value) if row["geo_niveau"] == "stad" else table.cell(name, year)
        )
    ]
    return shown(row) in found
