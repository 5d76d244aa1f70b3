"""Ghent's deliveries, reference lists and ground truth, written block by block."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import numpy as np

from leerloopbaan.synth.basis import (
    RUNNING,
    SCHOOLJAREN,
    YEARS,
    Format,
    Request,
    blocks,
    person_codes,
    stream,
)
from leerloopbaan.synth.faults import Ledger, chosen
from leerloopbaan.synth.formats import DeliveryWriter, TableSpec
from leerloopbaan.synth.gent.city import Ghent, ghent
from leerloopbaan.synth.gent.faults import FAULTS, SEED_PER_YEAR
from leerloopbaan.synth.gent.june import BANDS, June, draw_june
from leerloopbaan.synth.gent.pupils import Pupils, draw_pupils
from leerloopbaan.synth.gent.rows import february_rows, june_rows, reference_tables
from leerloopbaan.synth.gent.stages import stage_counts
from leerloopbaan.synth.gent.tables import DELIVERY, FEBRUARY, JUNE, REFERENCE
from leerloopbaan.synth.gent.truth import figures
from leerloopbaan.synth.truth import Tally

# The format that comes with many school years in one file.
MANY_YEARS = "parquet"


def pupils(request: Request, city: Ghent) -> Iterator[tuple[Pupils, June, list[str]]]:
    """Pupils, their 30 June and their codes, per block; a code holds in one school year."""
    for year in range(len(YEARS)):
        total = max(1, round(float(stage_counts()[year].sum()) * request.scale))
        for number, (first, count) in enumerate(blocks(total)):
            rng = stream(request.seed, 2, 1, year, number)
            block = draw_pupils(rng, city, year, count)
            june = draw_june(rng, city, block)
            codes = person_codes(
                first, count, request.seed + SEED_PER_YEAR * year, f"SYN{chr(65 + year)}"
            )
            yield block, june, codes


def generate_ghent(request: Request) -> dict[str, Any]:
    """Write the deliveries and the reference lists; returns what is true of them."""
    city = ghent(request.seed)
    tally = Tally(city.deelgemeente_code, "deelgemeente", ("m", "v_x"), "geslacht")
    ledger = Ledger(chosen(request.faults, FAULTS))
    with ExitStack() as stack:
        lists = stack.enter_context(
            DeliveryWriter(
                request.out / "referentie", request.format, "gent_referentielijsten.xlsx", REFERENCE
            )
        )
        tables, periods = reference_tables(city), deliveries(request.format)
        writers: dict[str, DeliveryWriter] = {}
        for number, (block, june, codes) in enumerate(pupils(request, city)):
            directory, specs = periods[block.year]
            if directory not in writers:
                writers[directory] = stack.enter_context(
                    DeliveryWriter(
                        request.out / directory, request.format, "gent_leerlingen.xlsx", specs
                    )
                )
            tally.add(figures(block, june, city), np.minimum(block.sex, 1))
            tables["leerlingen_0102"] = february_rows(block, codes, city)
            tables["leerlingen_3006"] = june_rows(block, june, codes, city)
            tables = ledger.plant(tables, first=number == 0)
            if block.year == RUNNING:
                tables.pop(JUNE.name)
            for name, table in tables.items():
                (lists if name.startswith("ref_") else writers[directory]).write(name, table)
            tables = {}
        files = [("referentie", lists), *writers.items()]
    first = next(iter(writers.values()))
    ledger.finish({t: first.directory / f for t, f in first.files.items()})
    return {
        "bestanden": [
            {"tabel": t, "bestand": f"{name}/{writer.files[t]}", "rijen": rows}
            for name, writer in files
            for t, rows in writer.rows.items()
        ],
        "schooljaren": list(SCHOOLJAREN),
        "banden": {SCHOOLJAREN[YEARS.index(y)]: list(bounds) for y, bounds in BANDS.items()},
        "fouten": ledger.entries(),
        "indicatoren": tally.rows(),
    }


def deliveries(format: Format) -> list[tuple[str, tuple[TableSpec, ...]]]:
    """(directory, tables) of the delivery that holds each school year.

    Parquet: all consecutive years whose absences come in the same form (a delivery never mixes
    counts and bands). Else one delivery per school year. 30 June of the running year is not
    there yet.
    """
    first, result = 0, list[tuple[str, tuple[TableSpec, ...]]]()
    for year, start in enumerate(YEARS):
        same_form = year > 0 and BANDS.get(start) == BANDS.get(start - 1)
        first = first if format == MANY_YEARS and same_form else year
        tables = (FEBRUARY,) if first == RUNNING else DELIVERY
        result.append((f"levering_{SCHOOLJAREN[first]}", tables))
    return result
