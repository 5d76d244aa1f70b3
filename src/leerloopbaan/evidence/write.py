"""The dossier as files: a printable Dutch page, JSON, and the hash of every file."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from dataclasses import asdict
from pathlib import Path

import jinja2

from leerloopbaan.errors import LeerloopbaanError
from leerloopbaan.evidence.collect import sha256
from leerloopbaan.evidence.dossier import Dossier, make_dossier
from leerloopbaan.register.load import register_file
from leerloopbaan.register.schema import Protocol

HASHES = "bestanden.sha256"


def write_dossier(protocol: Protocol, out: Path, day: dt.date) -> Dossier:
    """Write the dossier to an empty or new directory, whole or not at all; returns it."""
    if out.exists() and any(out.iterdir()):
        raise LeerloopbaanError(
            f"de map {out.name} is niet leeg.", remedy="Kies een nieuwe map voor elk dossier."
        )
    dossier = make_dossier(protocol, day)
    aside = out.with_name(out.name + ".nieuw")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)
    (aside / "dossier.html").write_text(_page(dossier), encoding="utf-8")
    (aside / "dossier.json").write_text(_json(dossier), encoding="utf-8")
    shutil.copyfile(register_file(protocol.stad), aside / "register.yml")
    files = sorted(path for path in aside.iterdir() if path.is_file())
    lines = [f"{sha256(path)}  {path.name}\n" for path in files]
    (aside / HASHES).write_text("".join(lines), encoding="ascii")
    if out.exists():
        out.rmdir()
    aside.replace(out)
    return dossier


def _json(dossier: Dossier) -> str:
    data = {
        "stad": dossier.protocol.stad,
        "protocol": dossier.protocol.versie.isoformat(),
        "register": dossier.protocol.registerversie,
        "opgemaakt_op": dossier.day.isoformat(),
        "synthetisch": dossier.synthetic,
        "verplichtingen": [asdict(entry) for entry in dossier.entries],
        "bevindingen": dossier.clocks,
        "verwerkingsregister": dossier.processing,
        **asdict(dossier.collected),
        "vastleggingen": dossier.records.model_dump(mode="json"),
    }
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _page(dossier: Dossier) -> str:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("leerloopbaan.evidence"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
    )
    return environment.get_template("dossier.html.j2").render(
        d=dossier,
        p=dossier.protocol,
        tabellen=[
            ("Leveringsregister", dossier.collected.deliveries),
            ("Bevindingen en termijnen van artikel 7", dossier.clocks),
            ("Vrijgaven", dossier.collected.releases),
            ("Geheimhouding en aanval door de auditor", dossier.collected.suppression),
            ("Toegang, per dienst en functie", dossier.collected.grants),
            ("Logboek van de kluis", dossier.collected.log),
            ("Bewaring en vernietiging", dossier.collected.retention),
            ("Register van verwerkingsactiviteiten (artikel 30 AVG)", dossier.processing),
        ],
        agenda=_agenda(dossier),
    )


def _agenda(dossier: Dossier) -> list[str]:
    """The agenda of the yearly follow-up meeting, from what is open (R-64)."""
    late = [row for row in dossier.clocks if row["over_tijd"] == "ja"]
    questions = [v for v in dossier.protocol.vragen if v.beantwoordbaar != "ja"]
    valid = dossier.protocol.geldigheid
    return [
        f"Gebruik van de gegevens: {len(dossier.collected.deliveries)} levering(en), "
        f"{len(dossier.collected.releases)} vrijgave(n).",
        f"Kwaliteit: {len(dossier.clocks)} bevinding(en), waarvan {len(late)} over tijd.",
        f"Verplichtingen zonder bewijs: {len(dossier.missing)}.",
        f"Nieuwe behoeften: {len(questions)} vragen zijn met deze levering niet of maar deels "
        "te beantwoorden.",
        f"Duur van de mededeling: tot {valid.tot or 'onbepaalde duur'}"
        + (f", verlengd tot {valid.verlengingen[-1].tot}." if valid.verlengingen else "."),
    ]
