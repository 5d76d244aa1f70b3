"""What a check is called, in Dutch, for a reader who does not know its code."""

from __future__ import annotations

from leerloopbaan.register.schema import Protocol

TEST_LABELS = {
    "tests/dbt": "Alle toetsen in het magazijn (dbt)",
    "tests/audit": "Tests van de auditor: geplante lekken",
    "tests/oracle": "Nagerekend door een onafhankelijke berekening",
    "tests/schools": "Tests van de cijfers van de eigen school",
    "tests/vroegsignaal": "Tests van het vroegsignaal: groepen, geen leerlingen",
    "tests/access": "Tests van toegang, logboek en kluis",
    "tests/disclosure": "Tests van de statistische geheimhouding",
    "tests/evidence": "Tests van dit dossier",
    "tests/gent": "Tests van de muur tussen schooljaren en tussen steden",
    "tests/guards": "Wachters op de afstamming: lagen, personen, rangschikking, steden",
    "tests/hygiene": "Tests van de kluis: geen netwerk bij het bouwen, geen waarde erbuiten",
    "tests/intake": "Tests van de poort: ontvangst, bewaring, terugmelding",
    "tests/keys": "Tests van sleutels en pseudoniemen",
    "tests/lineage": "Tests van de herkomst tot op de clausule",
    "tests/register": "Tests van het register en zijn wijzigingen",
    "tests/release": "Tests van vrijgaven",
}
COMMAND_LABELS = {
    "audit": "Aanval op de vrijgave door de auditor",
    "deliveries": "Leveringsregister",
    "evidence": "Dit dossier",
    "findings": "Bevindingen met hun termijnen",
    "protocol check": "Register tegenover alles wat eruit gemaakt is",
    "protocol diff": "Klasse van elke wijziging van het register",
    "release": "Vrijgaven, ongewijzigd sinds ze gemaakt zijn",
    "retention": "Bewaartermijnen",
    "terugmelding": "Terugmelding aan de leverancier",
}
RECORD_LABELS = {
    "bekendmakingen": "Vastlegging door de stad: bekendmaking van het protocol",
    "datalekken": "Vastlegging door de stad: gegevenslekken",
    "documenten": "Vastlegging door de stad: plannen en verbintenissen",
    "kennisgevingen": "Vastlegging door de stad: kennisgeving aan de scholen",
    "logboek": "Logboek van de kluis",
    "toegang": "Register van toekenningen",
    "vergaderingen": "Vastlegging door de stad: opvolgvergaderingen",
    "verwerkers": "Vastlegging door de stad: verwerkers",
}


def label(check: str, protocol: Protocol) -> str:
    """What a check is, in Dutch, for a reader who does not know its code."""
    kind, _, name = check.partition(":")
    if kind == "regel":
        title = next((r.titel for r in protocol.regels if r.code == name), name)
        return f"Regel bij ontvangst: {title}"
    if kind == "dbt":
        return f"Toets in het magazijn: {name.replace('_', ' ')}"
    if kind == "test":
        return TEST_LABELS.get(name, f"Tests van de software: {name.removeprefix('tests/')}")
    if kind == "opdracht":
        return COMMAND_LABELS.get(name, f"Opdracht {name}")
    return RECORD_LABELS.get(name, name)
