"""Sizes and shares lie where public figures and the issue put them; effects have their sign."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from leerloopbaan.synth.gent.stages import KLEUTER, LAGER, SECUNDAIR
from synth.conftest import Row, Written

Trait = Callable[[Row], bool]

# Per 1 of scale.
SIZES = {"11a": (25_000, 35_000), "11b": (120_000, 200_000), "11c": (5_500, 10_000)}

ANTWERP_SHARES = {
    "an_okan": (0.83, 0.93),
    "an_thuistaal": (0.97, 1.0),
    "an_moeder_laag": (0.5, 0.71),
    "okan_langer_dan_een_jaar": (0.25, 0.5),
    "zittenblijven": (0.04, 0.11),
    "vertraging": (0.5, 0.75),
    "c_attest": (0.08, 0.2),
    "vsv": (0.25, 0.5),
    "schoolwissel_tussen_jaren": (0.08, 0.2),
    "overgang_b_stroom": (0.3, 0.5),
    "waterval": (0.03, 0.12),
}
GHENT_SHARES = {
    "woont_buiten_gent": (0.26, 0.36),
    "vertraging": (0.18, 0.26),
    "zittenblijven": (0.025, 0.055),
    "thuistaal_niet_nederlands": (0.2, 0.35),
    "moeder_laag": (0.2, 0.32),
    "vorm_aso": (0.33, 0.45),
    "afwezig_b_30": (0.01, 0.035),
    "b_stroom": (0.12, 0.19),
    "niet_belg": (0.1, 0.2),
}


@pytest.mark.parametrize("table", SIZES)
def test_antwerp_has_the_size_of_the_city(antwerp: Written, table: str) -> None:
    low, high = SIZES[table]
    assert low <= antwerp.truth["bestanden"][table]["rijen"] / antwerp.scale <= high


@pytest.mark.parametrize("indicator", ANTWERP_SHARES)
def test_antwerp_shares(antwerp: Written, indicator: str) -> None:
    low, high = ANTWERP_SHARES[indicator]
    assert low <= antwerp.share(indicator) <= high


@pytest.mark.parametrize("indicator", GHENT_SHARES)
def test_ghent_shares(ghent: Written, indicator: str) -> None:
    low, high = GHENT_SHARES[indicator]
    assert low <= ghent.share(indicator) <= high


def test_ghent_pupils_per_level(ghent: Written) -> None:
    year = "2016-2017"
    rows = [r for r in ghent.rows("leerlingen_0102") if r["schooljaar"] == year]
    for structure, expected in (("111", KLEUTER), ("211", LAGER), ("311", SECUNDAIR)):
        count = sum(r["hoofdstructuur_code"] == structure for r in rows)
        assert count / ghent.scale == pytest.approx(expected[1], rel=0.12)


def test_series_breaks(antwerp: Written, ghent: Written) -> None:
    before, after = "2018-2019", "2019-2020"
    toelage = antwerp.figure("an_schooltoelage")
    assert _rate(toelage[after, "jaar"]) > _rate(toelage[before, "jaar"]) + 0.08
    z = ghent.figure("afwezig_z_10")
    assert _rate(z["2023-2024", "30/06"]) > _rate(z["2016-2017", "30/06"]) + 0.1
    b = ghent.figure("afwezig_b_10")
    assert _rate(b[after, "30/06"]) < _rate(b["2016-2017", "30/06"])
    kleuter = ghent.figure("kleuter_voldoende_3_plus")
    assert _rate(kleuter[after, "30/06"]) > _rate(kleuter["2021-2022", "30/06"])


def test_arrivals_peak_with_ukraine_and_dip_with_covid(antwerp: Written) -> None:
    arrivals = {y: r["noemer"] for (y, _), r in antwerp.figure("an_instroom").items()}
    assert min(arrivals, key=lambda y: arrivals[y]) in ("2020-2021", "2024-2025")
    assert max(arrivals, key=lambda y: arrivals[y]) == "2022-2023"


def _rate(row: Row) -> float:
    rate: float = row["teller"] / row["noemer"]
    return rate


def _odds(rows: list[Row], trait: Trait, among: Trait) -> tuple[float, float]:
    """Share with the trait among those in and those out of a group."""
    inside = [trait(r) for r in rows if among(r)]
    outside = [trait(r) for r in rows if not among(r)]
    return sum(inside) / len(inside), sum(outside) / len(outside)


def test_antwerp_effects_have_their_sign(antwerp: Written) -> None:
    entries = {r["persoon_code"]: r for r in antwerp.rows("deel_11a")}
    leavers = [r | {"entry": entries[r["persoon_code"]]} for r in antwerp.rows("deel_11c")]

    def early(r: Row) -> bool:
        return bool(r["vsv"] == "J")

    assert _higher(leavers, early, lambda r: (r["oki"] or 0) >= 3)
    assert _higher(leavers, early, lambda r: r["ind_opleiding_moeder"] == 1)
    assert _higher(leavers, early, lambda r: r["hoofdstructuur_code"] == "312")

    def late(r: Row) -> bool:
        return r["entry"]["an_inschrijfdatum"].month in (3, 4, 5, 6)

    assert _higher(leavers, early, late)
    attested = [
        r for r in antwerp.rows("deel_11b") if r["cluster_orienteringsattest"] in ("A", "B", "C")
    ]

    def failed(r: Row) -> bool:
        return bool(r["cluster_orienteringsattest"] == "C")

    assert _higher(attested, failed, lambda r: r["ind_opleiding_moeder"] == 1)
    assert _higher(attested, failed, lambda r: r["toestand_0110"] == "N")


def test_late_arrival_lengthens_okan(antwerp: Written) -> None:
    okan = {
        r["administratieve_groep_code"]
        for r in antwerp.rows("ref_administratieve_groepen")
        if r["is_okan"]
    }
    years: dict[str, set[str]] = {}
    for r in antwerp.rows("deel_11b"):
        if r["administratieve_groep_code"] in okan:
            years.setdefault(r["persoon_code"], set()).add(r["schooljaar"])
    entries = [
        r
        for r in antwerp.rows("deel_11a")
        if r["administratieve_groep_code"] in okan and r["schooljaar"] < "2022"
    ]

    def long(r: Row) -> bool:
        return len(years.get(r["persoon_code"], ())) >= 2

    assert _higher(entries, long, lambda r: 3 <= r["an_inschrijfdatum"].month <= 6)


def test_ghent_effects_have_their_sign(ghent: Written) -> None:
    rows = [r for r in ghent.rows("leerlingen_0102") if r["hoofdstructuur_code"] == "311"]

    def delayed(r: Row) -> bool:
        return (r["jaren_schoolse_vordering"] or 0) >= 1

    known = [r for r in rows if r["jaren_schoolse_vordering"] is not None]
    assert _higher(known, delayed, lambda r: r["onderwijsvorm"] == "BSO")
    assert _higher(known, delayed, lambda r: r["moeder_diploma_so"] == "nee")
    assert _higher(
        rows, lambda r: r["schooltoelage"] == "ja", lambda r: r["moeder_diploma_so"] == "nee"
    )

    def special(r: Row) -> bool:
        return r["hoofdstructuur_code"] in ("221", "321")

    assert _higher(ghent.rows("leerlingen_0102"), lambda r: r["geslacht"] == "M", special)


def _higher(rows: list[Row], trait: Trait, among: Trait) -> bool:
    inside, outside = _odds(rows, trait, among)
    return inside > outside


def test_newcomers_concentrate_in_some_schools(antwerp: Written) -> None:
    """School segregation: the tenth of the sites with most newcomers holds far over a tenth."""
    counts: dict[tuple[str, str], int] = {}
    for r in antwerp.rows("deel_11b"):
        if r["hoofdstructuur_code"] == "211" and r["instellingsnummer"]:
            key = (r["instellingsnummer"], r["intern_volgnummer"])
            counts[key] = counts.get(key, 0) + 1
    ordered = sorted(counts.values(), reverse=True)
    assert sum(ordered[: len(ordered) // 10]) > 0.25 * sum(ordered)
