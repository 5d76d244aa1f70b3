"""The files of every recipient of school figures, set-based: one pass per table, not per school.

DuckDB splits each table over the recipients (one folder each); what is the same for all is written
once and copied. A recipient's DuckDB file is a copy of an empty one, filled with its own rows.
"""

from __future__ import annotations

import json
import os
import shutil
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from leerloopbaan.release.recipients import Recipient
from leerloopbaan.release.school_files import (
    SPLIT,
    copy_of,
    fill_database,
    split_csv,
    split_parquet,
)
from leerloopbaan.release.source import Column, Source
from leerloopbaan.release.tables import (
    BLOCK,
    KINDS,
    columns_of,
    comment_columns,
    csvw,
    one_thread,
    quoted,
    release_extra,
)

SCHEMA = "eigen_school"
OWN, COMPARED = "mart_school_", "mart_vergelijking_"
PLACES = "dim_schoolgeografie"
#: Tables that are the same for everybody.
COMMON = ("dim_indicator", "dim_uitsplitsing", "release")
#: The card of the early warning model: the same for everybody who gets that product.
CARD, CARD_OF = "dim_vroegsignaal", "early_warning"
_SAME = (*COMMON, CARD)


@dataclass(frozen=True)
class SchoolTables:
    """The tables of own schools in the warehouse, with their columns."""

    columns: dict[str, tuple[Column, ...]]

    @property
    def products(self) -> tuple[str, ...]:
        """Products that have a mart of own schools."""
        return tuple(
            sorted(name.removeprefix(OWN) for name in self.columns if name.startswith(OWN))
        )


def school_tables(connection: duckdb.DuckDBPyConnection) -> SchoolTables:
    """Read which tables of own schools are built; none when the city has no school level."""
    rows = connection.execute(
        "select table_name, column_name, data_type, coalesce(comment, '') from duckdb_columns() "
        "where database_name = 'warehouse' and schema_name = $1 order by table_name, column_index",
        [SCHEMA],
    ).fetchall()
    tables: dict[str, list[Column]] = defaultdict(list)
    for table, name, kind, comment in rows:
        if table.startswith((OWN, COMPARED)) or table in (PLACES, CARD):
            tables[table].append(Column(name, kind, comment))
    return SchoolTables({table: tuple(columns) for table, columns in tables.items()})


def tables_of(recipient: Recipient, tables: SchoolTables) -> tuple[str, ...]:
    """The names of the tables that a recipient gets, as they are published."""
    products = {grant.product for grant in recipient.grants}
    compared = {grant.product for grant in recipient.grants if grant.compared}
    names = [f"{OWN}{p}" for p in sorted(products)]
    names += [f"{COMPARED}{p}" for p in sorted(compared) if f"{COMPARED}{p}" in tables.columns]
    card = [CARD] if CARD_OF in products and CARD in tables.columns else []
    return (*names, *card, "dim_geografie", *COMMON)


def write_school_tables(
    connection: duckdb.DuckDBPyConnection,
    source: Source,
    tables: SchoolTables,
    recipients: Sequence[Recipient],
    folder: Path,
) -> None:
    """Write `<audience>/<recipient>/{parquet,csv}/...` and `<audience>.duckdb` for all of them."""
    write_parquet(connection, source, tables, recipients, folder)
    _write_kind(connection, tables, recipients, folder, "csv")
    _describe(source, tables, recipients, folder)
    _databases(connection, source, tables, recipients, folder)


def write_parquet(
    connection: duckdb.DuckDBPyConnection,
    source: Source,
    tables: SchoolTables,
    recipients: Sequence[Recipient],
    folder: Path,
) -> None:
    """Only the Parquet files; what they are cut from stays staged in the connection."""
    _stage(connection, source, tables, recipients)
    _write_kind(connection, tables, recipients, folder, "parquet")


def _stage(
    connection: duckdb.DuckDBPyConnection,
    source: Source,
    tables: SchoolTables,
    recipients: Sequence[Recipient],
) -> None:
    """Temporary tables of who gets what, and of what is the same for all."""
    import pyarrow as pa

    rows = [
        (f"{r.audience}.{r.code}", g.product, g.school, g.compared)
        for r in recipients
        for g in r.grants
    ]
    names = (SPLIT, "product", "school", "vergeleken")
    columns = zip(*rows, strict=True) if rows else ([], [], [], [])
    grants = pa.table({n: list(c) for n, c in zip(names, columns, strict=True)})
    connection.register("toekenningen_arrow", grants)
    connection.execute(
        "create or replace temp table toekenningen as select * from toekenningen_arrow"
    )
    connection.unregister("toekenningen_arrow")
    for table in COMMON:
        connection.execute(
            f"create or replace temp table uit_{table} as "
            f"select *{release_extra(table, source)} from warehouse.marts.{table}"
        )
    connection.execute(
        "create or replace temp table uit_dim_geografie as select distinct o.ontvanger, t.* "
        f"from warehouse.{SCHEMA}.{PLACES} as t inner join "
        "(select distinct ontvanger, school from toekenningen) as o "
        "on o.school = split_part(t.geo_code, '-', 1) order by all"
    )
    for table in tables.columns:
        if table == PLACES:
            continue
        if table == CARD:
            connection.execute(
                f"create or replace temp table uit_{CARD} as "
                f"select * from warehouse.{SCHEMA}.{CARD}"
            )
            continue
        product = table.removeprefix(OWN).removeprefix(COMPARED)
        only = "and o.vergeleken" if table.startswith(COMPARED) else ""
        connection.execute(
            f"create or replace temp table uit_{table} as select o.ontvanger, t.* "
            f"from warehouse.{SCHEMA}.{table} as t inner join toekenningen as o "
            f"on o.school = split_part(t.geo_code, '-', 1) and o.product = '{quoted(product)}' "
            f"{only} order by all"
        )


def _write_kind(
    connection: duckdb.DuckDBPyConnection,
    tables: SchoolTables,
    recipients: Sequence[Recipient],
    folder: Path,
    kind: str,
) -> None:
    """All tables of all recipients as `parquet` or `csv`: one statement per table."""
    options = dict(KINDS)[kind]
    wanted: dict[str, list[Path]] = defaultdict(list)
    for recipient in recipients:
        place = folder / recipient.audience / recipient.code / kind
        place.mkdir(parents=True)
        for table in tables_of(recipient, tables):
            wanted[table].append(place / f"{table}.{kind}")
    split = split_csv if kind == "csv" else split_parquet
    with one_thread(connection):
        connection.execute(f"set partitioned_write_max_open_files = {len(recipients) + 1}")
        for table, files in wanted.items():
            if table in _SAME:
                copy_of(connection, table, options, files)
            else:
                split(connection, table, options, files, folder / f".{table}-{os.getpid()}.{kind}")


def _describe(
    source: Source, tables: SchoolTables, recipients: Sequence[Recipient], folder: Path
) -> None:
    texts: dict[str, str] = {}
    for recipient in recipients:
        place = folder / recipient.audience / recipient.code / "csv"
        for table in tables_of(recipient, tables):
            if table not in texts:
                columns = _columns(table, source, tables)
                text = json.dumps(csvw(table, columns, source), ensure_ascii=False, indent=1)
                texts[table] = f"{text}\n"
            (place / f"{table}.csv-metadata.json").write_text(texts[table], encoding="utf-8")


def _columns(table: str, source: Source, tables: SchoolTables) -> tuple[Column, ...]:
    if table in COMMON:
        return columns_of(table, source)
    return tables.columns[PLACES if table == "dim_geografie" else table]


def _databases(
    connection: duckdb.DuckDBPyConnection,
    source: Source,
    tables: SchoolTables,
    recipients: Sequence[Recipient],
    folder: Path,
) -> None:
    """Each recipient's DuckDB file: a copy of one with empty tables, filled with its own rows.

    They come from the recipient's own Parquet file: filtered from the rows of all, DuckDB can keep
    the least and largest code of a neighbour in the statistics of the new table. Uncompressed, so
    that the last check can read every text in its bytes.
    """
    connection.execute("pragma force_compression='uncompressed'")
    templates: dict[tuple[str, ...], Path] = {}
    for recipient in recipients:
        names = tables_of(recipient, tables)
        if names not in templates:
            templates[names] = folder / f".leeg-{os.getpid()}-{len(templates)}.duckdb"
            _template(connection, source, tables, names, templates[names])
    with one_thread(connection):
        for recipient in recipients:
            names = tables_of(recipient, tables)
            place = folder / recipient.audience / recipient.code
            database = place / f"{recipient.audience}.duckdb"
            shutil.copyfile(templates[names], database)
            fill_database(connection, database, place, [t for t in names if t not in _SAME])
    connection.execute("pragma force_compression='auto'")
    for file in templates.values():
        file.unlink()


def _template(
    connection: duckdb.DuckDBPyConnection,
    source: Source,
    tables: SchoolTables,
    names: Collection[str],
    file: Path,
) -> None:
    connection.execute(f"attach '{quoted(file)}' as uit (block_size {BLOCK})")
    try:
        for table in names:
            own = "" if table in _SAME else f" exclude ({SPLIT})"
            end = "order by all" if table in _SAME else "limit 0"
            connection.execute(
                f"create table uit.main.{table} as select *{own} from uit_{table} {end}"
            )
            comment_columns(connection, table, _columns(table, source, tables))
    finally:
        connection.execute("detach uit")
