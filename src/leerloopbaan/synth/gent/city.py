"""Ghent's 25 wijken (real names, invented sectors) with fictitious schools."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from leerloopbaan.synth.basis import Bools, Ints, stream
from leerloopbaan.synth.landscape import Kind, Landscape, Wijken, build_landscape

# Name, deelgemeente, postcode, place (km east and north of the belfry), pupils, deprivation.
WIJKEN = (
    ("Binnenstad", "Gent", "9000", (0.0, 0.0), 4.0, -0.1),
    ("Bloemekenswijk", "Gent", "9000", (-1.0, 2.2), 3.6, 0.8),
    ("Brugse Poort - Rooigem", "Gent", "9000", (-2.0, 0.8), 7.6, 1.0),
    ("Dampoort", "Sint-Amandsberg", "9040", (1.8, 1.0), 4.6, 0.7),
    ("Drongen", "Drongen", "9031", (-5.5, -0.5), 5.2, -1.3),
    ("Elisabethbegijnhof - Papegaai", "Gent", "9000", (-0.9, 0.4), 1.8, 0.0),
    ("Gentbrugge", "Gentbrugge", "9050", (3.5, -1.8), 3.2, -0.5),
    ("Kanaaldorpen en -zone", "Oostakker", "9042", (4.5, 9.0), 1.6, -0.7),
    ("Ledeberg", "Ledeberg", "9050", (1.6, -1.8), 4.6, 0.9),
    ("Macharius - Heirnis", "Gent", "9000", (1.3, -0.3), 2.4, 0.1),
    ("Mariakerke", "Mariakerke", "9030", (-3.4, 2.0), 4.6, -0.7),
    ("Moscou - Vogelhoek", "Gentbrugge", "9050", (2.4, -2.2), 2.2, 0.1),
    ("Muide - Meulestede - Afrikalaan", "Gent", "9000", (1.0, 2.8), 3.2, 1.1),
    ("Nieuw Gent - UZ", "Gent", "9000", (-0.4, -3.0), 3.4, 1.2),
    ("Oostakker", "Oostakker", "9041", (4.2, 4.0), 4.6, -0.8),
    ("Oud Gentbrugge", "Gentbrugge", "9050", (2.4, -0.8), 2.8, 0.1),
    ("Rabot - Blaisantvest", "Gent", "9000", (-0.6, 1.2), 4.0, 1.3),
    ("Sint-Amandsberg", "Sint-Amandsberg", "9040", (2.8, 2.0), 7.0, 0.3),
    ("Sint-Denijs-Westrem - Afsnee", "Sint-Denijs-Westrem", "9051", (-3.0, -3.6), 2.6, -1.2),
    ("Sluizeken - Tolhuis - Ham", "Gent", "9000", (0.6, 1.2), 4.0, 1.0),
    ("Stationsbuurt-Noord", "Gent", "9000", (-0.4, -0.9), 2.4, -0.4),
    ("Stationsbuurt-Zuid", "Gent", "9000", (-0.5, -1.8), 3.2, -0.7),
    ("Watersportbaan - Ekkergem", "Gent", "9000", (-1.8, -0.6), 3.0, 0.9),
    ("Wondelgem", "Wondelgem", "9032", (-1.2, 4.2), 5.2, 0.0),
    ("Zwijnaarde", "Zwijnaarde", "9052", (0.3, -4.6), 2.6, -0.9),
)
SECTORS_PER_WIJK = 8

BASIS = ("KLEUTER", "LAGER")
SO_KINDS = (
    (0.20, ("A", "ASO")),
    (0.16, ("A", "B")),
    (0.16, ("A", "B", "TSO", "BSO")),
    (0.12, ("ASO", "TSO")),
    (0.12, ("TSO", "BSO")),
    (0.08, ("A", "KSO")),
    (0.06, ("B", "BSO", "MOD")),
    (0.08, ("OKAN", "A", "B", "TSO", "BSO")),
)
KINDS = (
    Kind("basis", 88, 124, ((1.0, BASIS),)),
    Kind("so", 44, 60, SO_KINDS),
    Kind("bubao", 9, 12, ((1.0, ("BUBAO",)),)),
    Kind("buso", 8, 11, ((1.0, ("BUSO",)),)),
    Kind("cdo", 3, 4, ((1.0, ("CDO",)),)),
    Kind("syntra", 1, 1, ((1.0, ("SYNTRA",)),)),
)
BOARDS = 34
NUMBER_BASE = 930_007
# Schools outside the city, known only as the school of the previous year.
ELSEWHERE_BASE = 970_001
ELSEWHERE = 240
METHODS = ("Freinet", "Steiner", "Montessori", "Dalton", "Jenaplan", "ervaringsgericht")
CLASSIC = -1

# Where pupils from outside the city live: invented sectors in municipalities of the region.
OUTSIDE = (
    ("9820", "Merelbeke-Melle"), ("9070", "Destelbergen"), ("9080", "Lochristi"),
    ("9940", "Evergem"), ("9830", "Sint-Martens-Latem"), ("9840", "De Pinte"),
    ("9800", "Deinze"), ("9930", "Lievegem"), ("9900", "Eeklo"), ("9300", "Aalst"),
    ("9230", "Wetteren"), ("9060", "Zelzate"), ("9700", "Oudenaarde"), ("9160", "Lokeren"),
)  # fmt: skip
OUTSIDE_SECTORS = tuple(f"98{n + 1:03d}B0{k}-" for n in range(len(OUTSIDE)) for k in range(6))
ABROAD = ("NL", "FR", "DE", "LU")


@dataclass(frozen=True)
class Ghent:
    """The city: schools, sectors (index = wijk * SECTORS_PER_WIJK + k) and their properties."""

    schools: Landscape
    sector_code: tuple[str, ...]
    sector_wijk: Ints
    sector_deprived: Bools  # high share of pupils two years behind at fifteen
    wijk_deelgemeente: Ints
    deelgemeente_code: tuple[str, ...]
    deelgemeente_name: tuple[str, ...]
    method: Ints  # [institution] index in METHODS, or CLASSIC

    @property
    def site_sector(self) -> Ints:
        """Sector of every site: one of its wijk, fixed by the campus."""
        campus = self.schools.site_campus
        return self.schools.site_wijk * SECTORS_PER_WIJK + campus % SECTORS_PER_WIJK


def ghent(seed: int) -> Ghent:
    """The same city at every scale."""
    rng = stream(seed, 2, 0)
    names = tuple(sorted({w[1] for w in WIJKEN}))
    deelgemeente = np.array([names.index(w[1]) for w in WIJKEN])
    codes = tuple(f"SYNG{n + 1:02d}" for n in range(len(names)))
    deprivation = np.array([w[5] for w in WIJKEN])
    wijken = Wijken(
        code=tuple(f"SYNW{n + 1:02d}" for n in range(len(WIJKEN))),
        name=tuple(w[0] for w in WIJKEN),
        district=deelgemeente,
        district_code=codes,
        district_name=names,
        xy=np.array([w[3] for w in WIJKEN]),
        deprivation=deprivation,
        newcomers=np.array([w[4] for w in WIJKEN]),
    )
    schools = build_landscape(rng, wijken, KINDS, BOARDS)
    count = len(WIJKEN) * SECTORS_PER_WIJK
    sector_wijk = np.repeat(np.arange(len(WIJKEN)), SECTORS_PER_WIJK)
    local = deprivation[sector_wijk] + rng.normal(0.0, 0.5, count)
    kind = np.array(schools.kind)
    chance = np.select([kind == "basis", kind == "so"], [0.22, 0.07], 0.0)
    method = rng.choice(len(METHODS), schools.institutions, p=[0.5, 0.14, 0.08, 0.08, 0.08, 0.12])
    return Ghent(
        schools=schools,
        sector_code=tuple(f"99021{chr(65 + w)}{k:02d}-" for w, k in _grid()),
        sector_wijk=sector_wijk,
        sector_deprived=local > np.quantile(local, 0.68),
        wijk_deelgemeente=deelgemeente,
        deelgemeente_code=codes,
        deelgemeente_name=names,
        method=np.where(rng.random(schools.institutions) < chance, method, CLASSIC),
    )


def _grid() -> list[tuple[int, int]]:
    return [(w, k) for w in range(len(WIJKEN)) for k in range(SECTORS_PER_WIJK)]
