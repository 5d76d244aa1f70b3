"""The register as Jinja data, so that models read lists and thresholds instead of repeating them.

It holds what the protocol says about fields, never a name or value of a person.
"""

from __future__ import annotations

from typing import Any

from leerloopbaan.register.generate.columns import DATA_TYPES
from leerloopbaan.register.generate.text import heading, json_text
from leerloopbaan.register.schema import Protocol, Tabel, Veld


def macro_file(protocol: Protocol) -> tuple[str, str]:
    """Path and text of the macro `register_<stad>()`.

    The data stand there as JSON text: dbt parses it far faster than a Jinja expression.
    """
    city = protocol.stad
    text = (
        f"{{#- {heading(city)} -#}}\n"
        f"{{% macro register_{city}() %}}\n"
        "{% set inhoud %}{% raw %}\n"
        f"{json_text(register_data(protocol))}\n"
        "{% endraw %}{% endset %}\n"
        "{{ return(fromjson(inhoud)) }}\n"
        "{% endmacro %}\n"
    )
    return f"macros/generated/register_{city}.sql", text


def switch_macro_file(cities: list[str]) -> tuple[str, str]:
    """Path and text of `register()`: the register of the model's city, else of the target's.

    dbt also renders the models that another target disables: those read their own city's.
    """
    branches = "".join(
        f"{{% {'if' if i == 0 else 'elif'} stad == '{city}' %}}"
        f"{{{{ return(register_{city}()) }}}}\n"
        for i, city in enumerate(cities)
    )
    text = (
        f"{{#- {heading('*')} -#}}\n"
        "{% macro register() %}\n"
        f"{{% set steden = {json_text(cities)} %}}\n"
        "{% set plaats = model.fqn if model is defined and model.fqn is defined else [] %}\n"
        "{% set stad = steden | select('in', plaats) | first | default(target.name, true) %}\n"
        f"{branches}"
        "{% else %}{{ exceptions.raise_compiler_error('no register for ' ~ stad) }}\n"
        "{% endif %}\n"
        "{% endmacro %}\n"
    )
    return "macros/generated/register.sql", text


def register_data(protocol: Protocol) -> dict[str, Any]:
    """What models may read of the register, as plain data."""
    indicators = protocol.indicatoren.model_dump(mode="json", exclude_none=False)
    for indicator in indicators["indicatoren"]:
        clause = indicator.pop("clausule")
        indicator["artikel"] = f"{clause['artikel']}, {clause['regels']}"
    return {
        "stad": protocol.stad,
        "protocolversie": str(protocol.versie),
        "registerversie": protocol.registerversie,
        "bronvermelding": protocol.bronvermelding,
        "geldigheid": [
            [str(start), str(end) if end else None] for start, end in protocol.geldigheid.periodes
        ],
        "eerste_schooljaar": protocol.eerste_schooljaar,
        "sleutelbereik": protocol.identiteit.bereik,
        "drempels": protocol.drempels.model_dump(mode="json", exclude={"clausules"}),
        "tabellen": {
            table.relatie: _table(table)
            for table in (*protocol.tabellen, *protocol.referentielijsten)
        },
        "niveaus": [n.model_dump(mode="json") for n in protocol.niveaus],
        "producten": [
            {
                "code": product.code,
                "naam": product.naam,
                "uitgaven": [
                    u.model_dump(mode="json", exclude={"clausule"}) for u in product.uitgaven
                ],
            }
            for product in protocol.producten
        ],
        "vragen": [v.model_dump(mode="json", exclude={"clausule"}) for v in protocol.vragen],
        "niet_geleverd": [
            {
                "onderwerp": gap.onderwerp,
                "toelichting": gap.toelichting,
                "vragen": list(gap.vragen),
                "artikel": f"{gap.clausule.artikel}, {gap.clausule.regels}",
            }
            for gap in protocol.niet_geleverd
        ],
        **indicators,
    }


def _table(table: Tabel) -> dict[str, Any]:
    return {
        "tabel": table.naam,
        "meetmoment": table.meetmoment,
        "schooljaar_kolom": table.schooljaar_kolom,
        "sleutel": list(table.sleutel),
        "velden": [_field(v) for v in table.velden],
    }


def _field(field: Veld) -> dict[str, Any]:
    data: dict[str, Any] = {
        "naam": field.naam,
        "kolom": field.kolom,
        "type": field.type.value,
        "data_type": DATA_TYPES[field.type],
        "verplicht": field.verplicht,
    }
    if field.persoonssleutel:
        data["persoonssleutel"] = True
    if field.kansarm_waarde:
        data["kansarm_waarde"] = field.kansarm_waarde
    if field.waarden:
        data["waarden"] = [w.code for w in field.waarden]
    return data
