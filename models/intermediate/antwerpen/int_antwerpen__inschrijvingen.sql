-- Every enrolment of 11b with what the dated lists and 11a tell of it. Left joins only: a person,
-- site or group that is not known leaves no row out here; quality counts them.
with

deel_11b as (
    select
        *,
        -- Only a handle within this build: the delivered row is (levering_id, rij).
        row_number() over () as inschrijving_id,
        {{ startjaar('schooljaar') }} as startjaar,
        instellingsnummer is not null and intern_volgnummer is not null as in_stad
    from {{ ref('stg_antwerpen__deel_11b') }}
),

personen as (select * from {{ ref('int_antwerpen__personen') }}),

vestigingsplaatsen as (select * from {{ ref('int_antwerpen__vestigingsplaatsen') }}),

groepen as (select * from {{ ref('int_antwerpen__administratieve_groepen') }}),

nationaliteiten as (select * from {{ ref('int_antwerpen__nationaliteiten') }}),

stammen as (select * from {{ ref('int_antwerpen__instelling_stam') }})

select
    deel_11b.inschrijving_id,
    deel_11b.rij,
    deel_11b.persoon_id,
    deel_11b.schooljaar,
    deel_11b.startjaar,
    deel_11b.toestand_0110,
    deel_11b.toestand_0102,
    deel_11b.toestand_3006,
    personen.persoon_id is not null as in_11a,
    deel_11b.instellingsnummer,
    deel_11b.intern_volgnummer,
    deel_11b.in_stad,
    case
        when deel_11b.in_stad
            then concat(deel_11b.instellingsnummer, '-', deel_11b.intern_volgnummer)
    end as vestigingsplaats,
    vestigingsplaatsen.vestigingsplaats is not null as vestigingsplaats_bekend,
    coalesce(stammen.instelling_stam, deel_11b.instellingsnummer) as instelling_stam,
    coalesce(vestigingsplaatsen.school_eenheid, deel_11b.instellingsnummer) as school_eenheid,
    vestigingsplaatsen.schoolbestuur_code,
    vestigingsplaatsen.wijk_code,
    vestigingsplaatsen.district_code,
    deel_11b.hoofdstructuur_code,
    deel_11b.administratieve_groep_code,
    groepen.administratieve_groep_code is not null as groep_bekend,
    groepen.graad,
    groepen.leerjaar,
    groepen.onderwijsvorm,
    groepen.finaliteit,
    groepen.stroom,
    groepen.studierichting_code,
    coalesce(groepen.is_okan, false) as is_okan,
    coalesce(groepen.is_modulair, false) as is_modulair,
    coalesce(groepen.is_duaal, false) as is_duaal,
    deel_11b.cluster_orienteringsattest,
    deel_11b.studiebewijs,
    personen.geboortejaar,
    personen.geslacht,
    coalesce(nationaliteiten.nationaliteitsgroep, 'onbekend') as nationaliteitsgroep,
    {{ oki_klasse('deel_11b.oki') }} as oki_klasse,
    {{ ja_nee_klasse('deel_11b.ind_opleiding_moeder', 'laag', 'niet_laag') }} as opleiding_moeder,
    {{ ja_nee_klasse('deel_11b.ind_schooltoelage', 'ja', 'nee') }} as schooltoelage,
    personen.thuistaal,
    personen.leeftijd_instap,
    personen.instapmaand,
    coalesce(deel_11b.hoofdstructuur_code, 'onbekend') as hoofdstructuur,
    {{ locatie('deel_11b.in_stad') }} as locatie
from deel_11b
left join personen on deel_11b.persoon_id = personen.persoon_id
left join vestigingsplaatsen
    on
        deel_11b.schooljaar = vestigingsplaatsen.schooljaar
        and deel_11b.instellingsnummer = vestigingsplaatsen.instellingsnummer
        and deel_11b.intern_volgnummer = vestigingsplaatsen.intern_volgnummer
left join groepen
    on
        deel_11b.schooljaar = groepen.schooljaar
        and deel_11b.administratieve_groep_code = groepen.administratieve_groep_code
left join nationaliteiten
    on
        deel_11b.schooljaar = nationaliteiten.schooljaar
        and deel_11b.nationaliteit_code = nationaliteiten.nationaliteit_code
left join stammen on deel_11b.instellingsnummer = stammen.instellingsnummer
