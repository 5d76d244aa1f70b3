"""The demo's synthetic deliveries, in the mix of formats in which real ones come."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

from leerloopbaan.build.commands import leerloopbaan
from leerloopbaan.build.plan import Plan

# The tables of a delivery take these in turn; the same seed gives the same rows in each.
TABLE_FORMATS = ("csv", "parquet")
# The city's own lists do not grow with the number of pupils: one small workbook, several sheets.
LIST_FORMAT = "xlsx"
LIST_SCALE = 0.001
TRUTH = "grondwaarheid.json"


def write_deliveries(plan: Plan, folder: Path) -> None:
    """Write `levering/`, `referentie/` and `grondwaarheid.json` in `folder`, anew."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "levering").mkdir(parents=True)
    with tempfile.TemporaryDirectory(dir=folder) as raw:
        for turn, kind in enumerate(TABLE_FORMATS):
            out = _synth(plan, kind, plan.scale, Path(raw))
            for number, file in enumerate(sorted((out / "levering").iterdir())):
                if number % len(TABLE_FORMATS) == turn:
                    file.rename(folder / "levering" / file.name)
        out = _synth(plan, LIST_FORMAT, LIST_SCALE, Path(raw))
        (out / "referentie").rename(folder / "referentie")
        truths = [_truth(Path(raw) / kind) for kind in (*TABLE_FORMATS, LIST_FORMAT)]
    # What is true does not depend on the format, but each table's file does.
    truth = truths[0] | {"formaat": "gemengd", "bestanden": {}}
    for other in truths:
        for table, file in other["bestanden"].items():
            if (folder / file["bestand"]).exists() or (folder / file["bestand"]).parent.is_file():
                truth["bestanden"][table] = file
    text = json.dumps(truth, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / TRUTH).write_text(text + "\n", encoding="utf-8")


def _truth(out: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((out / TRUTH).read_text(encoding="utf-8"))
    return content


def _synth(plan: Plan, kind: str, scale: float, raw: Path) -> Path:
    out = raw / kind
    leerloopbaan(
        "synth", "--city", plan.city, "--out", str(out), "--scale", str(scale),
        "--seed", str(plan.seed), "--format", kind,
    )  # fmt: skip
    return out
