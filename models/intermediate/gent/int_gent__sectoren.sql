-- The list is dated, and it alone says where a sector lies: a municipality or wijk is never cut out
-- of the sector's code. Should two rows hold on the same day, the one that began last is taken.
with

jaren as (select * from {{ ref('int_gent__schooljaren') }}),

sectoren as (select * from {{ ref('stg_gent__ref_statsectoren') }})

select
    jaren.schooljaar,
    sectoren.statsector,
    arg_max(sectoren.wijk_code, sectoren.geldig_van) as wijk_code,
    arg_max(sectoren.wijk_naam, sectoren.geldig_van) as wijk_naam,
    arg_max(sectoren.deelgemeente_code, sectoren.geldig_van) as deelgemeente_code,
    arg_max(sectoren.deelgemeente_naam, sectoren.geldig_van) as deelgemeente_naam,
    count(*) as geldige_rijen
from jaren
inner join sectoren on {{ geldt_op('sectoren', 'jaren.peildatum') }}
group by jaren.schooljaar, sectoren.statsector
