"""From `cellen` to one system: unknowns by population, and every equation between them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

import numpy as np

from leerloopbaan.disclosure.cells import Cell, Key, Place, complement, parents_of
from leerloopbaan.disclosure.identities import Identity, find_identities, of_themselves
from leerloopbaan.disclosure.links import Family, family_of, linked_families
from leerloopbaan.disclosure.model import DisclosureError, System, build_system
from leerloopbaan.disclosure.policy import Policy
from leerloopbaan.disclosure.releases import EarlierRelease, same


@dataclass(eq=False)
class Assembly:
    """Unknowns under construction: their keys, counts and equations (total, parts)."""

    keys: list[Key] = field(default_factory=list)
    index: dict[Key, int] = field(default_factory=dict)
    counts: list[int] = field(default_factory=list)
    equations: list[tuple[int, list[int]]] = field(default_factory=list)
    ladder: list[bool] = field(default_factory=list)
    cells: dict[int, list[Cell]] = field(default_factory=lambda: defaultdict(list))
    leader: dict[Family, Family] = field(default_factory=dict)
    level: dict[str, str] = field(default_factory=dict)
    unseen: set[int] = field(default_factory=set)
    release: str = ""
    _canonical: dict[Key, Key] = field(default_factory=dict)

    def canonical(self, key: Key) -> Key:
        """The key of the unknown that a population shares with its other names."""
        found = self._canonical.get(key)
        if found is None:
            family = family_of(key, self.level)
            basis, trait, *_ = self.leader.get(family, family)
            same = (basis, trait) == (key.basis, key.trait)
            found = key if same else key._replace(basis=basis, trait=trait)
            self._canonical[key] = found
        return found

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
    assembly = Assembly(
        leader=linked_families(cells) if policy.microdata else {},
        level={c.key.geo: c.geo_niveau for c in cells},
    )
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
    assembly.release = release
    at: dict[Key, int] = {}
    visible: set[Key] = set()
    for cell in cells:
        key = cell.key
        if release and not (key in new and same(cell, new[key])):
            key = key._replace(meetmoment=f"{key.meetmoment}@{release}")
        unknown = assembly.add(key, cell.aantal)
        at[cell.key] = unknown
        assembly.cells[unknown].append(cell)
        if cell.zichtbaar:
            visible.add(cell.key)
    _sums(assembly, at, policy, release, visible)
    _complements(assembly, at, release, visible)
    _geography(assembly, at, parents_of(cells), visible)
    _breakdowns(assembly, at, policy, visible)
    if policy.microdata:
        _identities(assembly, at, cells)
    shown = {at[key] for key in visible}
    assembly.unseen |= {u for k, u in at.items() if k not in visible and u not in shown}


def _sums(
    assembly: Assembly, at: dict[Key, int], policy: Policy, release: str, visible: set[Key]
) -> None:
    """Populations that add up by definition, in the tables that hold them.

    A left-over that is counted in a kind of table but not in this place is an unknown of 0.
    """
    level = _levels(assembly, at)
    open_families = {(k.basis, k.trait) for k in visible}
    shapes: dict[tuple[str, str], set[tuple[str, ...]]] = defaultdict(set)
    members: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key in at:
        shapes[key.basis, key.trait].add(_shape(key, level))
        members[key.basis, key.trait].append(key)
    for whole, parts in policy.sums:
        for key in list(members[whole]):
            shape = _shape(key, level)
            places = [key._replace(basis=basis, trait=trait) for basis, trait in parts]
            if not any(shape in shapes[family] for family in parts):
                continue
            absent = [p for p in places if p not in at]
            rest = assembly.counts[at[key]] - sum(assembly.counts[at[p]] for p in places if p in at)
            if rest or any((p.basis, p.trait) in open_families for p in absent):
                continue  # a part stands in other tables than this one
            for part in absent:
                named = part
                if release:
                    named = part._replace(meetmoment=f"{part.meetmoment}@{release}")
                at[part] = assembly.add(named, 0)
                members[part.basis, part.trait].append(part)
            assembly.equation(at[key], [at[p] for p in places])


def _identities(assembly: Assembly, at: dict[Key, int], cells: list[Cell]) -> None:
    """What the microdata say of populations that no table ties, unless empty cells say it.

    A place in which a basis has nobody at all is empty by definition, and everyone knows it.
    """
    known = find_identities(cells)
    candidates: dict[str, list[tuple[Identity, int, list[int]]]] = defaultdict(list)
    for identity in known.found:
        for whole, parts in known.in_years(identity):
            found = (identity, at[whole], [at[part] for part in parts])
            candidates[whole.schooljaar].append(found)
    places = {key.geo for years in known.keys.values() for key in years.values()}
    empty = {
        unknown
        for key, unknown in at.items()
        if not assembly.counts[unknown] and assembly.counts[at.get(_everyone(key), unknown)]
    }
    equations: dict[str, list[tuple[int, list[int]]]] = defaultdict(list)
    for row in assembly.equations:
        if all(assembly.keys[unknown].geo in places for unknown in (row[0], *row[1])):
            equations[assembly.keys[row[0]].schooljaar].append(row)
    real: dict[Identity, None] = {}
    for year, some in candidates.items():
        new = of_themselves(equations[year], empty, [(whole, parts) for _, whole, parts in some])
        real |= dict.fromkeys(i for (i, *_), more in zip(some, new, strict=True) if more)
    for identity in real:
        for whole, parts in known.in_years(identity):
            assembly.equation(at[whole], [at[part] for part in parts])


def _everyone(key: Key) -> Key:
    return key._replace(trait="T", split=())


def _shape(key: Key, level: dict[Place, str]) -> tuple[str, ...]:
    return (level[key.schooljaar, key.geo], *_names(key))


def _names(key: Key) -> tuple[str, ...]:
    return tuple(name for name, _ in key.split)


def _levels(assembly: Assembly, at: dict[Key, int]) -> dict[Place, str]:
    return {
        (c.key.schooljaar, c.key.geo): c.geo_niveau
        for unknown in at.values()
        for c in assembly.cells.get(unknown, ())
    }


def _complements(assembly: Assembly, at: dict[Key, int], release: str, visible: set[Key]) -> None:
    missing = []
    for key in [k for k in at if k.trait != "T" and k in visible]:
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
            named = other._replace(meetmoment=f"{other.meetmoment}@{release}") if release else other
            canonical = assembly.canonical(named)
            known = assembly.index.get(canonical)
            if known is not None and assembly.counts[known] != count:
                named = named._replace(meetmoment=f"{named.meetmoment}+")
            rest = assembly.add(named, count)
            at[other] = rest
        assembly.equation(total, [at[key], rest])
    if missing:
        raise DisclosureError(
            "ontbreekt", "a trait is counted without its basis (T)", tuple(missing)
        )


def _geography(
    assembly: Assembly, at: dict[Key, int], parent: dict[Place, str], visible: set[Key]
) -> None:
    """Parent = sum of its children, wherever a kind of cell is counted at the children's level."""
    seen: dict[Key, dict[str, int]] = defaultdict(dict)
    seen_by_all: dict[Key, set[str]] = defaultdict(set)
    for key, unknown in at.items():
        kind = key._replace(geo="")
        seen[kind][key.geo] = unknown
        if key in visible:
            seen_by_all[kind].add(key.geo)
    counted = {(k.schooljaar, k.geo) for k in visible}
    level = _levels(assembly, at)
    shapes: dict[tuple[str, str], set[tuple[str | None, tuple[str, ...]]]] = defaultdict(set)
    for key in visible:
        shapes[key.basis, key.trait].add((level[key.schooljaar, key.geo], _names(key)))
    children: dict[Place, list[str]] = defaultdict(list)
    for (year, node), up in sorted(parent.items()):
        children[year, up].append(node)
    missing: list[str] = []
    for kind, places in seen.items():
        year = kind.schooljaar
        for node in sorted({parent[year, g] for g in places if (year, g) in parent}):
            below = children[year, node]
            if seen_by_all[kind].isdisjoint(below):
                if node in places:
                    parts = [_or_zero(assembly, at, kind._replace(geo=c)) for c in below]
                    _equation_if_it_holds(assembly, places[node], parts, ladder=True)
                continue
            if node not in places:
                if (level.get((year, node)), _names(kind)) in shapes[kind.basis, kind.trait]:
                    missing.append(kind._replace(geo=node).code())
                continue  # a table without that level
            absent = [c for c in below if c not in places and (year, c) in counted]
            missing += [kind._replace(geo=c).code() for c in absent]
            if not absent:
                parts = [_or_zero(assembly, at, kind._replace(geo=c)) for c in below]
                found = [part for part in parts if part is not None]
                assembly.equation(places[node], found, ladder=True)
    _refuse_missing("a level is counted for some places only; count all, zeros too", missing)


def _breakdowns(assembly: Assembly, at: dict[Key, int], policy: Policy, visible: set[Key]) -> None:
    """Total = sum of its categories, for every breakdown that is a partition."""
    parts: dict[tuple[Key, str], dict[str, int]] = defaultdict(dict)
    expected: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    of_basis: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    of_year: dict[tuple[str, str], set[str]] = defaultdict(set)
    for key, unknown in at.items():
        if key.trait.startswith("!") and key.with_trait(key.trait[1:]) in at:
            continue  # follows from the equations of the basis and of the trait
        for name, category in key.split:
            rest = tuple(pair for pair in key.split if pair[0] != name)
            parts[key._replace(split=rest), name][category] = unknown
            of_basis[key.basis, key.schooljaar, name].add(category)
            of_year[key.schooljaar, name].add(category)
            if key in visible:
                expected[key.basis, key.schooljaar, name].add(category)
    missing: list[str] = []
    for (whole, name), found in parts.items():
        shown = any(
            whole._replace(split=tuple(sorted((*whole.split, (name, c))))) in visible for c in found
        )
        if whole not in at:
            missing += [whole.code()] if shown else []
            continue
        if policy.breakdowns.get(name, "partitie") == "overlap":
            continue
        tree = policy.categories.get(name, {})
        below = {child for kids in tree.values() for child in kids}
        # A table that is shown has its own categories; a left-over may be in any of them.
        year = whole.schooljaar
        everyone = of_basis[whole.basis, year, name] if shown else of_year[year, name]
        top = [
            _or_zero(assembly, at, _with_category(whole, name, c)) if c not in found else found[c]
            for c in sorted(everyone)
            if c not in below
            and (c in found or not shown or c not in expected[whole.basis, whole.schooljaar, name])
        ]
        if shown:
            absent = expected[whole.basis, whole.schooljaar, name] - set(found)
            missing += [f"{whole.code()}|{name}={c}" for c in sorted(absent)]
        if shown:
            assembly.equation(at[whole], [part for part in top if part is not None])
        else:
            _equation_if_it_holds(assembly, at[whole], top)
        for category, kids in tree.items():
            if category in found:
                assembly.equation(found[category], [found[k] for k in kids if k in found])
    _refuse_missing("a total or a category is missing; count all, zeros too", missing)


def _or_zero(assembly: Assembly, at: dict[Key, int], key: Key) -> int | None:
    """The unknown of a left-over that has no row because nobody is in it; None if it is another.

    An absent row is not known to be empty, so it must not tie its neighbours together.
    """
    if key not in at:
        named = key
        if assembly.release:
            named = key._replace(meetmoment=f"{key.meetmoment}@{assembly.release}")
        found = assembly.index.get(assembly.canonical(named))
        if found is not None and assembly.counts[found]:
            return None
        at[key] = assembly.add(named, 0)
    return at[key]


def _equation_if_it_holds(
    assembly: Assembly, total: int, parts: list[int | None], ladder: bool = False
) -> None:
    found = [part for part in parts if part is not None]
    if sum(assembly.counts[part] for part in found) == assembly.counts[total]:
        assembly.equation(total, found, ladder)


def _with_category(key: Key, name: str, category: str) -> Key:
    return key._replace(split=tuple(sorted((*key.split, (name, category)))))


def _refuse_missing(message: str, codes: list[str]) -> None:
    if codes:
        raise DisclosureError("ontbreekt", message, tuple(sorted(codes)))


def to_system(
    assembly: Assembly,
    fixed: np.ndarray,
    hidden_outside: np.ndarray,
    bounds: dict[int, tuple[int, int]],
    headlines: frozenset[str] = frozenset(),
) -> System:
    """The engine's system; the work is split along the geography.

    What is not broken down, of the widest place and at the levels `headlines`, is hidden last.
    """
    parent = parents_of(c for cells in assembly.cells.values() for c in cells)
    number: dict[Place, int] = {}
    above: list[int] = [-1]
    for year, node in sorted({(k.schooljaar, k.geo) for k in assembly.keys} & parent.keys()):
        path = [node]
        while (year, path[-1]) in parent and (year, parent[year, path[-1]]) in parent:
            path.append(parent[year, path[-1]])
        place = 0
        for step in reversed(path):
            if (year, step) not in number:
                number[year, step] = len(above)
                above.append(place)
            place = number[year, step]
    size = len(assembly.keys)
    lower, upper = np.zeros(size, np.int64), np.full(size, 1_000_000_000, np.int64)
    for unknown, (low, high) in bounds.items():
        lower[unknown], upper[unknown] = low, high
    headline = np.array(
        [
            not k.split
            and ((k.schooljaar, k.geo) not in parent or assembly.level.get(k.geo) in headlines)
            for k in assembly.keys
        ],
        bool,
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
        node=np.array([number.get((k.schooljaar, k.geo), 0) for k in assembly.keys], np.int64),
        node_parent=np.array(above, np.int64),
        headline=headline,
    )
