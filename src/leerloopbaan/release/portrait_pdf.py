"""The pages of schools as PDF, printed by Chromium where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from leerloopbaan.errors import RefusedError
from leerloopbaan.release.recipients import Recipient

_BROWSERS = ("chromium", "chromium-browser")
_SECONDS = 60


def chromium() -> str | None:
    """The path of Chromium, if it is installed."""
    return next((found for name in _BROWSERS if (found := shutil.which(name))), None)


def print_portraits(folder: Path, recipients: Sequence[Recipient]) -> int:
    """Print every school page beside its HTML; returns how many. Refused without Chromium."""
    browser = chromium()
    if browser is None:
        raise RefusedError(
            "er is geen Chromium om af te drukken.",
            remedy="Installeer Debians chromium, of maak de vrijgave zonder --pdf.",
        )
    pages = [
        page
        for recipient in recipients
        for page in sorted((folder / recipient.audience / recipient.code).rglob("*.html"))
    ]
    for page in pages:
        print_page(browser, page, page.with_suffix(".pdf"))
    return len(pages)


def print_page(browser: str, page: Path, target: Path) -> None:
    """Print one page; the browser gets a profile of its own and no network."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND",
                f"--user-data-dir={profile}", f"--print-to-pdf={target}", page.as_uri(),
            ],
            check=True,
            capture_output=True,
            timeout=_SECONDS,
        )  # fmt: skip
