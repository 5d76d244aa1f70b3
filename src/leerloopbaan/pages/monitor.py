"""The monitor: a start page and a page per family of indicators (Antwerp's and Ghent's alike)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from leerloopbaan.pages import charts
from leerloopbaan.pages.render import Figure, figures_table, page, shown
from leerloopbaan.pages.source import Published, Row, series_breaks

MAIN_LEVELS = ("stad", "populatie")
SMALL_LEVELS = ("district", "deelgemeente")


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
    pages = {
        "index.html": page(
            "start.html.j2",
            published,
            titel=title,
            kop=title,
            menu=menu,
            hier="index.html",
            inleiding=introduction,
            kaarten=[
                _card(published, indicators[0], files[family])
                for family, indicators in families.items()
            ],
            niet_beschikbaar=[i for i in published.indicators.values() if not _available(i)],
            downloads=list(downloads),
        )
    }
    for family, indicators in families.items():
        pages[files[family]] = page(
            "familie.html.j2",
            published,
            titel=f"{_heading(family)} – {title}",
            kop=_heading(family),
            menu=menu,
            hier=files[family],
            indicatoren=[_indicator(published, row) for row in indicators],
        )
    return pages


def menu_of(published: Published, extra: Iterable[tuple[str, str]] = ()) -> list[tuple[str, str]]:
    """The menu of a monitor: start, further pages, one page per family."""
    families = ((f"{_slug(f)}.html", _heading(f)) for f in published.families)
    return [("index.html", "Start"), *extra, *families]


def _indicator(published: Published, indicator: Row) -> dict[str, Any]:
    code, name, unit = indicator["indicator"], indicator["naam"], indicator["eenheid"]
    figures: list[Figure] = []
    for moment, rows in _by_moment(_main_series(published, code)):
        label = f"{name}{_moment(moment)}, {rows[0]['geo_naam']}"
        svg = charts.trend(
            rows,
            unit,
            series_breaks(indicator),
            title=label,
            description=f"Lijn per schooljaar van {rows[0]['schooljaar']} tot "
            f"{rows[-1]['schooljaar']}; de cijfers staan in de tabel eronder.",
        )
        table = figures_table(label, rows, "schooljaar", "Schooljaar")
        figures.append(Figure(svg, f"{label}. Streepjeslijn: reeksbreuk.", table))
    for level in SMALL_LEVELS:
        for moment, rows in _by_moment(published.series(code, level)):
            label = f"{name}{_moment(moment)} per {level}"
            named = [{**r, "plaats": f"{r['geo_naam']}, {r['schooljaar']}"} for r in rows]
            svg = charts.small_multiples(
                rows,
                unit,
                title=label,
                description=f"Eén kleine lijn per {level}, in alfabetische volgorde.",
            )
            table = figures_table(label, named, "plaats", "Gebied en schooljaar")
            figures.append(Figure(svg, f"{label}, alfabetisch. Een gat: onderdrukt.", table))
    return {
        **indicator,
        "breuken": series_breaks(indicator),
        "figuren": figures,
        "tabellen": _breakdown_tables(published, indicator),
    }


def _breakdown_tables(published: Published, indicator: Row) -> list[Any]:
    code = indicator["indicator"]
    main = _main_series(published, code)
    if not main:
        return []
    level, year = main[0]["geo_niveau"], max(row["schooljaar_eind"] for row in main)
    groups: dict[str, list[Row]] = {}
    for row in published.breakdown(code, level, year):
        heading, category = published.category(row)
        title = f"{heading}, {row['schooljaar']}{_moment(row['meetmoment'])}"
        groups.setdefault(title, []).append({**row, "naam": category})
    return [
        figures_table(title, rows, "naam", title.split(",")[0]) for title, rows in groups.items()
    ]


def _main_series(published: Published, code: str) -> list[Row]:
    for level in MAIN_LEVELS:
        if rows := published.series(code, level):
            return rows
    return []


def _by_moment(rows: list[Row]) -> list[tuple[str, list[Row]]]:
    moments: dict[str, list[Row]] = {}
    for row in rows:
        moments.setdefault(str(row["meetmoment"]), []).append(row)
    return list(moments.items())


def _card(published: Published, indicator: Row, file: str) -> dict[str, str]:
    rows = _main_series(published, indicator["indicator"])
    visible = [row for row in rows if row["status"] is None]
    latest = max(visible, key=lambda r: (r["schooljaar_eind"], r["meetmoment"]), default=None)
    return {
        "naam": indicator["naam"],
        "bestand": f"{file}#{indicator['indicator']}",
        "waarde": shown(latest) if latest else "onderdrukt",
        "toelichting": f"{latest['geo_naam']}, {latest['schooljaar']}" if latest else "",
    }


def _available(indicator: Row) -> bool:
    return bool(indicator.get("beschikbaar", True))


def _moment(moment: str) -> str:
    return "" if moment in ("jaar", "", "None") else f" op {moment}"


def _heading(family: str) -> str:
    return family[:1].upper() + family[1:].replace("_", " ")


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
