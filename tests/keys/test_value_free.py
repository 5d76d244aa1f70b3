"""DuckDB quotes a row's value in many errors: none of them may pass."""

from __future__ import annotations

import duckdb
import pytest

from leerloopbaan.duck import value_free

CANARY = "KANARIE42"
WITH_VALUES = {
    "cast": "select cast(x as int) from (select '{c}' || i as x from range(3) as r(i))",
    "cast without column": "select cast('{c}' || i as date) from range(2) as r(i)",
    "enum": "select ('{c}' || i)::enum('a', 'b') from range(2) as r(i)",
    "list": "select cast(x as int[]) from (select '[{c}]' || i as x from range(3) as r(i))",
    "date format": "select strptime('{c}' || i, '%Y') from range(2) as r(i)",
    "pattern": "select regexp_matches('a', '({c}' || i) from range(2) as r(i)",
    "json": "select json_extract('{{{c}' || i, '$.a') from range(2) as r(i)",
    "raised": "select error('{c}' || i) from range(2) as r(i)",
    "primary key": "insert into t select '{c}', 7 union all select '{c}', 8",
    "foreign key": "insert into u select '{c}' || 1",
    "phrase of a safe part in the value": (
        "select cast('when casting from source column {c}' || i as int) from range(2) as r(i)"
    ),
}


@pytest.fixture
def connection() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute("create table t (a varchar primary key, b int not null check (b > 5))")
    connection.execute("create table u (a varchar references t (a))")
    return connection


@pytest.mark.parametrize("statement", WITH_VALUES.values(), ids=WITH_VALUES.keys())
def test_no_value_passes(connection: duckdb.DuckDBPyConnection, statement: str) -> None:
    with pytest.raises(duckdb.Error) as error:
        connection.execute(statement.format(c=CANARY)).fetchall()
    assert CANARY in str(error.value), "the canary must be in DuckDB's own text"
    assert CANARY not in value_free(error.value)


@pytest.mark.parametrize(
    ("statement", "kept"),
    [
        ("insert into t select 'a', null", "NOT NULL constraint failed: t.b"),
        ("insert into t select 'a', 3", "CHECK constraint failed on table t"),
        ("insert into t select 'a', 7 union all select 'a', 8", "PRIMARY KEY or UNIQUE"),
        ("select cast(x as int) from (select 'q' || i as x from range(3) as r(i))", "column x"),
        ("select nergens from t", "nergens"),
        ("select * from weg", "weg"),
        ("selekt 1", "selekt"),
    ],
)
def test_what_an_engineer_needs_is_kept(
    connection: duckdb.DuckDBPyConnection, statement: str, kept: str
) -> None:
    with pytest.raises(duckdb.Error) as error:
        connection.execute(statement).fetchall()
    assert kept in value_free(error.value)
