"""The delivered rows of one block of Ghent pupils, and the city's reference lists."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import pyarrow as pa

from leerloopbaan.synth.antwerpen.persons import COUNTRY_CODES, SEXES
from leerloopbaan.synth.antwerpen.reference import (
    board_code,
    group_rows,
    institution_rows,
    site_rows,
    table,
)
from leerloopbaan.synth.basis import SCHOOLJAREN, YEARS, Bools, Ints
from leerloopbaan.synth.formats import text_column
from leerloopbaan.synth.gent.background import ABROAD_HOME, IN_BELGIUM_UNPLACED, IN_CITY
from leerloopbaan.synth.gent.city import (
    ABROAD,
    ELSEWHERE,
    ELSEWHERE_BASE,
    METHODS,
    NUMBER_BASE,
    OUTSIDE,
    OUTSIDE_SECTORS,
    WIJKEN,
    Ghent,
)
from leerloopbaan.synth.gent.june import BANDS, June, band_label
from leerloopbaan.synth.gent.pupils import TYPES, Pupils
from leerloopbaan.synth.gent.stages import NONE
from leerloopbaan.synth.gent.tables import FEBRUARY, JUNE, REFERENCE
from leerloopbaan.synth.groups import POSITIONS, catalogue

YES_NO = ("nee", "ja")
SEQUENCE = tuple(f"{n:02d}" for n in range(100))
Columns = dict[str, pa.Array]


def february_rows(p: Pupils, codes: list[str], city: Ghent) -> pa.Table:
    """`leerlingen_0102` of the block."""
    everyone = np.ones(len(p), dtype=bool)
    columns = _shared(p, codes, city, everyone, site=p.site, sector=p.sector) | _previous(p, city)
    return pa.table([columns[name] for name in FEBRUARY.technical], FEBRUARY.technical)


def june_rows(p: Pupils, june: June, codes: list[str], city: Ghent) -> pa.Table:
    """`leerlingen_3006` of the block: those who are still there."""
    columns = _shared(p, codes, city, june.here, site=june.site, sector=june.sector)
    bounds = BANDS.get(YEARS[p.year])
    present = june.present[june.here]
    columns["halve_dagen_aanwezig"] = _whole(present, present >= 0)
    for name, values in (("afw_b", june.b), ("afw_z", june.z), ("afw_m", june.m)):
        columns[name] = _absences(values[june.here], bounds)
    return pa.table([columns[name] for name in JUNE.technical], JUNE.technical)


def _whole(values: Ints, known: Bools) -> pa.Array:
    return pa.array(values.astype(np.int16), mask=~known)


def _absences(values: Ints, bounds: tuple[int, ...] | None) -> pa.Array:
    """Counts as text, or bands."""
    most = int(values.max(initial=0)) + 1
    labels = [str(v) if bounds is None else band_label(v, bounds) for v in range(most)]
    return text_column(labels, values)


def _yes(values: Bools) -> pa.Array:
    return text_column(YES_NO, values.astype(np.int64))


def _shared(
    p: Pupils, codes: list[str], city: Ghent, keep: Bools, *, site: Ints, sector: Ints
) -> Columns:
    """What both moments deliver, for the pupils to keep."""
    position, group = p.position[keep], p.group[keep]
    positions, groups = POSITIONS, catalogue().groups
    institution = city.schools.site_institution[site[keep]]
    method = np.where(position >= 0, city.method[institution], NONE)
    repeats = np.where(p.repeat_known, p.repeats.astype(np.int64), 2)
    repeats = np.where(p.kleuter, NONE, repeats)[keep]
    graad = np.array([NONE if g.graad is None else g.graad for g in groups])[group]
    vorm = [x.vorm or None for x in positions]
    okan = np.array([g.okan for g in groups])[group]
    form = np.array([int(x.code[2]) - 1 if x.code.startswith("OV") else NONE for x in positions])
    return {
        "aim_code": pa.array(codes).filter(pa.array(keep)),
        **_home(p, city, keep, sector[keep]),
        "geboortejaar": pa.array(p.birth_year[keep].astype(np.int16)),
        "nationaliteit_code": text_column(COUNTRY_CODES, p.country[keep]),
        "geslacht": text_column(SEXES, p.sex[keep]),
        "schooljaar": text_column(SCHOOLJAREN, np.full(int(keep.sum()), p.year)),
        "jaren_schoolse_vordering": _whole(p.delay[keep], p.delay_known[keep]),
        "is_zittenblijver": text_column(("nee", "ja", "onbepaald"), repeats),
        **_site(city, p.year, site[keep]),
        "hoofdstructuur_code": text_column([x.hoofdstructuur for x in positions], position),
        "onderwijsvorm": text_column(vorm, position),
        "is_okan": _yes(okan),
        "administratieve_groep_code": text_column([g.code for g in groups], group),
        "administratieve_groep_naam": text_column([g.name for g in groups], group),
        "graad": _whole(graad, graad >= 0).cast(pa.string()),
        "pedagogische_methode": text_column((*METHODS, "klassiek"), method % (len(METHODS) + 1)),
        "type_buitengewoon": text_column(TYPES, p.special_type[keep]),
        "opleidingsvorm": text_column(("1", "2", "3", "4"), form[position]),
        "gezinstaal_nederlands": _yes(p.dutch_at_home[keep]),
        "moeder_diploma_so": _yes(p.mother_qualified[keep]),
        "schooltoelage": _yes(p.allowance[keep]),
        "buurt_schoolse_vertraging": _yes(p.deprived[keep]),
    }


def _home(p: Pupils, city: Ghent, keep: Bools, sector: Ints) -> Columns:
    """Address of the home: in the city, elsewhere in Belgium, or only a country."""
    home = p.home[keep]
    inside, abroad = home == IN_CITY, home == ABROAD_HOME
    wijk = city.sector_wijk[np.clip(sector, 0, len(city.sector_code) - 1)]
    municipality = np.clip(sector, 0, None) // 6 % len(OUTSIDE)
    postcodes = [w[2] for w in WIJKEN] + [code for code, _ in OUTSIDE]
    postcode = np.where(inside, wijk, len(WIJKEN) + municipality)
    names = ["Gent"] + [name for _, name in OUTSIDE]
    name = np.where(inside, 0, 1 + municipality)
    codes = [*city.sector_code, *OUTSIDE_SECTORS]
    place = np.where(inside, sector, len(city.sector_code) + sector)
    unplaced = abroad | (home == IN_BELGIUM_UNPLACED)
    return {
        "dom_postnummer": text_column(postcodes, np.where(abroad, NONE, postcode)),
        "dom_gemeente": text_column(names, np.where(abroad, NONE, name)),
        "dom_statsector": text_column(codes, np.where(unplaced, NONE, place)),
        "dom_landcode": text_column(ABROAD, np.where(abroad, p.foreign[keep], NONE)),
    }


def _site(city: Ghent, year: int, site: Ints) -> Columns:
    schools = city.schools
    institution = schools.site_institution[site]
    number = schools.number(institution, np.full(len(site), year))
    names = [school_name(city, i) for i in range(schools.institutions)]
    streets = [f"Fictieve straat {s + 1}" for s in range(schools.sites)]
    boards = [board_code(b) for b in range(schools.boards)]
    return {
        "instellingsnummer": text_column(schools.numbers(NUMBER_BASE), number),
        "instelling_naam": text_column(names, institution),
        "intern_volgnummer": text_column(SEQUENCE, schools.site_number[site]),
        "vpl_postnummer": text_column([w[2] for w in WIJKEN], schools.site_wijk[site]),
        "vpl_gemeente": text_column(("Gent",), np.zeros(len(site), dtype=np.int64)),
        "vpl_straat_nr": text_column(streets, site),
        "vpl_statsector": text_column(city.sector_code, city.site_sector[site]),
        "inrichtende_macht": text_column(boards, schools.board[institution]),
    }


def school_name(city: Ghent, institution: int) -> str:
    """Fictitious name, the same as in the reference list."""
    return f"Fictieve school {institution + 1:03d} ({city.schools.kind[institution]})"


def _previous(p: Pupils, city: Ghent) -> Columns:
    """School and group of the year before, as the numbers were then."""
    schools, groups = city.schools, catalogue().groups
    inside, outside = p.previous_site >= 0, p.previous_elsewhere >= 0
    held = np.clip(p.previous_site, 0, None)
    number = schools.number(schools.site_institution[held], np.full(len(p), max(p.year - 1, 0)))
    numbers = [
        *schools.numbers(NUMBER_BASE),
        *(str(ELSEWHERE_BASE + 7 * n) for n in range(ELSEWHERE)),
    ]
    which = np.where(inside, number, 2 * schools.institutions + p.previous_elsewhere)
    known = inside | outside
    names = [f"Fictieve vestigingsplaats {s + 1:03d}" for s in range(schools.sites)]
    names += [f"Fictieve vestigingsplaats elders {n + 1:03d}" for n in range(ELSEWHERE)]
    place = np.where(inside, held, schools.sites + p.previous_elsewhere)
    sequence = np.where(inside, schools.site_number[held], 1)
    return {
        "vj_instellingsnummer": text_column(numbers, np.where(known, which, NONE)),
        "vj_intern_volgnummer": text_column(SEQUENCE, np.where(known, sequence, NONE)),
        "vj_vpl_naam": text_column(names, np.where(known, place, NONE)),
        "vj_administratieve_groep_code": text_column([g.code for g in groups], p.previous_group),
        "vj_administratieve_groep_naam": text_column([g.name for g in groups], p.previous_group),
    }


def reference_tables(city: Ghent) -> dict[str, pa.Table]:
    """All lists by name."""
    rows = {
        "ref_vestigingsplaatsen": _sites(city),
        "ref_administratieve_groepen": group_rows(),
        "ref_instellingen": institution_rows(city.schools, NUMBER_BASE),
        "ref_statsectoren": _sectors(city),
    }
    return {spec.name: table(spec, rows[spec.name]) for spec in REFERENCE}


def _sites(city: Ghent) -> list[dict[str, Any]]:
    sector = {
        (city.schools.numbers(NUMBER_BASE)[number], f"{city.schools.site_number[s]:02d}"): int(
            city.site_sector[s]
        )
        for s in range(city.schools.sites)
        for number in _numbers_of(city, s)
    }
    rows = site_rows(city.schools, NUMBER_BASE)
    for row in rows:
        place = sector[(row["instellingsnummer"], row["intern_volgnummer"])]
        row["statsector"] = city.sector_code[place]
        row["deelgemeente_code"] = row.pop("district_code")
        row["deelgemeente_naam"] = row.pop("district_naam")
    return rows


def _numbers_of(city: Ghent, site: int) -> tuple[int, int]:
    institution = int(city.schools.site_institution[site])
    return institution, institution + city.schools.institutions


def _sectors(city: Ghent) -> list[dict[str, Any]]:
    wijken = city.schools.wijken
    rows = []
    for code, wijk in zip(city.sector_code, city.sector_wijk.tolist(), strict=True):
        area = int(city.wijk_deelgemeente[wijk])
        rows.append(
            {
                "statsector": code,
                "wijk_code": wijken.code[wijk],
                "wijk_naam": wijken.name[wijk],
                "deelgemeente_code": city.deelgemeente_code[area],
                "deelgemeente_naam": city.deelgemeente_name[area],
                "geldig_van": dt.date(2009, 1, 1),
                "geldig_tot": None,
            }
        )
    return rows
