"""What may never be delivered, in whatever column it hides (art. 3; GDPR art. 9 and 10).

Closed fields cannot hide anything: their values are codes of the register. So the scan reads
the open fields whole, and of the closed ones only the texts that map to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from leerloopbaan.intake.canonical import MARK, is_pseudonym, is_unmapped, literal
from leerloopbaan.intake.distinct import distinct_of
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
    _set_word_lists(context)
    for table in context.tabellen.values():
        fields = _collect_words(context, table)
        # Columns that are read alike are read together.
        alike: dict[tuple[tuple[str, str], ...], list[Veld]] = {}
        for field in fields:
            conditions = _conditions(context, table, field)
            alike.setdefault(tuple(conditions.items()), []).append(field)
        for shared, members in alike.items():
            for field, code, condition in _found(context, members, shared):
                column = f'"{field.naam}"'
                yield RowCheck(
                    code,
                    table.naam,
                    _WHY[code],
                    field.naam,
                    query=f"select bestand, rij from (select *, {_text(field, column)} as v "
                    f"from invoer.{table.relatie}) where v is not null and {condition}",
                )
        yield from _birth_dates_among_dates(context, table)


def _set_word_lists(context: Context) -> None:
    """The word lists as variables of the connection: no query carries them along."""
    lists = {
        "voornamen": FIRST_NAMES,
        "familienamen": SURNAMES,
        "woordenschat": _vocabulary(context.protocol),
        "gezondheid_en_strafrecht": (*HEALTH_WORDS, *CONVICTION_WORDS),
        "levensbeschouwing": CREED_WORDS,
    }
    for name, words in lists.items():
        texts = ", ".join(literal(word) for word in words)
        context.con.execute(f"set variable {name} = [{texts}]")


def _words(name: str) -> str:
    return f"getvariable('{name}')"


def _collect_words(context: Context, table: Tabel) -> list[Veld]:
    """`woorden`: every distinct text (v) of the open fields, and of the closed ones what maps to
    nothing; the fields that have any.
    """
    of_field = "\n".join(f"when '{v.naam}' then {_text(v, 'v')}" for v in table.velden)
    context.con.execute(
        "create or replace temp table woorden as from ("
        f"select kolom, case kolom {of_field} end as v from {distinct_of(table)}"
        ") where v is not null"
    )
    rows = context.con.execute("select distinct kolom from woorden").fetchall()
    found = {kolom for (kolom,) in rows}
    return [field for field in table.velden if field.naam in found]


def _text(field: Veld, column: str) -> str:
    if field.persoonssleutel:
        # Thirty-two digits of a pseudonym look like anything, and were judged as a code.
        return f"case when not {is_pseudonym(column)} then ltrim({column}, '{MARK}') end"
    unmarked = f"case when {is_unmapped(column)} then substr({column}, 2) end"
    return f"ltrim({column}, '{MARK}')" if field.type in _OPEN_TYPES else unmarked


def _found(
    context: Context, fields: list[Veld], conditions: tuple[tuple[str, str], ...]
) -> list[tuple[Veld, str, str]]:
    """Column, rule and condition of what any value breaks; each distinct value is read once."""
    if not conditions:
        return []
    by_name = {field.naam: field for field in fields}
    rows = context.con.execute(
        "select kolom, "
        + ", ".join(f"coalesce(bool_or({condition}), false)" for _, condition in conditions)
        + f" from woorden where kolom in ({', '.join(literal(name) for name in by_name)}) "
        "group by kolom"
    ).fetchall()
    hits = {str(kolom): verdicts for kolom, *verdicts in rows}
    return [
        (field, code, condition)
        for name, field in by_name.items()
        for (code, condition), hit in zip(conditions, hits.get(name, ()), strict=False)
        if hit
    ]


def _conditions(context: Context, table: Tabel, field: Veld) -> dict[str, str]:
    """SQL conditions on the text `v` of one column, per rule that applies."""
    national = _national_number("v")
    if _may_have_lost_zeros(context, field):
        national = f"({national} or {_NATIONAL_WITHOUT_ZEROS})"
    conditions = {
        "verboden_rijksregisternummer": national,
        "verboden_contactgegeven": _contact("v", field),
    }
    if table.persoonsgegevens:
        conditions["verboden_naam"] = _person_name("v", field)
        conditions["verboden_bijzondere_categorie"] = _special_category("v", field)
        if field.type is not Veldtype.datum and not field.persoonssleutel:
            conditions["verboden_geboortedatum"] = _birth_date(field, context.ontvangen.year)
    return {
        code: condition
        for code, condition in conditions.items()
        if context.applies(code, table.naam)
    }


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


def _may_have_lost_zeros(context: Context, field: Veld) -> bool:
    """Whether nine or ten digits can be the number of who was born from 2000 to 2009.

    A spreadsheet takes the zeros off. In a code without fixed form one number in some hundreds
    fits by chance: there most of them must.
    """
    if field.type is not Veldtype.code or (field.patroon and not field.persoonssleutel):
        return True
    row = context.con.execute(
        f"select count_if({_NATIONAL_WITHOUT_ZEROS}) > 0.5 * count(*) from woorden "
        f"where kolom = '{field.naam}' and {_SHORT_NUMBER}"
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


def _person_name(v: str, field: Veld) -> str:
    """A listed first name beside a listed surname; in a closed field any two name-like words.

    Words of the register's own labels, and of countries, make no name.
    """
    words = (
        f"string_split_regex(lower(strip_accents(regexp_replace({v}, "
        f"'([a-z])([A-Z])', '\\1 \\2', 'g'))), '[^a-z]+')"
    )
    first, last, known = (_words(n) for n in ("voornamen", "familienamen", "woordenschat"))
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
    tokens = f"string_split_regex(lower(strip_accents({v})), '[^a-z]+')"
    listed = f"list_has_any({tokens}, {_words('gezondheid_en_strafrecht')})"
    if field.type is not Veldtype.tekst:
        listed = f"({listed} or list_has_any({tokens}, {_words('levensbeschouwing')}))"
    # A code with digits in it says nothing about creed or health.
    cheap = f"regexp_matches({v}, '[A-Za-z]{{3}}')"
    if field.persoonssleutel:
        cheap += f" and not regexp_matches({v}, '\\d')"
    return _only_where(cheap, listed)


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
