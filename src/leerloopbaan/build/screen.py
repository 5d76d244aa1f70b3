"""The closing screen: what was built, and where to look."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from leerloopbaan import home
from leerloopbaan.build.plan import Outcome
from leerloopbaan.build.steps import target_directory


def show(console: Console, outcomes: Sequence[Outcome], seconds: float) -> None:
    """Print one screen for all cities that were built."""
    table = Table(title="leerloopbaan", title_justify="left", show_edge=False, pad_edge=False)
    for column in ("city", "data", "models and seeds", "tests", "seconds"):
        table.add_column(column)
    for outcome in outcomes:
        built, tests = _results(target_directory(outcome.city))
        table.add_row(
            outcome.city,
            "SYNTHETISCH" if outcome.synthetic else "landed deliveries",
            built,
            tests,
            _seconds(outcome),
        )
    console.print(table)
    console.print(f"\nDone in {seconds:.0f} s. Where to look:", style="bold")
    for what, where in _places(outcomes):
        console.print(f"  {what:<26}{where}", soft_wrap=True, highlight=False)


def _results(target: Path) -> tuple[str, str]:
    """`12 ok` for what was built and for what was tested, from the run's own artefact."""
    try:
        results = json.loads((target / "run_results.json").read_text(encoding="utf-8"))["results"]
    except FileNotFoundError:
        return "-", "-"
    counts = {True: Counter[str](), False: Counter[str]()}
    for result in results:
        is_test = result["unique_id"].split(".")[0] in ("test", "unit_test")
        status = "ok" if result["status"] in ("success", "pass") else result["status"]
        counts[is_test][status] += 1
    built, tests = (
        ", ".join(f"{count} {status}" for status, count in sorted(counts[kind].items())) or "-"
        for kind in (False, True)
    )
    return built, tests


def _release(city: str) -> str:
    current = home.releases(city) / "current"
    return current.resolve().name if current.exists() else "-"


def _seconds(outcome: Outcome) -> str:
    return ", ".join(
        f"{step} {'unchanged' if seconds is None else f'{seconds:.0f}'}"
        for step, seconds in outcome.seconds.items()
    )


def _places(outcomes: Sequence[Outcome]) -> list[tuple[str, str]]:
    places = [
        (f"release of {o.city}", f"{_shown(home.releases(o.city) / 'current')}  ({name})")
        for o in outcomes
        if (name := _release(o.city)) != "-"
    ]
    places += [(f"run report of {o.city}", _shown(o.report)) for o in outcomes if o.report]
    first = outcomes[0].city if outcomes else "antwerpen"
    return [
        *places,
        ("models, tests, lineage", f"dbt docs generate --target {first} && dbt docs serve"),
        ("rebuild a part", f"dbt build --target {first} --select marts"),
        ("a real delivery", "README.md, «How a city starts»"),
    ]


def _shown(path: Path) -> str:
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
