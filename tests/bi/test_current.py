"""Readers of `current` while releases are switched: each connection sees one whole release."""

from __future__ import annotations

import multiprocessing as mp
from pathlib import Path

import duckdb
import pytest

from bi.made import release_id, write_release
from leerloopbaan.release.publish import CURRENT, point

SWITCHES = 50
RELEASES = 5
QUERY = (
    "select r.release_id, m.release_id, m.noemer from {release} as r "
    "cross join {mart} as m where m.status is null"
)


def _by_file(root: Path) -> list[tuple[str, str, int]]:
    """As a BI tool does: it opens the file behind the link, and asks more than once."""
    file = root / CURRENT / "publiek" / "publiek.duckdb"
    with duckdb.connect(str(file), read_only=True) as connection:
        query = QUERY.format(release="release", mart="mart_onderwijsmonitor")
        return [*connection.execute(query).fetchall(), *connection.execute(query).fetchall()]


def _by_parquet(root: Path) -> list[tuple[str, str, int]]:
    """Several files of one release: the link is followed once, as the guide says."""
    folder = (root / CURRENT).resolve() / "publiek" / "parquet"
    query = QUERY.format(
        release=f"'{folder / 'release.parquet'}'",
        mart=f"'{folder / 'mart_onderwijsmonitor.parquet'}'",
    )
    with duckdb.connect(":memory:") as connection:
        return connection.execute(query).fetchall()


WAYS = {"file": _by_file, "parquet": _by_parquet}


def _read(root: Path, way: str, stop: mp.synchronize.Event, said: mp.Queue[str]) -> None:
    rounds = 0
    while not stop.is_set() or not rounds:
        try:
            rows = WAYS[way](root)
        except Exception as error:
            said.put(f"{way}: {type(error).__name__}")
            return
        (release, mart, count), *others = rows
        expected = 100_000 + int(release.rpartition("-")[2])
        if release != mart or count != expected or any(row != rows[0] for row in others):
            said.put(f"{way}: torn")
            return
        rounds += 1
    said.put("whole")


def test_eight_readers_during_fifty_switches(tmp_path: Path) -> None:
    for number in range(RELEASES):
        write_release(tmp_path, number, schools=())
    context = mp.get_context("spawn")
    said: mp.Queue[str] = context.Queue()
    stop = context.Event()
    readers = [
        context.Process(target=_read, args=(tmp_path, way, stop, said))
        for way in (*WAYS, *WAYS, *WAYS, *WAYS)
    ]
    for reader in readers:
        reader.start()
    for number in range(SWITCHES):
        point(tmp_path, CURRENT, release_id(number % RELEASES))
        stop.wait(0.02)
    stop.set()
    answers = [said.get(timeout=120) for _ in readers]
    for reader in readers:
        reader.join()
    assert answers == ["whole"] * 8


@pytest.mark.parametrize("way", WAYS)
def test_a_torn_release_would_be_seen(tmp_path: Path, way: str) -> None:
    """The reader above can say no: a mart of one release beside the number of another."""
    folder = write_release(tmp_path, 1, schools=())
    other = write_release(tmp_path, 2, schools=())
    for name in ("publiek.duckdb", "parquet/mart_onderwijsmonitor.parquet"):
        (other / "publiek" / name).rename(folder / "publiek" / name)
    release = folder / "publiek" / "parquet" / "release.parquet"
    if way == "file":
        with duckdb.connect(str(folder / "publiek" / "publiek.duckdb")) as connection:
            connection.execute(f"create or replace table release as from '{release}'")
    point(tmp_path, CURRENT, folder.name)
    said: mp.Queue[str] = mp.Queue()
    stop = mp.Event()
    stop.set()
    _read(tmp_path, way, stop, said)
    assert said.get(timeout=30) == f"{way}: torn"
