"""Commands around the gate: `quarantine`, `delivery`, `finding`, `terugmelding`, `retention`."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Annotated

import typer

from leerloopbaan.cli.intake import (
    AsJson,
    City,
    known_city,
    result_data,
    show_result,
    show_rows,
)
from leerloopbaan.errors import LeerloopbaanError

By = Annotated[str, typer.Option("--by", help="who does this")]
DeliveryId = Annotated[str, typer.Argument(metavar="LEVERING_ID")]


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    waiting = typer.Typer(no_args_is_help=True, help="Deliveries that wait, and rows held back.")
    waiting.command("list")(list_waiting)
    waiting.command("rows")(rows)
    waiting.command("replay")(replay)
    waiting.command("decide")(decide)
    app.add_typer(waiting, name="quarantine")
    delivery = typer.Typer(no_args_is_help=True, help="Act on a delivery in the register.")
    delivery.command("withdraw")(withdraw)
    app.add_typer(delivery, name="delivery")
    finding = typer.Typer(no_args_is_help=True, help="Follow up article 7 findings.")
    finding.command("feedback")(feedback)
    finding.command("close")(close)
    app.add_typer(finding, name="finding")
    app.command("terugmelding")(terugmelding)
    app.command("retention")(retention)


def list_waiting(city: City, as_json: AsJson = False) -> None:
    """What waits, per delivery, rule, table and column: counts and places."""
    from leerloopbaan.intake.quarantine import quarantine_overview

    show_rows(
        quarantine_overview(known_city(city)),
        as_json,
        ("levering_id", "regel", "ernst", "bestand", "kolom", "rijen", "eerste_rij"),
    )


def rows(levering_id: DeliveryId, city: City, as_json: AsJson = False) -> None:
    """Every row that a rule holds, to look up in the delivered file."""
    from leerloopbaan.intake.quarantine import row_pointers

    found = row_pointers(known_city(city), levering_id)
    show_rows(found, as_json, ("regel", "bestand", "rij", "kolom"))


def replay(levering_id: DeliveryId, city: City, as_json: AsJson = False) -> None:
    """Judge a waiting delivery again, after a fix of a list, another delivery or a decision."""
    from leerloopbaan.intake.findings import EXIT_CODES
    from leerloopbaan.intake.replay import replay as judge_again

    result = judge_again(known_city(city), levering_id)
    if as_json:
        typer.echo(json.dumps(result_data(result), ensure_ascii=False, indent=2))
    else:
        show_result(result)
    raise typer.Exit(EXIT_CODES.get(result.status, 0))


def decide(
    levering_id: DeliveryId,
    *,
    city: City,
    rule: Annotated[str, typer.Option(help="the rule that no longer holds the delivery")],
    by: By,
    reason: Annotated[str, typer.Option(help="why, for the dossier")],
) -> None:
    """Record that a rule holds back its rows instead of the whole delivery; then replay."""
    from leerloopbaan.intake.replay import Beslissing
    from leerloopbaan.intake.replay import decide as record

    record(known_city(city), Beslissing(levering_id, rule, by, reason))
    typer.echo("beslissing vastgelegd; voer nu `quarantine replay` uit")


def withdraw(
    levering_id: DeliveryId,
    *,
    city: City,
    by: By,
    reason: Annotated[str, typer.Option(help="why, without values of pupils")],
) -> None:
    """Take a delivery out of force and destroy its rows; what it replaced is in force again."""
    from leerloopbaan.intake.withdraw import withdraw as take_back

    take_back(known_city(city), levering_id, by, reason)
    typer.echo("levering ingetrokken; haar rijen en het afgeleide magazijn zijn gewist")


def feedback(
    bevinding_id: Annotated[str, typer.Argument()],
    *,
    city: City,
    text: Annotated[str, typer.Option(help="the supplier's answer, without values of pupils")],
) -> None:
    """Record the supplier's feedback on a reported finding."""
    from leerloopbaan.intake.article7 import mark_feedback

    mark_feedback(known_city(city), bevinding_id, text, _now())
    typer.echo("terugkoppeling vastgelegd")


def close(
    bevinding_id: Annotated[str, typer.Argument()],
    *,
    city: City,
    correction: Annotated[str, typer.Option(help="levering_id of the correcting delivery")],
) -> None:
    """Close a finding that was answered, with the delivery that corrects it."""
    from leerloopbaan.intake.article7 import close as close_finding

    close_finding(known_city(city), bevinding_id, correction, _now())
    typer.echo("bevinding gesloten")


def terugmelding(
    city: City,
    out: Annotated[Path, typer.Option(help="file to write (Markdown)")],
    today: Annotated[str | None, typer.Option(help="YYYY-MM-DD; default: today")] = None,
    sent: Annotated[str | None, typer.Option("--sent", metavar="NAME", help="who sends it")] = None,
) -> None:
    """Write the article 7 message to the supplier; with --sent its findings count as reported."""
    from leerloopbaan.intake.article7 import mark_reported
    from leerloopbaan.intake.terugmelding import message

    day = _day(today)
    text, findings = message(known_city(city), day)
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as error:
        raise LeerloopbaanError(
            f"{out.name} cannot be written ({type(error).__name__}).", remedy="Check the path."
        ) from None
    if sent and findings:
        mark_reported(city, findings, sent, _now())
    count = f"{len(findings)} nieuwe vaststelling{'' if len(findings) == 1 else 'en'}"
    typer.echo(f"{count} in {out.name}")


def retention(
    city: City,
    today: Annotated[str | None, typer.Option(help="YYYY-MM-DD; default: today")] = None,
    enforce: Annotated[bool, typer.Option("--enforce", help="destroy what is due")] = False,
    as_json: AsJson = False,
) -> None:
    """What is past its term (exit 2); with --enforce destroy it and write the certificate."""
    from leerloopbaan.intake import retention as terms

    day = _day(today)
    if enforce:
        parts, certificate = terms.enforce(known_city(city), day, _now())
    else:
        parts, certificate = terms.due(known_city(city), day), None
    if as_json:
        data = {
            "vandaag": day,
            "vernietigd": enforce,
            "delen": [vars(part) for part in parts],
            "certificaat": str(certificate) if certificate else None,
        }
        typer.echo(json.dumps(data, ensure_ascii=False, indent=2, default=str))
    elif not parts:
        typer.echo("niets is over zijn termijn")
    else:
        for part in parts:
            typer.echo(
                f"{part.tabel} {part.schooljaar or ''} van levering {part.levering_id}: "
                f"bewaren tot {part.bewaren_tot}{' (synthetisch)' if part.synthetisch else ''}"
            )
        typer.echo(f"vernietigd; certificaat: {certificate}" if enforce else "over hun termijn")
    raise typer.Exit(2 if parts and not enforce else 0)


def _day(text: str | None) -> dt.date:
    if text is None:
        return dt.datetime.now().date()
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise LeerloopbaanError("--today is no date.", remedy="Write YYYY-MM-DD.") from None


def _now() -> dt.datetime:
    return dt.datetime.now().replace(microsecond=0)
