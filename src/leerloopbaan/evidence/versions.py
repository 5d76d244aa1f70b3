"""Which protocol and register are in force, their renewals, and the widenings signed for."""

from __future__ import annotations

from pathlib import Path

from leerloopbaan import home
from leerloopbaan.evidence.rows import Rows, amount, sha256
from leerloopbaan.register.changes.decisions import accepted_file, decision_records
from leerloopbaan.register.load import register_file
from leerloopbaan.register.schema import Protocol


def versions(protocol: Protocol) -> Rows:
    """The documents in force, with their hashes, and the records that changed what is allowed."""
    root = home.project_root()
    register, accepted = register_file(protocol.stad), accepted_file(root, protocol.stad)
    number = str(protocol.registerversie)
    rows = [
        ("protocol", protocol.versie.isoformat(), protocol.tekstbestand, ""),
        ("register", number, register.name, _digest(register)),
        ("register zoals bekrachtigd", number, accepted.name, _digest(accepted)),
    ]  # fmt: skip
    for renewal in protocol.geldigheid.verlengingen:
        what = f"van {renewal.van:%d/%m/%Y} tot {renewal.tot:%d/%m/%Y}: {renewal.referentie}"
        rows.append(("verlenging", renewal.van.isoformat(), what, ""))
    for record in decision_records(root):
        if record.stad == protocol.stad:
            signed = amount(len(record.ondertekend_door), "handtekening", "handtekeningen")
            rows.append(("ondertekende verruiming", record.datum.isoformat(), signed,
                         record.vingerafdruk))  # fmt: skip
    names = ("soort", "versie_of_datum", "wat", "sha256")
    return [dict(zip(names, row, strict=True)) for row in rows]


def _digest(path: Path) -> str:
    return sha256(path) if path.exists() else ""
