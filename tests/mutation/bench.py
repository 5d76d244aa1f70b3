"""A copy of one built city, in which a model can be broken and put back.

Everything happens in a transaction that is rolled back: the mutant, the models that follow from
it and their tests see one another, and the next mutant sees none of it.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import threading
import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from leerloopbaan import duck, home
from leerloopbaan.keys.dbt_plugin import _register_pseudonym
from leerloopbaan.keys.derive import file_key
from leerloopbaan.keys.salts import salts
from leerloopbaan.keys.secrets import city_secret
from mutation.mutants import PASTED

Node = dict[str, Any]
State = tuple[int, int, str]

# What the engine decides is not decided anew for a mutant upstream: it takes minutes, and what
# follows from it would only show that its decisions are about other cells.
ENGINES = ("onthulling", "schoolonthulling")
# Layer by layer, so that what a check compares stands before the check is run.
LAYERS = ("staging", "intermediate", "quality", "cells", "suppression", "marts")
# A mutant may make a recursion that never ends, or rows without number; no model takes a tenth.
# Processor seconds: on a busy machine nothing is stopped that would be let go on a quiet one.
SECONDS = 40.0
# The proof of the schools is the longest of the tests.
TEST_SECONDS = 300.0
# A join on anything but its key writes more rows than a machine has memory for.
MEMORY = "4GB"


@contextmanager
def no_longer_than(connection: duckdb.DuckDBPyConnection, seconds: float) -> Iterator[None]:
    """Interrupt what the connection does when it takes more processor seconds
    (duckdb.InterruptException)."""
    done = threading.Event()
    until = time.process_time() + seconds

    def watch() -> None:
        while not done.wait(0.25):
            if time.process_time() > until:
                connection.interrupt()
                return

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()


class Bench:
    """A built city: its manifest, its tables in memory, and what each model's table hashes to."""

    def __init__(self, city: str, manifest_file: Path) -> None:
        """Open a copy of the city's landing and warehouse (LEERLOOPBAAN_HOME), gone when done."""
        self.city = city
        self.manifest: dict[str, Any] = json.loads(manifest_file.read_text(encoding="utf-8"))
        limits: dict[str, str | bool | int | float | list[str]] = {
            "threads": 1, "memory_limit": MEMORY, "max_temp_directory_size": "0KB"
        }  # fmt: skip
        self.connection = duckdb.connect(":memory:", config=limits)
        secret = city_secret(city)
        duck.harden(self.connection, city)
        _register_pseudonym(self.connection, secret, salts(city), {})
        with tempfile.TemporaryDirectory(dir=home.home(), prefix="bank-") as scratch:
            for name, file in (
                ("landing", home.landing_file(city)), ("warehouse", home.warehouse_file(city)),
            ):  # fmt: skip
                copy = Path(shutil.copy(file, scratch))
                key = file_key(secret, name)
                self.connection.execute(f"attach '{copy}' as {name} (encryption_key '{key}')")
        self.connection.execute("use warehouse")
        self._pasted: dict[str, str] = {}
        self.models = {
            node["name"]: node
            for node in self._in_order()
            if node["language"] == "sql" and self._exists(node)
        }
        self.decided = self._after(ENGINES)
        self.tests = self._tests_by_model()
        self.base = {name: self.state(node) for name, node in self.models.items()}

    def _exists(self, node: Node) -> bool:
        try:
            self.connection.execute(f"select 1 from {self._relation(node)} limit 0")
        except duckdb.CatalogException:
            return False
        return True

    def _relation(self, node: Node) -> str:
        """The model's table; what is pasted into other models has none, only its SQL."""
        if node["config"]["materialized"] != "ephemeral":
            return str(node["relation_name"])
        return f"({self._pasted.get(node['name'], node['compiled_code'])})"

    def state(self, node: Node) -> State:
        """Rows, an order-free hash of their content, and the columns."""
        relation = self._relation(node)
        with no_longer_than(self.connection, SECONDS):
            row = self.connection.execute(
                f"select count(*), coalesce(sum(hash(t)::hugeint), 0) from {relation} as t"
            ).fetchone()
        assert row is not None
        types = self.connection.execute(f"describe select * from {relation}").fetchall()
        return row[0], row[1], json.dumps([t[:2] for t in types])

    @contextmanager
    def broken(self) -> Iterator[None]:
        """Whatever is rebuilt inside is put back at the end."""
        self.connection.execute("begin transaction")
        try:
            yield
        finally:
            self.connection.execute("rollback")
            self._pasted.clear()

    def rebuild(self, node: Node, sql: str | None = None) -> None:
        """Make a model's table anew, from other SQL when given; raises duckdb.Error.

        Under a contract dbt writes its columns in its order and types.
        """
        query = sql or self._with_pasted(node)
        if node["config"]["materialized"] == "ephemeral":
            self._pasted[node["name"]] = query
            return
        if node["config"]["contract"]["enforced"]:
            columns = ", ".join(
                f'"{c["name"]}"::{c["data_type"]} as "{c["name"]}"'
                for c in node["columns"].values()
            )
            query = f"select {columns} from ({query})"
        with no_longer_than(self.connection, SECONDS):
            self.connection.execute(f"create or replace table {node['relation_name']} as {query}")

    def _with_pasted(self, node: Node) -> str:
        code = str(node["compiled_code"])
        for name, sql in self._pasted.items():
            if node["name"] == name or f"{PASTED}{name}" not in code:
                continue
            was = self.models[name]["compiled_code"].strip()
            assert was in code, f"{name} is pasted otherwise in {node['name']}"
            code = code.replace(was, sql)
        return code

    def stand_ins(self, name: str, branches: Sequence[str]) -> list[str]:
        """Tables with the rows of each branch of a model's UNION ALL, as the city was built."""
        self.connection.execute("attach if not exists ':memory:' as takken")
        tables = []
        for number, sql in enumerate(branches):
            tables.append(f'takken."{name}_{number}"')
            self.connection.execute(f"create table {tables[-1]} as {sql}")
        return tables

    def followers(self, name: str) -> list[Node]:
        """The SQL models that follow from a model, in order; not those that the engine decides."""
        reached = {self.models[name]["unique_id"]}
        order = []
        for node in self.models.values():
            if node["name"] in self.decided and name not in self.decided:
                continue
            if node["name"] != name and reached & set(node["depends_on"]["nodes"]):
                reached.add(node["unique_id"])
                order.append(node)
        return sorted(order, key=lambda node: LAYERS.index(node["fqn"][1]))

    def _after(self, names: Collection[str]) -> frozenset[str]:
        """Names of the SQL models that follow from models of any language."""
        reached = {f"model.leerloopbaan.{name}" for name in names}
        for node in self._in_order():
            if reached & set(node["depends_on"]["nodes"]):
                reached.add(node["unique_id"])
        return frozenset(n["name"] for n in self.models.values() if n["unique_id"] in reached)

    def _in_order(self) -> list[Node]:
        done: dict[str, Node] = {}
        by_id = {
            key: node
            for key, node in self.manifest["nodes"].items()
            if node["resource_type"] == "model"
        }

        def visit(key: str) -> None:
            if key in done or key not in by_id:
                return
            for parent in by_id[key]["depends_on"]["nodes"]:
                visit(parent)
            done[key] = by_id[key]

        for key in sorted(by_id):
            visit(key)
        return list(done.values())

    def _tests_by_model(self) -> dict[str, list[Node]]:
        """Tests that fail a build, per model that they read."""
        found: dict[str, list[Node]] = {}
        for test in self.manifest["nodes"].values():
            if (
                test["resource_type"] == "test"
                and test["config"]["severity"].lower() == "error"
                and test.get("compiled_code")
            ):
                for key in test["depends_on"]["nodes"]:
                    found.setdefault(key, []).append(test)
        return found

    def failing_unbroken(self) -> list[str]:
        """Tests and contracts that fail on the city as it was built; learns their cost."""
        every = {test["unique_id"]: test for tests in self.tests.values() for test in tests}
        cost: dict[str, float] = {}
        failing = []
        for key, test in every.items():
            start = time.process_time()
            if self._fails(test):
                failing.append(str(test["name"]))
            cost[key] = time.process_time() - start
        for tests in self.tests.values():
            tests.sort(key=lambda test: cost[test["unique_id"]])
        contracts = (self._contract(node) for node in self.models.values())
        return failing + [broken for broken in contracts if broken]

    def failing_test(self, node: Node) -> str | None:
        """The first dbt test that fails now among those that read a model; None when all pass."""
        if (broken := self._contract(node)) is not None:
            return broken
        fresh = self._fresh(node)
        for test in self.tests.get(node["unique_id"], []):
            if fresh.issuperset(test["depends_on"]["nodes"]) and self._fails(test):
                return str(test["name"])
        return None

    def _fails(self, test: Node) -> bool:
        calculation = test["config"].get("fail_calc") or "count(*)"
        try:
            with no_longer_than(self.connection, TEST_SECONDS):
                row = self.connection.execute(
                    f"select {calculation} from ({test['compiled_code']})"
                ).fetchone()
        except duckdb.Error:
            return True
        return bool(row and row[0])

    def _fresh(self, node: Node) -> set[str]:
        """Everything that is as it would be after a build in which this model is broken."""
        stale = self.decided if node["name"] not in self.decided else frozenset()
        return {
            key
            for kind in ("nodes", "sources")
            for key, other in self.manifest[kind].items()
            if other["name"] not in stale
        }

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
