"""Pseudonyms: keyed, stable, never linkable between years where the protocol forbids it."""

from __future__ import annotations

import hashlib
import hmac

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerloopbaan.errors import SecretError
from leerloopbaan.keys.derive import derive
from leerloopbaan.keys.pseudonym import pseudonymise, pseudonymise_per_year
from leerloopbaan.keys.secrets import CitySecret

KEY = bytes(range(32))
SECRET = CitySecret("gent", KEY, demo=True)


def _key_of_year(year: str) -> bytes:
    return derive(SECRET, "pseudoniem", "aim", year)


@given(st.lists(st.one_of(st.none(), st.text()), max_size=30))
def test_it_is_hmac_sha256_and_null_stays_null(codes: list[str | None]) -> None:
    result = pseudonymise(pa.array(codes, type=pa.string()), KEY).to_pylist()
    expected = [
        None if code is None else hmac.new(KEY, code.encode(), hashlib.sha256).hexdigest()[:32]
        for code in codes
    ]
    assert result == expected


def test_another_key_gives_another_pseudonym() -> None:
    code = pa.array(["ZZ0001"])
    assert pseudonymise(code, KEY) != pseudonymise(code, bytes(32))


def test_a_reused_code_cannot_be_linked_between_years() -> None:
    codes = pa.array(["ZZ0001", "ZZ0001", "ZZ0001"])
    years = pa.array(["2022-2023", "2023-2024", "2023-2024"])
    first, second, again = pseudonymise_per_year(codes, years, _key_of_year).to_pylist()
    assert first != second
    assert second == again


def test_a_code_without_its_year_is_refused_without_showing_it() -> None:
    with pytest.raises(SecretError) as error:
        pseudonymise_per_year(pa.array(["ZZ0001"]), pa.array([None], pa.string()), _key_of_year)
    assert "ZZ0001" not in str(error.value)
