"""Who notices a mutant: unit tests, the oracle's careers, dbt's tests, the truth."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from facts.dims import wrong_dims
from facts.recount import in_cells, recounted
from facts.truth import Counts, Key, counted_in_facts, true_counts
from guards import staging
from leerloopbaan import home
from leerloopbaan.register.load import load_register
from mutation import unit
from mutation.bench import Bench, Node
from mutation.mutants import Mutant, mutated, rendered

# What tests/facts/test_truth compares with the register and the places.
DIMENSIONS = frozenset({"dim_indicator", "dim_uitsplitsing", "dim_geografie", "geografie"})
# As many as the fast suite's oracle test generates.
CAREERS = 2_000


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

    def __init__(self, bench: Bench, oracle_home: Path | None) -> None:
        """Prepare unit tests and truth; refuse a bench on which something fails unbroken."""
        self.bench = bench
        self.units = unit.prepare(bench.connection, bench.manifest, bench.models)
        file = home.home() / "synthetisch" / bench.city / "grondwaarheid.json"
        self.truth: Counts = true_counts(file, bench.city)
        self.oracle: Bench | None = None
        if oracle_home is not None:
            with environment(LEERLOOPBAAN_HOME=str(oracle_home)):
                if not (oracle_home / "target" / "manifest.json").exists():
                    _build_oracle(oracle_home)
                self.oracle = Bench(bench.city, oracle_home / "target" / "manifest.json")
        self._unbroken()

    def _unbroken(self) -> None:
        """sqlglot writes each model so that it gives the same table, and every test passes."""
        wrong = []
        for name, node in self.bench.models.items():
            sql = rendered(node["compiled_code"])
            with self.bench.broken():
                self.bench.rebuild(node, sql)
                if self.bench.state(node)[:2] != self.bench.base[name][:2]:
                    wrong.append(f"{name}: sqlglot writes other SQL")
                if (test := self.bench.failing_test(node)) is not None:
                    wrong.append(f"{name}: {test} fails")
            wrong += [
                f"{name}: unit test {test.name} fails"
                for test in self.units.get(name, [])
                if not unit.passes(self.bench.connection, sql, test)
            ]
        if (untrue := self._untrue(facts=True, cells=True)) is not None:
            wrong.append(untrue)
        if "dim_indicator" in self.bench.models:
            wrong += wrong_dims(self.bench.connection, self.bench.city)
        if wrong:
            raise SystemExit("the bench is not sound:\n  " + "\n  ".join(wrong))

    def verdict(self, mutant: Mutant) -> Verdict:
        """Try the cheapest check first; stop at the first that notices."""
        sql = mutated(self.bench.models[mutant.model]["compiled_code"], mutant)
        caught, same = self._try(mutant, sql)
        return Verdict(mutant.id, mutant.model, mutant.kind, mutant.was, mutant.now, caught, same)

    def _try(self, mutant: Mutant, sql: str) -> tuple[str | None, bool]:
        for test in self.units.get(mutant.model, []):
            if not unit.passes(self.bench.connection, sql, test):
                return "unit test", False
        if mutant.model.startswith("stg_") and self._staged_wrongly(mutant.model, sql):
            return "staging", False
        same = True
        if self.oracle is not None and mutant.model in self.oracle.models:
            caught, unchanged = self._in_oracle(mutant, sql, self.oracle)
            if caught:
                return caught, False
            same = same and unchanged
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
            except duckdb.Error:
                return "does not build", False
        return None, False

    def _in_city(self, mutant: Mutant, sql: str) -> tuple[str | None, bool]:
        bench, node = self.bench, self.bench.models[mutant.model]
        with bench.broken():
            try:
                bench.rebuild(node, sql)
                if bench.state(node) == bench.base[mutant.model]:
                    return None, True
                return self._noticed(node), False
            except duckdb.Error:
                return "does not build", False

    def _noticed(self, node: Node) -> str | None:
        """Who notices that a model's table is another, here or further on."""
        bench = self.bench
        if bench.failing_test(node):
            return "dbt test"
        changed = {node["unique_id"]}
        facts, cells = "__feit_" in node["name"], node["fqn"][1] == "cells"
        for follower in bench.followers(node["name"]):
            if not changed & set(follower["depends_on"]["nodes"]):
                continue
            # Facts are compared with the truth before the cells are counted from them.
            if follower["fqn"][1] == "cells" and facts and self._untrue(facts=True):
                return "truth"
            bench.rebuild(follower)
            if bench.state(follower) == bench.base[follower["name"]]:
                continue
            changed.add(follower["unique_id"])
            facts = facts or "__feit_" in follower["name"]
            cells = cells or follower["fqn"][1] == "cells"
            if bench.failing_test(follower):
                return "dbt test"
        if DIMENSIONS & self._changed_names(changed) and wrong_dims(bench.connection, bench.city):
            return "dimensions"
        return "truth" if self._untrue(facts=facts, cells=cells) else None

    def _changed_names(self, ids: set[str]) -> set[str]:
        return {identity.rpartition(".")[2] for identity in ids}

    def _untrue(self, *, facts: bool = False, cells: bool = False) -> str | None:
        """What tests/facts would say of the facts and of the cells as they stand now."""
        connection, city = self.bench.connection, self.bench.city
        if facts and (key := self._untrue_fact()) is not None:
            return f"facts and truth differ at {key[0]}"
        if cells:
            try:
                differs = recounted(connection, city) != in_cells(connection, city)
            except AssertionError:
                differs = True
            return "cells differ from a count on the facts" if differs else None
        return None

    def _untrue_fact(self) -> Key | None:
        known = {str(key[0]) for key in self.truth}
        counted = counted_in_facts(self.bench.connection, self.bench.city, known)
        for key in self.truth.keys() | counted.keys():
            if counted.get(key) != self.truth.get(key) and (key in self.truth or counted[key][0]):
                return key
        return None


def _build_oracle(workplace: Path) -> None:
    """The careers of tests/oracle/test_agreement, landed and built."""
    from oracle import landing, warehouse
    from oracle.strategies import draw_careers
    from oracle.world import world

    landing.land(draw_careers(CAREERS), world())
    warehouse.build(workplace)


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
