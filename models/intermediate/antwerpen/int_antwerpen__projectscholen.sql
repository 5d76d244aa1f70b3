-- Which institutions took part in which product on the reference day of each school year. Who is
-- assigned to them is no matter of figures: the release reads it on its own day.
with

jaren as (select * from {{ ref('int_antwerpen__schooljaren') }}),

projectscholen as (select * from {{ ref('stg_antwerpen__ref_projectscholen') }})

select distinct
    jaren.schooljaar,
    projectscholen.instellingsnummer,
    projectscholen.product
from jaren
inner join projectscholen on {{ geldt_op('projectscholen', 'jaren.peildatum') }}
