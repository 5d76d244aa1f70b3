"""One directory with everything that explains the warehouse, readable without a network."""

from __future__ import annotations

import os
import posixpath
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

import jinja2
import yaml
from markupsafe import Markup

from leerloopbaan import home
from leerloopbaan.docsite.texts import Text, read_texts
from leerloopbaan.errors import LeerloopbaanError
from leerloopbaan.lineage.write import write_lineage
from leerloopbaan.register.load import load_register

# dbt's page has its scripts in it; nothing is fetched, whatever they ask for.
_DBT_POLICY = (
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self' 'unsafe-inline' "
    "'unsafe-eval' data: blob:; connect-src 'none'; frame-src 'none'\">"
)
SECTIONS = {
    "business-rules": "Rekenregels · Business rules",
    "decisions": "Beslissingen · Decisions",
    "": "Andere teksten · Other texts",
}


@dataclass(frozen=True)
class CityPages:
    """The pages of one city, by their place in the site; None when there is none yet."""

    city: str
    name: str
    models: str
    lineage: str
    matrix: str
    contracts: list[tuple[str, str]]
    report: str | None


def write_site(cities: list[str], out: Path) -> Path:
    """Write the site anew, whole or not at all; returns its first page."""
    aside = out.with_name(out.name + ".nieuw")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)
    texts = read_texts(home.project_root())
    for text in texts:
        _write(aside, text.page, "tekst.html.j2", title=text.title, tekst=Markup(text.html))
    pages = [_city(city, aside) for city in cities]
    sections = [(title, _of_section(texts, name)) for name, title in SECTIONS.items()]
    _write(aside, "index.html", "start.html.j2", title="leerloopbaan", steden=pages,
           afdelingen=sections)  # fmt: skip
    shutil.rmtree(out, ignore_errors=True)
    aside.replace(out)
    return out / "index.html"


def _of_section(texts: list[Text], section: str) -> list[Text]:
    wanted = [t for t in texts if posixpath.dirname(t.source.removeprefix("docs/")) == section]
    return sorted(wanted, key=lambda t: (not t.page.endswith("index.html"), t.source))


def _city(city: str, site: Path) -> CityPages:
    folder = site / city
    folder.mkdir()
    protocol = load_register(city)
    with tempfile.TemporaryDirectory() as target:
        _dbt_docs(city, Path(target))
        html = (Path(target) / "static_index.html").read_text(encoding="utf-8")
        html = html.replace("<head>", f"<head>{_DBT_POLICY}", 1)
        (folder / "modellen.html").write_text(html, encoding="utf-8")
        write_lineage(protocol, Path(target) / "manifest.json", folder)
    contracts = []
    for file in sorted((home.project_root() / "contracts" / city).glob("*.odcs.yaml")):
        contract = yaml.safe_load(file.read_text(encoding="utf-8"))
        page = f"{city}/contracten/{file.name.removesuffix('.odcs.yaml')}.html"
        _write(site, page, "contract.html.j2", title=contract["name"], c=contract,
               eigen={p["property"]: p["value"] for p in contract["customProperties"]})  # fmt: skip
        shutil.copyfile(file, folder / "contracten" / file.name)
        contracts.append((page, str(contract["name"])))
    report = home.vault(city) / "runs" / "rapport.html"
    if report.exists():
        shutil.copyfile(report, folder / "bouwverslag.html")
    return CityPages(
        city=city,
        name=protocol.naam,
        models=f"{city}/modellen.html",
        lineage=f"{city}/herkomst.html",
        matrix=f"{city}/matrix.csv",
        contracts=contracts,
        report=f"{city}/bouwverslag.html" if report.exists() else None,
    )


def _dbt_docs(city: str, target: Path) -> None:
    """`dbt docs generate --static`, from the project's files alone: no vault is opened."""
    root = home.project_root()
    done = subprocess.run(
        [str(Path(sys.executable).with_name("dbt")), "--quiet", "--no-use-colors",
         "--log-path", str(target), "docs", "generate", "--static", "--target", city,
         "--target-path", str(target), "--project-dir", str(root), "--profiles-dir", str(root)],
        env={**os.environ, "LEERLOOPBAAN_NO_VAULT": "1"},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    if done.returncode:
        raise LeerloopbaanError(
            f"dbt docs generate of {city} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}"
        )


def _write(site: Path, page: str, template: str, **context: Any) -> None:
    path = site / page
    path.parent.mkdir(parents=True, exist_ok=True)
    root = posixpath.relpath(".", posixpath.dirname(page) or ".")
    html = (
        _environment()
        .get_template(template)
        .render(stijl=Markup(_style()), wortel=root, pagina=page, **context)
    )
    path.write_text(html, encoding="utf-8")


@lru_cache(maxsize=1)
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("leerloopbaan.docsite"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@lru_cache(maxsize=1)
def _style() -> str:
    return resources.files("leerloopbaan.pages").joinpath("style.css").read_text(encoding="utf-8")
