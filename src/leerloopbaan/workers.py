"""Processes for work that is worth more than one processor."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import parent_process
from multiprocessing.context import SpawnContext, SpawnProcess
from threading import Lock, Thread
from typing import Any, TypeVar

T = TypeVar("T")

# Before the collector looks at the youngest: Python's own 700 is little.
_NEW_OBJECTS = 50_000


def processes(most: int = 2) -> int:
    """How many processes are worth while on this machine."""
    return max(1, min(most, os.cpu_count() or 1))


def pool(workers: int) -> ProcessPoolExecutor:
    """New processes (a fork would copy the locks of threads), that end when this one is killed."""
    return ProcessPoolExecutor(workers, mp_context=_Context(), initializer=_start)


def apart(work: Callable[..., T], *arguments: Any) -> T:
    """What `work` gives, from a process of its own: meanwhile the caller's other threads go on.

    Python computes in one thread at a time: dbt's other models would wait for this one.
    """
    with pool(1) as executor:
        return executor.submit(work, *arguments).result()


def keep_what_is_loaded() -> None:
    """Let the collector look seldom, and never again at what is there now: modules, dbt's manifest.

    They stay until the process ends; going through them takes some 5 % of a build. References are
    counted as before (https://docs.python.org/3.11/library/gc.html#gc.freeze).
    """
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS, *gc.get_threshold()[1:])


class _Process(SpawnProcess):
    """A process that does not run the caller's script first: dbt's would load all of dbt."""

    def start(self) -> None:
        with _no_script():
            super().start()


class _Context(SpawnContext):
    Process = _Process


_starting = Lock()


@contextmanager
def _no_script() -> Iterator[None]:
    main = vars(sys.modules["__main__"])
    with _starting:
        file = main.pop("__file__", None)
        try:
            yield
        finally:
            if file is not None:
                main["__file__"] = file


def _start() -> None:
    keep_what_is_loaded()
    Thread(target=_wait, daemon=True).start()


def _wait() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
