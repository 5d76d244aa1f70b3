"""Parts of a parsed select: its columns, the rows that it returns, what it groups and orders by."""

from __future__ import annotations

from collections.abc import Iterator

from sqlglot import exp
from sqlglot.optimizer.scope import Scope


def names(scope: Scope) -> list[str]:
    """The columns of a select or set operation, in lower case."""
    query = scope.expression
    if scope.set_operation_scopes and query.args.get("by_name"):
        return list(dict.fromkeys(n for side in scope.set_operation_scopes for n in names(side)))
    return [n.lower() for n in query.named_selects] if isinstance(query, exp.Query) else []


def row_sources(scope: Scope) -> list[str]:
    """The aliases whose rows a select returns: not the right sides of semi and anti joins."""
    apart = {
        join.alias_or_name
        for join in scope.expression.args.get("joins") or ()
        if join.kind in ("SEMI", "ANTI")
    }
    read = [alias for alias, _ in scope.references]
    return [alias for alias in read if alias not in apart]


def grouped_by(select: exp.Expr) -> Iterator[exp.Expr]:
    """The expressions that a select groups by, grouping sets and `group by all` included."""
    group = select.args.get("group")
    if group is None or not isinstance(select, exp.Select):
        return
    if group.args.get("all"):
        yield from (p for p in select.selects if not aggregates(p))
        return
    yield from group.expressions
    for kind in ("grouping_sets", "cube", "rollup"):
        for part in group.args.get(kind) or ():
            yield from part.expressions


def defined(window: exp.Window, scope: Scope) -> exp.Expr:
    """Where a window is defined: in itself, or under the name that it uses."""
    for named in scope.expression.args.get("windows") or ():
        if window.alias and named.name == window.alias and isinstance(named, exp.Expr):
            return named
    return window


def aggregates(projection: exp.Expr) -> bool:
    """Whether a projection puts rows together (an aggregate that is no window, at this level)."""
    if isinstance(projection, exp.Select | exp.Subquery | exp.SetOperation):
        return False
    if isinstance(projection, exp.Window):
        return any(aggregates(part) for part in projection.args.get("partition_by") or ())
    if isinstance(projection, exp.AggFunc):
        return True
    return any(aggregates(child) for child in projection.iter_expressions())
