"""A statement is broken in one place and whole again; what stays is taken from where it stands."""

from __future__ import annotations

import duckdb
import pytest

from mutation.mutants import Statement, mutants

PLAIN = """
with bron as (select * from (values (1, 'a'), (2, 'b'), (3, null)) as t (n, c))
select n, coalesce(c, 'geen') as c from bron where n > 1 and n <= 3
"""
UNION = """
(with x as (select 1 as n, 'a' as c) select n, c from x where n = 1)
union all
(select 2, 'b' where 2 > 1)
union all
select n + 1, c from (values (2, 'c'), (9, 'd')) as t (n, c) where n < 9
"""


@pytest.mark.parametrize("sql", [PLAIN, UNION])
def test_every_mutant_differs_and_leaves_the_statement_whole(sql: str) -> None:
    statement = Statement(sql)
    whole = statement.rendered()
    found = mutants("m", sql)
    assert len(found) > 5
    written = [statement.mutated(mutant) for mutant in found]
    assert len({whole, *written}) == len(found) + 1
    assert statement.rendered() == whole


def test_branches_stand_in_for_themselves() -> None:
    statement = Statement(UNION)
    with duckdb.connect() as connection:
        for number, branch in enumerate(statement.branches):
            connection.execute(f"create table tak_{number} as {branch}")
        stand_ins = [f"tak_{number}" for number in range(3)]
        whole = sorted(connection.execute(UNION).fetchall())
        for number in range(3):
            joined = connection.execute(statement.joined(number, stand_ins)).fetchall()
            assert sorted(joined) == whole
        told = 0
        for mutant in mutants("m", UNION):
            quick = statement.mutated(mutant, stand_ins)
            written = (quick, statement.mutated(mutant))
            one, other = (sorted(connection.execute(sql).fetchall()) for sql in written)
            assert one == other, mutant
            told += "tak_" in quick and one != whole
        assert told > 5


def test_every_mutant_has_an_id_of_its_own() -> None:
    branches = " ".join(f"when n = {number} then 'tak {number}'" for number in range(40))
    found = mutants("m", f"select case {branches} end as tak from t")
    assert sum(mutant.kind == "branch" for mutant in found) == 40
    assert len({mutant.id for mutant in found}) == len(found)


@pytest.mark.parametrize("sql", [PLAIN, "select 1 union select 2", f"{UNION} order by 1"])
def test_what_is_more_than_a_union_has_no_branches(sql: str) -> None:
    assert Statement(sql).branches == []
