"""The site pair: institution and site number are both there, or both blank."""

from __future__ import annotations

from collections.abc import Iterator

from leerloopbaan.intake.rules.check import Context, RowCheck


def site_rules(context: Context) -> Iterator[RowCheck]:
    """Half a site is neither a site nor a blank."""
    code = "halve_vestigingsplaats"
    for table in context.tables_of(code, "instellingsnummer", "intern_volgnummer"):
        yield RowCheck(
            code,
            table.naam,
            "Van instellingsnummer en intern volgnummer is er maar één ingevuld.",
            "intern_volgnummer",
            conditie="(instellingsnummer is null) <> (intern_volgnummer is null)",
        )
