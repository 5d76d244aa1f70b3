"""Disclosure control on the reference tables: size of the pattern, proof, seconds of processor.

Counts are exact and repeatable; seconds are processor seconds of this machine, beside figures
measured elsewhere, so read them as an order of magnitude.
"""

from __future__ import annotations

import time
from typing import Any

import numpy as np

from benchmarks.disclosure_tables import TABLES, Record, committed, dimensions, generated
from leerloopbaan.disclosure.certificates import write_certificates
from leerloopbaan.disclosure.engine import protect_system
from leerloopbaan.disclosure.model import Insider, Pattern, System, Targets
from leerloopbaan.disclosure.structure import linked_system
from leerloopbaan.workers import pool

#: Suppressed cells and seconds to beat (zeros shown unless said otherwise).
REFERENCE = {
    "T1": (480, 2.0),
    "T1, zeros hidden": (661, 1.8),
    "T2": (914, 5.0),
    "T3": (10_046, 60.0),
}


def unsafe(system: System, zeros: bool) -> Targets:
    """Every published count of 1..5, and 0 where zeros are hidden."""
    small = (system.count <= 5) & ((system.count > 0) | zeros) & ~system.unpublished
    cells = np.flatnonzero(small)
    return Targets(cells, np.full(len(cells), 6), np.zeros(len(cells), np.int64))


def solve(
    name: str, records: list[Record], *, zeros: bool = False, insiders: bool = False
) -> tuple[System, Targets, Pattern, float]:
    """Protect one table of the records; the last element is processor seconds."""
    system = linked_system(records, TABLES[name], dimensions(name), zeros_shown=not zeros)
    targets = unsafe(system, zeros)
    alone = np.flatnonzero((system.count == 1) & ~system.unpublished & insiders)
    known = [Insider(system.codes[c], np.array([c])) for c in alone]
    start = time.process_time()
    pattern = protect_system(system, targets, insiders=known)
    return system, targets, pattern, time.process_time() - start


def failures(system: System, targets: Targets, pattern: Pattern) -> int:
    """Certificates checked again with plain arithmetic: worlds that do not hold, bounds missed."""
    table = write_certificates(
        None, system, targets=targets, pattern=pattern, hidden=pattern.hidden, insiders=()
    )
    bad = 0
    columns = system.matrix.tocsc()
    free = pattern.hidden | system.unpublished
    for witness in pattern.witnesses:
        change = np.zeros(system.size)
        change[witness.cell] = witness.delta
        bad += bool((columns @ change).any())
        bad += bool((system.count + change < 0).any()) or not free[witness.cell].all()
    for bounds, chosen, up in (
        (targets.up, pattern.up, True),
        (pattern.floor, pattern.down, False),
    ):
        for cell, bound, index in zip(targets.cell, bounds, chosen, strict=True):
            value = system.count[cell]
            if index >= 0:
                witness = pattern.witnesses[index]
                value += witness.delta[np.flatnonzero(witness.cell == cell)].sum()
            bad += bool(value < bound if up else value > bound)
    return bad + int(table.getuigen.num_rows == 0)


def _line(case: str, name: str, records: list[Record], **options: bool) -> dict[str, Any]:
    system, targets, pattern, seconds = solve(name, records, **options)
    reference = REFERENCE.get(case)
    return {
        "case": case,
        "cells": int((~system.unpublished).sum()),
        "unsafe": len(targets.cell),
        "suppressed": int(pattern.hidden.sum()),
        "to beat": reference[0] if reference else "",
        "proof failures": failures(system, targets, pattern),
        "floors": int((pattern.floor > targets.down).sum()),
        "worlds": len(pattern.witnesses),
        "cpu s": round(seconds, 1),
        "s to beat": reference[1] if reference else "",
    }


def _ten_years() -> dict[str, Any]:
    """T1 of ten school years (other pupils each), in two processes; seconds of the clock."""
    start = time.monotonic()
    with pool(2) as executor:
        hidden = list(executor.map(_one_year, range(10)))
    return {
        "case": "T1, ten years in two processes",
        "suppressed": sum(hidden),
        "clock s": round(time.monotonic() - start, 1),
        "s to beat": 10.0,
    }


def _one_year(seed: int) -> int:
    _, _, pattern, _ = solve("T1", generated(seed))
    return int(pattern.hidden.sum())


def _small_optimum() -> list[dict[str, Any]]:
    """Distance to the proven optimum on small random tables."""
    from benchmarks.disclosure_optimum import gap

    return [gap(seed) for seed in range(4)]


def run() -> list[dict[str, Any]]:
    """All cases."""
    pupils = committed(2014)
    rows = [
        _line("T1", "T1", pupils),
        _line("T1, zeros hidden", "T1", pupils, zeros=True),
        _line("T1, zeros hidden, insiders", "T1", pupils, zeros=True, insiders=True),
        _line("T1 of 2015", "T1", committed(2015)),
        _line("T1, seed 1", "T1", generated(1)),
        _line("T2", "T2", pupils),
        _line("T2, seed 1", "T2", generated(1)),
    ]
    rows.append(_line("T3", "T3", pupils))
    return [*rows, _ten_years(), *_small_optimum()]
