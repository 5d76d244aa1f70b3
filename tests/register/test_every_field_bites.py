"""Remove, add, rename or retime any one field of a register: named checks go red.

The checks are those that stand between a changed register and a build: its own schema and
consistency, the gate (a delivery as it was agreed is refused), the signature under a widening,
and the files that are generated from it.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pytest
from pydantic import ValidationError

from leerloopbaan import home
from leerloopbaan.intake.findings import Refused
from leerloopbaan.intake.recognise import connect
from leerloopbaan.register.changes import Klasse
from leerloopbaan.register.changes.decisions import changes_since_accepted
from leerloopbaan.register.consistency import faults
from leerloopbaan.register.generate import drift, generated_files
from leerloopbaan.register.load import load_register
from leerloopbaan.register.schema import Protocol

# Generated files take a third of a second: one field in so many has them in the fast suite.
FAST_ONE_IN = 90
NEW: dict[str, Any] = {
    "naam": "verzonnen_veld", "staging_naam": None, "omschrijving": "Verzonnen veld",
    "aliassen": [], "persoonssleutel": False, "kansarm_waarde": None,
}  # fmt: skip
PARTS = ("tabellen", "referentielijsten")


@dataclass(frozen=True)
class Field:
    """Where a field stands in the register."""

    city: str
    part: str
    table: int
    field: int
    name: str

    def fields_of(self, data: dict[str, Any]) -> list[dict[str, Any]]:
        fields: list[dict[str, Any]] = data[self.part][self.table]["velden"]
        return fields


def every_field() -> list[Field]:
    return [
        Field(city, part, t, f, f"{city}-{table.naam}-{field.naam}")
        for city in home.CITIES
        for part in PARTS
        for t, table in enumerate(getattr(load_register(city), part))
        for f, field in enumerate(table.velden)
    ]


def remove(where: Field, fields: list[dict[str, Any]]) -> None:
    del fields[where.field]


def add(where: Field, fields: list[dict[str, Any]]) -> None:
    fields.insert(where.field + 1, {**fields[where.field], **NEW})


def rename(where: Field, fields: list[dict[str, Any]]) -> None:
    fields[where.field] |= {"naam": "ander_woord", "omschrijving": "Ander woord", "aliassen": []}


def retime(where: Field, fields: list[dict[str, Any]]) -> None:
    field = fields[where.field]
    field["meetmomenten"] = ["15/03"] if field["meetmomenten"] else ["01/10"]


@lru_cache(maxsize=2)
def _sound(city: str) -> dict[str, Any]:
    return load_register(city).model_dump(mode="json")


@lru_cache(maxsize=2)
def _agreed(city: str) -> dict[str, str]:
    return generated_files([load_register(city)])


def mutated(where: Field, change: Callable[..., None]) -> dict[str, Any]:
    data = copy.deepcopy(_sound(where.city))
    change(where, where.fields_of(data))
    return data


def before_the_files(where: Field, data: dict[str, Any]) -> tuple[set[str], Protocol | None]:
    """The named checks that go red without looking at generated files; the register if it loads."""
    try:
        protocol = Protocol.model_validate(data)
    except ValidationError:
        return {"schema"}, None
    red = {"samenhang"} if faults(protocol) else set()
    old = getattr(load_register(where.city), where.part)[where.table]
    try:
        table = getattr(protocol, where.part)[where.table]
        connect("levering.csv", [v.naam for v in old.velden], frozenset(), table, protocol)
    except Refused as refused:
        red |= {f"poort:{finding.regel}" for finding in refused.findings}
    if any(
        change.klasse is Klasse.verruiming
        for change in changes_since_accepted(home.project_root(), protocol)
    ):
        red.add("handtekening")
    return red, protocol


FIELDS = every_field()
OF_A_DELIVERY = [field for field in FIELDS if field.part == "tabellen"]


def test_every_field_of_both_protocols_is_here() -> None:
    names = {f.name for f in OF_A_DELIVERY}
    assert len(names) == len(OF_A_DELIVERY)
    assert {len({n.rpartition("-")[2] for n in names if n.startswith(c)}) for c in home.CITIES} == {
        len({v.naam for t in load_register(c).tabellen for v in t.velden}) for c in home.CITIES
    }


@pytest.mark.parametrize("where", FIELDS, ids=lambda f: f.name)
def test_the_register_and_the_gate_notice(where: Field) -> None:
    red, _ = before_the_files(where, mutated(where, remove))
    # What is delivered and not in the register is named as what it is by then.
    assert red & {"schema", "samenhang", "poort:onbekende_kolom",
                  "poort:veld_van_ander_meetmoment", "poort:verboden_naam"}, red  # fmt: skip
    red, _ = before_the_files(where, mutated(where, add))
    assert "poort:ontbrekende_kolom" in red
    assert where.part == "referentielijsten" or "handtekening" in red
    red, _ = before_the_files(where, mutated(where, rename))
    assert red & {"schema", "poort:ontbrekende_kolom"}, red


@pytest.mark.parametrize("change", [remove, add, rename, retime])
@pytest.mark.parametrize(
    "where",
    [
        pytest.param(f, id=f.name, marks=[pytest.mark.full] if n % FAST_ONE_IN else [])
        for n, f in enumerate(FIELDS)
    ],
)
def test_the_files_made_from_it_drift(where: Field, change: Callable[..., None]) -> None:
    """Staging and, for a delivered table, its contract: what dbt builds and the city signs."""
    red, protocol = before_the_files(where, mutated(where, change))
    if protocol is None or "samenhang" in red:
        return  # The register does not load: nothing is made from it.
    made = generated_files([protocol])
    changed = {path for path, text in made.items() if _agreed(where.city).get(path) != text}
    assert f"models/staging/{where.city}/_{where.city}__staging.yml" in changed
    if where.part == "tabellen":
        assert any(path.startswith(f"contracts/{where.city}/levering_") for path in changed)
    assert changed <= {path for path, _ in drift(home.project_root(), made)}


@pytest.mark.parametrize("where", [f for f in OF_A_DELIVERY if f.city == "gent"],
                         ids=lambda f: f.name)  # fmt: skip
def test_a_field_of_the_other_moment_is_refused(where: Field) -> None:
    """Ghent's moments are tables: the field moves from the one to the other."""
    data = copy.deepcopy(_sound("gent"))
    field = where.fields_of(data).pop(where.field)
    other = data["tabellen"][1 - where.table]["velden"]
    if field["naam"] not in [f["naam"] for f in other]:
        other.append(field)
    red, _ = before_the_files(where, data)
    assert red & {"schema", "poort:veld_van_ander_meetmoment"}, red
