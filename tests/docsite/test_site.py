"""The documentation site: whole, without outside assets, no broken link, accessible."""

from __future__ import annotations

import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browsing import assert_readable, needs_chromium
from leerloopbaan import home
from leerloopbaan.build.steps import cities
from leerloopbaan.docsite.site import write_site
from leerloopbaan.docsite.texts import page_of, read_texts

# dbt writes its own page; what it holds is dbt's.
FOREIGN = "modellen.html"


class _Links(HTMLParser):
    """Every address that a page names, and every anchor that it has."""

    def __init__(self) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src") and value:
                self.links.add(value)
            if name == "id" and value:
                self.anchors.add(value)


def _parsed(page: Path) -> _Links:
    parser = _Links()
    parser.feed(page.read_text(encoding="utf-8"))
    return parser


def _broken(site: Path) -> list[str]:
    pages = {p: _parsed(p) for p in site.rglob("*.html") if p.name != FOREIGN}
    faults = []
    for page, parsed in pages.items():
        for link in sorted(parsed.links):
            address, _, anchor = link.partition("#")
            target = (page.parent / address).resolve() if address else page
            if ":" in address or not target.is_relative_to(site.resolve()):
                faults.append(f"{page.relative_to(site)} leads outside: {link}")
            elif not target.exists():
                faults.append(f"{page.relative_to(site)}: {link} does not exist")
            elif anchor and target in pages and anchor not in pages[target].anchors:
                faults.append(f"{page.relative_to(site)}: {link} has no such place")
    return faults


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("site")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LEERLOOPBAAN_HOME", str(root / "var"))
        return write_site(cities(), root / "docs").parent.resolve()


def test_every_text_has_a_page_and_every_link_between_texts_holds() -> None:
    texts = read_texts(home.project_root())
    pages = {text.page for text in texts}
    assert len(pages) == len(texts) >= 30
    assert page_of("docs/business-rules/README.md") == "teksten/business-rules/index.html"
    for text in texts:
        assert text.title != Path(text.source).stem, f"{text.source} has no title"
        assert "<h1>" in text.html


@pytest.mark.full
def test_the_site_is_whole_and_no_link_is_broken(site: Path) -> None:
    assert _broken(site) == []
    for city in cities():
        contracts = list((home.project_root() / "contracts" / city).glob("*.odcs.yaml"))
        assert len(list((site / city / "contracten").glob("*.html"))) == len(contracts)
        for page in (FOREIGN, "herkomst.html", "matrix.csv", "kolommen.json"):
            assert (site / city / page).stat().st_size > 10_000
    front = (site / "index.html").read_text(encoding="utf-8")
    assert all(f'href="{text.page}"' in front for text in read_texts(home.project_root()))


@pytest.mark.full
def test_a_broken_link_is_seen(site: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(site, tmp_path / "docs", ignore=shutil.ignore_patterns(FOREIGN))
    page = copy / "teksten" / "glossary.html"
    page.write_text('<p id="a"><a href="weg.html">x</a><a href="https://x.invalid">y</a>')
    told = " ".join(_broken(copy))
    assert "weg.html does not exist" in told
    assert "leads outside: https://x.invalid" in told


@pytest.mark.full
@pytest.mark.browser
@needs_chromium
@pytest.mark.parametrize(
    "name",
    [
        "index.html",
        "antwerpen/herkomst.html",
        "antwerpen/contracten/mart_onderwijsmonitor__publiek.html",
        "gent/contracten/levering_leerlingen_0102.html",
        "teksten/business-rules/schoolse-vordering.html",
        "teksten/glossary.html",
        f"antwerpen/{FOREIGN}",
        f"gent/{FOREIGN}",
    ],
)
def test_a_page_is_accessible_and_asks_for_nothing_outside(
    browser: Browser, site: Path, name: str
) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 900})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto((site / name).as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    if name.endswith(FOREIGN):
        page.wait_for_selector("text=stg_", state="attached")
    else:
        assert_readable(page)
    assert problems == []
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    page.close()
