"""One Antwerp delivery, its reference lists and its ground truth, written block by block."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

import numpy as np

from leerloopbaan.synth.antwerpen.careers import Careers, simulate
from leerloopbaan.synth.antwerpen.city import antwerp_landscape
from leerloopbaan.synth.antwerpen.faults import FAULTS
from leerloopbaan.synth.antwerpen.known import know
from leerloopbaan.synth.antwerpen.persons import CANDIDATES_PER_SCALE, Persons, draw_persons
from leerloopbaan.synth.antwerpen.reference import reference_tables
from leerloopbaan.synth.antwerpen.rows import delivered
from leerloopbaan.synth.antwerpen.tables import DELIVERY, REFERENCE
from leerloopbaan.synth.antwerpen.truth import figures
from leerloopbaan.synth.basis import (
    RUNNING,
    SCHOOLJAREN,
    Bools,
    Request,
    blocks,
    person_codes,
    stream,
)
from leerloopbaan.synth.faults import Ledger, chosen
from leerloopbaan.synth.formats import DeliveryWriter
from leerloopbaan.synth.landscape import Landscape
from leerloopbaan.synth.truth import Tally


def careers(request: Request, landscape: Landscape) -> Iterator[tuple[Careers, list[str]]]:
    """Careers and codes per block, of those in the protocol's scope.

    In scope: a (OK)AN enrolment, and at least one delivered enrolment in the city.
    """
    total = max(1, round(CANDIDATES_PER_SCALE * request.scale))
    for number, (first, count) in enumerate(blocks(total)):
        rng = stream(request.seed, 1, 1, number)
        persons = draw_persons(rng, first, count, landscape.wijken)
        everyone = simulate(rng, persons, landscape)
        codes = person_codes(first, count, request.seed)
        scope = in_scope(everyone)
        yield select(everyone, scope), [codes[i] for i in np.flatnonzero(scope)]


def in_scope(c: Careers) -> Bools:
    """Whether 11a or 11b of the person shows a site in the city."""
    site, group = c.entry_spell
    delivered = ((c.site >= 0) & c.flag.any(axis=3)).any(axis=(1, 2))
    result: Bools = (group >= 0) & ((site >= 0) | delivered)
    return result


def select(c: Careers, keep: Bools) -> Careers:
    """The careers of some persons."""
    persons = {
        f.name: getattr(c.persons, f.name)[keep] for f in fields(Persons) if f.name != "first"
    }
    arrays = {f.name: getattr(c, f.name)[keep] for f in fields(Careers) if f.name != "persons"}
    return Careers(persons=replace(c.persons, **persons), **arrays)


def landscape_of(request: Request) -> Landscape:
    """The city's schools for this seed; the same at every scale."""
    return antwerp_landscape(request.seed)


def generate_antwerp(request: Request) -> dict[str, Any]:
    """Write the delivery and the reference lists; returns what is true of them."""
    landscape = landscape_of(request)
    lists = DeliveryWriter(
        request.out / "referentie", request.format, "antwerpen_referentielijsten.xlsx", REFERENCE
    )
    delivery = DeliveryWriter(
        request.out / "levering", request.format, "antwerpen_11a_11b_11c.xlsx", DELIVERY
    )
    wijken = landscape.wijken
    tally = Tally(wijken.district_code, "district", ("m", "v_x"), "geslacht")
    ledger = Ledger(chosen(request.faults, FAULTS))
    tables = reference_tables(landscape)
    with lists, delivery:
        for number, (block, codes) in enumerate(careers(request, landscape)):
            tally.add(figures(know(block, landscape)), np.minimum(block.persons.sex, 1))
            tables = ledger.plant(tables | delivered(block, codes, landscape), first=number == 0)
            for name, table in tables.items():
                (lists if name.startswith("ref_") else delivery).write(name, table)
            tables = {}
    ledger.finish({t: delivery.directory / f for t, f in delivery.files.items()})
    return {
        "bestanden": {
            table: {"bestand": f"{directory.name}/{writer.files[table]}", "rijen": rows}
            for directory, writer in ((lists.directory, lists), (delivery.directory, delivery))
            for table, rows in writer.rows.items()
        },
        "schooljaren": list(SCHOOLJAREN),
        "lopend_schooljaar": SCHOOLJAREN[RUNNING],
        "fouten": ledger.entries(),
        "indicatoren": tally.rows(),
    }
