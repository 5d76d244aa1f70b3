"""SQL and oracle tell the same of every generated career: rows, columns, indicators.

Run on many careers at once: one landing file, one dbt run, every fact table compared row for
row. A difference names the career (generation is repeatable), the fact and the column.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from leerloopbaan.register.load import load_register
from oracle import landing, oracle, warehouse
from oracle.model import Career, Delivery, Fact, World, delivery_of
from oracle.strategies import draw_careers
from oracle.world import world

SHOWN = 12


@dataclass(frozen=True)
class Agreement:
    careers: list[Career]
    world: World
    delivery: Delivery
    index_of: dict[str, int]
    expected: dict[str, dict[tuple[Any, ...], Fact]]


@pytest.fixture(
    scope="module", params=[2_000, pytest.param(20_000, marks=pytest.mark.full)], ids=str
)
def agreement(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Agreement]:
    workplace: Path = tmp_path_factory.mktemp("orakel")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LEERLOOPBAAN_HOME", str(workplace))
        for name in ("LEERLOOPBAAN_SECRET_ANTWERPEN", "LEERLOOPBAAN_SECRET_FILE_ANTWERPEN"):
            patch.delenv(name, raising=False)
        careers = draw_careers(request.param)
        landing.land(careers, world())
        warehouse.build(workplace)
        full = replace(world(), nationalities=tuple(warehouse.seed_rows("nationaliteitsgroepen")))
        delivery = delivery_of(careers)
        yield Agreement(
            careers,
            full,
            delivery,
            warehouse.indices(len(careers)),
            _expected(careers, full, delivery),
        )


def _expected(
    careers: list[Career], of_world: World, delivery: Delivery
) -> dict[str, dict[tuple[Any, ...], Fact]]:
    expected: dict[str, dict[tuple[Any, ...], Fact]] = {fact: {} for fact in oracle.KEYS}
    for index, career in enumerate(careers):
        for fact, rows in oracle.facts(career, of_world, delivery).items():
            for row in rows:
                key = (index, *(row[k] for k in oracle.KEYS[fact]))
                assert key not in expected[fact]
                expected[fact][key] = row
    return expected


def _actual(agreement: Agreement, fact: str, extra: str = "") -> dict[tuple[Any, ...], Fact]:
    rows = warehouse.fact_rows(fact, extra)
    keyed = {
        (agreement.index_of[r["persoon_id"]], *(r[k] for k in oracle.KEYS[fact])): r for r in rows
    }
    assert len(keyed) == len(rows), f"{fact}: rows that share a key"
    return keyed


def _report(differences: Counter[str], examples: dict[str, tuple[Any, ...]]) -> str:
    lines = [
        f"{what}: {n} rows, first career {examples[what]}" for what, n in differences.most_common()
    ]
    return "\n".join(lines[:SHOWN])


@pytest.mark.parametrize("fact", list(oracle.KEYS))
def test_facts_agree_row_for_row(agreement: Agreement, fact: str) -> None:
    expected, actual = agreement.expected[fact], _actual(agreement, fact)
    differences: Counter[str] = Counter()
    examples: dict[str, tuple[Any, ...]] = {}
    for key in sorted(expected.keys() | actual.keys()):
        if key not in actual or key not in expected:
            what = "missing in SQL" if key not in actual else "only in SQL"
            differences[what] += 1
            examples.setdefault(what, key)
            continue
        for column in actual[key].keys() - {"persoon_id"}:
            if column not in expected[key] or actual[key][column] != expected[key][column]:
                differences[column] += 1
                examples.setdefault(column, key)
    assert not differences, f"{fact}\n{_report(differences, examples)}"


@pytest.mark.parametrize("fact", list(oracle.KEYS))
def test_indicators_agree_person_for_person(agreement: Agreement, fact: str) -> None:
    """The register's conditions on the facts pick the persons that the pages say."""
    register = load_register(landing.CITY).indicatoren
    indicators = [i for i in register.indicatoren if i.feit == fact]
    named = {name for row in agreement.expected[fact].values() for name in row["indicatoren"]}
    assert named <= {i.code for i in indicators}, "a page's indicator is not in the register"
    known = [i for i in indicators if i.code in named]
    roots = {p.code: p.conditie for f in register.feiten if f.code == fact for p in f.populaties}
    extra = "".join(
        f", ({roots[i.populatie]}) and ({i.noemer}) as noemer_{i.code}"
        f", ({i.teller or 'true'}) as teller_{i.code}"
        for i in known
    )
    actual = _actual(agreement, fact, extra)
    differences: Counter[str] = Counter()
    examples: dict[str, tuple[Any, ...]] = {}
    for key, row in agreement.expected[fact].items():
        for indicator in known:
            code = indicator.code
            told = actual[key]
            sql = bool(told[f"teller_{code}"]) if told[f"noemer_{code}"] else None
            if sql != row["indicatoren"][code]:
                differences[code] += 1
                examples.setdefault(code, key)
    assert not differences, f"{fact}\n{_report(differences, examples)}"


def test_generated_careers_reach_every_rule(agreement: Agreement) -> None:
    """Both outcomes of every indicator, and its exclusions, occur among the careers."""
    always = {"an_leerlingen", "an_instroom"}
    seen: dict[str, set[bool | None]] = {}
    for rows in agreement.expected.values():
        for row in rows.values():
            for name, value in row["indicatoren"].items():
                seen.setdefault(name, set()).add(value)
    unseen = {n for n, values in seen.items() if n not in always and not values >= {True, False}}
    assert not unseen
    facts = agreement.expected
    assert {r["vervolg"] for r in facts["okan_uitstroom"].values()} >= {
        "b_stroom", "a_stroom", "bso", "tso_kso", "aso", "dbso", "buitengewoon", "andere",
    }  # fmt: skip
    assert {r["bestemming"] for r in facts["overgang_so"].values()} >= {
        "okan", "a_stroom", "b_stroom", "buitengewoon", "andere",
    }  # fmt: skip
    ladders = {r["waterval_ladder"] for r in facts["loopbaanjaar"].values()}
    assert ladders == {None, "onderwijsvorm", "finaliteit", "stroom"}
    assert {r["hernummering"] for r in facts["overstap"].values()} == {True, False}
    assert {r["wisselklasse"] for r in facts["vsv"].values()} == {"0", "1", "2_plus"}
