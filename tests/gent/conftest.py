"""The vault of `small_vault`, one per test."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from .small_vault import land_two_years


@pytest.fixture
def vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A vault with two school years of Ghent; its directory."""
    for name in [n for n in os.environ if n.startswith("LEERLOOPBAAN_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("LEERLOOPBAAN_HOME", str(tmp_path / "var"))
    monkeypatch.setenv("DBT_TARGET_PATH", str(tmp_path / "target"))
    monkeypatch.setenv("DBT_LOG_PATH", str(tmp_path / "logs"))
    land_two_years(tmp_path / "synthetisch")
    return tmp_path
