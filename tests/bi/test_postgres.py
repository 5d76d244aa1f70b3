"""PostgreSQL: each role reads its own rows and nothing else, and writes nothing."""

from __future__ import annotations

import json
import multiprocessing as mp
import os
import stat
import threading
from pathlib import Path

import psycopg
import pytest
from psycopg.sql import SQL, Identifier

from bi.conftest import CITY, House
from bi.made import COMMENT, SCHOOLS, release_id, write_release
from leerloopbaan import home
from leerloopbaan.errors import LeerloopbaanError, RefusedError
from leerloopbaan.register.load import load_register
from leerloopbaan.release.publish import file_hashes
from leerloopbaan.serve import server as postgres
from leerloopbaan.serve import sql
from leerloopbaan.serve.release import Served, choose_release, read_release

OWN, OTHER = SCHOOLS[:2]


def test_a_school_sees_its_own_rows_and_the_benchmark(house: House, first: Served) -> None:
    for school in SCHOOLS:
        with house.connect(house.role(first, "school", school)) as connection:
            rows = connection.execute(
                "select ontvanger, geo_code, noemer from mart_schoolportretten order by noemer"
            ).fetchall()
            assert rows == [
                (school, "benchmark", 1),
                (school, school, int(school) * 1000 + 1),
            ]
            assert connection.execute("select count(*) from release").fetchone() == (1,)


@pytest.mark.parametrize(
    "attempt",
    [
        "select * from school.mart_schoolportretten where ontvanger = '900202'",
        "select * from school.mart_schoolportretten where geo_code like '9002%'",
        "select * from toegang.ontvangers where ontvanger = '900202'",
        "select * from pg_stats where schemaname = 'school'",
        "select rolname from pg_roles where rolname like '%900%'",
    ],
)
def test_no_query_finds_another_school(house: House, first: Served, attempt: str) -> None:
    with house.connect(house.role(first, "school", OWN)) as connection:
        assert connection.execute(attempt).fetchall() == []


@pytest.mark.parametrize(
    "attempt",
    [
        "set row_security = off; select * from school.mart_schoolportretten",
        "set role beheer",
        "set session authorization beheer",
        "set role beleid",
        "select * from beleid.mart_stadsfoto",
        "select * from pg_authid",
        "select * from pg_statistic",
        "select pg_read_file('pg_hba.conf')",
        "copy (select 1) to program 'true'",
        "select * from laden.school__mart_schoolportretten",
        "alter table school.mart_schoolportretten disable row level security",
        "drop policy eigen on school.mart_schoolportretten",
    ],
)
def test_there_is_no_way_round(house: House, first: Served, attempt: str) -> None:
    with (
        house.connect(house.role(first, "school", OWN)) as connection,
        pytest.raises(psycopg.errors.DatabaseError),
    ):
        connection.execute(attempt)


def test_an_estimate_does_not_tell_whether_a_school_exists(house: House, first: Served) -> None:
    part = next(part for part in first.parts if part.audience == "school")
    query = SQL(
        "explain (format json) select * from school.mart_schoolportretten where ontvanger = {}"
    )
    with house.owner() as owner:
        owner.execute(
            "insert into school.mart_schoolportretten (ontvanger) "
            "select %s from generate_series(1, 3000)",
            [OTHER],
        )
        owner.execute(sql.vacuum(part, "mart_schoolportretten"))
        with house.connect(house.role(first, "school", OWN)) as connection:

            def plan(code: str) -> str:
                (text,) = connection.execute(query.format(code)).fetchone() or ("",)
                return json.dumps(text).replace(code, "")

            assert plan(OTHER) == plan("900999")
        owner.execute("delete from school.mart_schoolportretten where geo_code is null")


def test_the_public_role_sees_no_school_at_all(house: House, first: Served) -> None:
    with house.connect("publiek") as connection:
        tables = connection.execute(
            "select table_schema, table_name from information_schema.tables "
            "where table_schema not in ('pg_catalog', 'information_schema')"
        ).fetchall()
        assert {schema for schema, _ in tables} == {"publiek", "toegang"}
        text = ""
        for schema, table in tables:
            everything = SQL("select * from {}").format(Identifier(schema, table))
            text += str(connection.execute(everything).fetchall())
        text += str(connection.execute("select * from pg_roles").fetchall())
        assert "100001" in text
        assert not any(school in text for school in SCHOOLS)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("select * from school.mart_schoolportretten")


def test_every_role_reads_what_is_public_and_policy_reads_policy(
    house: House, first: Served
) -> None:
    for role in ("publiek", "beleid", house.role(first, "school", OWN)):
        with house.connect(role) as connection:
            assert connection.execute("select count(*) from publiek.release").fetchone() == (1,)
    with house.connect("beleid") as connection:
        assert connection.execute("select noemer from mart_stadsfoto").fetchall() == [(100_001,)]


@pytest.mark.parametrize(
    "attempt",
    [
        "insert into publiek.release values ('x')",
        "update publiek.mart_onderwijsmonitor set noemer = 1",
        "delete from publiek.release",
        "truncate publiek.release",
        "create table publiek.x (a int)",
        "create table public.x (a int)",
        "create temp table x (a int)",
        "create schema x",
        "create role x",
        "select lo_from_bytea(0, 'x')",
        "select lo_create(0)",
    ],
)
@pytest.mark.parametrize("audience", ["publiek", "school"])
def test_nobody_writes(house: House, first: Served, audience: str, attempt: str) -> None:
    role = house.role(first, audience, OWN if audience == "school" else None)
    with house.connect(role) as connection:
        connection.execute("set session characteristics as transaction read write")
        connection.commit()
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(attempt)


def test_nobody_comes_in_without_the_password(house: House, first: Served) -> None:
    for secret in ("", "fout", postgres.password(house.server, "publiek")):
        asked = house.server.conninfo("beleid", password=secret)
        with pytest.raises(psycopg.OperationalError):
            psycopg.connect(asked)
    with house.connect(postgres.OWNER) as connection:
        methods = connection.execute("select distinct auth_method from pg_hba_file_rules")
        assert methods.fetchall() == [("scram-sha-256",)]
        kept = connection.execute("select rolpassword from pg_authid where rolcanlogin").fetchall()
        assert all(text.startswith("SCRAM-SHA-256$") for (text,) in kept)


def test_the_server_is_private_and_never_root(house: House, first: Served) -> None:
    server = house.server
    assert stat.S_IMODE(server.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(server.passwords.stat().st_mode) == 0o600
    (number, *_) = (server.data / "postmaster.pid").read_text(encoding="utf-8").splitlines()
    assert Path(f"/proc/{number}").stat().st_uid != 0
    with house.connect(postgres.OWNER) as connection:
        assert connection.execute("show listen_addresses").fetchone() == ("",)
    log = (server.folder / "log").read_text(encoding="utf-8")
    assert postgres.password(server, "publiek") not in log
    assert not any(school in log for school in SCHOOLS)


def test_columns_are_described_in_dutch(house: House, first: Served) -> None:
    with house.connect("publiek") as connection:
        found = connection.execute(
            "select col_description('publiek.mart_onderwijsmonitor'::regclass, attnum) "
            "from pg_attribute where attname = 'noemer' "
            "and attrelid = 'publiek.mart_onderwijsmonitor'::regclass"
        ).fetchone()
    assert found == (COMMENT,)


def _read(
    server: postgres.Server, role: str, stop: mp.synchronize.Event, said: mp.Queue[str]
) -> None:
    rounds = 0
    with psycopg.connect(server.conninfo(role)) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        while not stop.is_set():
            with connection.transaction():
                numbers = connection.execute("select release_id from publiek.release").fetchall()
                rows = connection.execute(
                    "select release_id, noemer from publiek.mart_onderwijsmonitor"
                ).fetchall()
            counts = {noemer for _, noemer in rows if noemer is not None}
            named = {name for name, _ in rows}
            expected = {100_000 + int(numbers[0][0].rpartition("-")[2])} if numbers else set()
            if (
                len(numbers) != 1
                or len(rows) != 2
                or counts != expected
                or named != set(numbers[0])
            ):
                said.put(f"torn: {len(numbers)} releases, {len(rows)} rows")
                return
            rounds += 1
            stop.wait(0.02)
    said.put("whole" if rounds else "never read")


def test_readers_see_whole_releases_while_new_ones_are_loaded(house: House, first: Served) -> None:
    root = home.releases(CITY)
    context = mp.get_context("spawn")
    said: mp.Queue[str] = context.Queue()
    stop = context.Event()
    readers = [
        context.Process(target=_read, args=(house.server, role, stop, said))
        for role in ("publiek", "beleid", house.role(first, "school", OWN), "publiek")
    ]
    for reader in readers:
        reader.start()
    for number in range(2, 8):
        write_release(root, number)
        house.serve("current")
    stop.set()
    answers = [said.get(timeout=120) for _ in readers]
    for reader in readers:
        reader.join()
    assert answers == ["whole"] * len(readers)


def test_an_open_reader_does_not_hold_up_a_load(house: House, first: Served) -> None:
    write_release(home.releases(CITY), 20)
    with house.connect("publiek") as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        before = connection.execute("select release_id from publiek.release").fetchone()
        loading = threading.Thread(target=house.serve, args=("current",))
        loading.start()
        loading.join(timeout=60)
        assert not loading.is_alive()
        assert connection.execute("select release_id from publiek.release").fetchone() == before
        connection.rollback()
        after = connection.execute("select release_id from publiek.release").fetchone()
    assert (before, after) == (("antwerpen-0001",), (release_id(20),))


def test_a_school_that_left_the_release_comes_in_no_more(house: House, first: Served) -> None:
    gone = house.role(first, "school", OTHER)
    write_release(home.releases(CITY), 30, schools=(OWN,))
    second = house.serve("current")
    with pytest.raises(psycopg.OperationalError):
        house.connect(gone)
    with house.connect(house.role(second, "school", OWN)) as connection:
        assert connection.execute("select count(*) from mart_schoolportretten").fetchone() == (2,)
    with house.connect(postgres.OWNER) as connection:
        assert connection.execute(
            "select count(*) from school.mart_schoolportretten where ontvanger <> %s", [OWN]
        ).fetchone() == (0,)
    # Back in the release, with the password that the school knows.
    assert house.role(house.serve("antwerpen-0001"), "school", OTHER) == gone
    house.connect(gone).close()


def test_only_an_intact_approved_release_of_known_audiences_is_served(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEERLOOPBAAN_HOME", str(tmp_path))
    with pytest.raises(RefusedError, match="geen vrijgave"):
        choose_release(CITY)
    root = home.releases(CITY)
    folder = write_release(root, 1, synthetic=False)
    with pytest.raises(RefusedError, match="niet goedgekeurd"):
        choose_release(CITY)
    (root / "goedgekeurd").symlink_to(folder.name)
    assert choose_release(CITY) == folder
    (folder / "publiek" / "extra.txt").write_text("x", encoding="utf-8")
    with pytest.raises(RefusedError, match="niet meer zoals"):
        choose_release(CITY)
    assert "publiek/extra.txt" in file_hashes(folder)
    (folder / "pers" / "parquet").mkdir(parents=True)
    with pytest.raises(RefusedError, match="onbekend publiek pers"):
        read_release(folder, load_register(CITY))


def test_a_path_too_long_for_a_socket_is_said(tmp_path: Path) -> None:
    server = postgres.Server(CITY, tmp_path / ("x" * 120))
    with pytest.raises(LeerloopbaanError, match="too long"):
        postgres.start(server)


def test_an_account_that_cannot_come_there_is_said(tmp_path: Path) -> None:
    if os.geteuid() != 0:
        # Anyone else runs the server as himself, so there is no other account to be kept out.
        pytest.skip("only root starts the server as another account")
    closed = tmp_path / "dicht"
    closed.mkdir(mode=0o700)
    with pytest.raises(LeerloopbaanError, match="cannot reach"):
        postgres.start(postgres.Server(CITY, closed / "b"))
