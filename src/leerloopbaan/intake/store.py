"""The landing file as a whole: one writer at a time, and always either before or after.

A change is made on a copy that takes the file's place when it is complete and on disk. A killed
run, a full disk or a power cut leaves the old file as it was, with nothing to repair; a reader
that has the file open keeps what it saw.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb

from leerloopbaan import duck, home
from leerloopbaan.errors import LeerloopbaanError
from leerloopbaan.keys.derive import file_key
from leerloopbaan.keys.secrets import CitySecret, city_secret

MEMORY_LIMIT = "1200MB"
# Below this many bytes the threads of DuckDB mostly wait for each other: one takes half the
# processor time of two, and no longer.
_WORTH_THREADS = 1 << 26
LOCK_PATIENCE_SECONDS = 60.0
_POLL_SECONDS = 0.05


@contextmanager
def exclusive(city: str, patience: float = LOCK_PATIENCE_SECONDS) -> Iterator[Path]:
    """Hold the city's gate; yields an empty private directory for this run.

    Raises LeerloopbaanError when another process holds the gate longer than `patience` seconds.
    The lock vanishes with the process: a killed run leaves nothing to unlock.
    """
    descriptor = os.open(home.vault(city) / "landing.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _wait_for(descriptor, city, time.monotonic() + patience)
        scratch = home.spill_directory(city) / "intake"
        # Whoever holds the lock owns this directory: what a killed run left there goes.
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir(mode=0o700)
        _remove_unfinished(city)
        try:
            yield scratch
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
    finally:
        os.close(descriptor)


@contextmanager
def gate_connection(
    city: str, scratch: Path, *, size: int | None = None
) -> Iterator[duckdb.DuckDBPyConnection]:
    """An in-memory connection, spilling encrypted to `scratch`, with `landing` read-only.

    Without a landing file an empty in-memory database takes its place. `size` is that of the
    delivery, unpacked, when it is known.
    """
    secret = city_secret(city)
    connection = duckdb.connect(":memory:")
    try:
        duck.harden(connection, city)
        connection.execute(f"set temp_directory = '{scratch}'")
        connection.execute(f"set memory_limit = '{MEMORY_LIMIT}'")
        connection.execute("set enable_progress_bar = false")
        if size is not None and size < _WORTH_THREADS:
            connection.execute("set threads = 1")
        _absorb_log(connection, city, secret)
        _attach_to_read(connection, city, secret)
        yield connection
    finally:
        connection.close()


def change(
    connection: duckdb.DuckDBPyConnection,
    city: str,
    work: Callable[[duckdb.DuckDBPyConnection], None],
    *,
    rewrite: bool = False,
) -> None:
    """Run `work` in one transaction on a copy of the landing file, then switch to the copy.

    Inside `work` the copy is attached as `landing`. When `work` or the disk fails, the
    landing file is untouched. `rewrite` puts what remains into a fresh file, so that deleted
    rows are nowhere any more. Raises LeerloopbaanError for a disk that is full.
    """
    secret = city_secret(city)
    target = home.landing_file(city)
    copy = _copy_in_progress(city)
    fresh = _fresh_in_progress(city)
    connection.execute("detach landing")
    try:
        try:
            if target.exists():
                shutil.copyfile(target, copy)
            duck.attach(connection, copy, "landing", secret, "read_write")
            copy.chmod(0o600)
            _in_one_transaction(connection, work)
            connection.execute("checkpoint landing")
            if rewrite:
                _write_fresh(connection, copy, fresh, secret)
            connection.execute("detach landing")
            switch(fresh if rewrite else copy, target)
        except (OSError, duckdb.IOException, duckdb.FatalException, LeerloopbaanError) as error:
            raise _not_written(city, error) from None
    finally:
        connection.execute("detach database if exists landing")
        connection.execute("detach database if exists vorige")
        _remove_unfinished(city)
    _attach_to_read(connection, city, secret)


def _write_fresh(
    connection: duckdb.DuckDBPyConnection, copy: Path, fresh: Path, secret: CitySecret
) -> None:
    """All live rows of `copy` into the new file `fresh`, counted on both sides.

    Leaves `fresh` attached as `landing`.
    """
    connection.execute("detach landing")
    duck.attach(connection, fresh, "landing", secret, "read_write")
    fresh.chmod(0o600)
    key = file_key(secret, "landing")
    connection.execute(f"attach '{copy}' as vorige (encryption_key '{key}', read_only)")
    connection.execute("copy from database vorige to landing")
    connection.execute("checkpoint landing")
    if _row_counts(connection, "vorige") != _row_counts(connection, "landing"):
        raise LeerloopbaanError("the rewritten landing file is not complete; nothing was changed.")
    connection.execute("detach vorige")


def _row_counts(connection: duckdb.DuckDBPyConnection, database: str) -> dict[str, int]:
    names = connection.execute(
        "select schema_name, table_name from duckdb_tables() where database_name = ? order by all",
        [database],
    ).fetchall()
    counts = {}
    for schema, table in names:
        row = connection.execute(f"select count(*) from {database}.{schema}.{table}").fetchone()
        counts[f"{schema}.{table}"] = int(row[0]) if row else 0
    return counts


def switch(new: Path, target: Path) -> None:
    """Put the complete file `new` in the place of `target`, durably."""
    with new.open("rb") as file:
        os.fsync(file.fileno())
    new.replace(target)
    descriptor = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _in_one_transaction(
    connection: duckdb.DuckDBPyConnection, work: Callable[[duckdb.DuckDBPyConnection], None]
) -> None:
    connection.execute("begin transaction")
    try:
        work(connection)
        connection.execute("commit")
    except BaseException:
        with suppress(duckdb.Error):  # the copy is thrown away in any case
            connection.execute("rollback")
        raise


def _not_written(city: str, error: Exception) -> LeerloopbaanError:
    if isinstance(error, LeerloopbaanError):
        return error
    return LeerloopbaanError(
        f"the landing file of {city} could not be written ({type(error).__name__}); "
        "nothing was changed.",
        remedy="Check that the disk is not full and run the command again.",
    )


def _attach_to_read(connection: duckdb.DuckDBPyConnection, city: str, secret: CitySecret) -> None:
    if home.landing_file(city).exists():
        duck.attach(connection, home.landing_file(city), "landing", secret)
    else:
        connection.execute("attach if not exists ':memory:' as landing")


def _absorb_log(connection: duckdb.DuckDBPyConnection, city: str, secret: CitySecret) -> None:
    """A log beside the file (left by a shell on the vault) is first written into the file."""
    target = home.landing_file(city)
    if target.exists() and _wal(target).exists():
        duck.attach(connection, target, "landing", secret, "read_write")
        connection.execute("checkpoint landing")
        connection.execute("detach landing")


def _wait_for(descriptor: int, city: str, deadline: float) -> None:
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise LeerloopbaanError(
                    f"the landing file of {city} is in use by another process.",
                    remedy="Wait until it is free and run the command again.",
                ) from None
            time.sleep(_POLL_SECONDS)


def _copy_in_progress(city: str) -> Path:
    return home.vault(city) / "landing.nieuw"


def _fresh_in_progress(city: str) -> Path:
    return home.vault(city) / "landing.schoon"


def _remove_unfinished(city: str) -> None:
    for path in (_copy_in_progress(city), _fresh_in_progress(city)):
        path.unlink(missing_ok=True)
        _wal(path).unlink(missing_ok=True)


def _wal(path: Path) -> Path:
    return path.with_name(path.name + ".wal")
