"""Headings compared as a reader would: case, spaces, marks and diacritics do not matter."""

from __future__ import annotations

import unicodedata

from leerloopbaan.register.tables import Veld


def normal_heading(text: str) -> str:
    """Letters and digits only, in lower case, without diacritics."""
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in decomposed if c.isalnum() and c.isascii())


def headings(field: Veld) -> frozenset[str]:
    """Every heading that names a field, normalised."""
    spellings = (field.naam, field.omschrijving, *field.aliassen)
    return frozenset(filter(None, map(normal_heading, spellings)))
