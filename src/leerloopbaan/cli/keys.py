"""The command `keys`: the key of each school year, and its destruction."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from leerloopbaan.cli.intake import AsJson, City, known_city, show_rows
from leerloopbaan.errors import LeerloopbaanError


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("keys")(keys)


def keys(
    city: City,
    destroy: Annotated[
        str | None, typer.Option(metavar="SCHOOLJAAR", help="destroy the key of a final year")
    ] = None,
    by: Annotated[str | None, typer.Option("--by", help="who destroys it")] = None,
    renew: Annotated[
        str | None, typer.Option(metavar="SCHOOLJAAR", help="a new salt for a lost one")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Whether each school year still has its key; --destroy takes it away for good."""
    from leerloopbaan.intake import year_keys

    known_city(city)
    if destroy:
        if not by:
            raise LeerloopbaanError("--destroy needs --by.", remedy="Say who destroys the key.")
        moment = dt.datetime.now().replace(microsecond=0)
        certificate = year_keys.destroy(city, destroy, by, moment)
        typer.echo(f"de sleutel van {destroy} is vernietigd; certificaat: {certificate}")
    elif renew:
        year_keys.renew(city, renew)
        typer.echo(f"{renew} heeft een nieuw zout; bouw het magazijn opnieuw (dbt build)")
    else:
        found = [vars(key) for key in year_keys.year_keys(city)]
        show_rows(found, as_json, ("schooljaar", "sleutel", "certificaat", "waarom_niet"))
