"""The city's facts, breakdowns and indicators (`protocols/indicatoren/<stad>.yml`)."""

from __future__ import annotations

import re
from typing import Literal

from pydantic import Field, model_validator

from leerloopbaan.register.law import Clausule, Strict, TechnischeNaam
from leerloopbaan.register.tables import Waarde


class Populatie(Strict):
    """A root population of a fact: within it, a person occurs once per moment."""

    code: TechnischeNaam
    conditie: str = Field(description="SQL condition on the fact")


class Feit(Strict):
    """A fact table `int_<stad>__feit_<code>` and the populations that its counts start from."""

    code: TechnischeNaam
    omschrijving: str
    plaats: Literal["school", "woonplaats"] = Field(
        default="school", description="whose place it is; `school`: the school-count rule applies"
    )
    populaties: tuple[Populatie, ...] = (Populatie(code="alle", conditie="true"),)
    zelfde_als: TechnischeNaam | None = Field(
        default=None, description="fact that holds the same persons at the moments of this one"
    )
    deelname: TechnischeNaam | None = Field(
        default=None, description="product of which only the participating schools are counted"
    )


class Geoniveau(Strict):
    """A geographic level below `stad` and the fact column that carries its code."""

    niveau: TechnischeNaam
    kolom: TechnischeNaam


class Onderwijs(Strict):
    """A kind of education by which schools are compared."""

    code: TechnischeNaam
    naam: str
    hoofdstructuren: tuple[str, ...] = Field(min_length=1)


class Omvang(Strict):
    """Size classes: the lower bounds of all but the first, on a figure that the school is shown."""

    indicator: TechnischeNaam
    meetmoment: str
    grenzen: tuple[int, ...]


class Vergelijking(Strict):
    """Which schools a school is compared with: the same kind of education and size class."""

    onderwijs: tuple[Onderwijs, ...] = Field(min_length=1)
    omvang: Omvang
    omschrijving: str = Field(description="what the reader is told about the group, in Dutch")


class EigenSchool(Strict):
    """Figures for the school itself: levels (finest first), how many school years, comparison."""

    niveaus: tuple[Geoniveau, ...] = Field(min_length=1)
    schooljaren: int = Field(ge=1, description="the most recent ones of the delivery")
    vergelijking: Vergelijking


class Uitsplitsing(Strict):
    """A breakdown: one column of the fact tables, its label and categories' order.

    A category's `aliassen` are the values of the column that it holds; without any, the
    category's code is the value itself.
    """

    code: TechnischeNaam
    naam: str
    kolom: TechnischeNaam
    feiten: tuple[str, ...] = Field(default=(), description="facts that carry it; empty: all")
    niveaus: tuple[str, ...] = Field(description="levels at which it is published")
    publiek_bekend: bool = Field(default=False, description="known outside from open data")
    enkel_noemer: bool = Field(
        default=False,
        description="it classifies the denominators that use it, not the rest of their population: "
        "the rest is counted without it, and no figure may show it so",
    )
    categorieen: tuple[Waarde, ...]


class EigenCijfer(Strict):
    """An indicator in the tables that a school gets of itself."""

    niveaus: tuple[TechnischeNaam, ...] = Field(min_length=1)
    uitsplitsingen: tuple[TechnischeNaam, ...] = Field(
        default=(), description="of the whole school"
    )
    kruisingen: tuple[tuple[str, str], ...] = Field(
        default=(), description="pairs of these breakdowns, of the whole school"
    )


class Indicator(Strict):
    """One indicator: population and trait as SQL conditions on a fact table."""

    code: TechnischeNaam
    naam: str
    familie: str
    feit: TechnischeNaam
    populatie: TechnischeNaam = Field(default="alle", description="root population of the fact")
    noemer: str = Field(description="SQL condition within that population; `true`: all of it")
    teller: str | None = Field(default=None, description="SQL condition; None: a plain count")
    klassen: TechnischeNaam | None = Field(
        default=None,
        description="set of traits of one denominator that hold or exclude each other: what lies "
        "between them can be computed, so it is protected too",
    )
    overigen: TechnischeNaam | None = Field(
        default=None,
        description="indicator whose denominator is who this one's trait leaves: who is shown "
        "both can subtract",
    )
    eenheid: Literal["aantal", "%"]
    gevoelig: bool = Field(default=True, description="extreme shares disclose the group")
    producten: tuple[str, ...] = Field(min_length=1)
    uitsplitsingen: tuple[str, ...] = ()
    kruisingen: tuple[tuple[str, str], ...] = Field(
        default=(), description="pairs of breakdowns, at `populatie` and `stad` only"
    )
    onmogelijk: dict[str, tuple[str, ...]] = Field(
        default_factory=dict, description="breakdown: categories that the definition excludes"
    )
    niveaus: tuple[str, ...] = Field(
        default=(), description="levels of areas; empty: own schools only"
    )
    eigen_school: EigenCijfer | None = Field(
        default=None, description="None: schools are not shown it of themselves"
    )
    meetmomenten: tuple[str, ...] = Field(default=(), description="empty: the fact's own")
    vragen: tuple[str, ...] = Field(min_length=1)
    definitie: str
    teller_omschrijving: str = ""
    noemer_omschrijving: str
    beperkingen: str = ""
    reeksbreuken: tuple[str, ...] = Field(default=(), description="`<schooljaar>...: <wat>`")
    clausule: Clausule

    @model_validator(mode="after")
    def _eenheid_past(self) -> Indicator:
        if (self.eenheid == "%") != (self.teller is not None):
            raise ValueError(f"{self.code}: a share has a teller, a count has none")
        if (self.teller is not None) != bool(self.teller_omschrijving):
            raise ValueError(f"{self.code}: teller and teller_omschrijving go together")
        return self

    @model_validator(mode="after")
    def _breuken_hebben_een_jaar(self) -> Indicator:
        for text in self.reeksbreuken:
            found = re.match(r"(\d{4})-(\d{4})\b[^:]*: \S", text)
            if not found or int(found[2]) != int(found[1]) + 1:
                raise ValueError(f"{self.code}: a series break is `<schooljaar>...: <wat>`")
        return self


class Indicatoren(Strict):
    """`protocols/indicatoren/<stad>.yml`: the city's facts, breakdowns and indicators."""

    geografie: tuple[Geoniveau, ...] = Field(description="finest first")
    feiten: tuple[Feit, ...]
    uitsplitsingen: tuple[Uitsplitsing, ...]
    indicatoren: tuple[Indicator, ...]
    eigen_school: EigenSchool | None = Field(
        default=None, description="None: this protocol knows no school level"
    )

    @model_validator(mode="after")
    def _verwijzingen_kloppen(self) -> Indicatoren:
        codes = [i.code for i in self.indicatoren]
        if len(codes) != len(set(codes)):
            raise ValueError("an indicator code stands there twice")
        bases: dict[tuple[str, str], set[str]] = {}
        for i in self.indicatoren:
            if i.overigen is not None and (i.overigen not in codes or i.teller is None):
                raise ValueError(f"{i.code}: overigen names an indicator, and needs a teller")
            self._plaats_klopt(i)
            self._uitsplitsingen_kloppen(i)
            self._eigen_school_klopt(i)
            if i.klassen:
                bases.setdefault((i.feit, i.klassen), set()).add(f"{i.populatie}: {i.noemer}")
        for (feit, naam), noemers in bases.items():
            if len(noemers) > 1:
                raise ValueError(f"klassen {naam} of {feit} need one denominator")
        return self

    def _plaats_klopt(self, i: Indicator) -> None:
        feit = next((f for f in self.feiten if f.code == i.feit), None)
        if feit is None:
            raise ValueError(f"{i.code}: no fact {i.feit}")
        if i.populatie not in {p.code for p in feit.populaties}:
            raise ValueError(f"{i.code}: fact {i.feit} has no population {i.populatie}")
        niveaus = {g.niveau for g in self.geografie} | {"populatie", "stad"}
        if unknown := set(i.niveaus) - niveaus:
            raise ValueError(f"{i.code}: unknown level {sorted(unknown)}")

    def _uitsplitsingen_kloppen(self, i: Indicator) -> None:
        known = {u.code: u for u in self.uitsplitsingen}
        used = (
            *i.uitsplitsingen,
            *(i.eigen_school.uitsplitsingen if i.eigen_school else ()),
            *(u for pair in i.kruisingen for u in pair),
        )
        for code in (*used, *i.onmogelijk):
            if code not in known:
                raise ValueError(f"{i.code}: no breakdown {code}")
        for code in used:
            if known[code].feiten and i.feit not in known[code].feiten:
                raise ValueError(f"{i.code}: fact {i.feit} does not carry {code}")
        for code, categories in i.onmogelijk.items():
            if unknown := set(categories) - {w.code for w in known[code].categorieen}:
                raise ValueError(f"{i.code}: no category {sorted(unknown)} in {code}")

    def _eigen_school_klopt(self, i: Indicator) -> None:
        if i.eigen_school is None:
            if not i.niveaus:
                raise ValueError(f"{i.code}: neither a level of areas nor of an own school")
            return
        pairs = {code for pair in i.eigen_school.kruisingen for code in pair}
        if unknown := pairs - set(i.eigen_school.uitsplitsingen):
            raise ValueError(f"{i.code}: crosses {sorted(unknown)}, which is no breakdown of it")
        if self.eigen_school is None:
            raise ValueError(f"{i.code}: eigen_school, but this city has no school level")
        known = {g.niveau for g in self.eigen_school.niveaus}
        if unknown := set(i.eigen_school.niveaus) - known:
            raise ValueError(f"{i.code}: no level of an own school {sorted(unknown)}")
