"""A delivery and what became of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from leerloopbaan.intake.findings import Bevinding


@dataclass(frozen=True)
class Levering:
    """What is known of a delivery besides its rows."""

    levering_id: str
    stad: str
    ontvangen_op: dt.datetime
    synthetisch: bool
    afzender: str | None = None
    kanaal: str | None = None


@dataclass(frozen=True)
class Gelezen:
    """One sheet that was read: which table it is and how many rows it has."""

    bestand: str
    tabel: str
    sha256: str
    rijen: int


@dataclass(frozen=True)
class Uitslag:
    """The verdict on a delivery; `al_bekend` when the same bytes had been settled before."""

    levering: Levering
    status: str
    bestanden: tuple[Gelezen, ...]
    bevindingen: tuple[Bevinding, ...]
    al_bekend: bool = False
