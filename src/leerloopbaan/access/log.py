"""The access log of a city's vault: every open and every query, kept 365 days (R-28, A-27).

A query is logged without its literals: a literal may be a pupil's value. Beside it stands a mark
under the log's key, which tells whether two queries were the same and gives no literal back.
"""

from __future__ import annotations

import datetime as dt
import getpass
import hmac
import logging

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


def record(city: str, *, person: str, reason: str, action: str, **more: str) -> chained.Record:
    """Log one open (`openen`), refusal (`geweigerd`) or query (`vraag`); returns the record.

    `more` goes into the record as it is, but for `query`: that is logged without its literals.
    """
    chain = log_chain(city)
    entry: chained.Record = {
        "soort": action,
        "moment": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        "persoon": person,
        "account": account(),
        "reden": reason,
    }
    if (query := more.pop("query", None)) is not None:
        entry["vraag"] = without_literals(query)
        entry["vraag_merk"] = hmac.digest(chain.key, query.encode("utf-8"), "sha256").hex()
    return chained.append(chain, entry | more)


def account() -> str:
    """The account of the operating system that does this; a name can be typed, this cannot."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "onbekend"


def without_literals(query: str) -> str:
    """The statement with every literal and comment replaced or dropped; `?` stands for a value."""
    # The parser would print what it does not know, literals included.
    logging.getLogger("sqlglot").setLevel(logging.CRITICAL)
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
