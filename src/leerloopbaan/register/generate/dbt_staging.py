"""Contracts, descriptions and tests of one city's staging models."""

from __future__ import annotations

from typing import Any

from leerloopbaan.register.generate.columns import (
    DATA_TYPES,
    column_check,
    column_description,
)
from leerloopbaan.register.generate.text import clause_line, yaml_text
from leerloopbaan.register.schema import Protocol, Tabel, Veld

_LISTED = "hoofdstructuur_code"


def staging_file(protocol: Protocol) -> tuple[str, str]:
    """Path and text of `_<stad>__staging.yml`."""
    city = protocol.stad
    models = [
        _model(protocol, table) for table in (*protocol.tabellen, *protocol.referentielijsten)
    ]
    return f"models/staging/{city}/_{city}__staging.yml", yaml_text(city, {"models": models})


def staging_model(city: str, table: Tabel) -> str:
    """Name of the staging model of a table."""
    return f"stg_{city}__{table.relatie}"


def staging_key(table: Tabel) -> list[str]:
    """Columns that tell the rows of the staging model apart."""
    if table.sleutel:
        return [table.veld(name).kolom for name in table.sleutel]
    year = [table.schooljaar_kolom] if table.schooljaar_kolom else []
    return ["levering_id", *year, "rij"]


def _model(protocol: Protocol, table: Tabel) -> dict[str, Any]:
    key = staging_key(table)
    columns = [_field(v) for v in table.velden] + [
        {
            "name": "levering_id",
            "data_type": "varchar",
            "description": "Levering waaruit de rij komt (hash van haar inhoud).",
            "constraints": [{"type": "not_null"}],
        },
        {
            "name": "rij",
            "data_type": "bigint",
            "description": "Volgnummer van de rij in het geleverde bestand, vanaf 1.",
            "constraints": [{"type": "not_null"}],
        },
    ]
    names = [c["name"] for c in columns]
    return {
        "name": staging_model(protocol.stad, table),
        "description": (
            f"{table.titel}. Korrel: {table.korrel}. Enkel wat van kracht is, "
            f"met getypeerde kolommen ({clause_line(table.clausule)})."
        ),
        "config": {
            "contract": {"enforced": True},
            "meta": {
                "eigenaar": "Data-engineering",
                "korrel": table.korrel,
                "tabel": table.naam,
                "clausule": clause_line(table.clausule),
                "protocolversie": str(protocol.versie),
                "persoonsgegevens": table.persoonsgegevens,
            },
        },
        # An index over the row number of every enrolment would only cost: the test sees to it.
        **({"constraints": [{"type": "primary_key", "columns": key}]} if table.sleutel else {}),
        "data_tests": [
            {"unique_combination_of_columns": {"arguments": {"combination_of_columns": key}}},
            {
                "precies_deze_kolommen": {
                    "name": f"kolommen_{staging_model(protocol.stad, table)}",
                    "arguments": {"kolommen": names},
                }
            },
            *_described(table),
            *_references(protocol, table),
        ],
        "columns": columns,
    }


def _field(field: Veld) -> dict[str, Any]:
    column: dict[str, Any] = {
        "name": field.kolom,
        "data_type": DATA_TYPES[field.type],
        "description": column_description(field),
    }
    constraints: list[dict[str, str]] = []
    if field.verplicht:
        constraints.append({"type": "not_null"})
    if check := column_check(field):
        constraints.append({"type": "check", "expression": check})
    if constraints:
        column["constraints"] = constraints
    meta: dict[str, Any] = {
        "veld": field.naam,
        "artikel": field.clausule.artikel,
        "regels": field.clausule.regels,
        "vragen": list(field.vragen),
    }
    if field.persoonssleutel:
        meta["persoonssleutel"] = True
    if field.meetmomenten:
        meta["meetmomenten"] = list(field.meetmomenten)
    column["config"] = {"meta": meta}
    return column


def _described(table: Tabel) -> list[dict[str, Any]]:
    """What the table names of the department's dated list stands in it."""
    if not table.schooljaar_kolom or _LISTED not in {v.kolom for v in table.velden}:
        return []
    year = table.veld(table.schooljaar_kolom).kolom
    return [{"hoofdstructuur_is_beschreven": {"arguments": {"schooljaar": year}}}]


def _references(protocol: Protocol, table: Tabel) -> list[dict[str, Any]]:
    """A delivered reference to another table holds in staging too."""
    tests = []
    for reference in table.verwijzingen:
        target = protocol.tabel(reference.tabel)
        columns = {
            table.veld(own).kolom: target.veld(other).kolom
            for own, other in zip(reference.kolommen, reference.naar_kolommen, strict=True)
        }
        tests.append(
            {
                "verwijst_naar": {
                    "arguments": {
                        "naar": f"ref('{staging_model(protocol.stad, target)}')",
                        "kolommen": columns,
                    }
                }
            }
        )
    return tests
