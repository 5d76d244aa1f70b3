-- What is publicly known of a school and decides with which others it may be compared: what it
-- offers (the kind of education in which most of its newcomers were ever enrolled), its board, its
-- scholengemeenschap, its campus. Schools on one campus count as one.
with

stand as (select * from {{ ref('int_antwerpen__feit_stand') }}),

instellingen as (select * from {{ ref('int_antwerpen__instellingen') }}),

vestigingsplaatsen as (select * from {{ ref('int_antwerpen__vestigingsplaatsen') }}),

projectscholen as (
    select distinct
        schooljaar,
        instellingsnummer
    from {{ ref('int_antwerpen__projectscholen') }}
),

scholen as (
    select * from {{ ref('schoolplaatsen') }}
    where geo_niveau = 'instelling'
),

soorten as (
    select * from {{ waarden(['onderwijs', 'hoofdstructuren'], onderwijssoorten()) }}
),

ingeschreven as (
    select
        stand.instellingsnummer,
        soorten.onderwijs,
        count(*) as aantal
    from stand
    inner join soorten on list_contains(soorten.hoofdstructuren, stand.hoofdstructuur_code)
    where stand.in_stad
    group by stand.instellingsnummer, soorten.onderwijs
),

aanbod as (
    select
        instellingsnummer,
        -- The code decides between two that are as large.
        arg_max(onderwijs, concat(lpad(aantal::varchar, 12, '0'), onderwijs)) as onderwijs
    from ingeschreven
    group by instellingsnummer
),

eenheden as (
    select
        schooljaar,
        instellingsnummer,
        min(school_eenheid) as school_eenheid,
        min(schoolbestuur_code) as schoolbestuur_code
    from vestigingsplaatsen
    group by schooljaar, instellingsnummer
)

select
    scholen.schooljaar,
    scholen.instellingsnummer,
    aanbod.onderwijs,
    eenheden.school_eenheid,
    coalesce(instellingen.schoolbestuur_code, eenheden.schoolbestuur_code) as schoolbestuur_code,
    instellingen.scholengemeenschap_code,
    projectscholen.instellingsnummer is not null as is_projectschool
from scholen
inner join eenheden
    on
        scholen.schooljaar = eenheden.schooljaar
        and scholen.instellingsnummer = eenheden.instellingsnummer
left join aanbod on scholen.instellingsnummer = aanbod.instellingsnummer
left join instellingen
    on
        scholen.schooljaar = instellingen.schooljaar
        and scholen.instellingsnummer = instellingen.instellingsnummer
left join projectscholen
    on
        scholen.schooljaar = projectscholen.schooljaar
        and scholen.instellingsnummer = projectscholen.instellingsnummer
