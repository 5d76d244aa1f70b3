"""A PostgreSQL server of its own for the tests, in a directory that its account may enter."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from bi.made import write_release
from leerloopbaan import home
from leerloopbaan.keys.secrets import make_demo_secret
from leerloopbaan.register.load import load_register
from leerloopbaan.serve import load as loading
from leerloopbaan.serve import server as postgres
from leerloopbaan.serve.release import Served, choose_release, read_release

CITY = "antwerpen"
NO_SERVER = "PostgreSQL is not installed: the tests of `leerloopbaan serve` did NOT run"


@dataclass(frozen=True)
class House:
    """A home with releases, and a server that serves them."""

    root: Path
    server: postgres.Server

    def hurry(self) -> None:
        """Let the tests' server not wait for the disk."""
        settings = self.server.data / "postgresql.conf"
        with settings.open("a", encoding="utf-8") as opened:
            opened.write("fsync = off\n")
        owner = self.server.conninfo(postgres.OWNER, dbname="postgres")
        with psycopg.connect(owner) as connection:
            connection.execute("select pg_reload_conf()")

    def serve(self, name: str | None = None) -> Served:
        """Load a release (default: as `leerloopbaan serve` chooses)."""
        served = read_release(choose_release(CITY, name), load_register(CITY))
        loading.load(self.server, served)
        return served

    def serve_folder(self, folder: Path) -> Served:
        """Load the release in a folder of another home."""
        served = read_release(folder, load_register(CITY))
        loading.load(self.server, served)
        return served

    def role(self, served: Served, audience: str, recipient: str | None = None) -> str:
        """Name of the role of a recipient."""
        roles = served.roles(loading.role_key(CITY))
        return next(r.name for r in roles if (r.audience, r.recipient) == (audience, recipient))

    def owner(self) -> psycopg.Connection:
        """A connection as the owner, outside transactions."""
        return psycopg.connect(self.server.conninfo(postgres.OWNER), autocommit=True)

    def connect(self, role: str) -> psycopg.Connection:
        """A connection as a role."""
        return psycopg.connect(self.server.conninfo(role))


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    if postgres.binaries() is None:
        pytest.skip(NO_SERVER)  # only Debian packages it; .ci/run installs it
    # Short, for the socket; open to be passed through, for the server's own account.
    place = Path(tempfile.mkdtemp(prefix="llb-"))
    place.chmod(0o711)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LEERLOOPBAAN_HOME", str(place))
        make_demo_secret(CITY)
        write_release(home.releases(CITY), 1)
        server = postgres.server_of(CITY)
        try:
            postgres.start(server)
            made = House(place, server)
            made.hurry()
            yield made
        finally:
            postgres.stop(server)
            shutil.rmtree(place)


@pytest.fixture
def first(house: House) -> Served:
    """Release 1, served."""
    try:
        with house.connect("publiek") as connection:
            found = connection.execute("select release_id from release").fetchone()
    except (KeyError, psycopg.Error):
        found = None
    if found == ("antwerpen-0001",):
        return read_release(choose_release(CITY, found[0]), load_register(CITY))
    return house.serve("antwerpen-0001")
