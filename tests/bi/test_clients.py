"""Three kinds of client read one release alike: DuckDB (other versions too), JavaScript, SQL."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from bi import clients, duckdb_client
from bi.conftest import CITY, House
from bi.made import SCHOOLS
from conftest import Built
from leerloopbaan import home
from leerloopbaan.serve.release import Served

OLDER, NEWER = "1.4.4", "1.5.6"


@pytest.fixture(scope="session", params=[OLDER, NEWER])
def other_duckdb(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    try:
        folder = tmp_path_factory.mktemp(f"duckdb-{request.param}")
        return clients.install_duckdb(request.param, folder)
    except clients.NotInstalledError as error:
        pytest.skip(str(error))  # no package registry within reach; says what did not run


@pytest.fixture(scope="session")
def javascript(tmp_path_factory: pytest.TempPathFactory) -> Path:
    try:
        return clients.install_javascript(tmp_path_factory.mktemp("javascript"))
    except clients.NotInstalledError as error:
        pytest.skip(str(error))  # no package registry within reach; says what did not run


def _file(audience: Path) -> str:
    (file,) = audience.glob("*.duckdb")
    return str(file)


def _parquet(audience: Path) -> list[str]:
    return [str(file) for file in sorted((audience / "parquet").glob("mart_*.parquet"))]


def _environment(house: House, role: str) -> dict[str, str]:
    names = {"host": "PGHOST", "port": "PGPORT", "dbname": "PGDATABASE", "user": "PGUSER",
             "password": "PGPASSWORD"}  # fmt: skip
    return {names[key]: str(value) for key, value in house.server.connection(role).items()}


def test_other_versions_of_duckdb_read_the_files(
    house: House, first: Served, other_duckdb: Path
) -> None:
    for audience in (first.folder / "publiek", first.folder / "school" / SCHOOLS[0]):
        found = clients.read_with_duckdb(Path(_file(audience)), other_duckdb)
        assert found["version"] in (OLDER, NEWER)
        assert found["version"] != duckdb.__version__
        assert found["tables"] == duckdb_client.summary(_file(audience))


def test_javascript_reads_parquet_and_postgresql_alike(
    house: House, first: Served, javascript: Path
) -> None:
    school = SCHOOLS[1]
    for audience, role in (
        (first.folder / "publiek", "publiek"),
        (first.folder / "school" / school, house.role(first, "school", school)),
    ):
        expected = duckdb_client.summary(_file(audience))
        found = clients.read_with_javascript(javascript, "parquet.mjs", _parquet(audience))
        assert found == expected
        served = clients.read_with_javascript(
            javascript, "postgres.mjs", sorted(expected), _environment(house, role)
        )
        assert served == expected
    assert expected["mart_schoolportretten"]["rows"] == 2


@pytest.mark.warehouse
def test_every_client_reads_the_real_release_alike(
    house: House, javascript: Path, other_duckdb: Path, warehouse: Built
) -> None:
    current = (home.releases(CITY) / "current").resolve()
    for audience in sorted(path for path in current.iterdir() if (path / "parquet").is_dir()):
        expected = duckdb_client.summary(_file(audience))
        assert sum(table["rows"] for table in expected.values()) > 1000
        assert sum(table["hidden"] for table in expected.values()) > 100
        assert clients.read_with_duckdb(Path(_file(audience)), other_duckdb)["tables"] == expected
        files = _parquet(audience)
        assert clients.read_with_javascript(javascript, "parquet.mjs", files) == expected
        served = house.serve_folder(current)
        role = house.role(served, audience.name)
        assert (
            clients.read_with_javascript(
                javascript, "postgres.mjs", sorted(expected), _environment(house, role)
            )
            == expected
        )
