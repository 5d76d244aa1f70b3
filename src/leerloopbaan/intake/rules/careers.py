"""Enrolments of one person: census moments, attests, and what comes before what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from leerloopbaan.intake.rules.check import Context, RowCheck, readable, start_year
from leerloopbaan.intake.rules.dates import moment_day
from leerloopbaan.register.schema import Tabel, Veld

_GROUPS = "ref_administratieve_groepen"


def career_rules(context: Context) -> Iterator[RowCheck]:
    """Rules on 11b and 11c, and on 11a against them."""
    for table in context.tabellen.values():
        moments = [v for v in table.velden if v.naam.startswith("toestand_") and v.meetmomenten]
        if moments:
            yield from _census_rules(context, table, moments)
    yield from _attest_of_newcomers(context)
    yield from _order_of_files(context)


def moment_has_passed(moment: str, received: dt.date) -> int:
    """The last start year whose census moment (`01/10`, `01/02`, `30/06`) had passed."""
    day, month = (int(part) for part in moment.split("/"))
    in_first_year = month >= 9
    this_year = dt.date(received.year, month, day) < received
    last = received.year if this_year else received.year - 1
    return last if in_first_year else last - 1


def _census_rules(context: Context, table: Tabel, moments: list[Veld]) -> Iterator[RowCheck]:
    names = [f'"{v.naam}"' for v in moments]
    if context.applies("geen_toestand", table.naam):
        yield RowCheck(
            "geen_toestand",
            table.naam,
            "De inschrijving is op geen enkel meetmoment actief.",
            conditie=" and ".join(f"{name} = 'N'" for name in names),
        )
    year = start_year("schooljaar")
    person = next((v.naam for v in table.velden if v.persoonssleutel), None)
    for field in moments:
        name, moment = f'"{field.naam}"', field.meetmomenten[0]
        if context.applies("toestand_ontbreekt", table.naam):
            last = moment_has_passed(moment, context.ontvangen.date())
            yield RowCheck(
                "toestand_ontbreekt",
                table.naam,
                f"De toestand op {moment} is leeg en dat meetmoment is voorbij.",
                field.naam,
                conditie=f'"{field.naam}" is null and {year} <= {last}',
            )
        if context.applies("toestand_te_vroeg", table.naam):
            received = context.ontvangen.date().isoformat()
            yield RowCheck(
                "toestand_te_vroeg",
                table.naam,
                f"De toestand op {moment} is ingevuld en dat meetmoment moest op {received} nog "
                "komen.",
                field.naam,
                conditie=f"{readable(name)} "
                f"and make_date({year}, 9, 1) <= date '{received}' "
                f"and {moment_day(moment, year)} > date '{received}'",
            )
        if person and context.applies("twee_hoofdinschrijvingen", table.naam):
            yield RowCheck(
                "twee_hoofdinschrijvingen",
                table.naam,
                f"De leerling is op {moment} meer dan eens ingeschreven.",
                field.naam,
                query=f"""
                    select bestand, rij from (
                        select bestand, rij,
                            count(*) over (partition by "{person}", schooljaar) as keer
                        from invoer.{table.relatie} where "{field.naam}" = 'J'
                    ) where keer > 1
                """,
            )


def _attest_of_newcomers(context: Context) -> Iterator[RowCheck]:
    """OKAN ends with an attestation of regular attendance: no A, B or C."""
    code = "attest_bij_okan"
    columns = ("administratieve_groep_code", "cluster_orienteringsattest")
    if not context.is_known(_GROUPS):
        return
    for table in context.tables_of(code, *columns):
        yield RowCheck(
            code,
            table.naam,
            "Een oriënteringsattest bij een OKAN-inschrijving.",
            "cluster_orienteringsattest",
            query=f"""
                select d.bestand, d.rij from invoer.{table.relatie} as d
                semi join (
                    select administratieve_groep_code from {context.known(_GROUPS)}
                    where is_okan = 'J'
                ) as g on d.administratieve_groep_code = g.administratieve_groep_code
                where d.cluster_orienteringsattest in ('A', 'B', 'C')
            """,
        )


def _order_of_files(context: Context) -> Iterator[RowCheck]:
    if context.defined("11a") is None:
        return
    for table in context.tables_of("loopbaan_voor_instroom", "persoon_code", "schooljaar"):
        yield RowCheck(
            "loopbaan_voor_instroom",
            table.naam,
            "De inschrijving ligt voor de eerste (OK)AN-inschrijving.",
            "schooljaar",
            query=f"""
                select d.bestand, d.rij from invoer.{table.relatie} as d
                join (
                    select persoon_code, min({start_year("schooljaar")}) as instroom
                    from {context.known("11a", with_held_back=True)} group by persoon_code
                ) as p on p.persoon_code = d.persoon_code
                where {start_year("d.schooljaar")} < p.instroom
            """,
        )
    for table in context.tables_of("vsv_herhaald", "persoon_code", "vsv"):
        yield RowCheck(
            "vsv_herhaald",
            table.naam,
            "De persoon staat er meer dan eens.",
            "persoon_code",
            query=f"""
                select bestand, rij from (
                    select bestand, rij, count(*) over (partition by persoon_code) as keer
                    from invoer.{table.relatie}
                ) where keer > 1
            """,
        )
    if context.is_known("11b"):
        for table in context.tables_of("persoon_zonder_loopbaan", "persoon_code"):
            yield RowCheck(
                "persoon_zonder_loopbaan",
                table.naam,
                "De persoon heeft geen enkele inschrijving in 11b.",
                "persoon_code",
                query=f"""
                    select d.bestand, d.rij from invoer.{table.relatie} as d
                    anti join {context.known("11b", with_held_back=True)} as o
                        on o.persoon_code = d.persoon_code
                    where {readable("d.persoon_code")}
                """,
            )
