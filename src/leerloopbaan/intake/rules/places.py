"""Places: domicile or country, sectors that exist, schools within the city (Ghent)."""

from __future__ import annotations

from collections.abc import Iterator

from leerloopbaan.intake.rules.check import Context, RowCheck, readable

# Postal codes of the city of Ghent.
CITY_POSTCODES = ("9000", "9030", "9031", "9032", "9040", "9041", "9042", "9050", "9051", "9052")
_IN_CITY = ", ".join(f"'{code}'" for code in CITY_POSTCODES)
_SECTORS = "ref_statsectoren"
_ADDRESS = ("dom_postnummer", "dom_gemeente", "dom_statsector")


def outside_city(column: str) -> str:
    """SQL condition: the postal code is not one of the city's."""
    return f"{column} not in ({_IN_CITY})"


def place_rules(context: Context) -> Iterator[RowCheck]:
    """Rules on domicile and on the place of the school."""
    for table in context.tables_of("school_buiten_gent", "vpl_postnummer"):
        yield RowCheck(
            "school_buiten_gent",
            table.naam,
            "De vestigingsplaats ligt niet in Gent.",
            "vpl_postnummer",
            conditie=outside_city("vpl_postnummer"),
        )
    for table in context.tables_of("domicilie_of_land", "dom_landcode", *_ADDRESS):
        address = " or ".join(f"{column} is not null" for column in _ADDRESS)
        yield RowCheck(
            "domicilie_of_land",
            table.naam,
            "Een adres en een landcode, of geen van beide.",
            "dom_landcode",
            conditie=f"({address}) = (dom_landcode is not null)",
        )
    if context.is_known(_SECTORS):
        yield from _known_sectors(context)


def _known_sectors(context: Context) -> Iterator[RowCheck]:
    """Sectors at a postal code of the city stand in the city's own list."""
    code = "onbekende_sector"
    for sector, postcode in (
        ("dom_statsector", "dom_postnummer"),
        ("vpl_statsector", "vpl_postnummer"),
    ):
        for table in context.tables_of(code, sector, postcode):
            yield RowCheck(
                code,
                table.naam,
                "De statistische sector staat niet in de referentielijst.",
                sector,
                query=f"""
                    select d.bestand, d.rij from invoer.{table.relatie} as d
                    anti join {context.known(_SECTORS)} as o on o.statsector = d.{sector}
                    where {readable(f"d.{sector}")} and not {outside_city(f"d.{postcode}")}
                """,
            )
