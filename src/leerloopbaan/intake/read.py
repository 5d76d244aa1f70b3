"""From files to `invoer.<relatie>`: recognised, connected, in canonical text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import duckdb

from leerloopbaan.intake.canonical import canonical_sql, trimmed_sql
from leerloopbaan.intake.delivery import Gelezen
from leerloopbaan.intake.findings import Bevinding, Refused
from leerloopbaan.intake.readers import Unit, units
from leerloopbaan.intake.recognise import connect, recognise, score
from leerloopbaan.intake.sources import Bron
from leerloopbaan.register.schema import Protocol, Tabel, Veld

# A text that comes back this often on average is mapped once and joined.
_WORTH_A_JOIN = 5
_SAMPLE = 1 << 16
# Each column takes memory before a row is read; no table of a protocol has a tenth of this.
_MAX_COLUMNS = 1_000


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
    if len(head.koppen) > _MAX_COLUMNS:
        raise Refused(
            Bevinding(
                "onleesbaar",
                f"De kopregel heeft meer dan {_MAX_COLUMNS} kolommen.",
                tabel=table.naam,
                bestand=unit.bestand,
            )
        )
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
    repeated = _repeating(con, table, columns)
    joins = []
    values = []
    for field in table.velden:
        raw = f"c{columns[field.naam]}"
        if field.naam in repeated and _map_distinct(con, field, raw):
            joins.append(f'left join "woorden_{field.naam}" as "w_{field.naam}" '
                         f'on "w_{field.naam}".c = r.{raw}')  # fmt: skip
            values.append(f'"w_{field.naam}".v as "{field.naam}"')
        elif field.naam in repeated:
            values.append(f'r.{raw} as "{field.naam}"')
        else:
            trimmed = f'"t_{field.naam}"'
            values.append(f'{canonical_sql(field, trimmed)} as "{field.naam}"')
    direct = "".join(
        f', {trimmed_sql(f"c{columns[v.naam]}")} as "t_{v.naam}"'
        for v in table.velden
        if v.naam not in repeated
    )
    anything = ", ".join(f'"{v.naam}"' for v in table.velden)
    # Each join is to a small table, in the order that stands here: nothing to look for.
    con.execute("set disabled_optimizers = 'join_order'")
    con.execute(
        f"insert into invoer.{table.relatie} select ?, * from ("
        f"select rij, {', '.join(values)} "
        f"from (select rowid + 1 as rij, *{direct} from ruw) as r {' '.join(joins)}"
        f") where coalesce({anything}) is not null",
        [bestand],
    )
    con.execute("reset disabled_optimizers")
    for name in repeated:
        con.execute(f'drop table "woorden_{name}"')
    found = con.execute(
        f"select count(*) from invoer.{table.relatie} where bestand = ?", [bestand]
    ).fetchone()
    return int(found[0]) if found else 0


def _repeating(
    con: duckdb.DuckDBPyConnection, table: Tabel, columns: Mapping[str, int]
) -> frozenset[str]:
    """The fields whose texts repeat so often that mapping each text once is cheaper.

    By the first rows: when the others differ it takes longer, and changes nothing.
    """
    counts = con.execute(
        "select count(*), "
        + ", ".join(f"approx_count_distinct(c{columns[v.naam]})" for v in table.velden)
        + f" from (from ruw limit {_SAMPLE})"
    ).fetchone() or (0,)
    return frozenset(
        field.naam
        for field, distinct in zip(table.velden, counts[1:], strict=True)
        if distinct * _WORTH_A_JOIN < counts[0]
    )


def _map_distinct(con: duckdb.DuckDBPyConnection, field: Veld, raw: str) -> bool:
    """`woorden_<field>`: every text of the column (c) and its canonical form (v).

    Whether any text is not canonical already.
    """
    con.execute(
        f'create or replace temp table "woorden_{field.naam}" as '
        f"select c, {canonical_sql(field, 't')} as v from ("
        f"select c, {trimmed_sql('c')} as t from (select distinct {raw} as c from ruw))"
    )
    changed = con.execute(
        f'select coalesce(bool_or(c is distinct from v), false) from "woorden_{field.naam}"'
    ).fetchone()
    return bool(changed and changed[0])
