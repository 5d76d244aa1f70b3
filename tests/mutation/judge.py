"""Who notices a mutant: unit tests, the oracle, tests of dbt, tests of whole tables."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import duckdb

from guards import staging
from leerloopbaan.register.load import load_register
from mutation import unit
from mutation.bench import Bench, Node
from mutation.checks import Check, checks_of
from mutation.mutants import Mutant, Statement

# As many as the fast suite's oracle test generates.
CAREERS = 2_000
# Beyond the bench's bounds of processor time and memory: a build would not end.
TOO_MUCH = (duckdb.InterruptException, duckdb.OutOfMemoryException)


@dataclass(frozen=True)
class Verdict:
    """What became of a mutant; `caught_by` None: it survived. `same`: it changed no row of its
    model in any data set."""

    id: str
    model: str
    kind: str
    was: str
    now: str
    caught_by: str | None
    same: bool


class Judge:
    """A city and, for Antwerp, the oracle's careers.

    The oracle's test compares all columns of all facts with an independent computation, and
    passes on the unbroken models. So a fact of the oracle's careers that changes is caught.
    """

    def __init__(self, bench: Bench, oracle: Bench | None) -> None:
        """Prepare unit tests; refuse a bench on which something fails unbroken."""
        self.bench = bench
        self.oracle = oracle
        self.units = unit.prepare(bench.connection, bench.manifest, bench.models)
        self.checks = checks_of(bench.city, bench.models)
        self.statements = {
            name: Statement(node["compiled_code"]) for name, node in bench.models.items()
        }
        self.stand_ins = {
            name: bench.stand_ins(name, statement.branches)
            for name, statement in self.statements.items()
            if statement.branches
        }
        self._unbroken()

    def _unbroken(self) -> None:
        """sqlglot writes each model so that it gives the same table, and every test passes."""
        wrong = [f"{test} fails" for test in self.bench.failing_unbroken()]
        for name, node in self.bench.models.items():
            sql = self.statements[name].rendered()
            joined = (
                self.statements[name].joined(number, stand_ins)
                for stand_ins in [self.stand_ins.get(name, ())]
                for number in range(len(stand_ins))
            )
            for written in (sql, *joined):
                with self.bench.broken():
                    self.bench.rebuild(node, written)
                    if self.bench.state(node)[:2] != self.bench.base[name][:2]:
                        wrong.append(f"{name}: sqlglot writes other SQL")
            wrong += [
                f"{name}: unit test {test.name} fails"
                for test in self.units.get(name, [])
                if not unit.passes(self.bench.connection, sql, test)
            ]
        for check in self.checks:
            wrong += check.faults(self.bench.connection, self.bench.city)[:3]
        if wrong:
            raise SystemExit("the bench is not sound:\n  " + "\n  ".join(wrong))

    def verdict(self, mutant: Mutant) -> Verdict:
        """Try the cheapest check first; stop at the first that notices."""
        caught, same = self._try(mutant)
        return Verdict(mutant.id, mutant.model, mutant.kind, mutant.was, mutant.now, caught, same)

    def _try(self, mutant: Mutant) -> tuple[str | None, bool]:
        statement, stand_ins = self.statements[mutant.model], self.stand_ins.get(mutant.model, ())
        units = self.units.get(mutant.model, [])
        staged = mutant.model.startswith("stg_")
        same = True
        if units or staged or not stand_ins:
            sql = statement.mutated(mutant)
            if not all(unit.passes(self.bench.connection, sql, test) for test in units):
                return "unit test", False
            if staged and self._staged_wrongly(mutant.model, sql):
                return "staging", False
            if self.oracle is not None and mutant.model in self.oracle.models:
                caught, same = self._in_oracle(mutant, sql, self.oracle)
                if caught:
                    return caught, False
        if stand_ins:
            sql = statement.mutated(mutant, stand_ins)
        caught, unchanged = self._in_city(mutant, sql)
        return caught, same and unchanged

    def _staged_wrongly(self, model: str, sql: str) -> bool:
        """What tests/guards/test_staging would say, with this model's SQL broken."""
        code = {name: node["compiled_code"] for name, node in self.bench.models.items()}
        try:
            protocol = load_register(self.bench.city)
            return bool(staging.faults(protocol, {**code, model: sql}.__getitem__))
        except duckdb.Error:
            return True

    def _in_oracle(self, mutant: Mutant, sql: str, bench: Bench) -> tuple[str | None, bool]:
        node = bench.models[mutant.model]
        with bench.broken():
            try:
                bench.rebuild(node, sql)
                if bench.state(node) == bench.base[mutant.model]:
                    return None, True
                changed = {node["unique_id"]}
                if "__feit_" in mutant.model:
                    return "oracle", False
                for follower in bench.followers(mutant.model):
                    if not changed & set(follower["depends_on"]["nodes"]):
                        continue
                    bench.rebuild(follower)
                    if bench.state(follower) != bench.base[follower["name"]]:
                        changed.add(follower["unique_id"])
                        if "__feit_" in follower["name"]:
                            return "oracle", False
            except TOO_MUCH:
                return "takes too much", False
            except duckdb.Error:
                refused = True
            else:
                refused = False
        return self._refused(mutant.model, bench) if refused else None, False

    def _in_city(self, mutant: Mutant, sql: str) -> tuple[str | None, bool]:
        bench, node = self.bench, self.bench.models[mutant.model]
        with bench.broken():
            try:
                bench.rebuild(node, sql)
                if bench.state(node) == bench.base[mutant.model]:
                    return None, True
                return self._noticed(node), False
            except TOO_MUCH:
                return "takes too much", False
            except duckdb.Error:
                pass
        return self._refused(mutant.model, bench), False

    def _refused(self, model: str, bench: Bench) -> str:
        """What a refusal of DuckDB says, if the model itself is not refused at this moment.

        Raises SystemExit when it is: then the bench is at fault, and tells nothing of any mutant.
        """
        statement = self.statements[model]
        stand_ins = self.stand_ins.get(model, ()) if bench is self.bench else ()
        whole = statement.joined(0, stand_ins) if stand_ins else statement.rendered()
        with bench.broken():
            try:
                bench.rebuild(bench.models[model], whole)
            except duckdb.Error as error:
                raise SystemExit(
                    f"the bench does not build {model} unbroken: {type(error).__name__}"
                ) from None
        return "does not build"

    def _noticed(self, node: Node) -> str | None:
        """Who notices that a model's table is another, here or further on."""
        bench = self.bench
        followers = bench.followers(node["name"])
        changed: set[str] = set()
        passed: set[str] = set()
        layer = None
        for number, follower in enumerate([node, *followers]):
            to_do = {later["name"] for later in followers[max(number - 1, 0) :]}
            # Facts are compared with the truth before the cells are counted from them.
            if follower["fqn"][1] != layer and (caught := self._run(changed, to_do, passed)):
                return caught
            layer = follower["fqn"][1]
            if number:
                parents = {key.rpartition(".")[2] for key in follower["depends_on"]["nodes"]}
                if not changed & parents:
                    continue
                bench.rebuild(follower)
                if bench.state(follower) == bench.base[follower["name"]]:
                    continue
            changed.add(follower["name"])
            if caught := self._compared(follower["name"], changed):
                return caught
            if bench.failing_test(follower):
                return "dbt test"
        return self._run(changed, set(), passed)

    def _compared(self, name: str, changed: set[str]) -> str | None:
        """The check that compares this table in full with what has not changed."""
        for check in self.checks:
            if check.in_full and name in check.compared and not changed & check.reads:
                return check.name
        return None

    def _run(self, changed: set[str], to_do: set[str], passed: set[str]) -> str | None:
        """The first check that fails, of those that tell of what changed and read nothing that has
        still to be built; remembers which passed.

        What is compared in full with tables that changed too, up to the engine, would only find
        that the one follows from the other.
        """
        before_the_engine = not changed & self.bench.decided
        for check in self.checks:
            if check.name in passed or not changed & check.compared:
                continue
            if (check.in_full and before_the_engine) or (check.compared | check.reads) & to_do:
                continue
            if self._fails(check):
                return check.name
            passed.add(check.name)
        return None

    def _fails(self, check: Check) -> bool:
        try:
            return bool(check.faults(self.bench.connection, self.bench.city))
        except (LookupError, TypeError, ValueError, AssertionError, duckdb.Error):
            return True


@contextmanager
def environment(**values: str) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
