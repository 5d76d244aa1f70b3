"""The statements that make tables, roles and row-level security; every name is quoted.

Rows are replaced inside one transaction (delete, insert), never by dropping a table: a reader
keeps the whole earlier release until it asks again, and then has the whole new one.
"""

from __future__ import annotations

from psycopg.sql import SQL, Composed, Identifier, Literal

from leerloopbaan.serve.release import Part, Role

PUBLIC = "publiek"
STAGE = "laden"
RECIPIENT = "ontvanger"
_ACCESS = "toegang"


def foundation(*, exists: object) -> list[SQL | Composed]:
    """What stands before any release: nobody has anything, and a role finds its recipients."""
    if exists:
        return []
    place = SQL("{}.ontvangers").format(Identifier(_ACCESS))
    return [
        SQL("revoke all on schema public from public"),
        # The only objects that a role without any right could still make.
        SQL("revoke execute on function lo_create(oid), lo_creat(integer) from public"),
        SQL("revoke execute on function lo_from_bytea(oid, bytea) from public"),
        SQL("create schema {}").format(Identifier(_ACCESS)),
        SQL("grant usage on schema {} to public").format(Identifier(_ACCESS)),
        SQL(
            "create table {} (rol name not null, ontvanger text not null, publiek text not null, "
            "primary key (publiek, rol, ontvanger))"
        ).format(place),
        SQL("grant select on {} to public").format(place),
        SQL("alter table {} enable row level security").format(place),
        SQL("create policy eigen on {} for select using (rol = current_user)").format(place),
        SQL("alter table {} set (autovacuum_enabled = false)").format(place),
    ]


def role(role: Role, database: str, verifier: str, *, known: bool) -> list[Composed]:
    """A role that may connect and read, nothing else; `verifier` is its SCRAM secret."""
    name = Identifier(role.name)
    settings = {
        "default_transaction_read_only": SQL("on"),
        "statement_timeout": Literal("60s"),
        # A forgotten session does not stand in the way of the next release.
        "idle_in_transaction_session_timeout": Literal("10min"),
        "search_path": _list(list(dict.fromkeys([role.audience, PUBLIC]))),
    }
    return [
        SQL(
            "{} {} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls "
            "connection limit 10 password {}"
        ).format(SQL("alter role" if known else "create role"), name, Literal(verifier)),
        *(
            SQL("alter role {} set {} = {}").format(name, Identifier(setting), value)
            for setting, value in settings.items()
        ),
        SQL("grant connect on database {} to {}").format(Identifier(database), name),
    ]


def retire(name: str, database: str) -> list[Composed]:
    """A role that the release no longer has: it may not even connect."""
    return [
        SQL("alter role {} nologin").format(Identifier(name)),
        SQL("revoke connect on database {} from {}").format(Identifier(database), Identifier(name)),
    ]


def table(part: Part, name: str, *, exists: bool) -> list[Composed]:
    """A part's table, with row-level security when it holds rows of several recipients.

    An existing table is left as it is: only then does no reader wait for a load, nor a load for
    a reader.
    """
    place = _place(part, name)
    if exists:
        return []
    made: list[Composed] = [
        SQL("drop table if exists {}").format(place),
        SQL("create table {} (like {})").format(place, stage(part, name)),
    ]
    if not part.shared:
        made += [
            SQL("create index on {} ({})").format(place, Identifier(RECIPIENT)),
            SQL("alter table {} enable row level security").format(place),
            SQL(
                "create policy eigen on {place} for select using ({column} in "
                "(select o.ontvanger from {access}.ontvangers as o where o.publiek = {audience}))"
            ).format(
                place=place,
                column=Identifier(RECIPIENT),
                access=Identifier(_ACCESS),
                audience=Literal(part.audience),
            ),
            # No statistics: EXPLAIN estimates from them, and so tells of rows that are not shown.
            SQL("alter table {} set (autovacuum_enabled = false)").format(place),
        ]
    return made


def replace_rows(part: Part, name: str) -> list[Composed]:
    """The rows of the stage instead of those of the earlier release."""
    place = _place(part, name)
    return [
        SQL("delete from {}").format(place),
        SQL("insert into {} select * from {}").format(place, stage(part, name)),
    ]


def vacuum(part: Part, name: str) -> Composed:
    """Free the space of the earlier rows; statistics only where all rows are the reader's."""
    return SQL("vacuum {} {}").format(SQL("(analyze)" if part.shared else ""), _place(part, name))


def grant(part: Part, name: str, readers: list[str]) -> Composed:
    """Reading for exactly these roles (at least one)."""
    return SQL("grant select on {} to {}").format(_place(part, name), _list(readers))


def comment(part: Part, name: str, column: str, text: str) -> Composed:
    """The Dutch description of a column."""
    return SQL("comment on column {}.{} is {}").format(
        _place(part, name), Identifier(column), Literal(text)
    )


def schema(part: Part, readers: list[str]) -> list[Composed]:
    """The schema of an audience, for its readers alone (at least one)."""
    name = Identifier(part.audience)
    return [
        SQL("create schema if not exists {}").format(name),
        SQL("grant usage on schema {} to {}").format(name, _list(readers)),
    ]


def stage(part: Part, name: str) -> Composed:
    """The table in the stage, which no role may see."""
    return SQL("{}.{}").format(Identifier(STAGE), Identifier(f"{part.audience}__{name}"))


def _place(part: Part, name: str) -> Composed:
    return SQL("{}.{}").format(Identifier(part.audience), Identifier(name))


def _list(names: list[str]) -> Composed:
    return SQL(", ").join(Identifier(name) for name in names)
