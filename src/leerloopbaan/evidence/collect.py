"""What the run artefacts say, as plain rows: deliveries, findings, releases, access, retention.

Nothing here reads a pupil's row. Counts of 5 or fewer are shown as such, never exactly.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leerloopbaan import home
from leerloopbaan.access import chain, grants, log
from leerloopbaan.duck import vault_connection

Rows = list[dict[str, str]]

SMALL = "5 of minder"


@dataclass(frozen=True)
class Collected:
    """Every section of the dossier that comes from artefacts."""

    deliveries: Rows
    findings: Rows
    retention: Rows
    releases: Rows
    suppression: Rows
    grants: Rows
    log: Rows


def shown(count: int) -> str:
    """A count that may stand in a dossier: exact from 6 on, and for none at all."""
    return str(count) if count == 0 or count > 5 else SMALL


def collect(city: str) -> Collected:
    """Read all registers and artefacts of one city."""
    deliveries, findings, retention = _landing(city)
    releases = _releases(city)
    return Collected(
        deliveries=deliveries,
        findings=findings,
        retention=retention,
        releases=releases,
        suppression=_suppression(city),
        grants=_grants(city),
        log=_log(city),
    )


def _landing(city: str) -> tuple[Rows, Rows, Rows]:
    if not home.landing_file(city).exists():
        return [], [], []
    with vault_connection(city, landing="read_only") as connection:
        present = {
            str(name)
            for (name,) in connection.execute(
                "select table_name from duckdb_tables() "
                "where database_name = 'landing' and schema_name = 'intake'"
            ).fetchall()
        }

        def rows(table: str, query: str) -> Rows:
            if table not in present:
                return []
            cursor = connection.execute(query)
            names = [column[0] for column in cursor.description or []]
            return [
                {n: _text(n, v) for n, v in zip(names, values, strict=True)}
                for values in cursor.fetchall()
            ]

        deliveries = rows(
            "leveringen",
            """
            select l.levering_id[:12] as levering, l.ontvangen_op as ontvangen,
                l.status, l.synthetisch, l.protocolversie, l.registerversie,
                coalesce(l.kanaal, 'niet vermeld') as kanaal,
                string_agg(distinct b.tabel, ' ' order by b.tabel) as tabellen,
                coalesce(sum(b.rijen), 0)::bigint as rijen
            from landing.intake.leveringen as l
            left join landing.intake.bestanden as b using (levering_id)
            group by all order by l.ontvangen_op, levering
            """,
        )
        findings = rows(
            "bevindingen",
            """
            select levering_id[:12] as levering, regel, ernst, gebrek,
                coalesce(tabel, '') as tabel, coalesce(kolom, '') as kolom,
                sum(aantal)::bigint as aantal, min(vastgesteld_op)::date as vastgesteld
            from landing.intake.bevindingen
            group by all order by vastgesteld, levering, regel, tabel, kolom
            """,
        )
        retention = rows(
            "vernietigingen",
            "select * from landing.intake.vernietigingen order by all",
        )
    return deliveries, findings, retention


def _text(name: str, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if name in ("aantal", "rijen", "weerhouden"):
        return shown(int(value))
    return str(value)


def _releases(city: str) -> Rows:
    result: Rows = []
    for manifest in sorted(home.releases(city).glob("*/manifest.json")):
        if manifest.parent.is_symlink():
            continue
        data = json.loads(manifest.read_text(encoding="utf-8"))
        result.append(
            {
                "vrijgave": manifest.parent.name,
                "sha256": sha256(manifest),
                "synthetisch": "ja" if data.get("synthetisch") else "nee",
                "publieken": " ".join(
                    sorted(p.name for p in manifest.parent.iterdir() if p.is_dir())
                ),
            }
        )
    return result


def _suppression(city: str) -> Rows:
    result: Rows = []
    for file in sorted(home.vault(city).glob("audit/*.json")):
        data = json.loads(file.read_text(encoding="utf-8"))
        result.append(
            {
                "vrijgave": file.stem,
                "oordeel": "veilig" if data.get("safe", data.get("veilig")) else "onveilig",
                "sha256": sha256(file),
            }
        )
    return result


def _grants(city: str) -> Rows:
    if not grants.grant_chain(city).path.exists():
        return []
    per_service: dict[tuple[str, str], list[grants.Grant]] = {}
    for grant in grants.standing(city).grants:
        per_service.setdefault((grant.service, grant.function), []).append(grant)
    return [
        {
            "dienst": service,
            "functie": function,
            "toegekend": str(sum(g.approver is not None for g in held)),
            "ingetrokken": str(sum(g.revoked for g in held)),
        }
        for (service, function), held in sorted(per_service.items())
    ]


def _log(city: str) -> Rows:
    path = log.log_chain(city).path
    if not path.exists():
        return []
    records = chain.read(log.log_chain(city))
    kinds: dict[str, int] = {}
    for record in records:
        kinds[str(record["soort"])] = kinds.get(str(record["soort"]), 0) + 1
    return [
        {
            "keten": "heel",
            "laatste_mac": str(records[-1]["mac"]) if records else chain.START,
            **{kind: str(number) for kind, number in sorted(kinds.items())},
        }
    ]


def sha256(path: Path) -> str:
    """Hexadecimal SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
