"""dbt-duckdb plugin: encryption, the city's files, and the function `pseudoniem`.

The keys stay in this process's memory: not in SQL, Jinja, profiles, logs or `target/`
(https://github.com/duckdb/dbt-duckdb, section "Plugins").

Nor do values: see `dbt_errors`.

With LEERLOOPBAAN_NO_VAULT=1 nothing is opened and no secret is read: enough to parse, compile,
lint and document the project in a fresh clone or while a build runs. A command that would
build, test or show data then refuses.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any

import duckdb
import pyarrow as pa
from dbt.adapters.duckdb.plugins import BasePlugin
from dbt.flags import get_flags
from dbt_common.exceptions import DbtRuntimeError
from duckdb.func import FunctionNullHandling, PythonUDFType
from duckdb.sqltypes import VARCHAR

from leerloopbaan import duck, home
from leerloopbaan.errors import LeerloopbaanError, SecretError
from leerloopbaan.keys import dbt_errors
from leerloopbaan.keys.derive import derive
from leerloopbaan.keys.destroyed import destroyed_keys
from leerloopbaan.keys.pseudonym import pseudonymise, pseudonymise_per_year
from leerloopbaan.keys.salts import salts, year_key
from leerloopbaan.keys.secrets import CitySecret, city_secret
from leerloopbaan.register.load import load_register
from leerloopbaan.workers import keep_what_is_loaded

NO_VAULT = "LEERLOOPBAAN_NO_VAULT"
# dbt commands that read the project and the catalogue, never a row.
COMMANDS_WITHOUT_VAULT = ("compile", "generate", "list", "parse", "debug")


class Plugin(BasePlugin):
    """Configured in profiles.yml with `config: {city: ...}`."""

    def initialize(self, plugin_config: dict[str, Any]) -> None:
        """Keep the city's name; nothing is opened yet."""
        self.city: str = plugin_config["city"]
        dbt_errors.hide_values()

    def configure_connection(self, conn: duckdb.DuckDBPyConnection) -> None:
        """Load encryption, register `pseudoniem`, attach this city's own files.

        A fault is raised as dbt's own error: dbt then shows one line, without a traceback.
        """
        keep_what_is_loaded()
        try:
            if os.environ.get(NO_VAULT):
                _open_nothing(conn)
            else:
                _open_vault(conn, self.city)
        except LeerloopbaanError as error:
            raise DbtRuntimeError(str(error)) from None

    def configure_cursor(self, cursor: duckdb.DuckDBPyConnection) -> None:
        """Unqualified names and foreign keys resolve in the warehouse."""
        cursor.execute("use warehouse")


def _open_vault(conn: duckdb.DuckDBPyConnection, city: str) -> None:
    secret = city_secret(city)
    # Before the landing file: a salt that is destroyed in between is then not needed any more.
    known = salts(city)
    duck.harden(conn, city)
    duck.attach(conn, home.warehouse_file(city), "warehouse", secret, "read_write")
    if home.landing_file(city).exists():
        duck.attach(conn, home.landing_file(city), "landing", secret)
    else:
        conn.execute("attach if not exists ':memory:' as landing")
    _register_pseudonym(conn, secret, known, destroyed_keys(conn))


def _open_nothing(conn: duckdb.DuckDBPyConnection) -> None:
    command = getattr(get_flags(), "WHICH", None)
    if command not in COMMANDS_WITHOUT_VAULT:
        raise LeerloopbaanError(
            f"{NO_VAULT} is set and `dbt {command}` needs the vault.", remedy=f"Unset {NO_VAULT}."
        )
    for alias in ("warehouse", "landing"):
        conn.execute(f"attach if not exists ':memory:' as {alias}")


def _register_pseudonym(
    conn: duckdb.DuckDBPyConnection,
    secret: CitySecret,
    known: Mapping[str, bytes],
    destroyed: Mapping[str, str],
) -> None:
    identity = load_register(secret.city).identiteit
    if identity.bereik == "over_schooljaren":
        key = derive(secret, "pseudoniem", identity.domein)

        def pseudonym(codes: pa.ChunkedArray) -> pa.Array:
            return pseudonymise(codes, key)

        _create(conn, pseudonym, arguments=1)
        return

    def key_of_year(year: str) -> bytes:
        if year in destroyed:
            raise SecretError(
                f"the salt of school year {year} is destroyed (certificate {destroyed[year]}): "
                "no code of that year can be looked up any more."
            )
        # A year that landed after this connection was opened.
        salt = known.get(year) or salts(secret.city).get(year)
        if salt is None:
            raise SecretError(
                "the salt of a school year is missing.",
                remedy=f"See: leerloopbaan keys --city {secret.city}.",
            )
        return year_key(secret, identity.domein, year, salt)

    def pseudonym_of_year(codes: pa.ChunkedArray, years: pa.ChunkedArray) -> pa.Array:
        return pseudonymise_per_year(codes, years, key_of_year)

    _create(conn, pseudonym_of_year, arguments=2)


def _create(
    conn: duckdb.DuckDBPyConnection, function: Callable[..., pa.Array], arguments: int
) -> None:
    conn.create_function(
        "pseudoniem",
        function,
        [VARCHAR] * arguments,
        VARCHAR,
        type=PythonUDFType.ARROW,
        null_handling=FunctionNullHandling.SPECIAL,
    )
