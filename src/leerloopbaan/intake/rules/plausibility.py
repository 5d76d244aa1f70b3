"""Plausible against what is in force: numbers of rows, school years, tables, sites.

Warnings only. They compare per school year, so that a delivery with one more year is no surprise;
the first delivery of a year's census is compared with the year before.
"""

from __future__ import annotations

from collections.abc import Iterator

from leerloopbaan.intake.findings import Bevinding
from leerloopbaan.intake.rules.check import Context
from leerloopbaan.intake.rules.shares import MINIMUM_ROWS, share_findings
from leerloopbaan.register.schema import Tabel

_ROWS_RATIO = 0.25
_NO_SITE_SHARE = 0.60
_DUTCH_SHARE = 0.10


def plausibility_rules(context: Context) -> Iterator[Bevinding]:
    """Findings about a table as a whole."""
    for table in context.tabellen.values():
        yield from _row_counts(context, table)
        yield from share_findings(context, table)
        yield from _missing_years(context, table)
        yield from _sites(context, table)
        yield from _home_language(context, table)
    yield from _missing_tables(context)


def _row_counts(context: Context, table: Tabel) -> Iterator[Bevinding]:
    code = "plausibel_aantal"
    if not context.applies(code, table.naam):
        return
    year = f'"{table.schooljaar_kolom}"' if table.schooljaar_kolom else "''"
    rows = context.con.execute(
        f"""
        select n.jaar from (
            select {year} as jaar, count(*) as nu from invoer.{table.relatie} group by 1
        ) as n join (
            select {year} as jaar, count(*) as toen from van_kracht.{table.relatie} group by 1
        ) as t on t.jaar = n.jaar
        where greatest(nu, toen) >= {MINIMUM_ROWS}
            and abs(nu - toen) > {_ROWS_RATIO} * toen
        order by 1
        """
    ).fetchall()
    if rows:
        years = ", ".join(str(row[0]) for row in rows if row[0]) or "de lijst"
        yield Bevinding(
            code, f"Sterk afwijkend aantal rijen voor {years}.", table.naam, aantal=len(rows)
        )


def _missing_years(context: Context, table: Tabel) -> Iterator[Bevinding]:
    """A redelivery that leaves out school years of the delivery that it corrects.

    A delivery of school years that are new leaves nothing out.
    """
    code = "deel_van_levering"
    if not table.schooljaar_kolom or not context.applies(code, table.naam):
        return
    row = context.con.execute(
        f"""
        with geleverd as (
            select distinct "{table.schooljaar_kolom}" as schooljaar from invoer.{table.relatie}
        ), eerder as (select * from delen_van_kracht where tabel = ?)
        select count(distinct schooljaar) from eerder anti join geleverd using (schooljaar)
        where levering_id in (
            select levering_id from eerder semi join geleverd using (schooljaar)
        )
        """,
        [table.relatie],
    ).fetchone()
    if row and row[0]:
        yield Bevinding(code, _left_in_force(int(row[0])), table.naam, aantal=int(row[0]))


def _missing_tables(context: Context) -> Iterator[Bevinding]:
    """A redelivery that leaves out tables of the delivery that it corrects."""
    code = "deel_van_levering"
    delivered = [t for t in context.tabellen.values() if t.schooljaar_kolom]
    if not delivered:
        return
    parts = " union ".join(
        f"select '{t.relatie}' as tabel, \"{t.schooljaar_kolom}\" as schooljaar "
        f"from invoer.{t.relatie}"
        for t in delivered
    )
    earlier = context.con.execute(
        f"""
        select tabel, count(distinct schooljaar) from delen_van_kracht
        where levering_id in (
            select levering_id from delen_van_kracht
            semi join ({parts}) using (tabel, schooljaar)
        )
        group by tabel
        """
    ).fetchall()
    years = {str(relation): int(count) for relation, count in earlier}
    for table in context.protocol.tabellen:
        if (
            table.relatie in years
            and table.naam not in context.tabellen
            and context.applies(code, table.naam)
        ):
            yield Bevinding(
                code,
                "Deze tabel zat in de eerdere levering en zit niet in deze; ze blijft van kracht.",
                table.naam,
                aantal=years[table.relatie],
            )


def _left_in_force(years: int) -> str:
    if years == 1:
        return "Eén schooljaar van de eerdere levering zit niet in deze; het blijft van kracht."
    return (
        f"{years} schooljaren van de eerdere levering zitten niet in deze; ze blijven van kracht."
    )


def _sites(context: Context, table: Tabel) -> Iterator[Bevinding]:
    code = "aandeel_zonder_vestigingsplaats"
    if table not in tuple(context.tables_of(code, "instellingsnummer")):
        return
    row = context.con.execute(
        f"select count(*) >= {MINIMUM_ROWS} "
        f"and avg((instellingsnummer is null)::integer) > {_NO_SITE_SHARE} "
        f"from invoer.{table.relatie}"
    ).fetchone()
    if row and row[0]:
        yield Bevinding(
            code,
            f"Meer dan {_NO_SITE_SHARE:.0%} van de rijen heeft geen vestigingsplaats.",
            table.naam,
            kolom="instellingsnummer",
        )


def _home_language(context: Context, table: Tabel) -> Iterator[Bevinding]:
    code = "thuistaal_nederlands"
    if table not in tuple(context.tables_of(code, "ind_thuistaal")):
        return
    row = context.con.execute(
        f"select count(*) >= {MINIMUM_ROWS} "
        f"and avg((ind_thuistaal = 'N')::integer) > {_DUTCH_SHARE} from invoer.{table.relatie}"
    ).fetchone()
    if row and row[0]:
        yield Bevinding(
            code,
            f"Meer dan {_DUTCH_SHARE:.0%} van de anderstalige nieuwkomers spreekt thuis "
            "Nederlands.",
            table.naam,
            kolom="ind_thuistaal",
        )
