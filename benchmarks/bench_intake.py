"""The gate on a million rows: reading beside DuckDB's bare read_csv, the whole gate, XLSX."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import duckdb

from leerloopbaan.intake.read import read_all
from leerloopbaan.intake.sources import Bron, inspect
from leerloopbaan.keys.secrets import make_demo_secret
from leerloopbaan.register.load import load_register

ROWS = 1_000_000
XLSX_ROWS = 200_000
REPEATS = 5

_PERSONS = """
    select 'ZZ' || lpad(i::varchar, 8, '0') as persoon_code, '2019-2020' as schooljaar,
        '039107' as instellingsnummer, '01' as intern_volgnummer, '311' as hoofdstructuur_code,
        '90001' as administratieve_groep_code, '02/09/2019' as an_inschrijfdatum,
        '30/06/2020' as an_einddatum, (2004 + i % 4)::varchar as geboortejaar, '' as leerjaar,
        ['M', 'V', 'X'][1 + i % 3] as geslacht,
        ['SY', 'UA', '150'][1 + i % 3] as nationaliteit_code,
        '1' as ind_thuistaal, (i % 2)::varchar as ind_schooltoelage,
        '0' as ind_opleiding_moeder, (1 + i % 2)::varchar as oki
    from range({persons}) as r(i)
"""
_ENROLMENTS = """
    select 'ZZ' || lpad((i // 5)::varchar, 8, '0') as persoon_code,
        (2019 + i % 5) || '-' || (2020 + i % 5) as schooljaar, 'SY' as nationaliteit_code,
        '0' as ind_opleiding_moeder, ((i // 5) % 2)::varchar as ind_schooltoelage,
        (1 + (i // 5) % 2)::varchar as oki, '39107.0' as instellingsnummer,
        '1' as intern_volgnummer, '311' as hoofdstructuur_code,
        '90301' as administratieve_groep_code, 'J' as toestand_0102, 'J' as toestand_0110,
        'N' as toestand_3006, '' as studiebewijs, ['A', 'B', 'C'][1 + i % 3]
            as cluster_orienteringsattest
    from range({rows}) as r(i)
"""
_WHOLE_GATE = """
import datetime, resource, sys, time
from pathlib import Path
from leerloopbaan.intake.deliver import deliver
start, cpu = time.perf_counter(), time.process_time()
result = deliver("antwerpen", [Path(p) for p in sys.argv[1:]], datetime.datetime(2024, 10, 15),
                 synthetic=True)
print(result.status, time.perf_counter() - start, time.process_time() - cpu,
      resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def run() -> list[dict[str, Any]]:
    """Measured rows: what, seconds (median), ratio to the bare read, peak memory in MB, aim."""
    with tempfile.TemporaryDirectory(prefix="bench-intake-") as name:
        root = Path(name)
        csv = _write(root / "csv", ROWS)
        source = inspect(csv / "11b.csv")
        bare, mapped = _medians(lambda: _bare(source.pad), lambda: _read_and_map(source))
        status, whole, cpu, memory = _gates(root / "kluis_csv", csv)
        book = _write_book(root / "xlsx", XLSX_ROWS)
        book_status, book_seconds, book_cpu, book_memory = _gates(root / "kluis_xlsx", book)
    return [
        _row("bare read_csv to table, 1 M rows", bare, 1.0, None, ""),
        _row("read and map to canonical text, 1 M rows", mapped, mapped / bare, None, "ratio 3"),
        _row(f"whole gate, CSV 1 M rows ({status})", whole, whole / bare, memory, "30 s, 2048 MB",
             cpu=cpu),
        _row(f"whole gate, XLSX 200 k ({book_status})", book_seconds, None, book_memory, "20 s",
             cpu=book_cpu),
    ]  # fmt: skip


def _row(
    what: str,
    seconds: float,
    ratio: float | None,
    memory: float | None,
    aim: str,
    *,
    cpu: float | None = None,
) -> dict[str, Any]:
    return {
        "what": what,
        "seconds": round(seconds, 2),
        "cpu s": round(cpu, 1) if cpu else "",
        "ratio": round(ratio, 2) if ratio else "",
        "peak MB": round(memory) if memory else "",
        "aim": aim,
    }


def _write(directory: Path, rows: int) -> Path:
    directory.mkdir()
    for name, query in (("11a", _PERSONS.format(persons=rows // 5)),
                        ("11b", _ENROLMENTS.format(rows=rows))):  # fmt: skip
        duckdb.sql(f"copy ({query}) to '{directory / name}.csv' (header, delim ';')")
    return directory


def _write_book(directory: Path, rows: int) -> Path:
    import xlsxwriter

    directory.mkdir()
    with xlsxwriter.Workbook(str(directory / "levering.xlsx"), {"constant_memory": True}) as book:
        for name, query in (("11a", _PERSONS.format(persons=rows // 5)),
                            ("11b", _ENROLMENTS.format(rows=rows))):  # fmt: skip
            sheet = book.add_worksheet(name)
            relation = duckdb.sql(query)
            sheet.write_row(0, 0, relation.columns)
            for number, row in enumerate(relation.fetchall(), start=1):
                sheet.write_row(number, 0, row)
    return directory


def _medians(*actions: Callable[[], None]) -> list[float]:
    """Median seconds of each; they take turns, so that a busy minute is everybody's."""
    times: list[list[float]] = [[] for _ in actions]
    for _ in range(REPEATS):
        for action, taken in zip(actions, times, strict=True):
            start = time.perf_counter()
            action()
            taken.append(time.perf_counter() - start)
    return [median(taken) for taken in times]


def _bare(path: Path) -> None:
    with duckdb.connect() as con:
        con.execute(f"create table t as from read_csv('{path}', delim=';', all_varchar=true)")


def _read_and_map(source: Bron) -> None:
    """What `intake` does with one file before any rule looks at it."""
    with duckdb.connect() as con, tempfile.TemporaryDirectory() as scratch:
        read_all(
            con,
            [source],
            {},
            load_register("antwerpen"),
            Path(scratch),
            progress=lambda _: None,
        )


def _gates(vault: Path, delivery: Path) -> tuple[str, float, float, float]:
    """The run with the median of seconds, each run with a vault of its own."""
    runs = [_gate(vault / str(number), delivery) for number in range(REPEATS)]
    return sorted(runs, key=lambda run: run[1])[REPEATS // 2]


def _gate(vault: Path, delivery: Path) -> tuple[str, float, float, float]:
    """Status, seconds, seconds of CPU and peak memory (MB) of one delivery, in a new process."""
    os.environ["LEERLOOPBAAN_HOME"] = str(vault)
    make_demo_secret("antwerpen")
    done = subprocess.run(
        [sys.executable, "-c", _WHOLE_GATE, *(str(p) for p in sorted(delivery.iterdir()))],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    status, seconds, cpu, memory = done.stdout.split()
    return status, float(seconds), float(cpu), float(memory)
