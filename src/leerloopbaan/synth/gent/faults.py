"""The faults that a Ghent delivery can hold, by the defect words of article 7."""

from __future__ import annotations

import numpy as np

from leerloopbaan.synth.basis import code_under_another_seed
from leerloopbaan.synth.faults import (
    Delivered,
    Fault,
    extra_column,
    missing_column,
    overwrite,
)

# Each school year numbers its pupils from another seed.
SEED_PER_YEAR = 7919
FEB, JUN = "leerlingen_0102", "leerlingen_3006"


def _level(d: Delivered, table: str, first: str) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return np.array([v.startswith(first) for v in d.column(table, "hoofdstructuur_code")])


def _late(d: Delivered) -> int:
    rows = d.some(JUN)
    return d.repeat(JUN, rows, aim_code=[f"SYNLAAT{n:04d}" for n in range(len(rows))])


def _reused_codes(d: Delivered) -> int:
    """The supplier reuses codes of another school year; 30 June may still have to come."""
    return sum(
        d.set(table, np.arange(d.tables[table].num_rows), aim_code=_fixed_codes(d, table))
        for table in (FEB, JUN)
    )


def _fixed_codes(d: Delivered, table: str) -> list[str]:
    """The same number in every school year, instead of one that its letter stands for."""
    return [
        f"SYN_{code_under_another_seed(code[4:], SEED_PER_YEAR * (ord(code[3]) - ord('A')))}"
        for code in d.column(table, "aim_code")
    ]


def _both_homes(d: Delivered) -> int:
    return d.set(FEB, d.some(FEB, d.filled(FEB, "dom_postnummer")), dom_landcode="NL")


def _no_home(d: Delivered) -> int:
    rows = d.some(FEB)
    return d.set(
        FEB, rows, dom_postnummer=None, dom_gemeente=None, dom_statsector=None, dom_landcode=None
    )


def _mixed_bands(d: Delivered) -> int:
    return d.set(JUN, d.some(JUN, d.filled(JUN, "afw_b")), afw_b="10-14")


def _overlapping_bands(d: Delivered) -> int:
    rows = d.some(JUN, d.filled(JUN, "afw_z"), most=10**9)
    bands = ("0-5", "5-9", "10-14", "15+")
    return d.set(JUN, rows, afw_z=[bands[n % 4] for n in range(len(rows))])


def _half_previous(d: Delivered) -> int:
    return d.set(FEB, d.some(FEB, d.filled(FEB, "vj_instellingsnummer")), vj_intern_volgnummer=None)


def _kleuter_absences(d: Delivered) -> int:
    return d.set(JUN, d.some(JUN, _level(d, JUN, "1")), afw_b="3")


def _form_in_primary(d: Delivered) -> int:
    return d.set(FEB, d.some(FEB, _level(d, FEB, "2")), onderwijsvorm="ASO")


def _type_in_regular(d: Delivered) -> int:
    return d.set(FEB, d.some(FEB, d.column(FEB, "hoofdstructuur_code") == "211"),
                 type_buitengewoon="9")  # fmt: skip


def _delay_in_method(d: Delivered) -> int:
    method = d.column(FEB, "pedagogische_methode") == "Freinet"
    method &= _level(d, FEB, "2")
    return d.set(FEB, d.some(FEB, method), jaren_schoolse_vordering="1")


def _different_birth(d: Delivered) -> int:
    rows = d.some(JUN)
    years = d.column(JUN, "geboortejaar")[rows]
    return d.set(JUN, rows, geboortejaar=[str(int(y) - 1) for y in years])


def _old_sector(d: Delivered) -> int:
    at_home = d.column(FEB, "dom_gemeente") == "Gent"
    return d.set(FEB, d.some(FEB, at_home), dom_statsector="44021Z99-")


def _school_elsewhere(d: Delivered) -> int:
    return d.set(FEB, d.some(FEB), vpl_gemeente="Eeklo", vpl_postnummer="9900",
                 vpl_statsector="98009B00-")  # fmt: skip


def _double_pupil(d: Delivered) -> int:
    return d.repeat(FEB, d.some(FEB, d.column(FEB, "geslacht") == "M"), geslacht="V")


def _swapped_moments(d: Delivered) -> int:
    d.tables[FEB], d.tables[JUN] = d.tables[JUN], d.tables[FEB]
    return 0


def _turned_polarity(d: Delivered) -> int:
    turned = ["nee" if v == "ja" else "ja" for v in d.column(FEB, "gezinstaal_nederlands")]
    return d.set(FEB, d.some(FEB, most=10**9), gezinstaal_nederlands=turned)


FAULTS: tuple[Fault, ...] = (
    Fault("veld_van_30_juni", FEB, "veld_van_ander_meetmoment", "overtollig",
          "een kolom van 30/06 in het bestand van 01/02",
          extra_column(FEB, "afw_b", ("0",)), everywhere=True),
    Fault("veld_van_1_februari", JUN, "veld_van_ander_meetmoment", "overtollig",
          "een kolom van 01/02 in het bestand van 30/06",
          extra_column(JUN, "vj_instellingsnummer", ("930007",)), everywhere=True),
    Fault("rondtrekkend", FEB, "uitgezonderd_veld", "overtollig",
          "een kenmerk dat het protocol uitzondert",
          extra_column(FEB, "trekkende_bevolking", ("nee",)), everywhere=True),
    Fault("extra_kolom", FEB, "onbekende_kolom", "overtollig",
          "een kolom die het protocol niet kent",
          extra_column(FEB, "klasgroep", ("SYN-A",)), everywhere=True),
    Fault("ontbrekende_kolom", JUN, "ontbrekende_kolom", "ontbrekend", "de kolom Z ontbreekt",
          missing_column(JUN, "afw_z"), everywhere=True),
    Fault("verwisselde_momenten", FEB, "verkeerd_meetmoment", "foutief",
          "de bestanden van 01/02 en 30/06 zijn verwisseld", _swapped_moments, everywhere=True),
    Fault("late_instromers", JUN, "niet_op_0102", "overtollig",
          "leerlingen van 30/06 die niet op 01/02 stonden", _late),
    Fault("codes_hergebruikt", FEB, "code_over_schooljaren", "foutief",
          "codes van een ander schooljaar komen opnieuw voor", _reused_codes, everywhere=True),
    Fault("adres_en_land", FEB, "domicilie_of_land", "onvolledig",
          "een Belgisch adres en een landcode", _both_homes),
    Fault("zonder_domicilie", FEB, "domicilie_of_land", "onvolledig",
          "geen adres en geen landcode", _no_home),
    Fault("banden_en_aantallen", JUN, "banden_gemengd", "onnauwkeurig",
          "aantallen en banden in een kolom", _mixed_bands),
    Fault("overlappende_banden", JUN, "banden_overlappen", "onnauwkeurig",
          "banden die elkaar overlappen", _overlapping_bands),
    Fault("half_vorig_schooljaar", FEB, "half_vorig_schooljaar", "onvolledig",
          "vorige instelling zonder volgnummer", _half_previous),
    Fault("afwezige_kleuters", JUN, "afwezigheid_buiten_niveau", "overtollig",
          "afwezigheden bij kleuters", _kleuter_absences),
    Fault("aso_in_lager", FEB, "onderwijsvorm_tegen_niveau", "foutief",
          "een onderwijsvorm in het lager onderwijs", _form_in_primary),
    Fault("type_in_gewoon", FEB, "type_tegen_niveau", "foutief",
          "een type in het gewoon onderwijs", _type_in_regular),
    Fault("vordering_methodeschool", FEB, "vordering_methodeschool", "onnauwkeurig",
          "een schoolse vordering in een methodeschool", _delay_in_method),
    Fault("ander_geboortejaar", JUN, "moment_tegen_moment", "onnauwkeurig",
          "een ander geboortejaar op 30/06", _different_birth),
    Fault("oude_sector", FEB, "onbekende_sector", "verouderd",
          "een Gentse sector die niet in de lijst staat", _old_sector),
    Fault("school_buiten_gent", FEB, "school_buiten_gent", "overtollig",
          "een school die niet in Gent ligt", _school_elsewhere),
    Fault("dubbele_leerling", FEB, "dubbele_sleutel", "onnauwkeurig",
          "een leerling twee keer, met een ander geslacht", _double_pupil),
    Fault("toekomst", FEB, "schooljaar_in_toekomst", "foutief",
          "een schooljaar dat nog niet begonnen is", overwrite(FEB, "schooljaar", "2031-2032")),
    Fault("onbekende_vorm", FEB, "onbekende_waarde", "foutief", "onderwijsvorm HAVO",
          overwrite(FEB, "onderwijsvorm", "HAVO")),
    Fault("lege_nationaliteit", FEB, "lege_waarde", "onvolledig", "lege nationaliteit",
          overwrite(FEB, "nationaliteit_code", None)),
    Fault("halve_dagen_honderden", JUN, "buiten_bereik", "foutief", "999 halve dagen",
          overwrite(JUN, "halve_dagen_aanwezig", "999")),
    Fault("omgekeerde_taal", FEB, "plausibel_aandeel", "onnauwkeurig",
          "taal in het gezin omgekeerd geleverd", _turned_polarity),
)  # fmt: skip
