"""Disclosure control for what a school is shown of itself: the same engine, school by school.

A school's decisions are a function of its own cells: each school is a system by itself, with its
own links, coarsenings and certificates, and nothing of another school is at hand when it is
decided. So a pupil elsewhere cannot change what a school sees, and a school cannot learn of one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from leerloopbaan.disclosure.certificates import Certificates
from leerloopbaan.disclosure.plan import register_sums
from leerloopbaan.disclosure.policy import Policy
from leerloopbaan.disclosure.protect import Decisions, protect
from leerloopbaan.disclosure.relation import city_policy, long_relation
from leerloopbaan.register.load import load_register
from leerloopbaan.register.schoolview import school_view
from leerloopbaan.workers import pool, processes

#: Column of the cells that says whose they are.
SCHOOL = "instellingsnummer"
#: Numbers of a certificate that count within one school, and must not meet those of another.
_NUMBERED = ("variabele_id", "vergelijking_id", "getuige_id")


def decide_schools(cellen: Any, city: str) -> Any:
    """Decide about `cellen` (as for `relation.decide`, with a column `instellingsnummer`)."""
    workers = processes()
    return long_relation(protect_schools(cellen, school_policy(city), workers))


def school_policy(city: str) -> Policy:
    """The city's rules for one school alone: those about several schools in a place fall away."""
    register = load_register(city)
    view = school_view(register)
    if view is None:
        raise ValueError(f"{city} knows no school level")
    same = tuple(
        ((fact.zelfde_als, "T"), ((fact.code, "T"),))
        for fact in register.indicatoren.feiten
        if fact.zelfde_als is not None
    )
    return replace(
        city_policy(city),
        min_schools=0,
        min_boards=0,
        max_share=1.0,
        sums=(*register_sums(view), *same),
        # In one school a coincidence of few pupils looks like an identity; the register says them.
        microdata=False,
        thorough=False,
        workers=1,
    )


def protect_schools(cellen: Any, policy: Policy, workers: int = 1) -> Decisions:
    """One protected system per school, joined: their numbers are shifted so that none meet.

    The result does not depend on the number of processes.
    """
    parts = [part for _, part in per_school(cellen)]
    alone = partial(protect, policy=policy)
    if workers < 2:
        return _joined([alone(part) for part in parts])
    with pool(workers) as executor:
        return _joined(list(executor.map(alone, map(_own_rows, parts), chunksize=4)))


def _own_rows(part: Any) -> Any:
    """The rows of a slice with memory of their own, so that only they are handed over."""
    return part.take(list(range(part.num_rows)))


def per_school(cellen: Any) -> Iterator[tuple[str, Any]]:
    """(school, its rows as an Arrow table), in the order of the schools' numbers."""
    import pyarrow.compute as pc

    table = cellen.arrow() if hasattr(cellen, "arrow") else cellen
    table = table.read_all() if hasattr(table, "read_all") else table
    table = table.sort_by([(SCHOOL, "ascending"), ("cel_id", "ascending")])
    counts = pc.value_counts(table.column(SCHOOL)).to_pylist()
    start = 0
    for school, size in sorted((row["values"], row["counts"]) for row in counts):
        yield str(school), table.slice(start, size)
        start += size


def _joined(parts: list[Decisions]) -> Decisions:
    shift = dict.fromkeys(_NUMBERED, 0)
    tables: dict[str, list[Any]] = {}
    effort: dict[str, Any] = {}
    for number, part in enumerate(parts):
        certificates = part.certificates.tables()
        for name, table in certificates.items():
            tables.setdefault(name, []).append(_shifted(table, shift, number))
        for column in _NUMBERED:
            shift[column] += 1 + _largest(certificates, column)
        for name, amount in part.effort.items():
            effort[name] = effort.get(name, 0) + amount
    return Decisions(
        besluiten=_one_table([part.besluiten for part in parts]),
        redenen=_one_table([part.redenen for part in parts]),
        certificates=Certificates(**{name: _one_table(t) for name, t in tables.items()}),
        effort=effort,
    )


def _one_table(tables: list[Any]) -> Any:
    """In one piece each column: hundreds of small ones cost DuckDB four times as much to read."""
    import pyarrow as pa

    return pa.concat_tables(tables).combine_chunks()


def _shifted(table: Any, shift: dict[str, int], number: int) -> Any:
    import pyarrow as pa
    import pyarrow.compute as pc

    for at, column in enumerate(table.column_names):
        if column in shift:
            moved = pc.add(table.column(column), pa.scalar(shift[column], pa.int64()))
            table = table.set_column(at, column, moved)
        elif column == "insider_id":
            named = pc.binary_join_element_wise(f"school {number}", table.column(column), " ")
            table = table.set_column(at, column, named)
    return table


def _largest(tables: dict[str, Any], column: str) -> int:
    import pyarrow.compute as pc

    found = [
        pc.max(table.column(column)).as_py()
        for table in tables.values()
        if column in table.column_names and table.num_rows
    ]
    return max((int(value) for value in found if value is not None), default=-1)
