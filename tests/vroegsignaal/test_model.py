"""The model finds what was planted, says so honestly, and finds nothing where there is nothing."""

from __future__ import annotations

import numpy as np
import pytest

from leerloopbaan.vroegsignaal.backtest import auc, back_test
from leerloopbaan.vroegsignaal.features import FEATURES, GROUPS, Patterns, columns, encode
from leerloopbaan.vroegsignaal.fit import FEWEST, fit, supported
from leerloopbaan.vroegsignaal.train import RAISED, model_rows

PLANTED = {
    ("opleiding_moeder", "laag"): 0.9,
    ("leeftijdsklasse", "18"): 1.2,
    ("attest_vorig", "C"): 1.1,
    ("wisselklasse", "2_plus"): 0.8,
    ("leerweg", "okan"): -1.2,
}
COHORTS = range(2016, 2023)


def town(seed: int, pupils: int = 24_000, *, shuffled: bool = False) -> Patterns:
    """Pupils with even characteristics, and outcomes after the planted effects (or at random)."""
    chance = np.random.default_rng(seed)
    values = {
        name: chance.choice(np.array(known), pupils).tolist()
        for name, (_, known) in FEATURES.items()
    }
    x = encode(values)
    effect = np.array([PLANTED.get(column, 0.0) for column in columns()])
    outcome = chance.random(pupils) < 1 / (1 + np.exp(2.2 - x @ effect))
    if shuffled:
        outcome = chance.permutation(outcome)
    return Patterns(
        x=x,
        outcome=outcome,
        count=np.ones(pupils, dtype=np.int64),
        cohort=chance.choice(np.array(COHORTS), pupils),
        groups={
            "geslacht": chance.choice(np.array(["M", "V"]), pupils),
            "nationaliteitsgroep": chance.choice(np.array(["belg", "eu", "niet_eu"]), pupils),
        },
    )


def test_planted_effects_are_found_and_others_are_small() -> None:
    model = fit(town(1))
    assert model is not None
    found = dict(zip(columns(), model.coefficients, strict=True))
    for column, planted in PLANTED.items():
        assert found[column] == pytest.approx(planted, abs=0.2)
        assert np.sign(found[column]) == np.sign(planted)
    others = [abs(c) for column, c in found.items() if column not in PLANTED]
    assert max(others) < 0.25


def test_the_back_test_is_good_where_there_is_something_to_know() -> None:
    test = back_test(town(2), RAISED)
    assert test is not None and test.overall is not None
    assert 0.68 < test.overall.auc < 0.85
    assert test.overall.brier < test.overall.brier_without
    assert test.overall.predicted == pytest.approx(test.overall.observed, abs=0.02)
    assert {group for group, _ in test.groups} == set(GROUPS)
    for metrics in test.groups.values():
        assert metrics is not None
        assert metrics.auc == pytest.approx(test.overall.auc, abs=0.05)
    filled = [(p, o) for _, _, p, o in test.bins if p is not None and o is not None]
    assert len(filled) >= 3
    assert all(o == pytest.approx(p, abs=0.04) for p, o in filled)


def test_shuffled_outcomes_teach_nothing() -> None:
    """Where this is far from one half, the back-test looks at what it may not see."""
    found = []
    for seed in range(3, 7):
        test = back_test(town(seed, shuffled=True), RAISED)
        assert test is not None and test.overall is not None
        found.append(test.overall.auc)
        assert test.overall.brier >= test.overall.brier_without - 0.002
    assert float(np.mean(found)) == pytest.approx(0.5, abs=0.02)


def test_no_tried_cohort_and_no_outcome_of_its_time_was_fitted_on() -> None:
    test = back_test(town(8), RAISED)
    assert test is not None
    assert test.tried_on == (2021, 2022)
    # The outcome of 2020 is known in 2021-2022 only.
    assert test.fitted_on == (2016, 2017, 2018, 2019)


def test_what_is_only_in_the_tried_cohorts_is_not_learnt() -> None:
    patterns = town(9, shuffled=True)
    late = patterns.cohort >= 2021
    column = columns().index(("wisselklasse", "1"))
    outcome = np.where(late, patterns.x[:, column] == 1, patterns.outcome)
    changed = Patterns(patterns.x, outcome, patterns.count, patterns.cohort, patterns.groups)
    test = back_test(changed, RAISED)
    assert test is not None and test.overall is not None
    # Of a box that decides everything there, a model that had seen it would have an AUC of 1.
    assert test.overall.auc < 0.75


def test_the_order_of_the_pupils_changes_nothing() -> None:
    patterns = town(10, 6000)
    order = np.random.default_rng(1).permutation(len(patterns.count))
    assert model_rows(patterns) == model_rows(patterns.where(np.sort(order)))
    shuffled = Patterns(
        patterns.x[order], patterns.outcome[order], patterns.count[order],
        patterns.cohort[order], {n: v[order] for n, v in patterns.groups.items()},
    )  # fmt: skip
    assert model_rows(shuffled) == model_rows(patterns)


def test_counting_patterns_is_the_same_as_counting_pupils() -> None:
    patterns = town(11, 3000)
    doubled = Patterns(
        np.concatenate([patterns.x] * 2), np.concatenate([patterns.outcome] * 2),
        np.concatenate([patterns.count] * 2), np.concatenate([patterns.cohort] * 2),
        {n: np.concatenate([v] * 2) for n, v in patterns.groups.items()},
    )  # fmt: skip
    weighted = Patterns(
        patterns.x, patterns.outcome, 2 * patterns.count, patterns.cohort, patterns.groups
    )
    assert fit(doubled) == fit(weighted)


def test_too_few_outcomes_give_no_model_and_no_number() -> None:
    patterns = town(12, 200)
    few = patterns.where(np.cumsum(patterns.outcome) < FEWEST)
    assert fit(few) is None
    assert model_rows(few) == [("model", "", "", "geschat", 0.0, "te weinig afgesloten loopbanen")]


def test_a_handful_of_pupils_has_no_coefficient_and_no_metrics_of_its_own() -> None:
    patterns = town(13, 6000)
    column = columns().index(("leerweg", "deeltijds"))
    with_it = np.flatnonzero(patterns.x[:, column])
    keep = np.ones(len(patterns.count), dtype=bool)
    keep[with_it[5:]] = False
    few = patterns.where(keep)
    assert not supported(few)[column]
    model = fit(few)
    assert model is not None
    assert model.coefficients[column] == 0.0
    rare = np.where(np.arange(len(few.count)) < 40, "X", few.groups["geslacht"])
    groups = {**few.groups, "geslacht": rare}
    rows = model_rows(Patterns(few.x, few.outcome, few.count, few.cohort, groups))
    hidden = [r for r in rows if r[1:3] == ("Geslacht", "X")]
    assert hidden and all(value is None and text == "onderdrukt" for *_, value, text in hidden)


def test_numbers_are_too_coarse_to_count_back() -> None:
    rows = model_rows(town(14, 8000))
    for part, _, _, measure, value, _ in rows:
        if value is not None and part in ("terugtoets", "ijking"):
            assert value == round(value, 3 if "brier" in measure else 2)
    assert not [r for r in rows if "aantal" in r[3]]


def test_an_unknown_category_is_an_error() -> None:
    values = {name: [known[0]] for name, (_, known) in FEATURES.items()}
    with pytest.raises(ValueError, match="1 unknown categories"):
        encode({**values, "leerweg": ["iets"]})


def test_auc_is_the_chance_of_the_right_order() -> None:
    one = np.ones(4)
    assert auc(np.array([0.1, 0.2, 0.3, 0.4]), np.array([0, 0, 1, 1], dtype=bool), one) == 1.0
    assert auc(np.array([0.4, 0.3, 0.2, 0.1]), np.array([0, 0, 1, 1], dtype=bool), one) == 0.0
