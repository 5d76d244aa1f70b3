"""The dossier as files: a printable Dutch page, JSON, and the hash of every file."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
from dataclasses import asdict
from pathlib import Path

import jinja2

from leerloopbaan.errors import LeerloopbaanError
from leerloopbaan.evidence import processing
from leerloopbaan.evidence.agenda import agenda, yearly
from leerloopbaan.evidence.chapters import chapters
from leerloopbaan.evidence.dossier import Dossier, make_dossier
from leerloopbaan.evidence.heatmap import heat_maps
from leerloopbaan.evidence.rows import Rows, sha256
from leerloopbaan.register.load import register_file
from leerloopbaan.register.schema import Protocol

HASHES = "bestanden.sha256"
_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(T.*| \d{2}:\d{2}|, .*|)$")


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
        "geldig": dossier.valid,
        "synthetisch": dossier.synthetic,
        "versies": dossier.versions,
        "verplichtingen": [asdict(entry) for entry in dossier.entries],
        "lezingen": [asdict(reading) for reading in dossier.readings],
        "verwerkingsregister": dossier.processing,
        "agenda": agenda(dossier),
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
        lstrip_blocks=True,
    )
    environment.filters["dag"] = _day
    environment.filters["artikel"] = _article
    protocol = dossier.protocol
    return environment.get_template("dossier.html.j2").render(
        d=dossier,
        p=protocol,
        hoofdstukken=chapters(dossier),
        agenda=agenda(dossier),
        jaarlijks=yearly(dossier),
        kaarten=heat_maps(protocol, dossier.collected.kept),
        bewaring=processing.term(protocol),
        uitgaven=_outputs(protocol),
        overige=[a for a in protocol.artikelen if not a.verplichtingen],
    )


def _outputs(protocol: Protocol) -> Rows:
    """Who gets what: audience, product, levels, conditions, clause."""
    names = {level.code: level.naam for level in protocol.niveaus}
    return [
        {
            "ontvanger": audience.naam,
            "product": product.naam,
            "niveaus": ", ".join(names[level] for level in output.niveaus),
            "voorwaarden": ", ".join(c.replace("_", " ") for c in output.voorwaarden),
            "clausule": f"{_article(output.clausule.artikel)}, {output.clausule.regels}",
        }
        for audience in protocol.publieken
        for product in protocol.producten
        for output in product.uitgaven
        if output.publiek == audience.code
    ]


def _article(number: str) -> str:
    """`artikel 3`, `considerans C`, `de partijen`."""
    return f"artikel {number}" if number.isdigit() else number


def _day(text: str) -> str:
    """A date at the start of a text as a Flemish reader writes it; of a moment with T, the day."""
    found = _DATE.match(text)
    if found is None:
        return text
    try:
        day = dt.date.fromisoformat(found[1])
    except ValueError:
        return text
    return f"{day:%d/%m/%Y}{'' if found[2].startswith('T') else found[2]}"
