"""`protect`: the decisions for a release of cells, and the certificates that prove them safe."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from leerloopbaan.disclosure.assemble import Assembly, assemble, to_system
from leerloopbaan.disclosure.cells import Cell, Key, parents_of, read_cells
from leerloopbaan.disclosure.certificates import Certificates, write_certificates
from leerloopbaan.disclosure.engine import Progress, protect_system
from leerloopbaan.disclosure.model import DisclosureError, Insider, Targets
from leerloopbaan.disclosure.parts import Solved
from leerloopbaan.disclosure.policy import Policy, band_limit
from leerloopbaan.disclosure.releases import EarlierRelease, compare

#: The one marker for every hidden count, whatever the reason.
HIDDEN = "onderdrukt"
_MAX_COARSENINGS = 8


@dataclass(frozen=True, eq=False)
class Decisions:
    """Arrow tables. besluiten: cel_id, status (NULL or `onderdrukt`), band; redenen: cel_id,
    reden (vault only: it would help an attacker); certificates: see `certificates`.
    """

    besluiten: Any
    redenen: Any
    certificates: Certificates
    effort: dict[str, Any]


@dataclass(eq=False)
class _Plan:
    fixed: np.ndarray
    hidden: np.ndarray
    dropped: np.ndarray
    unseen: np.ndarray
    reason: dict[int, str]
    levels: dict[int, tuple[int, int]]
    bounds: dict[int, tuple[int, int]]
    banded: dict[int, str]


def protect(
    cellen: Any,
    policy: Policy | None = None,
    earlier_releases: tuple[EarlierRelease, ...] = (),
    progress: Progress | None = None,
) -> Decisions:
    """Decide per cell of `cellen` (DuckDB relation or Arrow table) whether it may be shown.

    Refuses what cannot be trusted, and fails closed naming the cells when no safe pattern exists
    even without the finest level of the breakdowns concerned (DisclosureError, nothing decided).
    """
    policy = policy or Policy()
    cells = read_cells(cellen)
    assembly = assemble(cells, policy, earlier_releases)
    dropped: set[tuple[str, str, tuple[str, ...], str]] = set()
    fewer: set[int] = set()
    solved = Solved()
    for _ in range(_MAX_COARSENINGS):
        plan = _plan(assembly, cells, policy, earlier_releases, dropped, fewer=fewer)
        system = to_system(
            assembly, plan.fixed, plan.dropped | plan.unseen, plan.bounds, policy.headlines
        )
        order = sorted(plan.levels)
        targets = Targets(
            np.array(order, np.int64),
            np.array([plan.levels[i][1] for i in order], np.int64),
            np.array([plan.levels[i][0] for i in order], np.int64),
        )
        insiders = _insiders(assembly, cells, plan)
        try:
            pattern = protect_system(
                system,
                targets,
                hidden=plan.hidden,
                insiders=insiders,
                thorough=policy.thorough,
                workers=policy.workers,
                progress=progress,
                solved=solved,
            )
        except DisclosureError as error:
            turned = _turned(assembly, plan, error.cells) - fewer
            fewer |= turned
            finer = _finest(assembly, error.cells) - dropped
            if error.rule == "onoplosbaar" and turned:
                continue
            if error.rule != "onoplosbaar" or not policy.coarsen or not finer:
                raise
            dropped = _with_the_same(assembly, dropped | finer)
            continue
        hidden = pattern.hidden | plan.dropped | plan.unseen
        certificates = write_certificates(
            assembly,
            system,
            targets=targets,
            pattern=pattern,
            hidden=hidden,
            insiders=insiders,
        )
        return Decisions(*_verdicts(assembly, cells, hidden, plan), certificates, pattern.effort)
    raise DisclosureError(
        "onoplosbaar",
        "still unsafe after coarsening",
        tuple(sorted("|".join((b, t, "+".join(s), g)) for b, t, s, g in dropped)),
    )


def _plan(
    assembly: Assembly,
    cells: list[Cell],
    policy: Policy,
    earlier: tuple[EarlierRelease, ...],
    dropped: set[tuple[str, str, tuple[str, ...], str]],
    *,
    fewer: set[int],
) -> _Plan:
    """Which unknowns are known, hidden from the start, dropped, or targets with their levels.

    fewer: unknowns of which a world with one fewer is asked, because none has one more.
    """
    size = len(assembly.keys)
    none = np.zeros(size, bool)
    plan = _Plan(none, none.copy(), none.copy(), none.copy(), {}, {}, {}, {})
    plan.unseen[sorted(assembly.unseen)] = True
    known = compare(cells, earlier, policy.threshold)
    shown_before = _shown_before(assembly, earlier)
    for unknown, (key, count) in enumerate(zip(assembly.keys, assembly.counts, strict=True)):
        rows = assembly.cells.get(unknown, [])
        if any(c.structureel_nul or c.moet_getoond for c in rows) or unknown in shown_before:
            plan.fixed[unknown] = True
            continue
        if any(c.key in known.hide for c in rows):
            plan.hidden[unknown] = True
            plan.reason[unknown] = "eerdere publicatie"
        if any(_group(c) in dropped for c in rows or _of_trait(assembly, key)):
            plan.dropped[unknown] = True
            plan.reason[unknown] = "vergroofd"
            continue
        reason = _unsafe(key, count, rows, policy)
        if reason:
            plan.reason[unknown] = reason
            plan.levels[unknown] = (
                (0, policy.threshold + 1) if count <= policy.threshold else _margin(count, policy)
            )
        for cell in rows:
            if cell.key in known.span:
                low, high = known.span[cell.key]
                before = plan.levels.get(unknown, (low, high))
                plan.levels[unknown] = (min(low, before[0]), max(high, before[1]))
    if policy.bands:
        _bands(assembly, policy, plan)
    for unknown in np.flatnonzero(plan.hidden & ~(plan.fixed | plan.dropped)).tolist():
        count = assembly.counts[unknown]
        full = unknown in fewer or count >= plan.bounds.get(unknown, (0, count + 1))[1]
        # Hidden, so never exact: one more, or one fewer where the band is full.
        plan.levels.setdefault(unknown, (count - 1, -1) if full else (count, count + 1))
    return plan


def _unsafe(key: Key, count: int, rows: list[Cell], policy: Policy) -> str | None:
    """The first rule by which the count may not be known."""
    if count <= policy.threshold:
        sensitive = any(c.gevoelig for c in rows)
        derived = not rows and key.trait.startswith("!")  # a reader computes it from two cells
        unseen = not derived and not any(c.zichtbaar for c in rows)
        if count == 0 and (unseen or not (policy.zeros_primary or sensitive)):
            return None  # nobody is shown that a left-over is empty
        return "klein complement" if key.trait.startswith("!") else "klein aantal"
    at_school = [
        c
        for c in rows
        if c.zichtbaar and c.plaats in (None, "school") and c.geo_niveau != "populatie"
    ]
    for cell in at_school:
        if cell.n_scholen is not None and cell.n_scholen < policy.min_schools:
            return "te weinig scholen"
        if cell.n_besturen is not None and cell.n_besturen < policy.min_boards:
            return "te weinig besturen"
        if cell.grootste_aandeel is not None and cell.grootste_aandeel > policy.max_share:
            return "een school overheerst"
    return None


def _margin(count: int, policy: Policy) -> tuple[int, int]:
    margin = max(1, math.ceil(policy.school_margin * count))
    return max(0, count - margin), count + margin


def _bands(assembly: Assembly, policy: Policy, plan: _Plan) -> None:
    """Sensitive traits with an extreme rate: the count is hidden, its band is known to all."""
    low, high = f"<{policy.rate_low:g}", f">{policy.rate_high:g}"
    for unknown, key in enumerate(assembly.keys):
        rows = assembly.cells.get(unknown, [])
        total = assembly.index.get(assembly.canonical(key.with_trait("T")))
        if key.trait == "T" or total is None or plan.fixed[unknown] or plan.dropped[unknown]:
            continue
        other = assembly.index.get(assembly.canonical(_other(key)))
        if not any(c.gevoelig for c in rows) and not (
            other is not None and any(c.gevoelig for c in assembly.cells.get(other, []))
        ):
            continue
        limit = band_limit(assembly.counts[total], policy)
        if limit <= policy.threshold or assembly.counts[unknown] > limit:
            continue
        if plan.levels.get(unknown, (0, 0))[1] > limit:
            continue  # one school overheerst: beyond the band must stay possible
        plan.hidden[unknown] = True
        plan.bounds[unknown] = (0, limit)
        plan.banded[unknown] = low
        plan.reason.setdefault(unknown, "uiterste verhouding")
        if other is not None and not plan.fixed[other]:
            plan.hidden[other] = True
            plan.banded[other] = high
            plan.reason.setdefault(other, "uiterste verhouding")


def _other(key: Key) -> Key:
    return key.with_trait(key.trait[1:] if key.trait.startswith("!") else f"!{key.trait}")


def _of_trait(assembly: Assembly, key: Key) -> list[Cell]:
    """The cells of the trait of which this is the complement: a reader subtracts them."""
    if not key.trait.startswith("!"):
        return []
    return assembly.cells.get(assembly.index.get(assembly.canonical(_other(key)), -1), [])


def _shown_before(assembly: Assembly, earlier: tuple[EarlierRelease, ...]) -> set[int]:
    visible = {(id(cell)) for r in earlier for cell in r.cells if cell.cel_id not in r.hidden}
    return {u for u, rows in assembly.cells.items() if any(id(c) in visible for c in rows)}


def _insiders(assembly: Assembly, cells: list[Cell], plan: _Plan) -> list[Insider]:
    """Persons alone in a cell (one person by fingerprint), and schools alone in a cell."""
    alone: dict[str, set[int]] = defaultdict(set)
    nodes = {
        (c.key.schooljaar, c.key.geo)
        for c in cells
        if c.n_scholen == 1 and not c.key.split and c.key.trait == "T"
    }
    for unknown, rows in assembly.cells.items():
        if plan.fixed[unknown]:
            continue
        for cell in rows:
            if cell.aantal == 1:
                alone[f"persoon {cell.vingerafdruk or cell.cel_id}"].add(unknown)
            elif cell.n_scholen == 1 and cell.aantal > 0:
                place = (cell.key.schooljaar, cell.key.geo)
                name = "/".join(place) if place in nodes else cell.cel_id
                alone[f"school {name}"].add(unknown)
    return [
        Insider(f"insider {n}", np.array(sorted(alone[code]), np.int64))
        for n, code in enumerate(sorted(alone))
    ]


def _group(cell: Cell) -> tuple[str, str, tuple[str, ...], str]:
    names = tuple(name for name, _ in cell.key.split)
    return cell.key.basis, cell.key.trait.lstrip("!"), names, cell.geo_niveau


def _finest(
    assembly: Assembly, codes: tuple[str, ...]
) -> set[tuple[str, str, tuple[str, ...], str]]:
    """The groups to drop for cells that cannot be protected: never a total of the whole city."""
    wanted = set(codes)
    found = set()
    parent = parents_of(c for rows in assembly.cells.values() for c in rows)
    for unknown, key in enumerate(assembly.keys):
        if key.code() not in wanted:
            continue
        trait = key.trait.lstrip("!")
        for cell in assembly.cells.get(unknown) or _of_trait(assembly, key):
            if cell.key.split or (cell.key.schooljaar, cell.key.geo) in parent:
                found.add(_group(replace(cell, key=cell.key.with_trait(trait))))
    return found


def _with_the_same(
    assembly: Assembly, groups: set[tuple[str, str, tuple[str, ...], str]]
) -> set[tuple[str, str, tuple[str, ...], str]]:
    """These groups, and whole those that hold some of the same persons under another name.

    Otherwise only the shared rows of the other group would go, and the rest of it could tell them.
    """
    shared = [{_group(c) for c in rows} for rows in assembly.cells.values() if len(rows) > 1]
    found = set(groups)
    while more := {g for those in shared if those & found for g in those} - found:
        found |= more
    return found


def _turned(assembly: Assembly, plan: _Plan, codes: tuple[str, ...]) -> set[int]:
    """What is hidden without being small and cannot be one more: bands around it may be full."""
    wanted = set(codes)
    return {
        unknown
        for unknown, levels in plan.levels.items()
        if assembly.keys[unknown].code() in wanted
        and levels == (assembly.counts[unknown], assembly.counts[unknown] + 1)
        and assembly.counts[unknown]
    }


def _verdicts(
    assembly: Assembly, cells: list[Cell], hidden: np.ndarray, plan: _Plan
) -> tuple[Any, Any]:
    import pyarrow as pa

    unknowns = [assembly.index[assembly.canonical(c.key)] for c in cells]
    totals = [
        assembly.index.get(assembly.canonical(c.key.with_trait("T")), u)
        for c, u in zip(cells, unknowns, strict=True)
    ]
    text = pa.string()
    besluiten = pa.table(
        {
            "cel_id": pa.array([c.cel_id for c in cells], text),
            "status": pa.array([HIDDEN if hidden[u] else None for u in unknowns], text),
            "band": pa.array(
                [
                    plan.banded.get(u) if not hidden[t] else None
                    for u, t in zip(unknowns, totals, strict=True)
                ],
                text,
            ),
        }
    )
    behind = [
        (c.cel_id, plan.reason.get(u, "secundair"))
        for c, u in zip(cells, unknowns, strict=True)
        if hidden[u]
    ]
    redenen = pa.table(
        {
            "cel_id": pa.array([c for c, _ in behind], text),
            "reden": pa.array([r for _, r in behind], text),
        }
    )
    return besluiten, redenen
