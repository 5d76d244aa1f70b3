"""Would it have worked? The model of earlier cohorts, tried on later ones that it never saw.

A cohort's outcome is known a school year later: the model that is tried is fitted on cohorts whose
outcome was known before the first tried cohort began.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from leerloopbaan.vroegsignaal.features import GROUPS, Floats, Patterns
from leerloopbaan.vroegsignaal.fit import Model, enough, fit

HORIZON = 1  # school years after the one in which pupils are looked at
TRIED = 2  # newest closed cohorts that the model is tried on
# From, to, mean estimate, share with the outcome.
Bin = tuple[float, float, float | None, float | None]
BINS = (0.0, 0.05, 0.1, 0.2, 0.35, 1.0)


@dataclass(frozen=True)
class Metrics:
    """How the model did on a set of pupils; None: too few of them to say."""

    name: str
    auc: float
    brier: float
    brier_without: float  # of a model that knows the share only
    predicted: float  # mean estimated chance
    observed: float  # share with the outcome
    flagged: float  # share in the raised band


@dataclass(frozen=True)
class BackTest:
    """The cohorts, the metrics of all, per group, and the calibration per bin of chances."""

    fitted_on: tuple[int, ...]
    tried_on: tuple[int, ...]
    overall: Metrics | None
    groups: dict[tuple[str, str], Metrics | None]
    bins: tuple[Bin, ...]


def back_test(patterns: Patterns, threshold_of: float) -> BackTest | None:
    """Time-split back-test; None when there are too few cohorts or outcomes.

    `threshold_of`: the raised band starts at this many times the share in the fitted cohorts.
    """
    cohorts = sorted(set(patterns.cohort.tolist()))
    tried = cohorts[-TRIED:]
    earlier = [c for c in cohorts if c + HORIZON < tried[0]] if len(cohorts) > TRIED else []
    if not earlier:
        return None
    train = patterns.where(np.isin(patterns.cohort, earlier))
    test = patterns.where(np.isin(patterns.cohort, tried))
    model = fit(train)
    if model is None:
        return None
    threshold = threshold_of * train.positives / train.total
    return BackTest(
        tuple(earlier),
        tuple(tried),
        judge("alle", model, test, threshold),
        {
            (group, value): judge(value, model, test.where(test.groups[group] == value), threshold)
            for group in GROUPS
            for value in sorted(set(test.groups[group].tolist()))
        },
        tuple(_bins(model, test)),
    )


def judge(name: str, model: Model, test: Patterns, threshold: float) -> Metrics | None:
    """Metrics of a model on patterns; None when there are too few of either outcome."""
    if not enough(test):
        return None
    chance, weight = model.probability(test.x), test.count.astype(float)
    share = test.positives / test.total
    return Metrics(
        name,
        auc(chance, test.outcome, weight),
        float(np.average((chance - test.outcome) ** 2, weights=weight)),
        share * (1 - share),
        float(np.average(chance, weights=weight)),
        share,
        float(np.average(chance >= threshold, weights=weight)),
    )


def auc(chance: Floats, outcome: NDArray[np.bool_], weight: Floats) -> float:
    """Chance that of two pupils with other outcomes the right one has the higher estimate."""
    from sklearn.metrics import roc_auc_score

    return float(roc_auc_score(outcome, chance, sample_weight=weight))


def _bins(model: Model, test: Patterns) -> list[Bin]:
    chance = model.probability(test.x)
    made: list[Bin] = []
    for low, high in pairwise(BINS):
        inside = test.where((chance >= low) & ((chance < high) | (high == BINS[-1])))
        if enough(inside):
            mean = float(np.average(model.probability(inside.x), weights=inside.count))
            made.append((low, high, mean, inside.positives / inside.total))
        else:
            made.append((low, high, None, None))
    return made
