"""All rules over one delivery that has been read."""

from __future__ import annotations

from collections.abc import Mapping

import duckdb

from leerloopbaan.intake.delivery import Levering
from leerloopbaan.intake.findings import Bevinding
from leerloopbaan.intake.rules.check import Context, create_pointers, run_row_checks
from leerloopbaan.intake.rules.keys import key_rules
from leerloopbaan.intake.rules.references import reference_rules
from leerloopbaan.intake.rules.values import value_rules
from leerloopbaan.register.schema import Protocol, Tabel

ROW_RULES = (value_rules, key_rules, reference_rules)


def prepare(con: duckdb.DuckDBPyConnection, protocol: Protocol) -> None:
    """Show what is in force as `van_kracht.<relatie>`, also when nothing was ever landed."""
    con.execute("create schema if not exists van_kracht")
    landed = {
        str(row[0])
        for row in con.execute(
            "select table_name from duckdb_tables() "
            "where database_name = 'landing' and schema_name = 'levering'"
        ).fetchall()
    }
    for table in (*protocol.tabellen, *protocol.referentielijsten):
        con.execute(_in_force_sql(table, table.relatie in landed))


def judge(
    con: duckdb.DuckDBPyConnection,
    protocol: Protocol,
    delivery: Levering,
    tables: Mapping[str, Tabel],
) -> list[Bevinding]:
    """Every finding about the rows in `invoer`; pointers to the rows stand in `wijzers`."""
    context = Context(
        con, protocol, tables, delivery.ontvangen_op, delivery.levering_id, delivery.synthetisch
    )
    create_pointers(con)
    return run_row_checks(context, (check for rules in ROW_RULES for check in rules(context)))


def _in_force_sql(table: Tabel, landed: bool) -> str:
    name = f"van_kracht.{table.relatie}"
    if not landed:
        columns = ", ".join(f'null::varchar as "{v.naam}"' for v in table.velden)
        return f"create or replace view {name} as select {columns} where false"
    columns = ", ".join(f'r."{v.naam}"' for v in table.velden)
    year = f'r."{table.schooljaar_kolom}"' if table.schooljaar_kolom else "null"
    return f"""
        create or replace view {name} as
        select {columns} from landing.levering.{table.relatie} as r
        join landing.intake.leveringsdelen as d
            on d.levering_id = r.levering_id and d.tabel = '{table.relatie}'
            and d.schooljaar is not distinct from {year} and d.van_kracht
    """
