"""What an outsider holds: the files of one or more releases, and open data beside them.

Nothing here comes from the vault or from the engine. A folder may hold Parquet, CSV and DuckDB
files, also in subfolders; a file is a mart when it has the marts' columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

#: The status of a figure that cannot exist by definition.
NOT_APPLICABLE = "niet_van_toepassing"
#: The columns by which a mart is recognised.
MART = {
    "schooljaar", "indicator", "geo_niveau", "geo_code", "uitsplitsing", "categorie",
    "teller", "noemer", "waarde", "status",
}  # fmt: skip
_TEXT = (
    "schooljaar", "meetmoment", "product", "indicator", "geo_niveau", "geo_code", "uitsplitsing",
    "categorie", "uitsplitsing_2", "categorie_2", "eenheid", "release_id",
)  # fmt: skip
_PLACES = {name: place for place, name in enumerate(_TEXT)}


@dataclass(frozen=True)
class Row:
    """One published figure; None is a hidden or absent number."""

    source: str
    line: int
    text: tuple[str, ...]
    teller: float | None
    noemer: float | None
    waarde: float | None
    waarde_text: str
    status: str | None

    def get(self, name: str) -> str:
        """A text column by name."""
        return self.text[_PLACES[name]]

    @property
    def place(self) -> str:
        """Where the figure stands, without its value."""
        names = ("indicator", "schooljaar", "geo_code", "uitsplitsing", "categorie")
        second = self.get("categorie_2")
        tail = f" × {second}" if second not in ("", "totaal") else ""
        return " · ".join(self.get(n) for n in names) + tail


@dataclass(frozen=True)
class Indicator:
    """Which population and trait an indicator counts (from `dim_indicator`)."""

    basis: str
    kenmerk: str
    gevoelig: bool


@dataclass
class Published:
    """Everything that was found in the folder."""

    rows: list[Row] = field(default_factory=list)
    indicators: dict[str, Indicator] = field(default_factory=dict)
    parent: dict[str, str] = field(default_factory=dict)
    incomplete: set[str] = field(default_factory=set)
    known: list[dict[str, Any]] = field(default_factory=list)
    releases: list[str] = field(default_factory=list)
    overlapping: set[str] = field(default_factory=set)


class AuditError(Exception):
    """The folder cannot be audited: no mart in it, or a file that cannot be read."""


def read_published(*folders: Path) -> Published:
    """Read every table of the folders together; raises AuditError when there is no mart."""
    found = Published()
    tables = [table for folder in folders for table in _tables(folder)]
    for name, rows in sorted(tables, key=lambda item: item[0]):
        if not rows:
            continue
        columns = set(rows[0])
        if columns >= MART:
            found.rows += [_row(name, i, row) for i, row in enumerate(rows, 1)]
        elif {"indicator", "basis", "kenmerk"} <= columns:
            for row in rows:
                found.indicators[_text(row["indicator"])] = Indicator(
                    _text(row["basis"]), _text(row["kenmerk"]) or "T", _yes(row.get("gevoelig"))
                )
        elif {"geo_code", "geo_ouder"} <= columns:
            for row in rows:
                if _text(row["geo_ouder"]):
                    found.parent[_text(row["geo_code"])] = _text(row["geo_ouder"])
                if "telt_op" in row and not _yes(row["telt_op"]):
                    found.incomplete.add(_text(row["geo_code"]))
        elif {"uitsplitsing", "soort"} <= columns:
            found.overlapping |= {
                _text(r["uitsplitsing"]) for r in rows if _text(r["soort"]) == "overlap"
            }
        elif {"basis", "geo_code", "aantal"} <= columns:
            found.known += rows
    if not found.rows:
        raise AuditError(
            f"no mart found in {folders[0].name}: expected columns {', '.join(sorted(MART))}"
        )
    found.releases = list(dict.fromkeys(r.get("release_id") for r in found.rows))
    return found


def _tables(folder: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    import duckdb

    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        name = path.relative_to(folder).as_posix()
        kind = path.suffix.lower()
        try:
            if kind == ".duckdb":
                with duckdb.connect(str(path), read_only=True) as connection:
                    listed = connection.execute(
                        "select table_schema, table_name from information_schema.tables "
                        "order by all"
                    ).fetchall()
                    for schema, table in listed:
                        relation = connection.table(f'"{schema}"."{table}"')
                        yield f"{name}:{table}", _rows(relation)
            elif kind == ".parquet":
                with duckdb.connect() as connection:
                    yield name, _rows(connection.read_parquet(str(path)))
            elif kind == ".csv":
                with duckdb.connect() as connection:
                    yield name, _rows(connection.read_csv(str(path), all_varchar=True))
        except duckdb.Error as error:
            raise AuditError(f"{name} cannot be read ({type(error).__name__})") from None


def _rows(relation: Any) -> list[dict[str, Any]]:
    names = relation.columns
    return [dict(zip(names, row, strict=True)) for row in relation.fetchall()]


def _row(source: str, line: int, row: dict[str, Any]) -> Row:
    status = row.get("status")
    return Row(
        source=source,
        line=line,
        text=tuple(_text(row.get(name)) for name in _TEXT),
        teller=_number(row.get("teller")),
        noemer=_number(row.get("noemer")),
        waarde=_number(row.get("waarde")),
        waarde_text=_text(row.get("waarde")),
        status=None if status is None or status == "" else str(status),
    )


def is_band(status: str | None) -> bool:
    """Whether a status tells a band of percents, such as `<5`."""
    return status is not None and re.fullmatch(r"[<>]\d+(\.\d+)?", status) is not None


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _number(value: Any) -> float | None:
    if value is None or value == "":
        return None
    try:
        return float(str(value).replace(",", "."))
    except ValueError:
        return None


def _yes(value: Any) -> bool:
    return _text(value).lower() in ("1", "true", "ja", "j")
