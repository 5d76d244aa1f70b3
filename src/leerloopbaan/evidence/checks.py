"""The last result of every check that the register names for an obligation.

A check is `regel:<code>` (a rule of the gate), `dbt:<name>` (a dbt test, by its own name or that
of its generic test), `test:<folder>` (a folder of tests: all of dbt's, or those of the test run's
JUnit file), or `opdracht:<command>` (a command and what it left).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from leerloopbaan import home
from leerloopbaan.build.steps import target_directory
from leerloopbaan.evidence.collect import UNSENT, WAITING, Collected
from leerloopbaan.evidence.rows import amount, sha256
from leerloopbaan.register.generate import drift, generated_files
from leerloopbaan.register.load import known_cities, load_register, register_file
from leerloopbaan.register.schema import Protocol

GOOD, BAD, NONE = "in orde", "niet in orde", "geen bewijs"

DBT_TESTS = "tests/dbt"


@dataclass(frozen=True)
class Result:
    """The last result of one check; `source` names the artefact, `digest` its SHA-256."""

    check: str
    outcome: str
    when: str = ""
    detail: str = ""
    source: str = ""
    digest: str = ""


def junit_file() -> Path:
    """Where `make test` leaves the results of its last run."""
    return home.home() / "tests" / "junit.xml"


def result_of(check: str, protocol: Protocol, collected: Collected) -> Result:
    """The last result of one check of a city; `geen bewijs` when it has left none."""
    kind, _, name = check.partition(":")
    if kind == "regel":
        return _rule(check, name, collected)
    if kind == "dbt" or name == DBT_TESTS:
        return _dbt(check, protocol.stad, name if kind == "dbt" else None)
    if kind == "test":
        return _pytest(check, name)
    if name.startswith("protocol"):
        return _register(check, protocol, collected)
    return _command(check, name, collected)


def _rule(check: str, name: str, collected: Collected) -> Result:
    if not collected.deliveries:
        return Result(check, NONE, detail="nog geen levering beoordeeld")
    hits = [f for f in collected.findings if f["regel"] == name]
    last = max(d["ontvangen"] for d in collected.deliveries)
    found = amount(len(hits), "bevinding", "bevindingen") if hits else "geen bevinding"
    told = f"op elke levering toegepast, {found}"
    return Result(check, GOOD, when=last, detail=told, source="leveringsregister")


def _dbt(check: str, city: str, wanted: str | None) -> Result:
    path = target_directory(city) / "run_results.json"
    if not path.exists():
        return Result(check, NONE, detail="dbt build is nog niet uitgevoerd")
    data = json.loads(path.read_text(encoding="utf-8"))
    tests = [r for r in data["results"] if r["unique_id"].startswith(("test.", "unit_test."))]
    if wanted is not None:
        tests = [r for r in tests if dbt_test_matches(r["unique_id"], wanted)]
    statuses = [r["status"] for r in tests]
    failed = sum(status not in ("pass", "success", "warn") for status in statuses)
    outcome = BAD if failed else GOOD if statuses else NONE
    when = str(data["metadata"]["generated_at"])[:19]
    tests_run = amount(len(statuses), "toets", "toetsen")
    detail = f"{tests_run}, {failed} niet geslaagd" if statuses else "niet uitgevoerd"
    return Result(check, outcome, when, detail, f"{city}/run_results.json", sha256(path))


def dbt_test_matches(unique_id: str, wanted: str) -> bool:
    """Whether a dbt test, by its unique id, is the test or generic test that a check names.

    A unique id is `test.<project>.<name>[.<hash>]`; a generic test's name starts with its kind,
    after `source_` when it looks at a source.
    """
    name = unique_id.split(".")[-1 if unique_id.startswith("unit_test.") else 2]
    name = name.removeprefix("source_")
    return name == wanted or name.startswith(f"{wanted}_")


def _pytest(check: str, folder: str) -> Result:
    path = junit_file()
    if not path.exists():
        return Result(check, NONE, detail="make test is nog niet uitgevoerd")
    prefix = folder.replace("/", ".") + "."
    root = ElementTree.parse(path).getroot()
    cases = [c for c in root.iter("testcase") if f"{c.get('classname')}.".startswith(prefix)]
    failed = sum(c.find("failure") is not None or c.find("error") is not None for c in cases)
    skipped = sum(c.find("skipped") is not None for c in cases)
    if len(cases) == skipped:
        return Result(check, NONE, detail="geen test uitgevoerd")
    suite = next(iter(root.iter("testsuite")), root)
    when = str(suite.get("timestamp", ""))[:19]
    detail = f"{amount(len(cases), 'test', 'tests')}, {failed} mislukt"
    detail += f", {skipped} overgeslagen" if skipped else ""
    return Result(check, BAD if failed else GOOD, when, detail, path.name, sha256(path))


def _command(check: str, name: str, collected: Collected) -> Result:
    return {
        "evidence": _this_dossier,
        "retention": _retention,
        "audit": _audit,
        "release": _release,
        "deliveries": _deliveries,
        "findings": _findings,
        "terugmelding": _reported,
    }.get(name, _unknown)(check, collected)


def _unknown(check: str, _: Collected) -> Result:
    return Result(check, NONE, detail="deze opdracht laat geen bewijs na")


def _this_dossier(check: str, collected: Collected) -> Result:
    return Result(check, GOOD, collected.day, "dit dossier", "dossier.json")


def _deliveries(check: str, collected: Collected) -> Result:
    if not collected.deliveries:
        return Result(check, NONE, detail="nog geen levering beoordeeld")
    last = max(row["ontvangen"] for row in collected.deliveries)
    told = amount(len(collected.deliveries), "levering", "leveringen")
    return Result(check, GOOD, last, told, "leveringsregister")


def _findings(check: str, collected: Collected) -> Result:
    """The clocks of article 7: every finding within its term."""
    if not collected.deliveries:
        return Result(check, NONE, detail="nog geen levering beoordeeld")
    late = [row for row in collected.findings if row["over_tijd"] != "nee"]
    closed = sum(row["stand"] == "gesloten" for row in collected.findings)
    detail = (
        f"{amount(len(collected.findings), 'bevinding', 'bevindingen')}, {closed} gesloten met "
        f"terugmelding en correctie, {len(late)} over tijd"
    )
    last = max((row["vastgesteld"] for row in collected.findings), default=collected.day)
    return Result(check, BAD if late else GOOD, last, detail, "bevindingen")


def _reported(check: str, collected: Collected) -> Result:
    """Findings are reported to the supplier at once: none may wait."""
    if not collected.deliveries:
        return Result(check, NONE, detail="nog geen levering beoordeeld")
    late = [row for row in collected.findings if row["gemeld"] == UNSENT]
    waiting = [row for row in collected.findings if row["gemeld"] == WAITING]
    last = max(
        (row["gemeld"] for row in collected.findings if row["gemeld"] not in (UNSENT, WAITING)),
        default=collected.day,
    )
    if late:
        told = f"{amount(len(late), 'bevinding is', 'bevindingen zijn')} niet op tijd gemeld"
        return Result(check, BAD, collected.day, told, "bevindingen")
    if waiting:
        told = f"{amount(len(waiting), 'bevinding is', 'bevindingen zijn')} nog te melden"
        return Result(check, NONE, collected.day, told, "bevindingen")
    sent = len(collected.findings)
    detail = (
        f"{amount(sent, 'bevinding', 'bevindingen')}, alle gemeld" if sent else "niets te melden"
    )
    return Result(check, GOOD, last, detail, "bevindingen")


def _retention(check: str, collected: Collected) -> Result:
    if not collected.deliveries:
        return Result(check, NONE, detail="er is nog niets geleverd")
    if collected.overdue:
        tables = ", ".join(sorted({row["tabel"] for row in collected.overdue}))
        return Result(check, BAD, collected.day, f"over de bewaartermijn: {tables}")
    done = amount(len(collected.certificates), "certificaat", "certificaten")
    last = collected.certificates[-1] if collected.certificates else {}
    return Result(
        check,
        GOOD,
        collected.day,
        f"niets is over zijn bewaartermijn, {done} van vernietiging",
        last.get("certificaat", ""),
        last.get("sha256", ""),
    )


def _audit(check: str, collected: Collected) -> Result:
    of_release = {row["vrijgave"]: row for row in collected.audits}
    out = [row["vrijgave"] for row in collected.releases if row["stand"] != "ingetrokken"]
    if not out:
        return Result(check, NONE, detail="er is geen vrijgave om aan te vallen")
    if missing := [name for name in out if name not in of_release]:
        return Result(check, NONE, detail=f"nog niet aangevallen: {', '.join(missing)}")
    last = max((of_release[name] for name in out), key=lambda row: row["uitgevoerd_op"])
    source, digest = f"{last['vrijgave']}.json", last.get("sha256", "")
    unsafe = [name for name in out if of_release[name]["oordeel"] != "veilig"]
    detail = (
        f"onveilig: {', '.join(unsafe)}"
        if unsafe
        else f"{amount(len(out), 'vrijgave', 'vrijgaven')} veilig bevonden"
    )
    return Result(check, BAD if unsafe else GOOD, last["uitgevoerd_op"], detail, source, digest)


def _release(check: str, collected: Collected) -> Result:
    if not collected.releases:
        return Result(check, NONE, detail="nog geen vrijgave gemaakt")
    changed = [row["vrijgave"] for row in collected.releases if row["ongewijzigd"] != "ja"]
    if changed:
        told = f"niet meer zoals gemaakt: {', '.join(changed)}"
        return Result(check, BAD, collected.day, told)
    last = max(collected.releases, key=lambda row: row["gebouwd"])
    told = f"{amount(len(collected.releases), 'vrijgave', 'vrijgaven')}, ongewijzigd"
    return Result(check, GOOD, last["gebouwd"], told, "manifest.json", last.get("sha256", ""))


def _register(check: str, protocol: Protocol, collected: Collected) -> Result:
    protocols = [load_register(city) for city in known_cities()]
    drifted = drift(home.project_root(), generated_files(protocols))
    told = (
        f"{amount(len(drifted), 'afgeleid bestand wijkt', 'afgeleide bestanden wijken')} af"
        if drifted
        else "alles wat eruit gemaakt wordt, klopt ermee"
    )
    file = register_file(protocol.stad)
    digest = sha256(file) if file.exists() else ""
    outcome = BAD if drifted else GOOD
    return Result(check, outcome, collected.day, told, f"protocols/{file.name}", digest)
