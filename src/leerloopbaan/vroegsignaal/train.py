"""What dbt builds: the model as a table of aggregates, nothing about a pupil."""

from __future__ import annotations

from typing import Any

from leerloopbaan.vroegsignaal.backtest import BackTest, Metrics, back_test
from leerloopbaan.vroegsignaal.features import (
    FEATURES,
    GROUPS,
    INTERCEPT,
    Patterns,
    columns,
    count_patterns,
)
from leerloopbaan.vroegsignaal.fit import Model, fit

# The raised band starts at this many times the share of early leavers in the cohorts.
RAISED = 2.0
ROWS = ("onderdeel", "kenmerk", "categorie", "maat", "waarde", "tekst")
Row = tuple[str, str, str, str, float | None, str]


def model_table(features: Any) -> Any:
    """Arrow table of the model and its card, from the features (a relation)."""
    import pyarrow as pa

    patterns = count_patterns(features)
    rows = model_rows(patterns)
    kinds = [pa.string(), pa.string(), pa.string(), pa.string(), pa.float64(), pa.string()]
    return pa.table(
        [
            pa.array(list(values), type=kind)
            for values, kind in zip(zip(*rows, strict=True), kinds, strict=True)
        ],
        names=list(ROWS),
    )


def model_rows(patterns: Patterns) -> list[Row]:
    """Coefficients, threshold and back-test as rows; without enough outcomes only that is said."""
    model = fit(patterns)
    if model is None:
        return [("model", "", "", "geschat", 0.0, "te weinig afgesloten loopbanen")]
    cohorts = sorted(set(patterns.cohort.tolist()))
    share = patterns.positives / patterns.total
    return [
        ("model", "", "", "geschat", 1.0, ""),
        ("model", "", "", "eerste_cohorte", float(cohorts[0]), _year(cohorts[0])),
        ("model", "", "", "laatste_cohorte", float(cohorts[-1]), _year(cohorts[-1])),
        ("model", "", "", "aandeel", round(share, 2), ""),
        ("model", "", "", "drempel", round(RAISED * share, 3), ""),
        *_coefficients(model),
        *_tested(back_test(patterns, RAISED)),
    ]


def _coefficients(model: Model) -> list[Row]:
    by_column = dict(zip(columns(), model.coefficients, strict=True))
    return [
        ("coefficient", *INTERCEPT, "coefficient", model.intercept, "Constante"),
        *(
            ("coefficient", name, value, "coefficient", by_column.get((name, value), 0.0), label)
            for name, (label, values) in FEATURES.items()
            for value in values
        ),
    ]


def _tested(test: BackTest | None) -> list[Row]:
    if test is None:
        return [("terugtoets", "", "", "uitgevoerd", 0.0, "te weinig cohorten of uitkomsten")]
    rows: list[Row] = [
        ("terugtoets", "", "", "uitgevoerd", 1.0, ""),
        ("terugtoets", "", "", "geschat_op", None, _years(test.fitted_on)),
        ("terugtoets", "", "", "getoetst_op", None, _years(test.tried_on)),
        *_metrics("", "", test.overall),
    ]
    for (group, value), metrics in test.groups.items():
        rows += _metrics(GROUPS[group], value, metrics)
    for low, high, predicted, observed in test.bins:
        name = f"{100 * low:.0f}-{100 * high:.0f} %"
        for measure, number in (("voorspeld", predicted), ("vastgesteld", observed)):
            shown = None if number is None else round(number, 2)
            rows.append(("ijking", "", name, measure, shown, "onderdrukt" if shown is None else ""))
    return rows


def _metrics(group: str, value: str, metrics: Metrics | None) -> list[Row]:
    """Two decimals and no counts: a share of a small group gives no number of pupils back."""
    measures = ("auc", "brier", "brier_zonder_model", "voorspeld", "vastgesteld", "verhoogd")
    numbers: tuple[float | None, ...] = (
        (None,) * len(measures)
        if metrics is None
        else (
            metrics.auc, metrics.brier, metrics.brier_without, metrics.predicted,
            metrics.observed, metrics.flagged,
        )
    )  # fmt: skip
    return [
        (
            "terugtoets", group, value, measure,
            None if number is None else round(number, 3 if "brier" in measure else 2),
            "onderdrukt" if number is None else "",
        )
        for measure, number in zip(measures, numbers, strict=True)
    ]  # fmt: skip


def _year(start: int) -> str:
    return f"{start}-{start + 1}"


def _years(starts: tuple[int, ...]) -> str:
    return ", ".join(_year(start) for start in starts)
