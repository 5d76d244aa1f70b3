"""Names of people as the registers compare them: `An`, `an ` and `AN` are one person."""

from __future__ import annotations

import unicodedata

from leerloopbaan.errors import RefusedError


def named(name: str) -> str:
    """A name without spaces around or doubled in it. Raises RefusedError when nothing is left."""
    cleaned = " ".join(unicodedata.normalize("NFKC", name).split())
    if not cleaned:
        raise RefusedError(
            "zonder naam gebeurt hier niets (R-27).", remedy="Geef de persoonlijke account."
        )
    return cleaned


def same(one: str, other: str) -> bool:
    """Whether two names are those of one person."""
    return key(one) == key(other)


def key(name: str) -> str:
    """What two spellings of one name have in common."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
