"""`leerloopbaan protocol check|generate`: the register and what is generated from it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from leerloopbaan import home
from leerloopbaan.errors import RegisterError

CityOption = Annotated[
    str | None, typer.Option("--city", help="one city; default: every register in protocols/")
]


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    group = typer.Typer(no_args_is_help=True, help="The protocol registers.")
    group.command("check")(check)
    group.command("generate")(generate)
    app.add_typer(group, name="protocol")


def check(
    city: CityOption = None,
    text: Annotated[
        Path | None, typer.Option("--text", help="protocol text to compare the quotes with")
    ] = None,
) -> None:
    """Check the registers against their schema, their generated files and their text."""
    from leerloopbaan.register.generate import drift, generated_files
    from leerloopbaan.register.load import known_cities, load_register
    from leerloopbaan.register.quotes import check_quotes

    protocols = [load_register(c) for c in known_cities()]
    found = [
        f"{path} {what}" for path, what in drift(home.project_root(), generated_files(protocols))
    ]
    if found:
        raise RegisterError(
            "generated files do not follow the register:\n" + _listed(found),
            remedy="Change the register, not the file; then run `leerloopbaan protocol generate`.",
        )
    if text is not None:
        if city is None:
            raise RegisterError("--text needs --city.")
        if faults := check_quotes(load_register(city), text):
            raise RegisterError(f"quotes of protocols/{city}.yml:\n" + _listed(faults))
    typer.echo(f"in orde: {', '.join(p.stad for p in protocols)}")


def generate() -> None:
    """Write every file that is made from the registers; removes what none of them makes."""
    from leerloopbaan.register.generate import generated_files, write_files
    from leerloopbaan.register.load import known_cities, load_register

    files = generated_files([load_register(c) for c in known_cities()])
    touched = write_files(home.project_root(), files)
    for path in touched:
        typer.echo(path)
    typer.echo(f"{len(files)} bestanden, {len(touched)} gewijzigd")


def _listed(lines: list[str]) -> str:
    return "\n".join(f"  {line}" for line in lines)
