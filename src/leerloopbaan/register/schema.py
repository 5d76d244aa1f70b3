"""The shape of a protocol register (`protocols/<stad>.yml`).

Every legal statement carries the clause (article and line numbers of the protocol text)
that it comes from. A register that is not complete or contradicts itself does not load.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

TechnischeNaam = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_]*$", max_length=50)]


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
    clausule: Clausule


class Artikel(Strict):
    """One article: its title and the rules that it lays on the software."""

    nummer: str
    titel: str
    regels: str
    verplichtingen: tuple[Verplichting, ...] = ()


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
        default=(), description="names of the dbt tests, pytest modules or commands that check it"
    )
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
    clausule: Clausule


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
    clausules: tuple[Clausule, ...]


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
    patroon: str | None = Field(default=None, description="regular expression of the text")
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
    clausule: Clausule


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
    doeleinde: str = Field(description="purpose under art. 2")
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


class Populatie(Strict):
    """A root population of a fact: within it, a person occurs once per moment."""

    code: TechnischeNaam
    conditie: str = Field(description="SQL condition on the fact")


class Feit(Strict):
    """A fact table `int_<stad>__feit_<code>` and the populations that its counts start from."""

    code: TechnischeNaam
    omschrijving: str
    plaats: Literal["school", "woonplaats"] = Field(
        default="school", description="whose place it is; `school`: the school-count rule applies"
    )
    populaties: tuple[Populatie, ...] = (Populatie(code="alle", conditie="true"),)


class Geoniveau(Strict):
    """A geographic level below `stad` and the fact column that carries its code."""

    niveau: TechnischeNaam
    kolom: TechnischeNaam


class Uitsplitsing(Strict):
    """A breakdown: one column of the fact tables, its label and categories' order.

    A category's `aliassen` are the values of the column that it holds; without any, the
    category's code is the value itself.
    """

    code: TechnischeNaam
    naam: str
    kolom: TechnischeNaam
    feiten: tuple[str, ...] = Field(default=(), description="facts that carry it; empty: all")
    niveaus: tuple[str, ...] = Field(description="levels at which it is published")
    publiek_bekend: bool = Field(default=False, description="known outside from open data")
    categorieen: tuple[Waarde, ...]


class Indicator(Strict):
    """One indicator: population and trait as SQL conditions on a fact table."""

    code: TechnischeNaam
    naam: str
    familie: str
    feit: TechnischeNaam
    populatie: TechnischeNaam = Field(default="alle", description="root population of the fact")
    noemer: str = Field(description="SQL condition within that population; `true`: all of it")
    teller: str | None = Field(default=None, description="SQL condition; None: a plain count")
    klassen: TechnischeNaam | None = Field(
        default=None,
        description="set of traits of one denominator that hold or exclude each other: what lies "
        "between them can be computed, so it is protected too",
    )
    eenheid: Literal["aantal", "%"]
    gevoelig: bool = Field(default=True, description="extreme shares disclose the group")
    producten: tuple[str, ...] = Field(min_length=1)
    uitsplitsingen: tuple[str, ...] = ()
    kruisingen: tuple[tuple[str, str], ...] = Field(
        default=(), description="pairs of breakdowns, at `populatie` and `stad` only"
    )
    onmogelijk: dict[str, tuple[str, ...]] = Field(
        default_factory=dict, description="breakdown: categories that the definition excludes"
    )
    niveaus: tuple[str, ...] = Field(min_length=1)
    meetmomenten: tuple[str, ...] = Field(default=(), description="empty: the fact's own")
    vragen: tuple[str, ...] = Field(min_length=1)
    definitie: str
    teller_omschrijving: str = ""
    noemer_omschrijving: str
    beperkingen: str = ""
    reeksbreuken: tuple[str, ...] = Field(default=(), description="`<schooljaar>...: <wat>`")
    clausule: Clausule

    @model_validator(mode="after")
    def _eenheid_past(self) -> Indicator:
        if (self.eenheid == "%") != (self.teller is not None):
            raise ValueError(f"{self.code}: a share has a teller, a count has none")
        if (self.teller is not None) != bool(self.teller_omschrijving):
            raise ValueError(f"{self.code}: teller and teller_omschrijving go together")
        return self


class Indicatoren(Strict):
    """`protocols/indicatoren/<stad>.yml`: the city's facts, breakdowns and indicators."""

    geografie: tuple[Geoniveau, ...] = Field(description="finest first")
    feiten: tuple[Feit, ...]
    uitsplitsingen: tuple[Uitsplitsing, ...]
    indicatoren: tuple[Indicator, ...]

    @model_validator(mode="after")
    def _verwijzingen_kloppen(self) -> Indicatoren:
        codes = [i.code for i in self.indicatoren]
        if len(codes) != len(set(codes)):
            raise ValueError("an indicator code stands there twice")
        bases: dict[tuple[str, str], set[str]] = {}
        for i in self.indicatoren:
            self._plaats_klopt(i)
            self._uitsplitsingen_kloppen(i)
            if i.klassen:
                bases.setdefault((i.feit, i.klassen), set()).add(f"{i.populatie}: {i.noemer}")
        for (feit, naam), noemers in bases.items():
            if len(noemers) > 1:
                raise ValueError(f"klassen {naam} of {feit} need one denominator")
        return self

    def _plaats_klopt(self, i: Indicator) -> None:
        feit = next((f for f in self.feiten if f.code == i.feit), None)
        if feit is None:
            raise ValueError(f"{i.code}: no fact {i.feit}")
        if i.populatie not in {p.code for p in feit.populaties}:
            raise ValueError(f"{i.code}: fact {i.feit} has no population {i.populatie}")
        niveaus = {g.niveau for g in self.geografie} | {"populatie", "stad"}
        if unknown := set(i.niveaus) - niveaus:
            raise ValueError(f"{i.code}: unknown level {sorted(unknown)}")

    def _uitsplitsingen_kloppen(self, i: Indicator) -> None:
        known = {u.code: u for u in self.uitsplitsingen}
        used = (*i.uitsplitsingen, *(u for pair in i.kruisingen for u in pair))
        for code in (*used, *i.onmogelijk):
            if code not in known:
                raise ValueError(f"{i.code}: no breakdown {code}")
        for code in used:
            if known[code].feiten and i.feit not in known[code].feiten:
                raise ValueError(f"{i.code}: fact {i.feit} does not carry {code}")
        for code, categories in i.onmogelijk.items():
            if unknown := set(categories) - {w.code for w in known[code].categorieen}:
                raise ValueError(f"{i.code}: no category {sorted(unknown)} in {code}")


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
    geldigheid: Geldigheid
    bewaring: Bewaring
    kwaliteitsklok: Kwaliteitsklok
    drempels: Drempels
    identiteit: Identiteit
    eerste_schooljaar: str = Field(pattern=r"^\d{4}-\d{4}$")
    tabellen: tuple[Tabel, ...]
    referentielijsten: tuple[Tabel, ...]
    regels: tuple[Regel, ...]
    toegang: tuple[Toegang, ...]
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


Artikel.model_rebuild()
Protocol.model_rebuild()
