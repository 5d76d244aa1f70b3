"""The delivered rows of one block: what the department would extract from these careers."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from leerloopbaan.synth.antwerpen.careers import Careers
from leerloopbaan.synth.antwerpen.city import NUMBER_BASE
from leerloopbaan.synth.antwerpen.persons import COUNTRY_CODES, SEXES
from leerloopbaan.synth.antwerpen.state import ABSENT
from leerloopbaan.synth.antwerpen.tables import DELIVERY
from leerloopbaan.synth.basis import RUNNING, SCHOOLJAREN, Bools, Ints
from leerloopbaan.synth.formats import text_column
from leerloopbaan.synth.groups import POSITIONS, catalogue
from leerloopbaan.synth.landscape import Landscape
from leerloopbaan.synth.transitions import ATTESTS, STUDIEBEWIJZEN

ATTEST_CODES = (*ATTESTS, "geen")


def delivered(c: Careers, codes: list[str], landscape: Landscape) -> dict[str, pa.Table]:
    """11a, 11b and 11c of one block."""
    builders = {"11a": _first_rows, "11b": _enrolment_rows, "11c": _leaver_rows}
    tables = {}
    for spec in DELIVERY:
        columns = builders[spec.name](c, codes, landscape)
        tables[spec.name] = pa.table([columns[name] for name in spec.technical], spec.technical)
    return tables


def enrolments(c: Careers) -> tuple[Ints, Ints, Ints, Bools]:
    """(person, year, spell, flags) of every delivered enrolment; spell 2 is a parallel one.

    An enrolment that holds at no census moment is not delivered.
    """
    flags = np.concatenate([c.flag, np.zeros_like(c.flag[:, :, :1])], axis=2)
    last = np.where(c.site[:, :, 1] != ABSENT, 1, 0)
    beside = np.take_along_axis(c.flag, last[:, :, None, None], axis=2)[:, :, 0]
    flags[:, :, 2] = beside & (c.parallel != ABSENT)[:, :, None]
    person, year, spell = np.nonzero(flags.any(axis=3))
    return person, year, spell, flags[person, year, spell]


def _site_columns(site: Ints, year: Ints, landscape: Landscape) -> dict[str, pa.Array]:
    """Number and site number; both blank outside the city."""
    inside = site >= 0
    held = np.clip(site, 0, None)
    number = landscape.number(landscape.site_institution[held], year)
    sequence = [f"{n:02d}" for n in range(100)]
    return {
        "instellingsnummer": text_column(
            landscape.numbers(NUMBER_BASE), np.where(inside, number, -1)
        ),
        "intern_volgnummer": text_column(
            sequence, np.where(inside, landscape.site_number[held], -1)
        ),
    }


def _track_columns(group: Ints) -> dict[str, pa.Array]:
    groups = catalogue().groups
    return {
        "hoofdstructuur_code": text_column(
            [POSITIONS[g.position].hoofdstructuur for g in groups], group
        ),
        "administratieve_groep_code": text_column([g.code for g in groups], group),
    }


def _optional(values: Ints) -> pa.Array:
    return pa.array(values.astype(np.int16), mask=values < 0)


def _first_rows(c: Careers, codes: list[str], landscape: Landscape) -> dict[str, pa.Array]:
    p = c.persons
    rows = np.arange(len(p))
    site, group = c.entry_spell
    grades = [g.leerjaar for g in catalogue().groups]
    grade = np.array([-1 if g is None else g for g in grades])[group]
    return {
        "persoon_code": pa.array(codes),
        "schooljaar": text_column(SCHOOLJAREN, p.entry_year),
        **_site_columns(site, p.entry_year, landscape),
        **_track_columns(group),
        "an_inschrijfdatum": pa.array(p.entry_date),
        "an_einddatum": pa.array(c.an_end),
        "geboortejaar": pa.array(p.birth_year.astype(np.int16)),
        "leerjaar": _optional(grade),
        "geslacht": text_column(SEXES, p.sex),
        "nationaliteit_code": text_column(COUNTRY_CODES, c.country[rows, p.entry_year]),
        "ind_thuistaal": pa.array(p.home_language.astype(np.int16)),
        "ind_schooltoelage": pa.array(c.allowance[rows, p.entry_year].astype(np.int16)),
        "ind_opleiding_moeder": pa.array(p.mother_low.astype(np.int16)),
        "oki": _optional(c.oki[rows, p.entry_year]),
    }


def _enrolment_rows(c: Careers, codes: list[str], landscape: Landscape) -> dict[str, pa.Array]:
    person, year, spell, flags = enrolments(c)
    last = np.where(c.site[:, :, 1] != ABSENT, 1, 0)[person, year]
    place = np.where(spell == 2, last, spell)
    site = np.where(spell == 2, c.parallel[person, year], c.site[person, year, place])
    group = c.group[person, year, place]
    at_end = flags[:, 2] & (spell != 2)
    running = np.where(year == RUNNING, -1, 0)

    def flag(moment: int) -> pa.Array:
        known = flags[:, moment].astype(np.int64)
        return text_column(("N", "J"), np.where(running & (moment == 2), -1, known))

    return {
        "persoon_code": text_column(codes, person),
        "schooljaar": text_column(SCHOOLJAREN, year),
        "nationaliteit_code": text_column(COUNTRY_CODES, c.country[person, year]),
        "ind_opleiding_moeder": pa.array(c.persons.mother_low[person].astype(np.int16)),
        "ind_schooltoelage": pa.array(c.allowance[person, year].astype(np.int16)),
        "oki": _optional(c.oki[person, year]),
        **_site_columns(site, year, landscape),
        **_track_columns(group),
        "toestand_0102": flag(1),
        "toestand_0110": flag(0),
        "toestand_3006": flag(2),
        "studiebewijs": text_column(STUDIEBEWIJZEN, np.where(at_end, c.bewijs[person, year], -1)),
        "cluster_orienteringsattest": text_column(
            ATTEST_CODES, np.where(at_end, c.attest[person, year], -1)
        ),
    }


def _leaver_rows(c: Careers, codes: list[str], landscape: Landscape) -> dict[str, pa.Array]:
    person, year = np.nonzero(c.leaving >= 0)
    last = np.where(c.site[person, year, 1] != ABSENT, 1, 0)
    site, group = c.site[person, year, last], c.group[person, year, last]
    return {
        "persoon_code": text_column(codes, person),
        "schooljaar": text_column(SCHOOLJAREN, year),
        "vsv": text_column(("N", "J"), c.leaving[person, year]),
        "nationaliteit_code": text_column(COUNTRY_CODES, c.country[person, year]),
        "oki": _optional(c.oki[person, year]),
        "ind_opleiding_moeder": pa.array(c.persons.mother_low[person].astype(np.int16)),
        **_site_columns(site, year, landscape),
        **_track_columns(group),
    }
