"""Whatever would follow a pupil from one school year to another, where keys hold within one (R-08).

Rows of persons may meet only within the same school year: in joins, windows, groups, look-ups and
set operations, on their key or on anything else that could tell them apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlglot import exp
from sqlglot.optimizer.scope import Scope

from leerloopbaan.lineage.flow import Statement, Trait
from leerloopbaan.lineage.selects import defined, grouped_by, names

_NEIGHBOURS = (exp.Lag, exp.Lead, exp.FirstValue, exp.LastValue, exp.NthValue)


def links(statement: Statement) -> Iterator[str]:
    """What in a statement links school years on persons; nothing when nothing does."""
    for scope in statement.scopes():
        yield from _joins(statement, scope)
        yield from _windows(statement, scope)
        yield from _groups(statement, scope)
        yield from _lookups(statement, scope)
    for scope in statement.root.traverse():
        yield from _set_operations(statement, scope)


def _joins(statement: Statement, scope: Scope) -> Iterator[str]:
    select = scope.expression
    where = select.args.get("where")
    seen: list[str] = []
    everywhere = _conjuncts(where.this) if where is not None else []
    start = select.args.get("from_") or select.args.get("from")
    if start is not None and start.this is not None:
        seen.append(start.this.alias_or_name)
    for join in select.args.get("joins") or ():
        alias = join.alias_or_name
        others = [s for s in seen if statement.of_persons(scope, s)]
        seen.append(alias)
        if not others or not statement.of_persons(scope, alias):
            continue
        condition = join.args.get("on")
        equal = everywhere + (_conjuncts(condition) if condition is not None else [])
        if not any(_same_year(statement, scope, e, alias, others) for e in equal):
            yield f"personen van {alias} worden verbonden zonder hetzelfde schooljaar"


def _conjuncts(condition: exp.Expr) -> list[exp.EQ]:
    """The equalities that must all hold; a disjunction guarantees none of its parts."""
    whole = condition.unnest()
    parts = whole.flatten() if isinstance(whole, exp.And) else [whole]
    return [p for part in parts if isinstance(p := part.unnest(), exp.EQ)]


def _same_year(
    statement: Statement, scope: Scope, equal: exp.EQ, alias: str, others: list[str]
) -> bool:
    sides = (equal.left, equal.right)
    if not all(statement.of(side, scope) & Trait.YEAR for side in sides):
        return False
    left, right = ({c.table for c in side.find_all(exp.Column)} for side in sides)
    return (left == {alias} and right <= set(others)) or (right == {alias} and left <= set(others))


def _windows(statement: Statement, scope: Scope) -> Iterator[str]:
    if not statement.reads_persons(scope):
        return
    named = scope.expression.args.get("windows") or ()
    for window in scope.find_all(exp.Window):
        if any(window is definition for definition in named):
            continue
        definition = defined(window, scope)
        partition = definition.args.get("partition_by") or window.args.get("partition_by") or ()
        traits = Trait.NONE
        for part in partition:
            traits |= statement.of(part, scope)
        function = window.this.this if isinstance(window.this, exp.IgnoreNulls) else window.this
        ordered = definition.args.get("order") or window.args.get("order")
        follows = traits & Trait.KEY or ordered or isinstance(function, _NEIGHBOURS)
        if follows and not traits & Trait.YEAR:
            yield "een venster loopt over de schooljaren van leerlingen"


def _groups(statement: Statement, scope: Scope) -> Iterator[str]:
    select = scope.expression
    if not statement.reads_persons(scope):
        return
    keys = list(grouped_by(select))
    if isinstance(select, exp.Select) and select.args.get("distinct"):
        keys = list(select.selects)
    traits = Trait.NONE
    for key in keys:
        traits |= statement.of(key, scope)
    if traits & Trait.KEY and not traits & Trait.YEAR:
        yield "leerlingen worden gegroepeerd over schooljaren heen"


def _lookups(statement: Statement, scope: Scope) -> Iterator[str]:
    for lookup in scope.find_all(exp.In):
        query = lookup.args.get("query")
        if query is not None and statement.of(lookup.this, scope) & Trait.KEY:
            yield "leerlingen worden in een lijst opgezocht"
    for inner in scope.subquery_scopes:
        if not inner.external_columns or not isinstance(inner.expression, exp.Select):
            continue
        if not (statement.reads_persons(inner) and statement.reads_persons(scope)):
            continue
        where = inner.expression.args.get("where")
        equal = _conjuncts(where.this) if where is not None else []
        if not any(
            all(statement.of(side, inner) & Trait.YEAR for side in (e.left, e.right)) for e in equal
        ):
            yield "een deelvraag zoekt leerlingen zonder hetzelfde schooljaar"


def _set_operations(statement: Statement, scope: Scope) -> Iterator[str]:
    query = scope.expression
    if not isinstance(query, exp.Intersect | exp.Except):
        return
    traits = Trait.NONE
    for name in names(scope):
        traits |= statement.column(scope, name)
    if traits & Trait.KEY and not traits & Trait.YEAR:
        yield "leerlingen van twee verzamelingen worden vergeleken over schooljaren heen"
