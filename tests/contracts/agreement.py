"""`datacontract test` on any open DuckDB connection.

datacontract-cli opens a DuckDB file by its path. The landing file is encrypted, and no plain copy
of it is ever written: so the one function with which it connects is replaced by the open vault.
"""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import duckdb
import ibis
from datacontract.data_contract import DataContract
from datacontract.model.run import Check, Run

CONNECT = "datacontract.engines.ibis.connections.connect._connect_duckdb_database"


def contract_test(contract: Path, connection: duckdb.DuckDBPyConnection, schema: str) -> Run:
    """The run of a contract's checks on the tables of `schema` (`database.schema`)."""
    cursor = connection.cursor()
    cursor.execute(f"use {schema}")
    with patch(CONNECT, lambda *_: ibis.duckdb.from_connection(cursor)):
        return DataContract(data_contract_file=str(contract)).test()


def checks_of(run: Run) -> list[Check]:
    """The checks that a run made."""
    assert run.checks is not None
    return run.checks


def failed(run: Run) -> list[str]:
    """Names of the checks that did not pass."""
    return [str(check.name) for check in checks_of(run) if check.result != "passed"]
