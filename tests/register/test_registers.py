"""The two registers hold what their protocols say, counted from the texts by hand."""

from __future__ import annotations

import datetime as dt

import pytest

from leerloopbaan.register.load import known_cities, load_register
from leerloopbaan.register.quotes import clauses
from leerloopbaan.register.schema import Ernst, Rol, Veldtype

GHENT_BOTH = {
    "aim_code", "dom_postnummer", "dom_gemeente", "dom_statsector", "dom_landcode",
    "geboortejaar", "nationaliteit_code", "geslacht", "schooljaar", "jaren_schoolse_vordering",
    "is_zittenblijver", "instellingsnummer", "instelling_naam", "intern_volgnummer",
    "vpl_postnummer", "vpl_gemeente", "vpl_straat_nr", "vpl_statsector", "inrichtende_macht",
    "hoofdstructuur_code", "onderwijsvorm", "is_okan", "administratieve_groep_code",
    "administratieve_groep_naam", "graad", "pedagogische_methode", "type_buitengewoon",
    "opleidingsvorm", "gezinstaal_nederlands", "moeder_diploma_so", "schooltoelage",
    "buurt_schoolse_vertraging",
}  # fmt: skip
PREVIOUS_YEAR = {
    "vj_instellingsnummer", "vj_intern_volgnummer", "vj_vpl_naam",
    "vj_administratieve_groep_code", "vj_administratieve_groep_naam",
}  # fmt: skip
END_OF_YEAR = {"halve_dagen_aanwezig", "afw_b", "afw_z", "afw_m"}
EXCEPTED = {"trekkende_bevolking", "buiten_gezinsverband"}

REFERENCE_COLUMNS = {
    "ref_vestigingsplaatsen": {
        "instellingsnummer", "intern_volgnummer", "campus_code", "schoolbestuur_code",
        "statsector", "wijk_code", "wijk_naam", "geldig_van", "geldig_tot",
    },
    "ref_administratieve_groepen": {
        "administratieve_groep_code", "naam", "hoofdstructuur_code", "graad", "leerjaar",
        "onderwijsvorm", "finaliteit", "stroom", "studierichting_code", "is_okan", "is_modulair",
        "is_duaal", "geldig_van", "geldig_tot",
    },
    "ref_instellingen": {
        "instellingsnummer", "naam", "schoolbestuur_code", "scholengemeenschap_code", "net",
        "opvolger_van", "geldig_van", "geldig_tot",
    },
}  # fmt: skip


def test_antwerp_delivers_these_columns_in_this_order() -> None:
    register = load_register("antwerpen")
    columns = {t.naam: [v.naam for v in t.velden] for t in register.tabellen}
    assert columns == {
        "11a": ["persoon_code", "schooljaar", "instellingsnummer", "intern_volgnummer",
                "hoofdstructuur_code", "administratieve_groep_code", "an_inschrijfdatum",
                "an_einddatum", "geboortejaar", "leerjaar", "geslacht", "nationaliteit_code",
                "ind_thuistaal", "ind_schooltoelage", "ind_opleiding_moeder", "oki"],
        "11b": ["persoon_code", "schooljaar", "nationaliteit_code", "ind_opleiding_moeder",
                "ind_schooltoelage", "oki", "instellingsnummer", "intern_volgnummer",
                "hoofdstructuur_code", "administratieve_groep_code", "toestand_0102",
                "toestand_0110", "toestand_3006", "studiebewijs", "cluster_orienteringsattest"],
        "11c": ["persoon_code", "schooljaar", "vsv", "nationaliteit_code", "oki",
                "ind_opleiding_moeder", "instellingsnummer", "intern_volgnummer",
                "hoofdstructuur_code", "administratieve_groep_code"],
    }  # fmt: skip


def test_ghent_delivers_each_field_at_its_own_moments() -> None:
    register = load_register("gent")
    february, june = register.tabellen
    assert (february.meetmoment, june.meetmoment) == ("01/02", "30/06")
    assert {v.naam for v in february.velden} == GHENT_BOTH | PREVIOUS_YEAR
    assert {v.naam for v in june.velden} == GHENT_BOTH | END_OF_YEAR
    assert {v.naam for v in february.niet_verwacht} == EXCEPTED | END_OF_YEAR
    assert {v.naam for v in june.niet_verwacht} == EXCEPTED | PREVIOUS_YEAR
    for table in register.tabellen:
        for field in table.velden:
            assert table.meetmoment in field.meetmomenten, field.naam


def test_june_holds_only_pupils_of_february() -> None:
    (reference,) = load_register("gent").tabel("leerlingen_3006").verwijzingen
    assert reference.tabel == "leerlingen_0102"
    assert reference.zelfde_schooljaar
    assert set(reference.kolommen) == {"schooljaar", "aim_code"}


def test_what_the_texts_state() -> None:
    antwerp, ghent = load_register("antwerpen"), load_register("gent")
    assert (antwerp.geldigheid.van, antwerp.geldigheid.tot) == (
        dt.date(2024, 5, 31), dt.date(2025, 8, 31),
    )  # fmt: skip
    assert (ghent.geldigheid.van, ghent.geldigheid.tot) == (dt.date(2020, 8, 27), None)
    assert antwerp.bewaring.jaren is None
    assert antwerp.bewaring.instelling
    assert (ghent.bewaring.jaren, ghent.bewaring.vanaf) == (6, "meetmoment")
    clocks = {
        p.stad: (p.kwaliteitsklok.onderzoek_maanden, p.kwaliteitsklok.maatregel_maanden)
        for p in (antwerp, ghent)
    }
    assert clocks == {"antwerpen": (1, 3), "gent": (2, 4)}
    assert [p.code for p in ghent.partijen if p.rol is Rol.leverancier] == ["agodi", "dov"]
    assert ghent.kwaliteitsklok.aan == ("agodi", "dov")
    assert [a.maximum for a in ghent.toegang] == [2, 1, 1]
    assert (antwerp.identiteit.bereik, ghent.identiteit.bereik) == (
        "over_schooljaren", "binnen_schooljaar",
    )  # fmt: skip
    assert (antwerp.geldigheid.opzegtermijn_maanden, ghent.geldigheid.opzegtermijn_maanden) == (
        3,
        6,
    )


def test_ghent_reads_its_two_thresholds_strictly() -> None:
    thresholds = load_register("gent").drempels
    assert thresholds.minimum_getoond == 6
    assert {"L39", "L187"} <= {c.regels for c in thresholds.clausules}


def test_products_go_to_the_audiences_of_article_2() -> None:
    outputs = {
        product.code: {u.publiek for u in product.uitgaven}
        for product in load_register("antwerpen").producten
    }
    assert outputs == {
        "onderwijsmonitor": {"publiek", "beleid"},
        "area_up": {"beleid", "school", "programma"},
        "stadsfoto": {"beleid"},
        "schoolportretten": {"school", "programma"},
        "early_warning": {"school", "programma"},
    }


def test_ghent_has_no_school_level() -> None:
    register = load_register("gent")
    assert not [n for n in register.niveaus if n.gebruik == "eigen_school"]
    shown = {n for p in register.producten for u in p.uitgaven for n in u.niveaus}
    assert shown == {"populatie", "stad", "deelgemeente", "wijk"}


def test_polarity_is_stated_for_every_characteristic() -> None:
    polarity = {
        city: {v.kolom: v.kansarm_waarde for t in load_register(city).tabellen for v in t.velden
               if v.kansarm_waarde}
        for city in known_cities()
    }  # fmt: skip
    assert polarity["antwerpen"] == {
        "ind_thuistaal": "J", "ind_schooltoelage": "J", "ind_opleiding_moeder": "J",
    }  # fmt: skip
    assert polarity["gent"] == {
        "ind_thuistaal": "N", "ind_opleiding_moeder": "N", "ind_schooltoelage": "J",
        "ind_buurt": "J",
    }  # fmt: skip


@pytest.mark.parametrize("city", known_cities())
def test_reference_lists_have_at_least_their_columns(city: str) -> None:
    register = load_register(city)
    lists = {t.naam: {v.naam for v in t.velden} for t in register.referentielijsten}
    for name, columns in REFERENCE_COLUMNS.items():
        assert columns <= lists[name]
    assert not any(t.persoonsgegevens for t in register.referentielijsten)


@pytest.mark.parametrize(("city", "prefix", "count"), [("antwerpen", "QA", 33), ("gent", "QG", 21)])
def test_every_question_stands_there(city: str, prefix: str, count: int) -> None:
    codes = [v.code for v in load_register(city).vragen]
    assert codes == [f"{prefix}-{n:02d}" for n in range(1, count + 1)]


@pytest.mark.parametrize("city", known_cities())
def test_every_article_and_every_rule_has_its_clause(city: str) -> None:
    register = load_register(city)
    numbers = [a.nummer for a in register.artikelen if a.nummer.isdigit()]
    assert numbers == [str(n) for n in range(1, 13)]
    assert register.artikelen[0].nummer == "partijen"
    for place, clause in clauses(register):
        assert clause.artikel, place
        assert clause.regels, place
        assert len(clause.citaat) <= 300, place


# Rules of both protocols, and of one.
BOTH = {1, 2, 14, 20, 26, 27, 28, 29, 30, 31, 44, 45, 48, 60, 63, 65, 66, 67, 68, 69, 70, 73, 74,
        75, 76}  # fmt: skip
ONLY = {
    "antwerpen": {3, 4, 9, 21, 22, 23, 24, 40, 41, 46, 47, 49, 50, 52, 53, 61, 64, 72, 77},
    "gent": {5, 6, 7, 8, 10, 11, 12, 13, 25, 42, 43, 51, 54, 62, 71},
}
# Ambiguities of one protocol; the rest are of both.
OPEN_IN = {
    "antwerpen": {5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 25, 28, 29, 30, 31, 34, 35, 40, 44},
    "gent": {1, 17, 18, 19, 20, 21, 22, 23, 26, 27, 37, 38, 39, 41},
}


@pytest.mark.parametrize("city", known_cities())
def test_every_rule_of_the_inventory_is_an_obligation(city: str) -> None:
    assert BOTH | ONLY["antwerpen"] | ONLY["gent"] == {
        *range(1, 15), *range(20, 32), *range(40, 50), *range(51, 55), *range(60, 78),
    } | {50}  # fmt: skip
    duties = {v.code for a in load_register(city).artikelen for v in a.verplichtingen}
    assert duties == {f"R-{n:02d}" for n in BOTH | ONLY[city]}


@pytest.mark.parametrize("city", known_cities())
def test_every_ambiguity_has_its_strict_reading(city: str) -> None:
    shared = set(range(1, 45)) - OPEN_IN["antwerpen"] - OPEN_IN["gent"]
    readings = load_register(city).lezingen
    assert [r.code for r in readings] == [f"A-{n:02d}" for n in sorted(shared | OPEN_IN[city])]
    assert all(r.kwestie and r.lezing and r.controle for r in readings)


@pytest.mark.parametrize("city", known_cities())
def test_nationality_never_stands_for_origin(city: str) -> None:
    """A-36: what is shown is called nationality."""
    own = load_register(city).indicatoren
    shown = [text for i in own.indicatoren for text in (i.naam, i.teller_omschrijving)]
    shown += [
        text for u in own.uitsplitsingen for text in (u.naam, *(c.label for c in u.categorieen))
    ]
    assert any("nationaliteit" in text.casefold() for text in shown)
    for word in ("herkomst", "origine", "autochto", "allochto"):
        assert not [text for text in shown if word in text.casefold()]


@pytest.mark.parametrize("city", known_cities())
def test_forbidden_content_refuses_the_whole_delivery(city: str) -> None:
    forbidden = [r for r in load_register(city).regels if r.code.startswith("verboden_")]
    assert len(forbidden) == 5
    assert {r.ernst for r in forbidden} == {Ernst.weigeren}


@pytest.mark.parametrize("city", known_cities())
def test_no_field_carries_a_birth_date(city: str) -> None:
    dates = {v.naam for t in load_register(city).tabellen for v in t.velden
             if v.type is Veldtype.datum}  # fmt: skip
    assert dates <= {"an_inschrijfdatum", "an_einddatum"}
