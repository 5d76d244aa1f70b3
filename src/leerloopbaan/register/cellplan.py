"""Which counts the indicators need: every population once, every trait and what lies between.

From the register's indicators to the plan that `macros/cells/` turns into SQL: per fact its
root populations, the denominators within them (bases), the traits of each base, and the tables
(geographic level × breakdown) in which they are published. Two indicators with the same
denominator share its base, so that one population is one variable for disclosure control.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import product
from typing import NamedTuple

from leerloopbaan.errors import RegisterError
from leerloopbaan.register.indicators import Feit, Indicator
from leerloopbaan.register.schema import Protocol

TOTAL = "totaal"
WHOLE = "T"
LEVELS_OF_CROSSES = ("populatie", "stad", "instelling")
# The traits of one set (`klassen`) hold or exclude each other, so a person has few of them: beyond
# a handful of traits, only patterns of at most this many are counted. Should a person have more,
# the counts no longer add up and disclosure control refuses them.
FEW_TRAITS = 4
MOST_TRAITS_AT_ONCE = 2


class Tabel(NamedTuple):
    """One published table shape: a level and at most two breakdowns (`totaal`: none)."""

    niveau: str
    uitsplitsing: str = TOTAL
    uitsplitsing_2: str = TOTAL


@dataclass
class Meting:
    """One count per cell of its tables.

    Either the persons of the fact for whom `filter` is true, or, without one, those of one count
    that are not in another: `rest` names both by base and trait, the second within the first.
    """

    basis: str
    kenmerk: str
    filter: str | None = None
    rest: tuple[tuple[str, str], tuple[str, str]] | None = None
    gevoelig: bool = False
    zichtbaar: bool = False
    tabellen: list[Tabel] = field(default_factory=list)


@dataclass(frozen=True)
class Feitplan:
    """What is counted in one fact table."""

    feit: Feit
    metingen: tuple[Meting, ...]

    @property
    def tabellen(self) -> list[Tabel]:
        """Every table shape of the fact, once."""
        return list(dict.fromkeys(t for m in self.metingen for t in m.tabellen))


def cell_plan(register: Protocol) -> list[Feitplan]:
    """The plan of every fact that an indicator uses, in the register's order."""
    plans = []
    for fact in register.indicatoren.feiten:
        # Without a level of areas it is for own schools alone, in their own plan.
        mine = [i for i in register.indicatoren.indicatoren if i.feit == fact.code and i.niveaus]
        if mine:
            plans.append(_fact_plan(register, fact, mine))
    return plans


def base_code(register: Protocol, indicator: Indicator) -> str:
    """The code of an indicator's denominator; equal conditions have equal codes."""
    root = root_code(indicator.feit, indicator.populatie)
    if indicator.noemer == "true":
        return root
    first = next(
        i
        for i in register.indicatoren.indicatoren
        if (i.feit, i.populatie, i.noemer)
        == (indicator.feit, indicator.populatie, indicator.noemer)
    )
    return f"{root}.{first.code}"


def root_code(fact: str, population: str) -> str:
    """The code of a fact's root population."""
    return fact if population == "alle" else f"{fact}.{population}"


def tables_of(register: Protocol, indicator: Indicator) -> list[Tabel]:
    """The tables in which an indicator is published."""
    breakdowns = {u.code: u for u in register.indicatoren.uitsplitsingen}
    order = list(breakdowns)
    tables = []
    for level in indicator.niveaus:
        tables.append(Tabel(level))
        tables += [
            Tabel(level, code)
            for code in indicator.uitsplitsingen
            if level in breakdowns[code].niveaus
        ]
        if level in LEVELS_OF_CROSSES:
            tables += [
                Tabel(level, *sorted(pair, key=order.index)) for pair in indicator.kruisingen
            ]
    return tables


def _fact_plan(register: Protocol, fact: Feit, indicators: list[Indicator]) -> Feitplan:
    conditions = {p.code: p.conditie for p in fact.populaties}
    only_denominators = {u.code for u in register.indicatoren.uitsplitsingen if u.enkel_noemer}
    counts: dict[tuple[str, str], Meting] = {}

    def count(new: Meting, tables: list[Tabel]) -> None:
        row = counts.setdefault((new.basis, new.kenmerk), new)
        row.gevoelig |= new.gevoelig
        row.zichtbaar |= new.zichtbaar
        row.tabellen += [t for t in tables if t not in row.tabellen]

    for i in indicators:
        root, base = root_code(i.feit, i.populatie), base_code(register, i)
        inside = conditions[i.populatie]
        whole = _and(inside, i.noemer)
        tables = tables_of(register, i)
        of_all = [t for t in tables if not only_denominators & set(t[1:])]
        if base == root and of_all != tables:
            raise RegisterError(f"{i.code}: a breakdown of denominators cannot classify {root}")
        count(Meting(root, WHOLE, inside, zichtbaar=base == root), of_all)
        if base != root:
            count(Meting(base, WHOLE, whole, zichtbaar=True), tables)
            rest = ((root, WHOLE), (base, WHOLE))
            count(Meting(root, f"buiten:{base}", rest=rest), of_all)
        if i.teller is not None:
            trait = Meting(base, i.code, _and(whole, i.teller))
            other = Meting(base, f"!{i.code}", rest=((base, WHOLE), (base, i.code)))
            for new in (trait, other):
                count(replace(new, gevoelig=i.gevoelig, zichtbaar=True, tabellen=[]), tables)
    for name in dict.fromkeys(i.klassen for i in indicators if i.klassen):
        members = [i for i in indicators if i.klassen == name]
        whole = _and(conditions[members[0].populatie], members[0].noemer)
        base = base_code(register, members[0])
        for pattern, condition, tables in _patterns(register, members):
            count(Meting(base, f"{name}:{pattern}", _and(whole, condition)), tables)
    return Feitplan(fact, tuple(counts.values()))


def _patterns(
    register: Protocol, members: list[Indicator]
) -> Iterable[tuple[str, str, list[Tabel]]]:
    """Per combination of traits of a set: pattern (`10`), condition, tables that show two."""
    tables = [t for i in members for t in tables_of(register, i)]
    shared = [t for n, t in enumerate(tables) if t in tables[:n]]
    shared = [t for n, t in enumerate(shared) if t not in shared[:n]]
    for bits in product((True, False), repeat=len(members)):
        if len(members) > FEW_TRAITS and sum(bits) > MOST_TRAITS_AT_ONCE:
            continue
        parts = [
            str(i.teller) if bit else _not(str(i.teller))
            for i, bit in zip(members, bits, strict=True)
        ]
        yield "".join("1" if bit else "0" for bit in bits), _and(*parts), shared


def _and(*conditions: str) -> str:
    parts = [f"({c})" for c in conditions if c != "true"]
    return " and ".join(parts) if parts else "true"


def _not(condition: str) -> str:
    # A trait that is not determined is not there: the complement holds the rest of the base.
    return f"({condition}) is not true"
