"""What stands in each column, once: a rule about values has that much to read, and no more."""

from __future__ import annotations

from collections.abc import Iterable

import duckdb

from leerloopbaan.register.schema import Tabel


def collect_distinct(con: duckdb.DuckDBPyConnection, tables: Iterable[Tabel]) -> None:
    """Per delivered table a scratch table of column (`kolom`) and distinct text (`v`)."""
    for table in tables:
        texts = " union all ".join(
            f"select distinct '{field.naam}' as kolom, \"{field.naam}\" as v "
            f'from invoer.{table.relatie} where "{field.naam}" is not null'
            for field in table.velden
        )
        con.execute(f"create or replace temp table {distinct_of(table)} as {texts}")


def distinct_of(table: Tabel) -> str:
    """Name of the scratch table."""
    return f"onderscheiden_{table.relatie}"
