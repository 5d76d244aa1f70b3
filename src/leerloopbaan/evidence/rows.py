"""Plain rows of a dossier: texts by name, counts of 5 or fewer never exact.

Totals that are nearly the same (a delivery and its correction, February and June) are told in two
digits: from two exact ones a small difference follows.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

Rows = list[dict[str, str]]

SMALL = "5 of minder"


def shown(count: int) -> str:
    """A count that may stand in a dossier: exact from 6 on, and for none at all."""
    return str(count) if count == 0 or count > 5 else SMALL


def about(count: int) -> str:
    """A total in two digits and at least in tens, `5 of minder`, or 0."""
    if count <= 5:
        return shown(count)
    factor = 10 ** max(len(str(count)) - 2, 1)
    return f"± {round(count / factor) * factor:,}".replace(",", ".")


def sha256(path: Path) -> str:
    """Hexadecimal SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def amount(count: int, one: str, more: str) -> str:
    """`1 levering`, `3 leveringen`: of things, never of persons."""
    return f"{count} {one if count == 1 else more}"
