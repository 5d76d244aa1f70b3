-- Codes that a dated list does not know on 1 February of the school year: their attributes stay
-- unknown, so they leave the figures by wijk, leerjaar or nationality. To resolve: complete the
-- reference list or the seed, or have the code corrected.
with

inschrijvingen as (select * from {{ ref('int_antwerpen__inschrijvingen') }}),

deel_11b as (select * from {{ ref('stg_antwerpen__deel_11b') }}),

nationaliteiten as (select * from {{ ref('int_antwerpen__nationaliteiten') }}),

codes as (
    select
        'administratieve_groep' as soort,
        schooljaar,
        administratieve_groep_code as code
    from inschrijvingen
    where not groep_bekend
    union all
    select
        'vestigingsplaats' as soort,
        schooljaar,
        vestigingsplaats as code
    from inschrijvingen
    where in_stad and not vestigingsplaats_bekend
    union all
    select
        'nationaliteit' as soort,
        deel_11b.schooljaar,
        deel_11b.nationaliteit_code as code
    from deel_11b
    left join nationaliteiten
        on
            deel_11b.schooljaar = nationaliteiten.schooljaar
            and deel_11b.nationaliteit_code = nationaliteiten.nationaliteit_code
    where nationaliteiten.nationaliteit_code is null
)

select
    soort,
    schooljaar,
    code,
    count(*) as aantal_rijen
from codes
group by soort, schooljaar, code
