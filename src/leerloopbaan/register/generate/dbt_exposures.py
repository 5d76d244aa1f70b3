"""dbt exposures of one city: every product for every audience, as the register allows it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from leerloopbaan.register.generate.text import clause_line, yaml_text
from leerloopbaan.register.schema import Product, Productuitgave, Protocol, Publiek

# What stands beside the figures in every release.
DIMENSIONS = ("dim_indicator", "dim_uitsplitsing", "release")
_SCHOOL = "school"
# Per kind of output: its marts (of a product), and what else only it reads.
_AREA_MARTS, _AREA_MORE = ("mart_{}",), ("dim_geografie",)
_SCHOOL_MARTS = ("mart_school_{}", "mart_vergelijking_{}")
_SCHOOL_MORE = ("dim_schoolgeografie",)
_PRODUCT_MORE = {"early_warning": ("dim_vroegsignaal",)}


def exposures_file(protocol: Protocol, root: Path) -> tuple[str, str]:
    """Path and text of `_<stad>__exposures.yml`, with the marts that the project in `root` has."""
    city = protocol.stad
    models = _models(root, city)
    exposures = [
        _exposure(protocol, product, issue, models)
        for product in protocol.producten
        for issue in product.uitgaven
    ]
    path = f"models/marts/{city}/_{city}__exposures.yml"
    return path, yaml_text(city, {"exposures": exposures})


def _exposure(
    protocol: Protocol, product: Product, issue: Productuitgave, models: set[str]
) -> dict[str, Any]:
    audience = next(a for a in protocol.publieken if a.code == issue.publiek)
    purpose = next(d for d in protocol.doeleinden if d.code == product.doeleinde)
    receiver = next(p for p in protocol.partijen if p.rol == "ontvanger")
    built = _built(product, issue, protocol, models)
    return {
        "name": f"{protocol.stad}__{product.code}__{audience.code}",
        "label": f"{product.naam} – {audience.naam}",
        "type": "dashboard" if audience.soort == "publiek" else "analysis",
        "maturity": "high" if product.soort == "regulier" else "low",
        "owner": {"name": f"{receiver.naam} ({protocol.toegang[0].dienst})"},
        "description": _description(product, audience, built=bool(built)),
        "depends_on": [f"ref('{name}')" for name in built],
        "config": {
            "enabled": f"{{{{ target.name == '{protocol.stad}' }}}}",
            "meta": {
                "product": product.code,
                "publiek": audience.code,
                "publiek_naam": audience.naam,
                "doeleinde": purpose.code,
                "doel": product.doel,
                "rechtsgrond": purpose.rechtsgrond,
                "niveaus": list(issue.niveaus),
                "voorwaarden": list(issue.voorwaarden),
                "clausule": clause_line(issue.clausule),
                "citaat": issue.clausule.citaat,
                "gebouwd": bool(built),
            },
        },
    }


def _description(product: Product, audience: Publiek, *, built: bool) -> str:
    state = "" if built else " Nog geen mart: er gaat niets naar buiten."
    return f"{product.doel} Voor: {audience.naam}.{state}"


def _built(
    product: Product, issue: Productuitgave, protocol: Protocol, models: set[str]
) -> list[str]:
    """The models behind an output, of areas or of own schools; none without a mart of figures."""
    levels = {n.code: n.gebruik for n in protocol.niveaus}
    own = any(levels[level] == "eigen_school" for level in issue.niveaus)
    marts = [name.format(product.code) for name in (_SCHOOL_MARTS if own else _AREA_MARTS)]
    if marts[0] not in models:
        return []
    more = (*(_SCHOOL_MORE if own else _AREA_MORE), *_PRODUCT_MORE.get(product.code, ()))
    return [*(name for name in (*marts, *more) if name in models), *DIMENSIONS]


def _models(root: Path, city: str) -> set[str]:
    """Models of the marts that the city's target builds."""
    folder = root / "models" / "marts"
    project = root / "dbt_project.yml"
    settings = yaml.safe_load(project.read_text(encoding="utf-8")) if project.exists() else {}
    switched = settings.get("models", {}).get("leerloopbaan", {}).get("marts", {})
    if switched.get(city, {}).get("+enabled") is False:
        return set()
    return {
        file.stem
        for place in (folder, folder / city, folder / _SCHOOL)
        for file in place.glob("*.sql")
    }
