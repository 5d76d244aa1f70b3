"""A supplier that reuses codes: it is told, and our pseudonyms still cannot be matched."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from leerloopbaan import home
from leerloopbaan.duck import vault_connection
from leerloopbaan.keys.secrets import make_demo_secret

CITY = "gent"
RECEIVED = "2025-07-16"


def _run(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=home.project_root(),
        env=dict(os.environ),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _reuse_codes(delivery: Path) -> None:
    """Number the pupils of every school year from 1: the same codes in each of them."""
    february, june = (delivery / f"leerlingen_{moment}.parquet" for moment in ("0102", "3006"))
    numbers = (
        "select aim_code, schooljaar, format('SYNZELFDE{:06d}', dense_rank() over "
        f"(partition by schooljaar order by aim_code)) as zelfde from '{february}'"
    )
    connection = duckdb.connect()
    connection.execute(f"create table nummers as {numbers}")
    for file in (february, june):
        connection.execute(
            f"copy (select d.* replace (n.zelfde as aim_code) from '{file}' as d "
            f"join nummers as n using (aim_code, schooljaar)) to '{file}.nieuw' (format parquet)"
        )
        file.with_name(f"{file.name}.nieuw").replace(file)


@pytest.fixture
def reusing_supplier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A vault with two school years whose deliveries wrongly share their codes."""
    for name in [n for n in os.environ if n.startswith("LEERLOOPBAAN_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("LEERLOOPBAAN_HOME", str(tmp_path / "var"))
    monkeypatch.setenv("DBT_TARGET_PATH", str(tmp_path / "target"))
    monkeypatch.setenv("DBT_LOG_PATH", str(tmp_path / "logs"))
    made = tmp_path / "synthetisch"
    _run("leerloopbaan", "synth", "--city", CITY, "--out", str(made), "--scale", "0.002",
         "--format", "parquet")  # fmt: skip
    make_demo_secret(CITY)
    years = sorted(p for p in made.iterdir() if p.name.startswith("levering"))
    _reuse_codes(years[0])
    for delivery in (made / "referentie", years[0]):
        _run("leerloopbaan", "intake", "--city", CITY, "--received", RECEIVED, "--synthetic",
             str(delivery))  # fmt: skip
    return tmp_path


@pytest.mark.full
def test_reused_codes_do_not_link_years_and_are_reported(reusing_supplier: Path) -> None:
    with vault_connection(CITY, landing="read_only") as connection:
        shared = connection.execute(
            "select count(*) from (select aim_code from landing.levering.leerlingen_0102 "
            "group by aim_code having count(distinct schooljaar) > 1)"
        ).fetchone()
    assert shared is not None and shared[0] > 0, "the delivery does not reuse a code"

    _run("dbt.cli.main", "--quiet", "run", "--target", CITY, "--select",
         "stg_gent__leerlingen_0102")  # fmt: skip
    with vault_connection(CITY, warehouse="read_only") as connection:
        pupils, matched = connection.execute(
            "select count(*), count_if(jaren > 1) from (select leerling_id, "
            "count(distinct schooljaar) as jaren from warehouse.staging.stg_gent__leerlingen_0102 "
            "group by leerling_id)"
        ).fetchone() or (0, 0)
    assert pupils > 0
    assert matched == 0

    told = json.loads(_run("leerloopbaan", "findings", "--city", CITY, "--json"))
    assert "code_over_schooljaren" in json.dumps(told)
