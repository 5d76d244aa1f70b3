"""Every delivery of the corpus gets exactly its verdict, by exactly its rules."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from leerloopbaan import home
from leerloopbaan.intake.deliver import deliver
from leerloopbaan.intake.year_keys import destroy
from leerloopbaan.register.load import load_register

from .conftest import rules
from .corpus import cells, files, gent, history
from .corpus.case import Case

# One case in so many is in the fast suite, spread over all kinds; the full suite has them all.
FAST_ONE_IN = 15
CASES = [*cells.cases(), *files.cases(), *gent.cases(), *history.cases()]


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
    for number, (build, received) in enumerate(case.before):
        earlier = build(tmp_path / f"eerder_{number}")
        assert deliver(case.city, earlier, received, synthetic=True).status == "aanvaard"
    for year in case.closed:
        destroy(case.city, year, "de test", case.received)
    before = landing.read_bytes()
    result = deliver(
        case.city,
        case.build(tmp_path / "levering"),
        case.received,
        synthetic=case.synthetic,
        **case.options,
    )
    assert (result.status, rules(result, warnings=True)) == (case.status, case.rules)
    assert result.al_bekend is case.settled
    assert (landing.read_bytes() == before) is case.settled


@pytest.mark.parametrize("city", home.CITIES)
def test_every_rule_of_the_register_is_fired_and_says_what_to_do(city: str) -> None:
    """And the gate gives no rule that the register does not have."""
    register = {rule.code: rule for rule in load_register(city).regels}
    fired = {code for case in CASES if case.city == city for code in case.rules}
    assert fired == set(register)
    for rule in register.values():
        assert rule.ernst and rule.gebrek and rule.titel.strip() and len(rule.remedie) > 10
        assert rule.clausule.artikel and rule.clausule.regels and rule.clausule.citaat.strip()
