"""One fault in a file: its bytes, its heading, its rows, its name, its neighbours."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path
from typing import Any

from ..small import Row, Tables, csv_bytes, faultless, reference_lists, write_csv
from . import build
from .build import (
    adding,
    copied,
    dropping,
    edited,
    set_cell,
    single,
    with_book,
    with_bytes,
    with_heading,
    with_parquet,
    with_tables,
)
from .case import Build, Case, case

_Q, _A, _R = "quarantaine", "aanvaard", "geweigerd"


def _cut(path: Path, share: float = 0.6) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])


def _cell(tables: Tables, **values: str) -> None:
    tables["11a"][0].update(values)


def _bomb(path: Path) -> None:
    """A workbook of which one part unpacks to 600 MB of spaces."""
    source = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            target.writestr(item, source.read(item))
        with target.open("xl/media/vulling.bin", "w", force_zip64=True) as part:
            for _ in range(600):
                part.write(b" " * (1 << 20))


def _extra_sheet(book: Any, _: Any) -> None:
    book.create_sheet("Toelichting")["A1"] = "Vrije tekst"


def _empty_sheet(book: Any, _: Any) -> None:
    book.create_sheet("Blad4")


def _merge(_: Any, sheet: Any) -> None:
    sheet.merge_cells("A1:B1")


def _swapped(directory: Path) -> list[Path]:
    write_csv(directory, faultless(), {"11b": "11c.csv", "11c": "11b.csv"})
    return [directory]


def _second_half(tables: Tables) -> None:
    tables["11a"] = [r for r in tables["11a"] if r["schooljaar"] == "2022-2023"]


def _list(change: Any) -> Build:
    return build.a_list("ref_vestigingsplaatsen", change, reference_lists)


def _overlap(rows: list[Row]) -> None:
    rows.append({**rows[0], "geldig_van": "2020-09-01"})


def _adjoin(rows: list[Row]) -> None:
    rows.append({**rows[0], "geldig_van": "2020-09-01"})
    rows[0]["geldig_tot"] = "2020-08-31"


def cases() -> list[Case]:
    """All cases about files."""
    return [*_text_cases(), *_heading_cases(), *_row_cases(), *_book_cases(), *_other_cases()]


def _text_cases() -> list[Case]:
    row = b"\r\nZZ-P0000;2022-2023;SY"
    return [
        case("tekst_lf_regeleinden", with_bytes(lambda b: b.replace(b"\r\n", b"\n")), _A,
             same=True),
        case("tekst_bom", with_bytes(lambda b: b"\xef\xbb\xbf" + b), _A, same=True),
        case("tekst_cp1252", with_bytes(lambda b: b.replace(b";onbekend;", b";Ong\xe9kend;")), _A,
             same=True),
        case("tekst_alles_tussen_aanhalingstekens",
             with_bytes(lambda b: b.replace(b"SY", b'"SY"')), _A, same=True),
        case("tekst_tabs", with_bytes(lambda b: b.replace(b";", b"\t")), _A, same=True),
        case("tekst_komma", with_bytes(lambda b: b.replace(b";", b",")), _A, same=True),
        case("tekst_zonder_laatste_regeleinde", with_bytes(lambda b: b.rstrip(b"\r\n")), _A,
             same=True),
        case("tekst_lege_regels", with_bytes(lambda b: b.replace(row, b"\r\n" + row, 1)), _A,
             same=True),
        case("tekst_regel_met_enkel_scheidingen",
             with_bytes(lambda b: b + b";" * 14 + b"\r\n"), _A, same=True),
        case("tekst_lege_kolom_achteraan",
             with_bytes(lambda b: b.replace(b"\r\n", b";\r\n")), _A, same=True),
        case("tekst_titel_boven_de_kop",
             with_bytes(lambda b: b"Levering aan de stad\r\n\r\n" + b), _A, same=True),
        case("tekst_utf16", with_bytes(lambda b: b.decode().encode("utf-16")), _R, "onleesbaar"),
        case("tekst_nul_bytes", with_bytes(lambda b: b.replace(b"SY", b"S\x00", 1)), _R,
             "onleesbaar"),
        case("tekst_geen_tekenset",
             with_bytes(lambda b: b.replace(b"SY", b"\x81\x9d", 1)), _R, "onleesbaar"),
        case("tekst_open_aanhalingsteken",
             with_bytes(lambda b: b.replace(row, b'\r\n"ZZ-P0000;2022-2023;SY', 1)), _R,
             "onleesbaar"),
        case("tekst_verschoven_rij",
             with_bytes(lambda b: b.replace(row, row + b";x;x;x;x", 1)), _R, "onleesbaar"),
        case("tekst_verschoven_rij_met_leeg_einde",
             with_bytes(lambda b: b.replace(row, row + b";extra", 1)), _Q,
             "onbekende_waarde", "onbekende_administratieve_groep", "onleesbare_waarde"),
        case("tekst_te_korte_rij",
             with_bytes(lambda b: b.replace(row, b"\r\nZZ-P0000;2022-2023" + row, 1)), _R,
             "onleesbaar"),
        case("tekst_afgebroken", with_bytes(lambda b: b[: b.rindex(b";J;")]), _R,
             "onvolledig_bestand"),
        case("tekst_leeg", with_bytes(lambda b: b""), _R, "onleesbaar"),
        case("tekst_enkel_kop", with_bytes(lambda b: b.split(b"\r\n")[0] + b"\r\n"), _R,
             "leeg_bestand"),
        case("tekst_reuzenveld",
             with_bytes(lambda b: b.replace(row, b"\r\n" + b"Z" * 3_000_000 + row[2:], 1)), _R,
             "onleesbaar"),
        case("tekst_willekeurige_bytes",
             with_bytes(lambda b: bytes(range(1, 256)) * 40), _R, "onleesbaar"),
    ]  # fmt: skip


def _heading_cases() -> list[Case]:
    return [
        case("kop_nbsp", with_heading("geboortejaar", "geboorte\u00a0jaar"), _A, same=True),
        case("kop_hoofdletters", with_heading("schooljaar", "SCHOOLJAAR"), _A, same=True),
        case("kop_protocoltekst", with_heading("oki", "OKI"), _A, same=True),
        case("kop_bron_typfout", with_heading("geboortejaar", "geboortjaar"), _A, same=True),
        case("kop_met_waarden",
             with_heading("ind_thuistaal", "aantikken op thuistaal (0/1)"), _A, same=True),
        case("kop_accent", with_bytes(lambda b: b.replace(
            b"cluster_orienteringsattest", "cluster oriënteringsattesten".encode("cp1252"), 1)),
             _A, same=True),
        case("kop_ontbreekt", with_bytes(lambda b: b.split(b"\r\n", 1)[1], "11a.csv"), _R,
             "onbekende_kolom", "ontbrekende_kolom"),
        case("kop_onbekend", with_tables(adding("11a", "klasgroep")), _R, "onbekende_kolom"),
        case("kop_naam", with_tables(adding("11a", "familienaam")), _R, "verboden_naam"),
        case("kop_rijksregister", with_tables(adding("11a", "Rijksregisternummer")), _R,
             "verboden_rijksregisternummer"),
        case("kop_godsdienst", with_tables(adding("11b", "godsdienstkeuze")), _R,
             "verboden_bijzondere_categorie"),
        case("kop_geboortedatum", with_tables(adding("11a", "geboortedatum")), _R,
             "verboden_geboortedatum"),
        case("kop_email", with_tables(adding("11a", "e-mailadres")), _R, "verboden_contactgegeven"),
        case("kop_zonder_oki", with_tables(dropping("11a", "oki")), _R, "ontbrekende_kolom"),
        case("kop_duizenden", with_bytes(lambda b: b";" * 5000 + b, "11a.csv"), _R, "onleesbaar"),
        case("kop_dubbel", with_heading("oki", "geslacht"), _R, "dubbele_kolom",
             "ontbrekende_kolom"),
        case("kop_hernoemd", with_heading("geslacht", "sekse"), _R, "onbekende_kolom",
             "ontbrekende_kolom"),
        case("kop_verwisselde_bestanden", _swapped, _R, "verkeerde_tabel", "onbekende_kolom",
             "ontbrekende_kolom"),
    ]  # fmt: skip


def _row_cases() -> list[Case]:
    return [
        case("rij_dubbel_11b", with_tables(lambda t: t["11b"].append(dict(t["11b"][0]))), _Q,
             "dubbele_rij", "twee_hoofdinschrijvingen"),
        case("rij_dubbele_persoon",
             with_tables(lambda t: t["11a"].append({**t["11a"][0], "geslacht": "V"})), _Q,
             "dubbele_sleutel"),
        case("rij_persoon_ontbreekt", with_tables(lambda t: t["11a"].pop()), _Q,
             "persoon_niet_in_11a"),
        case("rij_zonder_loopbaan",
             with_tables(lambda t: t.update({"11b": [r for r in t["11b"]
                                                 if r["persoon_code"] != "ZZ-P0007"]})), _A,
             "persoon_zonder_loopbaan"),
        case("rij_twee_hoofdinschrijvingen",
             with_tables(lambda t: t["11b"].append({**t["11b"][0], "intern_volgnummer": "02"})), _A,
             "twee_hoofdinschrijvingen"),
        case("rij_geen_toestand", with_tables(lambda t: t["11b"][0].update(
            toestand_0102="N", toestand_0110="N", toestand_3006="N")), _A, "geen_toestand"),
        case("rij_vsv_herhaald", with_tables(lambda t: t["11c"].append(
            {**t["11c"][0], "vsv": "N"})), _A, "vsv_herhaald"),
        case("rij_leeftijd_tegen_leerjaar", with_tables(lambda t: _cell(
            t, hoofdstructuur_code="211", leerjaar="1")), _A, "leeftijd_tegen_leerjaar"),
        case("rij_een_jaar_te_laat", with_tables(lambda t: [
            r.update(schooljaar=f"{int(r['schooljaar'][:4]) + 2}") for r in t["11b"]]), _Q,
             "levering_vroeg", "schooljaar_in_toekomst", "toestand_te_vroeg"),
        case("lijst_omgekeerde_periode", _list(
            lambda r: r[0].update(geldig_tot="2014-01-01")), _Q,
             "ongeldige_periode"),
        case("lijst_overlap", _list(_overlap), _Q,
             "overlappende_geldigheid"),
        case("lijst_aansluitend", _list(_adjoin), _A),
        case("lijst_dubbele_sleutel", _list(
            lambda r: r.append(dict(r[0]))), _Q,
             "dubbele_rij", "dubbele_sleutel"),
    ]  # fmt: skip


def _book_cases() -> list[Case]:
    return [
        case("boek_titelrijen", with_book(title_rows=11), _A, same=True),
        case("boek_getallen", with_book(typed=("instellingsnummer", "geboortejaar", "oki")), _A,
             same=True),
        case("boek_samengevoegde_titel",
             with_book(edited(_merge), title_rows=2), _A, same=True),
        case("boek_leeg_blad_erbij", with_book(edited(_empty_sheet)), _A, same=True),
        case("boek_echte_datum", with_book(set_cell("G2", dt.datetime(2022, 10, 3))), _A,
             same=True),
        case("boek_geboortedatum", with_book(set_cell("I2", dt.datetime(2007, 5, 4))), _R,
             "verboden_geboortedatum"),
        case("boek_toelichtingsblad", with_book(edited(_extra_sheet)), _R,
             "onbekende_tabel"),
        case("boek_formule", with_book(set_cell("P2", "=1+1")), _R, "formule_in_cel"),
        case("boek_rekenfout", with_book(set_cell("P2", "=1/0")), _R, "formule_in_cel"),
        case("boek_half_geschreven", with_book(_cut), _R, "onvolledig_bestand"),
        case("boek_zonder_inhoud",
             with_book(lambda p: p.write_bytes(b"PK\x03\x04" + b"x" * 500)), _R,
             "onvolledig_bestand"),
        case("boek_dat_csv_is", single("11a.xlsx", csv_bytes(faultless()["11a"])), _R,
             "onleesbaar"),
        case("boek_oud_of_beveiligd",
             single("11a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600), _R,
             "onleesbaar"),
        case("boek_zip_bom", with_book(_bomb), _R, "onleesbaar"),
    ]  # fmt: skip


def _other_cases() -> list[Case]:
    def parquet_of_numbers(path: Path) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        table = pq.read_table(path)
        at = table.schema.get_field_index("instellingsnummer")
        numbers = pa.array([float(v) for v in table["instellingsnummer"].to_pylist()])
        pq.write_table(table.set_column(at, "instellingsnummer", numbers), path)

    return [
        case("parquet_getallen", with_parquet(parquet_of_numbers), _A, same=True),
        case("parquet_afgebroken", with_parquet(_cut), _R, "onvolledig_bestand"),
        case("parquet_beschadigd", with_parquet(
            lambda p: p.write_bytes(b"PAR1" + b"\xff" * 300 + b"PAR1")), _R, "onleesbaar"),
        case("naam_onbekend", with_tables(names={"11a": "gegevens.csv"}), _R, "onbekende_tabel"),
        case("naam_lang", with_tables(names={"11a": "Antwerpen_Deel 11a_v2 (definitief).csv"}), _A,
             same=True),
        case("naam_van_gent", with_tables(names={"11a": "gent_leerling_0102.csv"}), _R,
             "verkeerde_stad"),
        case("naam_met_twee_tabellen", with_tables(names={"11a": "11a_11b.csv"}), _R,
             "onbekende_tabel"),
        case("naam_met_verkeerd_schooljaar", with_tables(names={"11b": "11b_2022-2023.csv"}), _Q,
             "schooljaar_tegen_bestand"),
        case("naam_met_schooljaar", with_tables(names={"11b": "11b_2023-2024.csv"}), _A, same=True),
        case("naam_met_eindjaar", with_tables(names={"11b": "11b 2024.csv"}), _A, same=True),
        case("naam_met_datum", with_tables(names={"11b": "11b_20241001.csv"}), _A, same=True),
        case("naam_opgegeven", with_tables(names={"11a": "gegevens.csv"}), _A, same=True,
             options={"given": ["11a=gegevens.csv"]}),
        case("bestand_twee_keer", copied("11b.csv", "11b kopie.csv"), _R, "dubbele_tabel"),
        case("bestand_van_andere_soort", copied("11b.csv", "11b.docx"), _R, "onleesbaar"),
        case("levering_zonder_11a", with_tables(lambda t: t.pop("11a")), _Q, "persoon_niet_in_11a"),
        case("levering_van_een_jaar",
             with_tables(_second_half, lambda t: (t.pop("11b"), t.pop("11c"))), _A,
             "levering_laat"),
    ]  # fmt: skip
