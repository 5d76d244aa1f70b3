"""Data contracts (ODCS 3.1) per delivered file and per mart and audience.

The standard: https://bitol-io.github.io/open-data-contract-standard/v3.1.0/. What it has no place
for (article, recipient, purpose, moments) stands in custom properties, in camel case as it asks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from leerloopbaan.register.generate.columns import column_pattern
from leerloopbaan.register.generate.mart_columns import MART_COLUMNS, MART_KEY, mart_rules
from leerloopbaan.register.generate.text import clause_line, yaml_text
from leerloopbaan.register.schema import (
    Product,
    Productuitgave,
    Protocol,
    Rol,
    Tabel,
    Veld,
    Veldtype,
)

# Landed values are canonical text (docs/architecture.md): numbers and dates by their form.
_FORMS: dict[Veldtype, str] = {
    Veldtype.geheel: r"^-?\d+$",
    Veldtype.decimaal: r"^-?\d+(\.\d+)?$",
    Veldtype.datum: r"^\d{4}-\d{2}-\d{2}$",
}
_LOGICAL_SQL = {"varchar": "string", "integer": "integer", "double": "number"}


def contract_files(protocol: Protocol) -> Iterator[tuple[str, str]]:
    """Path and text of every contract of one protocol."""
    city = protocol.stad
    for table in protocol.tabellen:
        path = f"contracts/{city}/levering_{table.naam}.odcs.yaml"
        yield path, yaml_text(city, _delivery(protocol, table))
    for product in protocol.producten:
        for output in product.uitgaven:
            path = f"contracts/{city}/mart_{product.code}__{output.publiek}.odcs.yaml"
            yield path, yaml_text(city, _mart(protocol, product, output))


def _delivery(p: Protocol, table: Tabel) -> dict[str, Any]:
    purposes = "; ".join(d.tekst for d in p.doeleinden)
    return {
        **_head(p, f"levering-{table.naam}", f"Levering {table.naam}: {table.titel}"),
        "description": {
            "purpose": purposes,
            "usage": f"{table.korrel[0].upper()}{table.korrel[1:]}. Waarden in canonieke vorm, "
            "zoals ze in het landingsbestand staan.",
            "limitations": "Enkel toegankelijk voor: "
            + "; ".join(f"{a.dienst} ({a.functie})" for a in p.toegang)
            + ".",
            "authoritativeDefinitions": _definitions(p),
        },
        "servers": [
            {
                "server": "landing",
                "type": "duckdb",
                "description": "Versleuteld landingsbestand; opent enkel met de sleutel.",
                "database": f"var/{p.stad}/landing.duckdb",
                "schema": "levering",
            }
        ],
        "schema": [
            {
                "name": table.relatie,
                "physicalName": table.relatie,
                "physicalType": "table",
                "businessName": table.titel,
                "dataGranularityDescription": table.korrel,
                "properties": [_field(table, v) for v in table.velden],
                "customProperties": _custom(
                    meetmoment=table.meetmoment,
                    verwijstNaar=[f"{v.tabel}({', '.join(v.naar_kolommen)})"
                                  for v in table.verwijzingen] or None,
                    nietVerwacht=[v.naam for v in table.niet_verwacht] or None,
                ),
            }
        ],
        "roles": [
            {
                "role": a.functie,
                "access": "read",
                "description": f"{a.dienst}"
                + (f", hoogstens {a.maximum} perso{'on' if a.maximum == 1 else 'nen'}"
                   if a.maximum else "")
                + f" ({clause_line(a.clausule)}).",
            }
            for a in p.toegang
        ],
        "slaProperties": _delivery_terms(p),
        "support": _support(p),
        "customProperties": _custom(
            artikel=clause_line(table.clausule),
            doeleinde=[d.code for d in p.doeleinden],
            rechtsgrond=[d.rechtsgrond for d in p.doeleinden],
            leverancier=[x.naam for x in p.partijen if x.rol is Rol.leverancier],
            ontvanger=[x.naam for x in p.partijen if x.rol is Rol.ontvanger],
            persoonsgegevens=table.persoonsgegevens,
            persoonssleutel=p.identiteit.bereik,
            **_validity(p),
            protocolversie=str(p.versie),
        ),
    }  # fmt: skip


def _field(table: Tabel, field: Veld) -> dict[str, Any]:
    pattern = column_pattern(field) or _FORMS.get(field.type)
    key = field.naam in table.sleutel
    allowed = {Veldtype.keuze: [w.code for w in field.waarden], Veldtype.janee: ["J", "N"]}
    return {
        "name": field.naam,
        "businessName": field.omschrijving,
        "description": f"{field.betekenis}"
        + (f" Leeg: {field.leeg_betekent}." if field.leeg_betekent else ""),
        "logicalType": "string",
        **({"logicalTypeOptions": {"pattern": pattern}} if pattern else {}),
        "physicalType": "VARCHAR",
        "required": field.verplicht,
        **({"unique": True} if [field.naam] == list(table.sleutel) else {}),
        **({"primaryKey": True, "primaryKeyPosition": table.sleutel.index(field.naam) + 1}
           if key else {}),
        "classification": "pseudoniem" if field.persoonssleutel else "persoonsgegeven",
        **({"quality": [_valid_values(field.naam, allowed[field.type])]}
           if field.type in allowed else {}),
        **({"quality": [_range(table, field)]}
           if field.minimum is not None and field.maximum is not None else {}),
        "customProperties": _custom(
            artikel=clause_line(field.clausule),
            vragen=list(field.vragen),
            meetmomenten=list(field.meetmomenten) or None,
            kansarmeWaarde=field.kansarm_waarde,
            schrijfwijzen=[w.label for w in field.waarden] or None,
        ),
    }  # fmt: skip


def _range(table: Tabel, field: Veld) -> dict[str, Any]:
    return {
        "name": f"{field.naam}_bereik",
        "description": f"Tussen {field.minimum} en {field.maximum}.",
        "type": "sql",
        "query": (
            f"select count(*) from levering.{table.relatie} where try_cast({field.naam} as bigint) "
            f"not between {field.minimum} and {field.maximum}"
        ),
        "mustBe": 0,
        "dimension": "accuracy",
        "severity": "error",
    }


def _valid_values(name: str, values: list[str]) -> dict[str, Any]:
    return {
        "name": f"{name}_codelijst",
        "description": "Enkel waarden van de codelijst van het register.",
        "type": "library",
        "metric": "invalidValues",
        "arguments": {"validValues": values},
        "mustBe": 0,
        "dimension": "conformity",
        "severity": "error",
    }


def _mart(p: Protocol, product: Product, output: Productuitgave) -> dict[str, Any]:
    audience = next(x for x in p.publieken if x.code == output.publiek)
    purpose = next(d for d in p.doeleinden if d.code == product.doeleinde)
    own = any(n.code in output.niveaus and n.gebruik == "eigen_school" for n in p.niveaus)
    relation = f"mart_school_{product.code}" if own else f"mart_{product.code}"
    # Of a recipient of school figures, each has a folder of its own.
    folder = f"{output.publiek}/{{ontvanger}}" if own else output.publiek
    compared = own and "anonieme_benchmark" in output.voorwaarden
    return {
        **_head(p, f"mart-{product.code}-{output.publiek}", f"{product.naam} voor {audience.naam}"),
        "description": {
            "purpose": f"{product.doel} {purpose.tekst}",
            "usage": "Enkel voor: " + audience.naam + ". Altijd met bronvermelding.",
            "limitations": _limits(p, output),
            "authoritativeDefinitions": _definitions(p),
        },
        "servers": [
            {
                "server": "uitgave",
                "type": "duckdb",
                "description": "Bestand van de geldende uitgave voor dit publiek.",
                "database": f"var/releases/{p.stad}/current/{folder}/{output.publiek}.duckdb",
                "schema": "main",
            }
        ],
        "schema": [
            _mart_table(
                relation,
                product.naam,
                "een indicator x schooljaar x meetmoment x plaats x categorie",
                [*_mart_quality(p, relation), _only_these_levels(relation, output.niveaus)],
            ),
            *([_comparison(product)] if compared else []),
        ],
        "roles": [
            {
                "role": output.publiek,
                "access": "read",
                "description": f"{audience.naam} ({clause_line(audience.clausule)}).",
            }
        ],
        "slaProperties": [
            {
                "property": "frequency",
                "value": product.om_de_jaren,
                "unit": "y",
                "driver": "analytics",
                "description": (
                    "Een nieuwe uitgave na een nieuwe levering, na goedkeuring door twee mensen."
                    if product.om_de_jaren == 1
                    else f"Om de {product.om_de_jaren} jaar een nieuwe uitgave, na goedkeuring "
                    f"door twee mensen ({clause_line(product.clausule)})."
                ),
            }
        ],
        "support": _support(p),
        "customProperties": _custom(
            artikel=clause_line(output.clausule),
            product=product.code,
            doeleinde=product.doeleinde,
            ontvanger=output.publiek,
            niveaus=list(output.niveaus),
            voorwaarden=list(output.voorwaarden),
            bronvermelding=p.bronvermelding,
            persoonsgegevens=False,
            **_validity(p),
            protocolversie=str(p.versie),
        ),
    }  # fmt: skip


def _mart_table(
    relation: str, title: str, grain: str, quality: list[dict[str, Any]]
) -> dict[str, Any]:
    return {
        "name": relation,
        "physicalName": relation,
        "physicalType": "table",
        "businessName": title,
        "dataGranularityDescription": grain,
        "properties": [
            {
                "name": c.name,
                "description": c.meaning,
                "logicalType": _LOGICAL_SQL[c.data_type],
                "physicalType": c.data_type.upper(),
                "required": c.required,
                **({"primaryKey": True, "primaryKeyPosition": MART_KEY.index(c.name) + 1}
                   if c.name in MART_KEY else {}),
                "classification": "anoniem",
            }
            for c in MART_COLUMNS
        ],
        "quality": quality,
    }  # fmt: skip


def _comparison(product: Product) -> dict[str, Any]:
    """The anonymous benchmark beside a school's own figures: shares only, of nobody by name."""
    relation = f"mart_vergelijking_{product.code}"
    counts = {
        "name": "zonder_aantallen",
        "description": "Enkel een aandeel: geen aantal en geen status.",
        "type": "sql",
        "query": f"select count(*) from {relation} where teller is not null "
        "or noemer is not null or waarde is null or status is not null",
        "mustBe": 0,
        "dimension": "conformity",
        "severity": "error",
        "businessImpact": "regulatory",
    }
    return _mart_table(
        relation,
        f"{product.naam}: vergelijkbare scholen samen",
        "een indicator x schooljaar x meetmoment",
        [counts, _only_these_levels(relation, ("vergelijkingsgroep",))],
    )


def _mart_quality(p: Protocol, relation: str) -> list[dict[str, Any]]:
    return [
        {
            "name": name,
            "description": "Geheimhouding: geen enkele rij mag hieraan voldoen.",
            "type": "sql",
            "query": f"select count(*) from {relation} where {condition}",
            "mustBe": 0,
            "dimension": "conformity",
            "severity": "error",
            "businessImpact": "regulatory",
        }
        for name, condition in mart_rules(p.drempels).items()
    ]


def _only_these_levels(relation: str, levels: tuple[str, ...]) -> dict[str, Any]:
    listed = ", ".join(f"'{level}'" for level in levels)
    return {
        "name": "enkel_toegelaten_niveaus",
        "description": "Enkel de niveaus die het protocol voor dit publiek toelaat.",
        "type": "sql",
        "query": f"select count(*) from {relation} where geo_niveau not in ({listed})",
        "mustBe": 0,
        "dimension": "conformity",
        "severity": "error",
        "businessImpact": "regulatory",
    }


def _limits(p: Protocol, output: Productuitgave) -> str:
    words = ", ".join(output.voorwaarden).replace("_", " ")
    return (
        f"Niveaus: {', '.join(output.niveaus)}. Voorwaarden: {words}. Aantallen onder "
        f"{p.drempels.minimum_getoond} worden niet getoond; scholen worden niet gerangschikt."
    )


def _head(p: Protocol, name: str, title: str) -> dict[str, Any]:
    return {
        "version": f"{p.registerversie}.0.0",
        "apiVersion": "v3.1.0",
        "kind": "DataContract",
        "id": f"{p.stad}-{name}".replace("_", "-"),
        "name": title,
        "status": "active",
        "tenant": p.stad,
        "domain": "onderwijs",
        "dataProduct": "leerloopbaan",
    }


def _definitions(p: Protocol) -> list[dict[str, str]]:
    return [
        {
            "type": "implementation",
            "url": f"protocols/{p.stad}.yml",
            "description": f"Register van het protocol van {p.versie:%d/%m/%Y}.",
        }
    ]


def _delivery_terms(p: Protocol) -> list[dict[str, Any]]:
    clock, term = p.kwaliteitsklok, p.bewaring
    terms: list[dict[str, Any]] = [
        {
            "property": "latency",
            "value": p.periodiciteit.laat_na_dagen,
            "unit": "d",
            "driver": "operational",
            "description": p.periodiciteit.toelichting,
        },
        {
            "property": "timeToRepair",
            "value": clock.maatregel_maanden,
            "unit": "m",
            "driver": "regulatory",
            "description": (
                f"Onderzoek binnen {clock.onderzoek_maanden} en maatregelen binnen "
                f"{clock.maatregel_maanden} kalendermaanden ({clause_line(clock.clausule)})."
            ),
        },
    ]
    if term.jaren is not None:
        terms.append(
            {
                "property": "retention",
                "value": term.jaren,
                "unit": "y",
                "driver": "regulatory",
                "description": f"Vanaf {term.vanaf} ({clause_line(term.clausule)}).",
            }
        )
    return terms


def _validity(p: Protocol) -> dict[str, str | None]:
    """From when until when the protocol and its renewals hold, for the custom properties."""
    end = p.geldigheid.einde
    return {"geldigVan": str(p.geldigheid.van), "geldigTot": str(end) if end else None}


def _support(p: Protocol) -> list[dict[str, str]]:
    return [
        {
            "channel": f"melding-{party.code}",
            "url": f"mailto:{party.contact}",
            "tool": "email",
            "scope": "issues",
            "description": f"Meldpunt van {party.naam}.",
        }
        for party in p.partijen
        if party.contact
    ]


def _custom(**values: object) -> list[dict[str, Any]]:
    return [{"property": name, "value": value} for name, value in values.items()
            if value is not None]  # fmt: skip
