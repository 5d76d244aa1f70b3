"""The model card: what the model is, how it was tried, what it may not be used for; in Dutch.

One content, three forms: JSON for machines, Markdown for a file, a page for people
(`leerloopbaan.pages.modelkaart`). Made of `dim_vroegsignaal` alone: aggregates that were rounded
and suppressed before.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from leerloopbaan.vroegsignaal.features import FEATURES, GROUPS, INTERCEPT

Row = dict[str, Any]

_CATEGORIES = {
    "oki_klasse": {"0-1": "0 of 1"},
    "opleiding_moeder": {"niet_laag": "niet laagopgeleid", "laag": "laagopgeleid"},
    "leeftijdsklasse": {"19_plus": "19 of ouder"},
    "leeftijd_instap": {
        "2-5": "jonger dan 6", "6-11": "6 tot 11", "12-15": "12 tot 15", "16-17": "16 of 17",
        "18+": "18 of ouder",
    },
    "instapmaand": {
        "okt_dec": "oktober tot december", "jan_mrt": "januari tot maart",
        "apr_jun": "april tot juni", "jul_aug": "juli of augustus",
    },
    "vertragingsklasse": {
        "op_leeftijd": "op leeftijd of voor", "1_jaar": "één jaar", "2_plus": "twee jaar of meer",
        "onbepaald": "niet te bepalen",
    },
    "wisselklasse": {"0": "geen", "1": "één", "2_plus": "twee of meer"},
    "attest_vorig": {"geen": "geen of onbekend"},
    "leerweg": {
        "aso_tso_kso": "aso, tso of kso", "eerste_graad": "eerste graad", "okan": "OKAN",
        "deeltijds": "deeltijds, duaal of leertijd",
    },
}  # fmt: skip
_GROUPS = {"M": "man", "V": "vrouw", "belg": "Belg", "eu": "EU (niet-Belg)", "niet_eu": "niet-EU"}
MEASURES = {
    "auc": "AUC",
    "brier": "Brierscore",
    "brier_zonder_model": "Brierscore zonder model",
    "voorspeld": "Gemiddelde schatting",
    "vastgesteld": "Vastgesteld aandeel",
    "verhoogd": "Aandeel met verhoogde kans",
}
PURPOSE = (
    "Scholen die aan de piloot deelnemen, zien welk aandeel van een groep van minstens 6 "
    "leerlingen een verhoogde geschatte kans heeft op vroegtijdig schoolverlaten, zodat het "
    "schoolbeleid preventief kan inspelen (artikel 2, L76)."
)
NOT_FOR = (
    "Geen uitspraak over een leerling: per leerling wordt geen score bewaard, getoond of geleverd.",
    "Geen beslissing over een leerling, klas of leraar, en geen vergelijking van scholen.",
    "Geen oorzaken: een coëfficiënt zegt wat samengaat, niet waardoor.",
)
METHOD = (
    "Logistische regressie op aangekruiste categorieën. De uitkomst is: opgenomen als vroegtijdig "
    "schoolverlater (11c) in het schooljaar zelf of het volgende. Wie: anderstalige nieuwkomers "
    "van 15 jaar of ouder in het gewoon secundair onderwijs op 1 februari. De geschatte kans is "
    "1 / (1 + e^-punten); punten is de constante plus de coëfficiënt van elke categorie die geldt. "
    "Geslacht en nationaliteit zijn geen voorspellers; de terugtoets kijkt wel of het model voor "
    "die groepen even goed werkt. Spijbelen en kleuterparticipatie worden niet geleverd."
)
TESTED = (
    "Terugtoets in de tijd: een model van de oudere schooljaren, waarvan de uitkomst toen bekend "
    "was, wordt beproefd op de nieuwste afgesloten schooljaren, die het nooit zag. AUC 0,5 is "
    "gokken en 1 foutloos; een lagere Brierscore is beter. Een groep met minder dan 30 leerlingen "
    "met of zonder de uitkomst wordt onderdrukt."
)


@dataclass(frozen=True)
class Card:
    """The parts of the card; numbers are None when suppressed."""

    fitted: bool
    reason: str
    cohorts: str
    share: float | None
    threshold: float | None
    coefficients: tuple[tuple[str, str, float], ...]  # feature, category, coefficient
    tested: str  # "" when the back-test could not be done
    metrics: tuple[tuple[str, dict[str, float | None]], ...]  # group, measure → number
    calibration: tuple[tuple[str, float | None, float | None], ...]  # bin, estimate, observed


def read_card(rows: list[Row]) -> Card:
    """The card in the rows of `dim_vroegsignaal`, in any order."""
    model = {r["maat"]: r for r in rows if r["onderdeel"] == "model"}
    fitted = bool(model["geschat"]["waarde"])
    tests = [r for r in rows if r["onderdeel"] == "terugtoets"]
    said = {r["maat"]: r["tekst"] for r in tests if r["maat"] in ("geschat_op", "getoetst_op")}
    return Card(
        fitted=fitted,
        reason=model["geschat"]["tekst"],
        cohorts=f"{model['eerste_cohorte']['tekst']} tot {model['laatste_cohorte']['tekst']}"
        if fitted
        else "",
        share=model["aandeel"]["waarde"] if fitted else None,
        threshold=model["drempel"]["waarde"] if fitted else None,
        coefficients=tuple(_coefficients(rows)),
        tested=f"Geschat op {said['geschat_op']}; getoetst op {said['getoetst_op']}"
        if said
        else "",
        metrics=tuple(_metrics(tests)),
        calibration=tuple(_calibration(rows)),
    )


def card_json(rows: list[Row], release: Row) -> str:
    """The card as JSON."""
    card = read_card(rows)
    data = {
        "model": "Piloot Early Warning System",
        "vrijgave": release.get("release_id"),
        "bron": release.get("bron"),
        "synthetisch": bool(release.get("synthetisch")),
        "geschat": card.fitted,
        "doel": PURPOSE,
        "niet_voor": list(NOT_FOR),
        "methode": METHOD,
        "cohorten": card.cohorts,
        "aandeel_vsv": card.share,
        "drempel": card.threshold,
        "coefficienten": [
            {"kenmerk": f, "categorie": c, "coefficient": v} for f, c, v in card.coefficients
        ],
        "terugtoets": {"opzet": card.tested, "groepen": dict(card.metrics)},
        "ijking": [
            {"schatting": b, "gemiddeld_geschat": p, "vastgesteld": o}
            for b, p, o in card.calibration
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def card_markdown(rows: list[Row], release: Row) -> str:
    """The card as Markdown."""
    card = read_card(rows)
    mark = (
        "**SYNTHETISCH**: gemaakt uit verzonnen gegevens.\n" if release.get("synthetisch") else ""
    )
    parts = [
        "# Modelkaart: Piloot Early Warning System\n",
        mark,
        PURPOSE + "\n",
        "## Waarvoor niet\n",
        "".join(f"- {line}\n" for line in NOT_FOR),
        "## Hoe het werkt\n",
        METHOD + "\n",
    ]
    if not card.fitted:
        parts.append(f"Het model is niet geschat: {card.reason}.\n")
    else:
        parts += [
            f"Geschat op {card.cohorts}; aandeel met de uitkomst {number(card.share)}; "
            f"verhoogd vanaf {number(card.threshold, 3)}.\n",
            "## Coëfficiënten\n",
            _table(["Kenmerk", "Categorie", "Coëfficiënt"],
                   [[f, c, number(v, 3)] for f, c, v in card.coefficients]),
            "## Terugtoets\n",
            TESTED + "\n",
            f"{card.tested or 'Niet uitgevoerd: te weinig afgesloten schooljaren'}.\n",
            metrics_table(card, _table),
            "## IJking\n",
            calibration_table(card, _table),
        ]  # fmt: skip
    parts.append(f"{release.get('bron') or ''}. Vrijgave {release.get('release_id') or ''}.\n")
    return "\n".join(part for part in parts if part)


def metrics_table(card: Card, table: Any) -> Any:
    """The metrics per group, by a function of headings and rows."""
    return table(
        ["Groep", *MEASURES.values()],
        [
            [group, *(number(found[m], 3 if "brier" in m else 2) for m in MEASURES)]
            for group, found in card.metrics
        ],
    )


def calibration_table(card: Card, table: Any) -> Any:
    """Estimate against outcome per bin, by a function of headings and rows."""
    return table(
        ["Geschatte kans", "Gemiddeld geschat", "Vastgesteld"],
        [[name, number(p), number(o)] for name, p, o in card.calibration],
    )


def number(value: float | None, decimals: int = 2) -> str:
    """Dutch notation, or `onderdrukt`."""
    return "onderdrukt" if value is None else f"{value:.{decimals}f}".replace(".", ",")


def _coefficients(rows: list[Row]) -> list[tuple[str, str, float]]:
    found = {
        (r["kenmerk"], r["categorie"]): float(r["waarde"])
        for r in rows
        if r["onderdeel"] == "coefficient"
    }
    if not found:
        return []
    made = [("Constante", "", found[INTERCEPT])]
    for name, (label, values) in FEATURES.items():
        names = _CATEGORIES.get(name, {})
        made += [(label, names.get(v, v), found[name, v]) for v in values]
    return made


def _metrics(tests: list[Row]) -> list[tuple[str, dict[str, float | None]]]:
    groups: dict[tuple[str, str], dict[str, float | None]] = {}
    for row in tests:
        if row["maat"] in MEASURES:
            groups.setdefault((row["kenmerk"], row["categorie"]), {})[row["maat"]] = row["waarde"]
    order = ["", *GROUPS.values()]
    return [
        (f"{name}: {_GROUPS.get(value, value)}" if name else "Alle leerlingen", groups[name, value])
        for name, value in sorted(groups, key=lambda key: (order.index(key[0]), key[1]))
    ]


def _calibration(rows: list[Row]) -> list[tuple[str, float | None, float | None]]:
    bins: dict[str, dict[str, float | None]] = {}
    for row in rows:
        if row["onderdeel"] == "ijking":
            bins.setdefault(row["categorie"], {})[row["maat"]] = row["waarde"]
    order = sorted(bins, key=lambda name: int(name.partition("-")[0]))
    return [(name, bins[name]["voorspeld"], bins[name]["vastgesteld"]) for name in order]


def _table(headings: list[str], rows: list[list[str]]) -> str:
    lines = [headings, ["---"] * len(headings), *rows]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)
