"""What the city's own registers show of an obligation: its records, its grants, its access log."""

from __future__ import annotations

import datetime as dt

from leerloopbaan.access.log import RETENTION_DAYS
from leerloopbaan.evidence.checks import BAD, GOOD, NONE, Result
from leerloopbaan.evidence.collect import Collected
from leerloopbaan.evidence.records import Verantwoording
from leerloopbaan.evidence.rows import amount
from leerloopbaan.intake.article7 import add_months
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

SOURCE = "verantwoording.yml"
BREACH_HOURS = 72


def of_the_city(
    code: str, protocol: Protocol, collected: Collected, records: Verantwoording
) -> list[Result]:
    """The results that only the city's own registers can give for an obligation."""
    found: list[Result] = []
    if (name := RECORDED.get(code)) is not None:
        found.append(_record(name, protocol, collected, records))
    if code in ABOUT_ACCESS:
        found.append(_access(collected))
    if code in ABOUT_LOG:
        found.append(_log(collected))
    return found


def _record(name: str, protocol: Protocol, collected: Collected, records: Verantwoording) -> Result:
    check = f"vastlegging:{name}"
    found = getattr(records, name)
    if name == "verwerkers" and not found and records.geen_verwerkers_verklaard_op:
        day = records.geen_verwerkers_verklaard_op.isoformat()
        return Result(check, GOOD, day, "de stad verklaart geen verwerkers in te zetten", SOURCE)
    if name == "datalekken":
        return _breaches(check, collected, records)
    if not found:
        return Result(check, NONE, detail="door de stad nog niet vastgelegd")
    if name == "kennisgevingen":
        return _notices(check, protocol, collected, records)
    if name == "vergaderingen":
        return _meetings(check, collected, records)
    told = amount(len(found), "vastlegging", "vastleggingen")
    return Result(check, GOOD, detail=told, source=SOURCE)


def _notices(
    check: str, protocol: Protocol, collected: Collected, records: Verantwoording
) -> Result:
    """One notice to the schools per real delivery with persons."""
    tables = {table.naam for table in protocol.tabellen}
    told = tuple(notice.levering for notice in records.kennisgevingen)
    missing = [
        row["levering"]
        for row in collected.deliveries
        if row["status"] in ("aanvaard", "vervangen")
        and row["synthetisch"] == "nee"
        and tables & set(row["tabellen"].split())
        and not any(name and name.startswith(row["levering"]) for name in told)
    ]
    last = max(notice.datum for notice in records.kennisgevingen).isoformat()
    if missing:
        detail = f"geen kennisgeving voor levering {', '.join(missing)}"
        return Result(check, NONE, last, detail, SOURCE)
    given = amount(len(told), "kennisgeving", "kennisgevingen")
    return Result(check, GOOD, last, f"{given}, elke echte levering heeft er een", SOURCE)


def _meetings(check: str, collected: Collected, records: Verantwoording) -> Result:
    last = max(meeting.datum for meeting in records.vergaderingen)
    if collected.day and add_months(last, 12) < dt.date.fromisoformat(collected.day):
        detail = "de laatste vergadering is meer dan een jaar geleden"
        return Result(check, BAD, last.isoformat(), detail, SOURCE)
    held = amount(len(records.vergaderingen), "vergadering", "vergaderingen")
    return Result(check, GOOD, last.isoformat(), held, SOURCE)


def _breaches(check: str, collected: Collected, records: Verantwoording) -> Result:
    if records == Verantwoording():
        return Result(check, NONE, detail="de stad houdt nog geen register bij")
    if not records.datalekken:
        return Result(check, GOOD, collected.day, "geen gegevenslek vastgelegd", SOURCE)
    last = max(breach.vastgesteld_op for breach in records.datalekken).date().isoformat()
    untold = [b for b in records.datalekken if b.partijen_gemeld_op is None]
    late = [
        b
        for b in records.datalekken
        if b.autoriteit_gemeld_op is not None
        and (b.autoriteit_gemeld_op - b.vastgesteld_op).total_seconds() > BREACH_HOURS * 3600
    ]
    if untold or late:
        parts = []
        if untold:
            parts.append(f"{len(untold)} niet aan de andere partijen gemeld")
        if late:
            parts.append(f"{len(late)} later dan {BREACH_HOURS} uur aan de autoriteit gemeld")
        return Result(check, BAD, last, "; ".join(parts), SOURCE)
    told = amount(len(records.datalekken), "gegevenslek", "gegevenslekken")
    return Result(check, GOOD, last, f"{told}, aan de andere partijen gemeld", SOURCE)


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
        return Result(check, BAD, collected.day, f"te veel personen: {', '.join(over)}")
    told = amount(active, "medewerker heeft", "medewerkers hebben")
    return Result(check, GOOD, collected.day, f"{told} toegang, binnen het aantal",
                  "toekenningen.jsonl")  # fmt: skip


def _log(collected: Collected) -> Result:
    check = "vastlegging:logboek"
    if not collected.log:
        return Result(check, NONE, detail="de kluis werd nog nooit geopend")
    row = collected.log[0]
    oldest = row["van"]
    if oldest and collected.day:
        days = (dt.date.fromisoformat(collected.day) - dt.date.fromisoformat(oldest)).days
        if days > RETENTION_DAYS:
            detail = f"het logboek bevat regels van meer dan {RETENTION_DAYS} dagen oud"
            return Result(check, BAD, row["tot"], detail, "logboek.jsonl", row["laatste_zegel"])
    return Result(
        check, GOOD, row["tot"], "de keten is heel, niets is ouder dan een jaar", "logboek.jsonl",
        row["laatste_zegel"],
    )  # fmt: skip
