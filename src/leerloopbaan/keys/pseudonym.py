"""Pseudonyms: HMAC-SHA-256 of a delivered code, first 128 bits as hexadecimal text."""

from __future__ import annotations

import hmac
from collections.abc import Callable

import pyarrow as pa

from leerloopbaan.errors import SecretError

PSEUDONYM_DIGITS = 32
# Stands before a pseudonym that took the place of its code. No delivered text can start with it:
# to intake a text with control characters maps to nothing.
PSEUDONYM_MARK = "\x02"


def pseudonymise(codes: pa.Array, key: bytes) -> pa.Array:
    """Pseudonyms of `codes` (text, any length); a null code stays null.

    Call it on distinct codes: it hashes each of them once.
    """
    return pa.array(
        [None if code is None else _digest(code, key) for code in codes.to_pylist()],
        type=pa.string(),
    )


def pseudonymise_per_year(
    codes: pa.Array, years: pa.Array, key_of_year: Callable[[str], bytes]
) -> pa.Array:
    """Pseudonyms of `codes` under the key of each code's own school year (`2023-2024`).

    What is a pseudonym already (`PSEUDONYM_MARK`) needs no key. A code without its school year
    raises SecretError: no pseudonym may outlive its year.
    """
    keys: dict[str, bytes] = {}
    result: list[str | None] = []
    for code, year in zip(codes.to_pylist(), years.to_pylist(), strict=True):
        if year is None:
            raise SecretError("a code was offered without its school year: refused.")
        if code is None or code.startswith(PSEUDONYM_MARK):
            result.append(code and code[len(PSEUDONYM_MARK) :])
            continue
        if year not in keys:
            keys[year] = key_of_year(year)
        result.append(_digest(code, keys[year]))
    return pa.array(result, type=pa.string())


def _digest(code: str, key: bytes) -> str:
    return hmac.digest(key, code.encode("utf-8"), "sha256").hex()[:PSEUDONYM_DIGITS]
