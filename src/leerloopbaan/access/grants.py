"""Grants: who may open the vault, in which function, why, until when, approved by whom.

Antwerp: researchers of the study service only, and never a policy adviser (ANT:L228, L260-262).
Ghent: four persons, 2/1/1 over three services (GNT:L234-243). The numbers are register values.
"""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass, replace
from enum import StrEnum

from leerloopbaan import home
from leerloopbaan.access import chain as chained
from leerloopbaan.access import log
from leerloopbaan.access.people import key, named, same
from leerloopbaan.errors import RefusedError
from leerloopbaan.keys.derive import derive
from leerloopbaan.keys.secrets import city_secret
from leerloopbaan.register.load import load_register
from leerloopbaan.register.schema import Toegang


class Event(StrEnum):
    """What can happen to a grant or a person."""

    requested = "aangevraagd"
    approved = "goedgekeurd"
    revoked = "ingetrokken"
    policy_role = "beleidsrol"
    left = "uit_dienst"


@dataclass(frozen=True)
class Grant:
    """One grant as it stands; `approver` is None until somebody else approved it."""

    id: str
    person: str
    service: str
    function: str
    reason: str
    start: dt.date
    end: dt.date
    requester: str
    approver: str | None = None
    revoked: bool = False

    def active(self, day: dt.date) -> bool:
        """Whether the grant opens the vault on `day`."""
        return self.approver is not None and not self.revoked and self.start <= day <= self.end

    def state(self, day: dt.date) -> str:
        """How the grant stands on a day, in one word or two."""
        if self.revoked:
            return "ingetrokken"
        if self.end < day:
            return "verlopen"
        if self.approver is None:
            return "wacht op goedkeuring"
        return "actief" if self.start <= day else "begint later"


@dataclass(frozen=True)
class Standing:
    """All grants of a city, and the keys of who holds a policy role."""

    grants: tuple[Grant, ...]
    policy: frozenset[str]


def grant_chain(city: str) -> chained.Chain:
    """The chained file with the events of one city's grants."""
    secret = derive(city_secret(city), "toekenningen")
    return chained.Chain(home.vault(city) / "toegang" / "toekenningen.jsonl", secret)


def standing(city: str) -> Standing:
    """Grants and policy roles as the events leave them."""
    grants: dict[str, Grant] = {}
    policy: set[str] = set()
    for event in chained.read(grant_chain(city)):
        match event["soort"]:
            case Event.requested:
                grants[event["id"]] = Grant(
                    id=event["id"],
                    person=event["persoon"],
                    service=event["dienst"],
                    function=event["functie"],
                    reason=event["reden"],
                    start=dt.date.fromisoformat(event["van"]),
                    end=dt.date.fromisoformat(event["tot"]),
                    requester=event["door"],
                )
            case Event.approved:
                grants[event["id"]] = replace(grants[event["id"]], approver=event["door"])
            case Event.revoked:
                grants[event["id"]] = replace(grants[event["id"]], revoked=True)
            case Event.policy_role:
                policy.add(key(event["persoon"]))
            case Event.left:
                policy.discard(key(event["persoon"]))
                for number, grant in grants.items():
                    if same(grant.person, event["persoon"]):
                        grants[number] = replace(grant, revoked=True)
    return Standing(tuple(grants.values()), frozenset(policy))


def request(
    city: str,
    *,
    person: str,
    service: str,
    function: str,
    reason: str,
    start: dt.date,
    end: dt.date,
    requester: str,
) -> str:
    """Ask for a grant; returns its id. Refused outside the register's services and functions."""
    place = _place(city, service, function)
    person, requester = named(person), named(requester)
    if not reason.strip():
        raise RefusedError(
            "een aanvraag zonder reden wordt geweigerd (R-26).",
            remedy="Zeg met --reason waarvoor de gegevens nodig zijn.",
        )
    if end < start:
        raise RefusedError("de einddatum ligt voor de begindatum.", remedy="Pas --until aan.")
    _refuse_policy(standing(city), person)
    identifier = uuid.uuid4().hex[:12]
    _note(
        city,
        Event.requested,
        door=requester,
        id=identifier,
        persoon=person,
        dienst=place.dienst,
        functie=place.functie,
        reden=reason,
        van=start.isoformat(),
        tot=end.isoformat(),
    )
    return identifier


def approve(city: str, identifier: str, *, approver: str, day: dt.date) -> None:
    """Approve a grant: by somebody else, within the protocol's number of persons."""
    state = standing(city)
    grant = _find(state, identifier)
    approver = named(approver)
    if same(approver, grant.person) or same(approver, grant.requester):
        raise RefusedError(
            "wie de toegang krijgt of vraagt, keurt haar niet zelf goed (R-27).",
            remedy="Laat de verantwoordelijke van de stad goedkeuren.",
        )
    if grant.revoked:
        raise RefusedError("deze toegang is ingetrokken.", remedy="Doe een nieuwe aanvraag.")
    if grant.approver is not None:
        raise RefusedError(
            "deze toegang is al goedgekeurd.", remedy="Zie `leerloopbaan access list`."
        )
    if grant.end < day:
        raise RefusedError(
            "de gevraagde periode is voorbij (R-26).", remedy="Doe een nieuwe aanvraag."
        )
    _refuse_policy(state, grant.person)
    place = _place(city, grant.service, grant.function)
    holders = {
        key(g.person)
        for g in state.grants
        if (g.service, g.function) == (grant.service, grant.function)
        and g.approver is not None
        and not g.revoked
        and g.start <= grant.end
        and g.end >= max(grant.start, day)
    }
    if place.maximum is not None and len(holders | {key(grant.person)}) > place.maximum:
        raise RefusedError(
            f"{grant.service} heeft al {place.maximum} actieve personen "
            f"(artikel {place.clausule.artikel}, {place.clausule.regels}).",
            remedy="Trek eerst een andere toegang in.",
        )
    _note(city, Event.approved, id=identifier, door=approver)


def revoke(city: str, identifier: str, *, by: str) -> None:
    """Withdraw one grant."""
    by = named(by)
    _find(standing(city), identifier)
    _note(city, Event.revoked, id=identifier, door=by)


def policy_role(city: str, person: str, *, by: str) -> None:
    """Record that a person shapes policy: refused to whoever holds a grant (R-22)."""
    person, by = named(person), named(by)
    if any(same(g.person, person) and not g.revoked for g in standing(city).grants):
        raise RefusedError(
            "een onderzoeker met toegang kan geen beleidsadviseur zijn (R-22).",
            remedy="Trek eerst de toegang in.",
        )
    _note(city, Event.policy_role, persoon=person, door=by)


def leave(city: str, person: str, *, by: str) -> int:
    """Close everything of somebody who leaves; returns the number of grants closed."""
    person, by = named(person), named(by)
    closed = sum(same(g.person, person) and not g.revoked for g in standing(city).grants)
    _note(city, Event.left, persoon=person, door=by)
    return closed


def check(city: str, person: str, day: dt.date) -> Grant:
    """The active grant of a person on `day`. Raises RefusedError naming why there is none."""
    own = [g for g in standing(city).grants if same(g.person, person)]
    for grant in own:
        if grant.active(day):
            return grant
    if any(g.approver and not g.revoked and g.end < day for g in own):
        why = "de toegang is verlopen"
    elif any(g.approver is None and not g.revoked for g in own):
        why = "de aanvraag is nog niet goedgekeurd"
    elif own:
        why = "de toegang is ingetrokken of nog niet begonnen"
    else:
        why = "er is geen toegang toegekend"
    raise RefusedError(
        f"{why} voor deze persoon (artikel 4, R-26).",
        remedy="Zie `leerloopbaan access request` en `access approve`.",
    )


def _note(city: str, event: Event, **fields: str) -> None:
    """Add an event; it says how far the access log was, so that neither can be put back alone."""
    moment = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    record = {"soort": event.value, "moment": moment, "account": log.account(), **fields}
    record["logboek_nr"] = str(chained.last_number(log.log_chain(city)))
    chained.append(grant_chain(city), record)


def _find(state: Standing, identifier: str) -> Grant:
    for grant in state.grants:
        if grant.id == identifier:
            return grant
    raise RefusedError("er is geen toegang met dit nummer.", remedy="Zie `access list`.")


def _place(city: str, service: str, function: str) -> Toegang:
    """The service and function of article 4 that are meant, whichever dash or case was typed."""
    places = load_register(city).toegang
    for place in places:
        if (_plain(place.dienst), _plain(place.functie)) == (_plain(service), _plain(function)):
            return place
    known = "; ".join(f"{place.dienst} / {place.functie}" for place in places)
    raise RefusedError(
        "deze dienst en functie staan niet in artikel 4 van het protocol (R-21, R-25).",
        remedy=f"Het register kent: {known}.",
    )


def _plain(text: str) -> str:
    return "".join(c for c in key(text) if c.isalnum())


def _refuse_policy(state: Standing, person: str) -> None:
    if key(person) in state.policy:
        raise RefusedError(
            "wie het beleid vormgeeft, werkt niet met de persoonsgegevens (R-22).",
            remedy="Onderzoekers en beleidsadviseurs zijn verschillende personen.",
        )
