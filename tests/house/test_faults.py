"""A full disk and a file in use: one clear line, nothing half-written, and on afterwards."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Built
from leerloopbaan import home
from leerloopbaan.duck import vault_connection

CITY = "antwerpen"
DBT = Path(sys.executable).with_name("dbt")
FULL_AT = 20_000


@pytest.fixture
def house(warehouse: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the shared build that may be harmed."""
    copy = tmp_path / "var"
    shutil.copytree(warehouse.home, copy, symlinks=True)
    for name, value in {
        "LEERLOOPBAAN_HOME": copy,
        "DBT_TARGET_PATH": tmp_path / "target",
        "DBT_LOG_PATH": tmp_path / "logs",
    }.items():
        monkeypatch.setenv(name, str(value))
    return copy


# The disk fills up once the vault is open: dbt's own files in `target/` are not what is tested.
DBT_ON_A_FULL_DISK = f"""
import resource, sys
from dbt.cli.main import cli
from leerloopbaan.keys import dbt_plugin
open_vault = dbt_plugin._open_vault
def open_and_fill(*arguments):
    open_vault(*arguments)
    resource.setrlimit(resource.RLIMIT_FSIZE, ({FULL_AT}, {FULL_AT}))
dbt_plugin._open_vault = open_and_fill
cli(sys.argv[1:])
"""


def _dbt(*arguments: str, full_disk: bool = False) -> subprocess.CompletedProcess[str]:
    dbt: list[str | Path] = [sys.executable, "-c", DBT_ON_A_FULL_DISK] if full_disk else [DBT]
    flags = ("--no-use-colors", "--no-write-json", "--log-level-file", "none")
    return subprocess.run(
        [*dbt, *flags, *arguments],
        cwd=home.project_root(),
        env=os.environ,
        capture_output=True,
        text=True,
        check=False,
    )


def _rows() -> int:
    with vault_connection(CITY, warehouse="read_only") as connection:
        query = "select count(*) from warehouse.staging.stg_antwerpen__deel_11b"
        (number,) = connection.execute(query).fetchone() or (0,)
        return int(number)


@pytest.mark.warehouse
def test_a_full_disk_during_a_build(house: Path) -> None:
    before = _rows()
    full = _dbt("run", "--select", "stg_antwerpen__deel_11b", full_disk=True)
    assert full.returncode != 0
    said = full.stdout + full.stderr
    assert "Could not write file" in said
    assert "Traceback" not in said, said[-3000:]
    assert _rows() == before
    again = _dbt("run", "--select", "stg_antwerpen__deel_11b")
    assert again.returncode == 0, again.stdout


@pytest.mark.warehouse
def test_a_file_in_use_during_intake(house: Path) -> None:
    command = [
        *(sys.executable, "-m", "leerloopbaan", "intake", "--city", CITY, "--synthetic"),
        *("--received", "2025-06-20", str(house / "synthetisch" / CITY / "referentie")),
    ]
    before = home.landing_file(CITY).read_bytes()
    with vault_connection(CITY, landing="read_write"):
        result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert "in use" in result.stdout + result.stderr or "gebruik" in result.stdout + result.stderr
    assert "Traceback" not in result.stdout + result.stderr
    assert home.landing_file(CITY).read_bytes() == before
