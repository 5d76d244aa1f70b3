"""Which marts and outputs a change reaches: dbt's comparison with an earlier state."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from leerloopbaan import home
from leerloopbaan.errors import LeerloopbaanError


@dataclass(frozen=True)
class Reach:
    """What changed, and what follows from it: models, marts among them, and exposures."""

    changed: tuple[str, ...]
    models: tuple[str, ...]
    marts: tuple[str, ...]
    exposures: tuple[str, ...]

    def lines(self) -> list[str]:
        """The same for a reader, in Dutch."""
        if not self.changed:
            return ["Niets is gewijzigd."]
        parts = (
            ("gewijzigd", self.changed),
            ("raakt de marts", self.marts),
            ("raakt de uitgaven", self.exposures),
        )
        return [f"{title}: {', '.join(names) or 'geen'}" for title, names in parts] + [
            f"modellen die opnieuw gebouwd moeten worden: {len(self.models)}"
        ]


def reach(city: str, state: Path) -> Reach:
    """Compare the project as it stands with the manifest in `state` (a build's target)."""
    if not (state / "manifest.json").exists():
        raise LeerloopbaanError(
            f"er is geen manifest.json in {state.name}.",
            remedy="Geef met --state de target-map van een eerdere bouw.",
        )
    with tempfile.TemporaryDirectory() as folder:
        changed = _listed(city, state, "state:modified", Path(folder))
        reached = _listed(city, state, "state:modified+", Path(folder))
    return Reach(
        changed=_names(changed, "model", "seed"),
        models=_names(reached, "model"),
        marts=tuple(n for n in _names(reached, "model", layer="marts")),
        exposures=_names(reached, "exposure"),
    )


def _names(nodes: list[dict[str, str]], *kinds: str, layer: str | None = None) -> tuple[str, ...]:
    return tuple(
        sorted(
            node["name"]
            for node in nodes
            if node["resource_type"] in kinds
            and (layer is None or node["original_file_path"].startswith(f"models/{layer}/"))
        )
    )


def _listed(city: str, state: Path, select: str, target: Path) -> list[dict[str, str]]:
    root = home.project_root()
    done = subprocess.run(
        [str(Path(sys.executable).with_name("dbt")), "--quiet", "--no-use-colors",
         "--log-path", str(target), "ls", "--select", select, "--state", str(state.resolve()),
         "--target", city, "--target-path", str(target), "--output", "json",
         "--output-keys", "name", "resource_type", "original_file_path",
         "--resource-type", "model", "--resource-type", "seed", "--resource-type", "exposure",
         "--project-dir", str(root), "--profiles-dir", str(root)],
        env={**os.environ, "LEERLOOPBAAN_NO_VAULT": "1"},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    if done.returncode:
        # Nothing that changed is no fault, whatever dbt makes of an empty selection.
        if "does not match any" in done.stdout + done.stderr:
            return []
        raise LeerloopbaanError(
            f"dbt ls stopped with exit code {done.returncode}:\n{done.stdout[-1500:]}"
        )
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
