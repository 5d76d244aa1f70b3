"""School years whose key is destroyed: nothing can be added to them."""

from __future__ import annotations

from collections.abc import Iterator

from leerloopbaan.intake.canonical import is_pseudonym, literal
from leerloopbaan.intake.rules.check import Context, RowCheck
from leerloopbaan.keys.destroyed import destroyed_keys


def closed_year_rules(context: Context) -> Iterator[RowCheck]:
    """A code of a year without key cannot be made the pseudonym that it had."""
    code = "schooljaar_afgesloten"
    if not context.applies(code):
        return
    years = ", ".join(literal(year) for year in destroyed_keys(context.con))
    for table in context.tabellen.values():
        person = next((v.naam for v in table.velden if v.persoonssleutel), None)
        if years and person and table.schooljaar_kolom and context.applies(code, table.naam):
            yield RowCheck(
                code,
                table.naam,
                "De sleutel van dit schooljaar is vernietigd.",
                table.schooljaar_kolom,
                conditie=f'"{table.schooljaar_kolom}" in ({years}) '
                f"and not coalesce({is_pseudonym(f'{chr(34)}{person}{chr(34)}')}, false)",
            )
