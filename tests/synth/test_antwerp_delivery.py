"""An Antwerp delivery is whole: keys, references, dates and characteristics agree."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict

import pytest

from leerloopbaan.register.load import load_register
from leerloopbaan.synth.antwerpen.tables import DELIVERY, REFERENCE
from leerloopbaan.synth.formats import TableSpec
from synth.conftest import Row, Written

LAST = "2024-2025"


def february(schooljaar: str) -> dt.date:
    return dt.date(int(schooljaar[5:]), 2, 1)


def valid(row: Row, day: dt.date) -> bool:
    return row["geldig_van"] <= day and (row["geldig_tot"] is None or row["geldig_tot"] >= day)


@pytest.mark.parametrize("spec", (*DELIVERY, *REFERENCE), ids=lambda s: s.name)
def test_columns_and_headers_are_those_of_the_register(spec: TableSpec) -> None:
    table = load_register("antwerpen").tabel(spec.name)
    assert spec.technical == [v.naam for v in table.velden]
    if spec in DELIVERY:
        assert [header for _, header in spec.columns] == [v.omschrijving for v in table.velden]


def test_everyone_in_11b_and_11c_is_once_in_11a(antwerp: Written) -> None:
    codes = [r["persoon_code"] for r in antwerp.rows("deel_11a")]
    assert len(codes) == len(set(codes))
    assert all(code.startswith("SYN") for code in codes)
    for table in ("deel_11b", "deel_11c"):
        assert {r["persoon_code"] for r in antwerp.rows(table)} <= set(codes)


def test_everyone_was_in_a_school_in_the_city(antwerp: Written) -> None:
    inside = {
        r["persoon_code"]
        for table in ("deel_11a", "deel_11b")
        for r in antwerp.rows(table)
        if r["instellingsnummer"] is not None
    }
    assert inside == {r["persoon_code"] for r in antwerp.rows("deel_11a")}


@pytest.mark.parametrize("table", ["deel_11a", "deel_11b", "deel_11c"])
def test_every_site_and_group_is_in_a_list_that_holds(antwerp: Written, table: str) -> None:
    sites, groups = defaultdict(list), defaultdict(list)
    for r in antwerp.rows("ref_vestigingsplaatsen"):
        sites[r["instellingsnummer"], r["intern_volgnummer"]].append(r)
    for r in antwerp.rows("ref_administratieve_groepen"):
        groups[r["administratieve_groep_code"]].append(r)
    for row in antwerp.rows(table):
        day = february(row["schooljaar"])
        site = (row["instellingsnummer"], row["intern_volgnummer"])
        assert (site[0] is None) == (site[1] is None)
        if site[0] is not None:
            assert sum(valid(r, day) for r in sites[site]) == 1
        (group,) = [r for r in groups[row["administratieve_groep_code"]] if valid(r, day)]
        assert group["hoofdstructuur_code"] == row["hoofdstructuur_code"]


def test_a_renumbered_institution_names_its_predecessor(antwerp: Written) -> None:
    rows = antwerp.rows("ref_instellingen")
    ends = {r["instellingsnummer"]: r["geldig_tot"] for r in rows}
    heirs = [r for r in rows if r["opvolger_van"] is not None]
    assert len(heirs) >= 10
    for r in heirs:
        assert ends[r["opvolger_van"]] == r["geldig_van"] - dt.timedelta(days=1)


def test_dates_of_11a_fall_in_its_school_year(antwerp: Written) -> None:
    defaults: Counter[tuple[int, int] | None] = Counter()
    for r in antwerp.rows("deel_11a"):
        start = int(r["schooljaar"][:4])
        assert dt.date(start, 9, 1) <= r["an_inschrijfdatum"] <= dt.date(start + 1, 6, 30)
        end = r["an_einddatum"]
        assert end is None or r["an_inschrijfdatum"] <= end <= dt.date(start + 1, 8, 31)
        assert end is not None or r["schooljaar"] == LAST
        defaults[(end.month, end.day) if end else None] += 1
        assert 5 <= start - r["geboortejaar"] <= 17
    assert defaults[8, 31] > 0.7 * sum(defaults.values())


def test_oki_agrees_with_the_ticks(antwerp: Written) -> None:
    for r in antwerp.rows("deel_11a"):
        ticks = r["ind_thuistaal"] + r["ind_schooltoelage"] + r["ind_opleiding_moeder"]
        assert r["oki"] is None or r["oki"] - ticks in (0, 1)
    for r in antwerp.rows("deel_11b"):
        ticks = r["ind_schooltoelage"] + r["ind_opleiding_moeder"]
        assert r["oki"] is None or r["oki"] - ticks in (0, 1, 2)


def test_moments_of_11b(antwerp: Written) -> None:
    main: Counter[tuple[str, str, str]] = Counter()
    for r in antwerp.rows("deel_11b"):
        flags = {m: r[f"toestand_{m}"] for m in ("0110", "0102", "3006")}
        assert "J" in flags.values()
        assert (flags["3006"] is None) == (r["schooljaar"] == LAST)
        for moment, flag in flags.items():
            main[r["persoon_code"], r["schooljaar"], moment] += flag == "J"
        if flags["3006"] != "J":
            assert r["studiebewijs"] is None and r["cluster_orienteringsattest"] is None
    doubles = sum(n > 1 for n in main.values())
    assert 0 < doubles < 0.01 * len(main)


def test_okan_has_no_attest(antwerp: Written) -> None:
    okan = {
        r["administratieve_groep_code"]
        for r in antwerp.rows("ref_administratieve_groepen")
        if r["is_okan"]
    }
    rows = [r for r in antwerp.rows("deel_11b") if r["administratieve_groep_code"] in okan]
    assert rows and all(r["cluster_orienteringsattest"] is None for r in rows)


def test_old_and_modernised_codes_never_hold_together(antwerp: Written) -> None:
    rows = antwerp.rows("ref_administratieve_groepen")
    ended = [r for r in rows if r["geldig_tot"] is not None]
    assert {r["geldig_tot"].year for r in ended} >= {2019, 2020, 2021, 2022, 2023, 2024}
    by_code: dict[str, list[Row]] = {r["naam"].replace(" gemoderniseerd", ""): [] for r in rows}
    for r in rows:
        by_code[r["naam"].replace(" gemoderniseerd", "")].append(r)
    for versions in by_code.values():
        if len(versions) == 2:
            old, new = sorted(versions, key=lambda r: r["geldig_van"])
            assert old["geldig_tot"] + dt.timedelta(days=1) == new["geldig_van"]
