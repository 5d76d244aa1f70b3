"""Where things stand: the project's own files, and everything that a run writes."""

from __future__ import annotations

import os
from pathlib import Path

CITIES = ("antwerpen", "gent")


def project_root() -> Path:
    """Directory of `dbt_project.yml` (LEERLOOPBAAN_PROJECT moves it)."""
    moved = os.environ.get("LEERLOOPBAAN_PROJECT")
    return Path(moved).resolve() if moved else Path(__file__).resolve().parents[2]


def home() -> Path:
    """Root of everything that a run writes (LEERLOOPBAAN_HOME moves it; default `var/`)."""
    moved = os.environ.get("LEERLOOPBAAN_HOME")
    return Path(moved).resolve() if moved else project_root() / "var"


def vault(city: str) -> Path:
    """One city's own directory, readable by its owner alone; created when missing."""
    path = home() / city
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def landing_file(city: str) -> Path:
    """Encrypted DuckDB file with what was delivered; written by intake only."""
    return vault(city) / "landing.duckdb"


def warehouse_file(city: str) -> Path:
    """Encrypted DuckDB file that dbt builds; may be deleted and built again."""
    return vault(city) / "warehouse.duckdb"


def spill_directory(city: str) -> Path:
    """Private directory for DuckDB's (encrypted) temporary files."""
    path = vault(city) / "tmp"
    path.mkdir(mode=0o700, exist_ok=True)
    return path


def releases(city: str) -> Path:
    """Directory of one city's releases: `<id>/<audience>/...` and the link `current`."""
    return home() / "releases" / city
