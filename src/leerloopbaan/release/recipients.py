"""Who gets figures of which schools: the register, the dated lists, and the city's own decisions.

A school gets itself, a board its schools, a programme worker the project schools assigned to that
role (R-23, R-24). Scholengemeenschappen and begeleidingsdiensten get nothing unless the city
decided so, with dates, in `ontvangers.yml` of its vault; and then their own schools only.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import yaml
from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from leerloopbaan import home
from leerloopbaan.errors import RefusedError
from leerloopbaan.register.schema import Product, Protocol

_FOLDER = re.compile(r"[A-Za-z0-9_-]+")
SCHOOL, PROGRAMME = "school", "programma"
COMMUNITY, SERVICE = "scholengemeenschap", "begeleidingsdienst"
PARTICIPATING, ASSIGNED = "deelnemende_school", "enkel_toegewezen_medewerker"
COMPARED = "anonieme_benchmark"


@dataclass(frozen=True)
class Grant:
    """One product of one school; `compared`: with its anonymous benchmark."""

    product: str
    school: str
    compared: bool


@dataclass(frozen=True)
class Recipient:
    """One artefact: its audience, the name of its folder, for whom it is, and what it holds."""

    audience: str
    code: str
    name: str
    grants: tuple[Grant, ...]

    @property
    def schools(self) -> tuple[str, ...]:
        """The schools of which it may hold figures, in the order of their numbers."""
        return tuple(sorted({grant.school for grant in self.grants}))


class Decision(BaseModel):
    """One dated decision of the city: who more gets figures of its own schools.

    A scholengemeenschap is known by its code in `ref_instellingen`; the schools of a
    begeleidingsdienst are named, because no list says which they are.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    publiek: str
    code: str
    naam: str
    beslissing: str
    geldig_van: dt.date
    geldig_tot: dt.date
    scholen: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _is_complete(self) -> Decision:
        if self.publiek not in (COMMUNITY, SERVICE):
            raise ValueError(f"publiek is {COMMUNITY} or {SERVICE}")
        if (self.publiek == SERVICE) != bool(self.scholen):
            raise ValueError(f"scholen: named for a {SERVICE}, and for nobody else")
        if not _FOLDER.fullmatch(self.code):
            raise ValueError("code becomes the name of a folder: letters, digits, - and _")
        return self


@dataclass(frozen=True)
class School:
    """A school of the latest school year, as the list in force says."""

    number: str
    name: str
    board: str | None
    community: str | None


def decisions_file(city: str) -> Path:
    """Where a city writes its decisions; without the file there are none."""
    return home.vault(city) / "ontvangers.yml"


def read_decisions(file: Path) -> tuple[Decision, ...]:
    """The decisions of a city; a file that is not understood is refused, naming the place."""
    if not file.exists():
        return ()
    try:
        rows = yaml.safe_load(file.read_text(encoding="utf-8")) or []
        return tuple(Decision.model_validate(row) for row in rows)
    except (yaml.YAMLError, ValidationError, TypeError) as error:
        places = (
            ", ".join(".".join(map(str, e["loc"])) or "rij" for e in error.errors())
            if isinstance(error, ValidationError)
            else "geen lijst van beslissingen"
        )
        raise RefusedError(
            f"{file.name} is niet te lezen ({places}).",
            remedy="Zie docs/runbook.md: publiek, code, naam, beslissing, geldig_van, geldig_tot.",
        ) from None


def recipients(
    connection: duckdb.DuckDBPyConnection,
    protocol: Protocol,
    products: Collection[str],
    *,
    today: dt.date,
    decisions: Collection[Decision] = (),
) -> tuple[Recipient, ...]:
    """Every recipient of school figures on `today`, of the products that are built."""
    schools = _schools(connection, today)
    taking_part = _assignments(connection, today)
    built = [p for p in protocol.producten if p.code in products]
    own = {
        school.number: tuple(_own(built, school.number, taking_part)) for school in schools.values()
    }
    found = [
        Recipient(SCHOOL, school.number, school.name, own[school.number])
        for school in schools.values()
        if own[school.number]
    ]
    found += _boards(schools, own)
    found += _programme(built, schools, taking_part)
    found += _decided(decisions, schools, own, today)
    if any(not _FOLDER.fullmatch(recipient.code) for recipient in found):
        raise RefusedError(
            "een code in de referentielijsten kan geen naam van een map zijn.",
            remedy="Gebruik letters, cijfers, - en _ voor besturen en rollen.",
        )
    return tuple(sorted(found, key=lambda r: (r.audience, r.code)))


def _own(
    products: list[Product], school: str, taking_part: dict[tuple[str, str], set[str]]
) -> Iterator[Grant]:
    for product in products:
        for issue in product.uitgaven:
            if issue.publiek != SCHOOL:
                continue
            if PARTICIPATING in issue.voorwaarden and (product.code, school) not in taking_part:
                continue
            yield Grant(product.code, school, COMPARED in issue.voorwaarden)


def _boards(schools: dict[str, School], own: dict[str, tuple[Grant, ...]]) -> Iterator[Recipient]:
    boards: dict[str, list[Grant]] = defaultdict(list)
    for school in schools.values():
        if school.board:
            boards[school.board] += own[school.number]
    for board, grants in sorted(boards.items()):
        if grants:
            yield Recipient(SCHOOL, f"bestuur-{board}", f"Schoolbestuur {board}", tuple(grants))


def _programme(
    products: list[Product],
    schools: dict[str, School],
    taking_part: dict[tuple[str, str], set[str]],
) -> Iterator[Recipient]:
    roles: dict[str, list[Grant]] = defaultdict(list)
    for product in products:
        for issue in product.uitgaven:
            if issue.publiek != PROGRAMME or ASSIGNED not in issue.voorwaarden:
                continue
            for (code, school), assigned in sorted(taking_part.items()):
                for role in assigned if code == product.code and school in schools else ():
                    roles[role].append(Grant(code, school, COMPARED in issue.voorwaarden))
    for role, grants in sorted(roles.items()):
        yield Recipient(PROGRAMME, role, f"Medewerker {role}", tuple(grants))


def _decided(
    decisions: Collection[Decision],
    schools: dict[str, School],
    own: dict[str, tuple[Grant, ...]],
    today: dt.date,
) -> Iterator[Recipient]:
    for decision in decisions:
        if not decision.geldig_van <= today <= decision.geldig_tot:
            continue
        if decision.publiek == COMMUNITY:
            mine = [s.number for s in schools.values() if s.community == decision.code]
        else:
            mine = [number for number in decision.scholen if number in schools]
        # A benchmark leaves out the schools of one's board and scholengemeenschap; the schools of
        # a begeleidingsdienst may be in each other's, so it gets none.
        compared = decision.publiek == COMMUNITY
        grants = tuple(
            Grant(g.product, g.school, g.compared and compared) for n in mine for g in own[n]
        )
        if grants:
            yield Recipient(decision.publiek, decision.code, decision.naam, grants)


def _schools(connection: duckdb.DuckDBPyConnection, today: dt.date) -> dict[str, School]:
    """The schools of the latest school year with figures, by number."""
    rows = connection.execute(
        "with scholen as ("
        " select geo_code, geo_naam from warehouse.eigen_school.dim_schoolgeografie"
        " where geo_niveau = 'instelling' and laatste_schooljaar = ("
        "  select max(laatste_schooljaar) from warehouse.eigen_school.dim_schoolgeografie)"
        f"), lijst as ({_in_force('ref_instellingen')}) "
        "select scholen.geo_code, any_value(scholen.geo_naam), "
        " max_by(lijst.schoolbestuur_code, lijst.geldig_van), "
        " max_by(lijst.scholengemeenschap_code, lijst.geldig_van) "
        "from scholen left join lijst on lijst.instellingsnummer = scholen.geo_code "
        "group by scholen.geo_code order by scholen.geo_code",
        {"dag": today},
    ).fetchall()
    return {str(n): School(str(n), str(name), board, sg) for n, name, board, sg in rows}


def _assignments(
    connection: duckdb.DuckDBPyConnection, today: dt.date
) -> dict[tuple[str, str], set[str]]:
    """(product, school) -> the roles that are assigned to it on that day."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    rows = connection.execute(
        "select product, instellingsnummer, medewerker_rol "
        f"from ({_in_force('ref_projectscholen')})",
        {"dag": today},
    ).fetchall()
    for product, school, role in rows:
        found[str(product), str(school)].add(str(role))
    return found


def _in_force(table: str) -> str:
    """Rows of a dated list that hold on $dag, of the delivery in force."""
    return (
        f"select l.* from landing.levering.{table} as l "
        "inner join landing.intake.leveringsdelen as d on d.levering_id = l.levering_id "
        f"where d.tabel = '{table}' and d.van_kracht and try_cast(l.geldig_van as date) <= $dag "
        "and coalesce(try_cast(l.geldig_tot as date) >= $dag, l.geldig_tot is null)"
    )
