"""Run the benchmark modules and print their tables beside the figures to beat."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from typing import Any

from rich.console import Console
from rich.table import Table

import benchmarks


def main(wanted: list[str]) -> None:
    """Run all modules, or those named (with or without `bench_`)."""
    # A file has no width of its own: wide enough for every heading.
    console = Console(width=None if sys.stdout.isatty() else 200)
    names = sorted(
        m.name for m in pkgutil.iter_modules(benchmarks.__path__) if m.name.startswith("bench_")
    )
    chosen = [n for n in names if not wanted or n in wanted or n.removeprefix("bench_") in wanted]
    for name in chosen:
        module = importlib.import_module(f"benchmarks.{name}")
        console.print(f"[bold]{name}[/bold]: {(module.__doc__ or '').splitlines()[0]}")
        show(console, module.run())


def show(console: Console, rows: list[dict[str, Any]]) -> None:
    """One table per kind of row (rows with the same columns)."""
    kinds: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for row in rows:
        kinds.setdefault(tuple(row), []).append(row)
    for columns, members in kinds.items():
        table = Table(*columns)
        for row in members:
            table.add_row(*(str(row[c]) for c in columns))
        console.print(table)


if __name__ == "__main__":
    main(sys.argv[1:])
