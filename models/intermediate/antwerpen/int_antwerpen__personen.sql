-- 11a, once per person. Deliveries of different school years can each hold the person: the first
-- AN enrolment is the oldest of them; the others are counted in quality.
with

deel_11a as not materialized (
    select
        *,
        concat(schooljaar, ' ', lpad(cast(rij as varchar), 12, '0')) as volgorde
    from {{ ref('stg_antwerpen__deel_11a') }}
),

vestigingsplaatsen as (select * from {{ ref('int_antwerpen__vestigingsplaatsen') }}),

groepen as (select * from {{ ref('int_antwerpen__administratieve_groepen') }}),

nationaliteiten as (select * from {{ ref('int_antwerpen__nationaliteiten') }}),

eerste as (
    -- Rows are numbered per file: those of two school years can have one number.
    select
        persoon_id,
        min(schooljaar) as schooljaar,
        arg_min(levering_id, volgorde) as levering_id,
        arg_min(rij, volgorde) as rij
    from deel_11a
    group by persoon_id
),

personen as (
    select
        deel_11a.*,
        {{ startjaar('deel_11a.schooljaar') }} as startjaar,
        {{ startjaar('deel_11a.schooljaar') }} - deel_11a.geboortejaar as leeftijd,
        deel_11a.instellingsnummer is not null
        and deel_11a.intern_volgnummer is not null as in_stad
    from eerste
    inner join deel_11a
        on
            eerste.levering_id = deel_11a.levering_id
            and eerste.rij = deel_11a.rij
            and eerste.persoon_id = deel_11a.persoon_id
            and eerste.schooljaar = deel_11a.schooljaar
)

select
    personen.persoon_id,
    personen.schooljaar,
    personen.startjaar,
    personen.geboortejaar,
    personen.leeftijd,
    personen.an_inschrijfdatum,
    personen.an_einddatum,
    try_cast(personen.leerjaar as integer) as leerjaar_bij_instap,
    personen.instellingsnummer,
    personen.intern_volgnummer,
    personen.in_stad,
    case
        when personen.in_stad
            then concat(personen.instellingsnummer, '-', personen.intern_volgnummer)
    end as vestigingsplaats,
    coalesce(vestigingsplaatsen.school_eenheid, personen.instellingsnummer) as school_eenheid,
    vestigingsplaatsen.schoolbestuur_code,
    vestigingsplaatsen.wijk_code,
    vestigingsplaatsen.district_code,
    personen.hoofdstructuur_code,
    personen.administratieve_groep_code,
    groepen.administratieve_groep_code is not null as groep_bekend,
    groepen.graad,
    groepen.leerjaar,
    coalesce(groepen.is_okan, false) as is_okan,
    coalesce(groepen.is_modulair, false) as is_modulair,
    personen.ind_thuistaal,
    personen.ind_schooltoelage,
    personen.ind_opleiding_moeder,
    personen.oki,
    personen.geslacht,
    coalesce(nationaliteiten.nationaliteitsgroep, 'onbekend') as nationaliteitsgroep,
    {{ oki_klasse('personen.oki') }} as oki_klasse,
    {{ ja_nee_klasse('personen.ind_opleiding_moeder', 'laag', 'niet_laag') }} as opleiding_moeder,
    {{ ja_nee_klasse('personen.ind_schooltoelage', 'ja', 'nee') }} as schooltoelage,
    {{ ja_nee_klasse('personen.ind_thuistaal', 'niet_nederlands', 'nederlands') }} as thuistaal,
    {{ leeftijd_instap('personen.leeftijd') }} as leeftijd_instap,
    {{ instapmaand('personen.an_inschrijfdatum') }} as instapmaand,
    coalesce(personen.hoofdstructuur_code, 'onbekend') as hoofdstructuur,
    {{ locatie('personen.in_stad') }} as locatie
from personen
left join vestigingsplaatsen
    on
        personen.schooljaar = vestigingsplaatsen.schooljaar
        and personen.instellingsnummer = vestigingsplaatsen.instellingsnummer
        and personen.intern_volgnummer = vestigingsplaatsen.intern_volgnummer
left join groepen
    on
        personen.schooljaar = groepen.schooljaar
        and personen.administratieve_groep_code = groepen.administratieve_groep_code
left join nationaliteiten
    on
        personen.schooljaar = nationaliteiten.schooljaar
        and personen.nationaliteit_code = nationaliteiten.nationaliteit_code
