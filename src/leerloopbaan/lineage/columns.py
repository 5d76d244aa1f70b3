"""Column lineage of one statement, from its compiled SQL (parsed by sqlglot).

A column depends on the columns that its expression reads, on the keys by which the relations it
reads are joined, and on the filters that decide which rows are there at all. For a count of rows,
the groups belong to it as well.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlglot import exp, parse_one
from sqlglot.optimizer.qualify import qualify
from sqlglot.optimizer.scope import Scope, build_scope

Columns = dict[str, dict[str, str]]


@dataclass(frozen=True, order=True)
class ColumnRef:
    """A column of a relation, both in lower case; `relation` is `database.schema.name`."""

    relation: str
    column: str


class OpaqueError(Exception):
    """A statement whose columns cannot be followed (pivots)."""


@dataclass
class _Walk:
    """Memory of one walk: what each (scope, column) was found to read."""

    values_only: bool = False
    found: dict[tuple[int, str], frozenset[ColumnRef]] = field(default_factory=dict)
    open: set[tuple[int, str]] = field(default_factory=set)


def statement_lineage(
    sql: str, relations: Columns, *, values_only: bool = False
) -> dict[str, frozenset[ColumnRef]]:
    """For each column that `sql` returns: the columns of relations that it depends on.

    With `values_only`, only what passes through without being aggregated: the columns whose
    single values may still be read off. `relations` gives the columns (name → type) of every
    relation that the statement reads, keyed by `database.schema.name`. Raises OpaqueError
    for a pivot, and sqlglot's errors for SQL that it cannot parse or resolve.
    """
    parsed = without_unpivots(parse_one(sql, read="duckdb"))
    if parsed.find(exp.Pivot):
        raise OpaqueError
    tree = qualify(
        parsed,
        dialect="duckdb",
        schema=nested(relations),
        quote_identifiers=False,
        identify=False,
        validate_qualify_columns=False,
    )
    root = build_scope(tree)
    if root is None:
        return {}
    walk = _Walk(values_only=values_only)
    return {name: _column(root, name, walk) for name in _names(root)}


def without_unpivots(tree: exp.Expr) -> exp.Expr:
    """The same statement with each `unpivot t on a, b into name k value v` as a select that reads
    the same columns; `on (a, c), (b, d) into name k value v, w` takes several at a time.

    The names are constants; a value comes from any of its columns; the other columns stay.
    """
    for unpivot in list(tree.find_all(exp.Pivot)):
        into = unpivot.args.get("into")
        if not unpivot.args.get("unpivot") or into is None:
            continue
        groups = [_columns_of_group(group) for group in unpivot.expressions]
        read = sorted({column for group in groups for column in group})
        values = ", ".join(
            f"coalesce({', '.join(column)}) as {into.expressions[position].name}"
            for position, column in enumerate(zip(*groups, strict=True))
        )
        select = parse_one(
            f"select * exclude ({', '.join(read)}), '' as {into.this.name}, {values} "
            f"from {unpivot.this.sql(dialect='duckdb')}",
            read="duckdb",
        )
        unpivot.replace(select)
    return tree


def _columns_of_group(group: exp.Expr) -> list[str]:
    inner = group.this if isinstance(group, exp.Alias) else group
    parts = inner.expressions if isinstance(inner, exp.Tuple) else [inner]
    return [part.sql(dialect="duckdb") for part in parts]


def _names(scope: Scope) -> list[str]:
    query = scope.expression
    if scope.set_operation_scopes and query.args.get("by_name"):
        # Each side may have columns that the other lacks.
        return list(dict.fromkeys(n for side in scope.set_operation_scopes for n in _names(side)))
    return [name.lower() for name in query.named_selects] if isinstance(query, exp.Query) else []


def _column(scope: Scope, name: str, walk: _Walk) -> frozenset[ColumnRef]:
    key = (id(scope), name)
    if key in walk.found:
        return walk.found[key]
    if key in walk.open:  # a recursive common table expression reads itself
        return frozenset()
    walk.open.add(key)
    if scope.set_operation_scopes:
        names = _names(scope)
        by_name = bool(scope.expression.args.get("by_name"))
        position = names.index(name) if name in names and not by_name else None
        parts = []
        for branch in scope.set_operation_scopes:
            branch_names = _names(branch)
            if by_name and name not in branch_names:
                continue
            own = branch_names[position] if position is not None else name
            parts.append(_column(branch, own, walk))
        result = frozenset().union(*parts)
    else:
        result = _selected(scope, name, walk)
    walk.open.discard(key)
    walk.found[key] = result
    return result


def _selected(scope: Scope, name: str, walk: _Walk) -> frozenset[ColumnRef]:
    select = scope.expression
    if not isinstance(select, exp.Select):
        return _all_sources(scope, walk)
    projection = next((p for p in select.selects if p.alias_or_name.lower() == name), None)
    if projection is None:
        return _all_sources(scope, walk)
    if walk.values_only and any(
        not isinstance(f.parent, exp.Window | exp.Filter) for f in projection.find_all(exp.AggFunc)
    ):
        return frozenset()
    read = _read(scope, projection, walk)
    if walk.values_only:
        return read
    counts = projection.find(exp.Count, exp.CountIf) is not None
    used = {column.table for column in projection.find_all(exp.Column)}
    read |= _conditions(scope, walk, used=None if counts else used)
    if counts and not read:
        return _all_sources(scope, walk)
    return read


def _conditions(scope: Scope, walk: _Walk, used: set[str] | None) -> frozenset[ColumnRef]:
    """What the rows of a select depend on: filters and the keys of joins.

    `used` names the relations whose values are read: a left join of another one changes neither
    rows nor values. None: everything counts, groups as well.
    """
    select = scope.expression
    parts_of_select = ("where", "having", "qualify") + (() if used is not None else ("group",))
    clauses = [select.args.get(part) for part in parts_of_select]
    for join in select.args.get("joins") or []:
        if used is None or join.alias_or_name in used or join.side != "LEFT":
            clauses.append(join.args.get("on"))
    parts = [_read(scope, clause, walk) for clause in clauses if clause is not None]
    return frozenset().union(*parts)


def _read(scope: Scope, expression: exp.Expr, walk: _Walk) -> frozenset[ColumnRef]:
    result: set[ColumnRef] = set()
    for column in expression.find_all(exp.Column):
        source = scope.sources.get(column.table)
        if source is None and not column.table:
            # An alias of the same select, or a column that only one source can have.
            for candidate in scope.sources.values():
                result |= _from_source(candidate, column.name.lower(), walk)
        elif source is not None:
            result |= _from_source(source, column.name.lower(), walk)
    for subquery in scope.subquery_scopes:
        if any(node is subquery.expression for node in expression.walk()):
            for name in _names(subquery):
                result |= _column(subquery, name, walk)
            result |= _conditions(subquery, walk, used=None)
    return frozenset(result)


def _from_source(source: Scope | exp.Expr, name: str, walk: _Walk) -> frozenset[ColumnRef]:
    if isinstance(source, Scope):
        if name in _names(source):
            return _column(source, name, walk)
        return frozenset()
    if isinstance(source, exp.Table):
        return frozenset({ColumnRef(relation_key(source), name)})
    return frozenset()


def _all_sources(scope: Scope, walk: _Walk) -> frozenset[ColumnRef]:
    """Everything that a scope reads (pivots, values, table functions: nothing finer is known)."""
    result: set[ColumnRef] = set()
    for source in scope.sources.values():
        if isinstance(source, Scope):
            for name in _names(source):
                result |= _column(source, name, walk)
        elif isinstance(source, exp.Table):
            result.add(ColumnRef(relation_key(source), "*"))
    return frozenset(result)


def relation_key(table: exp.Table) -> str:
    """`database.schema.name` of a table in a statement, in lower case."""
    return ".".join(part.name for part in table.parts).lower()


def nested(relations: Columns) -> dict[str, object]:
    """The columns of relations as sqlglot wants its schema: database, schema, name, column."""
    schema: dict[str, dict[str, dict[str, dict[str, str]]]] = {}
    for key, columns in relations.items():
        database, middle, name = key.split(".")
        schema.setdefault(database, {}).setdefault(middle, {})[name] = columns
    return dict(schema)
