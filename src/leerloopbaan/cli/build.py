"""The command `build`: every city, from deliveries to release, with one closing screen."""

from __future__ import annotations

import time
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("build")(build)


def build(
    city: Annotated[
        list[str] | None, typer.Option(help="City to build; may be repeated. Default: all.")
    ] = None,
    scale: Annotated[
        float, typer.Option(help="Size of the synthetic deliveries; 1 is a city.", min=0.001)
    ] = 1.0,
    seed: Annotated[int, typer.Option(help="Seed of the synthetic deliveries.")] = 1,
    force: Annotated[bool, typer.Option(help="Repeat steps that have not changed.")] = False,
) -> None:
    """Synthetic deliveries (when the city has no secret of its own), intake, dbt, release."""
    from rich.console import Console

    from leerloopbaan.build import cities, screen, steps
    from leerloopbaan.build.plan import Plan
    from leerloopbaan.errors import LeerloopbaanError

    console = Console(highlight=False)
    known = steps.cities()
    wanted = city or known
    for name in wanted:
        if name not in known:
            raise LeerloopbaanError(
                f"there is no city {name!r} to build.", remedy=f"Known: {', '.join(known) or '-'}."
            )
    start = time.monotonic()
    plans = [Plan(name, scale, seed, force) for name in wanted]
    with console.status(", ".join(wanted)) as status:
        under_way: dict[str, str] = {}

        def announcer(name: str) -> steps.Announce:
            def announce(step: str) -> None:
                under_way[name] = step
                status.update(", ".join(f"{city}: {at}" for city, at in under_way.items()))
                if not console.is_terminal:
                    console.print(f"{name}: {step} ...")

            return announce

        outcomes = cities.build_cities(plans, announcer)
    screen.show(console, outcomes, time.monotonic() - start)
