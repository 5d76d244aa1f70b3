"""The pages of a really built release: complete, equal to the marts, safe and readable."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browsing import assert_readable
from conftest import Built
from leerloopbaan import home
from leerloopbaan.pages.monitor import MOST_AREAS
from leerloopbaan.pages.source import Published, read_published
from pages.reading import foreign_figures, missing_figures, tables_of

AREA_PRODUCTS = [
    ("antwerpen", "publiek", "onderwijsmonitor"),
    ("antwerpen", "beleid", "onderwijsmonitor"),
    ("antwerpen", "beleid", "area_up"),
    ("antwerpen", "beleid", "stadsfoto"),
    ("gent", "publiek", "monitor"),
    ("gent", "onderwijscentrum", "statistisch_onderzoek"),
]
LOOKED_AT = [
    "antwerpen/current/publiek/onderwijsmonitor/index.html",
    "antwerpen/current/publiek/onderwijsmonitor/schoolse-vordering.html",
    "antwerpen/current/beleid/stadsfoto/overzicht.html",
    "gent/current/publiek/monitor/vordering.html",
]

pytestmark = pytest.mark.warehouse


@pytest.fixture
def releases(warehouse: Built) -> Path:
    """Folder with the releases of both cities."""
    return home.releases("antwerpen").parent


def _read(
    releases: Path, city: str, audience: str, product: str
) -> tuple[Published, dict[str, str]]:
    current = releases / city / "current"
    published = read_published(current / audience / f"{audience}.duckdb", f"mart_{product}")
    folder = current / audience / product
    return published, {f.name: f.read_text(encoding="utf-8") for f in folder.glob("*.html")}


@pytest.mark.parametrize(("city", "audience", "product"), AREA_PRODUCTS)
def test_every_figure_equals_the_mart(
    releases: Path, city: str, audience: str, product: str
) -> None:
    published, pages = _read(releases, city, audience, product)
    assert foreign_figures(published, pages) == []
    assert missing_figures(published, pages, MOST_AREAS) == []
    assert sum(len(tables_of(html)) for html in pages.values()) > 20
    articles = " ".join(pages.values())
    assert all(f'<article id="{row["indicator"]}">' in articles for row in published.figures)


@pytest.mark.parametrize(("city", "audience", "product"), AREA_PRODUCTS)
def test_pages_carry_source_mark_and_policy(
    releases: Path, city: str, audience: str, product: str
) -> None:
    published, pages = _read(releases, city, audience, product)
    for name, html in pages.items():
        assert "default-src 'none'" in html
        assert "<script" not in html and "http://" not in html.replace("http://www.w3.org", "")
        assert "SYNTHETISCH" in html and published.release["release_id"] in html
        assert str(published.release["bron"]).split(",")[0].removeprefix("Bron: ") in html
        assert 'id="leeswijzer"' in html, name
        for link in ("csv", "parquet"):
            assert f"../{link}/mart_{product}.{link}" in html
        assert (releases / city / "current" / audience / "csv" / f"mart_{product}.csv").exists()


@pytest.mark.browser
@pytest.mark.parametrize("name", LOOKED_AT)
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark"), (320, "light")])
def test_phone_and_desktop_light_and_dark(
    releases: Path, browser: Browser, name: str, width: int, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]  # a literal in the library's stubs
    )
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    page.goto((releases / name).as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert said == []
    assert all(url.startswith("file:") for url in asked)
    assert_readable(page)
    # Every link leads somewhere: pages, anchors, files to download.
    links = page.evaluate("[...document.links].map(a => a.href)")
    for link in {str(link).removeprefix("file://") for link in links}:
        target, _, anchor = link.partition("#")
        assert Path(target).exists(), link
        if anchor:
            assert f'id="{anchor}"' in Path(target).read_text(encoding="utf-8"), link
    context.close()


@pytest.mark.browser
def test_print_holds_the_tables_and_no_menu(releases: Path, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 794, "height": 1123})
    page = context.new_page()
    page.goto((releases / LOOKED_AT[1]).as_uri())
    visible = "[...document.querySelectorAll('{}')].map(e => e.checkVisibility())"
    assert not any(page.evaluate(visible.format("details table")))
    page.emulate_media(media="print")
    assert all(page.evaluate(visible.format("details table")))
    assert not any(page.evaluate(visible.format("nav, summary, .spring")))
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    context.close()
