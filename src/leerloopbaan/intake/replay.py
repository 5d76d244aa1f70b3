"""Judge a delivery again from what the landing file keeps of it.

A quarantined delivery waits in `wachtkamer` until a rule, a reference list, another delivery or
a recorded decision lets it through. An accepted delivery that holds rows back is looked at again
when other persons come in, so that the order of arrival makes no difference.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import astuple, dataclass
from functools import partial

import duckdb

from leerloopbaan.errors import LeerloopbaanError
from leerloopbaan.intake import store
from leerloopbaan.intake.canonical import MARK, canonical_sql, is_pseudonym, trimmed_sql
from leerloopbaan.intake.delivery import Gelezen, Levering, Uitslag
from leerloopbaan.intake.findings import AANVAARD, QUARANTAINE, Refused, graded, verdict
from leerloopbaan.intake.judge import judge, prepare
from leerloopbaan.intake.land import land
from leerloopbaan.intake.ledger import Part, decisions, has_ledger, parts_in_force, status_of
from leerloopbaan.register.load import load_register
from leerloopbaan.register.schema import Ernst, Protocol, Tabel, Veld


def replay(city: str, levering_id: str, now: dt.datetime | None = None) -> Uitslag:
    """Judge one quarantined delivery again; LeerloopbaanError when it does not wait."""
    protocol = load_register(city)
    moment = (now or dt.datetime.now()).replace(microsecond=0)
    with store.exclusive(city) as scratch, store.gate_connection(city, scratch) as con:
        if status_of(con, levering_id) != QUARANTAINE:
            raise _not_waiting()
        before = parts_in_force(con)
        result = _again(con, protocol, levering_id)
        store.change(con, city, lambda c: land(c, protocol, result, moment))
        judge_waiting_again(con, protocol, moment, before, levering_id)
    return result


@dataclass(frozen=True)
class Beslissing:
    """Who decided, and why, that a rule no longer holds a delivery."""

    levering_id: str
    regel: str
    beslist_door: str
    reden: str


def decide(city: str, decision: Beslissing, now: dt.datetime | None = None) -> None:
    """Record a decision: from now on the rule holds back its rows instead of the delivery."""
    protocol = load_register(city)
    moment = (now or dt.datetime.now()).replace(microsecond=0)
    if not any(r.code == decision.regel and r.ernst is Ernst.quarantaine for r in protocol.regels):
        raise LeerloopbaanError(
            "only a rule that quarantines can be decided upon.", remedy="See `quarantine list`."
        )

    def write(con: duckdb.DuckDBPyConnection) -> None:
        con.execute(
            "insert into landing.intake.beslissingen values (?, ?, ?, ?, ?)",
            [*astuple(decision), moment],
        )

    with store.exclusive(city) as scratch, store.gate_connection(city, scratch) as con:
        if status_of(con, decision.levering_id) != QUARANTAINE:
            raise _not_waiting()
        store.change(con, city, write)


def judge_waiting_again(
    con: duckdb.DuckDBPyConnection,
    protocol: Protocol,
    now: dt.datetime,
    before: frozenset[Part],
    cause: str,
) -> None:
    """Let through what no longer needs to wait, until nothing changes any more.

    `before` are the parts that were in force before the delivery `cause` changed anything.
    """
    if not has_ledger(con):
        return
    seen: dict[str, frozenset[Part]] = {cause: parts_in_force(con)}
    changed = True
    while changed:
        changed = False
        for levering_id, status in _candidates(con):
            in_force = parts_in_force(con)
            news = in_force ^ seen.get(levering_id, before)
            if status == AANVAARD and not _is_about(protocol, _years(con, levering_id), news):
                continue
            seen[levering_id] = in_force
            result = _again(con, protocol, levering_id)
            if result.status != AANVAARD or not _differs(con, result, status):
                continue
            store.change(
                con, protocol.stad, partial(land, protocol=protocol, result=result, now=now)
            )
            seen[levering_id] = parts_in_force(con)
            changed = True


def _is_about(protocol: Protocol, years: frozenset[str | None], news: frozenset[Part]) -> bool:
    """Whether parts that came into force or went out of it can matter to a delivery's held rows.

    Where codes hold within one school year, other school years cannot.
    """
    if protocol.identiteit.bereik != "binnen_schooljaar":
        return bool(news)
    lists = {table.relatie for table in protocol.referentielijsten}
    return any(tabel in lists or year in years for _, tabel, year in news)


def _years(con: duckdb.DuckDBPyConnection, levering_id: str) -> frozenset[str | None]:
    rows = con.execute(
        "select distinct schooljaar from landing.intake.leveringsdelen where levering_id = ?",
        [levering_id],
    ).fetchall()
    return frozenset(year for (year,) in rows)


def _not_waiting() -> LeerloopbaanError:
    return LeerloopbaanError(
        "this delivery does not wait in quarantine.", remedy="See `quarantine list`."
    )


def _candidates(con: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    return con.execute(
        """
        select levering_id, status from landing.intake.leveringen
        where status = 'quarantaine' or (status = 'aanvaard' and levering_id in (
            select levering_id from landing.intake.leveringsdelen
            where van_kracht and weerhouden > 0
        ))
        order by ontvangen_op, levering_id
        """
    ).fetchall()


def _differs(con: duckdb.DuckDBPyConnection, result: Uitslag, status: str) -> bool:
    """Whether the verdict, or the rows that are held back, are others than the register's."""
    if result.status != status:
        return True
    severe = {f.regel for f in result.bevindingen if f.ernst is Ernst.rijen_weerhouden}
    rules = ", ".join(f"'{code}'" for code in sorted(severe)) or "''"
    row = con.execute(
        f"""
        with nu as (select regel, tabel, bestand, rij from wijzers where regel in ({rules})),
        toen as (
            select regel, tabel, bestand, rij from landing.intake.wijzers
            where levering_id = ? and ernst = 'rijen_weerhouden'
        )
        select exists (from nu except from toen) or exists (from toen except from nu)
        """,
        [result.levering.levering_id],
    ).fetchone()
    return bool(row and row[0])


def _again(con: duckdb.DuckDBPyConnection, protocol: Protocol, levering_id: str) -> Uitslag:
    delivery, read = _load(con, protocol, levering_id)
    prepare(con, protocol, without=levering_id)
    try:
        found = judge(con, protocol, delivery, read)
        findings = graded(protocol, found, decisions(con, levering_id))
    except Refused as refused:
        findings = graded(protocol, refused.findings)
    return Uitslag(delivery, verdict(findings), read, tuple(findings))


def _load(
    con: duckdb.DuckDBPyConnection, protocol: Protocol, levering_id: str
) -> tuple[Levering, tuple[Gelezen, ...]]:
    """The delivery, its sheets, and its rows back in `invoer`."""
    row = con.execute(
        "select stad, ontvangen_op, synthetisch, afzender, kanaal "
        "from landing.intake.leveringen where levering_id = ?",
        [levering_id],
    ).fetchone()
    if row is None:
        raise LeerloopbaanError("this delivery is not in the register.")
    sheets = tuple(
        Gelezen(*sheet)
        for sheet in con.execute(
            "select bestand, tabel, sha256, rijen from landing.intake.bestanden "
            "where levering_id = ? order by bestand",
            [levering_id],
        ).fetchall()
    )
    con.execute("drop schema if exists invoer cascade; create schema invoer")
    for table in {s.tabel: protocol.tabel(s.tabel) for s in sheets}.values():
        _load_rows(con, table, levering_id)
    return Levering(levering_id, row[0], row[1], row[2], row[3], row[4]), sheets


def _load_rows(con: duckdb.DuckDBPyConnection, table: Tabel, levering_id: str) -> None:
    """Rows that landed and rows that wait; mapped again, for the register may have learned."""
    texts = ", ".join(
        f"{trimmed_sql(f'ltrim({chr(34)}{v.naam}{chr(34)}, {chr(39)}{MARK}{chr(39)})')} as t{i}"
        for i, v in enumerate(table.velden)
    )
    mapped = ", ".join(
        f'{_mapped_again(v, f"t{i}")} as "{v.naam}"' for i, v in enumerate(table.velden)
    )
    con.execute(
        f"""
        create table invoer.{table.relatie} as
        select bestand, rij, {mapped} from (
            select bestand, rij, {texts} from (
                from landing.levering.{table.relatie}
                union all by name
                from landing.wachtkamer.{table.relatie}
            ) where levering_id = ?
        ) order by bestand, rij
        """,
        [levering_id],
    )


def _mapped_again(field: Veld, t: str) -> str:
    """Canonical text once more; a pseudonym that took the place of its code stays."""
    if not field.persoonssleutel:
        return canonical_sql(field, t)
    return f"case when {is_pseudonym(t)} then {t} else {canonical_sql(field, t)} end"
