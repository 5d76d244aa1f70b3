"""The contracts hold on what was landed and on what was published, and agree with dbt."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
import yaml

from conftest import Built
from contracts.agreement import checks_of, contract_test, failed
from leerloopbaan import home
from leerloopbaan.build.steps import target_directory
from leerloopbaan.duck import vault_connection
from leerloopbaan.register.load import known_cities, load_register
from leerloopbaan.release.plan import area_audiences, school_audiences
from mutation.bench import Bench

pytestmark = [pytest.mark.warehouse, pytest.mark.full]

CONTRACTS = home.project_root() / "contracts"
MART = "mart_onderwijsmonitor"
WHOLE = CONTRACTS / "antwerpen" / f"{MART}__beleid.odcs.yaml"


@pytest.mark.parametrize("city", known_cities())
def test_every_landed_file_keeps_its_contract(warehouse: Built, city: str) -> None:
    contracts = sorted((CONTRACTS / city).glob("levering_*.odcs.yaml"))
    assert len(contracts) == len(load_register(city).tabellen)
    with vault_connection(city, landing="read_only") as connection:
        for contract in contracts:
            run = contract_test(contract, connection, "landing.levering")
            assert run.result == "passed", (contract.name, failed(run))
            assert len(checks_of(run)) > 20


@pytest.mark.parametrize("city", known_cities())
def test_every_published_file_stands_where_its_contract_says_and_keeps_it(
    warehouse: Built, city: str
) -> None:
    register = load_register(city)
    marts = [f"mart_{p.code}" for p in register.producten]
    tested = 0
    for audience in area_audiences(register, marts):
        for output in audience.outputs:
            contract = CONTRACTS / city / f"{output.mart}__{audience.code}.odcs.yaml"
            place = _place(contract, city)
            if not place.exists():
                assert not place.parent.exists(), f"{place} is not where it should be"
                continue
            tested += _keeps(contract, place)
    assert tested >= 2


def test_the_files_of_schools_keep_the_contracts_of_their_audience(warehouse: Built) -> None:
    """One recipient for every set of products that recipients of an audience get."""
    tested = 0
    for audience in school_audiences(load_register("antwerpen")):
        contracts = sorted((CONTRACTS / "antwerpen").glob(f"mart_*__{audience}.odcs.yaml"))
        seen = set()
        for folder in sorted((home.releases("antwerpen") / "current" / audience).glob("*/")):
            file = folder / f"{audience}.duckdb"
            with duckdb.connect(str(file), read_only=True) as connection:
                present = frozenset(connection.execute("show tables").fetchall())
            if present in seen:
                continue
            seen.add(present)
            for contract in contracts:
                assert _place(contract, "antwerpen", folder.name) == file
                tested += _keeps(contract, file)
    assert tested >= 2


def _place(contract: Path, city: str, recipient: str = "") -> Path:
    """Where a contract says its file is, within this home."""
    stated = yaml.safe_load(contract.read_text(encoding="utf-8"))["servers"][0]["database"]
    current = f"var/releases/{city}/current"
    return (
        home.releases(city)
        / "current"
        / Path(stated.replace("{ontvanger}", recipient)).relative_to(current)
    )


def _keeps(contract: Path, file: Path) -> bool:
    """Whether the file holds the contract's tables; they must keep it then."""
    tables = {t["name"] for t in yaml.safe_load(contract.read_text(encoding="utf-8"))["schema"]}
    with duckdb.connect(str(file), read_only=True) as connection:
        present = {row[0] for row in connection.execute("show tables").fetchall()}
        if not tables & present:
            return False
        assert tables <= present, (contract.name, file, tables - present)
        (database,) = connection.execute("select current_database()").fetchone() or ("",)
        run = contract_test(contract, connection, f"{database}.main")
    assert run.result == "passed", (contract.name, file, failed(run))
    return True


# A breach of the mart's contract, planted in memory; `None`: nothing is planted.
BREACHES = {
    "nothing": None,
    "a small numerator": "update {t} set teller = 3 where teller > 20 and waarde is not null",
    "a small denominator": "update {t} set noemer = 4, teller = null where noemer > 20",
    "a small complement": "update {t} set teller = noemer - 2 where teller > 20",
    "a value beside a status": "update {t} set status = 'onderdrukt' where waarde is not null",
    "no value and no status": "update {t} set waarde = null where waarde is not null",
    "a second marker": "update {t} set status = 'secundair' where status = 'onderdrukt'",
    "a share without its counts": "update {t} set teller = null where eenheid <> 'aantal'",
    "a row twice": "insert into {t} select * from {t} limit 1",
    "no source": "update {t} set bron = null",
}


@pytest.fixture(scope="module")
def bench(built: Built) -> Bench:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in built.environment.items():
            patch.setenv(name, value)
        return Bench("antwerpen", target_directory("antwerpen") / "manifest.json")


@pytest.mark.parametrize("breach", BREACHES)
def test_dbt_and_the_contract_give_the_same_verdict(bench: Bench, breach: str) -> None:
    node = bench.models[MART]
    statement = BREACHES[breach]
    with bench.broken():
        # A copy has no constraints: the built table itself would refuse the breach.
        bench.connection.execute(
            f"create or replace table {node['relation_name']} as from {node['relation_name']}"
        )
        if statement:
            bench.connection.execute(statement.format(t=node["relation_name"]))
        dbt = bench.failing_test(node)
        rows = bench.connection.execute(f"from {node['relation_name']}").to_arrow_table()
    with duckdb.connect(":memory:") as copy:
        copy.register("rijen", rows)
        copy.execute(f"create table {MART} as from rijen")
        run = contract_test(WHOLE, copy, "memory.main")
    assert (run.result == "passed") == (dbt is None), (breach, dbt, failed(run))
    assert (dbt is None) == (statement is None)
