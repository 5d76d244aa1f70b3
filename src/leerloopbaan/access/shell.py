"""A read-only shell on the vault: asks who and why, checks the grant, logs every query.

Once the files are attached, DuckDB may neither read nor write another file: nothing can be
copied out of the vault by a query.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import duckdb

from leerloopbaan.access import grants, log
from leerloopbaan.duck import vault_connection
from leerloopbaan.errors import RefusedError


@contextmanager
def session(
    city: str, *, person: str, reason: str, landing: bool = False
) -> Iterator[Callable[[str], duckdb.DuckDBPyRelation | None]]:
    """Open the vault for a person with an active grant; yields a function that runs a query.

    Raises RefusedError without a grant or a reason. The relation is None for a statement that
    returns no rows.
    """
    if not reason.strip():
        raise RefusedError("zonder reden gaat de kluis niet open (R-28).")
    grants.check(city, person, dt.date.today())
    log.record(city, person=person, reason=reason, action="openen")
    with vault_connection(
        city, warehouse="read_only", landing="read_only" if landing else None
    ) as connection:
        connection.execute("use warehouse")
        connection.execute("set enable_external_access = false")
        connection.execute("set lock_configuration = true")

        def run(query: str) -> duckdb.DuckDBPyRelation | None:
            log.record(city, person=person, reason=reason, action="vraag", query=query)
            return connection.sql(query)

        yield run
