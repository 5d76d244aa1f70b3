"""The last look at the files of schools: no other school in anybody's, and the rules of figures.

Set-based: the tables of all recipients are read together, and the bytes of every file are searched
for the numbers of schools that it may not name, metadata and DuckDB's own pages included.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from pathlib import Path

import duckdb

from leerloopbaan.errors import RefusedError
from leerloopbaan.register.schema import Protocol
from leerloopbaan.release.recipients import SCHOOL, Recipient
from leerloopbaan.release.school_tables import COMPARED, OWN, SchoolTables, tables_of
from leerloopbaan.release.tables import quoted
from leerloopbaan.release.verify import COLUMNS, NUMBER, RULES

_BYTES = re.compile(rb"\d{6,}")
_COMPARED_RULES = {
    "een aantal in een vergelijking": "teller is not null or noemer is not null",
    "een lege vergelijking": "waarde is null or status is not null",
    "geen bronvermelding (R-49)": "coalesce(trim(bron), '') = ''",
    "ander niveau (R-52)": "geo_niveau <> 'vergelijkingsgroep'",
}


def verify_school_files(
    folder: Path,
    protocol: Protocol,
    tables: SchoolTables,
    recipients: Sequence[Recipient],
    schools: Collection[str],
) -> None:
    """Check the files of all recipients; raises RefusedError naming file and rule, never a value.

    schools: numbers and names of all institutions.
    """
    if not recipients:
        return
    own = {f"{r.audience}/{r.code}": frozenset(r.schools) for r in recipients}
    with duckdb.connect() as connection:
        for table in sorted({t for r in recipients for t in tables_of(r, tables)}):
            if table.startswith((OWN, COMPARED)):
                _figures(connection, folder, protocol, table)
            if table.startswith((OWN, COMPARED)) or table == "dim_geografie":
                _codes(connection, folder, table, own)
    numbers = frozenset(s for s in schools if NUMBER.fullmatch(s))
    _no_other_number(folder, recipients, numbers)
    _no_other_name(folder, recipients, _names(folder, recipients), schools)


def _figures(
    connection: duckdb.DuckDBPyConnection, folder: Path, protocol: Protocol, table: str
) -> None:
    product = table.removeprefix(OWN).removeprefix(COMPARED)
    files = _files(folder, table, "parquet")
    described = connection.execute(f"select column_name from (describe from {files})").fetchall()
    columns = tuple(name for (name,) in described if name != "filename")
    if columns != COLUMNS:
        raise RefusedError(
            f"{table}: de kolommen zijn niet die van het contract.",
            remedy="Zie docs/architecture.md, Marts.",
        )
    levels = sorted(
        {
            level
            for p in protocol.producten
            for issue in p.uitgaven
            if p.code == product and issue.publiek == SCHOOL
            for level in issue.niveaus
        }
    )
    rules = _COMPARED_RULES if table.startswith(COMPARED) else RULES
    for rule, condition in rules.items():
        parameters: list[object] = (
            [product] if "$1" in condition else [levels] if "$2" in condition else []
        )
        query = f"select count(*) from {files} where {condition.replace('$2', '$1')}"
        (count,) = connection.execute(query, parameters).fetchone() or (0,)
        if count:
            raise RefusedError(
                f"{table}: {rule}, op {count} rijen.", remedy="De vrijgave is niet gemaakt."
            )


def _codes(
    connection: duckdb.DuckDBPyConnection,
    folder: Path,
    table: str,
    own: dict[str, frozenset[str]],
) -> None:
    """Every place in a recipient's tables is of one of its schools: Parquet and CSV alike."""
    for kind in ("parquet", "csv"):
        rows = connection.execute(
            "select distinct filename, split_part(geo_code, '-', 1) "
            f"from {_files(folder, table, kind)}"
        ).fetchall()
        for file, school in rows:
            audience, code = Path(file).parts[-4:-2]
            if school not in own[f"{audience}/{code}"]:
                raise _other(f"{audience}/{kind}/{table}")


def _no_other_number(
    folder: Path, recipients: Sequence[Recipient], numbers: frozenset[str]
) -> None:
    known = {number.encode() for number in numbers}
    for recipient in recipients:
        mine = {number.encode() for number in recipient.schools}
        place = folder / recipient.audience / recipient.code
        for file in sorted(f for f in place.rglob("*") if f.is_file()):
            others = known - mine
            found = bool(others & set(_BYTES.findall(file.read_bytes())))
            if found and file.suffix == ".duckdb":
                # A digit of a block's pointer can stand behind five of a number: another layout
                # tells that from a leak, and is what goes out.
                _lay_out_anew(file)
                found = bool(others & set(_BYTES.findall(file.read_bytes())))
            if found:
                raise _other(f"{recipient.audience}/{file.relative_to(place).as_posix()}")


def _lay_out_anew(file: Path) -> None:
    """The same database in blocks of another size, uncompressed, in the place of the first."""
    aside = file.with_suffix(".anders")
    with duckdb.connect() as connection:
        connection.execute("pragma force_compression='uncompressed'")
        connection.execute(f"attach '{quoted(file)}' as oud (read_only)")
        connection.execute(f"attach '{quoted(aside)}' as nieuw (block_size 32768)")
        connection.execute("copy from database oud to nieuw")
    aside.replace(file)


def _names(folder: Path, recipients: Sequence[Recipient]) -> dict[str, frozenset[str]]:
    """The names that each recipient's own schools have."""
    with duckdb.connect() as connection:
        rows = connection.execute(
            f"select distinct filename, geo_naam from {_files(folder, 'dim_geografie', 'parquet')}"
        ).fetchall()
    names: dict[str, set[str]] = {f"{r.audience}/{r.code}": set() for r in recipients}
    for file, name in rows:
        audience, code = Path(file).parts[-4:-2]
        names[f"{audience}/{code}"].add(str(name))
    return {place: frozenset(found) for place, found in names.items()}


def _no_other_name(
    folder: Path,
    recipients: Sequence[Recipient],
    own: dict[str, frozenset[str]],
    schools: Collection[str],
) -> None:
    """No page names another school: all pages as one text, each name looked up once."""
    texts: list[str] = []
    starts: list[int] = []
    places: list[str] = []
    end = 0
    for recipient in recipients:
        place = folder / recipient.audience / recipient.code
        for file in sorted(place.rglob("*.html")):
            text = file.read_text(encoding="utf-8")
            starts.append(end)
            places.append(f"{recipient.audience}/{recipient.code}")
            texts.append(text)
            end += len(text) + 1
    whole = "\n".join(texts)
    for name in sorted(s for s in schools if len(s) > 5 and not s.isdigit()):
        at = whole.find(name)
        while at >= 0:
            where = places[bisect_right(starts, at) - 1]
            if not any(name in mine for mine in own[where]):
                raise _other(f"{where.split('/')[0]}/pagina")
            at = whole.find(name, at + 1)


def _files(folder: Path, table: str, kind: str) -> str:
    glob = f"'{quoted(folder)}/*/*/{kind}/{table}.{kind}'"
    if kind == "csv":
        return f"read_csv({glob}, filename = true, all_varchar = true, header = true)"
    return f"read_parquet({glob}, filename = true)"


def _other(place: str) -> RefusedError:
    return RefusedError(
        f"{place}: er staat een andere school in (artikel 4, R-24).",
        remedy="De vrijgave is niet gemaakt; meld dit aan de beheerders.",
    )
