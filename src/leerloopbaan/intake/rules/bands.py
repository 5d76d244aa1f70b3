"""Numbers that may come in bands: one form per column, bands that do not overlap."""

from __future__ import annotations

from collections.abc import Iterator

from leerloopbaan.intake.findings import Bevinding
from leerloopbaan.intake.rules.check import Context
from leerloopbaan.register.schema import Tabel, Veldtype

_NUMBER = r"^-?\d+$"
_BAND = r"^\d+(-\d+|\+)$"


def band_rules(context: Context) -> Iterator[Bevinding]:
    """Findings about each column that holds numbers or bands."""
    for table in context.tabellen.values():
        for field in table.velden:
            if field.type is Veldtype.geheel_of_band:
                yield from _one_form(context, table, field.naam)
                yield from _apart(context, table, field.naam)


def _one_form(context: Context, table: Tabel, column: str) -> Iterator[Bevinding]:
    if not context.applies("banden_gemengd", table.naam):
        return
    row = context.con.execute(
        f"select count_if(regexp_matches({column}, '{_NUMBER}')), "
        f"count_if(regexp_matches({column}, '{_BAND}')) from invoer.{table.relatie}"
    ).fetchone()
    if row and row[0] and row[1]:
        yield Bevinding(
            "banden_gemengd",
            "De kolom bevat zowel aantallen als banden.",
            table.naam,
            kolom=column,
            aantal=int(min(row)),
        )


def _apart(context: Context, table: Tabel, column: str) -> Iterator[Bevinding]:
    if not context.applies("banden_overlappen", table.naam):
        return
    row = context.con.execute(
        f"""
        with band as (
            select distinct {column} as b,
                try_cast(regexp_extract({column}, '^\\d+') as integer) as van,
                coalesce(try_cast(regexp_extract({column}, '-(\\d+)$', 1) as integer), 1000000)
                    as tot
            from invoer.{table.relatie} where regexp_matches({column}, '{_BAND}')
        )
        select count(*) from band as x join band as y on x.b < y.b
        where x.van <= y.tot and y.van <= x.tot
        """
    ).fetchone()
    if row and row[0]:
        yield Bevinding(
            "banden_overlappen",
            "Banden van deze kolom overlappen elkaar.",
            table.naam,
            kolom=column,
            aantal=int(row[0]),
        )
