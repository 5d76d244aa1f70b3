"""Staging types every field, and rejects every defect for its reason."""

from __future__ import annotations

import pytest

from guards.manifest import Manifest, models
from guards.staging import faults
from leerloopbaan.register.load import load_register
from leerloopbaan.register.schema import Protocol


@pytest.fixture
def protocol(compiled: object, request: pytest.FixtureRequest) -> Protocol:
    return load_register(request.node.callspec.params["compiled"])


@pytest.fixture
def sql(manifest: Manifest) -> dict[str, str]:
    return {node["name"]: node["compiled_code"] for node in models(manifest)}


def test_every_field_is_typed_and_every_defect_rejected(
    protocol: Protocol, sql: dict[str, str]
) -> None:
    assert faults(protocol, sql.__getitem__) == []


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (":leeg'", ":gevuld'"),
        (":geen_datum'", ":datum'"),
        (") is not true", ") is not null"),
        ("when 'J' then true", "when 'N' then true"),
        ("when 'N' then false", "when 'N' then true"),
        ("and delen.van_kracht", ""),
        ("delen.tabel = 'ref_instellingen'", "delen.tabel <> 'ref_instellingen'"),
        (r"\d{6}", r"\d{5,6}"),
    ],
)
def test_a_change_is_seen(protocol: Protocol, sql: dict[str, str], was: str, now: str) -> None:
    changed = {name: code.replace(was, now) for name, code in sql.items()}
    assert changed != sql
    assert faults(protocol, changed.__getitem__)
