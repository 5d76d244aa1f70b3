"""Suites of great-expectations, generated from the register at run time.

A suite judges a table column by column over the distinct values that DuckDB finds in it: a set,
a pattern, a range or a blank is right or wrong per value, however many rows have it. So memory
follows the largest column's variety, not the file. Results are asked without any value
(`partial_unexpected_count: 0`).
"""

from __future__ import annotations

import logging
import os
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

import duckdb

from leerloopbaan.intake.canonical import MARK, MAX_LENGTH
from leerloopbaan.intake.rules.values import unmapped_rule
from leerloopbaan.register.schema import Tabel, Veld, Veldtype

if TYPE_CHECKING:
    import pandas as pd

_RESULT_FORMAT = {"result_format": "SUMMARY", "partial_unexpected_count": 0}
# A canonical text, or a marked one whose text is short and clean.
_CLEAN_OR_MARKED = rf"^{MARK}?[^\x00-\x1f\x7f]{{0,{MAX_LENGTH}}}\Z"
_NOT_MARKED = rf"^(?!{MARK})"
# Columns of the profile that are about all columns of the table.
_STRAY = "(past bij geen waarde)"
_BLANKS = "(leeg terwijl verplicht)"
_SHAPES = {
    Veldtype.schooljaar: r"^\d{4}-\d{4}\Z",
    Veldtype.instellingsnummer: r"^\d{6}\Z",
    Veldtype.volgnummer: r"^\d{2}\Z",
    Veldtype.geheel: r"^-?\d{1,9}\Z",
    Veldtype.geheel_of_band: r"^(-?\d{1,9}|\d{1,4}-\d{1,4}|\d{1,4}\+)\Z",
    Veldtype.decimaal: r"^-?\d+(\.\d+)?\Z",
    Veldtype.datum: r"^\d{4}-\d{2}-\d{2}\Z",
}


@dataclass(frozen=True)
class Kolomfout:
    """A rule that values break, in one column or (None) in any column of the table."""

    regel: str
    kolom: str | None


def validate(con: duckdb.DuckDBPyConnection, table: Tabel) -> list[Kolomfout]:
    """Validate `invoer.<relatie>` against the table's suite; what fails, per rule and column."""
    batch = _batches().get_batch(batch_parameters={"dataframe": _profile(con, table)})
    with warnings.catch_warnings():
        # pandas warns of groups in the register's patterns, which change nothing here.
        warnings.simplefilter("ignore", UserWarning)
        outcome = batch.validate(_suite(table), result_format=_RESULT_FORMAT)
    failures = [r.expectation_config.meta for r in outcome.results if not r.success]
    return [Kolomfout(meta["regel"], meta["kolom"]) for meta in failures]


def suite_rules(table: Tabel) -> list[tuple[str, str | None]]:
    """(rule, column) of every expectation in the table's suite."""
    return [(e.meta["regel"], e.meta["kolom"]) for e in _suite(table).expectations]


@lru_cache(maxsize=64)
def _suite(table: Tabel) -> Any:
    import great_expectations as gx

    suite = gx.ExpectationSuite(name=table.relatie)
    for expectation in _expectations(table):
        suite.add_expectation(expectation)
    return suite


def _expectations(table: Tabel) -> Iterator[Any]:
    gxe: Any = import_module("great_expectations.expectations")
    yield gxe.ExpectColumnValuesToMatchRegex(
        column=_STRAY, regex=_CLEAN_OR_MARKED, meta=_meta("waarde_te_lang")
    )
    if any(field.verplicht for field in table.velden):
        yield gxe.ExpectColumnValuesToBeInSet(
            column=_BLANKS, value_set=[0], meta=_meta("lege_waarde")
        )
    for field in table.velden:
        allowed = _allowed(field)
        if allowed is not None:
            yield gxe.ExpectColumnValuesToBeInSet(
                column=field.naam, value_set=allowed, meta=_meta(unmapped_rule(field), field)
            )
        else:
            yield gxe.ExpectColumnValuesToMatchRegex(
                column=field.naam, regex=_shape(field), meta=_meta(unmapped_rule(field), field)
            )
        if _has_limits(field):
            yield gxe.ExpectColumnValuesToBeBetween(
                column=_number(field),
                min_value=field.minimum,
                max_value=field.maximum,
                meta=_meta("buiten_bereik", field),
            )


def _meta(rule: str, field: Veld | None = None) -> dict[str, str | None]:
    return {"regel": rule, "kolom": field.naam if field else None}


def _shape(field: Veld) -> str:
    """Regular expression of the canonical text; a marked text never fits."""
    if field.patroon is None:
        return _SHAPES.get(field.type, _NOT_MARKED)
    codes = "|".join(re.escape(value.code) for value in field.waarden)
    return _NOT_MARKED + f"(?:{field.patroon}{f'|(?:{codes})$' if codes else ''})"


def _allowed(field: Veld) -> list[str] | None:
    if field.type is Veldtype.janee:
        return ["J", "N"]
    if field.waarden and field.patroon is None:
        return list(dict.fromkeys(value.code for value in field.waarden))
    return None


def _has_limits(field: Veld) -> bool:
    return field.minimum is not None or field.maximum is not None


def _number(field: Veld) -> str:
    return f"{field.naam} (getal)"


def _profile(con: duckdb.DuckDBPyConnection, table: Tabel) -> pd.DataFrame:
    """Per column its distinct values and its numbers, padded with null.

    Beside them, over all columns: the texts that map to nothing, and how many rows leave a
    required column blank.
    """
    import pandas as pd

    distinct = f"select distinct {{0}} as v from invoer.{table.relatie} where {{0}} is not null"
    columns: dict[str, Any] = {}
    for field in table.velden:
        name = f'"{field.naam}"'
        columns[field.naam] = con.execute(distinct.format(name)).fetchnumpy()["v"]
        if _has_limits(field):
            number = f"try_cast({name} as double)"
            columns[_number(field)] = con.execute(distinct.format(number)).fetchnumpy()["v"]
    columns[_STRAY] = [
        value
        for field in table.velden
        for value in columns[field.naam]
        if isinstance(value, str) and value.startswith(MARK)
    ]
    required = [f'count(*) - count("{v.naam}")' for v in table.velden if v.verplicht]
    if required:
        columns[_BLANKS] = list(
            con.execute(f"select {', '.join(required)} from invoer.{table.relatie}").fetchone()
            or ()
        )
    height = max(1, *(len(values) for values in columns.values()))
    return pd.DataFrame(
        {
            name: pd.Series(values, dtype=object).reindex(range(height))
            for name, values in columns.items()
        }
    )


@lru_cache(maxsize=1)
def _batches() -> Any:
    """One ephemeral context: nothing is written, nothing is sent."""
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    logging.getLogger("great_expectations").setLevel(logging.ERROR)
    import great_expectations as gx
    from great_expectations.data_context.types.base import ProgressBarsConfig

    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    source = context.data_sources.add_pandas("poort")
    return source.add_dataframe_asset("tabel").add_batch_definition_whole_dataframe("geheel")
