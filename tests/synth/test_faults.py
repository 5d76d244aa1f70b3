"""Every named fault is really planted, and says which rule must find it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from leerloopbaan.errors import LeerloopbaanError
from leerloopbaan.register.load import load_register
from leerloopbaan.synth.antwerpen import generate as antwerp_generate
from leerloopbaan.synth.antwerpen.reference import reference_tables as antwerp_lists
from leerloopbaan.synth.antwerpen.rows import delivered
from leerloopbaan.synth.basis import Request
from leerloopbaan.synth.faults import Fault, Ledger, text_table
from leerloopbaan.synth.generate import generate, known_faults
from leerloopbaan.synth.gent import generate as ghent_generate
from leerloopbaan.synth.gent.city import ghent
from leerloopbaan.synth.gent.rows import february_rows, june_rows
from leerloopbaan.synth.gent.rows import reference_tables as ghent_lists

CITIES = ("antwerpen", "gent")
DEFECTS = {"foutief", "onnauwkeurig", "onvolledig", "ontbrekend", "verouderd", "overtollig"}
ALL = [(city, f) for city in CITIES for f in known_faults(city)]
# No row is at fault, or no row is left.
WITHOUT_ROWS = {
    "afgebroken_bestand",
    "leeg_bestand",
    "verwisselde_bestanden",
    "verwisselde_momenten",
}
Tables = dict[str, pa.Table]


@pytest.fixture(scope="module")
def sound() -> dict[str, Tables]:
    """The first block of a delivery of each city, with its lists, without faults."""
    antwerp = Request("antwerpen", Path("unused"), scale=0.03, seed=3)
    landscape = antwerp_generate.landscape_of(antwerp)
    block, codes = next(antwerp_generate.careers(antwerp, landscape))
    one = delivered(block, codes, landscape) | antwerp_lists(landscape)
    city = ghent(3)
    wanted = Request("gent", Path("unused"), scale=0.03, seed=3)
    pupils, june, codes = next(ghent_generate.pupils(wanted, city))
    two = {
        "leerlingen_0102": february_rows(pupils, codes, city),
        "leerlingen_3006": june_rows(pupils, june, codes, city),
    } | ghent_lists(city)
    return {"antwerpen": one, "gent": two}


def lines(table: pa.Table) -> list[tuple[str | None, ...]]:
    columns = [c.to_pylist() for c in text_table(table).columns]
    return list(zip(*columns, strict=True))


@pytest.mark.parametrize(("city", "fault"), ALL, ids=lambda v: getattr(v, "name", v))
def test_the_fault_is_in_the_delivery(sound: dict[str, Tables], city: str, fault: Fault) -> None:
    ledger = Ledger([fault])
    before = sound[city]
    after = ledger.plant(dict(before), first=True)
    (entry,) = ledger.entries()
    assert (entry["naam"], entry["regel"], entry["tabel"]) == (fault.name, fault.rule, fault.table)
    rows = entry["rijen"]
    assert isinstance(rows, int)
    assert (rows > 0) != (fault.name in WITHOUT_ROWS - {"leeg_bestand"})
    differing = {name for name in before if after[name] != text_table(before[name])}
    assert differing or ledger.after
    if not fault.everywhere and differing == {fault.table}:
        changed = set(lines(after[fault.table])) - set(lines(before[fault.table]))
        # Only the rows of the ledger differ: the rest of the delivery is sound.
        assert len(changed) <= rows


@pytest.mark.parametrize("city", CITIES)
def test_faults_cover_article_7_and_agree_with_the_register(city: str) -> None:
    faults, rules = known_faults(city), {r.code: r for r in load_register(city).regels}
    assert len(faults) >= 25
    assert len({f.name for f in faults}) == len(faults)
    assert {f.gebrek for f in faults} == DEFECTS
    for fault in faults:
        assert rules[fault.rule].gebrek == fault.gebrek


def test_the_truth_is_of_the_careers_not_of_the_faults(tmp_path: Path) -> None:
    def written(name: str, *faults: str) -> dict[str, Any]:
        request = Request("antwerpen", tmp_path / name, scale=0.02, seed=3, faults=faults)
        truth: dict[str, Any] = json.loads(generate(request).read_text())
        return truth

    plain, faulty = written("a"), written("b", "dubbele_rij", "afgebroken_bestand")
    assert plain["indicatoren"] == faulty["indicatoren"] and plain["fouten"] == []
    assert [f["naam"] for f in faulty["fouten"]] == ["dubbele_rij", "afgebroken_bestand"]
    assert faulty["bestanden"]["11b"]["rijen"] == plain["bestanden"]["11b"]["rijen"] + 12
    whole = (tmp_path / "a" / "levering" / "deel_11b.csv").read_bytes()
    cut = (tmp_path / "b" / "levering" / "deel_11b.csv").read_bytes()
    assert len(cut) < len(whole) and not cut.endswith(b"\n")


def test_an_unknown_fault_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LeerloopbaanError, match="--list-faults"):
        generate(Request("antwerpen", tmp_path, scale=0.02, faults=("bestaat_niet",)))
