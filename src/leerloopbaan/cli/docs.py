"""Command `docs`: the documentation of every city as one offline site."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("docs")(docs)


def docs(
    out: Annotated[
        Path | None, typer.Option("--out", help="directory; default: docs/ in the home")
    ] = None,
    city: Annotated[
        list[str] | None, typer.Option("--city", help="may be repeated; default: all")
    ] = None,
) -> None:
    """Write models, lineage, business rules, glossary, contracts and run reports as one site."""
    from leerloopbaan import home
    from leerloopbaan.build.steps import cities
    from leerloopbaan.docsite.site import write_site

    typer.echo(str(write_site(city or cities(), out or home.home() / "docs")))
