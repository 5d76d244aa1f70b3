"""The files of recipients of school figures, cut from tables of all of them (`uit_<table>`).

Parquet: DuckDB splits a table over the recipients, one folder each. CSV: one text, cut between
them. DuckDB: a copy of a file with empty tables, filled from the recipient's own Parquet files.
What is the same for all is written once and copied.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import duckdb

from leerloopbaan.errors import RefusedError
from leerloopbaan.release.tables import quoted

#: Column that says whose a row is (`<audience>.<recipient>`); in no file.
SPLIT = "ontvanger"


def copy_of(
    connection: duckdb.DuckDBPyConnection, table: str, options: str, files: list[Path]
) -> None:
    """A table that is the same for all: written once, copied to the others."""
    first, *others = files
    connection.execute(
        f"copy (select * from uit_{table} order by all) to '{quoted(first)}' ({options})"
    )
    for file in others:
        shutil.copyfile(first, file)


def split_parquet(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    options: str,
    files: list[Path],
    aside: Path,
) -> None:
    """One Parquet file per recipient, also for who has no row; `aside` is a folder to work in."""
    kind = files[0].suffix
    connection.execute(
        f"copy uit_{table} to '{quoted(aside)}' "
        f"({options}, partition_by ({SPLIT}), filename_pattern 'deel')"
    )
    empty: Path | None = None
    for file in files:
        part = aside / f"{SPLIT}={file.parents[2].name}.{file.parents[1].name}" / f"deel0{kind}"
        if part.exists():
            part.rename(file)
            continue
        if empty is None:
            empty = aside / f"leeg{kind}"
            connection.execute(
                f"copy (select * exclude ({SPLIT}) from uit_{table} limit 0) "
                f"to '{quoted(empty)}' ({options})"
            )
        shutil.copyfile(empty, file)
    if empty is not None:
        empty.unlink()
    if any(left.is_file() for left in aside.rglob("*")):
        raise RefusedError(
            f"{table}: er zijn rijen voor niemand.", remedy="De vrijgave is niet gemaakt."
        )
    shutil.rmtree(aside)


def split_csv(
    connection: duckdb.DuckDBPyConnection, table: str, options: str, files: list[Path], whole: Path
) -> None:
    """One CSV file of everybody's rows, in the order of who gets them, cut between recipients.

    `whole` is that file, and is removed.
    """
    connection.execute(
        f"copy (select * exclude ({SPLIT}) from uit_{table}) to '{quoted(whole)}' ({options})"
    )
    counts = dict(
        connection.execute(f"select {SPLIT}, count(*) from uit_{table} group by all").fetchall()
    )
    with whole.open("rb") as lines:
        heading = lines.readline()
        rows = list(lines)
    if len(rows) != sum(counts.values()):
        raise RefusedError(
            f"{table}: een tekst loopt over meer dan één regel.",
            remedy="Verbeter de naam in de referentielijst.",
        )
    parts: dict[str, list[bytes]] = {}
    start = 0
    for who in sorted(counts):
        parts[who] = rows[start : start + counts[who]]
        start += counts[who]
    for file in files:
        mine = parts.pop(f"{file.parents[2].name}.{file.parents[1].name}", [])
        file.write_bytes(heading + b"".join(mine))
    if parts:
        raise RefusedError(
            f"{table}: er zijn rijen voor niemand.", remedy="De vrijgave is niet gemaakt."
        )
    whole.unlink()


def fill_database(
    connection: duckdb.DuckDBPyConnection, database: Path, place: Path, names: Sequence[str]
) -> None:
    """Put the rows of a recipient's Parquet files in its database.

    From the file, because filtered from the rows of all, DuckDB can keep the least and largest code
    of a neighbour in the statistics of the new table.
    """
    connection.execute(f"attach '{quoted(database)}' as uit")
    try:
        for table in names:
            own = place / "parquet" / f"{table}.parquet"
            connection.execute(
                f"insert into uit.main.{table} by name "
                f"select * from read_parquet('{quoted(own)}', hive_partitioning = false)"
            )
    finally:
        connection.execute("detach uit")
