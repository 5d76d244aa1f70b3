"""What every test shares: settings, and one small warehouse that is built once per test run.

Use `warehouse` in a test that reads it, and mark that test `@pytest.mark.warehouse`. It is
shared between processes: open it read-only, or copy its home before you change anything.
"""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# No clock decides whether a test passes, and a run can be repeated example by example.
settings.register_profile("leerloopbaan", deadline=None, derandomize=True, database=None)
settings.load_profile("leerloopbaan")

SCALE = "0.1"
SEED = "7"
CITIES = ("antwerpen", "gent")
# On PYTHONPATH, this folder leaves no process of Python a network.
OFFLINE = Path(__file__).parent / "hygiene" / "offline"


@dataclass(frozen=True)
class Built:
    """Where the shared build stands: `home` is its LEERLOOPBAAN_HOME, `target/<city>` dbt's."""

    home: Path
    target: Path
    logs: Path
    said: str

    @property
    def environment(self) -> dict[str, str]:
        """Variables with which a command finds this build."""
        return {
            "LEERLOOPBAAN_HOME": str(self.home),
            "DBT_TARGET_PATH": str(self.target),
            "DBT_LOG_PATH": str(self.logs),
        }


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The way from synthetic deliveries to release, for every city, at a small scale."""
    root = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        root = root.parent
    root = root / "gedeeld"
    root.mkdir(exist_ok=True)
    said, failed = root / "build.txt", root / "mislukt"
    house = Built(root / "var", root / "target", root / "logs", "")
    with (root / "slot").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not said.exists():
            builds = [_build(house, city) for city in CITIES]
            texts = [build.communicate()[0] for build in builds]
            said.write_text("\n".join(texts))
            if any(build.returncode for build in builds):
                failed.touch()
    assert not failed.exists(), f"the shared build failed:\n{said.read_text()}"
    return Built(house.home, house.target, house.logs, said.read_text())


def _build(house: Built, city: str) -> subprocess.Popen[str]:
    """A city's build in a process of its own: cities share nothing, so they can run together."""
    command = ["leerloopbaan", "build", "--city", city, "--scale", SCALE, "--seed", SEED]
    return subprocess.Popen(
        [sys.executable, "-m", *command],
        env=build_environment(house, city),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def build_environment(house: Built, city: str) -> dict[str, str]:
    """Variables of a city's build: this house only, and no network."""
    clean = _clean_environment()
    path = os.pathsep.join(filter(None, [str(OFFLINE), clean.get("PYTHONPATH")]))
    logs = f"{house.logs}/{city}"
    return {**clean, **house.environment, "DBT_LOG_PATH": logs, "PYTHONPATH": path}


@pytest.fixture
def warehouse(built: Built, monkeypatch: pytest.MonkeyPatch) -> Built:
    """The shared build, as the place where this test's code and commands look."""
    for name in [name for name in os.environ if name.startswith("LEERLOOPBAAN_")]:
        monkeypatch.delenv(name)
    for name, value in built.environment.items():
        monkeypatch.setenv(name, value)
    return built


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; where there is none the test is skipped, and says so."""
    from browsing import opened

    with opened() as browser:
        yield browser


def _clean_environment() -> dict[str, str]:
    """This environment without the settings of whoever runs the tests."""
    kept = ("LEERLOOPBAAN_PROJECT",)
    return {
        name: value
        for name, value in os.environ.items()
        if name in kept or not name.startswith(("LEERLOOPBAAN_", "DBT_TARGET", "DBT_LOG"))
    }
