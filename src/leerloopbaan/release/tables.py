"""The files of one audience: DuckDB, Parquet, and CSV with CSVW metadata, all newly written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from leerloopbaan.release.plan import DIMENSIONS, Audience
from leerloopbaan.release.source import Column, Source

#: How a table is written, by the extension of its file.
KINDS = (("parquet", "format parquet, compression zstd"), ("csv", "header"))
#: Bytes of a block in a DuckDB file. In blocks of DuckDB's usual size (262144) what a process had
#: in memory can end up in gaps of a new file; in small ones the same rows give the same bytes.
BLOCK = 16384
_CSVW_TYPES = {
    "INTEGER": "integer",
    "BIGINT": "integer",
    "DOUBLE": "double",
    "BOOLEAN": "boolean",
    "DATE": "date",
}
#: What only the release knows, in its own row.
_EXTRA = (
    Column("synthetisch", "BOOLEAN", "Of de vrijgave uit synthetische leveringen is gemaakt."),
    Column("leveringen", "VARCHAR", "De leveringen waaruit de vrijgave is gemaakt (begin van hun "
           "hash), gescheiden door een spatie."),
    Column("certificaten_sha256", "VARCHAR", "SHA-256 van de bewijzen van geheimhouding; die "
           "blijven in de kluis."),
)  # fmt: skip


def write_tables(
    connection: duckdb.DuckDBPyConnection, source: Source, audience: Audience, folder: Path
) -> None:
    """Write an audience's marts and the dimensions to `folder`.

    A mart holds only the levels that the register gives this audience.
    """
    (folder / "parquet").mkdir(parents=True)
    (folder / "csv").mkdir()
    database = folder / f"{audience.code}.duckdb"
    # With one thread the same rows give the same bytes.
    with one_thread(connection):
        _write_all(connection, source, audience, folder, database)


def _write_all(
    connection: duckdb.DuckDBPyConnection,
    source: Source,
    audience: Audience,
    folder: Path,
    database: Path,
) -> None:
    connection.execute(f"attach '{quoted(database)}' as uit (block_size {BLOCK})")
    try:
        for table in _names(audience, source):
            connection.execute(
                f"create table uit.main.{table} as "
                f"select *{release_extra(table, source)} from warehouse.marts.{table} "
                f"{_filter(audience, table)} order by all"
            )
            columns = columns_of(table, source)
            comment_columns(connection, table, columns)
            for kind, options in KINDS:
                file = folder / kind / f"{table}.{kind}"
                connection.execute(
                    f"copy (select * from uit.main.{table} order by all) "
                    f"to '{quoted(file)}' ({options})"
                )
            metadata = json.dumps(csvw(table, columns, source), ensure_ascii=False, indent=1)
            (folder / "csv" / f"{table}.csv-metadata.json").write_text(
                metadata + "\n", encoding="utf-8"
            )
    finally:
        connection.execute("detach uit")


def _names(audience: Audience, source: Source) -> list[str]:
    marts = [output.mart for output in audience.outputs]
    return [*marts, *(table for table in DIMENSIONS if table in source.tables)]


def columns_of(table: str, source: Source) -> tuple[Column, ...]:
    """The columns of a published table of areas, or of one that is the same for all."""
    return source.tables[table] + (_EXTRA if table == "release" else ())


def release_extra(table: str, source: Source) -> str:
    """What only the release knows is added to its own row."""
    if table != "release":
        return ""
    deliveries = " ".join(delivery["levering"][:12] for delivery in source.deliveries)
    return (
        f", {str(source.synthetic).lower()} as synthetisch, '{deliveries}' as leveringen, "
        f"'{source.certificates}' as certificaten_sha256"
    )


def _filter(audience: Audience, table: str) -> str:
    for output in audience.outputs:
        if output.mart == table:
            levels = ", ".join(f"'{quoted(level)}'" for level in sorted(output.levels))
            return f"where geo_niveau in ({levels})"
    return ""


def comment_columns(
    connection: duckdb.DuckDBPyConnection, table: str, columns: tuple[Column, ...]
) -> None:
    """Give the columns of a table in the attached file `uit` their Dutch descriptions."""
    for column in columns:
        text = column.comment.strip().replace("'", "''")
        connection.execute(f"comment on column uit.main.{table}.{column.name} is '{text}'")


def csvw(table: str, columns: tuple[Column, ...], source: Source) -> dict[str, object]:
    """The CSVW metadata of `<table>.csv`."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "nl"}],
        "url": f"{table}.csv",
        "dc:source": source.source_line,
        "dc:identifier": source.release_id,
        "dialect": {"header": True, "delimiter": ",", "encoding": "utf-8"},
        "tableSchema": {
            "columns": [
                {
                    "name": column.name,
                    "titles": column.name,
                    "datatype": _CSVW_TYPES.get(column.type, "string"),
                    "dc:description": column.comment.strip(),
                }
                for column in columns
            ]
        },
    }


@contextmanager
def one_thread(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """With one thread DuckDB writes one file per part, and the same bytes each time."""
    before = connection.execute("select current_setting('threads')").fetchone()
    connection.execute("set threads = 1")
    try:
        yield
    finally:
        connection.execute(f"set threads = {before[0] if before else 2}")


def quoted(value: Path | str) -> str:
    """A value for between quotes in SQL."""
    return str(value).replace("'", "''")
