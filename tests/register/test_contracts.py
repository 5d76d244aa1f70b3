"""The contracts are valid ODCS 3.1, lint clean without a network, and test what they state."""

from __future__ import annotations

import datetime as dt
import json
import socket
from importlib.resources import files
from pathlib import Path
from typing import Any

import duckdb
import jsonschema
import pytest
import yaml

from leerloopbaan import home
from leerloopbaan.register.generate.mart_columns import MART_COLUMNS
from leerloopbaan.register.generate.odcs import contract_files
from leerloopbaan.register.law import Verlenging
from leerloopbaan.register.load import known_cities, load_register

CONTRACTS = sorted((home.project_root() / "contracts").rglob("*.odcs.yaml"))


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a contract wanted the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def _official_schema() -> dict[str, Any]:
    text = files("datacontract").joinpath("schemas/odcs-3.1.0.schema.json").read_text("utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def test_every_file_and_every_mart_for_every_audience_has_one() -> None:
    expected = set()
    for city in known_cities():
        register = load_register(city)
        expected |= {f"{city}/levering_{t.naam}" for t in register.tabellen}
        expected |= {
            f"{city}/mart_{p.code}__{u.publiek}" for p in register.producten for u in p.uitgaven
        }
    found = {f"{c.parent.name}/{c.name.removesuffix('.odcs.yaml')}" for c in CONTRACTS}
    assert found == expected


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda c: f"{c.parent.name}/{c.name}")
def test_it_is_valid_against_the_official_schema(contract: Path) -> None:
    data = yaml.safe_load(contract.read_text(encoding="utf-8"))
    jsonschema.validate(data, _official_schema())
    stated = {c["property"]: c["value"] for c in data["customProperties"]}
    assert stated["artikel"]
    assert stated["doeleinde"]
    assert stated["ontvanger"]


def test_each_says_from_when_until_when_and_how_often() -> None:
    for contract in CONTRACTS:
        data = yaml.safe_load(contract.read_text(encoding="utf-8"))
        validity = load_register(contract.parent.name).geldigheid
        stated = {c["property"]: c["value"] for c in data["customProperties"]}
        assert stated["geldigVan"] == str(validity.van)
        assert stated.get("geldigTot") == (str(validity.einde) if validity.einde else None)
        assert data["slaProperties"], contract
    monitor = next(c for c in CONTRACTS if c.name == "mart_monitor__publiek.odcs.yaml")
    (often,) = yaml.safe_load(monitor.read_text(encoding="utf-8"))["slaProperties"]
    assert (often["property"], often["value"], often["unit"]) == ("frequency", 2, "y")


def test_a_renewal_moves_the_end_that_contracts_state() -> None:
    register = load_register("antwerpen")
    assert register.geldigheid.tot
    start = register.geldigheid.tot + dt.timedelta(days=1)
    end = start + dt.timedelta(days=364)
    renewal = Verlenging(van=start, tot=end, referentie="brief", geregistreerd_door="een functie")
    longer = register.geldigheid.model_copy(update={"verlengingen": (renewal,)})
    files = dict(contract_files(register.model_copy(update={"geldigheid": longer})))
    for text in files.values():
        stated = {c["property"]: c["value"] for c in yaml.safe_load(text)["customProperties"]}
        assert stated["geldigTot"] == str(end)


@pytest.mark.parametrize(
    "contract",
    [
        pytest.param(c, id=f"{c.parent.name}/{c.name}", marks=[] if n < 2 else pytest.mark.full)
        for n, c in enumerate(sorted(CONTRACTS, key=lambda c: "publiek" not in c.name))
    ],
)
def test_lint_is_clean_without_a_network(no_network: None, contract: Path) -> None:
    from datacontract.data_contract import DataContract

    run = DataContract(data_contract_file=str(contract)).lint()
    assert run.result == "passed", [c.reason for c in run.checks or ()]


def test_lint_sees_a_wrong_contract(no_network: None, tmp_path: Path) -> None:
    from datacontract.data_contract import DataContract

    data = yaml.safe_load(CONTRACTS[0].read_text(encoding="utf-8"))
    data["schema"][0]["properties"][0]["logicalType"] = "pseudoniem"
    wrong = tmp_path / "wrong.odcs.yaml"
    wrong.write_text(yaml.safe_dump(data), encoding="utf-8")
    assert DataContract(data_contract_file=str(wrong)).lint().result != "passed"


def _mart(tmp_path: Path, row: dict[str, object]) -> Path:
    """A copy of the public contract beside a published file with one row."""
    columns = ", ".join(
        f"{c.name} {c.data_type}{' not null' if c.required else ''}" for c in MART_COLUMNS
    )
    database = tmp_path / "uitgave.duckdb"
    with duckdb.connect(str(database)) as con:
        con.execute(f"create table mart_onderwijsmonitor ({columns})")
        marks = ", ".join("?" for _ in MART_COLUMNS)
        con.execute(
            f"insert into mart_onderwijsmonitor values ({marks})",
            [row.get(c.name, "x" if c.required else None) for c in MART_COLUMNS],
        )
    source = home.project_root() / "contracts/antwerpen/mart_onderwijsmonitor__publiek.odcs.yaml"
    data = yaml.safe_load(source.read_text(encoding="utf-8"))
    data["servers"][0]["database"] = str(database)
    contract = tmp_path / "contract.odcs.yaml"
    contract.write_text(yaml.safe_dump(data), encoding="utf-8")
    return contract


HIDDEN = {"teller": None, "noemer": None, "waarde": None, "status": "onderdrukt"}
SHOWN = {"schooljaar_eind": 2024, "geo_niveau": "stad", "teller": 20, "noemer": 40, "waarde": 50.0}


@pytest.mark.parametrize(
    ("row", "result"),
    [
        (SHOWN, "passed"),
        ({**SHOWN, **HIDDEN}, "passed"),
        ({**SHOWN, "teller": 5}, "failed"),
        ({**SHOWN, "teller": 38}, "failed"),
        ({**SHOWN, "noemer": 3, "teller": None}, "failed"),
        ({**SHOWN, "status": "onderdrukt"}, "failed"),
        ({**SHOWN, "waarde": None}, "failed"),
        ({**SHOWN, "waarde": None, "status": "secundair"}, "failed"),
        ({**SHOWN, "geo_niveau": "instelling"}, "failed"),
    ],
)  # fmt: skip
def test_the_contract_of_a_mart_finds_what_may_not_be_published(
    tmp_path: Path, row: dict[str, object], result: str
) -> None:
    from datacontract.data_contract import DataContract

    run = DataContract(data_contract_file=str(_mart(tmp_path, row))).test()
    assert run.result == result, [(c.name, c.result, c.reason) for c in run.checks or ()]


def _landed(tmp_path: Path, row: dict[str, str]) -> Path:
    """A copy of the contract of 11c beside a plain stand-in of the landing file."""
    table = load_register("antwerpen").tabel("11c")
    database = tmp_path / "landing.duckdb"
    with duckdb.connect(str(database)) as con:
        con.execute("create schema levering")
        columns = ", ".join(f"{v.naam} varchar" for v in table.velden)
        con.execute(f"create table levering.{table.relatie} ({columns})")
        marks = ", ".join("?" for _ in table.velden)
        values = [row.get(v.naam) for v in table.velden]
        con.execute(f"insert into levering.{table.relatie} values ({marks})", values)
    source = home.project_root() / "contracts/antwerpen/levering_11c.odcs.yaml"
    data = yaml.safe_load(source.read_text(encoding="utf-8"))
    data["servers"][0]["database"] = str(database)
    contract = tmp_path / "contract.odcs.yaml"
    contract.write_text(yaml.safe_dump(data), encoding="utf-8")
    return contract


DELIVERED = {
    "persoon_code": "proef-1", "schooljaar": "2023-2024", "vsv": "J", "nationaliteit_code": "BE",
    "oki": "2", "ind_opleiding_moeder": "N", "hoofdstructuur_code": "311",
    "administratieve_groep_code": "99001",
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "result"),
    [
        ({}, "passed"),
        ({"vsv": "ja"}, "failed"),
        ({"hoofdstructuur_code": "999"}, "failed"),
        ({"oki": "7"}, "failed"),
        ({"schooljaar": None}, "failed"),
        ({"schooljaar": "2023"}, "failed"),
    ],
)
def test_the_contract_of_a_delivery_finds_what_intake_would_refuse(
    tmp_path: Path, change: dict[str, str], result: str
) -> None:
    from datacontract.data_contract import DataContract

    contract = _landed(tmp_path, {**DELIVERED, **change})
    run = DataContract(data_contract_file=str(contract)).test()
    assert run.result == result, [(c.name, c.result, c.reason) for c in run.checks or ()]


@pytest.mark.parametrize("city", known_cities())
def test_dbt_makes_marts_with_these_columns(city: str) -> None:
    file = home.project_root() / f"models/marts/{city}/_marts_{city}.yml"
    for model in yaml.safe_load(file.read_text(encoding="utf-8"))["models"]:
        columns = [(c["name"], c["data_type"]) for c in model["columns"]]
        assert columns == [(c.name, c.data_type) for c in MART_COLUMNS], model["name"]
