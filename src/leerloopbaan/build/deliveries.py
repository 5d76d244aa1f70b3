"""The demo's synthetic deliveries, in the mix of formats in which real ones come."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

from leerloopbaan.build.commands import leerloopbaan
from leerloopbaan.build.plan import Plan

# The tables of a delivery take these in turn; the same seed gives the same rows in each.
# Ghent's supplier sends text, a delivery per school year.
TABLE_FORMATS = {"antwerpen": ("csv", "parquet"), "gent": ("csv",)}
# The city's own lists do not grow with the number of pupils: one small workbook, several sheets.
LIST_FORMAT = "xlsx"
LIST_SCALE = 0.001
LISTS = "referentie"
TRUTH = "grondwaarheid.json"


def write_deliveries(plan: Plan, folder: Path) -> None:
    """Write every delivery, `referentie/` and `grondwaarheid.json` in `folder`, anew."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    formats = TABLE_FORMATS.get(plan.city, ("csv",))
    with tempfile.TemporaryDirectory(dir=folder) as raw:
        for turn, kind in enumerate(formats):
            out = _synth(plan, kind, plan.scale, Path(raw))
            files = sorted(file for part in deliveries(out) for file in part.iterdir())
            for file in files[turn :: len(formats)]:
                (folder / file.parent.name).mkdir(exist_ok=True)
                file.rename(folder / file.parent.name / file.name)
        out = _synth(plan, LIST_FORMAT, LIST_SCALE, Path(raw))
        (out / LISTS).rename(folder / LISTS)
        truth = json.loads((Path(raw) / formats[0] / TRUTH).read_text(encoding="utf-8"))
    # What is true does not depend on the format; which file holds a table does.
    truth |= {"formaat": "gemengd"}
    truth.pop("bestanden", None)
    text = json.dumps(truth, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / TRUTH).write_text(text + "\n", encoding="utf-8")


def deliveries(folder: Path) -> list[Path]:
    """The deliveries in `folder`, one directory each, in order; reference lists are not here."""
    return sorted(path for path in folder.glob("levering*") if path.is_dir())


def _synth(plan: Plan, kind: str, scale: float, raw: Path) -> Path:
    out = raw / kind
    leerloopbaan(
        "synth", "--city", plan.city, "--out", str(out), "--scale", str(scale),
        "--seed", str(plan.seed), "--format", kind,
    )  # fmt: skip
    return out
