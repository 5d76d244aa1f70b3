"""Everything that is made from a register and committed: one function gives all files of a city."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from leerloopbaan import home
from leerloopbaan.register.changes.decisions import accepted_text
from leerloopbaan.register.generate.dbt_cells import cell_plan_files
from leerloopbaan.register.generate.dbt_exposures import exposures_file
from leerloopbaan.register.generate.dbt_macro import macro_file, switch_macro_file
from leerloopbaan.register.generate.dbt_sources import sources_file
from leerloopbaan.register.generate.dbt_staging import staging_file
from leerloopbaan.register.generate.odcs import contract_files
from leerloopbaan.register.schema import Protocol

# A file under these directories that carries the header but is made by no register is left over.
GENERATED_DIRECTORIES = ("models/staging", "models/marts", "macros/generated", "contracts")
MARK = "Generated from protocols/"


def generated_files(protocols: list[Protocol]) -> dict[str, str]:
    """Path in the project (posix) to text, for every file made from these registers."""
    files: dict[str, str] = {}
    for protocol in protocols:
        for path, text in (
            sources_file(protocol),
            staging_file(protocol),
            macro_file(protocol),
            *cell_plan_files(protocol),
            exposures_file(protocol, home.project_root()),
        ):
            files[path] = text
        files.update(contract_files(protocol))
        files[f"protocols/bekrachtigd/{protocol.stad}.json"] = accepted_text(protocol)
    path, text = switch_macro_file([p.stad for p in protocols])
    files[path] = text
    return files


def write_files(root: Path, files: dict[str, str]) -> list[str]:
    """Write what changed, remove what is left over; returns the paths that were touched."""
    touched = [path for path, _ in drift(root, files) if path in files or _is_marked(root / path)]
    for path in touched:
        target = root / path
        if path in files:
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.is_symlink():
                target.unlink()
            target.write_text(files[path], encoding="utf-8", newline="\n")
        else:
            target.unlink()
    return touched


def drift(root: Path, files: dict[str, str]) -> list[tuple[str, str]]:
    """(path, what is wrong) of every generated file that is not as the register makes it."""
    found = []
    for path, text in sorted(files.items()):
        target = root / path
        if not target.exists():
            found.append((path, "is missing"))
        elif target.is_symlink() or target.read_bytes() != text.encode():
            found.append((path, "differs from what the register makes of it"))
    found.extend(
        (path, "is left over: no register makes it")
        for path in sorted(_marked_files(root))
        if path not in files
    )
    found.extend(
        (path, "is a contract that no register makes: it was written by hand")
        for path in sorted(_unmarked_contracts(root))
        if path not in files
    )
    return found


def _marked_files(root: Path) -> Iterator[str]:
    for directory in GENERATED_DIRECTORIES:
        for file in (root / directory).rglob("*"):
            if file.suffix in {".yml", ".yaml", ".sql"} and _is_marked(file):
                yield file.relative_to(root).as_posix()


def _unmarked_contracts(root: Path) -> Iterator[str]:
    """Every contract is generated: what lies beside them without the header is somebody's own."""
    for file in (root / "contracts").rglob("*"):
        if file.is_file() and not _is_marked(file):
            yield file.relative_to(root).as_posix()


def _is_marked(file: Path) -> bool:
    return MARK.encode() in file.read_bytes()[:200]
