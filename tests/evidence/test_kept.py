"""The heat map of what was kept: its shares are right, and tell of no single hidden figure."""

from __future__ import annotations

import pytest

from conftest import Built
from leerloopbaan.duck import vault_connection
from leerloopbaan.evidence.heatmap import heat_maps
from leerloopbaan.evidence.kept import APART, MANY, Information, Kept, Persons, _told, information
from leerloopbaan.register.load import known_cities, load_register

ANTWERP = load_register("antwerpen")


@pytest.mark.warehouse
@pytest.mark.parametrize("city", known_cities())
def test_shares_are_those_of_the_marts(warehouse: Built, city: str) -> None:
    kept = information(load_register(city))
    assert kept.cells
    with vault_connection(city, warehouse="read_only") as connection:
        for mart in ("marts.mart_stadsfoto",) if city == "antwerpen" else ("marts.mart_monitor",):
            shown = dict(
                connection.execute(
                    "select geo_niveau, round(100 * avg((status is null)::int)) from "
                    f"warehouse.{mart} where status is distinct from 'niet_van_toepassing' "
                    "and uitsplitsing = 'totaal' and uitsplitsing_2 = 'totaal' group by geo_niveau"
                ).fetchall()
            )
            product = mart.removeprefix("marts.mart_")
            found = {
                c.level: c.after
                for c in kept.cells
                if (c.product, c.breakdown) == (product, "totaal")
            }
            assert found == shown
    for cell in kept.cells:
        assert 0 <= cell.after <= 100
        assert (
            cell.before is None
            or cell.before == cell.after == 100
            or (cell.before - cell.after >= APART)
        )
    own = {
        product.code
        for product in load_register(city).producten
        for output in product.uitgaven
        if "instelling" in output.niveaus
    }
    assert own == {cell.product for cell in kept.cells if cell.level == "instelling"}


@pytest.mark.parametrize(
    ("figures", "before", "after", "told"),
    [
        (MANY, 90, 80, 90),
        (MANY - 1, 90, 80, None),  # few figures
        (MANY, 84, 80, None),  # nearly all hidden ones are small
        (MANY, 80, 80, None),  # all of them
        (3, 100, 100, 100),  # nothing is hidden
    ],
)
def test_the_share_before_is_told_of_many_only(
    figures: int, before: int, after: int, told: int | None
) -> None:
    assert _told(figures, before, after) == told


def test_a_heat_map_has_a_row_per_breakdown_and_a_column_per_level() -> None:
    kept = Information(
        (
            Kept("stadsfoto", "stad", "totaal", 95, 80, 3),
            Kept("stadsfoto", "wijk", "totaal", None, 9, 0),
            Kept("stadsfoto", "stad", "geslacht x nationaliteitsgroep", 100, 100, 0),
            Kept("stadsfoto", "stad", "geslacht", None, 100, 0),
        ),
        (Persons("stadsfoto", "stad", 99, 70),),
    )
    (map_,) = heat_maps(ANTWERP, kept)
    assert map_.levels == ("Stad", "Wijk")
    assert [name for name, _ in map_.rows] == ["Totaal", "Geslacht", "Geslacht × Nationaliteit"]
    city, wijk = map_.rows[0][1]
    assert city is not None
    assert wijk is not None
    assert (city.shown, city.before, city.banded, city.tint) == ("80 %", "95 %", "3 %", 4)
    assert (wijk.shown, wijk.before, wijk.tint) == ("9 %", "", 0)
    assert map_.rows[1][1][1] is None
    assert map_.persons[0] is not None
    assert map_.persons[1] is None
