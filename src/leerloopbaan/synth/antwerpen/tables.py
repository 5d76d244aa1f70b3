"""The tables of an Antwerp delivery: their columns, with the protocol's wording as header."""

from __future__ import annotations

from leerloopbaan.synth.formats import TableSpec

_SITE = (
    ("instellingsnummer", "vestigingsplaats: instellingsnummer"),
    ("intern_volgnummer", "intern volgnummer van de vestigingsplaats indien in Antwerpen"),
)
_TRACK = (
    ("hoofdstructuur_code", "hoofdstructuur"),
    ("administratieve_groep_code", "administratieve groep"),
)
_MOTHER = ("ind_opleiding_moeder", "aantikken op opleidingsniveau moeder (0/1)")

DEEL_11A = TableSpec(
    "11a",
    "deel_11a",
    (
        ("persoon_code", "unieke persoonscode"),
        ("schooljaar", "schooljaar"),
        *_SITE,
        *_TRACK,
        ("an_inschrijfdatum", "inschrijfdatum als anderstalige nieuwkomer"),
        ("an_einddatum", "einddatum inschrijving anderstalige nieuwkomer"),
        ("geboortejaar", "geboortjaar"),
        ("leerjaar", "leerjaar"),
        ("geslacht", "geslacht"),
        ("nationaliteit_code", "nationaliteit"),
        ("ind_thuistaal", "aantikken op thuistaal (0/1)"),
        ("ind_schooltoelage", "aantikken op schooltoelage (0/1)"),
        _MOTHER,
        ("oki", "OKI"),
    ),
    "Deel 11a - Gegevens van de eerste (OK)AN inschrijving",
)
DEEL_11B = TableSpec(
    "11b",
    "deel_11b",
    (
        ("persoon_code", "unieke persoonscode"),
        ("schooljaar", "schooljaar"),
        ("nationaliteit_code", "nationaliteit"),
        _MOTHER,
        ("ind_schooltoelage", "schooltoelage (0/1)"),
        ("oki", "OKI"),
        *_SITE,
        *_TRACK,
        ("toestand_0102", "toestand 1 februari J/N"),
        ("toestand_0110", "toestand 1 oktober J/N"),
        ("toestand_3006", "toestand 30 juni J/N"),
        ("studiebewijs", "studiebewijs"),
        ("cluster_orienteringsattest", "cluster oriënteringsattesten"),
    ),
    "Deel 11b - Gegevens van alle inschrijvingen in de vervolgloopbaan",
)
DEEL_11C = TableSpec(
    "11c",
    "deel_11c",
    (
        ("persoon_code", "unieke persoonscode"),
        ("schooljaar", "schooljaar"),
        ("vsv", "Vroegtijdig schoolverlater J/N"),
        ("nationaliteit_code", "nationaliteit"),
        ("oki", "oki-score"),
        _MOTHER,
        *_SITE,
        *_TRACK,
    ),
    "Deel 11c - Gegevens op moment van opname in indicator vsv",
)
DELIVERY = (DEEL_11A, DEEL_11B, DEEL_11C)


def _plain(name: str, title: str, *columns: str) -> TableSpec:
    return TableSpec(name, name, tuple((c, c) for c in columns), title)


REFERENCE = (
    _plain(
        "ref_vestigingsplaatsen",
        "Vestigingsplaatsen",
        "instellingsnummer",
        "intern_volgnummer",
        "campus_code",
        "schoolbestuur_code",
        "statsector",
        "wijk_code",
        "wijk_naam",
        "district_code",
        "district_naam",
        "geldig_van",
        "geldig_tot",
    ),
    _plain(
        "ref_administratieve_groepen",
        "Administratieve groepen",
        "administratieve_groep_code",
        "naam",
        "hoofdstructuur_code",
        "graad",
        "leerjaar",
        "onderwijsvorm",
        "finaliteit",
        "stroom",
        "studierichting_code",
        "is_okan",
        "is_modulair",
        "is_duaal",
        "geldig_van",
        "geldig_tot",
    ),
    _plain(
        "ref_instellingen",
        "Instellingen",
        "instellingsnummer",
        "naam",
        "schoolbestuur_code",
        "scholengemeenschap_code",
        "net",
        "opvolger_van",
        "geldig_van",
        "geldig_tot",
    ),
    _plain(
        "ref_projectscholen",
        "Projectscholen",
        "instellingsnummer",
        "product",
        "medewerker_rol",
        "geldig_van",
        "geldig_tot",
    ),
)
