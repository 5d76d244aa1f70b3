"""The fictitious catalogue of administratieve groepen, and the positions of a school career.

A *position* is where a pupil stands (third year BSO, OKAN, ...); a group adds the studierichting
and the years in which the code is valid. The modernisation replaces the secondary groups
leerjaar by leerjaar from 2019-2020; the old and the new code never hold in the same year.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from leerloopbaan.synth.basis import YEARS, Ints
from leerloopbaan.synth.landscape import OFFER

VORMEN = ("ASO", "TSO", "KSO", "BSO")
# First year of the modernised code, by absolute leerjaar of secondary education (1 .. 7).
MODERN_FROM = {1: 2019, 2: 2020, 3: 2021, 4: 2022, 5: 2023, 6: 2024, 7: 2025}
FINALITEIT = {"ASO": ("DO", "DO"), "TSO": ("DU", "DO"), "KSO": ("DU", "DO"), "BSO": ("A", "A")}
RICHTINGEN = {
    "ASO": ("Talen", "Wetenschappen", "Humane wetenschappen"),
    "TSO": ("Techniek", "Handel"),
    "KSO": ("Beeldende kunst",),
    "BSO": ("Verzorging", "Hout", "Mechanica", "Kantoor"),
}


@dataclass(frozen=True)
class Position:
    """Where a pupil stands. `grade` 1-6 lager, 7-13 secundair, 0 when it has no leerjaar."""

    code: str
    hoofdstructuur: str
    offer: str
    grade: int = 0
    vorm: str = ""
    stroom: str = ""

    @property
    def graad(self) -> int | None:
        """Graad of secondary education, None elsewhere."""
        return min((self.grade - 7) // 2 + 1, 3) if self.grade >= 7 else None

    @property
    def leerjaar(self) -> int | None:
        """Leerjaar as delivered: in lager 1-6, in secundair within the graad; kleuter 0."""
        if self.code == "K":
            return 0
        if self.grade >= 13:
            return 3
        if self.grade >= 7:
            return (self.grade - 7) % 2 + 1
        return self.grade or None


def _positions() -> tuple[Position, ...]:
    basis = [Position("K", "111", "KLEUTER")]
    basis += [Position(f"L{g}", "211", "LAGER", g) for g in range(1, 7)]
    basis += [Position("BUK", "121", "BUBAO"), Position("BUL", "221", "BUBAO")]
    first = [
        Position("OKAN", "311", "OKAN"),
        Position("1A", "311", "A", 7, "", "A"),
        Position("1B", "311", "B", 7, "", "B"),
        Position("2A", "311", "A", 8, "", "A"),
        Position("2B", "311", "B", 8, "", "B"),
    ]
    upper = [
        Position(f"{year}{vorm}", "311", vorm, year + 6, vorm)
        for year in range(3, 7)
        for vorm in VORMEN
    ]
    other = [
        Position("7BSO", "311", "BSO", 13, "BSO"),
        Position("MOD", "311", "MOD", 0, "BSO"),
        Position("DBSO", "312", "CDO"),
        Position("DUAAL", "312", "CDO", 0, "BSO"),
        Position("SYNTRA", "315", "SYNTRA", 0, "BSO"),
    ]
    buso = [Position(f"OV{n}", "321", "BUSO") for n in range(1, 5)]
    return (*basis, *first, *upper, *other, *buso)


POSITIONS = _positions()
POSITION = {p.code: i for i, p in enumerate(POSITIONS)}
GRADE: Ints = np.array([p.grade for p in POSITIONS])
OFFER_OF: Ints = np.array([OFFER[p.offer] for p in POSITIONS])


@dataclass(frozen=True)
class Group:
    """One administratieve groep, as the reference list shows it; `since`/`until` are years."""

    code: str
    name: str
    position: int
    choice: int
    studierichting: str
    graad: int | None = None
    leerjaar: int | None = None
    vorm: str = ""
    stroom: str = ""
    finaliteit: str = ""
    okan: bool = False
    modular: bool = False
    dual: bool = False
    since: int | None = None
    until: int | None = None

    def valid(self, year: int) -> bool:
        """Whether the code holds in the school year that starts in `year`."""
        return (self.since is None or year >= self.since) and (
            self.until is None or year < self.until
        )


@dataclass(frozen=True)
class Catalogue:
    """Groups, and `lookup[year, position, choice]` -> group (always one: choices wrap round)."""

    groups: tuple[Group, ...]
    lookup: Ints
    choices: Ints  # [position] number of studierichtingen


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """The whole catalogue; codes 90001 and up are outside the real range of use."""
    drafts: list[Group] = []
    for index, position in enumerate(POSITIONS):
        drafts += _groups_of(index, position)
    groups = tuple(replace(g, code=str(90_001 + 13 * n)) for n, g in enumerate(drafts))
    width = 1 + max(g.choice for g in groups)
    lookup = np.full((len(YEARS), len(POSITIONS), width), -1)
    choices = np.zeros(len(POSITIONS), dtype=np.int64)
    for n, g in enumerate(groups):
        for y, year in enumerate(YEARS):
            if g.valid(year):
                lookup[y, g.position, g.choice] = n
        choices[g.position] = max(choices[g.position], g.choice + 1)
    for p in range(len(POSITIONS)):
        for c in range(width):
            lookup[:, p, c] = lookup[:, p, c % choices[p]]
    return Catalogue(groups, lookup, choices)


def _groups_of(index: int, position: Position) -> list[Group]:
    code, year = position.code, position.grade - 6
    if position.grade > 6 and code != "7BSO":
        return _secondary(index, position, year)
    plain = {
        "K": ["Kleuteronderwijs"],
        "BUK": ["Buitengewoon kleuteronderwijs"],
        "BUL": [f"Buitengewoon lager {kind}" for kind in ("basisaanbod", "type 2", "type 9")],
        "7BSO": [f"3e leerjaar in de 3e graad {r} BSO" for r in RICHTINGEN["BSO"][:3]],
        "MOD": [f"Modulair {r}" for r in RICHTINGEN["BSO"][:3]],
        "DBSO": [f"Deeltijds {r} DBSO" for r in RICHTINGEN["BSO"][:3]],
        "DUAAL": [f"Duaal {r} DBSO" for r in RICHTINGEN["BSO"][:3]],
        "SYNTRA": [f"Duaal {r} SYN" for r in RICHTINGEN["BSO"][:2]],
        "OV1": ["Opleidingsvorm 1"],
        "OV2": ["Opleidingsvorm 2"],
        "OV3": ["Opleidingsvorm 3 opleidingsfase", "Opleidingsvorm 3 kwalificatiefase"],
        "OV4": ["Opleidingsvorm 4 eerste graad", "Opleidingsvorm 4 bovenbouw"],
    }
    if code == "OKAN":
        name = "Onthaaljaar voor anderstalige nieuwkomers (fictief)"
        adult = name.replace("(", "16+ met CVO (")
        return [
            Group("", name, index, 0, "SR-OKAN", okan=True),
            Group("", adult, index, 1, "SR-OKAN16", okan=True, since=2024),
        ]
    names = plain.get(code, [f"Gewoon lager {position.grade}e leerjaar"])
    dual = code in ("DUAAL", "SYNTRA")
    return [
        Group(
            code="",
            name=f"{name} (fictief)",
            position=index,
            choice=c,
            studierichting=f"SR-{code}-{c}" if position.hoofdstructuur[0] == "3" else "",
            # Duaal has a leerjaar (5th, 6th or 4th year); DBSO, modular and BuSO have none.
            graad=(3, 3, 2)[c] if dual else position.graad,
            leerjaar=(1, 2, 2)[c] if dual else position.leerjaar,
            vorm=position.vorm,
            modular=code == "MOD",
            dual=dual,
        )
        for c, name in enumerate(names)
    ]


def _secondary(index: int, position: Position, year: int) -> list[Group]:
    """Old and modernised codes of one leerjaar in the regular secondary."""
    graad, leerjaar, since = position.graad, position.leerjaar, MODERN_FROM[year]
    if graad == 1:
        names = {
            "1A": ("A",),
            "1B": ("B",),
            "2A": ("A Latijn", "A Moderne wetenschappen", "A Techniek"),
            "2B": ("B Kantoor en verkoop", "B Nijverheid"),
        }[position.code]
        titles = [f"{leerjaar}e lj {name}" for name in names]
        finalities = ["" for _ in names]
    else:
        richtingen = RICHTINGEN[position.vorm]
        titles = [f"{leerjaar}e leerjaar in de {graad}e graad {r}" for r in richtingen]
        finalities = [FINALITEIT[position.vorm][min(c, 1)] for c in range(len(richtingen))]
    groups = []
    for c, title in enumerate(titles):
        stem = f"SR-{position.vorm or position.stroom}{graad}-{c}"
        old = f"{title} {position.vorm}".strip()
        draft = Group(
            code="",
            name=f"{old} (fictief)",
            position=index,
            choice=c,
            studierichting=f"{stem}-OUD",
            graad=graad,
            leerjaar=leerjaar,
            vorm=position.vorm,
            stroom=position.stroom,
            until=since,
        )
        groups.append(draft)
        groups.append(
            replace(
                draft,
                name=f"{old} gemoderniseerd (fictief)",
                studierichting=stem,
                finaliteit=finalities[c],
                # Some modernised codes come with a finaliteit and no onderwijsvorm.
                vorm=position.vorm if c % 2 == 0 else "",
                since=since,
                until=None,
            )
        )
    return groups
