"""Facts `uitkomst` and `vsv`: attesten.md and vsv.md."""

from __future__ import annotations

from oracle import reference as ref
from oracle.changes import school_changes
from oracle.model import Career, Delivery, Fact, Row, World, start
from oracle.moments import main_enrolments, own_columns, person_columns
from oracle.transitions import out_of_okan
from oracle.years import delay_columns

QUALIFYING = {
    "diploma_so",
    "studiegetuigschrift_bso",
    "eindgetuigschrift_dbso",
    "certificaat_leertijd",
    "getuigschrift_ov3",
    "certificaat_modulair_bso",
}


def end_of_year(career: Career, world: World, delivery: Delivery) -> list[Fact]:
    facts: list[Fact] = []
    delays = delay_columns(career, world)
    for number, row in main_enrolments(career).items():
        if number % 3 != 2 or row["schooljaar"] in delivery.running_years:
            continue
        found = ref.group(world, row)
        structure, attest = row["hoofdstructuur_code"], row["cluster_orienteringsattest"]
        plain = structure == "311" and not (
            ref.is_yes(found, "is_okan") or ref.is_yes(found, "is_modulair")
        )
        judged = plain and attest in {"A", "B", "C"}
        last_year = (
            plain and ref.number(found, "graad") == 3 and (ref.number(found, "leerjaar") or 0) >= 2
        )
        qualified = row["studiebewijs"] in QUALIFYING
        beyond = structure in {"312", "313", "315", "321"}
        facts.append(
            {
                "schooljaar": row["schooljaar"],
                "meetmoment": "30/06",
                **ref.place(world, row),
                **person_columns(career),
                **own_columns(world, row),
                **delays(row),
                **ref.group_columns(world, row),
                "cluster_orienteringsattest": attest,
                "studiebewijs": row["studiebewijs"],
                "kwalificerend": qualified,
                "indicatoren": {
                    "geen_a_attest": attest in {"B", "C"} if judged else None,
                    "c_attest": attest == "C" if judged else None,
                    "kwalificatie_buiten_voltijds": qualified if beyond else None,
                    "kwalificatie_zevende_of_zesde": qualified if last_year else None,
                },
            }
        )
    return facts


def leaving(career: Career, world: World) -> list[Fact]:
    if not career.vsv:
        return []
    # The latest school year; of two rows in it, the first delivered (max keeps the first).
    row = max(career.vsv, key=lambda r: str(r["schooljaar"]))
    year = start(str(row["schooljaar"]))
    moves = sum(
        moved and number // 3 <= year for number, moved in school_changes(career, world).items()
    )
    after_okan = out_of_okan(career, world)
    return [
        {
            "schooljaar": row["schooljaar"],
            "meetmoment": "jaar",
            **ref.place(world, row),
            **person_columns(career),
            **own_columns(world, row, allowance=False),
            "onderwijsvorm_laatst": _last_form(world, row),
            "vervolg_okan": after_okan[0]["vervolg"] if after_okan else "geen_okan",
            "vsv": row["vsv"] == "J",
            "aantal_schoolwissels": moves,
            "wisselklasse": "2_plus" if moves >= 2 else str(moves),
            "indicatoren": {"vsv": row["vsv"] == "J"},
        }
    ]


def _last_form(world: World, row: Row) -> str:
    found = ref.group(world, row)
    if ref.is_yes(found, "is_okan"):
        return "okan"
    structure = row["hoofdstructuur_code"]
    if structure in {"312", "313", "315"}:
        return "dbso"
    if structure == "321":
        return "buitengewoon"
    form = ref.text(found, "onderwijsvorm")
    return form.lower() if form in {"ASO", "TSO", "KSO", "BSO"} else "onbekend"
