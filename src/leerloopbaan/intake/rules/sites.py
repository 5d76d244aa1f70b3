"""The site pair: institution and site number are both there, or both blank."""

from __future__ import annotations

from collections.abc import Iterator

from leerloopbaan.intake.rules.check import Context, RowCheck


def site_rules(context: Context) -> Iterator[RowCheck]:
    """Half a site is neither a site nor a blank."""
    for code, prefix in (("halve_vestigingsplaats", ""), ("half_vorig_schooljaar", "vj_")):
        number, site = f"{prefix}instellingsnummer", f"{prefix}intern_volgnummer"
        for table in context.tables_of(code, number, site):
            yield RowCheck(
                code,
                table.naam,
                "Van instellingsnummer en intern volgnummer is er maar één ingevuld.",
                site,
                conditie=f"({number} is null) <> ({site} is null)",
            )
