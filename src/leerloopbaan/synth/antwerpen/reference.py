"""Antwerp's own dated reference lists, landed like a delivery."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import pyarrow as pa

from leerloopbaan.synth.antwerpen.city import NUMBER_BASE
from leerloopbaan.synth.antwerpen.tables import REFERENCE
from leerloopbaan.synth.basis import FIRST_YEAR, YEARS
from leerloopbaan.synth.formats import TableSpec
from leerloopbaan.synth.groups import POSITIONS, catalogue
from leerloopbaan.synth.landscape import Landscape, opening_years

NETS = ("GO", "OGO", "VGO")
OPEN = dt.date(FIRST_YEAR, 9, 1)
ROLES = ("SYN-begeleider-1", "SYN-begeleider-2", "SYN-begeleider-3")
Row = dict[str, Any]


def table(spec: TableSpec, rows: Sequence[Row]) -> pa.Table:
    """Rows as a typed table in the order of the specification; missing cells are blank."""
    columns = []
    for name in spec.technical:
        values = [row.get(name) for row in rows]
        kind = next((type(v) for v in values if v is not None), str)
        arrow = {str: pa.string(), int: pa.int16(), dt.date: pa.date32()}[kind]
        columns.append(pa.array(values, arrow))
    return pa.table(columns, spec.technical)


def reference_tables(landscape: Landscape) -> dict[str, pa.Table]:
    """All lists by name."""
    rows = {
        "ref_vestigingsplaatsen": site_rows(landscape, NUMBER_BASE),
        "ref_administratieve_groepen": group_rows(),
        "ref_instellingen": institution_rows(landscape, NUMBER_BASE),
        "ref_projectscholen": _project_rows(landscape),
    }
    return {spec.name: table(spec, rows[spec.name]) for spec in REFERENCE}


def periods(landscape: Landscape, institution: int) -> Iterable[tuple[int, int, int | None]]:
    """(index of the number, first school year, last or None) of an institution's numbers."""
    change = int(landscape.renumbered[institution])
    if change >= len(YEARS):
        yield institution, FIRST_YEAR, None
        return
    yield institution, FIRST_YEAR, YEARS[change] - 1
    yield institution + landscape.institutions, YEARS[change], None


def site_rows(landscape: Landscape, base: int) -> list[Row]:
    """One row per site and number, with its wijk and district while it is open."""
    numbers = landscape.numbers(base)
    first, last = opening_years(landscape.site_open)
    shared = np.bincount(landscape.site_campus, minlength=landscape.sites) > 1
    wijken = landscape.wijken
    rows: list[Row] = []
    for s in range(landscape.sites):
        wijk, campus = int(landscape.site_wijk[s]), int(landscape.site_campus[s])
        district = int(wijken.district[wijk])
        institution = int(landscape.site_institution[s])
        for number, since, until in periods(landscape, institution):
            begin = max(since, int(first[s]))
            end = min(until or 9999, int(last[s]) if last[s] < YEARS[-1] else 9999)
            if begin > end:
                continue
            rows.append(
                {
                    "instellingsnummer": numbers[number],
                    "intern_volgnummer": f"{landscape.site_number[s]:02d}",
                    "campus_code": f"SYNC{campus:04d}" if shared[campus] else None,
                    "schoolbestuur_code": board_code(int(landscape.board[institution])),
                    "statsector": f"99{district + 1:03d}A{wijk % 100:02d}-",
                    "wijk_code": wijken.code[wijk],
                    "wijk_naam": wijken.name[wijk],
                    "district_code": wijken.district_code[district],
                    "district_naam": wijken.district_name[district],
                    "geldig_van": dt.date(begin, 9, 1),
                    "geldig_tot": dt.date(end + 1, 8, 31) if end < 9999 else None,
                }
            )
    return rows


def board_code(board: int) -> str:
    """Fictitious code of a schoolbestuur."""
    return f"SYNB{board + 1:03d}"


def group_rows() -> list[Row]:
    """The catalogue of administratieve groepen with the dates of the modernisation."""
    return [
        {
            "administratieve_groep_code": g.code,
            "naam": g.name,
            "hoofdstructuur_code": POSITIONS[g.position].hoofdstructuur,
            "graad": g.graad,
            "leerjaar": g.leerjaar,
            "onderwijsvorm": g.vorm or None,
            "finaliteit": g.finaliteit or None,
            "stroom": g.stroom or None,
            "studierichting_code": g.studierichting or None,
            "is_okan": int(g.okan),
            "is_modulair": int(g.modular),
            "is_duaal": int(g.dual),
            "geldig_van": dt.date(g.since, 9, 1) if g.since else dt.date(1995, 9, 1),
            "geldig_tot": dt.date(g.until, 8, 31) if g.until else None,
        }
        for g in catalogue().groups
    ]


def institution_rows(landscape: Landscape, base: int) -> list[Row]:
    """Institutions; the row of a renewed number names the number that it follows."""
    numbers = landscape.numbers(base)
    rows: list[Row] = []
    for i in range(landscape.institutions):
        for number, since, until in periods(landscape, i):
            rows.append(
                {
                    "instellingsnummer": numbers[number],
                    "naam": f"Fictieve school {i + 1:03d} ({landscape.kind[i]})",
                    "schoolbestuur_code": board_code(int(landscape.board[i])),
                    "scholengemeenschap_code": f"SYNSG{int(landscape.community[i]) + 1:02d}",
                    "net": NETS[int(landscape.net[i])],
                    "opvolger_van": numbers[i] if number != i else None,
                    "geldig_van": dt.date(since, 9, 1),
                    "geldig_tot": dt.date(until + 1, 8, 31) if until else None,
                }
            )
    return rows


def _project_rows(landscape: Landscape) -> list[Row]:
    """Secondary and CDO schools in the programme, each with the role that works on it."""
    numbers = landscape.numbers(NUMBER_BASE)
    eligible = [i for i, kind in enumerate(landscape.kind) if kind in ("so", "cdo")]
    rows: list[Row] = []
    for n, i in enumerate(eligible[::4]):
        for number, since, until in periods(landscape, i):
            if (until or 9999) < 2021:
                continue
            products = ["area_up", "schoolportretten"][: 1 + n % 2]
            products += ["early_warning"] if n % 5 == 0 else []
            for product in products:
                rows.append(
                    {
                        "instellingsnummer": numbers[number],
                        "product": product,
                        "medewerker_rol": ROLES[n % len(ROLES)],
                        "geldig_van": dt.date(max(since, 2021), 9, 1),
                        "geldig_tot": dt.date(until + 1, 8, 31) if until else None,
                    }
                )
    return rows
