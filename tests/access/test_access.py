"""Grants, the chained log, and the shell on the vault."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerloopbaan import home
from leerloopbaan.access import chain, grants, log
from leerloopbaan.access.shell import session
from leerloopbaan.duck import vault_connection
from leerloopbaan.errors import RefusedError
from leerloopbaan.keys.secrets import make_demo_secret

CITY = "antwerpen"
TODAY = dt.date.today()
RESEARCHER = {"service": "SSO – Studiedienst", "function": "onderzoeker"}


@pytest.fixture
def vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LEERLOOPBAAN_HOME", str(tmp_path))
    make_demo_secret(CITY)
    return tmp_path


def ask(person: str, end: dt.date | None = None, start: dt.date | None = None) -> str:
    return grants.request(
        CITY,
        person=person,
        reason="opvolging",
        start=start or TODAY,
        end=end or TODAY + dt.timedelta(days=30),
        requester="aanvrager",
        **RESEARCHER,
    )


def test_a_grant_opens_only_after_somebody_else_approved(vault: Path) -> None:
    number = ask("an")
    with pytest.raises(RefusedError, match="nog niet goedgekeurd"):
        grants.check(CITY, "an", TODAY)
    for own in ("an", "aanvrager"):
        with pytest.raises(RefusedError, match="R-27"):
            grants.approve(CITY, number, approver=own, day=TODAY)
    grants.approve(CITY, number, approver="hoofd", day=TODAY)
    assert grants.check(CITY, "an", TODAY).id == number
    with pytest.raises(RefusedError, match=r"verlopen.*artikel 4, R-26.*access request") as refusal:
        grants.check(CITY, "an", TODAY + dt.timedelta(days=31))
    assert refusal.value.exit_code == 2
    with pytest.raises(RefusedError, match="geen toegang"):
        grants.check(CITY, "bert", TODAY)


def test_a_service_outside_article_4_is_refused(vault: Path) -> None:
    with pytest.raises(RefusedError, match="artikel 4"):
        grants.request(
            CITY,
            person="an",
            service="communicatie",
            function="onderzoeker",
            reason="nieuwsgierig",
            start=TODAY,
            end=TODAY,
            requester="x",
        )


def test_researchers_and_policy_advisers_are_different_people(vault: Path) -> None:
    grants.policy_role(CITY, "piet", by="hoofd")
    with pytest.raises(RefusedError, match="R-22"):
        ask("piet")
    ask("an")
    with pytest.raises(RefusedError, match="R-22"):
        grants.policy_role(CITY, "an", by="hoofd")
    # A request made before the policy role was recorded cannot be approved after it either.
    number = ask("cas")
    chain.append(
        grants.grant_chain(CITY),
        {"soort": "beleidsrol", "moment": "nu", "persoon": "cas", "door": "hoofd"},
    )
    with pytest.raises(RefusedError, match="R-22"):
        grants.approve(CITY, number, approver="hoofd", day=TODAY)


def test_a_leaver_is_closed_everywhere(vault: Path) -> None:
    for _ in range(2):
        grants.approve(CITY, ask("an"), approver="hoofd", day=TODAY)
    assert grants.leave(CITY, "an", by="personeelsdienst") == 2
    with pytest.raises(RefusedError, match="ingetrokken"):
        grants.check(CITY, "an", TODAY)


def test_the_number_of_persons_of_a_service_is_a_ceiling(
    vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = grants._place(CITY, **RESEARCHER)
    monkeypatch.setattr(grants, "_place", lambda *_: original.model_copy(update={"maximum": 2}))
    for person in ("an", "bert"):
        grants.approve(CITY, ask(person), approver="hoofd", day=TODAY)
    third = ask("cas")
    with pytest.raises(RefusedError, match="al 2 actieve personen"):
        grants.approve(CITY, third, approver="hoofd", day=TODAY)
    # The same person may hold a second grant, and a place that ended is free again.
    grants.approve(CITY, ask("an"), approver="hoofd", day=TODAY)
    grants.leave(CITY, "bert", by="hoofd")
    grants.approve(CITY, third, approver="hoofd", day=TODAY)


def test_the_shell_reads_logs_and_lets_nothing_out(vault: Path, tmp_path: Path) -> None:
    with vault_connection(CITY, warehouse="read_write") as connection:
        connection.execute("create table warehouse.t as select 'SYN-GEHEIM' as code")
    with pytest.raises(RefusedError), session(CITY, person="an", reason="onderzoek"):
        pass
    grants.approve(CITY, ask("an"), approver="hoofd", day=TODAY)
    with session(CITY, person="an", reason="onderzoek") as run:
        relation = run("select count(*) from t where code = 'SYN-GEHEIM' -- SYN-GEHEIM")
        assert relation is not None
        assert relation.fetchone() == (1,)
        for escape in (
            f"copy t to '{tmp_path}/uit.csv'",
            f"attach '{tmp_path}/uit.duckdb' as uit",
            "set enable_external_access = true",
            "create table warehouse.kopie as select * from t",
        ):
            with pytest.raises(duckdb.Error):
                run(escape)
    entries = chain.read(log.log_chain(CITY))
    assert [entry["soort"] for entry in entries] == ["openen"] + ["vraag"] * 5
    assert "SYN-GEHEIM" not in log.log_chain(CITY).path.read_text(encoding="utf-8")
    assert "COUNT(*)" in entries[1]["vraag"]


@pytest.mark.parametrize("damage", ["change", "drop", "swap", "cut", "forge"])
def test_a_damaged_chain_is_seen(vault: Path, damage: str) -> None:
    target = log.log_chain(CITY)
    for n in range(4):
        log.record(CITY, person="an", reason=f"r{n}", action="openen")
    lines = target.path.read_text(encoding="utf-8").splitlines(keepends=True)
    match damage:
        case "change":
            lines[1] = lines[1].replace("r1", "r9")
        case "drop":
            del lines[1]
        case "swap":
            lines[1], lines[2] = lines[2], lines[1]
        case "cut":
            del lines[2:]
        case "forge":
            lines.append(json.dumps({"soort": "openen", "mac": "0" * 64}) + "\n")
    target.path.write_text("".join(lines), encoding="utf-8")
    with pytest.raises(chain.ChainError, match="verbroken"):
        chain.read(target)
    with pytest.raises(chain.ChainError):
        log.record(CITY, person="an", reason="nieuw", action="openen")


def test_a_kill_between_record_and_head_does_not_break_the_chain(vault: Path) -> None:
    target = log.log_chain(CITY)
    log.record(CITY, person="an", reason="r0", action="openen")
    head = target.path.with_suffix(".kop").read_text(encoding="ascii")
    log.record(CITY, person="an", reason="r1", action="openen")
    target.path.with_suffix(".kop").write_text(head, encoding="ascii")
    assert len(chain.read(target)) == 2
    log.record(CITY, person="an", reason="r2", action="openen")
    assert len(chain.read(target)) == 3


def test_old_records_are_purged_to_a_digest(vault: Path) -> None:
    target = log.log_chain(CITY)
    for days in (800, 400, 366, 365, 10):
        moment = dt.datetime.combine(TODAY - dt.timedelta(days=days), dt.time(), dt.UTC)
        chain.append(target, {"soort": "openen", "moment": moment.isoformat(), "persoon": "an"})
    assert log.purge(CITY, TODAY) == 3
    digest, *kept = chain.read(target)
    assert (digest["soort"], digest["aantal"], len(kept)) == ("samenvatting", 3, 2)
    assert log.purge(CITY, TODAY) == 0
    assert log.purge(CITY, TODAY + dt.timedelta(days=100)) == 1
    assert chain.read(target)[0]["aantal"] == 4
    assert home.vault(CITY) in target.path.parents


@given(st.text(alphabet=st.characters(exclude_characters="'\\\0", codec="utf-8"), min_size=6))
def test_no_literal_reaches_the_log(value: str) -> None:
    marked = f"KANARIE{value}"
    assert "KANARIE" not in log.without_literals(f"select * from t where a = '{marked}'")
    assert "KANARIE" not in log.without_literals(f"select '{marked}' as b, [1, '{marked}']")
    assert "KANARIE" not in log.without_literals(f"selec '{marked}'")
