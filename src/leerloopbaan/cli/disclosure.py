"""Commands of disclosure control: `leerloopbaan audit RELEASE_DIR`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from leerloopbaan.audit import Report


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command("audit")(audit)


def audit(
    folder: Annotated[Path, typer.Argument(help="a release, or a folder of releases")],
    insiders: Annotated[
        Path | None, typer.Option(help="CSV of counts that single persons or schools know")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="write the findings as JSON")] = None,
) -> None:
    """Attack a release as an outsider. Exit code 0: safe; 2: unsafe."""
    from leerloopbaan.audit import AuditError
    from leerloopbaan.audit import audit_release as attack
    from leerloopbaan.errors import LeerloopbaanError

    if not folder.is_dir():
        raise LeerloopbaanError("the release folder does not exist", remedy="Give its path.")
    try:
        report = attack(folder, insiders=insiders)
    except AuditError as error:
        raise LeerloopbaanError(
            str(error), remedy="Audit the folder that a release wrote."
        ) from None
    for line in report.lines():
        typer.echo(line)
    if out is not None:
        out.write_text(report.to_json() + "\n", encoding="utf-8")
    _record(folder, report)
    raise typer.Exit(0 if report.safe else 2)


def _record(folder: Path, report: Report) -> None:
    """Keep the verdict on one of the city's own releases, for the dossier and the run report."""
    import datetime as dt
    import json

    from leerloopbaan import home

    manifest = folder / "manifest.json"
    if not manifest.exists():
        return
    city = str(json.loads(manifest.read_text(encoding="utf-8"))["stad"])
    if folder.resolve().parent != home.releases(city).resolve():
        return
    place = home.vault(city) / "audit"
    place.mkdir(mode=0o700, exist_ok=True)
    stated = json.loads(report.to_json()) | {"uitgevoerd_op": dt.date.today().isoformat()}
    text = json.dumps(stated, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    (place / f"{folder.resolve().name}.json").write_text(text, encoding="utf-8")
