"""Plain rows of a dossier: texts by name, counts of 5 or fewer never exact."""

from __future__ import annotations

import hashlib
from pathlib import Path

Rows = list[dict[str, str]]

SMALL = "5 of minder"


def shown(count: int) -> str:
    """A count that may stand in a dossier: exact from 6 on, and for none at all."""
    return str(count) if count == 0 or count > 5 else SMALL


def sha256(path: Path) -> str:
    """Hexadecimal SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
