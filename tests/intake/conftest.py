"""One vault per test, and a gate that tests call without starting a process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leerloopbaan import duck, home
from leerloopbaan.intake.deliver import deliver
from leerloopbaan.intake.delivery import Uitslag
from leerloopbaan.keys.secrets import make_demo_secret

from .corpus.case import RECEIVED

Gate = Callable[..., Uitslag]


@pytest.fixture
def gate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Gate:
    """`gate(*paths, received=..., city=..., given=[...], synthetic=True)` → its verdict."""
    monkeypatch.setenv("LEERLOOPBAAN_HOME", str(tmp_path / "var"))
    for city in home.CITIES:
        make_demo_secret(city)

    def run(*paths: Path, city: str = "antwerpen", **options: Any) -> Uitslag:
        options.setdefault("synthetic", True)
        return deliver(city, paths, options.pop("received", RECEIVED), **options)

    return run


def query(sql: str, city: str = "antwerpen") -> list[tuple[Any, ...]]:
    """Rows of a query on the landing file."""
    with duck.vault_connection(city, landing="read_only") as con:
        return con.execute(sql).fetchall()


def rules(result: Uitslag, *, warnings: bool = False) -> set[str]:
    """The codes of the findings (those that only warn left out)."""
    return {f.regel for f in result.bevindingen if warnings or f.ernst.value != "waarschuwing"}
