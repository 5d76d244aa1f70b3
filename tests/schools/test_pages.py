"""The page of a school: its own figures and no others, no order by a figure, clear when empty."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pytest
from playwright.sync_api import Browser, Page

from browsing import assert_readable, needs_chromium
from leerloopbaan.pages.lines import ceiling, tick
from leerloopbaan.pages.pair import pair_chart
from leerloopbaan.pages.render import number
from leerloopbaan.release.portrait_pdf import chromium, print_page
from pages.reading import tables_of
from schools.conftest import EMPTY, NAMES, A, B


def _page(written: Path, school: str = A) -> str:
    return (written / "school" / school / "schoolportretten" / "index.html").read_text("utf-8")


def _said(page: Page) -> list[str]:
    """What the page writes to the console from now on."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    return said


def test_every_figure_on_the_page_is_the_mart_s(written: Path) -> None:
    place = written / "school" / A / "parquet"
    own, compared = (
        duckdb.read_parquet(str(place / f"mart_{kind}_schoolportretten.parquet"))
        for kind in ("school", "vergelijking")
    )
    tables = {table.caption: table for table in tables_of(_page(written))}

    def expected(relation: duckdb.DuckDBPyRelation, column: str, year: str) -> str:
        found = relation.filter(
            f"indicator = 'vertraging' and schooljaar_eind = {year} and geo_niveau <> "
            "'vestigingsplaats'"
        ).project(f"{column}, status")
        value, status = found.fetchone() or (None, None)
        if value is None:
            return "onderdrukt" if status else "–"
        return number(value, "%" if column == "waarde" else "aantal")

    card = tables["Vertraging op 1 februari"]
    _, *years = card.rows[0]
    assert years == ["2023", "2024", "2025"]
    rows = (("School", own, "waarde"), ("Andere scholen", compared, "waarde"),
            ("Teller", own, "teller"), ("Noemer", own, "noemer"))  # fmt: skip
    assert [line[0] for line in card.rows[1:]] == [name for name, *_ in rows]
    for name, relation, column in rows:
        for year in years:
            assert card.cell(name, year) == [expected(relation, column, year)], (name, year)
    assert tables["Leerlingen op 1 februari"].rows[1:] == [
        [moment, "40", "40", "40"] for moment in ("1 oktober", "1 februari", "30 juni")
    ]
    # Hidden: shortened, with the whole word for who hovers or listens.
    sites = tables["Per vestigingsplaats, 2024-2025"]
    assert sites.cell("Leerlingen op 1 februari", "02") == ["ond."]
    assert '<abbr title="onderdrukt">ond.</abbr>' in _page(written)


def test_the_comparison_stands_beside_the_figure_without_a_name_or_a_place(written: Path) -> None:
    text = _page(written)
    assert "44,4 %" in text
    assert "minstens drie andere scholen" in text
    assert not any(name in text for school, name in NAMES.items() if school != A)
    for word in ("rang", "positie", "kwartiel", "percentiel", "beste", "slechtste", "plaats in"):
        assert not re.search(rf"\b{word}", text.split("</style>")[1], re.IGNORECASE), word


def test_sites_and_years_stand_in_their_own_order(written: Path) -> None:
    text = _page(written)
    years = re.findall(r'<th scope="col">(\d{4})</th>', text)
    assert years == ["2023", "2024", "2025"] * 2
    assert re.findall(r'<th scope="col">(\d\d)</th>', text) == ["01", "02"]


def test_the_empty_school_has_a_clear_page(written: Path) -> None:
    text = _page(written, EMPTY)
    assert "Voor deze school kan nu geen enkel cijfer getoond worden." in text
    assert "<svg" not in text
    assert "<table" not in text
    assert NAMES[EMPTY] in text
    assert "Bron: DOV" in text


def test_no_script_and_nothing_from_outside(written: Path) -> None:
    for file in written.rglob("*.html"):
        text = file.read_text("utf-8")
        assert "default-src 'none'" in text
        assert "<script" not in text
        assert not re.search(r'(?:src|href)="(?:https?:)?//', text)
        assert "SYNTHETISCH" in text


def test_a_board_has_a_list_by_number(written: Path) -> None:
    folder = written / "school" / "bestuur-B1" / "schoolportretten"
    assert {f.name for f in folder.iterdir()} == {"index.html", f"{A}.html", f"{B}.html"}
    listed = re.findall(r'<a href="(\d+)\.html"', (folder / "index.html").read_text("utf-8"))
    assert listed == sorted(listed) == [A, B]


def test_a_hidden_year_is_a_gap_and_the_axis_begins_at_zero() -> None:
    svg = pair_chart(
        [2021, 2022, 2023, 2024], [10.0, None, 30.0, 40.0], [None, None, 20.0, 25.0], "%",
        title="Titel & co", description="d",
    )  # fmt: skip
    assert svg.count("punt-eigen") == 3
    assert svg.count("punt-groep") == 2
    assert svg.count("<polyline") == 2  # 2023-2024, own and compared; 2021 stands alone
    assert 'aria-label="Titel &amp; co"' in svg
    assert ">0 %<" in svg


@pytest.mark.parametrize(
    ("values", "top"), [([], 1), ([7.0], 8), ([23.1], 40), ([41.0], 50), ([80.8], 100), ([6], 6)]
)
def test_the_top_of_the_axis_is_round(values: list[float], top: float) -> None:
    assert ceiling(values) == top


def test_the_middle_of_the_axis_is_told_as_it_is() -> None:
    for highest in range(1, 1000):
        middle = ceiling([float(highest)]) / 2
        assert float(tick(middle, "aantal").replace(".", "").replace(",", ".")) == middle


@pytest.mark.browser
@needs_chromium
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark"), (320, "light")])
def test_accessible_on_phone_and_desktop(
    browser: Browser, written: Path, width: int, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]  # a literal in the library's stubs
    )
    for school in (A, EMPTY):
        page = context.new_page()
        problems = _said(page)
        page.goto((written / "school" / school / "schoolportretten" / "index.html").as_uri())
        assert_readable(page)
        assert problems == []
        page.close()
    context.close()


@pytest.mark.browser
@needs_chromium
def test_it_prints_on_two_pages(written: Path, tmp_path: Path) -> None:
    target = tmp_path / "portret.pdf"
    page = written / "school" / A / "schoolportretten" / "index.html"
    print_page(chromium() or "", page, target)
    pages = len(re.findall(rb"/Type\s*/Page[^s]", target.read_bytes()))
    assert 1 <= pages <= 2
