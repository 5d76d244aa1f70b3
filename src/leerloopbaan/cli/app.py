"""The command `leerloopbaan`: finds the subcommand, turns errors into one clear line."""

from __future__ import annotations

import sys
from importlib import import_module

import typer
from rich.console import Console
from rich.markup import escape

from leerloopbaan.errors import LeerloopbaanError, kind_and_place

# One module per group of commands; each defines `register(app)`.
COMMAND_MODULES = (
    "build",
    "protocol",
    "synth",
    "intake",
    "gate",
    "keys",
    "disclosure",
    "release",
    "report",
    "serve",
    "access",
    "lineage",
    "docs",
    "evidence",
)


def build_app() -> typer.Typer:
    """The application with the commands of every module."""
    app = typer.Typer(
        name="leerloopbaan",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    # With a callback a single command keeps its name, and no command shows the help.
    app.callback()(_root)
    for name in COMMAND_MODULES:
        import_module(f"leerloopbaan.cli.{name}").register(app)
    return app


def _root() -> None:
    """From confidential pupil deliveries to indicators that anyone may see."""


def main() -> None:
    """Run the command line. Exit codes: see docs/architecture.md."""
    console = Console(stderr=True, highlight=False)
    try:
        build_app()()
    except LeerloopbaanError as error:
        console.print(f"[bold red]fout:[/] {escape(str(error))}", markup=True, soft_wrap=True)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        console.print("afgebroken")
        sys.exit(130)
    except Exception as error:
        # The text of an unforeseen error may hold a pupil's value: only its kind is shown.
        console.print(f"fout: onverwachte {kind_and_place(error)} (zonder waarden)")
        sys.exit(1)


if __name__ == "__main__":
    main()
