"""Load a release into the server: through DuckDB's postgres extension, then one transaction."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import duckdb
import psycopg
from psycopg.sql import SQL, Composed, Identifier

from leerloopbaan.duck import extension_file
from leerloopbaan.errors import LeerloopbaanError
from leerloopbaan.keys.derive import derive
from leerloopbaan.keys.secrets import city_secret
from leerloopbaan.serve import sql
from leerloopbaan.serve.release import Part, Role, Served, parquet_files
from leerloopbaan.serve.server import OWNER, Server, ensure_passwords


def load(server: Server, served: Served) -> dict[str, int]:
    """Serve this release and no other; returns the rows per `<audience>.<table>`.

    Readers see the whole earlier release until the last statement is done.
    """
    roles = served.roles(role_key(server.city))
    passwords = ensure_passwords(server, [role.name for role in roles])
    _make_database(server)
    with psycopg.connect(server.conninfo(OWNER), autocommit=True) as connection:
        _make_stage(connection)
        _fill_stage(server, served)
        with connection.transaction():
            connection.execute("set local lock_timeout = '10min'")
            _all(connection, sql.foundation(exists=_columns(connection, "toegang", "ontvangers")))
            _roles(connection, server.city, roles, passwords)
            counts = {}
            for part in served.parts:
                # What is public, is public for every recipient.
                everyone = part.audience == sql.PUBLIC
                readers = [r.name for r in roles if everyone or r.audience == part.audience]
                if readers:
                    _all(connection, sql.schema(part, readers))
                for table in part.tables:
                    rows = _table(connection, served, part, table, readers)
                    counts[f"{part.audience}.{table}"] = rows
            _forget(connection, served)
        connection.execute(SQL("drop schema {} cascade").format(Identifier(sql.STAGE)))
        for part in served.parts:
            _all(connection, [sql.vacuum(part, table) for table in part.tables])
    return counts


def role_key(city: str) -> bytes:
    """The city's key behind the names of roles."""
    return derive(city_secret(city), "bediening")


def _make_database(server: Server) -> None:
    owner = server.conninfo(OWNER, dbname="postgres")
    with psycopg.connect(owner, autocommit=True) as connection:
        found = connection.execute(
            "select 1 from pg_database where datname = %s", [server.city]
        ).fetchone()
        if not found:
            connection.execute(SQL("create database {}").format(Identifier(server.city)))
        for database in (server.city, "postgres", "template1"):
            connection.execute(
                SQL("revoke all on database {} from public").format(Identifier(database))
            )


def _make_stage(connection: psycopg.Connection) -> None:
    stage = Identifier(sql.STAGE)
    connection.execute(SQL("drop schema if exists {} cascade").format(stage))
    connection.execute(SQL("create schema {}").format(stage))


def _fill_stage(server: Server, served: Served) -> None:
    with duckdb.connect(":memory:") as duck:
        duck.execute("set autoinstall_known_extensions = false")
        duck.execute("set autoload_known_extensions = false")
        duck.execute(f"load '{extension_file('postgres_scanner')}'")
        target = server.connection(OWNER)
        parts = ", ".join(
            f"{key} '{target[name]}'"
            for key, name in (
                ("host", "host"), ("port", "port"), ("database", "dbname"),
                ("user", "user"), ("password", "password"),
            )
        )  # fmt: skip
        duck.execute(f"create secret (type postgres, {parts})")
        duck.execute("attach '' as pg (type postgres)")
        for part in served.parts:
            for table in part.tables:
                query, parameters = _read(served, part, table)
                name = f'pg.{sql.STAGE}."{part.audience}__{table}"'
                duck.execute(f"create table {name} as {query}", parameters)


def _read(served: Served, part: Part, table: str) -> tuple[str, list[object]]:
    """The query that reads a table of every recipient; the folder says whose a row is."""
    files = parquet_files(served, part, table)
    paths = [str(file) for _, file in files]
    if part.shared:
        return "select * from read_parquet($1)", [paths]
    depth = len(Path(paths[0]).parts) - 3
    return (
        f"select split_part(filename, '/', {depth + 1}) as {sql.RECIPIENT}, "
        "* exclude (filename) from read_parquet($1, filename = true, union_by_name = true)",
        [paths],
    )


def _roles(
    connection: psycopg.Connection, city: str, roles: tuple[Role, ...], passwords: dict[str, str]
) -> None:
    known = {
        str(name)
        for (name,) in connection.execute(
            "select rolname from pg_roles where rolname !~ '^pg_' and rolname <> %s", [OWNER]
        )
    }
    for role in roles:
        secret = connection.pgconn.encrypt_password(
            passwords[role.name].encode(), role.name.encode(), b"scram-sha-256"
        ).decode()
        _all(connection, sql.role(role, city, secret, known=role.name in known))
    for name in sorted(known - {role.name for role in roles}):
        _all(connection, sql.retire(name, city))
    connection.execute("delete from toegang.ontvangers")
    rows = [(r.name, r.recipient, r.audience) for r in roles if r.recipient is not None]
    if rows:
        connection.cursor().executemany(
            "insert into toegang.ontvangers (rol, ontvanger, publiek) values (%s, %s, %s)", rows
        )


def _table(
    connection: psycopg.Connection, served: Served, part: Part, table: str, readers: list[str]
) -> int:
    columns = _columns(connection, sql.STAGE, f"{part.audience}__{table}")
    exists = _columns(connection, part.audience, table) == columns
    _all(connection, sql.table(part, table, exists=exists))
    _all(connection, sql.replace_rows(part, table))
    _all(connection, [sql.grant(part, table, readers)])
    _all(
        connection,
        [
            sql.comment(part, table, column, text)
            for column, text in _comments(served, part, table).items()
        ],
    )
    return _count(connection, served, part, table)


def _count(connection: psycopg.Connection, served: Served, part: Part, table: str) -> int:
    place = SQL("{}.{}").format(Identifier(part.audience), Identifier(table))
    (rows,) = connection.execute(SQL("select count(*) from {}").format(place)).fetchone() or (0,)
    paths = [str(file) for _, file in parquet_files(served, part, table)]
    (written,) = duckdb.execute(
        "select sum(num_rows)::bigint from parquet_file_metadata($1)", [paths]
    ).fetchone() or (0,)
    if rows != written:
        raise LeerloopbaanError(
            f"{part.audience}.{table}: {rows} rijen geladen, {written} in de vrijgave.",
            remedy="De vorige vrijgave blijft bediend; voer het bevel opnieuw uit.",
        )
    return int(rows)


def _comments(served: Served, part: Part, table: str) -> dict[str, str]:
    files = parquet_files(served, part, table)
    metadata = files[0][1].parent.parent / "csv" / f"{table}.csv-metadata.json"
    if not metadata.exists():
        return {}
    columns = json.loads(metadata.read_text(encoding="utf-8"))["tableSchema"]["columns"]
    return {c["name"]: c["dc:description"] for c in columns if c.get("dc:description")}


def _forget(connection: psycopg.Connection, served: Served) -> None:
    """Drop audiences and tables of an earlier release that this one does not have."""
    have = {(part.audience, table) for part in served.parts for table in part.tables}
    kept = {sql.STAGE, "toegang", "public", "information_schema"}
    for schema, table in connection.execute(
        "select schemaname, tablename from pg_tables where schemaname !~ '^pg_'"
    ).fetchall():
        if schema not in kept and (schema, table) not in have:
            connection.execute(
                SQL("drop table {}.{}").format(Identifier(schema), Identifier(table))
            )


def _columns(connection: psycopg.Connection, schema: str, table: str) -> list[tuple[str, str]]:
    return [
        (str(name), str(kind))
        for name, kind in connection.execute(
            "select column_name, data_type from information_schema.columns "
            "where table_schema = %s and table_name = %s order by ordinal_position",
            [schema, table],
        ).fetchall()
    ]


def _all(connection: psycopg.Connection, statements: Sequence[SQL | Composed]) -> None:
    for statement in statements:
        connection.execute(statement)
