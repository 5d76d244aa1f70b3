"""Values in disguise: identifiers where codes should be, and codes that only look like them."""

from __future__ import annotations

from . import gent
from .build import cell, everywhere, person, with_tables
from .case import Case, case

_Q, _A, _R = "quarantaine", "aanvaard", "geweigerd"
_FEB, _JUN = "leerlingen_0102", "leerlingen_3006"


def _checked(nine: str, before: str = "") -> str:
    """Nine digits with the check digits of a national number; from 2000 on with a 2 before."""
    return f"{nine}{97 - int(before + nine) % 97:02d}"


# Born on 31 November, a day that does not exist: nobody's number.
_OLD, _BIS = _checked("851131033"), _checked("855131033")
_YOUNG = _checked("051131033", "2")

# name, table, column, value, verdict, rules: one cell of the first row
_CELLS: tuple[tuple[str, str, str, str, str, tuple[str, ...]], ...] = (
    ("rijksregister_spaties", "11a", "nationaliteit_code",
     f"{_OLD[:2]} {_OLD[2:4]} {_OLD[4:6]} {_OLD[6:9]} {_OLD[9:]}", _R,
     ("verboden_rijksregisternummer",)),
    ("rijksregister_schuine_strepen", "11a", "leerjaar",
     f"{_OLD[:2]}/{_OLD[2:4]}/{_OLD[4:6]}-{_OLD[6:9]}.{_OLD[9:]}", _R,
     ("verboden_rijksregisternummer",)),
    ("rijksregister_na_2000", "11a", "nationaliteit_code", _YOUNG, _R,
     ("verboden_rijksregisternummer",)),
    ("rijksregister_zonder_voorloopnul", "11a", "leerjaar", _YOUNG[1:], _R,
     ("verboden_rijksregisternummer",)),
    ("rijksregister_als_getal", "11a", "leerjaar", f"{_OLD}.0", _R,
     ("verboden_rijksregisternummer",)),
    ("bisnummer", "11a", "nationaliteit_code", _BIS, _R, ("verboden_rijksregisternummer",)),
    ("rijksregister_in_een_zin", "11b", "studiebewijs", f"zie RRN{_OLD}", _R,
     ("verboden_rijksregisternummer",)),
    ("telefoon", "11a", "leerjaar", "0470/12.34.56", _R, ("verboden_contactgegeven",)),
    ("telefoon_met_landnummer", "11a", "leerjaar", "0032 3 123 45 67", _R,
     ("verboden_contactgegeven",)),
    ("onbekende_naam", "11a", "nationaliteit_code", "Oluwaseun Adeyemi", _R, ("verboden_naam",)),
    ("naam_in_hoofdletters", "11a", "nationaliteit_code", "PEETERS JAN", _R, ("verboden_naam",)),
    ("naam_als_studiebewijs", "11b", "studiebewijs", "Peeters Jan", _R, ("verboden_naam",)),
    ("land_voluit", "11a", "nationaliteit_code", "Verenigde Staten", _Q, ("ongeldig_patroon",)),
    ("land_met_voegwoord", "11a", "nationaliteit_code", "Bosnië en Herzegovina", _Q,
     ("ongeldig_patroon",)),
    ("land_in_twee_woorden", "11a", "nationaliteit_code", "Sri Lanka", _Q,
     ("ongeldig_patroon",)),
    ("nationaliteit_voluit", "11a", "nationaliteit_code", "Zuid-Afrikaanse", _Q,
     ("ongeldig_patroon",)),
    ("staatloos", "11a", "nationaliteit_code", "staatloos", _Q, ("ongeldig_patroon",)),
    ("alfa_3", "11a", "nationaliteit_code", "SYR", _Q, ("ongeldig_patroon",)),
    ("structuur_in_titelschrift", "11a", "hoofdstructuur_code", "Gewoon Secundair", _Q,
     ("onbekende_waarde",)),
    ("structuur_code_en_naam", "11a", "hoofdstructuur_code",
     "311 - voltijds gewoon secundair onderwijs", _Q, ("onbekende_waarde",)),
    ("diploma_in_titelschrift", "11b", "studiebewijs", "Diploma Secundair", _Q,
     ("onbekende_waarde",)),
    ("geboortedatum_in_woorden", "11a", "geboortejaar", "4 mei 2007", _R,
     ("verboden_geboortedatum",)),
    ("geboortedatum_kort", "11a", "geboortejaar", "04/05/07", _R, ("verboden_geboortedatum",)),
    ("geboortedatum_als_dagnummer", "11a", "geboortejaar", "39206", _R,
     ("verboden_geboortedatum",)),
    ("geboortedatum_met_uur", "11a", "geboortejaar", "2007-05-04T00:00:00Z", _R,
     ("verboden_geboortedatum",)),
    ("jaartal_als_datum", "11a", "geboortejaar", "1905-06-29", _Q, ("onleesbare_waarde",)),
    ("apostrof_van_excel", "11a", "instellingsnummer", "'039107", _Q, ("onleesbare_waarde",)),
    ("exponent", "11a", "instellingsnummer", "3.9107E+4", _Q, ("onleesbare_waarde",)),
    ("schooljaar_met_liggend_streepje", "11a", "schooljaar", "2022_2023", _Q,
     ("onleesbare_waarde",)),
    ("amerikaanse_datum", "11a", "an_inschrijfdatum", "10/03/2022", _Q,
     ("datum_buiten_schooljaar",)),
    ("datum_met_uur", "11a", "an_inschrijfdatum", "2022-10-03 08:30:00", _Q,
     ("onleesbare_waarde",)),
    ("datum_in_de_toekomst", "11a", "an_inschrijfdatum", "2024-10-16", _Q,
     ("datum_in_toekomst", "datum_buiten_schooljaar", "einde_voor_begin")),
    ("einde_open", "11a", "an_einddatum", "31/12/9999", _A, ("einddatum_buiten_schooljaar",)),
    ("einde_een_jaar_later", "11a", "an_einddatum", "2024-06-30", _A,
     ("einddatum_buiten_schooljaar",)),
    ("te_vroeg_op_30_juni", "11b", "schooljaar", "2024-2025", _A, ("toestand_te_vroeg",)),
)  # fmt: skip

# the same rows land, however it is written
_SAME: tuple[tuple[str, str, str, str], ...] = (
    ("schooljaar_met_spaties", "11a", "schooljaar", "2022 - 23"),
    ("schooljaar_lang_streepje", "11a", "schooljaar", "2022–2023"),
    ("schooljaar_met_komma", "11a", "schooljaar", "2022,0"),
    ("instelling_met_nullen", "11a", "instellingsnummer", "39107,00"),
    ("datum_zonder_nullen", "11a", "an_inschrijfdatum", "3/10/2022"),
    ("datum_met_punten", "11a", "an_inschrijfdatum", "03.10.2022"),
    ("datum_iso_met_zone", "11a", "an_inschrijfdatum", "2022-10-03T00:00:00Z"),
    ("datum_als_dagnummer_met_komma", "11a", "an_inschrijfdatum", "44837,0"),
    ("waar", "11a", "ind_thuistaal", "WAAR"),
    ("geslacht_voluit", "11a", "geslacht", "Man"),
    ("leeg_met_nbsp", "11a", "leerjaar", "\u00a0"),
)

_GENT: tuple[tuple[str, str, dict[str, str], str, tuple[str, ...]], ...] = (
    ("thuisadres_als_gemeente", _FEB, {"dom_gemeente": "Kerkstraat 12"}, _Q,
     ("ongeldig_patroon",)),
    ("niscode_als_gemeente", _FEB, {"dom_gemeente": "44021"}, _A, ()),
    ("postnummer_met_land", _FEB, {"dom_postnummer": "B-9000"}, _Q, ("ongeldig_patroon",)),
    ("rijksregister_als_postnummer", _FEB, {"dom_postnummer": _YOUNG}, _R,
     ("verboden_rijksregisternummer",)),
    ("sector_van_een_andere_stad", _FEB,
     {"dom_postnummer": "2000", "dom_gemeente": "Antwerpen", "dom_statsector": "11002A00-"}, _A,
     ()),
    ("sector_van_zeven_tekens", _FEB, {"dom_statsector": "44021Z0"}, _Q, ("ongeldig_patroon",)),
    ("landcode_van_belgie", _FEB, {"dom_landcode": "BE"}, _Q, ("domicilie_of_land",)),
    ("halve_halve_dag", _JUN, {"halve_dagen_aanwezig": "290,5"}, _Q, ("onleesbare_waarde",)),
    ("meer_dagen_dan_een_jaar", _JUN, {"halve_dagen_aanwezig": "500"}, _Q, ("buiten_bereik",)),
    ("vordering_met_plus", _FEB, {"jaren_schoolse_vordering": "+1"}, _A, ()),
    ("graad_in_woorden", _FEB, {"graad": "eerste graad"}, _Q,
     ("onbekende_waarde", "onderwijsvorm_tegen_niveau")),
    ("school_zonder_naam", _FEB, {"instelling_naam": ""}, _Q, ("lege_waarde",)),
    ("methode_onbekend", _FEB, {"pedagogische_methode": "Sudbury"}, _Q, ("onbekende_waarde",)),
)  # fmt: skip


def cases() -> list[Case]:
    """All cases, of both cities."""
    return [*_antwerpen(), *_gent()]


def _antwerpen() -> list[Case]:
    found = [
        case(f"vermomd_{name}", cell(table, 0, **{column: value}), verdict, *rules)
        for name, table, column, value, verdict, rules in _CELLS
    ]
    found += [
        case(f"anders_{name}", cell(table, 0, **{column: value}), _A, same=True)
        for name, table, column, value in _SAME
    ]
    codes = (
        ("rijksregister", _OLD, ("verboden_rijksregisternummer",)),
        ("rijksregister_zonder_voorloopnul", _YOUNG[1:], ("verboden_rijksregisternummer",)),
        ("e_mail", "x.y@school.example", ("verboden_contactgegeven",)),
        ("naam", "Peeters_Jan", ("verboden_naam",)),
    )
    found += [
        case(f"persoonscode_is_{name}", with_tables(person("ZZ-P0000", code)), _R, *rules)
        for name, code, rules in codes
    ]
    # Ten digits are no national number by themselves.
    return [
        *found,
        case("persoonscode_van_tien_cijfers", with_tables(person("ZZ-P0000", "9876543210")), _A),
    ]


def _gent() -> list[Case]:
    source = gent.faultless
    found = [
        case(f"gent_vermomd_{name}", cell(table, _ROWS.get(name, 0), source, **values), verdict,
             *rules, city="gent")
        for name, table, values, verdict, rules in _GENT
    ]  # fmt: skip
    words = {"30_en_meer": "30 en meer", "minder_dan": "<5", "negatief": "-5", "te_veel": "900"}
    found += [
        case(f"gent_afwezig_{name}", cell(_JUN, 1, source, afw_b=value), _Q,
             "buiten_bereik" if value.lstrip("-").isdigit() else "onleesbare_waarde", city="gent")
        for name, value in words.items()
    ]  # fmt: skip
    early = {"schooljaar": "2024-2025"}
    return [
        *found,
        case("gent_moment_nog_niet_voorbij", with_tables(everywhere(**early), source=source), _Q,
             "schooljaar_in_toekomst", "levering_vroeg", city="gent"),
        case("gent_sector_in_kleine_letters", cell(_FEB, 0, source, dom_statsector="44021z00-"),
             _A, city="gent", same=True),
        case("gent_postnummer_als_getal", cell(_FEB, 0, source, dom_postnummer="9000.0"), _A,
             city="gent", same=True),
        case("gent_code_is_rijksregister", with_tables(person("ZZ-G0001", _OLD), source=source),
             _R, "verboden_rijksregisternummer", city="gent"),
        case("gent_van_drieentwintig", with_tables(lambda t: [
            t[moment][2].update(geboortejaar="2000") for moment in t], source=source), _A,
             city="gent"),
    ]  # fmt: skip


# The first row is a child in kindergarten; some values belong elsewhere.
_ROWS = {"vordering_met_plus": 1}
