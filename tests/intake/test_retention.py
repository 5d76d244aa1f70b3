"""What is past its term goes, and its bytes are nowhere any more."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import duckdb
import pytest

from leerloopbaan import duck, home
from leerloopbaan.intake import retention, store
from leerloopbaan.intake.terms import keep_until
from leerloopbaan.register.load import load_register

from .conftest import Gate, query
from .small import Tables, changed, faultless, reference_lists, write_csv

NOW = dt.datetime(2026, 1, 2, 8, 0)
CANARY = "ZZKANARIE0815"


@pytest.mark.parametrize(
    ("city", "table", "year", "until"),
    [
        ("gent", "leerlingen_0102", "2019-2020", "2026-02-01"),
        ("gent", "leerlingen_3006", "2019-2020", "2026-06-30"),
        ("antwerpen", "11b", "2019-2020", "2025-08-31"),
        ("antwerpen", "ref_vestigingsplaatsen", None, None),
    ],
)
def test_terms_follow_the_protocol(
    city: str, table: str, year: str | None, until: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LEERLOOPBAAN_ANTWERPEN_BEWAREN_TOT", raising=False)
    protocol = load_register(city)
    found = keep_until(protocol, protocol.tabel(table), year, dt.datetime(2020, 9, 1))
    assert found == (dt.date.fromisoformat(until) if until else None)


def test_the_city_sets_the_term_that_the_protocol_leaves_open(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LEERLOOPBAAN_ANTWERPEN_BEWAREN_TOT", "2027-12-31")
    protocol = load_register("antwerpen")
    assert keep_until(protocol, protocol.tabel("11a"), "2019-2020", NOW) == dt.date(2027, 12, 31)


def test_nothing_is_due_before_the_term(gate: Gate, tmp_path: Path) -> None:
    gate(write_csv(tmp_path / "l", faultless()))
    assert retention.due("antwerpen", dt.date(2025, 8, 31)) == []
    assert retention.enforce("antwerpen", dt.date(2025, 8, 31), NOW) == ([], None)
    assert len(query("from landing.levering.deel_11a")) == 12


def test_enforcing_destroys_persons_keeps_lists_and_certifies(gate: Gate, tmp_path: Path) -> None:
    gate(write_csv(tmp_path / "lijsten", reference_lists()))
    result = gate(write_csv(tmp_path / "l", faultless()))
    home.warehouse_file("antwerpen").write_bytes(b"derived")
    parts, certificate = retention.enforce("antwerpen", dt.date(2025, 9, 1), NOW)
    assert {p.tabel for p in parts} == {"deel_11a", "deel_11b", "deel_11c"}
    for relation in ("deel_11a", "deel_11b", "deel_11c"):
        assert query(f"from landing.levering.{relation}") == []
    assert len(query("from landing.levering.ref_vestigingsplaatsen")) == 3
    assert not home.warehouse_file("antwerpen").exists()
    assert query("select status from landing.intake.leveringen where levering_id = "
                 f"'{result.levering.levering_id}'") == [("vervallen",)]  # fmt: skip
    assert certificate is not None
    document = json.loads(certificate.read_text("utf-8"))
    assert document["bewijs"]["rijen_over"] == 0
    assert document["bewijs"]["bestand_voor"] != document["bewijs"]["bestand_na"]
    assert "ZZ-P" not in certificate.read_text("utf-8")
    assert retention.due("antwerpen", dt.date(2025, 9, 1)) == []
    assert gate(tmp_path / "l").status == "vervallen"


def plain(connection: duckdb.DuckDBPyConnection, path: Path, alias: str, *_: object) -> None:
    """`duck.attach` without encryption, so that a test can read the bytes of the file."""
    connection.execute(f"attach if not exists '{path}' as {alias}")


@pytest.mark.parametrize("rewrite", [True, False])
def test_the_bytes_of_destroyed_rows_are_gone(
    gate: Gate, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rewrite: bool
) -> None:
    """Without the rewrite they stay readable in the file's free space: the test can fail."""

    def mark(tables: Tables) -> None:
        for i, name in enumerate(("11a", "11b", "11c")):
            for row in tables[name]:
                if row["persoon_code"] == "ZZ-P0001":
                    row["persoon_code"] = CANARY
            assert i < 3

    monkeypatch.setattr(duck, "attach", plain)
    monkeypatch.setattr(store, "_write_fresh", write_fresh_plain)
    gate(write_csv(tmp_path / "l", changed(faultless(), mark)))
    assert CANARY.encode() in home.landing_file("antwerpen").read_bytes()
    if not rewrite:
        change = store.change
        monkeypatch.setattr(
            store, "change", lambda con, city, work, rewrite=False: change(con, city, work)
        )
    retention.enforce("antwerpen", dt.date(2025, 9, 1), NOW)
    assert (CANARY.encode() in home.landing_file("antwerpen").read_bytes()) is not rewrite


def write_fresh_plain(
    connection: duckdb.DuckDBPyConnection, copy: Path, fresh: Path, _: object
) -> None:
    connection.execute(f"detach landing; attach '{fresh}' as landing")
    connection.execute(f"attach '{copy}' as vorige (read_only)")
    connection.execute("copy from database vorige to landing; checkpoint landing; detach vorige")
