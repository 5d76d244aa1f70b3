"""The message to the supplier about defects (article 7), in Dutch, without a single value."""

from __future__ import annotations

import datetime as dt
from typing import Any

from leerloopbaan.intake.article7 import is_unsent_too_long
from leerloopbaan.intake.counts import careful_count
from leerloopbaan.intake.overview import finding_overview
from leerloopbaan.register.load import load_register
from leerloopbaan.register.schema import Protocol, Rol


def message(city: str, today: dt.date) -> tuple[str, list[str]]:
    """The text of the message (Markdown) and the identities of the findings that it reports.

    It lists what is not closed, first what was never reported.
    """
    protocol = load_register(city)
    findings = [f for f in finding_overview(city) if f["status"] != "gesloten"]
    lines = [*_heading(protocol, findings, today), *_overdue(findings, today)]
    for state, title in (
        ("open", "Nieuwe vaststellingen"),
        ("gemeld", "Eerder gemeld, nog zonder antwoord"),
        ("teruggekoppeld", "Beantwoord, wacht op de verbeterde levering"),
    ):
        chosen = [f for f in findings if f["status"] == state]
        if chosen:
            lines += ["", f"## {title}", "", *_table(protocol, chosen)]
    if not findings:
        lines += ["", "Er zijn geen openstaande vaststellingen."]
    return "\n".join(lines) + "\n", [f["bevinding_id"] for f in findings if f["status"] == "open"]


def _heading(protocol: Protocol, findings: list[dict[str, Any]], today: dt.date) -> list[str]:
    clock = protocol.kwaliteitsklok
    names = {p.code: p.naam for p in protocol.partijen}
    to = " en ".join(names[code] for code in clock.aan)
    sender = next(p.naam for p in protocol.partijen if p.rol is Rol.ontvanger)
    lines = [
        f"# Melding over de kwaliteit van de geleverde gegevens ({protocol.naam})",
        "",
        f"Aan: {to}  ",
        f"Van: {sender}  ",
        f"Datum: {today.isoformat()}  ",
        f"Grondslag: artikel {clock.clausule.artikel} van het protocol ({clock.clausule.regels})",
        "",
        "Volgens dat artikel meldt de ontvanger foutieve, onnauwkeurige, onvolledige, ontbrekende, "
        "verouderde of overtollige gegevens onmiddellijk. "
        f"Het onderzoek volgt binnen {clock.onderzoek_maanden} kalendermaand(en) na de "
        f"vaststelling, de maatregelen binnen {clock.maatregel_maanden}. "
        "Deze melding bevat geen persoonsgegevens: enkel regels, kolommen en aantallen.",
    ]
    if any(f["synthetisch"] for f in findings):
        lines += ["", "**SYNTHETISCH: deze levering bevat geen persoonsgegevens.**"]
    return lines


def _overdue(findings: list[dict[str, Any]], today: dt.date) -> list[str]:
    unsent = sum(is_unsent_too_long(f, today) for f in findings)
    late = {
        "het onderzoek": sum(
            f["onderzoek_tegen"] < today and f["status"] == "gemeld" for f in findings
        ),
        "de maatregelen": sum(
            f["maatregel_tegen"] < today and f["status"] != "open" for f in findings
        ),
    }
    lines = [f"- Herinnering: {unsent} vaststellingen hadden al gemeld moeten zijn."] * bool(unsent)
    lines += [
        f"- Voor {count} vaststellingen is de termijn van {what} verstreken."
        for what, count in late.items()
        if count
    ]
    return ["", *lines] if lines else []


def _table(protocol: Protocol, findings: list[dict[str, Any]]) -> list[str]:
    titles = {r.code: r for r in protocol.regels}
    lines = [
        "| Kenmerk | Levering | Vaststelling | Gebrek | Tabel | Kolom | Rijen | Onderzoek tegen "
        "| Maatregelen tegen | Gevraagd | Clausule |",
        "|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    for finding in findings:
        found = titles.get(finding["regel"])
        cells = (
            finding["bevinding_id"][:12],
            finding["levering_id"][:12],
            f"{found.titel if found else finding['regel']} "
            f"(vastgesteld op {finding['vastgesteld_op'].date().isoformat()})",
            finding["gebrek"],
            finding["tabel"] or "",
            finding["kolom"] or "",
            careful_count(finding["aantal"]),
            finding["onderzoek_tegen"].isoformat(),
            finding["maatregel_tegen"].isoformat(),
            found.remedie if found else "",
            f"art. {found.clausule.artikel}, {found.clausule.regels}" if found else "",
        )
        lines.append("| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |")
    return lines
