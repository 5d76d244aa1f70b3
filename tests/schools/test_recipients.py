"""Who gets which school: itself, its board, assigned staff on the day; others by decision only."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import duckdb
import pytest

from leerloopbaan.errors import RefusedError
from leerloopbaan.register.load import load_register
from leerloopbaan.release.plan import school_audiences
from leerloopbaan.release.recipients import (
    Decision,
    Recipient,
    read_decisions,
    recipients,
)
from schools.conftest import EMPTY, PROTOCOL, TODAY, A, B, C

PRODUCTS = ("area_up", "schoolportretten")


def _grants(found: tuple[Recipient, ...]) -> dict[str, set[tuple[str, str]]]:
    return {f"{r.audience}/{r.code}": {(g.product, g.school) for g in r.grants} for r in found}


def test_school_board_and_staff_get_what_the_lists_say_today(
    found: tuple[Recipient, ...],
) -> None:
    portrait = "schoolportretten"
    assert _grants(found) == {
        f"school/{A}": {(portrait, A), ("area_up", A)},
        f"school/{B}": {(portrait, B)},  # took part until August
        f"school/{C}": {(portrait, C), ("area_up", C)},
        f"school/{EMPTY}": {(portrait, EMPTY)},
        "school/bestuur-B1": {(portrait, A), (portrait, B), ("area_up", A)},
        "school/bestuur-B2": {(portrait, C), ("area_up", C)},
        "school/bestuur-B3": {(portrait, EMPTY)},
        "programma/rol-1": {("area_up", A)},
        "programma/rol-2": {("area_up", C), (portrait, A)},
    }


def test_an_assignment_ends_on_its_day(vault: duckdb.DuckDBPyConnection) -> None:
    def on(day: dt.date) -> set[tuple[str, str]]:
        return _grants(recipients(vault, PROTOCOL, PRODUCTS, today=day))["programma/rol-1"]

    assert ("area_up", B) in on(dt.date(2025, 8, 31))
    assert ("area_up", B) not in on(dt.date(2025, 9, 1))


def _decision(**changes: object) -> Decision:
    values = {
        "publiek": "scholengemeenschap", "code": "G1", "naam": "SG 1", "beslissing": "B-1",
        "geldig_van": "2025-09-01", "geldig_tot": "2026-08-31", **changes,
    }  # fmt: skip
    return Decision.model_validate(values)


def test_a_scholengemeenschap_gets_its_own_schools_by_decision_only(
    vault: duckdb.DuckDBPyConnection, found: tuple[Recipient, ...]
) -> None:
    assert not {r.audience for r in found} & {"scholengemeenschap", "begeleidingsdienst"}
    decided = recipients(vault, PROTOCOL, PRODUCTS, today=TODAY, decisions=[_decision()])
    assert _grants(decided)["scholengemeenschap/G1"] == {
        ("schoolportretten", A), ("area_up", A), ("schoolportretten", C), ("area_up", C),
    }  # fmt: skip
    later = dt.date(2026, 9, 1)
    after = recipients(vault, PROTOCOL, PRODUCTS, today=later, decisions=[_decision()])
    assert "scholengemeenschap/G1" not in _grants(after)


def test_a_begeleidingsdienst_gets_no_benchmark(vault: duckdb.DuckDBPyConnection) -> None:
    service = _decision(publiek="begeleidingsdienst", code="PBD-1", scholen=(A, "900999"))
    decided = recipients(vault, PROTOCOL, PRODUCTS, today=TODAY, decisions=[service])
    mine = next(r for r in decided if r.audience == "begeleidingsdienst")
    assert mine.schools == (A,)
    assert not any(grant.compared for grant in mine.grants)
    assert all(g.compared for r in decided if r.audience != "begeleidingsdienst" for g in r.grants)


@pytest.mark.parametrize(
    "text",
    [
        "- {publiek: publiek, code: X, naam: x, beslissing: b, geldig_van: 2025-01-01, geldig_tot: "
        "2026-01-01}",
        "- {publiek: scholengemeenschap, code: G1, naam: x, beslissing: b, geldig_van: 2025-01-01}",
        "- {publiek: begeleidingsdienst, code: P, naam: x, beslissing: b, geldig_van: 2025-01-01, "
        "geldig_tot: 2026-01-01}",
        "- {publiek: scholengemeenschap, code: ../G1, naam: x, beslissing: b, geldig_van: "
        "2025-01-01, geldig_tot: 2026-01-01}",
        "dit is geen lijst",
    ],
    ids=["audience", "no end", "no schools", "folder", "no list"],
)
def test_a_decision_that_is_not_complete_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "ontvangers.yml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(RefusedError, match=r"ontvangers\.yml"):
        read_decisions(file)


def test_without_a_file_there_are_no_decisions(tmp_path: Path) -> None:
    assert read_decisions(tmp_path / "ontvangers.yml") == ()


def test_ghent_has_no_school_level_at_all() -> None:
    ghent = load_register("gent")
    assert ghent.indicatoren.eigen_school is None
    assert school_audiences(ghent) == ()
    assert all(i.eigen_school is None for i in ghent.indicatoren.indicatoren)


def test_a_role_that_is_no_folder_is_refused(vault: duckdb.DuckDBPyConnection) -> None:
    vault.execute("update landing.levering.ref_projectscholen set medewerker_rol = '../elders'")
    with pytest.raises(RefusedError, match="naam van een map"):
        recipients(vault, PROTOCOL, PRODUCTS, today=TODAY)
