"""Worker processes: nothing of the caller's script runs in them, and none outlives the caller."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow as pa
import pytest

from leerloopbaan.disclosure import DisclosureError
from leerloopbaan.disclosure.protect import protect
from leerloopbaan.workers import apart, pool

_SCRIPT = """
import sys
from leerloopbaan.workers import pool
print("script", __name__, flush=True)
if __name__ == "__main__":
    with pool(2) as executor:
        print(*executor.map(abs, [-1, -2]), flush=True)
    assert __file__, "given back"
"""
_HANGS = """
import time, os
from leerloopbaan.workers import pool
if __name__ == "__main__":
    with pool(1) as executor:
        print(executor.submit(os.getpid).result(), flush=True)
        executor.submit(time.sleep, 600).result()
"""


def _run(path: Path, text: str) -> subprocess.Popen[str]:
    path.write_text(text, encoding="utf-8")
    return subprocess.Popen([sys.executable, str(path)], stdout=subprocess.PIPE, text=True)


def test_the_callers_script_runs_once(tmp_path: Path) -> None:
    process = _run(tmp_path / "aanroeper.py", _SCRIPT)
    said, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    assert said.split("\n")[:2] == ["script __main__", "1 2"]


def test_no_worker_outlives_a_caller_that_is_killed(tmp_path: Path) -> None:
    process = _run(tmp_path / "aanroeper.py", _HANGS)
    assert process.stdout is not None
    worker = int(process.stdout.readline())
    assert _lives(worker)
    process.send_signal(signal.SIGKILL)
    process.wait(timeout=60)
    for _ in range(600):
        if not _lives(worker):
            return
        time.sleep(0.1)
    os.kill(worker, signal.SIGKILL)
    pytest.fail("the worker goes on without its caller")


def _lives(number: int) -> bool:
    """Whether the process runs; one that ended and waits for its parent does not."""
    try:
        state = Path(f"/proc/{number}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except FileNotFoundError:
        return False
    return state[0] != "Z"


def test_work_apart_gives_its_result_and_its_refusal() -> None:
    assert apart(os.getpid) != os.getpid()
    with pytest.raises(DisclosureError) as caught:
        apart(protect, pa.table({"cel_id": ["a"]}))
    assert caught.value.rule == "kolom"
    assert "basis" in caught.value.cells, "whole, as it was raised"


def test_what_is_loaded_is_not_looked_through_again() -> None:
    with pool(1) as executor:
        frozen, threshold = executor.submit(_collector).result()
    assert frozen > 10_000, "the modules that a worker has loaded"
    assert threshold > 10_000, "Python's own is 700"


def _collector() -> tuple[int, int]:
    return gc.get_freeze_count(), gc.get_threshold()[0]
