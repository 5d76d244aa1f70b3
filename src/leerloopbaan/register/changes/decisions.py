"""Signed-off widenings: the register in force, and the decisions in `docs/decisions/`.

`protocols/bekrachtigd/<stad>.json` is the register as it was last accepted. A register that
narrows or says the same replaces it at once; one that widens only when a decision record names
exactly these widenings and is signed by two people.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from leerloopbaan.errors import RegisterError
from leerloopbaan.register.changes.classify import Wijziging, classify
from leerloopbaan.register.changes.judges import Klasse
from leerloopbaan.register.law import Strict
from leerloopbaan.register.schema import Protocol

# Indicators stay within what products allow; releases judge them (docs/adding-a-protocol.md).
_OUTSIDE = ("indicatoren",)


class Verruiming(Strict):
    """The head of a decision record that signs off a widening."""

    stad: str
    vingerafdruk: str
    ondertekend_door: tuple[str, ...]
    datum: dt.date


def register_data(protocol: Protocol) -> dict[str, Any]:
    """The register as plain data, without the parts that no decision is needed for."""
    data = protocol.model_dump(mode="json")
    return {name: part for name, part in data.items() if name not in _OUTSIDE}


def accepted_text(protocol: Protocol) -> str:
    """The text of `protocols/bekrachtigd/<stad>.json`."""
    return json.dumps(register_data(protocol), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def accepted_file(root: Path, city: str) -> Path:
    """The register that is in force."""
    return root / "protocols" / "bekrachtigd" / f"{city}.json"


def changes_since_accepted(root: Path, protocol: Protocol) -> list[Wijziging]:
    """What the register changes against the one in force; a first register changes nothing.

    Raises RegisterError when files were made from an earlier register of the city and the one in
    force is gone: nothing could be compared any more.
    """
    file = accepted_file(root, protocol.stad)
    if not file.exists():
        if any((root / "contracts" / protocol.stad).glob("*.yaml")):
            raise RegisterError(
                f"protocols/bekrachtigd/{file.name} is missing: what changed cannot be told.",
                remedy="Restore it from the repository; a first register has no contracts yet.",
            )
        return []
    return classify(json.loads(file.read_text(encoding="utf-8")), register_data(protocol))


def fingerprint(changes: list[Wijziging]) -> str:
    """Identifies the widenings among these changes, whatever else changes beside them."""
    lines = sorted(f"{w.plaats}\t{w.inhoud}" for w in changes if w.klasse is Klasse.verruiming)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def signed_off(root: Path, city: str, changes: list[Wijziging]) -> bool:
    """True when nothing widens, or a record of two signatures names these widenings."""
    if not any(w.klasse is Klasse.verruiming for w in changes):
        return True
    wanted = fingerprint(changes)
    return any(
        record.stad == city and record.vingerafdruk == wanted for record in decision_records(root)
    )


def decision_records(root: Path) -> list[Verruiming]:
    """The widening records in `docs/decisions/`: Markdown headed by `verruiming:`."""
    records = []
    for file in sorted((root / "docs" / "decisions").glob("*.md")):
        head = _front_matter(file)
        if head is None or "verruiming" not in head:
            continue
        try:
            record = Verruiming.model_validate(head["verruiming"])
        except ValidationError as error:
            places = ", ".join(".".join(map(str, e["loc"])) or "verruiming" for e in error.errors())
            raise RegisterError(f"docs/decisions/{file.name}: wrong or missing {places}.") from None
        if len({name.casefold() for name in record.ondertekend_door if name}) < 2:
            raise RegisterError(
                f"docs/decisions/{file.name}: ondertekend_door names two different people."
            )
        records.append(record)
    return records


def record_template(city: str, changes: list[Wijziging]) -> str:
    """The record that would sign off these widenings, to be completed by people."""
    lines = "\n".join(
        f"- `{w.plaats}`: {w.omschrijving}" for w in changes if w.klasse is Klasse.verruiming
    )
    return (
        "---\nverruiming:\n"
        f"  stad: {city}\n  vingerafdruk: {fingerprint(changes)}\n"
        "  ondertekend_door: [functionaris gegevensbescherming, verwerkingsverantwoordelijke]\n"
        f"  datum: JJJJ-MM-DD\n---\n# Verruiming van het register van {city}\n\n{lines}\n\n"
        "Grondslag (nieuwe of gewijzigde overeenkomst), motivering en advies:\n"
    )


def _front_matter(file: Path) -> dict[str, Any] | None:
    text = file.read_text(encoding="utf-8")
    if not text.startswith("---\n") or "\n---" not in text[4:]:
        return None
    try:
        head = yaml.safe_load(text[4 : text.index("\n---", 4)])
    except yaml.YAMLError:
        raise RegisterError(f"docs/decisions/{file.name}: the front matter is not YAML.") from None
    return head if isinstance(head, dict) else None
