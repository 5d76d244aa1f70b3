"""Commands `release`, `releases`, `approve` and `withdraw`."""

from __future__ import annotations

import getpass
import json
from pathlib import Path
from typing import Annotated

import typer

City = Annotated[str, typer.Option("--city", help="antwerpen or gent")]
As = Annotated[str, typer.Option("--as", help="who does this")]


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command("release")(release)
    app.command("releases")(releases)
    app.command("approve")(approve)
    app.command("withdraw")(withdraw)


def release(
    city: City,
    out: Annotated[Path | None, typer.Option("--out", help="directory of the releases")] = None,
    audience: Annotated[list[str] | None, typer.Option(help="only these audiences")] = None,
    by: Annotated[str | None, typer.Option(help="who builds it; default: this account")] = None,
    pdf: Annotated[bool, typer.Option("--pdf", help="print the pages of schools as PDF")] = False,
) -> None:
    """Write one fresh artefact set per audience and switch `current` to it."""
    from leerloopbaan.release.make import make_release

    folder = make_release(
        city, root=out, audiences=audience or (), builder=by or getpass.getuser(), pdf=pdf
    )
    typer.echo(f"vrijgave {folder.name}: {folder.parent / 'current'}")


def releases(city: City, as_json: Annotated[bool, typer.Option("--json")] = False) -> None:
    """The releases of a city: built, approved, withdrawn."""
    from leerloopbaan.release import ledger

    rows = [
        {
            "vrijgave": s.release_id,
            "gebouwd": s.built_on,
            "door": s.builder,
            "goedkeuringen": sorted(s.approvals),
            "mag_naar_buiten": s.approved,
            "ingetrokken": s.withdrawn,
        }
        for s in ledger.standing(city).values()
    ]
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for row in rows:
        typer.echo(" · ".join(f"{key}={value}" for key, value in row.items()))


def approve(
    release_id: str, person: As, city: Annotated[str | None, typer.Option()] = None
) -> None:
    """Approve a release: two people, neither of them the builder, bound to its bytes."""
    from leerloopbaan.release import ledger

    done = ledger.approve(city or _city_of(release_id), release_id, person=person)
    typer.echo("mag naar buiten" if done else "goedgekeurd; nog één andere persoon nodig")


def withdraw(
    release_id: str,
    person: As,
    reason: Annotated[str, typer.Option(help="why")],
    city: Annotated[str | None, typer.Option()] = None,
) -> None:
    """Withdraw a release; the newest other approved one goes out again."""
    from leerloopbaan.release import ledger

    ledger.withdraw(city or _city_of(release_id), release_id, person=person, reason=reason)
    typer.echo(f"{release_id} ingetrokken")


def _city_of(release_id: str) -> str:
    return release_id.rsplit("-", 1)[0]
