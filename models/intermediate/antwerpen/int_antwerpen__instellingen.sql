-- The list is dated: an institution can change its board or its name. Should two rows hold on the
-- same day, the one that began last is taken, as for the sites.
with

jaren as (select * from {{ ref('int_antwerpen__schooljaren') }}),

instellingen as (select * from {{ ref('stg_antwerpen__ref_instellingen') }}),

geldig as (
    select
        jaren.schooljaar,
        instellingen.instellingsnummer,
        max(instellingen.geldig_van) as geldig_van
    from jaren
    inner join instellingen on {{ geldt_op('instellingen', 'jaren.peildatum') }}
    group by jaren.schooljaar, instellingen.instellingsnummer
)

select
    geldig.schooljaar,
    geldig.instellingsnummer,
    instellingen.naam,
    instellingen.schoolbestuur_code,
    instellingen.scholengemeenschap_code
from geldig
inner join instellingen
    on
        geldig.instellingsnummer = instellingen.instellingsnummer
        and geldig.geldig_van = instellingen.geldig_van
