-- A place is called by its newest name. Its parts add up to it unless somebody is in the place and
-- in none of its parts that have a name.
with

cellen as (select * from {{ ref('cellen') }}),

geografie as (select * from {{ ref('geografie') }}),

resten as (
    select distinct cellen.geo_ouder
    from cellen
    anti join geografie on cellen.geo_code = geografie.geo_code
    where not cellen.zichtbaar and cellen.aantal > 0
),

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
