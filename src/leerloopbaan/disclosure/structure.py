"""What the microdata say about the tables: dependences nobody wrote down, and the inner core.

Two questions. Which attribute determines another (a vestigingsplaats its niveau, a wijk its
district)? Such links tie tables that look unrelated. And: when is a set of altered tables still
the tables of *some* group of pupils? If the tables' attributes form an acyclic hypergraph, always:
non-negative whole tables that agree on their shared margins extend to a joint table (Vorob'ev,
Vlach). If not, the attributes left after removing what only one table uses (Graham's reduction)
form the core: its joint table is added to the system as cells that nobody publishes. An attacker
who reasons over inner cells then gains nothing, because every world is a world of pupils.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product

import numpy as np

from leerloopbaan.disclosure.model import System
from leerloopbaan.disclosure.tables import Hierarchy, Table, root_of, system_from_table

Record = Mapping[str, str]


def dependences(records: Sequence[Record], attributes: Sequence[str]) -> dict[str, dict[str, str]]:
    """`{"a>b": {value of a: value of b}}` for every attribute that determines another one.

    An attribute with one value says nothing; one that is unique per record is a key, not a trait.
    """
    found: dict[str, dict[str, str]] = {}
    for a in attributes:
        values = {r[a] for r in records}
        if len(values) < 2 or len(values) == len(records):
            continue
        for b in attributes:
            if a == b:
                continue
            image: dict[str, str] = {}
            if all(image.setdefault(r[a], r[b]) == r[b] for r in records):
                found[f"{a}>{b}"] = image
    return found


def closure(attributes: Iterable[str], determined: Mapping[str, Mapping[str, str]]) -> set[str]:
    """The attributes and everything they determine."""
    known = set(attributes)
    while True:
        more = {link.split(">")[1] for link in determined if link.split(">")[0] in known} - known
        if not more:
            return known
        known |= more


def core(tables: Sequence[Iterable[str]]) -> list[frozenset[str]]:
    """What Graham's reduction leaves of the tables' attribute sets; empty when acyclic."""
    edges = [set(t) for t in tables]
    while True:
        before = [frozenset(e) for e in edges]
        for edge in edges:
            others: set[str] = set().union(*(e for e in edges if e is not edge))
            edge.intersection_update(others)
        kept: list[set[str]] = []
        for edge in sorted(edges, key=len, reverse=True):
            if edge and not any(edge <= other for other in kept):
                kept.append(edge)
        edges = kept if len(kept) > 1 else []
        if [frozenset(e) for e in edges] == before:
            return before


def linked_system(
    records: Sequence[Record],
    tables: Sequence[Sequence[str]],
    hierarchies: Mapping[str, Hierarchy],
    *,
    zeros_shown: bool = False,
) -> System:
    """Several tables of the same records as one system, with the links that the records show.

    records: one per person, with a leaf code per dimension; tables: the dimensions of each; every
    level of a hierarchy is published. Codes of cells are the dimensions' codes in the order of
    `hierarchies`, roots for what a table does not use.
    """
    names = tuple(hierarchies)
    roots = {name: root_of(name, hierarchies[name]) for name in names}
    links = dependences(records, sorted({d for t in tables for d in t}))
    schemas = [closure(t, links) for t in tables]
    inner = set().union(*core(schemas))
    counts = _counts(
        records, names, roots, [*tables, *([sorted(inner)] if inner else [])], hierarchies
    )
    published = {
        key for t in tables for key in _grid(names, roots, t, hierarchies, leaves_only=False)
    }
    keys = dict.fromkeys(sorted(published))
    extra: list[tuple[tuple[str, ...], list[tuple[str, ...]]]] = []
    if inner:
        joint = _grid(names, roots, sorted(inner), hierarchies, leaves_only=True)
        keys |= dict.fromkeys(joint)
        for table, schema in zip(tables, schemas, strict=True):
            shared = schema & inner
            for margin, members in _group(names, roots, joint, shared).items():
                keys.setdefault(margin)
                extra.append((margin, members))
            extra += _through_links(
                names, roots, table, shared, links=links, hierarchies=hierarchies
            )
    ordered = tuple(keys)
    return system_from_table(
        Table(names, ordered, tuple(counts[k] for k in ordered)),
        hierarchies,
        zeros_shown=zeros_shown,
        unpublished=np.array([k not in published for k in ordered]),
        extra=[(total, parts) for total, parts in extra if parts != [total]],
    )


Key = tuple[str, ...]


def _counts(
    records: Sequence[Record],
    names: Key,
    roots: Mapping[str, str],
    tables: Sequence[Sequence[str]],
    hierarchies: Mapping[str, Hierarchy],
) -> Counter[Key]:
    above = {
        name: {child: node for node, kids in hierarchies[name].items() for child in kids}
        for name in names
    }
    wanted = {frozenset(s) for t in tables for n in range(len(t) + 1) for s in combinations(t, n)}
    counts: Counter[Key] = Counter()
    for values, persons in Counter(tuple(r[n] for n in names) for r in records).items():
        lines = []
        for name, value in zip(names, values, strict=True):
            line = [value]
            while line[-1] in above[name]:
                line.append(above[name][line[-1]])
            lines.append(line)
        seen = set()
        for used in wanted:
            seen |= set(
                product(
                    *(
                        line if name in used else [roots[name]]
                        for name, line in zip(names, lines, strict=True)
                    )
                )
            )
        for key in seen:
            counts[key] += persons
    return counts


def _leaves(hierarchy: Hierarchy) -> list[str]:
    nodes = {n for kids in hierarchy.values() for n in kids}
    return sorted(nodes - set(hierarchy))


def _grid(
    names: Key,
    roots: Mapping[str, str],
    table: Sequence[str],
    hierarchies: Mapping[str, Hierarchy],
    *,
    leaves_only: bool,
) -> list[Key]:
    values = []
    for name in names:
        if name not in table:
            values.append([roots[name]])
        elif leaves_only:
            values.append(_leaves(hierarchies[name]))
        else:
            inside = {n for kids in hierarchies[name].values() for n in kids}
            values.append(sorted(inside | {roots[name]}))
    return list(product(*values))


def _group(
    names: Key, roots: Mapping[str, str], joint: Sequence[Key], shared: set[str]
) -> dict[Key, list[Key]]:
    margins: dict[Key, list[Key]] = {}
    for key in joint:
        margin = tuple(
            v if name in shared else roots[name] for name, v in zip(names, key, strict=True)
        )
        margins.setdefault(margin, []).append(key)
    return margins


def _through_links(
    names: Key,
    roots: Mapping[str, str],
    table: Sequence[str],
    shared: set[str],
    *,
    links: Mapping[str, Mapping[str, str]],
    hierarchies: Mapping[str, Hierarchy],
) -> list[tuple[Key, list[Key]]]:
    """Margins over an attribute that the table holds only through one that determines it."""
    derived = shared - set(table)
    if not derived:
        return []
    source = {b: next(a for a in table if f"{a}>{b}" in links) for b in sorted(derived)}
    used = [n for n in table if n in shared or n in source.values()]
    out: dict[Key, list[Key]] = {}
    for key in _grid(names, roots, used, hierarchies, leaves_only=True):
        value = dict(zip(names, key, strict=True))
        margin = tuple(
            links[f"{source[n]}>{n}"][value[source[n]]] if n in derived
            else value[n] if n in shared else roots[n]
            for n in names
        )  # fmt: skip
        out.setdefault(margin, []).append(key)
    return list(out.items())
