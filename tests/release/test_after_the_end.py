"""Once a protocol has ended nothing of what was really delivered is built, released or shown."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest

from conftest import Built
from leerloopbaan import home
from leerloopbaan.errors import RefusedError
from leerloopbaan.intake.terms import refuse_after_end
from leerloopbaan.register.load import load_register
from leerloopbaan.register.schema import Verlenging
from leerloopbaan.release import make

LAST_DAY, DAY_AFTER = dt.date(2025, 8, 31), dt.date(2025, 9, 1)
RENEWAL = Verlenging(
    van=DAY_AFTER, tot=dt.date(2026, 8, 31), referentie="x", geregistreerd_door="y"
)


@pytest.fixture
def landing() -> Any:
    """A register of deliveries in memory: one part with persons, one list."""
    connection = duckdb.connect(":memory:")
    connection.execute("attach ':memory:' as landing; create schema landing.intake")
    connection.execute(
        "create table landing.intake.leveringen (levering_id text, synthetisch boolean); "
        "create table landing.intake.leveringsdelen "
        "(levering_id text, van_kracht boolean, bewaren_tot date)"
    )
    return connection


def _deliver(landing: Any, *, synthetic: bool, in_force: bool, persons: bool) -> None:
    landing.execute("insert into landing.intake.leveringen values ('x', ?)", [synthetic])
    term = DAY_AFTER if persons else None
    landing.execute("insert into landing.intake.leveringsdelen values ('x', ?, ?)",
                    [in_force, term])  # fmt: skip


@pytest.mark.parametrize(
    ("what", "refused"),
    [
        ({"synthetic": False, "in_force": True, "persons": True}, True),
        ({"synthetic": True, "in_force": True, "persons": True}, False),
        ({"synthetic": False, "in_force": False, "persons": True}, False),
        ({"synthetic": False, "in_force": True, "persons": False}, False),
    ],
)
def test_only_persons_of_a_real_delivery_in_force_are_refused(
    landing: Any, what: dict[str, bool], refused: bool
) -> None:
    antwerp = load_register("antwerpen")
    _deliver(landing, **what)
    refuse_after_end(landing, antwerp, LAST_DAY)
    if not refused:
        refuse_after_end(landing, antwerp, DAY_AFTER)
        return
    with pytest.raises(
        RefusedError, match=r"geldt niet op 01/09/2025.*R-74.*verlenging"
    ) as refusal:
        refuse_after_end(landing, antwerp, DAY_AFTER)
    assert refusal.value.exit_code == 2
    renewed = antwerp.geldigheid.model_copy(update={"verlengingen": (RENEWAL,)})
    refuse_after_end(landing, antwerp.model_copy(update={"geldigheid": renewed}), DAY_AFTER)
    refuse_after_end(landing, load_register("gent"), dt.date(2099, 1, 1))


@pytest.mark.warehouse
def test_a_release_asks_first(
    warehouse: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[dt.date] = []

    def refuse(_: object, __: object, day: dt.date) -> None:
        asked.append(day)
        raise RefusedError("voorbij")

    monkeypatch.setattr(make, "refuse_after_end", refuse)
    with pytest.raises(RefusedError, match="voorbij"):
        make.make_release("antwerpen", root=tmp_path / "uit", builder="b", today=DAY_AFTER)
    assert asked == [DAY_AFTER]
    assert not any((tmp_path / "uit").glob("antwerpen-*"))


@pytest.mark.warehouse
@pytest.mark.parametrize(("day", "stops"), [(LAST_DAY, False), (DAY_AFTER, True)])
def test_a_build_stops(warehouse: Built, tmp_path: Path, day: dt.date, stops: bool) -> None:
    settings = json.dumps({"vandaag": day.isoformat(), "ook_synthetisch": True})
    root = home.project_root()
    done = subprocess.run(
        [Path(sys.executable).with_name("dbt"), "--no-use-colors", "--log-path", tmp_path, "test",
         "--select", "protocol_loopt__leg_de_verlenging_vast_of_vernietig", "--target", "antwerpen",
         "--target-path", tmp_path / "target", "--vars", settings,
         "--project-dir", root, "--profiles-dir", root],
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert (done.returncode != 0) is stops, done.stdout
    assert ("FAIL" in done.stdout) is stops
