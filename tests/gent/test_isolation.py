"""Two controllers: nothing of one city is reachable from the other's process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from leerloopbaan import duck, home
from leerloopbaan.errors import LeerloopbaanError
from leerloopbaan.keys.secrets import city_secret, make_demo_secret

CITIES = ("antwerpen", "gent")


@pytest.fixture
def two_vaults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Both cities' vaults under one home, each with a landing file and a warehouse."""
    for name in [n for n in os.environ if n.startswith("LEERLOOPBAAN_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("LEERLOOPBAAN_HOME", str(tmp_path))
    for city in CITIES:
        make_demo_secret(city)
        with duck.vault_connection(city, landing="read_write") as connection:
            connection.execute("create table landing.main.van as select 1 as kolom")
        with duck.vault_connection(city, warehouse="read_write") as connection:
            connection.execute("create table warehouse.main.van as select 1 as kolom")
    return tmp_path


@pytest.mark.parametrize(("city", "other"), [CITIES, CITIES[::-1]])
def test_a_process_of_one_city_opens_no_file_of_the_other(
    two_vaults: Path, city: str, other: str
) -> None:
    with duck.vault_connection(city, landing="read_only", warehouse="read_write") as connection:
        rows = connection.execute("select path from duckdb_databases()").fetchall()
        attached = [str(path) for (path,) in rows if path]
        opened = [str(link.readlink()) for link in Path("/proc/self/fd").iterdir() if link.exists()]
    assert any(f"/{city}/" in path for path in attached)
    assert not [path for path in (*attached, *opened) if f"{two_vaults}/{other}/" in path]


@pytest.mark.parametrize(("city", "other"), [CITIES, CITIES[::-1]])
@pytest.mark.parametrize("file", ["landing", "warehouse"])
def test_the_key_of_one_city_opens_nothing_of_the_other(
    two_vaults: Path, city: str, other: str, file: str
) -> None:
    with duck.vault_connection(city) as connection, pytest.raises(LeerloopbaanError):
        duck.attach(connection, home.vault(other) / f"{file}.duckdb", file, city_secret(city))


def test_dbt_of_ghent_needs_nothing_of_antwerp(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With Ghent's vault alone, dbt attaches Ghent's files and no other."""
    for name in [n for n in os.environ if n.startswith("LEERLOOPBAAN_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("LEERLOOPBAAN_HOME", str(tmp_path / "var"))
    make_demo_secret("gent")
    query = "select string_agg(path, ' ') as paden from duckdb_databases()"
    done = subprocess.run(
        [sys.executable, "-m", "dbt.cli.main", "--quiet", "show", "--target", "gent",
         "--output", "json", "--inline", query],
        cwd=home.project_root(),
        env=os.environ
        | {"DBT_TARGET_PATH": str(tmp_path / "target"), "DBT_LOG_PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    paths = json.loads(done.stdout)["show"][0]["paden"]
    assert "/gent/warehouse.duckdb" in paths
    assert "antwerpen" not in paths
    assert not (tmp_path / "var" / "antwerpen").exists()
