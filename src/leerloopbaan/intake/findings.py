"""What the gate found, as counts and places; never a value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from leerloopbaan.errors import RegisterError
from leerloopbaan.register.schema import Ernst, Protocol, Regel

AANVAARD = "aanvaard"
QUARANTAINE = "quarantaine"
GEWEIGERD = "geweigerd"
EXIT_CODES = {AANVAARD: 0, GEWEIGERD: 2, QUARANTAINE: 3}
_BY_WEIGHT = (GEWEIGERD, QUARANTAINE)


@dataclass(frozen=True)
class Bevinding:
    """One broken rule at one place: `aantal` rows, the first of them at `rij` (1-based)."""

    regel: str
    toelichting: str
    tabel: str | None = None
    bestand: str | None = None
    kolom: str | None = None
    rij: int | None = None
    aantal: int = 1
    ernst: Ernst = Ernst.weigeren
    gebrek: str = ""
    remedie: str = ""

    @property
    def plaats(self) -> str:
        """File, row and column, as far as they are known."""
        parts = [
            self.bestand or self.tabel or "levering",
            self._rows() if self.rij is not None else "",
            f"kolom {self.kolom}" if self.kolom else "",
        ]
        return ", ".join(part for part in parts if part)

    def _rows(self) -> str:
        """The first row, and how many more there are."""
        more = self.aantal - 1
        return f"rij {self.rij}" + (
            f" en nog {more} {'rij' if more == 1 else 'rijen'}" if more else ""
        )

    def regeltekst(self) -> str:
        """One line: place, rule, what is wrong, what to do."""
        remedy = f" {self.remedie}" if self.remedie else ""
        return f"{self.plaats}: {self.regel} ({self.ernst.value}): {self.toelichting}{remedy}"


class Refused(Exception):
    """The delivery cannot be read or may not be read on: stop here with these findings."""

    def __init__(self, *findings: Bevinding) -> None:
        super().__init__(", ".join(sorted({f.regel for f in findings})))
        self.findings = findings


def rule(protocol: Protocol, code: str) -> Regel:
    """The register's rule `code`; RegisterError when the register does not hold it."""
    for candidate in protocol.regels:
        if candidate.code == code:
            return candidate
    raise RegisterError(
        f"the register of {protocol.stad} has no rule {code}.",
        remedy=f"Add it under `regels` in protocols/{protocol.stad}.yml.",
    )


def graded(
    protocol: Protocol, findings: Iterable[Bevinding], decided: Iterable[str] = ()
) -> list[Bevinding]:
    """The findings with severity, defect word and remedy of their rule in the register.

    A rule in `decided` (a recorded decision on this delivery) no longer holds the delivery:
    it holds back its rows, or only warns when it is about no row in particular.
    """
    eased = frozenset(decided)
    result = []
    for finding in findings:
        found = rule(protocol, finding.regel)
        severity = found.ernst
        if severity is Ernst.quarantaine and finding.regel in eased:
            severity = Ernst.waarschuwing if finding.rij is None else Ernst.rijen_weerhouden
        result.append(
            replace(finding, ernst=severity, gebrek=found.gebrek.value, remedie=found.remedie)
        )
    order = list(Ernst)
    return sorted(
        result,
        key=lambda f: (
            order.index(f.ernst),
            f.tabel or "",
            f.bestand or "",
            f.regel,
            f.kolom or "",
            f.rij or 0,
        ),
    )


def verdict(findings: Iterable[Bevinding]) -> str:
    """The status that graded findings give a delivery: the heaviest rule decides."""
    severities = {finding.ernst for finding in findings}
    if Ernst.weigeren in severities:
        return GEWEIGERD
    if Ernst.quarantaine in severities:
        return QUARANTAINE
    return AANVAARD


def heaviest(statuses: Iterable[str]) -> str:
    """The status that asks most of the reader; `aanvaard` when none asks anything."""
    found = set(statuses)
    return next((status for status in _BY_WEIGHT if status in found), AANVAARD)
