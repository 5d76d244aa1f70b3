"""The monitor: a start page and a page per family of indicators (Antwerp's and Ghent's alike)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from leerloopbaan.pages import charts, words
from leerloopbaan.pages.render import (
    Figure,
    Table,
    area_names,
    figures_table,
    is_band,
    page,
    shown,
    years_table,
)
from leerloopbaan.pages.small import small_multiples, sparkline
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
            opschrift=title,
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
    """An article: its newest figure, the charts of the main moment, and the other moments."""
    code = indicator["indicator"]
    main = _by_moment(_main_series(published, code))
    levels = {level: _by_moment(published.series(code, level)) for level in SMALL_LEVELS}
    moments = dict.fromkeys([*main, *(m for found in levels.values() for m in found)])
    order = sorted(moments, key=lambda m: (not _seen(main.get(m, [])), m != COUNTING_DAY))
    views = [_moment(indicator, moment, main, levels) for moment in order]
    return {
        **indicator,
        "artikel": words.clause(indicator.get("artikel")),
        "breuken": series_breaks(indicator),
        "nieuwste": _newest(main.get(order[0], [])) if order else None,
        "beeld": views[0] if views else None,
        "andere_momenten": views[1:],
        "tabellen": _breakdown_tables(published, indicator),
    }


def _moment(
    indicator: Row,
    moment: str,
    main: dict[str, list[Row]],
    levels: dict[str, dict[str, list[Row]]],
) -> dict[str, Any]:
    """What one moment shows: a trend, small charts per level, and what is hidden altogether."""
    figures, hidden, elsewhere = [], [], []
    for level in SMALL_LEVELS:
        rows = levels[level].get(moment, [])
        if len({row["geo_code"] for row in rows}) > MOST_AREAS:
            elsewhere.append(level)
        elif _seen(rows):
            figures.append((f"Per {level}", _areas(indicator, level, rows)))
        elif rows:
            hidden.append(f"per {level}")
    rows = main.get(moment, [])
    return {
        "naam": words.moment(moment).strip(),
        "verloop": _trend(indicator, rows) if rows else None,
        "gebieden": figures,
        "geheel_onderdrukt": hidden,
        "in_bestand": elsewhere,
    }


def _newest(rows: list[Row]) -> dict[str, str] | None:
    told = [row for row in rows if row["status"] is None] or [r for r in rows if is_band(r)]
    if not told:
        return None
    newest = told[-1]
    where = f"{newest['geo_naam']}, {newest['schooljaar']}{words.moment(newest['meetmoment'])}"
    return {"waarde": shown(newest), "waar": where}


def _trend(indicator: Row, rows: list[Row]) -> Figure:
    label = f"{indicator['naam']}{words.moment(rows[0]['meetmoment'])}, {rows[0]['geo_naam']}"
    table = figures_table(label, rows, "schooljaar", "Schooljaar")
    if not _seen(rows):
        return Figure("", f"{label}: geen enkel jaar wordt als getal getoond.", table)
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
        notes.append("Een kruisje op de as: niet als getal getoond")
    years = [int(row["schooljaar_eind"]) for row in rows]
    if any(b.year in years[1:] for b in breaks):
        notes.append("Een reeksbreuk: de cijfers ervoor en erna zijn niet gelijk te lezen")
    return Figure(svg, ". ".join(notes) + ".", table)


def _areas(indicator: Row, level: str, rows: list[Row]) -> Figure:
    label = f"{indicator['naam']}{words.moment(rows[0]['meetmoment'])} per {level}"
    names = area_names(rows)
    areas: dict[str, list[Row]] = {name: [] for name in sorted(names.values())}
    for row in rows:
        areas[names[str(row["geo_code"])]].append(row)
    breaks = series_breaks(indicator)
    years = sorted({int(row["schooljaar_eind"]) for row in rows})
    newest = max(str(row["schooljaar"]) for row in rows)
    dashed = " Een streepjeslijn: reeksbreuk." if any(b.year in years[1:] for b in breaks) else ""
    return Figure(
        small_multiples(areas, indicator["eenheid"], breaks, title=label),
        f"Alfabetisch en op één schaal; naast de naam het cijfer van {newest}. "
        f"Een gat in een lijn: niet als getal getoond.{dashed}",
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
        figures_table(title, published.in_order(rows), "naam", title.split(",")[0], compare=True)
        for title, rows in groups.items()
    ]


def _main_series(published: Published, code: str) -> list[Row]:
    """The widest place with a visible figure: the city, else everyone in scope."""
    found = [rows for level in MAIN_LEVELS if (rows := published.series(code, level))]
    return next((rows for rows in found if _seen(rows)), (found or [[]])[0])


def _seen(rows: list[Row]) -> bool:
    return any(row["status"] is None for row in rows)


def _by_moment(rows: list[Row]) -> dict[str, list[Row]]:
    moments: dict[str, list[Row]] = {}
    for row in rows:
        moments.setdefault(str(row["meetmoment"]), []).append(row)
    return moments


def _card(published: Published, indicator: Row, file: str) -> dict[str, str]:
    """The newest visible figure, its course, and the one of the same moment a year before."""
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
        "vonk": "",
    }
    if visible:
        # Of the moments of a year, the one that everybody counts on.
        year, moment = max(visible, key=lambda k: (k[0], str(k[1]) == COUNTING_DAY, str(k[1])))
        latest, before = visible[year, moment], visible.get((year - 1, moment))
        card["waarde"] = shown(latest)
        card["toelichting"] = f"{latest['geo_naam']}, {latest['schooljaar']}{words.moment(moment)}"
        card["vonk"] = sparkline([row for row in rows if row["meetmoment"] == moment])
        if before is not None:
            card["vorig"] = f"{before['schooljaar']}: {shown(before)}"
    return card


def _available(indicator: Row) -> bool:
    return bool(indicator.get("beschikbaar", True))


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
