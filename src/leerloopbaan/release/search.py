"""Looking for schools in the bytes and texts of files, each read once whatever is looked for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection

import numpy as np

_DIGITS = 6
# A shorter name is a word of other texts as well.
_SHORTEST = 6


def numbers_of(schools: Collection[str]) -> frozenset[bytes]:
    """The institution numbers among numbers and names of schools, as they stand in a file."""
    return frozenset(s.encode() for s in schools if re.fullmatch(r"\d{6}", s))


def names_of(schools: Collection[str]) -> tuple[str, ...]:
    """The names among them that are long enough to be recognised."""
    return tuple(sorted(s for s in schools if len(s) >= _SHORTEST and not s.isdigit()))


def numbers_in(data: bytes) -> set[bytes]:
    """The numbers of exactly six digits in a file's bytes."""
    # A digit is 0 to 9 after this; anything else wraps round to more.
    digit = (np.frombuffer(data, np.uint8) - np.uint8(ord("0"))) < 10
    last = len(digit) - _DIGITS
    if last < 0:
        return set()
    six = digit[: last + 1].copy()
    for at in range(1, _DIGITS):
        six &= digit[at : last + 1 + at]
    six[1:] &= ~digit[:last]
    six[:-1] &= ~digit[_DIGITS:]
    return {data[at : at + _DIGITS] for at in np.flatnonzero(six).tolist()}


def footer(data: bytes) -> bytes:
    """The last part of a Parquet file: names, statistics and metadata, as they stand.

    What comes before is compressed: there pieces of different texts stand side by side, and can
    make a number that nobody wrote. The values are read as a table.
    """
    length = int.from_bytes(data[-8:-4], "little")
    return data[-8 - length :]


def name_finder(names: Collection[str]) -> Callable[[str], set[str]]:
    """A function that finds which of these names stand in a text, reading it once.

    It looks for the first characters of any name, and then for the names that begin so.
    """
    beginning: dict[str, list[str]] = defaultdict(list)
    for name in names:
        beginning[name[:_SHORTEST]].append(name)
    if not beginning:
        return lambda _: set()
    start = re.compile(f"(?={'|'.join(re.escape(b) for b in sorted(beginning))})")

    def find(text: str) -> set[str]:
        return {
            name
            for match in start.finditer(text)
            for name in beginning[text[match.start() : match.start() + _SHORTEST]]
            if text.startswith(name, match.start())
        }

    return find
