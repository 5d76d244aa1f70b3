"""Compare the register's quotes with the protocol text that its line numbers refer to.

The text itself is not part of the repository: a city that holds it checks its register with
`leerloopbaan protocol check --city C --text FILE`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel

from leerloopbaan.errors import RegisterError
from leerloopbaan.register.schema import Clausule, Protocol

_RANGE = re.compile(r"L(\d+)(?:-(\d+))?")
_MARKUP = re.compile(r"<[^>]+>|[*\\#]")


def clauses(part: object, place: str = "") -> Iterator[tuple[str, Clausule]]:
    """Every clause of a register part with its place, as `tabellen.11a.velden.oki.clausule`."""
    if isinstance(part, Clausule):
        yield place, part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from clauses(getattr(part, name), f"{place}.{name}" if place else name)
    elif isinstance(part, tuple):
        for index, item in enumerate(part):
            yield from clauses(item, f"{place}.{_label(item, index)}")


def check_quotes(protocol: Protocol, text_file: Path) -> list[str]:
    """What is wrong with the quotes: one line per clause that the text does not bear out."""
    try:
        lines = text_file.read_text(encoding="utf-8").splitlines()
    except OSError:
        raise RegisterError(f"cannot read the protocol text {text_file.name}.") from None
    faults = []
    for place, clause in clauses(protocol):
        spans = [(int(a), int(b or a)) for a, b in _RANGE.findall(clause.regels)]
        if any(not 1 <= first <= last <= len(lines) for first, last in spans):
            faults.append(f"{place}: {clause.regels} is not in the text ({len(lines)} lines)")
        elif clause.citaat:
            cited = " ".join(" ".join(lines[first - 1 : last]) for first, last in spans)
            if _plain(clause.citaat) not in _plain(cited):
                faults.append(f"{place}: the quote does not stand in {clause.regels}")
    return faults


def _plain(text: str) -> str:
    return " ".join(_MARKUP.sub(" ", text).split()).casefold()


def _label(item: object, index: int) -> str:
    for name in ("naam", "code", "nummer"):
        if isinstance(item, BaseModel) and name in type(item).model_fields:
            return str(getattr(item, name))
    return str(index)
