"""Shares of categories and of blanks, against the delivery that is replaced and the year before.

Only the school years that are compared are read from what is in force, once, and every column is
counted in the same pass.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt

from leerloopbaan.intake.findings import Bevinding
from leerloopbaan.intake.rules.check import Context, start_year
from leerloopbaan.register.schema import Tabel, Veld, Veldtype

# Below this many rows shares jump about by themselves.
MINIMUM_ROWS = 100
_SHARE_STEP = 0.10
_BLANK_STEP = 0.10
# Beyond what chance makes of a share in that many rows, in standard errors.
_CHANCE = 4
_BOTH = ("invoer", "van_kracht")
_RULES = ("plausibel_aandeel", "plausibel_leeg")


# How many rows have each code, per column.
Telling = dict[str, int]


def share_findings(context: Context, table: Tabel) -> Iterator[Bevinding]:
    """Findings about the shares in one delivered table."""
    yield from _against_the_year_before(context, table)
    yield from _against_the_one_before(context, table)


def _categories(table: Tabel) -> list[Veld]:
    return [
        v
        for v in table.velden
        if v.type in {Veldtype.keuze, Veldtype.janee} or (v.type is Veldtype.code and v.waarden)
    ]


def _against_the_one_before(context: Context, table: Tabel) -> Iterator[Bevinding]:
    """Shares and blanks that moved in the school years that this delivery replaces."""
    where = _common_years(context, table)
    if where is None or not _enough(context, table):
        return
    relations = [f"from {schema}.{table.relatie} where {where}" for schema in _BOTH]
    shares, blanks = (context.applies(code, table.naam) for code in _RULES)
    columns = [v.naam for v in _categories(table) if shares]
    now, then = (_count(context, rows, columns) for rows in relations)
    for column in columns:
        values = now[column] | then[column]
        if any(abs(_share(now[column], v) - _share(then[column], v)) > _SHARE_STEP for v in values):
            yield Bevinding(
                "plausibel_aandeel",
                "Het aandeel van een categorie verschuift sterk.",
                table.naam,
                kolom=column,
            )
    optional = [v.naam for v in table.velden if blanks and not v.verplicht]
    blank, blank_then = (_blank_shares(context, rows, optional) for rows in relations)
    for column in optional:
        if abs(blank[column] - blank_then[column]) > _BLANK_STEP:
            yield Bevinding(
                "plausibel_leeg",
                "Het aandeel lege waarden verschuift sterk.",
                table.naam,
                kolom=column,
            )


def _enough(context: Context, table: Tabel) -> bool:
    row = context.con.execute(
        "select "
        + " and ".join(
            f"(select count(*) from {schema}.{table.relatie}) >= {MINIMUM_ROWS}" for schema in _BOTH
        )
    ).fetchone()
    return bool(row and row[0])


def _common_years(context: Context, table: Tabel) -> str | None:
    """SQL condition: rows of school years that are in both; None when there are none."""
    if not table.schooljaar_kolom:
        return "true"
    year = f'"{table.schooljaar_kolom}"'
    rows = context.con.execute(
        f"select distinct {year} from invoer.{table.relatie} "
        f"where {year} in (select schooljaar from delen_van_kracht where tabel = ?)",
        [table.relatie],
    ).fetchall()
    return f"{year} in ({_quoted(row[0] for row in rows)})" if rows else None


def _against_the_year_before(context: Context, table: Tabel) -> Iterator[Bevinding]:
    """Shares that jump between a census that is new and that of the year before.

    Only of a census, which counts everybody: its shares move slowly.
    """
    code = "plausibel_aandeel"
    if not table.meetmoment or not table.schooljaar_kolom or not context.applies(code, table.naam):
        return
    year = f'"{table.schooljaar_kolom}"'
    new = context.con.execute(
        f"select distinct {start_year(year)} from invoer.{table.relatie} "
        f"where {start_year(year)} is not null "
        f"and {year} not in (select schooljaar from delen_van_kracht where tabel = ?) order by 1",
        [table.relatie],
    ).fetchall()
    columns = [v.naam for v in _categories(table)]
    jumping = {
        column
        for (start,) in new
        for column in _jumps(
            _count(context, _rows_of(context, table, start), columns),
            _count(context, _rows_of(context, table, start - 1), columns),
        )
    }
    for column in columns:
        if column in jumping:
            yield Bevinding(
                code,
                "Het aandeel van een categorie springt tegenover het vorige schooljaar.",
                table.naam,
                kolom=column,
            )


def _rows_of(context: Context, table: Tabel, start: int) -> str:
    year = f'"{table.schooljaar_kolom}"'
    return f"from {context.known(table.naam)} where {year} = '{start}-{start + 1}'"


def _jumps(now: dict[str, Telling], then: dict[str, Telling]) -> Iterator[str]:
    """The columns of which a share differs more than chance makes it."""
    for column, new in now.items():
        old = then[column]
        rows = (sum(new.values()), sum(old.values()))
        if min(rows) < MINIMUM_ROWS:
            continue
        for value in new | old:
            share = (new.get(value, 0) + old.get(value, 0)) / sum(rows)
            error = sqrt(share * (1 - share) * (1 / rows[0] + 1 / rows[1]))
            if abs(_share(new, value) - _share(old, value)) > max(_SHARE_STEP, _CHANCE * error):
                yield column
                break


def _share(counts: Telling, value: str) -> float:
    total = sum(counts.values())
    return counts.get(value, 0) / total if total else 0.0


def _count(context: Context, rows: str, columns: list[str]) -> dict[str, Telling]:
    """Per column how often each code stands in `rows` (a FROM clause); blanks do not count."""
    found: dict[str, Telling] = {column: {} for column in columns}
    if not columns:
        return found
    names = [f'"{column}"' for column in columns]
    sets = ", ".join(f"({name})" for name in names)
    # A bit of `grouping` is 0 for the one column that a row of the result is about.
    which = ", ".join(f"grouping({name})" for name in names)
    for *cells, number in context.con.execute(
        f"select {', '.join(names)}, {which}, count(*) {rows} group by grouping sets ({sets})"
    ).fetchall():
        position = cells[len(columns) :].index(0)
        if cells[position] is not None:
            found[columns[position]][cells[position]] = number
    return found


def _blank_shares(context: Context, rows: str, columns: list[str]) -> dict[str, float]:
    """Per column the share of `rows` that have no value."""
    shares = ", ".join(f'1 - count("{column}") / count(*)' for column in columns)
    found = context.con.execute(f"select {shares} {rows}").fetchone() if columns else ()
    return dict(zip(columns, found or (), strict=True))


def _quoted(texts: Iterator[str]) -> str:
    return ", ".join("'" + text.replace("'", "''") + "'" for text in texts)
