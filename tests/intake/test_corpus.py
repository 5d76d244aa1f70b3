"""Every delivery of the corpus gets exactly its verdict, by exactly its rules."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from leerloopbaan import duck, home
from leerloopbaan.intake.deliver import deliver
from leerloopbaan.intake.year_keys import destroy
from leerloopbaan.register.load import load_register

from .conftest import rules
from .corpus import books, cells, disguises, files, gent, history, texts
from .corpus.case import RECEIVED, Case
from .small import faultless, write_csv

# One case in so many is in the fast suite, spread over all kinds; the full suite has them all.
FAST_ONE_IN = 15
KINDS = (cells, files, gent, history, texts, books, disguises)
CASES = [case for kind in KINDS for case in kind.cases()]


def test_the_corpus_is_large_and_its_names_are_unique() -> None:
    assert len(CASES) >= 150
    assert len({case.name for case in CASES}) == len(CASES)


Rows = dict[str, list[tuple[str | None, ...]]]


def landed(city: str, levering_id: str) -> Rows:
    """The rows of one delivery that landed, per table, without where they stood in its files."""
    with duck.vault_connection(city, landing="read_only") as con:
        return {
            table.relatie: con.execute(
                f"select * exclude (levering_id, bestand, rij) from landing.levering."
                f"{table.relatie} where levering_id = ? order by all",
                [levering_id],
            ).fetchall()
            for table in load_register(city).tabellen
        }


@pytest.fixture(scope="module")
def plain(vaults: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Rows]:
    """The rows of the faultless deliveries, as plain CSV."""
    found = {}
    for city, tables in (("antwerpen", faultless()), ("gent", gent.faultless())):
        shutil.copy(vaults / f"{city}.duckdb", home.landing_file(city))
        files = write_csv(tmp_path_factory.mktemp("foutloos") / city, tables)
        result = deliver(city, [files], RECEIVED, synthetic=True)
        found[city] = landed(city, result.levering.levering_id)
        assert all(found[city].values())
    return found


PARAMETERS = [
    pytest.param(case, id=case.name, marks=[pytest.mark.full] if number % FAST_ONE_IN else [])
    for number, case in enumerate(CASES)
]


@pytest.mark.parametrize("case", PARAMETERS)
def test_the_verdict_is_exact(
    case: Case, vaults: Path, plain: dict[str, Rows], tmp_path: Path
) -> None:
    landing = home.landing_file(case.city)
    shutil.copy(vaults / f"{case.city}.duckdb", landing)
    for number, (build, received, *verdict) in enumerate(case.before):
        earlier = deliver(case.city, build(tmp_path / f"eerder_{number}"), received, synthetic=True)
        assert [earlier.status] == (verdict or ["aanvaard"])
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
    assert (result.status, rules(result, warnings=True)) == (case.status, set(case.rules))
    assert result.al_bekend is case.settled
    assert (landing.read_bytes() == before) is case.settled
    if case.same:
        assert landed(case.city, result.levering.levering_id) == plain[case.city]


@pytest.mark.parametrize("city", home.CITIES)
def test_every_rule_of_the_register_is_fired_and_says_what_to_do(city: str) -> None:
    """And the gate gives no rule that the register does not have."""
    register = {rule.code: rule for rule in load_register(city).regels}
    fired = {code for case in CASES if case.city == city for code in case.rules}
    assert fired == set(register)
    for rule in register.values():
        assert rule.ernst and rule.gebrek and rule.titel.strip() and len(rule.remedie) > 10
        assert rule.clausule.artikel and rule.clausule.regels and rule.clausule.citaat.strip()
