"""Which steps need no repeating: a step's key is the hash of everything that it reads."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from leerloopbaan import home


def key(*parts: str | Path) -> str:
    """Hash of texts and of the contents of files and directories; order counts."""
    digest = hashlib.sha256()
    for part in parts:
        if isinstance(part, Path):
            for path in _files(part):
                digest.update(str(path.relative_to(part.parent)).encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
        else:
            digest.update(part.encode())
        digest.update(b"\0")
    return digest.hexdigest()


def _files(path: Path) -> Iterable[Path]:
    if path.is_file():
        return [path]
    return sorted(p for p in path.rglob("*") if p.is_file() and "__pycache__" not in p.parts)


def is_done(city: str, step: str, wanted: str, outputs: Iterable[Path]) -> bool:
    """Whether the step ran with this key before and its outputs still stand."""
    return _read(city).get(step) == wanted and all(path.exists() for path in outputs)


def done(city: str, step: str, wanted: str) -> None:
    """Remember that the step ran with this key."""
    _file(city).write_text(json.dumps(_read(city) | {step: wanted}, indent=1), encoding="utf-8")


def forget(city: str, *steps: str) -> None:
    """Forget these steps, so that a run that stops halfway is done again."""
    kept = {step: value for step, value in _read(city).items() if step not in steps}
    _file(city).write_text(json.dumps(kept, indent=1), encoding="utf-8")


def _file(city: str) -> Path:
    return home.vault(city) / "stappen.json"


def _read(city: str) -> dict[str, str]:
    try:
        content = json.loads(_file(city).read_text(encoding="utf-8"))
    except (FileNotFoundError, json.JSONDecodeError):
        return {}
    return content if isinstance(content, dict) else {}
