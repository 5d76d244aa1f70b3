"""The dossier as data: one entry per obligation, with its checks and the records behind it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from leerloopbaan.evidence.checks import BAD, GOOD, NONE, Result, result_of
from leerloopbaan.evidence.collect import Collected, collect
from leerloopbaan.evidence.labels import label
from leerloopbaan.evidence.processing import processing_row
from leerloopbaan.evidence.recorded import of_the_city
from leerloopbaan.evidence.records import Verantwoording, read_records
from leerloopbaan.evidence.rows import Rows
from leerloopbaan.evidence.versions import versions
from leerloopbaan.register.schema import Lezing, Protocol, Verplichting


@dataclass(frozen=True)
class Entry:
    """One obligation: its clause, the measure, and what shows that it was kept."""

    article: str
    code: str
    text: str
    kind: str
    measure: str
    lines: str
    quote: str
    results: tuple[Result, ...]
    labels: tuple[str, ...]
    outcome: str


@dataclass(frozen=True)
class Reading:
    """One place where the text leaves room: the reading that holds, and what checks it."""

    article: str
    code: str
    question: str
    reading: str
    lines: str
    quote: str
    labels: tuple[str, ...]
    outcome: str


@dataclass(frozen=True)
class Dossier:
    """The whole dossier of one city on one day."""

    protocol: Protocol
    day: dt.date
    entries: tuple[Entry, ...]
    readings: tuple[Reading, ...]
    collected: Collected
    records: Verantwoording
    processing: Rows
    versions: Rows

    @property
    def missing(self) -> tuple[Entry, ...]:
        """Obligations without evidence or with a failed check."""
        return tuple(entry for entry in self.entries if entry.outcome != GOOD)

    @property
    def synthetic(self) -> bool:
        """Whether every delivery in the register is synthetic."""
        deliveries = self.collected.deliveries
        return bool(deliveries) and all(row["synthetisch"] == "ja" for row in deliveries)

    @property
    def valid(self) -> bool:
        """Whether the protocol or a renewal holds on the day of the dossier."""
        return self.protocol.geldigheid.geldt_op(self.day)


def make_dossier(protocol: Protocol, day: dt.date) -> Dossier:
    """Collect the dossier of a city as it stands; `day` decides what is overdue."""
    collected = collect(protocol, day)
    records = read_records(protocol.stad)
    entries = tuple(
        _entry(protocol, article.nummer, duty, collected, records)
        for article in protocol.artikelen
        for duty in article.verplichtingen
    )
    return Dossier(
        protocol=protocol,
        day=day,
        entries=entries,
        readings=tuple(_reading(protocol, r, collected) for r in protocol.lezingen),
        collected=collected,
        records=records,
        processing=processing_row(protocol, records),
        versions=versions(protocol),
    )


def _entry(
    protocol: Protocol,
    number: str,
    duty: Verplichting,
    collected: Collected,
    records: Verantwoording,
) -> Entry:
    results = [result_of(check, protocol, collected) for check in duty.controle]
    more = of_the_city(duty.code, protocol, collected, records)
    if more:
        results = [r for r in results if r.check != "opdracht:evidence"] + more
    return Entry(
        article=number,
        code=duty.code,
        text=duty.tekst,
        kind=duty.soort.value,
        measure=duty.maatregel,
        lines=duty.clausule.regels,
        quote=duty.clausule.citaat,
        results=tuple(results),
        labels=tuple(label(result.check, protocol) for result in results),
        outcome=_worst(results),
    )


def _reading(protocol: Protocol, reading: Lezing, collected: Collected) -> Reading:
    results = [result_of(check, protocol, collected) for check in reading.controle]
    return Reading(
        article=reading.clausule.artikel,
        code=reading.code,
        question=reading.kwestie,
        reading=reading.lezing,
        lines=reading.clausule.regels,
        quote=reading.clausule.citaat,
        labels=tuple(label(check, protocol) for check in reading.controle),
        outcome=_worst(results),
    )


def _worst(results: list[Result]) -> str:
    outcomes = {result.outcome for result in results} or {NONE}
    return next(outcome for outcome in (BAD, NONE, GOOD) if outcome in outcomes)
