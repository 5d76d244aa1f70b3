"""The pages in Debian's Chromium: accessibility, keyboard, phone and desktop, dark and light."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browsing import assert_readable, needs_chromium
from leerloopbaan.pages.monitor import render_monitor
from leerloopbaan.pages.source import Published

pytestmark = [pytest.mark.browser, needs_chromium]


@pytest.fixture(scope="module")
def site(published: Published, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    pages = render_monitor(
        published, title="Onderwijsmonitor", introduction="Inleiding", downloads=[]
    )
    for name, html in pages.items():
        (folder / name).write_text(html, encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", ["index.html", "schoolse-vordering.html"])
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark"), (320, "light")])
def test_accessible_and_complete(
    browser: Browser, site: Path, name: str, width: int, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]  # a literal in the library's stubs
    )
    page = context.new_page()
    problems: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: problems.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site / name).as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert problems == []
    assert all(url.startswith("file:") for url in asked)
    assert_readable(page)
    context.close()


def test_the_keyboard_reaches_the_content_first(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    page.keyboard.press("Enter")
    page.wait_for_url("**#inhoud")
    page.close()
