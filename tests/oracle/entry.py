"""Fact `instroom`: instroom.md and okan-duur.md."""

from __future__ import annotations

import datetime as dt

from oracle import reference as ref
from oracle.changes import level
from oracle.model import Career, Delivery, Fact, World, start
from oracle.moments import main_enrolments, own_columns, person_columns
from oracle.transitions import is_okan
from oracle.years import actual_year, delay_class

INDICATORS = ("ind_thuistaal", "ind_schooltoelage", "ind_opleiding_moeder")


def schooldays(begin: str | None, end: str | None) -> int | None:
    """Days in [begin, end], both included, that do not fall in July or August."""
    if begin is None or end is None:
        return None
    first, last = dt.date.fromisoformat(begin), dt.date.fromisoformat(end)
    days = (first + dt.timedelta(n) for n in range((last - first).days + 1))
    return sum(day.month not in (7, 8) for day in days)


def delay_at_entry(career: Career, world: World) -> int | None:
    entry = career.entry
    year: int | None = None
    if entry["hoofdstructuur_code"] == "211" and entry["leerjaar"] in set("123456"):
        year = int(str(entry["leerjaar"]))
    elif entry["hoofdstructuur_code"] == "311":
        year = actual_year(world, entry)
    if year is None:
        return None
    return start(str(entry["schooljaar"])) - int(entry["geboortejaar"] or 0) - 5 - year


def first_enrolment(career: Career, world: World, delivery: Delivery) -> list[Fact]:
    entry = career.entry
    year = start(str(entry["schooljaar"]))
    mains = main_enrolments(career)
    began_in_okan = is_okan(world, entry)
    okan_years = {str(r["schooljaar"]) for r in mains.values() if is_okan(world, r)}
    if began_in_okan:
        okan_years.add(str(entry["schooljaar"]))
    days = schooldays(entry["an_inschrijfdatum"], entry["an_einddatum"])
    behind = delay_at_entry(career, world)
    begin = dt.date.fromisoformat(str(entry["an_inschrijfdatum"]))
    later_here = any(ref.in_city(r) for r in mains.values())
    followed = delivery.last_completed is not None and year + 1 <= delivery.last_completed
    oki = entry["oki"]
    late = dt.date(year + 1, 1, 1) <= begin <= dt.date(year + 1, 6, 30)
    return [
        {
            "schooljaar": entry["schooljaar"],
            "meetmoment": "jaar",
            **ref.place(world, entry),
            **person_columns(career),
            **own_columns(world, entry),
            "administratieve_groep_code": entry["administratieve_groep_code"],
            "is_okan": ref.group_columns(world, entry)["is_okan"],
            "leeftijd": year - int(entry["geboortejaar"] or 0),
            **{c: _number(entry[c]) for c in INDICATORS},
            "oki": None if oki is None else int(oki),
            "via_elders": not ref.in_city(entry) and later_here,
            "late_instap": late,
            "jaren_vertraging": behind,
            "vertragingsklasse": delay_class(behind),
            "volgend_schooljaar_voltooid": followed,
            "an_dagen": days,
            "okan_schooljaren": len(okan_years),
            "indicatoren": {
                "an_instroom": True,
                "an_via_elders": not ref.in_city(entry) and later_here,
                "an_okan": began_in_okan if level(entry) == "3" else None,
                "an_late_instap": late,
                "an_12_plus": year - int(entry["geboortejaar"] or 0) >= 12,
                "an_moeder_laag": _yes(entry["ind_opleiding_moeder"]),
                "an_schooltoelage": _yes(entry["ind_schooltoelage"]),
                "an_thuistaal": _yes(entry["ind_thuistaal"]),
                "an_oki_3_plus": None if oki is None else int(oki) >= 3,
                "vertraging_bij_instap": None if behind is None else behind >= 1,
                "okan_langer_dan_een_jaar": (
                    len(okan_years) >= 2 if began_in_okan and followed else None
                ),
                "okan_kort": days < 150 if began_in_okan and days is not None else None,
            },
        }
    ]


def _yes(value: str | None) -> bool | None:
    return None if value is None else value == "J"


def _number(value: str | None) -> int | None:
    return None if value is None else int(value == "J")
