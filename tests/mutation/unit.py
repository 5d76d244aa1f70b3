"""dbt's unit tests, run straight in DuckDB on any SQL of their model."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import duckdb

from mutation.bench import no_longer_than

Manifest = dict[str, Any]
# A unit test has a handful of rows.
SECONDS = 5.0
_INPUT = re.compile(r"(ref|source)\(([^)]*)\)")


@dataclass(frozen=True)
class UnitTest:
    """A unit test whose rows stand ready: relation of the model's SQL → table with given rows."""

    name: str
    given: dict[str, str]
    expected: str
    columns: tuple[str, ...]


def prepare(
    connection: duckdb.DuckDBPyConnection, manifest: Manifest, built: Collection[str]
) -> dict[str, list[UnitTest]]:
    """Write the rows of the built models' unit tests as tables in `proef`; tests per model."""
    connection.execute("attach ':memory:' as proef")
    by_model: dict[str, list[UnitTest]] = {}
    for number, node in enumerate(manifest["unit_tests"].values()):
        if node["model"] not in built:
            continue
        connection.execute(f"create schema proef.t{number}; create schema proef.verwacht{number}")
        relations = _relations(manifest, node)
        given = {}
        for block in node["given"]:
            relation = relations[_key(block["input"])]
            # The same name elsewhere: SQL may name a column by its table.
            stand_in = f'"proef"."t{number}".{relation.rpartition(".")[2]}'
            _table(connection, stand_in, relation, block["rows"])
            given[relation] = stand_in
        model = manifest["nodes"][f"model.leerloopbaan.{node['model']}"]
        rows = node["expect"]["rows"]
        expected = f"proef.verwacht{number}.rijen"
        like = model["relation_name"] or f"({model['compiled_code']})"
        _table(connection, expected, like, rows)
        told = connection.execute(f"describe {expected}").fetchall()
        columns = (
            tuple(name for name, *_ in told)
            if isinstance(rows, str)
            else tuple(dict.fromkeys(c.lower() for row in rows for c in row))
        )
        by_model.setdefault(node["model"], []).append(
            UnitTest(node["name"], given, expected, columns)
        )
    return by_model


def passes(connection: duckdb.DuckDBPyConnection, sql: str, test: UnitTest) -> bool:
    """Whether the SQL gives exactly the expected rows; an error is a failure.

    `sql` names relations as the manifest does: quoted, in full.
    """
    for relation, stand_in in test.given.items():
        sql = sql.replace(relation, stand_in)
    columns = ", ".join(f'"{c}"' for c in test.columns)
    actual = f"select {columns} from ({sql})"
    wanted = f"select {columns} from {test.expected}"
    try:
        with no_longer_than(connection, SECONDS):
            row = connection.execute(
                f"select (select count(*) from ({actual} except all {wanted})), "
                f"(select count(*) from ({wanted} except all {actual}))"
            ).fetchone()
    except duckdb.Error:
        return False
    return row == (0, 0)


def _table(
    connection: duckdb.DuckDBPyConnection, table: str, like: str, rows: list[dict[str, Any]] | str
) -> None:
    if isinstance(rows, str):
        connection.execute(f"create table {table} as {rows}")
        return
    connection.execute(f"create table {table} as select * from {like} limit 0")
    for row in rows:
        marks = ", ".join("?" for _ in row)
        names = ", ".join(f'"{column}"' for column in row)
        connection.execute(f"insert into {table} ({names}) values ({marks})", list(row.values()))


def _relations(manifest: Manifest, node: dict[str, Any]) -> dict[str, str]:
    model = manifest["nodes"][f"model.leerloopbaan.{node['model']}"]
    found = {}
    for key in model["depends_on"]["nodes"]:
        read = manifest["nodes"].get(key) or manifest["sources"][key]
        found[read["name"]] = read["relation_name"]
        if read["resource_type"] == "source":
            found[f"{read['source_name']}.{read['name']}"] = read["relation_name"]
    return found


def _key(text: str) -> str:
    match = _INPUT.search(text)
    assert match is not None, text
    return ".".join(part.strip().strip("'\"") for part in match[2].split(","))
