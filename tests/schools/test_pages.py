"""The page of a school: its own figures and no others, no order by a figure, clear when empty."""

from __future__ import annotations

import re
import shutil
from html import unescape
from pathlib import Path

import duckdb
import pytest
from tests.schools.conftest import EMPTY, NAMES, A, B

from leerloopbaan.pages.pair import ceiling, pair_chart
from leerloopbaan.release.portrait_pdf import chromium, print_page

CHROMIUM = shutil.which("chromium")
_CELL = re.compile(r"<td[^>]*>(.*?)</td>", re.DOTALL)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def _page(written: Path, school: str = A) -> str:
    return (written / "school" / school / "schoolportretten" / "index.html").read_text("utf-8")


def test_every_figure_on_the_page_is_one_of_the_marts(written: Path) -> None:
    place = written / "school" / A / "parquet"
    known = {"–", "onderdrukt"}
    for table in ("mart_school_schoolportretten", "mart_vergelijking_schoolportretten"):
        rows = duckdb.sql(f"select teller, noemer, waarde, eenheid from '{place / table}.parquet'")
        for part, whole, value, unit in rows.fetchall():
            if value is not None:
                known.add(f"{value:.1f} %".replace(".", ",") if unit == "%" else f"{value:.0f}")
            known.add(" van ".join("–" if n is None else str(n) for n in (part, whole)))
    cells = [unescape(cell) for cell in _CELL.findall(_page(written))]
    assert len(cells) >= 20
    assert set(cells) <= known
    assert any(" van " in cell for cell in cells)


def test_the_comparison_stands_beside_the_figure_without_a_name_or_a_place(written: Path) -> None:
    text = _page(written)
    assert "44,4 %" in text
    assert "minstens drie andere scholen" in text
    assert not any(name in text for school, name in NAMES.items() if school != A)
    for word in ("rang", "positie", "kwartiel", "percentiel", "beste", "slechtste", "plaats in"):
        assert not re.search(rf"\b{word}", text.split("</style>")[1], re.IGNORECASE), word


def test_sites_and_years_stand_in_their_own_order(written: Path) -> None:
    text = _page(written)
    years = re.findall(r'<th scope="row">(\d{4}-\d{4})</th>', text)
    assert years == ["2022-2023", "2023-2024", "2024-2025"] * 2
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
    ("values", "top"), [([], 1), ([7.0], 10), ([23.1], 25), ([36.0], 50), ([70.8], 100), ([6], 10)]
)
def test_the_top_of_the_axis_is_round(values: list[float], top: float) -> None:
    assert ceiling(values) == top


@pytest.mark.browser
@pytest.mark.skipif(
    CHROMIUM is None, reason="Debian's Chromium is not installed: the browser tests did NOT run"
)
@pytest.mark.parametrize(("width", "scheme"), [(1200, "light"), (390, "dark")])
def test_accessible_on_phone_and_desktop(written: Path, width: int, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright

    tags = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,  # type: ignore[arg-type]  # a literal in the library's stubs
        )
        for school in (A, EMPTY):
            page = context.new_page()
            problems: list[str] = []
            page.on("console", lambda message, found=problems: found.append(message.text))
            page.goto((written / "school" / school / "schoolportretten" / "index.html").as_uri())
            results = Axe().run(page, options=tags)
            assert results.violations_count == 0, results.generate_report()
            assert problems == []
            assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
            page.close()
        browser.close()


@pytest.mark.browser
@pytest.mark.skipif(
    CHROMIUM is None, reason="Debian's Chromium is not installed: the browser tests did NOT run"
)
def test_it_prints_on_two_pages(written: Path, tmp_path: Path) -> None:
    target = tmp_path / "portret.pdf"
    page = written / "school" / A / "schoolportretten" / "index.html"
    print_page(chromium() or "", page, target)
    pages = len(re.findall(rb"/Type\s*/Page[^s]", target.read_bytes()))
    assert 1 <= pages <= 2
