"""Every delivery of the corpus gets exactly its verdict, by exactly its rules."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from leerloopbaan import home
from leerloopbaan.intake.deliver import deliver
from leerloopbaan.keys.secrets import make_demo_secret

from .conftest import RECEIVED, rules
from .corpus import cells, files, gent
from .corpus.case import Case
from .small import reference_lists, write_csv

# One case in so many is in the fast suite, spread over all kinds; the full suite has them all.
FAST_ONE_IN = 10
CASES = [*cells.cases(), *files.cases(), *gent.cases()]


@pytest.fixture(scope="module")
def vaults(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Vaults of both cities in which the reference lists are in force."""
    root = tmp_path_factory.mktemp("kluizen")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LEERLOOPBAAN_HOME", str(root / "var"))
        for city, lists in (("antwerpen", reference_lists()), ("gent", gent.lists())):
            make_demo_secret(city)
            directory = write_csv(root / f"lijsten_{city}", lists)
            assert deliver(city, [directory], RECEIVED, synthetic=True).status == "aanvaard"
            shutil.copy(home.landing_file(city), root / f"{city}.duckdb")
        yield root


def test_the_corpus_is_large_and_its_names_are_unique() -> None:
    assert len(CASES) >= 150
    assert len({case.name for case in CASES}) == len(CASES)


PARAMETERS = [
    pytest.param(case, id=case.name, marks=[pytest.mark.full] if number % FAST_ONE_IN else [])
    for number, case in enumerate(CASES)
]


@pytest.mark.parametrize("case", PARAMETERS)
def test_the_verdict_is_exact(case: Case, vaults: Path, tmp_path: Path) -> None:
    landing = home.landing_file(case.city)
    shutil.copy(vaults / f"{case.city}.duckdb", landing)
    before = landing.read_bytes()
    result = deliver(
        case.city, case.build(tmp_path / "levering"), RECEIVED, synthetic=True, **case.options
    )
    assert (result.status, rules(result, warnings=True)) == (case.status, case.rules)
    assert landing.read_bytes() != before
