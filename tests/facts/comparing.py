"""Rows that were computed twice, compared: names of columns and numbers of rows, never a value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

import duckdb

Row = dict[str, Any]


def rows_of(connection: duckdb.DuckDBPyConnection, relation: str) -> list[Row]:
    """All rows of a relation of the warehouse."""
    cursor = connection.execute(f"select * from warehouse.{relation}")
    names = [column[0] for column in cursor.description or []]
    return [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]


def different(
    connection: duckdb.DuckDBPyConnection,
    relation: str,
    key: tuple[str, ...],
    expected: Iterable[Row],
) -> list[str]:
    """What a built relation says otherwise than the expected rows; empty when all is well."""
    built = rows_of(connection, relation)
    wanted, told = _keyed(expected, key), _keyed(built, key)
    faults = Counter(
        {
            "two rows with one key": len(built) - len(told),
            "missing": len(wanted.keys() - told.keys()),
            "too many": len(told.keys() - wanted.keys()),
        }
    )
    for one in wanted.keys() & told.keys():
        if told[one] != wanted[one]:
            columns = told[one].keys() | wanted[one].keys()
            faults.update(
                f"other {column}"
                for column in columns
                if told[one].get(column, "-") != wanted[one].get(column, "-")
            )
    return [f"{relation}: {what} ({count} rows)" for what, count in faults.items() if count]


def _keyed(rows: Iterable[Row], key: tuple[str, ...]) -> dict[tuple[Any, ...], Row]:
    return {tuple(row[column] for column in key): row for row in rows}
