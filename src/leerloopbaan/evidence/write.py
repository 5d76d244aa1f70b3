"""The dossier as files: a printable Dutch page, JSON, and the hash of every file."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from dataclasses import asdict
from pathlib import Path

import jinja2

from leerloopbaan.errors import LeerloopbaanError
from leerloopbaan.evidence.agenda import agenda
from leerloopbaan.evidence.dossier import Dossier, make_dossier
from leerloopbaan.evidence.rows import Rows, sha256
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
    return environment.get_template("dossier.html.j2").render(
        d=dossier, p=dossier.protocol, hoofdstukken=_chapters(dossier), agenda=agenda(dossier)
    )


def _chapters(dossier: Dossier) -> list[tuple[str, str, str, Rows]]:
    """Anchor, title, what a reader should know of it, and the rows."""
    c, records = dossier.collected, dossier.records.model_dump(mode="json")

    def recorded(name: str) -> Rows:
        return [{k: str(v) for k, v in row.items()} for row in records[name]]

    return [
        ("leveringen", "Leveringsregister",
         "Elke levering die aangeboden werd, ook een geweigerde of vervangen levering.",
         c.deliveries),
        ("bevindingen", "Bevindingen en termijnen van artikel 7",
         "Een bevinding opent vanzelf bij ontvangst en sluit enkel met een terugmelding en een "
         "corrigerende levering. Aantallen van 1 tot 5 staan er niet precies.", c.findings),
        ("achtergehouden", "Wat achtergehouden wordt",
         "Per product en niveau: het aandeel van de cijfers dat getoond zou worden als enkel wat "
         "op zich onveilig is verborgen werd (na primair), het aandeel dat echt getoond wordt, en "
         "het aandeel van de personen in de noemers van de getoonde, niet uitgesplitste cijfers.",
         c.withheld),
        ("aanval", "Aanval op de vrijgaven door de auditor",
         "Aparte software, die enkel de gepubliceerde bestanden kent, probeert verborgen aantallen "
         "af te leiden.", c.audits),
        ("vrijgaven", "Vrijgaven en hun goedkeuring",
         "Twee mensen keuren goed, geen van beiden de maker; de goedkeuring geldt voor precies "
         "deze bestanden. Namen staan in het grootboek van de stad, niet hier.", c.releases),
        ("toegang", "Toegang tot de kluis",
         "Per dienst en functie van artikel 4. Namen staan in het register van de stad, niet hier.",
         c.access),
        ("logboek", "Logboek van de kluis",
         "Elke opening en elke vraag, aaneengeketend; na 365 dagen herleid tot een samenvatting.",
         c.log),
        ("bewaring", "Over de bewaartermijn",
         "Geleverde delen waarvan de rijen al vernietigd hadden moeten zijn.", c.overdue),
        ("vernietiging", "Certificaten van vernietiging", "", c.certificates),
        ("jaarsleutels", "Vernietigde sleutels van schooljaren",
         "Zonder de sleutel van een schooljaar is geen enkele gekende code van dat jaar nog op te "
         "zoeken.", c.key_certificates),
        ("sleutels", "Vernietigde geheimen van de stad",
         "Wie een geheim vernietigt, maakt alles wat ermee versleuteld is onleesbaar.",
         recorded("sleutelvernietigingen")),
        ("verwerkers", "Verwerkers", _processors(dossier), recorded("verwerkers")),
        ("kennisgevingen", "Kennisgeving aan de scholen", "", recorded("kennisgevingen")),
        ("vergaderingen", "Opvolgvergaderingen", "", recorded("vergaderingen")),
        ("datalekken", "Gegevenslekken", "", recorded("datalekken")),
        ("documenten", "Plannen en verbintenissen", "", recorded("documenten")),
        ("bekendmaking", "Bekendmaking van het protocol", "", recorded("bekendmakingen")),
        ("verwerkingsregister", "Register van verwerkingsactiviteiten (artikel 30 AVG)",
         "In de rubrieken van het model van de Gegevensbeschermingsautoriteit.",
         dossier.processing),
    ]  # fmt: skip


def _processors(dossier: Dossier) -> str:
    day = dossier.records.geen_verwerkers_verklaard_op
    if day and not dossier.records.verwerkers:
        return f"De stad verklaarde op {_day(day.isoformat())} geen verwerkers in te zetten."
    return ""


def _day(text: str) -> str:
    """`2026-11-22` as a Flemish reader writes it; anything else as it is."""
    try:
        return f"{dt.date.fromisoformat(text[:10]):%d/%m/%Y}" if text[4:5] == "-" else text
    except ValueError:
        return text
