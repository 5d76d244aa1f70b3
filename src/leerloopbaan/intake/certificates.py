"""Certificates of destruction: beside the landing file, complete or not there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from leerloopbaan.intake import store


def write_certificate(path: Path, document: dict[str, Any]) -> None:
    """Write a certificate, which holds no personal data, and switch it in when it is on disk."""
    path.parent.mkdir(mode=0o700, exist_ok=True)
    new = path.with_name(f"{path.name}.nieuw")
    new.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    store.switch(new, path)
