"""What a case of the corpus is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Build = Callable[[Path], list[Path]]
# Deliveries of a case are received on this day, unless it says otherwise.
RECEIVED = dt.datetime(2024, 10, 15)


@dataclass(frozen=True)
class Case:
    """A delivery that `build(directory)` writes; its exact status and rules (warnings too).

    `before` are deliveries that came earlier, with the moment of receipt of each, and its status
    when it was not accepted; of `closed` school years the key was destroyed after that. `settled`
    says that the delivery changes nothing, because it is one of those. `same`: it says nothing
    else than the faultless delivery, so exactly its rows must land.
    """

    name: str
    build: Build
    status: str
    rules: frozenset[str]
    city: str = "antwerpen"
    received: dt.datetime = RECEIVED
    synthetic: bool = True
    before: tuple[tuple[Build, dt.datetime, str] | tuple[Build, dt.datetime], ...] = ()
    closed: tuple[str, ...] = ()
    settled: bool = False
    same: bool = False
    options: dict[str, Any] = field(default_factory=dict)


def case(name: str, build: Build, verdict: str, *rules: str, **about: Any) -> Case:
    """`verdict` is `aanvaard`, `quarantaine` or `geweigerd`."""
    return Case(name, build, verdict, frozenset(rules), **about)
