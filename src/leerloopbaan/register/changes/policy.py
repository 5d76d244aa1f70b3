"""What a difference means, kind by kind.

Widening is whatever lets in more, shows more, to more people, for longer, for more purposes, or
weakens a safeguard. A kind of difference that stands nowhere here is a widening: a new part of
the schema is judged before it can pass in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from leerloopbaan.register.changes.structure import Difference


class Klasse(StrEnum):
    """Class of a change."""

    neutraal = "neutraal"
    vernauwing = "vernauwing"
    verruiming = "verruiming"


Judge = Callable[[Difference], Klasse]


def neutral(_: Difference) -> Klasse:
    """Says nothing about what is allowed."""
    return Klasse.neutraal


def grant(d: Difference) -> Klasse:
    """Something that is allowed: more of it widens."""
    return Klasse.vernauwing if d.change == "removed" else Klasse.verruiming


def guard(d: Difference) -> Klasse:
    """Something that protects: less of it widens."""
    return Klasse.vernauwing if d.change == "added" else Klasse.verruiming


def wording(d: Difference) -> Klasse:
    """A text that says what is allowed: only spelling, case and spaces may change silently."""
    same = _letters(d.old) == _letters(d.new)
    return Klasse.neutraal if same else Klasse.verruiming


def larger_widens(d: Difference) -> Klasse:
    """A number or date of which more is looser; none at all is without limit."""
    return _wider(d.new is None or (d.old is not None and d.new > d.old))


def smaller_widens(d: Difference) -> Klasse:
    """A number or date of which less is looser; none at all is without limit."""
    return _wider(d.new is None or (d.old is not None and d.new < d.old))


def term(d: Difference) -> Klasse:
    """A term of retention: none falls back on another rule, so to or from none widens."""
    return _wider(d.old is None or d.new is None or d.new > d.old)


def only_inward(d: Difference) -> Klasse:
    """A level's use: only making it internal narrows."""
    return _wider(d.new != "intern")


def audience(d: Difference) -> Klasse:
    """The kind of an audience: only away from the public narrows."""
    return _wider(d.old != "publiek")


def ordered(*strict_to_loose: object) -> Judge:
    """A choice of which each next one is looser."""

    def judge(d: Difference) -> Klasse:
        if d.old not in strict_to_loose or d.new not in strict_to_loose:
            return Klasse.verruiming
        return _wider(strict_to_loose.index(d.new) > strict_to_loose.index(d.old))

    return judge


def pattern(d: Difference) -> Klasse:
    """A form that values must have: a first one narrows, another one is judged by a person."""
    return _wider(d.old is not None)


def _wider(is_wider: bool) -> Klasse:
    return Klasse.verruiming if is_wider else Klasse.vernauwing


def _letters(text: object) -> str:
    return "".join(c for c in str(text).casefold() if c.isalnum())


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
    "persoonssleutel": ordered(False, True),
    "waarden": grant,
    "meetmomenten": grant,
    "vragen": grant,
    "leeg_betekent": neutral,
    **_ignored(["staging_naam", "omschrijving", "betekenis", "aliassen", "verplicht",
                "kansarm_waarde", "waarden.label", "waarden.aliassen"]),
}  # fmt: skip

_TABLE: dict[str, Judge] = {
    "": grant,
    **_under("velden", _FIELD),
    "niet_verwacht": neutral,
    **_under("niet_verwacht", _ignored([n for n in _FIELD if n])),
    "sleutel": grant,
    "meetmoment": grant,
    "schooljaar_kolom": guard,
    "persoonsgegevens": ordered(True, False),
    "verwijzingen": guard,
    "verwijzingen.naar_kolommen": guard,
    "verwijzingen.zelfde_schooljaar": ordered(True, False),
    **_ignored(["relatie", "titel", "korrel", "herkenning"]),
}

# The city's own lists hold no personal data; what is shown of them is decided by `niveaus`.
_REFERENCE: dict[str, Judge] = {
    **dict.fromkeys(_TABLE, neutral),
    "persoonsgegevens": ordered(False, True),
}

POLICY: dict[str, Judge] = {
    "stad": grant,
    **_ignored(["naam", "versie", "registerversie", "tekstbestand", "bronvermelding"]),
    "eerste_schooljaar": smaller_widens,
    "partijen": grant,
    "partijen.naam": wording,
    "partijen.rol": grant,
    "partijen.contact": neutral,
    "artikelen": guard,
    **_under("artikelen", _ignored(["titel", "regels"])),
    "artikelen.verplichtingen": guard,
    "artikelen.verplichtingen.tekst": wording,
    "artikelen.verplichtingen.soort": ordered("afdwingbaar", "aantoonbaar", "organisatorisch"),
    "artikelen.verplichtingen.maatregel": neutral,
    "artikelen.verplichtingen.controle": guard,
    "geldigheid.van": smaller_widens,
    "geldigheid.van_bron": neutral,
    "geldigheid.tot": larger_widens,
    "geldigheid.opzegtermijn_maanden": neutral,
    "geldigheid.verlengingen": grant,
    "geldigheid.verlengingen.tot": larger_widens,
    **_under("geldigheid.verlengingen", _ignored(["referentie", "geregistreerd_door"])),
    "periodiciteit.vensters": grant,
    **_under("periodiciteit.vensters", _ignored(["van", "tot"])),
    **_under("periodiciteit", _ignored(["laat_na_dagen", "toelichting"])),
    "bewaring.jaren": term,
    "bewaring.vanaf": ordered("meetmoment", "ontvangst", "einde_protocol"),
    "bewaring.instelling": neutral,
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
    "niveaus.naam": neutral,
    "niveaus.ouder": grant,
    "niveaus.gebruik": only_inward,
    **_under("tabellen", _TABLE),
    **_under("referentielijsten", _REFERENCE),
    "regels": guard,
    "regels.ernst": ordered("weigeren", "quarantaine", "rijen_weerhouden", "waarschuwing"),
    "regels.tabellen": guard,
    "regels.minimum": smaller_widens,
    "regels.maximum": larger_widens,
    **_under("regels", _ignored(["titel", "gebrek", "remedie"])),
    "toegang": grant,
    "toegang.maximum": larger_widens,
    "verwerkers": grant,
    "verwerkers.taak": wording,
    "verwerkers.overeenkomst": neutral,
    "publieken": grant,
    "publieken.naam": wording,
    "publieken.soort": audience,
    "producten": grant,
    "producten.naam": neutral,
    "producten.soort": ordered("project", "regulier"),
    "producten.doel": wording,
    "producten.doeleinde": grant,
    "producten.uitgaven": grant,
    "producten.uitgaven.niveaus": grant,
    "producten.uitgaven.voorwaarden": guard,
    "vragen": grant,
    "vragen.tekst": wording,
    **_under("vragen", _ignored(["beantwoordbaar", "beperking"])),
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
    "indicatoren.feiten.zelfde_als": ordered(),
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
        "meetmomenten": grant,
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
    "indicatoren.eigen_school.vergelijking.omvang.indicator": ordered(),
    "indicatoren.eigen_school.vergelijking.omvang.meetmoment": ordered(),
    "indicatoren.eigen_school.vergelijking.omvang.grenzen": grant,
}  # fmt: skip
