"""True indicator values of a block of Ghent pupils, by docs/business-rules/gent-*.md."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from leerloopbaan.synth.antwerpen.known import group_facts
from leerloopbaan.synth.antwerpen.persons import ACCESSION, COUNTRY_CODES, COUNTRY_GROUP
from leerloopbaan.synth.basis import YEARS, Bools, Ints
from leerloopbaan.synth.gent.background import IN_CITY
from leerloopbaan.synth.gent.city import SECTORS_PER_WIJK, Ghent
from leerloopbaan.synth.gent.june import BANDS, June
from leerloopbaan.synth.gent.pupils import Pupils
from leerloopbaan.synth.gent.stages import LEVEL, SPECIAL
from leerloopbaan.synth.groups import POSITIONS, VORMEN
from leerloopbaan.synth.truth import Figure

FEBRUARY, JUNE_30 = 1, 2
THRESHOLDS = (5, 10, 15, 30)
UNKNOWN_COUNTRY = COUNTRY_CODES.index("onbekend")
STRUCTURE = np.array([int(p.hoofdstructuur) for p in POSITIONS])
VORM = np.array([VORMEN.index(p.vorm) if p.vorm else -1 for p in POSITIONS])
# Half days that a kleuter of 3, 4 or 5 must attend for the allowance, and at 5 for primary.
ALLOWANCE_AT_5 = {**dict.fromkeys((2015, 2016, 2017, 2018), 220), 2019: 250}
PRIMARY_AT_5 = {2015: 220, 2016: 220, 2017: 250, 2018: 250, 2019: 250}
LATER_AT_5 = 290


@dataclass(frozen=True)
class Block:
    """A block with what places need: homes and schools by deelgemeente."""

    p: Pupils
    june: June
    city: Ghent

    @property
    def age(self) -> Ints:
        """Age on 31 December."""
        return YEARS[self.p.year] - self.p.birth_year

    @property
    def compulsory(self) -> Bools:
        """Leerplichtig: from 6, since 2020-2021 from 5, to 17."""
        first = 5 if YEARS[self.p.year] >= 2020 else 6
        result: Bools = (self.age >= first) & (self.age <= 17)
        return result

    def home(self, sector: Ints) -> Ints:
        """Deelgemeente of homes; -1 outside the city."""
        wijk = np.clip(sector, 0, len(self.city.sector_code) - 1) // SECTORS_PER_WIJK
        return np.where(self.p.home == IN_CITY, self.city.wijk_deelgemeente[wijk], -1)

    def school(self, site: Ints) -> Ints:
        """Deelgemeente of schools."""
        return self.city.wijk_deelgemeente[self.city.schools.site_wijk[site]]

    def figure(
        self, name: str, area: Ints, among: Bools, trait: Bools | None, *, moment: int = FEBRUARY
    ) -> Figure:
        """A figure over the pupils in `among`."""
        rows = np.flatnonzero(among)
        return Figure(
            name,
            rows,
            np.full(len(rows), self.p.year),
            np.full(len(rows), moment),
            area[rows],
            None if trait is None else trait[rows],
        )


def figures(p: Pupils, june: June, city: Ghent) -> Iterator[Figure]:
    """Every indicator that the protocol lets us give."""
    block = Block(p, june, city)
    yield from _pupils(block)
    yield from _offer(block)
    yield from _progress(block)
    yield from _changes(block)
    yield from _attendance(block)


def _pupils(b: Block) -> Iterator[Figure]:
    p, everyone = b.p, np.ones(len(b.p), dtype=bool)
    school, home = b.school(p.site), b.home(p.sector)
    yield b.figure("leerlingen_school", school, everyone, None)
    yield b.figure("leerlingen_school", b.school(b.june.site), b.june.here, None, moment=JUNE_30)
    yield b.figure("leerlingen_woonplaats", home, everyone, None)
    moved = b.home(b.june.sector)
    yield b.figure("leerlingen_woonplaats", moved, b.june.here, None, moment=JUNE_30)
    inside = p.home == IN_CITY
    same = p.sector // SECTORS_PER_WIJK == b.city.schools.site_wijk[p.site]
    yield b.figure("woont_buiten_gent", school, everyone, ~inside)
    yield b.figure("woont_in_wijk_van_school", school, inside, same)
    yield b.figure("school_in_eigen_wijk", home, inside, same)
    yield b.figure("leerplichtig", home, everyone, b.compulsory)
    known = p.country != UNKNOWN_COUNTRY
    yield b.figure("niet_belg", home, known, p.country != COUNTRY_CODES.index("BE"))
    yield b.figure("iem", home, known, COUNTRY_GROUP[p.country] == ACCESSION)
    traits = {
        "thuistaal_niet_nederlands": ~p.dutch_at_home,
        "moeder_laag": ~p.mother_qualified,
        "schooltoelage": p.allowance,
        "buurt_vertraging": p.deprived,
    }
    for name, trait in traits.items():
        yield b.figure(name, home, everyone, trait)
    ticks = sum(trait.astype(np.int64) for trait in traits.values())
    yield b.figure("kenmerken_2_plus", home, everyone, np.asarray(ticks) >= 2)


def _offer(b: Block) -> Iterator[Figure]:
    p, f, school = b.p, group_facts(), b.school(b.p.site)
    structure, okan, graad = STRUCTURE[p.position], f.okan[p.group], f.graad[p.group]
    secondary = structure // 100 == 3
    yield b.figure("okan_leerlingen", school, secondary, okan)
    stream = f.stroom[p.group]
    first = (structure == 311) & (graad == 1) & (stream >= 0)
    yield b.figure("b_stroom", school, first, stream == 1)
    upper = (structure == 311) & (graad >= 2) & ~okan
    form = VORM[p.position]
    for name, vormen in (("aso", ("ASO",)), ("tso_kso", ("TSO", "KSO")), ("bso", ("BSO",))):
        trait = np.isin(form, [VORMEN.index(v) for v in vormen])
        yield b.figure(f"vorm_{name}", school, upper & (form >= 0), trait)
    finality = f.finaliteit[p.group]
    for name, rung in (("doorstroom", 3), ("dubbel", 2), ("arbeidsmarkt", 1)):
        yield b.figure(f"finaliteit_{name}", school, upper & (finality >= 0), finality == rung)
    special = SPECIAL[p.position]
    yield b.figure("buitengewoon", school, np.ones(len(p), dtype=bool), special)
    yield b.figure("buitengewoon_leerlingen", school, special, None)
    among = secondary & ((graad >= 2) | np.isin(structure, (312, 315)))
    yield b.figure("duaal", school, among, f.dual[p.group])


def _progress(b: Block) -> Iterator[Figure]:
    p, home = b.p, b.home(b.p.sector)
    yield b.figure("vertraging", home, p.delay_known, p.delay >= 1)
    yield b.figure("vertraging_2_plus", home, p.delay_known, p.delay >= 2)
    yield b.figure("voorsprong", home, p.delay_known, p.delay <= -1)
    yield b.figure("zittenblijven", home, p.repeat_known, p.repeats)


def _changes(b: Block) -> Iterator[Figure]:
    p, f, schools, home = b.p, group_facts(), b.city.schools, b.home(b.p.sector)
    known = p.previous_group >= 0
    before = np.clip(p.previous_group, 0, None)
    structure, old_structure = STRUCTURE[p.position], f.structure[before]
    same_level = known & (structure // 100 == old_structure // 100)
    inside = p.previous_site >= 0
    school_known = same_level & (inside | (p.previous_elsewhere >= 0))
    held = np.clip(p.previous_site, 0, None)
    mine, old = schools.site_institution[p.site], schools.site_institution[held]
    changed = ~inside | (mine != old)
    years = np.full(len(p), p.year)
    number = schools.number(mine, years) == schools.number(old, np.maximum(years - 1, 0))
    other_site = inside & (mine == old) & number & (p.site != held)
    yield b.figure("schoolverandering", home, school_known, changed)
    yield b.figure("vestigingsverandering", home, school_known, other_site)
    studies = known & (f.study[p.group] >= 0) & (f.study[before] >= 0)
    other_study = studies & (f.study[p.group] != f.study[before])
    yield b.figure("studieverandering", home, studies, other_study)
    both = other_study & school_known
    yield b.figure("studieverandering_met_schoolverandering", home, both, changed)
    form, old_form = VORM[p.position], f.vorm[before]
    forms = known & (structure // 100 == 3) & (old_structure // 100 == 3)
    forms &= (form >= 0) & (old_form >= 0)
    yield b.figure("onderwijsvormverandering", home, forms, form != old_form)
    okan, was_okan = f.okan[p.group], known & f.okan[before]
    yield b.figure("okan_instroom", home, okan, ~was_okan)
    yield b.figure("okan_naar_regulier", home, was_okan, ~okan)
    left = was_okan & ~okan
    b_stream = (structure == 311) & (f.graad[p.group] == 1) & (f.stroom[p.group] == 1)
    yield b.figure("okan_naar_b_stroom", home, left, b_stream)
    bso = (form == VORMEN.index("BSO")) | np.isin(structure, (312, 313, 315))
    yield b.figure("okan_naar_bso", home, left, bso)
    special, was_special = SPECIAL[p.position], old_structure // 10 % 10 == 2
    yield b.figure("naar_buitengewoon", home, known & ~was_special, special)
    yield b.figure("naar_gewoon", home, known & was_special, ~special)


def _attendance(b: Block) -> Iterator[Figure]:
    p, june, year = b.p, b.june, YEARS[b.p.year]
    home, age, here = b.home(june.sector), b.age, june.here
    kleuter = here & p.kleuter
    five = ALLOWANCE_AT_5.get(year, LATER_AT_5)
    needed = np.select([age <= 2, age == 3, age == 4, age == 5], [100, 150, 185, five], 0)
    among, enough = kleuter & (age <= 5), june.present >= needed
    yield b.figure("kleuter_voldoende_aanwezig", home, among, enough, moment=JUNE_30)
    older = among & (age >= 3)
    yield b.figure("kleuter_voldoende_3_plus", home, older, enough, moment=JUNE_30)
    ready = june.present >= PRIMARY_AT_5.get(year, LATER_AT_5)
    at_five = kleuter & (age == 5)
    yield b.figure("kleuter_voldoende_voor_lager", home, at_five, ready, moment=JUNE_30)
    taught = here & b.compulsory & (LEVEL[p.position] >= 2)
    secondary = taught & (LEVEL[p.position] == 3)
    for code, values, among in (
        ("b", june.b, taught),
        ("z", june.z, taught),
        ("m", june.m, secondary),
    ):
        for limit in THRESHOLDS:
            decided, reached = against(values, limit, BANDS.get(year))
            population = among & (values >= 0) & decided
            name = f"afwezig_{code}_{limit}"
            yield b.figure(name, home, population, reached, moment=JUNE_30)


def against(values: Ints, limit: int, bounds: tuple[int, ...] | None) -> tuple[Bools, Bools]:
    """(decided, at least `limit`): a band that holds values on both sides decides nothing."""
    if bounds is None:
        return np.ones(len(values), dtype=bool), values >= limit
    lows = np.array(bounds)
    highs = np.append(lows[1:] - 1, np.iinfo(np.int64).max)
    band = np.searchsorted(lows, np.clip(values, 0, None), side="right") - 1
    reached = lows[band] >= limit
    return reached | (highs[band] < limit), reached
