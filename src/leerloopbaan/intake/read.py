"""From files to `invoer.<relatie>`: recognised, connected, in canonical text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import duckdb

from leerloopbaan.intake.canonical import canonical_sql
from leerloopbaan.intake.delivery import Gelezen
from leerloopbaan.intake.findings import Bevinding, Refused
from leerloopbaan.intake.readers import Unit, units
from leerloopbaan.intake.recognise import connect, recognise, score
from leerloopbaan.intake.sources import Bron
from leerloopbaan.register.schema import Protocol, Tabel


def read_all(
    con: duckdb.DuckDBPyConnection,
    sources: Sequence[Bron],
    given: Mapping[str, str],
    protocol: Protocol,
    scratch: Path,
    *,
    progress: Callable[[str], None],
) -> list[Gelezen]:
    """Read every sheet of every file into `invoer`.

    Raises Refused with the findings of all files that cannot be used, not of the first alone.
    """
    con.execute("create schema if not exists invoer")
    read: list[Gelezen] = []
    problems: list[Bevinding] = []
    for source in sources:
        if source.onleesbaar:
            problems.append(Bevinding("onleesbaar", source.onleesbaar, bestand=source.naam))
            continue
        try:
            for unit in units(source, scratch):
                progress(f"lezen van {unit.bestand}")
                try:
                    read.append(_read_unit(con, unit, given, protocol))
                except Refused as refused:
                    problems.extend(refused.findings)
        except Refused as refused:
            problems.extend(refused.findings)
    problems.extend(_said_twice(con, read, protocol))
    if problems:
        raise Refused(*problems)
    return read


def _said_twice(
    con: duckdb.DuckDBPyConnection, read: Sequence[Gelezen], protocol: Protocol
) -> Iterator[Bevinding]:
    """A table may come in several files, one school year or more each, but nothing twice."""
    for name in sorted({sheet.tabel for sheet in read}):
        table = protocol.tabel(name)
        if sum(sheet.tabel == name for sheet in read) == 1:
            continue
        year = f'"{table.schooljaar_kolom}"' if table.schooljaar_kolom else "''"
        row = con.execute(
            f"select count(*) from (select {year} from invoer.{table.relatie} "
            f"where {year} is not null group by 1 having count(distinct bestand) > 1)"
        ).fetchone()
        if row and row[0]:
            yield Bevinding(
                "dubbele_tabel", "Hetzelfde schooljaar staat in meer dan één bestand.", name
            )


def _read_unit(
    con: duckdb.DuckDBPyConnection, unit: Unit, given: Mapping[str, str], protocol: Protocol
) -> Gelezen:
    table = recognise(unit.bron.naam, unit.blad, given, protocol)
    head = unit.find_head(lambda row: score(row, table))
    if not any(head.koppen):
        raise Refused(Bevinding("leeg_bestand", "Er is geen kopregel.", bestand=unit.bestand))
    unit.load(con, "ruw", head)
    try:
        empty = _empty_columns(con, head.koppen)
        columns = connect(unit.bestand, head.koppen, empty, table, protocol).kolommen
        rows = _to_canonical(con, unit.bestand, table, columns)
    finally:
        con.execute("drop table ruw")
    if rows == 0:
        raise Refused(
            Bevinding("leeg_bestand", "Er zijn geen rijen.", tabel=table.naam, bestand=unit.bestand)
        )
    return Gelezen(unit.bestand, table.naam, unit.bron.sha256, rows)


def _empty_columns(con: duckdb.DuckDBPyConnection, heads: Sequence[str | None]) -> frozenset[int]:
    """Positions of columns that have neither a heading nor a single value."""
    nameless = [i for i, head in enumerate(heads) if not (head and head.strip())]
    if not nameless:
        return frozenset()
    counts = con.execute(
        "select " + ", ".join(f"count(nullif(trim(c{i}), ''))" for i in nameless) + " from ruw"
    ).fetchone()
    return frozenset(i for i, count in zip(nameless, counts or (), strict=True) if not count)


def _to_canonical(
    con: duckdb.DuckDBPyConnection, bestand: str, table: Tabel, columns: Mapping[str, int]
) -> int:
    """Add the raw rows to `invoer.<relatie>`; rows without any value are no rows."""
    names = ", ".join(f'"{v.naam}" varchar' for v in table.velden)
    con.execute(
        f"create table if not exists invoer.{table.relatie} (bestand varchar, rij bigint, {names})"
    )
    expressions = ", ".join(canonical_sql(v, f"c{columns[v.naam]}") for v in table.velden)
    raw = ", ".join(f"c{columns[v.naam]}" for v in table.velden)
    con.execute(
        f"insert into invoer.{table.relatie} select ?, rowid + 1, {expressions} from ruw "
        f"where trim(concat({raw})) <> '' order by rowid",
        [bestand],
    )
    found = con.execute(
        f"select count(*) from invoer.{table.relatie} where bestand = ?", [bestand]
    ).fetchone()
    return int(found[0]) if found else 0
