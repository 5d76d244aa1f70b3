"""CSV: `;`, `,` or tab; UTF-8 (with or without BOM) or cp1252; quoted or not; any line end."""

from __future__ import annotations

import csv as standard_csv
import io
import itertools
import os
import threading
from pathlib import Path

import duckdb

from leerloopbaan.intake.findings import Refused
from leerloopbaan.intake.readers.unit import HEAD_ROWS, Head, Row, Score, Unit, best_head
from leerloopbaan.intake.sources import Bron, unreadable

_DELIMITERS = (";", ",", "\t")
_HEAD_BYTES = 1 << 18
_CHUNK = 1 << 20
_REJECTS = "afgekeurde_regels"
_WHY = {
    "TOO MANY COLUMNS": "De rij heeft meer kolommen dan de kopregel.",
    "MISSING COLUMNS": "De rij heeft minder kolommen dan de kopregel.",
    "UNQUOTED VALUE": "Een aanhalingsteken wordt niet gesloten.",
    "LINE SIZE OVER MAXIMUM": "De rij is langer dan 2 MB.",
    "INVALID ENCODING": "De rij bevat tekens buiten de tekenset.",
}


def unit(source: Bron, scratch: Path) -> Unit:
    """The one sheet of a CSV file; `scratch` is a private directory for a named pipe."""
    return Unit(
        bron=source,
        blad=None,
        find_head=lambda score: _find_head(source, score),
        load=lambda con, relation, head: _load(con, source, relation, head, scratch),
    )


def _find_head(source: Bron, score: Score) -> Head:
    with source.pad.open("rb") as file:
        data = file.read(_HEAD_BYTES)
    encoding = "utf-8-sig" if source.codering == "utf-8" else "cp1252"
    text = data.decode(encoding, errors="ignore")
    candidates = []
    for delimiter in _DELIMITERS:
        rows, records = _parse(text, delimiter)
        if not rows:
            raise unreadable(source.naam, "Het bestand is leeg.")
        index = best_head(rows, score)
        candidates.append((score(rows[index]), len(rows[index]), delimiter, rows[index],
                           records[index]))  # fmt: skip
    known, width, delimiter, heads, before = max(candidates, key=lambda c: (c[0], c[1]))
    if width == 1 and not known:
        raise unreadable(source.naam, "De kolommen zijn niet gescheiden door ; of , of een tab.")
    return Head(
        koppen=tuple(cell if cell and cell.strip() else None for cell in heads),
        overslaan=before,
        scheiding=delimiter,
    )


def _parse(text: str, delimiter: str) -> tuple[list[Row], list[int]]:
    """The first rows and, for each, how many records there are up to and with it.

    Records as DuckDB counts them: an empty line is one, and a line break between quotes ends
    none.
    """
    reader = standard_csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows: list[Row] = []
    records: list[int] = []
    try:
        for record, row in enumerate(itertools.islice(reader, 2 * HEAD_ROWS), start=1):
            if row:
                rows.append(row)
                records.append(record)
    except standard_csv.Error:
        # A field beyond the module's limit: what was read before it is enough for a heading.
        pass
    return rows[:HEAD_ROWS], records[:HEAD_ROWS]


def _load(
    con: duckdb.DuckDBPyConnection, source: Bron, relation: str, head: Head, scratch: Path
) -> None:
    columns = ", ".join(f"'c{i}': 'varchar'" for i in range(len(head.koppen)))
    statement = f"""
        create or replace table {relation} as
        from read_csv(
            $path, delim = $delimiter, quote = '"', escape = '"', header = false,
            skip = {head.overslaan}, auto_detect = false, columns = {{{columns}}},
            strict_mode = true, store_rejects = true, rejects_limit = 100,
            rejects_table = '{_REJECTS}', rejects_scan = '{_REJECTS}_scan'
        )
    """
    try:
        if source.codering == "utf-8" and not source.regeleinden_gemengd:
            con.execute(statement, {"path": str(source.pad), "delimiter": head.scheiding})
        else:
            with _Rewritten(source, scratch) as pipe:
                con.execute(statement, {"path": str(pipe), "delimiter": head.scheiding})
        rejected = con.execute(
            f"select error_type, min(line), count(distinct line) from {_REJECTS} "
            # A line of blanks is an empty line.
            "where trim(csv_line, ' ' || chr(9)) <> '' group by all order by 2, 1"
        ).fetchall()
        con.execute(f"drop table if exists {_REJECTS}; drop table if exists {_REJECTS}_scan")
    except duckdb.Error as error:
        if isinstance(error, (duckdb.OutOfMemoryException, duckdb.IOException)):
            raise
        # The driver's text quotes the line: only its kind may be shown.
        raise unreadable(
            source.naam, f"De CSV kan niet gelezen worden ({type(error).__name__})."
        ) from None
    if rejected:
        raise _rejection(source, rejected)


def _rejection(source: Bron, rejected: list[tuple[str, int, int]]) -> Refused:
    kind, line, _ = rejected[0]
    total = sum(count for _, _, count in rejected)
    if line == source.laatste_regel_open and kind != "TOO MANY COLUMNS":
        why = f"Regel {line}, de laatste van het bestand, breekt af."
        return unreadable(source.naam, why, rule="onvolledig_bestand")
    why = _WHY.get(kind, "De rij is geen geldige CSV.")
    more = f" Dat geldt voor {total} regels." if total > 1 else ""
    return unreadable(source.naam, f"Regel {line} van het bestand: {why}{more}")


class _Rewritten:
    """A named pipe that gives a file as UTF-8 with LF line ends: no copy of it reaches the disk."""

    def __init__(self, source: Bron, scratch: Path) -> None:
        self._source = source
        self._pipe = scratch / f"{source.sha256[:16]}.pipe"

    def __enter__(self) -> Path:
        self._pipe.unlink(missing_ok=True)
        os.mkfifo(self._pipe, 0o600)
        self._thread = threading.Thread(target=self._write, daemon=True)
        self._thread.start()
        return self._pipe

    def _write(self) -> None:
        try:
            with self._source.pad.open("rb") as file, self._pipe.open("wb") as pipe:
                while chunk := file.read(_CHUNK):
                    if chunk.endswith(b"\r"):
                        chunk += file.read(1)
                    chunk = chunk.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
                    if self._source.codering != "utf-8":
                        chunk = chunk.decode("cp1252").encode("utf-8")
                    pipe.write(chunk)
        except BrokenPipeError:
            # The reader stopped early and reports why.
            pass

    def __exit__(self, *_: object) -> None:
        if self._thread.is_alive():
            # A reader that never opened the pipe would leave the writer waiting: release it.
            descriptor = os.open(self._pipe, os.O_RDONLY | os.O_NONBLOCK)
            os.close(descriptor)
            self._thread.join(timeout=5)
        self._pipe.unlink(missing_ok=True)
