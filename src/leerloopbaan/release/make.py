"""A release, from the built warehouse to the switch of `current`."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Collection
from pathlib import Path

import duckdb

from leerloopbaan import home
from leerloopbaan.audit.run import PUBLIC
from leerloopbaan.disclosure.memory import remember
from leerloopbaan.duck import vault_connection
from leerloopbaan.intake.terms import refuse_after_end
from leerloopbaan.register.load import load_register
from leerloopbaan.register.schema import Protocol
from leerloopbaan.release import ledger
from leerloopbaan.release.plan import Audience, area_audiences, choose, school_audiences
from leerloopbaan.release.publish import release_lock, switch, write_manifest
from leerloopbaan.release.schools import write_schools
from leerloopbaan.release.site import write_site
from leerloopbaan.release.source import Source, read_source
from leerloopbaan.release.swing import write_swing
from leerloopbaan.release.tables import write_tables
from leerloopbaan.release.verify import refuse_leaks, verify_files

_EMPTY = "Voor dit publiek is er in deze vrijgave geen enkel cijfer.\n"


def make_release(
    city: str,
    *,
    root: Path | None = None,
    audiences: Collection[str] = (),
    builder: str,
    today: dt.date | None = None,
    pdf: bool = False,
) -> Path:
    """Make and publish the release of what is built; returns its folder.

    `root` holds the releases of the city (default: `releases/<city>` in the home); `today` decides
    who is assigned to which school; `pdf` prints the pages of schools too. Raises RefusedError when
    a rule forbids it: then nothing was changed.
    """
    protocol = load_register(city)
    place = root or home.releases(city)
    with (
        release_lock(place),
        vault_connection(city, landing="read_only", warehouse="read_only") as connection,
    ):
        refuse_after_end(connection, protocol, today or dt.date.today())
        source = read_source(connection)
        marts = [table for table in source.tables if table.startswith("mart_")]
        of_schools = [a for a in school_audiences(protocol) if not audiences or a in audiences]
        chosen = choose(area_audiences(protocol, marts), audiences, school_audiences(protocol))
        schools = _schools(connection)
        aside = place / f".bouw-{source.release_id}-{os.getpid()}"
        aside.mkdir()
        for audience in chosen:
            folder = aside / audience.code
            _write(connection, source, audience, protocol, folder)
            verify_files(folder, audience, schools)
            if audience.code == PUBLIC and audience.outputs:
                refuse_leaks(folder)
        if of_schools:
            write_schools(
                connection,
                source,
                protocol,
                aside,
                audiences=of_schools,
                today=today or dt.date.today(),
                schools=schools,
                pdf=pdf,
            )
        digest = write_manifest(aside, source)
        remember(city, source.release_id)
        target = switch(place, aside, source.release_id)
        ledger.built(city, source.release_id, digest=digest, by=builder)
    return target


def _write(
    connection: duckdb.DuckDBPyConnection,
    source: Source,
    audience: Audience,
    protocol: Protocol,
    folder: Path,
) -> None:
    folder.mkdir()
    write_tables(connection, source, audience, folder)
    database = folder / f"{audience.code}.duckdb"
    if not audience.outputs:
        (folder / "LEEG.txt").write_text(_EMPTY, encoding="utf-8")
    write_swing(database, audience, folder / "swing")
    write_site(database, audience, protocol, folder)


def _schools(connection: duckdb.DuckDBPyConnection) -> set[str]:
    rows = connection.execute(
        "select instellingsnummer, naam from landing.levering.ref_instellingen"
    ).fetchall()
    return {str(value) for row in rows for value in row if value}
