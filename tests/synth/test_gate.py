"""The gate finds every planted fault, and nothing in a sound delivery but what may be there."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from leerloopbaan.intake.deliver import deliver
from leerloopbaan.keys.secrets import make_demo_secret
from leerloopbaan.synth.basis import Format, Request
from leerloopbaan.synth.faults import Fault
from leerloopbaan.synth.generate import generate, known_faults

pytestmark = pytest.mark.full
RECEIVED = dt.datetime(2025, 6, 16, 9, 0)
SCALE = {"antwerpen": 0.02, "gent": 0.003}
# Only a text file can break off in the middle of a line.
FORMAT: dict[str, Format] = {"antwerpen": "csv", "gent": "parquet"}
# Parallel enrolments and repeated leavers are in every delivery: they are asked about. Ghent's
# oldest years come in deliveries of their own: late.
MAY_BE_THERE = {"twee_hoofdinschrijvingen", "vsv_herhaald", "levering_laat"}
ALL = [(city, f) for city in SCALE for f in known_faults(city)]


@pytest.fixture
def vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LEERLOOPBAAN_HOME", str(tmp_path / "home"))
    return tmp_path / "levering"


def rules_found(city: str, out: Path, *faults: str) -> set[str]:
    """Rules that the gate names for the lists and the deliveries (faults: for the first one)."""
    generate(Request(city, out, SCALE[city], seed=3, faults=faults, format=FORMAT[city]))
    make_demo_secret(city)
    found: set[str] = set()
    deliveries = sorted(out.glob("levering*"))
    for directory in (out / "referentie", *deliveries[: 1 if faults else None]):
        result = deliver(city, [directory], RECEIVED, synthetic=True)
        found |= {finding.regel for finding in result.bevindingen}
    return found


@pytest.mark.parametrize("city", SCALE)
def test_a_sound_delivery_passes(vault: Path, city: str) -> None:
    assert rules_found(city, vault) <= MAY_BE_THERE


@pytest.mark.parametrize(("city", "fault"), ALL, ids=lambda v: getattr(v, "name", v))
def test_the_gate_finds_the_fault(vault: Path, city: str, fault: Fault) -> None:
    assert fault.rule in rules_found(city, vault, fault.name)
