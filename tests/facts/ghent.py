"""Every fact of Ghent, row by row, from docs/business-rules/gent-*.md: plain Python that knows
nothing of the SQL. Reads what staging typed, the dated lists and the seeds."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import Any

import duckdb

from facts.comparing import Row, different, rows_of

FACTS = ("stand", "woonplaats", "vordering", "verandering", "aanwezigheid")
MOMENTS = {"01/02": "stg_gent__leerlingen_0102", "30/06": "stg_gent__leerlingen_3006"}
SITE = ("instellingsnummer", "intern_volgnummer")
CODES = {"b": ("lager", "secundair"), "z": ("lager", "secundair"), "m": ("secundair",)}
THRESHOLDS = (5, 10, 15, 30)
LEVELS = {"1": "kleuter", "2": "lager", "3": "secundair"}
KINDS = {"1": "gewoon", "2": "buitengewoon"}
FINALITIES = {"DO": "doorstroom", "DU": "dubbel", "A": "arbeidsmarkt"}
WORDS = {
    "thuistaal": ("niet_nederlands", "nederlands"),
    "opleiding_moeder": ("laag", "niet_laag"),
    "schooltoelage": ("ja", "nee"),
    "buurt": ("ja", "nee"),
}


@dataclass(frozen=True)
class Lists:
    """Dated lists as on one day: of two rows that hold, the one that began last."""

    sectors: dict[Any, Row]
    sites: dict[Any, Row]
    groups: dict[Any, Row]
    nationalities: dict[Any, Row]
    iem: dict[Any, Row]
    compulsory: list[Row]
    thresholds: list[Row]


@dataclass
class Ghent:
    """Everything that the facts follow from."""

    rows: list[Row]
    tables: dict[str, list[Row]]
    _on: dict[dt.date, Lists] = field(default_factory=dict)

    def on(self, day: dt.date) -> Lists:
        """The lists of one day."""
        if day not in self._on:
            self._on[day] = Lists(
                sectors=self._valid(day, "stg_gent__ref_statsectoren", "statsector"),
                sites=self._valid(
                    day,
                    "stg_gent__ref_vestigingsplaatsen",
                    "instellingsnummer",
                    "intern_volgnummer",
                ),
                groups=self._valid(
                    day, "stg_gent__ref_administratieve_groepen", "administratieve_groep_code"
                ),
                nationalities=self._valid(day, "nationaliteitsgroepen", "nationaliteit_code"),
                iem=self._valid(day, "iem_landen", "nationaliteit_code"),
                compulsory=[r for r in self.tables["leerplicht"] if _holds(r, day)],
                thresholds=[r for r in self.tables["kleuterdrempels"] if _holds(r, day)],
            )
        return self._on[day]

    def _valid(self, day: dt.date, table: str, *key: str) -> dict[Any, Row]:
        rows = sorted(self.tables[table], key=lambda r: r["geldig_van"])
        return {tuple(r[k] for k in key): r for r in rows if _holds(r, day)}

    def stem(self, institution: str | None) -> str | None:
        """The oldest ancestor along `opvolger_van`; a circle ends at its lowest number."""
        rows = sorted(self.tables["stg_gent__ref_instellingen"], key=lambda r: r["geldig_van"])
        parents = {
            r["instellingsnummer"]: r["opvolger_van"]
            for r in rows
            if r["opvolger_van"] not in (None, r["instellingsnummer"])
        }
        path = [institution]
        while (parent := parents.get(path[-1])) is not None:
            if parent in path:
                return min(str(p) for p in path[path.index(parent) :])
            path.append(parent)
        return path[-1]


def read(connection: duckdb.DuckDBPyConnection) -> Ghent:
    """Pupils and lists of a built city."""
    names = connection.execute(
        "select schema_name || '.' || table_name, table_name from duckdb_tables() where "
        "database_name = 'warehouse' and (schema_name = 'referentie' or "
        "table_name[:13] = 'stg_gent__ref')"
    ).fetchall()
    tables = {name: rows_of(connection, relation) for relation, name in names}
    pupils = [
        {**row, "meetmoment": moment}
        for moment, table in MOMENTS.items()
        for row in rows_of(connection, f"staging.{table}")
    ]
    return Ghent(pupils, tables)


def facts(ghent: Ghent) -> dict[str, list[Row]]:
    """Rows per fact."""
    made: dict[str, list[Row]] = {fact: [] for fact in FACTS}
    present = []
    for row in ghent.rows:
        pupil = _pupil(ghent, row)
        made["stand"].append({**_common(pupil, "school"), **_presence(pupil)})
        home = _common(pupil, "woon")
        near = _equal(pupil["woon_wijk_code"], pupil["school_wijk_code"])
        made["woonplaats"].append({**home, "school_in_wijk": near})
        if row["meetmoment"] == "01/02":
            made["vordering"].append({**home, **_progress(pupil)})
            made["verandering"].append({**home, **_change(ghent, pupil)})
        else:
            present.append((home, pupil))
    made["aanwezigheid"] = _attendance(present)
    return made


def _pupil(ghent: Ghent, row: Row) -> Row:
    """A delivered row with its places, its group and its characteristics."""
    start = int(row["schooljaar"][:4])
    lists = ghent.on(dt.date(start + 1, 2, 1))
    school = lists.sectors.get((row["vpl_statsector"],))
    home = lists.sectors.get((row["dom_statsector"],))
    site = lists.sites.get((row["instellingsnummer"], row["intern_volgnummer"]))
    group = lists.groups.get((row["administratieve_groep_code"],), {})
    age = start - row["geboortejaar"]
    flags = [row[f"ind_{name}"] for name in WORDS]
    poor = None if None in flags else sum(flags)
    structure = row["hoofdstructuur_code"]
    method = row["pedagogische_methode"]
    nationality = lists.nationalities.get((row["nationaliteit_code"],))
    group_of = nationality["nationaliteitsgroep"] if nationality else "onbekend"
    listed = (row["nationaliteit_code"],) in lists.iem
    words = {name: _word(row[f"ind_{name}"], *pair) for name, pair in WORDS.items()}
    return {
        **row,
        **{c: group.get(c) for c in ("finaliteit", "stroom", "studierichting_code", "is_duaal")},
        **words,
        "startjaar": start,
        "leeftijd": age,
        "lijsten": lists,
        "vestigingsplaats": f"{row['instellingsnummer']}-{row['intern_volgnummer']}",
        "school_eenheid": (site and site["campus_code"]) or row["instellingsnummer"],
        "schoolbestuur_code": row["inrichtende_macht"],
        **_place("school", school),
        **_place("woon", home),
        "nationaliteitsgroep": group_of,
        "iem_groep": (
            "onbekend" if group_of == "onbekend" else "iem" if listed else "geen_iem"
        ),
        "kenmerken_klasse": "onbekend" if poor is None else "2_plus" if poor >= 2 else str(poor),
        "leeftijdsgroep": _age_group(age),
        "leerplicht": (
            "ja"
            if any(r["leeftijd_van"] <= age <= r["leeftijd_tot"] for r in lists.compulsory)
            else "nee"
        ),
        "onderwijsniveau": LEVELS.get(structure[0]),
        "onderwijssoort": KINDS.get(structure[1]),
        "hoofdstructuur": structure,
        "woongebied": _home_area(row, home),
        "methode": (
            "onbekend" if method is None else "klassiek" if method == "klassiek" else "methode"
        ),
    }  # fmt: skip


def _common(pupil: Row, place: str) -> Row:
    columns = (
        "leerling_id", "schooljaar", "meetmoment", "instellingsnummer", "vestigingsplaats",
        "school_eenheid", "schoolbestuur_code", "geslacht", "nationaliteitsgroep", "iem_groep",
        "thuistaal", "opleiding_moeder", "schooltoelage", "buurt", "kenmerken_klasse",
        "leeftijdsgroep", "leerplicht", "onderwijsniveau", "onderwijssoort", "hoofdstructuur",
        "woongebied", "methode",
    )  # fmt: skip
    return {c: pupil[c] for c in columns} | {
        "wijk_code": pupil[f"{place}_wijk_code"],
        "district_code": pupil[f"{place}_deelgemeente_code"],
        "in_stad": pupil[f"{place}_in_stad"],
    }


def _place(whose: str, sector: Row | None) -> Row:
    return {
        f"{whose}_wijk_code": sector and sector["wijk_code"],
        f"{whose}_deelgemeente_code": sector and sector["deelgemeente_code"],
        f"{whose}_in_stad": sector is not None,
    }


def _age_group(age: int) -> str:
    return "2-5" if age <= 5 else "6-11" if age <= 11 else "12-17" if age <= 17 else "18+"


def _home_area(row: Row, home: Row | None) -> str:
    if home is not None:
        return "gent"
    if any(row[f"dom_{c}"] is not None for c in ("statsector", "postnummer", "gemeente")):
        return "belgie"
    return "buitenland" if row["dom_landcode"] is not None else "onbekend"


def _presence(pupil: Row) -> Row:
    return {
        "is_okan": pupil["is_okan"],
        "is_duaal": pupil["is_duaal"],
        "graad_code": pupil["graad"],
        "stroom_code": pupil["stroom"],
        "onderwijsvorm_code": pupil["onderwijsvorm"],
        "finaliteit_code": pupil["finaliteit"],
        "woont_in_wijk": _equal(pupil["woon_wijk_code"], pupil["school_wijk_code"]),
        "graad": pupil["graad"] or "geen",
        "onderwijsvorm": (pupil["onderwijsvorm"] or "geen").lower(),
        "finaliteit": FINALITIES.get(pupil["finaliteit"], "geen"),
        "type_buitengewoon": pupil["type_buitengewoon"] or "geen",
        "opleidingsvorm": pupil["opleidingsvorm"] or "geen",
    }


def _progress(pupil: Row) -> Row:
    method = pupil["methode"] == "methode"
    years = None if method else pupil["jaren_schoolse_vordering"]
    stayed = None if method else {"ja": True, "nee": False}.get(pupil["is_zittenblijver"])
    if years is None:
        behind = "onbepaald"
    else:
        behind = {-1: "voorsprong", 0: "op_leeftijd", 1: "1_jaar", 2: "2_plus"}[
            max(-1, min(2, years))
        ]
    return {"jaren_vertraging": years, "zittenblijver": stayed, "vertragingsklasse": behind}


def _change(ghent: Ghent, pupil: Row) -> Row:
    """This year against what the same row says of the year before."""
    before = ghent.on(dt.date(pupil["startjaar"], 2, 1)).groups.get(
        (pupil["vj_administratieve_groep_code"],), {}
    )
    structure = before.get("hoofdstructuur_code")
    level = LEVELS.get(structure[0]) if structure else None
    same_level = level is not None and level == pupil["onderwijsniveau"]
    number, old_number = pupil["instellingsnummer"], pupil["vj_instellingsnummer"]
    determined = old_number is not None and same_level
    sites = pupil["intern_volgnummer"], pupil["vj_intern_volgnummer"]
    both_secondary = level == pupil["onderwijsniveau"] == "secundair"
    first_grade = pupil["hoofdstructuur"] == "311" and pupil["graad"] == "1"
    if first_grade and pupil["stroom"] == "B":
        track = "b_stroom"
    elif pupil["onderwijsvorm"] == "BSO" or pupil["hoofdstructuur"] in ("312", "313", "315"):
        track = "bso"
    else:
        track = "andere"
    return {
        "is_okan": pupil["is_okan"],
        "vj_is_okan": before.get("is_okan"),
        "vj_groep_geleverd": pupil["vj_administratieve_groep_code"] is not None,
        "vj_niveau": level,
        "vj_soort": KINDS.get(structure[1]) if structure else None,
        "zelfde_niveau": same_level,
        "schoolverandering": (
            ghent.stem(number) != ghent.stem(old_number) if determined else None
        ),
        "vestigingsverandering": (
            number == old_number and None not in sites and sites[0] != sites[1]
            if determined
            else None
        ),
        "studieverandering": _differs(
            pupil["studierichting_code"], before.get("studierichting_code")
        ),
        "onderwijsvormverandering": (
            _differs(pupil["onderwijsvorm"], before.get("onderwijsvorm"))
            if both_secondary
            else None
        ),
        "opleiding": track,
    }  # fmt: skip


def _attendance(present: list[tuple[Row, Row]]) -> list[Row]:
    """Half days against the thresholds; none where a band of that school year straddles it."""
    judged = [(home, _judged(pupil), pupil) for home, pupil in present]
    straddled = {
        (pupil["schooljaar"], mark)
        for _, marks, pupil in judged
        for mark, told in marks.items()
        if marks[f"{mark[0]}_bekend"] and told is None
    }
    return [
        {
            **home,
            **{
                mark: None if (pupil["schooljaar"], mark) in straddled else told
                for mark, told in marks.items()
            },
            **_kleuter(pupil),
        }
        for home, marks, pupil in judged
    ]


def _judged(pupil: Row) -> Row:
    marks: Row = {}
    for code, levels in CODES.items():
        counts = pupil["leerplicht"] == "ja" and pupil["onderwijsniveau"] in levels
        low, high = _bounds(pupil[f"afw_{code}"]) if counts else (None, None)
        marks[f"{code}_bekend"] = low is not None
        for threshold in THRESHOLDS:
            above = low is not None and low >= threshold
            below = high is not None and high < threshold
            marks[f"{code}_{threshold}"] = True if above else False if below else None
    return marks


def _bounds(text: str | None) -> tuple[int | None, int | None]:
    """A count n is n to n; `10-14` and `30+` are bands, the last without an end."""
    found = re.fullmatch(r"(\d+)(?:-(\d+)|(\+))?", text or "")
    if found is None:
        return None, None
    low = int(found[1])
    return low, None if found[3] else int(found[2] or low)


def _kleuter(pupil: Row) -> Row:
    age, young = pupil["leeftijd"], pupil["onderwijsniveau"] == "kleuter"
    days = pupil["halve_dagen_aanwezig"] if young else None
    enough: Row = {}
    for purpose in ("toeslag", "instap_lager"):
        limits = [
            r["halve_dagen"]
            for r in pupil["lijsten"].thresholds
            if r["doel"] == purpose and r["leeftijd_van"] <= age <= r["leeftijd_tot"]
        ]
        known = days is not None and limits
        enough[f"voldoende_{purpose}"] = days >= limits[0] if known else None
    group = "tot_3" if age <= 3 else "vanaf_5" if age >= 5 else "4"
    return {"leeftijd": age, **enough, "kleuterleeftijd": group if young else "geen"}


def _word(flag: bool | None, yes: str, no: str) -> str:
    return "onbekend" if flag is None else yes if flag else no


def _equal(one: Any, other: Any) -> bool | None:
    return None if one is None or other is None else one == other


def _differs(one: Any, other: Any) -> bool | None:
    return None if one is None or other is None else one != other


def _holds(row: Row, day: dt.date) -> bool:
    end = row["geldig_tot"]
    return bool(row["geldig_van"] <= day and (end is None or end >= day))


def wrong_facts(connection: duckdb.DuckDBPyConnection, city: str) -> list[str]:
    """Facts and columns of a built city that say otherwise; empty when all is well."""
    key = ("leerling_id", "schooljaar", "meetmoment")
    return [
        fault
        for fact, rows in facts(read(connection)).items()
        for fault in different(connection, f"intermediate.int_{city}__feit_{fact}", key, rows)
    ]
