"""Commands `access …` and `shell`: grants, the access log, and the vault for researchers."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated

import duckdb
import typer

from leerloopbaan.errors import RefusedError


def _known(city: str) -> str:
    """A city with a register; refused before anything is made for another."""
    from leerloopbaan.register.load import known_cities

    if city not in known_cities():
        raise typer.BadParameter(f"{city} is not one of {', '.join(known_cities())}")
    return city


City = Annotated[str, typer.Option("--city", help="antwerpen or gent", callback=_known)]
By = Annotated[str, typer.Option("--by", help="who does this")]
Day = Annotated[dt.datetime, typer.Option(formats=["%Y-%m-%d"])]


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    group = typer.Typer(no_args_is_help=True, help="Who may open the vault, and who did.")
    group.command("request")(request)
    group.command("approve")(approve)
    group.command("revoke")(revoke)
    group.command("leave")(leave)
    group.command("policy-role")(policy_role)
    group.command("list")(list_grants)
    group.command("log")(show_log)
    app.add_typer(group, name="access")
    app.command("shell")(shell)


def request(
    *,
    city: City,
    person: Annotated[str, typer.Option()],
    service: Annotated[str, typer.Option(help="dienst, as in the register")],
    function: Annotated[str, typer.Option(help="functie, as in the register")],
    reason: Annotated[str, typer.Option()],
    until: Day,
    by: By,
    start: Annotated[dt.datetime | None, typer.Option("--from", formats=["%Y-%m-%d"])] = None,
) -> None:
    """Ask for access for a person; prints the number of the request."""
    from leerloopbaan.access import grants

    identifier = grants.request(
        city,
        person=person,
        service=service,
        function=function,
        reason=reason,
        start=start.date() if start else dt.date.today(),
        end=until.date(),
        requester=by,
    )
    typer.echo(identifier)


def approve(city: City, identifier: str, by: By) -> None:
    """Approve a request; never one's own."""
    from leerloopbaan.access import grants

    grants.approve(city, identifier, approver=by, day=dt.date.today())


def revoke(city: City, identifier: str, by: By) -> None:
    """Withdraw one grant."""
    from leerloopbaan.access import grants

    grants.revoke(city, identifier, by=by)


def leave(city: City, person: Annotated[str, typer.Option()], by: By) -> None:
    """Close all access of somebody who leaves."""
    from leerloopbaan.access import grants

    typer.echo(f"{grants.leave(city, person, by=by)} toegang(en) gesloten")


def policy_role(city: City, person: Annotated[str, typer.Option()], by: By) -> None:
    """Record that a person shapes policy and may therefore not hold a grant."""
    from leerloopbaan.access import grants

    grants.policy_role(city, person, by=by)


def list_grants(city: City, as_json: Annotated[bool, typer.Option("--json")] = False) -> None:
    """The grants of a city and whether they are active today."""
    from leerloopbaan.access import anchors, grants

    anchors.verify(city)
    today = dt.date.today()
    rows = [
        {
            "id": g.id,
            "persoon": g.person,
            "dienst": g.service,
            "functie": g.function,
            "van": g.start.isoformat(),
            "tot": g.end.isoformat(),
            "goedgekeurd_door": g.approver,
            "stand": g.state(today),
            "actief": g.active(today),
        }
        for g in grants.standing(city).grants
    ]
    _show(rows, as_json)


def show_log(
    city: City,
    purge: Annotated[bool, typer.Option(help="drop what is older than 365 days")] = False,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    """The access log, after verification of its chain."""
    from leerloopbaan.access import anchors, chain, log

    anchors.verify(city)
    if purge:
        typer.echo(f"{log.purge(city, dt.date.today())} regels gewist, samenvatting bewaard")
    _show(chain.read(log.log_chain(city)), as_json)


def shell(
    city: City,
    person: Annotated[str, typer.Option("--as", prompt="Wie", help="your account")],
    reason: Annotated[str, typer.Option(prompt="Waarom", help="what you need it for")],
    sql: Annotated[str | None, typer.Option(help="one query; without it, a prompt")] = None,
    landing: Annotated[bool, typer.Option(help="the landing file as well")] = False,
) -> None:
    """Open the vault, read-only, with an approved grant; every query is logged."""
    from leerloopbaan.access.shell import session

    with session(city, person=person, reason=reason, landing=landing) as run:
        for query in [sql] if sql else _typed():
            try:
                typer.echo(str(run(query)))
            except duckdb.Error as error:
                # Shown to the person with the grant alone; the log holds no value.
                typer.echo(str(error), err=True)
                if sql:
                    raise typer.Exit(1) from None
            except RefusedError as refusal:
                if sql:
                    raise
                typer.echo(str(refusal), err=True)


def _typed() -> Iterator[str]:
    typer.echo("Elke regel is een vraag; een lege regel sluit af.")
    while line := input("kluis> ").strip():
        yield line


def _show(rows: Sequence[Mapping[str, object]], as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    if not rows:
        typer.echo("geen vermelding")
    for row in rows:
        typer.echo(" · ".join(f"{key}={value}" for key, value in row.items() if key != "mac"))
