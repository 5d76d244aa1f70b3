"""Deliveries that wait, rows held back, and replays that make the order of arrival irrelevant."""

from __future__ import annotations

import datetime as dt
from itertools import permutations
from pathlib import Path

import duckdb
import pytest

from leerloopbaan.errors import LeerloopbaanError
from leerloopbaan.intake import replay as replay_module
from leerloopbaan.intake.delivery import Uitslag
from leerloopbaan.intake.quarantine import quarantine_overview, row_pointers
from leerloopbaan.intake.replay import Beslissing, decide, replay
from leerloopbaan.register.schema import Protocol

from .conftest import Gate, query, rules
from .corpus import gent
from .small import Tables, changed, faultless, reference_lists, write_csv

IN_FORCE = """
    select r.* exclude (levering_id, bestand) from landing.levering.{0} as r
    join landing.intake.leveringsdelen as d on d.levering_id = r.levering_id and d.tabel = '{0}'
        and d.schooljaar is not distinct from r.schooljaar and d.van_kracht
    order by all
"""


def only(tables: Tables, *names: str) -> Tables:
    return {name: tables[name] for name in names}


def test_rows_of_strangers_wait_with_pointers_and_no_values(gate: Gate, tmp_path: Path) -> None:
    tables = changed(faultless(), lambda t: t["11b"][3].update(persoon_code="ZZ-VREEMD"))
    result = gate(write_csv(tmp_path / "l", tables))
    assert (result.status, rules(result)) == ("quarantaine", {"persoon_niet_in_11a"})
    pointers = row_pointers("antwerpen", result.levering.levering_id)
    assert pointers == [
        {"regel": "persoon_niet_in_11a", "tabel": "11b", "bestand": "11b.csv", "rij": 4,
         "kolom": "persoon_code"}
    ]  # fmt: skip
    assert quarantine_overview("antwerpen")[0]["rijen"] == 1
    assert query("select count(*) from landing.levering.deel_11b") == [(0,)]


def test_the_earlier_delivery_stays_in_force_while_a_correction_waits(
    gate: Gate, tmp_path: Path
) -> None:
    gate(write_csv(tmp_path / "goed", faultless()))
    before = query(IN_FORCE.format("deel_11a"))
    wrong = changed(faultless(), lambda t: t["11a"][0].update(geslacht="Q"))
    result = gate(write_csv(tmp_path / "fout", wrong), received=dt.datetime(2025, 1, 10))
    assert (result.status, rules(result)) == ("quarantaine", {"onbekende_waarde"})
    assert query(IN_FORCE.format("deel_11a")) == before


def test_a_replay_after_the_missing_list_row_lets_the_delivery_through(
    gate: Gate, tmp_path: Path
) -> None:
    lists = reference_lists()
    site = lists["ref_vestigingsplaatsen"].pop()
    gate(write_csv(tmp_path / "lijst", lists))
    waiting = gate(write_csv(tmp_path / "l", faultless()))
    assert (waiting.status, rules(waiting)) == ("quarantaine", {"onbekende_vestigingsplaats"})
    with pytest.raises(LeerloopbaanError, match="does not wait"):
        replay("antwerpen", "geen-levering")
    assert replay("antwerpen", waiting.levering.levering_id).status == "quarantaine"
    lists["ref_vestigingsplaatsen"].append(site)
    gate(write_csv(tmp_path / "nieuw", lists), received=dt.datetime(2024, 11, 1))
    assert query("select status from landing.intake.leveringen where levering_id = "
                 f"'{waiting.levering.levering_id}'") == [("aanvaard",)]  # fmt: skip
    assert query("select count(*) from landing.wachtkamer.deel_11b") == [(0,)]


def test_a_decision_holds_back_the_rows_and_uses_the_rest(gate: Gate, tmp_path: Path) -> None:
    tables = changed(faultless(), lambda t: t["11b"][3].update(oki="9"))
    waiting = gate(write_csv(tmp_path / "l", tables))
    assert (waiting.status, rules(waiting)) == (
        "quarantaine",
        {"buiten_bereik", "oki_tegen_kenmerken"},
    )
    identity = waiting.levering.levering_id
    with pytest.raises(LeerloopbaanError, match="only a rule that quarantines"):
        decide("antwerpen", Beslissing(identity, "onleesbaar", "A. Nalist", "test"))
    for rule in ("buiten_bereik", "oki_tegen_kenmerken"):
        decide("antwerpen", Beslissing(identity, rule, "A. Nalist", "bevestigd door DOV"))
    assert replay("antwerpen", identity).status == "aanvaard"
    assert query("select count(*) from landing.levering.deel_11b") == [(len(tables["11b"]) - 1,)]
    assert query("select rij from landing.wachtkamer.deel_11b") == [(4,)]
    assert query("select sum(rijen), sum(weerhouden) from landing.intake.leveringsdelen "
                 "where tabel = 'deel_11b'") == [(len(tables["11b"]) - 1, 1)]  # fmt: skip


def test_who_is_outside_the_population_is_held_back_until_a_site_shows_up(
    gate: Gate, tmp_path: Path
) -> None:
    def without_sites(tables: Tables) -> None:
        for row in [r for name in tables for r in tables[name]]:
            if row["persoon_code"] == "ZZ-P0005":
                row.update(instellingsnummer="", intern_volgnummer="")

    outside = changed(faultless(), without_sites)
    result = gate(write_csv(tmp_path / "l", outside))
    assert (result.status, rules(result)) == ("aanvaard", {"buiten_populatie"})
    count = "select count(*) from landing.levering.deel_11a where persoon_code = 'ZZ-P0005'"
    assert query(count) == [(0,)]
    later = only(faultless(), "11b")
    gate(write_csv(tmp_path / "later", later), received=dt.datetime(2025, 1, 10))
    assert query(count) == [(1,)]


@pytest.mark.parametrize(
    "order",
    [
        pytest.param(order, marks=[pytest.mark.full] if order[0] != 2 else [])
        for order in permutations(range(3))
    ],
)
def test_any_order_of_arrival_ends_in_the_same_rows_in_force(
    gate: Gate, tmp_path: Path, order: tuple[int, ...]
) -> None:
    tables = faultless()
    correction = changed(only(tables, "11b"), lambda t: t["11b"][0].update(toestand_3006="N"))
    deliveries = [
        (only(tables, "11a"), dt.datetime(2024, 10, 15)),
        (only(tables, "11b", "11c"), dt.datetime(2024, 10, 16)),
        (correction, dt.datetime(2024, 12, 1)),
    ]
    for number in order:
        content, received = deliveries[number]
        gate(write_csv(tmp_path / f"l{number}", content), received=received)
    expected = {
        "deel_11a": sorted(r["persoon_code"] for r in tables["11a"]),
        "deel_11b": sorted(r["persoon_code"] for r in correction["11b"]),
    }
    for relation, codes in expected.items():
        landed = query(IN_FORCE.format(relation))
        assert sorted(row[1] for row in landed) == codes
    changed_row = query(
        "select toestand_3006 from landing.levering.deel_11b as r "
        "join landing.intake.leveringsdelen as d on d.levering_id = r.levering_id "
        "and d.tabel = 'deel_11b' and d.schooljaar = r.schooljaar and d.van_kracht "
        "where rij = 1"
    )
    assert changed_row == [("N",)]


def test_persons_may_not_vanish_from_under_enrolments_in_force(gate: Gate, tmp_path: Path) -> None:
    gate(write_csv(tmp_path / "l", faultless()))
    fewer = changed(only(faultless(), "11a"), lambda t: t["11a"].pop())
    result = gate(write_csv(tmp_path / "minder", fewer), received=dt.datetime(2025, 1, 10))
    assert (result.status, rules(result)) == ("quarantaine", {"persoon_niet_in_11a"})


def test_rows_held_back_are_looked_at_again_only_when_something_about_them_came(
    gate: Gate, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    again = replay_module._again

    def noted(con: duckdb.DuckDBPyConnection, protocol: Protocol, levering_id: str) -> Uitslag:
        looked.append(levering_id)
        return again(con, protocol, levering_id)

    monkeypatch.setattr(replay_module, "_again", noted)

    def of(start: int, *names: str) -> Path:
        tables = changed({name: gent.faultless()[name] for name in names})
        for row in [row for rows in tables.values() for row in rows]:
            row.update(
                aim_code=row["aim_code"].replace("G", f"{start}-"),
                schooljaar=f"{start}-{start + 1}",
                geboortejaar=str(int(row["geboortejaar"]) + start - 2023),
            )
        return write_csv(tmp_path / f"{start}{'-'.join(names)}", tables)

    june = gate(of(2022, "leerlingen_3006"), city="gent")
    assert (june.status, rules(june)) == ("aanvaard", {"niet_op_0102"})
    assert looked == []
    gate(of(2023, "leerlingen_0102", "leerlingen_3006"), city="gent")
    assert looked == []
    gate(of(2022, "leerlingen_0102"), city="gent", received=dt.datetime(2024, 11, 1))
    assert looked == [june.levering.levering_id]
    assert query("select sum(weerhouden) from landing.intake.leveringsdelen", "gent") == [(0,)]
