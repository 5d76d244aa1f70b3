"""Who may see what: levels, audiences and products, and the questions that they answer."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from leerloopbaan.register.law import Clausule, Strict, TechnischeNaam


class Niveau(Strict):
    """A geographic or school level at which figures may exist."""

    code: TechnischeNaam
    naam: str
    ouder: TechnischeNaam | None = Field(default=None, description="next wider level")
    gebruik: Literal["gebied", "eigen_school", "intern"]


class Publiek(Strict):
    """An audience (recipient category) that may see an output."""

    code: TechnischeNaam
    naam: str
    soort: Literal["publiek", "beleid", "school", "programma", "dienst"]
    clausule: Clausule


class Productuitgave(Strict):
    """One product for one audience: level and conditions."""

    publiek: TechnischeNaam
    niveaus: tuple[str, ...]
    voorwaarden: tuple[str, ...] = ()
    clausule: Clausule


class Product(Strict):
    """A named output of the protocol (*werking*)."""

    code: TechnischeNaam
    naam: str
    soort: Literal["regulier", "project"]
    doel: str
    doeleinde: TechnischeNaam = Field(description="purpose under art. 2")
    om_de_jaren: int = Field(default=1, ge=1, description="years from one edition to the next")
    uitgaven: tuple[Productuitgave, ...]
    clausule: Clausule


class Vraag(Strict):
    """A question that the data must answer (inventory §3)."""

    code: str = Field(pattern=r"^Q[AG]-\d{2}$")
    tekst: str
    beantwoordbaar: Literal["ja", "deels", "nee"]
    beperking: str = ""
    clausule: Clausule


class NietGeleverd(Strict):
    """What a product or question needs but the protocol does not deliver."""

    onderwerp: str
    toelichting: str
    vragen: tuple[str, ...] = ()
    clausule: Clausule
