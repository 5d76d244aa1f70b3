"""Planted leaks: each must turn the audit red, and the untouched release must stay green."""

from __future__ import annotations

import copy
import csv
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pytest
from typer.testing import CliRunner

from audit.published_town import Rows, marts, write
from disclosure.small import random_town
from leerloopbaan.audit import audit, audit_release
from leerloopbaan.cli.disclosure import register
from leerloopbaan.disclosure import Policy, protect
from leerloopbaan.errors import RefusedError
from leerloopbaan.release.verify import refuse_leaks

POLICY = Policy(min_schools=0, min_boards=0, bands=False)


@cache
def _release(seed: int = 4) -> tuple[pa.Table, Rows]:
    cellen = random_town(seed, 12.0)
    return cellen, marts(cellen, protect(cellen, POLICY).besluiten)


@cache
def _truth() -> dict[str, int]:
    return {r["cel_id"]: r["aantal"] for r in _release()[0].to_pylist()}


def _code(row: dict[str, Any]) -> str:
    pairs = {row["uitsplitsing"]: row["categorie"], row["uitsplitsing_2"]: row["categorie_2"]}
    trait = "T" if row["indicator"] == "leerlingen" else "k"
    return f"{row['geo_code']}-{pairs.get('geslacht', '*')}-{pairs.get('richting', '*')}-{trait}"


def _pick(rows: Rows, hidden: bool, indicator: str, least: int = 0, most: int = 10**6) -> int:
    for i, row in enumerate(rows):
        fits = least <= _truth()[_code(row)] <= most
        if (row["status"] is not None) == hidden and row["indicator"] == indicator and fits:
            return i
    raise AssertionError("the town has no such figure")


def _unhide(indicator: str, least: int, most: int) -> Callable[[Rows], None]:
    def plant(rows: Rows) -> None:
        row = rows[_pick(rows, True, indicator, least, most)]
        row["teller"] = row["waarde"] = _truth()[_code(row)]
        row["status"] = None
        if indicator != "leerlingen":
            row["waarde"] = None
            row["status"] = "onderdrukt"

    return plant


def _unhide_all_secondary(rows: Rows) -> None:
    for row in rows:
        if row["status"] and row["indicator"] == "leerlingen" and _truth()[_code(row)] > 5:
            row["teller"] = row["waarde"] = _truth()[_code(row)]
            row["status"] = None


def _sharpen(rows: Rows) -> None:
    row = rows[_pick(rows, False, "aandeel_k")]
    row["waarde"] = round(100 * row["teller"] / row["noemer"] + 0.0123, 4)


def _whole_percent(rows: Rows) -> None:
    """A rounded rate and its denominator give a small numerator back."""
    for row in rows:
        if row["status"] and row["noemer"] is not None and row["indicator"] == "aandeel_k":
            row["waarde"] = round(100 * _truth()[_code(row)] / row["noemer"])


def _set(column: str, value: Any, hidden: bool, indicator: str = "aandeel_k"
         ) -> Callable[[Rows], None]:  # fmt: skip
    def plant(rows: Rows) -> None:
        rows[_pick(rows, hidden, indicator, 6)][column] = value

    return plant


def _copy(change: dict[str, Any], hidden: bool = True) -> Callable[[Rows], None]:
    """The same figure once more, elsewhere, with its true count."""

    def plant(rows: Rows) -> None:
        at = _pick(rows, hidden, "aandeel_k")
        again = copy.deepcopy(rows[at])
        again |= {"teller": _truth()[_code(again)] + (0 if hidden else 7), "status": None}
        again |= change
        rows.append(again)

    return plant


def _drop_row(rows: Rows) -> None:
    del rows[_pick(rows, True, "aandeel_k")]


def _drop_category(rows: Rows) -> None:
    at = _pick(rows, True, "leerlingen")
    geo, category = rows[at]["geo_code"], rows[at]["categorie_2"]
    rows[:] = [r for r in rows if (r["geo_code"], r["categorie_2"]) != (geo, category)]


def _later(step: Callable[[Rows], None]) -> Callable[[Rows], None]:
    """A second release beside the first one."""

    def plant(rows: Rows) -> None:
        later = copy.deepcopy(rows)
        for row in later:
            row["release_id"] = "r2"
        step(later)
        rows += later

    return plant


def _shift(by: int) -> Callable[[Rows], None]:
    def step(rows: Rows) -> None:
        row = rows[_pick(rows, False, "leerlingen", 20)]
        row["teller"] += by
        row["waarde"] += by

    return step


def _shown_later(rows: Rows) -> None:
    _unhide("leerlingen", 6, 10**6)(rows)


def _shift_all(rows: Rows) -> None:
    """A correction that was protected anew by itself: other cells are hidden now."""
    cellen, again = _release(5)
    del cellen
    for row, other in zip(rows, again, strict=True):
        row |= {k: other[k] for k in ("teller", "noemer", "waarde", "status")}


def _public_total(rows: Rows) -> Rows:
    """Open data hold a count that the release hides."""
    row = rows[_pick(rows, True, "leerlingen", 6)]
    names = ("schooljaar", "meetmoment", "geo_code", "uitsplitsing", "categorie",
             "uitsplitsing_2", "categorie_2")  # fmt: skip
    fact = {n: row[n] for n in names}
    return [fact | {"basis": "b", "kenmerk": "T", "aantal": _truth()[_code(row)]}]


def _sensitive(value: float) -> Callable[[Rows], None]:
    def plant(rows: Rows) -> None:
        row = copy.deepcopy(rows[_pick(rows, False, "aandeel_k")])
        part = round(value * 10)
        row |= {"indicator": "gevoelig_k", "teller": part, "noemer": 1000, "waarde": value}
        rows.append(row)

    return plant


LEAKS: dict[str, Callable[[Rows], None]] = {
    "a small count shown": _unhide("leerlingen", 0, 5),
    "a small numerator left standing": _unhide("aandeel_k", 0, 5),
    "a secondary count shown": _unhide("leerlingen", 6, 10**6),
    "a secondary numerator left standing": _unhide("aandeel_k", 6, 10**6),
    "every secondary count shown": _unhide_all_secondary,
    "a sharper rate": _sharpen,
    "whole percents beside denominators": _whole_percent,
    "a rate beside a hidden count": _set("waarde", 12.5, True),
    "two markers": _set("status", "secundair", True),
    "a status on a shown figure": _set("status", "onderdrukt", False),
    "no status on a hidden figure": _set("status", None, True),
    "a rate of nobody": _set("waarde", 0.0, False),
    "a rate of everybody": _set("waarde", 100.0, False),
    "a small numerator": _set("teller", 3, False),
    "an empty numerator": _set("teller", 0, False),
    "a small denominator": _set("noemer", 5, False),
    "a count below zero": _set("teller", -1, False),
    "a count with a fraction": _set("teller", 7.5, False),
    "a rate of another version": _set("waarde", 1.1, False),
    "a total of another version": _set("teller", 1234, False, "leerlingen"),
    "a level published twice": _copy({}),
    "a level published twice, with two counts": _copy({}, hidden=False),
    "another product shows it": _copy({"product": "stadsfoto"}),
    "another indicator shows it": _copy({"indicator": "tweeling"}),
    "the breakdowns in the other order": _copy(
        {
            "uitsplitsing": "totaal",
            "categorie": "totaal",
            "uitsplitsing_2": "geslacht",
            "categorie_2": "m",
            "teller": 77,
        }
    ),
    "a hidden row left out": _drop_row,
    "a hidden category left out": _drop_category,
    "a later release one higher": _later(_shift(1)),
    "a later release five lower": _later(_shift(-5)),
    "a later release shows what was hidden": _later(_shown_later),
    "a later release protected by itself": _later(_shift_all),
    "a sensitive rate near nothing": _sensitive(1.0),
    "a sensitive rate near everything": _sensitive(99.0),
}


def test_the_untouched_release_is_safe(tmp_path: Path) -> None:
    report = audit(write(tmp_path / "r", _release()[1]))
    assert report.findings == ()
    assert report.safe
    assert report.hidden > 0


def test_the_same_release_twice_is_safe(tmp_path: Path) -> None:
    rows = copy.deepcopy(_release()[1])
    _later(lambda later: None)(rows)
    assert audit(write(tmp_path / "r", rows)).safe


@pytest.mark.parametrize("name", LEAKS)
def test_a_planted_leak_is_found(tmp_path: Path, name: str) -> None:
    rows = copy.deepcopy(_release()[1])
    LEAKS[name](rows)
    report = audit(write(tmp_path / "r", rows))
    assert report.findings, name


def test_open_data_that_hold_a_hidden_total(tmp_path: Path) -> None:
    rows = copy.deepcopy(_release()[1])
    assert audit(write(tmp_path / "r", rows, _public_total(rows))).findings


def test_someone_who_knows_all_cells_but_one(tmp_path: Path) -> None:
    """An insider learns a cell by subtraction; the file of insiders is not part of the release."""
    rows = copy.deepcopy(_release()[1])
    folder = write(tmp_path / "r", rows)
    hidden = [r for r in rows if r["status"] and r["indicator"] == "leerlingen"]
    names = ("schooljaar", "meetmoment", "geo_code", "uitsplitsing", "categorie",
             "uitsplitsing_2", "categorie_2")  # fmt: skip
    path = tmp_path / "insiders.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, ["insider", "basis", "kenmerk", *names, "aantal"])
        writer.writeheader()
        for row in hidden[1:]:
            fact = {n: row[n] for n in names} | {"aantal": _truth()[_code(row)]}
            writer.writerow(fact | {"insider": "school", "basis": "b", "kenmerk": "T"})
    assert audit(folder).safe
    assert {f.kind for f in audit(folder, insiders=path).findings} == {"insider"}


def test_the_command_prints_a_table_and_exits_with_2(tmp_path: Path) -> None:
    import typer

    app = typer.Typer()
    register(app)
    app.command("other")(lambda: None)
    rows = copy.deepcopy(_release()[1])
    safe = write(tmp_path / "safe", rows)
    LEAKS["a secondary count shown"](rows)
    leaky = write(tmp_path / "leaky", rows)
    result = CliRunner().invoke(app, ["audit", str(safe)])
    assert result.exit_code == 0, result.output
    assert "SAFE" in result.output
    out = tmp_path / "out.json"
    result = CliRunner().invoke(app, ["audit", str(leaky), "--out", str(out)])
    assert result.exit_code == 2
    assert json.loads(out.read_text())["safe"] is False


def test_a_release_with_a_leak_is_refused(tmp_path: Path) -> None:
    rows = copy.deepcopy(_release()[1])
    write(tmp_path / "goed" / "parquet", rows)
    refuse_leaks(tmp_path / "goed")
    _unhide_all_secondary(rows)
    write(tmp_path / "slecht" / "parquet", rows)
    with pytest.raises(RefusedError, match="geeft verborgen aantallen prijs"):
        refuse_leaks(tmp_path / "slecht")


def test_each_audience_is_attacked_with_what_is_public_besides(tmp_path: Path) -> None:
    """A count that only the two audiences' figures together give away is found."""
    rows = copy.deepcopy(_release()[1])
    hidden = [row for row in rows if row["status"] is not None]
    open_again = copy.deepcopy(rows)
    _unhide_all_secondary(open_again)
    for name, shown in (("publiek", rows), ("beleid", open_again)):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.duckdb").unlink(missing_ok=True)
        write(tmp_path / name / "parquet", shown)
        duckdb.connect(str(tmp_path / name / f"{name}.duckdb")).close()
    (tmp_path / "manifest.json").write_text("{}")
    report = audit_release(tmp_path)
    assert hidden
    assert not report.safe
    assert {finding.where.partition(":")[0] for finding in report.findings} == {"beleid"}
