-- Which institutions take part in which product at some moment of each school year. Who is assigned
-- to them is no matter of figures: the release reads it on its own day.
with

jaren as (select * from {{ ref('int_antwerpen__schooljaren') }}),

projectscholen as (select * from {{ ref('stg_antwerpen__ref_projectscholen') }})

select distinct
    jaren.schooljaar,
    projectscholen.instellingsnummer,
    projectscholen.product
from jaren
inner join projectscholen
    on
        projectscholen.geldig_van < make_date(jaren.startjaar + 1, 9, 1)
        and coalesce(projectscholen.geldig_tot >= make_date(jaren.startjaar, 9, 1), true)
