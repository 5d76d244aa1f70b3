"""A dbt build that is killed: what landed is untouched, and the next build needs no help."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from leerloopbaan import home

from .small_vault import CITY, contents

BUILD = ("dbt.cli.main", "--quiet", "build", "--target", CITY, "--indirect-selection", "cautious",
         "--select", "path:seeds", "path:models/staging", "path:models/intermediate")  # fmt: skip
POINTS = 12


def start() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", *BUILD],
        cwd=home.project_root(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


@pytest.mark.full
def test_a_killed_build_needs_no_help(vault: Path) -> None:
    began = time.monotonic()
    assert start().wait() == 0
    length = time.monotonic() - began
    whole, landed = contents(), home.landing_file(CITY).read_bytes()
    chance = random.Random(11)
    for _ in range(POINTS):
        process = start()
        # The first third is start-up, in which nothing is written.
        time.sleep(chance.uniform(length / 3, length))
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert home.landing_file(CITY).read_bytes() == landed
        contents()  # the warehouse opens
    assert start().wait() == 0
    assert contents() == whole
