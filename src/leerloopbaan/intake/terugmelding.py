"""The message to the supplier about defects (article 7), in Dutch, without a single value."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from leerloopbaan.intake.article7 import is_unsent_too_long
from leerloopbaan.intake.counts import careful_count
from leerloopbaan.intake.overview import finding_overview
from leerloopbaan.register.load import load_register
from leerloopbaan.register.schema import Protocol, Rol


def message(city: str, today: dt.date) -> tuple[str, list[str]]:
    """The text of the message (Markdown) and the identities of the findings that it reports.

    It lists what is not closed, first what was never reported. The city's own reference lists are
    none of the supplier's business.
    """
    protocol = load_register(city)
    own = {table.naam for table in protocol.referentielijsten}
    findings = [
        f for f in finding_overview(city) if f["status"] != "gesloten" and f["tabel"] not in own
    ]
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
        f"Het onderzoek volgt binnen {_months(clock.onderzoek_maanden)} na de vaststelling, de "
        f"maatregelen binnen {_months(clock.maatregel_maanden)}. Deze melding bevat geen "
        "persoonsgegevens: enkel regels, plaatsen in de geleverde bestanden en aantallen. Rij 1 is "
        "de eerste rij onder de kop.",
    ]
    if any(f["synthetisch"] for f in findings):
        lines += ["", "**SYNTHETISCH: deze levering bevat geen persoonsgegevens.**"]
    return lines


def _months(count: int) -> str:
    return "één kalendermaand" if count == 1 else f"{count} kalendermaanden"


def _findings(count: int) -> str:
    return "één vaststelling" if count == 1 else f"{count} vaststellingen"


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
    lines = []
    if unsent:
        had = "had" if unsent == 1 else "hadden"
        lines.append(f"- Herinnering: {_findings(unsent)} {had} al gemeld moeten zijn.")
    lines += [
        f"- Voor {_findings(count)} is de termijn van {what} verstreken."
        for what, count in late.items()
        if count
    ]
    return ["", *lines] if lines else []


def _table(protocol: Protocol, findings: list[dict[str, Any]]) -> list[str]:
    titles = {r.code: r for r in protocol.regels}
    heads = ("Kenmerk", "Levering", "Vaststelling", "Gebrek", "Tabel", "Bestand", "Eerste rij",
             "Kolom", "Rijen", "Onderzoek tegen", "Maatregelen tegen", "Gevraagd",
             "Clausule")  # fmt: skip
    lines = [_line(heads), "|---" * len(heads) + "|"]
    for finding in findings:
        found = titles.get(finding["regel"])
        cells = (
            finding["bevinding_id"][:12],
            finding["levering_id"][:12],
            f"{found.titel if found else finding['regel']} "
            f"(vastgesteld op {finding['vastgesteld_op'].date().isoformat()})",
            finding["gebrek"],
            finding["tabel"] or "",
            finding["bestand"] or "",
            str(finding["eerste_rij"] or ""),
            finding["kolom"] or "",
            careful_count(finding["aantal"]),
            finding["onderzoek_tegen"].isoformat(),
            finding["maatregel_tegen"].isoformat(),
            asked(found.remedie) if found else "",
            f"art. {found.clausule.artikel}, {found.clausule.regels}" if found else "",
        )
        lines.append(_line(cells))
    return lines


def _line(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"


# A remedy tells the city what to do; this is the same, told to the supplier.
_TO_SUPPLIER = (
    (r"^Vernietig het bestand en meld .*", "Bezorg enkel wat voor deze stad bestemd is."),
    (r"^(Vernietig het bestand; |Geef de tabel op met [^,]+, of )", ""),
    (r"; geef de tabel op met .*", "."),
    (r"^Meld het aan de leveranciers?; ", ""),
    (r"^Vraag de leveranciers? (?=(of|wat|welke?)\b)", "Laat ons weten "),
    (r"^Vraag de leveranciers? ", "Gelieve "),
    (r"^[Vv]raag ", "Bezorg "),
)


def asked(remedy: str) -> str:
    """What a remedy asks of the supplier."""
    for pattern, replacement in _TO_SUPPLIER:
        remedy = re.sub(pattern, replacement, remedy)
    return remedy[:1].upper() + remedy[1:]
