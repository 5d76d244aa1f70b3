"""One dbt run over all careers, and the facts that it made."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa

from leerloopbaan import home
from leerloopbaan.duck import vault_connection
from leerloopbaan.keys.derive import derive
from leerloopbaan.keys.pseudonym import pseudonymise
from leerloopbaan.keys.secrets import city_secret
from leerloopbaan.register.load import load_register
from oracle.landing import CITY, person_code


def build(workplace: Path) -> None:
    """Run the intermediate models, in a process of its own (dbt keeps its connection)."""
    environment = os.environ | {
        "LEERLOOPBAAN_HOME": str(workplace),
        "DBT_TARGET": CITY,
        "DBT_TARGET_PATH": str(workplace / "target"),
        "DBT_LOG_PATH": str(workplace / "logs"),
    }
    selection = f"+path:models/intermediate/{CITY}"
    kinds = ("--resource-type", "model", "--resource-type", "seed")
    done = subprocess.run(
        [sys.executable, "-m", "dbt.cli.main", "--quiet", "build", "--select", selection, *kinds],
        cwd=home.project_root(),
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]


def indices(count: int) -> dict[str, int]:
    """Career index per pseudonym."""
    secret = city_secret(CITY)
    key = derive(secret, "pseudoniem", load_register(CITY).identiteit.domein)
    codes = pa.array([person_code(i) for i in range(count)])
    return {p: i for i, p in enumerate(pseudonymise(codes, key).to_pylist())}


def fact_rows(fact: str, extra: str = "") -> list[dict[str, Any]]:
    """All rows of one fact table; `extra` is SQL for more columns."""
    with vault_connection(CITY, warehouse="read_only") as connection:
        relation = f"warehouse.intermediate.int_{CITY}__feit_{fact}"
        table = connection.execute(f"select *{extra} from {relation}").to_arrow_table()
        return list(table.to_pylist())


def seed_rows(name: str) -> list[dict[str, str | None]]:
    """A dated seed as text."""
    with vault_connection(CITY, warehouse="read_only") as connection:
        table = connection.execute(
            f"select columns(*)::varchar from warehouse.referentie.{name}"
        ).to_arrow_table()
        return list(table.to_pylist())
