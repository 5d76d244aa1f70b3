"""`dbt build` of a city against the same compiled statements in one DuckDB session (the floor).

BENCH_SCALES (default `1`; e.g. `1,antwerpen=100,gent=22`) sets the sizes, of every city or of one;
the figures in docs/benchmarks.md say with which command they were made. Each size has a vault of
its own in a temporary directory.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

REPEATS = 3
SEED = 1


def run() -> list[dict[str, Any]]:
    """One row per city and size: seconds and peak memory of dbt, the floor, and their ratio."""
    from leerloopbaan.build import steps

    wanted = [size.rpartition("=") for size in os.environ.get("BENCH_SCALES", "1").split(",")]
    return [
        _city(city, float(scale))
        for only, _, scale in wanted
        for city in steps.cities()
        if only in ("", city)
    ]


def _city(city: str, scale: float) -> dict[str, Any]:
    from leerloopbaan.build import deliveries, steps
    from leerloopbaan.build.commands import leerloopbaan
    from leerloopbaan.build.plan import Plan
    from leerloopbaan.keys.secrets import make_demo_secret

    before = dict(os.environ)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        os.environ |= {
            "LEERLOOPBAAN_HOME": str(root / "var"),
            "DBT_TARGET_PATH": str(root / "target"),
            "DBT_LOG_PATH": str(root / "logs"),
        }
        try:
            make_demo_secret(city)
            start = time.perf_counter()
            deliveries.write_deliveries(Plan(city, scale, SEED), root / "inbox")
            synth = time.perf_counter() - start
            start = time.perf_counter()
            inbox = root / "inbox"
            leerloopbaan(
                "intake", "--city", city, "--received", steps.RECEIVED, "--synthetic", "--each",
                *(str(part) for part in (inbox / deliveries.LISTS, *deliveries.deliveries(inbox))),
            )  # fmt: skip
            intake = time.perf_counter() - start
            repeats = REPEATS if scale <= 1 else 1
            measured = [_dbt_build(city) for _ in range(repeats)]
            seconds = statistics.median(second for second, _ in measured)
            elsewhere = _seconds_in_python(root / "target")
            floor = statistics.median(_floor(city, root / "target") for _ in range(repeats))
        finally:
            os.environ.clear()
            os.environ |= before
    return {
        "benchmark": "dbt build against its own statements",
        "city": city,
        "scale": scale,
        "synth_s": round(synth, 1),
        "intake_s": round(intake, 1),
        "dbt_build_s": round(seconds, 1),
        "of_which_python_models_s": round(elsewhere, 1),
        "floor_s": round(floor, 1),
        "ratio": round((seconds - elsewhere) / floor, 2),
        "peak_gb": round(max(peak for _, peak in measured) / 1024**2, 2),
    }


def _dbt_build(city: str) -> tuple[float, int]:
    """Wall-clock seconds, and peak resident memory in KiB, of one `dbt build`."""
    command: list[str | Path] = [
        Path(sys.executable).with_name("dbt"),
        "--quiet",
        "build",
        "--target",
        city,
    ]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise RuntimeError("dbt build failed; run it by hand to see why")
    return time.perf_counter() - start, usage.ru_maxrss


def _results(target: Path) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Nodes of the run with their results, in the order in which they ran."""
    nodes = json.loads((target / "manifest.json").read_text(encoding="utf-8"))["nodes"]
    results = json.loads((target / "run_results.json").read_text(encoding="utf-8"))["results"]
    ran = [result for result in results if result["unique_id"] in nodes and result["timing"]]
    ran.sort(key=lambda result: result["timing"][-1]["started_at"])
    return [(nodes[result["unique_id"]], result) for result in ran]


def _seconds_in_python(target: Path) -> float:
    """What the Python models took: they are no statements, and count on neither side."""
    seconds: float = sum(
        result["execution_time"]
        for node, result in _results(target)
        if node["resource_type"] == "model" and node["language"] == "python"
    )
    return seconds


def _floor(city: str, target: Path) -> float:
    """Seconds of the same statements, tables and tests, one after another in one session."""
    import duckdb

    from leerloopbaan.keys.dbt_plugin import Plugin

    statements = []
    for node, result in _results(target):
        code = result.get("compiled_code")
        if node["resource_type"] == "model" and node["language"] == "sql":
            statements.append(f"create or replace table {node['relation_name']} as {code}")
        elif node["resource_type"] == "test":
            statements.append(f"select count(*) from ({code}) as fouten")
    plugin = Plugin("kluis", {"city": city})
    plugin.initialize({"city": city})
    settings: dict[str, str | bool | int | float | list[str]] = {
        "threads": 2,
        "memory_limit": os.environ.get("LEERLOOPBAAN_MEMORY", "8GB"),
    }
    with duckdb.connect(":memory:", config=settings) as connection:
        plugin.configure_connection(connection)
        plugin.configure_cursor(connection)
        start = time.perf_counter()
        for statement in statements:
            connection.execute(statement).fetchall()
        return time.perf_counter() - start
