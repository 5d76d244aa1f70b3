"""What `build` skips, what it refuses, and what it never touches."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Built
from leerloopbaan import home
from leerloopbaan.build import stamps, steps
from leerloopbaan.build.plan import Plan
from leerloopbaan.duck import vault_connection
from leerloopbaan.errors import LeerloopbaanError, RefusedError
from leerloopbaan.keys.secrets import demo_secret_file, make_demo_secret

CITY = "antwerpen"


@pytest.fixture
def empty_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LEERLOOPBAAN_HOME", str(tmp_path / "var"))
    for city in home.CITIES:
        for kind in ("", "FILE_"):
            monkeypatch.delenv(f"LEERLOOPBAAN_SECRET_{kind}{city.upper()}", raising=False)
    return tmp_path


def _quiet(step: str) -> None:
    """Announce nothing."""


def _landing(synthetic: bool) -> None:
    with vault_connection(CITY, landing="read_write") as connection:
        connection.execute("create schema landing.intake")
        connection.execute(
            "create table landing.intake.leveringen as select ? as synthetisch", [synthetic]
        )


def test_there_is_a_city_to_build() -> None:
    assert CITY in steps.cities()


def test_a_key_changes_with_every_part_and_only_then(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    file = tmp_path / "a" / "model.sql"
    file.write_text("select 1")
    first = stamps.key("x", tmp_path / "a")
    assert stamps.key("x", tmp_path / "a") == first
    assert stamps.key("y", tmp_path / "a") != first
    file.write_text("select 2")
    changed = stamps.key("x", tmp_path / "a")
    assert changed != first
    file.rename(tmp_path / "a" / "other.sql")
    assert stamps.key("x", tmp_path / "a") not in (first, changed)


def test_a_step_is_done_only_with_its_outputs(empty_home: Path, tmp_path: Path) -> None:
    output = tmp_path / "output"
    stamps.done(CITY, "synth", "sleutel")
    assert not stamps.is_done(CITY, "synth", "sleutel", [output])
    output.touch()
    assert stamps.is_done(CITY, "synth", "sleutel", [output])
    assert not stamps.is_done(CITY, "synth", "andere", [output])
    stamps.forget(CITY, "synth")
    assert not stamps.is_done(CITY, "synth", "sleutel", [output])


def test_a_vault_with_a_real_delivery_is_never_started_anew(empty_home: Path) -> None:
    make_demo_secret(CITY)
    _landing(synthetic=False)
    before = home.landing_file(CITY).read_bytes()
    with pytest.raises(RefusedError, match="not synthetic"):
        steps.build_city(Plan(CITY, scale=0.001), _quiet)
    assert home.landing_file(CITY).read_bytes() == before


def test_a_vault_of_a_lost_secret_is_never_started_anew(
    empty_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEERLOOPBAAN_SECRET_ANTWERPEN", "5e" * 32)
    _landing(synthetic=False)
    before = home.landing_file(CITY).read_bytes()
    monkeypatch.delenv("LEERLOOPBAAN_SECRET_ANTWERPEN")
    with pytest.raises(LeerloopbaanError, match="no secret for antwerpen"):
        steps.build_city(Plan(CITY, scale=0.001), _quiet)
    assert home.landing_file(CITY).read_bytes() == before
    assert not demo_secret_file(CITY).exists()


def test_a_city_with_its_own_secret_gets_no_synthetic_delivery(
    empty_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEERLOOPBAAN_SECRET_ANTWERPEN", "5e" * 32)
    with pytest.raises(LeerloopbaanError, match=r"own secret and no delivery.*intake"):
        steps.build_city(Plan(CITY, scale=0.001), _quiet)
    assert not home.landing_file(CITY).exists()
    assert not demo_secret_file(CITY).exists()


def test_the_demo_secret_does_not_open_for_a_delivery_that_is_not_synthetic(
    empty_home: Path,
) -> None:
    make_demo_secret(CITY)
    delivery = empty_home / "levering"
    delivery.mkdir()
    (delivery / "deel_11a.csv").write_text("unieke persoonscode\n", encoding="cp1252")
    result = subprocess.run(
        [sys.executable, "-m", "leerloopbaan", "intake", "--city", CITY,
         "--received", "2025-06-16", str(delivery)],
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert result.returncode != 0
    assert "demo" in (result.stdout + result.stderr).lower()
    assert not home.landing_file(CITY).exists()


@pytest.mark.warehouse
def test_a_second_build_repeats_nothing(warehouse: Built) -> None:
    from conftest import SCALE, SEED

    before = {city: home.warehouse_file(city).stat().st_mtime_ns for city in steps.cities()}
    for city in steps.cities():
        outcome = steps.build_city(Plan(city, float(SCALE), int(SEED)), _quiet)
        assert set(outcome.seconds.values()) == {None}
    assert before == {city: home.warehouse_file(city).stat().st_mtime_ns for city in before}


@pytest.mark.warehouse
def test_the_closing_screen_names_city_results_and_release(warehouse: Built) -> None:
    for city in steps.cities():
        assert city in warehouse.said
        if not steps.has_marts(city):
            continue
        current = home.releases(city) / "current"
        assert current.resolve().name in warehouse.said
    assert "SYNTHETISCH" in warehouse.said
    assert "Where to look" in warehouse.said
