"""From plain cross-tables with hierarchies to a system: the engine as a library, without a city."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from leerloopbaan.disclosure.model import BoolArray, DisclosureError, System, build_system

#: For one dimension: parent code -> child codes. The root is the only parent that is no child.
Hierarchy = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Table:
    """Long cell table: `keys` has one code per dimension, `counts` the persons in the cell."""

    dimensions: tuple[str, ...]
    keys: tuple[tuple[str, ...], ...]
    counts: tuple[int, ...]


def root_of(name: str, hierarchy: Hierarchy) -> str:
    """The top of a hierarchy; raises DisclosureError on a cycle, two parents or two roots."""
    parent: dict[str, str] = {}
    for node, children in hierarchy.items():
        for child in children:
            if child in parent:
                raise DisclosureError(
                    "hierarchie", f"dimension {name}: a node has two parents", (child,)
                )
            parent[child] = node
    for node in parent:
        seen = {node}
        up = node
        while up in parent:
            up = parent[up]
            if up in seen:
                raise DisclosureError(
                    "hierarchie", f"dimension {name}: the hierarchy has a cycle", (node,)
                )
            seen.add(up)
    roots = [node for node in hierarchy if node not in parent]
    if len(roots) != 1:
        raise DisclosureError(
            "hierarchie", f"dimension {name}: there must be one root", tuple(sorted(roots))
        )
    return roots[0]


def system_from_table(
    table: Table,
    hierarchies: Mapping[str, Hierarchy],
    *,
    zeros_shown: bool = False,
    fixed: BoolArray | None = None,
    extra: Sequence[tuple[tuple[str, ...], Sequence[tuple[str, ...]]]] = (),
    unpublished: BoolArray | None = None,
) -> System:
    """Every equation that the hierarchies imply between the cells, plus `extra` (total, parts).

    A group of children is used only when all of them are in the table; some but not all raise
    DisclosureError ("ontbreekt"). zeros_shown fixes the published zeros. The work is split along
    the deepest hierarchies.
    """
    roots = {d: root_of(d, hierarchies[d]) for d in table.dimensions}
    index = {key: i for i, key in enumerate(table.keys)}
    if len(index) < len(table.keys):
        twice = sorted(k for i, k in enumerate(table.keys) if index[k] != i)
        raise DisclosureError("dubbel", "cells occur twice", tuple(map(code_of, twice)))
    deep = [
        i
        for i, d in enumerate(table.dimensions)
        if any(child in hierarchies[d] for child in hierarchies[d][roots[d]])
    ]
    equations: list[tuple[int, list[int]]] = []
    ladder: list[bool] = []
    for key, cell in index.items():
        for at, name in enumerate(table.dimensions):
            children = hierarchies[name].get(key[at])
            if not children:
                continue
            found = [index.get((*key[:at], child, *key[at + 1 :])) for child in children]
            parts = [part for part in found if part is not None]
            if not parts:
                continue
            if len(parts) < len(found):
                raise DisclosureError(
                    "ontbreekt",
                    "some parts of a total are missing",
                    tuple(
                        code_of((*key[:at], child, *key[at + 1 :]))
                        for child, part in zip(children, found, strict=True)
                        if part is None
                    ),
                )
            equations.append((cell, parts))
            ladder.append(at in deep)
    for total, members in extra:
        equations.append((index[total], [index[member] for member in members]))
        ladder.append(False)
    counts = np.array(table.counts, np.int64)
    negative = np.flatnonzero(counts < 0)
    if len(negative):
        raise DisclosureError(
            "negatief", "counts below zero", tuple(code_of(table.keys[i]) for i in negative)
        )
    hide = np.zeros(len(counts), bool) if unpublished is None else unpublished
    still = np.zeros(len(counts), bool) if fixed is None else fixed.copy()
    if zeros_shown:
        still |= (counts == 0) & ~hide
    nodes, parents = _tree(table, hierarchies, roots, deep)
    return build_system(
        tuple(code_of(key) for key in table.keys),
        counts,
        equations,
        ladder=np.array(ladder, bool),
        fixed=still,
        unpublished=hide,
        node=nodes,
        node_parent=parents,
        headline=np.array(
            [
                all(v == roots[d] for v, d in zip(k, table.dimensions, strict=True))
                for k in table.keys
            ]
        ),
    )


def code_of(key: Sequence[str]) -> str:
    """A cell's code: its categories, totals included, separated by a slash."""
    return "/".join(key)


def _tree(
    table: Table,
    hierarchies: Mapping[str, Hierarchy],
    roots: Mapping[str, str],
    deep: list[int],
) -> tuple[np.ndarray, np.ndarray]:
    """One tree over the deep dimensions: their roots coincide, a cell stands at its first one."""
    number: dict[tuple[int, str], int] = {}
    parents = [-1]
    for at in deep:
        name = table.dimensions[at]
        todo = [(roots[name], 0)]
        while todo:
            node, place = todo.pop()
            for child in hierarchies[name].get(node, ()):
                number[at, child] = len(parents)
                parents.append(place)
                todo.append((child, number[at, child]))
    nodes = np.zeros(len(table.keys), np.int64)
    for i, key in enumerate(table.keys):
        for at in deep:
            if (at, key[at]) in number:
                nodes[i] = number[at, key[at]]
                break
    return nodes, np.array(parents, np.int64)
