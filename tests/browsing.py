"""Debian's Chromium for the tests: found and started in one place, asked the same of every page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = shutil.which("chromium")
_WITHOUT = "Debian's Chromium is not installed: the browser tests did NOT run"
_WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason=_WITHOUT)


@contextmanager
def opened() -> Iterator[Browser]:
    """Chromium that asks nothing of the network by itself."""
    if CHROMIUM is None:
        pytest.skip(_WITHOUT)  # only Debian packages it; .ci/run installs it
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield browser
        browser.close()


def assert_readable(page: Page) -> None:
    """WCAG 2.1 AA, as far as axe can tell, and nothing wider than the window."""
    results = Axe().run(page, options=_WCAG)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
