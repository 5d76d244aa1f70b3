"""One built city in memory, in which a model can be broken and put back.

Everything happens in a transaction that is rolled back: the mutant, the models that follow from
it and their tests see one another, and the next mutant sees none of it.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from leerloopbaan import duck, home
from leerloopbaan.keys.dbt_plugin import _register_pseudonym
from leerloopbaan.keys.derive import file_key
from leerloopbaan.keys.salts import salts
from leerloopbaan.keys.secrets import city_secret

Node = dict[str, Any]
# Python computes these, or they follow from what it computes: not rebuilt for a mutant upstream.
STOPS = frozenset({"onthulling"})


# A mutant may make a recursion that never ends.
SECONDS = 60.0


@contextmanager
def no_longer_than(connection: duckdb.DuckDBPyConnection, seconds: float) -> Iterator[None]:
    """Interrupt what the connection does when it takes longer (duckdb.InterruptException)."""
    timer = threading.Timer(seconds, connection.interrupt)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


class Bench:
    """A built city: its manifest, its tables in memory, and what each model's table hashes to."""

    def __init__(self, city: str, manifest_file: Path) -> None:
        """Copy the city's landing and warehouse (LEERLOOPBAAN_HOME) into memory."""
        self.city = city
        self.manifest: dict[str, Any] = json.loads(manifest_file.read_text(encoding="utf-8"))
        self.connection = duckdb.connect(":memory:")
        secret = city_secret(city)
        duck.harden(self.connection, city)
        _register_pseudonym(self.connection, secret, salts(city), {})
        for name, file in (
            ("landing", home.landing_file(city)), ("warehouse", home.warehouse_file(city)),
        ):  # fmt: skip
            key = file_key(secret, name)
            self.connection.execute(
                f"attach '{file}' as basis_{name} (encryption_key '{key}', read_only)"
            )
            self._copy(f"basis_{name}", name)
            self.connection.execute(f"detach basis_{name}")
        self.connection.execute("use warehouse")
        self.models = {
            node["name"]: node
            for node in self.manifest["nodes"].values()
            if node["resource_type"] == "model"
            and node["language"] == "sql"
            and self._exists(node["relation_name"])
        }
        self.base = {name: self.state(node) for name, node in self.models.items()}

    def _copy(self, source: str, target: str) -> None:
        self.connection.execute(f"attach ':memory:' as {target}")
        tables = self.connection.execute(
            "select schema_name, table_name from duckdb_tables() where database_name = $1",
            [source],
        ).fetchall()
        for schema, table in tables:
            self.connection.execute(f'create schema if not exists {target}."{schema}"')
            self.connection.execute(
                f'create table {target}."{schema}"."{table}" as '
                f'select * from {source}."{schema}"."{table}"'
            )

    def _exists(self, relation: str) -> bool:
        try:
            self.connection.execute(f"select 1 from {relation} limit 0")
        except duckdb.CatalogException:
            return False
        return True

    def state(self, node: Node) -> tuple[int, int, str]:
        """Rows, an order-free hash of their content, and the columns of a model's table."""
        relation = node["relation_name"]
        row = self.connection.execute(
            f"select count(*), coalesce(sum(hash(t)::hugeint), 0) from {relation} as t"
        ).fetchone()
        assert row is not None
        types = self.connection.execute(f"describe {relation}").fetchall()
        return row[0], row[1], json.dumps([t[:2] for t in types])

    @contextmanager
    def broken(self) -> Iterator[None]:
        """Whatever is rebuilt inside is put back at the end."""
        self.connection.execute("begin transaction")
        try:
            yield
        finally:
            self.connection.execute("rollback")

    def rebuild(self, node: Node, sql: str | None = None) -> None:
        """Make a model's table anew, from other SQL when given; raises duckdb.Error.

        Under a contract dbt writes its columns in its order and types.
        """
        query = sql or node["compiled_code"]
        if node["config"]["contract"]["enforced"]:
            columns = ", ".join(
                f'"{c["name"]}"::{c["data_type"]} as "{c["name"]}"'
                for c in node["columns"].values()
            )
            query = f"select {columns} from ({query})"
        with no_longer_than(self.connection, SECONDS):
            self.connection.execute(f"create or replace table {node['relation_name']} as {query}")

    def followers(self, name: str) -> list[Node]:
        """The SQL models that follow from a model, in order, up to what Python computes."""
        reached = {self.models[name]["unique_id"]}
        order = []
        for node in self._in_order():
            if node["name"] != name and reached & set(node["depends_on"]["nodes"]):
                reached.add(node["unique_id"])
                order.append(node)
        return order

    def _in_order(self) -> list[Node]:
        done: dict[str, Node] = {}
        by_id = {node["unique_id"]: node for node in self.models.values()}

        def visit(key: str) -> None:
            if key in done or key not in by_id:
                return
            for parent in by_id[key]["depends_on"]["nodes"]:
                visit(parent)
            done[key] = by_id[key]

        for key in sorted(by_id):
            visit(key)
        return list(done.values())

    def failing_test(self, node: Node) -> str | None:
        """The first dbt test that fails now among those that read a model; None when all pass."""
        if (broken := self._contract(node)) is not None:
            return broken
        for test in self.manifest["nodes"].values():
            if (
                test["resource_type"] != "test"
                or node["unique_id"] not in test["depends_on"]["nodes"]
                or test["config"]["severity"].lower() != "error"
                or not test.get("compiled_code")
                or not self._readable(test)
            ):
                continue
            try:
                row = self.connection.execute(
                    f"select {test['config'].get('fail_calc') or 'count(*)'} "
                    f"from ({test['compiled_code']})"
                ).fetchone()
            except duckdb.Error:
                return f"{test['name']} (error)"
            if row and row[0]:
                return str(test["name"])
        return None

    def _readable(self, test: Node) -> bool:
        names = {node["unique_id"] for node in self.models.values()}
        return all(
            key in names or not key.startswith("model.") for key in test["depends_on"]["nodes"]
        )

    def _contract(self, node: Node) -> str | None:
        """What DuckDB would refuse: a null, a key twice, a failed check."""
        if not node["config"]["contract"]["enforced"]:
            return None
        relation = node["relation_name"]
        for name, columns, condition in _constraints(node):
            if condition is None:
                listed = ", ".join(columns)
                query = f"select 1 from {relation} group by {listed} having count(*) > 1 limit 1"
            else:
                query = f"select 1 from {relation} where not ({condition}) limit 1"
            if self.connection.execute(query).fetchone():
                return f"contract: {name}"
        return None


def _constraints(node: Node) -> Iterator[tuple[str, list[str], str | None]]:
    for column in node["columns"].values():
        for constraint in column.get("constraints", []):
            yield from _constraint(constraint, [column["name"]])
    for constraint in node.get("constraints", []):
        yield from _constraint(constraint, constraint.get("columns") or [])


def _constraint(
    constraint: dict[str, Any], columns: list[str]
) -> Iterator[tuple[str, list[str], str | None]]:
    kind = constraint["type"]
    if kind in ("not_null", "primary_key"):
        for column in columns:
            yield "not_null", columns, f"{column} is not null"
    if kind in ("unique", "primary_key"):
        yield "unique", columns, None
    if kind == "check":
        yield "check", columns, f"coalesce({constraint['expression']}, true)"
