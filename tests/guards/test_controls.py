"""Every check that a register names for an obligation exists, and really runs."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest
import typer

from guards.manifest import Manifest
from leerloopbaan import home
from leerloopbaan.cli.app import build_app
from leerloopbaan.evidence.checks import dbt_test_matches
from leerloopbaan.register.load import load_register
from leerloopbaan.register.schema import Protocol

ROOT = home.project_root()
INTAKE = "src/leerloopbaan/intake"
# Deliveries that break a rule stand here; a rule that none of them breaks was never seen to work.
BREAKERS = ("tests/intake", "tests/synth", "tests/gent", "src/leerloopbaan/synth")
# A test under such a mark does not count as a check.
SILENT = ("skip", "xfail")


@cache
def _texts(folder: str) -> frozenset[str]:
    """Every string constant in the Python files of a folder."""
    return frozenset(
        node.value
        for file in (ROOT / folder).rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


@cache
def _commands() -> frozenset[str]:
    def names(group: typer.core.TyperGroup, before: str = "") -> set[str]:
        found = set()
        for name, command in group.commands.items():
            found.add(f"{before}{name}")
            if isinstance(command, typer.core.TyperGroup):
                found |= names(command, f"{before}{name} ")
        return found

    app = typer.main.get_command(build_app())
    assert isinstance(app, typer.core.TyperGroup)
    return frozenset(names(app))


@cache
def _tests(folder: str) -> int:
    """Tests in a folder that pytest collects and no mark silences."""
    return sum(
        isinstance(node, ast.FunctionDef)
        and node.name.startswith("test_")
        and not any(silent in ast.unparse(d) for d in node.decorator_list for silent in SILENT)
        for file in (ROOT / folder).glob("**/test_*.py")
        for node in ast.parse(file.read_text(encoding="utf-8")).body
    )


def _dbt_tests(manifest: Manifest) -> list[str]:
    """Unique ids of the dbt tests of a city that can fail a build."""
    tests = [
        key
        for key, node in manifest["nodes"].items()
        if node["resource_type"] == "test" and node["config"]["severity"].lower() == "error"
    ]
    return [*tests, *manifest["unit_tests"]]


def _fault(control: str, manifest: Manifest) -> str | None:
    """What is wrong with a check; None when it exists and runs."""
    kind, _, name = control.partition(":")
    if kind == "regel":
        # A code may be put together, as `persoon_niet_in_` with the name of a table.
        made = {text for text in _texts(INTAKE) if len(text) > 6 and text.endswith("_in_")}
        if name not in _texts(INTAKE) and not any(name.startswith(text) for text in made):
            return "no code of the gate applies this rule"
        if not any(name in _texts(folder) for folder in BREAKERS):
            return "no delivery in the tests breaks this rule"
    elif kind == "opdracht" and name not in _commands():
        return "there is no such command"
    elif kind == "dbt":
        publishes = any(n["schema"] == "marts" for n in manifest["nodes"].values())
        found = any(dbt_test_matches(key, name) for key in _dbt_tests(manifest))
        # What proves figures safe waits for a city that has figures (decision 0014).
        waits = not publishes and (ROOT / f"tests/dbt/{name}.sql").exists()
        if not found and not waits:
            return "no blocking dbt test has this name"
    elif kind == "test":
        folder = ROOT / name
        if not (_tests(name) or any(folder.glob("*.sql"))):
            return "there are no tests in this folder"
    return None


@pytest.fixture
def protocol(compiled: Path, request: pytest.FixtureRequest) -> Protocol:
    return load_register(request.node.callspec.params["compiled"])


def test_every_check_of_the_register_exists(protocol: Protocol, manifest: Manifest) -> None:
    faults = [
        f"{duty.code} (article {article.nummer}): {control}: {fault}"
        for article in protocol.artikelen
        for duty in article.verplichtingen
        for control in duty.controle
        if (fault := _fault(control, manifest))
    ]
    faults += [
        f"{reading.code}: {control}: {fault}"
        for reading in protocol.lezingen
        for control in reading.controle
        if (fault := _fault(control, manifest))
    ]
    assert not faults, "\n".join(faults)


def test_every_obligation_has_a_measure_and_a_check(protocol: Protocol) -> None:
    duties = [duty for article in protocol.artikelen for duty in article.verplichtingen]
    assert len(duties) >= 30
    assert [d.code for d in duties if not d.maatregel.strip() or not d.controle] == []


@pytest.mark.parametrize(
    "control",
    ["regel:verzonnen", "opdracht:protocol verzin", "dbt:verzonnen", "test:tests/verzonnen"],
)
def test_a_check_that_does_not_exist_is_named(control: str, manifest: Manifest) -> None:
    assert _fault(control, manifest)


def test_a_dbt_name_means_one_test_or_one_kind() -> None:
    assert dbt_test_matches("test.leerloopbaan.populatie_klopt", "populatie_klopt")
    assert dbt_test_matches("test.leerloopbaan.verwijst_naar_stg_x.1a2b", "verwijst_naar")
    assert dbt_test_matches("unit_test.leerloopbaan.model.elke_soort", "elke_soort")
    assert not dbt_test_matches("test.leerloopbaan.populatie_3006_klopt", "populatie_klopt")
    assert not dbt_test_matches("test.leerloopbaan.verwijst_naarx.1a2b", "verwijst_naar")
