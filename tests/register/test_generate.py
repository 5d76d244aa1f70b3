"""Generated files follow the register, byte for byte, and drift is named with its remedy."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner

from leerloopbaan import home
from leerloopbaan.cli.app import build_app
from leerloopbaan.errors import RegisterError
from leerloopbaan.register.changes.decisions import accepted_text
from leerloopbaan.register.generate import drift, generated_files
from leerloopbaan.register.load import known_cities, load_register
from leerloopbaan.register.schema import Protocol
from register.conftest import write_register


def _run(*arguments: str) -> str:
    result = CliRunner().invoke(build_app(), ["protocol", *arguments])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.output


def _registers() -> list[Protocol]:
    return [load_register(city) for city in known_cities()]


def test_the_committed_files_are_those_of_the_registers() -> None:
    assert drift(home.project_root(), generated_files(_registers())) == []


def test_generation_is_deterministic() -> None:
    once = generated_files(_registers())
    load_register.cache_clear()
    assert generated_files(_registers()) == once


def test_staging_columns_are_the_fields_and_no_more() -> None:
    for register in _registers():
        file = home.project_root() / f"models/staging/{register.stad}/_{register.stad}__staging.yml"
        models = {m["name"]: m for m in yaml.safe_load(file.read_text("utf-8"))["models"]}
        for table in (*register.tabellen, *register.referentielijsten):
            model = models[f"stg_{register.stad}__{table.relatie}"]
            names = [c["name"] for c in model["columns"]]
            assert names == [*(v.kolom for v in table.velden), "levering_id", "rij"]
            assert model["config"]["contract"]["enforced"] is True


def test_every_product_is_an_exposure_for_each_of_its_audiences() -> None:
    for register in _registers():
        file = f"models/marts/{register.stad}/_{register.stad}__exposures.yml"
        text = (home.project_root() / file).read_text(encoding="utf-8")
        found = {
            (e["config"]["meta"]["product"], e["config"]["meta"]["publiek"]): e
            for e in yaml.safe_load(text)["exposures"]
        }
        assert set(found) == {(p.code, i.publiek) for p in register.producten for i in p.uitgaven}
        for product in register.producten:
            for issue in product.uitgaven:
                exposure = found[product.code, issue.publiek]
                assert issue.clausule.regels in exposure["config"]["meta"]["clausule"]
                assert exposure["config"]["meta"]["doeleinde"] == product.doeleinde
                assert exposure["config"]["meta"]["gebouwd"] == bool(exposure["depends_on"])


def test_a_toy_protocol_gets_every_file(toy_project: Path) -> None:
    _run("generate")
    made = {p.relative_to(toy_project).as_posix() for p in toy_project.rglob("*") if p.is_file()}
    assert {
        "models/staging/proefstad/_proefstad__sources.yml",
        "models/staging/proefstad/_proefstad__staging.yml",
        "macros/generated/register_proefstad.sql",
        "macros/generated/register.sql",
        "contracts/proefstad/levering_inschrijvingen.odcs.yaml",
        "contracts/proefstad/mart_cijferbericht__publiek.odcs.yaml",
        "protocols/bekrachtigd/proefstad.json",
    } <= made
    assert "in orde: proefstad" in _run("check")
    assert "0 gewijzigd" in _run("generate")


@pytest.mark.parametrize(
    "path",
    [
        "models/staging/proefstad/_proefstad__staging.yml",
        "macros/generated/register_proefstad.sql",
        "contracts/proefstad/levering_inschrijvingen.odcs.yaml",
    ],
)
def test_a_file_edited_by_hand_is_refused(toy_project: Path, path: str) -> None:
    _run("generate")
    file = toy_project / path
    file.write_text(file.read_text("utf-8") + "\n", encoding="utf-8")
    with pytest.raises(RegisterError) as refusal:
        _run("check")
    assert refusal.value.exit_code == 2
    assert path in str(refusal.value)
    assert "protocol generate" in str(refusal.value)
    file.unlink()
    with pytest.raises(RegisterError, match="is missing"):
        _run("check")
    _run("generate")
    _run("check")


def test_other_line_ends_or_a_file_elsewhere_are_drift_too(
    toy_project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    _run("generate")
    file = toy_project / "contracts/proefstad/levering_inschrijvingen.odcs.yaml"
    text = file.read_bytes()
    file.write_bytes(text.replace(b"\n", b"\r\n"))
    with pytest.raises(RegisterError, match="differs"):
        _run("check")
    elsewhere = tmp_path_factory.mktemp("elders") / file.name
    elsewhere.write_bytes(text)
    file.unlink()
    file.symlink_to(elsewhere)
    with pytest.raises(RegisterError, match="differs"):
        _run("check")
    _run("generate")
    assert not file.is_symlink()
    assert file.read_bytes() == text
    _run("check")


def test_a_contract_that_a_person_wrote_is_refused_and_left_for_its_writer(
    toy_project: Path,
) -> None:
    _run("generate")
    own = toy_project / "contracts" / "proefstad" / "mart_cijferbericht__pers.odcs.yaml"
    own.write_text("version: 1.0.0\nkind: DataContract\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(RegisterError, match=r"__pers\.odcs\.yaml .*no register makes"):
            _run("check")
        _run("generate")
    assert own.exists()
    own.unlink()
    _run("check")


def test_a_file_that_no_register_makes_is_left_over(
    toy_project: Path, toy_data: dict[str, Any]
) -> None:
    _run("generate")
    toy_data["producten"][0]["code"] = "jaarbericht"
    toy_data["registerversie"] = 2
    file = toy_project / "protocols" / "indicatoren" / "proefstad.yml"
    file.write_text(file.read_text("utf-8").replace("cijferbericht]", "jaarbericht]"), "utf-8")
    write_register(toy_project, toy_data)
    # As if the other product had been signed for.
    accepted = toy_project / "protocols" / "bekrachtigd" / "proefstad.json"
    accepted.write_text(accepted_text(load_register("proefstad")), encoding="utf-8")
    with pytest.raises(RegisterError, match=r"mart_cijferbericht__publiek.+ is left over"):
        _run("check")
    _run("generate")
    left = list((toy_project / "contracts" / "proefstad").glob("mart_*"))
    assert [f.name for f in left] == ["mart_jaarbericht__publiek.odcs.yaml"]


def test_quotes_are_compared_with_the_text(toy_project: Path, toy_data: dict[str, Any]) -> None:
    _run("generate")
    text = toy_project / "protocols" / "protocol_proefstad.txt"
    assert "in orde" in _run("check", "--city", "proefstad", "--text", str(text))
    toy_data["bewaring"]["clausule"]["citaat"] = "20 jaar bewaard"
    toy_data["kwaliteitsklok"]["clausule"]["regels"] = "L99"
    toy_data["artikelen"][-1]["regels"] = "L10-99"
    write_register(toy_project, toy_data)
    _run("generate")
    with pytest.raises(RegisterError) as refusal:
        _run("check", "--city", "proefstad", "--text", str(text))
    assert "bewaring.clausule: the quote does not stand in L6" in str(refusal.value)
    assert "kwaliteitsklok.clausule: L99 is not in the text" in str(refusal.value)
