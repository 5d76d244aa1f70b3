"""The delivered tables and reference lists, field by field."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field, model_validator

from leerloopbaan.register.law import Clausule, Strict, TechnischeNaam


class Veldtype(StrEnum):
    """Logical type of a delivered field; decides canonical text, cast and checks."""

    code = "code"
    schooljaar = "schooljaar"
    instellingsnummer = "instellingsnummer"
    volgnummer = "volgnummer"
    geheel = "geheel"
    geheel_of_band = "geheel_of_band"
    decimaal = "decimaal"
    datum = "datum"
    janee = "janee"
    tekst = "tekst"
    keuze = "keuze"
    statsector = "statsector"


class Waarde(Strict):
    """An allowed value: canonical code, Dutch label, and other spellings that map to it."""

    code: str
    label: str
    aliassen: tuple[str, ...] = ()


class Veld(Strict):
    """One delivered field."""

    naam: TechnischeNaam = Field(description="technical name: the canonical header")
    staging_naam: TechnischeNaam | None = Field(default=None, description="None: same as naam")
    omschrijving: str = Field(description="the protocol's Dutch wording")
    betekenis: str = Field(description="what the value means, in Dutch (column description)")
    aliassen: tuple[str, ...] = Field(default=(), description="other headers that are accepted")
    type: Veldtype
    verplicht: bool = Field(description="may never be blank")
    leeg_betekent: str | None = Field(default=None, description="what blank means, when it may be")
    waarden: tuple[Waarde, ...] = ()
    patroon: str | None = Field(
        default=None, description="regular expression of the text; `waarden` stand beside it"
    )
    minimum: int | None = None
    maximum: int | None = None
    persoonssleutel: bool = False
    kansarm_waarde: Literal["J", "N"] | None = Field(
        default=None, description="which canonical value means kansarm (SES polarity)"
    )
    meetmomenten: tuple[str, ...] = Field(default=(), description="empty: the table's own moment")
    vragen: tuple[str, ...] = Field(description="questions served (QA-.., QG-..)")
    clausule: Clausule

    @property
    def kolom(self) -> str:
        """Name of the column in staging."""
        return self.staging_naam or self.naam


class Verwijzing(Strict):
    """Columns that must exist in another table of the protocol (population rule)."""

    kolommen: tuple[TechnischeNaam, ...]
    tabel: str
    naar_kolommen: tuple[TechnischeNaam, ...]
    zelfde_schooljaar: bool = False
    clausule: Clausule


class Tabel(Strict):
    """One delivered table."""

    naam: str = Field(description="public name: `11a`, `leerlingen_0102`, `ref_instellingen`")
    relatie: TechnischeNaam = Field(description="relation in the landing file: `deel_11a`")
    titel: str
    korrel: str = Field(description="grain, in Dutch")
    sleutel: tuple[TechnischeNaam, ...] = Field(description="primary key; empty: none")
    herkenning: tuple[str, ...] = Field(description="names that recognise file or sheet")
    meetmoment: str | None = Field(default=None, description="`01/02`, `30/06`, or None")
    schooljaar_kolom: TechnischeNaam | None = "schooljaar"
    persoonsgegevens: bool = True
    velden: tuple[Veld, ...] = Field(min_length=1)
    niet_verwacht: tuple[Veld, ...] = Field(
        default=(), description="fields of the protocol that this moment may not carry"
    )
    verwijzingen: tuple[Verwijzing, ...] = ()
    clausule: Clausule

    @model_validator(mode="after")
    def _namen_kloppen(self) -> Tabel:
        namen = [v.naam for v in self.velden]
        dubbel = {n for n in namen if namen.count(n) > 1}
        if dubbel:
            raise ValueError(f"tabel {self.naam}: veld staat er meer dan eens: {sorted(dubbel)}")
        for kolom in (*self.sleutel, *((self.schooljaar_kolom,) if self.schooljaar_kolom else ())):
            if kolom not in namen:
                raise ValueError(f"tabel {self.naam}: sleutelkolom {kolom} is geen veld")
        return self

    def veld(self, naam: str) -> Veld:
        """The field called `naam`; KeyError when there is none."""
        for v in self.velden:
            if v.naam == naam:
                return v
        raise KeyError(naam)
