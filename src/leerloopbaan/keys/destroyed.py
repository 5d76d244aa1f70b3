"""Which school years have no key any more, as the landing file tells."""

from __future__ import annotations

import duckdb

TABLE = "sleutelvernietigingen"


def destroyed_keys(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """School year → certificate, of the years whose key was destroyed; `landing` is attached."""
    found = connection.execute(
        "select 1 from duckdb_tables() where database_name = 'landing' "
        "and schema_name = 'intake' and table_name = ?",
        [TABLE],
    ).fetchone()
    if not found:
        return {}
    rows = connection.execute(
        f"select schooljaar, certificaat from landing.intake.{TABLE} order by schooljaar"
    ).fetchall()
    return {str(year): str(certificate) for year, certificate in rows}
