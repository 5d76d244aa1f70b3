"""What the generator knows of a block at every census moment, laid out for the ground truth.

Nothing here is read back from the delivered rows: it is the simulated state itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from leerloopbaan.synth.antwerpen.careers import Careers
from leerloopbaan.synth.antwerpen.state import ABSENT
from leerloopbaan.synth.basis import YEARS, Bools, Ints
from leerloopbaan.synth.groups import POSITIONS, VORMEN, catalogue
from leerloopbaan.synth.landscape import Landscape

UNKNOWN = -1
S = np.array(YEARS)


@dataclass(frozen=True)
class GroupFacts:
    """Attributes of every administratieve groep [group]; UNKNOWN where it has none."""

    structure: Ints  # hoofdstructuur as a number
    graad: Ints
    leerjaar: Ints
    vorm: Ints  # index in VORMEN
    finaliteit: Ints  # rung: A 1, DU 2, DO 3
    stroom: Ints  # rung: B 1, A 2
    study: Ints
    okan: Bools
    modular: Bools
    dual: Bools
    career_year: Ints  # 1 .. 12 of the school career


@lru_cache(maxsize=1)
def group_facts() -> GroupFacts:
    """The catalogue as arrays."""
    groups = catalogue().groups
    studies = sorted({g.studierichting for g in groups})

    def numbers(values: list[int | None]) -> Ints:
        return np.array([UNKNOWN if v is None else v for v in values])

    structure = np.array([int(POSITIONS[g.position].hoofdstructuur) for g in groups])
    graad, leerjaar = numbers([g.graad for g in groups]), numbers([g.leerjaar for g in groups])
    okan = np.array([g.okan for g in groups])
    modular = np.array([g.modular for g in groups])
    dual = np.array([g.dual for g in groups])
    # Duaal counts from 2016-2017 on; nobody here follows it in 2015-2016 with a leerjaar.
    regular = ((structure == 311) & ~okan & ~modular) | (np.isin(structure, (312, 315)) & dual)
    in_grade = regular & (graad >= 1) & (graad <= 3) & (leerjaar >= 1) & (leerjaar <= 2)
    secondary = np.where(in_grade, 6 + 2 * (graad - 1) + leerjaar, UNKNOWN)
    return GroupFacts(
        structure=structure,
        graad=graad,
        leerjaar=leerjaar,
        vorm=numbers([VORMEN.index(g.vorm) if g.vorm else None for g in groups]),
        finaliteit=numbers([{"A": 1, "DU": 2, "DO": 3}.get(g.finaliteit) for g in groups]),
        stroom=numbers([{"B": 1, "A": 2}.get(g.stroom) for g in groups]),
        study=numbers(
            [studies.index(g.studierichting) if g.studierichting else None for g in groups]
        ),
        okan=okan,
        modular=modular,
        dual=dual,
        career_year=np.where(structure == 211, leerjaar, secondary),
    )


@dataclass(frozen=True)
class Known:
    """Main enrolments [person, moment], moment = 3 * year + (0, 1, 2)."""

    careers: Careers
    here: Bools
    site: Ints  # -1 outside the city; ABSENT when not enrolled
    group: Ints
    area: Ints  # district of the site, -1 outside
    landscape: Landscape

    @property
    def persons(self) -> int:
        """Number of persons in the block."""
        return len(self.site)

    def of_group(self, attribute: Ints, group: Ints | None = None) -> Ints:
        """An attribute of the group, UNKNOWN where there is no enrolment."""
        g = self.group if group is None else group
        return np.where(g < 0, UNKNOWN, attribute[np.clip(g, 0, None)])

    def area_of(self, site: Ints) -> Ints:
        """District index of sites; -1 outside the city."""
        district = self.landscape.wijken.district[self.landscape.site_wijk]
        return np.where(site < 0, -1, district[np.clip(site, 0, None)])


def know(c: Careers, landscape: Landscape) -> Known:
    """The main enrolment of everyone at every moment."""
    n, years = c.site.shape[:2]
    here = c.flag.any(axis=2)
    second = c.flag[:, :, 1]
    site = np.where(second, c.site[:, :, 1, None], c.site[:, :, 0, None])
    group = np.where(second, c.group[:, :, 1, None], c.group[:, :, 0, None])
    shape = (n, years * 3)
    here = here.reshape(shape)
    site = np.where(here, site.reshape(shape), ABSENT)
    group = np.where(here, group.reshape(shape), UNKNOWN)
    known = Known(c, here, site, group, site, landscape)
    return Known(c, here, site, group, known.area_of(site), landscape)
