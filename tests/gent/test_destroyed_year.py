"""What a dbt build does with a school year whose key is gone, and with one that is overdue."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from leerloopbaan import home
from leerloopbaan.duck import vault_connection
from leerloopbaan.keys.salts import salts

from .small_vault import CITY, YEAR, build, contents, done, run

pytestmark = pytest.mark.full


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
    assert build(whole=True).returncode == 0
    before = contents()
    assert before["marts.mart_monitor"]
    found = looked_up(code)
    assert found.returncode == 0
    done("leerloopbaan", "keys", "--city", CITY, "--destroy", YEAR, "--by", "A. Beheerder")
    home.warehouse_file(CITY).unlink()
    again = build(whole=True)
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
