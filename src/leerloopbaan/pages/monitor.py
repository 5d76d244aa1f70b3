"""The monitor: a start page and a page per family of indicators (Antwerp's and Ghent's alike)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from leerloopbaan.pages import charts, words
from leerloopbaan.pages.render import Figure, Table, figures_table, page, shown, years_table
from leerloopbaan.pages.source import Published, Row, series_breaks

COUNTING_DAY = "01/02"
MAIN_LEVELS = ("stad", "populatie")
SMALL_LEVELS = ("district", "deelgemeente", "wijk")
# More small charts than this nobody compares; the figures are in the files.
MOST_AREAS = 30


def render_monitor(
    published: Published,
    *,
    title: str,
    introduction: str,
    downloads: Iterable[tuple[str, str]],
    extra: Iterable[tuple[str, str]] = (),
) -> dict[str, str]:
    """All pages of the monitor: file name → HTML; `extra` are further pages for the menu."""
    families = published.families
    files = {family: f"{_slug(family)}.html" for family in families}
    menu = menu_of(published, extra)
    links = list(downloads)
    pages = {
        "index.html": page(
            "start.html.j2",
            published,
            titel=title,
            kop=title,
            menu=menu,
            hier="index.html",
            inleiding=introduction,
            populatie=words.population(str(published.release.get("stad", ""))),
            kaarten=[
                _card(published, indicators[0], files[family])
                for family, indicators in families.items()
            ],
            onderwerpen=[
                (files[f], words.family_title(f), words.family_question(f), indicators)
                for f, indicators in families.items()
            ],
            niet_beschikbaar=[
                {**i, "artikel": words.clause(i["artikel"])}
                for i in published.indicators.values()
                if not _available(i)
            ],
            downloads=links,
        )
    }
    for family, indicators in families.items():
        pages[files[family]] = page(
            "familie.html.j2",
            published,
            titel=f"{words.family_title(family)} – {title}",
            kop=words.family_title(family),
            vraag=words.family_question(family),
            menu=menu,
            hier=files[family],
            indicatoren=[_indicator(published, row) for row in indicators],
            downloads=links,
        )
    return pages


def menu_of(published: Published, extra: Iterable[tuple[str, str]] = ()) -> list[tuple[str, str]]:
    """The menu of a monitor: start, further pages, one page per family."""
    families = ((f"{_slug(f)}.html", words.family_title(f)) for f in published.families)
    return [("index.html", "Start"), *extra, *families]


def _indicator(published: Published, indicator: Row) -> dict[str, Any]:
    code = indicator["indicator"]
    figures = [
        _trend(indicator, rows) for rows in _by_moment(_main_series(published, code)).values()
    ]
    hidden = []
    for level in SMALL_LEVELS:
        for moment, rows in _by_moment(published.series(code, level)).items():
            if len({row["geo_code"] for row in rows}) > MOST_AREAS:
                continue
            if any(row["status"] is None for row in rows):
                figures.append(_areas(indicator, level, rows))
            else:
                hidden.append(f"{words.moment(moment).strip()} per {level}".strip())
    return {
        **indicator,
        "artikel": words.clause(indicator.get("artikel")),
        "breuken": series_breaks(indicator),
        "figuren": figures,
        "geheel_onderdrukt": hidden,
        "tabellen": _breakdown_tables(published, indicator),
    }


def _trend(indicator: Row, rows: list[Row]) -> Figure:
    label = f"{indicator['naam']}{words.moment(rows[0]['meetmoment'])}, {rows[0]['geo_naam']}"
    breaks = series_breaks(indicator)
    svg = charts.trend(
        rows,
        indicator["eenheid"],
        breaks,
        title=label,
        description=f"Lijn per schooljaar van {rows[0]['schooljaar']} tot "
        f"{rows[-1]['schooljaar']}; de cijfers staan in de tabel eronder.",
    )
    notes = [label]
    if any(row["status"] for row in rows):
        notes.append("Een kruisje op de as: onderdrukt")
    years = {int(row["schooljaar_eind"]) for row in rows}
    if any(b.year in years for b in breaks):
        notes.append(
            "Een streepjeslijn: reeksbreuk, de cijfers ervoor en erna zijn niet gelijk te lezen"
        )
    return Figure(
        svg, ". ".join(notes) + ".", figures_table(label, rows, "schooljaar", "Schooljaar")
    )


def _areas(indicator: Row, level: str, rows: list[Row]) -> Figure:
    label = f"{indicator['naam']}{words.moment(rows[0]['meetmoment'])} per {level}"
    svg = charts.small_multiples(
        rows,
        indicator["eenheid"],
        series_breaks(indicator),
        title=label,
        description=f"Eén kleine lijn per {level}, in alfabetische volgorde.",
    )
    return Figure(
        svg,
        f"{label}, alfabetisch en op één schaal. Een gat in een lijn: onderdrukt.",
        years_table(label, rows, level.capitalize()),
    )


def _breakdown_tables(published: Published, indicator: Row) -> list[Table]:
    code = indicator["indicator"]
    main = _main_series(published, code)
    if not main:
        return []
    level, year = main[0]["geo_niveau"], max(row["schooljaar_eind"] for row in main)
    groups: dict[str, list[Row]] = {}
    for row in published.breakdown(code, level, year):
        heading, category = published.category(row)
        title = f"{heading}, {row['schooljaar']}{words.moment(row['meetmoment'])}"
        groups.setdefault(title, []).append({**row, "naam": category})
    return [
        figures_table(title, published.in_order(rows), "naam", title.split(",")[0])
        for title, rows in groups.items()
    ]


def _main_series(published: Published, code: str) -> list[Row]:
    """The widest place with a visible figure: the city, else everyone in scope."""
    found = [rows for level in MAIN_LEVELS if (rows := published.series(code, level))]
    visible = [rows for rows in found if any(row["status"] is None for row in rows)]
    return (visible or found or [[]])[0]


def _by_moment(rows: list[Row]) -> dict[str, list[Row]]:
    moments: dict[str, list[Row]] = {}
    for row in rows:
        moments.setdefault(str(row["meetmoment"]), []).append(row)
    return moments


def _card(published: Published, indicator: Row, file: str) -> dict[str, str]:
    """The newest visible figure, and the one of the same moment a school year before."""
    rows = _main_series(published, indicator["indicator"])
    visible = {(r["schooljaar_eind"], r["meetmoment"]): r for r in rows if r["status"] is None}
    card = {
        "naam": indicator["naam"],
        "bestand": f"{file}#{indicator['indicator']}",
        "definitie": indicator["definitie"],
        "artikel": words.clause(indicator.get("artikel")),
        "waarde": "onderdrukt",
        "toelichting": "",
        "vorig": "",
    }
    if visible:
        # Of the moments of a year, the one that everybody counts on.
        year, moment = max(visible, key=lambda k: (k[0], str(k[1]) == COUNTING_DAY, str(k[1])))
        latest, before = visible[year, moment], visible.get((year - 1, moment))
        card["waarde"] = shown(latest)
        card["toelichting"] = f"{latest['geo_naam']}, {latest['schooljaar']}{words.moment(moment)}"
        if before is not None:
            card["vorig"] = f"{before['schooljaar']}: {shown(before)}"
    return card


def _available(indicator: Row) -> bool:
    return bool(indicator.get("beschikbaar", True))


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
