"""The chains of a vault vouch for each other: none can be emptied or put back by itself.

An event of a grant notes the last number of the access log, an opening of the vault the last number
of the grants. Whoever puts both files back to the same earlier day leaves no trace here: the number
and the seal in an earlier dossier then show it.
"""

from __future__ import annotations

from leerloopbaan.access import chain, grants, log


def verify(city: str) -> None:
    """Check both chains, and each against what the other knows of it. Raises ChainError."""
    events, opened = chain.read(grants.grant_chain(city)), chain.read(log.log_chain(city))
    known_log = max((int(event.get("logboek_nr", 0)) for event in events), default=0)
    known_grants = max((int(entry.get("toekenningen_nr", 0)) for entry in opened), default=0)
    for target, known in (
        (log.log_chain(city), known_log),
        (grants.grant_chain(city), known_grants),
    ):
        if chain.last_number(target) < known:
            raise chain.broken(target, f"nummer {known}: het bestand is ouder dan wat gekend is")
