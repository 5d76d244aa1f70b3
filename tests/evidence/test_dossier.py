"""The dossier: every obligation stands in it, results follow the artefacts, nothing leaks."""

from __future__ import annotations

import datetime as dt
import hashlib
import html
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import Built
from leerloopbaan import home
from leerloopbaan.access import grants, log
from leerloopbaan.access.chain import ChainError
from leerloopbaan.errors import LeerloopbaanError
from leerloopbaan.evidence import checks, rows, write
from leerloopbaan.evidence.checks import BAD, GOOD, NONE, result_of
from leerloopbaan.evidence.collect import UNSENT, WAITING, Collected
from leerloopbaan.evidence.dossier import Entry, make_dossier
from leerloopbaan.evidence.labels import label
from leerloopbaan.evidence.records import read_records, records_file
from leerloopbaan.evidence.versions import versions
from leerloopbaan.evidence.write import HASHES, write_dossier
from leerloopbaan.keys.secrets import make_demo_secret
from leerloopbaan.register.load import known_cities, load_register
from leerloopbaan.register.schema import Verlenging

PROTOCOL = load_register("antwerpen")
DAY = dt.date(2026, 11, 22)
EMPTY = Collected()


@pytest.fixture
def vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A city of which nothing is known yet."""
    monkeypatch.setenv("LEERLOOPBAAN_HOME", str(tmp_path / "var"))
    monkeypatch.setenv("DBT_TARGET_PATH", str(tmp_path / "target"))
    make_demo_secret("antwerpen")
    return tmp_path


def test_without_artefacts_nothing_is_claimed(vault: Path) -> None:
    dossier = make_dossier(PROTOCOL, DAY)
    duties = [v.code for a in PROTOCOL.artikelen for v in a.verplichtingen]
    assert [entry.code for entry in dossier.entries] == duties
    claimed = {e.code: [r.check for r in e.results] for e in dossier.entries if e.outcome == GOOD}
    # Only what needs no artefact: the register itself and this dossier.
    free = {"opdracht:protocol check", "opdracht:protocol diff", "opdracht:evidence"}
    assert all(set(names) <= free for names in claimed.values())
    assert [r.code for r in dossier.readings] == [lezing.code for lezing in PROTOCOL.lezingen]
    assert {r.code for r in dossier.readings if r.outcome == GOOD} <= {"A-33", "A-40"}


@pytest.mark.warehouse
def test_the_dossier_of_a_build_is_whole_and_reproducible(
    built: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in built.environment.items():
        monkeypatch.setenv(name, value)
    one, two = tmp_path / "een", tmp_path / "twee"
    dossier = write_dossier(PROTOCOL, one, DAY)
    write_dossier(PROTOCOL, two, DAY)
    for file in one.iterdir():
        assert file.read_bytes() == (two / file.name).read_bytes()
    for line in (one / HASHES).read_text(encoding="ascii").splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((one / name).read_bytes()).hexdigest() == digest
    page = (one / "dossier.html").read_text(encoding="utf-8")
    assert "SYNTHETISCH" in page
    for entry in dossier.entries:
        assert f"{entry.code}: " in page
    assert dossier.collected.deliveries
    assert any(e.outcome == GOOD for e in dossier.entries)
    # A number of 5 or fewer pupils or rows is never exact.
    data = json.loads((one / "dossier.json").read_text(encoding="utf-8"))
    for section in ("deliveries", "findings", "overdue"):
        for row in data[section]:
            for column in ("aantal", "rijen"):
                assert (
                    row.get(column, "0") == "0" or not row[column].isdigit() or int(row[column]) > 5
                )


def test_the_page_names_what_a_reader_looks_for(vault: Path) -> None:
    for city in known_cities():
        make_demo_secret(city)
        protocol = load_register(city)
        write_dossier(protocol, vault / city, DAY)
        page = (vault / city / "dossier.html").read_text(encoding="utf-8")
        anchors = re.findall(r'id="([^"]+)"', page)
        assert len(anchors) == len(set(anchors))
        assert set(re.findall(r'href="#([^"]+)"', page)) <= set(anchors)
        for article in protocol.artikelen:
            assert article.verplichtingen or f"({article.regels}): {article.titel}" in page
        for reading in protocol.lezingen:
            assert f">{reading.code}<" in page
        for audience in protocol.publieken:
            assert audience.naam in html.unescape(page)
        assert ("geldt het protocol niet meer: het eindigde op 31/08/2025" in page) == (
            city == "antwerpen"
        )
        assert ("Agenda van de jaarlijkse opvolgvergadering" in page) == (city == "antwerpen")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2026-11-22", "22/11/2026"),
        ("2026-11-22T10:11:12", "22/11/2026"),
        ("2026-03-03 14:05", "03/03/2026 14:05"),
        ("2024-05-31, 1", "31/05/2024, 1"),
        ("2023-2024", "2023-2024"),
        ("2026-13-40", "2026-13-40"),
        ("antwerpen-3da7", "antwerpen-3da7"),
    ],
)
def test_dates_are_told_as_a_flemish_reader_writes_them(text: str, told: str) -> None:
    assert write._day(text) == told


def test_signed_widenings_and_renewals_are_named(
    vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = vault / "project"
    (project / "docs" / "decisions").mkdir(parents=True)
    monkeypatch.setenv("LEERLOOPBAAN_PROJECT", str(project))
    head = {"verruiming": {"stad": "antwerpen", "vingerafdruk": "ab12", "datum": DAY,
                           "ondertekend_door": ["functionaris", "directeur"]}}  # fmt: skip
    file = project / "docs" / "decisions" / "9001-x.md"
    file.write_text(f"---\n{yaml.safe_dump(head)}---\n# x\n", encoding="utf-8")
    renewal = Verlenging(van=dt.date(2025, 9, 1), tot=dt.date(2027, 8, 31), referentie="nr. 7",
                         geregistreerd_door="dienst")  # fmt: skip
    valid = PROTOCOL.geldigheid.model_copy(update={"verlengingen": (renewal,)})
    rows = versions(PROTOCOL.model_copy(update={"geldigheid": valid}))
    assert [row["soort"] for row in rows[-2:]] == ["verlenging", "ondertekende verruiming"]
    assert "nr. 7" in rows[-2]["wat"]
    assert (rows[-1]["wat"], rows[-1]["sha256"]) == ("2 handtekeningen", "ab12")


def test_a_failed_dbt_test_is_shown(vault: Path) -> None:
    target = vault / "target" / "antwerpen"
    target.mkdir(parents=True)
    for statuses, outcome in ((["pass", "fail"], BAD), (["pass"], GOOD), ([], NONE)):
        results = [{"status": s, "unique_id": f"test.x.{n}"} for n, s in enumerate(statuses)]
        data = {"metadata": {"generated_at": "2026-11-22T10:00:00Z"}, "results": results}
        (target / "run_results.json").write_text(json.dumps(data), encoding="utf-8")
        assert result_of("test:tests/dbt", PROTOCOL, EMPTY).outcome == outcome


def test_results_of_the_test_run_are_read_per_folder(vault: Path) -> None:
    file = checks.junit_file()
    file.parent.mkdir(parents=True)
    file.write_text(
        '<testsuites><testsuite timestamp="2026-11-22T10:00:00">'
        '<testcase classname="tests.keys.test_a" name="a"/>'
        '<testcase classname="tests.release.test_b" name="b"><failure/></testcase>'
        '<testcase classname="tests.disclosure.test_c" name="c"><skipped/></testcase>'
        "</testsuite></testsuites>",
        encoding="utf-8",
    )
    assert result_of("test:tests/keys", PROTOCOL, EMPTY).outcome == GOOD
    assert result_of("test:tests/release", PROTOCOL, EMPTY).outcome == BAD
    assert result_of("test:tests/disclosure", PROTOCOL, EMPTY).outcome == NONE


def _finding(**more: str) -> dict[str, str]:
    return {"vastgesteld": "2026-11-01", "stand": "open", "gemeld": "2026-11-02",
            "over_tijd": "nee", "regel": "x"} | more  # fmt: skip


RELEASE = {
    "vrijgave": "r1",
    "stand": "mag naar buiten",
    "gebouwd": "2026-11-22",
    "ongewijzigd": "ja",
}
SAFE = {"vrijgave": "r1", "oordeel": "veilig", "uitgevoerd_op": "2026-11-22"}
DELIVERY = {"ontvangen": "2025-06-16"}


@pytest.mark.parametrize(
    ("check", "collected", "outcome"),
    [
        ("opdracht:audit", {"releases": [RELEASE], "audits": [SAFE]}, GOOD),
        (
            "opdracht:audit",
            {"releases": [RELEASE], "audits": [SAFE | {"oordeel": "onveilig"}]},
            BAD,
        ),
        ("opdracht:audit", {"releases": [RELEASE], "audits": [SAFE | {"vrijgave": "r0"}]}, NONE),
        ("opdracht:audit", {"releases": [RELEASE | {"stand": "ingetrokken"}]}, NONE),
        ("opdracht:audit", {"audits": [SAFE]}, NONE),
        ("opdracht:release", {"releases": [RELEASE]}, GOOD),
        ("opdracht:release", {"releases": [RELEASE | {"ongewijzigd": "nee"}]}, BAD),
        ("opdracht:release", {}, NONE),
        ("opdracht:retention", {"deliveries": [DELIVERY]}, GOOD),
        ("opdracht:retention", {"deliveries": [DELIVERY], "overdue": [{"tabel": "x"}]}, BAD),
        ("opdracht:retention", {}, NONE),
        ("opdracht:findings", {"deliveries": [DELIVERY]}, GOOD),
        *(
            ("opdracht:findings", {"deliveries": [DELIVERY], "findings": [_finding(**f)]}, outcome)
            for f, outcome in (
                ({}, GOOD),
                ({"over_tijd": "onderzoek"}, BAD),
                ({"over_tijd": "maatregel"}, BAD),
            )
        ),
        *(
            (
                "opdracht:terugmelding",
                {"deliveries": [DELIVERY], "findings": [_finding(), _finding(**f)]},
                outcome,
            )
            for f, outcome in (({}, GOOD), ({"gemeld": UNSENT}, BAD), ({"gemeld": WAITING}, NONE))
        ),
        ("opdracht:terugmelding", {"deliveries": [DELIVERY]}, GOOD),
        ("opdracht:terugmelding", {}, NONE),
        ("opdracht:iets", {"deliveries": [DELIVERY]}, NONE),
    ],
)
def test_what_a_command_left_decides(check: str, collected: dict[str, Any], outcome: str) -> None:
    assert result_of(check, PROTOCOL, Collected(**collected)).outcome == outcome


def test_access_is_evidence_only_once_somebody_has_it(vault: Path) -> None:
    def entry() -> Entry:
        return next(e for e in make_dossier(PROTOCOL, DAY).entries if e.code == "R-26")

    assert "vastlegging:toegang" in [r.check for r in entry().results if r.outcome == NONE]
    place = PROTOCOL.toegang[0]
    number = grants.request(
        "antwerpen", person="Zoe Voorbeeld", service=place.dienst, function=place.functie,
        reason="opvolging", start=DAY, end=DAY, requester="diensthoofd",
    )  # fmt: skip
    grants.approve("antwerpen", number, approver="directeur", day=DAY)
    shown = next(r for r in entry().results if r.check == "vastlegging:toegang")
    assert shown.outcome == GOOD
    out = vault / "dossier"
    write_dossier(PROTOCOL, out, DAY)
    texts = "".join(f.read_text(encoding="utf-8") for f in out.iterdir())
    assert "Zoe Voorbeeld" not in texts
    assert "diensthoofd" not in texts


def test_a_broken_chain_stops_the_dossier(vault: Path) -> None:
    log.record("antwerpen", person="an", reason="r", action="openen")
    chain_file = log.log_chain("antwerpen").path
    chain_file.write_text(chain_file.read_text().replace('"r"', '"x"'), encoding="utf-8")
    with pytest.raises(ChainError, match=r"logboek.jsonl.*regel 1 \(regel R-28\).*Verwittig"):
        write_dossier(PROTOCOL, vault / "dossier", DAY)
    assert not (vault / "dossier").exists()


def test_every_check_has_a_name_in_dutch() -> None:
    for city in known_cities():
        protocol = load_register(city)
        duties = [v.controle for a in protocol.artikelen for v in a.verplichtingen]
        readings = [reading.controle for reading in protocol.lezingen]
        for check in {c for named in (*duties, *readings) for c in named}:
            told = label(check, protocol)
            assert told not in (check, check.partition(":")[2])
            # The fall-back of a check that nobody named yet.
            assert not told.startswith(("Tests van de software", "Opdracht ")), check


def test_totals_that_differ_a_little_are_told_alike() -> None:
    assert rows.about(54_152) == rows.about(54_150) == "± 54.000"
    assert [rows.about(n) for n in (0, 3, 6)] == ["0", "5 of minder", "± 10"]


def test_small_counts_are_never_exact() -> None:
    assert [rows.shown(n) for n in (0, 1, 5, 6)] == ["0", "5 of minder", "5 of minder", "6"]


def test_the_city_records_what_only_it_knows(vault: Path) -> None:
    assert read_records("antwerpen").verwerkers == ()
    records_file("antwerpen").write_text(
        "vergaderingen:\n- {datum: 2026-05-01, verslag: archief 12}\n", encoding="utf-8"
    )
    entry = next(e for e in make_dossier(PROTOCOL, DAY).entries if e.code == "R-64")
    assert entry.outcome == GOOD
    records_file("antwerpen").write_text("vergaderingen:\n- {datum: gisteren}\n", encoding="utf-8")
    with pytest.raises(LeerloopbaanError, match=r"vergaderingen\.0\.datum") as caught:
        read_records("antwerpen")
    assert "gisteren" not in str(caught.value)


def test_a_dossier_never_overwrites(vault: Path, tmp_path: Path) -> None:
    out = tmp_path / "dossier"
    write_dossier(PROTOCOL, out, DAY)
    before = (out / "dossier.json").read_bytes()
    with pytest.raises(LeerloopbaanError, match="niet leeg"):
        write_dossier(PROTOCOL, out, DAY)
    assert (out / "dossier.json").read_bytes() == before
    shutil.rmtree(out)
    assert home.vault("antwerpen").exists()
