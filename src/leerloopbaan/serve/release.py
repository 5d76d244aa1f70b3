"""Which release is served, and what is in it for whom, read from its folders alone.

`<audience>/parquet/*.parquet` is one recipient; `<audience>/<recipient>/parquet/*.parquet` is
one recipient of several (a school, say), each with its own rows of the same tables.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import dataclass
from pathlib import Path

from leerloopbaan import home
from leerloopbaan.errors import RefusedError
from leerloopbaan.register.schema import Protocol
from leerloopbaan.release.ledger import APPROVED
from leerloopbaan.release.publish import CURRENT, MANIFEST, intact


@dataclass(frozen=True)
class Part:
    """One audience of a release: its tables, for everyone in it or per recipient."""

    audience: str
    recipients: tuple[str, ...]
    tables: tuple[str, ...]

    @property
    def shared(self) -> bool:
        """Whether everyone in the audience sees the same rows."""
        return not self.recipients


@dataclass(frozen=True)
class Role:
    """A role of the server: its audience, and whose rows it sees (None: all of the audience's)."""

    name: str
    audience: str
    recipient: str | None


@dataclass(frozen=True)
class Served:
    """A release as it is served: its number, its folder and its parts."""

    release_id: str
    folder: Path
    parts: tuple[Part, ...]

    def roles(self, key: bytes) -> tuple[Role, ...]:
        """One role per audience, or per recipient of it.

        Every role of a PostgreSQL server can read the names of all others, so the name of one
        recipient among many says nothing: it is an HMAC under the city's `key`.
        """
        return tuple(
            Role(part.audience, part.audience, None)
            if who is None
            else Role(f"{part.audience}_{_token(key, part.audience, who)}", part.audience, who)
            for part in self.parts
            for who in ((None,) if part.shared else part.recipients)
        )


def choose_release(city: str, name: str | None = None) -> Path:
    """The folder of the release to serve: approved, or synthetic; its bytes as they were made.

    `name` is a number, `current` or None (the approved one; without one, a synthetic `current`).
    """
    root = home.releases(city)
    folder = root / (name or (APPROVED if (root / APPROVED).exists() else CURRENT))
    if not (folder / MANIFEST).exists():
        raise RefusedError(
            f"er is geen vrijgave van {city} om te bedienen.",
            remedy=f"Voer eerst uit: leerloopbaan release --city {city}.",
        )
    folder = folder.resolve()
    intact(folder)
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    approved = (root / APPROVED).resolve() == folder
    if not (approved or manifest["synthetisch"]):
        raise RefusedError(
            f"{folder.name} is niet goedgekeurd: enkel een goedgekeurde vrijgave wordt bediend.",
            remedy=f"Twee mensen keuren goed: leerloopbaan approve {folder.name} --as NAAM.",
        )
    return folder


def read_release(folder: Path, protocol: Protocol) -> Served:
    """The parts of a release; an audience that the register does not know is refused."""
    known = {audience.code for audience in protocol.publieken}
    parts = []
    for place in sorted(path for path in folder.iterdir() if path.is_dir()):
        if place.name not in known:
            raise RefusedError(
                f"{folder.name}: onbekend publiek {place.name} (artikel 4, R-52).",
                remedy=f"Het register kent: {', '.join(sorted(known))}.",
            )
        parts.append(_part(place))
    return Served(folder.name, folder, tuple(parts))


def parquet_files(served: Served, part: Part, table: str) -> list[tuple[str | None, Path]]:
    """(recipient, file) of every Parquet file of one table."""
    place = served.folder / part.audience
    if part.shared:
        return [(None, place / "parquet" / f"{table}.parquet")]
    files = ((who, place / who / "parquet" / f"{table}.parquet") for who in part.recipients)
    return [(who, file) for who, file in files if file.exists()]


def _token(key: bytes, audience: str, recipient: str) -> str:
    text = f"{audience}|{recipient}".encode()
    return hmac.new(key, text, hashlib.sha256).hexdigest()[:12]


def _part(place: Path) -> Part:
    if (place / "parquet").is_dir():
        return Part(place.name, (), _tables([place]))
    folders = sorted(p for p in place.iterdir() if (p / "parquet").is_dir())
    return Part(place.name, tuple(p.name for p in folders), _tables(folders))


def _tables(folders: list[Path]) -> tuple[str, ...]:
    files = (file for folder in folders for file in (folder / "parquet").glob("*.parquet"))
    return tuple(sorted({file.stem for file in files}))
