-- The list is dated: the modernisation of secundair gives codes another graad or finaliteit.
with

jaren as (select * from {{ ref('int_antwerpen__schooljaren') }}),

groepen as (select * from {{ ref('stg_antwerpen__ref_administratieve_groepen') }}),

-- Should two rows hold on the same day, the one that began last is taken; quality counts them.
geldig as (
    select
        jaren.schooljaar,
        groepen.administratieve_groep_code,
        max(groepen.geldig_van) as geldig_van,
        count(*) as geldige_rijen
    from jaren
    inner join groepen on {{ geldt_op('groepen', 'jaren.peildatum') }}
    group by jaren.schooljaar, groepen.administratieve_groep_code
)

select
    geldig.schooljaar,
    geldig.administratieve_groep_code,
    groepen.hoofdstructuur_code,
    cast(groepen.graad as integer) as graad,
    groepen.leerjaar,
    groepen.onderwijsvorm,
    groepen.finaliteit,
    groepen.stroom,
    groepen.studierichting_code,
    groepen.is_okan,
    groepen.is_modulair,
    groepen.is_duaal,
    geldig.geldige_rijen
from geldig
inner join groepen
    on
        geldig.administratieve_groep_code = groepen.administratieve_groep_code
        and geldig.geldig_van = groepen.geldig_van
