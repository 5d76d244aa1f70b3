"""The city's secret: where it comes from, and the demo secret for synthetic data."""

from __future__ import annotations

import os
import secrets as system_secrets
from dataclasses import dataclass
from pathlib import Path

from leerloopbaan import home
from leerloopbaan.errors import SecretError

_MINIMUM_BYTES = 32


@dataclass(frozen=True)
class CitySecret:
    """Master secret of one city (at least 32 bytes); `demo` may only open synthetic data."""

    city: str
    value: bytes
    demo: bool

    def __repr__(self) -> str:
        return f"CitySecret(city={self.city!r}, demo={self.demo})"


def demo_secret_file(city: str) -> Path:
    """Where the demo secret of a city stands."""
    return home.vault(city) / "demo.secret"


def make_demo_secret(city: str) -> Path:
    """Write a random demo secret if the city has none; returns its file (mode 0600)."""
    path = demo_secret_file(city)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(system_secrets.token_hex(_MINIMUM_BYTES) + "\n")
        file.flush()
        os.fsync(file.fileno())
    return path


def has_own_secret(city: str) -> bool:
    """Whether the environment names a secret for the city (well-formed or not)."""
    return any(
        os.environ.get(f"LEERLOOPBAAN_SECRET_{kind}{city.upper()}") for kind in ("", "FILE_")
    )


def city_secret(city: str) -> CitySecret:
    """The secret of one city, as hexadecimal text of at least 64 digits.

    Looked up in LEERLOOPBAAN_SECRET_<CITY>, then in the file that
    LEERLOOPBAAN_SECRET_FILE_<CITY> names, then in the demo secret. Raises SecretError when
    there is none or when it is malformed; the message never holds any of it.
    """
    variable = f"LEERLOOPBAAN_SECRET_{city.upper()}"
    if text := os.environ.get(variable):
        return CitySecret(city, _parse(text, variable), demo=False)
    file_variable = f"LEERLOOPBAAN_SECRET_FILE_{city.upper()}"
    if name := os.environ.get(file_variable):
        return CitySecret(city, _parse(_read(Path(name), file_variable), file_variable), demo=False)
    path = demo_secret_file(city)
    if path.exists():
        return CitySecret(
            city, _parse(_read(path, "the demo secret"), "the demo secret"), demo=True
        )
    raise SecretError(
        f"no secret for {city}: neither {variable} nor {file_variable} is set.",
        remedy="Set one of them, or run `make build` for a demo secret with synthetic data.",
    )


def _read(path: Path, source: str) -> str:
    try:
        return path.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError) as error:
        raise SecretError(
            f"the secret in {source} cannot be read ({type(error).__name__}).",
            remedy="Check the file and its mode (0600).",
        ) from None


def _parse(text: str, source: str) -> bytes:
    try:
        value = bytes.fromhex(text.strip())
    except ValueError:
        value = b""
    if len(value) < _MINIMUM_BYTES:
        raise SecretError(
            f"the secret in {source} is not at least {2 * _MINIMUM_BYTES} hexadecimal digits.",
            remedy="Make one with: python -c 'import secrets; print(secrets.token_hex(32))'",
        )
    return value
