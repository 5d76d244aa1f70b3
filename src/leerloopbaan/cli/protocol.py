"""`leerloopbaan protocol check|generate|diff`: the register and what is made from it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from leerloopbaan import home
from leerloopbaan.errors import RegisterError

if TYPE_CHECKING:
    from leerloopbaan.register.changes import Wijziging

CityOption = Annotated[
    str | None, typer.Option("--city", help="one city; default: every register in protocols/")
]


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    group = typer.Typer(no_args_is_help=True, help="The protocol registers.")
    group.command("check")(check)
    group.command("generate")(generate)
    group.command("diff")(diff)
    app.add_typer(group, name="protocol")


def check(
    city: CityOption = None,
    text: Annotated[
        Path | None, typer.Option("--text", help="protocol text to compare the quotes with")
    ] = None,
) -> None:
    """Check the registers against their schema, their generated files and their text."""
    from leerloopbaan.register.changes.decisions import changes_since_accepted
    from leerloopbaan.register.generate import drift, generated_files
    from leerloopbaan.register.load import known_cities, load_register
    from leerloopbaan.register.quotes import check_quotes

    root = home.project_root()
    protocols = [load_register(c) for c in known_cities()]
    for protocol in protocols:
        _refuse_unsigned(protocol.stad, changes_since_accepted(root, protocol))
    found = [f"{path} {what}" for path, what in drift(root, generated_files(protocols))]
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
    from leerloopbaan.register.changes.decisions import changes_since_accepted
    from leerloopbaan.register.generate import generated_files, write_files
    from leerloopbaan.register.load import known_cities, load_register

    root = home.project_root()
    protocols = [load_register(c) for c in known_cities()]
    for protocol in protocols:
        _refuse_unsigned(protocol.stad, changes_since_accepted(root, protocol))
    files = generated_files(protocols)
    touched = write_files(root, files)
    for path in touched:
        typer.echo(path)
    typer.echo(f"{len(files)} bestanden, {len(touched)} gewijzigd")


def diff(
    old: Annotated[Path, typer.Argument(help="register before (YAML, or bekrachtigd/*.json)")],
    new: Annotated[Path, typer.Argument(help="register after")],
    as_json: Annotated[bool, typer.Option("--json", help="machine-readable")] = False,
) -> None:
    """Classify what changes between two registers: neutral, narrowing or widening.

    Exit code 2 when something widens and no signed decision in docs/decisions/ names it.
    """
    import dataclasses
    import json

    from leerloopbaan.register.changes import classify

    before, after = _register_data(old), _register_data(new)
    if not before.get("indicatoren") or not after.get("indicatoren"):
        before.pop("indicatoren", None)
        after.pop("indicatoren", None)
    changes = classify(before, after)
    if as_json:
        typer.echo(json.dumps([dataclasses.asdict(w) for w in changes], ensure_ascii=False))
    else:
        for change in changes:
            typer.echo(f"{change.klasse:<11} {change.plaats}: {change.omschrijving}")
        typer.echo(f"{len(changes)} wijzigingen")
    _refuse_unsigned(str(after["stad"]), changes)


def _register_data(file: Path) -> dict[str, Any]:
    import json

    from leerloopbaan.register.load import read_alone

    if file.suffix != ".json":
        data = read_alone(file).model_dump(mode="json")
        if not data["indicatoren"]["feiten"]:
            del data["indicatoren"]
        return data
    try:
        return dict(json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        raise RegisterError(f"{file.name} is not a register.") from None


def _refuse_unsigned(city: str, changes: list[Wijziging]) -> None:
    from leerloopbaan.register.changes import Klasse
    from leerloopbaan.register.changes.decisions import record_template, signed_off

    if signed_off(home.project_root(), city, changes):
        return
    wider = [f"{w.plaats}: {w.omschrijving}" for w in changes if w.klasse is Klasse.verruiming]
    raise RegisterError(
        f"the register of {city} widens what the protocol allows:\n" + _listed(wider),
        remedy="A widening needs a signed decision in docs/decisions/, for example:\n\n"
        + record_template(city, changes),
    )


def _listed(lines: list[str]) -> str:
    return "\n".join(f"  {line}" for line in lines)
