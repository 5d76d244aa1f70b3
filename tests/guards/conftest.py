"""The compiled project of each city, made once per test run, without a vault."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from guards.manifest import Manifest
from leerloopbaan import home
from leerloopbaan.build import steps


@pytest.fixture(scope="session", params=steps.cities())
def compiled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Directory with the `manifest.json` of one city."""
    target = tmp_path_factory.mktemp(f"target-{request.param}")
    dbt = Path(sys.executable).with_name("dbt")
    result = subprocess.run(
        [dbt, "--no-use-colors", "--log-path", target, "compile", "--quiet",
         "--target", request.param, "--target-path", target],
        cwd=home.project_root(),
        env={**os.environ, "LEERLOOPBAAN_NO_VAULT": "1"},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stdout + result.stderr
    return target


@pytest.fixture(scope="session")
def manifest(compiled: Path) -> Manifest:
    """The manifest of one city, with compiled SQL."""
    content: Manifest = json.loads((compiled / "manifest.json").read_text(encoding="utf-8"))
    return content
