"""The ground truth agrees with the oracle, which reads only what was delivered."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from leerloopbaan.register.load import load_register
from leerloopbaan.synth.basis import Request
from leerloopbaan.synth.generate import generate
from oracle import oracle
from oracle.model import Career, World, delivery_of
from synth.conftest import Written

YES_NO = {"ind_thuistaal", "ind_schooltoelage", "ind_opleiding_moeder"}
YES_NO |= {"is_okan", "is_modulair", "is_duaal"}
Key = tuple[str, str, str, str, str | None]


def canonical(name: str, value: Any, labels: dict[str, str]) -> str | None:
    """A delivered value as the landing file holds it."""
    if value is None:
        return None
    if name in YES_NO:
        return "J" if value == 1 else "N"
    if isinstance(value, dt.date):
        return value.isoformat()
    return labels.get(value, value) if name == "studiebewijs" else str(value)


def oracle_counts(out: Path) -> tuple[Counter[Key], Counter[Key], set[str]]:
    """(numerators, denominators, indicators) by the oracle, from the delivered files."""
    field = load_register("antwerpen").tabel("11b").veld("studiebewijs")
    labels = {w.label: w.code for w in field.waarden}

    def rows(stem: str) -> tuple[dict[str, str | None], ...]:
        (path,) = out.glob(f"*/{stem}.parquet")
        return tuple(
            {name: canonical(name, value, labels) for name, value in row.items()}
            for row in pq.read_table(path).to_pylist()
        )

    world = World(
        rows("ref_vestigingsplaatsen"),
        rows("ref_administratieve_groepen"),
        rows("ref_instellingen"),
    )
    enrolments, leavers = defaultdict(list), defaultdict(list)
    for row in rows("deel_11b"):
        enrolments[row["persoon_code"]].append(row)
    for row in rows("deel_11c"):
        leavers[row["persoon_code"]].append(row)
    people = [
        Career(row, tuple(enrolments[row["persoon_code"]]), tuple(leavers[row["persoon_code"]]))
        for row in rows("deel_11a")
    ]
    delivery = delivery_of(people)
    tellers: Counter[Key] = Counter()
    noemers: Counter[Key] = Counter()
    indicators: set[str] = set()
    for person in people:
        for facts in oracle.facts(person, world, delivery).values():
            for fact in facts:
                places: list[tuple[str, str | None]] = [("populatie", None)]
                places += [("stad", None)] if fact["in_stad"] else []
                places += [("district", fact["district_code"])] if fact["district_code"] else []
                for indicator, trait in fact["indicatoren"].items():
                    indicators.add(indicator)
                    for place in places if trait is not None else ():
                        key = (indicator, fact["schooljaar"], fact["meetmoment"], *place)
                        noemers[key] += 1
                        tellers[key] += bool(trait)
    return tellers, noemers, indicators


def test_truth_is_what_the_oracle_reads_from_the_delivery(tmp_path: Path) -> None:
    path = generate(Request("antwerpen", tmp_path, scale=0.02, seed=5, format="parquet"))
    truth = [
        row
        for row in json.loads(path.read_text())["indicatoren"]
        if row["uitsplitsing"] == "totaal"
    ]
    tellers, noemers, indicators = oracle_counts(tmp_path)
    assert len(indicators) >= 35
    compared = set()
    for row in truth:
        if row["indicator"] not in indicators:
            continue
        key = (
            row["indicator"],
            row["schooljaar"],
            row["meetmoment"],
            row["geo_niveau"],
            row["geo_code"],
        )
        assert row["noemer"] == noemers[key], key
        assert row["teller"] in (None, tellers[key]), key
        compared.add(key)
    assert compared == set(noemers)


def test_every_indicator_of_the_register_has_its_truth(tmp_path: Path) -> None:
    path = generate(Request("antwerpen", tmp_path, scale=0.02, seed=5, format="parquet"))
    known = {row["indicator"] for row in json.loads(path.read_text())["indicatoren"]}
    # The early warning is a model's estimate of groups: it has no truth, but a back-test.
    asked = {i.code for i in load_register("antwerpen").indicatoren.indicatoren}
    assert asked - {"vroegsignaal"} <= known


def test_sexes_add_up(antwerp: Written, ghent: Written) -> None:
    for written in (antwerp, ghent):
        sums: Counter[tuple[str, ...]] = Counter()
        for row in written.truth["indicatoren"]:
            key = tuple(row[k] for k in ("indicator", "schooljaar", "meetmoment", "geo_niveau"))
            if row["geo_niveau"] in ("populatie", "stad"):
                sign = 1 if row["uitsplitsing"] == "totaal" else -1
                sums[key] += sign * row["noemer"]
        assert sums and not any(sums.values())
