"""What every city's generator shares: the request, the school years, the random streams."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Dates = npt.NDArray[np.datetime64]

Format = Literal["csv", "xlsx", "parquet"]
FORMATS: tuple[Format, ...] = ("csv", "xlsx", "parquet")

FIRST_YEAR = 2015
YEARS = tuple(range(FIRST_YEAR, FIRST_YEAR + 10))
SCHOOLJAREN = tuple(f"{y}-{y + 1}" for y in YEARS)
BLOCK = 20_000
# The running school year is known up to its second moment.
RUNNING = len(YEARS) - 1
MOMENTS = ("01/10", "01/02", "30/06")
MOMENT_DAY: Ints = np.array([30, 153, 302])  # days after 1 September


@dataclass(frozen=True)
class Request:
    """One call of `synth`: which city, where to, how much, with which planted faults."""

    city: str
    out: Path
    scale: float = 1.0
    seed: int = 2015
    faults: tuple[str, ...] = ()
    format: Format = "csv"


def stream(seed: int, *key: int) -> np.random.Generator:
    """An independent random stream for one purpose and block: same key, same numbers."""
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence(seed, spawn_key=key)))


def blocks(total: int) -> list[tuple[int, int]]:
    """(index of the first person, number of persons) of every block."""
    return [(start, min(BLOCK, total - start)) for start in range(0, total, BLOCK)]


def pick_row(rng: np.random.Generator, weights: Floats) -> Ints:
    """One column per row, drawn with probability proportional to the weights [n, k]."""
    cumulative = np.cumsum(weights, axis=1)
    threshold = rng.random(len(weights)) * cumulative[:, -1]
    column: Ints = (cumulative <= threshold[:, None]).sum(axis=1)
    column[column >= weights.shape[1]] = weights.shape[1] - 1
    return column


def pick_from(rng: np.random.Generator, table: Floats, row: Ints) -> Ints:
    """One column per element, drawn by the weights of its row in `table` [r, k].

    All rows' cumulative shares stand in one rising list (row number + share), so that one
    binary search serves every element.
    """
    cumulative = np.cumsum(table, axis=1)
    shares = cumulative / cumulative[:, -1:]
    ladder = (shares + np.arange(len(table))[:, None]).ravel()
    place = np.searchsorted(ladder, row + rng.random(len(row)), side="right")
    column: Ints = np.clip(place - row * table.shape[1], 0, table.shape[1] - 1)
    return column


def sigmoid(x: Floats) -> Floats:
    """The logistic function."""
    result: Floats = 1.0 / (1.0 + np.exp(-x))
    return result


def logit(p: Floats | float) -> Any:
    """The inverse of the logistic function."""
    return np.log(p) - np.log1p(-np.asarray(p))


_CODES, _SEED_STEP = 2**40, 0x9E3779B1


def person_codes(first: int, count: int, seed: int, prefix: str = "SYN") -> list[str]:
    """Opaque, unique, obviously fictitious codes of persons `first` .. `first + count - 1`.

    A multiplication by an odd number modulo 2**40 is a bijection: no two persons share a code.
    """
    index = np.arange(first + 1, first + count + 1, dtype=np.uint64)
    offset = np.uint64((seed * _SEED_STEP) % _CODES)
    scrambled = (index * np.uint64(0x5851F42D4D) + offset) & np.uint64(_CODES - 1)
    return [f"{prefix}{value:010X}" for value in scrambled.tolist()]


def code_under_another_seed(number: str, difference: int) -> str:
    """The number in a person's code (without prefix) had the seed been `difference` less."""
    return f"{(int(number, 16) - difference * _SEED_STEP) % _CODES:010X}"
