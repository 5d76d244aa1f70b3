"""Run a public command in a process of its own; when it fails, say what it said."""

from __future__ import annotations

import subprocess
import sys

from leerloopbaan.errors import LeerloopbaanError

LINES_SHOWN = 40


def leerloopbaan(*arguments: str) -> None:
    """Run `leerloopbaan` with these arguments; raises LeerloopbaanError when it fails."""
    call([sys.executable, "-m", "leerloopbaan", *arguments], f"leerloopbaan {arguments[0]}")


def call(command: list[str], name: str) -> None:
    """Run a command quietly; raises LeerloopbaanError with its last lines when it fails."""
    result = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if result.returncode != 0:
        said = "\n".join(result.stdout.strip().splitlines()[-LINES_SHOWN:])
        raise LeerloopbaanError(
            f"`{name}` stopped with exit code {result.returncode}. It said:\n{said}"
        )
