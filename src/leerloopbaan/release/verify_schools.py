"""The last look at the files of schools: no other school in anybody's, and the rules of figures.

Set-based: the tables of all recipients are read together, and the bytes of every file are searched
for the numbers of schools that it may not name, metadata and DuckDB's own pages included.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from html import unescape
from pathlib import Path

import duckdb

from leerloopbaan.errors import RefusedError
from leerloopbaan.register.schema import Protocol
from leerloopbaan.release.recipients import SCHOOL, Recipient
from leerloopbaan.release.school_tables import COMPARED, OWN, SchoolTables, tables_of
from leerloopbaan.release.search import footer, name_finder, names_of, numbers_in, numbers_of
from leerloopbaan.release.tables import quoted
from leerloopbaan.release.verify import COLUMNS, RULES, check_rules

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
    """Check the files of these recipients; raises RefusedError naming file and rule, never a value.

    schools: numbers and names of all institutions.
    """
    if not recipients:
        return
    own = {f"{r.audience}/{r.code}": frozenset(r.schools) for r in recipients}
    numbers = numbers_of(schools)
    with duckdb.connect() as connection:
        for table in sorted({t for r in recipients for t in tables_of(r, tables)}):
            files = [
                str(folder / r.audience / r.code / "parquet" / f"{table}.parquet")
                for r in recipients
                if table in tables_of(r, tables)
            ]
            if table.startswith((OWN, COMPARED)):
                _figures(connection, files, protocol, table)
            if table.startswith((OWN, COMPARED)) or table == "dim_geografie":
                _codes(connection, files, table, own, numbers)
        names = _names(connection, folder, recipients)
    for recipient in recipients:
        _no_other_number(folder, recipient, numbers)
    _no_other_name(folder, recipients, names, schools)


def _figures(
    connection: duckdb.DuckDBPyConnection, files: list[str], protocol: Protocol, table: str
) -> None:
    product = table.removeprefix(OWN).removeprefix(COMPARED)
    relation = connection.read_parquet(files)
    if tuple(relation.columns) != COLUMNS:
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
    check_rules(
        connection,
        "read_parquet($bestanden)",
        table,
        rules=_COMPARED_RULES if table.startswith(COMPARED) else RULES,
        parameters={"product": product, "niveaus": levels, "bestanden": files},
    )


def _codes(
    connection: duckdb.DuckDBPyConnection,
    files: list[str],
    table: str,
    own: dict[str, frozenset[str]],
    numbers: frozenset[bytes],
) -> None:
    """Every place in a recipient's table is of one of its schools, and no text has another number.

    The CSV files hold the same rows as plain text, of which every byte is read below.
    """
    relation = connection.read_parquet(files)
    texts = [c for c, kind in zip(relation.columns, relation.types, strict=True)
             if str(kind) == "VARCHAR" and c != "geo_code"]  # fmt: skip
    rows = connection.execute(
        "select distinct filename, split_part(geo_code, '-', 1), "
        f"regexp_extract_all(concat_ws('|', {', '.join(texts)}), '[0-9]+') "
        "from read_parquet($1, filename = true)",
        [files],
    ).fetchall()
    for file, school, found in rows:
        audience, code = Path(file).parts[-4:-2]
        mine = own[f"{audience}/{code}"]
        if school not in mine or any(n.encode() in numbers and n not in mine for n in found):
            raise _other(f"{audience}/parquet/{table}")


def _no_other_number(folder: Path, recipient: Recipient, numbers: frozenset[bytes]) -> None:
    others = numbers - {number.encode() for number in recipient.schools}
    place = folder / recipient.audience / recipient.code
    for file in sorted(f for f in place.rglob("*") if f.is_file()):
        found = bool(others & _numbers_of(file))
        if found and file.suffix == ".duckdb":
            # A digit of a block's pointer can stand behind five of a number: another layout
            # tells that from a leak, and is what goes out.
            _lay_out_anew(file)
            found = bool(others & _numbers_of(file))
        if found:
            raise _other(f"{recipient.audience}/{file.relative_to(place).as_posix()}")


def _numbers_of(file: Path) -> set[bytes]:
    data = file.read_bytes()
    return numbers_in(footer(data) if file.suffix == ".parquet" else data)


def _lay_out_anew(file: Path) -> None:
    """The same database in blocks of another size, uncompressed, in the place of the first."""
    aside = file.with_suffix(".anders")
    with duckdb.connect() as connection:
        connection.execute("pragma force_compression='uncompressed'")
        connection.execute(f"attach '{quoted(file)}' as oud (read_only)")
        connection.execute(f"attach '{quoted(aside)}' as nieuw (block_size 32768)")
        connection.execute("copy from database oud to nieuw")
    aside.replace(file)


def _names(
    connection: duckdb.DuckDBPyConnection, folder: Path, recipients: Sequence[Recipient]
) -> dict[str, frozenset[str]]:
    """The names that each recipient's own schools have."""
    files = [
        str(folder / r.audience / r.code / "parquet" / "dim_geografie.parquet") for r in recipients
    ]
    rows = connection.execute(
        "select distinct filename, geo_naam from read_parquet($1, filename = true)", [files]
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
    """No page names another school."""
    find = name_finder(names_of(schools))
    for recipient in recipients:
        place = folder / recipient.audience / recipient.code
        mine = own[f"{recipient.audience}/{recipient.code}"]
        for file in sorted(place.rglob("*.html")):
            for name in find(unescape(file.read_text(encoding="utf-8"))):
                # A name can begin as another does: `Sint-Jan` in `Sint-Jansschool`.
                if not any(name in own_name for own_name in mine):
                    raise _other(f"{recipient.audience}/pagina")


def _other(place: str) -> RefusedError:
    return RefusedError(
        f"{place}: er staat een andere school in (artikel 4, R-24).",
        remedy="De vrijgave is niet gemaakt; meld dit aan de beheerders.",
    )
