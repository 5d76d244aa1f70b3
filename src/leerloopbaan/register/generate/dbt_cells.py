"""The cell plan as Jinja data: which counts `models/cells` makes of which fact."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from leerloopbaan.register.cellplan import Feitplan, Tabel, base_code, cell_plan, tables_of
from leerloopbaan.register.generate.text import heading
from leerloopbaan.register.indicators import Uitsplitsing
from leerloopbaan.register.schema import Protocol
from leerloopbaan.register.schoolview import school_view


def cell_plan_files(protocol: Protocol) -> Iterator[tuple[str, str]]:
    """Path and text of `celplan_<stad>()`, and of `schoolplan_<stad>()` where schools have one."""
    yield _plan_file("celplan", protocol)
    own = school_view(protocol)
    if own is not None:
        yield _plan_file("schoolplan", own)


def _plan_file(name: str, protocol: Protocol) -> tuple[str, str]:
    city = protocol.stad
    body = ",\n".join(f'"{key}": {_rows(rows)}' for key, rows in cell_plan_data(protocol).items())
    text = (
        f"{{#- {heading(city)} -#}}\n"
        f"{{% macro {name}_{city}() %}}\n"
        f"{{{{ return({{\n{body}\n}}) }}}}\n"
        "{% endmacro %}\n"
    )
    return f"macros/generated/{name}_{city}.sql", text


def cell_plan_data(protocol: Protocol) -> dict[str, list[Any]]:
    """The plan as plain rows; table shapes are numbered and referred to by number."""
    plans = cell_plan(protocol)
    shapes = list(dict.fromkeys(t for p in plans for t in p.tabellen))
    number = {t: n for n, t in enumerate(shapes)}

    def numbers(tables: list[Tabel]) -> list[int]:
        return [number[t] for t in tables]

    indicators = protocol.indicatoren
    return {
        "persoonssleutel": [
            next(v.kolom for t in protocol.tabellen for v in t.velden if v.persoonssleutel)
        ],
        "tabellen": [[number[t], *t] for t in shapes],
        "uitsplitsingen": [
            {"code": u.code, "sql": breakdown_sql(u)} for u in indicators.uitsplitsingen
        ],
        "feiten": [
            {
                "feit": p.feit.code,
                "plaats": p.feit.plaats,
                "deelname": p.feit.deelname or "",
                "tabellen": numbers(p.tabellen),
                "metingen": [
                    {
                        "basis": m.basis,
                        "kenmerk": m.kenmerk,
                        "filter": m.filter or "",
                        "rest": [_place(p, key) for key in m.rest or ()],
                        "gevoelig": m.gevoelig,
                        "zichtbaar": m.zichtbaar,
                        "tabellen": numbers(m.tabellen),
                    }
                    for m in p.metingen
                ],
            }
            for p in plans
        ],
        "indicatoren": [
            {
                "indicator": i.code,
                "basis": base_code(protocol, i),
                "kenmerk": i.code if i.teller is not None else "",
                "meetmomenten": list(i.meetmomenten),
                "tabellen": numbers(tables_of(protocol, i)),
            }
            for i in indicators.indicatoren
            if i.niveaus
        ],
        "onmogelijk": sorted(
            {
                (base_code(protocol, i), breakdown, category)
                for i in indicators.indicatoren
                for breakdown, categories in i.onmogelijk.items()
                for category in categories
            }
        ),
    }


def breakdown_sql(breakdown: Uitsplitsing) -> str:
    """SQL that maps a fact's column to the breakdown's categories (NULL: none of them)."""
    whens = [
        f"when {breakdown.kolom} in ({', '.join(_text(a) for a in w.aliassen or (w.code,))}) "
        f"then {_text(w.code)}"
        for w in breakdown.categorieen
    ]
    return f"case {' '.join(whens)} end"


def _place(plan: Feitplan, key: tuple[str, str]) -> int:
    return [(m.basis, m.kenmerk) for m in plan.metingen].index(key)


def _rows(rows: list[Any]) -> str:
    lines = ",\n".join(f" {json.dumps(row, ensure_ascii=False)}" for row in rows)
    return f"[\n{lines}\n]"


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
