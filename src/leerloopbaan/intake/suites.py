"""Suites of great-expectations, generated from the register at run time.

A suite judges the distinct values that DuckDB finds in each column: a set, a pattern, a range or
a blank is right or wrong per value, however many rows have it. So memory follows the variety of
the columns, not the file. Results are asked without any value
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
from typing import TYPE_CHECKING, Any, Literal

import duckdb

from leerloopbaan.intake.canonical import MARK, MAX_LENGTH, is_unmapped
from leerloopbaan.intake.distinct import distinct_of
from leerloopbaan.intake.rules.values import unmapped_rule
from leerloopbaan.keys.pseudonym import PSEUDONYM_DIGITS, PSEUDONYM_MARK
from leerloopbaan.register.schema import Tabel, Veld, Veldtype

if TYPE_CHECKING:
    import pandas as pd

_RESULT_FORMAT = {"result_format": "SUMMARY", "partial_unexpected_count": 0}
# More distinct values than this get a frame of their own.
_MANY = 5_000
# A canonical text, or a marked one whose text is short and clean.
_CLEAN_OR_MARKED = rf"^{MARK}?[^\x00-\x1f\x7f]{{0,{MAX_LENGTH}}}\Z"
_NOT_MARKED = rf"^(?!{MARK})"
_WHOLE = re.compile(r"-?\d+(\.\d+)?")
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
class Eis:
    """One demand on values: a set, a pattern or a range, and the rule that breaking it breaks."""

    regel: str
    soort: Literal["verzameling", "vorm", "bereik"]
    argument: tuple[Any, ...]


@dataclass(frozen=True)
class Kolom:
    """A column of a delivered table; `naam` is None for all columns together."""

    tabel: str
    naam: str | None


def validate(con: duckdb.DuckDBPyConnection, tables: tuple[Tabel, ...]) -> list[tuple[str, Kolom]]:
    """Validate the delivered tables in `invoer`: each rule that fails, with where to look.

    `collect_distinct` comes first.
    Columns of which the register demands the same are judged together, so a failure names all
    of them; the rows behind it tell which ones it is.
    """
    wanted = demands(tables)
    failed: set[int] = set()
    for frame in _profiles(con, tables):
        batch = _batches().get_batch(batch_parameters={"dataframe": frame})
        suite = _suite(tables, tuple(int(name) for name in frame.columns))
        with warnings.catch_warnings():
            # pandas warns of groups in the register's patterns, which change nothing here.
            warnings.simplefilter("ignore", UserWarning)
            outcome = batch.validate(suite, result_format=_RESULT_FORMAT)
        failed |= {r.expectation_config.meta["eis"] for r in outcome.results if not r.success}
    return [
        (demand.regel, column)
        for number, (demand, columns) in enumerate(wanted.items())
        if number in failed
        for column in columns
    ]


@lru_cache(maxsize=32)
def demands(tables: tuple[Tabel, ...]) -> dict[Eis, tuple[Kolom, ...]]:
    """Every demand that the register makes on the values of these tables, with its columns."""
    found: dict[Eis, list[Kolom]] = {}
    for table in tables:
        whole = Kolom(table.naam, None)
        found.setdefault(Eis("waarde_te_lang", "vorm", (_CLEAN_OR_MARKED,)), []).append(whole)
        if any(field.verplicht for field in table.velden):
            found.setdefault(Eis("lege_waarde", "verzameling", (0,)), []).append(whole)
        for field in table.velden:
            for demand in _field_demands(field):
                found.setdefault(demand, []).append(Kolom(table.naam, field.naam))
    return {demand: tuple(columns) for demand, columns in found.items()}


def _field_demands(field: Veld) -> Iterator[Eis]:
    allowed = _allowed(field)
    rule = unmapped_rule(field)
    if allowed is not None:
        yield Eis(rule, "verzameling", tuple(allowed))
    else:
        yield Eis(rule, "vorm", (_shape(field),))
    if field.minimum is not None or field.maximum is not None:
        yield Eis("buiten_bereik", "bereik", (field.minimum, field.maximum))


@lru_cache(maxsize=32)
def _suite(tables: tuple[Tabel, ...], numbers: tuple[int, ...]) -> Any:
    import great_expectations as gx

    gxe: Any = import_module("great_expectations.expectations")
    suite = gx.ExpectationSuite(name="_".join(table.relatie for table in tables))
    for number, demand in enumerate(demands(tables)):
        if number not in numbers:
            continue
        about = {"column": str(number), "meta": {"eis": number, "regel": demand.regel}}
        if demand.soort == "verzameling":
            expectation = gxe.ExpectColumnValuesToBeInSet(value_set=[*demand.argument], **about)
        elif demand.soort == "vorm":
            expectation = gxe.ExpectColumnValuesToMatchRegex(regex=demand.argument[0], **about)
        else:
            low, high = demand.argument
            expectation = gxe.ExpectColumnValuesToBeBetween(min_value=low, max_value=high, **about)
        suite.add_expectation(expectation)
    return suite


def _shape(field: Veld) -> str:
    """Regular expression of the canonical text; a marked text never fits."""
    if field.patroon is None:
        return _SHAPES.get(field.type, _NOT_MARKED)
    codes = "|".join(re.escape(value.code) for value in field.waarden)
    if field.persoonssleutel:
        codes = rf"{PSEUDONYM_MARK}[0-9a-f]{{{PSEUDONYM_DIGITS}}}"
    return _NOT_MARKED + f"(?:{field.patroon}{f'|(?:{codes})$' if codes else ''})"


def _allowed(field: Veld) -> list[str] | None:
    if field.type is Veldtype.janee:
        return ["J", "N"]
    if field.waarden and field.patroon is None:
        return list(dict.fromkeys(value.code for value in field.waarden))
    return None


def _profiles(con: duckdb.DuckDBPyConnection, tables: tuple[Tabel, ...]) -> Iterator[pd.DataFrame]:
    """Frames with, per demand (by its number), the distinct values that it is about.

    Demands on few values stand side by side, padded with null; one on many has a frame of its
    own, so that no other column is as long as that.
    """
    import pandas as pd

    values = {table.naam: _distinct_texts(con, table) for table in tables}
    few: dict[str, list[Any]] = {}
    for number, (demand, columns) in enumerate(demands(tables).items()):
        found: dict[Any, None] = {}
        for column in columns:
            if column.naam is None:
                table = next(t for t in tables if t.naam == column.tabel)
                found.update(dict.fromkeys(_of_whole_table(con, table, demand)))
            else:
                texts = values[column.tabel][column.naam]
                found.update(dict.fromkeys(_numbers(texts) if demand.soort == "bereik" else texts))
        if len(found) > _MANY:
            yield pd.DataFrame({str(number): pd.Series(list(found), dtype=object)})
        else:
            few[str(number)] = list(found)
    height = max([1, *(len(values) for values in few.values())])
    yield pd.DataFrame(
        {
            name: pd.Series(values, dtype=object).reindex(range(height))
            for name, values in few.items()
        }
    )


def _distinct_texts(con: duckdb.DuckDBPyConnection, table: Tabel) -> dict[str, list[str]]:
    """Per column its distinct values."""
    rows = con.execute(f"select kolom, list(v) from {distinct_of(table)} group by kolom").fetchall()
    found = {str(kolom): list(texts) for kolom, texts in rows}
    return {v.naam: found.get(v.naam, []) for v in table.velden}


def _numbers(texts: list[str]) -> Iterator[float]:
    """The texts that are whole numbers; of the others another demand tells."""
    return (float(text) for text in texts if _WHOLE.fullmatch(text))


def _of_whole_table(con: duckdb.DuckDBPyConnection, table: Tabel, demand: Eis) -> list[Any]:
    """Of all columns together: the texts that map to nothing, or the rows that leave a required
    column blank.
    """
    if demand.regel == "lege_waarde":
        blank = [f'count(*) - count("{v.naam}")' for v in table.velden if v.verplicht]
        query = f"select {', '.join(blank)} from invoer.{table.relatie}"
        return list(con.execute(query).fetchone() or ())
    query = f"select distinct v from {distinct_of(table)} where {is_unmapped('v')}"
    return [text for (text,) in con.execute(query).fetchall()]


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
