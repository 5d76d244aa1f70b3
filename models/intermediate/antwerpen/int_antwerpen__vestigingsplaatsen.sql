-- The list is dated: a site can move to another board, and a wijk to another district.
with

jaren as (select * from {{ ref('int_antwerpen__schooljaren') }}),

vestigingsplaatsen as (select * from {{ ref('stg_antwerpen__ref_vestigingsplaatsen') }}),

-- Should two rows hold on the same day, the one that began last is taken; quality counts them.
geldig as (
    select
        jaren.schooljaar,
        vestigingsplaatsen.instellingsnummer,
        vestigingsplaatsen.intern_volgnummer,
        max(vestigingsplaatsen.geldig_van) as geldig_van,
        count(*) as geldige_rijen
    from jaren
    inner join vestigingsplaatsen on {{ geldt_op('vestigingsplaatsen', 'jaren.peildatum') }}
    group by
        jaren.schooljaar,
        vestigingsplaatsen.instellingsnummer,
        vestigingsplaatsen.intern_volgnummer
)

select
    geldig.schooljaar,
    geldig.instellingsnummer,
    geldig.intern_volgnummer,
    concat(geldig.instellingsnummer, '-', geldig.intern_volgnummer) as vestigingsplaats,
    coalesce(vestigingsplaatsen.campus_code, geldig.instellingsnummer) as school_eenheid,
    vestigingsplaatsen.schoolbestuur_code,
    vestigingsplaatsen.wijk_code,
    vestigingsplaatsen.wijk_naam,
    vestigingsplaatsen.district_code,
    vestigingsplaatsen.district_naam,
    geldig.geldige_rijen
from geldig
inner join vestigingsplaatsen
    on
        geldig.instellingsnummer = vestigingsplaatsen.instellingsnummer
        and geldig.intern_volgnummer = vestigingsplaatsen.intern_volgnummer
        and geldig.geldig_van = vestigingsplaatsen.geldig_van
