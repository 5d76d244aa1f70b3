"""The run report: its verdict, its clauses, its history, and what never stands in it."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerloopbaan import home
from leerloopbaan.build import steps
from leerloopbaan.build.plan import Plan
from leerloopbaan.errors import LeerloopbaanError
from leerloopbaan.evidence.rows import about
from leerloopbaan.keys.secrets import make_demo_secret
from leerloopbaan.register.load import load_register
from leerloopbaan.release import ledger
from leerloopbaan.runs import history, report, vault
from leerloopbaan.runs.report import BAD, NO, NOT_YET, OPEN, YES, make_report
from leerloopbaan.runs.results import read_run
from leerloopbaan.runs.vault import Account
from leerloopbaan.runs.write import write_report

CITY = "antwerpen"
PROTOCOL = load_register(CITY)
DAY = dt.date(2026, 11, 22)
STAGING = "model.leerloopbaan.stg_antwerpen__deel_11a"
FACT = "model.leerloopbaan.int_antwerpen__feit_stand"


def _node(kind: str, name: str, layer: str, reads: list[str], **more: Any) -> dict[str, Any]:
    return {
        "unique_id": f"{kind}.leerloopbaan.{name}", "name": name, "resource_type": kind,
        "fqn": ["leerloopbaan", layer, name], "depends_on": {"nodes": reads}, "columns": {},
        "config": {"materialized": "table", "contract": {"enforced": False}}, "raw_code": "",
        "package_name": "leerloopbaan", "schema": layer, "original_file_path": "x.sql", **more,
    }  # fmt: skip


NODES = [
    _node("model", "stg_antwerpen__deel_11a", "staging", []),
    _node("model", "int_antwerpen__feit_stand", "intermediate", [STAGING]),
    _node("test", "not_null_11a_geslacht", "staging", [STAGING],
          column_name="geslacht", attached_node=STAGING, test_metadata={"name": "not_null",
          "kwargs": {"column_name": "geslacht"}}),
    _node("test", "populatie_klopt", "tests", [STAGING],
          raw_code="-- Nobody else (R-03). To resolve: see the\n-- population of 11a.\nselect 1"),
    _node("test", "onthullingsbewijs", "tests", [FACT]),
]  # fmt: skip


@pytest.fixture
def vault_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LEERLOOPBAAN_HOME", str(tmp_path / "var"))
    monkeypatch.setenv("DBT_TARGET_PATH", str(tmp_path / "target"))
    make_demo_secret(CITY)
    return tmp_path


def _leave(root: Path, run_id: str = "een", seconds: float = 1.0, /, **states: str) -> None:
    """What dbt leaves after a run in which nodes ended in `states` (default: success or pass)."""
    folder = root / "target" / CITY
    folder.mkdir(parents=True, exist_ok=True)
    results = [
        {
            "unique_id": node["unique_id"],
            "status": states.get(
                node["name"], "success" if node["resource_type"] == "model" else "pass"
            ),
            "execution_time": seconds,
            "message": "Got 3 results, configured to fail if != 0",
            "failures": 3,
        }
        for node in NODES
    ]
    metadata = {"invocation_id": run_id, "generated_at": "2026-11-22T10:00:00.1Z"}
    manifest = {
        "nodes": {n["unique_id"]: n for n in NODES}, "unit_tests": {}, "sources": {}, "macros": {},
        "metadata": {"dbt_schema_version": "https://schemas.getdbt.com/dbt/manifest/v12.json"},
    }  # fmt: skip
    (folder / "run_results.json").write_text(json.dumps({"metadata": metadata, "results": results}))
    (folder / "manifest.json").write_text(json.dumps(manifest))


def _conditions(found: report.RunReport) -> dict[str, str]:
    return {c.name.split()[0]: c.state for c in found.conditions}


def test_what_failed_is_named_with_its_clause_and_remedy_and_without_a_count(
    vault_home: Path,
) -> None:
    _leave(
        vault_home, not_null_11a_geslacht="fail", populatie_klopt="fail",
        int_antwerpen__feit_stand="skipped", onthullingsbewijs="skipped",
    )  # fmt: skip
    page = write_report(CITY, DAY, "dbt build").read_text(encoding="utf-8")
    found = {n.name: n for n in make_report(PROTOCOL, DAY).failures}
    assert set(found) == {
        "not_null_11a_geslacht", "populatie_klopt", "int_antwerpen__feit_stand",
        "onthullingsbewijs",
    }  # fmt: skip
    field = PROTOCOL.tabel("11a").veld("geslacht").clausule
    assert found["not_null_11a_geslacht"].clauses == (f"artikel {field.artikel}, {field.regels}",)
    assert [c.split()[0] for c in found["populatie_klopt"].clauses] == ["R-03", "R-04"]
    assert found["populatie_klopt"].remedy == "see the population of 11a."
    assert "Publiceren: nee" in page
    assert "R-44 (artikel 6" in page
    assert "Got 3 results" not in page
    assert "SYNTHETISCH" in page


def test_a_step_before_dbt_leaves_no_result_of_an_earlier_run(vault_home: Path) -> None:
    _leave(vault_home)
    assert make_report(PROTOCOL, DAY).timings
    stopped = make_report(PROTOCOL, DAY, "intake")
    assert stopped.publish == NO
    assert (stopped.timings, stopped.failures, stopped.moment) == ((), (), "")
    # dbt stopped before it wrote results: those that stand there were reported already.
    assert make_report(PROTOCOL, DAY, "dbt build").timings == ()
    _leave(vault_home, "twee", int_antwerpen__feit_stand="error")
    assert make_report(PROTOCOL, DAY, "dbt build").failures
    # A failed release leaves the dbt run as it is.
    assert make_report(PROTOCOL, DAY, "release").timings


def test_times_are_compared_with_the_last_ten_runs_of_the_same_size(
    vault_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(14):
        size = 20 if number == 12 else 10
        monkeypatch.setattr(vault, "landed_size", lambda _, size=size: size)
        _leave(vault_home, f"run {number}", 1000.0 if number == 12 else float(number))
        make_report(PROTOCOL, DAY)
        make_report(PROTOCOL, DAY)  # the same run again is not another run
    found = make_report(PROTOCOL, DAY).timings[0]
    # Runs 2..11: ten of this size before run 13.
    assert (found.seconds, found.median, found.runs) == (13.0, 6.5, 10)
    lines = (history.folder(CITY) / "geschiedenis.jsonl").read_text().splitlines()
    assert len(lines) == 14
    assert set(json.loads(lines[0])) == {"id", "moment", "size", "failed", "seconds"}


@given(st.integers(0, 10**9))
def test_no_total_is_small_or_exact(count: int) -> None:
    text = about(count)
    digits = int("".join(c for c in text if c.isdigit()))
    if 0 < count <= 5:
        assert text == "5 of minder"
    else:
        assert text == "0" if count == 0 else digits % 10 == 0
        assert abs(digits - count) <= max(5, count / 20)


def _publish(monkeypatch: pytest.MonkeyPatch, root: Path, *, balanced: bool, release: str | None,
             audit: bool | None, approvals: int, **states: str) -> report.RunReport:  # fmt: skip
    _leave(root, **states)
    monkeypatch.setattr(vault, "accounting", lambda _: [Account("a = b", "± 10", balanced)])
    monkeypatch.setattr(vault, "release_built", lambda _: release)
    folder = home.releases(CITY)
    (folder / "r1").mkdir(parents=True, exist_ok=True)
    if not (folder / "current").exists():
        (folder / "current").symlink_to("r1")
    verdict = home.vault(CITY) / "audit" / "r1.json"
    if audit is not None:
        verdict.parent.mkdir(exist_ok=True)
        verdict.write_text(json.dumps({"safe": audit}))
    state = ledger.Standing("r1", "d", "bouwer", "nu", {f"p{n}": "nu" for n in range(approvals)})
    monkeypatch.setattr(ledger, "standing", lambda _: {"r1": state})
    return make_report(PROTOCOL, DAY)


@pytest.mark.parametrize(
    ("change", "publish", "states"),
    [
        ({}, YES, {}),
        ({"approvals": 1}, NOT_YET, {"Twee": OPEN}),
        ({"audit": None}, NOT_YET, {"De": OPEN}),
        ({"audit": False}, NO, {"De": BAD}),
        ({"release": "r2"}, NOT_YET, {"Een": OPEN}),
        ({"release": None}, NO, {"Een": BAD}),
        ({"balanced": False}, NO, {}),
        ({"populatie_klopt": "fail"}, NO, {"Alle": BAD}),
        ({"populatie_klopt": "warn"}, YES, {}),
        ({"onthullingsbewijs": "fail"}, NO, {"Elke": BAD}),
    ],
)
def test_the_verdict(
    vault_home: Path, monkeypatch: pytest.MonkeyPatch, change: dict[str, Any], publish: str,
    states: dict[str, str],
) -> None:  # fmt: skip
    usual = {"balanced": True, "release": "r1", "audit": True, "approvals": 2}
    found = _publish(monkeypatch, vault_home, **{**usual, **change})
    assert found.publish == publish, found.conditions
    assert states.items() <= _conditions(found).items()


def test_a_build_that_stops_names_its_report(
    vault_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise LeerloopbaanError("dit ging niet.")

    monkeypatch.setattr(steps, "write_deliveries", stop)
    with pytest.raises(LeerloopbaanError, match=r"dit ging niet\..*rapport\.html"):
        steps.build_city(Plan(CITY, scale=0.001), lambda _: None)
    page = (home.vault(CITY) / "runs" / "rapport.html").read_text(encoding="utf-8")
    assert "gestopt bij de stap «synth»" in page
    assert "Publiceren: nee" in page


def test_dbt_itself_is_read(vault_home: Path) -> None:
    assert read_run(vault_home / "target" / CITY, PROTOCOL) is None
    _leave(vault_home, populatie_klopt="warn")
    run = read_run(vault_home / "target" / CITY, PROTOCOL)
    assert run is not None
    assert {n.state for n in run.nodes} == {"goed", "waarschuwing"}
    assert run.failed == ()


@pytest.mark.parametrize(
    ("day", "own_secret", "state"),
    [
        (dt.date(2025, 8, 31), True, report.GOOD),
        (dt.date(2025, 9, 1), True, BAD),
        (dt.date(2025, 9, 1), False, report.GOOD),
    ],
)
def test_after_the_protocol_nothing_is_published(
    vault_home: Path, monkeypatch: pytest.MonkeyPatch, day: dt.date, own_secret: bool, state: str
) -> None:
    if own_secret:
        monkeypatch.setenv("LEERLOOPBAAN_SECRET_ANTWERPEN", "a" * 64)
    found = make_report(PROTOCOL, day)
    assert _conditions(found)["Het"] == state
    if state == BAD:
        assert found.publish == NO
        assert "het eindigde op 31/08/2025" in found.conditions[0].detail
