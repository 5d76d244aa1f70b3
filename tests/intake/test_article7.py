"""Findings: when they open, when they are due, what the supplier gets to read."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest

from leerloopbaan.errors import LeerloopbaanError
from leerloopbaan.intake.article7 import add_months, close, mark_feedback, mark_reported
from leerloopbaan.intake.overview import finding_overview
from leerloopbaan.intake.report import report_files
from leerloopbaan.intake.terugmelding import asked, message
from leerloopbaan.register.load import load_register

from .conftest import Gate
from .small import changed, faultless, reference_lists, write_csv

NOW = dt.datetime(2025, 1, 31, 9, 30)
CANARY = "KANARIE-QQ-7731"


@pytest.mark.parametrize(
    ("day", "months", "due"),
    [
        ("2025-01-31", 1, "2025-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2025-01-31", 3, "2025-04-30"),
        ("2025-11-15", 2, "2026-01-15"),
        ("2025-08-31", 4, "2025-12-31"),
        ("2025-12-01", 1, "2026-01-01"),
    ],
)
def test_terms_run_in_calendar_months(day: str, months: int, due: str) -> None:
    assert add_months(dt.date.fromisoformat(day), months) == dt.date.fromisoformat(due)


def test_a_finding_opens_once_and_keeps_its_moment_of_detection(gate: Gate, tmp_path: Path) -> None:
    wrong = write_csv(
        tmp_path / "l", changed(faultless(), lambda t: t["11a"][0].update(geslacht="Q"))
    )
    gate(wrong, now=NOW)
    again = gate(wrong, now=NOW + dt.timedelta(days=9))
    machine = report_files("antwerpen", again.levering.levering_id)[1]
    assert json.loads(machine.read_text("utf-8"))["onderzoek_tegen"] == "2025-02-28"
    found = finding_overview("antwerpen")
    assert [(f["regel"], f["vastgesteld_op"], f["status"]) for f in found] == [
        ("onbekende_waarde", NOW, "open")
    ]
    assert (found[0]["onderzoek_tegen"], found[0]["maatregel_tegen"]) == (
        dt.date(2025, 2, 28),
        dt.date(2025, 4, 30),
    )


def test_a_finding_closes_only_after_report_feedback_and_correction(
    gate: Gate, tmp_path: Path
) -> None:
    tables = changed(faultless(), lambda t: t["11a"][0].update(geslacht="Q"))
    wrong = gate(write_csv(tmp_path / "fout", tables), now=NOW)
    text, open_ones = message("antwerpen", dt.date(2025, 2, 10))
    assert "één vaststelling had al gemeld moeten zijn" in text and len(open_ones) == 1
    with pytest.raises(LeerloopbaanError, match="Report it first"):
        mark_feedback("antwerpen", open_ones[0], "wordt verbeterd", NOW)
    mark_reported("antwerpen", open_ones, "Studiedienst", NOW)
    assert message("antwerpen", dt.date(2025, 2, 10))[1] == []
    overdue = message("antwerpen", dt.date(2025, 3, 1))[0]
    assert "de termijn van het onderzoek verstreken" in overdue
    mark_feedback("antwerpen", open_ones[0], "wordt verbeterd", NOW)
    with pytest.raises(LeerloopbaanError, match="not an accepted one"):
        close("antwerpen", open_ones[0], wrong.levering.levering_id, NOW)
    right = gate(write_csv(tmp_path / "goed", faultless()), received=dt.datetime(2025, 3, 1))
    close("antwerpen", open_ones[0], right.levering.levering_id, NOW)
    assert finding_overview("antwerpen")[0]["status"] == "gesloten"
    assert "geen openstaande" in message("antwerpen", dt.date(2025, 4, 1))[0]


def test_the_message_says_where_and_what_is_asked(gate: Gate, tmp_path: Path) -> None:
    def plant(tables: dict[str, list[dict[str, Any]]]) -> None:
        tables["11a"][2].update(geslacht="Q")
        tables["11c"].append({**tables["11c"][0], "vsv": "N"})

    result = gate(write_csv(tmp_path / "l", changed(faultless(), plant)), now=NOW)
    text = message("antwerpen", NOW.date())[0]
    assert "| 11a.csv | 3 | geslacht | minder dan 6 |" in text
    assert "Laat ons weten welke opname telt" in text and "Vraag de leverancier" not in text
    assert "binnen één kalendermaand na de vaststelling" in text
    page, _ = report_files("antwerpen", result.levering.levering_id)
    assert "11a.csv, rij 3, kolom geslacht" in page.read_text("utf-8")


def test_the_city_s_own_lists_are_not_reported_to_the_supplier(gate: Gate, tmp_path: Path) -> None:
    lists = reference_lists()
    lists["ref_vestigingsplaatsen"][0].update(geldig_tot="2014-01-01")
    assert gate(write_csv(tmp_path / "l", lists), now=NOW).status == "quarantaine"
    assert [f["regel"] for f in finding_overview("antwerpen")] == ["ongeldige_periode"]
    text, findings = message("antwerpen", NOW.date())
    assert "geen openstaande" in text and findings == []


@pytest.mark.parametrize("city", ["antwerpen", "gent"])
def test_every_remedy_reads_as_a_question_to_the_supplier(city: str) -> None:
    for rule in load_register(city).regels:
        text = asked(rule.remedie)
        assert text[0].isupper() and text.endswith("."), rule.code
        assert not re.search(r"Vraag de leverancier|--as|Vernietig|Meld het", text), rule.code


def test_no_value_reaches_the_report_the_message_or_the_findings(
    gate: Gate, tmp_path: Path
) -> None:
    def plant(tables: dict[str, list[dict[str, Any]]]) -> None:
        tables["11a"][0].update(nationaliteit_code=CANARY)
        tables["11a"][1].update(an_inschrijfdatum=CANARY)
        tables["11b"][2].update(persoon_code=CANARY, oki=CANARY)

    result = gate(write_csv(tmp_path / "l", changed(faultless(), plant)), now=NOW)
    assert result.status == "quarantaine"
    page, machine = report_files("antwerpen", result.levering.levering_id)
    texts = [
        page.read_text("utf-8"),
        machine.read_text("utf-8"),
        message("antwerpen", NOW.date())[0],
        json.dumps(finding_overview("antwerpen"), default=str),
        repr(result),
    ]
    for text in texts:
        assert CANARY not in text


def test_the_report_stands_alone_and_shows_no_small_count(gate: Gate, tmp_path: Path) -> None:
    tables = changed(faultless(), lambda t: t["11a"][0].update(geslacht="Q"))
    result = gate(write_csv(tmp_path / "l", tables), now=NOW)
    page, machine = report_files("antwerpen", result.levering.levering_id)
    text = page.read_text("utf-8")
    assert "default-src 'none'" in text and "SYNTHETISCH" in text
    assert not re.search(r"(?:src|href)=|<script|@import|url\(", text)
    assert "minder dan 6" in text and "art. 7" in text and "2025-02-28" in text
    data = json.loads(machine.read_text("utf-8"))
    counts = [row[key] for row in data["tellingen"] for key in row if key != "tabel"]
    counts += [f["rijen"] for f in data["bevindingen"]]
    assert all(not c.isdigit() or int(c) == 0 or int(c) >= 6 for c in counts)
