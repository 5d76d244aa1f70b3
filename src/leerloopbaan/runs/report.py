"""The run report as data: the verdict first, then what it rests on."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass

from leerloopbaan import home
from leerloopbaan.build.steps import target_directory
from leerloopbaan.evidence.heatmap import HeatMap, heat_maps
from leerloopbaan.evidence.kept import information
from leerloopbaan.keys.secrets import has_own_secret
from leerloopbaan.register.schema import Protocol
from leerloopbaan.release import ledger
from leerloopbaan.runs import history, vault
from leerloopbaan.runs.coverage import Coverage, coverage
from leerloopbaan.runs.results import Node, Run, read_run

YES, NOT_YET, NO = "ja", "nog niet", "nee"
GOOD, OPEN, BAD = "in orde", "open", "niet in orde"
PROOF = "onthullingsbewijs"
BEFORE_DBT, DBT = ("synth", "intake"), "dbt build"


@dataclass(frozen=True)
class Condition:
    """One condition of publication: `state` is in orde, open, or niet in orde."""

    name: str
    state: str
    detail: str


@dataclass(frozen=True)
class RunReport:
    """Everything on the page of one build."""

    city: str
    protocol: str
    moment: str
    synthetic: bool
    publish: str
    conditions: tuple[Condition, ...]
    failures: tuple[Node, ...]
    warnings: tuple[Node, ...]
    accounts: tuple[vault.Account, ...] | None
    fresh: tuple[vault.Freshness, ...]
    timings: tuple[history.Timing, ...]
    findings: tuple[vault.Finding, ...]
    coverage: Coverage | None
    tests: int
    kept: tuple[HeatMap, ...] = ()


def make_report(protocol: Protocol, today: dt.date, failed_step: str | None = None) -> RunReport:
    """The report of a city's last build; `failed_step` names the step at which it stopped.

    A dbt run that a step before it kept from happening, or that stopped before it wrote its
    results, is not shown as this build's.
    """
    city = protocol.stad
    target = target_directory(city)
    run = read_run(target, protocol)
    earlier = history.read(city)
    seen = run is not None and any(past.id == run.id for past in earlier)
    if failed_step in BEFORE_DBT or (failed_step == DBT and seen):
        run = None
    size = vault.landed_size(city)
    before = history.remember(city, run, size) if run else earlier
    accounts = vault.accounting(city) if run else None
    publish, conditions = _verdict(protocol, run, accounts, failed_step, today)
    manifest = target / "manifest.json"
    return RunReport(
        city=city,
        protocol=f"{protocol.versie:%d/%m/%Y}",
        moment=run.moment if run else "",
        synthetic=not has_own_secret(city),
        failures=run.failed if run else (),
        warnings=tuple(n for n in run.nodes if n.state == "waarschuwing") if run else (),
        accounts=tuple(accounts) if accounts is not None else None,
        fresh=tuple(vault.freshness(protocol, today)),
        timings=tuple(history.timings(run, before, size)) if run else (),
        findings=tuple(vault.open_findings(city, today)),
        coverage=coverage(json.loads(manifest.read_text("utf-8"))) if manifest.exists() else None,
        kept=tuple(heat_maps(protocol, information(protocol))) if run else (),
        tests=sum(n.kind in ("toets", "eenheidstoets") for n in run.nodes) if run else 0,
        publish=publish,
        conditions=conditions,
    )


def _verdict(
    protocol: Protocol,
    run: Run | None,
    accounts: list[vault.Account] | None,
    failed_step: str | None,
    today: dt.date,
) -> tuple[str, tuple[Condition, ...]]:
    city = protocol.stad
    conditions = [
        _holds(protocol, today), _steps(failed_step), _dbt(run), _balanced(accounts), _proof(run)
    ]  # fmt: skip
    release = vault.release_built(city)
    for check in (_release, _audit, _approved):
        conditions.append(check(city, release))
    states = {condition.state for condition in conditions}
    publish = NO if BAD in states else NOT_YET if OPEN in states else YES
    return publish, tuple(conditions)


def _holds(protocol: Protocol, today: dt.date) -> Condition:
    name = "Het protocol of een verlenging ervan geldt"
    if not has_own_secret(protocol.stad):
        return Condition(name, GOOD, "niet vereist: de leveringen zijn verzonnen")
    if protocol.geldigheid.geldt_op(today):
        return Condition(name, GOOD, "")
    end = protocol.geldigheid.einde
    told = f"het eindigde op {end:%d/%m/%Y}" if end and end < today else "het begon nog niet"
    return Condition(name, BAD, f"{told}; leg de verlenging vast in het register")


def _steps(failed_step: str | None) -> Condition:
    name = "Alle stappen van de bouw zijn gelukt"
    if failed_step is None:
        return Condition(name, GOOD, "")
    return Condition(name, BAD, f"gestopt bij de stap «{failed_step}»; zie wat de bouw meldde")


def _dbt(run: Run | None) -> Condition:
    name = "Alle modellen gebouwd, alle toetsen geslaagd"
    if run is None:
        return Condition(name, BAD, "dbt heeft van deze bouw geen resultaat nagelaten")
    if run.failed:
        failed = sum(node.state == "fout" for node in run.failed)
        left = len(run.failed) - failed
        return Condition(name, BAD, f"{failed} mislukt, {left} daardoor overgeslagen")
    return Condition(name, GOOD, f"{len(run.nodes)} knopen")


def _balanced(accounts: list[vault.Account] | None) -> Condition:
    name = "De rijentelling van elke laag klopt"
    if not accounts:
        return Condition(name, BAD, "er is geen rijentelling")
    wrong = sum(not account.balanced for account in accounts)
    detail = f"{wrong} van {len(accounts)} vergelijkingen kloppen niet"
    return (
        Condition(name, BAD, detail)
        if wrong
        else Condition(name, GOOD, f"{len(accounts)} vergelijkingen")
    )


def _proof(run: Run | None) -> Condition:
    name = "Elke onderdrukte cel heeft een bewezen bescherming"
    found = [n for n in run.nodes if n.name == PROOF] if run else []
    if not found:
        return Condition(name, BAD, "het bewijs van geheimhouding is niet gebouwd: geen cijfers")
    good = all(node.state == "goed" for node in found)
    return Condition(name, GOOD if good else BAD, "" if good else "het bewijs houdt geen stand")


def _release(city: str, release: str | None) -> Condition:
    name = "Een vrijgave van precies deze bouw staat klaar"
    if release is None:
        return Condition(name, BAD, "er zijn geen marts")
    current = home.releases(city) / "current"
    if not current.exists():
        return Condition(name, OPEN, "nog niet gemaakt: `leerloopbaan release`")
    if current.resolve().name != release:
        return Condition(name, OPEN, "de laatste vrijgave is van een eerdere bouw")
    return Condition(name, GOOD, release)


def _audit(city: str, release: str | None) -> Condition:
    name = "De auditor kon niets verborgens afleiden"
    file = home.vault(city) / "audit" / f"{release}.json"
    if release is None or not file.exists():
        return Condition(name, OPEN, "nog niet uitgevoerd: `leerloopbaan audit`")
    safe = bool(json.loads(file.read_text(encoding="utf-8")).get("safe"))
    return Condition(name, GOOD if safe else BAD, "veilig" if safe else "onveilig")


def _approved(city: str, release: str | None) -> Condition:
    name = "Twee mensen, niet de maker, keurden de vrijgave goed"
    state = ledger.standing(city).get(release) if release else None
    if state is None:
        return Condition(name, OPEN, "nog niet voorgelegd")
    if state.withdrawn:
        return Condition(name, BAD, "de vrijgave is ingetrokken")
    detail = f"{len(state.approvals)} van {ledger.NEEDED} goedkeuringen"
    return Condition(name, GOOD if state.approved else OPEN, detail)
