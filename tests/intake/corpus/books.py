"""Workbooks and Parquet files as other programs write them."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ..small import Row, Tables, faultless, write_xlsx
from . import gent
from .build import edited, set_cell, single, with_book, with_parquet
from .case import Build, Case, case

_Q, _A, _R = "quarantaine", "aanvaard", "geweigerd"
_DATES = ("an_inschrijfdatum", "an_einddatum")
_YES_NO = ("ind_thuistaal", "ind_schooltoelage", "ind_opleiding_moeder", "toestand_0102",
           "toestand_0110", "toestand_3006", "vsv")  # fmt: skip
Typed = Callable[[str], Any]


def _day(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


def _serial(text: str) -> int:
    return (_day(text) - dt.datetime(1899, 12, 30)).days


def _truth(text: str) -> bool:
    return text in {"1", "J"}


def _drawn(
    types: Mapping[str, Typed],
    *,
    options: Mapping[str, Any] | None = None,
    top: int = 0,
    left: int = 0,
    finish: Callable[[Any, dict[str, Any]], object] = lambda _book, _sheets: None,
    source: Callable[[], Tables] = faultless,
) -> Build:
    """A workbook by xlsxwriter in which some columns have a type, and the table a place."""

    def build(directory: Path) -> list[Path]:
        import xlsxwriter

        directory.mkdir(parents=True)
        path = directory / "levering.xlsx"
        with xlsxwriter.Workbook(str(path), dict(options or {})) as book:
            day = book.add_format({"num_format": "dd/mm/yyyy"})
            sheets = {}
            for table, rows in source().items():
                sheets[table] = sheet = book.add_worksheet(table)
                sheet.write_row(top, left, list(rows[0]))
                for number, row in enumerate(rows, start=top + 1):
                    for position, (name, text) in enumerate(row.items(), start=left):
                        if not text:
                            continue
                        value = types.get(name, str)(text)
                        style = [day] if isinstance(value, dt.datetime) else []
                        sheet.write(number, position, value, *style)
            finish(book, sheets)
        return [path]

    return build


def _year_as_date(text: str) -> dt.datetime:
    return dt.datetime(1899, 12, 30) + dt.timedelta(days=int(text))


def _hidden_note(book: Any, _: Any) -> None:
    sheet = book.create_sheet("Nota")
    sheet["A1"] = "Niet voor verspreiding"
    sheet.sheet_state = "veryHidden"


def _hidden_copy(book: Any, sheet: Any) -> None:
    book.copy_worksheet(sheet).sheet_state = "hidden"


def _hidden_parts(_: Any, sheet: Any) -> None:
    for number in (3, 5, 8):
        sheet.row_dimensions[number].hidden = True
    sheet.column_dimensions["F"].hidden = True


def _hidden_column(_: Any, sheet: Any) -> None:
    sheet.cell(1, 17, "opmerking")
    sheet.cell(2, 17, "na te kijken")
    sheet.column_dimensions["Q"].hidden = True


def _commented(_: Any, sheet: Any) -> None:
    from openpyxl.comments import Comment

    sheet["A1"].comment = Comment("Klopt deze kolom?", "iemand")


def _error(_: Any, sheet: Any) -> None:
    sheet["P2"] = "#N/A"
    sheet["P2"].data_type = "e"


def _total(_: Any, sheet: Any) -> None:
    below = sheet.max_row + 1
    sheet.cell(below, 1, "Totaal")
    sheet.cell(below, 16, 12)


def _beside(book: Any, sheet: Any) -> None:
    """11c to the right of 11a, with an empty column between."""
    for row in book["11c"].iter_rows():
        for found in row:
            sheet.cell(found.row, found.column + 17, found.value)
    del book["11c"]


def _below(book: Any, _: Any) -> None:
    """A second table under 11c, heading and all."""
    sheet = book["11c"]
    rows = [[found.value for found in row] for row in sheet.iter_rows()]
    sheet.append([])
    sheet.append(rows[0])
    sheet.append(["ZZ-P0005", *rows[2][1:]])


def _split_heading(_: Any, sheet: Any) -> None:
    """The heading in two rows, the upper one merged over the parts of an address."""
    sheet.insert_rows(1)
    sheet["B1"] = "Domicilie leerling – officieel adres"
    sheet.merge_cells("B1:D1")
    for cell, part in (("B2", "Postnummer"), ("C2", "Gemeente"), ("D2", "NIS-code")):
        sheet[cell] = part


def _moments(book: Any, _: Any) -> None:
    book.worksheets[0].title, book.worksheets[1].title = "situatie 1-2", "situatie 30-6"


def _renamed(suffix: str) -> Build:
    def build(directory: Path) -> list[Path]:
        directory.mkdir(parents=True)
        path = write_xlsx(directory / "levering.xlsx", faultless())
        return [path.rename(path.with_suffix(suffix))]

    return build


def _nameless_sheets(directory: Path) -> list[Path]:
    """A workbook per table; each sheet is called Sheet1."""
    directory.mkdir(parents=True)
    for table, rows in faultless().items():
        write_xlsx(directory / f"Deel {table}.xlsx", {"Sheet1": rows})
    return [directory]


def _ods(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", "<office:document-content/>")


def cases() -> list[Case]:
    """All cases."""
    return [*_cells(), *_sheets(), *_parquet()]


def _cells() -> list[Case]:
    return [
        case("boek_datums", _drawn(dict.fromkeys(_DATES, _day)), _A, same=True),
        case("boek_datums_van_1904",
             _drawn(dict.fromkeys(_DATES, _day), options={"date_1904": True}), _A, same=True),
        case("boek_dagnummers", _drawn(dict.fromkeys(_DATES, _serial)), _A, same=True),
        case("boek_waar_onwaar", _drawn(dict.fromkeys(_YES_NO, _truth)), _A, same=True),
        case("boek_schooljaar_als_getal", _drawn({"schooljaar": lambda t: int(t[:4])}), _A,
             same=True),
        case("boek_jaartal_opgemaakt_als_datum", _drawn({"geboortejaar": _year_as_date}), _Q,
             "onleesbare_waarde"),
        case("boek_datum_met_uur", with_book(set_cell("G2", dt.datetime(2022, 10, 3, 8, 30))), _Q,
             "onleesbare_waarde"),
        case("boek_persoonscode_als_getal", with_book(set_cell("A2", 123456789012345678)), _Q,
             "ongeldig_patroon", "persoon_niet_in_11a"),
        case("boek_formule_met_uitkomst", _drawn({}, finish=lambda _book, sheets: sheets[
            "11a"].write_formula("P2", "=1", None, 1)), _R, "formule_in_cel"),
        case("boek_foutcel", with_book(edited(_error)), _R, "onleesbaar"),
        case("boek_opmerking", with_book(edited(_commented)), _A, same=True),
        case("boek_losse_cel", with_book(set_cell("Z40", "na te kijken")), _R,
             "onbekende_kolom"),
        case("boek_totaalrij", with_book(edited(_total)), _Q, "lege_waarde", "buiten_bereik",
             "persoon_zonder_loopbaan", "buiten_populatie"),
        case("boek_kop_met_regeleinde",
             with_book(set_cell("G1", "inschrijfdatum als\nanderstalige nieuwkomer ")), _A,
             same=True),
    ]  # fmt: skip


def _sheets() -> list[Case]:
    return [
        case("boek_vanaf_c5", _drawn({}, top=4, left=2), _A, same=True),
        case("boek_verborgen_rijen", with_book(edited(_hidden_parts)), _A, same=True),
        case("boek_verborgen_kolom", with_book(edited(_hidden_column)), _R, "onbekende_kolom"),
        case("boek_verborgen_blad", with_book(edited(_hidden_note)), _R, "onbekende_tabel"),
        case("boek_verborgen_kopie", with_book(edited(_hidden_copy)), _R, "dubbele_tabel"),
        case("boek_grafiekblad", _drawn({}, finish=lambda book, _sheets: book.add_chartsheet(
            "Grafiek").set_chart(_chart(book))), _A, same=True),
        case("boek_twee_tabellen_naast_elkaar", with_book(edited(_beside)), _R, "dubbele_kolom",
             "onbekende_kolom"),
        case("boek_twee_tabellen_onder_elkaar", with_book(edited(_below)), _Q,
             "persoon_niet_in_11a", "onleesbare_waarde", "ongeldig_patroon", "onbekende_waarde"),
        case("boek_xlsm", _renamed(".xlsm"), _A, same=True),
        case("boek_dat_xls_heet", _renamed(".xls"), _A, same=True),
        case("boek_bladen_zonder_naam", _nameless_sheets, _A, same=True),
        case("boek_is_ods", with_book(_ods), _R, "onleesbaar"),
        case("gent_boek_kop_in_twee_rijen", with_book(edited(_split_heading), gent.faultless), _R,
             "onbekende_kolom", "ontbrekende_kolom", city="gent"),
        case("gent_boek_momenten", with_book(edited(_moments), gent.faultless), _A, city="gent",
             same=True),
        case("gent_boek_titelrijen", with_book(None, gent.faultless, title_rows=3), _A,
             city="gent", same=True),
        case("gent_boek_getallen", with_book(None, gent.faultless, typed=(
            "dom_postnummer", "geboortejaar", "instellingsnummer", "intern_volgnummer",
            "hoofdstructuur_code", "graad", "halve_dagen_aanwezig", "afw_b")), _A, city="gent",
             same=True),
    ]  # fmt: skip


def _chart(book: Any) -> Any:
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "='11a'!$P$2:$P$5"})
    return chart


def _typed(**types: Callable[[list[str | None]], Any]) -> Callable[[Path], None]:
    """Some columns of a Parquet file in another type."""

    def change(path: Path) -> None:
        import pyarrow.parquet as pq

        table = pq.read_table(path)
        for name, make in types.items():
            at = table.schema.get_field_index(name)
            table = table.set_column(at, name, make(table[name].to_pylist()))
        pq.write_table(table, path)

    return change


def _array(kind: str, convert: Callable[[str], Any]) -> Callable[[list[str | None]], Any]:
    """A maker of an Arrow array of type `kind`, blanks as null."""

    def make(values: list[str | None]) -> Any:
        import pyarrow as pa

        types = {
            "int32": pa.int32(), "int8": pa.int8(), "decimal": pa.decimal128(10, 2),
            "date": pa.date32(), "timestamp": pa.timestamp("ns"), "bool": pa.bool_(),
            "zone": pa.timestamp("us", "UTC"), "list": pa.list_(pa.string()),
            "binary": pa.binary(), "float": pa.float64(), "large": pa.large_string(),
        }  # fmt: skip
        found = [None if v is None else convert(v) for v in values]
        return pa.array(found, pa.string()).dictionary_encode() if kind == "words" else pa.array(
            found, types[kind], from_pandas=False
        )  # fmt: skip

    return make


def _table(change: Callable[[Any], Any], **writing: Any) -> Callable[[Path], None]:
    """Another Arrow table in the place of the file's."""

    def work(path: Path) -> None:
        import pyarrow.parquet as pq

        pq.write_table(change(pq.read_table(path)), path, **writing)

    return work


def _parquet() -> list[Case]:
    from decimal import Decimal

    day = _array("date", lambda t: _day(t).date())
    stamp, zone = (
        _array("timestamp", _day),
        _array("zone", lambda t: _day(t).replace(tzinfo=dt.UTC)),
    )
    csv = b"persoon_code;schooljaar\r\n"
    return [
        case("parquet_jaartallen", with_parquet(
            _typed(schooljaar=_array("int32", lambda t: int(t[:4])), oki=_array("int8", int))),
             _A, same=True),
        case("parquet_decimale_codes", with_parquet(_typed(
            instellingsnummer=_array("decimal", Decimal),
            hoofdstructuur_code=_array("decimal", Decimal))), _A, same=True),
        case("parquet_datums", with_parquet(_typed(an_inschrijfdatum=day, an_einddatum=day),
                                            "11a"), _A, same=True),
        case("parquet_tijdstippen", with_parquet(
            _typed(an_inschrijfdatum=stamp, an_einddatum=stamp), "11a"), _A, same=True),
        case("parquet_tijdstippen_met_zone", with_parquet(
            _typed(an_inschrijfdatum=zone, an_einddatum=zone), "11a"), _A, same=True),
        case("parquet_woordenboek", with_parquet(
            _typed(schooljaar=_array("words", str), persoon_code=_array("large", str))), _A,
             same=True),
        case("parquet_waar_onwaar", with_parquet(
            _typed(toestand_0102=_array("bool", _truth), toestand_3006=_array("bool", _truth))),
             _A, same=True),
        case("parquet_binair", with_parquet(
            _typed(persoon_code=_array("binary", str.encode))), _A, same=True),
        case("parquet_zstd", with_parquet(_table(lambda t: t, compression="zstd",
                                                 row_group_size=5)), _A, same=True),
        case("parquet_lijst", with_parquet(
            _typed(studiebewijs=_array("list", lambda t: [t]))), _Q, "onbekende_waarde"),
        case("parquet_nan", with_parquet(_typed(oki=_array("float", lambda _: float("nan")))), _Q,
             "onleesbare_waarde"),
        case("parquet_leeg_in_verplicht", with_parquet(_table(_without_nationality)), _Q,
             "lege_waarde"),
        case("parquet_index_van_pandas", with_parquet(_table(lambda t: t.append_column(
            "__index_level_0__", [list(range(t.num_rows))]))), _R, "onbekende_kolom"),
        case("parquet_dubbele_kolom", with_parquet(_table(
            lambda t: t.append_column("oki", t["oki"]))), _R, "dubbele_kolom"),
        case("parquet_zonder_rijen", with_parquet(_table(lambda t: t.slice(0, 0))), _R,
             "leeg_bestand"),
        case("parquet_versleuteld", with_parquet(
            lambda p: p.write_bytes(b"PARE" + b"\x00" * 400 + b"PARE")), _R, "onleesbaar"),
        case("parquet_dat_csv_is", single("11a.parquet", csv), _R, "onleesbaar"),
        case("parquet_dat_csv_heet", with_parquet(
            lambda p: p.rename(p.with_suffix(".csv"))), _A, same=True),
    ]  # fmt: skip


def _without_nationality(table: Any) -> Any:
    import pyarrow as pa

    at = table.schema.get_field_index("nationaliteit_code")
    values: list[Row | None] = [None, *table["nationaliteit_code"].to_pylist()[1:]]
    return table.set_column(at, "nationaliteit_code", pa.array(values, pa.string()))
