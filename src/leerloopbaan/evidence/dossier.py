"""The dossier as data: one entry per obligation, with its checks and the records behind it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from leerloopbaan.evidence.checks import BAD, GOOD, NONE, Result, result_of
from leerloopbaan.evidence.collect import Collected, collect
from leerloopbaan.evidence.labels import label
from leerloopbaan.evidence.records import Verantwoording, read_records
from leerloopbaan.evidence.rows import Rows
from leerloopbaan.register.schema import Protocol

# Obligations that only a record of the city can evidence.
RECORDED = {
    "R-30": "verwerkers",
    "R-50": "kennisgevingen",
    "R-64": "vergaderingen",
    "R-65": "datalekken",
    "R-69": "documenten",
    "R-76": "bekendmakingen",
}

# Obligations about who may see the persons' data: shown by the grants themselves.
ABOUT_ACCESS = frozenset({"R-21", "R-22", "R-25", "R-26", "R-27"})
ABOUT_LOG = frozenset({"R-28"})


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
class Dossier:
    """The whole dossier of one city on one day."""

    protocol: Protocol
    day: dt.date
    entries: tuple[Entry, ...]
    collected: Collected
    records: Verantwoording
    processing: Rows

    @property
    def missing(self) -> tuple[Entry, ...]:
        """Obligations without evidence or with a failed check."""
        return tuple(entry for entry in self.entries if entry.outcome != GOOD)

    @property
    def synthetic(self) -> bool:
        """Whether every delivery in the register is synthetic."""
        deliveries = self.collected.deliveries
        return bool(deliveries) and all(row["synthetisch"] == "ja" for row in deliveries)


def make_dossier(protocol: Protocol, day: dt.date) -> Dossier:
    """Collect the dossier of a city as it stands; `day` decides what is overdue."""
    collected = collect(protocol, day)
    records = read_records(protocol.stad)
    entries = tuple(
        _entry(protocol, article.nummer, index, collected, records)
        for article in protocol.artikelen
        for index in range(len(article.verplichtingen))
    )
    return Dossier(
        protocol=protocol,
        day=day,
        entries=entries,
        collected=collected,
        records=records,
        processing=processing_row(protocol, records),
    )


def _entry(
    protocol: Protocol, number: str, index: int, collected: Collected, records: Verantwoording
) -> Entry:
    article = next(a for a in protocol.artikelen if a.nummer == number)
    duty = article.verplichtingen[index]
    results = [result_of(check, protocol, collected) for check in duty.controle]
    more = _of_the_city(duty.code, collected, records)
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


def _of_the_city(code: str, collected: Collected, records: Verantwoording) -> list[Result]:
    """What only the city's own registers can show: its records, its grants, its log."""
    found: list[Result] = []
    if (name := RECORDED.get(code)) is not None:
        found.append(_record(name, records))
    if code in ABOUT_ACCESS:
        found.append(_access(collected))
    if code in ABOUT_LOG:
        check = "vastlegging:logboek"
        found.append(
            Result(check, GOOD, collected.log[0]["tot"], "de keten is heel", "logboek.jsonl")
            if collected.log
            else Result(check, NONE, detail="de kluis werd nog nooit geopend")
        )
    return found


def _access(collected: Collected) -> Result:
    check = "vastlegging:toegang"
    if not collected.access:
        return Result(check, NONE, detail="nog geen toegang toegekend")
    over = [
        row["dienst"]
        for row in collected.access
        if row["hoogstens"].isdigit() and int(row["actieve_personen"]) > int(row["hoogstens"])
    ]
    active = sum(int(row["actieve_personen"]) for row in collected.access)
    if over:
        return Result(check, BAD, detail=f"te veel personen: {', '.join(over)}")
    return Result(check, GOOD, detail=f"{active} actieve persoon of personen, binnen het aantal")


def _record(name: str, records: Verantwoording) -> Result:
    found = getattr(records, name)
    check = f"vastlegging:{name}"
    if name == "verwerkers" and not found and records.geen_verwerkers_verklaard_op:
        day = records.geen_verwerkers_verklaard_op.isoformat()
        return Result(check, GOOD, day, "de stad verklaart geen verwerkers in te zetten")
    if name == "datalekken" and not found:
        return Result(check, GOOD, detail="geen datalek vastgelegd")
    if not found:
        return Result(check, NONE, detail="door de stad nog niet vastgelegd")
    return Result(check, GOOD, detail=f"{len(found)} vastlegging(en)", source="verantwoording.yml")


def _worst(results: list[Result]) -> str:
    outcomes = {result.outcome for result in results} or {NONE}
    return next(outcome for outcome in (BAD, NONE, GOOD) if outcome in outcomes)


def processing_row(protocol: Protocol, records: Verantwoording) -> Rows:
    """The row for the register of processing activities (GDPR art. 30; R-68).

    Headings follow the model register of the Belgian data protection authority.
    """
    suppliers = ", ".join(p.naam for p in protocol.partijen if p.rol.value == "leverancier")
    controller = ", ".join(p.naam for p in protocol.partijen if p.rol.value == "ontvanger")
    processors = ", ".join(v.naam for v in records.verwerkers) or "geen vastgelegd"
    fields = sorted({veld.omschrijving for tabel in protocol.tabellen for veld in tabel.velden})
    access = "; ".join(
        f"{t.dienst} ({t.functie}{f', hoogstens {t.maximum}' if t.maximum else ''})"
        for t in protocol.toegang
    )
    keep = (
        f"{protocol.bewaring.jaren} jaar vanaf {protocol.bewaring.vanaf}"
        if protocol.bewaring.jaren
        else protocol.bewaring.terugval
    )
    pairs = [
        ("Verwerkingsverantwoordelijke", controller),
        ("Benaming van de verwerking", protocol.naam),
        ("Doeleinden", " ".join(f"{d.tekst} ({d.rechtsgrond})." for d in protocol.doeleinden)),
        ("Herkomst van de gegevens", suppliers),
        ("Categorieën van betrokkenen", "leerlingen binnen het toepassingsgebied van artikel 3"),
        ("Categorieën van persoonsgegevens", "; ".join(fields)),
        ("Bijzondere categorieën (art. 9 en 10 AVG)", "geen; zij worden bij ontvangst geweigerd"),
        ("Categorieën van ontvangers", "; ".join(p.naam for p in protocol.publieken)),
        ("Toegang tot persoonsgegevens", access),
        ("Verwerkers", processors),
        ("Doorgifte buiten de EER", "geen"),
        ("Bewaartermijn", keep),
        (
            "Beveiligingsmaatregelen",
            "versleutelde bestanden per stad, pseudonimisering met een sleutel van de stad, "
            "toekenning en intrekking van toegang, geketend logboek, statistische geheimhouding "
            "met bewijs",
        ),
    ]
    return [{"rubriek": heading, "inhoud": text} for heading, text in pairs]
