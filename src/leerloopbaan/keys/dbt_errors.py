"""Errors as dbt shows and logs them, without the values that DuckDB quotes from a row.

dbt-duckdb offers no hook for this, so its two places that turn an error into text are wrapped:
the handler around every statement, and the runner of Python models.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import duckdb
from dbt.adapters.contracts.connection import AdapterResponse
from dbt.adapters.duckdb.connections import DuckDBConnectionManager
from dbt.adapters.duckdb.environments.local import LocalEnvironment
from dbt_common.exceptions import DbtRuntimeError

from leerloopbaan.duck import value_free
from leerloopbaan.errors import LeerloopbaanError, kind_and_place

_dbt_handler = DuckDBConnectionManager.exception_handler
_dbt_python_job = LocalEnvironment.submit_python_job


def hide_values() -> None:
    """Wrap both places, for every connection of this process; doing it twice changes nothing."""
    for owner, name, replacement in (
        (DuckDBConnectionManager, "exception_handler", _handler),
        (LocalEnvironment, "submit_python_job", _python_job),
    ):
        setattr(owner, name, replacement)


@contextmanager
def _handler(
    manager: DuckDBConnectionManager, sql: str, connection_name: str = "master"
) -> Iterator[None]:
    with _dbt_handler(manager, sql, connection_name):
        try:
            yield
        except duckdb.Error as error:
            raise RuntimeError(value_free(error)) from None


def _python_job(
    environment: LocalEnvironment, handle: Any, parsed_model: dict[str, Any], compiled_code: str
) -> AdapterResponse:
    try:
        return _dbt_python_job(environment, handle, parsed_model, compiled_code)
    except DbtRuntimeError as error:
        # dbt-duckdb makes one text of the whole traceback; what went wrong is its context.
        origin = error.__context__ or error
        if isinstance(origin, LeerloopbaanError):
            text = str(origin)
        elif isinstance(origin, duckdb.Error):
            text = value_free(origin)
        else:
            text = kind_and_place(origin)
        raise DbtRuntimeError(f"Python model {parsed_model['alias']}: {text}") from None
