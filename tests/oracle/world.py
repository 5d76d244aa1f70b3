"""A small, nasty city: reference lists whose every row is there to break a rule.

Fictitious codes: institutions 9001.., groups 9....
"""

from __future__ import annotations

from oracle.model import Row, World

OPEN = None
UNKNOWN_GROUP = "99999"
UNKNOWN_SITE = ("900177", "07")


def _site(
    institution: str,
    site: str,
    board: str,
    district: str,
    *,
    campus: str | None = None,
    begin: str = "2010-09-01",
    end: str | None = OPEN,
) -> Row:
    return {
        "instellingsnummer": institution,
        "intern_volgnummer": site,
        "campus_code": campus,
        "schoolbestuur_code": board,
        "statsector": None,
        "wijk_code": f"{district}{site}",
        "wijk_naam": f"Wijk {district}{site}",
        "district_code": district,
        "district_naam": f"District {district}",
        "geldig_van": begin,
        "geldig_tot": end,
    }


def _sites() -> tuple[Row, ...]:
    chain = [_site(f"90010{n}", "01", "B1", "D1") for n in range(1, 5)]
    return (
        *chain,
        _site("900101", "02", "B1", "D2"),
        _site("900150", "01", "B6", "D1"),
        _site("900151", "01", "B6", "D1"),
        _site("900120", "01", "B2", "D2"),
        _site("900121", "01", "B2", "D2"),
        _site("900122", "01", "B2", "D3", end="2019-02-01"),
        _site("900122", "01", "B3", "D1", begin="2019-02-02"),
        _site("900130", "01", "B4", "D3", campus="K1"),
        _site("900131", "01", "B5", "D3", campus="K1"),
        _site("900140", "01", "B6", "D3", end="2018-01-31"),
        _site("900140", "01", "B6", "D2", begin="2019-02-01"),
    )


def _institution(number: str, predecessor: str | None = None) -> Row:
    return {
        "instellingsnummer": number,
        "naam": f"Fictieve school {number}",
        "schoolbestuur_code": "B1",
        "scholengemeenschap_code": None,
        "net": "VGO",
        "opvolger_van": predecessor,
        "geldig_van": "2010-09-01",
        "geldig_tot": OPEN,
    }


def _institutions() -> tuple[Row, ...]:
    """900101 ← 900102 ← 900103 ← 900104; 900120 split in two; 900150 and 900151 in a circle."""
    circle = [_institution("900150", "900151"), _institution("900151", "900150")]
    plain = [_institution(n) for n in ("900101", "900120", "900130", "900131", "900140")]
    chain = [_institution(f"90010{n}", f"90010{n - 1}") for n in range(2, 5)]
    split = [_institution("900121", "900120"), _institution("900122", "900120")]
    return (*plain, *chain, *split, *circle)


def _group(
    code: str,
    structure: str,
    *,
    grade: str | None = None,
    year: str | None = None,
    form: str | None = None,
    finality: str | None = None,
    stream: str | None = None,
    study: str | None = None,
    okan: bool = False,
    modular: bool = False,
    dual: bool = False,
    begin: str = "2010-09-01",
    end: str | None = OPEN,
) -> Row:
    return {
        "administratieve_groep_code": code,
        "naam": f"Fictieve groep {code}",
        "hoofdstructuur_code": structure,
        "graad": grade,
        "leerjaar": year,
        "onderwijsvorm": form,
        "finaliteit": finality,
        "stroom": stream,
        "studierichting_code": study,
        "is_okan": "J" if okan else "N",
        "is_modulair": "J" if modular else "N",
        "is_duaal": "J" if dual else "N",
        "geldig_van": begin,
        "geldig_tot": end,
    }


def _secondary_groups() -> list[Row]:
    rows = [
        _group(f"93{grade}{year}{digit}", "311", grade=grade, year=year, form=form, study=study)
        for digit, form, study in (
            ("1", "ASO", "S10"),
            ("2", "TSO", "S20"),
            ("3", "KSO", "S30"),
            ("4", "BSO", "S40"),
            ("5", "BSO", "S50"),
        )
        for grade in "23"
        for year in "12"
    ]
    rows += [
        _group(f"931{year}{digit}", "311", grade="1", year=year, stream=stream)
        for digit, stream in (("1", "A"), ("2", "B"))
        for year in "12"
    ]
    rows += [
        _group(f"932{year}{digit}", "311", grade="2", year=year, finality=finality, study=study)
        for digit, finality, study in (("6", "DO", "S60"), ("7", "DU", "S70"), ("8", "A", "S80"))
        for year in "12"
    ]
    return rows


def _groups() -> tuple[Row, ...]:
    return (
        _group("91101", "111", year="0"),
        _group("91201", "121"),
        *(_group(f"9210{year}", "211", year=year) for year in "123456"),
        _group("92201", "221"),
        *_secondary_groups(),
        _group("93900", "311", okan=True),
        _group("93334", "311", grade="3", year="3", form="BSO", study="S40"),
        _group("93500", "311", form="BSO", modular=True, study="S50"),
        _group("93600", "311", grade="2", year="1", form="BSO", dual=True, study="S90"),
        _group("94100", "312", grade="2", year="2", form="BSO", study="S91"),
        _group("94200", "312", grade="2", year="2", form="BSO", dual=True, study="S92"),
        _group("94300", "312", modular=True, dual=True),
        _group("95100", "315", grade="3", year="1", finality="A", dual=True, study="S93"),
        _group("96100", "321"),
        _group("96200", "321", grade="2", year="1", form="BSO"),
        _group("97100", "313", grade="2", year="1", form="BSO"),
        # What a group is changes on 2 February 2020; another one was unknown in 2017 and 2018.
        _group("98100", "311", grade="2", year="1", form="TSO", study="S20", end="2020-02-01"),
        _group("98100", "311", grade="2", year="2", form="BSO", study="S40", begin="2020-02-02"),
        _group("98200", "311", grade="2", year="2", form="ASO", study="S10", end="2017-01-31"),
        _group("98200", "311", grade="2", year="2", form="ASO", study="S10", begin="2019-02-01"),
        # A group of another structure than the one that some enrolments will give it.
        _group("98300", "211", year="4"),
    )


def world(nationalities: tuple[Row, ...] = ()) -> World:
    return World(_sites(), _groups(), _institutions(), nationalities)
