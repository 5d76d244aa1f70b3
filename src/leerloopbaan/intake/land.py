"""Write a judged delivery into the (copied) landing file: rows, register, what is in force."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable

import duckdb

from leerloopbaan.intake.canonical import literal
from leerloopbaan.intake.delivery import Levering, Uitslag
from leerloopbaan.intake.findings import AANVAARD, GEWEIGERD, QUARANTAINE, Bevinding
from leerloopbaan.intake.ledger import create_tables_sql
from leerloopbaan.intake.terms import set_terms
from leerloopbaan.intake.year_keys import make_keys
from leerloopbaan.register.schema import Ernst, Protocol, Tabel


def land(
    con: duckdb.DuckDBPyConnection, protocol: Protocol, result: Uitslag, now: dt.datetime
) -> None:
    """Record the delivery with its verdict; keep its rows unless it is refused.

    To be called inside `store.change`. Rows of an accepted delivery go to `levering`, those of
    a quarantined one to `wachtkamer`. A delivery that was judged before is judged anew.
    """
    con.execute(create_tables_sql(protocol))
    delivery = result.levering
    _forget(con, protocol, delivery.levering_id)
    _record(con, protocol, result, now)
    if result.status != GEWEIGERD:
        _keep_pointers(con, result)
        for table in {g.tabel: protocol.tabel(g.tabel) for g in result.bestanden}.values():
            _insert_rows(con, table, delivery, waits=result.status != AANVAARD)
        set_terms(con, protocol)
    if result.status == AANVAARD:
        make_keys(con, protocol, delivery.levering_id)
        put_in_force(con, protocol, now)
    record_findings(con, delivery.levering_id, result.bevindingen, now)


def record_findings(
    con: duckdb.DuckDBPyConnection,
    levering_id: str,
    findings: Iterable[Bevinding],
    now: dt.datetime,
) -> None:
    """Open the findings that are not open yet; the moment of detection is the first one."""
    rows = [
        (
            finding_id(levering_id, f),
            levering_id,
            f.regel,
            f.ernst.value,
            f.gebrek,
            f.tabel,
            f.kolom,
            f.aantal,
            now,
            f.toelichting,
            f.bestand,
            f.rij,
        )
        for f in findings
    ]
    if rows:
        con.executemany(
            "insert or ignore into landing.intake.bevindingen "
            "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )


def finding_id(levering_id: str, finding: Bevinding) -> str:
    """The same defect of the same delivery has the same identity."""
    parts = (levering_id, finding.regel, finding.tabel, finding.bestand, finding.kolom)
    return hashlib.sha256("\0".join(p or "" for p in parts).encode()).hexdigest()[:24]


def add_state(
    con: duckdb.DuckDBPyConnection, levering_id: str, state: str, reason: str, now: dt.datetime
) -> None:
    """Append a state to the register and show it as the delivery's status."""
    con.execute(
        "insert into landing.intake.toestanden "
        "select coalesce(max(volgnummer), 0) + 1, ?, ?, ?, ? from landing.intake.toestanden",
        [levering_id, state, now, reason],
    )


def put_in_force(con: duckdb.DuckDBPyConnection, protocol: Protocol, now: dt.datetime) -> None:
    """Per table and school year the accepted part that was received last is in force.

    By received moment, so that the order in which deliveries arrive does not matter; of two that
    were received at the same moment the one that was taken in last. A part whose persons stand in
    another table is in force as long as that part is.
    """
    con.execute(
        """
        create or replace temp table nieuwste as
        with ingetrokken as (
            select levering_id, max(volgnummer) as tot from landing.intake.toestanden
            where toestand = 'ingetrokken' group by 1
        ), eerste as (
            select t.levering_id, min(t.volgnummer) as volgnummer
            from landing.intake.toestanden as t left join ingetrokken as i using (levering_id)
            where t.toestand = 'ontvangen' and t.volgnummer > coalesce(i.tot, 0) group by 1
        )
        select d.levering_id, d.tabel, d.schooljaar,
            row_number() over (
                partition by d.tabel, d.schooljaar
                order by d.ontvangen_op desc, e.volgnummer desc
            ) = 1 as van_kracht
        from landing.intake.leveringsdelen as d
        join landing.intake.leveringen as l using (levering_id)
        join eerste as e using (levering_id)
        where l.status in ('aanvaard', 'vervangen') and not exists (
            select 1 from landing.intake.vernietigingen as v
            where v.levering_id = d.levering_id and v.tabel = d.tabel
                and v.schooljaar is not distinct from d.schooljaar
        )
        """
    )
    con.execute(
        """
        update landing.intake.leveringsdelen as d
        set van_kracht = coalesce((
            select n.van_kracht from nieuwste as n
            where n.levering_id = d.levering_id and n.tabel = d.tabel
                and n.schooljaar is not distinct from d.schooljaar
        ), false)
        """
    )
    _without_persons(con, protocol)
    changed = con.execute(
        """
        select l.levering_id, case when bool_or(d.van_kracht) then 'aanvaard' else 'vervangen' end
        from landing.intake.leveringen as l
        join landing.intake.leveringsdelen as d using (levering_id)
        where l.status in ('aanvaard', 'vervangen')
        group by l.levering_id, l.status
        having l.status <> case when bool_or(d.van_kracht) then 'aanvaard' else 'vervangen' end
        order by l.levering_id
        """
    ).fetchall()
    for levering_id, status in changed:
        con.execute(
            "update landing.intake.leveringen set status = ? where levering_id = ?",
            [status, levering_id],
        )
        reason = (
            "geen deel is nog van kracht (vervangen of vernietigd)"
            if status == "vervangen"
            else "opnieuw van kracht"
        )
        add_state(con, levering_id, status, reason, now)


def _without_persons(con: duckdb.DuckDBPyConnection, protocol: Protocol) -> None:
    """Out of force: what refers, within a school year, to persons whose term is over.

    Ghent's 30 June may be kept some months longer than 1 February, but cannot be shown to be
    about the pupils of that day any more.
    """
    for table in protocol.tabellen:
        for reference in table.verwijzingen:
            if reference.zelfde_schooljaar:
                con.execute(
                    """
                    update landing.intake.leveringsdelen set van_kracht = false
                    where tabel = $tabel and van_kracht and schooljaar in (
                        select schooljaar from landing.intake.vernietigingen where tabel = $naar
                    ) and schooljaar not in (
                        select schooljaar from landing.intake.leveringsdelen
                        where tabel = $naar and van_kracht
                    )
                    """,
                    {"tabel": table.relatie, "naar": protocol.tabel(reference.tabel).relatie},
                )


def forget_rows(con: duckdb.DuckDBPyConnection, protocol: Protocol, levering_id: str) -> None:
    """Take out the rows of a delivery and the pointers to them (its states and counts stay)."""
    for table in (*protocol.tabellen, *protocol.referentielijsten):
        for schema in ("levering", "wachtkamer"):
            con.execute(
                f"delete from landing.{schema}.{table.relatie} where levering_id = ?", [levering_id]
            )
    con.execute("delete from landing.intake.wijzers where levering_id = ?", [levering_id])


def _forget(con: duckdb.DuckDBPyConnection, protocol: Protocol, levering_id: str) -> None:
    """Take out what an earlier judgement of the same delivery left (its states stay)."""
    forget_rows(con, protocol, levering_id)
    for name in ("bestanden", "leveringsdelen"):
        con.execute(f"delete from landing.intake.{name} where levering_id = ?", [levering_id])


def _record(
    con: duckdb.DuckDBPyConnection, protocol: Protocol, result: Uitslag, now: dt.datetime
) -> None:
    delivery, status = result.levering, result.status
    con.execute(
        """
        insert into landing.intake.leveringen values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict do update set status = excluded.status, ontvangen_op = excluded.ontvangen_op,
            protocolversie = excluded.protocolversie, registerversie = excluded.registerversie
        """,
        [
            delivery.levering_id,
            delivery.stad,
            delivery.ontvangen_op,
            now,
            delivery.synthetisch,
            status,
            protocol.versie.isoformat(),
            protocol.registerversie,
            delivery.afzender,
            delivery.kanaal,
        ],
    )
    for state, reason in (
        ("ontvangen", "gelezen"),
        ("beoordeeld", "alle regels nagegaan"),
        (status, _REASONS[status]),
    ):
        add_state(con, delivery.levering_id, state, reason, now)
    for sheet in result.bestanden:
        con.execute(
            "insert into landing.intake.bestanden values (?, ?, ?, ?, ?)",
            [delivery.levering_id, sheet.bestand, sheet.tabel, sheet.sha256, sheet.rijen],
        )


_REASONS = {
    AANVAARD: "geen regel hield de levering tegen",
    QUARANTAINE: "een regel houdt de levering tegen tot ze verbeterd is",
    GEWEIGERD: "een regel weigert de levering; enkel de bevinding is bewaard",
}


def _keep_pointers(con: duckdb.DuckDBPyConnection, result: Uitslag) -> None:
    """Where the rows stand that hold the delivery, or that it holds back; no value of them."""
    severity = {
        f.regel: f.ernst.value
        for f in result.bevindingen
        if f.ernst in {Ernst.quarantaine, Ernst.rijen_weerhouden}
    }
    for code, ernst in sorted(severity.items()):
        con.execute(
            "insert into landing.intake.wijzers "
            "select ?, regel, ?, tabel, bestand, rij, kolom from wijzers where regel = ?",
            [result.levering.levering_id, ernst, code],
        )


def _insert_rows(
    con: duckdb.DuckDBPyConnection, table: Tabel, delivery: Levering, *, waits: bool
) -> None:
    """Rows that are used to `levering`, rows that wait or are held back to `wachtkamer`."""
    columns = ", ".join(f'"{v.naam}"' for v in table.velden)
    found = con.execute(
        "select count(*) from landing.intake.wijzers "
        "where levering_id = ? and tabel = ? and ernst = 'rijen_weerhouden'",
        [delivery.levering_id, table.naam],
    ).fetchone()
    holds_back = bool(found and found[0]) and not waits
    source = f"(select *, {waits} as wacht from invoer.{table.relatie})"
    if holds_back:
        source = f"""(
            select d.*, h.rij is not null as wacht from invoer.{table.relatie} as d
            left join (
                select distinct bestand, rij from landing.intake.wijzers
                where levering_id = '{delivery.levering_id}' and tabel = {literal(table.naam)}
                    and ernst = 'rijen_weerhouden'
            ) as h on h.bestand = d.bestand and h.rij = d.rij
        )"""
    for schema, condition, wanted in (
        ("levering", "not wacht", not waits),
        ("wachtkamer", "wacht", waits or holds_back),
    ):
        if wanted:
            con.execute(
                f"insert into landing.{schema}.{table.relatie} "
                f"(levering_id, bestand, rij, {columns}) "
                f"select ?, bestand, rij, {columns} from {source} where {condition}",
                [delivery.levering_id],
            )
    year = f'"{table.schooljaar_kolom}"' if table.schooljaar_kolom else "null::varchar"
    con.execute(
        f"insert into landing.intake.leveringsdelen "
        f"select ?, ?, {year}, ?, count_if(? or not wacht), ?, false, count_if(not ? and wacht), "
        "null "
        f"from {source} group by all",
        [
            delivery.levering_id,
            table.relatie,
            table.meetmoment,
            waits,
            delivery.ontvangen_op,
            waits,
        ],
    )
