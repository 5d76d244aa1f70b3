"""Command `report`: the run report of a city's last build."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("report")(report)


def report(
    city: Annotated[str, typer.Option("--city", help="antwerpen or gent")],
    failed: Annotated[
        str | None, typer.Option("--failed", help="the step at which the build stopped")
    ] = None,
    today: Annotated[
        dt.datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="the day of the report; default: today"),
    ] = None,
) -> None:
    """Write the page on the last build: publish or not, what failed, row accounting, times."""
    from leerloopbaan.runs.write import write_report

    day = today.date() if today else dt.date.today()
    typer.echo(str(write_report(city, day, failed)))
