"""dbt as its users expect it: in a fresh clone without a vault, and on a built warehouse."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from conftest import Built
from leerloopbaan import duck, home
from leerloopbaan.build import steps
from leerloopbaan.keys import dbt_plugin

DEFAULT_CITY = "antwerpen"
WITHOUT_VAULT = {"LEERLOOPBAAN_NO_VAULT": "1"}


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's files as git would hand them out, and nothing that a run has made."""
    root, target = home.project_root(), tmp_path_factory.mktemp("kloon")
    names = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=root,
        capture_output=True,
        check=True,
    ).stdout.decode()
    for name in filter(None, names.split("\0")):
        if (root / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(root / name, target / name)
    return target


def _run(
    program: str, *arguments: str, cwd: Path, settings: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    own = ("LEERLOOPBAAN_", "DBT_")
    environment = {k: v for k, v in os.environ.items() if not k.startswith(own)} | settings
    return subprocess.run(
        [Path(sys.executable).with_name(program), *arguments],
        cwd=cwd,
        env=environment | {"DBT_SEND_ANONYMOUS_USAGE_STATS": "false", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("city", steps.cities())
def test_a_fresh_clone_parses_compiles_and_documents_itself(clone: Path, city: str) -> None:
    result = _run("dbt", "docs", "generate", "--target", city, cwd=clone, settings=WITHOUT_VAULT)
    assert result.returncode == 0, result.stdout
    assert not (clone / "var").exists()
    assert "nodes" in json.loads((clone / "target" / "catalog.json").read_text(encoding="utf-8"))


def test_without_a_secret_dbt_says_what_to_do_in_one_line(clone: Path) -> None:
    result = _run("dbt", "build", cwd=clone, settings={"LEERLOOPBAAN_PROJECT": str(clone)})
    assert result.returncode == 2
    assert "no secret for antwerpen" in result.stdout
    assert "make build" in result.stdout
    assert "Traceback" not in result.stdout + result.stderr


@pytest.mark.warehouse
@pytest.mark.parametrize("city", steps.cities())
def test_freshness_and_docs_of_what_was_built(warehouse: Built, city: str, tmp_path: Path) -> None:
    # dbt opens the warehouse to write, also when it only reads: not the one that others read.
    own = tmp_path / "var"
    shutil.copytree(warehouse.home / city, own / city)
    settings = warehouse.environment | {
        "LEERLOOPBAAN_HOME": str(own),
        "DBT_TARGET_PATH": str(tmp_path / "target"),
        "DBT_LOG_PATH": str(tmp_path / "logs"),
    }
    for command in (["source", "freshness"], ["docs", "generate", "--static"]):
        result = _run("dbt", *command, "--target", city, cwd=home.project_root(), settings=settings)
        assert result.returncode == 0, result.stdout
    sources = json.loads((tmp_path / "target" / "sources.json").read_text(encoding="utf-8"))
    assert sources["results"]
    catalog = json.loads((tmp_path / "target" / "catalog.json").read_text(encoding="utf-8"))
    manifest = json.loads((tmp_path / "target" / "manifest.json").read_text(encoding="utf-8"))
    undocumented = [
        f"{manifest['nodes'][node]['name']}.{column}"
        for node, entry in catalog["nodes"].items()
        for column in entry["columns"]
        if not manifest["nodes"][node]["columns"].get(column, {}).get("description")
    ]
    assert undocumented == []


@pytest.mark.warehouse
def test_state_selection_sees_the_one_model_that_changed(
    warehouse: Built, clone: Path, tmp_path: Path
) -> None:
    def modified(project: Path) -> set[str]:
        result = _run(
            "dbt", "ls", "--quiet", "--resource-type", "model",
            "--select", "state:modified", "--state", str(warehouse.target / DEFAULT_CITY),
            cwd=project,
            settings=WITHOUT_VAULT | {"DBT_TARGET_PATH": str(tmp_path / "target")},
        )  # fmt: skip
        return {line.rsplit(".", 1)[-1] for line in result.stdout.split() if "." in line}

    assert modified(clone) == set()
    changed = sorted((clone / "models" / "staging" / DEFAULT_CITY).glob("*deel_11a.sql"))[0]
    text = changed.read_text(encoding="utf-8")
    changed.write_text(text + "\n-- changed\n", encoding="utf-8")
    try:
        assert modified(clone) == {changed.stem}
    finally:
        changed.write_text(text, encoding="utf-8")


@pytest.mark.warehouse
@pytest.mark.parametrize("city", steps.cities())
def test_a_process_has_the_files_of_one_city_open(warehouse: Built, city: str) -> None:
    plugin = dbt_plugin.Plugin("kluis", {"city": city})
    plugin.initialize({"city": city})
    connection = duckdb.connect(":memory:")
    plugin.configure_connection(connection)
    paths = [
        Path(path)
        for (path,) in connection.execute(
            "select path from duckdb_databases() where path is not null"
        ).fetchall()
    ]
    connection.close()
    assert sorted(path.name for path in paths) == ["landing.duckdb", "warehouse.duckdb"]
    assert {path.parent for path in paths} == {home.vault(city)}


@pytest.mark.warehouse
def test_the_secret_of_one_city_does_not_open_the_other(warehouse: Built) -> None:
    from leerloopbaan.errors import SecretError
    from leerloopbaan.keys.secrets import CitySecret, city_secret

    own = city_secret(DEFAULT_CITY)
    other = CitySecret("gent", own.value, demo=True)
    with duckdb.connect(":memory:") as connection:
        duck.harden(connection, DEFAULT_CITY)
        with pytest.raises(SecretError):
            duck.attach(connection, home.landing_file(DEFAULT_CITY), "landing", other)
