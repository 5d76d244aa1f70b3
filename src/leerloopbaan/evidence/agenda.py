"""The agenda of the yearly follow-up meeting, made from what is open (R-64)."""

from __future__ import annotations

import datetime as dt

from leerloopbaan.evidence.checks import BAD, NONE
from leerloopbaan.evidence.collect import UNSENT, WAITING
from leerloopbaan.evidence.dossier import Dossier
from leerloopbaan.evidence.rows import amount
from leerloopbaan.intake.article7 import add_months

MONTHS_BETWEEN = 12


def next_meeting(dossier: Dossier) -> dt.date:
    """A year after the last recorded meeting, or after the protocol began."""
    held = [meeting.datum for meeting in dossier.records.vergaderingen]
    return add_months(max(held, default=dossier.protocol.geldigheid.van), MONTHS_BETWEEN)


def yearly(dossier: Dossier) -> bool:
    """Whether the protocol asks for a yearly meeting (Antwerp, art. 7)."""
    return any(entry.code == "R-64" for entry in dossier.entries)


def agenda(dossier: Dossier) -> list[str]:
    """The points of the next meeting, in order."""
    collected, protocol = dossier.collected, dossier.protocol
    late = [row for row in collected.findings if row["over_tijd"] != "nee"]
    unsent = [row for row in collected.findings if row["gemeld"] in (UNSENT, WAITING)]
    failed = [entry.code for entry in dossier.entries if entry.outcome == BAD]
    bare = [entry.code for entry in dossier.entries if entry.outcome == NONE]
    unsafe = [row["vrijgave"] for row in collected.audits if row["oordeel"] != "veilig"]
    questions = [v for v in protocol.vragen if v.beantwoordbaar != "ja"]
    meeting = next_meeting(dossier)
    overdue = " (die dag is voorbij)" if meeting < dossier.day else ""
    return [
        f"Uiterlijk op {meeting:%d/%m/%Y}{overdue}."
        if yearly(dossier)
        else "Het protocol verplicht geen jaarlijkse vergadering; dit zijn de punten voor overleg.",
        f"Gebruik van de gegevens: {amount(len(collected.deliveries), 'levering', 'leveringen')}, "
        f"{amount(len(collected.releases), 'vrijgave', 'vrijgaven')}.",
        f"Kwaliteit: {amount(len(collected.findings), 'bevinding', 'bevindingen')}, waarvan "
        f"{len(unsent)} nog niet gemeld en {len(late)} over tijd.",
        "Geheimhouding: " + (f"onveilig bevonden: {', '.join(unsafe)}." if unsafe
                             else "geen vrijgave onveilig bevonden."),
        "Verplichtingen die niet in orde zijn: " + (", ".join(failed) or "geen") + ".",
        "Verplichtingen zonder bewijs: " + (", ".join(bare) or "geen") + ".",
        "Bewaring: " + ("delen zijn over hun termijn." if collected.overdue
                        else "niets is over zijn termijn."),
        f"Nieuwe behoeften: {amount(len(questions), 'vraag is', 'vragen zijn')} met deze levering "
        "niet of maar deels te beantwoorden.",
        f"Duur van de mededeling: {_duration(dossier)}",
    ]  # fmt: skip


def _duration(dossier: Dossier) -> str:
    valid = dossier.protocol.geldigheid
    if valid.tot is None:
        return "onbepaald."
    end = valid.einde or valid.tot
    told = f"tot {end:%d/%m/%Y}"
    return f"{told}, een verlenging is nodig." if end < dossier.day else f"{told}."
