"""How a difference is judged: what may be more, what may be less, what must stay as it is."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from enum import StrEnum

from leerloopbaan.register.changes.structure import Difference


class Klasse(StrEnum):
    """Class of a change."""

    neutraal = "neutraal"
    vernauwing = "vernauwing"
    verruiming = "verruiming"


Judge = Callable[[Difference], Klasse]


def wider_if(is_wider: bool) -> Klasse:
    """A widening, or else a narrowing."""
    return Klasse.verruiming if is_wider else Klasse.vernauwing


def neutral(_: Difference) -> Klasse:
    """Says nothing about what is allowed."""
    return Klasse.neutraal


def fixed(_: Difference) -> Klasse:
    """Whatever it becomes, people must look at it."""
    return Klasse.verruiming


def grant(d: Difference) -> Klasse:
    """Something that is allowed: more of it widens."""
    return Klasse.vernauwing if d.change == "removed" else Klasse.verruiming


def guard(d: Difference) -> Klasse:
    """Something that protects: less of it widens."""
    return Klasse.vernauwing if d.change == "added" else Klasse.verruiming


def wording(d: Difference) -> Klasse:
    """A text that says what is allowed: only spelling, case and spaces may change silently."""
    same = _letters(d.old) == _letters(d.new)
    return Klasse.neutraal if same else Klasse.verruiming


def not_emptied(d: Difference) -> Klasse:
    """A text that must be there, in whichever words."""
    return Klasse.neutraal if d.new else Klasse.verruiming


def larger_widens(d: Difference) -> Klasse:
    """A number or date of which more is looser; none at all is without limit."""
    return wider_if(d.new is None or (d.old is not None and d.new > d.old))


def smaller_widens(d: Difference) -> Klasse:
    """A number or date of which less is looser; none at all is without limit."""
    return wider_if(d.new is None or (d.old is not None and d.new < d.old))


def term(d: Difference) -> Klasse:
    """A term of retention: none falls back on another rule, so to or from none widens."""
    return wider_if(d.old is None or d.new is None or d.new > d.old)


def overrule(d: Difference) -> Klasse:
    """A setting that takes the place of the register's own term."""
    return wider_if(d.new is not None)


def only_inward(d: Difference) -> Klasse:
    """A level's use: only making it internal narrows."""
    return wider_if(d.new != "intern")


def ordered(*strict_to_loose: object) -> Judge:
    """A choice of which each next one is looser."""

    def judge(d: Difference) -> Klasse:
        if d.old not in strict_to_loose or d.new not in strict_to_loose:
            return Klasse.verruiming
        return wider_if(strict_to_loose.index(d.new) > strict_to_loose.index(d.old))

    return judge


def pattern(d: Difference) -> Klasse:
    """A form that values must have. A first one narrows, unless it stands beside a list of values;
    another one is judged by a person."""
    return wider_if(d.old is not None or bool(d.was.get("waarden")))


def values(d: Difference) -> Klasse:
    """The values of a field. The first ones narrow, unless a pattern lets in others already; the
    last one that goes leaves any text allowed."""
    if d.change == "removed":
        return wider_if(not d.becomes["waarden"])
    return wider_if(bool(d.was.get("waarden")) or d.was.get("patroon") is not None)


def heading(d: Difference) -> Klasse:
    """A heading that names a field lets in a column: only other spellings of one are the same."""
    known = (d.was.get("naam"), d.was.get("omschrijving"), *(d.was.get("aliassen") or ()))
    return _spelling(d, known, _SMALL_WORDS | _HEADING_WORDS)


def spelling(d: Difference) -> Klasse:
    """A spelling of a value lets in a text: only other spellings of one are the same."""
    known = (d.was.get("code"), d.was.get("label"), *(d.was.get("aliassen") or ()))
    return _spelling(d, known, _SMALL_WORDS)


def all_when_empty(guards: bool) -> Judge:
    """A list that means everything when it is empty, of what is guarded or of what is allowed."""

    def judge(d: Difference) -> Klasse:
        name = d.kind.rsplit(".", 1)[-1]
        before, after = d.was.get(name), d.becomes.get(name)
        reaches_more = not after or (bool(before) and d.change == "added")
        return wider_if(reaches_more != guards)

    return judge


def key(d: Difference) -> Klasse:
    """The grain of a table: one more key column is finer; no key at all is finest. Without its
    school year a key holds over years."""
    before, after = set(d.was["sleutel"]), set(d.becomes["sleutel"])
    if d.change == "removed" and d.old == d.was.get("schooljaar_kolom"):
        return Klasse.verruiming
    return wider_if(not (not before or (bool(after) and after < before)))


_SMALL_WORDS = frozenset({"de", "het", "een", "van", "der", "in", "op", "als"})
# What a supplier puts beside the name of a column, whatever the column holds.
_HEADING_WORDS = frozenset({"code", "nummer", "nr", "j", "n", "ja", "nee", "0", "1"})


def _spelling(d: Difference, known: Iterable[object], small: frozenset[str]) -> Klasse:
    if d.change == "removed":
        return Klasse.vernauwing
    spellings = [str(text) for text in known if text]
    same = any(
        _letters(d.new) == _letters(text) or _words(d.new) - small == _words(text) - small
        for text in spellings
        if _words(text) - small
    )
    return Klasse.neutraal if same else Klasse.verruiming


def _letters(text: object) -> str:
    """Letters, digits and signs such as < or ≥; spelling, case, spaces and marks are no matter."""
    plain = unicodedata.normalize("NFKD", str(text)).casefold()
    return "".join(c for c in plain if c.isalnum() or unicodedata.category(c) == "Sm")


def _words(text: object) -> set[str]:
    plain = unicodedata.normalize("NFKD", str(text)).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return set("".join(c if c.isalnum() else " " for c in plain).split())
