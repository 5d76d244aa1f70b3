"""The rules of the gate: what a broken rule does and which defect of article 7 it is."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from leerloopbaan.register.law import Clausule, Strict, TechnischeNaam


class Ernst(StrEnum):
    """What a broken rule does to the delivery."""

    weigeren = "weigeren"
    quarantaine = "quarantaine"
    rijen_weerhouden = "rijen_weerhouden"
    waarschuwing = "waarschuwing"


class Gebrek(StrEnum):
    """The six defect words of article 7."""

    foutief = "foutief"
    onnauwkeurig = "onnauwkeurig"
    onvolledig = "onvolledig"
    ontbrekend = "ontbrekend"
    verouderd = "verouderd"
    overtollig = "overtollig"


class Regel(Strict):
    """A rule of the gate; the check itself is found by its code (see `intake`)."""

    code: TechnischeNaam
    titel: str
    ernst: Ernst
    gebrek: Gebrek
    remedie: str
    tabellen: tuple[str, ...] = Field(default=(), description="empty: every table")
    minimum: int | None = Field(default=None, description="of what the rule measures, if anything")
    maximum: int | None = None
    clausule: Clausule
