"""Rows that say the same twice: a repeated key, or a repeated row."""

from __future__ import annotations

from collections.abc import Iterator

from leerloopbaan.intake.rules.check import Context, RowCheck


def key_rules(context: Context) -> Iterator[RowCheck]:
    """No key and no whole row more than once within a delivery."""
    for table in context.tabellen.values():
        relation = f"invoer.{table.relatie}"
        columns = ", ".join(f'"{v.naam}"' for v in table.velden)
        repeated = f"""
            select bestand, rij from (
                select bestand, rij, count(*) over (partition by {columns}) as keer
                from {relation}
            ) where keer > 1
        """
        # Windows over whole rows are dear: most deliveries have no key in the way, or a key that
        # already is unique.
        if table.sleutel:
            key = ", ".join(f'"{name}"' for name in table.sleutel)
            yield RowCheck(
                "dubbele_sleutel",
                table.naam,
                f"De sleutel ({', '.join(table.sleutel)}) komt meer dan eens voor.",
                table.sleutel[0],
                query=f"""
                    select bestand, rij from {relation}
                    where ({key}) in (
                        select ({key}) from {relation} group by {key} having count(*) > 1
                    )
                """,
            )
        else:
            yield RowCheck(
                "dubbele_rij",
                table.naam,
                "Een volledige rij komt meer dan eens voor.",
                query=repeated,
            )
