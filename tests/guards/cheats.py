"""Models that somebody might add to get around a wall, and harmless ones that look like them.

Names stand for relations of the project: `{fact}` has a row per person, `{key}` is its key,
`{cells}` counts, `{years}` are the school years. None uses a name that a wall could know it by.
"""

from __future__ import annotations

from typing import NamedTuple


class Cheat(NamedTuple):
    """A model of a layer, and the obligation that it breaks; None when it breaks none."""

    layer: str
    name: str
    rule: str | None
    sql: str
    city: str = "antwerpen"


INT, CELLS, MARTS = "intermediate", "cells", "marts"
PERSON, PRIVATE, RANK, YEARS = "R-09", "R-21", "R-48", "R-08"
DECIDED, OUTSIDE, OPAQUE = "R-44", "R-31", "R-09, R-40"


def _keys() -> list[Cheat]:
    """A person's key under another name, in another form, picked out of many, or without a name."""
    return [
        Cheat(INT, "renamed", PRIVATE, "select {key} as volgnummer, schooljaar from {fact}"),
        Cheat(INT, "row pointer", PRIVATE,
              "select schooljaar, row_number() over () as plaats from {fact}"),
        Cheat(CELLS, "hashed", PERSON,
              "select sha256({key}) as h, count(*) as n from {fact} group by all"),
        Cheat(CELLS, "part of it", PERSON,
              "select left({key}, 8) as h, count(*) as n from {fact} group by 1"),
        Cheat(CELLS, "in a struct", PERSON, "select struct_pack(a := {key}) as s from {fact}"),
        Cheat(CELLS, "in a list", PERSON,
              "select schooljaar, list({key}) as l from {fact} group by schooljaar"),
        Cheat(CELLS, "out of a list", PERSON, "select unnest(list({key})) as l from {fact}"),
        Cheat(CELLS, "in a text", PERSON,
              "select schooljaar, string_agg({key}, ',') as l from {fact} group by schooljaar"),
        Cheat(CELLS, "the largest", PERSON,
              "select schooljaar, max({key}) as l from {fact} group by schooljaar"),
        Cheat(CELLS, "the most frequent", PERSON,
              "select schooljaar, mode({key}) as l from {fact} group by schooljaar"),
        Cheat(CELLS, "any one", PERSON,
              "select schooljaar, any_value({key}) as l from {fact} group by schooljaar"),
        Cheat(CELLS, "one by window", PERSON,
              "select distinct schooljaar, first_value({key}) over (partition by schooljaar) as l "
              "from {fact}"),
        Cheat(CELLS, "by subquery", PERSON, "select 1 as n, (select min({key}) from {fact}) as l"),
        Cheat(CELLS, "by union", PERSON,
              "select 'x' as l from {years} union all select {key} as l from {fact}"),
        Cheat(CELLS, "by pivot of names", PERSON,
              "select w from (unpivot (select {key} as a, schooljaar as b from {fact}) on a, b "
              "into name n value w)"),
        Cheat(CELLS, "rows without any key", PERSON, "select schooljaar, geslacht from {fact}"),
        Cheat(CELLS, "the number of a row", PERSON, "select rowid as r from {fact}"),
        Cheat(CELLS, "rows beside a list", PERSON,
              "select f.geslacht from {years} as y inner join {fact} as f using (schooljaar)"),
        Cheat(MARTS, "keys put together", PERSON,
              "select schooljaar, sum(hash({key})) as l from {fact} group by schooljaar"),
        Cheat(MARTS, "a row per person", PERSON, "select geslacht from {fact}"),
        Cheat(MARTS, "a count without decision", DECIDED,
              "select geo_code, aantal as teller from {cells}"),
        Cheat(MARTS, "a count in words", DECIDED,
              "select geo_code, concat('ongeveer ', aantal) as geo_naam from {cells}"),
        Cheat(MARTS, "a band of a count", DECIDED,
              "select case when aantal > 100 then 'groot' else 'klein' end as g from {cells}"),
        Cheat(MARTS, "counted anew", DECIDED,
              "select wijk_code, count(*) as n from {fact} group by wijk_code"),
    ]  # fmt: skip


def _ranks() -> list[Cheat]:
    """Orders and positions, none by a function of ranking."""
    by_school = "select school_eenheid as s, count(*) as n from {fact} group by 1"
    return [
        Cheat(CELLS, "arg_max", RANK,
              "select basis, arg_max(geo_code, aantal) as t from {cells} group by basis"),
        Cheat(CELLS, "max_by, three of them", RANK,
              "select basis, max_by(geo_code, aantal, 3) as t from {cells} group by basis"),
        Cheat(CELLS, "sorted list", RANK,
              "select basis, list_sort(list(aantal)) as l from {cells} group by basis"),
        Cheat(CELLS, "ordered list", RANK,
              "select basis, list(geo_code order by aantal desc) as l from {cells} group by basis"),
        Cheat(CELLS, "ordered text", RANK,
              "select string_agg(geo_code, ',' order by aantal) as l from {cells}"),
        Cheat(CELLS, "position in a list", RANK,
              "select c.geo_code, list_position(l.l, c.aantal) as p from {cells} as c "
              "cross join (select list(aantal) as l from {cells}) as l"),
        Cheat(CELLS, "running count", RANK,
              "select geo_code, count(*) over (order by aantal) as n from {cells}"),
        Cheat(CELLS, "number, as if of a person", RANK,
              "select geo_code, row_number() over (partition by persoon_id order by aantal) as n "
              "from (select geo_code, aantal, 'x' as persoon_id from {cells})"),
        Cheat(CELLS, "neighbour", RANK,
              "select geo_code, lag(geo_code) over (order by aantal) as n from {cells}"),
        Cheat(CELLS, "named window", RANK,
              "select geo_code, first_value(geo_code) over w as n from {cells} "
              "window w as (order by aantal)"),
        Cheat(CELLS, "how many are higher", RANK,
              "select a.geo_code, count(*) as n from {cells} as a inner join {cells} as b "
              "on a.basis = b.basis and b.aantal > a.aantal group by a.geo_code"),
        Cheat(CELLS, "the highest", RANK,
              "select geo_code, aantal = max(aantal) over (partition by basis) as t from {cells}"),
        Cheat(CELLS, "the highest, by subquery", RANK,
              "select geo_code from {cells} where aantal = (select max(aantal) from {cells})"),
        Cheat(CELLS, "the first ten", RANK,
              "with a as (select geo_code, aantal from {cells} order by aantal desc limit 10) "
              "select geo_code from a"),
        Cheat(CELLS, "by a share that was counted here", RANK,
              f"with a as ({by_school}) select s, row_number() over (order by n) as p from a"),
        Cheat(CELLS, "by a band of a count", RANK,
              f"with a as ({by_school}), b as (select s, case when n > 9 then 1 else 2 end as k "
              "from a) select s, row_number() over (order by k) as p from b"),
    ]  # fmt: skip


def _years() -> list[Cheat]:
    """A pupil of Ghent in two school years."""
    a = "select {key} as l, schooljaar as s, geslacht as g from {fact}"
    both = "select a.l, b.s from a inner join b on a.l = b.l and a.s = b.s"
    found = [
        ("lag over another name", f"with a as ({a}) select l, s, lag(g) over (partition by l "
         "order by s) as v from a"),
        ("window over a struct", "select {key} as k, schooljaar, lag(geslacht) over (partition by "
         "struct_pack(z := {key}) order by schooljaar) as v from {fact}"),
        ("named window", f"with a as ({a}) select l, s, lead(g) over w as v from a "
         "window w as (partition by l order by s)"),
        ("window over what tells pupils apart", "select {key} as k, lag(schooljaar) over "
         "(partition by geslacht, woon_wijk_code order by schooljaar) as v from {fact}"),
        ("join of a year that was moved", "with a as (select {key} as l, startjaar as s from "
         "{fact})"
         f", b as (select {{key}} as l, startjaar + 1 as s from {{fact}}) {both}"),
        ("join of a year under another name", f"with a as ({a}), b as (select {{key}} as l, case "
         "when schooljaar = '2020-2021' then '2021-2022' else schooljaar end as s from {fact}) "
         f"{both}"),
        ("join on what tells pupils apart", "select a.{key} as k, b.schooljaar as s from {fact} as "
         "a inner join {fact} as b on a.geslacht = b.geslacht and a.leeftijd = b.leeftijd"),
        ("join that may hold", "select a.{key} as k, b.schooljaar as s from {fact} as a inner join "
         "{fact} as b on a.{key} = b.{key} and (a.schooljaar = b.schooljaar or a.geslacht = "
         "b.geslacht)"),
        ("comma join", "select a.{key} as k, b.schooljaar as s from {fact} as a, {fact} as b where "
         "md5(a.{key}) = md5(b.{key})"),
        ("asof join", "select a.{key} as k, b.schooljaar as s from {fact} as a asof join {fact} as "
         "b on a.{key} = b.{key} and a.startjaar > b.startjaar"),
        ("lateral join", "select a.{key} as k, b.s from {fact} as a, lateral (select c.schooljaar "
         "as s from {fact} as c where c.{key} = a.{key} and c.startjaar < a.startjaar) as b"),
        ("semi join", "select a.{key} as k, a.schooljaar from {fact} as a semi join {fact} as b on "
         "a.{key} = b.{key} and a.schooljaar <> b.schooljaar"),
        ("look-up", "select {key} as k, schooljaar from {fact} where {key} in (select x from "
         "(select {key} as x from {fact}))"),
        ("exists", "select a.{key} as k, a.schooljaar from {fact} as a where exists (select 1 from "
         "{fact} as b where a.{key} = b.{key} and b.startjaar < a.startjaar)"),
        ("subquery", "select a.{key} as k, (select max(c.geslacht) from {fact} as c where c.{key} "
         "= a.{key} and c.startjaar < a.startjaar) as v from {fact} as a"),
        ("group", f"select l, count(*) as n from ({a}) group by l"),
        ("distinct", f"select distinct l from ({a})"),
        ("intersection", "select {key} as k from {fact} intersect select {key} as k from {fact}"),
    ]  # fmt: skip
    return [Cheat(INT, name, YEARS, sql, "gent") for name, sql in found]


def _outside() -> list[Cheat]:
    """Reading something else than the project."""
    return [
        Cheat(INT, "other city's file", OUTSIDE,
              "select a from warehouse_gent.staging.stg_gent__leerlingen_0102"),
        Cheat(INT, "a file by function", OUTSIDE,
              "select a from read_parquet('../gent/x.parquet')"),
        Cheat(INT, "a file by name", OUTSIDE, "select a from '../gent/x.parquet'"),
        Cheat(INT, "the catalogue", OUTSIDE, "select sql from duckdb_tables()"),
        Cheat(INT, "what cannot be read", OPAQUE, "select from where {key}"),
    ]  # fmt: skip


CHEATS = [*_keys(), *_ranks(), *_years(), *_outside()]

HARMLESS = [
    Cheat(CELLS, "a count per wijk", None,
          "select wijk_code, count(distinct {key}) as n from {fact} group by wijk_code"),
    Cheat(CELLS, "which categories occur", None, "select distinct geslacht from {fact}"),
    Cheat(CELLS, "keys put together, in a cell", None,
          "select wijk_code, bit_xor(hash({key})) as v from {fact} group by wijk_code"),
    Cheat(CELLS, "an order of codes", None, "select geo_code from {cells} order by geo_code"),
    Cheat(CELLS, "the largest kind within a school", None,
          "with a as (select school_eenheid as s, geslacht as g, count(*) as n from {fact} "
          "group by all) select s, arg_max(g, n) as g from a group by s"),
    Cheat(CELLS, "a limit of a count", None, "select geo_code from {cells} where aantal > 5"),
    Cheat(INT, "a count within one person's rows", None,
          "select {key} as persoon_id, row_number() over (partition by {key} order by n) as v "
          "from (select {key}, schooljaar, count(*) as n from {fact} group by all)"),
    Cheat(INT, "two rows of one school year", None,
          "select a.{key} as l, a.schooljaar from {fact} as a inner join {fact} as b "
          "on a.{key} = b.{key} and a.schooljaar = b.schooljaar", "gent"),
    Cheat(INT, "an order within a school year", None,
          "select {key} as l, schooljaar, lag(geslacht) over (partition by {key}, schooljaar "
          "order by meetmoment) as v from {fact}", "gent"),
    Cheat(INT, "pupils beside a list", None,
          "select f.{key} as l, y.startjaar from {fact} as f left join {years} as y "
          "on f.schooljaar = y.schooljaar", "gent"),
]  # fmt: skip
