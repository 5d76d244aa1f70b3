"""The guard on lineage: today's models pass, and every way around it that we know is caught."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from gent.year_wall import breaches
from leerloopbaan import home


@pytest.fixture(scope="module")
def statements(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Compiled SQL per model of Ghent's project."""
    target: Path = tmp_path_factory.mktemp("gent")
    done = subprocess.run(
        [sys.executable, "-m", "dbt.cli.main", "--quiet", "compile", "--target", "gent"],
        cwd=home.project_root(),
        env=os.environ
        | {
            "LEERLOOPBAAN_NO_VAULT": "1",
            "DBT_TARGET_PATH": str(target),
            "DBT_LOG_PATH": str(target),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    manifest: dict[str, Any] = json.loads((target / "manifest.json").read_text(encoding="utf-8"))
    return {
        node["name"]: node["compiled_code"]
        for node in manifest["nodes"].values()
        if node["resource_type"] in {"model", "analysis"} and node["language"] == "sql"
    }


def test_no_model_of_ghent_follows_a_pupil_over_years(statements: dict[str, str]) -> None:
    assert any(name.startswith("int_gent__") for name in statements)
    found = {name: breaches(sql) for name, sql in statements.items()}
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_what_a_row_says_of_its_previous_year_comes_from_that_row(
    statements: dict[str, str],
) -> None:
    """The one fact that compares years reads pupils once."""
    sql = statements["int_gent__feit_verandering"]
    assert sql.count("int_gent__leerlingen") == 1
    assert "stg_gent__leerlingen" not in sql


@pytest.mark.parametrize(
    "sql",
    [
        "select 1 from a join b on a.leerling_id = b.leerling_id",
        "select 1 from a join b using (leerling_id)",
        "select 1 from a join b on a.leerling_id = b.leerling_id and a.startjaar = b.startjaar + 1",
        "select 1 from a join b on a.leerling_id = b.leerling_id and a.schooljaar < b.schooljaar",
        "select 1 from a join b on a.leerling_id = b.leerling_id or a.schooljaar = b.schooljaar",
        "select 1 from a join b on concat(a.leerling_id) = b.x and a.schooljaar = b.schooljaar",
        "select lag(x) over (partition by leerling_id order by schooljaar) from a",
        "select leerling_id, count(*) from a group by leerling_id",
        "select distinct leerling_id from a",
        "select 1 from a where leerling_id in (select leerling_id from b)",
        "select leerling_id from a intersect select leerling_id from b",
        "with p as (select distinct aim_code as code from a) select 1 from p",
    ],
)
def test_a_statement_that_links_years_is_caught(sql: str) -> None:
    assert breaches(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "select 1 from a join b on a.leerling_id = b.leerling_id and a.schooljaar = b.schooljaar",
        "select count(*) over (partition by schooljaar) from a",
        "select schooljaar, count(*) from a group by schooljaar",
        "select distinct leerling_id, schooljaar from a",
    ],
)
def test_a_statement_within_one_year_passes(sql: str) -> None:
    assert not breaches(sql)
