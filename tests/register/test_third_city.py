"""A third protocol goes through dbt with nothing but a register and one line per table."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from leerloopbaan import home

TOY = Path(__file__).parent / "toy"
PARTS = ("macros", "tests/dbt", "models/staging", "dbt_project.yml", "profiles.yml", "protocols")


@pytest.mark.full
def test_the_toy_city_is_staged_by_the_shared_macros(tmp_path: Path) -> None:
    project = tmp_path / "project"
    for part in PARTS:
        source = home.project_root() / part
        (project / part).parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copy)(source, project / part)
    for name in ("_groups.yml", "_docs.md"):
        shutil.copy(home.project_root() / "models" / name, project / "models" / name)
    shutil.copytree(TOY, project / "protocols", dirs_exist_ok=True)
    _make_known(project)
    staging = project / "models/staging/proefstad"
    staging.mkdir()
    for relation in ("inschrijvingen", "ref_instellingen"):
        file = staging / f"stg_proefstad__{relation}.sql"
        file.write_text(f"{{{{ staging_model('{relation}') }}}}\n", encoding="utf-8")
    _command(project, "-m", "leerloopbaan", "protocol", "generate")
    compiled = _compiled(project, "stg_proefstad__inschrijvingen")
    assert "pseudoniem(" in compiled
    assert "persoon_id" in compiled
    assert '"landing"."levering"."inschrijvingen"' in compiled


def _make_known(project: Path) -> None:
    """Step 3 of docs/adding-a-protocol.md: the two files of dbt."""
    profiles = yaml.safe_load((project / "profiles.yml").read_text(encoding="utf-8"))
    outputs = profiles["leerloopbaan"]["outputs"]
    outputs["proefstad"] = yaml.safe_load(
        yaml.safe_dump(outputs["gent"]).replace("gent", "proefstad")
    )
    (project / "profiles.yml").write_text(yaml.safe_dump(profiles), encoding="utf-8")
    settings = yaml.safe_load((project / "dbt_project.yml").read_text(encoding="utf-8"))
    settings["models"]["leerloopbaan"]["staging"]["proefstad"] = {
        "+enabled": "{{ target.name == 'proefstad' }}"
    }
    (project / "dbt_project.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")


def _command(project: Path, *arguments: str) -> None:
    result = subprocess.run(
        [sys.executable, *arguments],
        cwd=project,
        env={**os.environ, "LEERLOOPBAAN_PROJECT": str(project), "LEERLOOPBAAN_NO_VAULT": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout[-3000:] + result.stderr[-3000:]


def _compiled(project: Path, model: str) -> str:
    _command(
        project, "-c", "from dbt.cli.main import cli; cli()", "compile", "--target", "proefstad",
        "--select", model, "--project-dir", str(project), "--profiles-dir", str(project),
        "--no-introspect",
    )  # fmt: skip
    (file,) = (project / "target" / "compiled").rglob(f"{model}.sql")
    return file.read_text(encoding="utf-8")
