"""The report on one delivery: JSON for machines, one self-contained page in Dutch for people.

It holds rules, clauses, counts and dates; no value of any pupil, and no count of 1 to 5.
"""

from __future__ import annotations

import datetime as dt
import json
from importlib import resources
from pathlib import Path
from typing import Any

import duckdb

from leerloopbaan import home
from leerloopbaan.intake import store
from leerloopbaan.intake.article7 import due_dates
from leerloopbaan.intake.counts import FIRST_SHOWN, careful_count
from leerloopbaan.intake.delivery import Uitslag
from leerloopbaan.intake.findings import AANVAARD, Bevinding
from leerloopbaan.register.schema import Protocol

_TREND_LENGTH = 8


def report_files(city: str, levering_id: str) -> tuple[Path, Path]:
    """Where the page and the JSON of a delivery stand."""
    directory = home.vault(city) / "rapporten"
    return directory / f"{levering_id}.html", directory / f"{levering_id}.json"


def write_report(
    con: duckdb.DuckDBPyConnection, protocol: Protocol, result: Uitslag, now: dt.datetime
) -> None:
    """Write page and JSON beside the landing file, each switched in when it is complete."""
    data = report_data(con, protocol, result, now)
    page, machine = report_files(protocol.stad, result.levering.levering_id)
    page.parent.mkdir(mode=0o700, exist_ok=True)
    for path, text in (
        (page, render(data)),
        (machine, json.dumps(data, ensure_ascii=False, indent=2) + "\n"),
    ):
        new = path.with_name(path.name + ".nieuw")
        new.write_text(text, encoding="utf-8")
        new.chmod(0o600)
        store.switch(new, path)


def report_data(
    con: duckdb.DuckDBPyConnection, protocol: Protocol, result: Uitslag, now: dt.datetime
) -> dict[str, Any]:
    """Everything that the report says."""
    delivery = result.levering
    clauses = {r.code: r for r in protocol.regels}
    investigated, measured = due_dates(_detected(con, result, now), protocol.kwaliteitsklok)
    return {
        "stad": protocol.stad,
        "protocol": protocol.naam,
        "protocolversie": protocol.versie.isoformat(),
        "levering_id": delivery.levering_id,
        "ontvangen_op": _moment(delivery.ontvangen_op),
        "beoordeeld_op": _moment(now),
        "synthetisch": delivery.synthetisch,
        "status": result.status,
        "bruikbaar": result.status == AANVAARD,
        "bestanden": [
            {"bestand": b.bestand, "tabel": b.tabel, "rijen": careful_count(b.rijen)}
            for b in result.bestanden
        ],
        "tellingen": _counts(con, protocol, result),
        "bevindingen": [
            {
                "regel": f.regel,
                "titel": clauses[f.regel].titel,
                "ernst": f.ernst.value,
                "gebrek": f.gebrek,
                "tabel": f.tabel,
                "bestand": f.bestand,
                "kolom": f.kolom,
                "eerste_rij": f.rij,
                "plaats": _place(f),
                "rijen": careful_count(f.aantal),
                "toelichting": f.toelichting,
                "remedie": f.remedie,
                "artikel": clauses[f.regel].clausule.artikel,
                "protocolregels": clauses[f.regel].clausule.regels,
            }
            for f in result.bevindingen
        ],
        "onderzoek_tegen": investigated.isoformat() if result.bevindingen else None,
        "maatregelen_tegen": measured.isoformat() if result.bevindingen else None,
        "verloop": _trend(con, protocol, result),
    }


def render(data: dict[str, Any]) -> str:
    """The page; every text in it is escaped."""
    from jinja2 import Environment, StrictUndefined

    template = resources.files("leerloopbaan.intake").joinpath("report.html.j2").read_text("utf-8")
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True,
                              lstrip_blocks=True)  # fmt: skip
    return environment.from_string(template).render(data)


def _detected(con: duckdb.DuckDBPyConnection, result: Uitslag, now: dt.datetime) -> dt.datetime:
    """When the first defect of the delivery was found: judging it again moves no legal term."""
    row = con.execute(
        "select min(vastgesteld_op) from landing.intake.bevindingen where levering_id = ?",
        [result.levering.levering_id],
    ).fetchone()
    return row[0] if row and row[0] else now


def _place(finding: Bevinding) -> str:
    """File, first row and column, as far as they are known; a row number is no count."""
    first = f"{'rij' if finding.aantal == 1 else 'vanaf rij'} {finding.rij}"
    parts = (
        finding.bestand or finding.tabel or "levering",
        first if finding.rij is not None else None,
        f"kolom {finding.kolom}" if finding.kolom else None,
    )
    return ", ".join(part for part in parts if part)


def _moment(moment: dt.datetime) -> str:
    """A day, with its hour when one is known (midnight is none)."""
    text = "%Y-%m-%d %H:%M" if moment.time() != dt.time() else "%Y-%m-%d"
    return moment.strftime(text)


def _counts(
    con: duckdb.DuckDBPyConnection, protocol: Protocol, result: Uitslag
) -> list[dict[str, Any]]:
    """Per table: rows delivered, used and held back; no count that gives a small one away."""
    rows = con.execute(
        "select tabel, sum(rijen)::bigint, sum(weerhouden)::bigint "
        "from landing.intake.leveringsdelen where levering_id = ? group by 1 order by 1",
        [result.levering.levering_id],
    ).fetchall()
    waiting = result.status != AANVAARD
    names = {t.relatie: t.naam for t in (*protocol.tabellen, *protocol.referentielijsten)}
    counts = []
    for relation, used, held in rows:
        small = 0 < held < FIRST_SHOWN
        counts.append(
            {
                "tabel": names[relation],
                "geleverd": careful_count(used + held),
                "gebruikt": "0" if waiting else "bijna alle" if small else careful_count(used),
                "weerhouden": careful_count(held),
                "in_quarantaine": careful_count(used) if waiting else "0",
            }
        )
    return counts


def _trend(
    con: duckdb.DuckDBPyConnection, protocol: Protocol, result: Uitslag
) -> list[dict[str, Any]]:
    """Rows per table of the last deliveries, by received moment, as heights of bars (0 to 1)."""
    tables = sorted({row["tabel"] for row in _counts(con, protocol, result)})
    trend = []
    for table in tables:
        rows = con.execute(
            f"""
            from (
                select d.levering_id, d.ontvangen_op, sum(d.rijen)::bigint as rijen
                from landing.intake.leveringsdelen as d
                join landing.intake.leveringen as l using (levering_id)
                where d.tabel = ? and (
                    l.status in ('aanvaard', 'vervangen') or d.levering_id = ?
                )
                group by all order by d.ontvangen_op desc, d.levering_id limit {_TREND_LENGTH}
            ) order by ontvangen_op, levering_id
            """,
            [protocol.tabel(table).relatie, result.levering.levering_id],
        ).fetchall()
        highest = max((count for _, _, count in rows), default=0) or 1
        trend.append(
            {
                "tabel": table,
                "staven": [
                    {
                        "ontvangen_op": received.date().isoformat(),
                        "rijen": careful_count(count),
                        "hoogte": round(count / highest, 2) if count >= FIRST_SHOWN else 0.02,
                        "deze": levering_id == result.levering.levering_id,
                    }
                    for levering_id, received, count in rows
                ],
            }
        )
    return trend
