"""The walls of the warehouse, guarded by what flows through it and not by names.

Every rule says which obligation it keeps, where it is broken and what to do. `breaches` reads a
dbt manifest with compiled code; no vault is needed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlglot import exp
from sqlglot.errors import SqlglotError

from leerloopbaan.lineage.flow import Relation, Statement, Trait
from leerloopbaan.lineage.graph import (
    DELIVERY_SOURCE,
    columns_of,
    in_order,
    project_nodes,
    relation_of,
)
from leerloopbaan.lineage.ranking import rankings
from leerloopbaan.lineage.years import links
from leerloopbaan.register.generate.text import clause_line
from leerloopbaan.register.schema import Protocol, Veldtype

Node = dict[str, Any]

WITHOUT_PERSONS = ("cells", "suppression", "marts")
SUPPRESSION, MARTS = "suppression", "marts"
# What Python computes cannot be read here. These were reviewed: they give no person's value, and
# counts of places (disclosure control) or none (the coefficients of the early warning).
REVIEWED = {
    "onthulling": True,
    "schoolonthulling": True,
    "int_antwerpen__vroegsignaal_model": False,
}
NUMBERS = ("int", "double", "decimal", "float", "numeric", "bigint", "hugeint", "real")
STORED = frozenset({"table", "view", "ephemeral", "seed", "test", "unit"})
HOOKS = ("pre-hook", "post-hook")
_SCHOOL_FIELDS = (Veldtype.instellingsnummer, Veldtype.volgnummer)


@dataclass(frozen=True, order=True)
class Breach:
    """A wall that does not hold: the obligation, the place, what is wrong, what to do."""

    rule: str
    place: str
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.place}: {self.what} ({self.rule}). {self.remedy}"


PERSON = (
    "R-09, R-40",
    "Tel personen in een model van `cells`; verder dan `intermediate` gaat geen persoon.",
)
PRIVATE = ("R-21, R-40", "Zet `access: private` en de groep `persoonsgegevens` op het model.")
RANKED = ("R-48", "Verwijder de volgorde of de plaats; uitvoer staat op code.")
LINKED = ("R-06, R-08", "Voeg de gelijkheid van het schooljaar toe, van beide kanten.")
UNDECIDED = ("R-40, R-44", "Toon een aantal enkel als `status` van de besluiten leeg is.")
OUTSIDE = ("R-07, R-14, R-31", "Lees enkel via ref() en source(); schrijf enkel het model zelf.")
UNKNOWN = ("R-20, R-52", "Leg de uitgave vast in `producten` en voer `protocol generate` uit.")
OPAQUE = ("R-09, R-40", "Schrijf het in SQL, of laat het nakijken en zet het in `REVIEWED`.")


def breaches(protocol: Protocol, manifest: dict[str, Any]) -> list[Breach]:
    """Every wall that a model or output breaks, the models in the order in which they are built."""
    nodes = project_nodes(manifest)
    relations: dict[str, Relation] = {}
    found: list[Breach] = [*_of_project(manifest), *_exposures(protocol, manifest)]
    for node in in_order(nodes):
        relation, own = judge(protocol, node, nodes, relations)
        relations[relation_of(node)] = relation
        found += own
    return found


def survey(protocol: Protocol, manifest: dict[str, Any]) -> dict[str, Relation]:
    """What every relation of the project carries, by `database.schema.name`."""
    nodes = project_nodes(manifest)
    relations: dict[str, Relation] = {}
    for node in in_order(nodes):
        relations[relation_of(node)] = judge(protocol, node, nodes, relations)[0]
    return relations


def judge(
    protocol: Protocol, node: Node, nodes: dict[str, Node], relations: dict[str, Relation]
) -> tuple[Relation, list[Breach]]:
    """What one node carries, given what it reads, and the walls that it breaks."""
    if node["resource_type"] != "model":
        return _leaf(protocol, node), []
    relation, found = _model(protocol, node, relations)
    found += _about(node, relation)
    found += _reads_persons(node, nodes, relations)
    return relation, found


def _of_project(manifest: dict[str, Any]) -> Iterator[Breach]:
    """Ways to read or write that no model shows."""
    for node in manifest["nodes"].values():
        config = node.get("config", {})
        if node["resource_type"] == "snapshot":
            yield _breach(OUTSIDE, node["name"], "een snapshot bewaart wat vernietigd moet worden")
        if node["resource_type"] == "operation":
            yield _breach(OUTSIDE, node["name"], "een opdracht rond de bouw (on-run-start, -end)")
        if any(config.get(hook) for hook in HOOKS):
            yield _breach(OUTSIDE, node["name"], "een hook leest of schrijft naast het model")
        if node["resource_type"] == "model" and config.get("materialized") not in STORED:
            kind = config.get("materialized")
            yield _breach(OUTSIDE, node["name"], f"materialisatie {kind} staat niet in de kluis")


def _exposures(protocol: Protocol, manifest: dict[str, Any]) -> Iterator[Breach]:
    """An output that the register does not know: another product, audience, purpose or clause."""
    for node in manifest.get("exposures", {}).values():
        meta = node["config"].get("meta", {})
        product = next((p for p in protocol.producten if p.code == meta.get("product")), None)
        if product is None:
            yield _breach(UNKNOWN, node["name"], "hoort bij geen product van het register")
            continue
        output = next((u for u in product.uitgaven if u.publiek == meta.get("publiek")), None)
        if output is None:
            yield _breach(
                UNKNOWN, node["name"], "gaat naar een publiek dat dit product niet krijgt"
            )
            continue
        own = {f"{kind}_{product.code}" for kind in ("mart", "mart_school", "mart_vergelijking")}
        read = {key.rsplit(".", 1)[-1] for key in node["depends_on"]["nodes"]}
        for other in sorted(name for name in read - own if name.startswith("mart_")):
            yield _breach(UNKNOWN, node["name"], f"leest {other}, van een ander product")
        if meta.get("doeleinde") != product.doeleinde:
            yield _breach(UNKNOWN, node["name"], "dient een ander doeleinde dan het product")
        if meta.get("clausule") != clause_line(output.clausule):
            yield _breach(UNKNOWN, node["name"], "noemt een andere clausule dan het register")


def _leaf(protocol: Protocol, node: Node) -> Relation:
    """A source or seed: what the register says of its fields."""
    delivered = node["resource_type"] == "source" and node["source_name"] == DELIVERY_SOURCE
    tables = {t.relatie: t for t in (*protocol.tabellen, *protocol.referentielijsten)}
    table = tables.get(node["name"]) if delivered else None
    persons = table is not None and table.persoonsgegevens
    fields = {v.naam: v for v in table.velden} if table else {}
    columns: dict[str, Trait] = {}
    for name in columns_of(node):
        field = fields.get(name)
        trait = Trait.YEAR if name == "schooljaar" else Trait.NONE
        if persons and (name == "rij" or (field and field.persoonssleutel)):
            trait |= Trait.KEY
        if field and (field.type in _SCHOOL_FIELDS or name == "campus_code"):
            trait |= Trait.SCHOOL
        columns[name] = trait
    return Relation(columns, persons)


def _model(
    protocol: Protocol, node: Node, relations: dict[str, Relation]
) -> tuple[Relation, list[Breach]]:
    name = node["name"]
    if node["language"] != "sql":
        counts = REVIEWED.get(name, True)
        columns = {
            column: Trait.COUNTED if counts and kind.lower().startswith(NUMBERS) else Trait.NONE
            for column, kind in columns_of(node).items()
        }
        known = [] if name in REVIEWED else [_breach(OPAQUE, name, "Python dat niet nagekeken is")]
        return Relation(columns), known
    try:
        statement = Statement(node["compiled_code"], relations)
    except (SqlglotError, ValueError) as error:
        kind = type(error).__name__
        # Nothing more is said of it here: what reads it is judged as if it held no persons.
        return Relation(dict.fromkeys(columns_of(node), Trait.NONE)), [
            _breach(OPAQUE, name, f"SQL die niet te volgen is ({kind})")
        ]
    found = [_breach(OUTSIDE, name, what) for what in _outside(statement)]
    found += [_breach(RANKED, name, what) for what in rankings(statement)]
    if protocol.identiteit.bereik == "binnen_schooljaar":
        found += [_breach(LINKED, name, what) for what in links(statement)]
    relation = statement.result()
    if _layer(node) == SUPPRESSION and "status" in relation.columns:
        relation.columns["status"] |= Trait.DECIDED
    return relation, found


def _outside(statement: Statement) -> Iterator[str]:
    for table in statement.root.expression.find_all(exp.Table):
        if isinstance(table.this, exp.GenerateSeries | exp.Unnest):
            continue
        if not isinstance(table.this, exp.Identifier):
            yield f"leest met de tabelfunctie {table.this.sql(dialect='duckdb')[:40]}"
    for scope in statement.root.traverse():
        for source in scope.sources.values():
            if isinstance(source, exp.Table) and source.name and not source.db:
                yield f"leest {source.name[:40]}, dat van geen model, bron of seed is"
    yield from (
        f"leest {key}, dat van geen model, bron of seed is"
        for key in statement.read
        if key not in statement.relations
    )


def _about(node: Node, relation: Relation) -> Iterator[Breach]:
    """What a model of a layer may not carry."""
    layer, name = _layer(node), node["name"]
    keys = sorted(c for c, t in relation.columns.items() if t & Trait.KEY)
    if layer in WITHOUT_PERSONS:
        yield from (
            _breach(PERSON, f"{name}.{c}", "draagt de sleutel van een persoon") for c in keys
        )
        if relation.persons:
            yield _breach(PERSON, name, "heeft een rij per persoon")
    elif (relation.persons or keys) and node["config"].get("access") != "private":
        yield _breach(PRIVATE, name, "gaat over personen en is niet private")
    if layer != MARTS:
        return
    for column, trait in sorted(relation.columns.items()):
        if trait & Trait.MARK:
            yield _breach(PERSON, f"{name}.{column}", "draagt een afdruk van sleutels")
        if trait & Trait.COUNTED and not trait & Trait.DECIDED:
            yield _breach(UNDECIDED, f"{name}.{column}", "toont een aantal zonder besluit")


def _reads_persons(
    node: Node, nodes: dict[str, Node], relations: dict[str, Relation]
) -> Iterator[Breach]:
    if _layer(node) != MARTS:
        return
    for key in node["depends_on"]["nodes"]:
        parent = nodes.get(key)
        if parent is None:
            continue
        relation = relations[relation_of(parent)]
        if relation.persons or any(t & Trait.KEY for t in relation.columns.values()):
            yield _breach(PERSON, node["name"], f"leest {parent['name']}, met een rij per persoon")


def _layer(node: Node) -> str:
    return str(node["fqn"][1])


def _breach(kind: tuple[str, str], place: str, what: str) -> Breach:
    return Breach(kind[0], place, what, kind[1])
