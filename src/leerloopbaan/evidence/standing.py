"""How releases, access, retention and keys stand: numbers of people, never their names."""

from __future__ import annotations

import datetime as dt
import json

from leerloopbaan import home
from leerloopbaan.access import anchors, chain, grants, log
from leerloopbaan.evidence.rows import Rows, about, sha256, shown
from leerloopbaan.intake.retention import due
from leerloopbaan.register.schema import Protocol
from leerloopbaan.release import ledger


def releases(city: str) -> Rows:
    """Every release: what it holds, who approved it (how many), whether it may go out."""
    approvals = ledger.standing(city) if ledger.ledger_chain(city).path.exists() else {}
    result: Rows = []
    for manifest in sorted(home.releases(city).glob("*/manifest.json")):
        folder = manifest.parent
        if folder.is_symlink():
            continue
        data = json.loads(manifest.read_text(encoding="utf-8"))
        state = approvals.get(folder.name)
        intact = state is not None and state.digest == sha256(manifest)
        result.append(
            {
                "vrijgave": folder.name,
                "gebouwd": state.built_on[:10] if state else "niet in het grootboek",
                "publieken": " ".join(sorted(p.name for p in folder.iterdir() if p.is_dir())),
                "goedkeuringen": f"{len(state.approvals) if state else 0} van {ledger.NEEDED}, "
                "niemand keurt het eigen werk goed",
                "stand": "ingetrokken" if state and state.withdrawn
                else "mag naar buiten" if state and state.approved
                else "wacht op goedkeuring",
                "ongewijzigd": "ja" if intact else "nee",
                "synthetisch": "ja" if data.get("synthetisch") else "nee",
                "sha256": sha256(manifest),
            }
        )  # fmt: skip
    return result


def access(protocol: Protocol, day: dt.date) -> Rows:
    """Per service and function of article 4: how many may open the vault today, and the ceiling."""
    city = protocol.stad
    held = grants.standing(city).grants if grants.grant_chain(city).path.exists() else ()
    result: Rows = []
    for place in protocol.toegang:
        own = [g for g in held if (g.service, g.function) == (place.dienst, place.functie)]
        active = {g.person for g in own if g.active(day)}
        result.append(
            {
                "dienst": place.dienst,
                "functie": place.functie,
                "actieve_personen": str(len(active)),
                "hoogstens": str(place.maximum) if place.maximum else "niet bepaald",
                "toegekend": str(sum(g.approver is not None for g in own)),
                "ingetrokken": str(sum(g.revoked for g in own)),
                "verlopen": str(sum(g.approver is not None and g.end < day for g in own)),
                "artikel": f"{place.clausule.artikel} ({place.clausule.regels})",
            }
        )
    return result if held else []


def access_log(city: str) -> Rows:
    """The access log in one row: whole, how long, and the digest of what was purged."""
    if grants.grant_chain(city).path.exists():
        anchors.verify(city)
    path = log.log_chain(city).path
    if not path.exists():
        return []
    records = chain.read(log.log_chain(city))
    purged = [r for r in records if r["soort"] == chain.DIGEST_KIND]
    live = [r for r in records if r["soort"] != chain.DIGEST_KIND]
    return [
        {
            "keten": "heel",
            "van": str(live[0]["moment"])[:10] if live else "",
            "tot": str(live[-1]["moment"])[:10] if live else "",
            "keren_geopend": shown(sum(r["soort"] == "openen" for r in live)),
            "geweigerd": shown(sum(r["soort"] == "geweigerd" for r in live)),
            "vragen": shown(sum(r["soort"] == "vraag" for r in live)),
            "gewist_na_365_dagen": shown(sum(int(r["aantal"]) for r in purged)),
            "laatste_nummer": str(chain.last_number(log.log_chain(city))),
            "laatste_zegel": str(records[-1]["mac"]) if records else chain.START,
        }
    ]


def overdue(protocol: Protocol, day: dt.date) -> Rows:
    """Delivered parts whose rows should be gone by now, by table and term."""
    names = {table.relatie: table.naam for table in protocol.tabellen}
    totals: dict[tuple[str, str], int] = {}
    for part in due(protocol.stad, day):
        key = (names.get(part.tabel, part.tabel), part.bewaren_tot.isoformat())
        totals[key] = totals.get(key, 0) + part.rijen
    return [
        {"tabel": table, "bewaren_tot": term, "rijen": about(rows)}
        for (table, term), rows in sorted(totals.items())
    ]


def certificates(city: str) -> Rows:
    """Certificates of destruction, with the proof that they state."""
    result: Rows = []
    for file in sorted((home.vault(city) / "certificaten").glob("vernietiging-*.json")):
        data = json.loads(file.read_text(encoding="utf-8"))
        proof = data.get("bewijs", {})
        result.append(
            {
                "certificaat": str(data.get("certificaat", file.stem)),
                "vernietigd_op": str(data.get("vernietigd_op", ""))[:10],
                "delen": str(len(data.get("vernietigd", []))),
                "rijen_over": str(proof.get("rijen_over", "onbekend")),
                "bestand_vervangen": "ja"
                if proof.get("bestand_voor") != proof.get("bestand_na")
                else "nee",
                "sha256": sha256(file),
            }
        )
    return result


def key_certificates(city: str) -> Rows:
    """Certificates of destroyed keys of school years (Ghent), with the proof that they state."""
    result: Rows = []
    for file in sorted((home.vault(city) / "certificaten").glob("sleutel-*.json")):
        data = json.loads(file.read_text(encoding="utf-8"))
        proof = data["bewijs"]
        result.append(
            {
                "certificaat": str(data["certificaat"]),
                "schooljaar": str(data["schooljaar"]),
                "vernietigd_op": str(data["vernietigd_op"])[:10],
                "codes_over": str(proof["codes_over"]),
                "zout_aanwezig": "ja" if proof["zout_aanwezig"] else "nee",
                "sha256": sha256(file),
            }
        )
    return result
