"""Registers changed on purpose, each with the class that a person would give the change.

The labels come from how a register is changed, not from the classifier: every generator below
makes one kind of change at every place where it is possible.
"""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

Register = dict[str, Any]
# Any arguments: a lambda made in a loop takes the loop's variables too, as defaults.
Apply = Callable[..., None]


class Labelled(NamedTuple):
    """A name, the class of the change and the changed register."""

    name: str
    label: str
    register: Register


class Change(NamedTuple):
    """One change: what it is called, its class, and how it is made (in place)."""

    name: str
    label: str
    apply: Apply


def all_changes(register: Register) -> list[Change]:
    """Every single change that the generators know for this register."""
    return [
        *_field_changes(register),
        *_table_changes(register),
        *_product_changes(register),
        *_rule_changes(register),
        *_duty_changes(register),
        *_setting_changes(register),
        *_people_changes(register),
        *_indicator_changes(register),
        *_neutral_changes(register),
    ]


# Changes that take a part away or move it: another change of that part would find it elsewhere.
_MOVING = ("gone", "one less", "reversed", "another order", "order of fields", "not for them")


def _spread(changes: list[Change], size: int, rng: random.Random) -> list[Change]:
    """One change of every kind and label, then others until there are `size`."""
    shuffled = rng.sample(changes, len(changes))
    first = {(_kind(change.name), change.label): change for change in reversed(shuffled)}
    chosen = {id(change) for change in first.values()}
    others = [change for change in shuffled if id(change) not in chosen]
    return [*first.values(), *others[: max(size - len(first), 0)]]


def _kind(name: str) -> str:
    """What is done to what sort of part, whichever table, field, rule or product it is."""
    part, _, done = name.partition(": ")
    sort = "field" if "." in part else part.split()[0]
    return f"{sort}: {done}"


def labelled_pairs(
    register: Register, singles: int | None, combinations: int, seed: int
) -> Iterator[Labelled]:
    """Single changes (all of them, or one of every kind and label and so many at least), and
    combinations labelled by their widest part."""
    rng = random.Random(seed)
    changes = all_changes(register)
    for change in changes if singles is None else _spread(changes, singles, rng):
        yield Labelled(change.name, change.label, _applied(register, [change]))
    order = ["neutraal", "vernauwing", "verruiming"]
    staying = [c for c in changes if not c.name.endswith(_MOVING)]
    for number in range(combinations):
        # Changes of different parts, so that one does not undo the other.
        parts = {c.name.split(":")[0]: c for c in rng.sample(staying, 6)}
        chosen = list(parts.values())[: rng.randint(2, 5)]
        label = max((c.label for c in chosen), key=order.index)
        name = f"combination {number}: " + " + ".join(c.name for c in chosen)
        yield Labelled(name, label, _applied(register, chosen))


def _applied(register: Register, changes: list[Change]) -> Register:
    changed = copy.deepcopy(register)
    for change in changes:
        change.apply(changed)
    return changed


def _field_changes(register: Register) -> Iterator[Change]:
    for t, table in enumerate(register["tabellen"]):
        for v, field in enumerate(table["velden"]):
            name = f"{table['naam']}.{field['naam']}"

            def on(do: Apply, t: int = t, v: int = v) -> Apply:
                return lambda r: do(r["tabellen"][t]["velden"][v])

            yield Change(
                f"{name}: field gone", "vernauwing",
                lambda r, t=t, n=field["naam"]: r["tabellen"][t].update(
                    velden=[f for f in r["tabellen"][t]["velden"] if f["naam"] != n]
                ),
            )  # fmt: skip
            yield Change(
                f"{name}: meaning", "neutraal", on(lambda f: f.update(betekenis="Anders."))
            )
            yield Change(
                f"{name}: another heading", "verruiming", on(lambda f: f["aliassen"].append("kop"))
            )
            respelled = f" {field['omschrijving'].upper()} "
            yield Change(
                f"{name}: a heading respelled", "neutraal",
                on(lambda f, respelled=respelled: f["aliassen"].append(respelled)),
            )  # fmt: skip
            if field["aliassen"]:
                yield Change(
                    f"{name}: a heading refused", "vernauwing", on(lambda f: f["aliassen"].pop())
                )
            yield Change(
                f"{name}: {'may' if field['verplicht'] else 'may not'} be blank",
                "verruiming" if field["verplicht"] else "vernauwing",
                on(lambda f: f.update(verplicht=not f["verplicht"])),
            )  # fmt: skip
            if field["kansarm_waarde"]:
                yield Change(
                    f"{name}: other polarity", "verruiming",
                    on(lambda f: f.update(kansarm_waarde="JN".replace(f["kansarm_waarde"], ""))),
                )  # fmt: skip
            yield Change(f"{name}: new use", "verruiming", on(lambda f: f["vragen"].append("QX-1")))
            if field["type"] != "tekst":
                yield Change(
                    f"{name}: free text", "verruiming", on(lambda f: f.update(type="tekst"))
                )
            if field["type"] == "geheel":
                yield Change(
                    f"{name}: full date", "verruiming", on(lambda f: f.update(type="datum"))
                )
            if field["maximum"] is not None:
                yield Change(
                    f"{name}: higher",
                    "verruiming",
                    on(lambda f: f.update(maximum=f["maximum"] + 1)),
                )
                yield Change(
                    f"{name}: lower", "vernauwing", on(lambda f: f.update(maximum=f["maximum"] - 1))
                )
                yield Change(f"{name}: no end", "verruiming", on(lambda f: f.update(maximum=None)))
            if field["patroon"]:
                yield Change(
                    f"{name}: any form", "verruiming", on(lambda f: f.update(patroon=None))
                )
            if field["waarden"]:
                new = {"code": "nieuw", "label": "nieuw", "aliassen": []}
                yield Change(
                    f"{name}: new code", "verruiming",
                    on(lambda f, new=new: f["waarden"].append(dict(new))),
                )  # fmt: skip
                yield Change(f"{name}: code gone", "vernauwing", on(lambda f: f["waarden"].pop()))
                yield Change(
                    f"{name}: label respelled", "neutraal",
                    on(lambda f: f["waarden"][0].update(label=f["waarden"][0]["label"].upper())),
                )  # fmt: skip
                yield Change(
                    f"{name}: another label", "verruiming",
                    on(lambda f: f["waarden"][0].update(label="Ander")),
                )  # fmt: skip
                yield Change(
                    f"{name}: another spelling", "verruiming",
                    on(lambda f: f["waarden"][0]["aliassen"].append("ander")),
                )  # fmt: skip
            if field["meetmomenten"]:
                yield Change(
                    f"{name}: more often", "verruiming",
                    on(lambda f: f["meetmomenten"].append("01/09")),
                )  # fmt: skip
            if field["persoonssleutel"]:
                yield Change(
                    f"{name}: not hashed", "verruiming",
                    on(lambda f: f.update(persoonssleutel=False)),
                )  # fmt: skip
            elif field["type"] == "code":
                yield Change(
                    f"{name}: links persons", "verruiming",
                    on(lambda f: f.update(persoonssleutel=True)),
                )  # fmt: skip


def _table_changes(register: Register) -> Iterator[Change]:
    for t, table in enumerate(register["tabellen"]):
        name = table["naam"]

        def on(do: Apply, t: int = t) -> Apply:
            return lambda r: do(r["tabellen"][t])

        extra = {**copy.deepcopy(table["velden"][-1]), "naam": "nieuw_veld"}
        yield Change(
            f"{name}: new field", "verruiming",
            on(lambda x, extra=extra: x["velden"].append(copy.deepcopy(extra))),
        )  # fmt: skip
        yield Change(f"{name}: title", "neutraal", on(lambda x: x.update(titel="Andere titel")))
        yield Change(f"{name}: names", "neutraal", on(lambda x: x["herkenning"].append("naam")))
        yield Change(f"{name}: order of fields", "neutraal", on(lambda x: x["velden"].reverse()))
        yield Change(
            f"{name}: another moment", "verruiming", on(lambda x: x.update(meetmoment="01/09"))
        )
        yield Change(
            f"{name}: no personal data", "verruiming",
            on(lambda x: x.update(persoonsgegevens=False)),
        )  # fmt: skip
        if table["verwijzingen"]:
            yield Change(
                f"{name}: any population", "verruiming", on(lambda x: x.update(verwijzingen=[]))
            )
        if table["sleutel"]:
            other = table["velden"][-1]["naam"]
            yield Change(
                f"{name}: finer grain", "verruiming",
                on(lambda x, other=other: x["sleutel"].append(other)),
            )  # fmt: skip
            yield Change(f"{name}: no key at all", "verruiming", on(lambda x: x.update(sleutel=[])))
            if table["schooljaar_kolom"] in table["sleutel"]:
                yield Change(
                    f"{name}: a key over years", "verruiming",
                    on(lambda x: x["sleutel"].remove(x["schooljaar_kolom"])),
                )  # fmt: skip
        else:
            yield Change(
                f"{name}: coarser grain", "vernauwing",
                on(lambda x: x.update(sleutel=[x["velden"][0]["naam"]])),
            )  # fmt: skip
        yield Change(
            f"{name}: gone", "vernauwing",
            lambda r, n=name: r.update(
                tabellen=[x for x in r["tabellen"] if x["naam"] != n]
            ),
        )  # fmt: skip
        if table["schooljaar_kolom"]:
            yield Change(
                f"{name}: of no school year", "verruiming",
                on(lambda x: x.update(schooljaar_kolom=None)),
            )  # fmt: skip
        yield Change(
            f"{name}: second copy", "verruiming",
            lambda r, x=table: r["tabellen"].append({**copy.deepcopy(x), "naam": "nieuw"}),
        )  # fmt: skip


def _product_changes(register: Register) -> Iterator[Change]:
    for p, product in enumerate(register["producten"]):
        name = product["code"]
        yield Change(
            f"{name}: gone", "vernauwing",
            lambda r, c=name: r.update(producten=[x for x in r["producten"] if x["code"] != c]),
        )  # fmt: skip
        yield Change(
            f"{name}: another purpose", "verruiming",
            lambda r, p=p: r["producten"][p].update(doeleinde="ander_doel"),
        )  # fmt: skip
        yield Change(
            f"{name}: other aim", "verruiming",
            lambda r, p=p: r["producten"][p].update(doel="Leerlingen individueel opvolgen."),
        )  # fmt: skip
        yield Change(
            f"{name}: aim respelled", "neutraal",
            lambda r, p=p: r["producten"][p].update(doel=r["producten"][p]["doel"].upper() + " "),
        )  # fmt: skip
        for u, output in enumerate(product["uitgaven"]):
            where = f"{name} for {output['publiek']}"

            def on(do: Apply, p: int = p, u: int = u) -> Apply:
                return lambda r: do(r["producten"][p]["uitgaven"][u])

            yield Change(
                f"{where}: finer level", "verruiming", on(lambda x: x["niveaus"].append("straat"))
            )
            yield Change(f"{where}: level gone", "vernauwing", on(lambda x: x["niveaus"].pop()))
            yield Change(
                f"{where}: levels in another order", "neutraal",
                on(lambda x: x["niveaus"].reverse()),
            )  # fmt: skip
            yield Change(
                f"{where}: condition", "vernauwing",
                on(lambda x: x["voorwaarden"].append("na_goedkeuring")),
            )  # fmt: skip
            for condition in output["voorwaarden"]:
                yield Change(
                    f"{where}: without {condition}", "verruiming",
                    on(lambda x, c=condition: x["voorwaarden"].remove(c)),
                )  # fmt: skip
            yield Change(
                f"{where}: not for them", "vernauwing",
                lambda r, p=p, a=output["publiek"]: r["producten"][p].update(
                    uitgaven=[x for x in r["producten"][p]["uitgaven"] if x["publiek"] != a]
                ),
            )  # fmt: skip
        extra = {**copy.deepcopy(product["uitgaven"][0]), "publiek": "pers"}
        yield Change(
            f"{name}: new recipient", "verruiming",
            lambda r, p=p, extra=extra: r["producten"][p]["uitgaven"].append(extra),
        )  # fmt: skip
    yield Change(
        "producten: new product", "verruiming",
        lambda r: r["producten"].append({**copy.deepcopy(r["producten"][0]), "code": "nieuw"}),
    )  # fmt: skip


def _rule_changes(register: Register) -> Iterator[Change]:
    strict = ["waarschuwing", "rijen_weerhouden", "quarantaine", "weigeren"]
    for n, rule in enumerate(register["regels"]):
        name = f"rule {rule['code']}"
        for severity in strict:
            if severity != rule["ernst"]:
                stricter = strict.index(severity) > strict.index(rule["ernst"])
                yield Change(
                    f"{name}: {severity}", "vernauwing" if stricter else "verruiming",
                    lambda r, n=n, s=severity: r["regels"][n].update(ernst=s),
                )  # fmt: skip
        yield Change(
            f"{name}: gone", "verruiming",
            lambda r, c=rule["code"]: r.update(
                regels=[x for x in r["regels"] if x["code"] != c]
            ),
        )  # fmt: skip
        yield Change(
            f"{name}: remedy", "neutraal",
            lambda r, n=n: r["regels"][n].update(remedie="Bel de leverancier."),
        )  # fmt: skip
        if len(rule["tabellen"]) > 1:
            yield Change(
                f"{name}: one table less", "verruiming",
                lambda r, n=n: r["regels"][n]["tabellen"].pop(),
            )  # fmt: skip
        if rule["tabellen"]:
            yield Change(
                f"{name}: every table", "vernauwing",
                lambda r, n=n: r["regels"][n].update(tabellen=[]),
            )  # fmt: skip
        else:
            yield Change(
                f"{name}: one table", "verruiming",
                lambda r, n=n: r["regels"][n].update(tabellen=["x"]),
            )  # fmt: skip


def _duty_changes(register: Register) -> Iterator[Change]:
    loose = ["afdwingbaar", "aantoonbaar", "organisatorisch"]
    for a, article in enumerate(register["artikelen"]):
        for d, duty in enumerate(article["verplichtingen"]):
            name = f"duty {article['nummer']} {duty['code']}"

            def on(do: Apply, a: int = a, d: int = d) -> Apply:
                return lambda r: do(r["artikelen"][a]["verplichtingen"][d])

            yield Change(
                f"{name}: gone", "verruiming",
                lambda r, a=a, d=d: r["artikelen"][a]["verplichtingen"].pop(d),
            )  # fmt: skip
            yield Change(f"{name}: unchecked", "verruiming", on(lambda x: x.update(controle=[])))
            yield Change(
                f"{name}: one more check", "vernauwing",
                on(lambda x: x["controle"].append("test:tests/extra")),
            )  # fmt: skip
            yield Change(
                f"{name}: measure", "neutraal", on(lambda x: x.update(maatregel="Beter gezegd."))
            )
            for kind in loose:
                if kind != duty["soort"]:
                    looser = loose.index(kind) > loose.index(duty["soort"])
                    yield Change(
                        f"{name}: {kind}", "verruiming" if looser else "vernauwing",
                        on(lambda x, kind=kind: x.update(soort=kind)),
                    )  # fmt: skip


def _setting_changes(register: Register) -> Iterator[Change]:
    def put(part: str, key: str, value: object) -> Apply:
        return lambda r: r[part].update({key: value})

    d = register["drempels"]
    yield Change("minimum: lower", "verruiming", put("drempels", "minimum_getoond", 5))
    yield Change("minimum: higher", "vernauwing", put("drempels", "minimum_getoond", 10))
    yield Change("zeros: shown", "verruiming", put("drempels", "nul_onderdrukken", False))
    yield Change("schools: fewer", "verruiming", put("drempels", "min_scholen", 2))
    yield Change("schools: more", "vernauwing", put("drempels", "min_scholen", 5))
    yield Change("boards: fewer", "verruiming", put("drempels", "min_besturen", 1))
    yield Change("boards: more", "vernauwing", put("drempels", "min_besturen", 3))
    share = "max_aandeel_grootste_school"
    yield Change("dominance: looser", "verruiming", put("drempels", share, 0.9))
    yield Change("dominance: stricter", "vernauwing", put("drempels", share, 0.5))
    yield Change("extremes: lower", "verruiming", put("drempels", "gevoelig_min_pct", 1.0))
    yield Change("extremes: higher", "verruiming", put("drempels", "gevoelig_max_pct", 99.0))
    yield Change("extremes: inward", "vernauwing", put("drempels", "gevoelig_max_pct", 90.0))
    school = d["school_niveau"]
    other = "verboden" if school != "verboden" else "enkel_eigen_school"
    yield Change(
        "school level: other", "vernauwing" if other == "verboden" else "verruiming",
        put("drempels", "school_niveau", other),
    )  # fmt: skip
    years = register["bewaring"]["jaren"]
    yield Change("retention: ten years", "verruiming", put("bewaring", "jaren", 10))
    if years:
        yield Change("retention: shorter", "vernauwing", put("bewaring", "jaren", years - 1))
        yield Change("retention: none", "verruiming", put("bewaring", "jaren", None))
    if register["bewaring"]["vanaf"] != "einde_protocol":
        yield Change(
            "retention start: later", "verruiming", put("bewaring", "vanaf", "einde_protocol")
        )
    else:
        yield Change(
            "retention start: earlier", "vernauwing", put("bewaring", "vanaf", "meetmoment")
        )
    linkage = register["identiteit"]["bereik"]
    if linkage == "binnen_schooljaar":
        yield Change(
            "linkage: longer", "verruiming", put("identiteit", "bereik", "over_schooljaren")
        )
    else:
        yield Change(
            "linkage: shorter", "vernauwing", put("identiteit", "bereik", "binnen_schooljaar")
        )
    if register["geldigheid"]["tot"]:
        yield Change("validity: later end", "verruiming", put("geldigheid", "tot", "2030-08-31"))
        yield Change("validity: earlier end", "vernauwing", put("geldigheid", "tot", "2024-12-31"))
        yield Change("validity: no end", "verruiming", put("geldigheid", "tot", None))
    else:
        yield Change("validity: an end", "vernauwing", put("geldigheid", "tot", "2026-08-31"))
    yield Change("validity start: earlier", "verruiming", put("geldigheid", "van", "2015-01-01"))
    yield Change("validity start: later", "vernauwing", put("geldigheid", "van", "2026-01-01"))
    renewal = {
        "van": "2025-09-01",
        "tot": "2027-08-31",
        "referentie": "x",
        "geregistreerd_door": "y",
    }
    yield Change(
        "renewal: recorded", "verruiming",
        lambda r: r["geldigheid"]["verlengingen"].append(dict(renewal)),
    )  # fmt: skip
    yield Change(
        "first year: earlier", "verruiming", lambda r: r.update(eerste_schooljaar="2005-2006")
    )
    yield Change(
        "first year: later", "vernauwing", lambda r: r.update(eerste_schooljaar="2019-2020")
    )
    clock = register["kwaliteitsklok"]
    yield Change(
        "clock: slower", "verruiming",
        put("kwaliteitsklok", "onderzoek_maanden", clock["onderzoek_maanden"] + 1),
    )  # fmt: skip
    yield Change("clock: nobody told", "verruiming", lambda r: r["kwaliteitsklok"]["aan"].pop())
    notice = register["geldigheid"]["opzegtermijn_maanden"]
    for label, months in (("verruiming", notice + 1), ("vernauwing", notice - 1)):
        yield Change(
            f"notice: {months} months", label, put("geldigheid", "opzegtermijn_maanden", months)
        )
    late = register["periodiciteit"]["laat_na_dagen"]
    for label, days in (("verruiming", late + 30), ("vernauwing", late - 30)):
        yield Change(f"calendar: {days} days", label, put("periodiciteit", "laat_na_dagen", days))
    if not register["bewaring"]["instelling"]:
        yield Change("retention: a setting", "verruiming", put("bewaring", "instelling", "X"))
    yield Change("protocol: another one", "verruiming", lambda r: r.update(versie="2030-01-01"))
    yield Change("source: none", "verruiming", lambda r: r.update(bronvermelding=""))


def _people_changes(register: Register) -> Iterator[Change]:
    for part in ("publieken", "partijen", "doeleinden", "vragen", "niveaus"):
        yield Change(
            f"{part}: one more", "verruiming",
            lambda r, part=part: r[part].append({**copy.deepcopy(r[part][0]), "code": "nieuw"}),
        )  # fmt: skip
        yield Change(f"{part}: one less", "vernauwing", lambda r, part=part: r[part].pop())
    yield Change(
        "toegang: another service", "verruiming",
        lambda r: r["toegang"].append({**r["toegang"][0], "dienst": "Dienst Communicatie"}),
    )  # fmt: skip
    yield Change("toegang: one service less", "vernauwing", lambda r: r["toegang"].pop())
    for n, access in enumerate(register["toegang"]):
        if access["maximum"]:
            for label, value in (("verruiming", 9), ("verruiming", None), ("vernauwing", 0)):
                yield Change(
                    f"access {n}: at most {value}", label,
                    lambda r, n=n, value=value: r["toegang"][n].update(maximum=value),
                )  # fmt: skip
    for n, audience in enumerate(register["publieken"]):
        kind = "school" if audience["soort"] != "school" else "publiek"
        yield Change(
            f"audience {audience['code']}: of another kind", "verruiming",
            lambda r, n=n, kind=kind: r["publieken"][n].update(soort=kind),
        )  # fmt: skip
        yield Change(
            f"audience {audience['code']}: of another name", "verruiming",
            lambda r, n=n: r["publieken"][n].update(naam=r["publieken"][n]["naam"] + " en anderen"),
        )  # fmt: skip
    for n, reference in enumerate(register["referentielijsten"]):
        name, extra = reference["naam"], {**reference["velden"][-1], "naam": "nieuw_veld"}
        yield Change(
            f"list {name}: one field more", "verruiming",
            lambda r, n=n, extra=extra: r["referentielijsten"][n]["velden"].append(dict(extra)),
        )  # fmt: skip
        yield Change(
            f"list {name}: title", "neutraal",
            lambda r, n=n: r["referentielijsten"][n].update(titel="Andere titel"),
        )  # fmt: skip
        yield Change(
            f"list {name}: of persons", "verruiming",
            lambda r, n=n: r["referentielijsten"][n].update(persoonsgegevens=True),
        )  # fmt: skip
    yield Change(
        "referentielijsten: one more", "verruiming",
        lambda r: r["referentielijsten"].append(
            {**copy.deepcopy(r["referentielijsten"][0]), "naam": "ref_nieuw"}
        ),
    )  # fmt: skip
    yield Change(
        "verwerkers: a processor", "verruiming",
        lambda r: r["verwerkers"].append({"naam": "x", "taak": "hosting", "overeenkomst": "y"}),
    )  # fmt: skip
    for n, question in enumerate(register["vragen"]):
        yield Change(
            f"question {question['code']}: another text", "verruiming",
            lambda r, n=n: r["vragen"][n].update(tekst="Wie is deze leerling?"),
        )  # fmt: skip
        yield Change(
            f"question {question['code']}: limit", "neutraal",
            lambda r, n=n: r["vragen"][n].update(beperking="Anders gezegd."),
        )  # fmt: skip
        if question["beperking"]:
            yield Change(
                f"question {question['code']}: without limit", "verruiming",
                lambda r, n=n: r["vragen"][n].update(beperking=""),
            )  # fmt: skip
        if question["beantwoordbaar"] != "ja":
            yield Change(
                f"question {question['code']}: answered", "verruiming",
                lambda r, n=n: r["vragen"][n].update(beantwoordbaar="ja"),
            )  # fmt: skip


def _indicator_changes(register: Register) -> Iterator[Change]:
    for n, indicator in enumerate(register["indicatoren"]["indicatoren"]):
        name = f"indicator {indicator['code']}"

        def on(do: Apply, n: int = n) -> Apply:
            return lambda r: do(r["indicatoren"]["indicatoren"][n])

        yield Change(f"{name}: finer", "verruiming", on(lambda i: i["niveaus"].append("straat")))
        yield Change(
            f"{name}: broken down", "verruiming", on(lambda i: i["uitsplitsingen"].append("nieuw"))
        )
        yield Change(
            f"{name}: definition", "neutraal", on(lambda i: i.update(definitie="Anders gezegd."))
        )
        if indicator["uitsplitsingen"]:
            yield Change(f"{name}: coarser", "vernauwing", on(lambda i: i["uitsplitsingen"].pop()))
        if indicator["gevoelig"]:
            yield Change(
                f"{name}: extremes shown", "verruiming", on(lambda i: i.update(gevoelig=False))
            )


def _neutral_changes(register: Register) -> Iterator[Change]:
    yield Change("nothing", "neutraal", lambda r: None)
    yield Change("registerversie", "neutraal", lambda r: r.update(registerversie=99))
    yield Change("bron", "neutraal", lambda r: r.update(bronvermelding="Bron: dezelfde."))
    for part in ("tabellen", "regels", "producten", "vragen", "publieken", "artikelen"):
        yield Change(f"{part} reversed", "neutraal", lambda r, part=part: r[part].reverse())
    yield Change(
        "contact", "neutraal", lambda r: r["partijen"][0].update(contact="dpo@voorbeeld.example")
    )
    if register["partijen"][0]["contact"]:
        yield Change("contact: none", "verruiming", lambda r: r["partijen"][0].update(contact=None))
    yield Change(
        "clause", "neutraal", lambda r: r["bewaring"]["clausule"].update(citaat="Ander citaat")
    )
