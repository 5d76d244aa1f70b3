"""One delivery through the gate: read, judge, land all of it or nothing."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from pathlib import Path

import duckdb

from leerloopbaan.errors import RefusedError
from leerloopbaan.intake import store
from leerloopbaan.intake.delivery import Gelezen, Levering, Uitslag
from leerloopbaan.intake.findings import (
    AANVAARD,
    GEWEIGERD,
    Bevinding,
    Refused,
    graded,
    verdict,
)
from leerloopbaan.intake.judge import judge, prepare
from leerloopbaan.intake.land import land, record_findings
from leerloopbaan.intake.read import read_all
from leerloopbaan.intake.recognise import parse_as
from leerloopbaan.intake.sources import Bron, collect, inspect
from leerloopbaan.keys.secrets import city_secret
from leerloopbaan.register.load import load_register
from leerloopbaan.register.schema import Protocol

# A delivery that is accepted (or was, before a later one) does not change when it comes again.
SETTLED = (AANVAARD, "vervangen", "ingetrokken", "vervallen")


def deliver(
    city: str,
    paths: Sequence[Path],
    received: dt.datetime,
    *,
    given: Sequence[str] = (),
    synthetic: bool = False,
    sender: str | None = None,
    channel: str | None = None,
    now: dt.datetime | None = None,
) -> Uitslag:
    """Judge the files as one delivery and land it; nothing is half done.

    `received` is the moment on which the city received the delivery; it decides what is in
    force. Raises RefusedError for real data under a demo secret, LeerloopbaanError for what
    has nothing to do with the delivery (a key, a lock, a disk).
    """
    protocol = load_register(city)
    secret = city_secret(city)
    if not synthetic and secret.demo:
        raise RefusedError(
            f"{city} has only a demo secret: a delivery that is not --synthetic is refused.",
            remedy="Set the city's own secret first (see the runbook).",
        )
    tables = parse_as(given, protocol)
    sources = [inspect(path) for path in collect(paths)]
    delivery = Levering(
        _identity(city, sources, tables, synthetic), city, received, synthetic, sender, channel
    )
    moment = (now or dt.datetime.now()).replace(microsecond=0)
    with store.exclusive(city) as scratch, store.gate_connection(city, scratch) as con:
        known = _settled(con, delivery.levering_id)
        if known is not None:
            return Uitslag(delivery, known, (), (), al_bekend=True)
        read: list[Gelezen] = []
        try:
            if not synthetic:
                _check_validity(protocol, received.date())
            read = read_all(con, sources, tables, protocol, scratch)
            prepare(con, protocol)
            findings = graded(
                protocol,
                judge(con, protocol, delivery, {g.tabel: protocol.tabel(g.tabel) for g in read}),
            )
        except Refused as refused:
            findings = graded(protocol, refused.findings)
        result = Uitslag(delivery, verdict(findings), tuple(read), tuple(findings))
        if result.status == GEWEIGERD and _status(con, delivery.levering_id) == GEWEIGERD:
            store.change(
                con, city, lambda c: record_findings(c, delivery.levering_id, findings, moment)
            )
        else:
            store.change(con, city, lambda c: land(c, protocol, result, moment))
    return result


def _identity(city: str, sources: Sequence[Bron], tables: dict[str, str], synthetic: bool) -> str:
    """The delivery's identity: its bytes, what they were said to be, and nothing else."""
    parts = sorted(f"{source.sha256} {tables.get(source.naam, '')}" for source in sources)
    text = "\n".join((city, "synthetisch" if synthetic else "echt", *parts))
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _check_validity(protocol: Protocol, received: dt.date) -> None:
    validity = protocol.geldigheid
    periods = [(validity.van, validity.tot), *((v.van, v.tot) for v in validity.verlengingen)]
    if not any(start <= received and (end is None or received <= end) for start, end in periods):
        raise Refused(
            Bevinding(
                "buiten_geldigheid",
                f"Ontvangen op {received.isoformat()}, buiten de geldigheid van het protocol.",
            )
        )


def _settled(con: duckdb.DuckDBPyConnection, levering_id: str) -> str | None:
    status = _status(con, levering_id)
    return status if status in SETTLED else None


def _status(con: duckdb.DuckDBPyConnection, levering_id: str) -> str | None:
    if not has_ledger(con):
        return None
    row = con.execute(
        "select status from landing.intake.leveringen where levering_id = ?", [levering_id]
    ).fetchone()
    return str(row[0]) if row else None


def has_ledger(con: duckdb.DuckDBPyConnection) -> bool:
    """Whether the attached landing file holds a register of deliveries yet."""
    row = con.execute(
        "select count(*) from duckdb_tables() where database_name = 'landing' "
        "and schema_name = 'intake' and table_name = 'leveringen'"
    ).fetchone()
    return bool(row and row[0])
