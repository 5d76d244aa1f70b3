"""Facts `overgang_so` and `okan_uitstroom`: overgangen.md."""

from __future__ import annotations

from oracle import reference as ref
from oracle.changes import level
from oracle.model import Career, Fact, Row, World
from oracle.moments import at, main_enrolments, moment_of, own_columns, person_columns
from oracle.years import delay_columns


def first_grade_stream(world: World, row: Row) -> str | None:
    """`A` or `B` in the first graad of ordinary secondary education, else None."""
    found = ref.group(world, row)
    if row["hoofdstructuur_code"] != "311" or ref.number(found, "graad") != 1:
        return None
    return ref.text(found, "stroom")


def is_okan(world: World, row: Row) -> bool:
    return ref.is_yes(ref.group(world, row), "is_okan")


def destination(world: World, row: Row) -> str:
    if is_okan(world, row):
        return "okan"
    stream = first_grade_stream(world, row)
    if stream is not None:
        return {"A": "a_stroom", "B": "b_stroom"}[stream]
    return "buitengewoon" if row["hoofdstructuur_code"] == "321" else "andere"


def onward(world: World, row: Row) -> str:
    """`vervolg`: the first track after OKAN."""
    stream = first_grade_stream(world, row)
    if stream is not None:
        return {"A": "a_stroom", "B": "b_stroom"}[stream]
    if row["hoofdstructuur_code"] in {"312", "313", "315"}:
        return "dbso"
    if row["hoofdstructuur_code"] == "321":
        return "buitengewoon"
    found = ref.group(world, row)
    form, finality = ref.text(found, "onderwijsvorm"), ref.text(found, "finaliteit")
    by_form = {"BSO": "bso", "TSO": "tso_kso", "KSO": "tso_kso", "ASO": "aso"}
    by_finality = {"A": "bso", "DU": "tso_kso", "DO": "aso"}
    track = by_form.get(form) if form is not None else by_finality.get(finality or "")
    return track or "andere"


def _fact(career: Career, world: World, row: Row, moment: str) -> Fact:
    return {
        "schooljaar": row["schooljaar"],
        "meetmoment": moment,
        **ref.place(world, row),
        **person_columns(career),
        **own_columns(world, row),
        **delay_columns(career, world)(row),
    }


def to_secondary(career: Career, world: World) -> list[Fact]:
    mains = main_enrolments(career)
    for year in sorted(n // 3 for n in mains if n % 3 == 1):
        row, before = mains[3 * year + 1], at(mains, year - 1, "01/02")
        if level(row) != "3" or before is None or level(before) not in {"1", "2"}:
            continue
        where = destination(world, row)
        shares = {f"overgang_{w}": where == w for w in ("a_stroom", "b_stroom", "buitengewoon")}
        fact = _fact(career, world, row, "01/02")
        return [{**fact, "bestemming": where, "indicatoren": shares}]
    return []


def out_of_okan(career: Career, world: World) -> list[Fact]:
    mains = main_enrolments(career)
    okan = [n for n, row in mains.items() if is_okan(world, row)]
    later = [n for n in mains if okan and n > max(okan)]
    if not later:
        return []
    row = mains[min(later)]
    track = onward(world, row)
    return [
        {
            **_fact(career, world, row, "jaar"),
            "moment_aankomst": moment_of(min(later)),
            "vervolg": track,
            "indicatoren": {
                "okan_naar_b_strikt": track == "b_stroom",
                "okan_naar_b_ruim": track in {"b_stroom", "bso", "dbso"},
                "okan_naar_buitengewoon": track == "buitengewoon",
            },
        }
    ]
