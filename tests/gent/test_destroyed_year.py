"""What a dbt build does with a school year whose key is gone, and with one that is overdue."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from leerloopbaan import home
from leerloopbaan.duck import vault_connection
from leerloopbaan.keys.salts import salts
from leerloopbaan.keys.secrets import make_demo_secret

CITY = "gent"
YEAR = "2015-2016"
RECEIVED = "2025-07-16"
pytestmark = pytest.mark.full


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=home.project_root(),
        env=dict(os.environ),
        capture_output=True,
        text=True,
        check=False,
    )


def done(*arguments: str) -> str:
    result = run(*arguments)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def build(*variables: str) -> subprocess.CompletedProcess[str]:
    extra = ("--vars", f"{{{', '.join(variables)}}}") if variables else ()
    return run("dbt.cli.main", "--no-use-colors", "build", "--target", CITY, *extra)


@pytest.fixture
def vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A vault with two school years of Ghent."""
    for name in [n for n in os.environ if n.startswith("LEERLOOPBAAN_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("LEERLOOPBAAN_HOME", str(tmp_path / "var"))
    monkeypatch.setenv("DBT_TARGET_PATH", str(tmp_path / "target"))
    monkeypatch.setenv("DBT_LOG_PATH", str(tmp_path / "logs"))
    made = tmp_path / "synthetisch"
    done("leerloopbaan", "synth", "--city", CITY, "--out", str(made), "--scale", "0.002",
         "--format", "parquet")  # fmt: skip
    make_demo_secret(CITY)
    done("leerloopbaan", "intake", "--city", CITY, "--received", RECEIVED, "--synthetic",
         "--each", str(made / "referentie"), str(made / f"levering_{YEAR}"))  # fmt: skip
    return tmp_path


def contents() -> dict[str, object]:
    """Fingerprint of every table that dbt built, pseudonyms and person counts included."""
    with vault_connection(CITY, warehouse="read_only") as con:
        names = con.execute(
            "select schema_name || '.' || table_name from duckdb_tables() "
            "where database_name = 'warehouse' order by 1"
        ).fetchall()
        return {
            name: con.execute(
                f"select count(*), bit_xor(hash(t)), sum(hash(t)) from warehouse.{name} as t"
            ).fetchone()
            for (name,) in names
        }


def code_of_somebody() -> str:
    with vault_connection(CITY, landing="read_only") as con:
        row = con.execute(
            "select min(aim_code) from landing.levering.leerlingen_0102 where schooljaar = ?",
            [YEAR],
        ).fetchone()
    assert row is not None
    return str(row[0])


def looked_up(code: str, year: str = YEAR) -> subprocess.CompletedProcess[str]:
    return run("dbt.cli.main", "--no-use-colors", "show", "--target", CITY, "--inline",
               f"select pseudoniem('{code}', '{year}') as p")  # fmt: skip


def test_a_build_is_the_same_and_nobody_can_be_looked_up(vault: Path) -> None:
    code = code_of_somebody()
    assert build().returncode == 0
    before = contents()
    found = looked_up(code)
    assert found.returncode == 0
    done("leerloopbaan", "keys", "--city", CITY, "--destroy", YEAR, "--by", "A. Beheerder")
    home.warehouse_file(CITY).unlink()
    again = build()
    assert again.returncode == 0, again.stdout
    assert contents() == before
    assert len(before) > 20
    refused = looked_up(code)
    assert refused.returncode != 0
    assert f"the salt of school year {YEAR} is destroyed" in refused.stdout
    assert "Traceback" not in refused.stdout + refused.stderr
    assert set(salts(CITY)) == {"2016-2017"}
    # The other year goes on.
    assert looked_up("SYNVERZONNEN", "2016-2017").returncode == 0


def test_a_build_fails_while_something_is_overdue(vault: Path) -> None:
    overdue = build("vandaag: '2022-03-01'", "ook_synthetisch: true")
    assert overdue.returncode == 1
    assert "bewaartermijn_verstreken__voer_uit_leerloopbaan_retention_enforce" in overdue.stdout
    assert "SKIP=" in overdue.stdout and "SKIP=0" not in overdue.stdout
    assert not home.warehouse_file(CITY).exists() or not any(
        name.startswith("staging.") for name in contents()
    )
    done("leerloopbaan", "retention", "--city", CITY, "--today", "2022-03-01", "--enforce")
    after = build("vandaag: '2022-03-01'", "ook_synthetisch: true")
    assert after.returncode == 0, after.stdout
