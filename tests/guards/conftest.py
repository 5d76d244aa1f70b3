"""The compiled manifest of each city, made once per test run, without a vault."""

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
def manifest(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Manifest:
    target = tmp_path_factory.mktemp(f"target-{request.param}")
    result = subprocess.run(
        [
            *(Path(sys.executable).with_name("dbt"), "--no-use-colors", "compile", "--quiet"),
            *("--target", request.param, "--target-path", target, "--log-path", target),
        ],
        cwd=home.project_root(),
        env={**os.environ, "LEERLOOPBAAN_NO_VAULT": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    content: Manifest = json.loads((target / "manifest.json").read_text(encoding="utf-8"))
    return content
