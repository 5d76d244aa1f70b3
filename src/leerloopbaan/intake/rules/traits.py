"""Traits of a pupil that must agree: age, grade, OKI and its indicators."""

from __future__ import annotations

from collections.abc import Iterator

from leerloopbaan.intake.rules.check import Context, RowCheck, start_year

_OKI_PARTS = ("ind_thuistaal", "ind_schooltoelage", "ind_opleiding_moeder")
_OKI_MAXIMUM = 4
# Normal age at the start of the first grade of primary school is 6; four years of delay and two
# of advance are seen, more is doubtful.
_PRIMARY_OFFSET, _ADVANCE, _DELAY = 5, 2, 4


def trait_rules(context: Context) -> Iterator[RowCheck]:
    """Cross-field rules on one row."""
    age = f"({start_year('schooljaar')} - try_cast(geboortejaar as integer))"
    for table in context.tables_of("onmogelijke_leeftijd", "schooljaar", "geboortejaar"):
        youngest, oldest = context.limits("onmogelijke_leeftijd")
        adults = any(v.naam == "onderwijsvorm" for v in table.velden)
        yield RowCheck(
            "onmogelijke_leeftijd",
            table.naam,
            f"De leeftijd ligt niet tussen {youngest} en {oldest} jaar.",
            "geboortejaar",
            # Higher vocational education is for adults too.
            conditie=f"{age} not between {youngest} and {oldest}"
            + (f" and not (coalesce(onderwijsvorm, '') = 'HBO' and {age} > {oldest})" * adults),
        )
    needed = ("schooljaar", "geboortejaar", "leerjaar", "hoofdstructuur_code")
    for table in context.tables_of("leeftijd_tegen_leerjaar", *needed):
        delay = f"({age} - {_PRIMARY_OFFSET} - try_cast(leerjaar as integer))"
        yield RowCheck(
            "leeftijd_tegen_leerjaar",
            table.naam,
            "De leeftijd past niet bij het leerjaar.",
            "leerjaar",
            conditie=f"(hoofdstructuur_code = '211' "
            f"and {delay} not between -{_ADVANCE} and {_DELAY}) "
            f"or (hoofdstructuur_code in ('111', '121') and {age} > 8) "
            f"or (hoofdstructuur_code in ('311', '321') and {age} < 10)",
        )
    for table in context.tables_of("oki_tegen_kenmerken", "oki"):
        parts = [v.naam for v in table.velden if v.naam in _OKI_PARTS]
        if not parts:
            continue
        known = " + ".join(f"({part} = 'J')::integer" for part in parts)
        rest = f"(try_cast(oki as integer) - ({known}))"
        yield RowCheck(
            "oki_tegen_kenmerken",
            table.naam,
            "De OKI is niet het aantal aangetikte kenmerken.",
            "oki",
            conditie=f"{rest} not between 0 and {_OKI_MAXIMUM - len(parts)}",
        )
