"""Take back a delivery that should not be there: out of force, and its rows destroyed.

What was in force before it is in force again. The register keeps the delivery, with who withdrew
it and why; the same files may be taken in again.
"""

from __future__ import annotations

import datetime as dt

import duckdb

from leerloopbaan.errors import LeerloopbaanError, RefusedError
from leerloopbaan.intake import store
from leerloopbaan.intake.findings import AANVAARD, QUARANTAINE
from leerloopbaan.intake.judge import prepare
from leerloopbaan.intake.land import add_state, forget_rows, put_in_force
from leerloopbaan.intake.ledger import parts_in_force, status_of
from leerloopbaan.intake.replay import judge_waiting_again
from leerloopbaan.intake.year_keys import remove_warehouse
from leerloopbaan.register.load import load_register
from leerloopbaan.register.schema import Protocol, Tabel, Verwijzing

INGETROKKEN = "ingetrokken"
_WITHDRAWABLE = (AANVAARD, QUARANTAINE, "vervangen")


def withdraw(
    city: str, levering_id: str, by: str, reason: str, now: dt.datetime | None = None
) -> None:
    """Withdraw a delivery that was accepted or waits.

    Raises LeerloopbaanError for any other, RefusedError when rows in force would be left without
    the persons they refer to.
    """
    protocol = load_register(city)
    moment = (now or dt.datetime.now()).replace(microsecond=0)

    def work(con: duckdb.DuckDBPyConnection) -> None:
        forget_rows(con, protocol, levering_id)
        # No part is kept, so none has a term; `bestanden` still says what it was.
        con.execute(
            "delete from landing.intake.leveringsdelen where levering_id = ?", [levering_id]
        )
        con.execute(
            "update landing.intake.leveringen set status = ? where levering_id = ?",
            [INGETROKKEN, levering_id],
        )
        add_state(con, levering_id, INGETROKKEN, f"{reason} ({by})", moment)
        put_in_force(con, protocol, moment)
        _check_persons(con, protocol)
        # What was derived from its rows goes first: a run that is killed can be repeated.
        remove_warehouse(city)

    with store.exclusive(city) as scratch, store.gate_connection(city, scratch) as con:
        status = status_of(con, levering_id)
        if status not in _WITHDRAWABLE:
            raise LeerloopbaanError(
                f"this delivery is {status or 'not in the register'}.", remedy="See `deliveries`."
            )
        before = parts_in_force(con)
        prepare(con, protocol)
        store.change(con, city, work, rewrite=True)
        judge_waiting_again(con, protocol, moment, before, levering_id)


def _check_persons(con: duckdb.DuckDBPyConnection, protocol: Protocol) -> None:
    for table in protocol.tabellen:
        for reference in table.verwijzingen:
            if _orphans(con, protocol, table, reference):
                raise RefusedError(
                    f"rows of {table.naam} in force refer to persons of this delivery.",
                    remedy=f"Withdraw the delivery of {table.naam} first.",
                )


def _orphans(
    con: duckdb.DuckDBPyConnection, protocol: Protocol, table: Tabel, reference: Verwijzing
) -> bool:
    target = protocol.tabel(reference.tabel)
    pairs = dict(zip(reference.kolommen, reference.naar_kolommen, strict=True))
    if reference.zelfde_schooljaar and table.schooljaar_kolom and target.schooljaar_kolom:
        pairs[table.schooljaar_kolom] = target.schooljaar_kolom
    match = " and ".join(f'd."{here}" = o."{there}"' for here, there in pairs.items())
    there = ", ".join(f'"{column}"' for column in pairs.values())
    row = con.execute(
        f"select count(*) from van_kracht.{table.relatie} as d anti join ("
        f"select {there} from van_kracht.{target.relatie} "
        f"union all select {there} from weerhouden.{target.relatie}) as o on {match}"
    ).fetchone()
    return bool(row and row[0])
