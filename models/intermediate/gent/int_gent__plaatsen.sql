-- Every wijk has a place here, with or without a school: people live in all of them.
with

sectoren as (select * from {{ ref('int_gent__sectoren') }})

select
    schooljaar,
    wijk_code,
    min(wijk_naam) as wijk_naam,
    min(deelgemeente_code) as district_code,
    min(deelgemeente_naam) as district_naam,
    count(distinct deelgemeente_code) as deelgemeenten
from sectoren
group by schooljaar, wijk_code
