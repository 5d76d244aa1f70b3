"""The command `intake`: exit codes, several deliveries in one process, what it says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from leerloopbaan.cli.app import build_app

from .conftest import Gate, query
from .small import changed, faultless, reference_lists, write_csv


def intake(*arguments: str) -> Result:
    fixed = ["intake", "--city", "antwerpen", "--received", "2024-10-15", "--synthetic"]
    return CliRunner().invoke(build_app(), [*fixed, *arguments])


def test_each_path_is_a_delivery_and_the_heaviest_verdict_is_the_exit_code(
    gate: Gate, tmp_path: Path
) -> None:
    lists = write_csv(tmp_path / "lijsten", reference_lists())
    sound = write_csv(tmp_path / "goed", faultless())
    waits = write_csv(
        tmp_path / "wacht", changed(faultless(), lambda t: t["11a"][0].update(geslacht="Q"))
    )
    done = intake("--each", "--json", str(lists), str(sound), str(waits))
    assert [d["status"] for d in json.loads(done.stdout)] == ["aanvaard", "aanvaard", "quarantaine"]
    assert done.exit_code == 3
    assert query("select count(*) from landing.intake.leveringen") == [(3,)]
    refused = write_csv(tmp_path / "fout", {"11a": [{"voornaam": "x"}]})
    assert intake("--each", str(waits), str(refused), str(sound)).exit_code == 2
    assert intake("--each", str(sound)).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--each", "--as", "11a=x.csv", "x.csv"], "--each and --as do not go together"),
        ([], "no files given"),
        (["bestaat_niet"], "does not exist"),
    ],
)
def test_a_wrong_call_is_one_clear_line(gate: Gate, arguments: list[str], says: str) -> None:
    done = intake(*arguments)
    assert says in str(done.exception) and "\n" not in str(done.exception)


def test_a_received_date_that_has_yet_to_come_is_named(gate: Gate, tmp_path: Path) -> None:
    lists = write_csv(tmp_path / "lijsten", reference_lists())
    fixed = ["intake", "--city", "antwerpen", "--synthetic", "--json", str(lists), "--received"]
    for received, named in (("2024-10-15", False), ("9024-10-15", True)):
        done = CliRunner().invoke(build_app(), [*fixed, received])
        assert (done.exit_code, "moet nog komen" in done.stderr) == (0, named)
        assert json.loads(done.stdout)["status"] == "aanvaard"
