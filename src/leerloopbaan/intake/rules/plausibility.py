"""Plausible against what is in force: numbers of rows, shares of categories, shares of blanks.

Warnings only. They compare per school year, so that a delivery with one more year is no surprise;
the first delivery of a year's census is compared with the year before.
"""

from __future__ import annotations

from collections.abc import Iterator

from leerloopbaan.intake.findings import Bevinding
from leerloopbaan.intake.rules.check import Context, start_year
from leerloopbaan.register.schema import Tabel, Veldtype

# Below this many rows shares jump about by themselves.
_MINIMUM_ROWS = 100
_ROWS_RATIO = 0.25
_SHARE_STEP = 0.10
_BLANK_STEP = 0.10
# Beyond what chance makes of a share in that many rows, in standard errors.
_CHANCE = 4
_NO_SITE_SHARE = 0.60
_DUTCH_SHARE = 0.10


def plausibility_rules(context: Context) -> Iterator[Bevinding]:
    """Findings about a table as a whole."""
    for table in context.tabellen.values():
        yield from _row_counts(context, table)
        yield from _shares(context, table)
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
        where greatest(nu, toen) >= {_MINIMUM_ROWS}
            and abs(nu - toen) > {_ROWS_RATIO} * toen
        order by 1
        """
    ).fetchall()
    if rows:
        years = ", ".join(str(row[0]) for row in rows if row[0]) or "de lijst"
        yield Bevinding(
            code, f"Sterk afwijkend aantal rijen voor {years}.", table.naam, aantal=len(rows)
        )


def _shares(context: Context, table: Tabel) -> Iterator[Bevinding]:
    columns = [
        v
        for v in table.velden
        if v.type in {Veldtype.keuze, Veldtype.janee} or (v.type is Veldtype.code and v.waarden)
    ]
    for field in columns if table.meetmoment else ():
        if context.applies("plausibel_aandeel", table.naam) and _jumps(context, table, field.naam):
            yield Bevinding(
                "plausibel_aandeel",
                "Het aandeel van een categorie springt tegenover het vorige schooljaar.",
                table.naam,
                kolom=field.naam,
            )
    enough = context.con.execute(
        f"select (select count(*) from invoer.{table.relatie}) >= {_MINIMUM_ROWS} "
        f"and (select count(*) from van_kracht.{table.relatie}) >= {_MINIMUM_ROWS}"
    ).fetchone()
    if not enough or not enough[0]:
        return
    for field in columns:
        if context.applies("plausibel_aandeel", table.naam) and _moved(
            context, table, field.naam, filled=True
        ):
            yield Bevinding(
                "plausibel_aandeel",
                "Het aandeel van een categorie verschuift sterk.",
                table.naam,
                kolom=field.naam,
            )
    for field in table.velden:
        if (
            not field.verplicht
            and context.applies("plausibel_leeg", table.naam)
            and _moved(context, table, field.naam, filled=False)
        ):
            yield Bevinding(
                "plausibel_leeg",
                "Het aandeel lege waarden verschuift sterk.",
                table.naam,
                kolom=field.naam,
            )


def _moved(context: Context, table: Tabel, column: str, *, filled: bool) -> bool:
    """Whether any category's (or the blanks') share moved, in school years of both."""
    value = f'"{column}"' if filled else f'("{column}" is null)::varchar'
    where = f'"{column}" is not null' if filled else "true"
    step = _SHARE_STEP if filled else _BLANK_STEP
    common = "true"
    if table.schooljaar_kolom:
        year = f'"{table.schooljaar_kolom}"'
        common = (
            f"{year} in (select {year} from invoer.{table.relatie} intersect "
            f"select {year} from van_kracht.{table.relatie})"
        )
    share = (
        f"select {value} as w, count(*) / sum(count(*)) over () as deel "
        f"from {{}}.{table.relatie} where {where} and {common} group by 1"
    )
    row = context.con.execute(
        f"select bool_or(abs(coalesce(n.deel, 0) - coalesce(t.deel, 0)) > {step}) "
        f"from ({share.format('invoer')}) as n "
        f"full join ({share.format('van_kracht')}) as t on t.w = n.w"
    ).fetchone()
    return bool(row and row[0])


def _jumps(context: Context, table: Tabel, column: str) -> bool:
    """Whether a share moved since the year before, in school years that are not in force yet.

    Only of a census, which counts everybody: its shares move slowly.
    """
    year = f'"{table.schooljaar_kolom}"'
    row = context.con.execute(
        f"""
        with telling as (
            select {start_year(year)} as jaar, "{column}" as w, count(*) as n
            from {context.known(table.naam)} where "{column}" is not null group by all
        ), jaren as (
            select jaar, sum(n) as totaal from telling group by jaar
            having totaal >= {_MINIMUM_ROWS}
        ), nieuw as (
            select distinct {start_year(year)} as jaar from invoer.{table.relatie}
            where {year} not in (select {year} from van_kracht.{table.relatie})
        ), aandeel as (
            select j.jaar, j.totaal, v.totaal as vorig_totaal,
                coalesce(t.n, 0) / j.totaal as nu, coalesce(o.n, 0) / v.totaal as toen
            from nieuw join jaren as j using (jaar) join jaren as v on v.jaar = j.jaar - 1
            cross join (select distinct w from telling) as c
            left join telling as t on t.jaar = j.jaar and t.w = c.w
            left join telling as o on o.jaar = v.jaar and o.w = c.w
        ), verschil as (
            select abs(nu - toen) as stap,
                (nu * totaal + toen * vorig_totaal) / (totaal + vorig_totaal) as p,
                1 / totaal + 1 / vorig_totaal as kans
            from aandeel
        )
        select bool_or(stap > greatest({_SHARE_STEP}, {_CHANCE} * sqrt(p * (1 - p) * kans)))
        from verschil
        """
    ).fetchone()
    return bool(row and row[0])


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
        f"select count(*) >= {_MINIMUM_ROWS} "
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
        f"select count(*) >= {_MINIMUM_ROWS} "
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
