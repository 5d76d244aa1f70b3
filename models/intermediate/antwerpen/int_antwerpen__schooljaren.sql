-- A school year is running as long as no enrolment of it tells its state on 30 June (A-44).
with

deel_11a as (select distinct schooljaar from {{ ref('stg_antwerpen__deel_11a') }}),

deel_11b as (
    select
        schooljaar,
        count(toestand_3006) > 0 as voltooid
    from {{ ref('stg_antwerpen__deel_11b') }}
    group by schooljaar
),

deel_11c as (select distinct schooljaar from {{ ref('stg_antwerpen__deel_11c') }}),

genoemd as (
    select schooljaar from deel_11a
    union
    select schooljaar from deel_11b
    union
    select schooljaar from deel_11c
),

jaren as (
    select
        genoemd.schooljaar,
        {{ startjaar('genoemd.schooljaar') }} as startjaar,
        not coalesce(deel_11b.voltooid, false) as loopend
    from genoemd
    left join deel_11b on genoemd.schooljaar = deel_11b.schooljaar
)

select
    schooljaar,
    startjaar,
    {{ peildatum('startjaar') }} as peildatum,
    loopend,
    max(startjaar) filter (where not loopend) over () as laatste_voltooide_startjaar
from jaren
