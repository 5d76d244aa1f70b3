"""Reads an audience's DuckDB file with whatever DuckDB is found: `python duckdb_client.py FILE`.

Prints the version and, per mart, what it holds. Run by the tests with other versions.
"""

from __future__ import annotations

import json
import sys

import duckdb

SUMMARY = """
    select count(*), count(status), coalesce(sum(noemer), 0)::bigint,
        coalesce(round(10 * sum(waarde)), 0)::bigint
    from {}
"""


def summary(file: str) -> dict[str, dict[str, int]]:
    connection = duckdb.connect(file, read_only=True)
    names = connection.execute(
        "select table_name from duckdb_tables() where table_name like 'mart_%' order by 1"
    ).fetchall()
    found = {}
    for (name,) in names:
        values = connection.execute(SUMMARY.format(name)).fetchone()
        found[name] = dict(zip(("rows", "hidden", "noemer", "waarde"), values or (), strict=True))
    connection.close()
    return found


if __name__ == "__main__":
    print(json.dumps({"version": duckdb.__version__, "tables": summary(sys.argv[1])}))
