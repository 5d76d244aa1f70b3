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
from leerloopbaan.evidence.collect import Collected
from leerloopbaan.evidence.rows import sha256
from leerloopbaan.register.generate import drift, generated_files
from leerloopbaan.register.load import known_cities, load_register
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
    return _command(check, name, collected)


def _rule(check: str, name: str, collected: Collected) -> Result:
    if not collected.deliveries:
        return Result(check, NONE, detail="nog geen levering beoordeeld")
    hits = [f for f in collected.findings if f["regel"] == name]
    last = max(d["ontvangen"] for d in collected.deliveries)
    told = f"{len(hits)} bevinding(en)" if hits else "op elke levering toegepast, geen bevinding"
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
    detail = f"{len(statuses)} tests, {failed} niet geslaagd" if statuses else "niet uitgevoerd"
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
    detail = f"{len(cases)} tests, {failed} mislukt, {skipped} overgeslagen"
    return Result(check, BAD if failed else GOOD, when, detail, path.name, sha256(path))


def _command(check: str, name: str, collected: Collected) -> Result:
    return {
        "protocol check": _register,
        "protocol diff": _register,
        "evidence": _this_dossier,
        "retention": _retention,
        "audit": _audit,
        "release": _release,
        "deliveries": _deliveries,
        "findings": _findings,
        "terugmelding": _findings,
    }.get(name, _unknown)(check, collected)


def _unknown(check: str, _: Collected) -> Result:
    return Result(check, NONE, detail="deze opdracht laat geen bewijs na")


def _this_dossier(check: str, _: Collected) -> Result:
    return Result(check, GOOD, detail="dit dossier")


def _deliveries(check: str, collected: Collected) -> Result:
    if not collected.deliveries:
        return Result(check, NONE, detail="nog geen levering beoordeeld")
    last = max(row["ontvangen"] for row in collected.deliveries)
    return Result(check, GOOD, last, f"{len(collected.deliveries)} in het leveringsregister")


def _findings(check: str, collected: Collected) -> Result:
    if not collected.deliveries:
        return Result(check, NONE, detail="nog geen levering beoordeeld")
    late = [row for row in collected.findings if row["over_tijd"] == "ja"]
    detail = f"{len(collected.findings)} bevinding(en), {len(late)} over tijd"
    last = max((row["vastgesteld"] for row in collected.findings), default="")
    return Result(check, BAD if late else GOOD, last, detail, "bevindingen")


def _retention(check: str, collected: Collected) -> Result:
    if not collected.deliveries:
        return Result(check, NONE, detail="er is nog niets geleverd")
    if collected.overdue:
        tables = ", ".join(sorted({row["tabel"] for row in collected.overdue}))
        return Result(check, BAD, detail=f"over de bewaartermijn: {tables}")
    done = f", {len(collected.certificates)} certificaat(en) van vernietiging"
    return Result(check, GOOD, detail=f"niets is over zijn bewaartermijn{done}")


def _audit(check: str, collected: Collected) -> Result:
    of_release = {row["vrijgave"]: row for row in collected.audits}
    out = [row["vrijgave"] for row in collected.releases if row["stand"] != "ingetrokken"]
    if not out:
        return Result(check, NONE, detail="er is geen vrijgave om aan te vallen")
    if missing := [name for name in out if name not in of_release]:
        return Result(check, NONE, detail=f"nog niet aangevallen: {', '.join(missing)}")
    last = max(of_release[name]["uitgevoerd_op"] for name in out)
    unsafe = [name for name in out if of_release[name]["oordeel"] != "veilig"]
    if unsafe:
        return Result(check, BAD, last, f"onveilig: {', '.join(unsafe)}")
    return Result(check, GOOD, last, f"{len(out)} vrijgave(n) veilig bevonden")


def _release(check: str, collected: Collected) -> Result:
    if not collected.releases:
        return Result(check, NONE, detail="nog geen vrijgave gemaakt")
    changed = [row["vrijgave"] for row in collected.releases if row["ongewijzigd"] != "ja"]
    if changed:
        return Result(check, BAD, detail=f"niet meer zoals gemaakt: {', '.join(changed)}")
    last = max(row["gebouwd"] for row in collected.releases)
    return Result(check, GOOD, last, f"{len(collected.releases)} vrijgave(n), ongewijzigd")


def _register(check: str, _: Collected) -> Result:
    protocols = [load_register(city) for city in known_cities()]
    drifted = drift(home.project_root(), generated_files(protocols))
    detail = f"{len(drifted)} afgeleide bestanden wijken af van het register"
    return Result(check, BAD if drifted else GOOD, detail=detail, source="protocols/")
