"""Whatever orders, positions or compares schools (or places) by what was counted there (R-48).

Within one school an order tells nothing of another: what is grouped or partitioned by the school
may be ordered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlglot import exp
from sqlglot.optimizer.scope import Scope

from leerloopbaan.lineage.flow import Statement, Trait
from leerloopbaan.lineage.selects import defined, grouped_by

_SORTING = frozenset(
    {"list_sort", "array_sort", "list_reverse_sort", "array_reverse_sort", "sort_array"}
    | {"list_grade_up", "array_grade_up", "grade_up"}
    | {"list_position", "array_position", "list_indexof", "array_indexof"}
)
_COMPARED = (exp.GT, exp.GTE, exp.LT, exp.LTE)


def rankings(statement: Statement) -> Iterator[str]:
    """What in a statement ranks by a count; nothing when nothing does."""
    for scope in statement.scopes():
        grouped = _of_school(statement, scope, grouped_by(scope.expression))
        yield from _windows(statement, scope)
        if not grouped:
            yield from _picked(statement, scope)
        yield from _sorted_lists(statement, scope)
        yield from _ordered_rows(statement, scope)
        yield from _compared(statement, scope)


def _windows(statement: Statement, scope: Scope) -> Iterator[str]:
    for window in scope.find_all(exp.Window):
        definition = defined(window, scope)
        partition = definition.args.get("partition_by") or window.args.get("partition_by") or ()
        order = definition.args.get("order") or window.args.get("order")
        own = _of_school(statement, scope, partition)
        if order is not None and not own and _counted(statement, scope, order.expressions):
            yield f"een venster staat op volgorde van een aantal ({window.this.sql()[:30]})"


def _picked(statement: Statement, scope: Scope) -> Iterator[str]:
    """Aggregates that pick by, or put in, the order of a count."""
    for best in scope.find_all(exp.ArgMax, exp.ArgMin):
        by = best.args.get("expression")
        if by is not None and _counted(statement, scope, [by]):
            yield "kiest de grootste of kleinste naar een aantal (arg_max, arg_min)"
    for order in scope.find_all(exp.Order):
        inside = not isinstance(order.parent, exp.Select | exp.Window | exp.SetOperation)
        if inside and _counted(statement, scope, order.expressions):
            yield "een lijst of tekst staat op volgorde van een aantal"


def _sorted_lists(statement: Statement, scope: Scope) -> Iterator[str]:
    for call in scope.find_all(exp.Func):
        name = call.name if isinstance(call, exp.Anonymous) else call.sql_name()
        if name.lower() in _SORTING and _counted(statement, scope, call.iter_expressions()):
            yield f"een lijst van aantallen wordt geordend ({name.lower()})"


def _ordered_rows(statement: Statement, scope: Scope) -> Iterator[str]:
    order = scope.expression.args.get("order")
    if order is not None and _counted(statement, scope, order.expressions):
        yield "de rijen staan op volgorde van een aantal"


def _compared(statement: Statement, scope: Scope) -> Iterator[str]:
    """Rows of one relation against its other rows, or against the highest of them."""
    for comparison in scope.find_all(*_COMPARED, exp.EQ):
        sides = (comparison.left, comparison.right)
        if not all(_counted(statement, scope, [side]) for side in sides):
            continue
        left, right = ({c.table for c in side.find_all(exp.Column)} for side in sides)
        same = any(a != b and _same_source(scope, a, b) for a in left for b in right if a and b)
        if same and isinstance(comparison, _COMPARED):
            yield "elke rij wordt met de andere vergeleken naar een aantal"
        if any(_highest(statement, scope, side) for side in sides):
            yield "een aantal wordt met het hoogste of laagste vergeleken"


def _highest(statement: Statement, scope: Scope, side: exp.Expr) -> bool:
    for window in side.find_all(exp.Window):
        if isinstance(window.this, exp.Max | exp.Min) and not _of_school(
            statement, scope, window.args.get("partition_by") or ()
        ):
            return True
    return any(query.find(exp.Max, exp.Min) is not None for query in side.find_all(exp.Select))


def _same_source(scope: Scope, one: str, other: str) -> bool:
    a, b = scope.sources.get(one), scope.sources.get(other)
    if isinstance(a, exp.Table) and isinstance(b, exp.Table):
        return a.sql(comments=False).split(" AS ")[0] == b.sql(comments=False).split(" AS ")[0]
    return a is not None and a is b


def _counted(statement: Statement, scope: Scope, parts: Iterable[exp.Expr]) -> bool:
    return any(statement.of(part, scope) & Trait.COUNTED for part in parts)


def _of_school(statement: Statement, scope: Scope, parts: Iterable[exp.Expr]) -> bool:
    return any(statement.of(part, scope) & Trait.SCHOOL for part in parts)
