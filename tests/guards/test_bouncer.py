"""dbt-bouncer's checks pass on the project, and fail when the project breaks one."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from leerloopbaan import home


def _bounce(artifacts: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    config = yaml.safe_load((home.project_root() / "dbt-bouncer.yml").read_text(encoding="utf-8"))
    config["dbt_artifacts_dir"] = str(artifacts)
    file = folder / "dbt-bouncer.yml"
    file.write_text(yaml.safe_dump(config), encoding="utf-8")
    return subprocess.run(
        [Path(sys.executable).with_name("dbt-bouncer"), "run", "--config-file", file,
         "--show-all-failures"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip


def test_the_project_passes(compiled: Path, tmp_path: Path) -> None:
    result = _bounce(compiled, tmp_path)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("check", "change"),
    [
        ("check_model_description_populated", {"description": ""}),
        ("check_model_has_meta_keys", {"meta": {}}),
        ("check_model_has_contracts_enforced", {"contract": {"enforced": False}}),
    ],
)
def test_a_broken_model_is_turned_away(
    compiled: Path, tmp_path: Path, check: str, change: dict[str, object]
) -> None:
    manifest = json.loads((compiled / "manifest.json").read_text(encoding="utf-8"))
    model = next(
        node for node in manifest["nodes"].values()
        if node["resource_type"] == "model" and node["fqn"][1] == "staging"
    )  # fmt: skip
    model.update(change)
    for key in set(change) & {"meta", "contract"}:
        model["config"][key] = change[key]
    (tmp_path / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    result = _bounce(tmp_path, tmp_path)
    assert result.returncode != 0
    assert check in result.stdout + result.stderr
