"""The bytes depend on the seed alone."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from leerloopbaan.synth.basis import FORMATS, Format, Request
from leerloopbaan.synth.generate import generate


def hashes(directory: Path) -> dict[str, str]:
    return {
        str(path.relative_to(directory)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(directory.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("format", FORMATS)
def test_same_seed_same_bytes(tmp_path: Path, format: Format) -> None:
    for name in ("a", "b"):
        generate(Request("antwerpen", tmp_path / name, scale=0.02, seed=7, format=format))
    assert hashes(tmp_path / "a") == hashes(tmp_path / "b")
    generate(Request("antwerpen", tmp_path / "c", scale=0.02, seed=8, format=format))
    assert hashes(tmp_path / "a") != hashes(tmp_path / "c")
