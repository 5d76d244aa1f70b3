"""`leerloopbaan synth`: fictitious deliveries and what is true of them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console


class FormatOption(StrEnum):
    """How the department delivers."""

    csv = "csv"
    xlsx = "xlsx"
    parquet = "parquet"


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command("synth")(synth)


def synth(
    city: Annotated[str, typer.Option(help="antwerpen or gent")],
    out: Annotated[Path, typer.Option(help="directory for the delivery and its ground truth")],
    *,
    scale: Annotated[float, typer.Option(help="1 is the size of the city")] = 1.0,
    seed: Annotated[int, typer.Option(help="same seed, same bytes")] = 2015,
    fault: Annotated[list[str] | None, typer.Option(help="plant a named fault; repeatable")] = None,
    format: Annotated[FormatOption, typer.Option(help="file format")] = FormatOption.csv,
) -> None:
    """Write a synthetic delivery, as the department would send it, and `grondwaarheid.json`.

    `OUT/levering/` holds the delivery, `OUT/referentie/` the city's own reference lists. The
    ground truth stands outside the delivery: counts, planted faults, true indicator values.
    """
    from leerloopbaan.synth.basis import FORMATS, Request
    from leerloopbaan.synth.generate import generate

    chosen = FORMATS[[f.value for f in FormatOption].index(format.value)]
    request = Request(city, out, scale, seed, tuple(fault or ()), chosen)
    truth = generate(request)
    Console(highlight=False).print(f"SYNTHETISCH: {city} geschreven in {truth.parent}")
