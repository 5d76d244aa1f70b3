"""All rules over one delivery that has been read."""

from __future__ import annotations

from collections.abc import Mapping

import duckdb

from leerloopbaan.intake.delivery import Gelezen, Levering
from leerloopbaan.intake.distinct import collect_distinct
from leerloopbaan.intake.findings import Bevinding, Refused
from leerloopbaan.intake.rules.bands import band_rules
from leerloopbaan.intake.rules.calendar import calendar_rules
from leerloopbaan.intake.rules.careers import career_rules
from leerloopbaan.intake.rules.check import (
    Context,
    RowRules,
    WholeRules,
    create_pointers,
    run_row_checks,
)
from leerloopbaan.intake.rules.closed_years import closed_year_rules
from leerloopbaan.intake.rules.content import content_rules
from leerloopbaan.intake.rules.dates import date_rules
from leerloopbaan.intake.rules.keys import key_rules
from leerloopbaan.intake.rules.levels import level_rules
from leerloopbaan.intake.rules.moments import moment_rules
from leerloopbaan.intake.rules.places import place_rules
from leerloopbaan.intake.rules.plausibility import plausibility_rules
from leerloopbaan.intake.rules.population import population_rules
from leerloopbaan.intake.rules.reference_lists import reference_list_rules
from leerloopbaan.intake.rules.references import orphan_rules, reference_rules
from leerloopbaan.intake.rules.sites import site_rules
from leerloopbaan.intake.rules.traits import trait_rules
from leerloopbaan.intake.rules.values import value_checks
from leerloopbaan.intake.suites import Kolom, validate
from leerloopbaan.register.schema import Protocol, Tabel

ROW_RULES: tuple[RowRules, ...] = (
    key_rules,
    site_rules,
    date_rules,
    closed_year_rules,
    trait_rules,
    reference_list_rules,
    reference_rules,
    career_rules,
    population_rules,
    moment_rules,
    level_rules,
    place_rules,
)
WHOLE_RULES: tuple[WholeRules, ...] = (band_rules, orphan_rules, plausibility_rules, calendar_rules)


def prepare(con: duckdb.DuckDBPyConnection, protocol: Protocol, *, without: str = "") -> None:
    """Show what is in force as `van_kracht.<relatie>`, also when nothing was ever landed.

    Beside it `weerhouden.<relatie>` (rows that those deliveries hold back) and
    `delen_van_kracht`. The delivery `without` is left out: it is being judged anew.
    """
    landed = {
        str(row[0])
        for row in con.execute(
            "select table_name from duckdb_tables() "
            "where database_name = 'landing' and schema_name = 'wachtkamer'"
        ).fetchall()
    }
    con.execute("create schema if not exists van_kracht; create schema if not exists weerhouden")
    con.execute(
        "create or replace view delen_van_kracht as "
        + (
            "select levering_id, tabel, schooljaar, ontvangen_op "
            "from landing.intake.leveringsdelen "
            f"where van_kracht and levering_id <> '{without}'"
            if landed
            else "select null::varchar as levering_id, null::varchar as tabel, "
            "null::varchar as schooljaar, null::timestamp as ontvangen_op where false"
        )
    )
    for table in (*protocol.tabellen, *protocol.referentielijsten):
        for schema, kept in (("van_kracht", "levering"), ("weerhouden", "wachtkamer")):
            con.execute(
                f"create or replace view {schema}.{table.relatie} as "
                + _in_force_sql(table, kept, table.relatie in landed, without)
            )


def judge(
    con: duckdb.DuckDBPyConnection,
    protocol: Protocol,
    delivery: Levering,
    read: tuple[Gelezen, ...],
) -> list[Bevinding]:
    """Every finding about the rows in `invoer`; pointers to the rows stand in `wijzers`.

    Raises Refused for forbidden content: such a delivery is not looked into any further.
    """
    tables: Mapping[str, Tabel] = {g.tabel: protocol.tabel(g.tabel) for g in read}
    context = Context(con, protocol, tables, delivery.ontvangen_op, delivery.levering_id, read)
    create_pointers(con)
    collect_distinct(con, tables.values())
    forbidden = run_row_checks(context, content_rules(context))
    if forbidden:
        raise Refused(*forbidden)
    findings = _values(context)
    checks = (check for rules in ROW_RULES for check in rules(context))
    findings += run_row_checks(context, checks)
    findings += [finding for rules in WHOLE_RULES for finding in rules(context)]
    return findings


def _values(context: Context) -> list[Bevinding]:
    """What the suites say about the columns, with the rows behind it."""
    tables = tuple(context.tabellen.values())
    checks = [check for t in tables for field in t.velden for check in value_checks(t, field)]
    failures = validate(context.con, tables)
    return run_row_checks(
        context,
        [
            check
            for check in checks
            if (check.regel, Kolom(check.tabel, check.kolom)) in failures
            or (check.regel, Kolom(check.tabel, None)) in failures
        ],
    )


def _in_force_sql(table: Tabel, schema: str, landed: bool, without: str) -> str:
    if not landed:
        columns = ", ".join(f'null::varchar as "{v.naam}"' for v in table.velden)
        return f"select {columns} where false"
    columns = ", ".join(f'r."{v.naam}"' for v in table.velden)
    year = f'r."{table.schooljaar_kolom}"' if table.schooljaar_kolom else "null"
    return f"""
        select {columns} from landing.{schema}.{table.relatie} as r
        join landing.intake.leveringsdelen as d
            on d.levering_id = r.levering_id and d.tabel = '{table.relatie}'
            and d.schooljaar is not distinct from {year} and d.van_kracht
        where r.levering_id <> '{without}'
    """
