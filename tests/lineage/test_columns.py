"""Column lineage of single statements, whose answer is plain to see."""

from __future__ import annotations

import pytest

from leerloopbaan.lineage.columns import ColumnRef, statement_lineage

RELATIONS = {
    "w.s.a": {"id": "varchar", "jaar": "integer", "code": "varchar"},
    "w.s.b": {"id": "varchar", "naam": "varchar"},
}


def refs(*names: str) -> frozenset[ColumnRef]:
    return frozenset(ColumnRef(f"w.s.{n.split('.')[0]}", n.split(".")[1]) for n in names)


@pytest.mark.parametrize(
    ("sql", "column", "expected"),
    [
        ("select id as x from w.s.a", "x", refs("a.id")),
        ("select * from w.s.a", "code", refs("a.code")),
        ("with c as (select * from w.s.a) select jaar + 1 as j from c", "j", refs("a.jaar")),
        (
            "select coalesce(b.naam, a.code) as n from w.s.a as a left join w.s.b as b using (id)",
            "n",
            refs("a.code", "b.naam", "a.id", "b.id"),
        ),
        ("select id from w.s.a union all select naam from w.s.b", "id", refs("a.id", "b.naam")),
        ("select id, jaar from w.s.a union all by name select naam, id from w.s.b", "naam",
         refs("b.naam")),
        ("select id, jaar from w.s.a union all by name select naam, id from w.s.b", "id",
         refs("a.id", "b.id")),
        ("with c as (select jaar as a, id from w.s.a union all by name select id from w.s.b) "
         "select id from c", "id", refs("a.id", "b.id")),
        ("with c as (unpivot w.s.a on jaar, code into name k value v) select v as n from c", "n",
         refs("a.jaar", "a.code")),
        ("with c as (unpivot w.s.a on jaar, code into name k value v) select id as n from c", "n",
         refs("a.id")),
        ("select jaar, count(*) as n from w.s.a where code = 'x' group by jaar", "n",
         refs("a.jaar", "a.code")),
        ("select count(*) filter (where code = 'x') as n from w.s.a group by jaar", "n",
         refs("a.jaar", "a.code")),
        ("select row_number() over (partition by id order by jaar) as r from w.s.a", "r",
         refs("a.id", "a.jaar")),
        ("select (select max(naam) from w.s.b) as m from w.s.a", "m", refs("b.naam")),
        (
            "with recursive r as (select id, code from w.s.a union all "
            "select r.id, b.naam as code from r inner join w.s.b as b on r.code = b.id) "
            "select code as c from r",
            "c",
            refs("a.code", "b.naam", "b.id"),
        ),
        ("select 'vast' as v from w.s.a", "v", frozenset()),
    ],
)  # fmt: skip
def test_lineage(sql: str, column: str, expected: frozenset[ColumnRef]) -> None:
    assert statement_lineage(sql, RELATIONS)[column] == expected


@pytest.mark.parametrize(
    ("sql", "column", "expected"),
    [
        ("select id as x, jaar from w.s.a where code = 'x'", "x", refs("a.id")),
        ("select count(distinct id) as n from w.s.a", "n", frozenset()),
        ("select any_value(id) as n from w.s.a", "n", frozenset()),
        ("select max(id) over (partition by jaar) as m from w.s.a", "m", refs("a.id", "a.jaar")),
        ("select md5(id) as m from w.s.a", "m", refs("a.id")),
    ],
)
def test_values_that_can_still_be_read_off(
    sql: str, column: str, expected: frozenset[ColumnRef]
) -> None:
    assert statement_lineage(sql, RELATIONS, values_only=True)[column] == expected
