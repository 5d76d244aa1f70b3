"""Run every attack on a folder and say, in words and in JSON, what an outsider learns."""

from __future__ import annotations

import csv
import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from leerloopbaan.audit.attack import Ranges, blocks, ranges
from leerloopbaan.audit.checks import Finding, read_checks
from leerloopbaan.audit.knowledge import Cell, Knowledge, learn
from leerloopbaan.audit.published import read_published

#: The audience whose figures every other one has too.
PUBLIC = "publiek"
#: Attacks on several cells at once, with what each finding means.
_ARITHMETIC = {
    "exact": "follows exactly from what is shown",
    "hoogstens": "provably at most the threshold, by linear bounds",
    "hoogstens (geheel)": "provably at most the threshold, or exact, in whole numbers",
    "tegenspraak": "no world fits what is shown: figures of different versions stand together",
    "insider": "someone who knows one count computes this one",
}


@dataclass(frozen=True)
class Report:
    """What the attacks found; `safe` when nothing did."""

    folder: str
    figures: int
    hidden: int
    unknowns: int
    equations: int
    unchecked: int
    findings: tuple[Finding, ...]

    @property
    def safe(self) -> bool:
        """Nothing was found and nothing was left unchecked."""
        return not self.findings and not self.unchecked

    def to_json(self) -> str:
        """Codes and kinds, never a count of persons in a cell."""
        body: dict[str, Any] = asdict(self) | {"safe": self.safe}
        return json.dumps(body, ensure_ascii=False, indent=2, sort_keys=True)

    def lines(self) -> list[str]:
        """A table for a statistician: one line per attack, then where it succeeded."""
        kinds = Counter(f.kind for f in self.findings)
        out = [
            f"{self.folder}: {self.figures} figures, {self.hidden} of them hidden; "
            f"{self.unknowns} populations, {self.equations} equations",
            f"{'attack':<32}{'succeeded':>10}  meaning",
        ]
        meaning = {f.kind: f.why for f in self.findings} | {
            k: v for k, v in _ARITHMETIC.items() if k in kinds or k != "insider"
        }
        for kind in sorted({*kinds, *meaning}, key=lambda k: (-kinds[k], k)):
            out.append(f"{kind:<32}{kinds[kind]:>10}  {meaning[kind]}")
        if self.unchecked:
            out.append(f"{'not attacked in whole numbers':<32}{self.unchecked:>10}")
        for finding in self.findings[:40]:
            out.append(f"  - {finding.kind}: {finding.where}")
        if len(self.findings) > 40:
            out.append(f"  ... and {len(self.findings) - 40} more, all in the JSON")
        out.append("SAFE: nothing hidden could be learned" if self.safe else "UNSAFE")
        return out


def audit_release(folder: Path, *, threshold: int = 5, insiders: Path | None = None) -> Report:
    """Attack a release as each of its audiences, who all have what is public besides.

    A folder without audiences is attacked as it stands. What a school is shown of itself is in a
    folder of its own (`school/...`), which can be attacked by naming it.
    """
    places = {place.name: place for place in sorted(folder.iterdir()) if place.is_dir()}
    if not (folder / "manifest.json").exists() or PUBLIC not in places:
        return audit(folder, threshold=threshold, insiders=insiders)
    audiences = [name for name in places if (places[name] / f"{name}.duckdb").exists()]
    found = [
        audit(
            places[name],
            beside=[] if name == PUBLIC else [places[PUBLIC]],
            threshold=threshold,
            insiders=insiders,
        )
        for name in audiences
    ]
    return Report(
        folder=f"{folder.name} ({', '.join(audiences)})",
        figures=sum(report.figures for report in found),
        hidden=sum(report.hidden for report in found),
        unknowns=sum(report.unknowns for report in found),
        equations=sum(report.equations for report in found),
        unchecked=sum(report.unchecked for report in found),
        findings=tuple(
            Finding(finding.kind, f"{name}: {finding.where}", finding.why)
            for name, report in zip(audiences, found, strict=True)
            for finding in report.findings
        ),
    )


def audit(
    folder: Path,
    *,
    beside: Sequence[Path] = (),
    threshold: int = 5,
    insiders: Path | None = None,
) -> Report:
    """Attack what stands in a folder, as a reader who has the folders `beside` it too.

    Raises AuditError when there is nothing to attack.

    insiders: CSV with columns insider, basis, kenmerk, schooljaar, meetmoment, geo_code,
    uitsplitsing, categorie, uitsplitsing_2, categorie_2, aantal: what persons or schools know.
    """
    published = read_published(folder, *beside)
    knowledge = learn(published)
    findings = read_checks(published, knowledge, threshold)
    out = Ranges()
    for block in blocks(knowledge):
        ranges(block, threshold, out)
    _pass_over_open_complements(knowledge, out, threshold)
    findings += _arithmetic(knowledge, out)
    if insiders is not None:
        findings += _insiders(knowledge, out, threshold, insiders)
    return Report(
        folder=folder.name,
        figures=len(published.rows),
        hidden=sum(1 for r in published.rows if r.status is not None),
        unknowns=len(knowledge.cells),
        equations=len(knowledge.equations),
        unchecked=out.unchecked,
        findings=tuple(dict.fromkeys(findings)),
    )


def _pass_over_open_complements(knowledge: Knowledge, out: Ranges, threshold: int) -> None:
    """What stands in no table and is large is open, not hidden; so is a rest of nobody.

    That everyone of a place is in its named parts is how the place is defined, not a secret.
    """
    for at, count in list(out.exact.items()):
        nobody_left = count == 0 and knowledge.cells[at].is_rest
        if not knowledge.listed[at] and (count > threshold or nobody_left):
            del out.exact[at]
    for at in [at for at in out.at_most if knowledge.cells[at].is_rest]:
        if out.at_most[at] < 1:
            del out.at_most[at]


def _arithmetic(knowledge: Knowledge, out: Ranges) -> list[Finding]:
    found: list[Finding] = []
    for kind, cells in (
        ("exact", out.exact),
        ("hoogstens", out.at_most),
        ("hoogstens (geheel)", out.whole),
        ("tegenspraak", out.contradictions[:1]),
    ):
        found += [Finding(kind, knowledge.cells[at].name(), _ARITHMETIC[kind]) for at in cells]
    return found


def _insiders(knowledge: Knowledge, before: Ranges, threshold: int, path: Path) -> list[Finding]:
    known: dict[str, dict[int, int]] = defaultdict(dict)
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            pairs = {
                (row.get(u) or "", row.get(c) or "")
                for u, c in (("uitsplitsing", "categorie"), ("uitsplitsing_2", "categorie_2"))
                if (row.get(u) or "totaal") != "totaal" and (row.get(c) or "totaal") != "totaal"
            }
            cell = Cell(
                row["basis"], row["kenmerk"], row["schooljaar"], row.get("meetmoment") or "",
                row["geo_code"], tuple(sorted(pairs)),
            )  # fmt: skip
            if cell in knowledge.index:
                known[row["insider"]][knowledge.index[cell]] = int(row["aantal"])
    found: list[Finding] = []
    for facts in known.values():
        after = Ranges()
        for block in blocks(knowledge, facts):
            if _touches(knowledge, block.unknowns, facts):
                ranges(block, threshold, after, most_mips=0)
        _pass_over_open_complements(knowledge, after, threshold)
        learned = set(after.exact) - set(before.exact)
        found += [
            Finding("insider", knowledge.cells[at].name(), _ARITHMETIC["insider"])
            for at in sorted(learned)
        ]
    return found


def _touches(knowledge: Knowledge, unknowns: list[int], facts: dict[int, int]) -> bool:
    members = set(unknowns)
    return any(
        not members.isdisjoint(equation) and not facts.keys().isdisjoint(equation)
        for equation in knowledge.equations
    )
