"""Every change of a register gets its class; a widening is never missed."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from leerloopbaan.register.changes import Difference, Klasse, classify
from leerloopbaan.register.changes.judges import wording
from leerloopbaan.register.changes.policy import POLICY
from leerloopbaan.register.load import load_register
from leerloopbaan.register.schema import Clausule, Protocol
from register.disguised_changes import EDITS, Edit, edited
from register.labelled_changes import labelled_pairs

CITIES = ("antwerpen", "gent")


def _data(city: str) -> dict[str, Any]:
    return load_register(city).model_dump(mode="json")


def _class_of_pair(old: dict[str, Any], new: dict[str, Any]) -> str:
    changes = classify(old, new)
    return changes[0].klasse.value if changes else "neutraal"


@pytest.mark.parametrize("city", CITIES)
def test_no_widening_is_missed_and_false_alarms_are_rare(city: str) -> None:
    _check_pairs(city, singles=250, combinations=100)


@pytest.mark.full
@pytest.mark.parametrize("city", CITIES)
def test_no_widening_is_missed_among_all_changes(city: str) -> None:
    _check_pairs(city, singles=None, combinations=500)


def _check_pairs(city: str, singles: int | None, combinations: int) -> None:
    register = _data(city)
    untouched = copy.deepcopy(register)
    pairs = list(labelled_pairs(register, singles, combinations, seed=20261122))
    assert len(pairs) >= 300
    given = [(pair.name, pair.label, _class_of_pair(register, pair.register)) for pair in pairs]
    assert register == untouched
    missed = [name for name, label, found in given if "verruiming" == label != found]
    assert not missed
    harmless = [item for item in given if item[1] != "verruiming"]
    alarms = [name for name, _, found in harmless if found == "verruiming"]
    assert len(alarms) <= 0.01 * len(harmless), alarms
    wrong = [item for item in harmless if item[1] != item[2]]
    assert len(wrong) <= 0.01 * len(harmless), wrong[:20]


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.name.replace(" ", "_"))
def test_a_disguised_change_gets_its_class(edit: Edit) -> None:
    old = _data(edit.city)
    assert _class_of_pair(old, edited(old, edit)) == edit.label


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("minder dan 5 (< 5)", "minder dan 5 (> 5)", False),
        ("Stad Gent", "Stad  Gent.", True),
        ("Stad Gent", "Ѕtad Gent", False),  # the first letter is Cyrillic
        ("Oriëntering", "orientering", True),
        ("geen school", "een school", False),
    ],
)
def test_only_spelling_leaves_a_wording_as_it_is(old: str, new: str, same: bool) -> None:
    judged = wording(Difference("x", "x", "changed", old, new))
    assert judged is (Klasse.neutraal if same else Klasse.verruiming)


def test_every_part_of_the_schema_is_judged() -> None:
    kinds = set(_kinds(Protocol))
    assert kinds - set(POLICY) == set(), "add it to POLICY: until then every change of it widens"
    leftover = {k for k in POLICY if k not in kinds}
    assert leftover == set()


def _kinds(model: type[BaseModel], prefix: str = "") -> Iterator[str]:
    for name, field in model.model_fields.items():
        kind = f"{prefix}{name}"
        inner = next(_models(field.annotation), None)
        if inner is Clausule and kind != "drempels.clausules":
            continue
        is_list = "tuple" in str(field.annotation)
        if (inner is None or is_list) and not _is_key(model, name):
            yield kind
        if inner is not None and inner is not Clausule:
            yield from _kinds(inner, f"{kind}.")


def _is_key(model: type[BaseModel], name: str) -> bool:
    """Names that tell parts apart cannot differ within a part."""
    keys = {
        "Partij": {"code"}, "Artikel": {"nummer"}, "Verplichting": {"code"}, "Verlenging": {"van"},
        "Venster": {"tabel"}, "Doeleinde": {"code"}, "Niveau": {"code"}, "Tabel": {"naam"},
        "Veld": {"naam"}, "Waarde": {"code"}, "Verwijzing": {"kolommen", "tabel"},
        "Regel": {"code"}, "Toegang": {"dienst", "functie"}, "Verwerker": {"naam"},
        "Publiek": {"code"}, "Product": {"code"}, "Productuitgave": {"publiek"},
        "Vraag": {"code"}, "NietGeleverd": {"onderwerp"}, "Geoniveau": {"niveau"},
        "Feit": {"code"}, "Populatie": {"code"}, "Uitsplitsing": {"code"}, "Indicator": {"code"},
        "Onderwijs": {"code"}, "Lezing": {"code"},
    }  # fmt: skip
    return name in keys.get(model.__name__, set())


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)


def test_an_unknown_part_widens() -> None:
    old = _data("gent")
    new = {**old, "nieuw_onderdeel": {"ruimer": True}}
    assert {w.klasse for w in classify(old, new)} == {Klasse.verruiming}
