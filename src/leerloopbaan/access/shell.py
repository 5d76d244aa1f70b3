"""A read-only shell on the vault: asks who and why, checks the grant, logs every query.

Only statements that read are run. Once the files are attached, DuckDB may neither read nor write
another file, and has no directory of its own to spill to: nothing can be copied out by a query.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import duckdb

from leerloopbaan import home
from leerloopbaan.access import anchors, chain, grants, log
from leerloopbaan.access.people import named
from leerloopbaan.duck import vault_connection
from leerloopbaan.errors import RefusedError
from leerloopbaan.intake.terms import refuse_after_end
from leerloopbaan.register.load import load_register


@contextmanager
def session(
    city: str, *, person: str, reason: str, landing: bool = False
) -> Iterator[Callable[[str], duckdb.DuckDBPyRelation]]:
    """Open the vault for a person with an active grant; yields a function that runs a query.

    Raises RefusedError without a grant or a reason, after the protocol ended, and for a statement
    that does more than read. The grant is checked again for every query. What the log holds of more
    than 365 days ago goes first.
    """
    person = named(person)
    if not reason.strip():
        raise RefusedError(
            "zonder reden gaat de kluis niet open (R-28).", remedy="Geef ze met --reason."
        )
    anchors.verify(city)
    log.purge(city, dt.date.today())
    try:
        grants.check(city, person, dt.date.today())
        _refuse_after_end(city)
    except RefusedError as refusal:
        why = str(refusal).partition(".")[0]
        log.record(city, person=person, reason=reason, action="geweigerd", waarom=why)
        raise
    known = str(chain.last_number(grants.grant_chain(city)))
    log.record(city, person=person, reason=reason, action="openen", toekenningen_nr=known)
    with vault_connection(
        city, warehouse="read_only", landing="read_only" if landing else None
    ) as connection:
        connection.execute("use warehouse")
        # The directory for spilling would stay writable.
        connection.execute("set temp_directory = ''")
        connection.execute("set enable_external_access = false")
        connection.execute("set lock_configuration = true")

        def run(query: str) -> duckdb.DuckDBPyRelation:
            grants.check(city, person, dt.date.today())
            log.record(city, person=person, reason=reason, action="vraag", query=query)
            _refuse_writing(connection, query)
            return connection.sql(query).execute()

        yield run


def _refuse_after_end(city: str) -> None:
    if home.landing_file(city).exists():
        with vault_connection(city, landing="read_only") as connection:
            refuse_after_end(connection, load_register(city), dt.date.today())


def _refuse_writing(connection: duckdb.DuckDBPyConnection, query: str) -> None:
    kinds = [statement.type for statement in connection.extract_statements(query)]
    if kinds != [duckdb.StatementType.SELECT]:
        raise RefusedError(
            "de kluis is enkel te lezen: één vraag die leest, per keer (R-28).",
            remedy="Begin met select, from, with, describe, summarize of show.",
        )
