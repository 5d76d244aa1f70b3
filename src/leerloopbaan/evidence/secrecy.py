"""What the attacker found: verdicts on releases, never a count of persons."""

from __future__ import annotations

import json
from pathlib import Path

from leerloopbaan import home
from leerloopbaan.evidence.rows import Rows, sha256

# What an attack is called in the report of the auditor, for a reader in Dutch.
_ATTACKS = {
    "exact": "precies af te leiden",
    "hoogstens": "hoogstens de drempel, met lineaire grenzen",
    "hoogstens (geheel)": "hoogstens de drempel of precies, in gehele getallen",
    "tegenspraak": "cijfers spreken elkaar tegen",
    "insider": "af te leiden door wie een ander aantal kent",
}


def audits(city: str) -> Rows:
    """The auditor's verdict on every release that was attacked, with what succeeded."""
    return [_audit(file) for file in sorted((home.vault(city) / "audit").glob("*.json"))]


def _audit(file: Path) -> dict[str, str]:
    data = json.loads(file.read_text(encoding="utf-8"))
    kinds = sorted({str(finding["kind"]) for finding in data["findings"]})
    named = "; ".join(_ATTACKS.get(kind, kind) for kind in kinds)
    return {
        "vrijgave": file.stem,
        "uitgevoerd_op": str(data.get("uitgevoerd_op", "")),
        "oordeel": "veilig" if data["safe"] else "onveilig",
        "gelukte_aanvallen": named or "geen",
        "sha256": sha256(file),
    }
