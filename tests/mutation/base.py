"""The city that is broken on purpose: built once, at scale 0.05, up to what Python computes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from leerloopbaan import home
from leerloopbaan.build import steps
from leerloopbaan.build.plan import Plan
from mutation.judge import environment

SCALE, SEED = 0.05, 1
# What decides about cells and what follows from it: slow, and tested by breaking the engine.
EXCLUDED = "path:models/suppression+"


def settings(workplace: Path) -> dict[str, str]:
    """Variables with which commands find the city in `workplace`."""
    return {
        "LEERLOOPBAAN_HOME": str(workplace),
        "DBT_TARGET_PATH": str(workplace / "target"),
        "DBT_LOG_PATH": str(workplace / "logs"),
    }


def build(city: str, workplace: Path) -> None:
    """Land and build a city in `workplace`, unless it stands there already."""
    done = workplace / f"{city}.gebouwd"
    if done.exists():
        return
    with environment(**settings(workplace)):
        steps.land(Plan(city, SCALE, SEED), print)
        subprocess.run(
            [str(Path(sys.executable).with_name("dbt")), "--quiet", "build", "--target", city,
             "--target-path", str(workplace / "target" / city), "--exclude", EXCLUDED,
             "--project-dir", str(home.project_root()),
             "--profiles-dir", str(home.project_root())],
            env=os.environ,
            check=True,
        )  # fmt: skip
    done.touch()
