"""The ledger of releases: who built, who approved, what was withdrawn; chained, in the vault.

A release may go out when two people approved exactly its bytes, neither of them its builder.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from leerloopbaan import home
from leerloopbaan.access import chain as chained
from leerloopbaan.access.people import key, named, same
from leerloopbaan.disclosure.memory import send_out, take_back
from leerloopbaan.errors import RefusedError
from leerloopbaan.keys.derive import derive
from leerloopbaan.keys.secrets import city_secret
from leerloopbaan.release.publish import intact, point

APPROVED = "goedgekeurd"
NEEDED = 2


@dataclass
class Standing:
    """How one release stands: its builder, the approvals of its last bytes, withdrawn or not."""

    release_id: str
    digest: str
    builder: str
    built_on: str
    approvals: dict[str, str] = field(default_factory=dict)
    withdrawn: bool = False

    @property
    def approved(self) -> bool:
        """Whether two people approved it and nobody withdrew it."""
        people = {key(person) for person in self.approvals} - {key(self.builder)}
        return len(people) >= NEEDED and not self.withdrawn


def ledger_chain(city: str) -> chained.Chain:
    """The chained file with the releases of one city."""
    secret = derive(city_secret(city), "vrijgaven")
    return chained.Chain(home.vault(city) / "vrijgaven" / "grootboek.jsonl", secret)


def standing(city: str) -> dict[str, Standing]:
    """Every release of a city as its events leave it, oldest first."""
    result: dict[str, Standing] = {}
    for event in chained.read(ledger_chain(city)):
        release_id = str(event["vrijgave"])
        match event["soort"]:
            case "gebouwd":
                known = result.get(release_id)
                if known is None or known.digest != event["sha256"]:
                    result[release_id] = Standing(
                        release_id, event["sha256"], event["door"], event["moment"]
                    )
            case "goedgekeurd":
                if result[release_id].digest == event["sha256"]:
                    result[release_id].approvals[event["door"]] = event["moment"]
            case "ingetrokken":
                result[release_id].withdrawn = True
    return result


def built(city: str, release_id: str, *, digest: str, by: str) -> None:
    """Record that a release was built; building the same bytes again changes nothing."""
    known = standing(city).get(release_id)
    if known is None or known.digest != digest:
        _note(city, "gebouwd", release_id, by=by, digest=digest)


def approve(city: str, release_id: str, *, person: str) -> bool:
    """Approve the bytes as they stand; returns whether the release may now go out."""
    person = named(person)
    state = _known(city, release_id)
    if state.withdrawn:
        raise RefusedError(f"{release_id} is ingetrokken.", remedy="Maak een nieuwe vrijgave.")
    if same(person, state.builder):
        raise RefusedError(
            "wie de vrijgave maakte, keurt haar niet goed.", remedy="Vraag het iemand anders."
        )
    digest = intact(home.releases(city) / release_id)
    if digest != state.digest:
        raise RefusedError(
            f"{release_id} is niet meer wat gebouwd werd.", remedy="Maak de vrijgave opnieuw."
        )
    if any(same(person, other) for other in state.approvals):
        raise RefusedError(
            "deze persoon keurde deze vrijgave al goed.", remedy="Er zijn twee mensen nodig."
        )
    _note(city, "goedgekeurd", release_id, by=person, digest=digest)
    if standing(city)[release_id].approved:
        send_out(city, release_id)
        point(home.releases(city), APPROVED, release_id)
        return True
    return False


def withdraw(city: str, release_id: str, *, person: str, reason: str) -> None:
    """Withdraw a release; the newest other approved one goes out again, if there is one."""
    person = named(person)
    _known(city, release_id)
    _note(city, "ingetrokken", release_id, by=person, digest="", reden=reason)
    take_back(city, release_id)
    others = [s.release_id for s in standing(city).values() if s.approved]
    point(home.releases(city), APPROVED, others[-1] if others else None)


def _known(city: str, release_id: str) -> Standing:
    state = standing(city).get(release_id)
    if state is None:
        raise RefusedError("deze vrijgave is niet bekend.", remedy="Zie `leerloopbaan releases`.")
    return state


def _note(city: str, kind: str, release_id: str, *, by: str, digest: str, **more: str) -> None:
    moment = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    record = {"soort": kind, "moment": moment, "vrijgave": release_id, "door": by, **more}
    if digest:
        record["sha256"] = digest
    chained.append(ledger_chain(city), record)
