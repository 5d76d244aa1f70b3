"""A wrong register is one clear error that names the place; every rule is seen failing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leerloopbaan.errors import RegisterError
from leerloopbaan.register.load import read_alone, read_register
from register.conftest import write_register

Data = dict[str, Any]


def _table(data: Data) -> Data:
    table: Data = data["tabellen"][0]
    return table


def _field(data: Data, name: str) -> Data:
    return next(v for v in _table(data)["velden"] if v["naam"] == name)


def _articles(data: Data) -> dict[str, Data]:
    return {article["nummer"]: article for article in data["artikelen"]}


def _second_renewal(data: Data) -> None:
    renewal = {"referentie": "x", "geregistreerd_door": "y"}
    data["geldigheid"]["verlengingen"] = [
        {**renewal, "van": "2027-01-01", "tot": "2029-08-31"},
    ]


# What is done to the register, and what the error must say.
BROKEN: list[tuple[str, Callable[[Data], object], str]] = [
    # The shape of the parts.
    ("unknown key", lambda d: d.update(drempel=5), "drempel: Extra inputs"),
    ("no clause", lambda d: d["bewaring"].pop("clausule"), "bewaring.clausule: Field required"),
    ("no retention part", lambda d: d.pop("bewaring"), "bewaring: Field required"),
    ("threshold below the law", lambda d: d["drempels"].update(minimum_getoond=5),
     "drempels.minimum_getoond"),
    ("two schools are enough", lambda d: d["drempels"].update(min_scholen=2),
     "drempels.min_scholen"),
    ("dominance above 80 %", lambda d: d["drempels"].update(max_aandeel_grootste_school=0.9),
     "drempels.max_aandeel_grootste_school"),
    ("long quote", lambda d: d["bewaring"]["clausule"].update(citaat="x" * 301),
     "bewaring.clausule.citaat"),
    ("unknown type", lambda d: _field(d, "geslacht").update(type="lijst"),
     "tabellen.0.velden.3.type"),
    ("unknown severity", lambda d: d["regels"][0].update(ernst="streng"), "regels.0.ernst"),
    ("unknown defect", lambda d: d["regels"][0].update(gebrek="raar"), "regels.0.gebrek"),
    ("technical name with capitals", lambda d: _field(d, "geslacht").update(naam="Geslacht"),
     "tabellen.0.velden.3.naam"),
    ("a year that is no school year", lambda d: d.update(eerste_schooljaar="2025"),
     "eerste_schooljaar"),
    ("a date that is none", lambda d: d["geldigheid"].update(van="1 september"),
     "geldigheid.van"),
    ("a table without fields", lambda d: _table(d).update(velden=[]), "tabellen.0.velden"),
    ("a field twice", lambda d: _table(d)["velden"].append(dict(_field(d, "geslacht"))),
     "veld staat er meer dan eens"),
    ("a key that is no field", lambda d: _table(d).update(sleutel=["leerling"]),
     "sleutelkolom leerling is geen veld"),
    # What it must agree on with itself.
    ("a code twice", lambda d: d["regels"].append(dict(d["regels"][0])),
     "regels: onbekende_kolom stands there 2 times"),
    ("a defect told to nobody known", lambda d: d["kwaliteitsklok"].update(aan=["minister"]),
     "kwaliteitsklok.aan: minister is not in partijen"),
    ("a level under nothing", lambda d: d["niveaus"][1].update(ouder="land"),
     "niveaus.stad.ouder: land"),
    ("a window for no table",
     lambda d: d["periodiciteit"].update(vensters=[{"tabel": "x", "van": "01-01", "tot": "02-01"}]),
     "periodiciteit.vensters: x"),
    ("a rule for no table", lambda d: d["regels"][0].update(tabellen=["x"]),
     "regels.onbekende_kolom.tabellen: x"),
    ("a field that serves no question", lambda d: _field(d, "geslacht").update(vragen=["QA-99"]),
     "tabellen.inschrijvingen.geslacht.vragen: QA-99"),
    ("an explanation of no question", lambda d: d["niet_geleverd"][0].update(vragen=["QA-98"]),
     "niet_geleverd.Einddatums: QA-98"),
    ("a product without purpose", lambda d: d["producten"][0].update(doeleinde="reclame"),
     "producten.cijferbericht.doeleinde: reclame"),
    ("a product for nobody", lambda d: d["producten"][0]["uitgaven"][0].update(publiek="pers"),
     "producten.cijferbericht.uitgaven: pers"),
    ("a product at no level", lambda d: d["producten"][0]["uitgaven"][0].update(niveaus=["straat"]),
     "producten.cijferbericht.publiek: straat"),
    ("a check that does not exist",
     lambda d: _articles(d)["3"]["verplichtingen"][0].update(controle=["regel:x"]),
     "artikelen.3.R-01.controle: x is not in regels"),
    ("a check of no kind",
     lambda d: _articles(d)["3"]["verplichtingen"][0].update(controle=["vertrouwen"]),
     "`vertrouwen` is not regel:, opdracht:, test: or dbt:"),
    ("a reference from no column", lambda d: _table(d).update(verwijzingen=[_reference("x", "y")]),
     "tabellen.inschrijvingen.verwijzingen: x"),
    ("a reference to no table",
     lambda d: _table(d).update(verwijzingen=[{**_reference("geslacht", "y"), "tabel": "12z"}]),
     "there is no table 12z"),
    ("a heading for two fields", lambda d: _field(d, "geslacht").update(aliassen=["SCHOOL-nr"]),
     "a heading of geslacht also means instellingsnummer"),
    ("two fields in one column",
     lambda d: _field(d, "geslacht").update(staging_naam="persoon_id"),
     "two fields become column persoon_id"),
    ("blank without meaning", lambda d: _field(d, "geslacht").pop("leeg_betekent"),
     "tabellen.inschrijvingen.geslacht: `leeg_betekent`"),
    ("blank that cannot be", lambda d: _field(d, "schooljaar").update(leeg_betekent="niets"),
     "tabellen.inschrijvingen.schooljaar: `leeg_betekent`"),
    ("a choice of nothing", lambda d: _field(d, "geslacht").update(waarden=[]),
     "a keuze needs its waarden"),
    ("values of a school year",
     lambda d: _field(d, "schooljaar").update(waarden=[{"code": "a", "label": "b"}]),
     "waarden do not go with type schooljaar"),
    ("polarity of a code", lambda d: _field(d, "geslacht").update(kansarm_waarde="J"),
     "kansarm_waarde needs type janee"),
    ("a person key under its own name",
     lambda d: (_field(d, "persoon_code").pop("staging_naam")),
     "a persoonssleutel is verplicht and gets another name in staging"),
    ("no person key", lambda d: _field(d, "persoon_code").update(persoonssleutel=False),
     "exactly one persoonssleutel, not 0"),
    ("a range of text", lambda d: _field(d, "geslacht").update(minimum=1),
     "minimum and maximum need a number"),
    ("a range upside down",
     lambda d: _field(d, "instellingsnummer").update(type="geheel", minimum=9, maximum=1),
     "minimum above maximum"),
    ("a pattern that is none", lambda d: _field(d, "instellingsnummer").update(patroon="(["),
     "patroon is not a regular expression"),
    ("a code outside its pattern", lambda d: _field(d, "geslacht").update(patroon="^[0-9]$"),
     "M does not fit the patroon"),
    ("a spelling of two codes",
     lambda d: _field(d, "geslacht")["waarden"][1].update(aliassen=["Mannelijk"]),
     "means both M and V"),
    ("a key that may be blank", lambda d: _table(d).update(sleutel=["geslacht"]),
     "tabellen.inschrijvingen.sleutel: geslacht may be blank"),
    ("an end before the start", lambda d: d["geldigheid"].update(tot="2024-01-01"),
     "geldigheid: tot before van"),
    ("a renewal that overlaps", _second_renewal, "geldigheid.verlengingen: 2027-01-01"),
    ("a retention that nobody sets", lambda d: d["bewaring"].update(jaren=None),
     "needs a setting (instelling)"),
    ("a term that a setting overrules", lambda d: d["bewaring"].update(instelling="X"),
     "no setting (instelling) may overrule it"),
    ("a source that is not named", lambda d: d.update(bronvermelding="Bron: de stad"),
     "bronvermelding: does not name Het agentschap"),
    ("a clause without a quote", lambda d: d["bewaring"]["clausule"].pop("citaat"),
     "bewaring.clausule: a clause is quoted"),
    ("a clause of no article", lambda d: d["bewaring"]["clausule"].update(artikel="9"),
     "bewaring.clausule: article 9 is not in artikelen"),
    ("a clause outside its article", lambda d: d["bewaring"]["clausule"].update(regels="L5, L9"),
     "bewaring.clausule: L5, L9 is not within article 3"),
    ("measures before the inquiry", lambda d: d["kwaliteitsklok"].update(onderzoek_maanden=9),
     "kwaliteitsklok: maatregel before onderzoek"),
    ("an internal level shown", lambda d: d["niveaus"][1].update(gebruik="intern"),
     "producten.cijferbericht.publiek: an internal level is never an output"),
    ("a school level where none is", lambda d: d["niveaus"][1].update(gebruik="eigen_school"),
     "this protocol knows no school level"),
    ("a school level for everybody",
     lambda d: (d["niveaus"][1].update(gebruik="eigen_school"),
                d["drempels"].update(school_niveau="enkel_eigen_school")),
     "school level only for the school itself"),
    ("no source named",
     lambda d: d["producten"][0]["uitgaven"][0]["voorwaarden"].remove("bron_vermeld"),
     "every output names its source"),
    ("a school to recognise",
     lambda d: d["producten"][0]["uitgaven"][0]["voorwaarden"].remove("geen_school_herkenbaar"),
     "a public output has no recognisable school"),
    ("a question without explanation", lambda d: d["niet_geleverd"].clear(),
     "vragen.QA-02: not answerable, so niet_geleverd must say why"),
    ("a question that no field serves", lambda d: d["vragen"].append(
        {**d["vragen"][0], "code": "QA-03"}), "vragen.QA-03: no field serves it"),
]  # fmt: skip


def _reference(own: str, other: str) -> Data:
    clause = {"artikel": "3", "regels": "L5", "citaat": "per leerling een code"}
    return {"kolommen": [own], "tabel": "ref_instellingen", "naar_kolommen": [other],
            "clausule": clause}  # fmt: skip


def test_the_toy_register_loads(toy_project: Path) -> None:
    register = read_alone(toy_project / "protocols" / "proefstad.yml")
    assert register.stad == "proefstad"
    assert next(v.kolom for v in register.tabel("inschrijvingen").velden) == "persoon_id"


@pytest.mark.parametrize(("what", "breaking", "said"), BROKEN, ids=[b[0] for b in BROKEN])
def test_a_wrong_register_is_refused(
    toy_project: Path, toy_data: Data, what: str, breaking: Callable[[Data], object], said: str
) -> None:
    breaking(toy_data)
    write_register(toy_project, toy_data)
    with pytest.raises(RegisterError) as refusal:
        read_alone(toy_project / "protocols" / "proefstad.yml")
    assert refusal.value.exit_code == 2
    assert "proefstad.yml" in str(refusal.value)
    assert said in str(refusal.value), what


@pytest.mark.parametrize(
    ("part", "code"),
    [("producten", "reclame"), ("uitsplitsingen", "haarkleur"), ("niveaus", "straat"),
     ("vragen", "QA-99")],
)  # fmt: skip
def test_an_indicator_names_only_what_exists(toy_project: Path, part: str, code: str) -> None:
    import yaml

    file = toy_project / "protocols" / "indicatoren" / "proefstad.yml"
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    data["indicatoren"][0][part] = [code]
    file.write_text(yaml.safe_dump(data), encoding="utf-8")
    with pytest.raises(RegisterError, match=code):
        read_register(toy_project / "protocols" / "proefstad.yml", file)


def test_a_file_that_is_no_yaml_names_its_line(toy_project: Path) -> None:
    file = toy_project / "protocols" / "proefstad.yml"
    file.write_text("stad: proefstad\nnaam: {a: [1\nversie: 2025-09-01\n", encoding="utf-8")
    with pytest.raises(RegisterError, match=r"proefstad\.yml, line \d+ is not YAML"):
        read_alone(file)
    twice = "stad: proefstad\ndrempels: {a: 1}\ndrempels: {a: 2}\n"
    file.write_text(twice, encoding="utf-8")
    with pytest.raises(RegisterError, match=r"line 3 is not YAML: the key drempels stands there"):
        read_alone(file)
    file.write_text("- a\n- b\n", encoding="utf-8")
    with pytest.raises(RegisterError, match="not a mapping"):
        read_alone(file)
    with pytest.raises(RegisterError, match="there is no register elders"):
        read_alone(toy_project / "protocols" / "elders.yml")
