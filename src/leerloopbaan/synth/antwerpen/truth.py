"""True indicator values of a block of newcomers, by the definitions in docs/business-rules."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from leerloopbaan.synth.antwerpen.known import UNKNOWN, Known, S, group_facts
from leerloopbaan.synth.antwerpen.truth_years import year_figures
from leerloopbaan.synth.basis import RUNNING, YEARS, Bools, Ints
from leerloopbaan.synth.groups import VORMEN
from leerloopbaan.synth.truth import YEAR, Figure

SECONDARY = 3


def figures(k: Known) -> Iterator[Figure]:
    """Every indicator of the protocol."""
    yield from _standing(k)
    yield from _entry(k)
    yield from year_figures(k)
    yield from _changes(k)
    yield from _after_okan(k)
    yield from _leavers(k)


def _standing(k: Known) -> Iterator[Figure]:
    person, t = np.nonzero(k.here)
    yield Figure("an_leerlingen", person, t // 3, t % 3, k.area[person, t], None)


def _entry(k: Known) -> Iterator[Figure]:
    c, p, f = k.careers, k.careers.persons, group_facts()
    rows, year = np.arange(k.persons), k.careers.persons.entry_year
    site, group = c.entry_spell
    area, structure, okan = k.area_of(site), f.structure[group], f.okan[group]
    age = S[year] - p.birth_year

    def figure(name: str, among: Bools, trait: Bools | None) -> Figure:
        i = rows[among]
        moment = np.full(len(i), YEAR)
        return Figure(name, i, year[i], moment, area[i], None if trait is None else trait[i])

    everyone = np.ones(k.persons, dtype=bool)
    yield figure("an_instroom", everyone, None)
    later_in_city = (k.site >= 0).any(axis=1)
    yield figure("an_via_elders", everyone, (site < 0) & later_in_city)
    yield figure("an_okan", structure // 100 == SECONDARY, okan)
    month = (p.entry_date.astype("datetime64[M]").astype(np.int64) % 12) + 1
    yield figure("an_late_instap", everyone, (month >= 1) & (month <= 6))
    yield figure("an_12_plus", everyone, age >= 12)
    yield figure("an_moeder_laag", everyone, p.mother_low)
    yield figure("an_schooltoelage", everyone, c.allowance[rows, year])
    yield figure("an_thuistaal", everyone, p.home_language)
    oki = c.oki[rows, year]
    yield figure("an_oki_3_plus", oki >= 0, oki >= 3)
    actual = np.where(np.isin(structure, (211, 311)), f.career_year[group], UNKNOWN)
    yield figure("vertraging_bij_instap", actual >= 0, age - 5 - actual >= 1)

    in_okan = k.of_group(f.okan.astype(np.int64)) == 1
    years_in_okan = in_okan.reshape(k.persons, len(YEARS), 3).any(axis=2)
    years_in_okan[rows, year] |= okan
    completed = year + 1 < RUNNING
    longer = years_in_okan.sum(axis=1) >= 2
    yield figure("okan_langer_dan_een_jaar", okan & completed, longer)
    july = np.array([f"{y + 1}-07-01" for y in YEARS], dtype="datetime64[D]")[year]
    until = np.minimum(np.where(np.isnat(c.an_end), july, c.an_end), july - 1)
    days = (until - p.entry_date).astype(np.int64) + 1
    yield figure("okan_kort", okan & ~np.isnat(c.an_end), days < 150)


def _changes(k: Known) -> Iterator[Figure]:
    """Pairs of adjacent moments; place and person of departure, or of arrival."""
    f, landscape = group_facts(), k.landscape
    person, t = np.nonzero(k.here[:, :-1] & k.here[:, 1:])
    a_site, b_site = k.site[person, t], k.site[person, t + 1]
    a_group, b_group = k.group[person, t], k.group[person, t + 1]
    year, moment, within = (t + 1) // 3, (t + 1) % 3, t % 3 != 2
    level_a, level_b = f.structure[a_group] // 100, f.structure[b_group] // 100
    both = (a_site >= 0) & (b_site >= 0)
    comparable = both & (level_a == level_b)
    school = landscape.site_institution
    a_school = school[np.clip(a_site, 0, None)]
    b_school = school[np.clip(b_site, 0, None)]
    other_school = comparable & (a_school != b_school)
    same_number = landscape.number(a_school, t // 3) == landscape.number(b_school, year)
    other_site = both & (a_school == b_school) & same_number & (a_site != b_site)
    other_study = f.study[a_group] != f.study[b_group]
    both_studies = (f.study[a_group] >= 0) & (f.study[b_group] >= 0)
    both_forms = (f.vorm[a_group] >= 0) & (f.vorm[b_group] >= 0)
    both_forms &= (level_a == SECONDARY) & (level_b == SECONDARY)
    area_a, area_b = k.area[person, t], k.area[person, t + 1]

    def figure(name: str, among: Bools, trait: Bools, area: Ints) -> Figure:
        return Figure(name, person[among], year[among], moment[among], area[among], trait[among])

    yield figure("schoolwissel_tijdens_jaar", comparable & within, other_school, area_a)
    yield figure("schoolwissel_tussen_jaren", comparable & ~within, other_school, area_a)
    yield figure("vestigingswissel", comparable, other_site, area_a)
    yield figure("uitstroom_stad", a_site >= 0, b_site < 0, area_a)
    yield figure("instroom_stad", b_site >= 0, a_site < 0, area_b)
    moved = within & other_school
    yield figure("schoolwissel_met_groepswissel", moved, a_group != b_group, area_a)
    moved = ~within & other_school & both_studies
    yield figure("schoolwissel_met_studiewissel", moved, other_study, area_a)
    changed = f.vorm[a_group] != f.vorm[b_group]
    yield figure("onderwijsvormwissel", both_forms & within, changed, area_a)


def _after_okan(k: Known) -> Iterator[Figure]:
    f = group_facts()
    okan = k.of_group(f.okan.astype(np.int64)) == 1
    last = okan.shape[1] - 1 - okan[:, ::-1].argmax(axis=1)
    after = k.here & (np.arange(okan.shape[1])[None, :] > last[:, None])
    rows = np.flatnonzero(okan.any(axis=1) & after.any(axis=1))
    t = after[rows].argmax(axis=1)
    group, area = k.group[rows, t], k.area[rows, t]
    structure, form, finality = f.structure[group], f.vorm[group], f.finaliteit[group]
    first_grade = (structure == 311) & (f.graad[group] == 1)
    b_stream = first_grade & (f.stroom[group] == 1)
    # 312, 313, 315 and 321 go before the onderwijsvorm.
    part_time, special = np.isin(structure, (312, 313, 315)), structure == 321
    regular = ~part_time & ~special & ~first_grade

    def formed(vormen: tuple[str, ...], rung: int) -> Bools:
        codes = [VORMEN.index(v) for v in vormen]
        chosen: Bools = regular & (np.isin(form, codes) | ((form < 0) & (finality == rung)))
        return chosen

    bso = formed(("BSO",), 1)
    traits = {
        "okan_naar_a_stroom": first_grade & (f.stroom[group] == 2),
        "okan_naar_aso_tso_kso": formed(("ASO",), 3) | formed(("TSO", "KSO"), 2),
        "okan_naar_b_strikt": b_stream,
        "okan_naar_b_ruim": b_stream | bso | part_time,
        "okan_naar_bso": bso,
        "okan_naar_buitengewoon": special,
        "okan_naar_dbso": part_time,
    }
    for name, trait in traits.items():
        yield Figure(name, rows, t // 3, np.full(len(rows), YEAR), area, trait)


def _leavers(k: Known) -> Iterator[Figure]:
    c = k.careers
    counted = c.leaving >= 0
    rows = np.flatnonzero(counted.any(axis=1))
    year = len(YEARS) - 1 - counted[rows, ::-1].argmax(axis=1)
    second = c.site[rows, year, 1]
    site = np.where(second >= -1, second, c.site[rows, year, 0])
    moment = np.full(len(rows), YEAR)
    yield Figure("vsv", rows, year, moment, k.area_of(site), c.leaving[rows, year] == 1)
