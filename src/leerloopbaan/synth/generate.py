"""`synth`: one city's delivery, reference lists and ground truth in a directory."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from typing import Any

from leerloopbaan.errors import LeerloopbaanError
from leerloopbaan.synth.basis import Request
from leerloopbaan.synth.faults import Fault

TRUTH_FILE = "grondwaarheid.json"
_GENERATORS = {
    "antwerpen": ("leerloopbaan.synth.antwerpen.generate", "generate_antwerp"),
    "gent": ("leerloopbaan.synth.gent.generate", "generate_ghent"),
}


def generate(request: Request) -> Path:
    """Write `levering/`, `referentie/` and `grondwaarheid.json` under `request.out`.

    Files of an earlier run in the same directory are replaced. Returns the ground truth's path.
    """
    if request.city not in _GENERATORS:
        raise LeerloopbaanError(
            f"there is no synthetic delivery for {request.city}.",
            remedy=f"Choose one of: {', '.join(_GENERATORS)}.",
        )
    if not 0 < request.scale <= 1000:
        raise LeerloopbaanError("--scale must be above 0 and at most 1000.")
    module, function = _GENERATORS[request.city]
    _clear(request.out)
    truth: dict[str, Any] = {
        "stad": request.city,
        "synthetisch": True,
        "schaal": request.scale,
        "zaad": request.seed,
        "formaat": request.format,
        **getattr(import_module(module), function)(request),
    }
    path = request.out / TRUTH_FILE
    path.write_text(_as_json(truth), encoding="utf-8")
    return path


def _as_json(truth: dict[str, Any]) -> str:
    """JSON with one line per entry, so that a person can read and compare it."""
    parts = []
    for key in sorted(truth):
        value = truth[key]
        if isinstance(value, list) and value and isinstance(value[0], dict):
            lines = ",\n  ".join(json.dumps(item, ensure_ascii=False) for item in value)
            parts.append(f" {json.dumps(key)}: [\n  {lines}\n ]")
        else:
            parts.append(f" {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def known_faults(city: str) -> tuple[Fault, ...]:
    """The faults that can be planted in a city's delivery."""
    faults: tuple[Fault, ...] = import_module(f"leerloopbaan.synth.{city}.faults").FAULTS
    return faults


def _clear(out: Path) -> None:
    """Remove what an earlier run wrote here, and refuse a directory that holds anything else."""
    for directory in sorted(d for d in (*out.glob("levering*"), *out.glob("referentie"))):
        strangers = [
            p.name for p in directory.iterdir() if p.suffix not in (".csv", ".xlsx", ".parquet")
        ]
        if strangers or not (out / TRUTH_FILE).is_file():
            raise LeerloopbaanError(
                f"{directory} was not written by synth.", remedy="Choose an empty directory."
            )
        for path in sorted(directory.iterdir()):
            path.unlink()
