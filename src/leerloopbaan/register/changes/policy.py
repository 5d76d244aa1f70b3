"""What a difference means, kind by kind.

Widening is whatever lets in more, shows more, to more people, for longer, for more purposes, or
weakens a safeguard. A kind of difference that stands nowhere here is a widening: a new part of
the schema is judged before it can pass in silence.
"""

from __future__ import annotations

from collections.abc import Sequence

from leerloopbaan.register.changes.judges import (
    Judge,
    all_when_empty,
    fixed,
    grant,
    guard,
    heading,
    key,
    larger_widens,
    neutral,
    not_emptied,
    only_inward,
    ordered,
    overrule,
    pattern,
    smaller_widens,
    spelling,
    term,
    values,
    wording,
)


def _under(prefix: str, judges: dict[str, Judge]) -> dict[str, Judge]:
    return {f"{prefix}.{name}" if name else prefix: judge for name, judge in judges.items()}


def _ignored(names: Sequence[str]) -> dict[str, Judge]:
    return dict.fromkeys(names, neutral)


_FIELD: dict[str, Judge] = {
    "": grant,
    "type": ordered("janee", "keuze", "schooljaar", "volgnummer", "instellingsnummer",
                    "geheel_of_band", "geheel", "decimaal", "datum", "statsector", "code", "tekst"),
    "patroon": pattern,
    "minimum": smaller_widens,
    "maximum": larger_widens,
    # What is not marked as a key is not hashed; what is, links persons.
    "persoonssleutel": fixed,
    "kansarm_waarde": fixed,
    "verplicht": ordered(True, False),
    "waarden": values,
    "waarden.label": spelling,
    "waarden.aliassen": spelling,
    "omschrijving": heading,
    "aliassen": heading,
    "meetmomenten": all_when_empty(guards=False),
    "vragen": grant,
    **_ignored(["staging_naam", "betekenis", "leeg_betekent"]),
}  # fmt: skip

_TABLE: dict[str, Judge] = {
    "": grant,
    **_under("velden", _FIELD),
    "niet_verwacht": neutral,
    **_under("niet_verwacht", _ignored([n for n in _FIELD if n])),
    "sleutel": key,
    "meetmoment": grant,
    "schooljaar_kolom": guard,
    "persoonsgegevens": ordered(True, False),
    "verwijzingen": guard,
    "verwijzingen.naar_kolommen": guard,
    "verwijzingen.zelfde_schooljaar": ordered(True, False),
    **_ignored(["relatie", "titel", "korrel", "herkenning"]),
}

# The city's own lists hold no personal data: a list or a field more is looked at as a delivery is.
_REFERENCE: dict[str, Judge] = {
    **_TABLE,
    "sleutel": neutral,
    "persoonsgegevens": fixed,
}

POLICY: dict[str, Judge] = {
    "stad": grant,
    "naam": wording,
    # Another document is another agreement.
    "versie": fixed,
    **_ignored(["registerversie", "tekstbestand"]),
    "bronvermelding": not_emptied,
    "eerste_schooljaar": smaller_widens,
    "partijen": grant,
    "partijen.naam": wording,
    "partijen.rol": grant,
    "partijen.contact": not_emptied,
    "artikelen": guard,
    **_under("artikelen", _ignored(["titel", "regels"])),
    "artikelen.verplichtingen": guard,
    "artikelen.verplichtingen.tekst": wording,
    "artikelen.verplichtingen.soort": ordered("afdwingbaar", "aantoonbaar", "organisatorisch"),
    "artikelen.verplichtingen.maatregel": not_emptied,
    "artikelen.verplichtingen.controle": guard,
    "geldigheid.van": smaller_widens,
    "geldigheid.van_bron": neutral,
    "geldigheid.tot": larger_widens,
    "geldigheid.opzegtermijn_maanden": larger_widens,
    "geldigheid.verlengingen": grant,
    "geldigheid.verlengingen.tot": larger_widens,
    "geldigheid.verlengingen.referentie": not_emptied,
    "geldigheid.verlengingen.geregistreerd_door": not_emptied,
    "periodiciteit.vensters": grant,
    "periodiciteit.vensters.van": smaller_widens,
    "periodiciteit.vensters.tot": larger_widens,
    "periodiciteit.laat_na_dagen": larger_widens,
    "periodiciteit.toelichting": neutral,
    "bewaring.jaren": term,
    "bewaring.vanaf": ordered("meetmoment", "ontvangst", "einde_protocol"),
    "bewaring.instelling": overrule,
    "bewaring.terugval": wording,
    "kwaliteitsklok.aan": guard,
    "kwaliteitsklok.onderzoek_maanden": larger_widens,
    "kwaliteitsklok.maatregel_maanden": larger_widens,
    "drempels.minimum_getoond": smaller_widens,
    "drempels.nul_onderdrukken": ordered(True, False),
    "drempels.min_scholen": smaller_widens,
    "drempels.min_besturen": smaller_widens,
    "drempels.max_aandeel_grootste_school": larger_widens,
    "drempels.gevoelig_min_pct": smaller_widens,
    "drempels.gevoelig_max_pct": larger_widens,
    "drempels.school_niveau": ordered("verboden", "enkel_eigen_school"),
    "drempels.toelichting": neutral,
    "drempels.clausules": neutral,
    "identiteit.bereik": ordered("binnen_schooljaar", "over_schooljaren"),
    "identiteit.domein": grant,
    "doeleinden": grant,
    "doeleinden.tekst": wording,
    "doeleinden.rechtsgrond": wording,
    "niveaus": grant,
    "niveaus.naam": wording,
    "niveaus.ouder": grant,
    "niveaus.gebruik": only_inward,
    **_under("tabellen", _TABLE),
    **_under("referentielijsten", _REFERENCE),
    "regels": guard,
    "regels.ernst": ordered("weigeren", "quarantaine", "rijen_weerhouden", "waarschuwing"),
    "regels.tabellen": all_when_empty(guards=True),
    **_under("regels", _ignored(["titel", "gebrek", "remedie"])),
    "toegang": grant,
    "toegang.maximum": larger_widens,
    "verwerkers": grant,
    "verwerkers.taak": wording,
    "verwerkers.overeenkomst": not_emptied,
    "publieken": grant,
    "publieken.naam": wording,
    # Who is public decides what all others see as well.
    "publieken.soort": fixed,
    "producten": grant,
    "producten.naam": wording,
    "producten.soort": ordered("project", "regulier"),
    "producten.doel": wording,
    "producten.doeleinde": grant,
    "producten.uitgaven": grant,
    "producten.uitgaven.niveaus": grant,
    "producten.uitgaven.voorwaarden": guard,
    "vragen": grant,
    "vragen.tekst": wording,
    "vragen.beantwoordbaar": ordered("nee", "deels", "ja"),
    "vragen.beperking": not_emptied,
    "niet_geleverd": neutral,
    **_under("niet_geleverd", _ignored(["toelichting", "vragen"])),
    # Indicators stay within what the products allow; what widens is a finer figure, or a weaker
    # protection of one.
    "indicatoren.geografie": grant,
    "indicatoren.geografie.kolom": grant,
    "indicatoren.feiten": neutral,
    "indicatoren.feiten.omschrijving": neutral,
    "indicatoren.feiten.plaats": ordered("school", "woonplaats"),
    # Two facts that are known to hold the same persons hide more; without the tie, less.
    "indicatoren.feiten.zelfde_als": fixed,
    "indicatoren.feiten.deelname": pattern,
    "indicatoren.feiten.populaties": neutral,
    "indicatoren.feiten.populaties.conditie": neutral,
    "indicatoren.uitsplitsingen": neutral,
    **_under("indicatoren.uitsplitsingen", _ignored(["naam", "kolom", "feiten"])),
    "indicatoren.uitsplitsingen.niveaus": grant,
    "indicatoren.uitsplitsingen.publiek_bekend": ordered(True, False),
    # Fewer cells tie what is shown together: what follows from them must be looked at again.
    "indicatoren.uitsplitsingen.enkel_noemer": ordered(False, True),
    "indicatoren.uitsplitsingen.categorieen": grant,
    **_under("indicatoren.uitsplitsingen.categorieen", _ignored(["label", "aliassen"])),
    "indicatoren.indicatoren": neutral,
    **_under("indicatoren.indicatoren", {
        "klassen": guard,
        "gevoelig": ordered(True, False),
        "producten": grant,
        "uitsplitsingen": grant,
        "kruisingen": grant,
        "onmogelijk": grant,
        "niveaus": grant,
        "meetmomenten": all_when_empty(guards=False),
        "vragen": grant,
        **_ignored(["naam", "familie", "feit", "populatie", "noemer", "teller", "eenheid",
                    "definitie", "teller_omschrijving", "noemer_omschrijving", "beperkingen",
                    "reeksbreuken"]),
    }),
    # What a school is shown of itself, and with how many schools it is compared.
    "indicatoren.indicatoren.eigen_school.niveaus": grant,
    "indicatoren.indicatoren.eigen_school.uitsplitsingen": grant,
    "indicatoren.indicatoren.eigen_school.kruisingen": grant,
    "indicatoren.eigen_school.niveaus": grant,
    "indicatoren.eigen_school.niveaus.kolom": grant,
    "indicatoren.eigen_school.schooljaren": larger_widens,
    "indicatoren.eigen_school.vergelijking.omschrijving": wording,
    "indicatoren.eigen_school.vergelijking.onderwijs": grant,
    "indicatoren.eigen_school.vergelijking.onderwijs.naam": neutral,
    "indicatoren.eigen_school.vergelijking.onderwijs.hoofdstructuren": grant,
    "indicatoren.eigen_school.vergelijking.omvang.indicator": fixed,
    "indicatoren.eigen_school.vergelijking.omvang.meetmoment": fixed,
    "indicatoren.eigen_school.vergelijking.omvang.grenzen": grant,
}  # fmt: skip
