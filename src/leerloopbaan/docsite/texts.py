"""The Markdown of docs/ as pages, with links that hold within the site."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt

_TITLE = re.compile(r"^#\s+(.+)$", re.M)
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.S)
_LINK = re.compile(r'href="([^"#:]+)(#[^"]*)?"')
# A table may be wider than a phone: it scrolls by itself, also with the keyboard.
_TABLE = '<div class="schuif" tabindex="0" role="region" aria-label="Table"><table>'


@dataclass(frozen=True)
class Text:
    """One Markdown file: where it stands in the project, its page in the site, title and HTML."""

    source: str
    page: str
    title: str
    html: str


def read_texts(root: Path, folder: str = "docs") -> list[Text]:
    """Every Markdown file below a folder of the project, in the order of the names."""
    return [_text(root, file) for file in sorted((root / folder).rglob("*.md"))]


def page_of(source: str) -> str:
    """`docs/business-rules/README.md` → `teksten/business-rules/index.html`."""
    path = source.removeprefix("docs/").removesuffix(".md")
    if posixpath.basename(path) == "README":
        path = posixpath.join(posixpath.dirname(path), "index")
    return f"teksten/{path}.html"


def _text(root: Path, file: Path) -> Text:
    source = file.relative_to(root).as_posix()
    markdown = _FRONT_MATTER.sub("", file.read_text(encoding="utf-8"))
    title = _TITLE.search(markdown)
    html = MarkdownIt("commonmark", {"html": False}).enable("table").render(markdown)
    html = html.replace("<table>", _TABLE).replace("</table>", "</table></div>")
    html = html.replace("<th>", '<th scope="col">')
    return Text(
        source,
        page_of(source),
        title[1].replace("`", "") if title else file.stem,
        _LINK.sub(lambda link: _within(root, source, link), html),
    )


def _within(root: Path, source: str, link: re.Match[str]) -> str:
    """A link between texts points at their pages; one to any other file stays as bare words."""
    target = posixpath.normpath(posixpath.join(posixpath.dirname(source), link[1]))
    if target.endswith(".md") and target.startswith("docs/") and (root / target).exists():
        here = posixpath.dirname(page_of(source))
        return f'href="{posixpath.relpath(page_of(target), here)}{link[2] or ""}"'
    return f'class="bestand" title="{target}"'
