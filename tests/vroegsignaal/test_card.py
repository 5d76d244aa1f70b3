"""The card says in three forms what the table says, and nothing that the table hides."""

from __future__ import annotations

import json
import re

import pytest

from leerloopbaan.pages.modelkaart import render_card
from leerloopbaan.pages.source import Published
from leerloopbaan.vroegsignaal.card import card_json, card_markdown, read_card
from leerloopbaan.vroegsignaal.features import FEATURES, columns
from leerloopbaan.vroegsignaal.fit import FEWEST, fit
from leerloopbaan.vroegsignaal.train import ROWS, model_rows
from vroegsignaal.test_model import town

RELEASE = {"release_id": "r1", "bron": "Bron: DOV", "synthetisch": True}
PUBLISHED = Published("early_warning", [], {}, [], {}, RELEASE)


@pytest.fixture(scope="module")
def rows() -> list[dict[str, object]]:
    return [dict(zip(ROWS, row, strict=True)) for row in model_rows(town(1))]


def test_every_coefficient_is_published(rows: list[dict[str, object]]) -> None:
    model = fit(town(1))
    assert model is not None
    card = read_card(rows)
    assert len(card.coefficients) == 1 + sum(len(values) for _, values in FEATURES.values())
    assert sorted(c for _, _, c in card.coefficients if c) == sorted(
        c for c in (model.intercept, *model.coefficients) if c
    )
    assert len(columns()) == len(model.coefficients)


def test_the_three_forms_hold_the_same_numbers(rows: list[dict[str, object]]) -> None:
    data = json.loads(card_json(rows, RELEASE))
    overall = data["terugtoets"]["groepen"]["Alle leerlingen"]
    html, text = render_card(PUBLISHED, rows, menu=[]), card_markdown(rows, RELEASE)
    for written in (html, text):
        assert f"{overall['auc']:.2f}".replace(".", ",") in written
        assert f"{overall['brier']:.3f}".replace(".", ",") in written
        for row in data["coefficienten"]:
            assert f"{row['coefficient']:.3f}".replace(".", ",") in written
        assert "SYNTHETISCH" in written and "per leerling wordt geen score" in written
        assert "Bron: DOV" in written
    assert data["drempel"] == read_card(rows).threshold
    assert "<script" not in html
    assert not re.search(r"None|nan", text)


def test_what_is_hidden_stays_hidden_and_no_model_is_said() -> None:
    patterns = town(12, 200)
    few = patterns.where(patterns.outcome.cumsum() < FEWEST)
    rows = [dict(zip(ROWS, row, strict=True)) for row in model_rows(few)]
    card = read_card(rows)
    assert not card.fitted and card.coefficients == () and card.metrics == ()
    assert json.loads(card_json(rows, RELEASE))["geschat"] is False
    assert "Het model is niet geschat: te weinig" in card_markdown(rows, RELEASE)
    assert "Het model is niet geschat: te weinig" in render_card(PUBLISHED, rows, menu=[])
    small = [dict(zip(ROWS, row, strict=True)) for row in model_rows(town(3, 900))]
    assert "onderdrukt" in card_markdown(small, RELEASE)
