"""What readers are told in words: families of indicators, populations, moments."""

from __future__ import annotations

import re

_FAMILIES = {
    # Antwerp
    "meetmomenten": (
        "Leerlingen",
        "Hoeveel leerlingen die ooit anderstalige nieuwkomer waren, lopen er school?",
    ),
    "instroom": ("Instroom", "Wie stroomt er in, hoe oud, wanneer en met welk profiel?"),
    "okan_duur": ("Duur van OKAN", "Hoe lang blijven nieuwkomers in het onthaalonderwijs?"),
    "schoolse_vordering": (
        "Schoolse vertraging",
        "Zitten de leerlingen in het leerjaar dat bij hun leeftijd past?",
    ),
    "zittenblijven": ("Zittenblijven", "Hoeveel leerlingen doen een leerjaar over?"),
    "waterval": ("Waterval", "Hoeveel leerlingen zakken naar een lagere trede van de ladder?"),
    "schoolwissels": ("Schoolwissels", "Hoeveel leerlingen veranderen van school, en wanneer?"),
    "overgangen": (
        "Overgangen",
        "Waar gaan leerlingen heen na het basisonderwijs en na het onthaalonderwijs?",
    ),
    "attesten": ("Attesten", "Welke attesten en kwalificaties behalen de leerlingen?"),
    "vsv": (
        "Vroegtijdig schoolverlaten",
        "Hoeveel jongeren verlaten het secundair onderwijs zonder kwalificatie?",
    ),
    # Ghent
    "spreiding": ("Spreiding", "Waar lopen de leerlingen school en waar wonen ze?"),
    "capaciteit": ("Capaciteit", "Hoeveel leerlingen lopen school in de eigen wijk?"),
    "centrumfunctie": ("Centrumfunctie", "Hoeveel leerlingen wonen buiten Gent?"),
    "profiel": ("Profiel", "Welke kenmerken hebben de leerlingen?"),
    "vordering": (
        "Schoolse vordering",
        "Hoeveel leerlingen lopen achter of bleven zitten, zoals het ministerie het berekent?",
    ),
    "okan": ("OKAN", "Hoeveel leerlingen volgen onthaalonderwijs en waar komen zij terecht?"),
    "verandering": (
        "Veranderingen",
        "Hoeveel leerlingen veranderden van school of studiekeuze tegenover vorig schooljaar?",
    ),
    "m_decreet": ("Gewoon en buitengewoon", "Wie stapt over tussen gewoon en buitengewoon?"),
    "aanwezigheid": ("Aanwezigheid", "Hoeveel zijn kleuters aanwezig en leerlingen afwezig?"),
    "buitengewoon": ("Buitengewoon onderwijs", "Wie volgt buitengewoon onderwijs?"),
    "aanbod": ("Onderwijsaanbod", "Hoe zijn de leerlingen over het aanbod verdeeld?"),
}
_POPULATIONS = {
    "antwerpen": (
        "Alle cijfers gaan over leerlingen die sinds 2015-2016 ooit anderstalige nieuwkomer waren "
        "en minstens één keer in een school in Antwerpen ingeschreven waren; niet over alle "
        "leerlingen van de stad. Een plaats is altijd die van de school, nooit die van de woning."
    ),
    "gent": (
        "Alle cijfers gaan over leerlingen die op de eerste schooldag van februari ingeschreven "
        "waren in een school in Gent. Jaren worden naast elkaar gelegd; leerlingen worden nooit "
        "over schooljaren heen gevolgd."
    ),
}
_MOMENTS = {"01/10": "1 oktober", "01/02": "1 februari", "30/06": "30 juni"}


def family_title(family: str) -> str:
    """The heading of a family of indicators."""
    return _FAMILIES.get(family, (family[:1].upper() + family[1:].replace("_", " "), ""))[0]


def family_question(family: str) -> str:
    """The question that a family answers."""
    return _FAMILIES.get(family, ("", ""))[1]


def population(city: str) -> str:
    """Whom the figures of a city are about."""
    return _POPULATIONS.get(city, "")


def moment(code: object) -> str:
    """` op 1 februari`, or nothing for figures of the whole year."""
    return f" op {_MOMENTS.get(str(code), code)}" if str(code) in _MOMENTS else ""


def clause(text: object) -> str:
    """`artikel 3, L96` for `3, L96`."""
    cited = str(text or "")
    return f"artikel {cited}" if cited[:1].isdigit() else cited


def quoted(text: str) -> str:
    """A name with typographic quotation marks: `Stadsfoto “Onderwijsaanbod”`, `A’REA UP`."""
    opened = re.sub(r'"([^"]*)"', "\u201c\\1\u201d", text)
    return opened.replace("'", "\u2019")
