"""The certificates behind a release, checked once more just before it is made.

dbt checks them when it builds; a build that stopped there leaves the marts of an earlier one.
"""

from __future__ import annotations

import hashlib
import hmac
import json

import duckdb

from leerloopbaan import home
from leerloopbaan.disclosure.verify import RELATIONS, verify_sql
from leerloopbaan.duck import vault_connection
from leerloopbaan.errors import RefusedError
from leerloopbaan.keys.derive import derive
from leerloopbaan.keys.secrets import city_secret
from leerloopbaan.register.load import load_register
from leerloopbaan.register.schema import Protocol
from leerloopbaan.release.source import CERTIFICATES, SCHOOL_CERTIFICATES, relation_digest

#: Relation → its name in the warehouse.
AREAS = {name: f"warehouse.{CERTIFICATES}.{name}" for name in RELATIONS} | {
    "cellen": "warehouse.cellen.cellen"
}
SCHOOLS = {name: f"warehouse.{SCHOOL_CERTIFICATES}.school{name}" for name in RELATIONS}


def refuse_unproven(
    connection: duckdb.DuckDBPyConnection, protocol: Protocol, relations: dict[str, str]
) -> None:
    """Refuse when a decision about a cell has no valid proof; says on which rules, never where."""
    failures = connection.execute(_question(protocol, relations)).fetchall()
    if failures:
        rules = ", ".join(sorted({str(rule) for rule, _ in failures}))
        raise RefusedError(
            f"het bewijs van geheimhouding klopt niet, op {len(failures)} plaatsen ({rules}).",
            remedy="Bouw opnieuw met `dbt build`, en maak daarna de vrijgave.",
        )


def prove_schools(city: str) -> None:
    """Check the certificates of schools, in a process of its own.

    They are many. Which were found valid is noted in the vault under a key of the city, so that the
    same release made again does not check the same tables again.
    """
    protocol = load_register(city)
    with vault_connection(city, warehouse="read_only") as connection:
        tables = [relation_digest(connection, name) for name in SCHOOLS.values()]
        asked = json.dumps([tables, _question(protocol, SCHOOLS)]).encode()
        key = derive(city_secret(city), "bewijs")
        seal = hmac.new(key, asked, hashlib.sha256).hexdigest()
        noted = home.vault(city) / "vrijgaven" / "bewezen"
        if noted.exists() and hmac.compare_digest(noted.read_text("ascii"), seal):
            return
        refuse_unproven(connection, protocol, SCHOOLS)
    noted.parent.mkdir(mode=0o700, exist_ok=True)
    noted.write_text(seal, encoding="ascii")


def _question(protocol: Protocol, relations: dict[str, str]) -> str:
    return verify_sql(
        relations,
        threshold=protocol.drempels.minimum_getoond - 1,
        zeros_primary=protocol.drempels.nul_onderdrukken,
    )
