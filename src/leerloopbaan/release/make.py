"""A release, from the built warehouse to the switch of `current`."""

from __future__ import annotations

import datetime as dt
import os
import shutil
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
from leerloopbaan.release.plan import (
    Audience,
    Output,
    area_audiences,
    choose,
    school_audiences,
)
from leerloopbaan.release.proof import AREAS, prove_schools, refuse_unproven
from leerloopbaan.release.publish import name_of, release_lock, switch, write_manifest
from leerloopbaan.release.schools import recipients_of, shares, write_share
from leerloopbaan.release.site import write_site
from leerloopbaan.release.source import Source, read_source
from leerloopbaan.release.swing import write_swing
from leerloopbaan.release.tables import write_tables
from leerloopbaan.release.verify import refuse_leaks, verify_files
from leerloopbaan.workers import pool, processes

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
        others = school_audiences(protocol)
        chosen = choose(area_audiences(protocol, marts), audiences, others)
        aside = place / f".bouw-{source.release_id}-{os.getpid()}"
        aside.mkdir()
        found = recipients_of(
            connection,
            source,
            protocol,
            aside,
            audiences=[a for a in others if not audiences or a in audiences],
            today=today or dt.date.today(),
        )
        schools = _schools(connection)
        workers = processes()
        with pool(workers) as jobs:
            running = [
                jobs.submit(write_share, city, aside, share, schools, pdf)
                for share in shares(found, workers)
            ]
            running += [jobs.submit(prove_schools, city)] if found else []
            try:
                refuse_unproven(connection, protocol, AREAS)
                write_areas(connection, source, protocol, aside, audiences=chosen, schools=schools)
                for job in running:
                    job.result()
            except BaseException:
                jobs.shutdown(wait=True, cancel_futures=True)
                raise
        digest = write_manifest(aside, source)
        name = name_of(place, aside, source.release_id)
        remember(city, name)
        target = switch(place, aside, name)
        ledger.built(city, name, digest=digest, by=builder)
    return target


def write_areas(
    connection: duckdb.DuckDBPyConnection,
    source: Source,
    protocol: Protocol,
    folder: Path,
    *,
    audiences: Collection[Audience],
    schools: Collection[str],
) -> None:
    """Write and verify `folder/<audience>` of the audiences that get figures by area."""
    made: dict[tuple[Output, ...], Path] = {}
    for audience in audiences:
        place = folder / audience.code
        if audience.outputs in made:
            _copy(made[audience.outputs], place, audience)
            continue
        _write(connection, source, audience, protocol, place)
        verify_files(place, audience, schools)
        made[audience.outputs] = place
    if any(audience.code == PUBLIC and audience.outputs for audience in audiences):
        refuse_leaks(folder / PUBLIC)


def _copy(made: Path, place: Path, audience: Audience) -> None:
    """The same figures for another audience: the same files, its own name."""
    shutil.copytree(made, place)
    (place / f"{made.name}.duckdb").rename(place / f"{audience.code}.duckdb")


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
