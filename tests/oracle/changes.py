"""Fact `overstap`: schoolwissels.md."""

from __future__ import annotations

from oracle import reference as ref
from oracle.model import Career, Fact, Row, World
from oracle.moments import main_enrolments, moment_of, own_columns, person_columns
from oracle.years import delay_columns


def level(row: Row) -> str:
    return str(row["hoofdstructuur_code"])[0]


def compare(world: World, before: Row, after: Row) -> dict[str, bool | None]:
    """Everything that schoolwissels.md says of two main enrolments at adjacent moments."""
    both = ref.in_city(before) and ref.in_city(after)
    number_changed = before["instellingsnummer"] != after["instellingsnummer"]
    same_stem = both and (
        ref.stem(world, str(before["instellingsnummer"]))
        == ref.stem(world, str(after["instellingsnummer"]))
    )
    structural = level(before) != level(after)
    old, new = ref.group(world, before), ref.group(world, after)
    study = ref.text(old, "studierichting_code"), ref.text(new, "studierichting_code")
    form = ref.text(old, "onderwijsvorm"), ref.text(new, "onderwijsvorm")
    secondary = level(before) == level(after) == "3"
    return {
        "beide_in_stad": both,
        "structureel": structural,
        "hernummering": both and number_changed and same_stem,
        "schoolwissel": both and not same_stem and not structural,
        "vestigingswissel": both
        and not number_changed
        and before["intern_volgnummer"] != after["intern_volgnummer"],
        "uitstroom": ref.in_city(before) and not ref.in_city(after),
        "instroom": ref.in_city(after) and not ref.in_city(before),
        "groepswissel": before["administratieve_groep_code"] != after["administratieve_groep_code"],
        "studiewissel": None if None in study else study[0] != study[1],
        "onderwijsvormwissel": form[0] != form[1] if secondary and None not in form else None,
    }


def school_changes(career: Career, world: World) -> dict[int, bool]:
    """Per moment of arrival: was the step a schoolwissel?"""
    mains = main_enrolments(career)
    return {
        n + 1: bool(compare(world, mains[n], mains[n + 1])["schoolwissel"])
        for n in mains
        if n + 1 in mains
    }


def steps(career: Career, world: World) -> list[Fact]:
    """Two rows per pair of adjacent moments: `vertrek` and `aankomst`."""
    mains = main_enrolments(career)
    delays = delay_columns(career, world)
    facts: list[Fact] = []
    for n in sorted(n for n in mains if n + 1 in mains):
        before, after = mains[n], mains[n + 1]
        found = compare(world, before, after)
        shared = {
            "schooljaar": after["schooljaar"],
            "meetmoment": moment_of(n + 1),
            "moment_soort": "tussen_jaren" if moment_of(n) == "30/06" else "tijdens_jaar",
            **delays(before),
            "van_in_stad": ref.in_city(before),
            "naar_in_stad": ref.in_city(after),
            **found,
        }
        for direction, row in (("vertrek", before), ("aankomst", after)):
            facts.append(
                {
                    **shared,
                    "richting": direction,
                    **ref.place(world, row),
                    **person_columns(career),
                    **own_columns(world, row),
                    "indicatoren": _indicators(direction, str(shared["moment_soort"]), found),
                }
            )
    return facts


def _indicators(direction: str, kind: str, found: dict[str, bool | None]) -> dict[str, bool | None]:
    leaving, during = direction == "vertrek", kind == "tijdens_jaar"
    stays_level = bool(found["beide_in_stad"]) and not found["structureel"]
    left_city_school = bool(found["beide_in_stad"]) or bool(found["uitstroom"])
    came_to_city_school = bool(found["beide_in_stad"]) or bool(found["instroom"])

    def within(population: object, trait: bool | None) -> bool | None:
        return bool(trait) if population else None

    moved = leaving and bool(found["schoolwissel"])
    return {
        "schoolwissel_tijdens_jaar": within(
            leaving and during and stays_level, found["schoolwissel"]
        ),
        "schoolwissel_tussen_jaren": within(
            leaving and not during and stays_level, found["schoolwissel"]
        ),
        "vestigingswissel": within(leaving and stays_level, found["vestigingswissel"]),
        "uitstroom_stad": within(leaving and left_city_school, found["uitstroom"]),
        "instroom_stad": within(not leaving and came_to_city_school, found["instroom"]),
        "schoolwissel_met_groepswissel": within(moved and during, found["groepswissel"]),
        "schoolwissel_met_studiewissel": within(
            moved and not during and found["studiewissel"] is not None, found["studiewissel"]
        ),
        "onderwijsvormwissel": within(
            leaving and during and found["onderwijsvormwissel"] is not None,
            found["onderwijsvormwissel"],
        ),
    }
