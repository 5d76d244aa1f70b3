"""dbt exposures of one city: every product for every audience, as the register allows it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from leerloopbaan.register.generate.text import clause_line, yaml_text
from leerloopbaan.register.schema import Product, Productuitgave, Protocol, Publiek

# What stands beside the figures in every release.
DIMENSIONS = ("dim_indicator", "dim_geografie", "dim_uitsplitsing", "release")
_SCHOOL = "school"


def exposures_file(protocol: Protocol, root: Path) -> tuple[str, str]:
    """Path and text of `_<stad>__exposures.yml`, with the marts that the project in `root` has."""
    city = protocol.stad
    marts = _marts(root, city)
    exposures = [
        _exposure(protocol, product, issue, marts)
        for product in protocol.producten
        for issue in product.uitgaven
    ]
    path = f"models/marts/{city}/_{city}__exposures.yml"
    return path, yaml_text(city, {"exposures": exposures})


def _exposure(
    protocol: Protocol, product: Product, issue: Productuitgave, marts: set[str]
) -> dict[str, Any]:
    audience = next(a for a in protocol.publieken if a.code == issue.publiek)
    purpose = next(d for d in protocol.doeleinden if d.code == product.doeleinde)
    receiver = next(p for p in protocol.partijen if p.rol == "ontvanger")
    built = _built(product, issue, protocol, marts)
    return {
        "name": f"{protocol.stad}__{product.code}__{audience.code}",
        "label": f"{product.naam} – {audience.naam}",
        "type": "dashboard" if audience.soort == "publiek" else "analysis",
        "maturity": "high" if product.soort == "regulier" else "low",
        "owner": {"name": f"{receiver.naam} ({protocol.toegang[0].dienst})"},
        "description": _description(product, audience, built=bool(built)),
        "depends_on": [f"ref('{name}')" for name in (*built, *(DIMENSIONS if built else ()))],
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
    product: Product, issue: Productuitgave, protocol: Protocol, marts: set[str]
) -> list[str]:
    """The marts behind an output: of areas, or of own schools."""
    levels = {n.code: n.gebruik for n in protocol.niveaus}
    own = any(levels[level] == "eigen_school" for level in issue.niveaus)
    name = f"mart_{_SCHOOL}_{product.code}" if own else f"mart_{product.code}"
    return [name] if name in marts else []


def _marts(root: Path, city: str) -> set[str]:
    """Marts of the city that its target builds."""
    folder = root / "models" / "marts"
    project = root / "dbt_project.yml"
    settings = yaml.safe_load(project.read_text(encoding="utf-8")) if project.exists() else {}
    switched = settings.get("models", {}).get("leerloopbaan", {}).get("marts", {})
    if switched.get(city, {}).get("+enabled") is False:
        return set()
    files = [*folder.glob(f"{city}/mart_*.sql"), *folder.glob(f"{_SCHOOL}/mart_*.sql")]
    return {file.stem for file in files}
