"""What the run artefacts say, as plain rows: deliveries, findings, releases, access, retention.

Nothing here reads a pupil's row. Counts of 5 or fewer are shown as such, never exactly.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from leerloopbaan import home
from leerloopbaan.duck import vault_connection
from leerloopbaan.evidence import secrecy, standing
from leerloopbaan.evidence.kept import Information, information
from leerloopbaan.evidence.rows import Rows, about, shown
from leerloopbaan.intake.article7 import is_unsent_too_long
from leerloopbaan.intake.overview import finding_overview
from leerloopbaan.register.schema import Protocol

# A finding that was not sent to the supplier: too late, or still in time.
UNSENT, WAITING = "te laat", "nog te doen"


@dataclass(frozen=True)
class Collected:
    """Every section of the dossier that comes from artefacts; empty: nothing is known of it.

    `day` is the day of the dossier, on which what has no date of its own was looked at.
    """

    day: str = ""
    deliveries: Rows = field(default_factory=list)
    findings: Rows = field(default_factory=list)
    overdue: Rows = field(default_factory=list)
    certificates: Rows = field(default_factory=list)
    key_certificates: Rows = field(default_factory=list)
    releases: Rows = field(default_factory=list)
    kept: Information = field(default_factory=Information)
    audits: Rows = field(default_factory=list)
    access: Rows = field(default_factory=list)
    log: Rows = field(default_factory=list)


def collect(protocol: Protocol, day: dt.date) -> Collected:
    """Read all registers and artefacts of one city; `day` decides what is active and overdue."""
    city = protocol.stad
    return Collected(
        day=day.isoformat(),
        deliveries=_deliveries(city),
        findings=_findings(protocol, day),
        overdue=standing.overdue(protocol, day),
        certificates=standing.certificates(city),
        key_certificates=standing.key_certificates(city),
        releases=standing.releases(city),
        kept=information(protocol),
        audits=secrecy.audits(city),
        access=standing.access(protocol, day),
        log=standing.access_log(city),
    )


def _deliveries(city: str) -> Rows:
    if not home.landing_file(city).exists():
        return []
    with vault_connection(city, landing="read_only") as connection:
        present = connection.execute(
            "select 1 from duckdb_tables() where database_name = 'landing' "
            "and schema_name = 'intake' and table_name = 'leveringen'"
        ).fetchone()
        if present is None:
            return []
        cursor = connection.execute(
            """
            select l.levering_id[:12] as levering, l.ontvangen_op::date as ontvangen,
                l.status, l.synthetisch, l.protocolversie, l.registerversie,
                coalesce(l.kanaal, 'niet vermeld') as kanaal,
                string_agg(distinct b.tabel, ' ' order by b.tabel) as tabellen,
                coalesce(sum(b.rijen), 0)::bigint as rijen,
                string_agg(distinct b.sha256[:12], ' ' order by b.sha256[:12]) as sha256
            from landing.intake.leveringen as l
            left join landing.intake.bestanden as b using (levering_id)
            group by all order by ontvangen, levering
            """
        )
        names = [column[0] for column in cursor.description or []]
        return [
            {n: _text(n, v) for n, v in zip(names, values, strict=True)}
            for values in cursor.fetchall()
        ]


def _findings(protocol: Protocol, day: dt.date) -> Rows:
    """Findings per rule and column with the steps and clocks of article 7, the oldest first."""
    city = protocol.stad
    if not home.landing_file(city).exists():
        return []
    titles = {rule.code: rule.titel for rule in protocol.regels}
    totals: dict[tuple[str, ...], int] = {}
    for row in finding_overview(city):
        key = (
            row["vastgesteld_op"].date().isoformat(), str(row["levering_id"])[:12],
            str(row["regel"]), titles.get(str(row["regel"]), ""), str(row["gebrek"]),
            str(row["tabel"] or ""), str(row["kolom"] or ""), str(row["status"]),
            _reported(row, day), row["onderzoek_tegen"].isoformat(),
            _date(row["teruggekoppeld_op"]), row["maatregel_tegen"].isoformat(),
            _date(row["gesloten_op"]), str(row["correctie"] or "")[:12], _late(row, day),
        )  # fmt: skip
        totals[key] = totals.get(key, 0) + int(row["aantal"] or 0)
    names = ("vastgesteld", "levering", "regel", "wat", "gebrek", "tabel", "kolom", "stand",
             "gemeld", "onderzoek_tegen", "teruggekoppeld", "maatregel_tegen", "gesloten",
             "correctie", "over_tijd")  # fmt: skip
    return [
        {**dict(zip(names, key, strict=True)), "aantal": shown(count)}
        for key, count in sorted(totals.items())
    ]


def _reported(row: dict[str, Any], day: dt.date) -> str:
    if row["gemeld_op"]:
        return _date(row["gemeld_op"])
    return UNSENT if is_unsent_too_long(row, day) else WAITING


def _late(row: dict[str, Any], day: dt.date) -> str:
    """Which term of article 7 is over: of the measures, of the investigation, or none."""
    if row["status"] == "gesloten":
        return "nee"
    if row["maatregel_tegen"] < day:
        return "maatregel"
    if row["onderzoek_tegen"] < day and not row["teruggekoppeld_op"]:
        return "onderzoek"
    return "nee"


def _date(moment: dt.datetime | None) -> str:
    return moment.date().isoformat() if moment else ""


def _text(name: str, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return about(int(value)) if name == "rijen" else str(value)
