"""Every fact of one person, from docs/business-rules/ alone."""

from __future__ import annotations

from oracle import changes, entry, outcomes, transitions, years
from oracle.model import Career, Delivery, Fact, World

# What makes a row of a fact unique, beside the person.
KEYS = {
    "stand": ("schooljaar", "meetmoment"),
    "instroom": (),
    "loopbaanjaar": ("schooljaar",),
    "overstap": ("schooljaar", "meetmoment", "richting"),
    "overgang_so": (),
    "okan_uitstroom": (),
    "uitkomst": ("schooljaar",),
    "vsv": (),
}


def facts(career: Career, world: World, delivery: Delivery) -> dict[str, list[Fact]]:
    """Rows per fact. `indicatoren` of a row: indicator → in its numerator; None: not in its
    population."""
    return {
        "stand": years.presence(career, world),
        "instroom": entry.first_enrolment(career, world, delivery),
        "loopbaanjaar": years.career_years(career, world),
        "overstap": changes.steps(career, world),
        "overgang_so": transitions.to_secondary(career, world),
        "okan_uitstroom": transitions.out_of_okan(career, world),
        "uitkomst": outcomes.end_of_year(career, world, delivery),
        "vsv": outcomes.leaving(career, world),
    }
