"""Fact `loopbaanjaar`: schoolse-vordering.md, zittenblijven.md, waterval.md."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from oracle import reference as ref
from oracle.model import Career, Fact, Row, World, start
from oracle.moments import Mains, at, main_enrolments, moment_of, own_columns, person_columns

LADDERS = ("onderwijsvorm", "finaliteit", "stroom")
FORM_RUNGS = {"ASO": 4, "TSO": 3, "KSO": 3, "BSO": 2}
FINALITY_RUNGS = {"DO": 3, "DU": 2, "A": 1}
FINALITY_SINCE = dt.date(2021, 9, 1)
STREAM_RUNGS = {"A": 2, "B": 1}


def actual_year(world: World, row: Row) -> int | None:
    """`leerjaar_loopbaan`, 1 to 12."""
    found = ref.group(world, row)
    structure = row["hoofdstructuur_code"]
    if found is None or ref.is_yes(found, "is_okan") or ref.is_yes(found, "is_modulair"):
        return None
    year, grade = ref.number(found, "leerjaar"), ref.number(found, "graad")
    if structure == "211":
        return year if year is not None and 1 <= year <= 6 else None
    dual = structure in {"312", "315"} and ref.is_yes(found, "is_duaal")
    counts = structure == "311" or (dual and start(str(row["schooljaar"])) >= 2016)
    if counts and year in {1, 2} and grade in {1, 2, 3}:
        return 6 + 2 * (grade - 1) + year
    return None


def delay(career: Career, schooljaar: str, year: int | None) -> int | None:
    if year is None:
        return None
    return start(schooljaar) - int(career.entry["geboortejaar"] or 0) - 5 - year


def repeated(world: World, mains: Mains, year: int) -> bool | None:
    """Zittenblijver in school year `year`; None when not determined."""
    now, before = at(mains, year, "01/02"), at(mains, year - 1, "01/02")
    if now is None or before is None:
        return None
    if not {now["hoofdstructuur_code"], before["hoofdstructuur_code"]} <= {"211", "311"}:
        return None
    grades = actual_year(world, now), actual_year(world, before)
    return None if None in grades else grades[0] == grades[1]


def rungs(world: World, row: Row) -> tuple[int | None, int | None, int | None]:
    """Rungs on the ladders onderwijsvorm, finaliteit and stroom, in that order."""
    found = ref.group(world, row)
    structure = str(row["hoofdstructuur_code"])
    if structure[0] != "3" or structure == "321" or ref.is_yes(found, "is_okan"):
        return (None, None, None)
    if structure == "312" and not ref.is_yes(found, "is_duaal"):
        form: int | None = 1
    else:
        form = FORM_RUNGS.get(ref.text(found, "onderwijsvorm") or "")
    stream = None
    if ref.number(found, "graad") == 1:
        stream = STREAM_RUNGS.get(ref.text(found, "stroom") or "")
    finality = None
    if ref.census_day(str(row["schooljaar"])) >= FINALITY_SINCE:
        finality = FINALITY_RUNGS.get(ref.text(found, "finaliteit") or "")
    return (form, finality, stream)


def waterfall(world: World, mains: Mains, year: int) -> dict[str, object]:
    """Ladder, rungs and verdict against the school year before; all None when not compared."""
    now, before = at(mains, year, "01/02"), at(mains, year - 1, "01/02")
    if now is not None and before is not None:
        pairs = zip(LADDERS, rungs(world, now), rungs(world, before), strict=True)
        for ladder, rung, earlier in pairs:
            if rung is not None and earlier is not None:
                return _waterfall(ladder, rung, earlier, rung < earlier)
    return _waterfall(None, None, None, None)


def _waterfall(
    ladder: str | None, rung: int | None, earlier: int | None, fell: bool | None
) -> dict[str, object]:
    return {
        "waterval_ladder": ladder,
        "trede": rung,
        "trede_vorig": earlier,
        "waterval": fell,
    }


def delay_class(years: int | None) -> str:
    if years is None:
        return "onbepaald"
    return "op_leeftijd" if years <= 0 else "1_jaar" if years == 1 else "2_plus"


def repeat_class(times: int | None) -> str:
    if times is None:
        return "onbepaald"
    return "geen" if times == 0 else "minstens_1"


def career_years(career: Career, world: World) -> list[Fact]:
    """One row per school year with a main enrolment on 1 February, oldest first."""
    mains = main_enrolments(career)
    first_in_kleuter = career.entry["hoofdstructuur_code"] in {"111", "121"}
    facts: list[Fact] = []
    times: int | None = None
    earlier_delay: int | None = None
    for year in sorted(n // 3 for n in mains if n % 3 == 1):
        row = mains[3 * year + 1]
        schooljaar = str(row["schooljaar"])
        grade = actual_year(world, row)
        behind = delay(career, schooljaar, grade)
        stayed = repeated(world, mains, year)
        if stayed is not None:
            times = (times or 0) + int(stayed)
        fall = waterfall(world, mains, year)
        more = None if behind is None or earlier_delay is None else behind > earlier_delay
        age = year - int(career.entry["geboortejaar"] or 0)
        structure = row["hoofdstructuur_code"]
        youngest = first_in_kleuter and age == 6 and structure in {"111", "121", "211", "221"}
        facts.append(
            {
                "schooljaar": schooljaar,
                "meetmoment": "01/02",
                **ref.place(world, row),
                **person_columns(career),
                **own_columns(world, row),
                **ref.group_columns(world, row),
                "leeftijd": age,
                "eerste_in_kleuter": first_in_kleuter,
                "leerjaar_loopbaan": grade,
                "jaren_vertraging": behind,
                "jaren_vertraging_eerder": earlier_delay,
                "bijkomende_vertraging": more,
                "zittenblijver": stayed,
                "jaren_herhaald": times,
                **fall,
                "vertragingsklasse": delay_class(behind),
                "zitklasse": repeat_class(times),
                "indicatoren": {
                    "vertraging": None if behind is None else behind >= 1,
                    "vertraging_2_plus": None if behind is None else behind >= 2,
                    "vertraging_herhaling": None if times is None else times >= 1,
                    "bijkomende_vertraging": more,
                    "zittenblijven": stayed,
                    "herkleuteren": structure in {"111", "121"} if youngest else None,
                    "waterval": fall["waterval"],
                },
            }
        )
        if behind is not None:
            earlier_delay = behind
    return facts


def delay_columns(career: Career, world: World) -> Callable[[Row], dict[str, object]]:
    """Delay breakdowns of any row: those of the person's `loopbaanjaar` in its school year."""
    columns = ("vertragingsklasse", "zitklasse")
    known = {f["schooljaar"]: {c: f[c] for c in columns} for f in career_years(career, world)}
    none = {"vertragingsklasse": delay_class(None), "zitklasse": repeat_class(None)}
    return lambda row: known.get(row["schooljaar"], none)


def presence(career: Career, world: World) -> list[Fact]:
    """Fact `stand`: one row per moment with a main enrolment."""
    delays = delay_columns(career, world)
    return [
        {
            "schooljaar": row["schooljaar"],
            "meetmoment": moment_of(number),
            **ref.place(world, row),
            **person_columns(career),
            **own_columns(world, row),
            **delays(row),
            **ref.group_columns(world, row),
            "indicatoren": {"an_leerlingen": True},
        }
        for number, row in main_enrolments(career).items()
    ]
