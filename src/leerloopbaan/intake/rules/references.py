"""Columns that must exist in another table: population rules and reference lists."""

from __future__ import annotations

from collections.abc import Iterator

from leerloopbaan.intake.rules.check import Context, RowCheck
from leerloopbaan.register.schema import Tabel, Verwijzing


def reference_rules(context: Context) -> Iterator[RowCheck]:
    """Every `verwijzing` of the register, against this delivery and what is in force."""
    for table in context.tabellen.values():
        for reference in table.verwijzingen:
            yield _check(context, table, reference)


def known_rows(context: Context, table: Tabel) -> str:
    """SQL relation of a table's rows: this delivery's, and those in force that it leaves so.

    A delivery takes the place of what is in force per school year; a table without school year
    is replaced whole.
    """
    columns = ", ".join(f'"{v.naam}"' for v in table.velden)
    in_force = f"select {columns} from van_kracht.{table.relatie}"
    if table.naam not in context.tabellen:
        return f"({in_force})"
    delivered = f"select {columns} from invoer.{table.relatie}"
    if table.schooljaar_kolom is None:
        return f"({delivered})"
    year = f'"{table.schooljaar_kolom}"'
    return (
        f"({delivered} union all {in_force} where {year} not in "
        f"(select {year} from invoer.{table.relatie} where {year} is not null))"
    )


def _check(context: Context, table: Tabel, reference: Verwijzing) -> RowCheck:
    target = context.protocol.tabel(reference.tabel)
    pairs = list(zip(reference.kolommen, reference.naar_kolommen, strict=True))
    if reference.zelfde_schooljaar and table.schooljaar_kolom and target.schooljaar_kolom:
        pairs.append((table.schooljaar_kolom, target.schooljaar_kolom))
    match = " and ".join(f'd."{source}" = o."{there}"' for source, there in pairs)
    filled = " and ".join(f'd."{source}" is not null' for source in reference.kolommen)
    return RowCheck(
        reference_rule(table, reference),
        table.naam,
        f"Staat niet in {target.naam}.",
        reference.kolommen[0],
        query=f"""
            select d.bestand, d.rij from invoer.{table.relatie} as d
            where {filled} and not exists (
                select 1 from {known_rows(context, target)} as o where {match}
            )
        """,
    )


def reference_rule(table: Tabel, reference: Verwijzing) -> str:
    """The rule of a reference: named after what is looked up."""
    if reference.tabel == "11a":
        return "persoon_niet_in_11a"
    return {
        "ref_administratieve_groepen": "onbekende_administratieve_groep",
        "ref_vestigingsplaatsen": "onbekende_vestigingsplaats",
    }.get(reference.tabel, f"{table.naam}_niet_in_{reference.tabel}")
