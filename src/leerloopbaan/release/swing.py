"""Import workbooks for Swing (Stad in Cijfers, Gent in cijfers), one per level.

Each level is loaded by itself with its own suppression, so that nothing is aggregated and
nothing can be subtracted there. Hidden: the special value -99996 (missing).
Format: PERIOD, GEOLEVEL, GEOITEM and one column per variable (Swing's import format 1).
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import duckdb
import xlsxwriter

from leerloopbaan.release.plan import Audience

MISSING = -99996
_MOMENTS = {"01/10": "_0110", "01/02": "_0102", "30/06": "_3006"}
_CODE = re.compile(r"[^a-z0-9_]")
_MADE = dt.datetime(2000, 1, 1)


def write_swing(database: Path, audience: Audience, folder: Path) -> None:
    """Write `swing/<mart>_<niveau>.xlsx` for every mart and level of the audience."""
    with duckdb.connect(str(database), read_only=True) as connection:
        for output in audience.outputs:
            for level in sorted(output.levels):
                rows = connection.execute(
                    f"select schooljaar_eind, geo_code, indicator, meetmoment, waarde, status "
                    f"from {output.mart} where geo_niveau = $1 and uitsplitsing = 'totaal' "
                    "and uitsplitsing_2 = 'totaal' order by all",
                    [level],
                ).fetchall()
                if not rows:
                    continue
                labels = dict(
                    connection.execute(
                        "select indicator, struct_pack(naam, eenheid) from dim_indicator"
                    ).fetchall()
                )
                folder.mkdir(exist_ok=True)
                _workbook(folder / f"{output.mart}_{level}.xlsx", level, rows, labels)


def variable(indicator: str, moment: str) -> str:
    """Swing's code of a figure: at most 50 characters of `a-z0-9_`."""
    return _CODE.sub("_", f"{indicator}{_MOMENTS.get(moment, '')}".lower())[:50]


def _workbook(
    file: Path, level: str, rows: list[tuple[Any, ...]], labels: dict[str, dict[str, str]]
) -> None:
    variables = sorted({(variable(r[2], r[3]), r[2], r[3]) for r in rows})
    places: dict[tuple[int, str], dict[str, float]] = {}
    for year, area, indicator, moment, value, status in rows:
        figure = MISSING if status is not None else float(value)
        places.setdefault((year, area), {})[variable(indicator, moment)] = figure
    with xlsxwriter.Workbook(str(file), {"strings_to_formulas": False}) as book:
        book.set_properties({"created": _MADE})
        data = book.add_worksheet("Data")
        codes = [code for code, _, _ in variables]
        data.write_row(0, 0, ["PERIOD", "GEOLEVEL", "GEOITEM", *codes])
        for line, ((year, area), figures) in enumerate(sorted(places.items()), start=1):
            data.write_row(line, 0, [year, level, area])
            data.write_row(line, 3, [figures.get(code, MISSING) for code in codes])
        definition = book.add_worksheet("Data_def")
        kinds = [("PERIOD", "period"), ("GEOLEVEL", "geolevel"), ("GEOITEM", "geoitem")]
        for line, pair in enumerate([("col", "type"), *kinds, *((code, "var") for code in codes)]):
            definition.write_row(line, 0, pair)
        names = book.add_worksheet("Label_var")
        names.write_row(0, 0, ["Onderwerpcode", "Naam", "Eenheid"])
        for line, (code, indicator, moment) in enumerate(variables, start=1):
            label = labels[indicator]
            suffix = f" ({moment})" if moment in _MOMENTS else ""
            names.write_row(line, 0, [code, f"{label['naam']}{suffix}"[:100], label["eenheid"]])
