"""Classify every difference between two registers."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from leerloopbaan.register.changes.policy import POLICY, Klasse
from leerloopbaan.register.changes.structure import Difference, differences

_EMPTY_MEANS_ALL = ("regels.tabellen",)
_EMPTY_MEANS_ALL_MOMENTS = ("tabellen.velden.meetmomenten", "indicatoren.indicatoren.meetmomenten")


@dataclass(frozen=True)
class Wijziging:
    """A classified difference; `inhoud` is a hash of what stood there and what stands there."""

    klasse: Klasse
    plaats: str
    omschrijving: str
    inhoud: str


def classify(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Wijziging]:
    """The changes from register `old` to `new`, both as plain data, widest class first."""
    found = [_judge(d, old, new) for d in differences(old, new)]
    order = [Klasse.verruiming, Klasse.vernauwing, Klasse.neutraal]
    return sorted(found, key=lambda w: (order.index(w.klasse), w.plaats))


def _judge(d: Difference, old: Mapping[str, Any], new: Mapping[str, Any]) -> Wijziging:
    content = json.dumps([d.change, d.old, d.new], sort_keys=True, ensure_ascii=False)
    digest = hashlib.sha256(content.encode()).hexdigest()
    return Wijziging(_class_of(d, old, new), d.place, _describe(d), digest)


def _class_of(d: Difference, old: Mapping[str, Any], new: Mapping[str, Any]) -> Klasse:
    if "clausule" in d.kind.split("."):
        return Klasse.neutraal
    if d.kind in (*_EMPTY_MEANS_ALL, *_EMPTY_MEANS_ALL_MOMENTS):
        return _class_of_open_list(d, old, new)
    if d.kind.startswith("indicatoren.indicatoren.onmogelijk."):
        return POLICY["indicatoren.indicatoren.onmogelijk"](d)
    if d.kind == "referentielijsten" and d.change == "added" and d.new.get("persoonsgegevens"):
        return Klasse.verruiming
    if d.kind == "tabellen.sleutel":
        return _class_of_key(d, old, new)
    judge = POLICY.get(d.kind)
    return judge(d) if judge else Klasse.verruiming


def _class_of_open_list(d: Difference, old: Mapping[str, Any], new: Mapping[str, Any]) -> Klasse:
    """A list that means everything when it is empty."""
    before, after = _list_at(old, d), _list_at(new, d)
    reaches_more = not after or (bool(before) and d.change == "added")
    if d.kind in _EMPTY_MEANS_ALL:
        return Klasse.vernauwing if reaches_more else Klasse.verruiming
    return Klasse.verruiming if reaches_more else Klasse.vernauwing


def _class_of_key(d: Difference, old: Mapping[str, Any], new: Mapping[str, Any]) -> Klasse:
    """The grain of a table: one more key column is finer; no key at all is finest."""
    before, after = set(_list_at(old, d)), set(_list_at(new, d))
    coarser = not before or (bool(after) and after < before)
    return Klasse.vernauwing if coarser else Klasse.verruiming


def _list_at(register: Mapping[str, Any], d: Difference) -> list[str]:
    """The list that a difference belongs to, found by its place."""
    part: Any = register
    for step in d.place.rsplit("[", 1)[0].replace("]", "").replace("[", ".\0").split("."):
        if step.startswith("\0"):
            part = next(
                (x for x in part if step[1:] in (x.get("code"), x.get("naam"), x.get("nummer"))),
                {},
            )
        else:
            part = part.get(step) or []
    return list(part)


def _describe(d: Difference) -> str:
    if d.change == "changed":
        return f"{_short(d.old)} → {_short(d.new)}"
    return "toegevoegd" if d.change == "added" else "verwijderd"


def _short(value: Any) -> str:
    text = "niets" if value is None else str(value)
    return text if len(text) <= 60 else text[:57] + "..."
