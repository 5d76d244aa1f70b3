"""What the city's own registers show: records, grants and the log, with their terms."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from leerloopbaan.evidence.checks import BAD, GOOD, NONE
from leerloopbaan.evidence.collect import Collected
from leerloopbaan.evidence.processing import UNKNOWN, processing_row
from leerloopbaan.evidence.recorded import of_the_city
from leerloopbaan.evidence.records import Verantwoording
from leerloopbaan.register.load import load_register

PROTOCOL = load_register("antwerpen")
DAY = "2026-11-22"
NOTICE = {"levering": "abc123456789", "datum": "2026-01-02", "wijze": "brief"}
DELIVERY = {"levering": "abc123456789", "status": "aanvaard", "synthetisch": "nee",
            "tabellen": "11a 11b 11c", "ontvangen": "2026-01-01"}  # fmt: skip
LISTS = DELIVERY | {"levering": "lijsten12345", "tabellen": "ref_instellingen"}
FOUND = dt.datetime(2026, 3, 3, 14, 5)


def _breach(**more: Any) -> dict[str, Any]:
    return {"onderwerp": "x", "vastgesteld_op": FOUND, "document": "d"} | more


@pytest.mark.parametrize(
    ("code", "records", "deliveries", "outcome"),
    [
        ("R-50", {}, [DELIVERY], NONE),
        ("R-50", {"kennisgevingen": [NOTICE]}, [DELIVERY, LISTS], GOOD),
        ("R-50", {"kennisgevingen": [NOTICE]}, [DELIVERY, DELIVERY | {"levering": "def"}], NONE),
        (
            "R-50",
            {"kennisgevingen": [NOTICE]},
            [DELIVERY, DELIVERY | {"levering": "def", "synthetisch": "ja"}],
            GOOD,
        ),
        (
            "R-50",
            {"kennisgevingen": [NOTICE]},
            [DELIVERY, DELIVERY | {"levering": "def", "status": "geweigerd"}],
            GOOD,
        ),
        ("R-64", {"vergaderingen": [{"datum": "2025-11-22", "verslag": "x"}]}, [], GOOD),
        ("R-64", {"vergaderingen": [{"datum": "2025-11-21", "verslag": "x"}]}, [], BAD),
        ("R-65", {}, [], NONE),
        ("R-65", {"sleutelbeheerder": "x"}, [], GOOD),
        ("R-65", {"datalekken": [_breach()]}, [], BAD),
        ("R-65", {"datalekken": [_breach(partijen_gemeld_op=FOUND)]}, [], GOOD),
        (
            "R-65",
            {
                "datalekken": [
                    _breach(
                        partijen_gemeld_op=FOUND,
                        autoriteit_gemeld_op=FOUND + dt.timedelta(hours=73),
                    )
                ]
            },
            [],
            BAD,
        ),
        ("R-30", {}, [], NONE),
        ("R-30", {"geen_verwerkers_verklaard_op": "2026-01-15"}, [], GOOD),
    ],
)
def test_what_the_city_records_is_held_against_its_terms(
    code: str, records: dict[str, Any], deliveries: list[dict[str, str]], outcome: str
) -> None:
    collected = Collected(day=DAY, deliveries=deliveries)
    (result,) = of_the_city(code, PROTOCOL, collected, Verantwoording.model_validate(records))
    assert result.outcome == outcome, result.detail


@pytest.mark.parametrize(
    ("since", "outcome"), [("2025-11-22", GOOD), ("2025-11-21", BAD), ("", GOOD)]
)
def test_a_log_that_was_not_purged_is_no_evidence(since: str, outcome: str) -> None:
    row = {"van": since, "tot": DAY, "laatste_zegel": "a" * 64}
    collected = Collected(day=DAY, log=[row])
    (result,) = of_the_city("R-28", PROTOCOL, collected, Verantwoording())
    assert (result.outcome, result.digest) == (outcome, "a" * 64)


def test_one_person_too_many_is_not_in_order() -> None:
    place = {"dienst": "d", "hoogstens": "2", "actieve_personen": "3"}
    (result,) = of_the_city("R-25", PROTOCOL, Collected(access=[place]), Verantwoording())
    assert result.outcome == BAD
    place["actieve_personen"] = "2"
    (result,) = of_the_city("R-25", PROTOCOL, Collected(access=[place]), Verantwoording())
    assert result.outcome == GOOD


def test_the_processing_row_says_what_only_the_city_knows() -> None:
    bare = {row["rubriek"]: row["inhoud"] for row in processing_row(PROTOCOL, Verantwoording())}
    assert bare["Ondernemingsnummer"] == "BE0207500123"
    assert bare["Functionaris voor gegevensbescherming"] == UNKNOWN
    assert bare["Verwerkers"] == UNKNOWN
    filled = Verantwoording.model_validate(
        {
            "functionaris": {"functie": "functionaris", "contact": "dpo@stad.example"},
            "geen_verwerkers_verklaard_op": "2026-01-15",
            "effectbeoordeling": {"onderwerp": "x", "document": "GEB 3", "datum": "2026-01-10"},
        }
    )
    rows = {row["rubriek"]: row["inhoud"] for row in processing_row(PROTOCOL, filled)}
    assert "dpo@stad.example" in rows["Functionaris voor gegevensbescherming"]
    assert rows["Verwerkers"] == "geen"
    assert rows["Gegevensbeschermingseffectbeoordeling"] == "GEB 3, 10/01/2026"


@pytest.mark.parametrize(("setting", "told"), [(None, "geen einddatum"), ("2027-12-31", "2027")])
def test_the_term_that_the_city_set_is_told(
    monkeypatch: pytest.MonkeyPatch, setting: str | None, told: str
) -> None:
    monkeypatch.delenv("LEERLOOPBAAN_ANTWERPEN_BEWAREN_TOT", raising=False)
    if setting:
        monkeypatch.setenv("LEERLOOPBAAN_ANTWERPEN_BEWAREN_TOT", setting)
    rows = {row["rubriek"]: row["inhoud"] for row in processing_row(PROTOCOL, Verantwoording())}
    assert told in rows["Bewaartermijn"]
    ghent = processing_row(load_register("gent"), Verantwoording())
    assert "6 jaar vanaf het meetmoment" in [row["inhoud"] for row in ghent]
