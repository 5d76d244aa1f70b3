"""Connections to a city's encrypted DuckDB files.

DuckDB encrypts a file only with OpenSSL loaded (the httpfs extension, from a wheel), and
spills plain values unless `temp_file_encryption` is set: both are done here, once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Literal

import duckdb

from leerloopbaan import home
from leerloopbaan.errors import LeerloopbaanError, SecretError
from leerloopbaan.keys.derive import file_key
from leerloopbaan.keys.secrets import CitySecret, city_secret

Mode = Literal["read_only", "read_write"]

# Errors that speak of statements, files and memory; all others may quote a value of a row.
_ABOUT_STATEMENTS = (
    duckdb.BinderException,
    duckdb.CatalogException,
    duckdb.ParserException,
    duckdb.IOException,
    duckdb.OutOfMemoryException,
    duckdb.InterruptException,
    duckdb.TransactionException,
    duckdb.NotImplementedException,
    duckdb.DependencyException,
    duckdb.PermissionException,
)
# The parts of a value-bearing message that name columns and rules only.
_SAFE_PARTS = (
    re.compile(r"NOT NULL constraint failed: [\w.]+"),
    re.compile(r"CHECK constraint failed on table \w+ with expression .+"),
    re.compile(r"PRIMARY KEY or UNIQUE constraint violation"),
    re.compile(r"Violates foreign key constraint"),
    re.compile(r"when casting from source column \w+(?=\n|$)"),
    # What `pseudoniem` itself says: of keys and school years, never of codes.
    re.compile(r"(?<=SecretError: )[^\n]+"),
)


def value_free(error: duckdb.Error) -> str:
    """What DuckDB says is wrong, without the value that it quotes from a row."""
    text = str(error)
    if isinstance(error, _ABOUT_STATEMENTS):
        return text
    parts = [match.group() for pattern in _SAFE_PARTS if (match := pattern.search(text))]
    return f"{type(error).__name__}: {'; '.join(parts) or 'the text may hold a value: not shown'}"


def extension_file(name: str) -> Path:
    """Path of a DuckDB extension that came as a wheel of exactly DuckDB's version."""
    package = Path(str(import_module(f"duckdb_extension_{name}").__file__)).parent
    return package / "extensions" / f"v{duckdb.__version__}" / f"{name}.duckdb_extension"


def harden(connection: duckdb.DuckDBPyConnection, city: str) -> None:
    """Load encryption and set what keeps values out of plain files and off the network."""
    connection.execute("set autoinstall_known_extensions = false")
    connection.execute("set autoload_known_extensions = false")
    connection.execute(f"load '{extension_file('httpfs')}'")
    connection.execute("set temp_file_encryption = true")
    connection.execute(f"set temp_directory = '{home.spill_directory(city)}'")


def attach(
    connection: duckdb.DuckDBPyConnection,
    path: Path,
    alias: str,
    secret: CitySecret,
    mode: Mode = "read_only",
) -> None:
    """Attach one encrypted file under `alias`, with the key of that alias.

    Raises SecretError for a wrong key and LeerloopbaanError for a missing or locked file.
    """
    if mode == "read_only" and not path.exists():
        raise LeerloopbaanError(
            f"{path.name} of {secret.city} does not exist.", remedy="Run intake or dbt build first."
        )
    options = f"encryption_key '{file_key(secret, alias)}'"
    if mode == "read_only":
        options += ", read_only"
    statement = f"attach if not exists '{path}' as {alias} ({options})"
    try:
        connection.execute(statement)
    except duckdb.Error as error:
        # The driver's text may quote the statement, and with it the key: never shown.
        reason = str(error).lower()
        if "lock" in reason or "attached" in reason:
            raise LeerloopbaanError(
                f"{path.name} of {secret.city} is in use by another process.",
                remedy="Wait until it is free and run the command again.",
            ) from None
        if "encrypt" in reason or "key" in reason or "decrypt" in reason:
            raise SecretError(
                f"the secret of {secret.city} does not open {path.name}.",
                remedy="Use the secret with which the file was made.",
            ) from None
        raise LeerloopbaanError(
            f"{path.name} of {secret.city} cannot be opened ({type(error).__name__}).",
            remedy="Check that the file is whole and that the disk is not full.",
        ) from None


@contextmanager
def vault_connection(
    city: str, *, landing: Mode | None = None, warehouse: Mode | None = None
) -> Iterator[duckdb.DuckDBPyConnection]:
    """An in-memory connection with the asked files of one city attached; closed on exit."""
    secret = city_secret(city)
    connection = duckdb.connect(":memory:")
    try:
        harden(connection, city)
        if landing:
            attach(connection, home.landing_file(city), "landing", secret, landing)
        if warehouse:
            attach(connection, home.warehouse_file(city), "warehouse", secret, warehouse)
        yield connection
    finally:
        connection.close()
