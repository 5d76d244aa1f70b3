"""Mutants of one statement: the same SQL with one operator, boundary, join, constant or filter
changed (parsed and written by sqlglot)."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sqlglot import exp, parse_one

DIALECT = "duckdb"
# How dbt calls an ephemeral model in the statement that it is pasted in.
PASTED = "__dbt__cte__"
Change = Callable[[exp.Expr], exp.Expr]

SWAPS: dict[type[exp.Expr], tuple[str, type[exp.Expr]]] = {
    exp.EQ: ("operator", exp.NEQ),
    exp.NEQ: ("operator", exp.EQ),
    exp.And: ("operator", exp.Or),
    exp.Or: ("operator", exp.And),
    exp.Add: ("operator", exp.Sub),
    exp.Sub: ("operator", exp.Add),
    exp.Mul: ("operator", exp.Div),
    exp.Div: ("operator", exp.Mul),
    exp.LT: ("boundary", exp.LTE),
    exp.LTE: ("boundary", exp.LT),
    exp.GT: ("boundary", exp.GTE),
    exp.GTE: ("boundary", exp.GT),
    exp.Max: ("aggregate", exp.Min),
    exp.Min: ("aggregate", exp.Max),
    exp.LogicalOr: ("aggregate", exp.LogicalAnd),
    exp.LogicalAnd: ("aggregate", exp.LogicalOr),
    exp.ArgMax: ("aggregate", exp.ArgMin),
    exp.ArgMin: ("aggregate", exp.ArgMax),
}


@dataclass(frozen=True)
class Mutant:
    """One change of a model's SQL: at which node (in the order of a walk), and which of the
    changes of that node. `was` and `now` are the changed part."""

    model: str
    kind: str
    was: str
    now: str
    node: int
    change: int

    @property
    def id(self) -> str:
        """Stable over runs as long as the model's SQL is the same."""
        text = "\0".join((self.model, self.kind, self.was, self.now, str(self.node)))
        # Long texts are cut: the branches of one CASE look alike without their number.
        text += f"\0{self.change}" if self.change else ""
        return hashlib.sha256(text.encode()).hexdigest()[:12]


class Statement:
    """A model's SQL, parsed once, and written with any one change.

    `branches`: the queries of which a plain UNION ALL is made, or none. A mutant changes one of
    them, so the others need not be written, planned and counted again.
    """

    def __init__(self, sql: str) -> None:
        """Raises sqlglot's ParseError."""
        self._tree = parse_one(sql, read=DIALECT)
        self._nodes = list(self._tree.walk())
        self._branches = _branches(self._tree)
        self._branch_of = {
            id(node): number
            for number, branch in enumerate(self._branches)
            for node in branch.walk()
        }
        self.branches = [branch.sql(dialect=DIALECT) for branch in self._branches]

    def rendered(self) -> str:
        """The statement as sqlglot writes it, unchanged: what mutants are compared with."""
        return self._tree.sql(dialect=DIALECT)

    def joined(self, number: int, stand_ins: Sequence[str]) -> str:
        """The statement with every branch but one taken from its stand-in."""
        return _union(self._branches[number], number, stand_ins)

    def mutated(self, mutant: Mutant, stand_ins: Sequence[str] = ()) -> str:
        """The whole statement with the mutant's one change.

        stand_ins: per branch a relation with its rows, to take in place of branches that stay.
        """
        node = self._nodes[mutant.node]
        _, change = list(_changes(node))[mutant.change]
        fresh = change(node.copy())
        if node is self._tree:
            return fresh.sql(dialect=DIALECT)
        place = self._branch_of.get(id(node)) if stand_ins else None
        if place is not None and node is self._branches[place]:
            return _union(fresh, place, stand_ins)
        node.replace(fresh)
        try:
            if place is not None:
                return _union(self._branches[place], place, stand_ins)
            return self._tree.sql(dialect=DIALECT)
        finally:
            fresh.replace(node)


def _union(branch: exp.Expr, place: int, stand_ins: Sequence[str]) -> str:
    parts = [f"select * from {relation}" for relation in stand_ins]
    parts[place] = branch.sql(dialect=DIALECT)
    return " union all ".join(parts)


def _branches(tree: exp.Expr) -> list[exp.Expr]:
    """From left to right; none when it is no UNION ALL, or more than that."""
    if not _plain_union(tree):
        return []
    left, right = tree.this, tree.expression
    return [part for side in (left, right) for part in (_branches(side) or [side])]


def _plain_union(tree: exp.Expr) -> bool:
    given = {name for name, value in tree.args.items() if value}
    return type(tree) is exp.Union and given <= {"this", "expression"}


def mutants(model: str, sql: str) -> list[Mutant]:
    """Every mutant of a model's compiled SQL, in the order of a walk.

    Left out by rule (docs/mutation.md): of mutants whose changed part and its surroundings are the
    same text, all but the first (generated SQL repeats itself); the order of a table's rows, which
    a table does not have; what is pasted from another model, which has mutants of its own;
    constants that the statement never reads.
    """
    found: list[Mutant] = []
    seen: set[tuple[str, str, str, str]] = set()
    surroundings: dict[int, str] = {}
    tree = parse_one(sql, read=DIALECT)
    left_out = {id(n) for part in _no_rules(tree) for n in part.walk()}
    for position, node in enumerate(list(tree.walk())):
        if id(node) in left_out:
            continue
        changes = list(_changes(node))
        if not changes:
            continue
        was = _text(node)
        parent = _around(node)
        if id(parent) not in surroundings:
            surroundings[id(parent)] = _text(parent)
        for number, (kind, change) in enumerate(changes):
            now = _text(change(node.copy()))
            key = (kind, was, now, surroundings[id(parent)])
            if now == was or key in seen:
                continue
            seen.add(key)
            found.append(Mutant(model, kind, _short(was), _short(now), position, number))
    return found


def _no_rules(tree: exp.Expr) -> Iterator[exp.Expr]:
    """Parts of a statement that hold no rule of its model."""
    if order := tree.args.get("order"):
        yield order
    for cte in tree.find_all(exp.CTE):
        if cte.alias.startswith(PASTED):
            yield cte
    yield from _never_read(tree)


def _never_read(tree: exp.Expr) -> Iterator[exp.Expr]:
    """Constants in columns of VALUES that the query over them does not name, if it names what it
    takes; or whose name stands nowhere else, where every column that comes out of the statement is
    named and nothing compares whole rows."""
    for values in tree.find_all(exp.Values):
        query = values.find_ancestor(exp.Select)
        if query is not None and not query.is_star:
            named = {column.name for column in query.find_all(exp.Column)}
            for place, name in enumerate(values.args["alias"].columns):
                if name.name not in named:
                    yield from (row.expressions[place] for row in values.expressions)
    stars = [star.find_ancestor(exp.Select) for star in tree.find_all(exp.Star)]
    whole_rows = any(union.args.get("distinct") for union in tree.find_all(exp.SetOperation))
    if tree in stars or whole_rows or any(s is not None and s.args.get("distinct") for s in stars):
        return
    lists = [values for values in tree.find_all(exp.Values) if values.args["alias"].columns]
    names = Counter(name.name for name in tree.find_all(exp.Identifier))
    for values in lists:
        names.subtract(column.name for column in values.args["alias"].columns)
    for values in lists:
        for place, column in enumerate(values.args["alias"].columns):
            if not names[column.name]:
                yield from (row.expressions[place] for row in values.expressions)


def _changes(node: exp.Expr) -> Iterator[tuple[str, Change]]:
    swap = SWAPS.get(type(node))
    if swap is not None and not (isinstance(node, exp.Max | exp.Min) and node.expressions):
        kind, other = swap
        yield kind, lambda n: other(**_copied(n))
    if isinstance(node, exp.Literal) and not isinstance(node.parent, exp.DataType | exp.Interval):
        yield "constant", _other_literal
    if isinstance(node, exp.Boolean):
        yield "constant", lambda n: exp.Boolean(this=not n.this)
    if isinstance(node, exp.Join) and node.side == "LEFT":
        yield "join", _with_arguments(side=None, kind="INNER")
    if isinstance(node, exp.Join) and not node.side and node.args.get("on"):
        yield "join", _with_arguments(side="LEFT", kind=None)
    if isinstance(node, exp.Where | exp.Having | exp.Qualify) and not _conjuncts(node.this):
        yield "filter", _drop
    if isinstance(node, exp.And) and _is_filter(node):
        yield "filter", lambda n: n.this.copy()
        yield "filter", lambda n: n.expression.copy()
    if isinstance(node, exp.Filter):
        yield "filter", lambda n: n.this.copy()
    if isinstance(node, exp.Select) and node.args.get("distinct"):
        yield "filter", _with_arguments(distinct=None)
    if isinstance(node, exp.Not):
        yield "operator", lambda n: n.this.copy()
    # Twice negated is what the mutant above already is.
    if isinstance(node, exp.Is | exp.In | exp.Between) and not isinstance(node.parent, exp.Not):
        yield "operator", lambda n: exp.Not(this=n.copy())
    if isinstance(node, exp.Coalesce):
        yield "constant", lambda n: n.this.copy()
    if isinstance(node, exp.Case) and len(node.args["ifs"]) > 1:
        for index in range(len(node.args["ifs"])):
            yield "branch", _without_branch(index)
    if isinstance(node, exp.Count) and isinstance(node.this, exp.Distinct):
        yield "aggregate", lambda n: exp.Count(this=n.this.expressions[0].copy())
    if isinstance(node, exp.Ordered) and isinstance(node.parent, exp.Order):
        yield "order", _with_arguments(desc=not node.args.get("desc"))
    if isinstance(node, exp.Window) and node.args.get("partition_by"):
        yield "order", _fewer_partitions
    if type(node) is exp.Union:
        yield "join", _with_arguments(distinct=not node.args.get("distinct"))


def _copied(node: exp.Expr) -> dict[str, object]:
    return dict(node.copy().args)


def _with_arguments(**values: object) -> Change:
    def change(node: exp.Expr) -> exp.Expr:
        for name, value in values.items():
            node.set(name, value)
        return node

    return change


def _other_literal(node: exp.Expr) -> exp.Expr:
    if node.args["is_string"]:
        return exp.Literal.string(f"{node.this}_")
    number = str(node.this)
    return exp.Literal.number(int(number) + 1 if number.isdigit() else f"{float(number) + 1:g}")


def _drop(node: exp.Expr) -> exp.Expr:
    node.set("this", exp.Boolean(this=True))
    return node


def _without_branch(index: int) -> Change:
    def change(node: exp.Expr) -> exp.Expr:
        branches = list(node.args["ifs"])
        del branches[index]
        node.set("ifs", branches)
        return node

    return change


def _fewer_partitions(node: exp.Expr) -> exp.Expr:
    node.set("partition_by", node.args["partition_by"][:-1])
    return node


def _conjuncts(condition: exp.Expr) -> bool:
    return isinstance(condition, exp.And)


def _is_filter(node: exp.Expr) -> bool:
    parent = node.parent
    while isinstance(parent, exp.And | exp.Paren):
        parent = parent.parent
    return isinstance(parent, exp.Where | exp.Having | exp.Qualify | exp.Join)


def _around(node: exp.Expr) -> exp.Expr:
    """The expression or clause that a node stands in, short of a whole query."""
    best = node
    parent = node.parent
    for _ in range(3):
        if parent is None or isinstance(parent, exp.Query | exp.With | exp.CTE):
            break
        best, parent = parent, parent.parent
    return best


def _text(node: exp.Expr) -> str:
    return node.sql(dialect=DIALECT, comments=False)


def _short(text: str, most: int = 160) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
