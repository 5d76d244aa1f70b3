"""One delivery through the gate: read, judge, land all of it or nothing."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import duckdb

from leerloopbaan.errors import RefusedError
from leerloopbaan.intake import store
from leerloopbaan.intake.delivery import Gelezen, Levering, Uitslag
from leerloopbaan.intake.findings import AANVAARD, GEWEIGERD, Bevinding, Refused, graded, verdict
from leerloopbaan.intake.judge import judge, prepare
from leerloopbaan.intake.land import land, record_findings
from leerloopbaan.intake.ledger import decisions, parts_in_force, status_of
from leerloopbaan.intake.read import read_all
from leerloopbaan.intake.recognise import parse_as
from leerloopbaan.intake.replay import judge_waiting_again
from leerloopbaan.intake.report import write_report
from leerloopbaan.intake.sources import Bron, collect, inspect
from leerloopbaan.intake.year_keys import finish_destruction
from leerloopbaan.keys.secrets import city_secret
from leerloopbaan.register.load import load_register
from leerloopbaan.register.schema import Protocol

# A delivery that is accepted (or was, before a later one) does not change when it comes again;
# one that was withdrawn may come again.
SETTLED = (AANVAARD, "vervangen", "vervallen")


Progress = Callable[[str], None]


def _silent(_: str) -> None:
    """Nobody is watching."""


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
    progress: Progress = _silent,
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
    files = collect(paths)
    sources = []
    for path in files:
        progress(f"nakijken van {path.name}")
        sources.append(inspect(path))
    delivery = Levering(
        _identity(city, sources, tables, synthetic), city, received, synthetic, sender, channel
    )
    moment = (now or dt.datetime.now()).replace(microsecond=0)
    size = sum(source.uitgepakt for source in sources)
    with store.exclusive(city) as scratch, store.gate_connection(city, scratch, size=size) as con:
        finish_destruction(con, city)
        known = status_of(con, delivery.levering_id)
        before = parts_in_force(con)
        if known in SETTLED:
            result = Uitslag(delivery, str(known), (), (), al_bekend=True)
        else:
            decided = decisions(con, delivery.levering_id)
            read: list[Gelezen] = []
            try:
                if not synthetic:
                    _check_validity(protocol, received.date())
                read = read_all(con, sources, tables, protocol, scratch, progress=progress)
                progress("regels nagaan")
                prepare(con, protocol, without=delivery.levering_id)
                findings = graded(protocol, judge(con, protocol, delivery, tuple(read)), decided)
            except Refused as refused:
                findings = graded(protocol, refused.findings)
            result = Uitslag(delivery, verdict(findings), tuple(read), tuple(findings))
            progress("vastleggen")
            _record(con, protocol, result, known, moment)
            write_report(con, protocol, result, moment)
        judge_waiting_again(con, protocol, moment, before, delivery.levering_id)
    return result


def _record(
    con: duckdb.DuckDBPyConnection,
    protocol: Protocol,
    result: Uitslag,
    known: str | None,
    now: dt.datetime,
) -> None:
    """Write the verdict; a refusal that was known adds only what it newly found."""
    delivery = result.levering
    if result.status == GEWEIGERD == known:
        store.change(
            con,
            delivery.stad,
            lambda c: record_findings(c, delivery.levering_id, result.bevindingen, now),
        )
    else:
        store.change(con, delivery.stad, lambda c: land(c, protocol, result, now))


def _identity(city: str, sources: Sequence[Bron], tables: dict[str, str], synthetic: bool) -> str:
    """The delivery's identity: its bytes, what they were said to be, and nothing else."""
    parts = sorted(f"{source.sha256} {tables.get(source.naam, '')}" for source in sources)
    text = "\n".join((city, "synthetisch" if synthetic else "echt", *parts))
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _check_validity(protocol: Protocol, received: dt.date) -> None:
    if not protocol.geldigheid.geldt_op(received):
        raise Refused(
            Bevinding(
                "buiten_geldigheid",
                f"Ontvangen op {received.isoformat()}, buiten de geldigheid van het protocol.",
            )
        )
