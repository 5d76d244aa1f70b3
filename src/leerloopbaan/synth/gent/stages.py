"""How many pupils stand where, per school year; and where they came from the year before."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from leerloopbaan.synth.basis import YEARS, Floats, Ints
from leerloopbaan.synth.groups import POSITION, POSITIONS, VORMEN, catalogue

NONE = -1
_KIND: Ints = np.array([int(p.hoofdstructuur) for p in POSITIONS])
LEVEL: Ints = _KIND // 100
SPECIAL = (_KIND // 10) % 10 == 2
WORK = tuple(POSITION[c] for c in ("DBSO", "DUAAL", "SYNTRA", "MOD"))

# Pupils in Ghent's schools on 1 February, by school year (2015-2016 ..).
KLEUTER = np.array([10800, 10709, 10520, 10380, 10270, 10080, 9930, 9808, 9790, 9760])
LAGER = np.array([16650, 16771, 16800, 16820, 16760, 16680, 16590, 16478, 16230, 16000])
SECUNDAIR = np.array([23700, 24044, 24380, 24800, 25230, 25700, 26060, 26387, 26450, 26520])
PART_TIME = np.array([640, 630, 620, 610, 590, 570, 480, 300, 150, 60])
OKAN = np.array([420, 400, 370, 360, 390, 350, 420, 690, 640, 610])
BUBAO = np.array([1290, 1300, 1310, 1330, 1350, 1370, 1390, 1410, 1430, 1440])
BUSO = np.array([1400, 1410, 1430, 1450, 1480, 1510, 1540, 1580, 1620, 1650])

# Of the regular secondary: shares by position.
_FIRST = {"1A": 15.2, "1B": 2.5, "2A": 14.6, "2B": 2.9}
_UPPER = {"ASO": 41.0, "TSO": 28.0, "KSO": 4.0, "BSO": 27.0}
_GRADE = {3: 16.6, 4: 16.4, 5: 15.6, 6: 14.8}
# Delay (at least a year) on time zero, by position; falls over the years.
DELAY = {"L1": 0.07, "L2": 0.11, "L3": 0.13, "L4": 0.145, "L5": 0.155, "L6": 0.16,
         "1A": 0.13, "1B": 0.42, "2A": 0.14, "2B": 0.47}  # fmt: skip
DELAY_VORM = {"ASO": 0.115, "TSO": 0.29, "KSO": 0.31, "BSO": 0.57}
REPEAT = {"L1": 0.045, "L2": 0.027, "L3": 0.018, "L4": 0.016, "L5": 0.014, "L6": 0.008,
          "1A": 0.022, "1B": 0.03, "2A": 0.035, "2B": 0.045}  # fmt: skip
REPEAT_VORM = {"ASO": 0.026, "TSO": 0.065, "KSO": 0.075, "BSO": 0.075}


@lru_cache(maxsize=1)
def stage_counts() -> Floats:
    """Pupils [year, position] at scale 1."""
    counts = np.zeros((len(YEARS), len(POSITION)))

    def put(code: str, values: Floats) -> None:
        counts[:, POSITION[code]] = values

    put("K", KLEUTER)
    for grade in range(1, 7):
        put(f"L{grade}", LAGER * (0.1735 - 0.002 * grade))
    put("BUK", BUBAO * 0.09)
    put("BUL", BUBAO * 0.91)
    put("OKAN", OKAN)
    regular = SECUNDAIR - OKAN
    total = 100.0 + 4.6
    for code, share in _FIRST.items():
        put(code, regular * share / total)
    for grade, size in _GRADE.items():
        for vorm, share in _UPPER.items():
            tilt = {"ASO": 0.4, "BSO": -0.2}.get(vorm, -0.1) * (4.5 - grade)
            put(f"{grade}{vorm}", regular * size * (share + tilt) / 100 / total)
    put("7BSO", regular * 4.1 / total)
    put("MOD", regular * 0.5 / total)
    put("DBSO", PART_TIME * np.linspace(0.82, 0.1, len(YEARS)))
    put("DUAAL", PART_TIME * np.linspace(0.08, 0.6, len(YEARS)))
    put("SYNTRA", PART_TIME * np.linspace(0.1, 0.3, len(YEARS)))
    for code, share in {"OV1": 0.25, "OV2": 0.12, "OV3": 0.39, "OV4": 0.24}.items():
        put(code, BUSO * share)
    return counts


def by_position(codes: dict[str, float], vormen: dict[str, float]) -> Floats:
    """A table [position] from values per code, and per onderwijsvorm in the upper secondary."""
    table = np.zeros(len(POSITION))
    for code, value in codes.items():
        table[POSITION[code]] = value
    for grade in range(3, 7):
        for vorm in VORMEN:
            table[POSITION[f"{grade}{vorm}"]] = vormen[vorm]
    return table


def _before(code: str) -> dict[str, float]:
    """Positions of the year before, for those who did not repeat."""
    grade = int(code[1]) if code[0] == "L" else 0
    if grade:
        return {"K" if grade == 1 else f"L{grade - 1}": 99.4, "BUL": 0.35, "BUK": 0.1}
    if code[0] in "3456" and code[1:] in VORMEN:
        return _before_upper(int(code[0]), code[1:])
    other: dict[str, dict[str, float]] = {
        "K": {"K": 99.8, "BUK": 0.2},
        "BUK": {"BUK": 60, "K": 40},
        "BUL": {"BUL": 84, "BUK": 5, "L1": 4, "L2": 4, "L3": 2, "L4": 1},
        "OKAN": {"OKAN": 82, "L5": 8, "L6": 10},
        "1A": {"L6": 98.6, "OKAN": 0.8, "L5": 0.3, "1B": 1.2},
        "1B": {"L6": 76, "L5": 11, "BUL": 7, "OKAN": 6},
        "2A": {"1A": 98.4, "1B": 0.8, "OKAN": 0.8},
        "2B": {"1B": 72, "1A": 23, "OKAN": 4, "OV3": 0.4},
        "7BSO": {"6BSO": 97, "6TSO": 3},
        "MOD": {"MOD": 45, "4BSO": 20, "5BSO": 20, "OKAN": 12, "DBSO": 3},
        "DBSO": {"DBSO": 52, "3BSO": 12, "4BSO": 22, "5BSO": 8, "OKAN": 5, "OV3": 1},
        "DUAAL": {"DUAAL": 40, "4BSO": 35, "5BSO": 15, "4TSO": 10},
        "SYNTRA": {"SYNTRA": 48, "4BSO": 30, "5BSO": 12, "4TSO": 10},
        "OV1": {"OV1": 80, "BUL": 20},
        "OV2": {"OV2": 80, "BUL": 20},
        "OV3": {"OV3": 78, "BUL": 15, "1B": 4, "2B": 3},
        "OV4": {"OV4": 80, "BUL": 14, "1A": 4, "2A": 2},
    }
    return other[code]


def _before_upper(grade: int, vorm: str) -> dict[str, float]:
    if grade == 3:
        entry: dict[str, dict[str, float]] = {
            "ASO": {"2A": 99.3, "OKAN": 0.7},
            "TSO": {"2A": 95.5, "2B": 3.5, "OKAN": 1.0},
            "KSO": {"2A": 98, "2B": 2},
            "BSO": {"2B": 66, "2A": 28, "OKAN": 5.5, "OV3": 0.5},
        }
        return entry[vorm]
    below = {f"{grade - 1}{vorm}": 92.0}
    from_above = {"TSO": {"ASO": 8.0}, "KSO": {"ASO": 5.0, "TSO": 2.0}, "BSO": {"TSO": 7.0}}
    for other, share in from_above.get(vorm, {}).items():
        below[f"{grade - 1}{other}"] = share
    if vorm == "BSO":
        below["OKAN"] = 3.0
    return below


def group_of(year: int, position: Ints, choice: Ints) -> Ints:
    """The administratieve groep of a position in a year; the first one where a choice ended."""
    c = catalogue()
    group = c.lookup[year, position, choice % c.choices[position]]
    result: Ints = np.where(group < 0, c.lookup[year, position, 0], group)
    return result


@lru_cache(maxsize=1)
def previous_weights() -> Floats:
    """[position, previous position]: weights for pupils who did not repeat."""
    table = np.zeros((len(POSITION), len(POSITION)))
    for code, index in POSITION.items():
        for before, weight in _before(code).items():
            table[index, POSITION[before]] = weight
    return table
