"""Pseudonyms: HMAC-SHA-256 of a delivered code, first 128 bits as hexadecimal text."""

from __future__ import annotations

import hmac
from collections.abc import Callable

import pyarrow as pa

from leerloopbaan.errors import SecretError

PSEUDONYM_DIGITS = 32


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

    A code without its school year raises SecretError: no pseudonym may outlive its year.
    """
    keys: dict[str, bytes] = {}
    result: list[str | None] = []
    for code, year in zip(codes.to_pylist(), years.to_pylist(), strict=True):
        if year is None:
            raise SecretError("a code was offered without its school year: refused.")
        if year not in keys:
            keys[year] = key_of_year(year)
        result.append(None if code is None else _digest(code, keys[year]))
    return pa.array(result, type=pa.string())


def _digest(code: str, key: bytes) -> str:
    return hmac.digest(key, code.encode("utf-8"), "sha256").hex()[:PSEUDONYM_DIGITS]
