"""The shape of a protocol register (`protocols/<stad>.yml`): the whole, and its parts by name.

Every legal statement carries the clause (article and line numbers of the protocol text)
that it comes from. A register that is not complete or contradicts itself does not load.
"""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from leerloopbaan.register.gate import (
    Ernst,
    Gebrek,
    Regel,
)
from leerloopbaan.register.indicators import (
    Feit,
    Geoniveau,
    Indicator,
    Indicatoren,
    Populatie,
    Uitsplitsing,
)
from leerloopbaan.register.law import (
    Artikel,
    Bewaring,
    Clausule,
    Doeleinde,
    Drempels,
    Geldigheid,
    Identiteit,
    Kwaliteitsklok,
    Lezing,
    Maatregelsoort,
    Partij,
    Periodiciteit,
    Rol,
    Strict,
    TechnischeNaam,
    Toegang,
    Venster,
    Verlenging,
    Verplichting,
    Verwerker,
)
from leerloopbaan.register.outputs import (
    NietGeleverd,
    Niveau,
    Product,
    Productuitgave,
    Publiek,
    Vraag,
)
from leerloopbaan.register.tables import (
    Tabel,
    Veld,
    Veldtype,
    Verwijzing,
    Waarde,
)

__all__ = [
    "Artikel",
    "Bewaring",
    "Clausule",
    "Doeleinde",
    "Drempels",
    "Ernst",
    "Feit",
    "Gebrek",
    "Geldigheid",
    "Geoniveau",
    "Identiteit",
    "Indicator",
    "Indicatoren",
    "Kwaliteitsklok",
    "Lezing",
    "Maatregelsoort",
    "NietGeleverd",
    "Niveau",
    "Partij",
    "Periodiciteit",
    "Populatie",
    "Product",
    "Productuitgave",
    "Protocol",
    "Publiek",
    "Regel",
    "Rol",
    "Strict",
    "Tabel",
    "TechnischeNaam",
    "Toegang",
    "Uitsplitsing",
    "Veld",
    "Veldtype",
    "Venster",
    "Verlenging",
    "Verplichting",
    "Verwerker",
    "Verwijzing",
    "Vraag",
    "Waarde",
]


class Protocol(Strict):
    """One protocol, whole."""

    stad: TechnischeNaam
    naam: str
    versie: dt.date = Field(description="date of the protocol document")
    registerversie: int = Field(ge=1)
    tekstbestand: str = Field(description="name of the protocol text that the lines refer to")
    bronvermelding: str = Field(description="source line of every publication, in Dutch")
    partijen: tuple[Partij, ...]
    artikelen: tuple[Artikel, ...]
    lezingen: tuple[Lezing, ...] = ()
    geldigheid: Geldigheid
    periodiciteit: Periodiciteit
    bewaring: Bewaring
    kwaliteitsklok: Kwaliteitsklok
    drempels: Drempels
    identiteit: Identiteit
    doeleinden: tuple[Doeleinde, ...] = Field(min_length=1)
    niveaus: tuple[Niveau, ...] = Field(min_length=1)
    eerste_schooljaar: str = Field(pattern=r"^\d{4}-\d{4}$")
    tabellen: tuple[Tabel, ...]
    referentielijsten: tuple[Tabel, ...]
    regels: tuple[Regel, ...]
    toegang: tuple[Toegang, ...]
    verwerkers: tuple[Verwerker, ...] = ()
    publieken: tuple[Publiek, ...]
    producten: tuple[Product, ...]
    vragen: tuple[Vraag, ...]
    niet_geleverd: tuple[NietGeleverd, ...]
    indicatoren: Indicatoren

    def tabel(self, naam: str) -> Tabel:
        """The delivered table or reference list called `naam`; KeyError when there is none."""
        for t in (*self.tabellen, *self.referentielijsten):
            if t.naam == naam:
                return t
        raise KeyError(naam)
