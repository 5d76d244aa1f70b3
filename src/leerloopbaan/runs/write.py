"""The run report as files: `rapport.html` and `rapport.json` in the city's `runs/`."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict
from pathlib import Path

import jinja2

from leerloopbaan.register.load import load_register
from leerloopbaan.runs import history
from leerloopbaan.runs.report import RunReport, make_report

PAGE, DATA = "rapport.html", "rapport.json"


def write_report(city: str, today: dt.date, failed_step: str | None = None) -> Path:
    """Write the report of a city's last build; returns the page."""
    report = make_report(load_register(city), today, failed_step)
    folder = history.folder(city)
    data = json.dumps(asdict(report), default=str, ensure_ascii=False, indent=1, sort_keys=True)
    for name, text in ((DATA, data + "\n"), (PAGE, page(report))):
        fresh = folder / f"{name}.nieuw"
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(folder / name)
    return folder / PAGE


def page(report: RunReport) -> str:
    """The page as HTML text, without script or outside asset."""
    environment = jinja2.Environment(
        loader=jinja2.ChoiceLoader(
            [
                jinja2.PackageLoader("leerloopbaan.runs"),
                jinja2.PackageLoader("leerloopbaan.evidence"),
            ]
        ),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["pct"] = lambda share: f"{100 * share:.0f} %"
    environment.filters["sec"] = lambda value: f"{value:.2f}".replace(".", ",")
    return environment.get_template("rapport.html.j2").render(r=report)
