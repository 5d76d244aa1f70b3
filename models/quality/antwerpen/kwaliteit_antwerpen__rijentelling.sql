-- Double-entry bookkeeping of every layer: what comes in equals what goes on plus what is left out
-- for a named reason. `rijentelling_klopt` fails on any difference.
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
    from {{ ref('stg_antwerpen__afgekeurd') }}
    group by tabel
),

gestaged as (
    {%- for relatie in register().tabellen %}
        select
            '{{ relatie }}' as tabel,
            count(*) as rijen
        from {{ ref('stg_antwerpen__' ~ relatie) }}
        {% if not loop.last %}union all{% endif %}
    {%- endfor %}
),

herhalingen as (select * from {{ ref('kwaliteit_antwerpen__herhalingen') }}),

populatie as (select * from {{ ref('kwaliteit_antwerpen__populatie') }}),

inschrijvingen as (select * from {{ ref('kwaliteit_antwerpen__inschrijvingen') }}),

jaren as (select * from {{ ref('int_antwerpen__schooljaren') }}),

personen as not materialized (select * from {{ ref('int_antwerpen__personen') }}),

meetmomenten as not materialized (select * from {{ ref('int_antwerpen__meetmomenten') }}),

overstappen as (select * from {{ ref('int_antwerpen__overstappen') }}),

-- From the flags themselves, not from the main enrolments: every person and moment with a J.
vlaggen as (
    select
        persoon_id,
        schooljaar,
        bool_or(toestand_0110) as op_0110,
        bool_or(toestand_0102) as op_0102,
        bool_or(toestand_3006) as op_3006
    from {{ ref('stg_antwerpen__deel_11b') }}
    where persoon_id in (select personen.persoon_id from personen)
    group by persoon_id, schooljaar
),

personen_11c as (
    select distinct
        deel_11c.persoon_id,
        personen.persoon_id is not null as in_11a
    from {{ ref('stg_antwerpen__deel_11c') }} as deel_11c
    left join personen on deel_11c.persoon_id = personen.persoon_id
),

okan as (
    select persoon_id
    from meetmomenten
    group by persoon_id
    having max(moment) > max(moment) filter (where is_okan)
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
        'rijen van 11a = personen + herhalingen' as telling,
        (
            select rijen from gestaged
            where tabel = 'deel_11a'
        ) as verwacht,
        (select count(*) from personen)
        + coalesce((
            select overtollige_rijen from herhalingen
            where tabel = 'deel_11a'
        ), 0)
            as geteld
    union all
    select
        'rijen van 11b = gebruikt + parallel + zonder toestand + niet in 11a' as telling,
        (
            select rijen from gestaged
            where tabel = 'deel_11b'
        ) as verwacht,
        (select coalesce(sum(aantal), 0) from inschrijvingen) as geteld
    union all
    select
        'rijen van 11b van personen buiten 11a' as telling,
        (
            select coalesce(sum(aantal_rijen), 0) from populatie
            where tabel = 'deel_11b'
        ) as verwacht,
        (
            select coalesce(sum(aantal), 0) from inschrijvingen
            where gebruik = 'niet_in_11a')
            as geteld
    union all
    select
        'persoon x meetmoment met een J = feit stand' as telling,
        (
            select
                count(*) filter (where op_0110)
                + count(*) filter (where op_0102)
                + count(*) filter (where op_3006)
            from vlaggen
        ) as verwacht,
        (select count(*) from {{ ref('int_antwerpen__feit_stand') }}) as geteld
    union all
    select
        'personen = feit instroom' as telling,
        (select count(*) from personen) as verwacht,
        (select count(*) from {{ ref('int_antwerpen__feit_instroom') }}) as geteld
    union all
    select
        'persoon x schooljaar met een J op 1 februari = feit loopbaanjaar' as telling,
        (select count(*) filter (where op_0102) from vlaggen) as verwacht,
        (select count(*) from {{ ref('int_antwerpen__feit_loopbaanjaar') }}) as geteld
    union all
    select
        'twee keer de paren = feit overstap' as telling,
        2 * (select count(*) from overstappen) as verwacht,
        (select count(*) from {{ ref('int_antwerpen__feit_overstap') }}) as geteld
    union all
    select
        'persoon x schooljaar met een J op 30 juni = feit uitkomst' as telling,
        (
            select count(*) filter (where vlaggen.op_3006)
            from vlaggen
            inner join jaren on vlaggen.schooljaar = jaren.schooljaar
            where not jaren.loopend
        ) as verwacht,
        (select count(*) from {{ ref('int_antwerpen__feit_uitkomst') }}) as geteld
    union all
    select
        'personen met een moment na hun laatste in OKAN = feit okan_uitstroom' as telling,
        (select count(*) from okan) as verwacht,
        (select count(*) from {{ ref('int_antwerpen__feit_okan_uitstroom') }}) as geteld
    union all
    select
        'rijen van 11c = personen van 11c + herhalingen' as telling,
        (
            select rijen from gestaged
            where tabel = 'deel_11c'
        ) as verwacht,
        (select count(*) from personen_11c)
        + coalesce((
            select overtollige_rijen from herhalingen
            where tabel = 'deel_11c'
        ), 0)
            as geteld
    union all
    select
        'personen van 11c in 11a = feit vsv' as telling,
        (
            select count(*) from personen_11c
            where in_11a
        ) as verwacht,
        (select count(*) from {{ ref('int_antwerpen__feit_vsv') }}) as geteld
)

select
    telling,
    cast(verwacht as bigint) as verwacht,
    cast(geteld as bigint) as geteld,
    cast(verwacht - geteld as bigint) as verschil
from tellingen
