"""No pupil's value leaves the vault: marked values go in, and are looked for everywhere else.

One valid delivery with a marked code and date, and invalid ones with marked codes, names,
dates and numbers, go through intake, dbt (build, test, docs, freshness) and release. Then every
file, every line of output and every temporary file is searched, decoded as well as raw.
"""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from hygiene.scan import database_text, hits, hits_below, needles
from leerloopbaan import home
from leerloopbaan.duck import vault_connection

# A whole build of its own, disclosure control included.
pytestmark = pytest.mark.full

CITY = "antwerpen"
CODE = "SYNKANARIE0042"
DATE = "17/03/2019"
# Fictitious, built for this test; the last number passes the check digits of a national number.
CANARIES = {
    "code": CODE,
    "code of an unknown person": "SYNKANARIE0077",
    "date": DATE,
    "date, as ISO": "2019-03-17",
    "impossible date": "41/13/2019",
    "name": "Kanarina Vogelaerts",
    "address": "kanarina.vogelaerts@voorbeeld.invalid",
    "number of a person": f"190317042{97 - 190317042 % 97:02d}",
    "unknown value": "KANARIEWAARDE",
}
IN_VALID = ("code", "date", "date, as ISO")
# A delivery with one of these is refused; with any of the others it waits in quarantine.
NEVER = ("name", "address", "number of a person")

Rows = list[dict[str, str]]
Change = Callable[[Rows], None]


@dataclass(frozen=True)
class Left:
    """What the runs left: directories to search, and how each invalid delivery ended."""

    folders: tuple[Path, ...]
    exit_codes: dict[str, int]
    vault_home: Path


def _set(column: int, value: str, row: int = 5) -> Change:
    def change(rows: Rows) -> None:
        rows[row][list(rows[row])[column]] = value

    return change


def _extra_column(value: str) -> Change:
    def change(rows: Rows) -> None:
        for row in rows:
            row["voornaam"] = value

    return change


# Per invalid delivery: what changes in 11a. Column 0 is the code, 6 a date, 10 the sex.
INVALID: dict[str, Change] = {
    "name in a column of its own": _extra_column(CANARIES["name"]),
    "name in an allowed column": _set(11, CANARIES["name"]),
    "address in an allowed column": _set(11, CANARIES["address"]),
    "number in an allowed column": _set(4, CANARIES["number of a person"]),
    "number as the code": _set(0, CANARIES["number of a person"]),
    "impossible date": _set(6, CANARIES["impossible date"]),
    "unknown value": _set(10, CANARIES["unknown value"]),
    "code twice": lambda rows: rows.append(dict(rows[_position(rows)])),
    "person who is not in 11a": _set(0, CANARIES["code of an unknown person"]),
    "very long field": _set(11, CANARIES["unknown value"] * 5_000),
}


def _position(rows: Rows) -> int:
    return next(i for i, row in enumerate(rows) if CODE in row.values())


def _read(path: Path) -> Rows:
    with path.open(encoding="cp1252", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def _write(path: Path, rows: Rows, header: bool = True) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="cp1252", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=";", lineterminator="\r\n")
        if header:
            writer.writeheader()
        writer.writerows(rows)


def _plant(delivery: Path) -> None:
    """Give one person of 11a (and her rows of 11b and 11c) the marked code and date."""
    persons = _read(delivery / "deel_11a.csv")
    spring = next(row for row in persons if "/03/2019" in row[list(row)[6]])
    old = spring[next(iter(spring))]
    spring[list(spring)[6]] = DATE
    for file in delivery.iterdir():
        rows = persons if file.name == "deel_11a.csv" else _read(file)
        key = next(iter(rows[0]))
        for row in rows:
            row[key] = CODE if row[key] == old else row[key]
        _write(file, rows)


def _invalid_deliveries(valid: Path, folder: Path) -> list[Path]:
    made = []
    for name, change in INVALID.items():
        target = folder / name.replace(" ", "_")
        for file in valid.iterdir():
            rows = _read(file)
            if file.name == "deel_11a.csv":
                change(rows)
            _write(target / file.name, rows)
        made.append(target)
    headless, cut, binary = (folder / name for name in ("headless", "cut", "binary"))
    _write(headless / "deel_11a.csv", _read(valid / "deel_11a.csv")[4:], header=False)
    cut.mkdir()
    workbook = b"PK\x03\x04" + CODE.encode() * 40
    (cut / "deel_11a.xlsx").write_bytes(workbook)
    binary.mkdir()
    (binary / "deel_11a.csv").write_bytes(
        (valid / "deel_11a.csv").read_bytes().replace(CODE.encode(), CODE.encode() + b"\x00\x81")
    )
    return [*made, headless, cut, binary]


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Left:
    root = tmp_path_factory.mktemp("kanarie")
    inbox = tmp_path_factory.mktemp("inbox")  # what the department sent is not what we leave
    output = root / "output"
    output.mkdir()
    (root / "tmp").mkdir()
    environment = {
        **{k: v for k, v in os.environ.items() if not k.startswith(("LEERLOOPBAAN_", "DBT_"))},
        "LEERLOOPBAAN_HOME": str(root / "var"),
        "LEERLOOPBAAN_SECRET_ANTWERPEN": "7c" * 32,
        "TMPDIR": str(root / "tmp"),
        "DBT_TARGET_PATH": str(root / "target"),
        "DBT_LOG_PATH": str(root / "logs"),
        "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
    }

    def run(*arguments: str) -> int:
        program = Path(sys.executable).with_name("dbt") if arguments[0] == "dbt" else None
        command = [str(program)] if program else [sys.executable, "-m", "leerloopbaan"]
        result = subprocess.run(
            [*command, *(arguments[1:] if program else arguments)],
            cwd=home.project_root(),
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        number = len(list(output.iterdir()))
        (output / f"{number:02d}.txt").write_bytes(result.stdout)
        return result.returncode

    def intake(path: Path) -> int:
        return run("intake", "--city", CITY, "--received", "2025-06-16", "--synthetic", str(path))

    def ok(*arguments: str) -> None:
        code = run(*arguments)
        assert code == 0, sorted(output.iterdir())[-1].read_text()

    ok("synth", "--city", CITY, "--out", str(inbox), "--scale", "0.02", "--seed", "11")
    _plant(inbox / "levering")
    invalid = _invalid_deliveries(inbox / "levering", inbox / "fout")
    # Before anything has landed, between the valid deliveries, and after: each may differ.
    exit_codes = {"before anything": intake(invalid[0])}
    for part in ("referentie", "levering"):
        assert intake(inbox / part) == 0, sorted(output.iterdir())[-1].read_text()
    for path in invalid:
        exit_codes[path.name] = intake(path)
    ok("deliveries", "--city", CITY, "--json")
    ok("findings", "--city", CITY, "--json")
    ok("dbt", "--debug", "build")
    ok("dbt", "--debug", "test")
    ok("dbt", "docs", "generate", "--static")
    ok("dbt", "source", "freshness")
    ok("release", "--city", CITY)
    # What is written for others to read: the run report and the dossier.
    run("audit", str(root / "var" / "releases" / CITY / "current"))
    ok("report", "--city", CITY)
    ok("evidence", "--city", CITY, "--out", str(root / "dossier"))
    names = ("var", "target", "logs", "output", "tmp", "dossier")
    folders = tuple(root / name for name in names)
    return Left(folders, exit_codes, root / "var")


def test_every_invalid_delivery_was_turned_away(left: Left) -> None:
    assert {name: code for name, code in left.exit_codes.items() if code not in (2, 3)} == {}


def test_no_marked_value_is_anywhere_outside_the_vault(left: Left) -> None:
    wanted = {name: needles(value) for name, value in CANARIES.items()}
    assert hits_below([folder for folder in left.folders if folder.exists()], wanted) == []


def test_no_traceback_was_shown(left: Left) -> None:
    for file in left.folders[3].iterdir():
        assert b"Traceback" not in file.read_bytes(), file.read_text()[-2000:]


def test_inside_the_vault_the_code_is_in_landing_alone(
    left: Left, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEERLOOPBAAN_HOME", str(left.vault_home))
    monkeypatch.setenv("LEERLOOPBAAN_SECRET_ANTWERPEN", "7c" * 32)
    with vault_connection(CITY, landing="read_only", warehouse="read_only") as connection:
        landed, waiting, register = (
            _found(database_text(connection, "landing", schemas))
            for schemas in ("levering", "wachtkamer", "intake")
        )
        built = _found(database_text(connection, "warehouse"))
    assert "code" in landed, "the canary must have landed"
    assert landed <= set(IN_VALID), "and nothing of what was turned away"
    assert register == set(), "the register of deliveries points, and copies nothing"
    assert waiting, "a quarantined delivery waits for its correction"
    assert waiting.isdisjoint(NEVER), "what may never be there is not even kept waiting"
    assert built == {"date, as ISO"}, "staged, without its code"


def _found(text: bytes) -> set[str]:
    """The canaries in a text: unwrapping it takes long, so once for all of them."""
    wanted = {name: needles(value) for name, value in CANARIES.items()}
    return {hit.rpartition(": ")[2] for hit in hits("text", text, wanted)}
