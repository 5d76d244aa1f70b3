"""What a register must agree on with itself, beyond the shape of its parts.

Each check yields lines `place: what is wrong`; an empty result is a consistent register.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from leerloopbaan.register.headings import headings
from leerloopbaan.register.quotes import clauses
from leerloopbaan.register.schema import Protocol, Rol, Tabel, Veld, Veldtype

Faults = Iterator[str]


def faults(protocol: Protocol) -> list[str]:
    """Every contradiction in the register, in the order of the checks."""
    return [fault for check in CHECKS for fault in check(protocol)]


def _codes_are_unique(p: Protocol) -> Faults:
    lists: dict[str, Iterable[str]] = {
        "partijen": (x.code for x in p.partijen),
        "artikelen": (x.nummer for x in p.artikelen),
        "lezingen": (x.code for x in p.lezingen),
        "doeleinden": (x.code for x in p.doeleinden),
        "niveaus": (x.code for x in p.niveaus),
        "tabellen": (x.naam for x in _all_tables(p)),
        "tabellen (relatie)": (x.relatie for x in _all_tables(p)),
        "regels": (x.code for x in p.regels),
        "publieken": (x.code for x in p.publieken),
        "producten": (x.code for x in p.producten),
        "vragen": (x.code for x in p.vragen),
        "uitsplitsingen": (x.code for x in p.indicatoren.uitsplitsingen),
        "indicatoren": (x.code for x in p.indicatoren.indicatoren),
    }
    for place, codes in lists.items():
        for code, times in Counter(codes).items():
            if times > 1:
                yield f"{place}: {code} stands there {times} times"


def _references_exist(p: Protocol) -> Faults:
    parties = {x.code for x in p.partijen}
    tables = {t.naam for t in _all_tables(p)}
    levels = {x.code for x in p.niveaus}
    questions = {x.code for x in p.vragen}
    yield from _missing("kwaliteitsklok.aan", p.kwaliteitsklok.aan, parties, "partijen")
    for level in p.niveaus:
        if level.ouder:
            yield from _missing(f"niveaus.{level.code}.ouder", [level.ouder], levels, "niveaus")
    for window in p.periodiciteit.vensters:
        yield from _missing("periodiciteit.vensters", [window.tabel], tables, "tabellen")
    for rule in p.regels:
        yield from _missing(f"regels.{rule.code}.tabellen", rule.tabellen, tables, "tabellen")
    for place, field in _fields(p):
        yield from _missing(f"{place}.vragen", field.vragen, questions, "vragen")
    for gap in p.niet_geleverd:
        yield from _missing(f"niet_geleverd.{gap.onderwerp}", gap.vragen, questions, "vragen")
    for product in p.producten:
        place = f"producten.{product.code}"
        purposes = {x.code for x in p.doeleinden}
        yield from _missing(f"{place}.doeleinde", [product.doeleinde], purposes, "doeleinden")
        for output in product.uitgaven:
            audiences = {x.code for x in p.publieken}
            yield from _missing(f"{place}.uitgaven", [output.publiek], audiences, "publieken")
            yield from _missing(f"{place}.{output.publiek}", output.niveaus, levels, "niveaus")


def _indicators_exist_in_the_register(p: Protocol) -> Faults:
    known = {
        "producten": {x.code for x in p.producten},
        "uitsplitsingen": {x.code for x in p.indicatoren.uitsplitsingen},
        "niveaus": {x.code for x in p.niveaus},
        "vragen": {x.code for x in p.vragen},
    }
    for indicator in p.indicatoren.indicatoren:
        for name, codes in known.items():
            place = f"indicatoren.{indicator.code}.{name}"
            yield from _missing(place, getattr(indicator, name), codes, name)
    for breakdown in p.indicatoren.uitsplitsingen:
        place = f"uitsplitsingen.{breakdown.code}.niveaus"
        yield from _missing(place, breakdown.niveaus, known["niveaus"], "niveaus")


def _controls_exist(p: Protocol) -> Faults:
    rules = {x.code for x in p.regels}
    checked = [
        (f"artikelen.{article.nummer}.{duty.code}", duty.controle)
        for article in p.artikelen
        for duty in article.verplichtingen
    ]
    checked += [(f"lezingen.{reading.code}", reading.controle) for reading in p.lezingen]
    for where, controls in checked:
        for control in controls:
            place = f"{where}.controle"
            kind, _, name = control.partition(":")
            if kind not in {"regel", "opdracht", "test", "dbt"} or not name:
                yield f"{place}: `{control}` is not regel:, opdracht:, test: or dbt:"
            elif kind == "regel":
                yield from _missing(place, [name], rules, "regels")


def _clauses_stand_in_their_article(p: Protocol) -> Faults:
    where = {a.nummer: _lines(a.regels) for a in p.artikelen}
    for place, clause in clauses(p):
        own = place.startswith("indicatoren.")
        if not clause.citaat and not own:
            yield f"{place}: a clause is quoted (citaat)"
        if clause.artikel not in where:
            yield f"{place}: article {clause.artikel} is not in artikelen"
        elif not _lines(clause.regels) <= where[clause.artikel]:
            yield f"{place}: {clause.regels} is not within article {clause.artikel}"


def _lines(text: str) -> set[int]:
    """`L94, L96-98` as line numbers."""
    spans = re.findall(r"L(\d+)(?:-(\d+))?", text)
    return {n for first, last in spans for n in range(int(first), int(last or first) + 1)}


def _columns_refer_to_columns(p: Protocol) -> Faults:
    for table in _all_tables(p):
        own = {v.naam for v in table.velden}
        for reference in table.verwijzingen:
            place = f"tabellen.{table.naam}.verwijzingen"
            yield from _missing(place, reference.kolommen, own, "velden")
            try:
                target = {v.naam for v in p.tabel(reference.tabel).velden}
            except KeyError:
                yield f"{place}: there is no table {reference.tabel}"
                continue
            yield from _missing(place, reference.naar_kolommen, target, f"{reference.tabel}.velden")
            if len(reference.kolommen) != len(reference.naar_kolommen):
                yield f"{place}: as many columns on both sides"


def _headings_tell_fields_apart(p: Protocol) -> Faults:
    for table in _all_tables(p):
        seen: dict[str, str] = {}
        for field in (*table.velden, *table.niet_verwacht):
            for heading in sorted(headings(field)):
                if heading in seen and seen[heading] != field.naam:
                    yield (
                        f"tabellen.{table.naam}: a heading of {field.naam} also means "
                        f"{seen[heading]} ({heading})"
                    )
                seen.setdefault(heading, field.naam)
        columns = Counter(v.kolom for v in table.velden)
        for column, times in columns.items():
            if times > 1:
                yield f"tabellen.{table.naam}: two fields become column {column}"


def _fields_make_sense(p: Protocol) -> Faults:
    for place, field in _fields(p):
        yield from (f"{place}: {fault}" for fault in _field_faults(field))
    for table in p.tabellen:
        keys = [v.naam for v in table.velden if v.persoonssleutel]
        if table.persoonsgegevens and len(keys) != 1:
            yield f"tabellen.{table.naam}: exactly one persoonssleutel, not {len(keys)}"
    for table in _all_tables(p):
        for column in table.sleutel:
            if not table.veld(column).verplicht:
                yield f"tabellen.{table.naam}.sleutel: {column} may be blank"


def _field_faults(field: Veld) -> Faults:
    if field.verplicht == (field.leeg_betekent is not None):
        yield "`leeg_betekent` says what blank means: needed when not verplicht, else not allowed"
    if field.type is Veldtype.keuze and not field.waarden:
        yield "a keuze needs its waarden"
    if field.waarden and field.type not in {Veldtype.keuze, Veldtype.code}:
        yield f"waarden do not go with type {field.type}"
    if field.kansarm_waarde and field.type is not Veldtype.janee:
        yield "kansarm_waarde needs type janee"
    if field.persoonssleutel and not (field.verplicht and field.staging_naam):
        yield "a persoonssleutel is verplicht and gets another name in staging"
    if (field.minimum is not None or field.maximum is not None) and field.type not in {
        Veldtype.geheel,
        Veldtype.geheel_of_band,
        Veldtype.decimaal,
    }:
        yield "minimum and maximum need a number"
    low, high = field.minimum, field.maximum
    if low is not None and high is not None and low > high:
        yield "minimum above maximum"
    yield from _spelling_faults(field)


def _spelling_faults(field: Veld) -> Faults:
    if field.patroon is not None:
        try:
            re.compile(field.patroon)
        except re.error:
            yield "patroon is not a regular expression"
            return
    spellings: dict[str, str] = {}
    for value in field.waarden:
        for spelling in {value.code, value.label, *value.aliassen}:
            other = spellings.setdefault(spelling.casefold(), value.code)
            if other != value.code:
                yield f"waarden: `{spelling}` means both {other} and {value.code}"
        if field.patroon and not re.search(field.patroon, value.code):
            yield f"waarden: {value.code} does not fit the patroon"


def _dates_follow(p: Protocol) -> Faults:
    if p.geldigheid.tot is not None and p.geldigheid.tot < p.geldigheid.van:
        yield "geldigheid: tot before van"
    end = p.geldigheid.tot
    for renewal in p.geldigheid.verlengingen:
        if end is None:
            yield "geldigheid.verlengingen: a protocol of indefinite duration has none"
            break
        if renewal.tot <= renewal.van or renewal.van <= end:
            yield f"geldigheid.verlengingen: {renewal.van} does not follow {end}"
        end = renewal.tot
    if p.bewaring.jaren is None and not p.bewaring.instelling:
        yield "bewaring: not stated in the protocol, so it needs a setting (instelling)"
    if p.bewaring.jaren is not None and p.bewaring.instelling:
        yield "bewaring: the protocol states the term, so no setting (instelling) may overrule it"
    if p.kwaliteitsklok.maatregel_maanden < p.kwaliteitsklok.onderzoek_maanden:
        yield "kwaliteitsklok: maatregel before onderzoek"


def _the_source_is_named(p: Protocol) -> Faults:
    for party in p.partijen:
        names = {party.naam.casefold(), party.code.replace("_", " ").casefold()}
        if party.rol is Rol.leverancier and not any(
            name in p.bronvermelding.casefold() for name in names
        ):
            yield f"bronvermelding: does not name {party.naam}"


def _outputs_keep_the_law(p: Protocol) -> Faults:
    use = {x.code: x.gebruik for x in p.niveaus}
    kinds = {x.code: x.soort for x in p.publieken}
    for product in p.producten:
        for output in product.uitgaven:
            place = f"producten.{product.code}.{output.publiek}"
            kind = kinds.get(output.publiek)
            uses = {use.get(level) for level in output.niveaus}
            if "intern" in uses:
                yield f"{place}: an internal level is never an output"
            if "eigen_school" in uses and p.drempels.school_niveau == "verboden":
                yield f"{place}: this protocol knows no school level"
            if "eigen_school" in uses and kind not in {"school", "programma"}:
                yield f"{place}: school level only for the school itself and its programme staff"
            if "bron_vermeld" not in output.voorwaarden:
                yield f"{place}: every output names its source (bron_vermeld)"
            if kind == "publiek" and "geen_school_herkenbaar" not in output.voorwaarden:
                yield f"{place}: a public output has no recognisable school"


def _own_school_has_its_rules(p: Protocol) -> Faults:
    own = p.indicatoren.eigen_school
    use = {x.code: x.gebruik for x in p.niveaus}
    to_schools = {
        product.code
        for product in p.producten
        if any(use.get(n) == "eigen_school" for u in product.uitgaven for n in u.niveaus)
    }
    if own is None:
        return
    if p.drempels.school_niveau == "verboden":
        yield "indicatoren.eigen_school: this protocol knows no school level"
    for level in own.niveaus:
        if use.get(level.niveau) != "eigen_school":
            yield f"indicatoren.eigen_school: {level.niveau} is no level of an own school"
    codes = {i.code: i for i in p.indicatoren.indicatoren}
    size = own.vergelijking.omvang
    if size.indicator not in codes or codes[size.indicator].eigen_school is None:
        yield "indicatoren.eigen_school.omvang: not a figure that schools are shown"
    if list(size.grenzen) != sorted(set(size.grenzen)):
        yield "indicatoren.eigen_school.omvang: bounds must rise"
    for i in codes.values():
        if i.eigen_school is not None and not to_schools & set(i.producten):
            yield f"indicatoren.{i.code}.eigen_school: none of its products goes to schools"


def _questions_are_answered_or_explained(p: Protocol) -> Faults:
    served = {q for _, field in _fields(p) for q in field.vragen}
    explained = {q for gap in p.niet_geleverd for q in gap.vragen}
    answered = {q for i in p.indicatoren.indicatoren for q in i.vragen}
    for question in p.vragen:
        if question.beantwoordbaar == "nee":
            if question.code not in explained:
                yield f"vragen.{question.code}: not answerable, so niet_geleverd must say why"
            if question.code in answered:
                yield f"vragen.{question.code}: not answerable, yet an indicator claims it"
        elif question.code not in served and question.code not in explained:
            yield f"vragen.{question.code}: no field serves it"


def _all_tables(p: Protocol) -> tuple[Tabel, ...]:
    return (*p.tabellen, *p.referentielijsten)


def _fields(p: Protocol) -> Iterator[tuple[str, Veld]]:
    for table in _all_tables(p):
        for field in (*table.velden, *table.niet_verwacht):
            yield f"tabellen.{table.naam}.{field.naam}", field


def _missing(place: str, codes: Iterable[str], known: set[str], where: str) -> Faults:
    for code in codes:
        if code not in known:
            yield f"{place}: {code} is not in {where}"


CHECKS: tuple[Callable[[Protocol], Faults], ...] = (
    _codes_are_unique,
    _references_exist,
    _indicators_exist_in_the_register,
    _controls_exist,
    _clauses_stand_in_their_article,
    _columns_refer_to_columns,
    _headings_tell_fields_apart,
    _fields_make_sense,
    _dates_follow,
    _the_source_is_named,
    _outputs_keep_the_law,
    _own_school_has_its_rules,
    _questions_are_answered_or_explained,
)
