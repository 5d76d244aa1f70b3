"""Every recipient of school figures: its files, its pages, and the last look at them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection
from pathlib import Path

import duckdb

from leerloopbaan.duck import vault_connection
from leerloopbaan.register.load import load_register
from leerloopbaan.register.schema import Protocol
from leerloopbaan.release.portrait_pdf import print_portraits
from leerloopbaan.release.recipients import (
    PROGRAMME,
    SCHOOL,
    Recipient,
    decisions_file,
    read_decisions,
    recipients,
)
from leerloopbaan.release.school_site import write_school_pages
from leerloopbaan.release.school_tables import school_tables, write_school_tables
from leerloopbaan.release.source import Source, read_source
from leerloopbaan.release.verify_schools import verify_school_files

_NOBODY = "In deze vrijgave is er niemand die dit krijgt: geen school is toegewezen.\n"


def recipients_of(
    connection: duckdb.DuckDBPyConnection,
    source: Source,
    protocol: Protocol,
    folder: Path,
    *,
    audiences: Collection[str],
    today: dt.date,
) -> tuple[Recipient, ...]:
    """Who gets figures of schools; an audience without recipients gets a file that says so."""
    tables = school_tables(connection)
    if not tables.products:
        return ()
    found = tuple(
        recipient
        for recipient in recipients(
            connection,
            protocol,
            tables.products,
            today=today,
            decisions=read_decisions(decisions_file(source.city)),
        )
        if recipient.audience in audiences
    )
    for audience in (SCHOOL, PROGRAMME):
        if audience in audiences and not any(r.audience == audience for r in found):
            (folder / audience).mkdir()
            (folder / audience / "LEEG.txt").write_text(_NOBODY, encoding="utf-8")
    return found


def write_recipients(
    connection: duckdb.DuckDBPyConnection,
    source: Source,
    protocol: Protocol,
    folder: Path,
    found: Collection[Recipient],
    *,
    schools: Collection[str],
    pdf: bool = False,
) -> None:
    """Write and verify `folder/<audience>/<recipient>/` of these recipients.

    schools: numbers and names of all institutions, of which each file may hold its own only.
    """
    tables = school_tables(connection)
    given = tuple(found)
    write_school_tables(connection, source, tables, given, folder)
    write_school_pages(protocol, tables, given, folder)
    verify_school_files(folder, protocol, tables, given, schools)
    if pdf:
        print_portraits(folder, given)


def write_share(
    city: str, folder: Path, found: Collection[Recipient], schools: Collection[str], pdf: bool
) -> None:
    """The same in a process of its own, with its own connection to the vault."""
    with vault_connection(city, landing="read_only", warehouse="read_only") as connection:
        write_recipients(
            connection,
            read_source(connection),
            load_register(city),
            folder,
            found,
            schools=schools,
            pdf=pdf,
        )


def shares(found: Collection[Recipient], parts: int) -> list[tuple[Recipient, ...]]:
    """Recipients in as many parts, of about the same work.

    A board stands beside its schools: the page of a school is then made once for both.
    """
    boards = [r for r in found if r.audience == SCHOOL and r.schools != (r.code,)]
    board_of = {school: board.code for board in boards for school in board.schools}
    groups: dict[str, list[Recipient]] = defaultdict(list)
    for recipient in found:
        groups[board_of.get(recipient.schools[0], recipient.code)].append(recipient)
    made: list[list[Recipient]] = [[] for _ in range(parts)]
    work = [0] * parts
    for group in sorted(groups.values(), key=lambda g: (-sum(len(r.grants) for r in g), g[0].code)):
        at = work.index(min(work))
        made[at] += group
        work[at] += sum(len(r.grants) for r in group)
    return [tuple(sorted(part, key=lambda r: (r.audience, r.code))) for part in made if part]
