"""The verifier rejects every kind of spoiled certificate."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pyarrow as pa
import pytest

from disclosure.small import random_town
from leerloopbaan.disclosure import Policy, protect, verify

Tables = dict[str, pa.Table]


@cache
def _proven() -> tuple[tuple[str, pa.Table], ...]:
    cellen = random_town(2, 8.0)
    decisions = protect(cellen, Policy(min_schools=0, min_boards=0))
    tables = decisions.certificates.tables() | {"cellen": cellen, "besluiten": decisions.besluiten}
    return tuple(tables.items())


def _edit(table: pa.Table, change: Callable[[list[dict[str, object]]], None]) -> pa.Table:
    rows = table.to_pylist()
    change(rows)
    return pa.Table.from_pylist(rows, schema=table.schema)


def _first_hidden(rows: list[dict[str, object]]) -> dict[str, object]:
    return next(r for r in rows if r["status"] is not None)


def _show_one(tables: Tables) -> None:
    def change(rows: list[dict[str, object]]) -> None:
        _first_hidden(rows)["status"] = None

    tables["besluiten"] = _edit(tables["besluiten"], change)


def _other_marker(tables: Tables) -> None:
    def change(rows: list[dict[str, object]]) -> None:
        _first_hidden(rows)["status"] = "secundair"

    tables["besluiten"] = _edit(tables["besluiten"], change)


def _count(tables: Tables) -> None:
    def change(rows: list[dict[str, object]]) -> None:
        rows[0]["aantal"] = int(str(rows[0]["aantal"])) + 1

    tables["cellen"] = _edit(tables["cellen"], change)


def _delta(by: int) -> Callable[[Tables], None]:
    def spoil(tables: Tables) -> None:
        def change(rows: list[dict[str, object]]) -> None:
            rows[0]["delta"] = int(str(rows[0]["delta"])) + by

        tables["getuigen"] = _edit(tables["getuigen"], change)

    return spoil


def _drop(name: str) -> Callable[[Tables], None]:
    def spoil(tables: Tables) -> None:
        tables[name] = tables[name].slice(1)

    return spoil


def _empty(name: str) -> Callable[[Tables], None]:
    def spoil(tables: Tables) -> None:
        tables[name] = tables[name].slice(0, 0)

    return spoil


def _no_direction(way: str) -> Callable[[Tables], None]:
    def spoil(tables: Tables) -> None:
        import pyarrow.compute as pc

        proof = tables["bewijzen"]
        tables["bewijzen"] = proof.filter(pc.not_equal(proof.column("richting"), way))

    return spoil


def _lower_bar(tables: Tables) -> None:
    """A proof that promises less than the rule asks."""

    def change(rows: list[dict[str, object]]) -> None:
        for row in rows:
            if row["richting"] == "op":
                row["getuige_id"], row["grens"] = None, 0

    tables["bewijzen"] = _edit(tables["bewijzen"], change)


def _forgotten_equations(tables: Tables) -> None:
    """Worlds that break a sum which the equations no longer hold: derived again from the cells."""
    tables["vergelijkingen"] = tables["vergelijkingen"].slice(0, 0)

    def change(rows: list[dict[str, object]]) -> None:
        rows[0]["delta"] = int(str(rows[0]["delta"])) + 1

    tables["getuigen"] = _edit(tables["getuigen"], change)


def _insider(tables: Tables) -> None:
    """Someone who knows another cell of every world in which some target differs."""
    worlds: dict[int, set[int]] = {}
    for row in tables["getuigen"].to_pylist():
        worlds.setdefault(row["getuige_id"], set()).add(row["variabele_id"])
    target = tables["bewijzen"].column("variabele_id").to_pylist()[0]
    known = sorted({max(cells - {target}) for cells in worlds.values() if target in cells})
    rows = [{"insider_id": "x", "variabele_id": cell} for cell in known]
    tables["insiders"] = pa.Table.from_pylist(rows, schema=tables["insiders"].schema)


SPOILS: dict[str, Callable[[Tables], None]] = {
    "unhide a cell": _show_one,
    "two markers": _other_marker,
    "another count": _count,
    "one delta too high": _delta(1),
    "one delta far too low": _delta(-1000),
    "a decision missing": _drop("besluiten"),
    "an unknown missing": _drop("variabelen"),
    "a link missing": _drop("cel_variabelen"),
    "part of a world missing": _drop("getuigen"),
    "no worlds": _empty("getuigen"),
    "no proofs": _empty("bewijzen"),
    "no upward proofs": _no_direction("op"),
    "no downward proofs": _no_direction("neer"),
    "proofs that promise less": _lower_bar,
    "forgotten equations": _forgotten_equations,
    "an insider": _insider,
}


def test_the_untouched_proof_passes() -> None:
    assert verify(dict(_proven())) == []


@pytest.mark.parametrize("name", SPOILS)
def test_a_spoiled_proof_is_rejected(name: str) -> None:
    tables = dict(_proven())
    SPOILS[name](tables)
    assert verify(tables)
