"""Destroy person-level data past its term, so that no byte of it can be read back.

DuckDB leaves deleted rows in a file's free space. So what remains is copied into a new file,
the counts are compared, and only then does the new file take the old one's place. The warehouse
is derived and goes whole. Anonymous releases stay.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import duckdb

from leerloopbaan import home
from leerloopbaan.intake import store
from leerloopbaan.intake.certificates import write_certificate
from leerloopbaan.intake.counts import careful_count
from leerloopbaan.intake.land import add_state, put_in_force
from leerloopbaan.intake.ledger import create_tables_sql, has_ledger
from leerloopbaan.intake.terms import keep_until, outdated_terms, set_terms
from leerloopbaan.intake.year_keys import (
    finish_destruction,
    has_year_keys,
    record_destroyed,
    remove_warehouse,
)
from leerloopbaan.keys.destroyed import destroyed_keys
from leerloopbaan.register.load import load_register
from leerloopbaan.register.schema import Protocol


@dataclass(frozen=True)
class Deel:
    """One delivery × table × school year of which person-level rows are still there."""

    levering_id: str
    tabel: str
    schooljaar: str | None
    rijen: int
    synthetisch: bool
    bewaren_tot: dt.date


def due(city: str, today: dt.date) -> list[Deel]:
    """What is past its term on `today`, oldest term first; dbt's test sees the same terms."""
    protocol = load_register(city)
    if not home.landing_file(city).exists():
        return []
    with store.exclusive(city) as scratch, store.gate_connection(city, scratch) as con:
        if has_ledger(con) and outdated_terms(con, protocol):
            store.change(con, city, lambda c: set_terms(c, protocol))
        return _due(con, protocol, today)


def enforce(city: str, today: dt.date, now: dt.datetime) -> tuple[list[Deel], Path | None]:
    """Destroy what is past its term; the parts destroyed and the certificate's file."""
    protocol = load_register(city)
    if not home.landing_file(city).exists():
        return [], None
    with store.exclusive(city) as scratch, store.gate_connection(city, scratch) as con:
        finish_destruction(con, city)
        parts = _due(con, protocol, today)
        if not parts:
            return [], None
        certificate = _certificate(protocol, parts, now)
        before = _fingerprint(home.landing_file(city))
        # The derived data first: a run that is killed in between can simply be repeated.
        remove_warehouse(city)
        store.change(
            con, city, lambda c: _destroy(c, protocol, parts, certificate, now), rewrite=True
        )
        proof = {
            "bestand_voor": before,
            "bestand_na": _fingerprint(home.landing_file(city)),
            "rijen_over": _rows_left(con, parts, protocol),
        }
        document = _document(protocol, certificate, parts, now) | {
            "sleutels_vernietigd": [y for y, c in destroyed_keys(con).items() if c == certificate],
            "bewijs": proof,
        }
        name = f"vernietiging-{now.date().isoformat()}-{certificate}.json"
        path = home.vault(city) / "certificaten" / name
        write_certificate(path, document)
        finish_destruction(con, city)
    return parts, path


def _due(con: duckdb.DuckDBPyConnection, protocol: Protocol, today: dt.date) -> list[Deel]:
    if not has_ledger(con):
        return []
    parts = []
    for table in protocol.tabellen:
        year = f'"{table.schooljaar_kolom}"' if table.schooljaar_kolom else "null"
        rows = con.execute(
            f"""
            select r.levering_id, {year} as schooljaar, count(*),
                any_value(l.synthetisch), any_value(l.ontvangen_op)
            from (
                from landing.levering.{table.relatie}
                union all by name
                from landing.wachtkamer.{table.relatie}
            ) as r join landing.intake.leveringen as l using (levering_id)
            group by 1, 2 order by 1, 2
            """
        ).fetchall()
        for levering_id, school_year, count, synthetic, received in rows:
            known = school_year if school_year and school_year[:4].isdigit() else None
            term = keep_until(protocol, table, known, received)
            if term is not None and term < today:
                parts.append(Deel(levering_id, table.relatie, school_year, count, synthetic, term))
    return sorted(parts, key=lambda p: (p.bewaren_tot, p.levering_id, p.tabel, p.schooljaar or ""))


def _destroy(
    con: duckdb.DuckDBPyConnection,
    protocol: Protocol,
    parts: list[Deel],
    certificate: str,
    now: dt.datetime,
) -> None:
    con.execute(create_tables_sql(protocol))
    set_terms(con, protocol)
    tables = {t.relatie: t for t in protocol.tabellen}
    for part in parts:
        table = tables[part.tabel]
        where = "levering_id = ?"
        values: list[Any] = [part.levering_id]
        if table.schooljaar_kolom:
            where += f' and "{table.schooljaar_kolom}" is not distinct from ?'
            values.append(part.schooljaar)
        for schema in ("levering", "wachtkamer"):
            con.execute(f"delete from landing.{schema}.{part.tabel} where {where}", values)
        con.execute(
            "insert into landing.intake.vernietigingen values (?, ?, ?, ?, ?, ?, ?)",
            [certificate, part.levering_id, part.tabel, part.schooljaar, part.rijen,
             part.bewaren_tot, now],
        )  # fmt: skip
    for levering_id in sorted({part.levering_id for part in parts}):
        con.execute("delete from landing.intake.wijzers where levering_id = ?", [levering_id])
        if _nothing_left(con, levering_id):
            con.execute(
                "update landing.intake.leveringen set status = 'vervallen' where levering_id = ?",
                [levering_id],
            )
            add_state(con, levering_id, "vervallen", f"vernietigd, certificaat {certificate}", now)
    put_in_force(con, protocol, now)
    if has_year_keys(protocol):
        for year in _years_without_rows(con, protocol, parts):
            record_destroyed(con, year, certificate, by="bewaartermijn", rows=0, now=now)


def _years_without_rows(
    con: duckdb.DuckDBPyConnection, protocol: Protocol, parts: list[Deel]
) -> list[str]:
    """School years of which these parts were the last rows: their keys go with them."""
    gone = {part.schooljaar for part in parts if part.schooljaar}
    for table in protocol.tabellen:
        for schema in ("levering", "wachtkamer"):
            gone -= {
                row[0]
                for row in con.execute(
                    f'select distinct "{table.schooljaar_kolom}" '
                    f"from landing.{schema}.{table.relatie}"
                ).fetchall()
            }
    return sorted(year for year in gone if year[:4].isdigit())


def _nothing_left(con: duckdb.DuckDBPyConnection, levering_id: str) -> bool:
    """Whether every part of the delivery was destroyed (reference lists are no such part)."""
    row = con.execute(
        """
        select count(*) from landing.intake.leveringsdelen as d
        where d.levering_id = $id and not exists (
            select 1 from landing.intake.vernietigingen as v
            where v.levering_id = d.levering_id and v.tabel = d.tabel
                and v.schooljaar is not distinct from d.schooljaar
        )
        """,
        {"id": levering_id},
    ).fetchone()
    return bool(row and row[0] == 0)


def _rows_left(con: duckdb.DuckDBPyConnection, parts: list[Deel], protocol: Protocol) -> int:
    columns = {t.relatie: t.schooljaar_kolom for t in protocol.tabellen}
    total = 0
    for part in parts:
        for schema in ("levering", "wachtkamer"):
            year = columns[part.tabel]
            row = con.execute(
                f"select count(*) from landing.{schema}.{part.tabel} where levering_id = ?"
                + (f' and "{year}" is not distinct from ?' if year else ""),
                [part.levering_id, *([part.schooljaar] if year else [])],
            ).fetchone()
            total += int(row[0]) if row else 0
    return total


def _certificate(protocol: Protocol, parts: list[Deel], now: dt.datetime) -> str:
    text = json.dumps([protocol.stad, now.isoformat(), [asdict(p) for p in parts]], default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _document(
    protocol: Protocol, certificate: str, parts: list[Deel], now: dt.datetime
) -> dict[str, Any]:
    """What the certificate states, in Dutch; it holds no personal data."""
    return {
        "certificaat": certificate,
        "stad": protocol.stad,
        "protocol": protocol.naam,
        "grondslag": {
            "artikel": protocol.bewaring.clausule.artikel,
            "regels": protocol.bewaring.clausule.regels,
            "termijn": protocol.bewaring.terugval,
        },
        "vernietigd_op": now.isoformat(),
        "vernietigd": [
            {
                "levering": p.levering_id,
                "tabel": p.tabel,
                "schooljaar": p.schooljaar,
                "rijen": careful_count(p.rijen),
                "bewaren_tot": p.bewaren_tot.isoformat(),
                "synthetisch": p.synthetisch,
            }
            for p in parts
        ],
        "werkwijze": "Wat blijft, is in een nieuw versleuteld bestand geschreven en geteld; het "
        "nieuwe bestand verving het oude. Het afgeleide magazijn is gewist. Anonieme uitgaven "
        "blijven.",
    }


def _fingerprint(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
