"""Antwerp's fictitious schools in its real districts; wijken are invented."""

from __future__ import annotations

import numpy as np

from leerloopbaan.synth.basis import stream
from leerloopbaan.synth.landscape import Kind, Landscape, Wijken, build_landscape

# Name, number of wijken, place (km east and north of the cathedral), deprivation, newcomers.
DISTRICTS = (
    ("Antwerpen", 19, (0.0, 0.0), 0.55, 5.2),
    ("Berchem", 6, (1.6, -2.8), 0.20, 1.4),
    ("Berendrecht-Zandvliet-Lillo", 3, (-5.5, 15.0), -0.9, 0.15),
    ("Borgerhout", 6, (2.2, -0.4), 0.70, 2.4),
    ("Borsbeek", 3, (6.0, -1.9), -0.8, 0.25),
    ("Deurne", 10, (4.3, 0.4), 0.40, 3.2),
    ("Ekeren", 6, (3.2, 6.6), -0.7, 0.45),
    ("Hoboken", 6, (-3.6, -3.9), 0.30, 1.6),
    ("Merksem", 6, (3.4, 3.1), 0.30, 1.9),
    ("Wilrijk", 5, (-0.8, -4.8), -0.2, 0.9),
)

BASIS = ("KLEUTER", "LAGER")
SO_KINDS = (
    (0.16, ("A", "ASO")),
    (0.18, ("A", "B")),
    (0.16, ("A", "B", "TSO", "BSO")),
    (0.10, ("ASO", "TSO")),
    (0.12, ("TSO", "BSO")),
    (0.08, ("B", "BSO", "MOD")),
    (0.05, ("A", "KSO")),
    (0.15, ("OKAN", "A", "B", "TSO", "BSO")),
)
KINDS = (
    Kind("basis", 193, 292, ((1.0, BASIS),)),
    Kind("so", 76, 110, SO_KINDS),
    Kind("bubao", 14, 20, ((1.0, ("BUBAO",)),)),
    Kind("buso", 10, 15, ((1.0, ("BUSO",)),)),
    Kind("cdo", 5, 9, ((1.0, ("CDO",)),)),
    Kind("syntra", 2, 4, ((1.0, ("SYNTRA",)),)),
)
BOARDS = 60
# Real instellingsnummers have at most 6 digits and do not start with 9.
NUMBER_BASE = 910_003


def antwerp_wijken(rng: np.random.Generator) -> Wijken:
    """The 70 invented wijken of the ten districts."""
    counts = [count for _, count, *_ in DISTRICTS]
    district = np.repeat(np.arange(len(DISTRICTS)), counts)
    within = np.concatenate([np.arange(count) + 1 for count in counts])
    centre = np.array([place for _, _, place, _, _ in DISTRICTS])[district]
    deprivation = np.array([d for *_, d, _ in DISTRICTS])[district]
    newcomers = np.array([n for *_, n in DISTRICTS])[district] / np.array(counts)[district]
    return Wijken(
        code=tuple(f"SYNW{d + 1:02d}{w:02d}" for d, w in zip(district, within, strict=True)),
        name=tuple(
            f"{DISTRICTS[d][0]} fictieve wijk {w}" for d, w in zip(district, within, strict=True)
        ),
        district=district,
        district_code=tuple(f"SYND{d + 1:02d}" for d in range(len(DISTRICTS))),
        district_name=tuple(name for name, *_ in DISTRICTS),
        xy=centre + rng.normal(0.0, 0.9, (len(district), 2)),
        deprivation=deprivation + rng.normal(0.0, 0.35, len(district)),
        newcomers=newcomers * rng.lognormal(0.0, 0.45, len(district)),
    )


def antwerp_landscape(seed: int) -> Landscape:
    """Antwerp's schools: the same for every scale."""
    rng = stream(seed, 1, 0)
    return build_landscape(rng, antwerp_wijken(rng), KINDS, BOARDS)
