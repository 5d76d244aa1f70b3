"""The columns that every mart has, in every city and for every audience."""

from __future__ import annotations

from typing import NamedTuple

from leerloopbaan.register.schema import Drempels


class MartColumn(NamedTuple):
    """A column of a mart: SQL type, whether it is always filled, Dutch meaning."""

    name: str
    data_type: str
    required: bool
    meaning: str


MART_KEY = (
    "indicator",
    "schooljaar",
    "meetmoment",
    "geo_niveau",
    "geo_code",
    "uitsplitsing",
    "categorie",
    "uitsplitsing_2",
    "categorie_2",
)


def statuses(thresholds: Drempels) -> tuple[str, ...]:
    """What stands where a figure does not: hidden, impossible, or the band of an extreme share."""
    low, high = thresholds.gevoelig_min_pct, thresholds.gevoelig_max_pct
    return ("onderdrukt", "niet_van_toepassing", f"<{low:g}", f">{high:g}")


MART_COLUMNS = (
    MartColumn("schooljaar", "varchar", True, "Schooljaar, bv. 2023-2024."),
    MartColumn("schooljaar_eind", "integer", True, "Kalenderjaar waarin het schooljaar eindigt."),
    MartColumn("meetmoment", "varchar", True, "Meetmoment: 01/10, 01/02, 30/06 of jaar."),
    MartColumn("product", "varchar", True, "Werking van het protocol waarvoor het cijfer dient."),
    MartColumn("indicator", "varchar", True, "Code van de indicator; zie dim_indicator."),
    MartColumn("geo_niveau", "varchar", True, "Niveau van het cijfer."),
    MartColumn("geo_code", "varchar", True, "Code op dat niveau; zie dim_geografie."),
    MartColumn("geo_naam", "varchar", True, "Naam die bij de code hoort."),
    MartColumn("uitsplitsing", "varchar", True, "Kenmerk van de uitsplitsing; anders totaal."),
    MartColumn("categorie", "varchar", True, "Categorie van de uitsplitsing; anders totaal."),
    MartColumn("uitsplitsing_2", "varchar", True, "Tweede kenmerk; anders totaal."),
    MartColumn("categorie_2", "varchar", True, "Categorie van het tweede kenmerk; anders totaal."),
    MartColumn("teller", "integer", False, "Aantal met het kenmerk; leeg wanneer onderdrukt."),
    MartColumn("noemer", "integer", False, "Aantal van de populatie; leeg wanneer onderdrukt."),
    MartColumn("waarde", "double", False, "Het cijfer; leeg als en slechts als status gevuld is."),
    MartColumn("eenheid", "varchar", True, "Eenheid van de waarde: aantal of %."),
    MartColumn(
        "status", "varchar", False, "Leeg wanneer getoond; anders waarom niet, of de klasse."
    ),
    MartColumn("bron", "varchar", True, "Bronvermelding die bij elke publicatie hoort."),
    MartColumn("release_id", "varchar", True, "Uitgave waartoe het cijfer behoort."),
)


def mart_rules(thresholds: Drempels) -> dict[str, str]:
    """Conditions under which a row of a mart is wrong (SQL), by the name of the rule."""
    first = thresholds.minimum_getoond
    return {
        "teller_niet_klein": f"teller < {first}",
        "noemer_niet_klein": f"noemer < {first}",
        "complement_niet_klein": f"noemer - teller < {first}",
        "aandeel_met_aantallen": (
            "waarde is not null and (noemer is null or eenheid <> 'aantal' and teller is null)"
        ),
        "leeg_of_status": "(waarde is null) <> (status is not null)",
        "een_merkteken": "status not in ("
        + ", ".join(f"'{s}'" for s in statuses(thresholds))
        + ")",
    }
