"""A fictitious third protocol to break on purpose."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

TOY = Path(__file__).parent / "toy"


@pytest.fixture
def toy_data() -> dict[str, Any]:
    """The toy register as plain data; change it and write it with `write_register`."""
    data: dict[str, Any] = yaml.safe_load((TOY / "proefstad.yml").read_text(encoding="utf-8"))
    return data


@pytest.fixture
def toy_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project directory with the toy protocol alone."""
    project = tmp_path / "project"
    shutil.copytree(TOY, project / "protocols")
    (project / "docs" / "decisions").mkdir(parents=True)
    monkeypatch.setenv("LEERLOOPBAAN_PROJECT", str(project))
    from leerloopbaan.register.load import load_register

    load_register.cache_clear()
    return project


def write_register(project: Path, data: dict[str, Any]) -> None:
    """Put the register into the project, without anchors."""
    from leerloopbaan.register.load import load_register

    text = yaml.safe_dump(data, sort_keys=False, allow_unicode=True)
    (project / "protocols" / "proefstad.yml").write_text(text, encoding="utf-8")
    load_register.cache_clear()
