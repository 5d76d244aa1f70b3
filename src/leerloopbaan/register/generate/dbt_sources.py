"""dbt sources of one city: what stands in its landing file."""

from __future__ import annotations

from typing import Any

from leerloopbaan.register.generate.columns import column_description
from leerloopbaan.register.generate.text import clause_line, yaml_text
from leerloopbaan.register.schema import Protocol, Tabel

# What intake adds to every delivered row, in this order before the fields.
ROW_COLUMNS: tuple[tuple[str, str, str], ...] = (
    ("levering_id", "varchar", "Levering waaruit de rij komt (hash van haar inhoud)."),
    ("bestand", "varchar", "Bestand of werkblad waarin de rij stond."),
    ("rij", "bigint", "Volgnummer van de rij in dat bestand, vanaf 1."),
)


def sources_file(protocol: Protocol) -> tuple[str, str]:
    """Path and text of `_<stad>__sources.yml`."""
    city = protocol.stad
    source = {
        # dbt wants one name per source even when it is disabled: the other city's gets another.
        "name": f"{{{{ 'levering' if target.name == '{city}' else 'levering_{city}' }}}}",
        "database": "landing",
        "schema": "levering",
        "description": f"Geleverde tabellen en referentielijsten. {protocol.naam}.",
        "config": {
            "enabled": _only_for(protocol),
            "meta": {"eigenaar": "Data-engineering", "protocolversie": str(protocol.versie)},
        },
        "tables": [
            _table(protocol, table) for table in (*protocol.tabellen, *protocol.referentielijsten)
        ],
    }
    return f"models/staging/{city}/_{city}__sources.yml", yaml_text(city, {"sources": [source]})


def _only_for(protocol: Protocol) -> str:
    return f"{{{{ target.name == '{protocol.stad}' }}}}"


def _table(protocol: Protocol, table: Tabel) -> dict[str, Any]:
    columns = [
        {"name": name, "data_type": data_type, "description": text}
        for name, data_type, text in ROW_COLUMNS
    ]
    columns.extend(
        {
            "name": v.naam,
            "data_type": "varchar",
            "description": column_description(v, delivered=True),
        }
        for v in table.velden
    )
    return {
        "name": table.relatie,
        "description": f"{table.titel}. Korrel: {table.korrel}.",
        "config": {
            "freshness": {
                "warn_after": {"count": protocol.periodiciteit.laat_na_dagen, "period": "day"}
            },
            "loaded_at_query": (
                "select max(ontvangen_op) from landing.intake.leveringsdelen "
                f"where tabel = '{table.relatie}' and van_kracht"
            ),
            "meta": {
                "tabel": table.naam,
                "clausule": clause_line(table.clausule),
                "persoonsgegevens": table.persoonsgegevens,
            },
        },
        "data_tests": [
            {
                "precies_deze_kolommen": {
                    "name": f"kolommen_levering_{protocol.stad}_{table.relatie}",
                    "arguments": {"kolommen": [c["name"] for c in columns]},
                    "config": {"enabled": _only_for(protocol)},
                }
            }
        ],
        "columns": columns,
    }
