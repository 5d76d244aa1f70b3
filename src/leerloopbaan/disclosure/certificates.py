"""The proof as relations, so that SQL alone can check it (see `verify.sql`).

variabelen: one row per unknown (variabele_id, aantal, onder, boven, getoond, doel);
vergelijkingen: (vergelijking_id, variabele_id, coefficient), each sums to zero;
cel_variabelen: which unknown a published cell is (cel_id, variabele_id);
getuigen: other worlds (getuige_id, variabele_id, delta), only what differs from the truth;
bewijzen: per unsafe unknown and direction (variabele_id, richting `op` or `neer`, grens,
getuige_id; NULL: the truth itself reaches the bound);
insiders: what someone knows exactly, or computes from that whatever is released
(insider_id, variabele_id).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np

from leerloopbaan.disclosure.assemble import Assembly
from leerloopbaan.disclosure.model import BoolArray, Insider, Pattern, System, Targets


@dataclass(frozen=True, eq=False)
class Certificates:
    """Arrow tables with the names and columns of the module's text."""

    variabelen: Any
    vergelijkingen: Any
    cel_variabelen: Any
    getuigen: Any
    bewijzen: Any
    insiders: Any

    def tables(self) -> dict[str, Any]:
        """Name -> Arrow table."""
        return {f.name: getattr(self, f.name) for f in fields(self)}

    def digest(self) -> str:
        """SHA-256 over all rows: what a release carries instead of the certificates."""
        digest = hashlib.sha256()
        for name, table in self.tables().items():
            digest.update(f"{name}:{','.join(table.column_names)}\n".encode())
            for column in table.columns:
                digest.update(repr(column.to_pylist()).encode())
        return digest.hexdigest()


def write_certificates(
    assembly: Assembly | None,
    system: System,
    *,
    targets: Targets,
    pattern: Pattern,
    hidden: BoolArray,
    insiders: Sequence[Insider],
) -> Certificates:
    """The certificates of a protected system; without an assembly a cell is its own unknown."""
    import pyarrow as pa

    size = system.size
    unknown = np.arange(size)
    shown = ~(hidden | system.unpublished)
    goal = np.zeros(size, bool)
    goal[targets.cell] = True
    matrix = system.matrix.tocoo()
    order = np.lexsort((matrix.col, matrix.row))
    if assembly is None:
        pairs = list(zip(system.codes, unknown.tolist(), strict=True))
    else:
        pairs = sorted(
            (cell.cel_id, index)
            for index, cells in assembly.cells.items()
            for cell in cells
            if assembly.index.get(assembly.canonical(cell.key)) == index
        )
        pairs = sorted(set(pairs))
    worlds = pattern.witnesses
    lengths = [len(w.cell) for w in worlds]

    def joined(arrays: list[np.ndarray]) -> np.ndarray:
        return np.concatenate(arrays) if arrays else np.zeros(0, np.int64)

    proof = [
        (int(cell), way, int(bound), None if w < 0 else int(w))
        for way, bounds, witness, asked in (
            ("op", targets.up, pattern.up, targets.up >= 0),
            ("neer", pattern.floor, pattern.down, np.ones(len(targets.cell), bool)),
        )
        for cell, bound, w, wanted in zip(targets.cell, bounds, witness, asked, strict=True)
        if wanted
    ]
    known = [(i.code, int(c)) for i in insiders for c in i.cells]
    known += [(code, cell) for cell, code, world in pattern.insider if world < 0]
    return Certificates(
        variabelen=pa.table(
            {
                "variabele_id": unknown,
                "aantal": system.count,
                "onder": system.lower,
                "boven": system.upper,
                "getoond": shown,
                "doel": goal,
            }
        ),
        vergelijkingen=pa.table(
            {
                "vergelijking_id": matrix.row[order].astype(np.int64),
                "variabele_id": matrix.col[order].astype(np.int64),
                "coefficient": np.rint(matrix.data[order]).astype(np.int64),
            }
        ),
        cel_variabelen=pa.table(
            {
                "cel_id": pa.array([p[0] for p in pairs], pa.string()),
                "variabele_id": pa.array([p[1] for p in pairs], pa.int64()),
            }
        ),
        getuigen=pa.table(
            {
                "getuige_id": np.repeat(np.arange(len(worlds)), lengths).astype(np.int64),
                "variabele_id": joined([w.cell for w in worlds]).astype(np.int64),
                "delta": joined([w.delta for w in worlds]).astype(np.int64),
            }
        ),
        bewijzen=pa.table(
            {
                "variabele_id": pa.array([p[0] for p in proof], pa.int64()),
                "richting": pa.array([p[1] for p in proof], pa.string()),
                "grens": pa.array([p[2] for p in proof], pa.int64()),
                "getuige_id": pa.array([p[3] for p in proof], pa.int64()),
            }
        ),
        insiders=pa.table(
            {
                "insider_id": pa.array([k[0] for k in known], pa.string()),
                "variabele_id": pa.array([k[1] for k in known], pa.int64()),
            }
        ),
    )
