-- Who is in a file without being in its scope (ANT:L88-92, L131, L185). Intake withholds or
-- quarantines them, so every count here should be zero.
with

deel_11a as not materialized (select * from {{ ref('stg_antwerpen__deel_11a') }}),

deel_11b as not materialized (select * from {{ ref('stg_antwerpen__deel_11b') }}),

deel_11c as (select * from {{ ref('stg_antwerpen__deel_11c') }}),

personen as (select distinct persoon_id from deel_11a),

in_antwerpen as (
    select persoon_id
    from deel_11a
    where instellingsnummer is not null and intern_volgnummer is not null
    union
    select persoon_id
    from deel_11b
    where instellingsnummer is not null and intern_volgnummer is not null
),

buiten_bereik as (
    select
        'R-03' as regel,
        'deel_11a' as tabel,
        deel_11a.schooljaar,
        deel_11a.persoon_id
    from deel_11a
    left join in_antwerpen on deel_11a.persoon_id = in_antwerpen.persoon_id
    where in_antwerpen.persoon_id is null
    union all
    select
        'R-04' as regel,
        'deel_11b' as tabel,
        deel_11b.schooljaar,
        deel_11b.persoon_id
    from deel_11b
    left join personen on deel_11b.persoon_id = personen.persoon_id
    where personen.persoon_id is null
    union all
    select
        'R-04' as regel,
        'deel_11c' as tabel,
        deel_11c.schooljaar,
        deel_11c.persoon_id
    from deel_11c
    left join personen on deel_11c.persoon_id = personen.persoon_id
    where personen.persoon_id is null
)

select
    regel,
    tabel,
    schooljaar,
    count(distinct persoon_id) as aantal_personen,
    count(*) as aantal_rijen
from buiten_bereik
group by regel, tabel, schooljaar
