"""One fault in a file: its bytes, its heading, its rows, its name, its neighbours."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from ..small import (
    Tables,
    changed,
    csv_bytes,
    faultless,
    reference_lists,
    write_csv,
    write_parquet,
    write_xlsx,
)
from .case import Build, Case, case

_Q, _A, _R = "quarantaine", "aanvaard", "geweigerd"


def _tables(*changes: Callable[[Tables], None], names: dict[str, str] | None = None) -> Build:
    return lambda directory: [write_csv(directory, changed(faultless(), *changes), names)]


def _bytes(change: Callable[[bytes], bytes], name: str = "11b.csv") -> Build:
    """A faultless delivery in which one file's bytes are changed."""

    def build(directory: Path) -> list[Path]:
        write_csv(directory, faultless())
        path = directory / name
        path.write_bytes(change(path.read_bytes()))
        return [directory]

    return build


def _heading(old: str, new: str, name: str = "11a.csv") -> Build:
    return _bytes(lambda b: b.replace(old.encode(), new.encode("utf-8"), 1), name)


def _book(change: Callable[[Path], None] | None = None, **options: object) -> Build:
    def build(directory: Path) -> list[Path]:
        directory.mkdir(parents=True)
        path = write_xlsx(directory / "levering.xlsx", faultless(), **options)  # type: ignore[arg-type]  # passed on
        if change:
            change(path)
        return [path]

    return build


def _parquet(change: Callable[[Path], None]) -> Build:
    def build(directory: Path) -> list[Path]:
        write_parquet(directory, faultless())
        change(directory / "11b.parquet")
        return [directory]

    return build


def _cut(path: Path, share: float = 0.6) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])


def _cell(tables: Tables, **values: str) -> None:
    tables["11a"][0].update(values)


def _sheet(path: Path, fill: Callable[[object, object], None]) -> None:
    """Rewrite the workbook with openpyxl after `fill(book, first sheet)`."""
    import openpyxl

    book = openpyxl.load_workbook(path)
    fill(book, book.worksheets[0])
    book.save(path)


def _set(cell: str, value: object) -> Callable[[Path], None]:
    def fill(_: object, sheet: object) -> None:
        sheet[cell] = value  # type: ignore[index]  # an openpyxl sheet

    return lambda path: _sheet(path, fill)


def _bomb(path: Path) -> None:
    """A workbook of which one part unpacks to 600 MB of spaces."""
    source = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            target.writestr(item, source.read(item))
        with target.open("xl/media/vulling.bin", "w", force_zip64=True) as part:
            for _ in range(600):
                part.write(b" " * (1 << 20))


def _extra_sheet(book: object, _: object) -> None:
    book.create_sheet("Toelichting")["A1"] = "Vrije tekst"  # type: ignore[attr-defined]  # an openpyxl book


def _empty_sheet(book: object, _: object) -> None:
    book.create_sheet("Blad4")  # type: ignore[attr-defined]  # an openpyxl book


def _merge(_: object, sheet: object) -> None:
    sheet.merge_cells("A1:B1")  # type: ignore[attr-defined]  # an openpyxl sheet


def _single(name: str, content: bytes) -> Build:
    def build(directory: Path) -> list[Path]:
        directory.mkdir(parents=True)
        (directory / name).write_bytes(content)
        return [directory / name]

    return build


def _copy(name: str, new: str) -> Build:
    def build(directory: Path) -> list[Path]:
        write_csv(directory, faultless())
        (directory / new).write_bytes((directory / name).read_bytes())
        return [directory]

    return build


def _swapped(directory: Path) -> list[Path]:
    write_csv(directory, faultless(), {"11b": "11c.csv", "11c": "11b.csv"})
    return [directory]


def _drop(table: str, column: str) -> Callable[[Tables], None]:
    def change(tables: Tables) -> None:
        for row in tables[table]:
            del row[column]

    return change


def _add(table: str, column: str, value: str = "x") -> Callable[[Tables], None]:
    def change(tables: Tables) -> None:
        for row in tables[table]:
            row[column] = value

    return change


def _second_half(tables: Tables) -> None:
    tables["11a"] = [r for r in tables["11a"] if r["schooljaar"] == "2022-2023"]


def _list(name: str, change: Callable[[list[dict[str, str]]], None]) -> Build:
    def build(directory: Path) -> list[Path]:
        rows = reference_lists()[name]
        change(rows)
        return [write_csv(directory, {name: rows})]

    return build


def _overlap(rows: list[dict[str, str]]) -> None:
    rows.append({**rows[0], "geldig_van": "2020-09-01"})


def _adjoin(rows: list[dict[str, str]]) -> None:
    rows.append({**rows[0], "geldig_van": "2020-09-01"})
    rows[0]["geldig_tot"] = "2020-08-31"


def cases() -> list[Case]:
    """All cases about files."""
    return [*_text_cases(), *_heading_cases(), *_row_cases(), *_book_cases(), *_other_cases()]


def _text_cases() -> list[Case]:
    row = b"\r\nZZ-P0000;2022-2023;SY"
    return [
        case("tekst_lf_regeleinden", _bytes(lambda b: b.replace(b"\r\n", b"\n")), _A),
        case("tekst_bom", _bytes(lambda b: b"\xef\xbb\xbf" + b), _A),
        case("tekst_cp1252", _bytes(lambda b: b.replace(b";onbekend;", b";Ong\xe9kend;")), _A),
        case("tekst_alles_tussen_aanhalingstekens",
             _bytes(lambda b: b.replace(b"SY", b'"SY"')), _A),
        case("tekst_tabs", _bytes(lambda b: b.replace(b";", b"\t")), _A),
        case("tekst_komma", _bytes(lambda b: b.replace(b";", b",")), _A),
        case("tekst_zonder_laatste_regeleinde", _bytes(lambda b: b.rstrip(b"\r\n")), _A),
        case("tekst_lege_regels", _bytes(lambda b: b.replace(row, b"\r\n" + row, 1)), _A),
        case("tekst_regel_met_enkel_scheidingen",
             _bytes(lambda b: b + b";" * 14 + b"\r\n"), _A),
        case("tekst_lege_kolom_achteraan",
             _bytes(lambda b: b.replace(b"\r\n", b";\r\n")), _A),
        case("tekst_titel_boven_de_kop",
             _bytes(lambda b: b"Levering aan de stad\r\n\r\n" + b), _A),
        case("tekst_utf16", _bytes(lambda b: b.decode().encode("utf-16")), _R, "onleesbaar"),
        case("tekst_nul_bytes", _bytes(lambda b: b.replace(b"SY", b"S\x00", 1)), _R, "onleesbaar"),
        case("tekst_geen_tekenset",
             _bytes(lambda b: b.replace(b"SY", b"\x81\x9d", 1)), _R, "onleesbaar"),
        case("tekst_open_aanhalingsteken",
             _bytes(lambda b: b.replace(row, b'\r\n"ZZ-P0000;2022-2023;SY', 1)), _R, "onleesbaar"),
        case("tekst_verschoven_rij",
             _bytes(lambda b: b.replace(row, row + b";x;x;x;x", 1)), _R, "onleesbaar"),
        case("tekst_verschoven_rij_met_leeg_einde",
             _bytes(lambda b: b.replace(row, row + b";extra", 1)), _Q,
             "onbekende_waarde", "onbekende_administratieve_groep", "onleesbare_waarde"),
        case("tekst_te_korte_rij",
             _bytes(lambda b: b.replace(row, b"\r\nZZ-P0000;2022-2023" + row, 1)), _R,
             "onleesbaar"),
        case("tekst_afgebroken", _bytes(lambda b: b[: b.rindex(b";J;")]), _R,
             "onvolledig_bestand"),
        case("tekst_leeg", _bytes(lambda b: b""), _R, "onleesbaar"),
        case("tekst_enkel_kop", _bytes(lambda b: b.split(b"\r\n")[0] + b"\r\n"), _R,
             "leeg_bestand"),
        case("tekst_reuzenveld",
             _bytes(lambda b: b.replace(row, b"\r\n" + b"Z" * 3_000_000 + row[2:], 1)), _R,
             "onleesbaar"),
        case("tekst_willekeurige_bytes",
             _bytes(lambda b: bytes(range(1, 256)) * 40), _R, "onleesbaar"),
    ]  # fmt: skip


def _heading_cases() -> list[Case]:
    return [
        case("kop_nbsp", _heading("geboortejaar", "geboorte\u00a0jaar"), _A),
        case("kop_hoofdletters", _heading("schooljaar", "SCHOOLJAAR"), _A),
        case("kop_protocoltekst", _heading("oki", "OKI"), _A),
        case("kop_bron_typfout", _heading("geboortejaar", "geboortjaar"), _A),
        case("kop_met_waarden",
             _heading("ind_thuistaal", "aantikken op thuistaal (0/1)"), _A),
        case("kop_accent", _bytes(lambda b: b.replace(
            b"cluster_orienteringsattest", "cluster oriënteringsattesten".encode("cp1252"), 1)),
             _A),
        case("kop_ontbreekt", _bytes(lambda b: b.split(b"\r\n", 1)[1], "11a.csv"), _R,
             "onbekende_kolom", "ontbrekende_kolom"),
        case("kop_onbekend", _tables(_add("11a", "klasgroep")), _R, "onbekende_kolom"),
        case("kop_naam", _tables(_add("11a", "familienaam")), _R, "verboden_naam"),
        case("kop_rijksregister", _tables(_add("11a", "Rijksregisternummer")), _R,
             "verboden_rijksregisternummer"),
        case("kop_godsdienst", _tables(_add("11b", "godsdienstkeuze")), _R,
             "verboden_bijzondere_categorie"),
        case("kop_geboortedatum", _tables(_add("11a", "geboortedatum")), _R,
             "verboden_geboortedatum"),
        case("kop_email", _tables(_add("11a", "e-mailadres")), _R, "verboden_contactgegeven"),
        case("kop_zonder_oki", _tables(_drop("11a", "oki")), _R, "ontbrekende_kolom"),
        case("kop_duizenden", _bytes(lambda b: b";" * 5000 + b, "11a.csv"), _R, "onleesbaar"),
        case("kop_dubbel", _heading("oki", "geslacht"), _R, "dubbele_kolom", "ontbrekende_kolom"),
        case("kop_hernoemd", _heading("geslacht", "sekse"), _R, "onbekende_kolom",
             "ontbrekende_kolom"),
        case("kop_verwisselde_bestanden", _swapped, _R, "verkeerde_tabel", "onbekende_kolom",
             "ontbrekende_kolom"),
    ]  # fmt: skip


def _row_cases() -> list[Case]:
    return [
        case("rij_dubbel_11b", _tables(lambda t: t["11b"].append(dict(t["11b"][0]))), _Q,
             "dubbele_rij", "twee_hoofdinschrijvingen"),
        case("rij_dubbele_persoon",
             _tables(lambda t: t["11a"].append({**t["11a"][0], "geslacht": "V"})), _Q,
             "dubbele_sleutel"),
        case("rij_persoon_ontbreekt", _tables(lambda t: t["11a"].pop()), _Q,
             "persoon_niet_in_11a"),
        case("rij_zonder_loopbaan",
             _tables(lambda t: t.update({"11b": [r for r in t["11b"]
                                                 if r["persoon_code"] != "ZZ-P0007"]})), _A,
             "persoon_zonder_loopbaan"),
        case("rij_twee_hoofdinschrijvingen",
             _tables(lambda t: t["11b"].append({**t["11b"][0], "intern_volgnummer": "02"})), _A,
             "twee_hoofdinschrijvingen"),
        case("rij_geen_toestand", _tables(lambda t: t["11b"][0].update(
            toestand_0102="N", toestand_0110="N", toestand_3006="N")), _A, "geen_toestand"),
        case("rij_vsv_herhaald", _tables(lambda t: t["11c"].append(
            {**t["11c"][0], "vsv": "N"})), _A, "vsv_herhaald"),
        case("rij_leeftijd_tegen_leerjaar", _tables(lambda t: _cell(
            t, hoofdstructuur_code="211", leerjaar="1")), _A, "leeftijd_tegen_leerjaar"),
        case("rij_een_jaar_te_laat", _tables(lambda t: [
            r.update(schooljaar=f"{int(r['schooljaar'][:4]) + 2}") for r in t["11b"]]), _Q,
             "levering_vroeg", "schooljaar_in_toekomst"),
        case("lijst_omgekeerde_periode", _list(
            "ref_vestigingsplaatsen", lambda r: r[0].update(geldig_tot="2014-01-01")), _Q,
             "ongeldige_periode"),
        case("lijst_overlap", _list("ref_vestigingsplaatsen", _overlap), _Q,
             "overlappende_geldigheid"),
        case("lijst_aansluitend", _list("ref_vestigingsplaatsen", _adjoin), _A),
        case("lijst_dubbele_sleutel", _list(
            "ref_vestigingsplaatsen", lambda r: r.append(dict(r[0]))), _Q,
             "dubbele_rij", "dubbele_sleutel"),
    ]  # fmt: skip


def _book_cases() -> list[Case]:
    return [
        case("boek_titelrijen", _book(title_rows=11), _A),
        case("boek_getallen", _book(typed=("instellingsnummer", "geboortejaar", "oki")), _A),
        case("boek_samengevoegde_titel",
             _book(lambda p: _sheet(p, _merge), title_rows=2), _A),
        case("boek_leeg_blad_erbij", _book(lambda p: _sheet(p, _empty_sheet)), _A),
        case("boek_echte_datum", _book(_set("G2", dt.datetime(2022, 10, 3))), _A),
        case("boek_geboortedatum", _book(_set("I2", dt.datetime(2007, 5, 4))), _R,
             "verboden_geboortedatum"),
        case("boek_toelichtingsblad", _book(lambda p: _sheet(p, _extra_sheet)), _R,
             "onbekende_tabel"),
        case("boek_formule", _book(_set("P2", "=1+1")), _R, "formule_in_cel"),
        case("boek_rekenfout", _book(_set("P2", "=1/0")), _R, "formule_in_cel"),
        case("boek_half_geschreven", _book(_cut), _R, "onvolledig_bestand"),
        case("boek_zonder_inhoud", _book(lambda p: p.write_bytes(b"PK\x03\x04" + b"x" * 500)), _R,
             "onvolledig_bestand"),
        case("boek_dat_csv_is", _single("11a.xlsx", csv_bytes(faultless()["11a"])), _R,
             "onleesbaar"),
        case("boek_oud_of_beveiligd",
             _single("11a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600), _R,
             "onleesbaar"),
        case("boek_zip_bom", _book(_bomb), _R, "onleesbaar"),
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
        case("parquet_getallen", _parquet(parquet_of_numbers), _A),
        case("parquet_afgebroken", _parquet(_cut), _R, "onvolledig_bestand"),
        case("parquet_beschadigd", _parquet(
            lambda p: p.write_bytes(b"PAR1" + b"\xff" * 300 + b"PAR1")), _R, "onleesbaar"),
        case("naam_onbekend", _tables(names={"11a": "gegevens.csv"}), _R, "onbekende_tabel"),
        case("naam_lang", _tables(names={"11a": "Antwerpen_Deel 11a_v2 (definitief).csv"}), _A),
        case("naam_van_gent", _tables(names={"11a": "gent_leerling_0102.csv"}), _R,
             "verkeerde_stad"),
        case("naam_met_twee_tabellen", _tables(names={"11a": "11a_11b.csv"}), _R,
             "onbekende_tabel"),
        case("naam_met_verkeerd_schooljaar", _tables(names={"11b": "11b_2022-2023.csv"}), _Q,
             "schooljaar_tegen_bestand"),
        case("naam_met_schooljaar", _tables(names={"11b": "11b_2023-2024.csv"}), _A),
        case("naam_met_eindjaar", _tables(names={"11b": "11b 2024.csv"}), _A),
        case("naam_met_datum", _tables(names={"11b": "11b_20241001.csv"}), _A),
        case("naam_opgegeven", _tables(names={"11a": "gegevens.csv"}), _A,
             options={"given": ["11a=gegevens.csv"]}),
        case("bestand_twee_keer", _copy("11b.csv", "11b kopie.csv"), _R, "dubbele_tabel"),
        case("bestand_van_andere_soort", _copy("11b.csv", "11b.docx"), _R, "onleesbaar"),
        case("levering_zonder_11a", _tables(lambda t: t.pop("11a")), _Q, "persoon_niet_in_11a"),
        case("levering_van_een_jaar", _tables(_second_half, lambda t: (t.pop("11b"), t.pop("11c"))),
             _A, "levering_laat"),
    ]  # fmt: skip
