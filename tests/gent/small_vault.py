"""A small vault of Ghent with two school years, and dbt on it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from leerloopbaan import home
from leerloopbaan.duck import vault_connection
from leerloopbaan.keys.secrets import make_demo_secret

CITY = "gent"
YEAR = "2015-2016"
RECEIVED = "2025-07-16"


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


# All that reads persons; what follows reads nothing but the cells. The whole takes minutes.
PERSONAL = ("path:seeds", "path:models/staging", "path:models/intermediate", "path:models/quality",
            "path:models/cells", "source:intake")  # fmt: skip


def build(*variables: str, whole: bool = False) -> subprocess.CompletedProcess[str]:
    extra = ("--vars", f"{{{', '.join(variables)}}}") if variables else ()
    part = () if whole else ("--indirect-selection", "cautious", "--select", *PERSONAL)
    return run("dbt.cli.main", "--no-use-colors", "build", "--target", CITY, *part, *extra)


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


def land_two_years(folder: Path) -> None:
    """Synthetic deliveries in `folder`, the first of them landed in the current vault."""
    done("leerloopbaan", "synth", "--city", CITY, "--out", str(folder), "--scale", "0.002",
         "--format", "parquet")  # fmt: skip
    make_demo_secret(CITY)
    done("leerloopbaan", "intake", "--city", CITY, "--received", RECEIVED, "--synthetic",
         "--each", str(folder / "referentie"), str(folder / f"levering_{YEAR}"))  # fmt: skip
