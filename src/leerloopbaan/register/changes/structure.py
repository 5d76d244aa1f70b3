"""Differences between two registers as plain data: parts are matched by code, not by order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Difference:
    """One difference. `kind` is its place without codes (`tabellen.velden.type`); `place` with."""

    kind: str
    place: str
    change: Literal["added", "removed", "changed"]
    old: Any = None
    new: Any = None


def differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Difference]:
    """Every difference between two registers (`Protocol.model_dump(mode="json")`).

    A part that is added or removed is one difference; nothing within it is listed.
    """
    return list(_compare("", "", old, new))


def _compare(kind: str, place: str, old: Any, new: Any) -> Iterator[Difference]:
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        yield from _mappings(kind, place, old, new)
    elif _is_list(old) and _is_list(new):
        yield from _lists(kind, place, old, new)
    elif old != new:
        yield Difference(kind, place, "changed", old, new)


def _mappings(
    kind: str, place: str, old: Mapping[str, Any], new: Mapping[str, Any]
) -> Iterator[Difference]:
    for name in [*old, *(n for n in new if n not in old)]:
        # A part that an older register does not know compares as empty.
        left, right = old.get(name), new.get(name)
        if left is None and isinstance(right, Mapping | list | tuple):
            left = type(right)()
        if right is None and isinstance(left, Mapping | list | tuple):
            right = type(left)()
        yield from _compare(_join(kind, name), _join(place, name), left, right)


def _lists(kind: str, place: str, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Difference]:
    left, right = _by_key(old), _by_key(new)
    for key in [*left, *(k for k in right if k not in left)]:
        where = f"{place}[{key}]"
        if key not in right:
            yield Difference(kind, where, "removed", old=left[key])
        elif key not in left:
            yield Difference(kind, where, "added", new=right[key])
        else:
            yield from _compare(kind, where, left[key], right[key])


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
