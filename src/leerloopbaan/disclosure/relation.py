"""The engine's place in dbt: a city's rules in, decisions and certificates out, as one relation."""

from __future__ import annotations

from typing import Any

import numpy as np

from leerloopbaan.disclosure.memory import earlier_releases
from leerloopbaan.disclosure.plan import register_sums
from leerloopbaan.disclosure.policy import Policy
from leerloopbaan.disclosure.protect import Decisions, protect
from leerloopbaan.register.load import load_register
from leerloopbaan.workers import apart, processes


def decide(cellen: Any, city: str) -> Any:
    """Decide about `cellen` (DuckDB relation) by the register of a city; see `long_relation`.

    Together with the releases that are out: what readers hold is part of what they see.
    """
    cells = cellen.arrow() if hasattr(cellen, "arrow") else cellen
    cells = cells.read_all() if hasattr(cells, "read_all") else cells
    return long_relation(apart(protect, cells, city_policy(city), earlier_releases(city)))


def city_policy(city: str) -> Policy:
    """The rules of the city's register."""
    register = load_register(city)
    limits = register.drempels
    return Policy(
        threshold=limits.minimum_getoond - 1,
        zeros_primary=limits.nul_onderdrukken,
        min_schools=limits.min_scholen,
        min_boards=limits.min_besturen,
        max_share=limits.max_aandeel_grootste_school,
        rate_low=limits.gevoelig_min_pct,
        rate_high=limits.gevoelig_max_pct,
        sums=register_sums(register),
        headlines=frozenset({"stad"}),
        workers=processes(),
    )


def long_relation(decisions: Decisions) -> Any:
    """One Arrow table: `soort` names the relation a row belongs to, the other columns are theirs.

    A column that a relation does not have is NULL in its rows; `volgnummer` numbers the rows.
    """
    import pyarrow as pa

    tables = {
        "besluiten": decisions.besluiten,
        "redenen": decisions.redenen,
        **decisions.certificates.tables(),
    }
    marked = [
        table.append_column("soort", pa.repeat(name, table.num_rows))
        for name, table in tables.items()
    ]
    long = pa.concat_tables(marked, promote_options="permissive")
    return long.append_column("volgnummer", pa.array(np.arange(1, long.num_rows + 1)))
