"""The tables of a Ghent delivery, with the protocol's wording as header."""

from __future__ import annotations

from leerloopbaan.synth.formats import TableSpec

_SHARED_BEFORE = (
    ("aim_code", "Uniek nummer"),
    ("dom_postnummer", "Domicilie leerling – officieel adres: Postnummer"),
    ("dom_gemeente", "Domicilie leerling – officieel adres: Gemeente"),
    ("dom_statsector", "Domicilie leerling – officieel adres: NIS-code (statistische sector)"),
    ("dom_landcode", "Landcode"),
    ("geboortejaar", "Geboortjaar"),
    ("nationaliteit_code", "Nationaliteit"),
    ("geslacht", "Geslacht"),
    ("schooljaar", "Schooljaar"),
    ("jaren_schoolse_vordering", "Aantal jaren schoolse vordering"),
    ("is_zittenblijver", "Leerling is zittenblijver"),
    ("instellingsnummer", "Nummer van de instelling"),
    ("instelling_naam", "Naam van de instelling"),
    ("intern_volgnummer", "Internvolgnummer – vestigingsplaats"),
    ("vpl_postnummer", "Internvolgnummer – vestigingsplaats: Postnummr"),
    ("vpl_gemeente", "Internvolgnummer – vestigingsplaats: Gemeente"),
    ("vpl_straat_nr", "Internvolgnummer – vestigingsplaats: Straatnaam en nummer"),
    ("vpl_statsector", "Internvolgnummer – vestigingsplaats: NIS code (statistische sector)"),
    ("inrichtende_macht", "Inrichtende macht"),
    (
        "hoofdstructuur_code",
        "Hoofdstructuur (kleuter, lager, secundair onderwijs en gewoon, buitengewoon en "
        "deeltijds onderwijs)",
    ),
    ("onderwijsvorm", "Onderwijsvorm (ASO-TSO-KSO-BSO-GSO-HBO)"),
    ("is_okan", "OKAN"),
    ("administratieve_groep_code", "Nummer administratieve groep"),
    ("administratieve_groep_naam", "Naam administratieve groep"),
    ("graad", "Graad (1ste, 2de, 3de of 4de graad)"),
    ("pedagogische_methode", "Pedagogische methode"),
)
_LAST_YEAR = "Nummer en naam vestigingsplaats school vorig schooljaar"
_PREVIOUS = (
    ("vj_instellingsnummer", f"{_LAST_YEAR}: instellingsnummer"),
    ("vj_intern_volgnummer", f"{_LAST_YEAR}: nummer vestigingsplaats"),
    ("vj_vpl_naam", f"{_LAST_YEAR}: naam"),
    ("vj_administratieve_groep_code", "Nummer en administratieve groep vorig schooljaar: nummer"),
    ("vj_administratieve_groep_naam", "Nummer en administratieve groep vorig schooljaar: naam"),
)
_SHARED_AFTER = (
    ("type_buitengewoon", "Type buitengewoon onderwijs"),
    ("opleidingsvorm", "Opleidingsvorm in het buitengewoon secundair onderwijs"),
    ("gezinstaal_nederlands", "Taal in het gezin is Nederlands? Ja/nee"),
    (
        "moeder_diploma_so",
        "Opleidingsniveau van de moeder – diploma SO, studiegetuigschrift 2de leerjaar BSO of "
        "daarmee gelijkwaardig studiebewijs (ja/nee)",
    ),
    ("schooltoelage", "Krijgen van een schooltoelage (ja/nee)"),
    (
        "buurt_schoolse_vertraging",
        "Leerling woont in de buurt met hoog percentage leerlingen met minstens 2 jaar schoolse "
        "vertraging op 15-jarige leeftijd. (ja/nee)",
    ),
)
_JUNE = (
    ("halve_dagen_aanwezig", "Kleuterparticipatie in het leerplicht onderwijs"),
    ("afw_b", "Afwezigheden: B (probl afwezig)"),
    ("afw_z", "Afwezigheden: Z (ziektebriefje)"),
    (
        "afw_m",
        "Afwezigheden in het secundair onderwijs: M (geen werkplek wegens probleem met aanbod)",
    ),
)

FEBRUARY = TableSpec(
    "leerlingen_0102",
    "leerlingen_0102",
    (*_SHARED_BEFORE, *_PREVIOUS, *_SHARED_AFTER),
    "Leerlingen, situatie 1/2",
)
JUNE = TableSpec(
    "leerlingen_3006",
    "leerlingen_3006",
    (*_SHARED_BEFORE, *_SHARED_AFTER, *_JUNE),
    "Leerlingen, situatie 30/6",
)
DELIVERY = (FEBRUARY, JUNE)


def _plain(name: str, title: str, *columns: str) -> TableSpec:
    return TableSpec(name, name, tuple((c, c) for c in columns), title)


_AREA = ("wijk_code", "wijk_naam", "deelgemeente_code", "deelgemeente_naam")
_PERIOD = ("geldig_van", "geldig_tot")
REFERENCE = (
    _plain(
        "ref_vestigingsplaatsen",
        "Vestigingsplaatsen",
        *("instellingsnummer", "intern_volgnummer", "campus_code", "schoolbestuur_code"),
        *("statsector", *_AREA, *_PERIOD),
    ),
    _plain(
        "ref_administratieve_groepen",
        "Administratieve groepen",
        *("administratieve_groep_code", "naam", "hoofdstructuur_code", "graad", "leerjaar"),
        *("onderwijsvorm", "finaliteit", "stroom", "studierichting_code"),
        *("is_okan", "is_modulair", "is_duaal", *_PERIOD),
    ),
    _plain(
        "ref_instellingen",
        "Instellingen",
        *("instellingsnummer", "naam", "schoolbestuur_code", "scholengemeenschap_code"),
        *("net", "opvolger_van", *_PERIOD),
    ),
    _plain("ref_statsectoren", "Statistische sectoren", "statsector", *_AREA, *_PERIOD),
)
