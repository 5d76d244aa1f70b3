"""The run report and the dossier in Chromium: accessible, and nothing asked from outside."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browsing import assert_readable, needs_chromium
from leerloopbaan.evidence.write import write_dossier
from leerloopbaan.keys.secrets import make_demo_secret
from leerloopbaan.register.load import load_register
from leerloopbaan.runs.write import write_report

CITY, DAY = "antwerpen", dt.date(2026, 11, 22)

pytestmark = [pytest.mark.browser, needs_chromium]


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    monkeypatch.setenv("LEERLOOPBAAN_HOME", str(tmp_path / "var"))
    monkeypatch.setenv("DBT_TARGET_PATH", str(tmp_path / "target"))
    make_demo_secret(CITY)
    write_dossier(load_register(CITY), tmp_path / "dossier", DAY)
    return [write_report(CITY, DAY, "intake"), tmp_path / "dossier" / "dossier.html"]


def _asked(page: Page) -> list[str]:
    """The addresses that the page asks for from now on."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    return asked


def test_they_are_accessible_and_print_on_paper(
    browser: Browser, pages: list[Path], tmp_path: Path
) -> None:
    for number, place in enumerate(pages):
        page = browser.new_page(viewport={"width": 390, "height": 900})
        asked = _asked(page)
        page.goto(place.as_uri())
        assert_readable(page)
        assert all(url.startswith("file:") for url in asked)
        pdf = tmp_path / f"{number}.pdf"
        page.pdf(path=pdf, prefer_css_page_size=True)
        assert pdf.read_bytes().startswith(b"%PDF")
        page.close()
