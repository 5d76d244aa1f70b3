"""Grants, the chained log, and the shell on the vault."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerloopbaan import home
from leerloopbaan.access import anchors, chain, grants, log
from leerloopbaan.access.shell import session
from leerloopbaan.duck import vault_connection
from leerloopbaan.errors import RefusedError
from leerloopbaan.keys.secrets import make_demo_secret
from leerloopbaan.register.load import load_register

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
    for own in ("an", "aanvrager", "AN", " Aanvrager "):
        with pytest.raises(RefusedError, match="R-27"):
            grants.approve(CITY, number, approver=own, day=TODAY)
    with pytest.raises(RefusedError, match="zonder naam"):
        grants.approve(CITY, number, approver=" ", day=TODAY)
    with pytest.raises(RefusedError, match="periode is voorbij"):
        grants.approve(CITY, number, approver="hoofd", day=TODAY + dt.timedelta(days=31))
    grants.approve(CITY, number, approver="hoofd", day=TODAY)
    with pytest.raises(RefusedError, match="al goedgekeurd"):
        grants.approve(CITY, number, approver="directeur", day=TODAY)
    assert grants.check(CITY, "an", TODAY).id == number
    assert grants.check(CITY, "An", TODAY).id == number
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
    number = grants.request(
        CITY, person="an", service="sso - studiedienst", function="Onderzoeker", reason="opvolging",
        start=TODAY, end=TODAY, requester="x",
    )  # fmt: skip
    (grant,) = grants.standing(CITY).grants
    assert (grant.id, grant.service) == (number, RESEARCHER["service"])


def test_researchers_and_policy_advisers_are_different_people(vault: Path) -> None:
    grants.policy_role(CITY, "piet", by="hoofd")
    for name in ("piet", "Piet", "ＰＩＥＴ"):
        with pytest.raises(RefusedError, match="R-22"):
            ask(name)
    ask("an")
    with pytest.raises(RefusedError, match="R-22"):
        grants.policy_role(CITY, "AN", by="hoofd")
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
    pending = ask("an")
    assert grants.leave(CITY, " An", by="personeelsdienst") == 3
    with pytest.raises(RefusedError, match="ingetrokken"):
        grants.check(CITY, "an", TODAY)
    with pytest.raises(RefusedError, match="ingetrokken"):
        grants.approve(CITY, pending, approver="hoofd", day=TODAY)


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


@pytest.fixture
def table(vault: Path) -> Path:
    """A warehouse with one table and one row."""
    with vault_connection(CITY, warehouse="read_write") as connection:
        connection.execute("create table warehouse.t as select 'SYN-GEHEIM' as code")
    return vault


def test_the_shell_reads_logs_and_lets_nothing_out(table: Path, tmp_path: Path) -> None:
    with pytest.raises(RefusedError), session(CITY, person="an", reason="onderzoek"):
        pass
    grants.approve(CITY, ask("an"), approver="hoofd", day=TODAY)
    spill, file = home.spill_directory(CITY), home.warehouse_file(CITY)
    escapes = (
        f"copy t to '{tmp_path}/uit.csv'",
        f"copy t to '{spill}/uit.csv'",
        f"copy t to '{file}.wal'",
        f"explain analyze copy t to '{spill}/uit.csv'",
        f"select 1; copy t to '{spill}/uit.csv'",
        f"attach '{spill}/uit.duckdb' as uit",
        "set enable_external_access = true",
        "create table warehouse.kopie as select * from t",
        "detach memory",
    )
    with session(CITY, person="an", reason="onderzoek") as run:
        relation = run("select count(*) from t where code = 'SYN-GEHEIM' -- SYN-GEHEIM")
        assert relation.fetchone() == (1,)
        for escape in escapes:
            with pytest.raises(RefusedError, match="enkel te lezen"):
                run(escape)
        for place in ("/etc/passwd", f"{spill}/*", f"{tmp_path}/*"):
            with pytest.raises(duckdb.Error):
                run(f"from read_text('{place}')")
    assert list(spill.iterdir()) == []
    assert not file.with_name(f"{file.name}.wal").exists()
    entries = chain.read(log.log_chain(CITY))
    kinds = ["geweigerd", "openen"] + ["vraag"] * (1 + len(escapes) + 3)
    assert [entry["soort"] for entry in entries] == kinds
    assert (
        entries[0]["waarom"] == "er is geen toegang toegekend voor deze persoon (artikel 4, R-26)"
    )
    assert "SYN-GEHEIM" not in log.log_chain(CITY).path.read_text(encoding="utf-8")
    assert "COUNT(*)" in entries[2]["vraag"]
    assert {entry["account"] for entry in entries} == {log.account()}


def test_the_mark_of_a_query_gives_no_literal_back(vault: Path) -> None:
    query = "select * from t where persoon_code = 'P1'"
    one, two, other = (
        log.record(CITY, person="an", reason="r", action="vraag", query=text)["vraag_merk"]
        for text in (query, query, query.replace("P1", "P2"))
    )
    assert one == two != other
    assert one != hashlib.sha256(query.encode()).hexdigest()


def test_a_grant_that_ends_closes_an_open_shell(table: Path) -> None:
    grants.approve(CITY, ask("an"), approver="hoofd", day=TODAY)
    with session(CITY, person="an", reason="onderzoek") as run:
        run("from t")
        grants.leave(CITY, "an", by="personeelsdienst")
        with pytest.raises(RefusedError, match="ingetrokken"):
            run("from t")


def test_after_the_protocol_nobody_opens_what_was_really_delivered(table: Path) -> None:
    grants.approve(CITY, ask("an"), approver="hoofd", day=TODAY)
    with vault_connection(CITY, landing="read_write") as connection:
        connection.execute(
            "create schema landing.intake; "
            "create table landing.intake.leveringen as select 'x' as levering_id, "
            "true as synthetisch; "
            "create table landing.intake.leveringsdelen as select 'x' as levering_id, "
            "true as van_kracht, date '2030-01-01' as bewaren_tot"
        )
    assert load_register(CITY).geldigheid.einde == dt.date(2025, 8, 31)
    with session(CITY, person="an", reason="onderzoek") as run:
        run("from t")
    with vault_connection(CITY, landing="read_write") as connection:
        connection.execute("update landing.intake.leveringen set synthetisch = false")
    with (
        pytest.raises(RefusedError, match=r"artikel 12, R-74.*verlenging"),
        session(CITY, person="an", reason="onderzoek"),
    ):
        pass
    assert chain.read(log.log_chain(CITY))[-1]["soort"] == "geweigerd"


@pytest.mark.parametrize("damage", ["change", "drop", "swap", "cut", "cut_head", "forge"])
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
        case "cut_head":
            # The head says what is left; without the key its seal cannot be made.
            del lines[2:]
            head = target.path.with_suffix(".kop")
            seal = head.read_text(encoding="ascii").split()[2]
            head.write_text(f"2 {json.loads(lines[1])['mac']} {seal}\n", encoding="ascii")
        case "forge":
            lines.append(json.dumps({"soort": "openen", "mac": "0" * 64}) + "\n")
    target.path.write_text("".join(lines), encoding="utf-8")
    with pytest.raises(chain.ChainError, match="verbroken"):
        chain.read(target)
    with pytest.raises(chain.ChainError):
        log.record(CITY, person="an", reason="nieuw", action="openen")


def test_a_head_without_seal_is_no_head(vault: Path) -> None:
    target = log.log_chain(CITY)
    for n in range(3):
        log.record(CITY, person="an", reason=f"r{n}", action="openen")
    head = target.path.with_suffix(".kop")
    head.write_text(" ".join(head.read_text(encoding="ascii").split()[:2]), encoding="ascii")
    with pytest.raises(chain.ChainError, match="het einde"):
        chain.read(target)


@pytest.mark.parametrize("what", ["logboek", "toekenningen"])
@pytest.mark.parametrize("how", ["emptied", "put back"])
def test_a_chain_that_is_emptied_or_put_back_is_seen_by_the_other(
    table: Path, what: str, how: str
) -> None:
    grants.approve(CITY, ask("an"), approver="hoofd", day=TODAY)
    with session(CITY, person="an", reason="onderzoek"):
        pass
    files = [home.vault(CITY) / "toegang" / f"{what}.{end}" for end in ("jsonl", "kop")]
    earlier = [file.read_bytes() for file in files]
    grants.approve(CITY, ask("bert"), approver="hoofd", day=TODAY)
    with session(CITY, person="an", reason="onderzoek"):
        pass
    grants.leave(CITY, "cas", by="hoofd")
    anchors.verify(CITY)
    for file, content in zip(files, earlier, strict=True):
        file.unlink() if how == "emptied" else file.write_bytes(content)
    with pytest.raises(chain.ChainError, match=f"{what}.jsonl.*ouder dan wat gekend is.*Verwittig"):
        anchors.verify(CITY)
    with pytest.raises(chain.ChainError), session(CITY, person="an", reason="onderzoek"):
        pass


def test_a_chain_of_before_numbers_is_taken_over(vault: Path) -> None:
    target = log.log_chain(CITY)
    old = chain._seal(target, {"soort": "openen", "moment": "2026-01-01T00:00:00"}, chain.START)
    target.path.parent.mkdir(parents=True)
    target.path.write_text(json.dumps(old, sort_keys=True) + "\n", encoding="utf-8")
    target.path.with_suffix(".kop").write_text(f"1 {old['mac']}\n", encoding="ascii")
    assert chain.last_number(target) == 1
    assert log.record(CITY, person="an", reason="r", action="openen")["nr"] == 2
    target.path.with_suffix(".kop").write_text(f"1 {old['mac']}\n", encoding="ascii")
    with pytest.raises(chain.ChainError):
        chain.read(target)


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
    assert log.record(CITY, person="an", reason="r", action="openen")["nr"] == 6
    assert home.vault(CITY) in target.path.parents


def test_opening_the_vault_purges_what_is_older_than_a_year(table: Path) -> None:
    grants.approve(CITY, ask("an"), approver="hoofd", day=TODAY)
    old = dt.datetime.combine(TODAY - dt.timedelta(days=366), dt.time(), dt.UTC)
    chain.append(log.log_chain(CITY), {"soort": "openen", "moment": old.isoformat()})
    with session(CITY, person="an", reason="onderzoek"):
        pass
    digest, opened = chain.read(log.log_chain(CITY))
    assert (digest["soort"], opened["soort"], opened["nr"]) == ("samenvatting", "openen", 2)


@given(st.text(alphabet=st.characters(exclude_characters="'\\\0", codec="utf-8"), min_size=6))
def test_no_literal_reaches_the_log(value: str) -> None:
    marked = f"KANARIE{value}"
    assert "KANARIE" not in log.without_literals(f"select * from t where a = '{marked}'")
    assert "KANARIE" not in log.without_literals(f"select '{marked}' as b, [1, '{marked}']")
    assert "KANARIE" not in log.without_literals(f"selec '{marked}'")
