"""One vault per test, and a gate that tests call without starting a process."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from leerloopbaan import duck, home
from leerloopbaan.intake.deliver import deliver
from leerloopbaan.intake.delivery import Uitslag
from leerloopbaan.keys.secrets import make_demo_secret

from .corpus import gent
from .corpus.case import RECEIVED
from .small import reference_lists, write_csv

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


@pytest.fixture(scope="module")
def vaults(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Vaults of both cities in which the reference lists are in force."""
    root = tmp_path_factory.mktemp("kluizen")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LEERLOOPBAAN_HOME", str(root / "var"))
        for city, lists in (("antwerpen", reference_lists()), ("gent", gent.lists())):
            # A secret of its own: some cases are about what may no longer be received for real.
            patch.setenv(f"LEERLOOPBAAN_SECRET_{city.upper()}", "5e" * 32)
            directory = write_csv(root / f"lijsten_{city}", lists)
            assert deliver(city, [directory], RECEIVED, synthetic=True).status == "aanvaard"
            shutil.copy(home.landing_file(city), root / f"{city}.duckdb")
        yield root
