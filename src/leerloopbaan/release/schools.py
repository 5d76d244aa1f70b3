"""Every recipient of school figures: its files, its pages, and the last look at them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from pathlib import Path

import duckdb

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
from leerloopbaan.release.source import Source
from leerloopbaan.release.verify_schools import verify_school_files

_NOBODY = "In deze vrijgave is er niemand die dit krijgt: geen school is toegewezen.\n"


def write_schools(
    connection: duckdb.DuckDBPyConnection,
    source: Source,
    protocol: Protocol,
    folder: Path,
    *,
    audiences: Collection[str],
    today: dt.date,
    schools: Collection[str],
    pdf: bool = False,
) -> tuple[Recipient, ...]:
    """Write and verify `folder/<audience>/<recipient>/`; returns the recipients.

    schools: numbers and names of all institutions, of which each file may hold its own only.
    """
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
    write_school_tables(connection, source, tables, found, folder)
    write_school_pages(protocol, tables, found, folder)
    verify_school_files(folder, protocol, tables, found, schools)
    if pdf:
        print_portraits(folder, found)
    return found
