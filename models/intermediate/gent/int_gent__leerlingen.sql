-- One row per pupil, school year and moment, as delivered, with both places (the school's and the
-- home's) and every characteristic. Nothing here, or after it, compares two rows of a pupil: the
-- code is not valid beyond its school year, and one year's pseudonym says nothing in another.
-- Left joins only: a sector, group or nationality that no list knows leaves no pupil out.
with

per_moment as (
    select
        *,
        '01/02' as meetmoment
    from {{ ref('stg_gent__leerlingen_0102') }}
    union all by name
    select
        *,
        '30/06' as meetmoment
    from {{ ref('stg_gent__leerlingen_3006') }}
),

leerlingen as (
    select
        *,
        {{ startjaar('schooljaar') }} as startjaar,
        {{ startjaar('schooljaar') }} - geboortejaar as leeftijd,
        concat(instellingsnummer, '-', intern_volgnummer) as vestigingsplaats,
        cast(ind_thuistaal as integer)
        + cast(ind_opleiding_moeder as integer)
        + cast(ind_schooltoelage as integer)
        + cast(ind_buurt as integer) as aantal_kenmerken
    from per_moment
),

sectoren as (select * from {{ ref('int_gent__sectoren') }}),

vestigingsplaatsen as (select * from {{ ref('int_gent__vestigingsplaatsen') }}),

groepen as (select * from {{ ref('int_gent__administratieve_groepen') }}),

nationaliteiten as (select * from {{ ref('int_gent__nationaliteiten') }}),

leerplicht as (
    select
        jaren.schooljaar,
        leerplicht.leeftijd_van,
        leerplicht.leeftijd_tot
    from {{ ref('int_gent__schooljaren') }} as jaren
    inner join {{ ref('leerplicht') }} as leerplicht
        on {{ geldt_op('leerplicht', 'jaren.peildatum') }}
)

select
    leerlingen.leerling_id,
    leerlingen.schooljaar,
    leerlingen.startjaar,
    leerlingen.meetmoment,
    leerlingen.instellingsnummer,
    leerlingen.intern_volgnummer,
    leerlingen.vestigingsplaats,
    coalesce(vestigingsplaatsen.campus_code, leerlingen.instellingsnummer) as school_eenheid,
    leerlingen.inrichtende_macht as schoolbestuur_code,
    school.wijk_code as school_wijk_code,
    school.deelgemeente_code as school_deelgemeente_code,
    school.statsector is not null as school_in_stad,
    woon.wijk_code as woon_wijk_code,
    woon.deelgemeente_code as woon_deelgemeente_code,
    woon.statsector is not null as woon_in_stad,
    leerlingen.geslacht,
    coalesce(nationaliteiten.nationaliteitsgroep, 'onbekend') as nationaliteitsgroep,
    coalesce(nationaliteiten.iem_groep, 'onbekend') as iem_groep,
    {{ ja_nee_klasse('leerlingen.ind_thuistaal', 'niet_nederlands', 'nederlands') }} as thuistaal,
    {{ ja_nee_klasse('leerlingen.ind_opleiding_moeder', 'laag', 'niet_laag') }} as opleiding_moeder,
    {{ ja_nee_klasse('leerlingen.ind_schooltoelage', 'ja', 'nee') }} as schooltoelage,
    {{ ja_nee_klasse('leerlingen.ind_buurt', 'ja', 'nee') }} as buurt,
    case
        when leerlingen.aantal_kenmerken is null then 'onbekend'
        when leerlingen.aantal_kenmerken >= 2 then '2_plus'
        else cast(leerlingen.aantal_kenmerken as varchar)
    end as kenmerken_klasse,
    leerlingen.leeftijd,
    case
        when leerlingen.leeftijd <= 5 then '2-5'
        when leerlingen.leeftijd <= 11 then '6-11'
        when leerlingen.leeftijd <= 17 then '12-17'
        else '18+'
    end as leeftijdsgroep,
    case
        when leerlingen.leeftijd between leerplicht.leeftijd_van and leerplicht.leeftijd_tot
            then 'ja'
        else 'nee'
    end as leerplicht,
    {{ onderwijsniveau('leerlingen.hoofdstructuur_code') }} as onderwijsniveau,
    {{ onderwijssoort('leerlingen.hoofdstructuur_code') }} as onderwijssoort,
    leerlingen.hoofdstructuur_code as hoofdstructuur,
    case
        when woon.statsector is not null then 'gent'
        when
            leerlingen.dom_statsector is not null
            or leerlingen.dom_postnummer is not null
            or leerlingen.dom_gemeente is not null
            then 'belgie'
        when leerlingen.dom_landcode is not null then 'buitenland'
        else 'onbekend'
    end as woongebied,
    case
        when leerlingen.pedagogische_methode is null then 'onbekend'
        when leerlingen.pedagogische_methode = 'klassiek' then 'klassiek'
        else 'methode'
    end as methode,
    leerlingen.administratieve_groep_code,
    leerlingen.onderwijsvorm,
    leerlingen.is_okan,
    leerlingen.graad,
    groepen.leerjaar,
    groepen.finaliteit,
    groepen.stroom,
    groepen.studierichting_code,
    groepen.is_duaal,
    leerlingen.type_buitengewoon,
    leerlingen.opleidingsvorm,
    leerlingen.jaren_schoolse_vordering,
    leerlingen.is_zittenblijver,
    leerlingen.vj_instellingsnummer,
    leerlingen.vj_intern_volgnummer,
    leerlingen.vj_administratieve_groep_code,
    leerlingen.halve_dagen_aanwezig,
    leerlingen.afw_b,
    leerlingen.afw_z,
    leerlingen.afw_m
from leerlingen
left join sectoren as school
    on
        leerlingen.schooljaar = school.schooljaar
        and leerlingen.vpl_statsector = school.statsector
left join sectoren as woon
    on
        leerlingen.schooljaar = woon.schooljaar
        and leerlingen.dom_statsector = woon.statsector
left join vestigingsplaatsen
    on
        leerlingen.schooljaar = vestigingsplaatsen.schooljaar
        and leerlingen.instellingsnummer = vestigingsplaatsen.instellingsnummer
        and leerlingen.intern_volgnummer = vestigingsplaatsen.intern_volgnummer
left join groepen
    on
        leerlingen.schooljaar = groepen.schooljaar
        and leerlingen.administratieve_groep_code = groepen.administratieve_groep_code
left join nationaliteiten
    on
        leerlingen.schooljaar = nationaliteiten.schooljaar
        and leerlingen.nationaliteit_code = nationaliteiten.nationaliteit_code
left join leerplicht on leerlingen.schooljaar = leerplicht.schooljaar
