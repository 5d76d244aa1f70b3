"""An attacker for tests: integer bounds by MIP (scipy), written apart from the engine.

It sees the shown counts of a table and knows every equation; it shares no code with the engine.
"""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import pyarrow as pa
import scipy.optimize as so


def bounds(cellen: pa.Table, shown: dict[str, int], hidden: list[str]) -> dict[str, list[float]]:
    """Least and greatest count of each hidden cell in any integer world that fits what is shown."""
    rows = cellen.to_pylist()
    index = {r["cel_id"]: i for i, r in enumerate(rows)}
    place = {_place(r): index[r["cel_id"]] for r in rows}
    matrix = []

    def sums(total: int, parts: list[int], slack: bool = False) -> None:
        line = np.zeros(len(rows))
        line[total] = 1
        line[parts] -= 1
        matrix.append((line, 0, np.inf if slack else 0))

    groups: dict[tuple[str, ...], dict[str, int]] = defaultdict(dict)
    for (geo, sex, route, trait), at in place.items():
        groups["geo", sex, route, trait][geo] = at
        groups["sex", geo, route, trait][sex] = at
        groups["route", geo, sex, trait][route] = at
        groups["trait", geo, sex, route][trait] = at
    for (kind, *_), members in groups.items():
        top = {"geo": "S", "trait": "T"}.get(kind, "*")
        parts = [i for name, i in members.items() if name != top]
        sums(members[top], parts, slack=kind == "trait")
    # The complement adds up too, and is never negative: implied by the rows above.
    a = np.array([m[0] for m in matrix])
    constraint = so.LinearConstraint(a, [m[1] for m in matrix], [m[2] for m in matrix])
    low = np.array([shown.get(r["cel_id"], 0) for r in rows], float)
    high = np.array([shown.get(r["cel_id"], 10_000) for r in rows], float)
    found: dict[str, list[float]] = {}
    for cell in hidden:
        found[cell] = []
        for sign in (1, -1):
            cost = np.zeros(len(rows))
            cost[index[cell]] = sign
            result = so.milp(
                cost,
                constraints=constraint,
                integrality=np.ones(len(rows)),
                bounds=so.Bounds(low, high),
            )
            assert result.status in (0, 3), result.message
            found[cell].append(sign * result.fun if result.status == 0 else np.inf)
    return found


def _place(row: dict[str, str]) -> tuple[str, str, str, str]:
    geo, sex, route, trait = row["cel_id"].split("-")
    return geo, sex, route, trait
