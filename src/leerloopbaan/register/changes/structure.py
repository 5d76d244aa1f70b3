"""Differences between two registers as plain data: parts are matched by code, not by order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

# What tells the items of a list apart, tried in this order; a list of plain values is a set.
_KEYS: tuple[tuple[str, ...], ...] = (
    ("kolommen", "tabel"),
    ("dienst", "functie"),
    ("publiek",),
    ("code",),
    ("nummer",),
    ("niveau",),
    ("onderwerp",),
    ("tabel",),
    ("van",),
    ("naam",),
    ("artikel", "regels"),
)

Part = Mapping[str, Any]


@dataclass(frozen=True)
class Difference:
    """One difference. `kind` is its place without codes (`tabellen.velden.type`); `place` with.

    `was` and `becomes` are the nearest parts around it, before and after: a field for one of its
    headings, a table for a column of its key.
    """

    kind: str
    place: str
    change: Literal["added", "removed", "changed"]
    old: Any = None
    new: Any = None
    was: Part = field(default_factory=dict, compare=False, repr=False)
    becomes: Part = field(default_factory=dict, compare=False, repr=False)


def differences(old: Part, new: Part) -> list[Difference]:
    """Every difference between two registers (`Protocol.model_dump(mode="json")`).

    A part that is added or removed is one difference; nothing within it is listed.
    """
    return list(_mappings("", "", old, new))


def _mappings(kind: str, place: str, old: Part, new: Part) -> Iterator[Difference]:
    for name in [*old, *(n for n in new if n not in old)]:
        # A part that an older register does not know compares as empty.
        left, right = old.get(name), new.get(name)
        if left is None and isinstance(right, Mapping | list | tuple):
            left = type(right)()
        if right is None and isinstance(left, Mapping | list | tuple):
            right = type(left)()
        inner, where = _join(kind, name), _join(place, name)
        if isinstance(left, Mapping) and isinstance(right, Mapping):
            yield from _mappings(inner, where, left, right)
        elif isinstance(left, list | tuple) and isinstance(right, list | tuple):
            yield from _lists(inner, where, (left, right), (old, new))
        elif left != right:
            yield Difference(inner, where, "changed", left, right, old, new)


def _lists(
    kind: str, place: str, items: tuple[Sequence[Any], Sequence[Any]], around: tuple[Part, Part]
) -> Iterator[Difference]:
    left, right = _by_key(items[0]), _by_key(items[1])
    for key in [*left, *(k for k in right if k not in left)]:
        where = f"{place}[{key}]"
        if key not in right:
            yield Difference(kind, where, "removed", left[key], None, *around)
        elif key not in left:
            yield Difference(kind, where, "added", None, right[key], *around)
        elif isinstance(left[key], Mapping) and isinstance(right[key], Mapping):
            yield from _mappings(kind, where, left[key], right[key])
        elif left[key] != right[key]:
            yield Difference(kind, where, "changed", left[key], right[key], *around)


def _by_key(items: Sequence[Any]) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for item in items:
        key, times = _key(item), 1
        while (f"{key} #{times}" if times > 1 else key) in result:
            times += 1
        result[f"{key} #{times}" if times > 1 else key] = item
    return result


def _key(item: Any) -> str:
    if not isinstance(item, Mapping):
        return " x ".join(map(str, item)) if _is_list(item) else str(item)
    for names in _KEYS:
        if all(item.get(name) is not None for name in names):
            return " / ".join(
                ",".join(item[n]) if _is_list(item[n]) else str(item[n]) for n in names
            )
    return str(sorted(item.items()))


def _is_list(value: Any) -> bool:
    return isinstance(value, list | tuple)


def _join(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name
