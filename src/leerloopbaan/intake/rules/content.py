"""What may never be delivered, in whatever column it hides (art. 3; GDPR art. 9 and 10).

Closed fields cannot hide anything: their values are codes of the register. So the scan reads
the open fields whole, and of the closed ones only the texts that map to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from leerloopbaan.intake.canonical import MARK, is_pseudonym, is_unmapped, literal
from leerloopbaan.intake.rules.check import Context, RowCheck
from leerloopbaan.intake.rules.wordlists import (
    CONVICTION_WORDS,
    COUNTRY_WORDS,
    CREED_WORDS,
    FIRST_NAMES,
    HEALTH_WORDS,
    SURNAMES,
)
from leerloopbaan.intake.text import plain
from leerloopbaan.register.schema import Protocol, Tabel, Veld, Veldtype

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
_BIRTH_YEAR = "geboortejaar"
_MONTHS = "jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec"


def content_rules(context: Context) -> Iterator[RowCheck]:
    """One check per rule and column in which forbidden content was found."""
    vocabulary = _vocabulary(context.protocol)
    for table in context.tabellen.values():
        for field in _worth_reading(context, table):
            conditions = {
                code: condition
                for code, condition in _conditions(context, table, field, vocabulary).items()
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


def _conditions(
    context: Context, table: Tabel, field: Veld, vocabulary: tuple[str, ...]
) -> dict[str, str]:
    """SQL conditions on the text `v` of one column, per rule."""
    national = _national_number("v")
    if _may_have_lost_zeros(context, table, field):
        national = f"({national} or {_NATIONAL_WITHOUT_ZEROS})"
    conditions = {
        "verboden_rijksregisternummer": national,
        "verboden_contactgegeven": _contact("v", field),
    }
    if table.persoonsgegevens:
        conditions["verboden_naam"] = _person_name("v", field, vocabulary)
        conditions["verboden_bijzondere_categorie"] = _special_category("v", field)
        if field.type is not Veldtype.datum and not field.persoonssleutel:
            conditions["verboden_geboortedatum"] = _birth_date(field, context.ontvangen.year)
    return conditions


def _national_number(v: str) -> str:
    """Eleven digits that are a date, a serial number and the right check digits (mod 97)."""
    pattern = r"(?:^|\D)(\d{2}[. /-]?\d{2}[. /-]?\d{2}[. /-]?\d{3}[. /-]?\d{2})(?:\D|$)"
    digits = f"regexp_replace(regexp_extract({v}, '{pattern}', 1), '\\D', '', 'g')"
    return _only_where(
        f"length({v}) >= 11 and regexp_matches({v}, '{pattern}')",
        f"(length({digits}) = 11 and {_checks_out(digits)})",
    )


def _checks_out(digits: str) -> str:
    """SQL condition on eleven digits.

    Born before 2000 the check is on nine digits, after on those with a 2 before them; months
    count 20 or 40 more in a bis number.
    """
    number = f"try_cast(left({digits}, 9) as bigint)"
    check = f"try_cast(right({digits}, 2) as bigint)"
    month = f"try_cast(({digits})[3:4] as integer)"
    day = f"try_cast(({digits})[5:6] as integer)"
    return (
        f"({month} % 20 <= 12 and {month} <= 52 and {day} <= 31 "
        f"and {check} in (97 - {number} % 97, 97 - (2000000000 + {number}) % 97))"
    )


_SHORT_NUMBER = r"regexp_full_match(v, '\d{9,10}')"
_PADDED = _checks_out("lpad(v, 11, '0')")
_NATIONAL_WITHOUT_ZEROS = f"(case when {_SHORT_NUMBER} then {_PADDED} else false end)"


def _may_have_lost_zeros(context: Context, table: Tabel, field: Veld) -> bool:
    """Whether nine or ten digits can be the number of who was born from 2000 to 2009.

    A spreadsheet takes the zeros off. In a code without fixed form one number in some hundreds
    fits by chance: there most of them must.
    """
    if field.type is not Veldtype.code or (field.patroon and not field.persoonssleutel):
        return True
    row = context.con.execute(
        f"select count_if({_NATIONAL_WITHOUT_ZEROS}) > 0.5 * count(*) from ("
        f"select distinct {_text(field)} as v from invoer.{table.relatie}) "
        f"where {_SHORT_NUMBER}"
    ).fetchone()
    return bool(row and row[0])


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


def _person_name(v: str, field: Veld, vocabulary: tuple[str, ...]) -> str:
    """A listed first name beside a listed surname; in a closed field any two name-like words.

    Words of the register's own labels, and of countries, make no name.
    """
    words = (
        f"string_split_regex(lower(strip_accents(regexp_replace({v}, "
        f"'([a-z])([A-Z])', '\\1 \\2', 'g'))), '[^a-z]+')"
    )
    first, last, known = (_sql_list(names) for names in (FIRST_NAMES, SURNAMES, vocabulary))
    listed = f"(list_has_any({words}, {first}) and list_has_any({words}, {last}))"
    no_digits = f"not regexp_matches({v}, '\\d')"
    if field.type in {Veldtype.tekst, Veldtype.datum} or field.persoonssleutel:
        return _only_where(no_digits, listed)
    name_like = (
        r"^\p{Lu}[\p{Ll}’''-]+,?( (van|de|der|den|el|al|ben|di|da|ter|ten|le|la))*"
        r"( \p{Lu}[\p{Ll}’''-]+)+$"
    )
    unlisted = f"(regexp_matches({v}, '{name_like}') and not list_has_any({words}, {known}))"
    return _only_where(no_digits, f"({listed} or list_has_any({words}, {first}) or {unlisted})")


def _sql_list(words: tuple[str, ...]) -> str:
    return "[" + ", ".join(literal(word) for word in words) + "]"


def _vocabulary(protocol: Protocol) -> tuple[str, ...]:
    """The words of the register's headings and codes, and of countries; no short ones."""
    texts = [
        text
        for table in (*protocol.tabellen, *protocol.referentielijsten)
        for field in table.velden
        for text in (
            field.omschrijving,
            *field.aliassen,
            *(t for value in field.waarden for t in (value.label, *value.aliassen)),
        )
    ]
    found = {word for text in texts for word in re.findall(r"[a-z]{4,}", plain(text))}
    return tuple(sorted(found.union(COUNTRY_WORDS).difference(FIRST_NAMES, SURNAMES)))


def _birth_date(field: Veld, received_year: int) -> str:
    """A full date, in whatever spelling, in a column that holds none."""
    day_first = "translate(v, '-.', '//')"
    shapes = [
        (r"^\d{4}-\d{2}-\d{2}([ T][\d:.]+(Z|[+-]\d\d:?\d\d)?)?$",
         "year(try_strptime(left(v, 10), '%Y-%m-%d'))"),
        (r"^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$", f"year(try_strptime({day_first}, '%d/%m/%Y'))"),
        (r"^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}$", f"year(try_strptime({day_first}, '%d/%m/%y'))"),
        (r"^(19|20)\d{6}$", "year(try_strptime(v, '%Y%m%d'))"),
        (rf"(?i)^\d{{1,2}}\.? ({_MONTHS})[a-z]*\.? \d{{4}}$", "try_cast(right(v, 4) as integer)"),
    ]  # fmt: skip
    if field.naam == _BIRTH_YEAR:
        # Instead of a year the day number that a spreadsheet keeps.
        shapes.append((r"^\d{5}$", "year(date '1899-12-30' + try_cast(v as integer))"))
    first = received_year - _OLDEST_PUPIL
    return (
        "("
        + " or ".join(
            _only_where(f"regexp_matches(v, '{shape}')", f"{year} between {first} and "
                        f"{received_year}")
            for shape, year in shapes
        )
        + ")"
    )  # fmt: skip


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
