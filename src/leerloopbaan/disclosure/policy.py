"""The rules that turn numbers into unsafe cells; the defaults are the strict readings.

The register gives the real values. A threshold below the protocol's is refused, because a looser
number in a setting must never overrule the text.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from leerloopbaan.disclosure.model import DisclosureError

#: What both protocols call "5 of minder": no setting may go below it.
LEGAL_THRESHOLD = 5


Family = tuple[str, str]
Sum = tuple[Family, tuple[Family, ...]]


@dataclass(frozen=True)
class Policy:
    """One audience's rules.

    threshold: largest count that is hidden; zeros_primary: whether a sampling zero is hidden;
    min_schools, min_boards, max_share: what a cell needs to not show a school (0, 0 and 1 switch
    the rule off); school_margin: part of its count by which such a cell must stay uncertain;
    rate_low, rate_high: outside these a sensitive rate is shown as a band only;
    breakdowns: per uitsplitsing `partitie` (its categories add up to the total) or `overlap`;
    categories: per uitsplitsing, parent category -> children;
    sums: populations that add up by definition, as (basis, kenmerk) and its parts: a basis within
    a larger one and what lies between them, a trait and the patterns that hold it;
    headlines: levels whose counts without a breakdown are hidden last, like the widest place's;
    microdata: find in the fingerprints what is one or adds up, besides what is said here;
    thorough: look for a smaller pattern from several starts (off: hundreds of small systems).
    """

    threshold: int = LEGAL_THRESHOLD
    zeros_primary: bool = True
    min_schools: int = 3
    min_boards: int = 2
    max_share: float = 0.8
    school_margin: float = 0.1
    rate_low: float = 5.0
    rate_high: float = 95.0
    bands: bool = True
    breakdowns: Mapping[str, Literal["partitie", "overlap"]] = field(default_factory=dict)
    categories: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    sums: tuple[Sum, ...] = ()
    headlines: frozenset[str] = frozenset()
    microdata: bool = True
    coarsen: bool = True
    thorough: bool = True
    workers: int = 1

    def __post_init__(self) -> None:
        """Refuse settings that are looser than the protocols."""
        if self.threshold < LEGAL_THRESHOLD:
            raise DisclosureError(
                "drempel",
                f"the protocols hide counts up to {LEGAL_THRESHOLD}; this is lower",
            )
        if not 0 < self.max_share <= 1:
            raise DisclosureError("drempel", "max_share must lie in (0, 1]")


@dataclass(frozen=True)
class Rate:
    """A rate as it may be shown: a value (percent, one decimal), a band, or nothing."""

    value: float | None
    band: str | None


def rate(numerator: int | None, denominator: int | None, sensitive: bool, policy: Policy) -> Rate:
    """The rate of two counts; None means hidden.

    Both counts must be shown (the complement then is too: the engine hides it by hiding one of
    them), the value has one decimal, and a sensitive rate outside the bounds is a band.
    """
    if numerator is None or denominator is None or denominator <= policy.threshold:
        return Rate(None, None)
    exact = 100.0 * numerator / denominator
    if sensitive and exact < policy.rate_low:
        return Rate(None, f"<{policy.rate_low:g}")
    if sensitive and exact > policy.rate_high:
        return Rate(None, f">{policy.rate_high:g}")
    return Rate(round(exact, 1), None)


def band_limit(denominator: int, policy: Policy) -> int:
    """The largest count that the low band allows beside a shown denominator."""
    return math.ceil(policy.rate_low / 100.0 * denominator) - 1


def sum_is_unsafe(
    persons: int,
    total: float,
    largest: float,
    second: float,
    *,
    min_persons: int = 6,
    dominance: float = 0.8,
    p_percent: float = 10.0,
) -> str | None:
    """Why a sum (days, half days) may not be shown, or None.

    `aantal`: fewer than min_persons persons; `dominantie`: the largest share passes dominance;
    `p-regel`: the second largest contributor can estimate the largest within p percent.
    """
    if persons < min_persons:
        return "aantal"
    if total > 0 and largest > dominance * total:
        return "dominantie"
    if total - largest - second < p_percent / 100.0 * largest:
        return "p-regel"
    return None


def sum_interval(total: int, p_percent: float = 10.0) -> tuple[int, int]:
    """The counts that an unsafe sum must be able to reach: at most the first, at least the last."""
    margin = max(1, math.ceil(p_percent / 100.0 * total))
    return max(0, total - margin), total + margin
