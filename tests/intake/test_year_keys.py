"""A year's key is made with its first delivery and can be destroyed when the year is final."""

from __future__ import annotations

import datetime as dt
import hmac
import json
from pathlib import Path

import duckdb
import pytest

from leerloopbaan import duck, home
from leerloopbaan.duck import value_free
from leerloopbaan.errors import LeerloopbaanError
from leerloopbaan.intake import retention, store, year_keys
from leerloopbaan.keys import dbt_plugin
from leerloopbaan.keys.derive import derive
from leerloopbaan.keys.pseudonym import PSEUDONYM_MARK
from leerloopbaan.keys.salts import destroy_salt, make_salt, salt_directory, salts
from leerloopbaan.keys.secrets import city_secret

from .conftest import Gate, query
from .corpus import gent
from .small import Tables, changed, faultless, write_csv
from .test_retention import plain, write_fresh_plain

YEAR = "2023-2024"
NOW = dt.datetime(2025, 1, 2, 9, 0)
KNOWN = "ZZ-G0003"
FEB, JUN = "leerlingen_0102", "leerlingen_3006"


def landed(gate: Gate, tmp_path: Path) -> None:
    """One pupil of 30 June was not there on 1 February: such a row is held back."""
    late = changed(gent.faultless(), lambda t: t[JUN].append({**t[JUN][0], "aim_code": "ZZ-LAAT"}))
    assert gate(write_csv(tmp_path / "jaar", late), city="gent").status == "aanvaard"


def staged(table: str = FEB) -> list[tuple[int, str, str]]:
    """What staging would make of the codes of a table, through the plugin's own function."""
    with duckdb.connect() as con:
        dbt_plugin._open_vault(con, "gent")
        return con.execute(
            "select rij, pseudoniem(aim_code, schooljaar), geslacht "
            f"from landing.levering.{table} order by rij"
        ).fetchall()


def look_up(code: str, year: str = YEAR) -> str:
    """What somebody gets who knows a code and has the whole vault, secret included."""
    with duckdb.connect() as con:
        dbt_plugin._open_vault(con, "gent")
        try:
            return str(con.execute("select pseudoniem(?, ?)", [code, year]).fetchall()[0][0])
        except duckdb.Error as error:
            return value_free(error)


def test_every_landed_year_has_a_random_salt_of_its_own(gate: Gate, tmp_path: Path) -> None:
    landed(gate, tmp_path)
    found = salts("gent")
    assert set(found) == {YEAR} and len(found[YEAR]) == 32
    file = salt_directory("gent") / f"{YEAR}.zout"
    assert file.stat().st_mode & 0o777 == 0o600
    for vault_file in (home.landing_file("gent"), home.vault("gent") / "demo.secret"):
        assert found[YEAR].hex().encode() not in vault_file.read_bytes()
    make_salt("gent", YEAR)
    assert salts("gent") == found
    # The secret alone no longer gives the key of a year.
    alone = derive(city_secret("gent"), "pseudoniem", "gentse_leerlingen", YEAR)
    assert look_up(KNOWN) != hmac.digest(alone, KNOWN.encode(), "sha256").hex()[:32]


def test_destroying_keeps_every_pseudonym_and_ends_every_lookup(gate: Gate, tmp_path: Path) -> None:
    landed(gate, tmp_path)
    before = staged(FEB), staged(JUN)
    known = look_up(KNOWN)
    assert known in {row[1] for row in before[0]}
    certificate = year_keys.destroy("gent", YEAR, "A. Beheerder", NOW)
    assert (staged(FEB), staged(JUN)) == before
    assert known in {row[1] for row in staged(FEB)}
    said = look_up(KNOWN)
    assert f"the salt of school year {YEAR} is destroyed (certificate" in said
    assert salts("gent") == {} and not list(salt_directory("gent").iterdir())
    for relation in (f"levering.{FEB}", f"levering.{JUN}", f"wachtkamer.{JUN}"):
        rows = query(f"select aim_code from landing.{relation}", city="gent")
        assert rows and all(code.startswith(PSEUDONYM_MARK) for (code,) in rows)
    document = json.loads(certificate.read_text("utf-8"))
    assert document["bewijs"] == {"codes_over": 0, "zout_aanwezig": False}
    assert document["vernietigd_door"] == "A. Beheerder" and KNOWN not in str(document)
    assert query("select schooljaar, certificaat from landing.intake.sleutelvernietigingen",
                 city="gent") == [(YEAR, document["certificaat"])]  # fmt: skip
    with pytest.raises(LeerloopbaanError, match="destroyed already"):
        year_keys.destroy("gent", YEAR, "A. Beheerder", NOW)


@pytest.mark.full
def test_another_year_goes_on_and_is_judged_beside_the_closed_one(
    gate: Gate, tmp_path: Path
) -> None:
    """A delivery of two years, one of them closed, is looked at again when persons come in."""

    def two_years(tables: Tables) -> None:
        for rows in tables.values():
            rows.extend({**r, "schooljaar": "2022-2023", "aim_code": r["aim_code"] + "H"}
                        for r in list(rows))  # fmt: skip
        tables[JUN].append({**tables[JUN][-1], "aim_code": "ZZ-LAAT"})

    both = changed(gent.faultless(), two_years)
    assert gate(write_csv(tmp_path / "twee", both), city="gent").status == "aanvaard"
    year_keys.destroy("gent", YEAR, "A. Beheerder", NOW)
    closed = [row for row in staged(JUN) if row[0] <= 8]
    count = f"select count(*) from landing.levering.{JUN}"
    assert query(count, city="gent") == [(16,)]
    february = {FEB: [r for r in both[FEB] if r["schooljaar"] == "2022-2023"]}
    february[FEB].append({**february[FEB][-1], "aim_code": "ZZ-LAAT"})
    later = gate(write_csv(tmp_path / "later", february), city="gent",
                 received=dt.datetime(2025, 2, 1))  # fmt: skip
    assert later.status == "aanvaard"
    assert query(count, city="gent") == [(17,)]
    assert [row for row in staged(JUN) if row[0] <= 8] == closed


@pytest.mark.full
def test_a_year_that_is_not_final_keeps_its_key(gate: Gate, tmp_path: Path) -> None:
    tables = gent.faultless()
    gate(write_csv(tmp_path / "feb", {FEB: tables[FEB]}), city="gent")
    with pytest.raises(LeerloopbaanError, match=JUN):
        year_keys.destroy("gent", YEAR, "A. Beheerder", NOW)
    gate(write_csv(tmp_path / "jun", {JUN: tables[JUN]}), city="gent")
    wrong = changed(tables, lambda t: t[JUN][0].update(geslacht="Q"))
    gate(write_csv(tmp_path / "fout", {JUN: wrong[JUN]}), city="gent")
    with pytest.raises(LeerloopbaanError, match="quarantaine"):
        year_keys.destroy("gent", YEAR, "A. Beheerder", NOW)
    assert set(salts("gent")) == {YEAR}
    with pytest.raises(LeerloopbaanError, match="no keys per year"):
        year_keys.destroy("antwerpen", YEAR, "A. Beheerder", NOW)


@pytest.mark.parametrize(
    "stops_at", ["destroy_salt", pytest.param("_certify", marks=pytest.mark.full)]
)
def test_a_destruction_that_is_killed_is_finished_by_the_next_run(
    gate: Gate, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stops_at: str
) -> None:
    landed(gate, tmp_path)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(year_keys, stops_at, killed)
        year_keys.destroy("gent", YEAR, "A. Beheerder", NOW)
    assert "is destroyed" in look_up(KNOWN), "the register says so before the salt is gone"
    gate(write_csv(tmp_path / "lijsten", gent.lists()), city="gent")
    assert salts("gent") == {}
    assert len(list((home.vault("gent") / "certificaten").glob(f"sleutel-{YEAR}-*.json"))) == 1


@pytest.mark.full
def test_a_lost_salt_is_named_and_can_be_renewed(gate: Gate, tmp_path: Path) -> None:
    landed(gate, tmp_path)
    before = staged()
    assert home.warehouse_file("gent").exists()
    destroy_salt("gent", YEAR)
    assert "the salt of a school year is missing" in look_up(KNOWN)
    (key,) = year_keys.year_keys("gent")
    assert (key.schooljaar, key.sleutel) == (YEAR, "ontbreekt")
    with pytest.raises(LeerloopbaanError, match="missing"):
        year_keys.destroy("gent", YEAR, "A. Beheerder", NOW)
    year_keys.renew("gent", YEAR)
    assert not home.warehouse_file("gent").exists()
    assert [row[0] for row in staged()] == [row[0] for row in before]
    assert {row[1] for row in staged()}.isdisjoint({row[1] for row in before})


def test_retention_takes_the_keys_of_the_year_with_it(gate: Gate, tmp_path: Path) -> None:
    landed(gate, tmp_path)
    # 1 February is past its term, 30 June is not: the key is still needed.
    retention.enforce("gent", dt.date(2030, 3, 1), NOW)
    assert set(salts("gent")) == {YEAR}
    _, certificate = retention.enforce("gent", dt.date(2030, 7, 1), NOW)
    assert salts("gent") == {}
    assert certificate is not None
    assert json.loads(certificate.read_text("utf-8"))["sleutels_vernietigd"] == [YEAR]
    assert "is destroyed" in look_up(KNOWN)


@pytest.mark.parametrize("rewrite", [True, pytest.param(False, marks=pytest.mark.full)])
def test_no_byte_of_a_code_is_left(
    gate: Gate, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rewrite: bool
) -> None:
    """Without the rewrite codes stay readable in the file's free space: the test can fail."""
    monkeypatch.setattr(duck, "attach", plain)
    monkeypatch.setattr(store, "_write_fresh", write_fresh_plain)
    landed(gate, tmp_path)
    assert KNOWN[3:].encode() in home.landing_file("gent").read_bytes()
    if not rewrite:
        change = store.change
        monkeypatch.setattr(
            store, "change", lambda con, city, work, rewrite=False: change(con, city, work)
        )
    year_keys.destroy("gent", YEAR, "A. Beheerder", NOW)
    assert (KNOWN.encode() in home.landing_file("gent").read_bytes()) is not rewrite


def test_antwerp_needs_no_salt(gate: Gate, tmp_path: Path) -> None:
    gate(write_csv(tmp_path / "l", faultless()))
    assert salts("antwerpen") == {}
