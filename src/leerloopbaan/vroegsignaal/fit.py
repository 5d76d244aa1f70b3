"""The model: a logistic regression; its coefficients are rounded before anything uses them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leerloopbaan.vroegsignaal.features import Floats, Patterns, columns

DECIMALS = 3
# Few pupils and many boxes: a coefficient is pulled towards 0 unless the data hold it up.
INVERSE_PENALTY = 1.0
FEWEST = 30
# A category gets a coefficient when this many pupils, and this many of either outcome, have it:
# no coefficient is about a handful of pupils.
FEWEST_PER_CATEGORY = 30
FEWEST_OF_EITHER = 6


@dataclass(frozen=True)
class Model:
    """Intercept and one coefficient per column of `features.columns()`."""

    intercept: float
    coefficients: tuple[float, ...]

    def probability(self, x: Floats) -> Floats:
        """Estimated chance per row of `x`."""
        score = self.intercept + x @ np.array(self.coefficients)
        result: Floats = 1.0 / (1.0 + np.exp(-score))
        return result


def enough(patterns: Patterns) -> bool:
    """Whether there are enough pupils with and without the outcome to fit or to judge."""
    return min(patterns.positives, patterns.total - patterns.positives) >= FEWEST


def fit(patterns: Patterns) -> Model | None:
    """The model of these patterns; None when there are too few outcomes of either kind."""
    if not enough(patterns):
        return None
    from sklearn.linear_model import LogisticRegression

    kept = supported(patterns)
    regression = LogisticRegression(
        C=INVERSE_PENALTY, solver="newton-cholesky", tol=1e-10, max_iter=200
    )
    regression.fit(
        patterns.x[:, kept], patterns.outcome, sample_weight=patterns.count.astype(float)
    )
    # Adding 0.0 makes -0.0 into 0.0, which is written otherwise.
    found = np.zeros(len(columns()))
    found[kept] = np.round(regression.coef_[0], DECIMALS) + 0.0
    intercept = round(float(regression.intercept_[0]), DECIMALS) + 0.0
    return Model(intercept, tuple(found.tolist()))


def supported(patterns: Patterns) -> NDArray[np.bool_]:
    """Columns with enough pupils, and enough of either outcome, for a coefficient of their own."""
    with_it = patterns.count @ patterns.x
    leavers = (patterns.count * patterns.outcome) @ patterns.x
    either = np.minimum(leavers, with_it - leavers)
    result: NDArray[np.bool_] = (with_it >= FEWEST_PER_CATEGORY) & (either >= FEWEST_OF_EITHER)
    return result
