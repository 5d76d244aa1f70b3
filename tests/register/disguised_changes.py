"""Edits of a register that a hurried reader would let pass, and harmless ones that look alarming.

Each is labelled by what it would do to a delivery, a key, a release or a recipient; none is made
from the classifier's own rules.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any, NamedTuple

Register = dict[str, Any]
Part = dict[str, Any]

WIDER, NARROWER, SAME = "verruiming", "vernauwing", "neutraal"


class Edit(NamedTuple):
    """A city, what is done, the class that it deserves, and how it is done (in place)."""

    city: str
    name: str
    label: str
    apply: Callable[[Register], object]


def edited(register: Register, edit: Edit) -> Register:
    """A copy of the register with the edit made."""
    changed = copy.deepcopy(register)
    edit.apply(changed)
    return changed


def _table(r: Register, name: str) -> Part:
    tables = [*r["tabellen"], *r["referentielijsten"]]
    return next(t for t in tables if t["naam"] == name)


def _field(r: Register, table: str, name: str) -> Part:
    return next(v for v in _table(r, table)["velden"] if v["naam"] == name)


def _value(r: Register, table: str, field: str, code: str) -> Part:
    return next(w for w in _field(r, table, field)["waarden"] if w["code"] == code)


def _by_code(items: list[Part], code: str, key: str = "code") -> Part:
    return next(item for item in items if item[key] == code)


def _rule(r: Register, code: str) -> Part:
    return _by_code(r["regels"], code)


def _output(r: Register, product: str, audience: str) -> Part:
    return _by_code(_by_code(r["producten"], product)["uitgaven"], audience, "publiek")


def _duty(r: Register, article: str, code: str) -> Part:
    return _by_code(_by_code(r["artikelen"], article, "nummer")["verplichtingen"], code)


def _all(*edits: Callable[[Register], object]) -> Callable[[Register], object]:
    return lambda r: [edit(r) for edit in edits]


def _copied_field(r: Register, table: str, source: str, **changes: Any) -> None:
    _table(r, table)["velden"].append({**copy.deepcopy(_field(r, table, source)), **changes})


def _pupils_as_a_list(r: Register) -> None:
    """Persons under the name of a reference list, which nobody looks at twice."""
    table = copy.deepcopy(_table(r, r["referentielijsten"][0]["naam"]))
    person = copy.deepcopy(r["tabellen"][0]["velden"][0])
    table.update(naam="ref_contacten", relatie="ref_contacten", velden=[person, *table["velden"]])
    r["referentielijsten"].append(table)


A, G = "antwerpen", "gent"

EDITS: tuple[Edit, ...] = (
    # A heading lets in a column that was refused before.
    Edit(A, "a full date under the heading of a year", WIDER,
         lambda r: _field(r, "11a", "geboortejaar")["aliassen"].append("geboortedatum")),
    Edit(A, "the national number under the heading of the code", WIDER,
         lambda r: _field(r, "11a", "persoon_code")["aliassen"].append("rijksregisternummer")),
    Edit(G, "the whole address under the heading of a town", WIDER,
         lambda r: _field(r, "leerlingen_0102", "dom_gemeente")["aliassen"].append(
             "officieel adres")),
    Edit(A, "origin under the heading of nationality", WIDER,
         lambda r: _field(r, "11b", "nationaliteit_code")["aliassen"].append("herkomst")),
    Edit(A, "another wording of the protocol's own field", WIDER,
         lambda r: _field(r, "11a", "nationaliteit_code").update(omschrijving="herkomst")),
    Edit(A, "a heading spelled apart", SAME,
         lambda r: _field(r, "11a", "oki")["aliassen"].append("o.k.i.")),
    Edit(G, "a heading with its words in another order", SAME,
         lambda r: _field(r, "leerlingen_0102", "vpl_gemeente")["aliassen"].append(
             "Gemeente (vestigingsplaats)")),
    Edit(A, "a heading with the word for code", SAME,
         lambda r: _field(r, "11b", "hoofdstructuur_code")["aliassen"].append(
             "code hoofdstructuur")),
    Edit(A, "a heading less", NARROWER,
         lambda r: _field(r, "11a", "oki")["aliassen"].remove("oki-index")),
    # Values.
    Edit(A, "another certificate as a spelling of the diploma", WIDER,
         lambda r: _value(r, "11b", "studiebewijs", "diploma_so")["aliassen"].append("HBO5")),
    Edit(A, "a value let in by the label", WIDER,
         lambda r: _value(r, "11b", "cluster_orienteringsattest", "B").update(label="D-attest")),
    Edit(A, "a spelling moved to another value", WIDER,
         lambda r: (_value(r, "11a", "geslacht", "V")["aliassen"].remove("F"),
                    _value(r, "11a", "geslacht", "M")["aliassen"].append("F"))),
    Edit(G, "a new type of special education", WIDER,
         lambda r: _field(r, "leerlingen_0102", "type_buitengewoon")["waarden"].append(
             {"code": "OV4A", "label": "type 9bis", "aliassen": []})),
    Edit(A, "a list of values becomes any number of four digits", WIDER,
         lambda r: _field(r, "11a", "hoofdstructuur_code").update(
             type="code", patroon="^\\d{3,4}$")),
    Edit(A, "a pattern beside the values of a code", WIDER,
         lambda r: _field(r, "11a", "nationaliteit_code").update(patroon="^.*$")),
    Edit(A, "a value less", NARROWER,
         lambda r: _field(r, "11a", "hoofdstructuur_code")["waarden"].pop()),
    Edit(A, "a value spelled in capitals", SAME,
         lambda r: _value(r, "11b", "studiebewijs", "diploma_so")["aliassen"].append("DIPLOMA SO")),
    Edit(A, "a field that may be blank", WIDER,
         lambda r: _field(r, "11a", "ind_schooltoelage").update(
             verplicht=False, leeg_betekent="onbekend")),
    Edit(A, "a field that may no longer be blank", NARROWER,
         lambda r: _field(r, "11a", "oki").update(verplicht=True, leeg_betekent=None)),
    Edit(G, "the polarity of the home language", WIDER,
         lambda r: _field(r, "leerlingen_0102", "gezinstaal_nederlands").update(
             kansarm_waarde="J")),
    # Persons and keys.
    Edit(G, "the number of the pupil is not hashed any more", WIDER,
         lambda r: _field(r, "leerlingen_0102", "aim_code").update(persoonssleutel=False)),
    Edit(G, "a pupil has one key for all years", WIDER,
         lambda r: _table(r, "leerlingen_0102").update(sleutel=["aim_code"])),
    Edit(G, "June looks for its pupils in any year", WIDER,
         lambda r: _table(r, "leerlingen_3006")["verwijzingen"][0].update(
             zelfde_schooljaar=False)),
    Edit(G, "keys of years can be compared", WIDER,
         lambda r: r["identiteit"].update(bereik="over_schooljaren")),
    Edit(G, "one more purpose in the key", WIDER,
         lambda r: r["identiteit"].update(domein="stedelijk_kruispunt")),
    Edit(A, "keys within a year only", NARROWER,
         lambda r: r["identiteit"].update(bereik="binnen_schooljaar")),
    Edit(A, "persons as a reference list", WIDER, _pupils_as_a_list),
    Edit(G, "a name in a reference list", WIDER,
         lambda r: _copied_field(r, "ref_instellingen", "naam", naam="naam_directeur",
                                 omschrijving="naam directeur", aliassen=[])),
    Edit(G, "the excepted field, now expected", WIDER,
         lambda r: _table(r, "leerlingen_0102")["velden"].append(
             _by_code(_table(r, "leerlingen_0102")["niet_verwacht"], "buiten_gezinsverband",
                      "naam"))),
    Edit(A, "a second field from the first", WIDER,
         lambda r: _copied_field(r, "11c", "oki", naam="oki_vorig_jaar", aliassen=[])),
    # Thresholds and protection.
    Edit(A, "a lower threshold for one product", WIDER,
         lambda r: _by_code(r["producten"], "stadsfoto").update(minimum_getoond=3)),
    Edit(A, "a threshold per audience", WIDER,
         lambda r: _output(r, "area_up", "programma").update(drempels={"minimum_getoond": 3})),
    Edit(G, "zeros shown and a higher threshold", WIDER,
         lambda r: r["drempels"].update(nul_onderdrukken=False, minimum_getoond=20)),
    Edit(A, "dominance stricter, fewer boards", WIDER,
         lambda r: r["drempels"].update(max_aandeel_grootste_school=0.5, min_besturen=1)),
    Edit(A, "extreme shares from farther in", NARROWER,
         lambda r: r["drempels"].update(gevoelig_min_pct=10.0, gevoelig_max_pct=90.0)),
    Edit(G, "the school level of one city", WIDER,
         lambda r: r["drempels"].update(school_niveau="enkel_eigen_school")),
    # Recipients, products, levels.
    Edit(A, "a recipient renamed", WIDER,
         lambda r: _by_code(r["publieken"], "beleid").update(
             naam="Beleidsmonitoring en partners van de stad")),
    Edit(A, "a recipient respelled", SAME,
         lambda r: _by_code(r["publieken"], "beleid").update(
             naam=_by_code(r["publieken"], "beleid")["naam"].replace(", ", " , ").upper())),
    Edit(A, "an audience of another kind", WIDER,
         lambda r: _by_code(r["publieken"], "publiek").update(soort="school")),
    Edit(A, "a level added to a product", WIDER,
         lambda r: _output(r, "stadsfoto", "beleid")["niveaus"].append("instelling")),
    Edit(G, "the internal level shown", WIDER,
         lambda r: _by_code(r["niveaus"], "statsector").update(gebruik="gebied")),
    Edit(G, "a wijk is called a street", WIDER,
         lambda r: _by_code(r["niveaus"], "wijk").update(naam="Straat")),
    Edit(A, "one level less, one condition less", WIDER,
         lambda r: (_output(r, "area_up", "programma")["niveaus"].remove("vestigingsplaats"),
                    _output(r, "area_up", "programma")["voorwaarden"].remove(
                        "enkel_toegewezen_medewerker"))),
    Edit(A, "two recipients trade places", WIDER,
         lambda r: _output(r, "schoolportretten", "school").update(publiek="publiek")),
    Edit(A, "a product for nobody", NARROWER,
         lambda r: _by_code(r["producten"], "early_warning").update(uitgaven=[])),
    Edit(A, "another name for a product", WIDER,
         lambda r: _by_code(r["producten"], "early_warning").update(
             naam="Individueel volgsysteem")),
    Edit(G, "the monitor every year", WIDER,
         lambda r: _by_code(r["producten"], "monitor").pop("om_de_jaren")),
    Edit(G, "the monitor every third year", NARROWER,
         lambda r: _by_code(r["producten"], "monitor").update(om_de_jaren=3)),
    Edit(G, "persons divided otherwise over the services", WIDER,
         lambda r: (r["toegang"][0].update(maximum=1), r["toegang"][1].update(maximum=2))),
    Edit(G, "the function of a service renamed", WIDER,
         lambda r: r["toegang"][2].update(functie="medewerker")),
    Edit(G, "one person less", NARROWER, lambda r: r["toegang"][0].update(maximum=1)),
    # Terms and clocks.
    Edit(G, "retention in months", WIDER,
         lambda r: r["bewaring"].update(jaren=None, maanden=84)),
    Edit(G, "retention as a text", WIDER, lambda r: r["bewaring"].update(jaren="72 maanden")),
    Edit(G, "retention that a setting overrules", WIDER,
         lambda r: r["bewaring"].update(instelling="LEERLOOPBAAN_GENT_BEWAREN_TOT")),
    Edit(G, "retention from the day of receipt, a year less", WIDER,
         lambda r: r["bewaring"].update(jaren=5, vanaf="ontvangst")),
    Edit(A, "validity extended without a renewal", WIDER,
         lambda r: r["geldigheid"].update(tot="2028-08-31")),
    Edit(A, "validity that ends a day earlier", NARROWER,
         lambda r: r["geldigheid"].update(tot="2025-08-30")),
    Edit(A, "a longer notice", WIDER,
         lambda r: r["geldigheid"].update(opzegtermijn_maanden=12)),
    Edit(G, "years before the first", WIDER, lambda r: r.update(eerste_schooljaar="2009-2010")),
    Edit(G, "only one supplier is told", WIDER, lambda r: r["kwaliteitsklok"]["aan"].pop()),
    Edit(A, "the clock runs a month longer", WIDER,
         lambda r: r["kwaliteitsklok"].update(maatregel_maanden=4)),
    Edit(A, "a delivery is late after ten years", WIDER,
         lambda r: r["periodiciteit"].update(laat_na_dagen=4000)),
    Edit(G, "June may come in May", WIDER,
         lambda r: r["periodiciteit"]["vensters"][1].update(van="05-01")),
    # The gate.
    Edit(A, "rows outside the population only a warning", WIDER,
         lambda r: _rule(r, "buiten_populatie").update(ernst="waarschuwing")),
    Edit(A, "a quarantine that holds only rows", WIDER,
         lambda r: _rule(r, "persoon_niet_in_11a").update(ernst="rijen_weerhouden")),
    Edit(A, "a rule for one table less", WIDER,
         lambda r: _rule(r, "persoon_niet_in_11a")["tabellen"].remove("11c")),
    Edit(G, "a rule that refuses, under another name", WIDER,
         lambda r: _rule(r, "uitgezonderd_veld").update(code="uitgezonderd_kenmerk")),
    Edit(G, "rows of late pupils put the delivery in quarantine", NARROWER,
         lambda r: _rule(r, "niet_op_0102").update(ernst="quarantaine")),
    Edit(G, "another remedy", SAME,
         lambda r: _rule(r, "niet_op_0102").update(remedie="Meld het aan beide leveranciers.")),
    # Obligations and what the text says.
    Edit(A, "an obligation becomes a promise", WIDER,
         lambda r: _duty(r, "4", "R-48").update(soort="organisatorisch")),
    Edit(A, "an obligation loses its auditor", WIDER,
         lambda r: _duty(r, "6", "R-40")["controle"].remove("opdracht:audit")),
    Edit(A, "an obligation reworded to mean less", WIDER,
         lambda r: _duty(r, "4", "R-48").update(tekst="Geen publieke rangschikking van scholen.")),
    Edit(G, "more than becomes less than", WIDER,
         lambda r: r["doeleinden"][0].update(tekst=r["doeleinden"][0]["tekst"] + " (≥ 6)")),
    Edit(A, "the legal ground", WIDER,
         lambda r: r["doeleinden"][0].update(rechtsgrond="artikel 6, lid 1, f) AVG")),
    Edit(A, "no source in publications", WIDER, lambda r: r.update(bronvermelding="")),
    Edit(A, "the source in other words", SAME,
         lambda r: r.update(bronvermelding=r["bronvermelding"].replace("Bron:", "Gegevens:"))),
    Edit(A, "nobody to tell of a breach", WIDER,
         lambda r: r["partijen"][0].update(contact=None)),
    Edit(G, "an unanswerable question answered", WIDER,
         lambda r: _by_code(r["vragen"], "QG-19").update(beantwoordbaar="ja")),
    Edit(A, "a caveat dropped", WIDER,
         lambda r: _by_code(r["vragen"], "QA-10").update(beperking="")),
    Edit(A, "a caveat in other words", SAME,
         lambda r: _by_code(r["vragen"], "QA-10").update(beperking="Enkel nationaliteit.")),
    Edit(A, "a better quote and its lines", SAME,
         lambda r: r["bewaring"]["clausule"].update(citaat="de bewaring door de ontvanger",
                                                    regels="L78-84")),
    Edit(A, "a measure in other words", SAME,
         lambda r: _duty(r, "6", "R-28").update(maatregel="Versleutelde bestanden, map 0700.")),
    # Harmless, however long the difference.
    Edit(A, "everything in another order", SAME,
         lambda r: [r[part].reverse() for part in (
             "tabellen", "referentielijsten", "regels", "publieken", "producten", "vragen",
             "niveaus", "artikelen", "niet_geleverd", "toegang", "partijen")]),
    Edit(G, "fields, values and conditions in another order", SAME,
         lambda r: ([t["velden"].reverse() for t in r["tabellen"]],
                    [v["waarden"].reverse() for t in r["tabellen"] for v in t["velden"]],
                    [u["voorwaarden"].reverse() for p in r["producten"] for u in p["uitgaven"]])),
    Edit(G, "titles, meanings and remedies in other words", SAME,
         lambda r: ([t.update(titel=f"Tabel {t['naam']}") for t in r["tabellen"]],
                    [v.update(betekenis="In andere woorden.") for t in r["tabellen"]
                     for v in t["velden"]],
                    [x.update(titel="Anders", remedie="Anders.") for x in r["regels"]])),
    # One widening among many harmless changes.
    Edit(A, "a reordering that loses a condition", WIDER,
         _all(lambda r: r["producten"].reverse(), lambda r: r.update(registerversie=2),
              lambda r: [u["voorwaarden"].reverse() for p in r["producten"]
                         for u in p["uitgaven"]],
              lambda r: _output(r, "onderwijsmonitor", "publiek")["voorwaarden"].remove(
                  "geen_schoolnaam"))),
    Edit(G, "stricter everywhere, one field more", WIDER,
         _all(lambda r: r["drempels"].update(minimum_getoond=10),
              lambda r: r["bewaring"].update(jaren=3), lambda r: r["toegang"].pop(),
              lambda r: _copied_field(r, "leerlingen_3006", "afw_b", naam="afw_d", aliassen=[]))),
    Edit(G, "a year less, another start, another person", WIDER,
         _all(lambda r: r["bewaring"].update(jaren=5), lambda r: r.update(registerversie=3),
              lambda r: r["toegang"][1].update(maximum=2))),
)  # fmt: skip
