"""Pupils elsewhere change nothing in what a school is shown of itself, from delivery to file."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest

from conftest import Built
from leerloopbaan.release.recipients import recipients
from leerloopbaan.release.school_site import write_school_pages
from leerloopbaan.release.school_tables import school_tables, write_school_tables
from leerloopbaan.release.source import read_source
from schools.conftest import PROTOCOL, TODAY, A, B, C

# The model of the pilot is fitted on the whole city: its estimates are not a school's own figures.
OF_THE_CITY = "vroegsignaal"


# --- From the marts to the files ------------------------------------------------------------------


def _files(vault: duckdb.DuckDBPyConnection, folder: Path) -> dict[str, bytes]:
    tables = school_tables(vault)
    found = recipients(vault, PROTOCOL, tables.products, today=TODAY)
    write_school_tables(vault, read_source(vault), tables, found, folder)
    write_school_pages(PROTOCOL, tables, found, folder)
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in folder.rglob("*.*")}


def test_other_schools_figures_leave_every_byte_of_a_school_as_it_was(
    vault: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    before = _files(vault, tmp_path / "voor")
    for product in ("area_up", "schoolportretten"):
        mart = f"warehouse.eigen_school.mart_school_{product}"
        elsewhere = f"left(geo_code, 6) <> '{A}'"
        vault.execute(f"update {mart} set teller = null, waarde = null, status = 'onderdrukt' "
                      f"where {elsewhere} and schooljaar_eind = 2025")  # fmt: skip
        vault.execute(f"update {mart} set teller = teller + 40, noemer = noemer + 90 "
                      f"where {elsewhere} and teller is not null")  # fmt: skip
        vault.execute(f"delete from {mart} where geo_code like '{C}%'")
    after = _files(vault, tmp_path / "na")
    assert before.keys() == after.keys()
    changed = {name for name in before if before[name] != after[name]}
    assert not [name for name in changed if name.startswith(f"school/{A}/")]
    assert {f"school/{B}/school.duckdb", f"school/{B}/csv/mart_school_schoolportretten.csv"} < (
        changed
    )


def test_another_benchmark_leaves_the_own_figures_as_they_were(
    vault: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    before = _files(vault, tmp_path / "voor")
    vault.execute("update warehouse.eigen_school.mart_vergelijking_schoolportretten set waarde = 9")
    after = _files(vault, tmp_path / "na")
    changed = {name.split("/", 2)[2] for name in before
               if name.startswith(f"school/{A}/") and before[name] != after[name]}  # fmt: skip
    assert changed == {
        "school.duckdb",
        "schoolportretten/index.html",
        *(f"{kind}/mart_vergelijking_schoolportretten.{kind}" for kind in ("csv", "parquet")),
    }


# --- From the delivery to the files ---------------------------------------------------------------


@dataclass(frozen=True)
class Twin:
    """A house of its own: where it stands and the release that was made in it."""

    house: Built
    release: Path

    def run(self, *command: str) -> None:
        """A command in this house."""
        result = subprocess.run(
            [sys.executable, "-m", *command],
            env={**os.environ, **self.house.environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        assert result.returncode == 0, result.stdout[-4000:]


def _twin(root: Path) -> Twin:
    house = Built(root / "var", root / "target", root / "logs", "")
    return Twin(house, house.home / "releases" / "antwerpen" / "current")


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Twin, Twin, str]]:
    """Antwerp twice, the second time with other pupils outside one school (its number is last)."""
    root = tmp_path_factory.mktemp("tweeling")
    first, second = _twin(root / "a"), _twin(root / "b")
    first.run("leerloopbaan", "build", "--city", "antwerpen", "--scale", "0.05", "--seed", "11")
    shutil.copytree(first.house.home, second.house.home, ignore=shutil.ignore_patterns(
        "landing.duckdb", "warehouse.duckdb", "releases", "vrijgaven", "uitgegeven"))  # fmt: skip
    deliveries = second.house.home / "synthetisch" / "antwerpen"
    school = _change_elsewhere(deliveries / "levering")
    second.run("leerloopbaan", "intake", "--city", "antwerpen", "--received", "2025-06-16",
               "--synthetic", "--each", str(deliveries / "referentie"),
               str(deliveries / "levering"))  # fmt: skip
    second.run("dbt.cli.main", "--quiet", "build", "--target", "antwerpen")
    second.run("leerloopbaan", "release", "--city", "antwerpen")
    yield first, second, school


def _change_elsewhere(folder: Path) -> str:
    """Of whoever never was in the fullest school: a third goes, the others change sex and end."""
    file_11b = folder / "deel_11b.parquet"
    (school,) = duckdb.sql(
        f"select instellingsnummer from '{file_11b}' where instellingsnummer is not null "
        "group by all order by count(distinct persoon_code) desc, 1 limit 1"
    ).fetchone() or ("",)
    persons = f"select distinct persoon_code from '{file_11b}' where instellingsnummer = '{school}'"
    mine = {code for (code,) in duckdb.sql(persons).fetchall()}
    for name in ("deel_11a.csv", "deel_11c.csv"):
        with (folder / name).open(encoding="utf-8", newline="") as file:
            heading, *rows = csv.reader(file, delimiter=";")
        mine |= {row[0] for row in rows if school in row}
    gone = {
        code
        for (code,) in duckdb.sql(f"select distinct persoon_code from '{file_11b}'").fetchall()
        if code not in mine and int(code[-4:], 16) % 3 == 0
    }
    other = {"M": "V", "V": "M", "J": "N", "N": "J"}
    for name, column in (("deel_11a.csv", "geslacht"), ("deel_11c.csv", "Vroegtijdig")):
        with (folder / name).open(encoding="utf-8", newline="") as file:
            heading, *rows = csv.reader(file, delimiter=";")
        at = next(i for i, text in enumerate(heading) if text.startswith(column))
        for row in rows:
            if row[0] not in mine:
                row[at] = other.get(row[at], row[at])
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows(
                [heading, *(row for row in rows if row[0] not in gone)]
            )
    kept = duckdb.read_parquet(str(file_11b)).filter(
        f"not list_contains({sorted(gone)!r}, persoon_code)"
    )
    kept.write_parquet(str(folder / "anders.parquet"))
    (folder / "anders.parquet").replace(file_11b)
    assert mine and gone
    return str(school)


@pytest.mark.full
def test_pupils_elsewhere_change_nothing_of_a_school(twins: tuple[Twin, Twin, str]) -> None:
    first, second, school = twins
    names = [twin.release.resolve().name for twin in (first, second)]
    assert names[0] != names[1], "something did change"
    texts = [
        {
            file.name: file.read_text(encoding="utf-8").replace(name, "vrijgave")
            for file in (twin.release / "school" / school / "csv").glob("mart_school_*.csv")
        }
        for twin, name in zip((first, second), names, strict=True)
    ]
    own = [_own_lines(found) for found in texts]
    assert own[0] == own[1]
    shown = [line for lines in own[0].values() for line in lines if ",onderdrukt," not in line]
    assert len(shown) > 20
    for twin, lines in zip((first, second), own, strict=True):
        _same_in_every_form(twin.release / "school" / school, lines)
    # Elsewhere much changed, so that the test can tell.
    others = [
        {
            file.relative_to(twin.release).as_posix(): file.read_text("utf-8").replace(name, "")
            for file in twin.release.glob("school/9*/csv/mart_school_*.csv")
            if f"/{school}/" not in file.as_posix()
        }
        for twin, name in zip((first, second), names, strict=True)
    ]
    changed = [name for name in others[0] if others[0][name] != others[1].get(name)]
    assert len(changed) > 5


def _own_lines(texts: dict[str, str]) -> dict[str, list[str]]:
    """Lines of the own figures, by file: all but what the model of the city says."""
    return {
        name: [line for line in text.splitlines() if f",{OF_THE_CITY}," not in line]
        for name, text in texts.items()
    }


def _same_in_every_form(place: Path, lines: dict[str, list[str]]) -> None:
    """Parquet and DuckDB hold as many figures, and the same sums, as the CSV files."""
    for name, found in lines.items():
        table = name.removesuffix(".csv")
        query = (
            "select count(*), count(waarde), round(sum(waarde), 3), sum(noemer) "
            f"from {{}} where indicator <> '{OF_THE_CITY}'"
        )
        parquet = duckdb.sql(query.format(f"'{place / 'parquet' / table}.parquet'")).fetchone()
        with duckdb.connect(str(place / "school.duckdb"), read_only=True) as connection:
            database = connection.execute(query.format(table)).fetchone()
        text = duckdb.sql(query.format(f"'{place / 'csv' / name}'")).fetchone()
        assert parquet == database == text
        assert text is not None and text[0] == len(found) - 1
