"""A delivery that is withdrawn: what it replaced is in force again, and its rows are nowhere."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from typer.testing import CliRunner

from leerloopbaan import home
from leerloopbaan.cli.app import build_app
from leerloopbaan.errors import LeerloopbaanError, RefusedError
from leerloopbaan.intake.withdraw import withdraw

from .conftest import Gate, query
from .small import Tables, changed, faultless, write_csv

LATER = dt.datetime(2025, 3, 1)
IN_FORCE = """
    select geslacht from landing.levering.deel_11a as r
    join landing.intake.leveringsdelen as d on d.levering_id = r.levering_id
        and d.tabel = 'deel_11a' and d.schooljaar = r.schooljaar and d.van_kracht
    where persoon_code = 'ZZ-P0000'
"""


def _other(tables: Tables) -> None:
    tables["11a"][0].update(geslacht="V")


def _statuses() -> dict[str, str]:
    return dict(query("select levering_id, status from landing.intake.leveringen"))


def test_what_it_replaced_is_in_force_again_and_its_rows_are_gone(
    gate: Gate, tmp_path: Path
) -> None:
    first = gate(write_csv(tmp_path / "l", faultless())).levering.levering_id
    files = write_csv(tmp_path / "later", changed(faultless(), _other))
    wrong = gate(files, received=LATER).levering.levering_id
    assert query(IN_FORCE) == [("V",)]
    home.warehouse_file("antwerpen").touch()
    withdraw("antwerpen", wrong, "A. Nalist", "verkeerde ontvangstdatum")
    assert query(IN_FORCE) == [("M",)]
    assert _statuses() == {first: "aanvaard", wrong: "ingetrokken"}
    for schema in ("levering", "wachtkamer"):
        for table in ("deel_11a", "deel_11b", "deel_11c"):
            count = f"select count(*) from landing.{schema}.{table} where levering_id = '{wrong}'"
            assert query(count) == [(0,)]
    assert not home.warehouse_file("antwerpen").exists()
    states = query("select toestand, reden from landing.intake.toestanden where levering_id = "
                   f"'{wrong}' order by volgnummer desc limit 1")  # fmt: skip
    assert states == [("ingetrokken", "verkeerde ontvangstdatum (A. Nalist)")]
    # With the right date the same files come in as if for the first time.
    again = gate(files, received=dt.datetime(2024, 9, 1))
    assert (again.status, again.al_bekend, again.levering.levering_id) == ("aanvaard", False, wrong)
    assert query(IN_FORCE) == [("M",)]


def test_no_persons_are_taken_from_under_enrolments_in_force(gate: Gate, tmp_path: Path) -> None:
    tables = faultless()
    persons = gate(write_csv(tmp_path / "a", {"11a": tables.pop("11a")})).levering.levering_id
    rest = gate(write_csv(tmp_path / "b", tables)).levering.levering_id
    home.warehouse_file("antwerpen").touch()
    before = home.landing_file("antwerpen").read_bytes()
    with pytest.raises(RefusedError, match="refer to persons"):
        withdraw("antwerpen", persons, "A. Nalist", "test")
    assert home.landing_file("antwerpen").read_bytes() == before
    assert home.warehouse_file("antwerpen").exists()
    withdraw("antwerpen", rest, "A. Nalist", "test")
    withdraw("antwerpen", persons, "A. Nalist", "test")
    assert set(_statuses().values()) == {"ingetrokken"}


def test_only_what_was_accepted_or_waits_can_be_withdrawn(gate: Gate, tmp_path: Path) -> None:
    refused = gate(write_csv(tmp_path / "l", {"11a": [{"voornaam": "x", "oki": "1"}]}))
    for identity in (refused.levering.levering_id, "geen-levering"):
        with pytest.raises(LeerloopbaanError, match="this delivery is"):
            withdraw("antwerpen", identity, "A. Nalist", "test")
    waits = gate(
        write_csv(tmp_path / "w", changed(faultless(), lambda t: t["11a"][0].update(oki="9")))
    )
    arguments = ["delivery", "withdraw", waits.levering.levering_id, "--city", "antwerpen",
                 "--by", "A. Nalist", "--reason", "de leverancier trekt ze in"]  # fmt: skip
    done = CliRunner().invoke(build_app(), arguments)
    assert (done.exit_code, "ingetrokken" in done.stdout) == (0, True)
    assert _statuses()[waits.levering.levering_id] == "ingetrokken"
    assert query("select count(*) from landing.wachtkamer.deel_11a") == [(0,)]


def test_of_two_deliveries_of_one_day_the_last_one_taken_in_is_in_force(
    gate: Gate, tmp_path: Path
) -> None:
    for number, geslacht in enumerate("VXMXV"):
        tables = faultless()
        tables["11a"][0].update(geslacht=geslacht)
        tables["11b"][number].update(toestand_0110="N")
        assert gate(write_csv(tmp_path / str(number), tables)).status == "aanvaard"
        assert query(IN_FORCE) == [(geslacht,)]
