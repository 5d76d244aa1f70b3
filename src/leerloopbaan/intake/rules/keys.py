"""Rows that say the same twice: a repeated key, or a repeated row."""

from __future__ import annotations

from collections.abc import Iterator

from leerloopbaan.intake.rules.check import Context, RowCheck
from leerloopbaan.register.schema import Tabel


def key_rules(context: Context) -> Iterator[RowCheck]:
    """No key and no whole row more than once within a delivery.

    Of a repeated row the rest can simply go; of a repeated key somebody must say which is right.
    """
    for table in context.tabellen.values():
        columns = tuple(v.naam for v in table.velden)
        if table.sleutel and context.applies("dubbele_sleutel", table.naam):
            key = ", ".join(table.sleutel)
            yield RowCheck(
                "dubbele_sleutel",
                table.naam,
                f"De sleutel ({key}) komt meer dan eens voor.",
                table.sleutel[0],
                query=_repeated(table, table.sleutel),
            )
        if context.applies("dubbele_rij", table.naam):
            yield RowCheck(
                "dubbele_rij",
                table.naam,
                "Een volledige rij komt meer dan eens voor.",
                query=_repeated(table, columns),
            )


def _repeated(table: Tabel, columns: tuple[str, ...]) -> str:
    """Rows whose `columns` occur more than once; a fingerprint narrows the search first."""
    names = ", ".join(f'"{c}"' for c in columns)
    relation = f"invoer.{table.relatie}"
    return f"""
        select bestand, rij from (
            select bestand, rij, count(*) over (partition by {names}) as keer from {relation}
            where hash({names}) in (
                select hash({names}) from {relation} group by 1 having count(*) > 1
            )
        ) where keer > 1
    """
