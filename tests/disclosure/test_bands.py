"""A band is known to everyone: what is hidden within it must still not be exact."""

from __future__ import annotations

from dataclasses import replace

import pyarrow as pa
import pytest

from leerloopbaan.disclosure import DisclosureError, Policy, protect, verify

POLICY = Policy(min_schools=0, min_boards=0)
#: Sex: (pupils, with a sensitive trait). The bands say: at most 9 of 200, at most 8 of 180.
PUPILS = {"totaal": (200, 9), "m": (180, 7), "v": (20, 2)}


def _city(known: set[str]) -> pa.Table:
    return pa.Table.from_pylist([
        {
            "cel_id": f"{sex}-{trait}", "basis": "b", "kenmerk": trait,
            "schooljaar": "2023-2024", "meetmoment": "01/02",
            "geo_niveau": "stad", "geo_code": "S", "geo_ouder": None,
            "uitsplitsing": "totaal" if sex == "totaal" else "geslacht", "categorie": sex,
            "uitsplitsing_2": "totaal", "categorie_2": "totaal",
            "aantal": count, "gevoelig": trait == "k", "structureel_nul": False,
            "moet_getoond": f"{sex}-{trait}" in known, "zichtbaar": True,
        }
        for sex, counts in PUPILS.items()
        for trait, count in zip("Tk", counts, strict=True)
    ])  # fmt: skip


def test_where_one_more_would_leave_a_band_around_it_one_fewer_is_proven() -> None:
    """The whole city's band is full and the girls are known, so the boys cannot be one more."""
    cellen = _city({"v-k"})
    decisions = protect(cellen, replace(POLICY, coarsen=False))
    status = {row["cel_id"]: row["status"] for row in decisions.besluiten.to_pylist()}
    assert status["m-k"] == status["totaal-k"] == "onderdrukt"
    tables = decisions.certificates.tables() | {"cellen": cellen, "besluiten": decisions.besluiten}
    assert verify(tables) == []


def test_what_can_be_neither_more_nor_fewer_is_refused() -> None:
    with pytest.raises(DisclosureError) as caught:
        protect(_city({"v-k", "totaal-k"}), replace(POLICY, coarsen=False))
    assert caught.value.rule == "onoplosbaar"
