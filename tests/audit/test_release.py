"""The attacker on what was really released: every kind of attack, and nothing learned."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from conftest import Built
from leerloopbaan import home
from leerloopbaan.audit.run import audit

pytestmark = pytest.mark.warehouse


@pytest.mark.parametrize("city", ["antwerpen", "gent"])
def test_nothing_hidden_is_learned_from_what_is_public(warehouse: Built, city: str) -> None:
    report = audit(home.releases(city) / "current" / "publiek" / "parquet")
    assert report.hidden
    assert report.safe, report.lines()


def test_one_figure_shown_again_is_found(warehouse: Built, tmp_path: Path) -> None:
    """The same attack is not blind: with one hidden numerator put back it finds a leak."""
    import duckdb

    source = home.releases("antwerpen") / "current" / "publiek" / "parquet"
    shutil.copytree(source, tmp_path / "parquet")
    mart = tmp_path / "parquet" / "mart_onderwijsmonitor.parquet"
    with duckdb.connect() as connection:
        connection.execute(
            f"create table mart as select *, row_number() over () as nr from read_parquet('{mart}')"
        )
        connection.execute(
            "update mart set teller = 3 where nr = (select min(nr) from mart "
            "where status = 'onderdrukt' and noemer is not null)"
        )
        mart.unlink()
        connection.execute(f"copy (select * exclude (nr) from mart) to '{mart}'")
    assert not audit(tmp_path / "parquet").safe
