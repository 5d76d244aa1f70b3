"""What flows through a statement: persons, their keys, counts, school years, schools, decisions.

Columns are followed by value, whatever they are called: a key that is renamed, hashed, put in a
struct or a list, or picked by `max` or `any_value`, is still a key. A count stays a count when it
is rounded, ranked or banded. Only what is certain is forgotten; what is not understood is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Flag, auto
from functools import cached_property
from typing import Any

from sqlglot import exp, parse_one
from sqlglot.optimizer.qualify import qualify
from sqlglot.optimizer.scope import Scope, build_scope

from leerloopbaan.lineage.columns import nested, relation_key, without_unpivots
from leerloopbaan.lineage.selects import aggregates, defined, grouped_by, names, row_sources


class Trait(Flag):
    """What a column carries."""

    NONE = 0
    KEY = auto()  # the value of a person's key, or a pointer at one delivered row
    MARK = auto()  # keys of several persons put together (an order-free hash)
    COUNTED = auto()  # made by counting or summing rows
    YEAR = auto()  # the school year itself, not shifted
    SCHOOL = auto()  # says which school
    DECIDED = auto()  # depends on a decision of disclosure control


# What a comparison still tells: whether, not which.
_TOLD = Trait.COUNTED | Trait.DECIDED
_COUNTS = (exp.Count, exp.CountIf, exp.ApproxDistinct)
# These put values together; any other aggregate (min, any_value, list, ...) passes single ones on.
_SUMS = (
    exp.Sum, exp.Avg, exp.Stddev, exp.StddevPop, exp.StddevSamp, exp.Variance, exp.VariancePop,
    exp.BitwiseXorAgg, exp.BitwiseAndAgg, exp.BitwiseOrAgg, exp.LogicalAnd, exp.LogicalOr,
    exp.Corr, exp.Kurtosis,
)  # fmt: skip
_POSITIONS = (exp.RowNumber,)
# A school year that passes through anything else may be another year.
_SAME_YEAR = (exp.Column, exp.Paren, exp.Cast, exp.TryCast, exp.Left, exp.Coalesce, exp.Literal,
              exp.DataType, exp.Alias)  # fmt: skip


@dataclass
class Relation:
    """The traits of a relation's columns, and whether a row of it is about one person."""

    columns: dict[str, Trait] = field(default_factory=dict)
    persons: bool = False


class Statement:
    """One compiled statement, with what flows through it. Raises sqlglot's errors."""

    def __init__(self, sql: str, relations: Mapping[str, Relation]) -> None:
        """`relations` holds everything that the statement may read, by `database.schema.name`."""
        self.relations = relations
        parsed = without_unpivots(parse_one(sql, read="duckdb"))
        self.read = sorted({relation_key(t) for t in parsed.find_all(exp.Table) if t.db})
        known = {
            key: dict.fromkeys(relations[key].columns, "varchar")
            for key in self.read
            if key in relations
        }
        tree = qualify(
            parsed,
            dialect="duckdb",
            schema=nested(known),
            quote_identifiers=False,
            identify=False,
            validate_qualify_columns=False,
        )
        root = build_scope(tree)
        if root is None:
            raise ValueError("not a query")
        self.root = root
        self._columns: dict[tuple[int, str], Trait] = {}
        self._persons: dict[int, bool] = {}

    def scopes(self) -> Iterator[Scope]:
        """Every select in the statement, once."""
        seen: set[int] = set()
        for scope in self.root.traverse():
            if id(scope) not in seen and isinstance(scope.expression, exp.Select):
                seen.add(id(scope))
                yield scope

    def result(self) -> Relation:
        """What the statement returns."""
        columns = {name: self.column(self.root, name) for name in names(self.root)}
        return Relation(columns, self.persons(self.root))

    def column(self, scope: Scope, name: str) -> Trait:
        """The traits of one column of a select or set operation."""
        key = (id(scope), name)
        if key not in self._columns:
            self._columns[key] = Trait.NONE  # a recursive table expression reads itself
            self._columns[key] = self._column(scope, name)
        return self._columns[key]

    def _column(self, scope: Scope, name: str) -> Trait:
        if scope.set_operation_scopes:
            own = names(scope)
            by_name = bool(scope.expression.args.get("by_name"))
            found = Trait.NONE
            for branch in scope.set_operation_scopes:
                there = names(branch)
                if by_name:
                    found |= self.column(branch, name) if name in there else Trait.NONE
                elif name in own and own.index(name) < len(there):
                    found |= self.column(branch, there[own.index(name)])
            return found
        select = scope.expression
        if isinstance(select, exp.Select):
            for projection in select.selects:
                if projection.alias_or_name.lower() == name:
                    return self.of(projection, scope) | self._decided(scope)
        # A table function, values, a pivot: everything that stands in it.
        found = Trait.NONE
        for column in select.find_all(exp.Column):
            found |= self._source(column, scope)
        return found

    def _decided(self, scope: Scope) -> Trait:
        """Rows that are kept by a decision show what was decided."""
        select = scope.expression
        clauses = [select.args.get(part) for part in ("where", "having", "qualify")]
        clauses += [join.args.get("on") for join in select.args.get("joins") or ()]
        found = Trait.NONE
        for clause in clauses:
            if clause is not None:
                found |= self.of(clause, scope)
        return found & Trait.DECIDED

    def of(self, node: exp.Expr, scope: Scope) -> Trait:
        """The traits of an expression within a select."""
        for kinds, judge in self._kinds:
            if isinstance(node, kinds):
                return judge(node, scope)
        inner = self._inner(node, scope)
        if isinstance(node, exp.Predicate | exp.Length):
            return inner & _TOLD
        return inner if isinstance(node, _SAME_YEAR) else inner & ~Trait.YEAR

    @cached_property
    def _kinds(self) -> tuple[tuple[Any, Callable[[Any, Scope], Trait]], ...]:
        return (
            (exp.Column, self._source),
            ((exp.Select, exp.SetOperation, exp.Subquery), self._subquery),
            (exp.Window, self._window),
            ((exp.Case, exp.If), self._choice),
            (exp.Filter, lambda node, scope: self.of(node.this, scope)),
            (exp.Grouping, lambda _, __: Trait.NONE),
            (_COUNTS + _SUMS, self._put_together),
        )

    def _inner(self, node: exp.Expr, scope: Scope) -> Trait:
        found = Trait.NONE
        for child in node.iter_expressions():
            found |= self.of(child, scope)
        return found

    def _put_together(self, node: exp.Expr, scope: Scope) -> Trait:
        inner = self._inner(node, scope)
        # What is counted within one person's rows says something of that person only.
        counted = Trait.NONE if self.persons(scope) else Trait.COUNTED
        keys = isinstance(node, _SUMS) and inner & (Trait.KEY | Trait.MARK)
        mark = Trait.MARK if keys else Trait.NONE
        return counted | mark | (inner & (Trait.DECIDED | Trait.COUNTED))

    def _choice(self, node: exp.Expr, scope: Scope) -> Trait:
        """A value that a condition chooses; of constants, the choice itself is what is told."""
        branches = [node] if isinstance(node, exp.If) else list(node.args.get("ifs") or ())
        given = [branch.args.get("true") for branch in branches]
        given += [part.args.get(name) for part in (node,) for name in ("false", "default")]
        told = [branch.this for branch in branches]
        if isinstance(node, exp.Case) and node.this is not None:
            told.append(node.this)
        value = choice = Trait.NONE
        for part in given:
            value |= self.of(part, scope) if part is not None else Trait.NONE
        for part in told:
            choice |= self.of(part, scope)
        constants = not any(part is not None and part.find(exp.Column) for part in given)
        return (value & ~Trait.YEAR) | (choice & (_TOLD if constants else Trait.DECIDED))

    def _window(self, node: exp.Window, scope: Scope) -> Trait:
        function = node.this.this if isinstance(node.this, exp.IgnoreNulls) else node.this
        if isinstance(function, _POSITIONS):
            # A number of its own for every row points at that row.
            return Trait.KEY if self.reads_persons(scope) else Trait.NONE
        found = self.of(function, scope) & ~Trait.YEAR
        definition = defined(node, scope)
        partition = definition.args.get("partition_by") or node.args.get("partition_by") or ()
        if isinstance(function, _COUNTS + _SUMS) and not any(
            self.of(part, scope) & Trait.KEY for part in partition
        ):
            found |= Trait.COUNTED
        return found

    def _subquery(self, node: exp.Expr, scope: Scope) -> Trait:
        query = node.unnest() if isinstance(node, exp.Subquery) else node
        for inner in scope.subquery_scopes:
            if inner.expression is query:
                found = Trait.NONE
                for name in names(inner):
                    found |= self.column(inner, name)
                return found
        return Trait.NONE

    def _source(self, column: exp.Column, scope: Scope | None) -> Trait:
        name = column.name.lower()
        while scope is not None:
            if column.table in scope.sources:
                return self._from(scope.sources[column.table], name)
            if not column.table:
                found = Trait.NONE
                for source in scope.sources.values():
                    found |= self._from(source, name, strict=True)
                if found:
                    return found
            scope = scope.parent
        return Trait.NONE

    def _from(self, source: object, name: str, *, strict: bool = False) -> Trait:
        if isinstance(source, Scope):
            known = name in names(source) or not isinstance(
                source.expression, exp.Select | exp.SetOperation
            )
            return self.column(source, name) if known else Trait.NONE
        if isinstance(source, exp.Table):
            relation = self.relations.get(relation_key(source))
            if relation is None:
                return Trait.NONE
            if name == "rowid" and relation.persons and not strict:
                return Trait.KEY
            return relation.columns.get(name, Trait.NONE)
        return Trait.NONE

    def persons(self, scope: Scope) -> bool:
        """Whether a row of a select or set operation is about one person."""
        key = id(scope)
        if key not in self._persons:
            self._persons[key] = False
            self._persons[key] = self._is_persons(scope)
        return self._persons[key]

    def _is_persons(self, scope: Scope) -> bool:
        select = scope.expression
        if scope.set_operation_scopes:
            if not any(self.persons(branch) for branch in scope.set_operation_scopes):
                return False
            # Without `all` equal rows become one: only a key keeps persons apart.
            keys = [self.column(scope, name) & Trait.KEY for name in names(scope)]
            return not select.args.get("distinct") or any(keys)
        if isinstance(select, exp.Lateral):
            inner = build_scope(select.this.unnest())
            return inner is not None and self.persons(inner)
        if not isinstance(select, exp.Select) or not self.reads_persons(scope):
            return False
        apart: list[exp.Expr] | None = None
        if select.args.get("group") is not None:
            apart = list(grouped_by(select))
        elif any(aggregates(projection) for projection in select.selects):
            apart = []
        elif select.args.get("distinct"):
            apart = list(select.selects)
        return apart is None or any(self.of(e, scope) & Trait.KEY for e in apart)

    def reads_persons(self, scope: Scope) -> bool:
        """Whether the rows that a select works on are about one person each."""
        return any(self.of_persons(scope, alias) for alias in row_sources(scope))

    def of_persons(self, scope: Scope, alias: str) -> bool:
        """Whether one of a select's sources has a row per person."""
        source = scope.sources.get(alias)
        if isinstance(source, Scope):
            return self.persons(source)
        if isinstance(source, exp.Table):
            relation = self.relations.get(relation_key(source))
            return relation is not None and relation.persons
        return False
