"""Looks for a pupil's estimate in what was built: by its name, by its values, by its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import duckdb

# Columns that would hold an estimate of one pupil.
NAMES = re.compile(r"kans|score|risico|verhoogd|beoordeeld|probab|logit", re.IGNORECASE)
KEYS = ("persoon_id", "leerling_id")
ALMOST = 0.999
TEXT = {".json", ".csv", ".html", ".md", ".txt", ".log", ".sql", ".yml", ".jsonl"}


def named(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Columns of a person-level relation that are called like an estimate, and the fact itself."""
    rows = connection.execute(
        "select schema_name, table_name, list(column_name) from duckdb_columns() "
        "where not internal and database_name not in ('memory', 'temp') group by all order by all"
    ).fetchall()
    return [
        f"{schema}.{table}.{column}"
        for schema, table, columns in rows
        for column in columns
        if table.endswith("feit_vroegsignaal")
        or (set(KEYS) & set(columns) and NAMES.search(column))
    ]


def correlated(connection: duckdb.DuckDBPyConnection, scores: str) -> list[str]:
    """Columns of a person-level table that order or split pupils as `scores` does.

    `scores`: a relation `(persoon_id, kans, verhoogd)` that the connection can see.
    """
    return list(_correlated(connection, scores))


def _correlated(connection: duckdb.DuckDBPyConnection, scores: str) -> Iterator[str]:
    for place, key, column in connection.execute(
        """
        select concat_ws('.', database_name, schema_name, '"' || table_name || '"'), k.key,
            column_name
        from duckdb_columns() as c
        inner join (
            select database_name, schema_name, table_name, any_value(column_name) as key
            from duckdb_columns()
            where column_name in ('persoon_id', 'leerling_id')
            group by all
        ) as k using (database_name, schema_name, table_name)
        where not internal and database_name not in ('memory', 'temp')
            and data_type in ('DOUBLE', 'FLOAT', 'INTEGER', 'BIGINT', 'BOOLEAN', 'HUGEINT')
        order by all
        """
    ).fetchall():
        found = connection.execute(
            f'select abs(corr(t."{column}"::double, s.kans)), '
            f'abs(corr(t."{column}"::double, ln(s.kans / (1 - s.kans)))), '
            f'abs(corr(t."{column}"::double, s.verhoogd::double)) '
            f"from {place} as t inner join {scores} as s on t.{key} = s.persoon_id"
        ).fetchone()
        # A column with one value has no correlation (NULL or NaN, never above).
        if any(value is not None and value > ALMOST for value in found or ()):
            yield f"{place}.{column}"


def written(folders: list[Path], chances: list[float]) -> list[str]:
    """Text files that hold an estimate of a pupil, to ten digits: fewer also occur in timings."""
    wanted = {f"{chance:.12f}"[:12] for chance in chances}
    number = re.compile(r"0\.\d{10,}")
    found = []
    for folder in folders:
        for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix in TEXT):
            text = path.read_text(encoding="utf-8", errors="replace")
            if any(hit[:12] in wanted for hit in number.findall(text)):
                found.append(path.name)
    return found
