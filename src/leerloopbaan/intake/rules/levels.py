"""Fields that exist at some levels of education only (Ghent)."""

from __future__ import annotations

from collections.abc import Iterator

from leerloopbaan.intake.rules.check import Context, RowCheck

_KINDERGARTEN = "hoofdstructuur_code in ('111', '121')"
_SECONDARY = "left(hoofdstructuur_code, 1) = '3'"
_SPECIAL = "substr(hoofdstructuur_code, 2, 1) = '2'"
_SPECIAL_SECONDARY = "hoofdstructuur_code = '321'"
_METHODS_WITHOUT_DELAY = "pedagogische_methode <> 'klassiek'"


def level_rules(context: Context) -> Iterator[RowCheck]:
    """A value where the level of education has none, or the other way round."""
    yield from _one_per_condition(
        context,
        "afwezigheid_buiten_niveau",
        "Dit wordt op dit niveau niet geregistreerd.",
        {
            "halve_dagen_aanwezig": f"not {_KINDERGARTEN}",
            "afw_b": _KINDERGARTEN,
            "afw_z": _KINDERGARTEN,
            "afw_m": f"not {_SECONDARY}",
        },
    )
    yield from _one_per_condition(
        context,
        "onderwijsvorm_tegen_niveau",
        "Bestaat enkel in het secundair onderwijs.",
        {"onderwijsvorm": f"not {_SECONDARY}", "graad": f"not {_SECONDARY}"},
    )
    yield from _one_per_condition(
        context,
        "type_tegen_niveau",
        "Bestaat enkel in het buitengewoon (secundair) onderwijs.",
        {"type_buitengewoon": f"not {_SPECIAL}", "opleidingsvorm": f"not {_SPECIAL_SECONDARY}"},
    )
    for table in context.tables_of("type_tegen_niveau", "hoofdstructuur_code", "type_buitengewoon"):
        yield RowCheck(
            "type_tegen_niveau",
            table.naam,
            "Buitengewoon onderwijs zonder type.",
            "type_buitengewoon",
            conditie=f"type_buitengewoon is null and {_SPECIAL}",
        )
    for table in context.tables_of(
        "vordering_methodeschool", "jaren_schoolse_vordering", "pedagogische_methode"
    ):
        yield RowCheck(
            "vordering_methodeschool",
            table.naam,
            "Een schoolse vordering bij een methodeschool.",
            "jaren_schoolse_vordering",
            conditie=f"jaren_schoolse_vordering is not null and {_METHODS_WITHOUT_DELAY}",
        )


def _one_per_condition(
    context: Context, code: str, why: str, wrong_where: dict[str, str]
) -> Iterator[RowCheck]:
    """A check per column that is filled in where it may not be."""
    for column, condition in wrong_where.items():
        for table in context.tables_of(code, "hoofdstructuur_code", column):
            yield RowCheck(
                code,
                table.naam,
                why,
                column,
                conditie=f"{column} is not null and ({condition})",
            )
