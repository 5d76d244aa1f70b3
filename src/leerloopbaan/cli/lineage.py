"""Command `lineage`: every published column back to its delivered fields and clauses."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("lineage")(lineage)


def lineage(
    city: Annotated[str, typer.Option("--city", help="antwerpen or gent")],
    out: Annotated[Path, typer.Option("--out", help="directory to write to")],
    manifest: Annotated[
        Path | None, typer.Option(help="dbt manifest with compiled code; default: last build")
    ] = None,
) -> None:
    """Write the scope matrix and the column lineage; refuses a column without a clause."""
    from leerloopbaan.build.steps import target_directory
    from leerloopbaan.lineage.write import write_lineage
    from leerloopbaan.register.load import load_register

    source = manifest or target_directory(city) / "manifest.json"
    rows = write_lineage(load_register(city), source, out)
    typer.echo(f"{len(rows)} regels in {out / 'matrix.csv'}; pagina: {out / 'herkomst.html'}")
