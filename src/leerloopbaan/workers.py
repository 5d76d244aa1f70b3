"""Processes for work that is worth more than one processor."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import parent_process
from multiprocessing.context import SpawnContext, SpawnProcess
from threading import Lock, Thread


def processes(most: int = 2) -> int:
    """How many processes are worth while on this machine."""
    return max(1, min(most, os.cpu_count() or 1))


def pool(workers: int) -> ProcessPoolExecutor:
    """New processes (a fork would copy the locks of threads), that end when this one is killed."""
    return ProcessPoolExecutor(workers, mp_context=_Context(), initializer=_end_with_parent)


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


def _end_with_parent() -> None:
    Thread(target=_wait, daemon=True).start()


def _wait() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
