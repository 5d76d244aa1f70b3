"""CSV files as fifteen years of exports wrote them: encodings, line ends, quotes, headings."""

from __future__ import annotations

import csv
import gzip
import io
import unicodedata
import zipfile
from pathlib import Path

from leerloopbaan.register.load import load_register

from ..small import changed, csv_bytes, faultless, write_csv
from . import gent
from .build import (
    adding,
    everywhere,
    person,
    with_bytes,
    with_heading,
    with_headings,
    with_tables,
)
from .case import Build, Case, case

_Q, _A, _R = "quarantaine", "aanvaard", "geweigerd"
_FEB = "leerlingen_0102"
_BOM = b"\xef\xbb\xbf"
_ROW = b"\r\nZZ-P0000;2022-2023;SY"
_EMPTY_TAIL = ";" * 14


def _mixed_line_ends(data: bytes) -> bytes:
    lines = data.split(b"\r\n")
    return b"".join(line + (b"\n", b"\r\n")[i % 2] for i, line in enumerate(lines[:-1]))


def _packed(data: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("11b.csv", data)
    return buffer.getvalue()


def _renamed(new: str, content: bytes | None = None) -> Build:
    """A faultless delivery of which 11b.csv goes by another name, perhaps with other content."""

    def build(directory: Path) -> list[Path]:
        write_csv(directory, faultless())
        old = directory / "11b.csv"
        data = old.read_bytes() if content is None else content
        old.unlink()
        (directory / new).write_bytes(data)
        return [directory]

    return build


def _quoted(directory: Path) -> list[Path]:
    directory.mkdir(parents=True)
    for table, rows in faultless().items():
        (directory / f"{table}.csv").write_bytes(csv_bytes(rows, quoting=csv.QUOTE_ALL))
    return [directory]


def _turned(directory: Path) -> list[Path]:
    """The columns in another order."""
    backwards = {t: [dict(reversed(r.items())) for r in rows] for t, rows in faultless().items()}
    return [write_csv(directory, backwards)]


def _in_two(directory: Path) -> list[Path]:
    """11b in two files, one school year or more each."""
    rows = faultless()["11b"]
    write_csv(directory, changed(faultless(), lambda t: t.pop("11b")))
    for name, last in (("11b_2022-2023.csv", False), ("11b_2023-2024.csv", True)):
        part = [r for r in rows if (r["schooljaar"] == "2023-2024") is last]
        (directory / name).write_bytes(csv_bytes(part))
    return [directory]


def _description(city: str, table: str, column: str) -> str:
    """The protocol's own wording."""
    fields = load_register(city).tabel(table).velden
    return next(v.omschrijving for v in fields if v.naam == column)


def _in_dutch(table: str, column: str) -> str:
    return _description("antwerpen", table, column)


def _in_dutch_gent(table: str, column: str) -> str:
    return _description("gent", table, column)


def _shouted(table: str, column: str) -> str:
    """Upper case, double spaces, a no-break space behind it."""
    return f"  {_in_dutch(table, column).upper().replace(' ', '  ')}\u00a0"


def _broken(table: str, column: str) -> str:
    """A line break in the middle of the heading, as Alt+Enter makes one."""
    return _in_dutch(table, column).replace(" ", "\n", 1)


def _school(name: str) -> Build:
    """Every school of Ghent's February has this name, in cp1252."""
    quoted = name.replace('"', '""')
    return with_bytes(
        lambda b: b.replace(b"Verzonnen school", f'"{quoted}"'.encode("cp1252")),
        f"{_FEB}.csv",
        gent.faultless,
    )


def _gent_bytes(old: str, new: str, encoding: str) -> Build:
    return with_bytes(
        lambda b: b.replace(old.encode(), new.encode(encoding), 1), f"{_FEB}.csv", gent.faultless
    )


def cases() -> list[Case]:
    """All cases."""
    return [*_encodings(), *_lines(), *_marks(), *_names(), *_headings()]


def _encodings() -> list[Case]:
    heading = "cluster oriënteringsattesten"
    old = b"cluster_orienteringsattest"
    return [
        case("tekst_utf16_zonder_bom", with_bytes(lambda b: b.decode().encode("utf-16-le")), _R,
             "onleesbaar"),
        case("tekst_utf16_andersom",
             with_bytes(lambda b: b"\xfe\xff" + b.decode().encode("utf-16-be")), _R,
             "onleesbaar"),
        case("tekst_utf32", with_bytes(lambda b: b.decode().encode("utf-32")), _R, "onleesbaar"),
        case("tekst_bom_voor_cp1252",
             with_bytes(lambda b: _BOM + b.replace(old, heading.encode("cp1252"), 1)), _R,
             "onleesbaar"),
        case("tekst_bom_voor_aanhalingsteken",
             with_bytes(lambda b: _BOM + b.replace(b"persoon_code", b'"persoon_code"', 1)), _A,
             same=True),
        case("tekst_ontbonden_accent", with_bytes(
            lambda b: b.replace(old, unicodedata.normalize("NFD", heading).encode(), 1)), _A,
             same=True),
        case("tekst_dubbel_gecodeerd", with_bytes(
            lambda b: b.replace(old, heading.encode().decode("cp1252").encode(), 1)), _R,
             "onbekende_kolom", "ontbrekende_kolom"),
        case("gent_tekst_cp1252_streepje", _gent_bytes(
            "dom_postnummer", "Domicilie leerling – officieel adres: Postnummer", "cp1252"), _A,
             city="gent", same=True),
        case("gent_tekst_cp1252_krulhaken", _school("‘Verzonnen’ – school"), _A, city="gent"),
    ]  # fmt: skip


def _lines() -> list[Case]:
    return [
        case("tekst_gemengde_regeleinden", with_bytes(_mixed_line_ends), _A, same=True),
        case("tekst_enkel_cr", with_bytes(lambda b: b.replace(b"\r\n", b"\r")), _A, same=True),
        case("tekst_lege_regels_achteraan", with_bytes(lambda b: b + b"\r\n\r\n"), _A, same=True),
        case("tekst_regel_met_spaties",
             with_bytes(lambda b: b.replace(_ROW, b"\r\n   " + _ROW, 1)), _A, same=True),
        case("tekst_scheiding_achter_elke_rij", with_bytes(
            lambda b: b.replace(b"\r\n", b";\r\n").replace(b";\r\n", b"\r\n", 1)), _A, same=True),
        case("tekst_sep_regel", with_bytes(lambda b: b"sep=;\r\n" + b), _A, same=True),
        case("tekst_voettekst", with_bytes(lambda b: b + b"(24 rijen)\r\n"), _R, "onleesbaar"),
        case("tekst_voettekst_zonder_regeleinde", with_bytes(lambda b: b + b"(24 rijen)"), _R,
             "onvolledig_bestand"),
        case("tekst_totaalrij",
             with_bytes(lambda b: b + f"Totaal{_EMPTY_TAIL};12\r\n".encode(), "11a.csv"), _Q,
             "lege_waarde", "buiten_bereik", "persoon_zonder_loopbaan", "buiten_populatie"),
        case("tekst_kop_herhaald",
             with_bytes(lambda b: b + b.split(b"\r\n")[0] + b"\r\n", "11c.csv"), _Q,
             "persoon_niet_in_11a", "onleesbare_waarde", "ongeldig_patroon", "onbekende_waarde"),
        case("tekst_pijptekens", with_bytes(lambda b: b.replace(b";", b"|")), _R, "onleesbaar"),
    ]  # fmt: skip


def _marks() -> list[Case]:
    return [
        case("tekst_alles_geciteerd", _quoted, _A, same=True),
        case("tekst_spaties_rond_waarden", with_bytes(lambda b: b.replace(b";SY;", b"; SY\t;")),
             _A, same=True),
        case("tekst_nbsp_rond_waarden",
             with_bytes(lambda b: b.replace(b";SY;", ";\u00a0SY\u202f;".encode())), _A, same=True),
        case("tekst_regeleinde_achter_waarde",
             with_bytes(lambda b: b.replace(b";SY;", b';"SY\r\n";')), _A, same=True),
        case("tekst_afgebroken_tussen_aanhalingstekens",
             with_bytes(lambda b: b + b'ZZ-P0011;"2023-20'), _R, "onvolledig_bestand"),
        case("gent_tekst_puntkomma_in_waarde", _school("Verzonnen; school"), _A, city="gent"),
        case("gent_tekst_aanhalingstekens_in_waarde", _school('Verzonnen "hof" school'), _A,
             city="gent"),
        case("gent_tekst_regeleinde_in_waarde", _school("Verzonnen\nschool"), _Q,
             "waarde_te_lang", city="gent"),
    ]  # fmt: skip


def _names() -> list[Case]:
    data = csv_bytes(faultless()["11b"])
    return [
        case("naam_in_hoofdletters", _renamed("DEEL 11B.CSV"), _A, same=True),
        case("naam_txt", _renamed("11b.txt"), _A, same=True),
        case("naam_tweede_keer_gedownload", _renamed("deel_11b (2).csv"), _A, same=True),
        case("naam_met_isodatum", _renamed("11b_2024-10-15.csv"), _A, same=True),
        case("naam_met_jaartal_ervoor", _renamed("2011b.csv"), _R, "onbekende_tabel"),
        case("bestand_gzip", _renamed("11b.csv.gz", gzip.compress(data)), _R, "onleesbaar"),
        case("bestand_zip", _renamed("11b.csv", _packed(data)), _R, "onleesbaar"),
        case("bestand_arrow", _renamed("11b.arrow", b"ARROW1\0\0" + data), _R, "onleesbaar"),
        case("bestand_per_schooljaar", _in_two, _A, same=True),
        case("bestand_en_zijn_map", lambda d: [write_csv(d, faultless()), d / "11a.csv"], _A,
             same=True),
        case("kolommen_omgekeerd", _turned, _A, same=True),
        case("persoonscode_in_exponent", with_tables(person("ZZ-P0002", "1,23457E+17")), _Q,
             "ongeldig_patroon"),
        case("gent_zonder_moment_in_de_naam",
             with_tables(names={_FEB: "leerlingen.csv"}, source=gent.faultless), _R,
             "onbekende_tabel", city="gent"),
        case("gent_naam_met_schooljaar", with_tables(
            names={_FEB: "gent_leerling_0102_2023-2024.csv"}, source=gent.faultless), _A,
             city="gent", same=True),
        case("gent_naam_situatie", with_tables(
            names={_FEB: "Situatie 01-02 (2023-2024).csv"}, source=gent.faultless), _A,
             city="gent", same=True),
        case("gent_schooljaar_als_jaartal",
             with_tables(everywhere(schooljaar="2023"), source=gent.faultless), _A, city="gent",
             same=True),
    ]  # fmt: skip


def _headings() -> list[Case]:
    return [
        case("kop_helemaal_nederlands", with_headings(_in_dutch), _A, same=True),
        case("kop_roept", with_headings(_shouted), _A, same=True),
        case("kop_met_regeleinden", with_headings(_broken), _A, same=True),
        case("gent_kop_helemaal_nederlands", with_headings(_in_dutch_gent, gent.faultless), _A,
             city="gent", same=True),
        case("gent_kop_in_cp1252",
             with_headings(_in_dutch_gent, gent.faultless, encoding="cp1252"), _A, city="gent",
             same=True),
        case("gent_kop_juist_gespeld", with_heading(
            "vpl_postnummer", "Internvolgnummer – vestigingsplaats: Postnummer", f"{_FEB}.csv",
            gent.faultless), _A, city="gent", same=True),
        case("kop_onder_twee_namen", with_tables(adding("11a", "OKI-score", "1")), _R,
             "dubbele_kolom"),
        case("kop_met_eenheid", with_heading("geboortejaar", "geboortejaar (jjjj)"), _R,
             "onbekende_kolom", "ontbrekende_kolom"),
        case("kop_naamloos", with_tables(adding("11a", "", "1")), _R, "onbekende_kolom"),
        case("kop_van_pandas", with_tables(adding("11a", "Unnamed: 0", "1")), _R,
             "onbekende_kolom"),
        case("kop_adres", with_tables(adding("11a", "Adres leerling", "")), _R,
             "onbekende_kolom"),
        case("kop_insz", with_tables(adding("11a", "INSZ-nr", "")), _R,
             "verboden_rijksregisternummer"),
        case("kop_gsm", with_tables(adding("11b", "GSM ouders", "")), _R,
             "verboden_contactgegeven"),
        case("kop_naam_leerling", with_tables(adding("11b", "Naam van de leerling", "")), _R,
             "verboden_naam"),
        case("kop_levensbeschouwing", with_tables(adding("11b", "Levensbeschouwelijk vak", "")),
             _R, "verboden_bijzondere_categorie"),
        case("gent_kop_vorig_schooljaar_in_juni", with_tables(
            adding("leerlingen_3006", "vj_instellingsnummer", "039107"), source=gent.faultless),
             _R, "veld_van_ander_meetmoment", city="gent"),
        case("gent_kop_meetmoment", with_tables(
            adding(_FEB, "meetmoment", "01/02"), source=gent.faultless), _R, "onbekende_kolom",
             city="gent"),
    ]  # fmt: skip
