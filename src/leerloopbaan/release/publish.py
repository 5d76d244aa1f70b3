"""Publication: built aside, hashed, fsynced, then one rename and one switch of a link.

A reader of `current` sees the whole earlier release or the whole new one, never a mixture; a
kill at any point leaves the earlier one current.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from leerloopbaan.errors import RefusedError
from leerloopbaan.release.source import Source

MANIFEST = "manifest.json"
CURRENT = "current"


@contextmanager
def release_lock(root: Path) -> Iterator[None]:
    """One release of a city at a time; what an earlier, killed run left aside is removed."""
    root.mkdir(parents=True, exist_ok=True)
    with (root / ".slot").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for left in root.glob(".bouw-*"):
            shutil.rmtree(left, ignore_errors=True)
        yield


def write_manifest(folder: Path, source: Source) -> str:
    """Write `manifest.json` with the hash of every file; returns its own SHA-256."""
    manifest = {
        "release_id": source.release_id,
        "stad": source.city,
        "protocolversie": source.protocol_version,
        "registerversie": source.register_version,
        "bron": source.source_line,
        "synthetisch": source.synthetic,
        "markering": "SYNTHETISCH" if source.synthetic else "",
        "leveringen": source.deliveries,
        "certificaten_sha256": source.certificates,
        "bestanden": file_hashes(folder),
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8")
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def file_hashes(folder: Path) -> dict[str, str]:
    """SHA-256 per file of a release, by its path within it; the manifest itself left out."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.name != MANIFEST
    }


def intact(folder: Path) -> str:
    """SHA-256 of the manifest of a release whose files are all as they were written.

    Raises RefusedError naming the first file that was changed, added or removed.
    """
    file = folder / MANIFEST
    if not file.exists():
        raise RefusedError(f"{folder.name} is geen vrijgave.", remedy="Geef het nummer ervan.")
    stated: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))["bestanden"]
    found = file_hashes(folder)
    for name in sorted(stated.keys() | found.keys()):
        if stated.get(name) != found.get(name):
            raise RefusedError(
                f"{folder.name}: {name} is niet meer zoals het werd gemaakt.",
                remedy="Maak de vrijgave opnieuw; goedkeuringen ervan gelden niet meer.",
            )
    return hashlib.sha256(file.read_bytes()).hexdigest()


def switch(root: Path, folder: Path, name: str) -> Path:
    """Move a finished folder to `root/name` and let `current` point to it; returns its place."""
    _sync(folder)
    target = root / name
    if target.exists():
        shutil.rmtree(folder)
    else:
        folder.rename(target)
        _sync_directory(root)
    point(root, CURRENT, name)
    return target


def point(root: Path, link: str, name: str | None) -> None:
    """Let a link in `root` point to a release, in one step; None removes it."""
    place = root / link
    if name is None:
        place.unlink(missing_ok=True)
    else:
        fresh = root / f".{link}-{os.getpid()}"
        fresh.unlink(missing_ok=True)
        fresh.symlink_to(name)
        fresh.replace(place)
    _sync_directory(root)


def _sync(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())
        else:
            _sync_directory(path)
    _sync_directory(folder)


def _sync_directory(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
