"""One value in one column: it maps, it is filled in when it must be, it is possible.

These are the checks that the suites of great-expectations decide (see `suites`); here stand
the same conditions in SQL, to find the rows behind a column that failed.
"""

from __future__ import annotations

from collections.abc import Iterator

from leerloopbaan.intake.canonical import MARK, MAX_LENGTH, is_unmapped
from leerloopbaan.intake.rules.check import RowCheck
from leerloopbaan.register.schema import Tabel, Veld, Veldtype


def unmapped_rule(field: Veld) -> str:
    """The rule that a text breaks when it maps to nothing in this field."""
    if field.type is Veldtype.keuze or (field.waarden and not field.patroon):
        return "onbekende_waarde"
    if field.patroon and field.type in {Veldtype.code, Veldtype.statsector, Veldtype.tekst}:
        return "ongeldig_patroon"
    return "onleesbare_waarde"


def value_checks(table: Tabel, field: Veld) -> Iterator[RowCheck]:
    """The checks of one field."""
    name = f'"{field.naam}"'
    unmapped = is_unmapped(name)
    too_long = (
        f"({unmapped} and (length({name}) > {MAX_LENGTH} + length('{MARK}') "
        f"or regexp_matches(substr({name}, 2), '[\\x00-\\x1f\\x7f]')))"
    )
    yield RowCheck(
        unmapped_rule(field),
        table.naam,
        "De waarde kan niet gelezen worden.",
        field.naam,
        conditie=f"{unmapped} and not {too_long}",
    )
    yield RowCheck(
        "waarde_te_lang",
        table.naam,
        "De waarde is onredelijk lang of bevat stuurtekens.",
        field.naam,
        conditie=too_long,
    )
    if field.verplicht:
        yield RowCheck(
            "lege_waarde",
            table.naam,
            "De waarde is leeg en dat mag niet.",
            field.naam,
            conditie=f"{name} is null",
        )
    limits = [
        f"try_cast({name} as bigint) {sign} {limit}"
        for sign, limit in (("<", field.minimum), (">", field.maximum))
        if limit is not None
    ]
    if limits:
        yield RowCheck(
            "buiten_bereik",
            table.naam,
            "De waarde ligt buiten het mogelijke bereik.",
            field.naam,
            conditie=" or ".join(limits),
        )
