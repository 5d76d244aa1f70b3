"""How a school year ends: pass, clause or fail, the attest, and the certificate."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from leerloopbaan.synth.basis import YEARS, Bools, Floats, Ints, logit, sigmoid
from leerloopbaan.synth.groups import POSITION, POSITIONS
from leerloopbaan.synth.transitions import BEWIJS, CLAUSE, FAIL, PASS

NO_ATTEST = 3  # `geen`: the pupil's track gives no A, B or C
BLANK = -1

_FAIL_BASE = {
    "K": 0.10, "BUK": 0.3, "L1": 0.085, "L2": 0.055, "L3": 0.045, "L4": 0.04, "L5": 0.035,
    "L6": 0.03, "1A": 0.05, "1B": 0.055, "2A": 0.065, "2B": 0.06, "7BSO": 0.22,
    "MOD": 0.78, "DBSO": 0.85, "DUAAL": 0.7, "SYNTRA": 0.72,
}  # fmt: skip
_FAIL_VORM = {"ASO": 0.055, "TSO": 0.10, "KSO": 0.12, "BSO": 0.125}
_CLAUSE_BASE = {"1A": 0.06, "2A": 0.14, "2B": 0.05}
_CLAUSE_VORM = {"ASO": 0.14, "TSO": 0.14, "KSO": 0.12, "BSO": 0.04}
COVID = YEARS.index(2019)
MODERN = YEARS.index(2019)


@dataclass(frozen=True)
class YearResult:
    """Per pupil: outcome (pass, clause, fail), attest code or blank, certificate or blank."""

    outcome: Ints
    attest: Ints
    bewijs: Ints


def _table(by_code: dict[str, float], by_vorm: dict[str, float]) -> Floats:
    table = np.zeros(len(POSITIONS))
    for index, position in enumerate(POSITIONS):
        upper = 9 <= position.grade <= 12
        table[index] = by_vorm[position.vorm] if upper else by_code.get(position.code, 0.0)
    return table


def year_results(
    rng: np.random.Generator,
    year: int,
    position: Ints,
    *,
    age: Ints,
    ability: Floats,
    years_here: Ints,
) -> YearResult:
    """Draw the end of school year `year` for pupils of `age` (reached in its first half)."""
    fail = _table(_FAIL_BASE, _FAIL_VORM)[position]
    pressure = -0.65 * ability + np.where(years_here == 0, 0.25, 0.0)
    pressure = pressure + (-0.55 if year == COVID else 0.0)
    chance = np.where(fail > 0, sigmoid(logit(np.clip(fail, 1e-6, 1 - 1e-6)) + pressure), 0.0)
    clause = _table(_CLAUSE_BASE, _CLAUSE_VORM)[position]
    grade = np.array([p.grade for p in POSITIONS])[position]
    clause = np.where(grade >= 12, 0.0, clause)
    if year >= MODERN:
        clause = np.where(grade == 7, 0.0, clause)
    middle = np.where(clause > 0, sigmoid(logit(np.clip(clause, 1e-6, 1)) - 0.45 * ability), 0.0)
    draw = rng.random(len(position))
    outcome = np.where(draw < chance, FAIL, np.where(draw < chance + middle, CLAUSE, PASS))
    outcome = _special(rng, position, age, outcome)

    attested = (grade >= 7) & (grade <= 13)
    last = grade >= 12
    attest = np.where(attested, outcome, BLANK)
    attest = np.where(attested & last & (outcome == PASS), NO_ATTEST, attest)
    tracks = [POSITION[c] for c in ("MOD", "DBSO", "DUAAL", "SYNTRA", "OV3", "OV4")]
    attest = np.where(np.isin(position, tracks), NO_ATTEST, attest)
    return YearResult(outcome, attest, _certificates(rng, position, age, outcome))


def _special(rng: np.random.Generator, position: Ints, age: Ints, outcome: Ints) -> Ints:
    """Where age decides: kleuter, buitengewoon lager, and the leaving of BuSO."""

    def at(code: str) -> Bools:
        result: Bools = position == POSITION[code]
        return result

    outcome = np.where((at("K") | at("BUK")) & (age >= 6), PASS, outcome)
    to_secondary = (age >= 12) | ((age == 11) & (rng.random(len(age)) < 0.4))
    outcome = np.where(at("BUL"), np.where(to_secondary, FAIL, PASS), outcome)
    for code, chance in (("OV1", 0.12), ("OV2", 0.25), ("OV3", 0.45), ("OV4", 0.35)):
        leaves = (age >= 20) | ((age >= 17) & (rng.random(len(age)) < chance))
        outcome = np.where(at(code), np.where(leaves, FAIL, PASS), outcome)
    return outcome


def _certificates(rng: np.random.Generator, position: Ints, age: Ints, outcome: Ints) -> Ints:
    bewijs = np.full(len(position), BLANK)
    passed = outcome == PASS
    by_code = {
        "L6": "getuigschrift basisonderwijs",
        "2A": "getuigschrift 1ste graad",
        "2B": "getuigschrift 1ste graad",
        "6BSO": "studiegetuigschrift 2de leerjaar 3de graad BSO",
        "7BSO": "diploma SO",
        "MOD": "certificaat modulair BSO",
        "DBSO": "eindgetuigschrift DBSO",
        "DUAAL": "studiegetuigschrift 2de leerjaar 3de graad BSO",
        "SYNTRA": "certificaat leertijd",
    }
    by_code |= {f"4{v}": "getuigschrift 2de graad" for v in ("ASO", "TSO", "KSO", "BSO")}
    by_code |= {f"6{v}": "diploma SO" for v in ("ASO", "TSO", "KSO")}
    for code, label in by_code.items():
        bewijs = np.where((position == POSITION[code]) & passed, BEWIJS[label], bewijs)
    leaves = outcome == FAIL
    succeeds = rng.random(len(age)) < 0.75
    for code, label in (("OV3", "getuigschrift OV3"), ("OV4", "diploma SO")):
        at = (position == POSITION[code]) & leaves & succeeds
        bewijs = np.where(at, BEWIJS[label], bewijs)
    return bewijs
