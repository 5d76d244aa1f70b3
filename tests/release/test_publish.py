"""Publication is all or nothing, approvals hold for exact bytes, withdrawal takes effect."""

from __future__ import annotations

import multiprocessing as mp
from pathlib import Path

import pytest

from leerloopbaan import home
from leerloopbaan.disclosure.memory import earlier_releases, remember
from leerloopbaan.duck import vault_connection
from leerloopbaan.errors import RefusedError
from leerloopbaan.keys.secrets import make_demo_secret
from leerloopbaan.release import ledger
from leerloopbaan.release.publish import (
    intact,
    name_of,
    point,
    release_lock,
    switch,
    write_manifest,
)
from leerloopbaan.release.source import Source

CITY = "antwerpen"


def source(release_id: str) -> Source:
    return Source(release_id, CITY, "2024-05-31", 1, "Bron: DOV", True, [], "c" * 64, {})


def made(root: Path, name: str, text: str = "cijfers") -> Path:
    aside = root / f".bouw-{name}"
    (aside / "publiek").mkdir(parents=True)
    for part in range(5):
        (aside / "publiek" / f"{part}.csv").write_text(f"{name} {text}\n", encoding="utf-8")
    write_manifest(aside, source(name))
    return switch(root, aside, name_of(root, aside, name))


def _read(root: Path, rounds: int, answers: mp.Queue[str]) -> None:
    for _ in range(rounds):
        folder = (root / "current").resolve()
        texts = {path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.csv"))}
        count = len(list(folder.rglob("*.csv")))
        if len(texts) != 1 or count != 5:
            answers.put(f"{count} files, {len(texts)} texts")
            return
    answers.put("whole")


def test_readers_see_whole_releases_only(tmp_path: Path) -> None:
    made(tmp_path, "r0")
    answers: mp.Queue[str] = mp.Queue()
    readers = [mp.Process(target=_read, args=(tmp_path, 60, answers)) for _ in range(8)]
    for reader in readers:
        reader.start()
    for number in range(1, 51):
        made(tmp_path, f"r{number}")
    said = [answers.get(timeout=120) for _ in readers]
    for reader in readers:
        reader.join()
    assert said == ["whole"] * 8


def test_what_a_killed_run_left_is_removed_and_current_stays(tmp_path: Path) -> None:
    made(tmp_path, "r1")
    (tmp_path / ".bouw-r2" / "publiek").mkdir(parents=True)
    (tmp_path / ".bouw-r2" / "publiek" / "half.csv").write_text("half", encoding="utf-8")
    assert (tmp_path / "current").resolve().name == "r1"
    with release_lock(tmp_path):
        assert not (tmp_path / ".bouw-r2").exists()
    assert (tmp_path / "current").resolve().name == "r1"


def test_the_same_release_again_changes_nothing(tmp_path: Path) -> None:
    before = made(tmp_path, "r1")
    digest = intact(before)
    assert intact(made(tmp_path, "r1")) == digest
    assert sorted(p.name for p in tmp_path.iterdir()) == ["current", "r1"]


def test_other_files_of_the_same_figures_are_another_release(tmp_path: Path) -> None:
    first = made(tmp_path, "r1")
    second = made(tmp_path, "r1", "andere bladzijden")
    assert (first.name, second.name) == ("r1", "r1.2")
    assert (tmp_path / "current").resolve() == second
    assert "andere" in (second / "publiek" / "0.csv").read_text(encoding="utf-8")
    assert "andere" not in (first / "publiek" / "0.csv").read_text(encoding="utf-8")
    # Made as before, it is that release again.
    assert made(tmp_path, "r1") == first
    assert (tmp_path / "current").resolve() == first
    assert made(tmp_path, "r1", "nog eens anders").name == "r1.3"


def test_a_damaged_release_is_not_published_again(tmp_path: Path) -> None:
    folder = made(tmp_path, "r1")
    (folder / "publiek" / "0.csv").write_text("anders", encoding="utf-8")
    with pytest.raises(RefusedError, match="niet meer zoals"):
        made(tmp_path, "r1")


@pytest.mark.parametrize("damage", ["byte", "extra", "gone"])
def test_a_changed_release_is_not_intact(tmp_path: Path, damage: str) -> None:
    folder = made(tmp_path, "r1")
    file = folder / "publiek" / "0.csv"
    match damage:
        case "byte":
            file.write_bytes(file.read_bytes()[:-2] + b"X\n")
        case "extra":
            (folder / "publiek" / "meer.csv").write_text("x", encoding="utf-8")
        case "gone":
            file.unlink()
    with pytest.raises(RefusedError, match="niet meer zoals"):
        intact(folder)


@pytest.fixture
def released(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("LEERLOOPBAAN_HOME", str(tmp_path))
    make_demo_secret(CITY)
    root = home.releases(CITY)
    root.mkdir(parents=True)
    with vault_connection(CITY, warehouse="read_write") as connection:
        connection.execute("create schema warehouse.cellen; create schema warehouse.geheimhouding")
        connection.execute(
            "create table warehouse.cellen.cellen as select unnest(['a', 'b']) as cel_id, "
            "'stand' as basis, 'T' as kenmerk, '2023-2024' as schooljaar, '01/02' as meetmoment, "
            "'stad' as geo_niveau, unnest(['x', 'y']) as geo_code, null::text as geo_ouder, "
            "'totaal' as uitsplitsing, 'totaal' as categorie, 'totaal' as uitsplitsing_2, "
            "'totaal' as categorie_2, unnest([12, 3]) as aantal"
        )
        connection.execute(
            "create table warehouse.geheimhouding.besluiten as "
            "select unnest(['a', 'b']) as cel_id, unnest([null, 'onderdrukt']) as status"
        )
    for release_id in ("r1", "r2"):
        remember(CITY, release_id)
    ledger.built(CITY, "r1", digest=intact(made(root, "r1")), by="bouwer")
    return "r1"


def test_two_people_neither_the_builder(released: str) -> None:
    for builder in ("bouwer", " Bouwer"):
        with pytest.raises(RefusedError, match="wie de vrijgave maakte"):
            ledger.approve(CITY, released, person=builder)
    assert not ledger.approve(CITY, released, person="an")
    for again in ("an", "An "):
        with pytest.raises(RefusedError, match="al goed"):
            ledger.approve(CITY, released, person=again)
    with pytest.raises(RefusedError, match="zonder naam"):
        ledger.approve(CITY, released, person="")
    assert ledger.approve(CITY, released, person="bert")
    assert (home.releases(CITY) / ledger.APPROVED).resolve().name == released
    with pytest.raises(RefusedError, match="niet bekend"):
        ledger.approve(CITY, "r9", person="an")


def test_one_changed_byte_undoes_the_approval(released: str) -> None:
    ledger.approve(CITY, released, person="an")
    file = home.releases(CITY) / released / "publiek" / "0.csv"
    file.write_text("anders", encoding="utf-8")
    with pytest.raises(RefusedError, match="niet meer zoals"):
        ledger.approve(CITY, released, person="bert")
    ledger.built(CITY, released, digest="a" * 64, by="bouwer")
    assert ledger.standing(CITY)[released].approvals == {}


def test_a_withdrawn_release_goes_in_again_only_if_another_was_approved(released: str) -> None:
    root = home.releases(CITY)
    ledger.built(CITY, "r2", digest=intact(made(root, "r2")), by="bouwer")
    for release_id in ("r1", "r2"):
        for person in ("an", "bert"):
            ledger.approve(CITY, release_id, person=person)
    assert (root / ledger.APPROVED).resolve().name == "r2"
    ledger.withdraw(CITY, "r2", person="an", reason="fout in de bron")
    assert (root / ledger.APPROVED).resolve().name == "r1"
    with pytest.raises(RefusedError, match="ingetrokken"):
        ledger.approve(CITY, "r2", person="cas")
    ledger.withdraw(CITY, "r1", person="an", reason="ook fout")
    assert not (root / ledger.APPROVED).exists()


def test_the_engine_remembers_what_is_out_and_nothing_else(released: str) -> None:
    ledger.approve(CITY, released, person="an")
    assert earlier_releases(CITY) == ()
    ledger.approve(CITY, released, person="bert")
    (out,) = earlier_releases(CITY)
    assert (out.release_id, out.hidden) == ("r1", frozenset({"b"}))
    assert [(cell.cel_id, cell.aantal) for cell in out.cells] == [("a", 12), ("b", 3)]
    ledger.withdraw(CITY, released, person="an", reason="fout in de bron")
    assert earlier_releases(CITY) == ()


def test_a_link_is_switched_or_removed(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    point(tmp_path, "huidig", "a")
    assert (tmp_path / "huidig").resolve().name == "a"
    point(tmp_path, "huidig", None)
    assert not (tmp_path / "huidig").exists()
