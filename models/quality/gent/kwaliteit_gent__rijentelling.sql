-- Double-entry bookkeeping of every layer: what comes in equals what goes on plus what is left out
-- for a named reason. `rijentelling_gent_klopt` fails on any difference.
with

delen as (
    select
        tabel,
        sum(rijen) as rijen
    from {{ source('intake', 'leveringsdelen') }}
    where van_kracht
    group by tabel
),

afgekeurd as (
    select
        tabel,
        count(*) as rijen
    from {{ ref('stg_gent__afgekeurd') }}
    group by tabel
),

gestaged as (
    {%- for relatie in register().tabellen %}
        select
            '{{ relatie }}' as tabel,
            count(*) as rijen
        from {{ ref('stg_gent__' ~ relatie) }}
        {{ 'union all' if not loop.last }}
    {%- endfor %}
),

per_moment as (
    select
        case tabel when 'leerlingen_0102' then '01/02' else '30/06' end as meetmoment,
        rijen
    from gestaged
    where tabel in ('leerlingen_0102', 'leerlingen_3006')
),

feiten as (
    {%- for feit in ['stand', 'woonplaats', 'vordering', 'verandering', 'aanwezigheid'] %}
        select
            '{{ feit }}' as feit,
            meetmoment,
            count(*) as rijen
        from {{ ref('int_gent__feit_' ~ feit) }}
        group by meetmoment
        {{ 'union all' if not loop.last }}
    {%- endfor %}
),

tellingen as (
    select
        concat('geleverd = gestaged + afgekeurd: ', delen.tabel) as telling,
        delen.rijen as verwacht,
        coalesce(gestaged.rijen, 0) + coalesce(afgekeurd.rijen, 0) as geteld
    from delen
    left join gestaged on delen.tabel = gestaged.tabel
    left join afgekeurd on delen.tabel = afgekeurd.tabel
    union all
    select
        concat('leerlingen ', feiten.meetmoment, ' = feit ', feiten.feit) as telling,
        per_moment.rijen as verwacht,
        feiten.rijen as geteld
    from feiten
    inner join per_moment on feiten.meetmoment = per_moment.meetmoment
)

select
    telling,
    cast(verwacht as bigint) as verwacht,
    cast(geteld as bigint) as geteld,
    cast(verwacht - geteld as bigint) as verschil
from tellingen
