"""Keys by HKDF-SHA-256 (RFC 5869) from the city's secret, one per purpose.

Two purposes, two cities or two school years never share a key, and none gives the other back.
"""

from __future__ import annotations

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from leerloopbaan.keys.secrets import CitySecret

KEY_BYTES = 32


def derive(secret: CitySecret, *purpose: str, salt: bytes = b"leerloopbaan/1") -> bytes:
    """The 32-byte key of a city for a purpose, e.g. `derive(s, "bestand", "landing")`."""
    if not purpose or any(not part or "|" in part for part in purpose):
        raise ValueError("a purpose is one or more non-empty parts without '|'")
    info = "|".join((secret.city, *purpose)).encode("utf-8")
    return HKDF(algorithm=hashes.SHA256(), length=KEY_BYTES, salt=salt, info=info).derive(
        secret.value
    )


def file_key(secret: CitySecret, file: str) -> str:
    """Hexadecimal key with which DuckDB encrypts one file (`landing`, `warehouse`)."""
    return derive(secret, "bestand", file).hex()
