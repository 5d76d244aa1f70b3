"""Debian's PostgreSQL server for one city: private directory, unix socket, SCRAM, no superuser.

The server never runs as root: started by root, it runs as the account `postgres` that Debian's
package makes. It listens on its socket only, or on 127.0.0.1 when a port is given.
"""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from psycopg.conninfo import make_conninfo

from leerloopbaan import home
from leerloopbaan.errors import LeerloopbaanError

OWNER = "beheer"
_ACCOUNT = "postgres"
_DEFAULT_PORT = 5432
_LONGEST_SOCKET = 107 - len("/.s.PGSQL.65535.lock")
_SETTINGS = """
password_encryption = 'scram-sha-256'
unix_socket_directories = '{sockets}'
unix_socket_permissions = 0777
port = {port}
listen_addresses = '{address}'
max_connections = 60
# Who connected is noted; what was asked is not, because a text may hold a value.
log_connections = on
log_statement = 'none'
log_min_error_statement = panic
log_min_duration_statement = -1
logging_collector = off
"""
_ACCESS = """local all all scram-sha-256
host all all 127.0.0.1/32 scram-sha-256
"""


@dataclass(frozen=True)
class Server:
    """Where one city's server stands; `port` is None when it listens on its socket alone."""

    city: str
    folder: Path
    port: int | None = None

    @property
    def data(self) -> Path:
        """PostgreSQL's own directory."""
        return self.folder / "data"

    @property
    def sockets(self) -> Path:
        """Directory of the socket: what a client gives as host."""
        return self.folder / "s"

    @property
    def passwords(self) -> Path:
        """Passwords of the roles, as libpq reads them (PGPASSFILE); its owner alone reads it."""
        return self.folder / "pgpass"

    @property
    def listens(self) -> int:
        """The port, also in the name of the socket."""
        return self.port or _DEFAULT_PORT

    def connection(self, role: str) -> dict[str, str | int]:
        """What a client needs to connect as a role."""
        return {
            "host": str(self.sockets),
            "port": self.listens,
            "dbname": self.city,
            "user": role,
            "password": password(self, role),
        }

    def conninfo(self, role: str, **instead: str) -> str:
        """The same as one text for libpq, with some of it replaced."""
        return make_conninfo("", **(self.connection(role) | instead))


def server_of(city: str, port: int | None = None) -> Server:
    """The server of a city in the home."""
    return Server(city, home.home() / "bediening" / city, port)


def binaries() -> Path | None:
    """Directory of PostgreSQL's programs (the newest that Debian installed), or None."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda p: int(p.parts[-3])
    )
    if found:
        return found[-1].parent
    server = shutil.which("postgres")
    return Path(server).resolve().parent if server else None


def start(server: Server) -> None:
    """Make the server's directory when it is not there, and start it when it does not run."""
    if len(str(server.sockets)) > _LONGEST_SOCKET:
        raise LeerloopbaanError(
            "the path of the socket is too long for a unix socket.",
            remedy="Set LEERLOOPBAAN_HOME to a directory with a shorter path.",
        )
    _make_folder(server)
    if not (server.data / "PG_VERSION").exists():
        _initialise(server)
    text = _SETTINGS.format(
        sockets=server.sockets,
        port=server.listens,
        address="127.0.0.1" if server.port else "",
    )
    _write(server.data / "postgresql.auto.conf", text)
    _write(server.data / "pg_hba.conf", _ACCESS)
    if running(server):
        _run(server, "pg_ctl", "-D", server.data, "restart", "-w", "-s", "-m", "fast",
             "-l", server.folder / "log")  # fmt: skip
    else:
        _run(server, "pg_ctl", "-D", server.data, "start", "-w", "-s", "-l", server.folder / "log")


def stop(server: Server) -> None:
    """Stop the server when it runs."""
    if running(server):
        _run(server, "pg_ctl", "-D", server.data, "stop", "-w", "-s", "-m", "fast")


def running(server: Server) -> bool:
    """Whether the server runs."""
    if not (server.data / "PG_VERSION").exists():
        return False
    try:
        _run(server, "pg_ctl", "-D", server.data, "status")
    except LeerloopbaanError:
        return False
    return True


def password(server: Server, role: str) -> str:
    """The password of a role; KeyError when it has none."""
    for line in server.passwords.read_text(encoding="utf-8").splitlines():
        *_, name, text = line.split(":")
        if name == role:
            return text
    raise KeyError(role)


def ensure_passwords(server: Server, roles: list[str]) -> dict[str, str]:
    """Role → password; a new role gets a random one, a known one keeps its own."""
    known: dict[str, str] = {}
    if server.passwords.exists():
        for line in server.passwords.read_text(encoding="utf-8").splitlines():
            *_, name, text = line.split(":")
            known[name] = text
    for role in (OWNER, *roles):
        known.setdefault(role, secrets.token_hex(16))
    lines = [f"*:*:*:{role}:{text}" for role, text in known.items()]
    _write(server.passwords, "\n".join(lines) + "\n", own=True)
    return known


def _make_folder(server: Server) -> None:
    server.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    server.sockets.mkdir(mode=0o700, exist_ok=True)
    account = _account()
    if account is not None:
        for place in (server.folder, server.sockets):
            os.chown(place, account.pw_uid, account.pw_gid)
    try:
        _run(server, None, "test", "-w", server.folder)
    except (LeerloopbaanError, PermissionError):
        raise LeerloopbaanError(
            f"the account {_ACCOUNT} cannot reach {server.folder}.",
            remedy="Run as an ordinary account, or set LEERLOOPBAAN_HOME to a directory whose "
            "parents that account may enter.",
        ) from None


def _initialise(server: Server) -> None:
    secret = server.folder / "eerste"
    _write(secret, ensure_passwords(server, [])[OWNER])
    try:
        _run(
            server, "initdb", "-D", server.data, "-U", OWNER, "-E", "UTF8", "--locale=C.UTF-8",
            "--auth=scram-sha-256", "--data-checksums", "--no-instructions",
            f"--pwfile={secret}",
        )  # fmt: skip
    finally:
        secret.unlink()


def _write(file: Path, text: str, *, own: bool = False) -> None:
    """Write a private file; the server's account owns it unless it is our `own`."""
    file.unlink(missing_ok=True)
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as opened:
        opened.write(text)
    account = _account()
    if account is not None and not own:
        os.chown(file, account.pw_uid, account.pw_gid)


def _account() -> pwd.struct_passwd | None:
    """The account of the server when we are root; None: our own."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam(_ACCOUNT)
    except KeyError:
        raise LeerloopbaanError(
            f"PostgreSQL does not run as root, and there is no account {_ACCOUNT}.",
            remedy="Install Debian's postgresql, or run as an ordinary account.",
        ) from None


def _run(server: Server, program: str | None, *arguments: str | Path) -> None:
    folder = binaries()
    if folder is None:
        raise LeerloopbaanError(
            "PostgreSQL is not installed.", remedy="On Debian: apt-get install postgresql."
        )
    command = [*((str(folder / program),) if program else ()), *map(str, arguments)]
    account = _account()
    result = subprocess.run(
        command,
        cwd=server.folder,
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "PGTZ": "UTC"},
        stdin=subprocess.DEVNULL,
        # Not a pipe: the server that pg_ctl leaves behind would hold it open.
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
        user=account.pw_uid if account else None,
        group=account.pw_gid if account else None,
        extra_groups=[] if account else None,
    )
    if result.returncode:
        raise LeerloopbaanError(
            f"{program or arguments[0]} of the server of {server.city} failed.",
            remedy=f"See {server.folder / 'log'}.",
        )
