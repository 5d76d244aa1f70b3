"""Command `serve`: a release in PostgreSQL, one role per recipient."""

from __future__ import annotations

from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("serve")(serve)


def serve(
    city: Annotated[str, typer.Option("--city", help="antwerpen or gent")],
    release: Annotated[
        str | None, typer.Option(help="a release's number; default: the approved one")
    ] = None,
    port: Annotated[int | None, typer.Option(help="also listen on this port of 127.0.0.1")] = None,
    stop: Annotated[bool, typer.Option("--stop", help="stop the server")] = False,
) -> None:
    """Serve a release to BI tools: PostgreSQL, read-only, row-level security per recipient."""
    from leerloopbaan.register.load import load_register
    from leerloopbaan.serve import server as postgres
    from leerloopbaan.serve.load import load, role_key
    from leerloopbaan.serve.release import choose_release, read_release

    server = postgres.server_of(city, port)
    if stop:
        postgres.stop(server)
        typer.echo(f"de server van {city} draait niet meer")
        return
    served = read_release(choose_release(city, release), load_register(city))
    postgres.start(server)
    counts = load(server, served)
    typer.echo(
        f"vrijgave {served.release_id}: {sum(counts.values())} rijen, {len(counts)} tabellen"
    )
    typer.echo(f"host={server.sockets} port={server.listens} dbname={city}")
    typer.echo(f"wachtwoorden: PGPASSFILE={server.passwords}")
    for role in served.roles(role_key(city)):
        typer.echo(f"{role.name}: {role.audience} {role.recipient or ''}".rstrip())
