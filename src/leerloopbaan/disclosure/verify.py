"""Check certificates with DuckDB and nothing else: the same text as the blocking dbt test.

Imports nothing of the engine, so an error there cannot excuse itself here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any

#: Relations that the text needs; the names are the defaults.
RELATIONS = (
    "variabelen",
    "vergelijkingen",
    "cel_variabelen",
    "getuigen",
    "bewijzen",
    "insiders",
    "cellen",
    "besluiten",
)


@dataclass(frozen=True)
class Failure:
    """One broken rule: `regel` names it, `waar` the cell, world or equation by code."""

    regel: str
    waar: str


def verify_sql(
    relations: Mapping[str, str] | None = None,
    *,
    threshold: int = 5,
    zeros_primary: bool = True,
    overlapping: Sequence[str] = (),
    floors: bool = False,
) -> str:
    """The SQL text with relation names filled in; it returns one row per failure."""
    import jinja2

    text = resources.files("leerloopbaan.disclosure").joinpath("sql/onthullingsbewijs.sql")
    module = jinja2.Environment(autoescape=False).from_string(text.read_text("utf-8")).module
    names = {name: name for name in RELATIONS} | dict(relations or {})
    rendered: str = module.onthullingsbewijs(  # type: ignore[attr-defined]  # a Jinja macro
        **names,
        drempel=int(threshold),
        nul_primair="true" if zeros_primary else "false",
        overlappend=list(overlapping),
        bodem=floors,
    )
    return rendered


def verify(tables: Mapping[str, Any], **options: Any) -> list[Failure]:
    """Failures of certificates given as Arrow tables (or relations) under the default names."""
    import duckdb

    missing = [name for name in RELATIONS if name not in tables]
    if missing:
        raise ValueError(f"relations missing: {', '.join(missing)}")
    with duckdb.connect() as connection:
        for name in RELATIONS:
            connection.register(name, tables[name])
        rows = connection.execute(verify_sql(**options)).fetchall()
    return [Failure(str(rule), str(where)) for rule, where in rows]
