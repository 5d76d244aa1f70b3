-- Which sites share a campus: institutions on one campus are not independent schools.
with

jaren as (select * from {{ ref('int_gent__schooljaren') }}),

vestigingsplaatsen as (select * from {{ ref('stg_gent__ref_vestigingsplaatsen') }})

select
    jaren.schooljaar,
    vestigingsplaatsen.instellingsnummer,
    vestigingsplaatsen.intern_volgnummer,
    arg_max(vestigingsplaatsen.campus_code, vestigingsplaatsen.geldig_van) as campus_code,
    count(*) as geldige_rijen
from jaren
inner join vestigingsplaatsen on {{ geldt_op('vestigingsplaatsen', 'jaren.peildatum') }}
group by
    jaren.schooljaar,
    vestigingsplaatsen.instellingsnummer,
    vestigingsplaatsen.intern_volgnummer
