-- Persons with more than one row in a file that should hold one (A-09 for 11c). The row that counts
-- is not counted here.
with

deel_11a as (select * from {{ ref('stg_antwerpen__deel_11a') }}),

deel_11c as (select * from {{ ref('stg_antwerpen__deel_11c') }}),

rijen as (
    select
        'deel_11a' as tabel,
        persoon_id,
        schooljaar
    from deel_11a
    union all
    select
        'deel_11c' as tabel,
        persoon_id,
        schooljaar
    from deel_11c
),

per_persoon as (
    select
        tabel,
        persoon_id,
        count(*) as rijen,
        count(distinct schooljaar) as schooljaren
    from rijen
    group by tabel, persoon_id
)

select
    tabel,
    count(*) as aantal_personen,
    sum(rijen - 1) as overtollige_rijen,
    count(*) filter (where schooljaren < rijen) as personen_twee_keer_in_een_jaar
from per_persoon
where rijen > 1
group by tabel
