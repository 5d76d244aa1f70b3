"""One wrong cell in an otherwise faultless Antwerp delivery."""

from __future__ import annotations

from pathlib import Path

from ..small import changed, faultless, write_csv
from .case import Build, Case, case

_Q, _A, _R = "quarantaine", "aanvaard", "geweigerd"

# table, row, column, value, verdict, rules
CELLS: tuple[tuple[str, int, str, str, str, tuple[str, ...]], ...] = (
    ("11a", 0, "schooljaar", "2022/23", _A, ()),
    ("11a", 0, "schooljaar", "2022", _A, ()),
    ("11a", 0, "schooljaar", "2022.0", _A, ()),
    ("11a", 0, "schooljaar", " 2022 - 2023 ", _A, ()),
    ("11a", 0, "schooljaar", "2022-2024", _Q, ("onleesbare_waarde",)),
    ("11a", 0, "schooljaar", "22-23", _Q, ("onleesbare_waarde",)),
    ("11a", 0, "schooljaar", "schooljaar 2022", _Q, ("onleesbare_waarde",)),
    ("11a", 0, "schooljaar", "", _Q, ("lege_waarde",)),
    ("11a", 0, "schooljaar", "NULL", _Q, ("onleesbare_waarde",)),
    ("11a", 0, "instellingsnummer", "39107", _A, ()),
    ("11a", 0, "instellingsnummer", "39107.0", _A, ()),
    ("11a", 0, "instellingsnummer", "39107,0", _A, ()),
    ("11a", 0, "instellingsnummer", "0039107", _Q, ("onleesbare_waarde",)),
    ("11a", 0, "instellingsnummer", "39.107", _Q, ("onleesbare_waarde",)),
    ("11a", 0, "instellingsnummer", "39107a", _Q, ("onleesbare_waarde",)),
    ("11a", 0, "instellingsnummer", "099999", _Q, ("onbekende_vestigingsplaats",)),
    ("11a", 0, "instellingsnummer", "", _Q, ("halve_vestigingsplaats",)),
    ("11a", 0, "intern_volgnummer", "1", _A, ()),
    ("11a", 0, "intern_volgnummer", "1.0", _A, ()),
    ("11a", 0, "intern_volgnummer", "", _Q, ("halve_vestigingsplaats",)),
    ("11a", 0, "intern_volgnummer", "09", _Q, ("onbekende_vestigingsplaats",)),
    ("11a", 0, "intern_volgnummer", "A", _Q, ("onleesbare_waarde",)),
    ("11a", 0, "hoofdstructuur_code", "voltijds gewoon secundair onderwijs", _A, ()),
    ("11a", 0, "hoofdstructuur_code", "311.0", _A, ()),
    ("11a", 0, "hoofdstructuur_code", "999", _Q, ("onbekende_waarde",)),
    ("11a", 0, "hoofdstructuur_code", "", _Q, ("lege_waarde",)),
    ("11a", 0, "administratieve_groep_code", "90001.0", _A, ()),
    ("11a", 0, "administratieve_groep_code", "99999", _Q, ("onbekende_administratieve_groep",)),
    ("11a", 0, "administratieve_groep_code", "OKAN", _Q, ("ongeldig_patroon",)),
    ("11a", 0, "administratieve_groep_code", "", _Q, ("lege_waarde",)),
    ("11a", 0, "an_inschrijfdatum", "03/10/2022", _A, ()),
    ("11a", 0, "an_inschrijfdatum", "3-10-2022", _A, ()),
    ("11a", 0, "an_inschrijfdatum", "44837", _A, ()),
    ("11a", 0, "an_inschrijfdatum", "2022-10-03 00:00:00", _A, ()),
    ("11a", 0, "an_inschrijfdatum", "10/23/2022", _Q, ("onleesbare_waarde",)),
    ("11a", 0, "an_inschrijfdatum", "03/10/22", _Q, ("onleesbare_waarde",)),
    ("11a", 0, "an_inschrijfdatum", "3 oktober 2022", _Q, ("onleesbare_waarde",)),
    ("11a", 0, "an_inschrijfdatum", "2023-02-30", _Q, ("onleesbare_waarde",)),
    ("11a", 0, "an_inschrijfdatum", "2022-08-31", _Q, ("datum_buiten_schooljaar",)),
    ("11a", 0, "an_inschrijfdatum", "", _Q, ("lege_waarde",)),
    ("11a", 0, "an_einddatum", "2022-10-02", _Q, ("einde_voor_begin",)),
    ("11a", 0, "an_einddatum", "onbekend", _Q, ("onleesbare_waarde",)),
    ("11a", 0, "an_einddatum", "", _A, ()),
    ("11a", 0, "geboortejaar", "2007.0", _A, ()),
    ("11a", 0, "geboortejaar", "07", _Q, ("buiten_bereik", "onmogelijke_leeftijd")),
    ("11a", 0, "geboortejaar", "1995", _Q, ("onmogelijke_leeftijd",)),
    ("11a", 0, "geboortejaar", "2022", _R, ("verboden_geboortedatum",)),
    ("11a", 0, "geboortejaar", "2007-05-04", _R, ("verboden_geboortedatum",)),
    ("11a", 0, "geboortejaar", "04/05/2007", _R, ("verboden_geboortedatum",)),
    ("11a", 0, "geboortejaar", "20070504", _R, ("verboden_geboortedatum",)),
    ("11a", 0, "geboortejaar", "tweeduizendzeven", _Q, ("onleesbare_waarde",)),
    ("11a", 0, "leerjaar", "OKAN", _A, ()),
    ("11a", 0, "leerjaar", "12", _Q, ("onbekende_waarde",)),
    ("11a", 0, "geslacht", "Mannelijk", _A, ()),
    ("11a", 0, "geslacht", "v", _A, ()),
    ("11a", 0, "geslacht", "Q", _Q, ("onbekende_waarde",)),
    ("11a", 0, "geslacht", "", _Q, ("lege_waarde",)),
    ("11a", 0, "nationaliteit_code", "be", _A, ()),
    ("11a", 0, "nationaliteit_code", "NA", _A, ()),
    ("11a", 0, "nationaliteit_code", "Niet gekend", _A, ()),
    ("11a", 0, "nationaliteit_code", "Fictieland", _Q, ("ongeldig_patroon",)),
    ("11a", 0, "nationaliteit_code", "n.v.t.", _Q, ("ongeldig_patroon",)),
    ("11a", 0, "nationaliteit_code", "85.07.30-033.28", _R, ("verboden_rijksregisternummer",)),
    ("11a", 0, "nationaliteit_code", "85073003328", _R, ("verboden_rijksregisternummer",)),
    ("11a", 0, "nationaliteit_code", "85073003329", _Q, ("ongeldig_patroon",)),
    ("11a", 0, "nationaliteit_code", "iemand@school.example", _R, ("verboden_contactgegeven",)),
    ("11a", 0, "nationaliteit_code", "+32 470 12 34 56", _R, ("verboden_contactgegeven",)),
    ("11a", 0, "nationaliteit_code", "Jan Verzonnen", _R, ("verboden_naam",)),
    ("11a", 0, "nationaliteit_code", "Peeters, Jan", _R, ("verboden_naam",)),
    ("11a", 0, "nationaliteit_code", "katholiek", _R, ("verboden_bijzondere_categorie",)),
    ("11a", 0, "leerjaar", "autisme", _R, ("verboden_bijzondere_categorie",)),
    ("11a", 0, "ind_thuistaal", "ja", _A, ()),
    ("11a", 0, "ind_thuistaal", "1,0", _A, ()),
    ("11a", 0, "ind_thuistaal", "2", _Q, ("onleesbare_waarde",)),
    ("11a", 0, "ind_thuistaal", "", _Q, ("lege_waarde",)),
    ("11a", 0, "ind_thuistaal", "Nederlands", _Q, ("onleesbare_waarde",)),
    ("11a", 0, "oki", "1.0", _A, ()),
    ("11a", 0, "oki", "2", _A, ()),
    ("11a", 0, "oki", "", _A, ()),
    ("11a", 0, "oki", "0", _Q, ("oki_tegen_kenmerken",)),
    ("11a", 0, "oki", "1,5", _Q, ("onleesbare_waarde",)),
    ("11a", 0, "oki", "5", _Q, ("buiten_bereik", "oki_tegen_kenmerken")),
    ("11a", 0, "oki", "-1", _Q, ("buiten_bereik", "oki_tegen_kenmerken")),
    ("11a", 0, "oki", "=1+1", _Q, ("onleesbare_waarde",)),
    ("11a", 0, "leerjaar", "=cmd|' /C calc'!A0", _Q, ("onbekende_waarde",)),
    ("11a", 0, "leerjaar", "x" * 2000, _Q, ("waarde_te_lang",)),
    ("11a", 0, "leerjaar", "1\x07", _Q, ("waarde_te_lang",)),
    ("11b", 0, "persoon_code", "ZZ-VREEMD", _Q, ("persoon_niet_in_11a",)),
    ("11b", 0, "persoon_code", "", _Q, ("lege_waarde",)),
    ("11b", 0, "persoon_code", "ZZ P0000", _Q, ("ongeldig_patroon",)),
    ("11b", 0, "schooljaar", "2020-2021", _Q, ("loopbaan_voor_instroom",)),
    ("11b", 0, "schooljaar", "2014-2015", _Q,
     ("loopbaan_voor_instroom", "schooljaar_voor_bereik")),
    ("11b", 0, "schooljaar", "2025-2026", _Q, ("levering_vroeg", "schooljaar_in_toekomst")),
    ("11b", 0, "hoofdstructuur_code", "", _Q, ("lege_waarde",)),
    ("11b", 0, "administratieve_groep_code", "99999", _Q, ("onbekende_administratieve_groep",)),
    ("11b", 0, "oki", "4", _Q, ("oki_tegen_kenmerken",)),
    ("11b", 0, "toestand_3006", "", _Q, ("toestand_ontbreekt",)),
    ("11b", 0, "toestand_0110", "misschien", _Q, ("onleesbare_waarde",)),
    ("11b", 0, "studiebewijs", "Diploma SO", _A, ()),
    ("11b", 0, "studiebewijs", "rijbewijs B", _Q, ("onbekende_waarde",)),
    ("11b", 1, "cluster_orienteringsattest", "geen", _A, ()),
    ("11b", 1, "cluster_orienteringsattest", "D", _Q, ("onbekende_waarde",)),
    ("11b", 0, "cluster_orienteringsattest", "A", _Q, ("attest_bij_okan",)),
    ("11b", 0, "intern_volgnummer", "", _Q, ("halve_vestigingsplaats",)),
    ("11c", 0, "persoon_code", "ZZ-VREEMD", _Q, ("persoon_niet_in_11a",)),
    ("11c", 0, "vsv", "", _Q, ("lege_waarde",)),
    ("11c", 0, "vsv", "vermoedelijk", _Q, ("onleesbare_waarde",)),
    ("11c", 0, "oki", "7", _Q, ("buiten_bereik",)),
    ("11c", 0, "schooljaar", "2019-2020", _Q, ("loopbaan_voor_instroom",)),
    ("11c", 0, "schooljaar", "2024-2025", _A, ()),
)  # fmt: skip


def _one_cell(table: str, row: int, column: str, value: str) -> Build:
    def build(directory: Path) -> list[Path]:
        tables = changed(faultless(), lambda t: t[table][row].update({column: value}))
        return [write_csv(directory, tables)]

    return build


def cases() -> list[Case]:
    """One case per cell; values that only look odd must be accepted."""
    return [
        case(f"cel_{i:03d}_{table}_{column}", _one_cell(table, row, column, value), verdict, *rules)
        for i, (table, row, column, value, verdict, rules) in enumerate(CELLS)
    ]
