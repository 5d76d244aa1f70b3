-- Only pupils of 01/02 may stand in the delivery of 30/06 (GNT:L184). The gate holds late entrants
-- back; a row that is left here came past it. Within one school year, where the code is valid.
with

leerlingen_0102 as (
    select
        schooljaar,
        leerling_id
    from {{ ref('stg_gent__leerlingen_0102') }}
),

leerlingen_3006 as (
    select
        schooljaar,
        leerling_id
    from {{ ref('stg_gent__leerlingen_3006') }}
)

select
    leerlingen_3006.schooljaar,
    count(*) as rijen_3006,
    count(*) filter (where leerlingen_0102.leerling_id is null) as zonder_0102
from leerlingen_3006
left join leerlingen_0102
    on
        leerlingen_3006.schooljaar = leerlingen_0102.schooljaar
        and leerlingen_3006.leerling_id = leerlingen_0102.leerling_id
group by leerlingen_3006.schooljaar
