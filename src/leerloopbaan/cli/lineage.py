"""Commands `lineage` (published columns to delivered fields and clauses) and `reach`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("lineage")(lineage)
    app.command("reach")(reach)


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


def reach(
    city: Annotated[str, typer.Option("--city", help="antwerpen or gent")],
    state: Annotated[
        Path | None, typer.Option(help="target of an earlier build; default: the last build's")
    ] = None,
) -> None:
    """Say which marts and outputs the changes since a build reach (dbt's state comparison)."""
    from leerloopbaan.build.steps import target_directory
    from leerloopbaan.lineage.reach import reach as compare

    for line in compare(city, state or target_directory(city)).lines():
        typer.echo(line)
