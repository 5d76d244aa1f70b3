"""What only the city can record: processors, notices, meetings, publication (`verantwoording.yml`).

The file stands in the city's vault and is edited by the city. What it does not hold is shown in
the dossier as missing, never left out.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from leerloopbaan import home
from leerloopbaan.errors import LeerloopbaanError


class Strict(BaseModel):
    """No unknown keys; immutable."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Verwerker(Strict):
    """A processor and its article 28 agreement (R-30)."""

    naam: str
    dienst: str
    overeenkomst: dt.date
    meegedeeld_op: dt.date


class Kennisgeving(Strict):
    """A notice to the schools about which data were passed on (R-50)."""

    levering: str
    datum: dt.date
    wijze: str


class Vergadering(Strict):
    """A yearly follow-up meeting with the supplier (R-64)."""

    datum: dt.date
    verslag: str


class Bekendmaking(Strict):
    """Where the protocol is published, and when that was checked (R-76)."""

    adres: str
    gecontroleerd_op: dt.date


class Verwijzing(Strict):
    """A document of the city: security plan, confidentiality clause, DPO (R-69)."""

    onderwerp: str
    document: str
    datum: dt.date


class Datalek(Strict):
    """A breach: when it was found, and when whom was told (R-65; article 33 GDPR: 72 hours)."""

    onderwerp: str
    vastgesteld_op: dt.datetime
    partijen_gemeld_op: dt.datetime | None = None
    autoriteit_gemeld_op: dt.datetime | None = None
    document: str


class Contact(Strict):
    """Who answers for the processing, or advises on it; a function and how to reach it."""

    functie: str
    contact: str


class Sleutelvernietiging(Strict):
    """A secret of the city that was destroyed: what can no longer be opened, and the record."""

    onderwerp: str
    datum: dt.date
    document: str


class Verantwoording(Strict):
    """Everything that the city records about itself."""

    verwerkers: tuple[Verwerker, ...] = ()
    geen_verwerkers_verklaard_op: dt.date | None = None
    kennisgevingen: tuple[Kennisgeving, ...] = ()
    vergaderingen: tuple[Vergadering, ...] = ()
    bekendmakingen: tuple[Bekendmaking, ...] = ()
    documenten: tuple[Verwijzing, ...] = ()
    datalekken: tuple[Datalek, ...] = ()
    verwerkingsverantwoordelijke: Contact | None = None
    functionaris: Contact | None = None
    effectbeoordeling: Verwijzing | None = None
    sleutelbeheerder: str | None = None
    sleutelvernietigingen: tuple[Sleutelvernietiging, ...] = ()


def records_file(city: str) -> Path:
    """Where the city keeps its records."""
    return home.vault(city) / "verantwoording.yml"


def read_records(city: str) -> Verantwoording:
    """The city's records; empty when there is no file. Raises an error that names the place."""
    path = records_file(city)
    if not path.exists():
        return Verantwoording()
    try:
        return Verantwoording.model_validate(yaml.safe_load(path.read_text("utf-8")) or {})
    except (yaml.YAMLError, ValidationError) as error:
        places = (
            "; ".join(".".join(str(part) for part in e["loc"]) for e in error.errors())
            if isinstance(error, ValidationError)
            else "geen YAML"
        )
        raise LeerloopbaanError(
            f"{path.name} is niet geldig: {places}.", remedy="Zie docs/runbook.md."
        ) from None
