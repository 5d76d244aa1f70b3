"""Commands of the gate: `intake`, `deliveries`, `findings`."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from leerloopbaan.errors import LeerloopbaanError
from leerloopbaan.home import CITIES

City = Annotated[str, typer.Option("--city", help="antwerpen or gent")]
_WIDE = 240
AsJson = Annotated[bool, typer.Option("--json", help="JSON on standard output")]


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command("intake")(intake)
    app.command("deliveries")(deliveries)
    app.command("findings")(findings)


def intake(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="PATH...", help="files or directories")
    ] = None,
    *,
    city: City,
    received: Annotated[str, typer.Option(help="YYYY-MM-DD[THH:MM]: when the city received it")],
    synthetic: Annotated[bool, typer.Option("--synthetic", help="fictitious data")] = False,
    tables: Annotated[
        list[str] | None, typer.Option("--as", metavar="TABLE=FILE", help="the table of a file")
    ] = None,
    sender: Annotated[str | None, typer.Option(help="who sent it")] = None,
    channel: Annotated[str | None, typer.Option(help="how it came, e.g. sftp")] = None,
    each: Annotated[
        bool, typer.Option("--each", help="every PATH is a delivery of its own, in this order")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Validate one delivery and land it: all of it, or nothing.

    With --each several, one after another; the exit code is that of the heaviest verdict.
    """
    from leerloopbaan.intake.deliver import deliver
    from leerloopbaan.intake.findings import EXIT_CODES, heaviest

    if each and tables:
        raise LeerloopbaanError(
            "--each and --as do not go together.", remedy="Take these deliveries in one by one."
        )
    files = _with_named_files(paths or [], tables or [])
    moment = parse_moment(received)
    if moment.date() > dt.datetime.now().date():
        typer.echo("let op: die ontvangstdatum moet nog komen; klopt hij?", err=True)
    results = []
    for delivery in [[path] for path in files] if each else [files]:
        result = deliver(
            known_city(city),
            delivery,
            moment,
            given=[_by_name(option) for option in tables or []],
            synthetic=synthetic,
            sender=sender,
            channel=channel,
            progress=_progress(),
        )
        results.append(result)
        if not as_json:
            show_result(result)
    if as_json:
        data = [result_data(result) for result in results]
        typer.echo(json.dumps(data if each else data[0], ensure_ascii=False, indent=2))
    raise typer.Exit(EXIT_CODES.get(heaviest(r.status for r in results), 0))


def deliveries(city: City, as_json: AsJson = False) -> None:
    """The register of deliveries."""
    from leerloopbaan.intake.overview import delivery_overview

    rows = delivery_overview(known_city(city))
    show_rows(
        rows,
        as_json,
        ("levering_id", "ontvangen_op", "status", "synthetisch", "tabellen", "rijen", "van_kracht"),
    )


def findings(city: City, as_json: AsJson = False) -> None:
    """The article 7 findings with their legal due dates."""
    from leerloopbaan.intake.overview import finding_overview

    rows = finding_overview(known_city(city))
    show_rows(
        rows,
        as_json,
        ("bevinding_id", "regel", "gebrek", "tabel", "kolom", "aantal", "onderzoek_tegen",
         "maatregel_tegen", "status"),
    )  # fmt: skip


def known_city(city: str) -> str:
    """`city` when it is one of ours; LeerloopbaanError otherwise."""
    if city not in CITIES:
        raise LeerloopbaanError("unknown city.", remedy=f"Choose one of: {', '.join(CITIES)}.")
    return city


def parse_moment(text: str) -> dt.datetime:
    """The moment of `YYYY-MM-DD` (midnight) or `YYYY-MM-DDTHH:MM`."""
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        raise LeerloopbaanError(
            "--received is no date.", remedy="Write YYYY-MM-DD or YYYY-MM-DDTHH:MM."
        ) from None
    return moment.replace(tzinfo=None)


def _with_named_files(paths: list[Path], tables: list[str]) -> list[Path]:
    """The given paths, and the files that only `--as` names."""
    named = [Path(option.partition("=")[2]) for option in tables]
    result = [*paths, *(path for path in named if path.is_file())]
    if named and not result:
        raise LeerloopbaanError(
            f"{named[0].name} does not exist or is no file.", remedy="Check the path after --as."
        )
    if not result:
        raise LeerloopbaanError("no files given.", remedy="Name files or directories to take in.")
    return result


def _by_name(option: str) -> str:
    """`TABLE=dir/file.csv` as `TABLE=file.csv` (a sheet after the file's name stays)."""
    table, separator, file = option.partition("=")
    path = Path(file)
    return f"{table}{separator}{path.name if path.exists() else file}"


def result_data(result: Any) -> dict[str, Any]:
    """A verdict as data."""
    return {
        "levering_id": result.levering.levering_id,
        "stad": result.levering.stad,
        "ontvangen_op": result.levering.ontvangen_op.isoformat(timespec="minutes"),
        "synthetisch": result.levering.synthetisch,
        "status": result.status,
        "al_bekend": result.al_bekend,
        "bestanden": [
            {"bestand": b.bestand, "tabel": b.tabel, "rijen": b.rijen} for b in result.bestanden
        ],
        "bevindingen": [
            {
                "regel": f.regel,
                "ernst": f.ernst.value,
                "gebrek": f.gebrek,
                "tabel": f.tabel,
                "bestand": f.bestand,
                "kolom": f.kolom,
                "rij": f.rij,
                "aantal": f.aantal,
                "toelichting": f.toelichting,
                "remedie": f.remedie,
            }
            for f in result.bevindingen
        ],
    }


_NEXT = {
    "quarantaine": "de levering wacht en de vorige blijft van kracht; alle rijen: "
    "leerloopbaan quarantine rows {} --city {}",
    "geweigerd": "niets van de levering is bewaard, behalve wat hierboven staat",
}


def show_result(result: Any) -> None:
    """The verdict, for people."""
    from leerloopbaan.intake.report import report_files

    console = Console(highlight=False, soft_wrap=True)
    colour = {"aanvaard": "green", "quarantaine": "yellow", "geweigerd": "red"}.get(
        result.status, "cyan"
    )
    again = " (dezelfde levering was al bekend; er is niets gewijzigd)" if result.al_bekend else ""
    number = result.levering.levering_id
    console.print(f"[bold {colour}]{result.status}[/]{again}: levering {number}")
    for sheet in result.bestanden:
        console.print(escape(f"  {sheet.bestand}: {sheet.tabel}, {sheet.rijen} rijen"))
    for finding in result.bevindingen:
        console.print(escape(f"  - {finding.regeltekst()}"))
    if any(finding.rij is not None for finding in result.bevindingen):
        console.print("  (rij 1 is de eerste onder de kop)")
    if not result.al_bekend and result.status in _NEXT:
        console.print(escape(f"  {_NEXT[result.status].format(number, result.levering.stad)}"))
    page, _ = report_files(result.levering.stad, number)
    if page.exists():
        console.print(escape(f"  verslag: {page}"))


def show_rows(rows: list[dict[str, Any]], as_json: bool, columns: tuple[str, ...]) -> None:
    """Rows as JSON (whole) or as a table of some columns."""
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2, default=str))
        return
    table = Table()
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*("" if row[c] is None else escape(str(row[c])) for c in columns))
    console = Console(highlight=False)
    # A pipe has no width of its own: nothing is cut there.
    (console if console.is_terminal else Console(highlight=False, width=_WIDE)).print(table)


def _progress() -> Callable[[str], None]:
    """Says on a terminal what is being done; silent elsewhere."""
    console = Console(stderr=True, highlight=False)
    if not console.is_terminal:
        return lambda _: None
    return lambda text: console.print(f"[dim]{escape(text)} …[/]")
