"""Ghent: two cross-sections a year that agree with each other and never with another year."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict

import pytest

from leerloopbaan.register.load import load_register
from leerloopbaan.synth.formats import TableSpec
from leerloopbaan.synth.gent.june import BANDS, band_label
from leerloopbaan.synth.gent.tables import DELIVERY, REFERENCE
from leerloopbaan.synth.gent.truth import against
from synth.conftest import Row, Written

FEB, JUN = "leerlingen_0102", "leerlingen_3006"
FIXED = ("geboortejaar", "geslacht", "nationaliteit_code", "gezinstaal_nederlands")


@pytest.mark.parametrize("spec", (*DELIVERY, *REFERENCE), ids=lambda s: s.name)
def test_columns_and_headers_are_those_of_the_register(spec: TableSpec) -> None:
    table = load_register("gent").tabel(spec.name)
    assert spec.technical == [v.naam for v in table.velden]
    if spec in DELIVERY:
        assert [header for _, header in spec.columns] == [v.omschrijving for v in table.velden]


def test_a_code_holds_in_one_school_year_only(ghent: Written) -> None:
    years = defaultdict(set)
    for r in ghent.rows(FEB):
        years[r["aim_code"]].add(r["schooljaar"])
    assert len(years) == len(ghent.rows(FEB))
    assert {len(y) for y in years.values()} == {1}


def test_30_june_holds_pupils_of_1_february(ghent: Written) -> None:
    february = {
        (r["schooljaar"], r["aim_code"]): r
        for r in ghent.rows(FEB)
        if r["schooljaar"] != "2024-2025"
    }
    june = ghent.rows(JUN)
    assert 0.97 * len(february) < len(june) < len(february)
    for r in june:
        before = february[r["schooljaar"], r["aim_code"]]
        assert all(r[column] == before[column] for column in FIXED)


def test_homes_are_an_address_or_a_country(ghent: Written) -> None:
    kinds: Counter[tuple[bool, bool]] = Counter()
    sectors = {r["statsector"] for r in ghent.rows("ref_statsectoren")}
    for r in ghent.rows(FEB):
        address = r["dom_postnummer"] is not None and r["dom_gemeente"] is not None
        assert address != (r["dom_landcode"] is not None)
        assert address or r["dom_statsector"] is None
        inside = r["dom_statsector"] in sectors
        assert inside == (r["dom_gemeente"] == "Gent")
        kinds[inside, address] += 1
    assert all(kinds[k] > 0 for k in ((True, True), (False, True), (False, False)))


def test_schools_are_in_the_lists(ghent: Written) -> None:
    sites = defaultdict(list)
    for r in ghent.rows("ref_vestigingsplaatsen"):
        sites[r["instellingsnummer"], r["intern_volgnummer"]].append(r)
    for r in ghent.rows(FEB):
        day = dt.date(int(r["schooljaar"][5:]), 2, 1)
        (site,) = [
            s
            for s in sites[r["instellingsnummer"], r["intern_volgnummer"]]
            if s["geldig_van"] <= day and (s["geldig_tot"] is None or s["geldig_tot"] >= day)
        ]
        assert site["statsector"] == r["vpl_statsector"]
        assert site["schoolbestuur_code"] == r["inrichtende_macht"]
    assert len({r["wijk_code"] for r in ghent.rows("ref_statsectoren")}) == 25


def test_levels_carry_their_own_fields(ghent: Written) -> None:
    for r in ghent.rows(JUN):
        level, special = r["hoofdstructuur_code"][0], r["hoofdstructuur_code"][1] == "2"
        assert (r["halve_dagen_aanwezig"] is not None) == (level == "1")
        assert (r["afw_b"] is not None) == (level in "23")
        assert r["afw_m"] is None or r["hoofdstructuur_code"] in ("312", "315")
        assert level == "3" or (r["onderwijsvorm"] is None and r["graad"] is None)
        assert (r["type_buitengewoon"] is not None) == special
        assert (r["opleidingsvorm"] is not None) == (r["hoofdstructuur_code"] == "321")
        if r["pedagogische_methode"] != "klassiek":
            assert r["jaren_schoolse_vordering"] is None
            assert r["is_zittenblijver"] in (None, "onbepaald")


def test_absences_come_as_counts_or_as_bands_never_both(ghent: Written) -> None:
    forms = defaultdict(set)
    for r in ghent.rows(JUN):
        for column in ("afw_b", "afw_z", "afw_m"):
            if r[column] is not None:
                band = re.fullmatch(r"\d+-\d+|\d+\+", r[column]) is not None
                forms[r["schooljaar"]].add(band)
    assert all(len(f) == 1 for f in forms.values())
    assert {y for y, f in forms.items() if f == {True}} == {f"{y}-{y + 1}" for y in BANDS}


def test_bands() -> None:
    import numpy as np

    assert [band_label(v, (0, 5, 15, 30)) for v in (0, 4, 5, 29, 30, 99)] == [
        "0-4", "0-4", "5-14", "15-29", "30+", "30+",
    ]  # fmt: skip
    decided, reached = against(np.array([4, 7, 20, 40]), 10, (0, 5, 15, 30))
    assert decided.tolist() == [True, False, True, True]
    assert reached.tolist() == [False, False, True, True]


def test_truth_of_ghent_is_what_a_reader_of_the_files_finds(ghent: Written) -> None:
    """A few figures counted anew from the delivered rows, by the rules' own words."""
    sectors = {r["statsector"] for r in ghent.rows("ref_statsectoren")}
    ancestor = {
        r["instellingsnummer"]: r["opvolger_van"] or r["instellingsnummer"]
        for r in ghent.rows("ref_instellingen")
    }
    level_of = {
        r["administratieve_groep_code"]: r["hoofdstructuur_code"][0]
        for r in ghent.rows("ref_administratieve_groepen")
    }
    found: Counter[tuple[str, str, str]] = Counter()

    def count(indicator: str, row: Row, trait: bool) -> None:
        for level in ("populatie", "stad"):
            if level == "populatie" or row["dom_statsector"] in sectors:
                found[indicator, row["schooljaar"], level + ":noemer"] += 1
                found[indicator, row["schooljaar"], level + ":teller"] += trait

    for r in ghent.rows(FEB):
        start = int(r["schooljaar"][:4])
        age = start - r["geboortejaar"]
        count("leerplichtig", r, (5 if start >= 2020 else 6) <= age <= 17)
        if r["jaren_schoolse_vordering"] is not None:
            count("vertraging", r, r["jaren_schoolse_vordering"] >= 1)
        if r["is_zittenblijver"] in ("ja", "nee"):
            count("zittenblijven", r, r["is_zittenblijver"] == "ja")
        old = r["vj_instellingsnummer"]
        level = level_of.get(r["vj_administratieve_groep_code"])
        if old is not None and level == r["hoofdstructuur_code"][0]:
            mine = ancestor[r["instellingsnummer"]]
            count("schoolverandering", r, ancestor.get(old, old) != mine)
    for r in ghent.rows(JUN):
        start = int(r["schooljaar"][:4])
        age = start - r["geboortejaar"]
        if r["afw_b"] is not None and (5 if start >= 2020 else 6) <= age <= 17:
            low, _, high = r["afw_b"].rstrip("+").partition("-")
            if int(low) >= 15 or int(high or low) < 15:
                count("afwezig_b_15", r, int(low) >= 15)
    for indicator in sorted({key[0] for key in found}):
        for level in ("populatie", "stad"):
            for (year, _), row in ghent.figure(indicator, level).items():
                for part in ("teller", "noemer"):
                    assert row[part] == found[indicator, year, f"{level}:{part}"], indicator
