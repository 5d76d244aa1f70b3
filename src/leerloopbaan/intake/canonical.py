"""Canonical text: for each field one SQL expression, generated from the register.

A blank is NULL. What maps to nothing keeps its text behind a mark (`MARK`), so that it is an
error to every rule and never a silent NULL; the mark cannot be typed into a delivery, because
text with control characters maps to nothing itself.
"""

from __future__ import annotations

from collections.abc import Callable

from leerloopbaan.intake.text import plain
from leerloopbaan.keys.pseudonym import PSEUDONYM_MARK
from leerloopbaan.register.schema import Veld, Veldtype

# Stands before a text that maps to nothing.
MARK = "\x01"
MAX_LENGTH = 500
_CODES = {Veldtype.code, Veldtype.statsector}
_POWER_OF_TEN = r"\d([.,]\d+)?[eE]\+\d+"
# Space, tab, line ends, no-break space, zero-width space, byte order mark, narrow no-break space.
_BLANKS = "chr(32)||chr(9)||chr(10)||chr(13)||chr(160)||chr(8203)||chr(65279)||chr(8239)"


def trimmed_sql(column: str) -> str:
    """SQL text of `column` without blanks around it; NULL when nothing is left.

    Most texts have none: to see that takes a fifth of the time.
    """
    return (
        f"case when regexp_full_match({column}, '[!-~](.*[!-~])?') then {column} "
        f"else nullif(trim({column}, {_BLANKS}), '') end"
    )


def canonical_sql(field: Veld, t: str) -> str:
    """SQL text in canonical form of the trimmed text in column `t`.

    NULL when blank, marked when it maps to nothing. No subqueries: DuckDB would turn each of
    them into a join.
    """
    return (
        f"case when {t} is null then null {_canonical_already(field, t)} else coalesce("
        f"case when length({t}) <= {MAX_LENGTH} "
        f"and not regexp_matches({t}, '[\\x00-\\x1f\\x7f]') "
        f"then {_MAPPINGS[field.type](field, t)} end, '{MARK}' || {t}) end"
    )


def _canonical_already(field: Veld, t: str) -> str:
    """A way past the mapping for a code that has the register's form and nothing to take off.

    Codes of persons all differ: each is mapped by itself.
    """
    if field.patroon is None or field.waarden or field.type not in _CODES:
        return ""
    return (
        f"when length({t}) <= {MAX_LENGTH} "
        f"and not regexp_matches({t}, '[.,]0|\\+|[\\x00-\\x1f\\x7f]') "
        f"and regexp_full_match({t}, {literal(field.patroon)}) then {t}"
    )


def literal(text: str) -> str:
    """`text` as a SQL string literal."""
    return "'" + text.replace("'", "''") + "'"


def is_unmapped(column: str) -> str:
    """SQL condition: the text of `column` maps to nothing."""
    return f"starts_with({column}, '{MARK}')"


def is_pseudonym(column: str) -> str:
    """SQL condition: a pseudonym took the place of the code (its year's key is destroyed)."""
    return f"starts_with({column}, '{PSEUDONYM_MARK}')"


def _whole(text: str) -> str:
    """Text without a decimal part of zeros: `39107.0` and `39107,0` are `39107`."""
    return (
        f"(case when contains({text}, '.0') or contains({text}, ',0') "
        f"then regexp_replace({text}, '^([-+]?\\d+)[.,]0+$', '\\1') else {text} end)"
    )


def _school_year(_: Veld, t: str) -> str:
    start = f"try_cast(left({t}, 4) as integer)"
    end = f"try_cast(regexp_extract({t}, '[0-9]+$') as integer)"
    return (
        f"case when {start} between 1990 and 2100 and ("
        f"(regexp_full_match({t}, '\\d{{4}} ?[-/–] ?\\d{{4}}') and {end} = {start} + 1) "
        f"or (regexp_full_match({t}, '\\d{{4}} ?[-/–] ?\\d{{2}}') and {end} = ({start} + 1) % 100) "
        f"or regexp_full_match({t}, '\\d{{4}}([.,]0+)?')"
        f") then left({t}, 4) || '-' || ({start} + 1) end"
    )


def _digits(width: int) -> Callable[[Veld, str], str]:
    def sql(_: Veld, t: str) -> str:
        whole = _whole(t)
        return (
            f"case when regexp_full_match({whole}, '\\d{{1,{width}}}') "
            f"then lpad({whole}, {width}, '0') end"
        )

    return sql


def _integer(_: Veld, t: str) -> str:
    whole = _whole(t)
    return (
        f"case when regexp_full_match({whole}, '[-+]?\\d{{1,9}}') "
        f"then ({whole})::bigint::varchar end"
    )


def _integer_or_band(field: Veld, t: str) -> str:
    tight = f"replace(replace({t}, ' ', ''), '–', '-')"
    low = f"try_cast(split_part({tight}, '-', 1) as integer)"
    high = f"try_cast(split_part({tight}, '-', 2) as integer)"
    return (
        f"coalesce({_integer(field, t)}, case "
        f"when regexp_full_match({tight}, '\\d{{1,4}}-\\d{{1,4}}') and {low} <= {high} "
        f"then {low} || '-' || {high} "
        f"when regexp_full_match({tight}, '\\d{{1,4}}\\+') then {tight} end)"
    )


def _decimal(_: Veld, t: str) -> str:
    return (
        f"case when regexp_full_match({t}, '-?\\d{{1,12}}([.,]\\d{{1,9}})?') "
        f"then try_cast(replace({t}, ',', '.') as double)::varchar end"
    )


def _date(_: Veld, t: str) -> str:
    day = f"regexp_replace({t}, '[ T]00:00(:00([.,]0+)?)?(Z|[+-]00(:?00)?)?$', '')"
    return (
        "case "
        f"when regexp_full_match({day}, '\\d{{4}}-\\d{{2}}-\\d{{2}}') "
        f"then try_strptime({day}, '%Y-%m-%d')::date::varchar "
        f"when regexp_full_match({day}, '\\d{{1,2}}[-/.]\\d{{1,2}}[-/.]\\d{{4}}') "
        f"then try_strptime(translate({day}, '-.', '//'), '%d/%m/%Y')::date::varchar "
        # A day number of Excel, 1970 to 2064.
        f"when regexp_full_match({t}, '\\d{{5}}([.,]0+)?') "
        f"and left({t}, 5)::integer between 25569 and 60000 "
        f"then (date '1899-12-30' + left({t}, 5)::integer)::varchar end"
    )


def _yes_no(_: Veld, t: str) -> str:
    return (
        f"case when lower({t}) in ('j', 'ja', '1', '1.0', '1,0', 'true', 'waar') then 'J' "
        f"when lower({t}) in ('n', 'nee', 'neen', '0', '0.0', '0,0', 'false', 'onwaar') "
        "then 'N' end"
    )


def _known_value(field: Veld, t: str) -> str:
    """The register's code for a code, label or alias; NULL for any other text."""
    codes: dict[str, str] = {}
    for value in field.waarden:
        for spelling in (value.code, value.label, *value.aliassen):
            codes.setdefault(plain(spelling), value.code)
    if not codes:
        return "null"
    key = f"regexp_replace(lower(strip_accents({_whole(t)})), '\\s+', ' ', 'g')"
    pairs = ", ".join(f"{literal(spelling)}: {literal(code)}" for spelling, code in codes.items())
    return f"map {{{pairs}}}[{key}]"


def _pattern_value(field: Veld, t: str) -> str:
    # A code that a spreadsheet wrote as a power of ten lost its last digits: another code.
    whole = f"(case when not regexp_full_match({t}, '{_POWER_OF_TEN}') then {_whole(t)} end)"
    if field.patroon is None:
        return "null" if field.waarden else whole
    pattern = literal(field.patroon)
    return (
        f"case when regexp_full_match({whole}, {pattern}) then {whole} "
        f"when regexp_full_match(upper({whole}), {pattern}) then upper({whole}) end"
    )


def _code(field: Veld, t: str) -> str:
    if not field.waarden:
        return _pattern_value(field, t)
    return f"coalesce({_known_value(field, t)}, {_pattern_value(field, t)})"


def _free_text(field: Veld, t: str) -> str:
    if field.waarden or field.patroon:
        return _code(field, t)
    # A text that a spreadsheet would run as a formula is no text.
    return f"case when not regexp_matches({t}, '^[=+@]') then {t} end"


_MAPPINGS: dict[Veldtype, Callable[[Veld, str], str]] = {
    Veldtype.schooljaar: _school_year,
    Veldtype.instellingsnummer: _digits(6),
    Veldtype.volgnummer: _digits(2),
    Veldtype.geheel: _integer,
    Veldtype.geheel_of_band: _integer_or_band,
    Veldtype.decimaal: _decimal,
    Veldtype.datum: _date,
    Veldtype.janee: _yes_no,
    Veldtype.keuze: _known_value,
    Veldtype.code: _code,
    Veldtype.statsector: _code,
    Veldtype.tekst: _free_text,
}
