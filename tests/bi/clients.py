"""Foreign clients, installed in a private directory from the package registries."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
Summary = dict[str, dict[str, int]]
QUIET = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}


class NotInstalledError(Exception):
    """A client could not be installed here; the text says which and why."""


def install_duckdb(version: str, folder: Path) -> Path:
    """Put another version of DuckDB's Python package in `folder`."""
    result = subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--only-binary", ":all:",
         "--retries", "1", "--target", folder, f"duckdb=={version}"],
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    if result.returncode:
        raise NotInstalledError(f"DuckDB {version} could not be installed here: it did NOT run")
    return folder


def read_with_duckdb(file: Path, packages: Path) -> dict[str, Any]:
    """What the DuckDB in `packages` reads in a file."""
    code = (
        f"import sys, runpy; sys.path.insert(0, {str(packages)!r}); "
        f"sys.argv = ['client', {str(file)!r}]; "
        f"runpy.run_path({str(HERE / 'duckdb_client.py')!r}, run_name='__main__')"
    )
    answer: dict[str, Any] = _answer([sys.executable, "-I", "-c", code], QUIET)
    return answer


def install_javascript(folder: Path) -> Path:
    """Put the JavaScript clients of `package-lock.json` in `folder`."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        raise NotInstalledError("Node is not installed: the JavaScript clients did NOT run")
    shutil.copytree(HERE / "javascript", folder, dirs_exist_ok=True)
    result = subprocess.run(
        [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries", "1"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    if result.returncode:
        raise NotInstalledError("npm could not install the JavaScript clients: they did NOT run")
    return folder


def read_with_javascript(
    folder: Path, script: str, arguments: list[str], environment: dict[str, str] | None = None
) -> Summary:
    """What a script of the JavaScript clients prints."""
    answer: Summary = _answer(
        ["node", str(folder / script), *arguments], {**QUIET, **(environment or {})}, cwd=folder
    )
    return answer


def _answer(command: list[str], environment: dict[str, str], cwd: Path | None = None) -> Any:
    result = subprocess.run(
        command, env=environment, cwd=cwd, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)
