"""The scope matrix and the column lineage as files: CSV, JSON, and a Dutch page."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import jinja2

from leerloopbaan.errors import LeerloopbaanError
from leerloopbaan.lineage.clauses import (
    MatrixRow,
    Unresolved,
    as_records,
    matrix,
    published,
    readable_person_keys,
    unresolved,
)
from leerloopbaan.lineage.graph import Graph, origins, read_manifest
from leerloopbaan.lineage.walls import breaches
from leerloopbaan.register.schema import Protocol, Tabel


class LineageError(LeerloopbaanError):
    """A published column has no clause, or still carries a person key."""

    exit_code = 2


def write_lineage(protocol: Protocol, manifest_file: Path, out: Path) -> list[MatrixRow]:
    """Write `matrix.csv`, `kolommen.json` and `herkomst.html` to `out`; returns the matrix.

    Raises LineageError naming rule, place and remedy when a wall of the warehouse does not hold or
    a mart column has no clause behind it.
    """
    manifest = read_manifest(manifest_file)
    if broken := breaches(protocol, manifest):
        raise LineageError(
            f"{len(broken)} muren houden geen stand:\n" + "\n".join(f"  {b}" for b in broken[:20])
        )
    graph = origins(manifest)
    rows = matrix(protocol, graph)
    _refuse(unresolved(protocol, manifest, graph), "heeft geen clausule")
    values = origins(manifest, values_only=True)
    _refuse(readable_person_keys(protocol, manifest, values), "draagt een persoonssleutel")
    out.mkdir(parents=True, exist_ok=True)
    with (out / "matrix.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(MatrixRow.__annotations__))
        writer.writeheader()
        writer.writerows(as_records(rows))
    columns = json.dumps(_columns(graph), ensure_ascii=False, indent=1, sort_keys=True)
    (out / "kolommen.json").write_text(columns + "\n", encoding="utf-8")
    (out / "herkomst.html").write_text(_page(protocol, rows, manifest, graph), encoding="utf-8")
    return rows


def _refuse(found: list[Unresolved], what: str) -> None:
    if found:
        places = "; ".join(f"{u.model}.{u.column} ({u.reason})" for u in found[:10])
        raise LineageError(
            f"{len(found)} gepubliceerde kolom(men) {what}: {places}.",
            remedy="Verwijder de kolom, of leg het veld en zijn clausule vast in het register.",
        )


def _columns(graph: Graph) -> dict[str, dict[str, list[str]]]:
    result: dict[str, dict[str, list[str]]] = {}
    for (model, column), found in graph.items():
        texts = sorted(f"{o.kind}:{o.relation}.{o.column}" for o in found)
        result.setdefault(model, {})[column] = texts
    return result


def _page(protocol: Protocol, rows: list[MatrixRow], manifest: dict[str, Any], graph: Graph) -> str:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("leerloopbaan.lineage"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    marts = {
        node["name"]: {
            column: sorted(
                {f"{o.relation}.{o.column}" for o in graph.get((node["name"], column.lower()), ())}
            )
            for column in node["columns"]
        }
        for node in sorted(published(manifest), key=lambda n: str(n["name"]))
    }
    return environment.get_template("herkomst.html.j2").render(
        p=protocol, tabellen=[_table(protocol, t, rows) for t in protocol.tabellen], marts=marts
    )


def _table(protocol: Protocol, table: Tabel, rows: list[MatrixRow]) -> dict[str, Any]:
    """A delivered table as the page shows it: one row per field, its uses per product."""
    return {
        "naam": table.naam,
        "titel": table.titel,
        "velden": [
            {
                "naam": veld.naam,
                "omschrijving": veld.omschrijving,
                "clausule": f"artikel {veld.clausule.artikel}, {veld.clausule.regels}",
                "citaat": veld.clausule.citaat,
                "meetmoment": " en ".join(veld.meetmomenten) or table.meetmoment,
                "vragen": veld.vragen,
                "gebruik": _uses(protocol, [r for r in rows if (r.tabel, r.veld) ==
                                            (table.naam, veld.naam)]),
            }
            for veld in table.velden
        ],
    }  # fmt: skip


def _uses(protocol: Protocol, rows: list[MatrixRow]) -> list[dict[str, Any]]:
    audiences = {a.code: a.naam for a in protocol.publieken}
    names = {i.code: i.naam for i in protocol.indicatoren.indicatoren}
    found = []
    for product in protocol.producten:
        own = [row for row in rows if row.product == product.code]
        if own:
            found.append(
                {
                    "product": product.naam,
                    "doeleinde": own[0].doeleinde.replace("_", " "),
                    "publieken": [audiences[row.publiek] for row in own],
                    "indicatoren": [names[code] for code in own[0].indicatoren.split()],
                }
            )
    return found
