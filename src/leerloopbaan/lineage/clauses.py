"""From delivered fields to articles, questions, products, purposes and recipients."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from sqlglot import exp, parse_one

from leerloopbaan.errors import RegisterError
from leerloopbaan.lineage.graph import ROWS, Graph, Origin
from leerloopbaan.register.indicators import Indicator, Uitsplitsing
from leerloopbaan.register.schema import Protocol
from leerloopbaan.register.tables import Tabel, Veld

MARTS = "marts"
REGISTER = "register"


@dataclass(frozen=True, order=True)
class MatrixRow:
    """One delivered field in one output: the cell of the scope matrix."""

    tabel: str
    veld: str
    artikel: str
    regels: str
    meetmoment: str
    vragen: str
    product: str
    doeleinde: str
    publiek: str
    indicatoren: str


@dataclass(frozen=True, order=True)
class Unresolved:
    """A published column whose clause cannot be told."""

    model: str
    column: str
    reason: str


def matrix(protocol: Protocol, graph: Graph) -> list[MatrixRow]:
    """Field x moment x product x purpose x recipient, with the indicators that connect them.

    A delivered field that no indicator reads has one row with empty product: it serves keys and
    checks only.
    """
    breakdowns = {u.code: u for u in protocol.indicatoren.uitsplitsingen}
    used: dict[tuple[str, str], dict[str, set[str]]] = {}
    for indicator in protocol.indicatoren.indicatoren:
        for origin in _indicator_origins(protocol, indicator, breakdowns, graph):
            per_product = used.setdefault((origin.relation, origin.column), {})
            for product in indicator.producten:
                per_product.setdefault(product, set()).add(indicator.code)
    rows: list[MatrixRow] = []
    for table in protocol.tabellen:
        for veld in table.velden:
            rows += _field_rows(protocol, table, veld, used.get((table.relatie, veld.naam), {}))
    return sorted(rows)


def _field_rows(
    protocol: Protocol, table: Tabel, veld: Veld, indicators: dict[str, set[str]]
) -> list[MatrixRow]:
    own = (table.meetmoment,) if table.meetmoment else ()
    fixed = {
        "tabel": table.naam,
        "veld": veld.naam,
        "artikel": veld.clausule.artikel,
        "regels": veld.clausule.regels,
        "meetmoment": " ".join(veld.meetmomenten or own),
        "vragen": " ".join(veld.vragen),
    }
    if not indicators:
        return [MatrixRow(**fixed, product="", doeleinde="", publiek="", indicatoren="")]
    return [
        MatrixRow(
            **fixed,
            product=product.code,
            doeleinde=product.doeleinde,
            publiek=uitgave.publiek,
            indicatoren=" ".join(sorted(indicators[product.code])),
        )
        for product in protocol.producten
        if product.code in indicators
        for uitgave in product.uitgaven
    ]


def unresolved(protocol: Protocol, manifest: dict[str, Any], graph: Graph) -> list[Unresolved]:
    """Columns of marts without a delivered field behind them, or whose field has no clause.

    A column that the register itself fills (names, units, sources) says so in its YAML:
    `meta: {herkomst: register}`, of itself or of its whole model.
    """
    fields = {
        (table.relatie, veld.naam): veld.clausule
        for table in (*protocol.tabellen, *protocol.referentielijsten)
        for veld in table.velden
    }
    tables = {t.relatie for t in (*protocol.tabellen, *protocol.referentielijsten)}
    result: list[Unresolved] = []
    for node in published(manifest):
        if node["config"].get("meta", {}).get("herkomst") == REGISTER:
            continue
        for column, described in node["columns"].items():
            if (described.get("config", {}).get("meta") or {}).get("herkomst") == REGISTER:
                continue
            found = graph.get((node["name"], column.lower()))
            if not found:
                result.append(Unresolved(node["name"], column, "geen herkomst"))
                continue
            for origin in found:
                known = (origin.relation, origin.column) in fields or (
                    origin.column in (ROWS, "levering_id", "rij", "bestand")
                    and origin.relation in tables
                )
                if origin.kind == "veld" and not known:
                    reason = f"{origin.relation}.{origin.column} staat niet in het register"
                    result.append(Unresolved(node["name"], column, reason))
    return sorted(result)


def readable_person_keys(
    protocol: Protocol, manifest: dict[str, Any], values: Graph
) -> list[Unresolved]:
    """Published columns from which a person key could still be read off (there must be none)."""
    keys = {
        (table.relatie, veld.naam)
        for table in protocol.tabellen
        for veld in table.velden
        if veld.persoonssleutel
    }
    return sorted(
        Unresolved(node["name"], column, f"draagt {origin.relation}.{origin.column}")
        for node in published(manifest)
        for column in node["columns"]
        for origin in values.get((node["name"], column.lower()), ())
        if (origin.relation, origin.column) in keys
    )


def as_records(rows: Iterable[MatrixRow]) -> list[dict[str, str]]:
    """The matrix as plain dictionaries, for CSV and JSON."""
    return [asdict(row) for row in rows]


def _indicator_origins(
    protocol: Protocol, indicator: Indicator, breakdowns: dict[str, Uitsplitsing], graph: Graph
) -> set[Origin]:
    model = f"int_{protocol.stad}__feit_{indicator.feit}"
    fact = next(f for f in protocol.indicatoren.feiten if f.code == indicator.feit)
    conditions = [p.conditie for p in fact.populaties if p.code == indicator.populatie]
    conditions += [indicator.noemer, *([indicator.teller] if indicator.teller else [])]
    columns = {
        column.name.lower()
        for condition in conditions
        for column in parse_one(condition, read="duckdb").find_all(exp.Column)
    }
    columns |= {breakdowns[code].kolom for code in indicator.uitsplitsingen}
    columns |= {breakdowns[code].kolom for pair in indicator.kruisingen for code in pair}
    columns |= {g.kolom for g in protocol.indicatoren.geografie if g.niveau in indicator.niveaus}
    columns |= {"schooljaar", "meetmoment", _person_column(protocol)}
    result: set[Origin] = set()
    for column in sorted(columns):
        if (model, column) not in graph:
            raise RegisterError(
                f"indicator {indicator.code}: {model} heeft geen kolom {column}.",
                remedy="Verbeter de voorwaarde in protocols/indicatoren/.",
            )
        result |= {o for o in graph[model, column] if o.kind == "veld"}
    return result


def _person_column(protocol: Protocol) -> str:
    return next(v.kolom for t in protocol.tabellen for v in t.velden if v.persoonssleutel)


def published(manifest: dict[str, Any]) -> list[dict[str, Any]]:
    """The models of the marts: of areas, and of what schools are shown of themselves."""
    return [
        node
        for node in manifest["nodes"].values()
        if node["resource_type"] == "model" and MARTS in (node["schema"], *node["fqn"][1:2])
    ]
