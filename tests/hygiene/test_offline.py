"""Nothing asks for a network between deliveries and release (R-31).

The shared build runs with the guard of `offline/`: were a name looked up or an address called, it
would have failed. These tests see that the guard bites, in every process, and that what Python
cannot watch cannot call either.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from conftest import Built, build_environment

CALLS = {
    "an address": "import socket; socket.create_connection(('192.0.2.1', 80), 1)",
    "a name": "import urllib.request as u; u.urlopen('http://voorbeeld.invalid', timeout=1)",
    "a datagram": "import socket; "
    "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('192.0.2.1', 9))",
    "a child": "import subprocess, sys; sys.exit(subprocess.run([sys.executable, '-c', "
    "\"import socket; socket.create_connection(('192.0.2.1', 80), 1)\"]).returncode)",
}


@pytest.mark.parametrize("call", CALLS)
def test_no_process_of_the_shared_build_can_call(call: str, tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-c", CALLS[call]],
        env=build_environment(Built(tmp_path, tmp_path, tmp_path, ""), "antwerpen"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode != 0
    assert "no network" in result.stderr


def test_the_engine_has_no_code_that_calls() -> None:
    """DuckDB calls through extensions: none that does is in the wheel, and none is fetched."""
    with duckdb.connect() as connection:
        connection.execute("set autoinstall_known_extensions = false")
        loaded = {
            name
            for (name,) in connection.execute(
                "select extension_name from duckdb_extensions() where loaded"
            ).fetchall()
        }
    assert not loaded & {"httpfs", "aws", "azure", "postgres_scanner", "mysql_scanner", "ui"}
