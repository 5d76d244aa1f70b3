-- A place is called by its newest name. Its parts add up to it unless somebody is in the place and
-- in none of its parts that have a name.
with

resten as (
    select distinct geo_ouder
    from {{ ref('cellen') }}
    where not zichtbaar and aantal > 0 and geo_code not in (select geo_code from {{ ref('geografie') }})
),

geografie as (select * from {{ ref('geografie') }}),

nieuwste as (
    select
        geo_niveau,
        geo_code,
        arg_max(geo_naam, schooljaar) as geo_naam,
        arg_max(geo_ouder, schooljaar) as geo_ouder,
        min(schooljaar) as eerste_schooljaar,
        max(schooljaar) as laatste_schooljaar
    from geografie
    group by geo_niveau, geo_code
)

select
    geo_niveau,
    geo_code,
    geo_naam,
    geo_ouder,
    eerste_schooljaar,
    laatste_schooljaar,
    geo_code not in (select resten.geo_ouder from resten) as telt_op
from nieuwste
