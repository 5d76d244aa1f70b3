"""Which audience gets which products: the register decides, nothing else (R-20, R-52)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from leerloopbaan.errors import RefusedError
from leerloopbaan.register.schema import Protocol

SCHOOL_LEVELS = frozenset({"instelling", "vestigingsplaats"})
DIMENSIONS = ("dim_indicator", "dim_geografie", "dim_uitsplitsing", "release")


@dataclass(frozen=True)
class Output:
    """One product for one audience: its mart and the levels that it may hold."""

    product: str
    title: str
    mart: str
    levels: frozenset[str]


@dataclass(frozen=True)
class Audience:
    """An audience and all that it gets."""

    code: str
    name: str
    kind: str
    outputs: tuple[Output, ...]


def area_audiences(protocol: Protocol, marts: Collection[str]) -> tuple[Audience, ...]:
    """Audiences that get figures by area, in register order, with the marts that exist.

    An audience whose products have no mart is kept, empty: its artefact says so.
    """
    result = []
    for audience in protocol.publieken:
        outputs = tuple(
            Output(p.code, p.naam, f"mart_{p.code}", frozenset(issue.niveaus))
            for p in protocol.producten
            for issue in p.uitgaven
            if issue.publiek == audience.code
            and not SCHOOL_LEVELS & set(issue.niveaus)
            and f"mart_{p.code}" in marts
        )
        by_area = any(
            issue.publiek == audience.code and not SCHOOL_LEVELS & set(issue.niveaus)
            for p in protocol.producten
            for issue in p.uitgaven
        )
        if by_area:
            result.append(Audience(audience.code, audience.naam, audience.soort, outputs))
    return tuple(result)


def school_audiences(protocol: Protocol) -> tuple[str, ...]:
    """Codes of the audiences that may get figures of schools, in register order."""
    served = {
        issue.publiek
        for product in protocol.producten
        for issue in product.uitgaven
        if SCHOOL_LEVELS & set(issue.niveaus)
    }
    # Scholengemeenschappen and begeleidingsdiensten are of the same kind, by a dated decision.
    kinds = {a.soort for a in protocol.publieken if a.code in served}
    return tuple(a.code for a in protocol.publieken if a.soort in kinds)


def choose(
    audiences: tuple[Audience, ...], codes: Collection[str], others: Collection[str] = ()
) -> tuple[Audience, ...]:
    """The audiences with the given codes (all when empty); an unknown one is refused.

    others: codes that are known too, of audiences that get figures of schools.
    """
    known = {audience.code for audience in audiences} | set(others)
    if unknown := sorted(set(codes) - known):
        raise RefusedError(
            f"onbekend publiek: {', '.join(unknown)} (artikel 4, R-52).",
            remedy=f"Het register kent: {', '.join(sorted(known))}.",
        )
    return tuple(a for a in audiences if not codes or a.code in codes)
