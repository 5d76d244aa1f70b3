"""The chapters of the dossier that are lists: place, title, what a reader should know, rows."""

from __future__ import annotations

from typing import Any, NamedTuple

from leerloopbaan.evidence.dossier import Dossier
from leerloopbaan.evidence.rows import Rows


class Chapter(NamedTuple):
    """Anchor, title, what a reader should know of it, and the rows; `none`: what no row means."""

    anchor: str
    title: str
    note: str
    rows: Rows
    none: str = "Geen vermelding."


def chapters(dossier: Dossier) -> list[Chapter]:
    """Every list of the dossier, in the order of its table of contents."""
    c, records = dossier.collected, dossier.records.model_dump(mode="json")

    def recorded(name: str) -> Rows:
        return [{k: _text(v) for k, v in row.items()} for row in records[name]]

    unrecorded = "De stad legde nog niets vast."
    return [
        Chapter("leveringen", "Leveringsregister",
                "Elke levering die aangeboden werd, ook een geweigerde of vervangen levering, met "
                "het begin van de controlegetallen van haar bestanden.", _deliveries(c.deliveries),
                "Er werd nog niets geleverd."),
        Chapter("bevindingen", "Bevindingen, terugmeldingen en termijnen van artikel 7",
                "Een bevinding opent vanzelf bij ontvangst, wordt aan de leverancier gemeld, en "
                "sluit enkel met zijn terugmelding en een corrigerende levering. Onderzoek en "
                "maatregel: de dag waarop, of anders waartegen. Aantallen van 1 "
                "tot 5 staan er niet precies.", _findings(c.findings), "Er is niets bevonden."),
        Chapter("aanval", "Aanval op de vrijgaven door de auditor",
                "Aparte software, die enkel de gepubliceerde bestanden kent, probeert verborgen "
                "aantallen af te leiden.", c.audits, "Er werd nog geen vrijgave aangevallen."),
        Chapter("vrijgaven", "Vrijgaven en hun goedkeuring",
                "Twee mensen keuren goed, geen van beiden de maker; de goedkeuring geldt voor "
                "precies deze bestanden. Namen staan in het grootboek van de stad, niet hier.",
                c.releases, "Er is nog geen vrijgave."),
        Chapter("toegang", "Toegang tot de kluis",
                "Per dienst en functie van artikel 4. Namen staan in het register van de stad, "
                "niet hier.", c.access, "Er werd nog geen toegang toegekend."),
        Chapter("logboek", "Logboek van de kluis",
                "Elke opening, weigering en vraag, aaneengeketend; na 365 dagen herleid tot een "
                "samenvatting. Wie een ouder dossier heeft, ziet aan nummer en zegel of de keten "
                "sindsdien enkel langer werd.", c.log, "De kluis werd nog nooit geopend."),
        Chapter("bewaring", "Over de bewaartermijn",
                "Geleverde delen waarvan de rijen al vernietigd hadden moeten zijn.", c.overdue,
                "Niets is over zijn termijn."),
        Chapter("vernietiging", "Certificaten van vernietiging", "", c.certificates,
                "Er werd nog niets vernietigd."),
        Chapter("jaarsleutels", "Vernietigde sleutels van schooljaren",
                "Zonder de sleutel van een schooljaar is geen enkele gekende code van dat jaar nog "
                "op te zoeken.", c.key_certificates, "Er werd nog geen sleutel vernietigd."),
        Chapter("sleutels", "Vernietigde geheimen van de stad",
                "Wie een geheim vernietigt, maakt alles wat ermee versleuteld is onleesbaar.",
                recorded("sleutelvernietigingen"), "Er werd geen geheim vernietigd."),
        Chapter("verwerkers", "Verwerkers", "", recorded("verwerkers"), _processors(dossier)),
        Chapter("kennisgevingen", "Kennisgeving aan de scholen",
                "Eén per levering waarin gegevens over scholen staan.", recorded("kennisgevingen"),
                unrecorded),
        Chapter("vergaderingen", "Opvolgvergaderingen", "", recorded("vergaderingen"), unrecorded),
        Chapter("datalekken", "Gegevenslekken", _breach_contact(dossier), recorded("datalekken"),
                "De stad legde geen gegevenslek vast."),
        Chapter("documenten", "Plannen en verbintenissen", "", recorded("documenten"), unrecorded),
        Chapter("bekendmaking", "Bekendmaking van het protocol", "", recorded("bekendmakingen"),
                unrecorded),
        Chapter("verwerkingsregister", "Register van verwerkingsactiviteiten (artikel 30 AVG)",
                "In de rubrieken van het model van de Gegevensbeschermingsautoriteit.",
                dossier.processing),
    ]  # fmt: skip


def _deliveries(rows: Rows) -> Rows:
    """The register of deliveries in columns that fit a page; every field stands in the JSON."""
    return [
        {
            "levering": row["levering"],
            "ontvangen": row["ontvangen"],
            "stand": f"{row['status']}{', synthetisch' if row['synthetisch'] == 'ja' else ''}",
            "kanaal": row["kanaal"],
            "protocol_en_register": f"{row['protocolversie']}, {row['registerversie']}",
            "tabellen": row["tabellen"],
            "rijen": row["rijen"],
            "sha256": row["sha256"],
        }
        for row in rows
    ]


def _findings(rows: Rows) -> Rows:
    """Findings with their steps and clocks in columns that fit a page."""
    return [
        {
            "bevinding": f"{row['wat'] or row['regel']} ({row['gebrek']})",
            "waar": " ".join(filter(None, (row["tabel"], row["kolom"]))) or "hele levering",
            "levering": row["levering"],
            "aantal": row["aantal"],
            "vastgesteld": row["vastgesteld"],
            "gemeld": row["gemeld"],
            "onderzoek": row["teruggekoppeld"] or row["onderzoek_tegen"],
            "maatregel": row["gesloten"] or row["maatregel_tegen"],
            "stand": row["stand"] + _overdue(row["over_tijd"]),
        }
        for row in rows
    ]


def _overdue(late: str) -> str:
    return "" if late == "nee" else f", {late} over tijd"


def _processors(dossier: Dossier) -> str:
    day = dossier.records.geen_verwerkers_verklaard_op
    if day:
        return f"De stad verklaarde op {day:%d/%m/%Y} geen verwerkers in te zetten."
    return "De stad legde nog niets vast."


def _breach_contact(dossier: Dossier) -> str:
    contacts = [f"{p.naam}: {p.contact}" for p in dossier.protocol.partijen if p.contact]
    told = f" Contactpunt: {'; '.join(contacts)}." if contacts else ""
    return (
        "Aan de andere partijen zonder onredelijke vertraging, aan de autoriteit binnen 72 uur "
        f"(artikel 33 AVG).{told}"
    )


def _text(value: Any) -> str:
    text = "" if value is None else str(value)
    # A moment to the minute: `2026-03-03 14:05`.
    return text.replace("T", " ")[:16] if text[10:11] == "T" else text
