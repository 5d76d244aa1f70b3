"""No SQL of Ghent may follow a pupil from one school year to another (GNT:L130, L186).

A statement follows somebody when it joins, groups, de-duplicates or looks up on the person key
without the school year beside it. Read from parsed SQL, so that no spelling escapes.
"""

from __future__ import annotations

import sqlglot
from sqlglot import exp

PERSON = frozenset({"leerling_id", "aim_code", "pseudoniem", "code"})
YEAR = frozenset({"schooljaar", "jaar"})


def breaches(sql: str) -> list[str]:
    """What in one statement links school years on a pupil; empty when nothing does."""
    parsed = sqlglot.parse_one(sql, dialect="duckdb")
    return [
        *_joins(parsed),
        *_windows(parsed),
        *_groups(parsed),
        *_lookups(parsed),
    ]


def _names(expression: exp.Expr | None) -> set[str]:
    if expression is None:
        return set()
    return {column.name.lower() for column in expression.find_all(exp.Column, exp.Identifier)}


def _joins(parsed: exp.Expr) -> list[str]:
    found = []
    for join in parsed.find_all(exp.Join):
        using = {identifier.name.lower() for identifier in join.args.get("using") or ()}
        if using & PERSON and not using & YEAR:
            found.append("a join using the person key without the school year")
        condition = join.args.get("on")
        if condition is None:
            continue
        equal = [(_names(e.left), _names(e.right)) for e in _conjuncts(condition)]
        person = any(left & PERSON and right & PERSON for left, right in equal)
        year = any(left & YEAR and right & YEAR for left, right in equal)
        touches = _names(condition) & {"leerling_id", "aim_code"}
        if (person and not year) or (touches and not person):
            found.append("a join on the person key without the same school year")
    return found


def _conjuncts(condition: exp.Expr) -> list[exp.EQ]:
    """The plain equalities that must all hold; a disjunction guarantees none of its parts."""
    parts = condition.flatten() if isinstance(condition, exp.And) else [condition]
    return [
        p
        for p in parts
        if isinstance(p, exp.EQ)
        and isinstance(p.left, exp.Column)
        and isinstance(p.right, exp.Column)
    ]


def _windows(parsed: exp.Expr) -> list[str]:
    found = []
    for window in parsed.find_all(exp.Window):
        keys: set[str] = set().union(*(_names(p) for p in window.args.get("partition_by") or ()))
        if keys & PERSON and not keys & YEAR:
            found.append("a window over a pupil's school years")
    return found


def _groups(parsed: exp.Expr) -> list[str]:
    found = []
    for select in parsed.find_all(exp.Select):
        group = select.args.get("group")
        keys: set[str] = set().union(*(_names(e) for e in group.expressions)) if group else set()
        if keys & PERSON and not keys & YEAR:
            found.append("a group per pupil over school years")
        listed = {name.lower() for name in select.named_selects}
        if select.args.get("distinct") and listed & PERSON and not listed & YEAR:
            found.append("distinct pupils over school years")
    return found


def _lookups(parsed: exp.Expr) -> list[str]:
    found = []
    for lookup in parsed.find_all(exp.In):
        if lookup.args.get("query") and _names(lookup.this) & PERSON:
            found.append("a look-up of pupils in a list")
    for operation in parsed.find_all(exp.SetOperation):
        if not isinstance(operation, exp.Union) and set(operation.named_selects) & PERSON:
            found.append("a set operation on pupils")
    return found
