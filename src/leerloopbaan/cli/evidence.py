"""Command `evidence`: the article 6 dossier."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("evidence")(evidence)


def evidence(
    city: Annotated[str, typer.Option("--city", help="antwerpen or gent")],
    out: Annotated[Path, typer.Option("--out", help="new directory for the dossier")],
    today: Annotated[
        dt.datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="the day of the dossier; default: today"),
    ] = None,
) -> None:
    """Write the dossier: clause by clause, what was checked, when, with which result."""
    from leerloopbaan.evidence.write import write_dossier
    from leerloopbaan.register.load import load_register

    day = today.date() if today else dt.date.today()
    dossier = write_dossier(load_register(city), out, day)
    typer.echo(
        f"{len(dossier.entries)} verplichtingen, {len(dossier.missing)} zonder volledig bewijs: "
        f"{out / 'dossier.html'}"
    )
