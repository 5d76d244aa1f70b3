"""The page of one school: what it is shown of itself, beside the schools that it is compared with.

Two printed pages. Years stand in their order, sites by their number: nothing is sorted by a figure,
and nothing says where the school stands among others.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from leerloopbaan.pages.pair import pair_chart
from leerloopbaan.pages.render import Table, number, page, shown
from leerloopbaan.pages.source import TOTAL, Published, Row

SCHOOL, SITE = "instelling", "vestigingsplaats"
#: The moment at which the city counts; other moments of the same figure stand in a table.
MAIN_MOMENT = "01/02"
_MOMENTS = {"01/10": "1 oktober", "01/02": "1 februari", "30/06": "30 juni"}


@dataclass(frozen=True)
class Card:
    """One figure of the school: its chart and its table."""

    naam: str
    definitie: str
    bron: str
    svg: str
    tabel: Table


@dataclass(frozen=True)
class Portrait:
    """What the page of one school is made of: its published rows, and those of the comparison."""

    school: str
    name: str
    own: Published
    compared: list[Row]
    with_comparison: bool


def render_portrait(
    portrait: Portrait,
    *,
    title: str,
    purpose: str,
    group: str,
    menu: list[tuple[str, str]],
    file: str,
    downloads: Iterable[tuple[str, str]] = (),
) -> str:
    """The page as HTML. `group` says in words which schools the comparison is made of."""
    own = portrait.own
    visible = {
        (row["indicator"], row["meetmoment"])
        for row in _totals(own)
        if row["status"] is None and row["geo_niveau"] == SCHOOL
    }
    cards = [
        _card(portrait, indicator, moment)
        for indicator, moment in _series(own)
        if (indicator["indicator"], moment) in visible
    ]
    hidden = [
        _name(indicator, moment)
        for indicator, moment in _series(own)
        if (indicator["indicator"], moment) not in visible
    ]
    years = sorted({row["schooljaar"] for row in own.figures})
    return page(
        "schoolportret.html.j2",
        own,
        titel=f"{title}: {portrait.name}",
        kop=portrait.name,
        menu=menu,
        hier=file,
        product=title,
        nummer=portrait.school,
        jaren=f"{years[0]} tot {years[-1]}" if years else "",
        doel=purpose,
        groep=group if portrait.with_comparison else "",
        kaarten=cards,
        tabellen=[*_site_tables(own), *_breakdown_tables(own)],
        verborgen=hidden,
        downloads=list(downloads),
    )


def render_index(
    published: Published, *, title: str, purpose: str, schools: Iterable[tuple[str, str, str]]
) -> str:
    """The list of schools of a recipient with several: (file, number, name), by number."""
    return page(
        "scholenlijst.html.j2",
        published,
        titel=title,
        kop=title,
        menu=[],
        hier="index.html",
        doel=purpose,
        scholen=list(schools),
    )


def _series(own: Published) -> list[tuple[Row, str]]:
    """Indicator and moment of every chart, in the order of the register and the year."""
    moments: dict[str, dict[str, None]] = {}
    for row in _totals(own):
        moments.setdefault(row["indicator"], {})[row["meetmoment"]] = None
    series = []
    for code, indicator in own.indicators.items():
        found = [m for m in (*_MOMENTS, *moments.get(code, ())) if m in moments.get(code, ())]
        if indicator["eenheid"] == "aantal" and MAIN_MOMENT in found:
            found = [MAIN_MOMENT]  # the others are columns of its table
        series += [(indicator, moment) for moment in dict.fromkeys(found)]
    return series


def _card(portrait: Portrait, indicator: Row, moment: str) -> Card:
    code, unit = indicator["indicator"], indicator["eenheid"]
    rows = {
        row["schooljaar_eind"]: row
        for row in portrait.own.series(code, SCHOOL)
        if row["meetmoment"] == moment
    }
    group = {
        row["schooljaar_eind"]: row
        for row in portrait.compared
        if row["indicator"] == code and row["meetmoment"] == moment
    }
    years = sorted(rows)
    name = _name(indicator, moment)
    svg = pair_chart(
        years,
        [rows[year]["waarde"] for year in years],
        [group[year]["waarde"] if year in group else None for year in years],
        unit,
        title=f"{name}, {portrait.name}",
        description="Lijn per schooljaar; de cijfers staan in de tabel eronder.",
    )
    table = (
        _share_table(name, rows, group if portrait.with_comparison else None)
        if unit == "%"
        else _count_table(name, portrait.own, code)
    )
    return Card(name, str(indicator["definitie"]), str(indicator["artikel"]), svg, table)


def _share_table(name: str, rows: dict[int, Row], group: dict[int, Row] | None) -> Table:
    headings = ["Schooljaar", "School", "Leerlingen"]
    lines = [
        [str(row["schooljaar"]), shown(row), _of(row["teller"], row["noemer"])]
        for _, row in sorted(rows.items())
    ]
    if group is not None:
        headings.append("Vergelijking")
        for line, year in zip(lines, sorted(rows), strict=True):
            line.append(number(group[year]["waarde"], "%") if year in group else "–")
    return Table(name, headings, lines)


def _of(part: int | None, whole: int | None) -> str:
    """Numerator and denominator in one cell; a dash for what is hidden."""
    if part is None and whole is None:
        return "–"
    texts = ("–" if value is None else number(value, "aantal") for value in (part, whole))
    return " van ".join(texts)


def _count_table(name: str, own: Published, code: str) -> Table:
    """Years by moments: a count has no comparison, because schools differ in size."""
    rows = own.series(code, SCHOOL)
    moments = [m for m in (*_MOMENTS, "jaar") if any(row["meetmoment"] == m for row in rows)]
    by_year: dict[str, dict[str, str]] = {}
    for row in sorted(rows, key=lambda r: r["schooljaar"]):
        by_year.setdefault(row["schooljaar"], {})[row["meetmoment"]] = shown(row)
    headings = ["Schooljaar", *(_MOMENTS.get(m, "Aantal") for m in moments)]
    lines = [[year, *(found.get(m, "–") for m in moments)] for year, found in by_year.items()]
    return Table(name, headings, lines)


def _site_tables(own: Published) -> list[Table]:
    """The latest year's figures per site, by number; none for a school with one site."""
    rows = [row for row in _totals(own) if row["geo_niveau"] == SITE]
    visible = [row for row in rows if row["status"] is None]
    if not visible:
        return []
    year = max(row["schooljaar_eind"] for row in rows)
    latest = [row for row in rows if row["schooljaar_eind"] == year]
    columns = [
        (indicator, moment)
        for indicator, moment in _series(own)
        if any(_is(row, indicator, moment) and row["status"] is None for row in latest)
    ]
    if not columns:
        return []
    sites = sorted({(row["geo_code"], row["geo_naam"]) for row in latest})
    lines = [
        [_name(indicator, moment)]
        + [
            next(
                (shown(r) for r in latest if r["geo_code"] == code and _is(r, indicator, moment)),
                "–",
            )
            for code, _ in sites
        ]
        for indicator, moment in columns
    ]
    heads = [str(name).removeprefix("Vestigingsplaats ") for _, name in sites]
    title = f"Per vestigingsplaats, {latest[0]['schooljaar']}"
    return [Table(title, ["Vestigingsplaats", *heads], lines)]


def _breakdown_tables(own: Published) -> list[Table]:
    """Per breakdown, or pair of them, the latest year in which something of it is shown."""
    tables = []
    for indicator, moment in _series(own):
        groups: dict[tuple[str, str], list[Row]] = {}
        for row in own.figures:
            if (
                _is(row, indicator, moment)
                and row["geo_niveau"] == SCHOOL
                and row["uitsplitsing"] != TOTAL
            ):
                groups.setdefault((row["uitsplitsing"], row["uitsplitsing_2"]), []).append(row)
        for rows in groups.values():
            years = [row["schooljaar_eind"] for row in rows if row["status"] is None]
            if years:
                latest = [row for row in rows if row["schooljaar_eind"] == max(years)]
                title = f"{_name(indicator, moment)}, {latest[0]['schooljaar']}"
                tables.append(_breakdown_table(own, title, latest))
    return tables


def _breakdown_table(own: Published, title: str, rows: list[Row]) -> Table:
    """Categories by rows; with a second breakdown, the first by rows and the second by columns."""
    rows = own.in_order(rows)
    heading = own.category(rows[0])[0]
    if rows[0]["uitsplitsing_2"] == TOTAL:
        lines = [[own.category(row)[1], shown(row)] for row in rows]
        return Table(f"{title}: {heading.lower()}", [heading, "School"], lines)
    second = [
        {**row, "uitsplitsing": row["uitsplitsing_2"], "categorie": row["categorie_2"]}
        for row in rows
    ]
    columns = list(dict.fromkeys(own.category(row)[1] for row in own.in_order(second)))
    cells: dict[str, dict[str, str]] = {}
    for row, other in zip(rows, second, strict=True):
        cells.setdefault(own.category(row)[1], {})[own.category(other)[1]] = shown(row)
    heading = f"{heading} naar {own.category(second[0])[0].lower()}"
    return Table(
        f"{title}: {heading.lower()}",
        [heading, *columns],
        [[name, *(found.get(column, "–") for column in columns)] for name, found in cells.items()],
    )


def _totals(own: Published) -> list[Row]:
    return [row for row in own.figures if row["uitsplitsing"] == TOTAL]


def _is(row: dict[str, Any], indicator: Row, moment: str) -> bool:
    return bool(row["indicator"] == indicator["indicator"] and row["meetmoment"] == moment)


def _name(indicator: Row, moment: str) -> str:
    when = _MOMENTS.get(moment)
    return f"{indicator['naam']} op {when}" if when else str(indicator["naam"])
