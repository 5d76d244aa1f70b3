"""Counts as a reader outside the vault may see them."""

from __future__ import annotations

# The protocols' own threshold: five or fewer is not shown.
FIRST_SHOWN = 6


def careful_count(count: int) -> str:
    """The count, or that it is small: 1 to 5 rows may point at somebody."""
    if 0 < count < FIRST_SHOWN:
        return f"minder dan {FIRST_SHOWN}"
    return str(count)
