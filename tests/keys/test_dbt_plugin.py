"""The plugin inside dbt: one clear line for each fault, and neither key nor value in what is left.

A project of its own, with models that go wrong on purpose, uses the real plugin and profile.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from leerloopbaan import duck, home
from leerloopbaan.keys.derive import derive, file_key
from leerloopbaan.keys.secrets import city_secret
from leerloopbaan.register.load import load_register

CANARY = "KANARIE42"
SECRET = "5e" * 32
# The canary is put together in SQL, so that only data holds it, not the statement.
MODELS = {
    "goed.sql": "select pseudoniem(c) as persoon_id from (select 'KANA' || 'RIE42' as c) as q",
    "cast.sql": "select cast(c as int) as a from (select 'KANA' || 'RIE42' as c) as q",
    "sleutel.sql": (
        "{{ config(contract={'enforced': true}) }}\n"
        "select 'KANA' || 'RIE42' as c union all select 'KANA' || 'RIE42'"
    ),
    "python_cast.py": (
        "def model(dbt, session):\n"
        "    session.sql(\"select cast('KANA' || 'RIE4' || i as int) from range(3) as r(i)\""
        ").fetchall()\n"
        "    return None\n"
    ),
    "python_fout.py": ("def model(dbt, session):\n    int('KANA' + 'RIE42')\n    return None\n"),
    "schema.yml": (
        "models:\n"
        "  - name: sleutel\n"
        "    columns:\n"
        "      - name: c\n"
        "        data_type: varchar\n"
        "        constraints: [{type: primary_key}]\n"
    ),
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LEERLOOPBAAN_HOME", str(tmp_path / "var"))
    monkeypatch.setenv("LEERLOOPBAAN_SECRET_ANTWERPEN", SECRET)
    monkeypatch.delenv("LEERLOOPBAAN_NO_VAULT", raising=False)
    folder = tmp_path / "project"
    (folder / "models").mkdir(parents=True)
    shutil.copy(home.project_root() / "profiles.yml", folder)
    (folder / "dbt_project.yml").write_text(
        "name: fouten\nversion: 1.0.0\nconfig-version: 2\nprofile: leerloopbaan\n"
        "models: {+materialized: table}\nflags: {send_anonymous_usage_stats: false}\n"
    )
    for name, text in MODELS.items():
        (folder / "models" / name).write_text(text)
    return folder


def _dbt(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [Path(sys.executable).with_name("dbt"), "--no-use-colors", *arguments],
        cwd=project,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def _everything(folder: Path) -> bytes:
    return b"\n".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_errors_of_dbt_hold_no_value_and_files_no_key(project: Path) -> None:
    result = _dbt(project, "--debug", "build")
    said = result.stdout + result.stderr
    assert result.returncode == 1
    assert "PASS=1 WARN=0 ERROR=4" in said
    for expected in (
        "ConversionException: when casting from source column c",
        "ConstraintException: PRIMARY KEY or UNIQUE constraint violation",
        "Python model python_cast: ConversionException",
        "Python model python_fout: ValueError in ",
    ):
        assert expected in said
    secret = city_secret("antwerpen")
    domain = load_register("antwerpen").identiteit.domein
    keys = [
        secret.value,
        derive(secret, "pseudoniem", domain),
        bytes.fromhex(file_key(secret, "landing")),
        bytes.fromhex(file_key(secret, "warehouse")),
    ]
    left = said.encode() + _everything(project.parent)
    assert CANARY.encode() not in left
    for key in keys:
        assert key not in left
        assert key.hex().encode() not in left.lower()


def test_the_pseudonym_is_in_the_warehouse_and_the_code_is_not(project: Path) -> None:
    assert _dbt(project, "run", "--select", "goed").returncode == 0
    with duck.vault_connection("antwerpen", warehouse="read_only") as connection:
        rows = connection.execute("from warehouse.main.goed").fetchall()
    assert len(rows[0][0]) == 32
    assert rows[0][0] != CANARY


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LEERLOOPBAAN_SECRET_ANTWERPEN": ""}, "no secret for antwerpen"),
        ({"LEERLOOPBAAN_SECRET_ANTWERPEN": "kort"}, "is not at least 64 hexadecimal digits"),
        ({"LEERLOOPBAAN_SECRET_ANTWERPEN": "a1" * 32}, "does not open warehouse.duckdb"),
        ({"LEERLOOPBAAN_NO_VAULT": "1"}, "`dbt run` needs the vault"),
    ],
)
def test_a_fault_of_the_vault_is_one_line(
    project: Path, environment: dict[str, str], expected: str
) -> None:
    with duck.vault_connection("antwerpen", warehouse="read_write") as connection:
        connection.execute("create table warehouse.main.t (a integer)")
    before = _everything(home.vault("antwerpen"))
    result = _dbt(project, "run", "--select", "goed", **environment)
    assert result.returncode == 2
    assert expected in result.stdout
    assert "Traceback" not in result.stdout + result.stderr
    assert _everything(home.vault("antwerpen")) == before


def test_without_a_vault_a_project_compiles_and_nothing_is_made(project: Path) -> None:
    environment = {"LEERLOOPBAAN_NO_VAULT": "1", "LEERLOOPBAAN_SECRET_ANTWERPEN": ""}
    assert _dbt(project, "compile", "--select", "goed", **environment).returncode == 0
    assert not (project.parent / "var").exists()


def test_a_build_during_a_build_says_wait(project: Path) -> None:
    with duck.vault_connection("antwerpen", warehouse="read_write"):
        result = _dbt(project, "run", "--select", "goed")
    assert result.returncode == 2
    assert "warehouse.duckdb of antwerpen is in use by another process" in result.stdout
    assert "Traceback" not in result.stdout + result.stderr
