"""The key of a school year: made when the year lands, destroyed when the year is final.

Before the salt goes, every code of the year in the landing file gives way to its pseudonym, in
the same rewrite that retention uses. The register of deliveries says that the key is destroyed
before the salt is: a run that is killed in between is finished by the next one.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from leerloopbaan import home
from leerloopbaan.errors import LeerloopbaanError
from leerloopbaan.intake import store
from leerloopbaan.intake.canonical import MARK, is_pseudonym, is_unmapped, literal
from leerloopbaan.intake.certificates import write_certificate
from leerloopbaan.intake.counts import careful_count
from leerloopbaan.intake.ledger import create_tables_sql, has_ledger
from leerloopbaan.keys.destroyed import destroyed_keys
from leerloopbaan.keys.pseudonym import PSEUDONYM_MARK, pseudonymise
from leerloopbaan.keys.salts import destroy_salt, make_salt, salts, year_key
from leerloopbaan.keys.secrets import city_secret
from leerloopbaan.register.load import load_register
from leerloopbaan.register.schema import Protocol, Tabel

# In the place of a held-back text that is no code: still none, so that its rule still holds it.
_NO_CODE = f"{MARK}code vernietigd"
_METHOD = (
    "Elke code van het schooljaar in het leveringsbestand is door haar pseudoniem vervangen; wat "
    "blijft, is in een nieuw versleuteld bestand geschreven dat het oude verving."
)
_NO_ROWS = "De rijen van het schooljaar zijn vernietigd (zie het certificaat van die vernietiging)."


@dataclass(frozen=True)
class Jaarsleutel:
    """The key of one school year: `aanwezig`, `ontbreekt` or `vernietigd`; is the year final?

    `waarom_niet` says in Dutch why the key may not be destroyed yet.
    """

    schooljaar: str
    sleutel: str
    certificaat: str | None
    waarom_niet: str | None


def has_year_keys(protocol: Protocol) -> bool:
    """Whether the protocol's codes hold within one school year only."""
    return protocol.identiteit.bereik == "binnen_schooljaar"


def year_keys(city: str) -> list[Jaarsleutel]:
    """The key of every school year that landed, oldest first."""
    protocol = _with_year_keys(city)
    if not home.landing_file(city).exists():
        return []
    with store.exclusive(city) as scratch, store.gate_connection(city, scratch) as con:
        finish_destruction(con, city)
        destroyed, present = destroyed_keys(con), salts(city)
        return [
            Jaarsleutel(
                year,
                "vernietigd" if year in destroyed else "aanwezig" if year in present
                else "ontbreekt",
                destroyed.get(year),
                None if year in destroyed else _why_not_final(con, protocol, year),
            )
            for year in _landed_years(con, destroyed)
        ]  # fmt: skip


def make_keys(con: duckdb.DuckDBPyConnection, protocol: Protocol, levering_id: str) -> None:
    """Make the salt of every school year of a delivery that is about to be used."""
    if not has_year_keys(protocol):
        return
    rows = con.execute(
        "select distinct schooljaar from landing.intake.leveringsdelen "
        "where levering_id = ? and regexp_full_match(schooljaar, '\\d{4}-\\d{4}')",
        [levering_id],
    ).fetchall()
    destroyed = destroyed_keys(con)
    for (year,) in rows:
        if year not in destroyed:
            make_salt(protocol.stad, str(year))


def renew(city: str, year: str) -> None:
    """Make a new salt for a year whose salt was lost.

    The codes are still in the landing file, so nothing is lost with it; the warehouse holds
    pseudonyms of the old key and goes. Raises LeerloopbaanError when there is nothing to renew.
    """
    found = {key.schooljaar: key.sleutel for key in year_keys(city)}
    if found.get(year) != "ontbreekt":
        raise LeerloopbaanError(
            "that school year does not miss its salt.", remedy=f"See: leerloopbaan keys {city}."
        )
    with store.exclusive(city):
        remove_warehouse(city)
        make_salt(city, year)


def destroy(city: str, year: str, by: str, now: dt.datetime) -> Path:
    """Destroy the key of a final school year for good; the certificate's file.

    Raises LeerloopbaanError when the year is not final, or its key destroyed already.
    """
    protocol = _with_year_keys(city)
    if not home.landing_file(city).exists():
        raise LeerloopbaanError("nothing has landed.", remedy="Run intake first.")
    with store.exclusive(city) as scratch, store.gate_connection(city, scratch) as con:
        finish_destruction(con, city)
        if year in destroyed_keys(con):
            raise LeerloopbaanError("the key of that school year is destroyed already.")
        if reason := _why_not_final(con, protocol, year):
            raise LeerloopbaanError(
                f"school year {year} is not final: {reason}",
                remedy="Destroy its key when both deliveries are there and settled.",
            )
        if year not in salts(city):
            raise LeerloopbaanError(
                "the salt of that school year is missing.",
                remedy=f"Restore it, or run: leerloopbaan keys --city {city} --renew {year}.",
            )
        store.change(con, city, lambda c: _replace_codes(c, protocol, year, by, now), rewrite=True)
        finish_destruction(con, city)
        return _certificate_file(con, city, year)


def finish_destruction(con: duckdb.DuckDBPyConnection, city: str) -> None:
    """Take away the salts of keys that the register calls destroyed, and certify it.

    Doing it twice changes nothing; whoever holds the gate calls it first.
    """
    left = destroyed_keys(con).keys() & salts(city).keys()
    for year in sorted(left):
        destroy_salt(city, year)
    for year in destroyed_keys(con):
        if year in left or not _certificate_file(con, city, year).exists():
            _certify(con, city, year)


def record_destroyed(
    con: duckdb.DuckDBPyConnection,
    year: str,
    certificate: str,
    *,
    by: str,
    rows: int,
    now: dt.datetime,
) -> None:
    """Note, inside `store.change`, that a year has no key any more."""
    con.execute(
        "insert or ignore into landing.intake.sleutelvernietigingen values (?, ?, ?, ?, ?)",
        [year, certificate, now, by, rows],
    )


def remove_warehouse(city: str) -> None:
    """The warehouse is derived: it goes whole and is built again."""
    warehouse = home.warehouse_file(city)
    for path in (warehouse, warehouse.with_name(warehouse.name + ".wal")):
        path.unlink(missing_ok=True)


def _with_year_keys(city: str) -> Protocol:
    protocol = load_register(city)
    if not has_year_keys(protocol):
        raise LeerloopbaanError(
            f"codes of {city} hold over school years: there are no keys per year."
        )
    return protocol


def _landed_years(con: duckdb.DuckDBPyConnection, destroyed: dict[str, str]) -> list[str]:
    if not has_ledger(con):
        return []
    rows = con.execute(
        "select distinct schooljaar from landing.intake.leveringsdelen "
        "where van_kracht and schooljaar is not null"
    ).fetchall()
    return sorted({str(year) for (year,) in rows} | set(destroyed))


def _why_not_final(con: duckdb.DuckDBPyConnection, protocol: Protocol, year: str) -> str | None:
    """Why the key of a year may not go yet, in Dutch; None when every delivery is settled."""
    tables = {t.relatie: t.naam for t in protocol.tabellen if t.schooljaar_kolom}
    rows = con.execute(
        "select distinct d.tabel, d.van_kracht, l.status from landing.intake.leveringsdelen as d "
        "join landing.intake.leveringen as l using (levering_id) where d.schooljaar = ?",
        [year],
    ).fetchall()
    missing = set(tables) - {table for table, in_force, _ in rows if in_force}
    if missing:
        names = ", ".join(sorted(tables[table] for table in missing))
        return f"van dit schooljaar is nog niet van kracht: {names}."
    if any(status == "quarantaine" for _, _, status in rows):
        return "een levering van dit schooljaar wacht in quarantaine."
    return None


def _replace_codes(
    con: duckdb.DuckDBPyConnection, protocol: Protocol, year: str, by: str, now: dt.datetime
) -> None:
    """Put the pseudonym in the place of every code of the year, and note it in the register."""
    con.execute(create_tables_sql(protocol))
    secret = city_secret(protocol.stad)
    key = year_key(secret, protocol.identiteit.domein, year, salts(protocol.stad)[year])
    rows = 0
    for table in protocol.tabellen:
        for schema in ("levering", "wachtkamer"):
            rows += _replace_in(con, f"landing.{schema}.{table.relatie}", table, year, key)
    text = json.dumps([protocol.stad, year, now.isoformat(), by, rows])
    certificate = hashlib.sha256(text.encode()).hexdigest()[:16]
    record_destroyed(con, year, certificate, by=by, rows=rows, now=now)


def _replace_in(
    con: duckdb.DuckDBPyConnection, relation: str, table: Tabel, year: str, key: bytes
) -> int:
    field = next((v.naam for v in table.velden if v.persoonssleutel), None)
    if field is None or table.schooljaar_kolom is None:
        return 0
    of_year = f'"{table.schooljaar_kolom}" = {literal(year)}'
    codes = con.execute(
        f'select distinct "{field}" as code from {relation} where {of_year} '
        f'and "{field}" is not null and not {is_unmapped(f"{chr(34)}{field}{chr(34)}")} '
        f"and not {is_pseudonym(f'{chr(34)}{field}{chr(34)}')}"
    ).to_arrow_table()["code"]
    marked = [PSEUDONYM_MARK + text for text in pseudonymise(codes, key).to_pylist()]
    con.register("vervanging", pa.table({"code": codes, "nieuw": pa.array(marked, pa.string())}))
    try:
        row = con.execute(
            f'update {relation} as r set "{field}" = v.nieuw from vervanging as v '
            f'where r."{field}" = v.code and {of_year}'
        ).fetchone()
    finally:
        con.unregister("vervanging")
    con.execute(
        f'update {relation} set "{field}" = {literal(_NO_CODE)} '
        f"where {of_year} and {is_unmapped(f'{chr(34)}{field}{chr(34)}')}"
    )
    return int(row[0]) if row else 0


def _certificate_file(con: duckdb.DuckDBPyConnection, city: str, year: str) -> Path:
    certificate = destroyed_keys(con)[year]
    return home.vault(city) / "certificaten" / f"sleutel-{year}-{certificate}.json"


def _certify(con: duckdb.DuckDBPyConnection, city: str, year: str) -> None:
    protocol = load_register(city)
    row = con.execute(
        "select vernietigd_op, vernietigd_door, rijen from landing.intake.sleutelvernietigingen "
        "where schooljaar = ?",
        [year],
    ).fetchone()
    moment, by, rows = row or (None, None, 0)
    document: dict[str, Any] = {
        "certificaat": destroyed_keys(con)[year],
        "stad": city,
        "protocol": protocol.naam,
        "schooljaar": year,
        "grondslag": {
            "artikel": protocol.identiteit.clausule.artikel,
            "regels": protocol.identiteit.clausule.regels,
        },
        "vernietigd_op": str(moment),
        "vernietigd_door": by,
        "codes_vervangen_in_rijen": careful_count(int(rows)),
        "werkwijze": f"{_METHOD if rows else _NO_ROWS} Daarna is het zout van het schooljaar "
        "overschreven en gewist. Niemand kan een gekende code van dat schooljaar nog opzoeken.",
        "bewijs": {
            "codes_over": _codes_left(con, protocol, year),
            "zout_aanwezig": year in salts(city),
        },
    }
    write_certificate(_certificate_file(con, city, year), document)


def _codes_left(con: duckdb.DuckDBPyConnection, protocol: Protocol, year: str) -> int:
    """Rows of the year in which a code still stands."""
    total = 0
    for table in protocol.tabellen:
        field = next((v.naam for v in table.velden if v.persoonssleutel), None)
        if field is None or table.schooljaar_kolom is None:
            continue
        for schema in ("levering", "wachtkamer"):
            row = con.execute(
                f"select count(*) from landing.{schema}.{table.relatie} "
                f'where "{table.schooljaar_kolom}" = ? and "{field}" <> {literal(_NO_CODE)} '
                f"and not {is_pseudonym(f'{chr(34)}{field}{chr(34)}')}",
                [year],
            ).fetchone()
            total += int(row[0]) if row else 0
    return total
