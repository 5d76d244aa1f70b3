"""The access log of a city's vault: every open and every query, kept 365 days (R-28, A-27).

A query is logged without its literals: a literal may be a pupil's value.
"""

from __future__ import annotations

import datetime as dt
import hashlib

import sqlglot
from sqlglot import expressions as exp

from leerloopbaan import home
from leerloopbaan.access import chain as chained
from leerloopbaan.keys.derive import derive
from leerloopbaan.keys.secrets import city_secret

RETENTION_DAYS = 365


def log_chain(city: str) -> chained.Chain:
    """The chained log file of one city."""
    key = derive(city_secret(city), "logboek")
    return chained.Chain(home.vault(city) / "toegang" / "logboek.jsonl", key)


def record(
    city: str, *, person: str, reason: str, action: str, query: str | None = None
) -> chained.Record:
    """Log one open (`action='openen'`) or query (`action='vraag'`) and return the record."""
    entry: chained.Record = {
        "soort": action,
        "moment": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        "persoon": person,
        "reden": reason,
    }
    if query is not None:
        entry["vraag"] = without_literals(query)
        entry["vraag_sha256"] = hashlib.sha256(query.encode("utf-8")).hexdigest()
    return chained.append(log_chain(city), entry)


def without_literals(query: str) -> str:
    """The statement with every literal and comment replaced or dropped; `?` stands for a value."""
    try:
        trees = sqlglot.parse(query, read="duckdb")
    except sqlglot.errors.SqlglotError:
        return "(niet te ontleden)"
    texts = []
    for tree in trees:
        if tree is None:
            continue
        if isinstance(tree, exp.Command):
            texts.append(f"{tree.name.upper()} ?")
            continue
        stripped = tree.transform(
            lambda node: exp.Placeholder() if isinstance(node, exp.Literal) else node
        )
        texts.append(stripped.sql(dialect="duckdb", comments=False))
    return "; ".join(texts)


def purge(city: str, today: dt.date) -> int:
    """Drop records older than 365 days, leaving their digest; returns how many were dropped."""
    limit = today - dt.timedelta(days=RETENTION_DAYS)

    def expired(entry: chained.Record) -> bool:
        return dt.datetime.fromisoformat(str(entry["moment"])).date() < limit

    return chained.purge(log_chain(city), expired)
