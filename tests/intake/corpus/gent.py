"""One fault in a small faultless delivery for Ghent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from ..small import Row, Tables, write_csv
from . import build
from .case import Build, Case, case

_Q, _A, _R = "quarantaine", "aanvaard", "geweigerd"
_SECTOR = "44021Z00-"
_PREVIOUS = (
    "vj_instellingsnummer", "vj_intern_volgnummer", "vj_vpl_naam",
    "vj_administratieve_groep_code", "vj_administratieve_groep_naam",
)  # fmt: skip


def _pupil(i: int) -> Row:
    structure = ("111", "211", "311", "321")[i % 4]
    secondary = structure[0] == "3"
    return {
        "aim_code": f"ZZ-G{i:04d}",
        "dom_postnummer": "9000",
        "dom_gemeente": "Gent",
        "dom_statsector": _SECTOR,
        "dom_landcode": "",
        "geboortejaar": {"111": "2019", "211": "2015", "311": "2010", "321": "2009"}[structure],
        "nationaliteit_code": ("BE", "150", "onbekend")[i % 3],
        "geslacht": "MV"[i % 2],
        "schooljaar": "2023-2024",
        "jaren_schoolse_vordering": "" if structure in {"111", "321"} else "0",
        "is_zittenblijver": "" if structure in {"111", "321"} else "nee",
        "instellingsnummer": "039107",
        "instelling_naam": "Verzonnen school",
        "intern_volgnummer": "01",
        "vpl_postnummer": "9000",
        "vpl_gemeente": "Gent",
        "vpl_straat_nr": "Fictiestraat 1",
        "vpl_statsector": _SECTOR,
        "inrichtende_macht": "B1",
        "hoofdstructuur_code": structure,
        "onderwijsvorm": "BSO" if secondary else "",
        "is_okan": "nee",
        "administratieve_groep_code": "90001",
        "administratieve_groep_naam": "Verzonnen groep",
        "graad": "2" if structure == "311" else "",
        "pedagogische_methode": "klassiek",
        "vj_instellingsnummer": "039107",
        "vj_intern_volgnummer": "01",
        "vj_vpl_naam": "Verzonnen school",
        "vj_administratieve_groep_code": "90001",
        "vj_administratieve_groep_naam": "Verzonnen groep",
        "type_buitengewoon": "BA" if structure == "321" else "",
        "opleidingsvorm": "3" if structure == "321" else "",
        "gezinstaal_nederlands": "nee",
        "moeder_diploma_so": "ja",
        "schooltoelage": "ja",
        "buurt_schoolse_vertraging": "nee",
    }


def faultless(pupils: int = 8) -> Tables:
    """Some pupils on both moments of 2023-2024; received in the autumn of 2024."""
    february = [_pupil(i) for i in range(pupils)]
    june = []
    for row in february:
        kindergarten = row["hoofdstructuur_code"] == "111"
        secondary = row["hoofdstructuur_code"][0] == "3"
        june.append(
            {k: v for k, v in row.items() if k not in _PREVIOUS}
            | {
                "halve_dagen_aanwezig": "290" if kindergarten else "",
                "afw_b": "" if kindergarten else "4",
                "afw_z": "" if kindergarten else "12",
                "afw_m": "3" if secondary else "",
            }
        )
    return {"leerlingen_0102": february, "leerlingen_3006": june}


def lists() -> Tables:
    """The city's own lists."""
    area = {
        "wijk_code": "W1",
        "wijk_naam": "Verzonnen wijk",
        "deelgemeente_code": "G1",
        "deelgemeente_naam": "Verzonnen deelgemeente",
        "geldig_van": "2015-09-01",
        "geldig_tot": "",
    }
    group = dict.fromkeys(
        ("graad", "leerjaar", "onderwijsvorm", "finaliteit", "stroom", "studierichting_code"), ""
    )
    return {
        "ref_vestigingsplaatsen": [
            {"instellingsnummer": "039107", "intern_volgnummer": "01", "campus_code": "",
             "schoolbestuur_code": "B1", "statsector": _SECTOR, **area}
        ],
        "ref_administratieve_groepen": [
            {"administratieve_groep_code": "90001", "naam": "Verzonnen groep",
             "hoofdstructuur_code": "311", **group, "is_okan": "0", "is_modulair": "0",
             "is_duaal": "0", "geldig_van": "2015-09-01", "geldig_tot": ""}
        ],
        "ref_statsectoren": [{"statsector": _SECTOR, **area}],
    }  # fmt: skip


def _tables(*changes: build.Change, names: Mapping[str, str] | None = None) -> Build:
    return build.with_tables(*changes, names=names, source=faultless)


def _cell(table: str, row: int, **values: str) -> Build:
    return build.cell(table, row, faultless, **values)


def _swapped(directory: Path) -> list[Path]:
    names = {"leerlingen_0102": "leerlingen_3006.csv", "leerlingen_3006": "leerlingen_0102.csv"}
    return [write_csv(directory, faultless(), names)]


def _bytes(change: Callable[[bytes], bytes]) -> Build:
    return build.with_bytes(change, f"{_FEB}.csv", faultless)


def _list(name: str, change: Callable[[list[Row]], object]) -> Build:
    return build.a_list(name, change, lists)


def _list_under_another_name(directory: Path) -> list[Path]:
    return [write_csv(directory, {"ref_instellingen": lists()["ref_statsectoren"]})]


def _two_years(tables: Tables) -> None:
    for rows in tables.values():
        rows.extend([{**row, "schooljaar": "2022-2023"} for row in rows])


_FEB, _JUN = "leerlingen_0102", "leerlingen_3006"

# name, build, verdict, rules
_ALL: tuple[tuple[str, Build, str, tuple[str, ...]], ...] = (
    ("foutloos", _tables(), _A, ()),
    ("enkel_februari", _tables(lambda t: t.pop(_JUN)), _A, ()),
    ("late_instromer", _tables(lambda t: t[_JUN].append({**t[_JUN][0], "aim_code": "ZZ-LAAT"})),
     _A, ("niet_op_0102",)),
    ("school_buiten_gent", _cell(_FEB, 0, vpl_postnummer="9700", vpl_gemeente="Oudenaarde"), _A,
     ("school_buiten_gent",)),
    ("onbekende_plaats", _cell(_FEB, 0, intern_volgnummer="07"), _Q,
     ("onbekende_vestigingsplaats",)),
    ("onbekende_groep", _cell(_FEB, 0, administratieve_groep_code="91234"), _Q,
     ("onbekende_administratieve_groep",)),
    ("onbekende_sector", _cell(_FEB, 0, dom_statsector="44021Z99-"), _Q, ("onbekende_sector",)),
    ("sector_zonder_vorm", _cell(_FEB, 0, dom_statsector="44021"), _Q,
     ("ongeldig_patroon",)),
    ("adres_en_land", _cell(_FEB, 0, dom_landcode="NL"), _Q, ("domicilie_of_land",)),
    ("land_zonder_adres", _cell(_FEB, 0, dom_landcode="NL", dom_postnummer="", dom_gemeente="",
     dom_statsector=""), _A, ()),
    ("adres_noch_land", _cell(_FEB, 0, dom_postnummer="", dom_gemeente="", dom_statsector=""), _Q,
     ("domicilie_of_land",)),
    ("half_vorig_schooljaar", _cell(_FEB, 0, vj_intern_volgnummer=""), _Q,
     ("half_vorig_schooljaar",)),
    ("geen_vorig_schooljaar", _cell(_FEB, 0, **dict.fromkeys(_PREVIOUS, "")), _A, ()),
    ("onmogelijke_leeftijd", _cell(_FEB, 0, geboortejaar="1997"), _Q,
     ("onmogelijke_leeftijd", "moment_tegen_moment")),
    ("afwezig_als_kleuter", _cell(_JUN, 0, afw_b="3"), _Q, ("afwezigheid_buiten_niveau",)),
    ("halve_dagen_in_lager", _cell(_JUN, 1, halve_dagen_aanwezig="200"), _Q,
     ("afwezigheid_buiten_niveau",)),
    ("code_m_in_lager", _cell(_JUN, 1, afw_m="2"), _Q, ("afwezigheid_buiten_niveau",)),
    ("aso_in_lager", _cell(_FEB, 1, onderwijsvorm="ASO"), _Q, ("onderwijsvorm_tegen_niveau",)),
    ("graad_in_kleuter", _cell(_FEB, 0, graad="1"), _Q, ("onderwijsvorm_tegen_niveau",)),
    ("type_in_gewoon", _cell(_FEB, 1, type_buitengewoon="BA"), _Q, ("type_tegen_niveau",)),
    ("buitengewoon_zonder_type", _cell(_FEB, 3, type_buitengewoon=""), _Q, ("type_tegen_niveau",)),
    ("opleidingsvorm_in_gewoon", _cell(_FEB, 2, opleidingsvorm="3"), _Q, ("type_tegen_niveau",)),
    ("vordering_in_methodeschool", _cell(_FEB, 1, pedagogische_methode="Freinet"), _A,
     ("vordering_methodeschool",)),
    ("ander_geslacht_in_juni", _cell(_JUN, 0, geslacht="X"), _A, ("moment_tegen_moment",)),
    ("banden", _tables(lambda t: [r.update(afw_b="0-4", afw_z="10 - 14") for r in t[_JUN]
                                  if r["afw_b"]]), _A, ()),
    ("banden_en_aantallen", _cell(_JUN, 1, afw_b="5-9"), _Q, ("banden_gemengd",)),
    ("overlappende_banden", _tables(lambda t: [r.update(afw_b=f"{i}-{i + 9}") for i, r in
     enumerate(t[_JUN]) if r["afw_b"]]), _Q, ("banden_overlappen",)),
    ("negatieve_vordering", _cell(_FEB, 1, jaren_schoolse_vordering="-1"), _A, ()),
    ("vordering_buiten_bereik", _cell(_FEB, 1, jaren_schoolse_vordering="40"), _Q,
     ("buiten_bereik",)),
    ("zittenblijver_onbepaald", _cell(_FEB, 1, is_zittenblijver="Onbepaald"), _A, ()),
    ("dubbele_leerling", _tables(lambda t: t[_FEB].append({**t[_FEB][0], "geslacht": "V"})), _Q,
     ("dubbele_sleutel", "moment_tegen_moment")),
    ("toekomstig_schooljaar", _tables(build.everywhere(schooljaar="2025-2026")), _Q,
     ("levering_vroeg", "schooljaar_in_toekomst")),
    ("verwisselde_momenten", _swapped, _R,
     ("verkeerd_meetmoment", "ontbrekende_kolom", "veld_van_ander_meetmoment")),
    ("afwezigheden_in_februari", _tables(lambda t: [r.update(afw_b="1") for r in t[_FEB]]), _R,
     ("veld_van_ander_meetmoment",)),
    ("uitgezonderd_kenmerk", _tables(lambda t: [r.update(trekkende_bevolking="nee")
                                               for r in t[_FEB]]), _R, ("uitgezonderd_veld",)),
    ("naam_als_gemeente", _cell(_FEB, 0, dom_gemeente="Jan Peeters"), _R, ("verboden_naam",)),
    ("e_mail_als_straat", _cell(_FEB, 0, vpl_straat_nr="iemand@school.example"), _R,
     ("verboden_contactgegeven",)),
    ("antwerpse_naam", _tables(names={_FEB: "deel_11a.csv"}), _R, ("verkeerde_stad",)),
    ("dubbele_rij", _tables(lambda t: t[_FEB].append(dict(t[_FEB][0]))), _Q,
     ("dubbele_rij", "dubbele_sleutel")),
    ("geen_naam", _tables(names={_FEB: "gegevens.csv"}), _R, ("onbekende_tabel",)),
    ("andere_lijst", _list_under_another_name, _R,
     ("verkeerde_tabel", "onbekende_kolom", "ontbrekende_kolom")),
    ("twee_keer_februari", build.copied(f"{_FEB}.csv", f"{_FEB} kopie.csv", faultless), _R,
     ("dubbele_tabel",)),
    ("kop_onbekend", _tables(lambda t: [r.update(klasgroep="1A") for r in t[_FEB]]), _R,
     ("onbekende_kolom",)),
    ("kop_dubbel", _bytes(lambda b: b.replace(b";graad;", b";geslacht;", 1)), _R,
     ("dubbele_kolom", "ontbrekende_kolom")),
    ("utf16", _bytes(lambda b: b.decode().encode("utf-16")), _R, ("onleesbaar",)),
    ("enkel_kop", _bytes(lambda b: b.split(b"\r\n")[0] + b"\r\n"), _R, ("leeg_bestand",)),
    ("afgebroken", _bytes(lambda b: b[: b.rindex(b";nee;")]), _R, ("onvolledig_bestand",)),
    ("formule", build.with_book(build.set_cell("F2", "=2000+19"), faultless), _R,
     ("formule_in_cel",)),
    ("reuzenwaarde", _cell(_FEB, 0, instelling_naam="x" * 2000), _Q, ("waarde_te_lang",)),
    ("leeg_geslacht", _cell(_FEB, 0, geslacht=""), _Q, ("lege_waarde",)),
    ("onbekende_vorm", _cell(_FEB, 2, onderwijsvorm="HAVO"), _Q, ("onbekende_waarde",)),
    ("okan_misschien", _cell(_FEB, 0, is_okan="misschien"), _Q, ("onleesbare_waarde",)),
    ("rijksregisternummer_als_groepsnaam",
     _cell(_FEB, 0, administratieve_groep_naam="groep 85.07.30-033.28"), _R,
     ("verboden_rijksregisternummer",)),
    ("geboortedatum_als_geboortejaar", _cell(_FEB, 0, geboortejaar="04/05/2019"), _R,
     ("verboden_geboortedatum",)),
    ("stoornis_als_groepsnaam", _cell(_FEB, 0, administratieve_groep_naam="klas autisme"), _R,
     ("verboden_bijzondere_categorie",)),
    ("code_in_twee_schooljaren", _tables(_two_years), _A, ("code_over_schooljaren",)),
    ("ander_jaar_in_de_naam", _tables(names={_FEB: f"{_FEB}_2022-2023.csv"}), _Q,
     ("schooljaar_tegen_bestand",)),
    ("lang_geleden", _tables(build.everywhere(schooljaar="2021-2022")), _A, ("levering_laat",)),
    ("lijst_omgekeerde_periode",
     _list("ref_statsectoren", lambda r: r[0].update(geldig_tot="2014-01-01")), _Q,
     ("ongeldige_periode",)),
    ("lijst_overlap",
     _list("ref_statsectoren", lambda r: r.append({**r[0], "geldig_van": "2020-09-01"})), _Q,
     ("overlappende_geldigheid",)),
)  # fmt: skip


def cases() -> list[Case]:
    """All cases for Ghent."""
    return [case(f"gent_{name}", build, verdict, *rules, city="gent")
            for name, build, verdict, rules in _ALL]  # fmt: skip
