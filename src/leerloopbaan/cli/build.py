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

    from leerloopbaan.build import screen, steps
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
    outcomes = []
    for name in wanted:
        plan = Plan(name, scale, seed, force)
        with console.status(name) as status:

            def announce(step: str, name: str = name) -> None:
                status.update(f"{name}: {step}")
                if not console.is_terminal:
                    console.print(f"{name}: {step} ...")

            outcomes.append(steps.build_city(plan, announce))
    screen.show(console, outcomes, time.monotonic() - start)
