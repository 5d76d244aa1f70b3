"""dbt-duckdb plugin: encryption, the city's files, and the function `pseudoniem`.

The keys stay in this process's memory: not in SQL, Jinja, profiles, logs or `target/`
(https://github.com/duckdb/dbt-duckdb, section "Plugins").
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import duckdb
import pyarrow as pa
from dbt.adapters.duckdb.plugins import BasePlugin
from duckdb.func import FunctionNullHandling, PythonUDFType
from duckdb.sqltypes import VARCHAR

from leerloopbaan import duck, home
from leerloopbaan.keys.derive import derive
from leerloopbaan.keys.pseudonym import pseudonymise, pseudonymise_per_year
from leerloopbaan.keys.secrets import CitySecret, city_secret
from leerloopbaan.register.load import load_register


class Plugin(BasePlugin):
    """Configured in profiles.yml with `config: {city: ...}`."""

    def initialize(self, plugin_config: dict[str, Any]) -> None:
        """Keep the city's name; nothing is opened yet."""
        self.city: str = plugin_config["city"]

    def configure_connection(self, conn: duckdb.DuckDBPyConnection) -> None:
        """Load encryption, register `pseudoniem`, attach this city's own files."""
        secret = city_secret(self.city)
        duck.harden(conn, self.city)
        _register_pseudonym(conn, secret)
        warehouse = home.warehouse_file(self.city)
        duck.attach(conn, warehouse, "warehouse", secret, "read_write")
        if home.landing_file(self.city).exists():
            duck.attach(conn, home.landing_file(self.city), "landing", secret)
        else:
            conn.execute("attach if not exists ':memory:' as landing")

    def configure_cursor(self, cursor: duckdb.DuckDBPyConnection) -> None:
        """Unqualified names and foreign keys resolve in the warehouse."""
        cursor.execute("use warehouse")


def _register_pseudonym(conn: duckdb.DuckDBPyConnection, secret: CitySecret) -> None:
    identity = load_register(secret.city).identiteit
    if identity.bereik == "over_schooljaren":
        key = derive(secret, "pseudoniem", identity.domein)

        def pseudonym(codes: pa.ChunkedArray) -> pa.Array:
            return pseudonymise(codes, key)

        _create(conn, pseudonym, arguments=1)
        return

    def key_of_year(year: str) -> bytes:
        return derive(secret, "pseudoniem", identity.domein, year)

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
