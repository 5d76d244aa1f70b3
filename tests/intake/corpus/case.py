"""What a case of the corpus is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Build = Callable[[Path], list[Path]]


@dataclass(frozen=True)
class Case:
    """A delivery that `build(directory)` writes; its exact status and rules (warnings too)."""

    name: str
    build: Build
    status: str
    rules: frozenset[str]
    city: str = "antwerpen"
    options: dict[str, Any] = field(default_factory=dict)


def case(name: str, build: Build, verdict: str, *rules: str, **options: Any) -> Case:
    """`verdict` is `aanvaard`, `quarantaine` or `geweigerd`."""
    city = options.pop("city", "antwerpen")
    return Case(name, build, verdict, frozenset(rules), city, options)
