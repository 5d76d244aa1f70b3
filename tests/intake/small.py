"""A small faultless Antwerp delivery as plain rows, and writers for every format."""

from __future__ import annotations

import copy
import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

Row = dict[str, str]
Tables = dict[str, list[Row]]

OKAN, FIRST_A, BSO = "90001", "90101", "90301"
SITES = (("039107", "01"), ("039107", "02"), ("040204", "01"))


def faultless(persons: int = 12) -> Tables:
    """Some persons; obviously fictitious codes; received in the autumn of 2024."""
    people = [_person(i) for i in range(persons)]
    return {
        "11a": people,
        "11b": [row for i, p in enumerate(people) for row in _career(i, p)],
        "11c": [_leaver(i, p) for i, p in enumerate(people[:4])],
    }


def reference_lists() -> Tables:
    """The city's own lists that the delivery refers to."""
    return {
        "ref_vestigingsplaatsen": [
            {
                "instellingsnummer": number,
                "intern_volgnummer": site,
                "campus_code": "",
                "schoolbestuur_code": "B1",
                "statsector": "11002Z0A-",
                "wijk_code": "W1",
                "wijk_naam": "Verzonnen wijk",
                "district_code": "D1",
                "district_naam": "Verzonnen district",
                "geldig_van": "2015-09-01",
                "geldig_tot": "",
            }
            for number, site in SITES
        ],
        "ref_administratieve_groepen": [
            _group(OKAN, "Onthaal (verzonnen)", "311", okan="1"),
            _group(
                FIRST_A, "1e leerjaar A (verzonnen)", "311", graad="1", leerjaar="1", stroom="A"
            ),
            _group(BSO, "Verzonnen richting", "311", graad="2", leerjaar="1", onderwijsvorm="BSO"),
        ],
    }


def _group(code: str, name: str, structure: str, okan: str = "0", **rest: str) -> Row:
    row = dict.fromkeys(
        ("graad", "leerjaar", "onderwijsvorm", "finaliteit", "stroom", "studierichting_code"), ""
    )
    return {
        "administratieve_groep_code": code,
        "naam": name,
        "hoofdstructuur_code": structure,
        **row,
        **rest,
        "is_okan": okan,
        "is_modulair": "0",
        "is_duaal": "0",
        "geldig_van": "2015-09-01",
        "geldig_tot": "",
    }


def _person(i: int) -> Row:
    number, site = SITES[i % len(SITES)]
    return {
        "persoon_code": f"ZZ-P{i:04d}",
        "schooljaar": "2021-2022" if i % 2 else "2022-2023",
        "instellingsnummer": number,
        "intern_volgnummer": site,
        "hoofdstructuur_code": "311",
        "administratieve_groep_code": OKAN,
        "an_inschrijfdatum": "2021-09-01" if i % 2 else "2022-10-03",
        "an_einddatum": "2022-06-30" if i % 2 else "2023-08-31",
        "geboortejaar": str(2007 + i % 3),
        "leerjaar": "",
        "geslacht": "MVX"[i % 3],
        "nationaliteit_code": ("SY", "UA", "150", "onbekend")[i % 4],
        "ind_thuistaal": "1",
        "ind_schooltoelage": str(i % 2),
        "ind_opleiding_moeder": str(i // 2 % 2),
        "oki": str(1 + i % 2 + i // 2 % 2),
    }


def _career(i: int, person: Row) -> list[Row]:
    first = int(person["schooljaar"][:4])
    return [
        {
            "persoon_code": person["persoon_code"],
            "schooljaar": f"{year}-{year + 1}",
            "nationaliteit_code": person["nationaliteit_code"],
            "ind_opleiding_moeder": person["ind_opleiding_moeder"],
            "ind_schooltoelage": person["ind_schooltoelage"],
            "oki": person["oki"],
            "instellingsnummer": person["instellingsnummer"],
            "intern_volgnummer": person["intern_volgnummer"],
            "hoofdstructuur_code": "311",
            "administratieve_groep_code": OKAN if year == first else BSO,
            "toestand_0102": "J",
            "toestand_0110": "J" if i % 2 or year > first else "N",
            "toestand_3006": "J",
            "studiebewijs": "getuigschrift 2de graad" if year > first and i % 4 == 0 else "",
            "cluster_orienteringsattest": "" if year == first else "ABC"[i % 3],
        }
        for year in range(first, 2024)
    ]


def _leaver(i: int, person: Row) -> Row:
    number, site = (person["instellingsnummer"], person["intern_volgnummer"])
    return {
        "persoon_code": person["persoon_code"],
        "schooljaar": "2023-2024",
        "vsv": "JN"[i % 2],
        "nationaliteit_code": person["nationaliteit_code"],
        "oki": person["oki"],
        "ind_opleiding_moeder": person["ind_opleiding_moeder"],
        "instellingsnummer": number,
        "intern_volgnummer": site,
        "hoofdstructuur_code": "311",
        "administratieve_groep_code": BSO,
    }


def changed(tables: Tables, *changes: Callable[[Tables], object]) -> Tables:
    """A copy of `tables` to which the changes were applied."""
    result = copy.deepcopy(tables)
    for change in changes:
        change(result)
    return result


def csv_bytes(
    rows: Sequence[Mapping[str, str]],
    *,
    delimiter: str = ";",
    encoding: str = "utf-8",
    header: Sequence[str] | None = None,
    newline: str = "\r\n",
    quoting: Literal[0, 1, 2, 3] = csv.QUOTE_MINIMAL,
) -> bytes:
    """Rows as the bytes of a CSV file."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator=newline, quoting=quoting)
    writer.writerow(header or list(rows[0]))
    writer.writerows(list(row.values()) for row in rows)
    return buffer.getvalue().encode(encoding)


def write_csv(directory: Path, tables: Tables, names: Mapping[str, str] | None = None) -> Path:
    """One CSV per table, named after it; the directory itself."""
    directory.mkdir(parents=True, exist_ok=True)
    for table, rows in tables.items():
        name = (names or {}).get(table, f"{table}.csv")
        (directory / name).write_bytes(csv_bytes(rows))
    return directory


def write_xlsx(
    path: Path, tables: Tables, *, title_rows: int = 0, typed: Iterable[str] = ()
) -> Path:
    """One workbook with a sheet per table; columns in `typed` as numbers."""
    import xlsxwriter

    numbers = set(typed)
    with xlsxwriter.Workbook(str(path)) as book:
        for table, rows in tables.items():
            sheet = book.add_worksheet(table)
            for i in range(title_rows):
                sheet.write_string(i, 0, f"Levering aan de stad, regel {i + 1}")
            for column, name in enumerate(rows[0]):
                sheet.write_string(title_rows, column, name)
                for i, row in enumerate(rows):
                    value: Any = row[name]
                    if value == "":
                        continue
                    if name in numbers:
                        sheet.write_number(title_rows + 1 + i, column, float(value))
                    else:
                        sheet.write_string(title_rows + 1 + i, column, value)
    return path


def write_parquet(directory: Path, tables: Tables) -> Path:
    """One Parquet file per table; text columns, blank as null."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    directory.mkdir(parents=True, exist_ok=True)
    for table, rows in tables.items():
        columns = {c: pa.array([r[c] or None for r in rows], pa.string()) for c in rows[0]}
        pq.write_table(pa.table(columns), directory / f"{table}.parquet")
    return directory
