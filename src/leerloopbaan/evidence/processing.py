"""The row for the register of processing activities (GDPR art. 30; R-68).

Its groups and headings are those of the Belgian data protection authority's own model.
"""

from __future__ import annotations

import os

from leerloopbaan.evidence.records import Contact, Verantwoording
from leerloopbaan.evidence.rows import Rows
from leerloopbaan.register.schema import Protocol

# When retention begins, as a reader says it.
STARTS = {
    "meetmoment": "het meetmoment",
    "ontvangst": "de ontvangst",
    "einde_protocol": "het einde van het protocol",
}
UNKNOWN = "nog niet vastgelegd door de stad"


def processing_row(protocol: Protocol, records: Verantwoording) -> Rows:
    """Group, heading and content; what only the city knows says so until it is recorded."""
    controller = next(p for p in protocol.partijen if p.rol.value == "ontvanger")
    suppliers = ", ".join(p.naam for p in protocol.partijen if p.rol.value == "leverancier")
    groups = {
        "Verwerkingsverantwoordelijke": [
            ("Naam", controller.naam),
            ("Ondernemingsnummer", controller.kbo or UNKNOWN),
            ("Contact", _contact(records.verwerkingsverantwoordelijke)),
            ("Gezamenlijke verantwoordelijke of vertegenwoordiger", "geen"),
            ("Functionaris voor gegevensbescherming", _contact(records.functionaris)),
        ],
        "Verwerking": [
            ("Benaming", protocol.naam),
            ("Eigenaar van het proces", ", ".join(sorted({t.dienst for t in protocol.toegang}))),
            ("Doel", " ".join(d.tekst for d in protocol.doeleinden)),
            ("Rechtsgrond", "; ".join(dict.fromkeys(d.rechtsgrond for d in protocol.doeleinden))),
            ("Soort verwerking", "statistische verwerking; geen besluit over een persoon"),
            ("Begin en einde", _period(protocol)),
        ],
        "Gegevens": [
            ("Categorieën van betrokkenen", "leerlingen in het toepassingsgebied van artikel 3"),
            ("Categorieën van persoonsgegevens", _fields(protocol)),
            ("Bijzondere categorieën (art. 9 en 10 AVG)", "geen; bij ontvangst geweigerd"),
            ("Herkomst", suppliers),
            ("Bewaartermijn", term(protocol)),
        ],
        "Ontvangers": [
            ("Toegang tot persoonsgegevens", _access(protocol)),
            ("Categorieën van ontvangers", "; ".join(p.naam for p in protocol.publieken)),
            ("Verwerkers", _processors(records)),
            ("Doorgifte buiten de EER", "geen"),
        ],
        "Bescherming": [
            (
                "Technische en organisatorische maatregelen",
                "versleutelde bestanden per stad; pseudonimisering met een sleutel van de stad; "
                "toekenning en intrekking van toegang met een goedkeurder; aaneengeketend logboek; "
                "statistische geheimhouding met bewijs; vrijgave door twee mensen",
            ),
            (
                "Gegevensbeschermingseffectbeoordeling",
                f"{records.effectbeoordeling.document}, {records.effectbeoordeling.datum:%d/%m/%Y}"
                if records.effectbeoordeling
                else UNKNOWN,
            ),
        ],
    }  # fmt: skip
    return [
        {"groep": group, "rubriek": heading, "inhoud": text}
        for group, pairs in groups.items()
        for heading, text in pairs
    ]


def _contact(contact: Contact | None) -> str:
    return f"{contact.functie}, {contact.contact}" if contact else UNKNOWN


def _period(protocol: Protocol) -> str:
    valid = protocol.geldigheid
    end = f"tot {valid.einde:%d/%m/%Y}" if valid.einde else "voor onbepaalde duur"
    return f"van {valid.van:%d/%m/%Y} {end}"


def _fields(protocol: Protocol) -> str:
    """Each wording once; `aantikken op schooltoelage (0/1)` and `schooltoelage (0/1)` are one."""
    seen: dict[str, str] = {}
    for table in protocol.tabellen:
        for veld in table.velden:
            seen.setdefault(veld.kolom, veld.omschrijving)
    return "; ".join(seen.values())


def term(protocol: Protocol) -> str:
    """How long persons' data are kept: the stated term, the city's own, or the strict fallback."""
    kept = protocol.bewaring
    if kept.jaren is not None:
        return f"{kept.jaren} jaar vanaf {STARTS[kept.vanaf]}"
    chosen = os.environ.get(kept.instelling) if kept.instelling else None
    if chosen:
        return f"{kept.terugval} De stad legde een einddatum vast: {chosen}."
    return f"{kept.terugval} De stad legde geen einddatum vast."


def _access(protocol: Protocol) -> str:
    return "; ".join(
        f"{t.dienst} ({t.functie}{f', hoogstens {t.maximum}' if t.maximum else ''})"
        for t in protocol.toegang
    )


def _processors(records: Verantwoording) -> str:
    if records.verwerkers:
        return ", ".join(v.naam for v in records.verwerkers)
    return "geen" if records.geen_verwerkers_verklaard_op else UNKNOWN
