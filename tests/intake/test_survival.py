"""Killed, out of disk, two at once, a reader inside: the landing file is before or after."""

from __future__ import annotations

import datetime as dt
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from leerloopbaan import home
from leerloopbaan.errors import LeerloopbaanError, SecretError
from leerloopbaan.intake import retention, store
from leerloopbaan.intake.year_keys import year_keys
from leerloopbaan.keys.salts import salt_directory

from .conftest import Gate, query
from .corpus import gent
from .small import Tables, changed, faultless, write_csv

# A child that delivers without the seconds that the suites take: what is tested is the writing.
_CHILD = """
import sys, datetime
from pathlib import Path
from leerloopbaan.intake import judge
judge.validate = lambda con, tables: []
from leerloopbaan.intake.deliver import deliver
if sys.argv[1] == "intake":
    print("begin", flush=True)
    deliver("antwerpen", [Path(sys.argv[2])], datetime.datetime(2025, 1, 10), synthetic=True)
elif sys.argv[1] == "sleutel":
    from leerloopbaan.intake.year_keys import destroy
    print("begin", flush=True)
    destroy("gent", "2023-2024", "de test", datetime.datetime(2025, 1, 2))
else:
    from leerloopbaan.intake.retention import enforce
    print("begin", flush=True)
    enforce("antwerpen", datetime.date(2025, 9, 1), datetime.datetime(2026, 1, 2))
print("einde", flush=True)
"""


def correction(directory: Path) -> Path:
    return write_csv(directory, changed(faultless(), _other_sex))


def _other_sex(tables: Tables) -> None:
    for row in tables["11a"]:
        row["geslacht"] = "V"


def contents() -> tuple[object, ...]:
    """What the landing file holds: rows per delivery and what is in force."""
    return (
        query("select levering_id, status from landing.intake.leveringen order by all"),
        query("select levering_id, count(*) from landing.levering.deel_11a group by 1 order by 1"),
        query("select levering_id, tabel, schooljaar, van_kracht "
              "from landing.intake.leveringsdelen order by all"),
    )  # fmt: skip


def child(action: str, path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", _CHILD, action, str(path)],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip


def _killed_at_many_points(action: str, path: Path, points: int, seed: int) -> None:
    """Kill the child at seeded moments; only its state before or after may ever be seen."""
    landing = home.landing_file("antwerpen")
    start = landing.read_bytes()
    before = contents()
    whole = child(action, path)
    assert whole.stdout is not None and whole.stdout.readline() == "begin\n"
    began = time.monotonic()
    assert whole.wait() == 0
    length = time.monotonic() - began
    after = contents()
    assert after != before
    chance = random.Random(seed)
    for _ in range(points):
        landing.write_bytes(start)
        process = child(action, path)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.uniform(0, 1.1 * length))
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert contents() in (before, after)
        assert not landing.with_name("landing.duckdb.wal").exists()
    landing.write_bytes(start)
    assert child(action, path).wait() == 0
    assert contents() == after


@pytest.mark.parametrize(
    "points", [2, pytest.param(130, marks=pytest.mark.full)], ids=["few", "many"]
)
def test_a_killed_intake_leaves_before_or_after(gate: Gate, tmp_path: Path, points: int) -> None:
    gate(write_csv(tmp_path / "l", faultless()))
    _killed_at_many_points("intake", correction(tmp_path / "c"), points, seed=5)


@pytest.mark.parametrize(
    "points", [1, pytest.param(70, marks=pytest.mark.full)], ids=["few", "many"]
)
def test_a_killed_retention_leaves_before_or_after(gate: Gate, tmp_path: Path, points: int) -> None:
    gate(write_csv(tmp_path / "l", faultless()))
    _killed_at_many_points("retention", tmp_path, points, seed=7)


@pytest.mark.full
def test_a_killed_destruction_of_a_key_is_finished_by_the_next_run(
    gate: Gate, tmp_path: Path
) -> None:
    gate(write_csv(tmp_path / "jaar", gent.faultless()), city="gent")
    landing, salt = home.landing_file("gent"), salt_directory("gent") / "2023-2024.zout"
    start, grains = landing.read_bytes(), salt.read_bytes()
    codes = "select count_if(aim_code like 'ZZ-%') from landing.levering.leerlingen_0102"
    began = time.monotonic()
    assert child("sleutel", tmp_path).wait() == 0
    length = time.monotonic() - began
    chance = random.Random(9)
    for _ in range(20):
        landing.write_bytes(start)
        salt.write_bytes(grains)
        process = child("sleutel", tmp_path)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.uniform(0, length / 2))
        process.send_signal(signal.SIGKILL)
        process.wait()
        # Before: every code and its salt. After: no code, and the next run takes the salt away.
        before = query(codes, city="gent") == [(8,)]
        assert before or query(codes, city="gent") == [(0,)]
        assert not before or salt.read_bytes() == grains
        (key,) = year_keys("gent")
        assert key.sleutel == ("aanwezig" if before else "vernietigd")
        assert salt.exists() is before


@pytest.mark.parametrize("limit", [4096, pytest.param(600_000, marks=pytest.mark.full)])
def test_a_full_disk_stops_retention_before_it_changes_anything(
    gate: Gate, tmp_path: Path, limit: int
) -> None:
    gate(write_csv(tmp_path / "l", faultless()))
    before = home.landing_file("antwerpen").read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        with pytest.raises(LeerloopbaanError, match="nothing was changed"):
            retention.enforce("antwerpen", dt.date(2025, 9, 1), dt.datetime(2026, 1, 2))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert home.landing_file("antwerpen").read_bytes() == before
    parts, _ = retention.enforce("antwerpen", dt.date(2025, 9, 1), dt.datetime(2026, 1, 2))
    assert len(parts) == 6


@pytest.mark.parametrize(
    "limit", [4096, *(pytest.param(n, marks=pytest.mark.full) for n in (0, 600_000, 1_500_000))]
)
def test_a_full_disk_is_one_clear_line_and_changes_nothing(
    gate: Gate, tmp_path: Path, limit: int
) -> None:
    gate(write_csv(tmp_path / "l", faultless()))
    path = correction(tmp_path / "c")
    before = home.landing_file("antwerpen").read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        with pytest.raises(LeerloopbaanError) as failure:
            gate(path, received=dt.datetime(2025, 1, 10))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert "\n" not in str(failure.value) and "nothing was changed" in str(failure.value)
    assert home.landing_file("antwerpen").read_bytes() == before
    assert sorted(p.name for p in home.vault("antwerpen").glob("landing*")) == [
        "landing.duckdb", "landing.lock",
    ]  # fmt: skip
    assert gate(path, received=dt.datetime(2025, 1, 10)).status == "aanvaard"


def test_two_intakes_at_once_both_land(gate: Gate, tmp_path: Path) -> None:
    gate(write_csv(tmp_path / "l", faultless()))
    second = changed(faultless(), lambda t: t["11a"][1].update(geslacht="X"))
    others = [correction(tmp_path / "c"), write_csv(tmp_path / "d", second)]
    running = [child("intake", path) for path in others]
    assert [process.wait() for process in running] == [0, 0]
    assert len(query("from landing.intake.leveringen")) == 3


def test_a_gate_that_stays_locked_is_one_clear_line(gate: Gate, tmp_path: Path) -> None:
    del tmp_path
    with (
        store.exclusive("antwerpen"),
        pytest.raises(LeerloopbaanError, match="in use by another process"),
        store.exclusive("antwerpen", patience=0.1),
    ):
        pass


def test_a_reader_keeps_what_it_saw_and_does_not_stop_an_intake(gate: Gate, tmp_path: Path) -> None:
    gate(write_csv(tmp_path / "l", faultless()))
    code = (
        "import sys; from leerloopbaan import duck\n"
        "with duck.vault_connection('antwerpen', landing='read_only') as con:\n"
        "    print(con.execute('select count(*) from landing.levering.deel_11a').fetchone()[0],"
        " flush=True)\n    sys.stdin.readline()\n"
        "    print(con.execute('select count(*) from landing.levering.deel_11a').fetchone()[0])\n"
    )
    reader = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE, text=True)  # fmt: skip
    assert reader.stdout is not None
    assert reader.stdout.readline() == "12\n"
    assert gate(correction(tmp_path / "c"), received=dt.datetime(2025, 1, 10)).status == "aanvaard"
    assert reader.communicate("verder\n")[0] == "12\n"
    assert query("select count(*) from landing.levering.deel_11a") == [(24,)]


def test_a_writer_on_the_file_is_one_clear_line(gate: Gate, tmp_path: Path) -> None:
    gate(write_csv(tmp_path / "l", faultless()))
    code = (
        "import sys; from leerloopbaan import duck\n"
        "with duck.vault_connection('antwerpen', landing='read_write') as con:\n"
        "    print('open', flush=True); sys.stdin.readline()\n"
    )
    writer = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE, text=True)  # fmt: skip
    assert writer.stdout is not None and writer.stdout.readline() == "open\n"
    with pytest.raises(LeerloopbaanError, match="in use by another process"):
        gate(correction(tmp_path / "c"), received=dt.datetime(2025, 1, 10))
    writer.communicate("klaar\n")
    assert gate(correction(tmp_path / "c"), received=dt.datetime(2025, 1, 10)).status == "aanvaard"


def test_a_wrong_or_missing_key_changes_nothing(
    gate: Gate, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate(write_csv(tmp_path / "l", faultless()))
    before = home.landing_file("antwerpen").read_bytes()
    monkeypatch.setenv("LEERLOOPBAAN_SECRET_ANTWERPEN", "6f" * 32)
    with pytest.raises(SecretError, match="does not open"):
        gate(correction(tmp_path / "c"))
    monkeypatch.delenv("LEERLOOPBAAN_SECRET_ANTWERPEN")
    (home.vault("antwerpen") / "demo.secret").unlink()
    with pytest.raises(SecretError, match="no secret"):
        gate(correction(tmp_path / "c"))
    assert home.landing_file("antwerpen").read_bytes() == before
