"""Facts of Ghent, cells, marts and releases: every row and column, computed a second time.

Plain counts and readings of the register that share nothing with the SQL of the models.
"""

from __future__ import annotations

import pytest

from conftest import Built
from facts import cells, ghent, schools, shown
from facts.truth import AREA
from leerloopbaan.duck import vault_connection

pytestmark = pytest.mark.warehouse
OF_EVERY_CITY = (cells.wrong_cells, cells.wrong_figures, shown.wrong_marts, shown.wrong_parts,
                 shown.wrong_release)  # fmt: skip
OF_SCHOOLS = (schools.wrong_school_cells, schools.wrong_school_figures, shown.wrong_school_marts,
              shown.wrong_school_places)  # fmt: skip


@pytest.mark.parametrize("faults", OF_EVERY_CITY, ids=lambda f: f.__name__)
@pytest.mark.parametrize("city", sorted(AREA))
def test_every_row_is_what_a_second_computation_gives(
    warehouse: Built, city: str, faults: shown.Faults
) -> None:
    with vault_connection(city, warehouse="read_only") as connection:
        assert faults(connection, city) == []


@pytest.mark.parametrize("faults", OF_SCHOOLS, ids=lambda f: f.__name__)
def test_every_row_of_schools_is(warehouse: Built, faults: shown.Faults) -> None:
    with vault_connection("antwerpen", warehouse="read_only") as connection:
        assert faults(connection, "antwerpen") == []


def test_every_row_of_ghent_s_facts_is(warehouse: Built) -> None:
    with vault_connection("gent", warehouse="read_only") as connection:
        assert ghent.wrong_facts(connection, "gent") == []
