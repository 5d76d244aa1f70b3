"""The dossier: every obligation stands in it, results follow the artefacts, nothing leaks."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import Built

from leerloopbaan import home
from leerloopbaan.access import grants, log
from leerloopbaan.access.chain import ChainError
from leerloopbaan.errors import LeerloopbaanError
from leerloopbaan.evidence import checks, rows
from leerloopbaan.evidence.checks import BAD, GOOD, NONE, result_of
from leerloopbaan.evidence.collect import Collected
from leerloopbaan.evidence.dossier import Entry, make_dossier
from leerloopbaan.evidence.labels import label
from leerloopbaan.evidence.records import read_records, records_file
from leerloopbaan.evidence.write import HASHES, write_dossier
from leerloopbaan.keys.secrets import make_demo_secret
from leerloopbaan.register.load import known_cities, load_register

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
    # Only what needs no artefact: the register itself, this dossier, and "no breach recorded".
    free = {"opdracht:protocol check", "opdracht:protocol diff", "opdracht:evidence"}
    assert all(set(names) <= free | {"vastlegging:datalekken"} for names in claimed.values())


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
        (
            "opdracht:findings",
            {"deliveries": [DELIVERY], "findings": [{"over_tijd": "ja", "vastgesteld": "2026"}]},
            BAD,
        ),
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
        for entry in (v for a in protocol.artikelen for v in a.verplichtingen):
            for check in entry.controle:
                assert label(check, protocol) not in (check, check.partition(":")[2])


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
