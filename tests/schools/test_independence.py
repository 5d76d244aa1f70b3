"""A school's decisions are made of its own cells: a pupil elsewhere does not change a byte."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from leerloopbaan.disclosure.policy import Policy
from leerloopbaan.disclosure.protect import Decisions
from leerloopbaan.disclosure.schools import per_school, protect_schools, school_policy
from leerloopbaan.disclosure.verify import verify

POLICY = Policy(min_schools=0, min_boards=0, max_share=1.0)
YEARS = ("2022-2023", "2023-2024")
SEXES = ("m", "v_x")


def _school(number: str, seed: int, most: int) -> list[dict[str, Any]]:
    """Cells of one school: pupils by sex, a trait and its complement, two years, two sites."""
    chance = np.random.default_rng(seed)
    rows: list[dict[str, Any]] = []
    for year in YEARS:
        inner = chance.integers(0, most + 1, size=(2, 2, 2))  # site, sex, trait or not
        sites = {f"{number}-0{s + 1}": inner[s] for s in range(2)}
        for geo, counts in {**sites, number: inner.sum(axis=0)}.items():
            level, above = ("instelling", None) if geo == number else ("vestigingsplaats", number)
            for trait, part in (("T", counts.sum(1)), ("x", counts[:, 0]), ("!x", counts[:, 1])):
                cells = [("totaal", "totaal", int(part.sum()))]
                if level == "instelling":
                    cells += [("geslacht", c, int(n)) for c, n in zip(SEXES, part, strict=True)]
                place = (number, geo, level, above)
                rows += [_cell(place, year, trait, cell) for cell in cells]
    return rows


def _cell(
    place: tuple[str, str, str, str | None], year: str, trait: str, cell: tuple[str, str, int]
) -> dict[str, Any]:
    number, geo, level, above = place
    split, category, count = cell
    return {
        "cel_id": hashlib.md5(f"{year}{geo}{trait}{category}".encode()).hexdigest()[:16],
        "instellingsnummer": number, "basis": "stand", "kenmerk": trait, "schooljaar": year,
        "meetmoment": "01/02", "geo_niveau": level, "geo_code": geo, "geo_ouder": above,
        "uitsplitsing": split, "categorie": category, "uitsplitsing_2": "totaal",
        "categorie_2": "totaal", "aantal": count, "plaats": "school", "gevoelig": False,
        "zichtbaar": True, "structureel_nul": False, "moet_getoond": False,
        "vingerafdruk": f"{geo}{trait}{category}{count}" if count else "",
    }  # fmt: skip


def _twice(rows: list[dict[str, Any]], same: bool) -> list[dict[str, Any]]:
    """The totals of a school under a second name; elsewhere it may be another population."""
    again = [
        {
            **row,
            "cel_id": hashlib.md5(f"{row['cel_id']}2".encode()).hexdigest()[:16],
            "basis": "loopbaanjaar",
            "vingerafdruk": row["vingerafdruk"] if same else f"anders {row['vingerafdruk']}",
        }
        for row in rows
        if row["kenmerk"] == "T" and row["uitsplitsing"] == "totaal"
    ]
    return [*rows, *again]


def _table(*schools: list[dict[str, Any]]) -> pa.Table:
    return pa.Table.from_pylist([row for school in schools for row in school])


def _of(decisions: Decisions, rows: Iterable[dict[str, Any]]) -> bytes:
    """A school's decisions, reasons and bands, as bytes."""
    mine = {row["cel_id"] for row in rows}
    kept = [
        sorted(map(repr, (r for r in table.to_pylist() if r["cel_id"] in mine)))
        for table in (decisions.besluiten, decisions.redenen)
    ]
    return repr(kept).encode()


A = _school("900001", 1, 7)
OTHERS = [_school("900002", 2, 12), _school("900003", 3, 3), _school("900004", 4, 60)]


@pytest.mark.parametrize("seed", range(6))
def test_a_pupil_elsewhere_changes_nothing(seed: int) -> None:
    before = protect_schools(_table(A, *OTHERS), POLICY)
    elsewhere = [_school(f"90000{n + 2}", 100 * seed + n, 1 + 9 * n) for n in range(3)]
    after = protect_schools(_table(*elsewhere[::-1], A), POLICY)
    assert _of(after, A) == _of(before, A)
    assert {row["status"] for row in before.besluiten.to_pylist()} == {None, "onderdrukt"}
    assert _of(protect_schools(_table(A), POLICY), A) == _of(before, A)


def test_two_processes_decide_the_same() -> None:
    one, two = (protect_schools(_table(A, *OTHERS), POLICY, workers) for workers in (1, 2))
    assert one.certificates.digest() == two.certificates.digest()
    assert one.besluiten.equals(two.besluiten)


def test_what_is_one_population_elsewhere_is_no_matter_here() -> None:
    # Populations under two names are recognised by their persons: in A alone, not in the city.
    mine = _twice(A, same=True)
    decided = [
        protect_schools(_table(mine, *(_twice(o, same=same) for o in OTHERS)), POLICY)
        for same in (True, False)
    ]
    links = [
        {
            row["variabele_id"]
            for row in d.certificates.cel_variabelen.to_pylist()
            if row["cel_id"] in {r["cel_id"] for r in mine}
        }
        for d in decided
    ]
    assert len(links[0]) == len(links[1]) < len(mine)
    assert _of(decided[0], mine) == _of(decided[1], mine)


def test_the_same_two_pupils_year_after_year_are_one_coincidence() -> None:
    """Were they believed to be one population under many names, no other world would be left."""
    place = ("900001", "900001", "instelling", None)
    rows = []
    for year in range(2019, 2025):
        late = int(year == 2024)  # a third pupil, about whom the two bases differ
        for basis, counts in (
            ("waterval", {"T": 2, "waterval": 0, "!waterval": 2}),
            ("vertraging", {"T": 2 + late, "v_2": 2, "!v_2": late, "v:11": 2, "v:01": 0}),
        ):
            for trait, count in counts.items():
                name = f"{year}-{year + 1}"
                row = _cell(place, name, trait, ("totaal", "totaal", count))
                row |= {
                    "basis": basis,
                    "cel_id": hashlib.md5(f"{name}{basis}{trait}".encode()).hexdigest()[:16],
                    "vingerafdruk": f"dezelfde {count}" if count else "",
                    "zichtbaar": ":" not in trait,
                }
                rows.append(row)
    patterns = (("vertraging", "v:11"), ("vertraging", "v:01"))
    policy = replace(POLICY, sums=((("vertraging", "v_2"), patterns),))
    decisions = protect_schools(_table(rows), policy)
    assert set(decisions.besluiten.column("status").to_pylist()) == {"onderdrukt"}
    certificates = decisions.certificates.tables()
    assert verify({**certificates, "cellen": _table(rows), "besluiten": decisions.besluiten}) == []


def test_a_pupil_of_the_school_does_change_it() -> None:
    before = protect_schools(_table(A, *OTHERS), POLICY)
    other = _school("900001", 99, 7)
    assert _of(protect_schools(_table(other, *OTHERS), POLICY), A) != _of(before, A)


def test_the_joined_certificates_hold_and_never_meet() -> None:
    cells = _table(A, *OTHERS)
    decisions = protect_schools(cells, POLICY)
    certificates = decisions.certificates.tables()
    assert verify({**certificates, "cellen": cells, "besluiten": decisions.besluiten}) == []
    school_of = dict(
        zip(cells.column("cel_id").to_pylist(), cells.column("instellingsnummer").to_pylist(),
            strict=True)
    )  # fmt: skip
    owner: dict[int, set[str]] = {}
    for row in certificates["cel_variabelen"].to_pylist():
        owner.setdefault(row["variabele_id"], set()).add(school_of[row["cel_id"]])
    assert all(len(schools) == 1 for schools in owner.values())
    for name, key in (("vergelijkingen", "vergelijking_id"), ("getuigen", "getuige_id")):
        met: dict[int, set[str]] = {}
        for row in certificates[name].to_pylist():
            met.setdefault(row[key], set()).update(owner.get(row["variabele_id"], set()))
        assert met
        assert all(len(schools) <= 1 for schools in met.values())


def test_a_world_that_is_changed_is_seen() -> None:
    cells = _table(A, *OTHERS)
    decisions = protect_schools(cells, POLICY)
    tables = dict(decisions.certificates.tables())
    worlds = tables["getuigen"].to_pylist()
    worlds[0]["delta"] += 1
    tables["getuigen"] = pa.Table.from_pylist(worlds, schema=tables["getuigen"].schema)
    assert verify({**tables, "cellen": cells, "besluiten": decisions.besluiten})


@pytest.mark.parametrize("most", [0, 1, 2])
def test_a_school_of_which_nothing_is_shown_needs_no_search(most: int) -> None:
    cells = _table(*[_school(f"90001{n}", n, most) for n in range(4)])
    small = pc.max(cells.column("aantal")).as_py()
    decisions = protect_schools(cells, POLICY)
    certificates = decisions.certificates.tables()
    assert verify({**certificates, "cellen": cells, "besluiten": decisions.besluiten}) == []
    if small <= POLICY.threshold:
        assert set(decisions.besluiten.column("status").to_pylist()) == {"onderdrukt"}


def test_schools_are_read_in_the_order_of_their_number() -> None:
    schools = [number for number, _ in per_school(_table(*OTHERS[::-1], A))]
    assert schools == sorted(schools)


def test_the_rules_of_a_school_are_the_city_s_without_those_of_several_schools() -> None:
    policy = school_policy("antwerpen")
    assert (policy.min_schools, policy.min_boards, policy.max_share) == (0, 0, 1.0)
    assert policy.threshold == 5
    assert policy.zeros_primary
    assert (("stand", "T"), (("loopbaanjaar", "T"),)) in policy.sums
