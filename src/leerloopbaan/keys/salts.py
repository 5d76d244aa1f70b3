"""The salt of each school year: random, kept beside the secret, and meant to be destroyed.

Where codes hold within one school year only, the key of a year comes from the city's secret and
from this salt. Once the salt is gone nobody, with or without the secret, can make the pseudonym
of a known code again.
"""

from __future__ import annotations

import os
import re
import secrets as system_secrets
from pathlib import Path

from leerloopbaan import home
from leerloopbaan.errors import SecretError
from leerloopbaan.keys.derive import KEY_BYTES, derive
from leerloopbaan.keys.secrets import CitySecret

_SUFFIX = ".zout"
_SCHOOL_YEAR = re.compile(r"\d{4}-\d{4}")


def salt_directory(city: str) -> Path:
    """Where a city's salts stand (LEERLOOPBAAN_SALTS_<CITY> moves it); mode 0700.

    Apart from landing and warehouse, so that a backup of those holds no salt.
    """
    moved = os.environ.get(f"LEERLOOPBAAN_SALTS_{city.upper()}")
    path = Path(moved) if moved else home.vault(city) / "zouten"
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def salts(city: str) -> dict[str, bytes]:
    """School year → salt. Raises SecretError for a file that holds none."""
    return {
        path.stem: _read(path)
        for path in sorted(salt_directory(city).glob(f"*{_SUFFIX}"))
        if _SCHOOL_YEAR.fullmatch(path.stem)
    }


def make_salt(city: str, year: str) -> None:
    """Make the salt of a school year, unless there is one; durable before anything uses it."""
    path = _file(city, year)
    if path.exists():
        return
    new = path.with_name(f"{path.name}.{os.getpid()}.nieuw")
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(system_secrets.token_hex(KEY_BYTES) + "\n")
        file.flush()
        os.fsync(file.fileno())
    try:
        # A link, not a rename: the salt that another process just made is never replaced.
        os.link(new, path)
    except FileExistsError:
        pass
    finally:
        new.unlink()
    _flush_directory(path.parent)


def destroy_salt(city: str, year: str) -> None:
    """Overwrite the salt of a school year and take its file away; gone already is fine.

    Copies (a snapshot, a backup, the blocks of a disk that writes elsewhere) are the keeper's:
    see docs/runbook.md.
    """
    path = _file(city, year)
    try:
        with path.open("r+b") as file:
            file.write(os.urandom(path.stat().st_size))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
    except FileNotFoundError:
        return
    _flush_directory(path.parent)


def year_key(secret: CitySecret, domain: str, year: str, salt: bytes) -> bytes:
    """The key with which the codes of one school year are made pseudonyms."""
    return derive(secret, "pseudoniem", domain, year, salt=salt)


def _file(city: str, year: str) -> Path:
    if not _SCHOOL_YEAR.fullmatch(year):
        raise SecretError("a salt was asked for something that is no school year.")
    return salt_directory(city) / f"{year}{_SUFFIX}"


def _read(path: Path) -> bytes:
    try:
        value = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except (OSError, ValueError):
        value = b""
    if len(value) != KEY_BYTES:
        raise SecretError(
            f"the salt of school year {path.stem} cannot be read.",
            remedy="Restore the file; see docs/runbook.md, «Keys and backup».",
        )
    return value


def _flush_directory(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
