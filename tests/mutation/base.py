"""The city that is broken on purpose, at scale 0.05, and the oracle's careers: built once."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from leerloopbaan import home
from leerloopbaan.build import stamps, steps
from leerloopbaan.build.plan import Plan
from mutation.judge import CAREERS, environment

SCALE = 0.05
# So small a city, that with many a seed no decisions can be proven: one for which they can.
SEEDS = {"antwerpen": 1, "gent": 2}
ORACLE_CITY = "antwerpen"
# What the tables are made of, and what only tells how they are tested and described.
ENGINE = tuple(f"src/leerloopbaan/{p}" for p in ("disclosure", "keys", "register", "vroegsignaal"))
MADE_OF = ("models", "macros", "seeds", "protocols", "dbt_project.yml", *ENGINE)
JUDGED_BY = ("models", "tests/dbt", "tests/facts", "tests/guards", "tests/oracle")


def settings(workplace: Path) -> dict[str, str]:
    """Variables with which commands find the city in `workplace`."""
    return {
        "LEERLOOPBAAN_HOME": str(workplace),
        "DBT_TARGET_PATH": str(workplace / "target"),
        "DBT_LOG_PATH": str(workplace / "logs"),
    }


def judged_by() -> str:
    """Changes with everything that decides about a mutant's verdict: not with what people say of
    survivors."""
    root = home.project_root()
    tool = sorted((root / "tests" / "mutation").glob("*.py"))
    return stamps.key(*(root / part for part in (*MADE_OF, *JUDGED_BY)), *tool)


def manifest_of(city: str, workplace: Path) -> Path:
    """The compiled project of a city in `workplace`."""
    return workplace / "target" / city / "manifest.json"


def build(city: str, workplace: Path) -> None:
    """Build what has changed of a city and of the oracle's careers."""
    with environment(**settings(workplace)):
        steps.land(Plan(city, SCALE, SEEDS[city]), print)
        landed = home.landing_file(city).stat().st_mtime_ns
        wanted = stamps.key(str(landed), *_made_of())
        _once(city, "tabellen", wanted, lambda: _dbt(city, workplace, "build", *_TABLES))
        # Compiled tests and unit tests, without running any.
        _once(city, "manifest", judged_by(), lambda: _dbt(city, workplace, "compile"))
    if city == ORACLE_CITY:
        oracle = workplace / "orakel"
        with environment(LEERLOOPBAAN_HOME=str(oracle)):
            wanted = stamps.key(*_made_of(), home.project_root() / "tests" / "oracle")
            _once(city, "orakel", wanted, lambda: _oracle(oracle))


_TABLES = ("--resource-type", "model", "--resource-type", "seed")


def _made_of() -> list[Path]:
    """Every file that a table follows from: not the descriptions and tests beside the models."""
    root = home.project_root()
    files = [
        path
        for part in MADE_OF
        for path in ([root / part] if (root / part).is_file() else sorted((root / part).rglob("*")))
        if path.is_file() and "__pycache__" not in path.parts
    ]
    return [path for path in files if not (path.suffix == ".yml" and "models" in path.parts)]


def _once(city: str, step: str, wanted: str, work: Callable[[], None]) -> None:
    if stamps.is_done(city, step, wanted, []):
        return
    print(f"{city}: {step}", flush=True)
    stamps.forget(city, step)
    work()
    stamps.done(city, step, wanted)


def _dbt(city: str, workplace: Path, command: str, *options: str) -> None:
    subprocess.run(
        [str(Path(sys.executable).with_name("dbt")), "--quiet", command, "--target", city,
         "--target-path", str(workplace / "target" / city), *options,
         "--project-dir", str(home.project_root()), "--profiles-dir", str(home.project_root())],
        check=True,
    )  # fmt: skip


def _oracle(workplace: Path) -> None:
    """The careers of tests/oracle/test_agreement, landed and built."""
    from oracle import landing, warehouse
    from oracle.strategies import draw_careers
    from oracle.world import world

    home.landing_file(ORACLE_CITY).unlink(missing_ok=True)
    home.warehouse_file(ORACLE_CITY).unlink(missing_ok=True)
    landing.land(draw_careers(CAREERS), world())
    warehouse.build(workplace)
