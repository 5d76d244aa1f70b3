"""Careers as Hypothesis draws them: mostly plausible, edge cases on purpose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from oracle.model import Career, Row, label
from oracle.world import UNKNOWN_GROUP, UNKNOWN_SITE, world

FIRST, LAST = 2015, 2025
RUNNING = LAST

_WORLD = world()
_SITES: tuple[tuple[str | None, str | None], ...] = (
    *((s["instellingsnummer"], s["intern_volgnummer"]) for s in _WORLD.sites),
    (None, None),
    (None, None),
    (None, None),
    UNKNOWN_SITE,
)
_GROUPS = tuple(
    dict.fromkeys(
        (str(g["hoofdstructuur_code"]), str(g["administratieve_groep_code"])) for g in _WORLD.groups
    )
)
_ODD_GROUPS = (("311", UNKNOWN_GROUP), ("312", UNKNOWN_GROUP), ("311", "98300"), ("211", "93111"))
_OKAN = ("311", "93900")
_PRIMARY = tuple(g for g in _GROUPS if g[0] in {"111", "211"})
_LADDER = (*_PRIMARY, ("311", "93111"), ("311", "93121"), ("311", "93112"), ("311", "93122"))
_AFTER_PRIMARY = (("311", "93111"), ("311", "93112"), ("321", "96100"), _OKAN)
_CITY_SITES = tuple(s for s in _SITES if s[0] is not None)
_FORMS = tuple(g for g in _GROUPS if g[1][:2] in {"93", "94", "98"} and g != _OKAN)
_ALL_J, _ALL_N = "JJJ", "NNN"
_SPLITS = (("JNN", "NJJ"), ("JJN", "NNJ"), ("JNN", "NNJ"), ("JJN", "NJJ"), ("JNJ", "NJN"))
_BEGINS = ("09-01", "09-17", "10-05", "11-15", "12-31", "01-01", "01-14", "02-29", "04-02")
_BEGINS_LATE = ("06-30", "07-01", "07-20", "08-31")

bits = st.sampled_from("JN")
oki = st.sampled_from(("0", "1", "2", "3", "4", None))
nationality = st.sampled_from(("BE", "150", "MA", "SY", "PL", "RO", "GB", "onbekend", "ZZ"))
site = st.sampled_from(_SITES)
group = st.one_of(
    st.sampled_from(_GROUPS), st.sampled_from(_LADDER), st.sampled_from((*_ODD_GROUPS, _OKAN))
)
attest = st.sampled_from(("A", "A", "B", "C", "geen", None))
certificate = st.sampled_from(
    (
        None,
        None,
        "diploma_so",
        "studiegetuigschrift_bso",
        "eindgetuigschrift_dbso",
        "certificaat_leertijd",
        "getuigschrift_ov3",
        "certificaat_modulair_bso",
        "getuigschrift_graad_2",
        "getuigschrift_basisonderwijs",
    )
)


@dataclass(frozen=True)
class Plan:
    """A kind of career: where it may begin, at which age, and how years may follow."""

    tracks: tuple[tuple[str, str], ...]
    ages: tuple[int, ...]
    steps: tuple[str, ...]


_FREE = ("stay", "same", "next", "next", "any", "any", "okan", "gap")
_PLANS = (
    Plan((*_PRIMARY, _OKAN), tuple(range(2, 21)), _FREE),
    Plan((*_GROUPS, *_ODD_GROUPS), tuple(range(2, 21)), _FREE),
    Plan((("111", "91101"), ("121", "91201")), (4, 5, 6), ("same", "stay", "next", "any")),
    Plan((("211", "92105"), ("211", "92106"), ("221", "92201")), (10, 11, 12, 13), ("next",) * 4),
    Plan((_OKAN,), (12, 14, 16), ("okan", "next", "form", "form", "special", "same", "gap")),
    Plan(_FORMS, (13, 14, 15, 16), ("form", "form", "same", "next", "stay")),
)


@st.composite
def careers(draw: st.DrawFn) -> Career:
    """One person: 11a, up to eleven years of 11b, and what 11c says of the end."""
    first = draw(st.integers(FIRST, LAST))
    plan = draw(st.sampled_from(_PLANS))
    entry = draw(_entry(first, plan))
    years = draw(st.sampled_from((4, 3, 5, 2, 6, 1, 0)))
    rows: list[Row] = []
    current = (str(entry["hoofdstructuur_code"]), str(entry["administratieve_groep_code"]))
    where = (entry["instellingsnummer"], entry["intern_volgnummer"])
    for year in range(first, min(first + years, LAST) + 1):
        step = draw(st.sampled_from(plan.steps))
        if step == "gap":
            continue
        if step == "next":
            current = draw(st.sampled_from(_AFTER_PRIMARY)) if _ends(current) else _next(current)
        elif step == "any":
            current = draw(group)
        elif step == "form":
            current = draw(st.sampled_from(_FORMS))
        elif step == "special":
            current = draw(st.sampled_from((("321", "96100"), ("321", "96200"))))
        elif step == "okan":
            current = _OKAN
        if step != "same":
            where = draw(st.one_of(st.just(where), site))
        new = draw(_year(year, current, where))
        rows += new
        if new:
            last = new[-1]
            current = (str(last["hoofdstructuur_code"]), str(last["administratieve_groep_code"]))
            where = (last["instellingsnummer"], last["intern_volgnummer"])
    return Career(entry, tuple(rows), tuple(draw(_leaving(first))))


def _ends(current: tuple[str, str]) -> bool:
    return current == ("211", "92106") or current[0] in {"121", "221"}


def _next(current: tuple[str, str]) -> tuple[str, str]:
    """The group of the next year, where the world's codes tell it."""
    structure, code = current
    if structure == "111":
        return ("211", "92101")
    if structure == "211" and code < "92106":
        return ("211", str(int(code) + 1))
    if code[:2] == "93" and code[3] == "1" and code[2] in "123":
        return (structure, f"{code[:3]}2{code[4]}")
    if code[:2] == "93" and code[3] == "2" and code[2] in "12":
        grade = int(code[2]) + 1
        form = {"1": "2", "2": "4"}.get(code[4], code[4]) if grade == 2 else code[4]
        return (structure, f"93{grade}1{min(form, '5')}")
    return current


@st.composite
def _entry(draw: st.DrawFn, first: int, plan: Plan) -> Row:
    structure, code = draw(st.sampled_from(plan.tracks))
    institution, number = draw(site)
    begin = draw(st.sampled_from((*_BEGINS, *_BEGINS_LATE)))
    year = first if begin >= "09-01" else first + 1
    if begin == "02-29" and year % 4:
        begin = "02-28"
    kind = draw(st.sampled_from(("31/08", "31/08", "30/06", "open", "later")))
    ends = {"31/08": f"{first + 1}-08-31", "30/06": f"{first + 1}-06-30", "open": None}
    end = ends.get(kind, f"{first + 2}-0{draw(st.integers(1, 9))}-15")
    if end is not None and end < f"{year}-{begin}":
        end = f"{year}-{begin}"
    age = draw(st.sampled_from(plan.ages))
    return {
        "schooljaar": label(first),
        "instellingsnummer": institution,
        "intern_volgnummer": number,
        "hoofdstructuur_code": structure,
        "administratieve_groep_code": code,
        "an_inschrijfdatum": f"{year}-{begin}",
        "an_einddatum": end,
        "geboortejaar": str(first - age),
        "leerjaar": _grade(structure, code)
        if draw(st.booleans())
        else draw(st.sampled_from(("0", "1", "4", "6", "7", "nvt", None))),
        "geslacht": draw(st.sampled_from("MVX")),
        "nationaliteit_code": draw(nationality),
        "ind_thuistaal": draw(bits),
        "ind_schooltoelage": draw(bits),
        "ind_opleiding_moeder": draw(bits),
        "oki": draw(oki),
    }


def _grade(structure: str, code: str) -> str | None:
    return {"111": "0", "211": code[-1]}.get(structure, "nvt")


def _sibling(where: tuple[str | None, str | None]) -> tuple[str | None, str | None]:
    """Another site of the same institution where it has one, else another institution."""
    same = [s for s in _CITY_SITES if s[0] == where[0] and s != where]
    return same[0] if same else _CITY_SITES[1]


@st.composite
def _year(
    draw: st.DrawFn,
    year: int,
    current: tuple[str, str],
    where: tuple[str | None, str | None],
) -> list[Row]:
    """The rows of one school year; no two of them with the same site and group."""
    kind = draw(
        st.sampled_from(
            ("whole",) * 6
            + ("switch",) * 4
            + ("partial",) * 2
            + ("parallel", "between", "only_between", "three")
        )
    )
    flags: tuple[str, ...]
    if kind == "whole":
        flags = (_ALL_J,)
    elif kind == "switch":
        flags = draw(st.sampled_from(_SPLITS))
    elif kind == "partial":
        flags = (draw(st.sampled_from(("NJJ", "NNJ", "JNN", "JJN", "NJN", "JNJ"))),)
    elif kind == "parallel":
        flags = (_ALL_J, draw(st.sampled_from((_ALL_J, "NJJ", "JJN"))))
    elif kind == "three":
        flags = ("JNN", "NJN", "NNJ")
    else:
        flags = (_ALL_N,) if kind == "only_between" else (_ALL_N, _ALL_J)
    rows: dict[tuple[object, ...], Row] = {}
    for position, flag in enumerate(flags):
        place, track = where, current
        if position:
            place = draw(st.one_of(st.just(where), site, st.just(_sibling(where))))
            track = draw(st.one_of(st.just(current), group))
        rows[(place, track)] = draw(_enrolment(year, place, track, flag))
    return list(rows.values())


@st.composite
def _enrolment(
    draw: st.DrawFn,
    year: int,
    place: tuple[str | None, str | None],
    track: tuple[str, str],
    flags: str,
) -> Row:
    running = year == RUNNING
    return {
        "schooljaar": label(year),
        "nationaliteit_code": draw(nationality),
        "ind_opleiding_moeder": draw(bits),
        "ind_schooltoelage": draw(bits),
        "oki": draw(oki),
        "instellingsnummer": place[0],
        "intern_volgnummer": place[1],
        "hoofdstructuur_code": track[0],
        "administratieve_groep_code": track[1],
        "toestand_0110": flags[0],
        "toestand_0102": flags[1],
        "toestand_3006": None if running else flags[2],
        "studiebewijs": None if running else draw(certificate),
        "cluster_orienteringsattest": None if running else draw(attest),
    }


@st.composite
def _leaving(draw: st.DrawFn, first: int) -> list[Row]:
    """None, one, or (wrongly) several rows of 11c."""
    count = draw(st.sampled_from((0, 0, 1, 1, 2, 3)))
    years = draw(st.lists(st.integers(first, max(first, LAST)), min_size=count, max_size=count))
    return [draw(_vsv_row(year)) for year in years]


@st.composite
def _vsv_row(draw: st.DrawFn, year: int) -> Row:
    structure, code = draw(group)
    institution, number = draw(site)
    return {
        "schooljaar": label(year),
        "vsv": draw(bits),
        "nationaliteit_code": draw(nationality),
        "oki": draw(oki),
        "ind_opleiding_moeder": draw(bits),
        "instellingsnummer": institution,
        "intern_volgnummer": number,
        "hoofdstructuur_code": structure,
        "administratieve_groep_code": code,
    }


def draw_careers(count: int) -> list[Career]:
    """`count` careers, the same on every run (Hypothesis without its database or shrinking)."""

    found: list[Career] = []

    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(careers())
    def collect(career: Any) -> None:
        found.append(career)

    collect()
    return found
