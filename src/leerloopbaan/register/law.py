"""What the protocol text itself says: parties, articles, terms and clocks, with their clauses."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

TechnischeNaam = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_]*$", max_length=50)]
MaandDag = Annotated[str, Field(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]


class Strict(BaseModel):
    """Base of every register part: no unknown keys, immutable."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Clausule(Strict):
    """Where a statement stands in the protocol text."""

    artikel: str = Field(description="article, e.g. `3`, or `considerans C`")
    regels: str = Field(description="line numbers of the text, e.g. `L94` or `L88-92`")
    citaat: str = Field(default="", max_length=300, description="short quote, as spelled there")


class Rol(StrEnum):
    """What a party does under the protocol."""

    leverancier = "leverancier"
    ontvanger = "ontvanger"


class Partij(Strict):
    """A party to the protocol."""

    code: TechnischeNaam
    naam: str
    rol: Rol
    contact: str | None = None
    kbo: str | None = Field(default=None, description="enterprise number, as the text has it")
    clausule: Clausule


class Maatregelsoort(StrEnum):
    """How an obligation is met: enforced, evidenced, or organisational (inventory §4)."""

    afdwingbaar = "afdwingbaar"
    aantoonbaar = "aantoonbaar"
    organisatorisch = "organisatorisch"


class Verplichting(Strict):
    """One obligation of an article and where the software meets it."""

    code: str = Field(pattern=r"^R-\d{2}$", description="rule number of the inventory")
    tekst: str = Field(description="the obligation, in Dutch")
    soort: Maatregelsoort
    maatregel: str = Field(description="what the software or the city does, in Dutch")
    controle: tuple[str, ...] = Field(
        default=(),
        description="what checks it: `regel:`, `dbt:`, `test:` or `opdracht:` with a name",
    )
    clausule: Clausule


class Artikel(Strict):
    """One article: its title and the rules that it lays on the software."""

    nummer: str
    titel: str
    regels: str
    verplichtingen: tuple[Verplichting, ...] = ()


class Lezing(Strict):
    """A place where the text leaves room, and the strict reading that holds (inventory §5)."""

    code: str = Field(pattern=r"^A-\d{2}$", description="number of the ambiguity in the inventory")
    kwestie: str = Field(description="what the text leaves open, in Dutch")
    lezing: str = Field(description="the reading that holds, in Dutch")
    controle: tuple[str, ...] = Field(min_length=1, description="as of an obligation")
    clausule: Clausule


class Verlenging(Strict):
    """A recorded renewal of the transfer (Antwerp art. 5)."""

    van: dt.date
    tot: dt.date
    referentie: str
    geregistreerd_door: str


class Geldigheid(Strict):
    """When data may be received under the protocol (received date, inclusive)."""

    van: dt.date
    van_bron: str = Field(description="why this date (A-43: the signing date is not proven)")
    tot: dt.date | None = Field(description="None: of indefinite duration")
    verlengingen: tuple[Verlenging, ...] = ()
    opzegtermijn_maanden: int = Field(ge=1, description="notice, in calendar months")
    clausule: Clausule

    @property
    def periodes(self) -> tuple[tuple[dt.date, dt.date | None], ...]:
        """The protocol's own period and its recorded renewals; an open end is None."""
        return ((self.van, self.tot), *((v.van, v.tot) for v in self.verlengingen))

    @property
    def einde(self) -> dt.date | None:
        """The last day, renewals included; None when there is no end."""
        return None if self.tot is None else max([self.tot, *(v.tot for v in self.verlengingen)])

    def geldt_op(self, day: dt.date) -> bool:
        """Whether the protocol, or a renewal of it, holds on a day."""
        return any(start <= day and (end is None or day <= end) for start, end in self.periodes)


class Bewaring(Strict):
    """Retention of person-level data."""

    jaren: int | None = Field(description="None: not stated in the protocol; the city must set it")
    vanaf: Literal["meetmoment", "ontvangst", "einde_protocol"]
    instelling: str | None = Field(
        default=None, description="name of the environment variable that sets it when required"
    )
    terugval: str = Field(description="the strict fallback, in Dutch")
    clausule: Clausule


class Kwaliteitsklok(Strict):
    """Article 7: who is told of a defect, and by when they act (calendar months)."""

    aan: tuple[TechnischeNaam, ...]
    onderzoek_maanden: int = Field(ge=1)
    maatregel_maanden: int = Field(ge=1)
    clausule: Clausule


class Venster(Strict):
    """When a table is expected, every year (month-day, inclusive)."""

    tabel: str
    van: MaandDag
    tot: MaandDag


class Periodiciteit(Strict):
    """Article 5: how often the data come; what is early or late."""

    vensters: tuple[Venster, ...] = Field(default=(), description="empty: no dates are stated")
    laat_na_dagen: int = Field(ge=1, description="days after the last delivery: late")
    toelichting: str
    clausule: Clausule


class Doeleinde(Strict):
    """A purpose for which the data may be processed (article 2), and its legal ground."""

    code: TechnischeNaam
    tekst: str
    rechtsgrond: str
    clausule: Clausule


class Verwerker(Strict):
    """A processor that handles the data for the city (article 28 GDPR)."""

    naam: str
    taak: str
    overeenkomst: str = Field(description="reference and date of the processing agreement")


class Drempels(Strict):
    """Disclosure thresholds; the strict reading, never below the protocol's."""

    minimum_getoond: int = Field(ge=6, description="first count that may be shown")
    nul_onderdrukken: bool
    min_scholen: int = Field(ge=3)
    min_besturen: int = Field(ge=2)
    max_aandeel_grootste_school: float = Field(gt=0, le=0.8)
    gevoelig_min_pct: float = Field(default=5.0, ge=0, le=50)
    gevoelig_max_pct: float = Field(default=95.0, ge=50, le=100)
    school_niveau: Literal["enkel_eigen_school", "verboden"]
    toelichting: str = Field(default="", description="how clauses that disagree are read")
    clausules: tuple[Clausule, ...]


class Toegang(Strict):
    """Who may see person-level data (art. 4)."""

    dienst: str
    functie: str
    maximum: int | None = Field(default=None, description="most active persons; None: no number")
    clausule: Clausule


class Identiteit(Strict):
    """How far the person key may link."""

    bereik: Literal["over_schooljaren", "binnen_schooljaar"]
    domein: TechnischeNaam = Field(description="purpose label in the key derivation")
    clausule: Clausule
