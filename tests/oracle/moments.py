"""docs/business-rules/meetmomenten.md: main enrolments, `stand`, characteristics."""

from __future__ import annotations

from oracle import reference as ref
from oracle.model import FLAGS, MOMENTS, Career, Row, World, start

Mains = dict[int, Row]


def moment_number(schooljaar: str, moment: str) -> int:
    return 3 * start(schooljaar) + MOMENTS.index(moment)


def main_enrolments(career: Career) -> Mains:
    """Per moment number the one enrolment that counts."""
    mains: Mains = {}
    for year in {str(r["schooljaar"]) for r in career.enrolments}:
        for moment in MOMENTS:
            rows = [
                r for r in career.enrolments if r["schooljaar"] == year and r[FLAGS[moment]] == "J"
            ]
            if rows:
                mains[moment_number(year, moment)] = min(rows, key=_order)
    return mains


def _order(row: Row) -> tuple[object, ...]:
    def lower(column: str) -> tuple[bool, str]:
        return (row[column] is None, row[column] or "")

    return (
        not ref.in_city(row),
        -int(row["hoofdstructuur_code"] or 0),
        lower("instellingsnummer"),
        lower("intern_volgnummer"),
        lower("administratieve_groep_code"),
    )


def at(mains: Mains, year: int, moment: str) -> Row | None:
    return mains.get(3 * year + MOMENTS.index(moment))


def moment_of(number: int) -> str:
    return MOMENTS[number % 3]


def person_columns(career: Career) -> dict[str, object]:
    """Characteristics that come from 11a, whatever the fact."""
    entry = career.entry
    age = start(str(entry["schooljaar"])) - int(entry["geboortejaar"] or 0)
    month = int((entry["an_inschrijfdatum"] or "0000-00")[5:7])
    return {
        "geslacht": entry["geslacht"],
        "thuistaal": _choice(entry["ind_thuistaal"], "niet_nederlands", "nederlands"),
        "leeftijd_instap": _age_class(age),
        "instapmaand": _month_class(month),
    }


def own_columns(world: World, row: Row, *, allowance: bool = True) -> dict[str, object]:
    """Characteristics that come from the fact's own file."""
    columns: dict[str, object] = {
        "nationaliteitsgroep": ref.nationality_group(
            world, row["nationaliteit_code"], str(row["schooljaar"])
        ),
        "oki_klasse": _oki_class(row["oki"]),
        "opleiding_moeder": _choice(row["ind_opleiding_moeder"], "laag", "niet_laag"),
        "hoofdstructuur": row["hoofdstructuur_code"],
        "hoofdstructuur_code": row["hoofdstructuur_code"],
    }
    if allowance:
        columns["schooltoelage"] = _choice(row["ind_schooltoelage"], "ja", "nee")
    return columns


def _choice(value: str | None, yes: str, no: str) -> str:
    return {"J": yes, "N": no}.get(value or "", "onbekend")


def _oki_class(oki: str | None) -> str:
    if oki is None:
        return "onbekend"
    return "0-1" if int(oki) <= 1 else oki


def _age_class(age: int) -> str:
    for highest, name in ((5, "2-5"), (11, "6-11"), (15, "12-15"), (17, "16-17")):
        if age <= highest:
            return name
    return "18+"


def _month_class(month: int) -> str:
    names = {9: "september", 7: "jul_aug", 8: "jul_aug"}
    names |= dict.fromkeys((10, 11, 12), "okt_dec") | dict.fromkeys((1, 2, 3), "jan_mrt")
    return (names | dict.fromkeys((4, 5, 6), "apr_jun"))[month]
