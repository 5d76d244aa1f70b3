"""Two census moments of one school year (Ghent): who is there, and what may not differ."""

from __future__ import annotations

from collections.abc import Iterator

from leerloopbaan.intake.rules.check import Context, RowCheck, readable
from leerloopbaan.register.schema import Tabel

# Does not change between February and June of one school year.
_FIXED = ("geboortejaar", "geslacht")


def moment_rules(context: Context) -> Iterator[RowCheck]:
    """Rules between 01/02 and 30/06, and between school years."""
    yield from _only_counted_pupils(context)
    yield from _fixed_traits(context)
    yield from _codes_across_years(context)


def _february(context: Context) -> Tabel | None:
    return next((t for t in context.protocol.tabellen if t.meetmoment == "01/02"), None)


def _only_counted_pupils(context: Context) -> Iterator[RowCheck]:
    """30/06 is about the pupils of 01/02 of the same school year, and nobody else."""
    code = "niet_op_0102"
    first = _february(context)
    if first is None:
        return
    for table in context.tables_of(code, "aim_code", "schooljaar"):
        yield RowCheck(
            code,
            table.naam,
            "De leerling staat niet op 01/02 van hetzelfde schooljaar.",
            "aim_code",
            query=f"""
                select d.bestand, d.rij from invoer.{table.relatie} as d
                anti join {context.known(first.naam, with_held_back=True)} as o
                    on o.aim_code = d.aim_code and o.schooljaar = d.schooljaar
                where {readable("d.aim_code")} and {readable("d.schooljaar")}
            """,
        )


def _fixed_traits(context: Context) -> Iterator[RowCheck]:
    code = "moment_tegen_moment"
    first = _february(context)
    if first is None:
        return
    for table in context.tables_of(code, "aim_code", "schooljaar", *_FIXED):
        for column in _FIXED:
            yield RowCheck(
                code,
                table.naam,
                "Verschilt van de waarde op 01/02.",
                column,
                query=f"""
                    select d.bestand, d.rij from invoer.{table.relatie} as d
                    join {context.known(first.naam, with_held_back=True)} as o
                        on o.aim_code = d.aim_code and o.schooljaar = d.schooljaar
                    where d.{column} <> o.{column}
                """,
            )


def _codes_across_years(context: Context) -> Iterator[RowCheck]:
    """A code may not come back in another school year: the supplier is told if one does."""
    code = "code_over_schooljaren"
    if context.protocol.identiteit.bereik != "binnen_schooljaar":
        return
    everywhere = " union all ".join(
        f"select aim_code, schooljaar from {context.known(t.naam, with_held_back=True)}"
        for t in context.protocol.tabellen
    )
    for table in context.tables_of(code, "aim_code", "schooljaar"):
        yield RowCheck(
            code,
            table.naam,
            "De code komt ook in een ander schooljaar voor.",
            "aim_code",
            query=f"""
                select d.bestand, d.rij from invoer.{table.relatie} as d
                semi join (
                    select e.aim_code from ({everywhere}) as e
                    semi join invoer.{table.relatie} as i on i.aim_code = e.aim_code
                    group by e.aim_code having min(e.schooljaar) <> max(e.schooljaar)
                ) as o on o.aim_code = d.aim_code
            """,
        )
