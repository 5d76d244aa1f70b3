"""What lands, when it lands, and what is in force afterwards."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from leerloopbaan import home
from leerloopbaan.errors import RefusedError

from .conftest import Gate, query, rules
from .small import (
    changed,
    csv_bytes,
    faultless,
    reference_lists,
    write_csv,
    write_parquet,
    write_xlsx,
)

LATER = dt.datetime(2025, 3, 1)


def landed(
    columns: str = "persoon_code, instellingsnummer, ind_thuistaal",
) -> list[tuple[Any, ...]]:
    return query(f"select {columns} from landing.levering.deel_11a order by all")


def test_a_faultless_delivery_lands_whole_and_in_canonical_text(gate: Gate, tmp_path: Path) -> None:
    result = gate(write_csv(tmp_path / "lijsten", reference_lists()))
    assert (result.status, rules(result, warnings=True)) == ("aanvaard", set())
    result = gate(write_csv(tmp_path / "l", faultless()))
    assert (result.status, rules(result, warnings=True)) == ("aanvaard", set())
    assert query("select count(*) from landing.levering.deel_11b")[0][0] == len(faultless()["11b"])
    first = query("select * exclude (levering_id) from landing.levering.deel_11a where rij = 2")[0]
    assert first == (
        "11a.csv", 2, "ZZ-P0001", "2021-2022", "039107", "02", "311", "90001", "2021-09-01",
        "2022-06-30", "2008", None, "V", "UA", "J", "J", "N", "2",
    )  # fmt: skip
    parts = query(
        "select tabel, schooljaar, rijen, van_kracht from landing.intake.leveringsdelen "
        "where tabel in ('deel_11a', 'ref_vestigingsplaatsen') order by 1, 2"
    )
    assert parts == [
        ("deel_11a", "2021-2022", 6, True),
        ("deel_11a", "2022-2023", 6, True),
        ("ref_vestigingsplaatsen", None, 3, True),
    ]


def test_formats_and_encodings_land_the_same_rows(gate: Gate, tmp_path: Path) -> None:
    tables = faultless()
    numbers = ("instellingsnummer", "intern_volgnummer", "geboortejaar", "oki")
    columns = "* exclude (levering_id, bestand)"
    seen = []
    for number, delivery in enumerate(
        (
            [write_csv(tmp_path / "csv", tables)],
            [write_xlsx(tmp_path / "boek.xlsx", tables, title_rows=3, typed=numbers)],
            [write_parquet(tmp_path / "parquet", tables)],
        )
    ):
        result = gate(*delivery, received=dt.datetime(2024, 10, 15 + number))
        assert result.status == "aanvaard"
        seen.append(
            query(
                f"select {columns} from landing.levering.deel_11b "
                f"where levering_id = '{result.levering.levering_id}' order by all"
            )
        )
    assert seen[0] == seen[1] == seen[2]
    assert len(seen[0]) == len(tables["11b"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_text_is_read_in_every_encoding_and_with_every_delimiter(
    gate: Gate, tmp_path: Path, encoding: str, delimiter: str
) -> None:
    lists = reference_lists()
    lists["ref_vestigingsplaatsen"][0]["wijk_naam"] = 'Wijk "’t Één€", noord; zuid'
    path = tmp_path / "ref_vestigingsplaatsen.csv"
    path.write_bytes(
        csv_bytes(lists["ref_vestigingsplaatsen"], delimiter=delimiter, encoding=encoding)
    )
    assert gate(path).status == "aanvaard"
    names = query("select wijk_naam from landing.levering.ref_vestigingsplaatsen order by rij")
    assert names[0][0] == 'Wijk "’t Één€", noord; zuid'


def test_the_same_bytes_twice_change_nothing(gate: Gate, tmp_path: Path) -> None:
    directory = write_csv(tmp_path / "l", faultless())
    gate(directory)
    before = home.landing_file("antwerpen").read_bytes()
    again = gate(directory, received=LATER)
    assert again.al_bekend and again.status == "aanvaard"
    assert home.landing_file("antwerpen").read_bytes() == before


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_later_received_delivery_is_in_force_in_any_order_of_arrival(
    gate: Gate, tmp_path: Path, order: tuple[int, int]
) -> None:
    tables = faultless()
    correction = {"11a": [row for row in tables["11a"] if row["schooljaar"] == "2022-2023"]}
    correction = changed(correction, lambda t: t["11a"][0].update(geslacht="V"))
    deliveries = [
        (write_csv(tmp_path / "eerste", tables), dt.datetime(2024, 10, 15)),
        (write_csv(tmp_path / "tweede", correction), LATER),
    ]
    for index in order:
        directory, received = deliveries[index]
        gate(directory, received=received)
    in_force = query(
        "select d.tabel, d.schooljaar, d.ontvangen_op from landing.intake.leveringsdelen as d "
        "where d.van_kracht and d.tabel = 'deel_11a' order by all"
    )
    assert in_force == [
        ("deel_11a", "2021-2022", dt.datetime(2024, 10, 15)),
        ("deel_11a", "2022-2023", LATER),
    ]


def test_a_delivery_whose_every_part_is_replaced_is_superseded(gate: Gate, tmp_path: Path) -> None:
    first = gate(write_csv(tmp_path / "een", faultless()))
    renamed = changed(faultless(), lambda t: t["11a"][0].update(geslacht="V"))
    gate(write_csv(tmp_path / "twee", renamed), received=LATER)
    states = query(
        "select toestand from landing.intake.toestanden "
        f"where levering_id = '{first.levering.levering_id}' order by volgnummer"
    )
    assert [s[0] for s in states] == ["ontvangen", "beoordeeld", "aanvaard", "vervangen"]


def test_real_data_under_a_demo_secret_are_refused_and_leave_no_trace(
    gate: Gate, tmp_path: Path
) -> None:
    directory = write_csv(tmp_path / "l", faultless())
    with pytest.raises(RefusedError, match="demo secret"):
        gate(directory, synthetic=False)
    assert not home.landing_file("antwerpen").exists()


@pytest.mark.parametrize(
    ("received", "status"), [("2024-05-30", "geweigerd"), ("2025-09-01", "geweigerd"),
                             ("2025-08-31", "aanvaard")]
)  # fmt: skip
def test_real_data_are_accepted_within_the_validity_only(
    gate: Gate, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, received: str, status: str
) -> None:
    monkeypatch.setenv("LEERLOOPBAAN_SECRET_ANTWERPEN", "5e" * 32)
    directory = write_csv(tmp_path / "l", faultless())
    result = gate(directory, synthetic=False, received=dt.datetime.fromisoformat(received))
    assert result.status == status
    assert ("buiten_geldigheid" in rules(result)) == (status == "geweigerd")
