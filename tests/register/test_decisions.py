"""A register that widens stops, until two people signed for exactly these widenings."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
import yaml

from leerloopbaan.errors import RegisterError
from leerloopbaan.register.changes.decisions import changes_since_accepted, record_template
from leerloopbaan.register.load import load_register
from register.conftest import write_register
from register.test_generate import _run


def _widen(data: dict[str, Any]) -> dict[str, Any]:
    wider = copy.deepcopy(data)
    wider["bewaring"]["jaren"] = 9
    return wider


def _template(project: Path) -> str:
    register = load_register("proefstad")
    return record_template("proefstad", changes_since_accepted(project, register))


def _sign(project: Path, text: str, *people: str) -> None:
    head, _, body = text.partition("---\n")[2].partition("---\n")
    record = yaml.safe_load(head.replace("JJJJ-MM-DD", "2026-11-22"))
    record["verruiming"]["ondertekend_door"] = list(people)
    file = project / "docs" / "decisions" / "9001-bewaring.md"
    file.write_text(f"---\n{yaml.safe_dump(record)}---\n{body}", encoding="utf-8")


def test_a_widening_is_refused_and_nothing_is_written(
    toy_project: Path, toy_data: dict[str, Any]
) -> None:
    _run("generate")
    before = {p: p.read_bytes() for p in toy_project.rglob("*.yml")}
    write_register(toy_project, _widen(toy_data))
    for command in ("check", "generate"):
        with pytest.raises(RegisterError) as refusal:
            _run(command)
        assert refusal.value.exit_code == 2
        assert "bewaring.jaren: 2 → 9" in str(refusal.value)
        assert "docs/decisions/" in str(refusal.value)
    after = {p: p.read_bytes() for p in toy_project.rglob("*.yml")}
    changed = {p.name for p in before if before[p] != after[p]}
    assert changed == {"proefstad.yml"}


def test_two_signatures_let_it_pass(toy_project: Path, toy_data: dict[str, Any]) -> None:
    _run("generate")
    write_register(toy_project, _widen(toy_data))
    _sign(toy_project, _template(toy_project), "Functionaris", "Algemeen directeur")
    _run("generate")
    assert "in orde" in _run("check")


@pytest.mark.parametrize(
    "people",
    [("Functionaris",), ("Functionaris", "functionaris"), ("Functionaris", " "), ("", " "), ()],
)
def test_one_person_is_not_enough(
    toy_project: Path, toy_data: dict[str, Any], people: tuple[str, ...]
) -> None:
    _run("generate")
    write_register(toy_project, _widen(toy_data))
    _sign(toy_project, _template(toy_project), *people)
    with pytest.raises(RegisterError, match="two different people"):
        _run("generate")


def test_a_signature_is_for_these_widenings_only(
    toy_project: Path, toy_data: dict[str, Any]
) -> None:
    _run("generate")
    wider = _widen(toy_data)
    write_register(toy_project, wider)
    _sign(toy_project, _template(toy_project), "Functionaris", "Algemeen directeur")
    wider["bewaring"]["jaren"] = 10
    write_register(toy_project, wider)
    with pytest.raises(RegisterError, match="2 → 10"):
        _run("generate")


def test_a_register_in_force_cannot_be_lost(toy_project: Path, toy_data: dict[str, Any]) -> None:
    _run("generate")
    (toy_project / "protocols" / "bekrachtigd" / "proefstad.json").unlink()
    write_register(toy_project, _widen(toy_data))
    for command in ("check", "generate"):
        with pytest.raises(RegisterError, match=r"bekrachtigd/proefstad.json is missing"):
            _run(command)


def test_a_narrowing_needs_no_signature(toy_project: Path, toy_data: dict[str, Any]) -> None:
    _run("generate")
    toy_data["bewaring"]["jaren"] = 1
    write_register(toy_project, toy_data)
    with pytest.raises(RegisterError, match="protocol generate"):
        _run("check")
    _run("generate")
    assert "in orde" in _run("check")


def test_a_record_without_date_is_named(toy_project: Path, toy_data: dict[str, Any]) -> None:
    _run("generate")
    write_register(toy_project, _widen(toy_data))
    file = toy_project / "docs" / "decisions" / "9001-bewaring.md"
    file.write_text("---\nverruiming: {stad: proefstad}\n---\n", encoding="utf-8")
    with pytest.raises(RegisterError, match=r"9001-bewaring\.md: wrong or missing .*datum"):
        _run("generate")


def test_diff_names_class_and_place(
    toy_project: Path, tmp_path: Path, toy_data: dict[str, Any]
) -> None:
    old = toy_project / "protocols" / "proefstad.yml"
    new = tmp_path / "nieuw.yml"
    new.write_text(yaml.safe_dump({**toy_data, "registerversie": 2}), encoding="utf-8")
    assert "neutraal    registerversie: 1 → 2" in _run("diff", str(old), str(new))
    new.write_text(yaml.safe_dump(_widen(toy_data)), encoding="utf-8")
    with pytest.raises(RegisterError, match="widens") as refusal:
        _run("diff", str(old), str(new))
    assert refusal.value.exit_code == 2
