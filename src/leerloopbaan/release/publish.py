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
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from leerloopbaan.errors import RefusedError
from leerloopbaan.release.source import Source

MANIFEST = "manifest.json"
CURRENT = "current"
_SYNCING = 16


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


def name_of(root: Path, folder: Path, release_id: str) -> str:
    """The name of a finished release: that of an earlier one of the same bytes, or a new one.

    The number of a release says which figures it holds; made again with other pages, recipients or
    audiences it is another release, `<number>.2`, which needs approvals of its own.
    """
    stated = _stated(folder)
    for again in range(1, 1000):
        name = release_id if again == 1 else f"{release_id}.{again}"
        if not (root / name / MANIFEST).exists() or _stated(root / name) == stated:
            return name
    raise RefusedError(f"{release_id} is te vaak gemaakt.", remedy="Verwijder oude vrijgaven.")


def _stated(folder: Path) -> dict[str, str]:
    stated: dict[str, str] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    return stated


def switch(root: Path, folder: Path, name: str) -> Path:
    """Move a finished folder to `root/name` and let `current` point to it; returns its place.

    When `root/name` is there already (see `name_of`) it stays, if it is still as it was made.
    """
    target = root / name
    if target.exists():
        intact(target)
        shutil.rmtree(folder)
    else:
        _sync(folder)
        folder.rename(target)
        _sync_path(root)
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
    _sync_path(root)


def _sync(folder: Path) -> None:
    """Flush every file and folder to disk; several at once, because each waits for the disk."""
    paths = [folder, *folder.rglob("*")]
    with ThreadPoolExecutor(_SYNCING) as threads:
        for _ in threads.map(_sync_path, paths, chunksize=64):
            pass


def _sync_path(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
