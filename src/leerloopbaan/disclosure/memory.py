"""What readers already hold: the cells of every release that went out and was not withdrawn.

Each release leaves one encrypted file in the vault with its cells and decisions, because the
warehouse may be deleted. The file waits in `vrijgaven` until two people approve the release, then
stands in `uitgegeven`, where the next decisions find it (see `releases`).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb

from leerloopbaan import home
from leerloopbaan.disclosure.cells import read_cells
from leerloopbaan.disclosure.releases import EarlierRelease
from leerloopbaan.duck import attach, harden, vault_connection
from leerloopbaan.errors import LeerloopbaanError
from leerloopbaan.keys.secrets import city_secret

_ALIAS = "uitgegeven"


def remember(city: str, release_id: str) -> None:
    """Keep the cells and decisions from which the release is made; whole or not at all."""
    path = _waiting(city) / f"{release_id}.duckdb"
    aside = path.with_suffix(".nieuw")
    aside.unlink(missing_ok=True)
    with vault_connection(city, warehouse="read_only") as connection:
        attach(connection, aside, _ALIAS, city_secret(city), "read_write")
        connection.execute(
            f"create table {_ALIAS}.cellen as select c.*, b.status "
            "from warehouse.cellen.cellen as c "
            "inner join warehouse.geheimhouding.besluiten as b on b.cel_id = c.cel_id"
        )
        connection.execute(f"detach {_ALIAS}")
    aside.rename(path)


def send_out(city: str, release_id: str) -> None:
    """The release went out: from now on readers hold it."""
    waiting = _waiting(city) / f"{release_id}.duckdb"
    if waiting.exists():
        waiting.rename(_out(city) / waiting.name)
    elif not (_out(city) / waiting.name).exists():
        raise LeerloopbaanError(
            f"the cells of {release_id} are not in the vault.", remedy="Make the release again."
        )


def take_back(city: str, release_id: str) -> None:
    """The release was withdrawn: it waits again."""
    out = _out(city) / f"{release_id}.duckdb"
    if out.exists():
        out.rename(_waiting(city) / out.name)


def forget_all(city: str) -> None:
    """Remove what is remembered of releases; only for synthetic deliveries that start anew."""
    for folder in (_waiting(city), _out(city)):
        for path in folder.glob("*.duckdb"):
            path.unlink()


def earlier_releases(city: str) -> tuple[EarlierRelease, ...]:
    """The releases that are out, in the order of their ids."""
    return tuple(_read(city, path) for path in sorted(_out(city).glob("*.duckdb")))


def _read(city: str, path: Path) -> EarlierRelease:
    with duckdb.connect(":memory:") as connection:
        harden(connection, city)
        attach(connection, path, _ALIAS, city_secret(city))
        table: Any = connection.sql(f"select * from {_ALIAS}.cellen").to_arrow_table()
    hidden = frozenset(
        cell
        for cell, status in zip(
            table.column("cel_id").to_pylist(), table.column("status").to_pylist(), strict=True
        )
        if status is not None
    )
    return EarlierRelease(path.stem, tuple(read_cells(table)), hidden)


def _waiting(city: str) -> Path:
    return _folder(city, "vrijgaven")


def _out(city: str) -> Path:
    return _folder(city, "uitgegeven")


def _folder(city: str, name: str) -> Path:
    path = home.vault(city) / name
    path.mkdir(mode=0o700, exist_ok=True)
    return path
