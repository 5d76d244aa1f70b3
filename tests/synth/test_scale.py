"""Blocks are independent: scale adds persons and changes nobody; memory stays that of a block."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import numpy as np
import pytest

from leerloopbaan.errors import LeerloopbaanError
from leerloopbaan.synth.antwerpen.careers import Careers
from leerloopbaan.synth.antwerpen.generate import careers, landscape_of
from leerloopbaan.synth.antwerpen.persons import CANDIDATES_PER_SCALE
from leerloopbaan.synth.basis import BLOCK, Request, blocks, person_codes
from leerloopbaan.synth.generate import generate


def request(scale: float) -> Request:
    return Request("antwerpen", Path("unused"), scale=scale, seed=4)


def first_block(scale: float) -> tuple[Careers, list[str]]:
    one = request(scale)
    return next(careers(one, landscape_of(one)))


def test_a_block_does_not_know_the_scale() -> None:
    whole = BLOCK / CANDIDATES_PER_SCALE
    (a, codes_a), (b, codes_b) = first_block(whole * 1.2), first_block(whole * 30)
    assert codes_a == codes_b
    assert np.array_equal(a.site, b.site) and np.array_equal(a.group, b.group)
    assert np.array_equal(a.attest, b.attest) and np.array_equal(a.leaving, b.leaving)


def test_blocks_cover_everyone_once() -> None:
    parts = blocks(2 * BLOCK + 17)
    assert [first for first, _ in parts] == [0, BLOCK, 2 * BLOCK]
    assert sum(count for _, count in parts) == 2 * BLOCK + 17
    codes = [c for first, count in parts for c in person_codes(first, count, seed=1)]
    assert len(set(codes)) == 2 * BLOCK + 17


def test_rates_do_not_depend_on_the_scale() -> None:
    def entered_okan(scale: float) -> float:
        one = request(scale)
        okan, total = 0, 0
        for block, _ in careers(one, landscape_of(one)):
            group = block.entry_spell[1]
            okan += int((group == np.bincount(group).argmax()).sum())
            total += len(group)
        return okan / total

    assert entered_okan(0.15) == pytest.approx(entered_okan(0.5), abs=0.02)


@pytest.mark.full
def test_memory_is_that_of_one_block() -> None:
    def peak(scale: float) -> int:
        one = request(scale)
        landscape = landscape_of(one)
        tracemalloc.start()
        for _block, _codes in careers(one, landscape):
            pass
        highest = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return highest

    # Two: whoever reads a block holds it while the next is made.
    block = BLOCK / CANDIDATES_PER_SCALE
    assert peak(block * 6) < 1.25 * peak(block * 2)


@pytest.mark.parametrize("scale", [0.0, -1.0, 5000.0])
def test_an_impossible_scale_is_refused(tmp_path: Path, scale: float) -> None:
    with pytest.raises(LeerloopbaanError, match="--scale"):
        generate(Request("antwerpen", tmp_path, scale=scale))


def test_a_strange_directory_is_not_emptied(tmp_path: Path) -> None:
    (tmp_path / "levering").mkdir()
    (tmp_path / "levering" / "mine.csv").write_text("precious")
    with pytest.raises(LeerloopbaanError, match="not written by synth"):
        generate(Request("antwerpen", tmp_path, scale=0.01))
    assert (tmp_path / "levering" / "mine.csv").read_text() == "precious"
