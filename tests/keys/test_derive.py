"""Derived keys: one per city, purpose and year; none opens or gives back another."""

from __future__ import annotations

import itertools

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from hypothesis import given
from hypothesis import strategies as st

from leerloopbaan.keys.derive import derive, file_key
from leerloopbaan.keys.secrets import CitySecret

SECRET = CitySecret("antwerpen", bytes(range(32)), demo=True)
PURPOSES = (
    ("bestand", "landing"),
    ("bestand", "warehouse"),
    ("pseudoniem", "an"),
    ("pseudoniem", "ll"),
    ("pseudoniem", "ll", "2022-2023"),
    ("pseudoniem", "ll", "2023-2024"),
)


def test_hkdf_is_rfc_5869() -> None:
    # Test case 1 of RFC 5869, appendix A.1, through the same primitive that `derive` uses.
    okm = HKDF(
        algorithm=hashes.SHA256(),
        length=42,
        salt=bytes.fromhex("000102030405060708090a0b0c"),
        info=bytes.fromhex("f0f1f2f3f4f5f6f7f8f9"),
    ).derive(bytes.fromhex("0b" * 22))
    assert okm.hex() == (
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"
    )


def test_the_derivation_is_fixed_for_ever() -> None:
    # A changed label would orphan every file and pseudonym that a city has.
    expected = HKDF(
        algorithm=hashes.SHA256(),
        length=32,
        salt=b"leerloopbaan/1",
        info=b"antwerpen|bestand|landing",
    ).derive(bytes(range(32)))
    assert derive(SECRET, "bestand", "landing") == expected
    assert file_key(SECRET, "landing") == expected.hex()


def test_every_purpose_and_city_has_its_own_key() -> None:
    cities = [CitySecret(city, bytes(range(32)), demo=True) for city in ("antwerpen", "gent")]
    keys = [derive(city, *purpose) for city, purpose in itertools.product(cities, PURPOSES)]
    assert len(set(keys)) == len(cities) * len(PURPOSES)
    assert {len(key) for key in keys} == {32}


@given(
    st.lists(st.text(min_size=1).filter(lambda s: "|" not in s), min_size=1, max_size=4),
    st.lists(st.text(min_size=1).filter(lambda s: "|" not in s), min_size=1, max_size=4),
)
def test_purposes_never_run_into_each_other(left: list[str], right: list[str]) -> None:
    assert (derive(SECRET, *left) == derive(SECRET, *right)) == (left == right)


@pytest.mark.parametrize("purpose", [(), ("",), ("a", ""), ("a|b",)])
def test_an_ambiguous_purpose_is_refused(purpose: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="purpose"):
        derive(SECRET, *purpose)
