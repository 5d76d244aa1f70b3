-- One row per person of 11c: the one of the latest school year (A-09), the first delivered of two
-- in one year; the others are counted in quality. Persons outside 11a are out of scope (R-04).
with

deel_11c as not materialized (
    select
        *,
        instellingsnummer is not null and intern_volgnummer is not null as in_stad,
        concat(schooljaar, ' ', cast(999999999999 - rij as varchar)) as volgorde
    from {{ ref('stg_antwerpen__deel_11c') }}
),

personen as (select * from {{ ref('int_antwerpen__personen') }}),

vestigingsplaatsen as (select * from {{ ref('int_antwerpen__vestigingsplaatsen') }}),

groepen as (select * from {{ ref('int_antwerpen__administratieve_groepen') }}),

nationaliteiten as (select * from {{ ref('int_antwerpen__nationaliteiten') }}),

okan_uitstroom as (select * from {{ ref('int_antwerpen__feit_okan_uitstroom') }}),

overstappen as (
    select * from {{ ref('int_antwerpen__overstappen') }}
    where schoolwissel
),

laatste as (
    -- Rows are numbered per file: those of two school years can have one number.
    select
        persoon_id,
        max(schooljaar) as schooljaar,
        arg_max(levering_id, volgorde) as levering_id,
        arg_max(rij, volgorde) as rij
    from deel_11c
    group by persoon_id
),

opnames as (
    select
        personen.geslacht,
        personen.thuistaal,
        personen.leeftijd_instap,
        personen.instapmaand,
        deel_11c.*
    from laatste
    inner join deel_11c
        on
            laatste.levering_id = deel_11c.levering_id
            and laatste.rij = deel_11c.rij
            and laatste.persoon_id = deel_11c.persoon_id
            and laatste.schooljaar = deel_11c.schooljaar
    inner join personen on deel_11c.persoon_id = personen.persoon_id
),

wissels as (
    select
        opnames.persoon_id,
        cast(count(*) as integer) as aantal
    from opnames
    inner join overstappen
        on
            opnames.persoon_id = overstappen.persoon_id
            and opnames.schooljaar >= overstappen.schooljaar
    group by opnames.persoon_id
),

aangevuld as (
    select
        opnames.*,
        case
            when opnames.in_stad
                then concat(opnames.instellingsnummer, '-', opnames.intern_volgnummer)
        end as vestigingsplaats,
        coalesce(vestigingsplaatsen.school_eenheid, opnames.instellingsnummer) as school_eenheid,
        vestigingsplaatsen.schoolbestuur_code,
        vestigingsplaatsen.wijk_code,
        vestigingsplaatsen.district_code,
        coalesce(nationaliteiten.nationaliteitsgroep, 'onbekend') as nationaliteitsgroep,
        {{ oki_klasse('opnames.oki') }} as oki_klasse,
        {{ ja_nee_klasse('opnames.ind_opleiding_moeder', 'laag', 'niet_laag') }}
            as opleiding_moeder,
        coalesce(opnames.hoofdstructuur_code, 'onbekend') as hoofdstructuur,
        {{ locatie('opnames.in_stad') }} as locatie,
        case
            when groepen.is_okan then 'okan'
            when opnames.hoofdstructuur_code in ('312', '313', '315') then 'dbso'
            when opnames.hoofdstructuur_code = '321' then 'buitengewoon'
            when groepen.onderwijsvorm in ('ASO', 'TSO', 'KSO', 'BSO')
                then lower(groepen.onderwijsvorm)
            else 'onbekend'
        end as onderwijsvorm_laatst
    from opnames
    left join vestigingsplaatsen
        on
            opnames.schooljaar = vestigingsplaatsen.schooljaar
            and opnames.instellingsnummer = vestigingsplaatsen.instellingsnummer
            and opnames.intern_volgnummer = vestigingsplaatsen.intern_volgnummer
    left join groepen
        on
            opnames.schooljaar = groepen.schooljaar
            and opnames.administratieve_groep_code = groepen.administratieve_groep_code
    left join nationaliteiten
        on
            opnames.schooljaar = nationaliteiten.schooljaar
            and opnames.nationaliteit_code = nationaliteiten.nationaliteit_code
)

select
    aangevuld.persoon_id,
    aangevuld.schooljaar,
    'jaar' as meetmoment,
    {{ plaatskolommen('aangevuld') }},
    {{ kenmerkkolommen('aangevuld', zonder=['schooltoelage']) }},
    aangevuld.hoofdstructuur_code,
    aangevuld.vsv,
    aangevuld.onderwijsvorm_laatst,
    coalesce(okan_uitstroom.vervolg, 'geen_okan') as vervolg_okan,
    coalesce(wissels.aantal, 0) as aantal_schoolwissels,
    case
        when wissels.aantal >= 2 then '2_plus'
        else cast(coalesce(wissels.aantal, 0) as varchar)
    end as wisselklasse
from aangevuld
left join okan_uitstroom on aangevuld.persoon_id = okan_uitstroom.persoon_id
left join wissels on aangevuld.persoon_id = wissels.persoon_id
