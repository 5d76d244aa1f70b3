"""The page of one school: what it is shown of itself, beside the schools that it is compared with.

Two printed pages. Years stand in their order, sites by their number: nothing is sorted by a figure,
and nothing says where the school stands among others.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from leerloopbaan.pages import words
from leerloopbaan.pages.pair import pair_chart
from leerloopbaan.pages.render import Table, number, page, part, shown
from leerloopbaan.pages.source import TOTAL, Published, Row

SCHOOL, SITE = "instelling", "vestigingsplaats"
#: The moment at which the city counts; other moments of the same figure stand in a table.
MAIN_MOMENT = "01/02"
_MOMENTS = {"01/10": "1 oktober", "01/02": "1 februari", "30/06": "30 juni"}
_NONE = "–"


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


def portrait_body(portrait: Portrait, *, group: str) -> Markup:
    """Everything between the heading and the downloads, the same for each recipient of a school.

    `group` says in words which schools the comparison is made of.
    """
    own = portrait.own
    rows = _by_series(own)
    series = _series(own, rows)
    cards, hidden = [], []
    for indicator, moment in series:
        found = rows[indicator["indicator"], moment]
        if any(row["status"] is None for row in found if row["geo_niveau"] == SCHOOL):
            cards.append(_card(portrait, indicator, moment, rows))
        else:
            hidden.append(_name(indicator, moment))
    return part(
        "portret_inhoud.html.j2",
        groep=group if portrait.with_comparison else "",
        kaarten=cards,
        tabellen=[*_site_tables(series, rows), *_breakdown_tables(own, series)],
        verborgen=hidden,
    )


def render_portrait(
    portrait: Portrait,
    body: Markup,
    *,
    title: str,
    purpose: str,
    menu: list[tuple[str, str]],
    file: str,
    downloads: Iterable[tuple[str, str]] = (),
) -> str:
    """The page as HTML, around what `portrait_body` made."""
    years = sorted({row["schooljaar"] for row in portrait.own.figures})
    return page(
        "schoolportret.html.j2",
        portrait.own,
        titel=f"{title}: {portrait.name}",
        opschrift=title,
        kop=portrait.name,
        menu=menu,
        hier=file,
        nummer=portrait.school,
        jaren=f"{years[0]} tot {years[-1]}" if years else "",
        doel=purpose,
        lichaam=body,
        downloads=list(downloads),
    )


def render_index(
    published: Published,
    *,
    title: str,
    heading: str,
    purpose: str,
    menu: list[tuple[str, str]],
    schools: Iterable[tuple[str, str, str]],
) -> str:
    """The list of schools of a recipient with several: (file, number, name), by number."""
    return page(
        "scholenlijst.html.j2",
        published,
        titel=f"{title}: {heading}",
        opschrift=title,
        kop=heading,
        menu=menu,
        hier="index.html",
        doel=purpose,
        scholen=list(schools),
    )


Series = dict[tuple[str, str], list[Row]]


def _by_series(own: Published) -> Series:
    """Totals by indicator and moment, of the school and its sites."""
    found: Series = {}
    for row in own.figures:
        if row["uitsplitsing"] == TOTAL:
            found.setdefault((row["indicator"], row["meetmoment"]), []).append(row)
    return found


def _series(own: Published, rows: Series) -> list[tuple[Row, str]]:
    """Indicator and moment of every chart, in the order of the register and the year."""
    moments: dict[str, list[str]] = {}
    for code, moment in rows:
        moments.setdefault(code, []).append(moment)
    series = []
    for code, indicator in own.indicators.items():
        found = [m for m in (*_MOMENTS, *moments.get(code, ())) if m in moments.get(code, ())]
        if indicator["eenheid"] == "aantal" and MAIN_MOMENT in found:
            found = [MAIN_MOMENT]  # the others are rows of its table
        series += [(indicator, moment) for moment in dict.fromkeys(found)]
    return series


def _card(portrait: Portrait, indicator: Row, moment: str, series: Series) -> Card:
    code, unit = indicator["indicator"], indicator["eenheid"]
    rows = {
        row["schooljaar_eind"]: row for row in series[code, moment] if row["geo_niveau"] == SCHOOL
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
        else _count_table(name, years, code, series)
    )
    source = words.clause(indicator.get("artikel"))
    return Card(name, str(indicator["definitie"]), source, svg, table)


def _share_table(name: str, rows: dict[int, Row], group: dict[int, Row] | None) -> Table:
    """A column per school year, under the chart; the shares in percent."""
    years = sorted(rows)
    lines = [
        ["School", *(shown(rows[year]) for year in years)],
        ["Teller", *(_count(rows[year]["teller"]) for year in years)],
        ["Noemer", *(_count(rows[year]["noemer"]) for year in years)],
    ]
    if group is not None:
        compared = (number(group[y]["waarde"], "%") if y in group else _NONE for y in years)
        lines.insert(1, ["Andere scholen", *compared])
    return Table(name, ["", *map(str, years)], lines, kort=True)


def _count(value: int | None) -> str:
    return _NONE if value is None else number(value, "aantal")


def _count_table(name: str, years: list[int], code: str, series: Series) -> Table:
    """Moments by years: a count has no comparison, because schools differ in size."""
    found = {
        moment: {r["schooljaar_eind"]: r for r in rows if r["geo_niveau"] == SCHOOL}
        for (indicator, moment), rows in series.items()
        if indicator == code
    }
    moments = [m for m in (*_MOMENTS, "jaar") if m in found]
    lines = [
        [
            _MOMENTS.get(moment, "Aantal"),
            *(shown(found[moment][y]) if y in found[moment] else _NONE for y in years),
        ]
        for moment in moments
    ]
    return Table(name, ["", *map(str, years)], lines, kort=True)


def _site_tables(series: list[tuple[Row, str]], rows: Series) -> list[Table]:
    """The latest year's figures per site, by number; none for a school with one site."""
    sites = {
        key: [row for row in found if row["geo_niveau"] == SITE] for key, found in rows.items()
    }
    year = max((r["schooljaar_eind"] for found in sites.values() for r in found), default=None)
    latest = {
        key: {r["geo_code"]: r for r in found if r["schooljaar_eind"] == year}
        for key, found in sites.items()
    }
    kept = [
        (indicator, moment)
        for indicator, moment in series
        if any(r["status"] is None for r in latest[indicator["indicator"], moment].values())
    ]
    if not kept or year is None:
        return []
    names = {code: row["geo_naam"] for found in latest.values() for code, row in found.items()}
    lines = []
    for indicator, moment in kept:
        found = latest[indicator["indicator"], moment]
        cells = (shown(found[code]) if code in found else _NONE for code in sorted(names))
        lines.append([_name(indicator, moment), *cells])
    heads = [str(names[code]).removeprefix("Vestigingsplaats ") for code in sorted(names)]
    title = f"Per vestigingsplaats, {year - 1}-{year}"
    return [Table(title, ["Vestigingsplaats", *heads], lines, kort=True)]


def _breakdown_tables(own: Published, series: list[tuple[Row, str]]) -> list[Table]:
    """Per breakdown, or pair of them, the latest year in which something of it is shown."""
    groups: dict[tuple[str, str], dict[tuple[str, str], list[Row]]] = {}
    for row in own.figures:
        if row["uitsplitsing"] != TOTAL and row["geo_niveau"] == SCHOOL:
            found = groups.setdefault((row["indicator"], row["meetmoment"]), {})
            found.setdefault((row["uitsplitsing"], row["uitsplitsing_2"]), []).append(row)
    tables = []
    for indicator, moment in series:
        for rows in groups.get((indicator["indicator"], moment), {}).values():
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
        [
            [name, *(found.get(column, _NONE) for column in columns)]
            for name, found in cells.items()
        ],
    )


def _name(indicator: Row, moment: str) -> str:
    when = _MOMENTS.get(moment)
    return f"{indicator['naam']} op {when}" if when else str(indicator["naam"])
