"""Which files a delivery consists of, and what can be known of one without reading its rows."""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from leerloopbaan.errors import LeerloopbaanError
from leerloopbaan.intake.findings import Bevinding, Refused

Soort = Literal["csv", "xlsx", "parquet"]
_CHUNK = 1 << 20
# Workbooks and Parquet files are some times smaller than their text.
_PACKED = 8
_SUFFIXES = {".csv", ".txt", ".tsv", ".xlsx", ".xlsm", ".parquet"}
_OLE_MAGIC = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True)
class Bron:
    """One delivered file: `sha256` of its bytes, its kind, and for text its encoding.

    `onleesbaar` says, in Dutch, why no reader can read it; `laatste_regel_open` is the number
    of the last line when no line end closes it; `regeleinden_gemengd`: not every line ends alike.
    """

    pad: Path
    naam: str
    soort: Soort
    sha256: str
    grootte: int
    codering: Literal["utf-8", "cp1252"] = "utf-8"
    onleesbaar: str | None = None
    laatste_regel_open: int | None = None
    regeleinden_gemengd: bool = False

    @property
    def uitgepakt(self) -> int:
        """About how many bytes the file is as text."""
        return self.grootte * (1 if self.soort == "csv" else _PACKED)


def collect(paths: Iterable[Path]) -> list[Path]:
    """The files behind `paths` (directories are searched), each once, in a fixed order."""
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = sorted(
                p for p in path.rglob("*") if p.is_file() and not p.name.startswith((".", "~$"))
            )
            if not inside:
                raise LeerloopbaanError(
                    f"the directory {path.name} holds no files.", remedy="Check the path."
                )
            found.update(dict.fromkeys(p.resolve() for p in inside))
        elif path.is_file():
            found[path.resolve()] = None
        else:
            raise LeerloopbaanError(
                f"{path.name} does not exist or is no file.", remedy="Check the path."
            )
    return sorted(found, key=lambda p: (p.name, str(p)))


def inspect(path: Path) -> Bron:
    """Kind, hash and encoding of one file, in one pass over its bytes."""
    name = path.name
    digest = hashlib.sha256()
    size = 0
    text = _TextCheck()
    try:
        with path.open("rb") as file:
            kind, problem = _kind(path.suffix.lower(), file.read(8))
            file.seek(0)
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
                size += len(chunk)
                if kind == "csv":
                    text.feed(chunk)
    except OSError as error:
        raise LeerloopbaanError(
            f"{name} cannot be read ({type(error).__name__}).", remedy="Check path and rights."
        ) from None
    if kind != "csv":
        return Bron(path, name, kind, digest.hexdigest(), size, onleesbaar=problem)
    text.end()
    return Bron(
        path,
        name,
        kind,
        digest.hexdigest(),
        size,
        text.encoding,
        problem or text.problem,
        text.open_line,
        text.mixed_line_ends,
    )


def same_bytes(source: Bron) -> bool:
    """Whether the file is still what it was when it was inspected."""
    with source.pad.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == source.sha256


def unreadable(name: str, why: str, *, rule: str = "onleesbaar") -> Refused:
    """The refusal of a file that cannot be read."""
    return Refused(Bevinding(rule, why, bestand=name))


def _kind(suffix: str, magic: bytes) -> tuple[Soort, str | None]:
    """By content first: a suffix says what the sender meant."""
    if magic.startswith(b"PK\x03\x04"):
        return "xlsx", None
    if magic.startswith(b"PAR1"):
        return "parquet", None
    if magic.startswith(_OLE_MAGIC):
        return "xlsx", "Het is een oud of met een wachtwoord beveiligd Excel-bestand."
    if suffix in {".xlsx", ".xlsm", ".parquet"}:
        return "xlsx", "De inhoud past niet bij de soort die de naam noemt."
    if suffix not in _SUFFIXES:
        return "csv", "Dit soort bestand wordt niet gelezen (wel CSV, XLSX en Parquet)."
    return "csv", None if magic else "Het bestand is leeg."


class _TextCheck:
    """Tells UTF-8 from cp1252 while the bytes pass by; notices what is no text, and line ends."""

    def __init__(self) -> None:
        self._utf8 = codecs.getincrementaldecoder("utf-8")()
        self._cp1252 = codecs.getincrementaldecoder("cp1252")()
        self._could_be_utf8 = True
        self._could_be_cp1252 = True
        self._first = True
        self._last = b""
        self._pairs = self._feeds = self._returns = 0
        self.problem: str | None = None

    @property
    def encoding(self) -> Literal["utf-8", "cp1252"]:
        return "utf-8" if self._could_be_utf8 else "cp1252"

    @property
    def mixed_line_ends(self) -> bool:
        """More than one of CRLF, LF and CR."""
        alone = (self._feeds - self._pairs, self._returns - self._pairs)
        return sum(map(bool, (self._pairs, *alone))) > 1

    @property
    def open_line(self) -> int | None:
        """The number of the last line when no line end closes it."""
        if self._last in {b"\n", b"\r"}:
            return None
        return self._feeds + self._returns - self._pairs + 1

    def feed(self, chunk: bytes) -> None:
        self._count_line_ends(chunk)
        if self.problem:
            return
        if self._first:
            self._first = False
            if chunk.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
                self.problem = "De tekenset is UTF-16 (wel UTF-8 of cp1252)."
                return
            if chunk.startswith(codecs.BOM_UTF8):
                self._could_be_cp1252 = False
        if b"\x00" in chunk:
            self.problem = "Het bestand bevat NUL-tekens."
            return
        self._decode(chunk, final=False)

    def _count_line_ends(self, chunk: bytes) -> None:
        self._feeds += chunk.count(b"\n")
        returns = chunk.count(b"\r")
        if returns or self._last == b"\r":
            self._returns += returns
            self._pairs += chunk.count(b"\r\n") + (self._last == b"\r" and chunk[:1] == b"\n")
        self._last = chunk[-1:]

    def end(self) -> None:
        if not self.problem:
            self._decode(b"", final=True)
        if not self.problem and not self._could_be_utf8 and not self._could_be_cp1252:
            self.problem = "De tekenset is UTF-8 noch cp1252."

    def _decode(self, chunk: bytes, *, final: bool) -> None:
        if self._could_be_utf8:
            try:
                self._utf8.decode(chunk, final)
            except UnicodeDecodeError:
                self._could_be_utf8 = False
        if self._could_be_cp1252:
            try:
                self._cp1252.decode(chunk, final)
            except UnicodeDecodeError:
                self._could_be_cp1252 = False
