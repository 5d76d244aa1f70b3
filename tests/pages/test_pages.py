"""The pages say what the mart says, ask nothing of the network, and read well for everyone."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from leerloopbaan.pages import flow, tiles
from leerloopbaan.pages.monitor import MOST_AREAS, render_monitor
from leerloopbaan.pages.render import count, number, shown
from leerloopbaan.pages.source import Published, Row, series_breaks
from pages.conftest import DISTRICTS
from pages.reading import foreign_figures, missing_figures


@pytest.fixture(scope="module")
def pages(published: Published) -> dict[str, str]:
    return render_monitor(
        published,
        title="Onderwijsmonitor",
        introduction="Inleiding",
        downloads=[("cijfers.csv", "Alle cijfers")],
    )


def test_every_figure_on_a_page_equals_the_mart(
    published: Published, pages: dict[str, str]
) -> None:
    assert foreign_figures(published, pages) == []
    assert missing_figures(published, pages, MOST_AREAS) == []
    text = " ".join(pages.values())
    # Three indicators: a trend for a screen and for a phone, a small chart per district, a spark.
    found = (text.count(f'class="{kind}"') for kind in ("breed", "smal", "veld", "vonk"))
    assert tuple(found) == (3, 3, 3 * len(DISTRICTS), 3)


def test_a_wrong_or_a_left_out_figure_is_seen(published: Published, pages: dict[str, str]) -> None:
    row = published.series("vertraging", "stad")[0]
    text = f"<td>{shown(row)}</td>"
    assert any(text in html for html in pages.values())
    wrong = {name: html.replace(text, "<td>123.456.789</td>") for name, html in pages.items()}
    assert foreign_figures(published, wrong) != []
    assert row in missing_figures(published, wrong, MOST_AREAS)


def test_hidden_figures_leave_no_trace(published: Published, pages: dict[str, str]) -> None:
    hidden = [r for r in published.figures if r["status"] and r["uitsplitsing"] == "totaal"]
    assert hidden
    assert all(row["waarde"] is None for row in hidden)
    text = " ".join(pages.values())
    assert text.count('class="verborgen">onderdrukt<') >= len(hidden)
    assert "null" not in text
    assert "NaN" not in text


def test_pages_are_self_contained(pages: dict[str, str]) -> None:
    for name, html in pages.items():
        assert "default-src 'none'" in html
        assert "<script" not in html
        assert "article > h2" in html  # the style sheet is not escaped
        assert not re.search(r'(src|href)="(https?:)?//', html), name
        assert "&lt;b&gt;" in html or name == "index.html"
        assert html.count("<h1>") == 1
        assert "SYNTHETISCH" in html


def test_what_the_protocol_does_not_deliver_is_said(pages: dict[str, str]) -> None:
    assert "Spijbelen: Niet geleverd (artikel 3)" in pages["index.html"]


def test_pages_do_not_depend_on_anything_but_the_file(
    published: Published, pages: dict[str, str]
) -> None:
    again = render_monitor(
        published,
        title="Onderwijsmonitor",
        introduction="Inleiding",
        downloads=[("cijfers.csv", "Alle cijfers")],
    )
    assert again == pages


def test_numbers_are_dutch() -> None:
    assert number(1234567, "aantal") == "1.234.567"
    assert number(12.34, "%") == "12,3 %"


def test_series_breaks_carry_the_year_in_which_the_school_year_ends() -> None:
    row: Row = {"reeksbreuken": "2019-2020: schooltoeslag; 2020-2021 en later: leerplicht"}
    assert [(b.year, b.text) for b in series_breaks(row)] == [
        (2020, "schooltoeslag"),
        (2021, "leerplicht"),
    ]


def test_the_flow_keeps_the_given_order_and_shows_what_is_hidden() -> None:
    svg = flow.flow_diagram(
        "OKAN",
        [flow.Flow("klein", 10.0, "10 %"), flow.Flow("weg", None, "onderdrukt"),
         flow.Flow("groot", 80.0, "80 %")],
        title="t",
        description="d",
    )  # fmt: skip
    wide, narrow = svg.split("</svg>")[:2]
    for drawing in (wide, narrow):
        assert drawing.index("klein") < drawing.index("weg") < drawing.index("groot")
        assert drawing.count("stroom verborgen") == 1


def test_the_tiles_stand_by_district_in_classes_of_round_numbers() -> None:
    found = [
        tiles.Tile("Berchem", "Berchem Noord", 2399.0, "2.399"),
        tiles.Tile("Antwerpen", "Antwerpen Zuid", None, "–"),
        tiles.Tile("Antwerpen", "Antwerpen Noord", 90.0, "90"),
    ]
    drawn = tiles.tile_map(found, {"Antwerpen": (2, 1)})
    assert drawn.index(">Antwerpen<") < drawn.index(">Berchem<")
    assert drawn.index("Zuid") < drawn.index("Noord")  # as given, not by a figure
    assert 'class="tegel verborgen"><span>Zuid</span> <b>–</b>' in drawn
    assert 'class="tegel klasse-0"><span>Noord</span> <b>90</b>' in drawn
    assert 'class="tegel klasse-4"><span>Noord</span> <b>2.399</b>' in drawn
    assert tiles.class_names(tiles.class_edges([90.0, 2399.0])) == [
        "tot 100", "101 tot 250", "251 tot 500", "501 tot 1.000", "meer dan 1.000",
    ]  # fmt: skip
    assert tiles.class_names(tiles.class_edges([])) == []


def test_what_is_told_as_a_class_or_not_at_all_has_no_line(published: Published) -> None:
    figures = [
        {**row, "waarde": None, "teller": None, "status": status}
        for row in published.series("vertraging", "stad")
        for status in (["<5"] if row["schooljaar_eind"] == 2025 else ["onderdrukt"])
    ]
    html = render_monitor(
        replace(published, figures=figures), title="Titel", introduction="", downloads=[]
    )["schoolse-vordering.html"]
    assert "<svg" not in html
    assert "geen enkel jaar wordt als getal getoond" in html
    assert '<p class="nieuwste"><b>&lt; 5 %</b> Antwerpen, 2024-2025' in html


def test_what_cannot_exist_has_no_hidden_numerator() -> None:
    impossible = {"status": "niet_van_toepassing", "waarde": None, "teller": None, "eenheid": "%"}
    assert (shown(impossible), count(None, impossible)) == ("niet van toepassing", "–")
    assert count(None, {"status": "onderdrukt"}) == "onderdrukt"


def test_a_missing_release_row_does_not_stop_the_page(published: Published) -> None:
    empty = Published("leeg", [], {}, [], {}, {})
    html = render_monitor(empty, title="Leeg", introduction="", downloads=[])
    assert set(html) == {"index.html"}
