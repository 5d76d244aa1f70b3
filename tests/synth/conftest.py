"""Small deliveries of both cities, written once."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from leerloopbaan.synth.basis import Request
from leerloopbaan.synth.generate import generate

Row = dict[str, Any]


@dataclass(frozen=True)
class Written:
    """What one run of `synth` left behind."""

    directory: Path
    scale: float
    truth: dict[str, Any]

    def rows(self, table: str) -> list[Row]:
        paths = sorted(self.directory.glob(f"*/{table}.parquet"))
        assert paths
        return [row for path in paths for row in pq.read_table(path).to_pylist()]

    def figure(self, indicator: str, level: str = "populatie") -> dict[tuple[str, str], Row]:
        return {
            (r["schooljaar"], r["meetmoment"]): r
            for r in self.truth["indicatoren"]
            if r["indicator"] == indicator
            and r["geo_niveau"] == level
            and r["uitsplitsing"] == "totaal"
        }

    def share(self, indicator: str, level: str = "populatie") -> float:
        rows = self.figure(indicator, level).values()
        total: float = sum(r["teller"] for r in rows) / sum(r["noemer"] for r in rows)
        return total


def _write(city: str, out: Path, scale: float) -> Written:
    path = generate(Request(city, out, scale=scale, seed=11, format="parquet"))
    return Written(out, scale, json.loads(path.read_text()))


@pytest.fixture(scope="session")
def antwerp(tmp_path_factory: pytest.TempPathFactory) -> Written:
    return _write("antwerpen", tmp_path_factory.mktemp("antwerpen"), 0.2)


@pytest.fixture(scope="session")
def ghent(tmp_path_factory: pytest.TempPathFactory) -> Written:
    return _write("gent", tmp_path_factory.mktemp("gent"), 0.04)
