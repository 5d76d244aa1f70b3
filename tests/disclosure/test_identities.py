"""What the microdata say adds up is an equation; what small numbers make equal is not."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pyarrow as pa
import pytest

from conftest import Built
from leerloopbaan.disclosure.assemble import assemble
from leerloopbaan.disclosure.cells import Cell, Key, read_cells
from leerloopbaan.disclosure.identities import find_identities, of_themselves
from leerloopbaan.disclosure.policy import Policy
from leerloopbaan.disclosure.protect import protect
from leerloopbaan.duck import vault_connection

YEARS = ("2019-2020", "2020-2021", "2021-2022", "2022-2023")
POLICY = Policy(min_boards=0)
People = dict[str, int]


def _mark(people: People) -> int:
    """Fingerprint of a group: `name: how many` persons of that name."""
    mark = 0
    for name, count in people.items():
        for number in range(count):
            digest = hashlib.sha256(f"{name} {number}".encode()).digest()
            mark ^= int.from_bytes(digest[:8], "big")
    return mark


def _cell(
    year: str, trait: str, people: People, *, basis: str = "b", geo: str = "populatie",
    split: tuple[tuple[str, str], ...] = (), schools: int = 9, parent: str | None = None,
) -> dict[str, object]:  # fmt: skip
    (name, category) = split[0] if split else ("totaal", "totaal")
    own = {f"{year} {who}": count for who, count in people.items()}
    return {
        "cel_id": "|".join((basis, trait, year, geo, name, category)),
        "basis": basis, "kenmerk": trait, "schooljaar": year, "meetmoment": "jaar",
        "geo_niveau": geo, "geo_code": geo, "geo_ouder": parent,
        "uitsplitsing": name, "categorie": category,
        "uitsplitsing_2": "totaal", "categorie_2": "totaal",
        "aantal": sum(people.values()), "n_scholen": schools, "n_besturen": schools,
        "grootste_aandeel": 0.1, "gevoelig": False, "structureel_nul": False,
        "moet_getoond": False, "vingerafdruk": str(_mark(own)), "zichtbaar": geo != "elders",
        "plaats": "school",
    }  # fmt: skip


def _months(late_in_schools: int) -> pa.Table:
    """A trait that is two of the four categories of a breakdown."""
    rows = []
    for at, year in enumerate(YEARS):
        months = {"sep": 40 + at, "okt": 30, "jan": 20 + at, "apr": 25}
        late = {m: n for m, n in months.items() if m in ("jan", "apr")}
        rows += [
            _cell(year, "T", months, geo="stad"),
            _cell(year, "laat", late, geo="stad", schools=late_in_schools),
        ]
        rows += [
            _cell(year, "T", {m: n}, geo="stad", split=(("maand", m),)) for m, n in months.items()
        ]
    return pa.Table.from_pylist(rows)


def _equations(table: pa.Table) -> set[tuple[str, tuple[str, ...]]]:
    assembly = assemble(read_cells(table), POLICY)
    return {
        (assembly.keys[total].code(), tuple(sorted(assembly.keys[p].code() for p in parts)))
        for total, parts in assembly.equations
    }


def _hidden(table: pa.Table, policy: Policy) -> Counter[str]:
    besluiten = protect(table, policy).besluiten.to_pylist()
    return Counter(row["cel_id"].split("|", 3)[-1] + " " + row["cel_id"].split("|")[1]
                   for row in besluiten if row["status"])  # fmt: skip


def test_a_trait_is_categories_of_a_breakdown() -> None:
    months = _equations(_months(9))
    for year in YEARS:
        parts = tuple(f"b|T|{year}|jaar|stad|maand={m}" for m in ("apr", "jan"))
        assert (f"b|laat|{year}|jaar|stad|totaal", parts) in months


def test_whoever_is_shown_the_categories_cannot_add_up_what_is_hidden() -> None:
    table = _months(2)  # a trait of two schools only
    blind = _hidden(table, replace(POLICY, microdata=False))
    assert not any("maand=" in cell or "|maand|" in cell for cell in blind)
    seen = _hidden(table, POLICY)
    assert seen["stad|totaal|totaal laat"] == len(YEARS)
    assert seen["stad|maand|jan T"] + seen["stad|maand|apr T"] >= len(YEARS)


def test_everybody_is_in_the_city_where_a_basis_has_nobody_elsewhere() -> None:
    rows = []
    for at, year in enumerate(YEARS):
        girls, boys = {"m": 30 + at}, {"j": 40}
        for geo in ("populatie", "stad"):
            up = None if geo == "populatie" else "populatie"
            rows += [_cell(year, "T", girls | boys, geo=geo, parent=up)]
            rows += [_cell(year, "T", girls, geo=geo, split=(("geslacht", "v"),), parent=up)]
            rows += [_cell(year, "T", boys, geo=geo, split=(("geslacht", "m"),), parent=up)]
        rows += [_cell(year, "T", {}, geo="elders", parent="populatie")]
    equations = _equations(pa.Table.from_pylist(rows))
    year = YEARS[0]
    assert (f"b|T|{year}|jaar|stad|totaal", (f"b|T|{year}|jaar|populatie|totaal",)) in equations


def test_a_part_that_happens_to_be_the_whole_is_no_identity() -> None:
    rows = []
    for at, year in enumerate(YEARS):
        everyone = {"x": 30 + at}
        rows += [_cell(year, "T", everyone), _cell(year, "k", everyone), _cell(year, "!k", {})]
    table = pa.Table.from_pylist(rows)
    assert find_identities(read_cells(table)).found, "it does look like one"
    assert not any(len(parts) == 1 for _, parts in _equations(table))


@pytest.mark.parametrize(("pupils", "known"), [(12, False), (400, True)])
def test_few_who_stay_between_two_moments_are_no_identity(pupils: int, known: bool) -> None:
    rows = []
    for at, year in enumerate(YEARS):
        for moment in ("01/02", "30/06"):
            cell = _cell(year, "T", {"x": pupils + at})
            rows += [cell | {"meetmoment": moment, "cel_id": f"{cell['cel_id']}|{moment}"}]
    found = find_identities(read_cells(pa.Table.from_pylist(rows))).found
    assert bool(found) == known


def test_what_holds_within_one_category_only_is_no_identity() -> None:
    rows = []
    for at, year in enumerate(YEARS):
        stay, go = {"v": 30 + at, "m": 20}, {"m": 9}
        rows += [_cell(year, "T", {"v": 30 + at, "m": 29}), _cell(year, "T", stay, basis="c")]
        for sex in ("v", "m"):
            of = (("geslacht", sex),)
            rows += [_cell(year, "T", {sex: stay[sex] + go.get(sex, 0)}, split=of)]
            rows += [_cell(year, "T", {sex: stay[sex]}, basis="c", split=of)]
    table = pa.Table.from_pylist(rows)
    assert find_identities(read_cells(table)).found == ()


@pytest.mark.parametrize(("candidate", "empty", "says_more"), [
    ((0, [1]), set(), True),  # 0 = 1 + 2: says that 2 is nothing
    ((0, [1]), {2}, False),  # 2 is empty: it follows
    ((0, [1, 2]), set(), False),  # the equation itself
    ((3, [1]), set(), True),  # 3 stands in no equation
])  # fmt: skip
def test_what_follows_says_nothing_more(
    candidate: tuple[int, list[int]], empty: set[int], says_more: bool
) -> None:
    assert of_themselves([(0, [1, 2])], empty, [candidate]) == [says_more]


def _of_schools(cells: list[Cell]) -> Iterator[Cell]:
    """All schools as years of one: what is one population in every school is so by definition."""
    for cell in cells:
        if cell.geo_niveau == "instelling":
            key: Key = cell.key
            where = f"{key.schooljaar} {key.geo}"
            yield replace(cell, key=key._replace(schooljaar=where, geo="instelling"))


@pytest.mark.warehouse
@pytest.mark.parametrize(("city", "part"), [
    ("antwerpen", ("cellen.cellen", "geheimhouding.besluiten")),
    ("gent", ("cellen.cellen", "geheimhouding.besluiten")),
    pytest.param(
        "antwerpen", ("eigen_school.schoolcellen", "eigen_school.schoolbesluiten"),
        marks=pytest.mark.full,
    ),
])  # fmt: skip
def test_nothing_that_adds_up_lacks_one_number(
    warehouse: Built, city: str, part: tuple[str, str]
) -> None:
    relation, decided = part
    with vault_connection(city, warehouse="read_only") as connection:
        cells = read_cells(connection.sql(f"from warehouse.{relation}"))
        rows = connection.sql(f"select cel_id from warehouse.{decided} where status is not null")
        hidden = {cel_id for (cel_id,) in rows.fetchall()}
    if relation.startswith("eigen_school"):
        cells = list(_of_schools(cells))
    known = find_identities(cells)
    cell = {c.key: c for c in cells}
    looked_at = 0
    for identity in known.found:
        one, other = identity.whole, identity.parts[0]
        if (one.basis, one.level, one.split) == (other.basis, other.level, other.split):
            continue  # nobody happens to be in the rest
        for whole, parts in known.in_years(identity):
            members = [cell[key] for key in (whole, *parts)]
            if all(c.zichtbaar for c in members) and min(c.aantal for c in members) > 5:
                looked_at += 1
                assert sum(c.cel_id in hidden for c in members) != 1, identity
    assert looked_at > 100
