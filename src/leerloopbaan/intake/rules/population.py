"""Who may be in the delivery at all: rows of others are held back, the rest is used."""

from __future__ import annotations

from collections.abc import Iterator

from leerloopbaan.intake.rules.check import Context, RowCheck, readable


def population_rules(context: Context) -> Iterator[RowCheck]:
    """Antwerp: only who has an enrolment at a site in Antwerp, in 11a or in 11b (art. 3)."""
    code = "buiten_populatie"
    if context.defined("11a") is None or context.defined("11b") is None:
        return
    in_city = " union ".join(
        f"select persoon_code from {context.known(name, with_held_back=True)} "
        f"where instellingsnummer is not null"
        for name in ("11a", "11b")
    )
    for table in context.tables_of(code, "persoon_code"):
        yield RowCheck(
            code,
            table.naam,
            "De persoon heeft geen enkele inschrijving in Antwerpen.",
            "persoon_code",
            query=f"""
                select d.bestand, d.rij from invoer.{table.relatie} as d
                anti join ({in_city}) as o on o.persoon_code = d.persoon_code
                where {readable("d.persoon_code")}
            """,
        )
