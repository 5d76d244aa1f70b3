"""Where a pupil goes next: one table of weights per situation, tilted by the pupil's results.

A situation is the position held and the outcome of the year; a tilt favours the harder
options for stronger pupils. `OUT` is leaving school.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from leerloopbaan.synth.basis import Floats, Ints, pick_row
from leerloopbaan.synth.groups import POSITION, POSITIONS, VORMEN

OUT = len(POSITIONS)
PASS, CLAUSE, FAIL = 0, 1, 2
ATTESTS = ("A", "B", "C")
STUDIEBEWIJZEN = (
    "diploma SO",
    "studiegetuigschrift 2de leerjaar 3de graad BSO",
    "eindgetuigschrift DBSO",
    "certificaat leertijd",
    "getuigschrift OV3",
    "certificaat modulair BSO",
    "getuigschrift basisonderwijs",
    "getuigschrift 1ste graad",
    "getuigschrift 2de graad",
)
BEWIJS = {name: i for i, name in enumerate(STUDIEBEWIJZEN)}
QUALIFYING = 6  # the first six labels qualify for the labour market or higher education

_DOWN: Mapping[str, Mapping[str, float]] = {
    "ASO": {"TSO": 6, "KSO": 1, "BSO": 3},
    "TSO": {"BSO": 9},
    "KSO": {"TSO": 3, "BSO": 6},
}
_LADDER = {"ASO": 0.7, "TSO": 0.25, "KSO": 0.15, "BSO": -0.25}

# OKAN at the age reached in the next school year (18 stands for 18 and older).
AFTER_OKAN: Mapping[int, Mapping[str, float]] = {
    12: {"1A": 50, "1B": 38, "L6": 12},
    13: {"1A": 42, "1B": 31, "2A": 14, "2B": 12, "OV2": 0.6},
    14: {"2A": 22, "2B": 30, "3BSO": 20, "3TSO": 12, "3ASO": 7, "1A": 5, "1B": 6, "OV3": 0.8},
    15: {"3BSO": 40, "3TSO": 19, "3ASO": 8, "3KSO": 3, "2B": 17, "2A": 5, "4BSO": 6, "OV3": 1.2},
    16: {"3BSO": 32, "4BSO": 19, "3TSO": 13, "4TSO": 6, "3ASO": 4, "4ASO": 2, "5BSO": 5,
         "DBSO": 8, "MOD": 5, "DUAAL": 2, "SYNTRA": 1.5, "OV3": 1},
    17: {"5BSO": 19, "4BSO": 22, "3BSO": 12, "4TSO": 7, "5TSO": 4, "5ASO": 2, "DBSO": 14,
         "MOD": 10, "DUAAL": 3, "SYNTRA": 2, "OV3": 0.8},
    18: {"5BSO": 22, "4BSO": 10, "5TSO": 4, "DBSO": 12, "MOD": 13, "DUAAL": 2, "SYNTRA": 2,
         "out": 35},
}  # fmt: skip


@dataclass(frozen=True)
class Transitions:
    """`weights[position, outcome, over]` -> weight of every next position; `tilt` per position."""

    weights: Floats
    okan: Floats  # [age - 12]
    tilt: Floats

    def next(
        self, rng: np.random.Generator, position: Ints, outcome: Ints, *, age: Ints, ability: Floats
    ) -> Ints:
        """The next position (or OUT), for pupils who will be `age` in the next school year."""
        over = (age >= 18).astype(np.int64)
        weights = self.weights[position, outcome, over]
        okan = position == POSITION["OKAN"]
        weights[okan] = self.okan[np.clip(age[okan], 12, 18) - 12]
        return pick_row(rng, weights * np.exp(ability[:, None] * self.tilt[None, :]))


@lru_cache(maxsize=1)
def transitions() -> Transitions:
    """The tables, checked: every situation leads somewhere."""
    weights = np.zeros((len(POSITIONS), 3, 2, len(POSITIONS) + 1))
    for code in POSITION:
        for outcome in (PASS, CLAUSE, FAIL):
            for over in (0, 1):
                for target, weight in _options(code, outcome, bool(over)).items():
                    weights[POSITION[code], outcome, over, _index(target)] = weight
    okan = np.zeros((7, len(POSITIONS) + 1))
    for age, options in AFTER_OKAN.items():
        for target, weight in options.items():
            okan[age - 12, _index(target)] = weight
    tilt = np.zeros(len(POSITIONS) + 1)
    for index in POSITION.values():
        tilt[index] = _LADDER.get(POSITIONS[index].vorm, 0.0)
    tilt[[POSITION["1A"], POSITION["2A"]]] = 0.35
    tilt[[POSITION["1B"], POSITION["2B"]]] = -0.3
    for code in ("DBSO", "MOD", "DUAAL", "SYNTRA"):
        tilt[POSITION[code]] = -0.5
    tilt[OUT] = -0.4
    if not (weights.sum(axis=3) > 0).all():
        raise ValueError("a situation without a way on")
    return Transitions(weights, okan, tilt)


def _index(target: str) -> int:
    return OUT if target == "out" else POSITION[target]


def _options(code: str, outcome: int, over: bool) -> Mapping[str, float]:
    """Ways on from one position, `over`: at least 18 next year, no longer of compulsory age."""
    leave = 1.0 if over else 0.0
    if code in _FIXED:
        return _FIXED[code][min(outcome, len(_FIXED[code]) - 1)]
    if code[0] == "L":
        grade = int(code[1])
        if outcome == FAIL:
            return {code: 96, "BUL": 4} if grade < 6 else {code: 80, "1B": 20}
        return {f"L{grade + 1}": 99, "BUL": 1.1} if grade < 6 else {"1A": 77, "1B": 22, "OV2": 0.7}
    if code in ("1A", "1B", "2A", "2B"):
        return _first_grade(code, outcome, leave)
    if code in ("DBSO", "DUAAL", "SYNTRA", "MOD"):
        other = {"DBSO": {"MOD": 4, "DUAAL": 4}, "MOD": {"DBSO": 5}}.get(code, {"DBSO": 10})
        return {"out": 100} if outcome == PASS and over else {code: 80, **other, "out": 38 * leave}
    return _upper(int(code[0]), code[1:], outcome, leave)


_FIXED: Mapping[str, tuple[Mapping[str, float], ...]] = {
    "K": ({"L1": 98, "BUL": 0.8, "K": 1.2}, {"K": 100}),
    "BUK": ({"BUL": 85, "L1": 15}, {"BUK": 100}),
    "BUL": ({"BUL": 95, "L4": 3}, {"OV1": 22, "OV2": 10, "OV3": 45, "OV4": 15, "1B": 18}),
    "OKAN": ({"OKAN": 1.0},),
    "7BSO": ({"out": 100}, {"7BSO": 40, "out": 60}),
    "OV1": ({"OV1": 97, "OV2": 3}, {"out": 100}),
    "OV2": ({"OV2": 96, "OV3": 4}, {"out": 100}),
    "OV3": ({"OV3": 96, "DBSO": 2, "3BSO": 2}, {"out": 100}),
    "OV4": ({"OV4": 95, "3BSO": 3}, {"out": 100}),
}


def _first_grade(code: str, outcome: int, leave: float) -> Mapping[str, float]:
    dropped = {"out": 25 * leave, "DBSO": 25 * leave}
    table: dict[str, tuple[Mapping[str, float], ...]] = {
        "1A": (
            {"2A": 93, "2B": 5, "OV4": 0.3},
            {"2B": 70, "1A": 30},
            {"1A": 60, "1B": 6, "2B": 34},
        ),
        "1B": (
            {"2B": 74, "1A": 25, "OV3": 0.8},
            {"2B": 70, "1B": 30},
            {"1B": 55, "2B": 41, "OV3": 4},
        ),
        "2A": (
            {"3ASO": 40, "3TSO": 34, "3KSO": 4, "3BSO": 20},
            {"3TSO": 36, "3BSO": 62, "2A": 6},
            {"2A": 62, "3BSO": 34, "OV3": 1},
        ),
        "2B": (
            {"3BSO": 86, "3TSO": 12, "OV3": 1},
            {"3BSO": 95, "2B": 5},
            {"2B": 48, "3BSO": 46, "OV3": 3},
        ),
    }
    return {**table[code][outcome], **dropped}


def _upper(year: int, vorm: str, outcome: int, leave: float) -> Mapping[str, float]:
    """Second and third graad: on, down the ladder, again, or to part-time learning."""
    same = f"{year}{vorm}"
    down = _DOWN.get(vorm, {})
    if year == 6:
        if outcome == PASS:
            return {"7BSO": 56, "out": 44} if vorm == "BSO" else {"7BSO": 3, "out": 97}
        return {same: 58.0, "DBSO": 6.0, "MOD": 4.0, "out": 34 * leave}
    if outcome == PASS:
        options = {f"{year + 1}{vorm}": 88.0, "DUAAL": 1.0 if vorm in ("TSO", "BSO") else 0.0}
        options |= {f"{year + 1}{lower}": 0.8 * share for lower, share in down.items()}
        if vorm == "BSO" and year == 3:
            options["4TSO"] = 2.0
        return {**options, "out": 3 * leave}
    if outcome == CLAUSE:
        lower: Mapping[str, float] = down or {"BSO": 10.0}
        return {
            **{f"{year + 1}{v}": 8 * share for v, share in lower.items()},
            same: 14,
            "out": 8 * leave,
        }
    part_time = {"DBSO": 13.0, "MOD": 4.0, "DUAAL": 3.0} if year >= 4 or vorm == "BSO" else {}
    return {
        same: 58,
        **{f"{year}{v}": 2.6 * share for v, share in down.items()},
        **part_time,
        "out": 30 * leave,
    }


assert set(VORMEN) == set(_LADDER)
