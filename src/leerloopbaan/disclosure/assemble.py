"""From `cellen` to one system: unknowns by population, and every equation between them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace

import numpy as np

from leerloopbaan.disclosure.cells import Cell, Key, complement, parents_of
from leerloopbaan.disclosure.links import linked_families
from leerloopbaan.disclosure.model import DisclosureError, System, build_system
from leerloopbaan.disclosure.policy import Policy
from leerloopbaan.disclosure.releases import EarlierRelease, same

Group = tuple[Key, str]


@dataclass(eq=False)
class Assembly:
    """Unknowns under construction: their keys, counts and equations (total, parts)."""

    keys: list[Key] = field(default_factory=list)
    index: dict[Key, int] = field(default_factory=dict)
    counts: list[int] = field(default_factory=list)
    equations: list[tuple[int, list[int]]] = field(default_factory=list)
    ladder: list[bool] = field(default_factory=list)
    cells: dict[int, list[Cell]] = field(default_factory=lambda: defaultdict(list))
    leader: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)

    def canonical(self, key: Key) -> Key:
        """The key of the unknown that a population shares with its other names."""
        basis, trait = self.leader.get((key.basis, key.trait), (key.basis, key.trait))
        return (
            key
            if (basis, trait) == (key.basis, key.trait)
            else replace(key, basis=basis, trait=trait)
        )

    def add(self, key: Key, count: int) -> int:
        """The unknown of a key, new or known; refuses two counts for one population."""
        key = self.canonical(key)
        found = self.index.get(key)
        if found is None:
            self.index[key] = found = len(self.keys)
            self.keys.append(key)
            self.counts.append(count)
        elif self.counts[found] != count:
            raise DisclosureError(
                "tegenstrijdig", "one population has two different counts", (key.code(),)
            )
        return found

    def equation(self, total: int, parts: list[int], ladder: bool = False) -> None:
        """Total minus parts is zero; equal sides need no equation."""
        if parts != [total]:
            self.equations.append((total, parts))
            self.ladder.append(ladder)


def assemble(
    cells: list[Cell], policy: Policy, earlier: tuple[EarlierRelease, ...] = ()
) -> Assembly:
    """Unknowns and equations of the new cells and of the earlier releases that are still out."""
    assembly = Assembly(leader=linked_families(cells))
    _add_release(assembly, cells, policy, "", {})
    new = {cell.key: cell for cell in cells}
    for release in earlier:
        _add_release(assembly, list(release.cells), policy, release.release_id, new)
    return assembly


def _add_release(
    assembly: Assembly,
    cells: list[Cell],
    policy: Policy,
    release: str,
    new: dict[Key, Cell],
) -> None:
    """One release's cells and equations; a changed cell of an earlier one gets its own unknown."""
    at: dict[Key, int] = {}
    for cell in cells:
        key = cell.key
        if release and not (key in new and same(cell, new[key])):
            key = replace(key, meetmoment=f"{key.meetmoment}@{release}")
        unknown = assembly.add(key, cell.aantal)
        at[cell.key] = unknown
        assembly.cells[unknown].append(cell)
    _complements(assembly, at, release)
    _geography(assembly, at, parents_of(cells))
    _breakdowns(assembly, at, policy)
    _nested(assembly, at, policy, release)


def _complements(assembly: Assembly, at: dict[Key, int], release: str) -> None:
    missing = []
    for key in [k for k in at if k.trait != "T"]:
        other = key.with_trait(complement(key.trait))
        if other in at and key.trait.startswith("!"):
            continue
        total = at.get(key.with_trait("T"))
        if total is None:
            missing.append(key.with_trait("T").code())
            continue
        rest = at.get(other)
        if rest is None:
            count = assembly.counts[total] - assembly.counts[at[key]]
            if count < 0:
                raise DisclosureError(
                    "som", "a trait has more persons than its basis", (key.code(),)
                )
            named = replace(other, meetmoment=f"{other.meetmoment}@{release}") if release else other
            canonical = assembly.canonical(named)
            known = assembly.index.get(canonical)
            if known is not None and assembly.counts[known] != count:
                named = replace(named, meetmoment=f"{named.meetmoment}+")
            rest = assembly.add(named, count)
            at[other] = rest
        assembly.equation(total, [at[key], rest])
    if missing:
        raise DisclosureError(
            "ontbreekt", "a trait is counted without its basis (T)", tuple(missing)
        )


def _geography(assembly: Assembly, at: dict[Key, int], parent: dict[str, str]) -> None:
    """Parent = sum of its children, wherever a kind of cell is counted at the children's level."""
    children: dict[str, list[str]] = defaultdict(list)
    for node, up in sorted(parent.items()):
        children[up].append(node)
    seen: dict[Group, dict[str, int]] = defaultdict(dict)
    for key, unknown in at.items():
        seen[replace(key, geo=""), ""][key.geo] = unknown
    missing: list[str] = []
    for (kind, _), places in seen.items():
        for node in {parent[g] for g in places if g in parent}:
            if node not in places:
                missing.append(replace(kind, geo=node).code())
                continue
            absent = [c for c in children[node] if c not in places]
            missing += [replace(kind, geo=c).code() for c in absent]
            assembly.equation(
                places[node], [places[c] for c in children[node] if c in places], ladder=True
            )
    if missing:
        raise DisclosureError(
            "ontbreekt",
            "a level is counted for some places only; count all of them, zeros too",
            tuple(sorted(missing)),
        )


def _breakdowns(assembly: Assembly, at: dict[Key, int], policy: Policy) -> None:
    """Total = sum of its categories, for every breakdown that is a partition."""
    parts: dict[tuple[Key, str], dict[str, int]] = defaultdict(dict)
    for key, unknown in at.items():
        if key.trait.startswith("!") and key.with_trait(key.trait[1:]) in at:
            continue  # follows from the equations of the basis and of the trait
        for name, category in key.split:
            rest = tuple(pair for pair in key.split if pair[0] != name)
            parts[replace(key, split=rest), name][category] = unknown
    missing: list[str] = []
    expected: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for (whole, name), found in parts.items():
        expected[whole.basis, whole.schooljaar, name].update(found)
    for (whole, name), found in parts.items():
        if whole not in at:
            missing.append(whole.code())
            continue
        if policy.breakdowns.get(name, "partitie") == "overlap":
            continue
        tree = policy.categories.get(name, {})
        below = {child for kids in tree.values() for child in kids}
        absent = expected[whole.basis, whole.schooljaar, name] - set(found)
        missing += [f"{whole.code()}|{name}={c}" for c in sorted(absent)]
        assembly.equation(at[whole], [found[c] for c in sorted(found) if c not in below])
        for category, kids in tree.items():
            if category in found:
                assembly.equation(found[category], [found[k] for k in kids if k in found])
    if missing:
        raise DisclosureError(
            "ontbreekt",
            "a total or a category is missing; count all of them, zeros too",
            tuple(sorted(missing)),
        )


def _nested(assembly: Assembly, at: dict[Key, int], policy: Policy, release: str) -> None:
    """A basis inside a larger one: what lies between them is an unknown too."""
    for small, large in policy.nested:
        for key in [k for k in at if k.basis == small and k.trait == "T"]:
            outer = at.get(replace(key, basis=large))
            if outer is None:
                continue
            rest = replace(key, basis=f"{large}-{small}")
            if release:
                rest = replace(rest, meetmoment=f"{rest.meetmoment}@{release}")
            count = assembly.counts[outer] - assembly.counts[at[key]]
            if count < 0:
                raise DisclosureError(
                    "som", "a basis has more persons than the one around it", (key.code(),)
                )
            if rest not in assembly.index:
                assembly.equation(outer, [at[key], assembly.add(rest, count)])


def to_system(
    assembly: Assembly,
    fixed: np.ndarray,
    hidden_outside: np.ndarray,
    bounds: dict[int, tuple[int, int]],
) -> System:
    """The engine's system; the work is split along the geography."""
    parent = parents_of([c for cells in assembly.cells.values() for c in cells])
    number: dict[str, int] = {}
    above: list[int] = [-1]
    for node in sorted({k.geo for k in assembly.keys} & parent.keys()):
        path = [node]
        while path[-1] in parent and parent[path[-1]] in parent:
            path.append(parent[path[-1]])
        place = 0
        for step in reversed(path):
            if step not in number:
                number[step] = len(above)
                above.append(place)
            place = number[step]
    size = len(assembly.keys)
    lower, upper = np.zeros(size, np.int64), np.full(size, 1_000_000_000, np.int64)
    for unknown, (low, high) in bounds.items():
        lower[unknown], upper[unknown] = low, high
    headline = np.array(
        [not k.split and k.geo not in parent and k.trait == "T" for k in assembly.keys], bool
    )
    return build_system(
        tuple(k.code() for k in assembly.keys),
        np.array(assembly.counts, np.int64),
        assembly.equations,
        ladder=np.array(assembly.ladder, bool),
        fixed=fixed,
        unpublished=hidden_outside,
        lower=lower,
        upper=upper,
        node=np.array([number.get(k.geo, 0) for k in assembly.keys], np.int64),
        node_parent=np.array(above, np.int64),
        headline=headline,
    )
