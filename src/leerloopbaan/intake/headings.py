"""Headings: which field one is, and what an unknown one tells."""

from __future__ import annotations

from functools import lru_cache

from leerloopbaan.intake.text import heading_key
from leerloopbaan.register.schema import Protocol, Tabel

# Parts of a heading that announce what may never be delivered (art. 3; GDPR art. 9 and 10).
_FORBIDDEN = {
    "verboden_rijksregisternummer": ("rijksregister", "insz", "nationaalnummer", "bisnummer"),
    "verboden_contactgegeven": ("email", "emailadres", "telefoon", "gsm", "mailadres"),
    "verboden_naam": ("voornaam", "familienaam", "achternaam", "naamleerling", "naamvandeleerling"),
    "verboden_geboortedatum": ("geboortedatum", "geboortdatum", "datumvangeboorte"),
    "verboden_bijzondere_categorie": (
        "levensbeschouw", "godsdienst", "religie", "geloof", "gezondheid", "medisch", "handicap",
        "diagnose", "etnisch", "etniciteit", "seksue", "strafrecht", "veroordel", "vakbond",
        "politieke",
    ),
}  # fmt: skip
# Pupil traits that Ghent's art. 3 excepts from both moments.
_EXCEPTED = (
    "rondtrekkend", "trekkendebevolking", "buitengezinsverband", "buiteneigengezin",
    "buitenheteigengezin",
)  # fmt: skip


@lru_cache(maxsize=256)
def heading_map(table: Tabel) -> dict[str, str]:
    """Every accepted heading (as `heading_key`) with its field; ambiguous ones left out."""
    result: dict[str, str] = {}
    taken: set[str] = set()
    for spellings in (
        [(v.naam, v.naam) for v in table.velden],
        [(spelling, v.naam) for v in table.velden for spelling in (*v.aliassen, v.omschrijving)],
    ):
        seen: dict[str, set[str]] = {}
        for spelling, field in spellings:
            seen.setdefault(heading_key(spelling), set()).add(field)
        for key, fields in seen.items():
            if key and key not in taken and len(fields) == 1:
                result[key] = next(iter(fields))
        taken.update(seen)
    return result


def unknown_heading(key: str, table: Tabel, protocol: Protocol) -> tuple[str, str]:
    """Rule and reason for a heading (as `heading_key`) that is no field of the table."""
    rules = {r.code for r in protocol.regels}
    if key == "naam":
        return "verboden_naam", "De kop kondigt namen aan."
    for code, parts in _FORBIDDEN.items():
        if any(part in key for part in parts):
            return code, "De kop kondigt iets aan dat nooit geleverd mag worden."
    if "uitgezonderd_veld" in rules and any(part in key for part in _EXCEPTED):
        return "uitgezonderd_veld", "Dit kenmerk is van beide meetmomenten uitgezonderd."
    if "veld_van_ander_meetmoment" in rules and table.meetmoment is not None:
        for other in protocol.tabellen:
            if other.naam != table.naam and key in heading_map(other):
                return "veld_van_ander_meetmoment", f"Deze kolom hoort bij {other.naam}."
    return "onbekende_kolom", "Deze kolom hoort niet bij de tabel."
