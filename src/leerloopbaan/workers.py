"""Processes for work that is worth more than one processor."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from threading import Thread


def processes(most: int = 2) -> int:
    """How many processes are worth while on this machine."""
    return max(1, min(most, os.cpu_count() or 1))


def pool(workers: int) -> ProcessPoolExecutor:
    """New processes (a fork would copy the locks of threads), that end when this one is killed."""
    return ProcessPoolExecutor(
        workers, mp_context=get_context("spawn"), initializer=_end_with_parent
    )


def _end_with_parent() -> None:
    Thread(target=_wait, daemon=True).start()


def _wait() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
