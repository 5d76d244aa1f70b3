"""Mutate the models and say who notices: `python -m mutation [--city C] [--sample N] [--seed S]`.

Builds the city at scale 0.05 and the oracle's careers in `mutanten/` in the home, and builds again
what has changed. Verdicts are kept per mutant, so that a run that is stopped goes on where it was;
those of other models or tests than these are not used. `--built HOME` tries the survivors again on
a larger city: they count as survivors all the same, but it says which want a row that it has.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from dataclasses import asdict
from fnmatch import fnmatch
from pathlib import Path

import yaml

from leerloopbaan import home
from mutation.base import build, judged_by
from mutation.bench import Bench
from mutation.judge import Verdict
from mutation.mutants import Mutant, mutants
from mutation.work import bench_of, verdicts

# Quality models are checks, not figures: what breaks one shows where the others are tested.
FOLDERS = ("staging", "intermediate", "cells", "suppression", "marts")
CAUGHT_AT_LEAST = 0.9
Judged = dict[str, dict[str, str]]
JUDGED = Path(__file__).with_name("judged.yml")


def main() -> int:
    """Run and report; 1 when fewer than nine in ten mutants are caught."""
    options = _options()
    workplace = home.home() / "mutanten"
    workplace.mkdir(parents=True, exist_ok=True)
    build(options.city, workplace)
    results = workplace / f"{options.city}-{judged_by()[:12]}.jsonl"
    bench = bench_of(options.city, workplace)
    chosen = sample(every_mutant(bench, options.model), options.sample, options.seed)
    known = _tried(options.city, workplace, chosen, results)
    judged = [known[m.id] for m in chosen]
    told: dict[str, str] = {}
    if options.built:
        left = [m for m in chosen if known[m.id].caught_by is None]
        elsewhere = _tried(
            options.city, workplace, left, results.with_suffix(".elders.jsonl"), options.built
        )
        told = {v.id: v.caught_by or "DIFFERENT" for v in elsewhere.values() if not v.same}
    print("\n".join(summary(judged, judgements(), told)))
    caught = sum(v.caught_by is not None for v in judged)
    return 0 if not judged or caught / len(judged) >= CAUGHT_AT_LEAST else 1


def _tried(
    city: str, workplace: Path, mutants: list[Mutant], results: Path, built: Path | None = None
) -> dict[str, Verdict]:
    """Verdicts by id; those that `results` has already are not sought again."""
    known = _read(results)
    todo = [mutant for mutant in mutants if mutant.id not in known]
    print(f"{city}: {len(mutants)} mutants, {len(mutants) - len(todo)} known", flush=True)
    with results.open("a", encoding="utf-8") as out:
        for number, verdict in enumerate(verdicts(city, workplace, todo, built), start=1):
            known[verdict.id] = verdict
            out.write(json.dumps(asdict(verdict), ensure_ascii=False) + "\n")
            out.flush()
            if number % 100 == 0:
                print(f"  {number} of {len(todo)}", flush=True)
    return known


def every_mutant(bench: Bench, only: str = "*") -> list[Mutant]:
    """All mutants of a city's models, model by model."""
    found: list[Mutant] = []
    for name in sorted(bench.models):
        node = bench.models[name]
        if node["fqn"][1] in FOLDERS and fnmatch(name, only):
            found += mutants(name, node["compiled_code"])
    return found


def sample(among: list[Mutant], size: int | None, seed: int) -> list[Mutant]:
    """All, or so many: drawn evenly over the models, so that generated SQL does not drown rules."""
    if size is None or size >= len(among):
        return among
    chance = random.Random(seed)
    per_model: dict[str, list[Mutant]] = {}
    for mutant in among:
        per_model.setdefault(mutant.model, []).append(mutant)
    for group in per_model.values():
        chance.shuffle(group)
    chosen: list[Mutant] = []
    while len(chosen) < size:
        for group in per_model.values():
            if group and len(chosen) < size:
                chosen.append(group.pop())
    return sorted(chosen, key=lambda m: (m.model, m.id))


def judgements() -> dict[str, dict[str, str]]:
    """What people found of survivors, by their id: `equivalent`, the same table on any data, and
    why; `wants`, the row that would tell and that no data set has."""
    groups = yaml.safe_load(JUDGED.read_text(encoding="utf-8"))
    return {
        kind: {one: group["why"] for group in groups[kind] for one in group["mutants"]}
        for kind in ("equivalent", "wants")
    }


def summary(verdicts: list[Verdict], judged: Judged, told: dict[str, str]) -> list[str]:
    """Who caught what; then every survivor: who tells it on another city, or how it was judged."""
    lines = []
    by = Counter(v.caught_by or "SURVIVED" for v in verdicts)
    for who, count in by.most_common():
        lines.append(f"{count:>6}  {who}")
    caught, total = len(verdicts) - by["SURVIVED"], len(verdicts)
    same = [v for v in verdicts if v.caught_by is None and v.id in judged["equivalent"]]
    lines.append(f"{caught} of {total} caught ({_percent(caught, total)})")
    if same:
        others = total - len(same)
        lines.append(
            f"{caught} of {others} caught ({_percent(caught, others)}) "
            f"without {len(same)} that were judged equivalent"
        )
    for verdict in verdicts:
        if verdict.caught_by is None:
            lines.append(
                f"- {verdict.model} [{verdict.kind}] {verdict.was} → {verdict.now} "
                f"({_judgement(verdict, judged, told)}; {verdict.id})"
            )
    return lines


def _judgement(verdict: Verdict, judged: Judged, told: dict[str, str]) -> str:
    if verdict.id in told:
        return f"told elsewhere: {told[verdict.id]}"
    for kind, why in judged.items():
        if verdict.id in why:
            return f"{kind}: {why[verdict.id]}"
    return "no difference in the data" if verdict.same else "DIFFERENT"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / max(whole, 1):.1f} %"


def _read(file: Path) -> dict[str, Verdict]:
    if not file.exists():
        return {}
    rows = (json.loads(line) for line in file.read_text(encoding="utf-8").splitlines())
    return {row["id"]: Verdict(**row) for row in rows}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="mutation", description=__doc__)
    parser.add_argument("--city", default="antwerpen")
    parser.add_argument("--sample", type=int, help="so many mutants, evenly over the models")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--model", default="*", help="these models alone: a name, or a pattern")
    parser.add_argument(
        "--built", type=Path, help="try survivors again on the city that was built in this home"
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
