"""What may never be delivered, in whatever column it hides (art. 3; GDPR art. 9 and 10).

Closed fields cannot hide anything: their values are codes of the register. So the scan reads
the open fields whole, and of the closed ones only the texts that map to nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from leerloopbaan.intake.canonical import MARK, is_pseudonym, is_unmapped, literal
from leerloopbaan.intake.rules.check import Context, RowCheck
from leerloopbaan.intake.rules.wordlists import (
    CONVICTION_WORDS,
    CREED_WORDS,
    FIRST_NAMES,
    HEALTH_WORDS,
    SURNAMES,
)
from leerloopbaan.register.schema import Tabel, Veld, Veldtype

_OPEN_TYPES = {
    Veldtype.code,
    Veldtype.tekst,
    Veldtype.statsector,
    Veldtype.datum,
    Veldtype.geheel,
    Veldtype.decimaal,
}
_WHY = {
    "verboden_rijksregisternummer": "De kolom bevat rijksregisternummers.",
    "verboden_contactgegeven": "De kolom bevat contactgegevens.",
    "verboden_naam": "De kolom bevat namen van personen.",
    "verboden_geboortedatum": "De kolom bevat volledige geboortedatums.",
    "verboden_bijzondere_categorie": "De kolom bevat bijzondere persoonsgegevens.",
}
_OLDEST_PUPIL = 30


def content_rules(context: Context) -> Iterator[RowCheck]:
    """One check per rule and column in which forbidden content was found."""
    for table in context.tabellen.values():
        for field in _worth_reading(context, table):
            conditions = {
                code: condition
                for code, condition in _conditions(context, table, field).items()
                if context.applies(code, table.naam)
            }
            for code in _found(context, table, field, conditions):
                value = _text(field)
                yield RowCheck(
                    code,
                    table.naam,
                    _WHY[code],
                    field.naam,
                    query=f"select bestand, rij from (select *, {value} as v "
                    f"from invoer.{table.relatie}) where v is not null and {conditions[code]}",
                )
        yield from _birth_dates_among_dates(context, table)


def _worth_reading(context: Context, table: Tabel) -> list[Veld]:
    """The open fields, and the closed ones in which a text maps to nothing."""
    row = context.con.execute(
        "select "
        + ", ".join(
            f'count("{v.naam}") > 0'
            if v.type in _OPEN_TYPES
            else f"""coalesce(bool_or({is_unmapped(f'"{v.naam}"')}), false)"""
            for v in table.velden
        )
        + f" from invoer.{table.relatie}"
    ).fetchone()
    return [field for field, hit in zip(table.velden, row or (), strict=True) if hit]


def _text(field: Veld) -> str:
    name = f'"{field.naam}"'
    if field.persoonssleutel:
        # Thirty-two digits of a pseudonym look like anything, and were judged as a code.
        return f"case when not {is_pseudonym(name)} then ltrim({name}, '{MARK}') end"
    unmarked = f"case when {is_unmapped(name)} then substr({name}, 2) end"
    return f"ltrim({name}, '{MARK}')" if field.type in _OPEN_TYPES else unmarked


def _found(context: Context, table: Tabel, field: Veld, conditions: dict[str, str]) -> list[str]:
    """The rules that any value of the column breaks; each distinct value is read once."""
    if not conditions:
        return []
    row = context.con.execute(
        "select "
        + ", ".join(f"coalesce(bool_or({c}), false)" for c in conditions.values())
        + f" from (select distinct {_text(field)} as v from invoer.{table.relatie}) "
        "where v is not null"
    ).fetchone()
    return [code for code, hit in zip(conditions, row or (), strict=True) if hit]


def _conditions(context: Context, table: Tabel, field: Veld) -> dict[str, str]:
    """SQL conditions on the text `v` of one column, per rule."""
    conditions = {
        "verboden_rijksregisternummer": _national_number("v"),
        "verboden_contactgegeven": _contact("v", field),
    }
    if table.persoonsgegevens:
        conditions["verboden_naam"] = _person_name("v", field)
        conditions["verboden_bijzondere_categorie"] = _special_category("v", field)
        if field.type is not Veldtype.datum and not field.persoonssleutel:
            conditions["verboden_geboortedatum"] = _birth_date("v", context.ontvangen.year)
    return conditions


def _national_number(v: str) -> str:
    """Eleven digits that are a date, a serial number and the right check digits (mod 97).

    Born before 2000 the check is on nine digits, after on those with a 2 before them; months
    count 20 or 40 more in a bis number.
    """
    pattern = r"(?:^|\D)(\d{2}[. /-]?\d{2}[. /-]?\d{2}[. /-]?\d{3}[. /-]?\d{2})(?:\D|$)"
    digits = f"regexp_replace(regexp_extract({v}, '{pattern}', 1), '\\D', '', 'g')"
    number = f"try_cast(left({digits}, 9) as bigint)"
    check = f"try_cast(right({digits}, 2) as bigint)"
    month = f"try_cast({digits}[3:4] as integer)"
    day = f"try_cast({digits}[5:6] as integer)"
    return _only_where(
        f"length({v}) >= 11 and regexp_matches({v}, '{pattern}')",
        f"(length({digits}) = 11 "
        f"and {month} % 20 <= 12 and {month} <= 52 and {day} <= 31 "
        f"and {check} in (97 - {number} % 97, 97 - (2000000000 + {number}) % 97))",
    )


def _only_where(cheap: str, dear: str) -> str:
    """SQL condition `cheap and dear` that works out `dear` only for texts that may have it."""
    return f"(case when {cheap} then {dear} else false end)"


def _contact(v: str, field: Veld) -> str:
    mail = f"regexp_matches({v}, '[^@\\s]+@[^@\\s]+\\.[A-Za-z]{{2,}}')"
    phone = r"^(\+32|0032)[ ./()\d]{8,}$|^0\d{1,3}[ ./-]+\d{2,3}([ .]?\d{2}){2,3}$"
    bare_mobile = "" if field.persoonssleutel else r"|^04\d{8}$"
    return (
        f"({_only_where(f'contains({v}, {chr(39)}@{chr(39)})', mail)} or "
        + _only_where(f"left({v}, 1) in ('0', '+')", f"regexp_matches({v}, '{phone}{bare_mobile}')")
        + ")"
    )


def _person_name(v: str, field: Veld) -> str:
    """A listed first name beside a listed surname; in a closed field any two name-like words."""
    words = (
        f"string_split_regex(lower(strip_accents(regexp_replace({v}, "
        f"'([a-z])([A-Z])', '\\1 \\2', 'g'))), '[^a-z]+')"
    )
    first = "[" + ", ".join(literal(n) for n in FIRST_NAMES) + "]"
    last = "[" + ", ".join(literal(n) for n in SURNAMES) + "]"
    listed = f"(list_has_any({words}, {first}) and list_has_any({words}, {last}))"
    no_digits = f"not regexp_matches({v}, '\\d')"
    if field.type in {Veldtype.tekst, Veldtype.datum} or field.persoonssleutel:
        return _only_where(no_digits, listed)
    name_like = (
        r"^\p{Lu}[\p{Ll}’''-]+,?( (van|de|der|den|el|al|ben|di|da|ter|ten|le|la))*"
        r"( \p{Lu}[\p{Ll}’''-]+)+$"
    )
    return _only_where(
        no_digits,
        f"({listed} or list_has_any({words}, {first}) or regexp_matches({v}, '{name_like}'))",
    )


def _birth_date(v: str, received_year: int) -> str:
    """A full date in a column that holds none."""
    shapes = (
        (r"^\d{4}-\d{2}-\d{2}([ T][\d:.]+)?$", f"try_strptime(left({v}, 10), '%Y-%m-%d')"),
        (
            r"^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$",
            f"try_strptime(translate({v}, '-.', '//'), '%d/%m/%Y')",
        ),
        (r"^(19|20)\d{6}$", f"try_strptime({v}, '%Y%m%d')"),
    )
    return (
        "("
        + " or ".join(
            f"(regexp_matches({v}, '{shape}') and year({date}) "
            f"between {received_year - _OLDEST_PUPIL} and {received_year})"
            for shape, date in shapes
        )
        + ")"
    )


def _special_category(v: str, field: Veld) -> str:
    """Words of health, creed, conviction; names of schools and boards may name a creed."""
    words = [*HEALTH_WORDS, *CONVICTION_WORDS]
    if field.type is not Veldtype.tekst:
        words += CREED_WORDS
    listed = "[" + ", ".join(literal(w) for w in words) + "]"
    tokens = f"string_split_regex(lower(strip_accents({v})), '[^a-z]+')"
    # A code with digits in it says nothing about creed or health.
    cheap = f"regexp_matches({v}, '[A-Za-z]{{3}}')"
    if field.persoonssleutel:
        cheap += f" and not regexp_matches({v}, '\\d')"
    return _only_where(cheap, f"list_has_any({tokens}, {listed})")


def _birth_dates_among_dates(context: Context, table: Tabel) -> Iterator[RowCheck]:
    """A date in the pupil's year of birth is a birth date, whatever the column is called."""
    code = "verboden_geboortedatum"
    names = {v.naam for v in table.velden}
    if "geboortejaar" not in names or not context.applies(code, table.naam):
        return
    for field in table.velden:
        if field.type is Veldtype.datum:
            yield RowCheck(
                code,
                table.naam,
                _WHY[code],
                field.naam,
                conditie=f'year(try_cast("{field.naam}" as date)) '
                "= try_cast(geboortejaar as integer)",
            )
