"""The steps of one city's build, in order, each skipped when nothing that it reads changed."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from leerloopbaan import home
from leerloopbaan.build import stamps
from leerloopbaan.build.commands import call, leerloopbaan
from leerloopbaan.build.deliveries import LISTS, deliveries, write_deliveries
from leerloopbaan.build.plan import Outcome, Plan
from leerloopbaan.disclosure.memory import forget_all
from leerloopbaan.duck import vault_connection
from leerloopbaan.errors import LeerloopbaanError, RefusedError
from leerloopbaan.keys.secrets import has_own_secret, make_demo_secret

# Within both protocols' validity and before the last 30 June, which synthetic deliveries do not
# hold; one fixed day keeps every run's output the same.
RECEIVED = "2025-06-16"
Announce = Callable[[str], None]


@dataclass(frozen=True)
class _Run:
    plan: Plan
    outcome: Outcome
    announce: Announce

    @property
    def city(self) -> str:
        return self.plan.city


def cities() -> list[str]:
    """Cities with a register, indicators and models, in the order of their names."""
    root = home.project_root()
    return sorted(
        path.stem
        for path in (root / "protocols").glob("*.yml")
        if (root / "protocols" / "indicatoren" / path.name).exists()
        and any((root / "models" / "staging" / path.stem).glob("*.sql"))
    )


def build_city(plan: Plan, announce: Announce) -> Outcome:
    """Build one city; raises LeerloopbaanError with what a failed step said.

    A city with a secret of its own gets no synthetic deliveries: what was landed is built. The
    run report is written either way; the error of a failed step names it.
    """
    outcome = Outcome(plan.city, synthetic=not has_own_secret(plan.city))
    run = _Run(plan, outcome, announce)
    try:
        _build(run)
    except LeerloopbaanError as error:
        if outcome.at is not None and (page := _report(run, failed=outcome.at)):
            error.remedy = f"{error.remedy}\nRun report: {page}".lstrip()
        raise
    outcome.report = _report(run)
    return outcome


def land(plan: Plan, announce: Announce) -> None:
    """Only the synthetic deliveries and their intake, for a tool that builds by itself."""
    if not home.landing_file(plan.city).exists():
        make_demo_secret(plan.city)
    _deliver(_Run(plan, Outcome(plan.city, synthetic=True), announce))


def _build(run: _Run) -> None:
    city, outcome = run.city, run.outcome
    if outcome.synthetic:
        if not home.landing_file(city).exists():
            make_demo_secret(city)
        landed = _deliver(run)
    elif home.landing_file(city).exists():
        state = home.landing_file(city).stat()
        landed = f"{state.st_size} {state.st_mtime_ns}"
    else:
        raise LeerloopbaanError(
            f"{city} has its own secret and no delivery.",
            remedy=f"Run: leerloopbaan intake --city {city} --received YYYY-MM-DD FILE...",
        )
    built = _dbt(run, landed)
    if has_marts(city):
        _release(run, built)


def _report(run: _Run, failed: str | None = None) -> Path | None:
    """Write the run report; None when even that fails (a lost secret, a full disk)."""
    try:
        leerloopbaan("report", "--city", run.city, *(("--failed", failed) if failed else ()))
    except LeerloopbaanError:
        if failed is None:
            raise
        return None
    return home.vault(run.city) / "runs" / "rapport.html"


def has_marts(city: str) -> bool:
    """Whether the city's marts are built: without proof of secrecy there are none to release."""
    manifest = json.loads((target_directory(city) / "manifest.json").read_text(encoding="utf-8"))
    return any(node["schema"] == "marts" for node in manifest["nodes"].values())


def target_directory(city: str) -> Path:
    """Where dbt writes the artefacts of a city's build (DBT_TARGET_PATH moves it)."""
    return Path(os.environ.get("DBT_TARGET_PATH", home.project_root() / "target")) / city


def _start_anew(city: str) -> None:
    """Remove the landing and warehouse of an earlier synthetic run; refuse for anything else."""
    landing = home.landing_file(city)
    if landing.exists():
        with vault_connection(city, landing="read_only") as connection:
            query = "select count(*) from landing.intake.leveringen where not synthetisch"
            (real,) = connection.execute(query).fetchone() or (0,)
        if real:
            raise RefusedError(
                f"{landing.name} of {city} holds deliveries that are not synthetic.",
                remedy="Set the city's own secret, or LEERLOOPBAAN_HOME to another directory.",
            )
    for path in (landing, home.warehouse_file(city)):
        path.unlink(missing_ok=True)
    forget_all(city)


def _deliver(run: _Run) -> str:
    city, plan, root = run.city, run.plan, home.project_root()
    source = root / "src" / "leerloopbaan"
    folder = home.home() / "synthetisch" / city
    wanted = stamps.key(
        source / "synth",
        source / "build" / "deliveries.py",
        *_register(city),
        f"{plan.scale} {plan.seed}",
    )

    def synth() -> None:
        _start_anew(city)
        write_deliveries(plan, folder)

    _step(run, "synth", wanted, [folder / "grondwaarheid.json"], synth)
    wanted = stamps.key(wanted, source / "intake", source / "register")

    def intake() -> None:
        leerloopbaan(
            "intake", "--city", city, "--received", RECEIVED, "--synthetic", "--each",
            *(str(delivery) for delivery in (folder / LISTS, *deliveries(folder))),
        )  # fmt: skip

    _step(run, "intake", wanted, [home.landing_file(city)], intake)
    return wanted


def _dbt(run: _Run, landed: str) -> str:
    city, root = run.city, home.project_root()
    parts = [root / part for part in ("models", "macros", "seeds", "tests/dbt")]
    wanted = stamps.key(
        landed,
        *(part for part in parts if part.exists()),
        root / "dbt_project.yml",
        root / "src" / "leerloopbaan" / "disclosure",
        root / "src" / "leerloopbaan" / "keys",
        *_register(city),
    )

    def dbt() -> None:
        call(
            [str(Path(sys.executable).with_name("dbt")), "--no-use-colors", "build",
             "--target", city,
             "--target-path", str(target_directory(city)),
             "--log-path", os.environ.get("DBT_LOG_PATH", str(target_directory(city))),
             "--project-dir", str(root), "--profiles-dir", str(root)],
            "dbt build",
        )  # fmt: skip

    _step(run, "dbt build", wanted, [home.warehouse_file(city)], dbt)
    return wanted


def _release(run: _Run, built: str) -> None:
    source = home.project_root() / "src" / "leerloopbaan"
    # What figures are packed in, and what looks at them before they go.
    parts = ("release", "pages", "vroegsignaal", "audit")
    wanted = stamps.key(built, *(source / part for part in parts))

    def release() -> None:
        leerloopbaan("release", "--city", run.city)

    _step(run, "release", wanted, [home.releases(run.city) / "current"], release)


def _step(
    run: _Run, name: str, wanted: str, outputs: Sequence[Path], work: Callable[[], None]
) -> None:
    if not run.plan.force and stamps.is_done(run.city, name, wanted, outputs):
        run.outcome.seconds[name] = None
        return
    run.announce(name)
    run.outcome.at = name
    stamps.forget(run.city, name)
    start = time.monotonic()
    work()
    run.outcome.at = None
    run.outcome.seconds[name] = time.monotonic() - start
    stamps.done(run.city, name, wanted)


def _register(city: str) -> tuple[Path, Path]:
    protocols = home.project_root() / "protocols"
    return protocols / f"{city}.yml", protocols / "indicatoren" / f"{city}.yml"
