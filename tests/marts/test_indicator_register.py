"""The indicators answer every question that the protocol says the data can answer."""

from __future__ import annotations

import pytest
import yaml

from leerloopbaan.errors import RegisterError
from leerloopbaan.register.load import (
    indicator_file,
    load_register,
    read_register,
    register_file,
)


def test_every_answerable_question_has_an_indicator() -> None:
    register = load_register("antwerpen")
    asked = {v.code for v in register.vragen if v.beantwoordbaar != "nee"}
    answered = {q for i in register.indicatoren.indicatoren for q in i.vragen}
    assert asked - answered == set()
    assert answered - {v.code for v in register.vragen} == set()


def test_indicators_belong_to_products_of_the_register() -> None:
    register = load_register("antwerpen")
    products = {p.code for p in register.producten}
    assert {p for i in register.indicatoren.indicatoren for p in i.producten} <= products


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"feit": "bestaat_niet"}, "no fact"),
        ({"populatie": "vertrek"}, "has no population"),
        ({"niveaus": ["straat"]}, "unknown level"),
        ({"uitsplitsingen": ["wisselklasse"]}, "does not carry"),
        ({"uitsplitsingen": ["schoenmaat"]}, "no breakdown"),
        ({"onmogelijk": {"geslacht": ["z"]}}, "no category"),
        ({"teller": "true"}, "a share has a teller"),
        ({"reeksbreuken": ["2019-2025: een periode"]}, "a series break is"),
        ({"reeksbreuken": ["2019-2020"]}, "a series break is"),
    ],
)
def test_a_wrong_indicator_does_not_load(
    tmp_path_factory: pytest.TempPathFactory, change: dict[str, object], rule: str
) -> None:
    data = yaml.safe_load(indicator_file("antwerpen").read_text(encoding="utf-8"))
    data["indicatoren"][0] |= change
    wrong = tmp_path_factory.mktemp("register") / "antwerpen.yml"
    wrong.write_text(yaml.safe_dump(data), encoding="utf-8")
    with pytest.raises(RegisterError, match=rule):
        read_register(register_file("antwerpen"), wrong)
