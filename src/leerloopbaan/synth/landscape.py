"""A fictitious landscape of boards, institutions and sites, and how pupils choose among them.

Shared by the cities: a city gives its wijken and how many institutions of each kind it has.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from leerloopbaan.synth.basis import FIRST_YEAR, YEARS, Bools, Floats, Ints, pick_from

# What a site offers. A pupil's position needs one of these.
OFFERS = (
    "KLEUTER",
    "LAGER",
    "BUBAO",
    "OKAN",
    "A",
    "B",
    "ASO",
    "TSO",
    "KSO",
    "BSO",
    "MOD",
    "CDO",
    "SYNTRA",
    "BUSO",
)
OFFER = {name: i for i, name in enumerate(OFFERS)}
OUTSIDE = -1


@dataclass(frozen=True)
class Wijken:
    """Neighbourhoods: codes, names, their district, a place on a map (km), and deprivation."""

    code: tuple[str, ...]
    name: tuple[str, ...]
    district: Ints
    district_code: tuple[str, ...]
    district_name: tuple[str, ...]
    xy: Floats
    deprivation: Floats
    newcomers: Floats


@dataclass(frozen=True)
class Kind:
    """How many institutions of a kind there are, with how many sites, and what they offer."""

    name: str
    institutions: int
    sites: int
    offers: tuple[tuple[float, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Landscape:
    """Institutions [i] and their sites [s]; years count from the first school year."""

    wijken: Wijken
    board: Ints  # [i]
    net: Ints  # [i]
    community: Ints  # [i] scholengemeenschap
    renumbered: Ints  # [i] year index from which the new number holds; 99: never
    kind: tuple[str, ...]  # [i]
    site_institution: Ints  # [s]
    site_number: Ints  # [s]
    site_wijk: Ints  # [s]
    site_campus: Ints  # [s]
    site_open: Bools  # [year, s]
    offers: Bools  # [s, offer]
    size: Floats  # [s]
    affinity: Floats  # [s] how strongly newcomers and deprived pupils concentrate
    boards: int
    _weights: dict[tuple[int, bool], tuple[Ints, Floats]] = field(default_factory=dict)

    @property
    def institutions(self) -> int:
        """Number of institutions (a renumbered one counts once)."""
        return len(self.board)

    @property
    def sites(self) -> int:
        """Number of sites."""
        return len(self.site_institution)

    def number(self, institution: Ints, year: Ints) -> Ints:
        """Index of the institution's number in `numbers()`, valid in that year."""
        renamed = year >= self.renumbered[institution]
        return institution + np.where(renamed, self.institutions, 0)

    def numbers(self, base: int) -> list[str]:
        """Fictitious numbers: first of every institution, then the renewed ones."""
        return [str(base + 7 * i) for i in range(2 * self.institutions)]

    def order(self, site: Ints, year: int) -> Ints:
        """Sorts sites as their delivered numbers (institution, then site number) do."""
        years = np.full(len(site), year)
        return self.number(self.site_institution[site], years) * 100 + self.site_number[site]

    def weights(self, offer: int, newcomer: bool) -> tuple[Ints, Floats]:
        """Sites with an offer and their pull [wijk, site]: near, large, and segregated."""
        key = (offer, newcomer)
        if key not in self._weights:
            sites = np.flatnonzero(self.offers[:, offer])
            place = self.wijken.xy[self.site_wijk[sites]]
            distance = np.linalg.norm(self.wijken.xy[:, None, :] - place[None, :, :], axis=2)
            reach = 1.1 if offer in (OFFER["KLEUTER"], OFFER["LAGER"]) else 4.0
            pull = np.exp(-distance / reach) * self.size[sites]
            if newcomer:
                pull = pull * np.exp(1.1 * self.affinity[sites])
            self._weights[key] = (sites, pull + 1e-9)
        return self._weights[key]

    def choose(
        self, rng: np.random.Generator, offer: Ints, wijk: Ints, year: int, newcomer: bool = True
    ) -> Ints:
        """A site for each pupil: open in that year, with the offer, drawn by pull from the wijk."""
        chosen = np.full(len(offer), OUTSIDE, dtype=np.int64)
        for kind in np.unique(offer):
            rows = np.flatnonzero(offer == kind)
            sites, pull = self.weights(int(kind), newcomer)
            available = sites[self.site_open[year, sites]]
            table = pull[:, self.site_open[year, sites]]
            chosen[rows] = available[pick_from(rng, table, wijk[rows])]
        return chosen

    def sister(self, rng: np.random.Generator, site: Ints, offer: Ints, year: int) -> Ints:
        """Another open site of the same institution with the offer, else the site itself."""
        other = site + np.where(rng.random(len(site)) < 0.5, 1, -1)
        inside = (other >= 0) & (other < self.sites)
        other = np.where(inside, other, site)
        fits = self.site_institution[other] == self.site_institution[site]
        fits &= self.offers[other, offer] & self.site_open[year, other]
        return np.where(fits, other, site)


def build_landscape(
    rng: np.random.Generator, wijken: Wijken, kinds: tuple[Kind, ...], boards: int
) -> Landscape:
    """Draw boards, institutions and sites; some share a campus, some are renumbered."""
    kind: list[str] = []
    site_institution: list[int] = []
    offers: list[tuple[str, ...]] = []
    for k in kinds:
        shares = np.array([share for share, _ in k.offers])
        equal = np.full(k.institutions, 1 / k.institutions)
        extra = rng.multinomial(k.sites - k.institutions, equal)
        profiles = _spread(rng, shares, k.institutions)
        for i in range(k.institutions):
            number = len(kind)
            kind.append(k.name)
            for _ in range(1 + int(extra[i])):
                site_institution.append(number)
                offers.append(k.offers[profiles[i]][1])
    institutions, sites = len(kind), len(site_institution)
    institution = np.array(site_institution)
    table = np.zeros((sites, len(OFFERS)), dtype=bool)
    for s, names in enumerate(offers):
        table[s, [OFFER[name] for name in names]] = True

    demand = wijken.newcomers**0.3
    home = rng.choice(len(wijken.code), institutions, p=demand / demand.sum())
    site_wijk = home[institution]
    moved = rng.random(sites) < 0.35
    first = np.concatenate([[True], np.diff(institution) > 0])
    site_wijk = np.where(moved & ~first, rng.integers(0, len(wijken.code), sites), site_wijk)
    number = np.arange(sites) - np.flatnonzero(first)[np.cumsum(first) - 1] + 1

    # A campus holds the sites of two institutions now and then (first and upper secondary, ...).
    campus = np.arange(sites)
    guests = np.flatnonzero((rng.random(sites) < 0.16) & first)
    for guest in guests:
        near = site_wijk == site_wijk[guest]
        hosts = np.flatnonzero(near & (institution != institution[guest]))
        if len(hosts):
            campus[guest] = campus[hosts[0]]

    board = rng.choice(boards, institutions, p=_zipf(boards))
    net_of_board = rng.choice(3, boards, p=[0.12, 0.18, 0.70])
    renumbered = np.full(institutions, 99)
    changed = rng.choice(institutions, max(3, institutions // 25), replace=False)
    renumbered[changed] = rng.integers(2, len(YEARS) - 1, len(changed))

    site_open = np.ones((len(YEARS), sites), dtype=bool)
    later = np.flatnonzero(~first)
    for s in rng.choice(later, min(len(later), max(2, sites // 40)), replace=False):
        year = int(rng.integers(2, len(YEARS) - 1))
        if rng.random() < 0.6:
            site_open[:year, s] = False
        else:
            site_open[year:, s] = False
    return Landscape(
        wijken=wijken,
        board=board,
        net=net_of_board[board],
        community=board // 2,
        renumbered=renumbered,
        kind=tuple(kind),
        site_institution=institution,
        site_number=number,
        site_wijk=site_wijk,
        site_campus=campus,
        site_open=site_open,
        offers=table,
        size=rng.lognormal(0.0, 0.55, sites),
        affinity=0.7 * wijken.deprivation[site_wijk] + rng.normal(0.0, 0.75, sites),
        boards=boards,
    )


def opening_years(site_open: Bools) -> tuple[Ints, Ints]:
    """First and last school year (calendar year of its start) in which each site is open."""
    first = FIRST_YEAR + site_open.argmax(axis=0)
    last = FIRST_YEAR + len(YEARS) - 1 - site_open[::-1].argmax(axis=0)
    return first, last


def _spread(rng: np.random.Generator, shares: Floats, count: int) -> Ints:
    """Profiles in the asked shares, each at least once while there are enough institutions."""
    whole = np.maximum(np.round(shares / shares.sum() * count).astype(int), 1)
    profiles = np.repeat(np.arange(len(shares)), whole)
    while len(profiles) < count:
        profiles = np.append(profiles, 0)
    return rng.permutation(profiles)[:count]


def _zipf(count: int) -> Floats:
    weights = 1.0 / (np.arange(count) + 4.0)
    result: Floats = weights / weights.sum()
    return result
