"""One thing wrong, or right, against what was delivered before or against the protocol's term."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from ..small import Tables, changed, faultless, write_csv, write_xlsx
from . import gent
from .case import RECEIVED, Build, Case, case

_Q, _A, _R = "quarantaine", "aanvaard", "geweigerd"
_BEFORE, _LATER = dt.datetime(2024, 10, 1), dt.datetime(2025, 3, 1)
# Enough rows for shares and numbers to mean something.
_MANY = 120
_FEB, _JUN = "leerlingen_0102", "leerlingen_3006"
Change = Callable[[Tables], object]


def _csv(tables: Tables, *changes: Change) -> Build:
    def work(copy: Tables) -> None:
        for change in changes:
            change(copy)

    return lambda directory: [write_csv(directory, changed(tables, work))]


def _book(directory: Path) -> list[Path]:
    directory.mkdir(parents=True)
    return [write_xlsx(directory / "levering.xlsx", faultless())]


def _everywhere(table: str, **values: str) -> Change:
    return lambda tables: [row.update(values) for row in tables[table]]


def _only_2022(tables: Tables) -> None:
    tables["11a"] = [row for row in tables["11a"] if row["schooljaar"] == "2022-2023"]
    del tables["11b"], tables["11c"]


def _without_person(tables: Tables) -> None:
    tables["11a"].pop()
    del tables["11b"], tables["11c"]


def _no_site(row: dict[str, str]) -> None:
    row.update(instellingsnummer="", intern_volgnummer="")


def _outside_population(tables: Tables) -> None:
    for row in [row for rows in tables.values() for row in rows]:
        if row["persoon_code"] == "ZZ-P0005":
            _no_site(row)


def _mostly_without_site(tables: Tables) -> None:
    for row in tables["11a"][: _MANY * 8 // 10]:
        _no_site(row)


def _dutch_at_home(tables: Tables) -> None:
    for row in tables["11a"]:
        row.update(ind_thuistaal="0", oki=str(int(row["oki"]) - 1))


def _renumbered(tables: Tables) -> None:
    for rows in tables.values():
        for row in rows:
            if row["instellingsnummer"] == "039107":
                row["instellingsnummer"] = "139107"


def _other_year(tables: Tables) -> None:
    """The same moments of a year earlier, with codes of their own."""
    for rows in tables.values():
        rows.extend(
            {**row, "schooljaar": "2022-2023", "aim_code": row["aim_code"].replace("G", "H")}
            for row in list(rows)
        )


def _turned(tables: Tables) -> None:
    for row in tables[_FEB]:
        if row["schooljaar"] == "2023-2024":
            row["schooltoelage"] = "nee"


def _named(name: str) -> Build:
    """The small delivery with 11a under another name."""
    return lambda directory: [write_csv(directory, faultless(), {"11a": name})]


def _years_ago(years: int) -> Change:
    """The same pupils some years before."""

    def change(tables: Tables) -> None:
        for row in [row for rows in tables.values() for row in rows]:
            start = int(row["schooljaar"][:4]) - years
            row.update(schooljaar=f"{start}-{start + 1}",
                       geboortejaar=str(int(row["geboortejaar"]) - years))  # fmt: skip

    return change


def cases() -> list[Case]:
    """All cases with a history."""
    return [*_antwerpen(), *_gent()]


def _antwerpen() -> list[Case]:
    small, many = faultless(), faultless(_MANY)
    earlier = ((_csv(small), _BEFORE),)
    large = ((_csv(many), _BEFORE),)
    return [
        case("later_zelfde_bytes", _csv(small), _A, before=earlier, settled=True),
        case("later_andere_vorm", _book, _A, before=earlier),
        case("later_verbetering", _csv(small, lambda t: t["11a"][0].update(geslacht="V")), _A,
             before=earlier),
        case("later_deel", _csv(small, _only_2022), _A, "deel_van_levering", before=earlier),
        case("later_zonder_persoon", _csv(small, _without_person), _Q, "persoon_niet_in_11a",
             "deel_van_levering",
             before=earlier),
        case("later_hernummerde_school", _csv(small, _renumbered), _Q,
             "onbekende_vestigingsplaats", before=earlier),
        case("vroeger_dan_van_kracht", _csv(small, lambda t: t["11a"][0].update(geslacht="V")), _A,
             "levering_buiten_volgorde", before=((_csv(small), _LATER),)),
        case("zelfde_bytes_andere_naam", _named("Deel 11a (definitief).csv"), _A, before=earlier,
             settled=True),
        case("geweigerd_om_de_naam_en_opnieuw", _csv(small), _A,
             before=((_named("2011a.csv"), _BEFORE, _R),)),
        case("verbetering_op_dezelfde_dag", _csv(small, lambda t: t["11a"][0].update(
            geslacht="V")), _A, before=((_csv(small), RECEIVED),)),
        case("enkel_een_tabel_opnieuw", _csv(small, lambda t: (t.pop("11a"), t.pop("11c")),
             lambda t: t["11b"][0].update(toestand_3006="N")), _A, "deel_van_levering",
             before=earlier),
        case("synthetisch_na_het_protocol", _csv(small), _A, "levering_laat",
             received=dt.datetime(2026, 1, 15)),
        case("eerste_dag_van_het_protocol", _csv(small), _A, "toestand_te_vroeg",
             synthetic=False, received=dt.datetime(2024, 5, 31)),
        case("veel_meer_rijen", _csv(faultless(200)), _A, "plausibel_aantal", before=large),
        case("ander_aandeel", _csv(many, _everywhere("11a", geslacht="V")), _A,
             "plausibel_aandeel", before=large),
        case("veel_meer_leeg", _csv(many, _everywhere("11a", an_einddatum="")), _A,
             "plausibel_leeg", before=large),
        case("nederlands_thuis", _csv(many, _dutch_at_home), _A, "thuistaal_nederlands"),
        case("veel_zonder_plaats", _csv(many, _mostly_without_site), _A,
             "aandeel_zonder_vestigingsplaats"),
        case("buiten_populatie", _csv(small, _outside_population), _A, "buiten_populatie"),
        case("na_het_protocol", _csv(small), _R, "buiten_geldigheid", synthetic=False,
             received=dt.datetime(2025, 9, 1)),
        case("voor_het_protocol", _csv(small), _R, "buiten_geldigheid", synthetic=False,
             received=dt.datetime(2024, 5, 30)),
        case("laatste_dag_van_het_protocol", _csv(small), _A, synthetic=False,
             received=dt.datetime(2025, 8, 31, 23, 59)),
    ]  # fmt: skip


def _gent() -> list[Case]:
    small, many = gent.faultless(), gent.faultless(_MANY)
    two_years, two_years_of_many = changed(small, _other_year), changed(many, _other_year)
    earlier = ((_csv(small), _BEFORE),)
    large = ((_csv(many), _BEFORE),)
    found = [
        case("later_deel", _csv(small, lambda t: t.pop(_JUN)), _A, "deel_van_levering",
             before=((_csv(two_years), _BEFORE),)),
        case("later_nieuw_jaar", _csv(two_years, lambda t: [
            t.update({n: [r for r in t[n] if r["schooljaar"] == "2022-2023"]}) for n in t]), _A,
             before=earlier),
        case("afgesloten_schooljaar", _csv(small, lambda t: t[_FEB][0].update(geslacht="X")), _R,
             "schooljaar_afgesloten", "moment_tegen_moment", before=earlier,
             closed=("2023-2024",)),
        case("na_een_afgesloten_schooljaar", _csv(two_years, lambda t: [
            t.update({n: [r for r in t[n] if r["schooljaar"] == "2022-2023"]}) for n in t]), _A,
             before=earlier, closed=("2023-2024",)),
        case("zelfde_bytes_afgesloten", _csv(small), _A, before=earlier, closed=("2023-2024",),
             settled=True),
        case("vroeger_dan_van_kracht", _csv(small, lambda t: t[_FEB][0].update(graad="")), _A,
             "levering_buiten_volgorde",
             before=((_csv(small, lambda t: t[_FEB][0].update(dom_gemeente="Gentbrugge")),
                      _LATER),)),
        case("veel_meer_rijen", _csv(gent.faultless(200)), _A, "plausibel_aantal", before=large),
        case("ander_aandeel", _csv(many, _everywhere(_FEB, schooltoelage="nee")), _A,
             "plausibel_aandeel", before=large),
        case("omgekeerd_tegen_vorig_jaar", _csv(two_years_of_many, _turned), _A,
             "plausibel_aandeel"),
        case("zelfde_als_vorig_jaar", _csv(two_years_of_many), _A),
        case("veel_meer_leeg", _csv(many, _everywhere(_FEB, vj_vpl_naam="")), _A,
             "plausibel_leeg", before=large),
        case("voor_het_protocol", _csv(small), _R, "buiten_geldigheid", synthetic=False,
             received=dt.datetime(2020, 8, 26)),
        case("eerste_dag_van_het_protocol", _csv(small, _years_ago(4)), _A, synthetic=False,
             received=dt.datetime(2020, 8, 27)),
        case("enkel_juni", _csv(small, lambda t: t.pop(_FEB)), _A, "niet_op_0102"),
        case("februari_na_juni", _csv(small, lambda t: t.pop(_JUN)), _A,
             before=((_csv(small, lambda t: t.pop(_FEB)), _BEFORE),)),
        case("juni_na_februari", _csv(small, lambda t: t.pop(_FEB)), _A,
             before=((_csv(small, lambda t: t.pop(_JUN)), _BEFORE),)),
        case("enkel_februari_opnieuw", _csv(small, lambda t: t.pop(_JUN),
             lambda t: t[_FEB][1].update(schooltoelage="nee")), _A, "deel_van_levering",
             before=earlier),
    ]  # fmt: skip
    return [Case(**{**vars(each), "name": f"gent_{each.name}", "city": "gent"}) for each in found]
