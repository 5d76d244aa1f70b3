-- A school is called by its newest name.
with

plaatsen as (select * from {{ ref('schoolplaatsen') }}),

nieuwste as (
    select
        geo_niveau,
        geo_code,
        arg_max(geo_naam, schooljaar) as geo_naam,
        arg_max(geo_ouder, schooljaar) as geo_ouder,
        min(schooljaar) as eerste_schooljaar,
        max(schooljaar) as laatste_schooljaar
    from plaatsen
    group by geo_niveau, geo_code
)

select
    geo_niveau,
    geo_code,
    geo_naam,
    geo_ouder,
    eerste_schooljaar,
    laatste_schooljaar
from nieuwste
