"""The work of one process: a bench and a judge of its own, made at its first mutants."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cache, partial
from itertools import islice
from pathlib import Path

from leerloopbaan.workers import pool, processes
from mutation.base import ORACLE_CITY, manifest_of, settings
from mutation.bench import Bench
from mutation.judge import Judge, Verdict, environment
from mutation.mutants import Mutant

# So many at a time go to a process: a bench is made once, and what was judged is soon on disk.
_AT_A_TIME = 10


def verdicts(
    city: str, workplace: Path, mutants: Sequence[Mutant], built: Path | None = None
) -> Iterator[Verdict]:
    """A verdict per mutant, in their order, as soon as those before it are known.

    On the city in `workplace` and the oracle's careers; or on the city alone that was `built` in
    another home, from the same models. Raises SystemExit when the bench is not sound.
    """
    work = partial(_judged, city, workplace, built)
    with pool(processes()) as executor:
        for judged in executor.map(work, _groups(mutants)):
            yield from judged


def _groups(mutants: Sequence[Mutant]) -> Iterator[list[Mutant]]:
    left = iter(mutants)
    while group := list(islice(left, _AT_A_TIME)):
        yield group


def bench_of(city: str, workplace: Path) -> Bench:
    """The city that was built in `workplace`."""
    os.environ |= settings(workplace)
    return Bench(city, manifest_of(city, workplace))


def _judged(
    city: str, workplace: Path, built: Path | None, mutants: Sequence[Mutant]
) -> list[Verdict]:
    judge = _judge(city, workplace, built)
    return [judge.verdict(mutant) for mutant in mutants]


@cache
def _judge(city: str, workplace: Path, built: Path | None) -> Judge:
    if built is not None:
        # For as long as the process lives: checks read what the home holds.
        os.environ["LEERLOOPBAAN_HOME"] = str(built)
        return Judge(Bench(city, manifest_of(city, workplace)), None)
    bench = bench_of(city, workplace)
    if city != ORACLE_CITY:
        return Judge(bench, None)
    oracle = workplace / "orakel"
    with environment(LEERLOOPBAAN_HOME=str(oracle)):
        careers = Bench(ORACLE_CITY, oracle / "target" / "manifest.json")
    return Judge(bench, careers)
