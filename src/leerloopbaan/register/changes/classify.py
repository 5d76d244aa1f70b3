"""Classify every difference between two registers."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from leerloopbaan.register.changes.judges import Klasse
from leerloopbaan.register.changes.policy import POLICY
from leerloopbaan.register.changes.structure import Difference, differences


@dataclass(frozen=True)
class Wijziging:
    """A classified difference; `inhoud` is a hash of what stood there and what stands there."""

    klasse: Klasse
    plaats: str
    omschrijving: str
    inhoud: str


def classify(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Wijziging]:
    """The changes from register `old` to `new`, both as plain data, widest class first."""
    found = [_judged(d) for d in differences(old, new)]
    order = [Klasse.verruiming, Klasse.vernauwing, Klasse.neutraal]
    return sorted(found, key=lambda w: (order.index(w.klasse), w.plaats))


def _judged(d: Difference) -> Wijziging:
    content = json.dumps([d.change, d.old, d.new], sort_keys=True, ensure_ascii=False)
    digest = hashlib.sha256(content.encode()).hexdigest()
    return Wijziging(_class_of(d), d.place, _describe(d), digest)


def _class_of(d: Difference) -> Klasse:
    if "clausule" in d.kind.split("."):
        return Klasse.neutraal
    if d.kind.startswith("indicatoren.indicatoren.onmogelijk."):
        return POLICY["indicatoren.indicatoren.onmogelijk"](d)
    judge = POLICY.get(d.kind)
    try:
        return judge(d) if judge else Klasse.verruiming
    except TypeError:
        # Values that cannot be compared: another unit, another kind of thing.
        return Klasse.verruiming


def _describe(d: Difference) -> str:
    if d.change == "changed":
        return f"{_short(d.old)} → {_short(d.new)}"
    return "toegevoegd" if d.change == "added" else "verwijderd"


def _short(value: Any) -> str:
    text = "niets" if value is None else str(value)
    return text if len(text) <= 60 else text[:57] + "..."
