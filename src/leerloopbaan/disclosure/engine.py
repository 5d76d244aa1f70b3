"""Protect one system: split it, search each part from several starts, keep the best, add insiders.

Parts that share no equation cannot reveal each other; they are solved apart, in parallel when
asked, and joined in a fixed order. The result does not depend on the number of processes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np

from leerloopbaan.disclosure.ends import finish, start
from leerloopbaan.disclosure.insiders import guard_insiders
from leerloopbaan.disclosure.model import (
    BoolArray,
    DisclosureError,
    Insider,
    IntArray,
    Pattern,
    System,
    Targets,
    Witness,
)
from leerloopbaan.disclosure.parts import Part, Solved, cut, parts_of
from leerloopbaan.disclosure.passes import cover_in_passes
from leerloopbaan.disclosure.refine import refine, score_of
from leerloopbaan.disclosure.search import DOWN, MOST_LEANING, UP, Direction, Search
from leerloopbaan.disclosure.silence import silent_pattern
from leerloopbaan.disclosure.sweep import cover_by_sweeps
from leerloopbaan.disclosure.windows import HUGE, Ladder
from leerloopbaan.workers import pool

Progress = Callable[[str], None]
#: Up to this many cells a part is searched from two orders and refined; above, from one.
_SMALL = 2500
#: A larger part with at least this share of targets is covered and not searched: by sweeps, or,
#: when it is huge, branch by branch in several passes.
_TINY, _DENSE = 600, 0.35
#: In a huge part only what so few directions lean on is tried to be shown again.
_FEW_LEANING = 1


def protect_system(
    system: System,
    targets: Targets,
    *,
    hidden: BoolArray | None = None,
    insiders: Sequence[Insider] = (),
    thorough: bool = True,
    workers: int = 1,
    progress: Progress | None = None,
    solved: Solved | None = None,
) -> Pattern:
    """Hide enough of the system that every target has its upward and its downward world.

    `hidden` cells are hidden from the start and stay hidden. `thorough` looks for a smaller pattern
    from a second start and place by place. `solved` keeps the parts that were solved, so that a
    second call solves only what is not proven already. Raises DisclosureError
    ("onoplosbaar", naming the cells of every part) when a target cannot be protected, and
    ("zichtbaar") when a target is a cell that everyone knows.
    """
    forced = np.zeros(system.size, bool) if hidden is None else hidden
    known = targets.cell[system.fixed[targets.cell]]
    if len(known):
        raise DisclosureError(
            "zichtbaar",
            "these cells are unsafe but marked as known to everyone",
            tuple(system.codes[c] for c in known),
        )
    parts = parts_of(system, targets)
    jobs = cut(system, targets, forced, insiders, parts)
    results = _solve_all(jobs, thorough, workers, progress, Solved() if solved is None else solved)
    failures = [r for r in results if isinstance(r, DisclosureError)]
    if failures:
        raise DisclosureError(
            failures[0].rule,
            "no other world exists for these cells, given what is already known",
            tuple(code for failure in failures for code in failure.cells),
        )
    patterns = [r for r in results if isinstance(r, Pattern)]
    return _join(system, targets, forced, parts, patterns)


def _solve_all(
    jobs: list[Part], thorough: bool, workers: int, progress: Progress | None, solved: Solved
) -> list[Pattern | DisclosureError]:
    """The parts' patterns or errors, in order; the largest part begins first."""
    results: dict[int, Pattern | DisclosureError] = {
        at: pattern for at, job in enumerate(jobs) if (pattern := solved.pattern_for(job))
    }
    todo = [at for at in range(len(jobs)) if at not in results]
    todo.sort(key=lambda at: (-jobs[at].system.size, at))

    def keep(at: int, result: Pattern | DisclosureError) -> None:
        results[at] = result
        if isinstance(result, Pattern):
            solved.keep(jobs[at], result)
        if progress:
            progress(f"part {len(results)} of {len(jobs)}")

    solve = partial(_solve, thorough=thorough)
    if workers > 1 and len(todo) > 1:
        with pool(workers) as executor:
            found = executor.map(solve, (jobs[at] for at in todo))
            for at, result in zip(todo, found, strict=True):
                keep(at, result)
    else:
        for at in todo:
            keep(at, solve(jobs[at]))
    return [results[at] for at in range(len(jobs))]


def _solve(part: Part, thorough: bool) -> Pattern | DisclosureError:
    insiders = [(i.code, i.cells) for i in part.insiders]
    silent = silent_pattern(part.system, part.targets, part.hidden, insiders)
    if silent is not None:
        return silent
    try:
        return _best_of_starts(part, thorough)
    except DisclosureError as error:
        return error


def _best_of_starts(part: Part, thorough: bool) -> Pattern:
    system, targets = part.system, part.targets
    dense = _is_dense(system, targets)
    ladder = Ladder(system, broad=dense and system.size > HUGE)
    protected = part.hidden.copy()
    protected[targets.cell] = True
    orders = _orders(system, targets)
    if ladder.broad:
        best = cover_in_passes(part, ladder, orders[0])
    else:
        best = _best_of_orders(part, ladder, orders if thorough else orders[:1], protected)
    if system.size <= _SMALL and thorough and not dense:
        best = refine(best, protected)
    found = guard_insiders(
        best, targets.cell, [(i.code, frozenset(i.cells.tolist())) for i in part.insiders]
    )
    return finish(best, targets, found)


def _best_of_orders(
    part: Part, ladder: Ladder, orders: list[list[Direction]], protected: BoolArray
) -> Search:
    best: Search | None = None
    failure: DisclosureError | None = None
    dense = _is_dense(part.system, part.targets)
    for order in orders[: 1 if dense else None]:
        search = start(part.system, ladder, part.targets, part.hidden)
        try:
            if dense:
                cover_by_sweeps(search, order)
            else:
                search.cover(order)
        except DisclosureError as error:
            failure = error
            continue
        if not dense:
            search.clean_up(protected, MOST_LEANING if part.system.size <= HUGE else _FEW_LEANING)
        if best is None or score_of(search) < score_of(best):
            best = search
    if best is None:
        raise failure or AssertionError("a part without an order")
    return best


def _orders(system: System, targets: Targets) -> list[list[Direction]]:
    """The order in which targets are covered: everything up and then down, or node by node."""
    cells: list[int] = targets.cell.tolist()
    count, node = system.count, system.node
    if system.size > HUGE:
        # From the inside of the districts outwards: what is hidden there serves the wholes.
        above = system.node_parent[node]
        depth = np.where(node == 0, 0, np.where(above == 0, 1, 2))
        inward = sorted(cells, key=lambda c: (-depth[c], node[c], -count[c], c))
        return [[(c, way) for c in inward for way in (UP, DOWN) if _asked(targets, c, way)]]
    if system.size > _SMALL:
        nodes = sorted(cells, key=lambda c: (node[c] == 0, node[c], -count[c], c))
        return [[(c, way) for c in nodes for way in (UP, DOWN) if _asked(targets, c, way)]]
    first = sorted(cells, key=lambda c: (-count[c], node[c], c))
    second = sorted(cells, key=lambda c: (-count[c], -c))
    return [
        [(c, way) for way in (UP, DOWN) for c in order if _asked(targets, c, way)]
        for order in (first, second)
    ]


def _is_dense(system: System, targets: Targets) -> bool:
    """Whether a part that is not small is hidden so far that the order hardly matters."""
    published = int((~system.unpublished).sum())
    return system.size > _TINY and len(targets.cell) > _DENSE * published


def _asked(targets: Targets, cell: int, way: int) -> bool:
    return way == DOWN or bool(targets.up[np.searchsorted(targets.cell, cell)] >= 0)


def _join(
    system: System,
    targets: Targets,
    forced: BoolArray,
    parts: list[IntArray],
    patterns: list[Pattern],
) -> Pattern:
    hidden = forced.copy()
    hidden[targets.cell] = True
    witnesses: list[Witness] = []
    insider: list[tuple[int, str, int]] = []
    up = np.full(len(targets.cell), -1, np.int64)
    down = np.full(len(targets.cell), -1, np.int64)
    floor = targets.down.copy()
    effort: dict[str, int] = {}
    for cells, pattern in zip(parts, patterns, strict=True):
        offset = len(witnesses)
        witnesses += [Witness(cells[w.cell], w.delta) for w in pattern.witnesses]
        hidden[cells[pattern.hidden]] = True
        mine = np.flatnonzero(np.isin(targets.cell, cells, assume_unique=False))
        up[mine] = np.where(pattern.up >= 0, pattern.up + offset, -1)
        down[mine] = np.where(pattern.down >= 0, pattern.down + offset, -1)
        floor[mine] = pattern.floor
        insider += [
            (int(cells[c]), code, w + offset if w >= 0 else -1) for c, code, w in pattern.insider
        ]
        for name, amount in pattern.effort.items():
            effort[name] = effort.get(name, 0) + amount
    return Pattern(
        hidden & ~system.unpublished, tuple(witnesses), up, down, floor, tuple(insider), effort
    )
