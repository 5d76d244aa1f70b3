"""The register as a school sees it: its own levels, and only the figures that it may have.

The same plan, sums and figures then follow from the same code as for areas (`cellplan`).
"""

from __future__ import annotations

from leerloopbaan.register.schema import Protocol


def school_view(register: Protocol) -> Protocol | None:
    """The register with the levels and breakdowns of own schools; None where there are none.

    Breakdowns stand at the widest level (the whole school) only: by site they would hide more
    than they show.
    """
    own = register.indicatoren.eigen_school
    if own is None:
        return None
    levels = tuple(g.niveau for g in own.niveaus)
    indicators = tuple(
        i.model_copy(
            update={
                "niveaus": i.eigen_school.niveaus,
                "uitsplitsingen": i.eigen_school.uitsplitsingen,
                "kruisingen": i.eigen_school.kruisingen,
            }
        )
        for i in register.indicatoren.indicatoren
        if i.eigen_school is not None
    )
    breakdowns = tuple(
        u.model_copy(update={"niveaus": levels[-1:]}) for u in register.indicatoren.uitsplitsingen
    )
    mine = register.indicatoren.model_copy(
        update={
            "geografie": own.niveaus,
            "indicatoren": indicators,
            "uitsplitsingen": breakdowns,
        }
    )
    return register.model_copy(update={"indicatoren": mine})
