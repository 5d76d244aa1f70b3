"""A field of the register as a staging column: data type, check and description."""

from __future__ import annotations

from leerloopbaan.register.generate.text import clause_line
from leerloopbaan.register.schema import Veld, Veldtype

DATA_TYPES: dict[Veldtype, str] = {
    Veldtype.code: "varchar",
    Veldtype.schooljaar: "varchar",
    Veldtype.instellingsnummer: "varchar",
    Veldtype.volgnummer: "varchar",
    Veldtype.geheel: "integer",
    Veldtype.geheel_of_band: "varchar",
    Veldtype.decimaal: "double",
    Veldtype.datum: "date",
    Veldtype.janee: "boolean",
    Veldtype.tekst: "varchar",
    Veldtype.keuze: "varchar",
    Veldtype.statsector: "varchar",
}

_PATTERNS: dict[Veldtype, str] = {
    Veldtype.schooljaar: r"^\d{4}-\d{4}$",
    Veldtype.instellingsnummer: r"^\d{6}$",
    Veldtype.volgnummer: r"^\d{2}$",
    Veldtype.geheel_of_band: r"^\d+(-\d+|\+)?$",
}
PSEUDONYM_PATTERN = "^[0-9a-f]{32}$"


def column_check(field: Veld) -> str | None:
    """SQL condition that every filled value of the staging column meets; None: no condition."""
    column = field.kolom
    if field.persoonssleutel:
        return _matches(column, PSEUDONYM_PATTERN)
    if field.type is Veldtype.keuze:
        codes = ", ".join(_quoted(w.code) for w in field.waarden)
        return f"{column} in ({codes})"
    # A band has no place in a range: that of the numbers beside it is intake's to judge.
    limits = [] if field.type is Veldtype.geheel_of_band else [field.minimum, field.maximum]
    if any(limit is not None for limit in limits):
        return _within(column, *limits)
    pattern = column_pattern(field)
    return _matches(column, pattern) if pattern else None


def _within(column: str, low: int | None, high: int | None) -> str:
    if low is not None and high is not None:
        return f"{column} between {low} and {high}"
    return f"{column} >= {low}" if low is not None else f"{column} <= {high}"


def column_pattern(field: Veld) -> str | None:
    """Regular expression of the canonical text of a field; None: no form is prescribed."""
    return field.patroon or _PATTERNS.get(field.type)


def column_description(field: Veld, delivered: bool = False) -> str:
    """Dutch description: meaning, what blank means, the wording and clause of the protocol.

    `delivered`: of the column as it was delivered; else of the staging column, in which a
    characteristic of disadvantage (kansarm) always reads true = kansarm.
    """
    if delivered and field.kansarm_waarde == "N":
        parts = [f"J als niet geldt: “{field.betekenis}” (in staging omgekeerd)."]
    elif field.kansarm_waarde == "N":
        parts = [field.betekenis, "Omgekeerd tegenover de levering, waarin J niet kansarm is."]
    else:
        parts = [field.betekenis]
    if field.leeg_betekent:
        parts.append(f"Leeg: {field.leeg_betekent}.")
    parts.append(f"In het protocol: “{field.omschrijving}” ({clause_line(field.clausule)}).")
    return " ".join(parts)


def _matches(column: str, pattern: str) -> str:
    return f"regexp_matches({column}, {_quoted(pattern)})"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
