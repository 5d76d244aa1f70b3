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
    out: Annotated[
        Path | None, typer.Option(help="directory for the delivery and its ground truth")
    ] = None,
    *,
    scale: Annotated[float, typer.Option(help="1 is the size of the city")] = 1.0,
    seed: Annotated[int, typer.Option(help="same seed, same bytes")] = 2015,
    fault: Annotated[list[str] | None, typer.Option(help="plant a named fault; repeatable")] = None,
    format: Annotated[FormatOption, typer.Option(help="file format")] = FormatOption.csv,
    list_faults: Annotated[bool, typer.Option(help="name the faults that can be planted")] = False,
) -> None:
    """Write a synthetic delivery, as the department would send it, and `grondwaarheid.json`.

    `OUT/levering/` holds the delivery, `OUT/referentie/` the city's own reference lists. The
    ground truth stands outside the delivery: counts, planted faults, true indicator values.
    """
    from leerloopbaan.synth.basis import FORMATS, Request
    from leerloopbaan.synth.generate import generate, known_faults

    console = Console(highlight=False)
    if list_faults:
        for known in known_faults(city):
            line = f"{known.name}: {known.description} ({known.table}, {known.rule})"
            console.print(line, soft_wrap=True)
        return
    if out is None:
        raise typer.BadParameter("--out is needed.")
    chosen = FORMATS[[f.value for f in FormatOption].index(format.value)]
    request = Request(city, out, scale, seed, tuple(fault or ()), chosen)
    truth = generate(request)
    console.print(f"SYNTHETISCH: {city} geschreven in {truth.parent}")
