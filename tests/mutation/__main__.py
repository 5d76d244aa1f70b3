"""Mutate the models and say who notices: `python -m mutation [--city C] [--sample N] [--seed S]`.

Builds the city at scale 0.05 and the oracle's careers in `mutanten/` in the home, once; remove
that directory after a change of the models. Results are kept per mutant, so that a run that is
stopped goes on where it was.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
from collections import Counter
from dataclasses import asdict
from pathlib import Path

from leerloopbaan import home
from mutation.base import build, settings
from mutation.bench import Bench
from mutation.judge import Judge, Verdict
from mutation.mutants import Mutant, mutants

# Staging is generated from the register; quality models are checks, not figures; the marts and
# what decides about cells need the disclosure engine, whose own tests break it.
FOLDERS = ("staging", "intermediate", "cells", "marts")
CAUGHT_AT_LEAST = 0.9
ORACLE_CITY = "antwerpen"


def main() -> int:
    """Run and report; 1 when fewer than nine in ten mutants are caught."""
    options = _options()
    workplace = home.home() / "mutanten"
    build(options.city, workplace)
    os.environ |= settings(workplace)
    results = workplace / f"{options.city}.jsonl"
    bench = Bench(options.city, workplace / "target" / options.city / "manifest.json")
    judge = Judge(bench, workplace / "orakel" if options.city == ORACLE_CITY else None)
    chosen = sample(every_mutant(bench, options.model), options.sample, options.seed)
    known = _read(results)
    print(f"{options.city}: {len(chosen)} mutants, {sum(m.id in known for m in chosen)} known")
    with results.open("a", encoding="utf-8") as out:
        for number, mutant in enumerate(chosen, start=1):
            if mutant.id in known:
                continue
            verdict = judge.verdict(mutant)
            known[mutant.id] = verdict
            out.write(json.dumps(asdict(verdict), ensure_ascii=False) + "\n")
            out.flush()
            if number % 50 == 0:
                print(f"  {number} of {len(chosen)}", flush=True)
    verdicts = [known[m.id] for m in chosen]
    print("\n".join(summary(verdicts)))
    caught = sum(v.caught_by is not None for v in verdicts)
    return 0 if not verdicts or caught / len(verdicts) >= CAUGHT_AT_LEAST else 1


def every_mutant(bench: Bench, only: str | None = None) -> list[Mutant]:
    """All mutants of a city's models, model by model."""
    found: list[Mutant] = []
    for name in sorted(bench.models):
        node = bench.models[name]
        if node["fqn"][1] in FOLDERS and (only is None or name == only):
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


def summary(verdicts: list[Verdict]) -> list[str]:
    """Who caught what, per model; then every survivor."""
    lines = []
    by = Counter(v.caught_by or "SURVIVED" for v in verdicts)
    for who, count in by.most_common():
        lines.append(f"{count:>6}  {who}")
    caught = len(verdicts) - by["SURVIVED"]
    lines.append(
        f"{caught} of {len(verdicts)} caught ({100 * caught / max(len(verdicts), 1):.1f} %)"
    )
    for verdict in verdicts:
        if verdict.caught_by is None:
            told = "no difference in the data" if verdict.same else "DIFFERENT"
            changed = f"{verdict.was} → {verdict.now}"
            lines.append(f"- {verdict.model} [{verdict.kind}] {changed} ({told}; {verdict.id})")
    return lines


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
    parser.add_argument("--model", help="this model alone")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
