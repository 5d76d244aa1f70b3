"""A small town as a release would publish it: marts, dimensions, decisions already applied."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pyarrow as pa

Rows = list[dict[str, Any]]


def marts(cellen: pa.Table, besluiten: pa.Table, release: str = "r1") -> Rows:
    """Mart rows of two indicators (a count and a rate) from cells and decisions."""
    status = dict(
        zip(
            besluiten.column("cel_id").to_pylist(),
            besluiten.column("status").to_pylist(),
            strict=True,
        )
    )
    counts = {r["cel_id"]: r["aantal"] for r in cellen.to_pylist()}
    rows: Rows = []
    for cell in cellen.to_pylist():
        code = cell["cel_id"]
        base = {
            k: cell[k]
            for k in (
                "schooljaar", "meetmoment", "geo_niveau", "geo_code",
                "uitsplitsing", "categorie", "uitsplitsing_2", "categorie_2",
            )
        } | {"product": "monitor", "release_id": release}  # fmt: skip
        whole = code[:-1] + "T"
        shown = {c: counts[c] if status[c] is None else None for c in (code, whole)}
        if cell["kenmerk"] == "T":
            rows.append(base | {
                "indicator": "leerlingen", "teller": shown[code], "noemer": None,
                "waarde": shown[code], "eenheid": "aantal",
                "status": None if shown[code] is not None else "onderdrukt",
            })  # fmt: skip
        else:
            free = None not in shown.values()
            rows.append(base | {
                "indicator": "aandeel_k", "teller": shown[code], "noemer": shown[whole],
                "waarde": round(100 * counts[code] / counts[whole], 1) if free else None,
                "eenheid": "%", "status": None if free else "onderdrukt",
            })  # fmt: skip
    return rows


def write(folder: Path, rows: Rows, known: Rows | None = None) -> Path:
    """The release folder: one mart and the two dimensions, as CSV."""
    folder.mkdir(parents=True, exist_ok=True)
    _csv(folder / "mart.csv", rows)
    _csv(folder / "dim_indicator.csv", [
        {"indicator": "leerlingen", "basis": "b", "kenmerk": "T", "gevoelig": "nee"},
        {"indicator": "aandeel_k", "basis": "b", "kenmerk": "k", "gevoelig": "nee"},
        {"indicator": "tweeling", "basis": "b", "kenmerk": "k", "gevoelig": "nee"},
        {"indicator": "gevoelig_k", "basis": "g", "kenmerk": "k", "gevoelig": "ja"},
    ])  # fmt: skip
    _csv(folder / "dim_geografie.csv", [
        {"geo_niveau": "wijk", "geo_code": code, "geo_ouder": "S"} for code in "ABC"
    ])  # fmt: skip
    if known:
        _csv(folder / "bekend.csv", known)
    return folder


def _csv(path: Path, rows: Rows) -> None:
    names = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, names)
        writer.writeheader()
        writer.writerows(rows)
