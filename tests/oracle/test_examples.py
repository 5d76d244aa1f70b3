"""The worked examples of docs/business-rules/, by hand, against the oracle alone."""

from __future__ import annotations

import pytest

from oracle import oracle
from oracle.entry import schooldays
from oracle.model import Career, Fact, Row, World, delivery_of, label
from oracle.world import UNKNOWN_GROUP, world

WORLD = world()
OUTSIDE = (None, None)
HERE = ("900101", "01")
Track = tuple[str, str]

KLEUTER, OKAN = ("111", "91101"), ("311", "93900")
A1, B1, B2 = ("311", "93111"), ("311", "93112"), ("311", "93122")
TSO4, BSO4, BSO6 = ("311", "93222"), ("311", "93224"), ("311", "93324")


def primary(grade: int) -> Track:
    return ("211", f"9210{grade}")


def entry(born: int, year: int = 2019, track: Track = OKAN, **changes: str | None) -> Row:
    row = {
        "schooljaar": label(year),
        "instellingsnummer": HERE[0],
        "intern_volgnummer": HERE[1],
        "hoofdstructuur_code": track[0],
        "administratieve_groep_code": track[1],
        "an_inschrijfdatum": f"{year}-09-01",
        "an_einddatum": f"{year + 1}-08-31",
        "geboortejaar": str(born),
        "leerjaar": "nvt",
        "geslacht": "V",
        "nationaliteit_code": "BE",
        "ind_thuistaal": "J",
        "ind_schooltoelage": "J",
        "ind_opleiding_moeder": "N",
        "oki": "3",
    }
    return row | changes


def enrolment(
    year: int,
    track: Track,
    place: tuple[str | None, str | None] = HERE,
    flags: str = "JJJ",
    **changes: str | None,
) -> Row:
    row = {
        "schooljaar": label(year),
        "nationaliteit_code": "BE",
        "ind_opleiding_moeder": "N",
        "ind_schooltoelage": "J",
        "oki": "3",
        "instellingsnummer": place[0],
        "intern_volgnummer": place[1],
        "hoofdstructuur_code": track[0],
        "administratieve_groep_code": track[1],
        "toestand_0110": flags[0],
        "toestand_0102": flags[1],
        "toestand_3006": flags[2],
        "studiebewijs": None,
        "cluster_orienteringsattest": None,
    }
    return row | changes


def facts_of(career: Career, of_world: World = WORLD) -> dict[str, list[Fact]]:
    return oracle.facts(career, of_world, delivery_of([career]))


def years_of(*rows: Row, born: int) -> dict[str, Fact]:
    found = facts_of(Career(entry(born), rows))["loopbaanjaar"]
    return {str(f["schooljaar"]): f for f in found}


@pytest.mark.parametrize(
    ("begin", "end", "days"),
    [
        ("2020-11-15", "2021-08-31", 228),
        ("2021-07-01", "2021-09-30", 30),
        ("2021-07-01", "2021-08-31", 0),
        ("2021-06-30", "2021-06-30", 1),
        ("2021-09-01", None, None),
    ],
)
def test_an_days_leave_july_and_august_out(begin: str, end: str | None, days: int | None) -> None:
    assert schooldays(begin, end) == days


@pytest.mark.parametrize(
    ("born", "track", "years"),
    [(2017, primary(1), 0), (2011, A1, 0), (2005, BSO6, 1), (2008, OKAN, None)],
)
def test_delay_by_age(born: int, track: Track, years: int | None) -> None:
    fact = years_of(enrolment(2023, track), born=born)["2023-2024"]
    assert fact["jaren_vertraging"] == years
    assert (fact["indicatoren"]["vertraging"] is None) == (years is None)


def test_unknown_group_leaves_the_delay_denominator() -> None:
    fact = years_of(enrolment(2023, ("311", UNKNOWN_GROUP)), born=2010)["2023-2024"]
    assert fact["indicatoren"]["vertraging"] is None


def test_same_grade_twice_is_zittenblijven_and_after_okan_undetermined() -> None:
    found = years_of(
        enrolment(2020, primary(3)),
        enrolment(2021, primary(3)),
        enrolment(2022, OKAN),
        enrolment(2023, A1),
        born=2011,
    )
    assert [f["zittenblijver"] for f in found.values()] == [None, True, None, None]
    assert [f["jaren_herhaald"] for f in found.values()] == [None, 1, 1, 1]


def test_waterval_compares_on_one_ladder() -> None:
    down = years_of(enrolment(2020, TSO4), enrolment(2021, BSO4), born=2006)["2021-2022"]
    assert (down["waterval_ladder"], down["waterval"]) == ("onderwijsvorm", True)
    stream = years_of(enrolment(2020, A1), enrolment(2021, B2), born=2008)["2021-2022"]
    assert (stream["waterval_ladder"], stream["waterval"]) == ("stroom", True)
    apart = years_of(enrolment(2020, ("311", "93121")), enrolment(2021, TSO4), born=2007)
    assert apart["2021-2022"]["waterval"] is None


def test_herkleuteren_is_an_age_rule_for_those_who_began_in_kleuter() -> None:
    rows = (enrolment(2019, KLEUTER), enrolment(2020, KLEUTER), enrolment(2021, primary(1)))
    began = facts_of(Career(entry(2014, track=KLEUTER), rows))["loopbaanjaar"]
    assert [f["indicatoren"]["herkleuteren"] for f in began] == [None, True, None]
    elsewhere = facts_of(Career(entry(2014), rows))["loopbaanjaar"]
    assert [f["indicatoren"]["herkleuteren"] for f in elsewhere] == [None, None, None]


def test_renumbering_is_no_school_change() -> None:
    rows = (
        enrolment(2020, A1, ("900101", "01")),
        enrolment(2021, ("311", "93121"), ("900104", "01")),
    )
    pair = [f for f in facts_of(Career(entry(2008), rows))["overstap"] if f["hernummering"]]
    assert {f["richting"] for f in pair} == {"vertrek", "aankomst"}
    assert not any(f["schoolwissel"] for f in pair)


def test_blank_site_is_flow_and_never_a_place() -> None:
    rows = (enrolment(2020, A1, OUTSIDE, "JNN"), enrolment(2020, A1, HERE, "NJJ"))
    found = facts_of(Career(entry(2008), rows))["overstap"]
    leaving, arriving = found[0], found[1]
    assert leaving["indicatoren"]["uitstroom_stad"] is None
    assert arriving["indicatoren"]["instroom_stad"] is True
    assert leaving["vestigingsplaats"] is None
    assert arriving["vestigingsplaats"] == "900101-01"


def test_entry_example_of_the_page() -> None:
    first = entry(
        2005,
        2020,
        instellingsnummer=None,
        intern_volgnummer=None,
        an_inschrijfdatum="2021-01-14",
    )
    fact = facts_of(Career(first, (enrolment(2021, A1),)))["instroom"][0]
    traits = ("an_via_elders", "an_okan", "an_late_instap", "an_12_plus")
    assert all(fact["indicatoren"][t] for t in traits)
    assert not fact["in_stad"]


def test_parallel_enrolments_one_counts() -> None:
    rows = (
        enrolment(2020, OKAN, OUTSIDE),
        enrolment(2020, primary(6), ("900102", "01")),
        enrolment(2020, A1, ("900130", "01")),
        enrolment(2020, A1, ("900101", "02")),
    )
    counted = facts_of(Career(entry(2008), rows))["stand"]
    assert {f["vestigingsplaats"] for f in counted} == {"900101-02"}
    assert len(counted) == 3


def test_out_of_okan_takes_the_first_moment_after_the_last_okan() -> None:
    rows = (
        enrolment(2020, OKAN),
        enrolment(2021, BSO4, flags="JNN"),
        enrolment(2021, OKAN, flags="NJN"),
        enrolment(2022, B1),
    )
    fact = facts_of(Career(entry(2008), rows))["okan_uitstroom"]
    assert [(f["schooljaar"], f["vervolg"]) for f in fact] == [("2022-2023", "b_stroom")]


def test_transition_to_secondary_is_counted_once() -> None:
    rows = tuple(enrolment(2019 + n, t) for n, t in enumerate((primary(6), B1, primary(6), A1)))
    found = facts_of(Career(entry(2007), rows))["overgang_so"]
    assert [(f["schooljaar"], f["bestemming"]) for f in found] == [("2020-2021", "b_stroom")]


def test_running_year_has_no_outcome_and_no_completed_next_year() -> None:
    rows = (
        enrolment(2019, A1, cluster_orienteringsattest="C"),
        enrolment(2020, A1, toestand_3006=None),
    )
    found = facts_of(Career(entry(2007), rows))
    assert [f["schooljaar"] for f in found["uitkomst"]] == ["2019-2020"]
    assert found["uitkomst"][0]["indicatoren"]["c_attest"] is True
    assert found["instroom"][0]["indicatoren"]["okan_langer_dan_een_jaar"] is None


def test_vsv_takes_the_latest_row() -> None:
    def leaving(year: int, vsv: str) -> Row:
        return {
            "schooljaar": label(year),
            "vsv": vsv,
            "nationaliteit_code": "BE",
            "oki": None,
            "ind_opleiding_moeder": "J",
            "instellingsnummer": None,
            "intern_volgnummer": None,
            "hoofdstructuur_code": "312",
            "administratieve_groep_code": "94100",
        }

    career = Career(entry(2003), (enrolment(2019, OKAN),), (leaving(2021, "N"), leaving(2020, "J")))
    fact = facts_of(career)["vsv"][0]
    assert (fact["schooljaar"], fact["indicatoren"]["vsv"]) == ("2021-2022", False)
    assert (fact["onderwijsvorm_laatst"], fact["vervolg_okan"]) == ("dbso", "geen_okan")
