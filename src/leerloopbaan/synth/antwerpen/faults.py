"""The faults that an Antwerp delivery can hold, by the defect words of article 7."""

from __future__ import annotations

import numpy as np

from leerloopbaan.synth.faults import (
    Delivered,
    Fault,
    cut_short,
    double_column,
    extra_column,
    missing_column,
    national_numbers,
    overwrite,
)
from leerloopbaan.synth.groups import catalogue

SITES = "ref_vestigingsplaatsen"


def _okan_codes() -> list[str]:
    return [g.code for g in catalogue().groups if g.okan]


def _national(d: Delivered) -> int:
    rows = d.some("11a", most=99_000)
    return d.set("11a", rows, persoon_code=national_numbers(len(rows)))


def _duplicate_person(d: Delivered) -> int:
    return d.repeat("11a", d.some("11a", d.column("11a", "geslacht") == "M"), geslacht="V")


def _stranger(table: str, d: Delivered) -> int:
    rows = d.some(table)
    return d.repeat(table, rows, persoon_code=[f"SYNVREEMD{n:04d}" for n in range(len(rows))])


def _without_career(d: Delivered) -> int:
    gone = set(d.column("11b", "persoon_code")[d.some("11b")])
    d.keep("11b", ~np.isin(d.column("11b", "persoon_code"), list(gone)))
    return len(gone)


def _outside_population(d: Delivered) -> int:
    """Newcomers without a site in the city: with their enrolments, all blank."""
    codes = [f"SYNBUITEN{n:04d}" for n in range(12)]
    here = (d.column("11a", "schooljaar") == "2018-2019") & (d.column("11a", "geslacht") == "V")
    rows = np.resize(d.some("11a", here), len(codes))
    return d.repeat("11a", rows, persoon_code=codes, instellingsnummer=None, intern_volgnummer=None)


def _before_window(d: Delivered) -> int:
    rows = d.some("11b", d.column("11b", "schooljaar") == "2015-2016")
    return d.repeat("11b", rows, schooljaar="2013-2014")


def _before_entry(d: Delivered) -> int:
    """An enrolment in the school year before the first AN enrolment."""
    entry = dict(zip(d.column("11a", "persoon_code"), d.column("11a", "schooljaar"), strict=True))
    codes, years = d.column("11b", "persoon_code"), d.column("11b", "schooljaar")
    first = np.array([entry.get(c) == y and y > "2016" for c, y in zip(codes, years, strict=True)])
    rows = d.some("11b", first)
    earlier = [f"{int(y[:4]) - 1}-{y[:4]}" for y in years[rows]]
    return d.repeat("11b", rows, schooljaar=earlier)


def _half_site(d: Delivered) -> int:
    inside = d.filled("11b", "instellingsnummer")
    return d.set("11b", d.some("11b", inside), intern_volgnummer=None)


def _end_before_begin(d: Delivered) -> int:
    rows = d.some("11a")
    begin = d.column("11a", "an_inschrijfdatum")[rows]
    return d.set("11a", rows, an_einddatum=[f"{int(b[:4]) - 1}{b[4:]}" for b in begin])


def _date_outside_year(d: Delivered) -> int:
    rows = d.some("11a", d.column("11a", "schooljaar") == "2019-2020")
    return d.set("11a", rows, an_inschrijfdatum="2018-11-05")


def _age_against_grade(d: Delivered) -> int:
    rows = d.some("11a", d.column("11a", "leerjaar") == "6")
    years = d.column("11a", "schooljaar")[rows]
    return d.set("11a", rows, geboortejaar=[str(int(y[:4]) - 4) for y in years])


def _oki(d: Delivered) -> int:
    one = d.column("11a", "ind_thuistaal") == "1"
    one &= d.column("11a", "ind_schooltoelage") == "1"
    return d.set("11a", d.some("11a", one), oki="0")


def _attest_with_okan(d: Delivered) -> int:
    okan = np.isin(d.column("11b", "administratieve_groep_code"), _okan_codes())
    okan &= d.column("11b", "toestand_3006") == "J"
    return d.set("11b", d.some("11b", okan), cluster_orienteringsattest="A")


def _two_main(d: Delivered) -> int:
    outside = d.filled("11b", "instellingsnummer")
    outside &= d.column("11b", "toestand_0102") == "J"
    rows = d.some("11b", outside)
    return d.repeat("11b", rows, instellingsnummer=None, intern_volgnummer=None)


def _no_moment(d: Delivered) -> int:
    past = d.column("11b", "toestand_3006") == "N"
    rows = d.some("11b", past)
    return d.repeat("11b", rows, toestand_0110="N", toestand_0102="N", toestand_3006="N")


def _moment_missing(d: Delivered) -> int:
    past = d.column("11b", "schooljaar") == "2020-2021"
    return d.set("11b", d.some("11b", past), toestand_0102=None)


def _repeated_leaver(d: Delivered) -> int:
    rows = d.some("11c", d.column("11c", "schooljaar") == "2021-2022")
    return d.repeat("11c", rows, schooljaar="2022-2023")


def _turned_language(d: Delivered) -> int:
    rows = d.some("11a", most=10**9)
    turned = ["0" if v == "1" else "1" for v in d.column("11a", "ind_thuistaal")]
    return d.set("11a", rows, ind_thuistaal=turned, oki=None)


def _old_code(d: Delivered) -> int:
    """A code that held before the modernisation and is in no list any more."""
    late = d.column("11b", "schooljaar") == "2023-2024"
    return d.set("11b", d.some("11b", late), administratieve_groep_code="89999")


def _old_site(d: Delivered) -> int:
    inside = d.filled("11b", "instellingsnummer")
    rows = d.some("11b", inside)
    return d.set("11b", rows, instellingsnummer="999998", intern_volgnummer="01")


def _empty(d: Delivered) -> int:
    return d.keep("11c", np.zeros(d.tables["11c"].num_rows, dtype=bool))


def _cut(d: Delivered) -> int:
    d.after["11b"] = cut_short
    return 0


def _swapped(d: Delivered) -> int:
    """The file of 11c holds 11b and the other way round."""
    d.tables["11b"], d.tables["11c"] = d.tables["11c"], d.tables["11b"]
    return 0


def _overlap(d: Delivered) -> int:
    rows = d.some(SITES, ~d.filled(SITES, "geldig_tot"), most=3)
    return d.repeat(SITES, rows, geldig_van="2019-09-01", district_code="SYND99")


def _period(d: Delivered) -> int:
    return d.set(SITES, d.some(SITES, most=3), geldig_tot="2009-08-31")


def _double_row(d: Delivered) -> int:
    return d.repeat("11b", d.some("11b"))


def _shifted_years(d: Delivered) -> int:
    """The end year of the school year read as its start: every label one year too late."""
    years = d.column("11b", "schooljaar")
    rows = d.some("11b", most=10**9)
    return d.set("11b", rows, schooljaar=[f"{y[5:]}-{int(y[5:]) + 1}" for y in years])


FAULTS: tuple[Fault, ...] = (
    # What is there and may not be.
    Fault("extra_kolom", "11a", "onbekende_kolom", "overtollig",
          "een kolom die het protocol niet kent",
          extra_column("11a", "klasgroep", ("SYN-A", "SYN-B")),
          everywhere=True),
    Fault("dubbele_kolom", "11a", "dubbele_kolom", "overtollig", "een kolom staat er twee keer",
          double_column("11a", "oki"),
          everywhere=True),
    Fault("rijksregisternummer", "11a", "verboden_rijksregisternummer", "overtollig",
          "nummers met de vorm van een rijksregisternummer als persoonscode", _national,
          everywhere=True),
    Fault("emailadres", "11b", "verboden_contactgegeven", "overtollig",
          "e-mailadressen in de kolom nationaliteit",
          overwrite("11b", "nationaliteit_code", "fictief@voorbeeld.example")),
    Fault("naam", "11a", "verboden_naam", "overtollig", "een kolom met namen van personen",
          extra_column("11a", "familienaam", ("Fictief", "Verzonnen")),
          everywhere=True),
    Fault("geboortedatum", "11a", "verboden_geboortedatum", "overtollig",
          "volledige geboortedatums in plaats van het geboortejaar",
          overwrite("11a", "geboortejaar", "2008-03-15")),
    Fault("levensbeschouwing", "11b", "verboden_bijzondere_categorie", "overtollig",
          "een kolom levensbeschouwelijk vak",
          extra_column("11b", "levensbeschouwelijk vak", ("niet-confessionele zedenleer", "geen")),
          everywhere=True),
    Fault("dubbele_rij", "11b", "dubbele_rij", "overtollig", "volledige rijen twee keer",
          _double_row),
    Fault("vreemde_persoon_11b", "11b", "persoon_niet_in_11a", "overtollig",
          "inschrijvingen van personen die niet in 11a staan", lambda d: _stranger("11b", d)),
    Fault("vreemde_persoon_11c", "11c", "persoon_niet_in_11a", "overtollig",
          "vsv-rijen van personen die niet in 11a staan", lambda d: _stranger("11c", d)),
    Fault("buiten_populatie", "11a", "buiten_populatie", "overtollig",
          "nieuwkomers zonder enige inschrijving in Antwerpen", _outside_population),
    Fault("voor_2015", "11b", "schooljaar_voor_bereik", "overtollig",
          "inschrijvingen van voor 2015-2016", _before_window),
    # What is not there and must be.
    Fault("ontbrekende_kolom", "11a", "ontbrekende_kolom", "ontbrekend",
          "de kolom OKI ontbreekt", missing_column("11a", "oki"),
          everywhere=True),
    Fault("leeg_bestand", "11c", "leeg_bestand", "ontbrekend", "11c heeft geen rijen", _empty,
          everywhere=True),
    Fault("afgebroken_bestand", "11b", "onvolledig_bestand", "onvolledig",
          "het bestand breekt af in de laatste regel", _cut),
    Fault("zonder_loopbaan", "11a", "persoon_zonder_loopbaan", "onvolledig",
          "personen van 11a zonder enige rij in 11b", _without_career),
    Fault("lege_hoofdstructuur", "11b", "lege_waarde", "onvolledig", "lege hoofdstructuur",
          overwrite("11b", "hoofdstructuur_code", None)),
    Fault("halve_vestigingsplaats", "11b", "halve_vestigingsplaats", "onvolledig",
          "een instellingsnummer zonder volgnummer", _half_site),
    Fault("toestand_leeg", "11b", "toestand_ontbreekt", "onvolledig",
          "lege toestand op een voorbij meetmoment", _moment_missing),
    # What is wrong.
    Fault("verwisselde_bestanden", "11b", "verkeerde_tabel", "foutief",
          "11b en 11c zijn verwisseld", _swapped,
          everywhere=True),
    Fault("onleesbare_datum", "11a", "onleesbare_waarde", "foutief", "31 februari",
          overwrite("11a", "an_inschrijfdatum", "2020-02-31")),
    Fault("onbekend_attest", "11b", "onbekende_waarde", "foutief", "attest D",
          overwrite("11b", "cluster_orienteringsattest", "D")),
    Fault("nationaliteit_voluit", "11b", "ongeldig_patroon", "foutief",
          "nationaliteit als woord in plaats van code",
          overwrite("11b", "nationaliteit_code", "Fictieland")),
    Fault("oki_zeven", "11c", "buiten_bereik", "foutief", "OKI 7", overwrite("11c", "oki", "7")),
    Fault("lange_waarde", "11b", "waarde_te_lang", "foutief", "een waarde van 5.000 tekens",
          overwrite("11b", "persoon_code", "SYN" + "9" * 4997)),
    Fault("toekomst", "11b", "schooljaar_in_toekomst", "foutief",
          "een schooljaar dat nog niet begonnen is", overwrite("11b", "schooljaar", "2031-2032")),
    Fault("verschoven_schooljaren", "11b", "schooljaar_in_toekomst", "foutief",
          "eindjaar geleverd als beginjaar: alles een jaar te laat", _shifted_years,
          everywhere=True),
    Fault("voor_instroom", "11b", "loopbaan_voor_instroom", "foutief",
          "een inschrijving voor de eerste AN-inschrijving", _before_entry),
    Fault("einde_voor_begin", "11a", "einde_voor_begin", "foutief",
          "einddatum voor de inschrijfdatum", _end_before_begin),
    Fault("onmogelijke_leeftijd", "11a", "onmogelijke_leeftijd", "foutief",
          "geboren in 1991", overwrite("11a", "geboortejaar", "1991")),
    Fault("attest_bij_okan", "11b", "attest_bij_okan", "foutief", "A-attest in OKAN",
          _attest_with_okan),
    Fault("omgekeerde_periode", SITES, "ongeldige_periode", "foutief",
          "een vestigingsplaats eindigt voor ze begint", _period),
    # What is imprecise.
    Fault("dubbele_persoon", "11a", "dubbele_sleutel", "onnauwkeurig",
          "een persoonscode twee keer, met een ander geslacht", _duplicate_person),
    Fault("datum_buiten_schooljaar", "11a", "datum_buiten_schooljaar", "onnauwkeurig",
          "inschrijfdatum in een ander schooljaar", _date_outside_year),
    Fault("leeftijd_tegen_leerjaar", "11a", "leeftijd_tegen_leerjaar", "onnauwkeurig",
          "vierjarigen in het zesde leerjaar", _age_against_grade),
    Fault("oki_tegen_kenmerken", "11a", "oki_tegen_kenmerken", "onnauwkeurig",
          "OKI 0 bij aangetikte kenmerken", _oki),
    Fault("twee_hoofdinschrijvingen", "11b", "twee_hoofdinschrijvingen", "onnauwkeurig",
          "twee inschrijvingen op hetzelfde meetmoment", _two_main),
    Fault("geen_toestand", "11b", "geen_toestand", "onnauwkeurig",
          "inschrijvingen die op geen meetmoment gelden", _no_moment),
    Fault("vsv_herhaald", "11c", "vsv_herhaald", "onnauwkeurig",
          "personen twee keer in de vsv-indicator", _repeated_leaver),
    Fault("thuistaal_omgekeerd", "11a", "thuistaal_nederlands", "onnauwkeurig",
          "het kenmerk thuistaal omgekeerd geleverd", _turned_language,
          everywhere=True),
    Fault("overlappende_geldigheid", SITES, "overlappende_geldigheid", "onnauwkeurig",
          "twee rijen van een vestigingsplaats gelden tegelijk", _overlap),
    # What is out of date.
    Fault("oude_administratieve_groep", "11b", "onbekende_administratieve_groep", "verouderd",
          "een code die in geen referentielijst staat", _old_code),
    Fault("oude_vestigingsplaats", "11b", "onbekende_vestigingsplaats", "verouderd",
          "een vestigingsplaats die in geen referentielijst staat", _old_site),
)  # fmt: skip
